// While a record is written: rows come and go without a new page, and after a pause the form is sent as it stands; the
// service stores a draft and answers with the panel beside the form. Without scripts the buttons do all of it.
"use strict";

const form = document.querySelector("form[data-author]");

// Rows of repeating parts.
function rowsOf(parts) {
  return [...parts.querySelectorAll("[data-part]")];
}

function addRow(parts) {
  const rows = rowsOf(parts);
  const last = rows[rows.length - 1];
  const row = last.cloneNode(true);
  const name = parts.dataset.parts;
  const at = Number(last.querySelector("[name]").name.split("/")[1]);
  for (const element of row.querySelectorAll("[name], [for]")) {
    if (element.name) element.name = element.name.replace(`${name}/${at}/`, `${name}/${at + 1}/`);
    if (element.id) element.id = element.id.replace(`-${at}-`, `-${at + 1}-`);
    if (element.htmlFor) element.htmlFor = element.htmlFor.replace(`-${at}-`, `-${at + 1}-`);
    if (element.tagName === "SELECT") element.selectedIndex = last.querySelector(`#${element.id.replace(`-${at + 1}-`, `-${at}-`)}`).selectedIndex;
    else if ("value" in element) element.value = "";
    element.removeAttribute("aria-invalid");
  }
  row.querySelectorAll(".mistakes").forEach((mistakes) => mistakes.remove());
  row.setAttribute("aria-label", row.getAttribute("aria-label").replace(/\d+$/, rows.length + 1));
  last.after(row);
  row.querySelector("input, textarea, select").focus();
  return row;
}

// A template becomes a requirement: in the first row in which nothing stands yet, or in one more.
function addTemplate(button) {
  const parts = form.querySelector("[data-parts=requirements]");
  const row = rowsOf(parts).find((one) => !one.querySelector("textarea").value.trim()) || addRow(parts);
  const text = row.querySelector("textarea");
  text.value = button.querySelector("[data-text]").textContent;
  row.querySelector("select").value = button.dataset.priority;
  text.focus();
  // What is to be filled in first is marked: typing replaces it.
  const gap = text.value.indexOf("…");
  text.setSelectionRange(gap, gap + 1);
}

// The templates follow the fields and the language that are chosen; what was opened stays open.
function offer(fresh) {
  const shown = document.getElementById("templates");
  if (!shown || !fresh || shown.innerHTML === fresh.innerHTML) return;
  fresh.open = shown.open;
  shown.replaceWith(fresh);
}

function removeRow(row) {
  const parts = row.closest("[data-parts]");
  if (rowsOf(parts).length > 1) row.remove();
  else row.querySelectorAll("input, textarea").forEach((field) => { field.value = ""; });
}

// When it was saved, by the reader's own clock.
function clocks() {
  document.querySelectorAll("time[data-clock]").forEach((time) => {
    const at = new Date(time.dateTime);
    const today = at.toDateString() === new Date().toDateString();
    const lang = document.documentElement.lang;
    time.textContent = today
      ? at.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
      : at.toLocaleString(lang, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
  });
}

const PAUSE = 1500;
let waiting = 0; // the timer
let sending = null; // what is under way
let changed = false; // since it was sent last
let left = false; // it was sent on leaving

async function send(wish) {
  changed = false;
  const body = new URLSearchParams(new FormData(form));
  body.set("do", wish);
  let part = null;
  let offered = null;
  try {
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { accept: "text/html" } });
    if (answer.ok) {
      const panel = new DOMParser().parseFromString(await answer.text(), "text/html");
      part = panel.getElementById("live");
      offered = panel.getElementById("templates");
    }
  } catch (_) { /* said below */ }
  const live = document.getElementById("live");
  if (!part) {
    const lost = document.createElement("p");
    lost.className = "live-bad";
    lost.textContent = form.dataset.lost;
    live.querySelectorAll(".live-bad, .live-saved").forEach((line) => line.remove());
    live.prepend(lost);
    return;
  }
  live.replaceWith(part);
  offer(offered);
  clocks();
  if ("stale" in part.dataset) {
    form.dataset.author = "look"; // nothing of theirs is overwritten by itself
    return;
  }
  form.elements.version.value = part.dataset.version;
  if (form.getAttribute("action") !== part.dataset.address) {
    form.setAttribute("action", part.dataset.address);
    history.replaceState(null, "", part.dataset.address);
  }
}

function later() {
  changed = true;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (sending) { later(); return; }
    sending = send(form.dataset.author).finally(() => { sending = null; });
  }, PAUSE);
}

if (form) {
  form.addEventListener("input", later);
  form.addEventListener("click", (event) => {
    const more = event.target.closest("[data-more]");
    const remove = event.target.closest("[data-remove]");
    const template = event.target.closest("[data-template]");
    if (template) {
      event.preventDefault();
      addTemplate(template);
      later();
    } else if (more) {
      event.preventDefault();
      addRow(more.closest("[data-parts]"));
    } else if (remove) {
      removeRow(remove.closest("[data-part]"));
      later();
    }
  });
  // A button that is pressed waits for what is under way: the version has to be the newest.
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    changed = false;
    if (!sending) return;
    event.preventDefault();
    const button = event.submitter;
    sending.then(() => form.requestSubmit(button));
  });
  // Who leaves within the pause loses nothing; who comes back sees what is stored.
  addEventListener("pagehide", () => {
    if (!changed || form.dataset.author !== "autosave" || !form.getAttribute("action").endsWith("/edit")) return;
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "autosave");
    left = navigator.sendBeacon(form.getAttribute("action"), body);
  });
  addEventListener("pageshow", (event) => { if (event.persisted && left) location.reload(); });
  // After a form that was not taken the address is the one it was sent to.
  if (location.pathname !== form.getAttribute("action")) history.replaceState(null, "", form.getAttribute("action"));
  form.querySelectorAll("[data-remove]").forEach((button) => { button.hidden = false; });
  // What a stored record would meet is said at once, unless the page says it already.
  if (form.getAttribute("action").endsWith("/edit") && !document.querySelector(".live-outlook")) {
    sending = send("look").finally(() => { sending = null; });
  }
  clocks();
}
