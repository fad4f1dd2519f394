//! Every public page against the rules of axe-core for WCAG 2.2, levels A and AA, in a real Chromium.
//!
//! axe-core comes with `npm ci --prefix tests/axe`; `SIKU_NEED_AXE=1` (set by `make test`) turns its absence into a
//! failure.

use std::path::Path;

use serde_json::{Value, json};

use super::browser::service;
use super::chromium::{Chromium, Looks};

const RULES: &str = "axe.run(document, { resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then((found) => arguments[0](found.violations.map((rule) =>
        `${rule.id}: ${rule.nodes.map((node) => `${node.html} (${node.failureSummary})`).join('; ')}`)),
        (error) => arguments[0]([String(error)]))";

fn axe() -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/axe/node_modules/axe-core/axe.min.js");
    match std::fs::read_to_string(&file) {
        Ok(source) => Some(source),
        Err(error) => {
            assert!(std::env::var_os("SIKU_NEED_AXE").is_none(), "{}: {error}", file.display());
            eprintln!("skipped: no {} ({error}); npm ci --prefix tests/axe", file.display());
            None
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_public_page_breaks_a_rule_of_wcag_in_light_or_in_dark() {
    let Some(axe) = axe() else { return };
    let mut wrong = Vec::new();
    for dark in [false, true] {
        let Some(browser) = Chromium::start(Looks { dark, ..Looks::default() }).await else { return };
        let (app, demand, dossier) = service().await;
        browser.open(&format!("{}/technologies", app.base)).await;
        let technology = browser.value("document.querySelector('.card-title a').getAttribute('href')").await;
        let pages = ["/", "/technologies", "/demands", "/results", "/institutions", "/search?q=water", "/about"];
        let more = ["/sign-in", "/design", "/nowhere", technology.as_str().unwrap(), &demand, &dossier];
        for (path, lang) in pages.iter().chain(&more).flat_map(|path| ["zh", "ar"].map(|lang| (path, lang))) {
            let separator = if path.contains('?') { '&' } else { '?' };
            browser.open(&format!("{}{path}{separator}lang={lang}", app.base)).await;
            browser.client.execute(&axe, vec![]).await.unwrap();
            let found = browser.client.execute_async(RULES, vec![]).await.unwrap();
            if found != json!([]) {
                let found: Vec<String> = found.as_array().into_iter().flatten().map(Value::to_string).collect();
                wrong.push(format!("{path} in {lang}{}: {}", if dark { ", dark" } else { "" }, found.join("\n    ")));
            }
        }
        browser.close().await;
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
