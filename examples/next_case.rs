//! How soon the next match is on the screen after a decision in the broker's queue, in a real Chromium:
//! `cargo run --example next_case -- ADDRESS ACCOUNT PASSWORD [DECISIONS]`, with a service that runs, such as `siku demo`.
//!
//! Each decision dismisses the match that has the focus, by keyboard. The time runs from the key that sends it until
//! the frame is out in which the next match is in view with its case open and the decided one is gone. The same is measured
//! of the form as a browser without scripts sends it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    dead_code,
    reason = "measures or fails; the browser is the one of the tests, which use more of it"
)]

#[path = "../tests/it/pages/chromium.rs"]
mod chromium;

use chromium::{Chromium, Looks};
use fantoccini::Locator;
use fantoccini::key::Key;

/// In every page: what is pressed when, and when its consequences are out.
const CLOCK: &str = r#"
const count = () => Number(sessionStorage.getItem("count"));
addEventListener("keydown", (event) => {
    const row = event.target.closest("[data-row]");
    if (event.key !== "Enter" || !row) return;
    const values = { row: row.dataset.row, count: count() + 1, pressed: performance.timeOrigin + event.timeStamp };
    for (const [name, value] of Object.entries(values)) sessionStorage.setItem(name, value);
    if (!sessionStorage.getItem("plain")) return;
    event.stopImmediatePropagation();
    const form = row.querySelector("form.decide");
    const to = document.createElement("input");
    Object.assign(to, { type: "hidden", name: "to", value: "dismissed" });
    form.append(to);
    form.submit();
}, true);
function note(name) {
    const root = document.documentElement.dataset;
    if (root[name] === String(count())) return;
    root[name] = count();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => sessionStorage.setItem(name, performance.timeOrigin + performance.now() - sessionStorage.getItem("pressed"));
    port2.postMessage(null);
}
function look() {
    const decided = sessionStorage.getItem("row");
    if (decided && document.body) {
        const next = document.activeElement.closest("[data-row]") || document.querySelector("[data-row]");
        const heading = next && next.querySelector(".side-title").getBoundingClientRect();
        const evidence = next && next.querySelector(".case[open] > .coverage-line").getBoundingClientRect();
        const gone = !document.querySelector(`[data-row="${decided}"]`);
        if (gone && heading && heading.top >= 0 && evidence.bottom <= innerHeight) note("painted");
        if (gone && document.querySelector(".undo")) note("recorded");
    }
    requestAnimationFrame(look);
}
requestAnimationFrame(look);
"#;

async fn press(browser: &Chromium, key: &str) {
    browser.client.active_element().await.unwrap().send_keys(key).await.unwrap();
}

fn line(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() as f64 * part) as usize).min(times.len() - 1)];
    println!("| {name} | {} | {:.0} | {:.0} | {:.0} |", times.len(), at(0.5), at(0.95), at(1.0));
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [base, account, password, rest @ ..] = arguments.as_slice() else {
        panic!("cargo run --example next_case -- ADDRESS ACCOUNT PASSWORD [DECISIONS]");
    };
    let decisions: usize = rest.first().map_or(30, |number| number.parse().expect("a number of decisions"));
    let browser = Chromium::start(Looks::default()).await.expect("chromium and chromedriver are installed");
    browser.open(&format!("{base}/sign-in")).await;
    for (name, value) in [("account", account), ("password", password)] {
        browser.client.find(Locator::Id(name)).await.unwrap().send_keys(value).await.unwrap();
    }
    browser.click("main form button").await;
    browser.wait_for("dl.rows").await;
    browser.before_each_page(CLOCK).await;
    println!("| ms from the key | decisions | p50 | p95 | max |\n|---|---|---|---|---|");
    for (name, plain) in [("with scripts", ""), ("by a form and a new page", "1")] {
        browser.open(&format!("{base}/desk")).await;
        browser.value(&format!("sessionStorage.clear() || sessionStorage.setItem('plain', '{plain}')")).await;
        let (mut painted, mut recorded) = (Vec::new(), Vec::new());
        for count in 1..=decisions {
            if count == 1 || !plain.is_empty() {
                press(&browser, "j").await;
            }
            for key in ["d".to_owned(), "1".to_owned(), Key::Enter.to_string()] {
                press(&browser, &key).await;
            }
            browser.wait_for(&format!("html[data-painted='{count}'][data-recorded='{count}']")).await;
            let times = browser.value("[sessionStorage.painted, sessionStorage.recorded].map(Number)").await;
            painted.push(times[0].as_f64().unwrap());
            recorded.push(times[1].as_f64().unwrap());
        }
        line(&format!("{name}: the next match is on the screen"), painted);
        line(&format!("{name}: the decision is recorded and can be taken back"), recorded);
    }
    browser.close().await;
}
