// Lighthouse on the home page, a list, a record and a broker's queue: at least 95 in each of its four categories, or
// this fails. Run by `make lighthouse`, which starts a demo; BASE is its address, PASSWORD that of its people.
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const LEAST = 95;
const MOST_FAILURES = 5;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const { BASE, PASSWORD, DEMAND = "D-2026-000001", RUNS = "3" } = process.env;

// Signs in as a browser with scripts off does: a form with its token.
async function session() {
  const page = await fetch(`${BASE}/sign-in`);
  const device = page.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
  const [, token] = (await page.text()).match(/name="form_token" value="([^"]+)"/);
  const body = new URLSearchParams({ form_token: token, account: "broker@demo.example", password: PASSWORD });
  const answer = await fetch(`${BASE}/sign-in`, { method: "POST", body, headers: { cookie: device }, redirect: "manual" });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("siku_session="));
  if (!cookie) throw new Error(`signing in was answered ${answer.status}`);
  return cookie.split(";")[0];
}

const PAGES = [
  ["home", "/", {}],
  ["list", "/technologies", {}],
  ["record", `/demands/${DEMAND}`, {}],
  ["queue", "/desk", { Cookie: await session() }],
];

const chrome = await launch({ chromePath: process.env.CHROME_PATH || "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox"] });
const below = [];
console.log(`| page | device | ${CATEGORIES.join(" | ")} |\n|---|---|${CATEGORIES.map(() => "---").join("|")}|`);
try {
  for (const [name, path, extraHeaders] of PAGES) {
    for (const [device, config] of [["phone", undefined], ["desk", desktopConfig]]) {
      // The median of some runs: one alone says more about the machine than about the page.
      const runs = [];
      for (let left = MOST_FAILURES; runs.length < Number(RUNS);) {
        const { lhr } = await lighthouse(`${BASE}${path}`, { port: chrome.port, onlyCategories: CATEGORIES, extraHeaders, logLevel: "error" }, config);
        // A recording that was lost says nothing of the page.
        if (!lhr.runtimeError) {
          const shown = new URL(lhr.finalDisplayedUrl).pathname;
          if (shown !== path) throw new Error(`${path} led to ${shown}`);
          runs.push(lhr);
        }
        else if (--left === 0) throw new Error(`${path}: ${lhr.runtimeError.message}`);
      }
      const scores = CATEGORIES.map((category) => {
        const all = runs.map((lhr) => Math.round(lhr.categories[category].score * 100)).sort((a, b) => a - b);
        return all[Math.floor(all.length / 2)];
      });
      console.log(`| ${name} | ${device} | ${scores.join(" | ")} |`);
      CATEGORIES.forEach((category, at) => {
        if (scores[at] >= LEAST) return;
        const audits = runs[0].categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && runs[0].audits[id].score !== null && runs[0].audits[id].score < 0.9);
        below.push(`${name} (${device}): ${category} ${scores[at]}: ${audits.map(({ id }) => `${id} ${runs[0].audits[id].displayValue || ""}`).join(", ")}`);
      });
    }
  }
} finally {
  await chrome.kill();
}
if (below.length) {
  console.error(below.join("\n"));
  process.exit(1);
}
