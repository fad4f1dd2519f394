//! The form of a record in a real Chromium: rows come without a new page, and what is typed is stored by itself.

use fantoccini::Locator;
use siku::accounts::Role;

use crate::accounts::browser::{PASSWORD, person};
use crate::pages::chromium::{Chromium, Looks};
use crate::support::database::TestDb;
use crate::support::service::TestApp;

pub(super) async fn sign_in(browser: &Chromium, app: &TestApp, account: &str) {
    browser.open(&format!("{}/sign-in", app.base)).await;
    for (name, value) in [("account", account), ("password", PASSWORD)] {
        browser.client.find(Locator::Id(name)).await.unwrap().send_keys(value).await.unwrap();
    }
    browser.click("main form button").await;
    browser.wait_for("dl.rows").await;
}

async fn type_in(browser: &Chromium, id: &str, text: &str) {
    browser.client.find(Locator::Id(id)).await.unwrap().send_keys(text).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demand_is_stored_while_it_is_typed_and_rows_come_without_a_new_page() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    person(&app, "embassy@example.org", Role::Embassy, Some("Embassy of Egypt")).await;
    sign_in(&browser, &app, "embassy@example.org").await;
    browser.open(&format!("{}/my/demands/new", app.base)).await;
    type_in(&browser, "f-title", "Water-saving irrigation").await;
    browser.wait_for("#live[data-address$='D-2026-000001/edit'] .live-saved").await;
    assert!(browser.client.current_url().await.unwrap().path().ends_with("/D-2026-000001/edit"));

    // A row more, here and now; the next pause stores it over the version that the first one made.
    let more = "[data-parts=requirements] [data-more]";
    browser.value(&format!("document.querySelector('{more}').scrollIntoView({{ block: 'center' }})")).await;
    browser.click(more).await;
    type_in(&browser, "f-requirements-2-text", "at most 3000 cubic metres per hectare").await;
    browser.wait_for("#live[data-version^='2.0.'] .live-saved").await;
    let place = "/api/v1/demands/D-2026-000001";
    let stored = app.get(place).send().await.expect(200).json();
    assert_eq!(stored["requirements"][0]["text"], "at most 3000 cubic metres per hectare");
    assert_eq!((&stored["status"], &stored["title"]), (&"draft".into(), &"Water-saving irrigation".into()));

    // What cannot be stored is said, and stands where it was typed.
    type_in(&browser, "f-budget_max", "much").await;
    assert!(browser.wait_for("#live .live-bad").await.contains("Not saved"));
    assert_eq!(browser.value("document.getElementById('f-budget_max').value").await, "much");
    assert_eq!(app.get(place).send().await.json()["version"], 2);
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_of_an_author_scrolls_sideways_on_a_phone() {
    let Some(browser) = Chromium::start(Looks { width: 390, ..Looks::default() }).await else { return };
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    person(&app, "firm@example.org", Role::Firm, Some("Beijing Drip")).await;
    let firm = app.token_of("robot", Role::Firm, Some("Beijing Drip")).await;
    let body = crate::api::technology("太阳能滴灌控制器");
    app.post("/api/v1/technologies", &body).token(&firm).send().await.expect(201);
    sign_in(&browser, &app, "firm@example.org").await;
    let paths = ["/my/technologies", "/my/technologies/T-2026-000001/edit", "/my/demands/new", "/my/results/new"];
    for path in paths.into_iter().chain(["/my/demands", "/my/institutions/new"]) {
        for lang in ["zh", "en", "ar"] {
            browser.open(&format!("{}{path}?lang={lang}", app.base)).await;
            let overflow = browser.value("document.documentElement.scrollWidth - 390").await;
            assert!(overflow.as_i64().unwrap() <= 0, "{path} in {lang} is {overflow} pixels too wide");
        }
    }
    browser.close().await;
}
