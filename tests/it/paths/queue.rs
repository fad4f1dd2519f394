//! The queue by keyboard: the next match has the focus before the service has answered, no decision gets lost, and what
//! is refused is said.

use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;
use siku::accounts::Role;
use siku::library::store::create;
use siku::library::{Demands, Technologies};
use siku::matching::types::MatchState;
use uuid::Uuid;

use crate::accounts::browser::{PASSWORD, person};
use crate::life::{pair, stored, suggestion, to};
use crate::pages::chromium::{Chromium, Looks};
use crate::support::database::TestDb;
use crate::support::records::{admin, demand, published, technology};
use crate::support::service::TestApp;

/// Whose row has the focus.
const FOCUS: &str = "document.activeElement.closest('[data-row]')?.dataset.row ?? null";
/// Whose case is open.
const OPEN: &str =
    "[...document.querySelectorAll('[data-row] > details[open]')].map((one) => one.parentElement.dataset.row)";
const ROWS: &str = "[...document.querySelectorAll('[data-row]')].map((row) => row.dataset.row)";

async fn press(browser: &Chromium, keys: &[&str]) {
    for key in keys {
        browser.client.active_element().await.unwrap().send_keys(key).await.unwrap();
    }
}

/// A broker before a queue of four, in its order.
async fn queue(browser: &Chromium, app: &TestApp, db: &TestDb) -> Vec<Uuid> {
    pair(db).await;
    for name in ["一", "二", "三"] {
        let offered = create::<Technologies>(db, &admin(), technology(name), published()).await.unwrap();
        let wanted = create::<Demands>(db, &admin(), demand(name), published()).await.unwrap();
        suggestion(db, wanted.head.id, offered.head.id).await;
    }
    person(app, "broker@example.org", Role::Broker, Some("Brokers")).await;
    browser.open(&format!("{}/sign-in?next=/desk", app.base)).await;
    for (id, text) in [("account", "broker@example.org"), ("password", PASSWORD)] {
        browser.client.find(Locator::Id(id)).await.unwrap().send_keys(text).await.unwrap();
    }
    browser.click("main form button").await;
    browser.wait_for(".queue-row").await;
    let rows = browser.value(ROWS).await;
    let rows: Vec<Uuid> = rows.as_array().unwrap().iter().map(|id| id.as_str().unwrap().parse().unwrap()).collect();
    assert_eq!(rows.len(), 4);
    rows
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn decisions_follow_one_another_without_waiting_and_none_is_lost() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let rows = queue(&browser, &app, &db).await;
    let enter = Key::Enter.to_string();
    assert_eq!(browser.value(OPEN).await, json!([rows[0]]), "the first case is there at once");
    press(&browser, &["j", "p"]).await;
    assert_eq!(browser.value(FOCUS).await, rows[1].to_string());
    assert_eq!(browser.value(OPEN).await, json!([rows[1]]));
    press(&browser, &["d", "1", &enter]).await;
    assert_eq!(browser.value(FOCUS).await, rows[2].to_string());
    press(&browser, &["s"]).await;
    assert_eq!(browser.value(FOCUS).await, rows[3].to_string());
    // The line that takes the last step back has come, and what is still to be decided is at the end.
    browser.wait_for(&format!(".undo[action*='{}']", rows[2])).await;
    browser.wait_for(&format!("[data-row='{}'] ~ [data-row='{}']", rows[3], rows[2])).await;
    press(&browser, &["p"]).await;
    browser.wait_for(&format!(".undo[action*='{}']", rows[3])).await;
    for (id, state) in rows.iter().zip(["proposed", "dismissed", "shortlisted", "proposed"]) {
        assert_eq!(stored(&db, *id).await.status, state);
    }
    press(&browser, &["p"]).await;
    browser.wait_for(".empty").await;
    assert_eq!(stored(&db, rows[2]).await.status, "proposed");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_decision_that_is_refused_leads_to_the_page_that_says_why() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let rows = queue(&browser, &app, &db).await;
    // Somebody else was quicker.
    to(&db, &admin(), rows[0], MatchState::Shortlisted).await.unwrap();
    press(&browser, &["j", "p"]).await;
    browser.wait_for(".alert-problem").await;
    assert_eq!(stored(&db, rows[0]).await.status, "shortlisted");
    assert!(browser.client.current_url().await.unwrap().path().contains(&rows[0].to_string()));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_case_of_a_line_has_the_evidence_the_export_gate_and_what_happened() {
    let Some(browser) = Chromium::start(Looks { scripts: false, ..Looks::default() }).await else { return };
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let rows = queue(&browser, &app, &db).await;
    to(&db, &admin(), rows[1], MatchState::Shortlisted).await.unwrap();
    browser.open(&format!("{}/desk?lang=en", app.base)).await;
    let case = |id: Uuid| Locator::Css(format!("[data-row='{id}'] > .case").leak());
    let button = Locator::Css(format!("[data-row='{}'] .decide button", rows[1]).leak());
    assert!(!browser.client.find(button).await.unwrap().is_displayed().await.unwrap());
    let closed = browser.client.find(case(rows[1])).await.unwrap();
    closed.find(Locator::Css("summary")).await.unwrap().click().await.unwrap();
    assert!(browser.client.find(button).await.unwrap().is_displayed().await.unwrap(), "it opens without scripts");
    let text = closed.text().await.unwrap();
    for part in ["There is no export catalogue in force.", "Shortlisted (Broker"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let first = browser.client.find(case(rows[0])).await.unwrap();
    assert_eq!(first.attr("open").await.unwrap(), None, "one is open at a time");
    browser.close().await;
}
