//! The desk in a real Chromium: decided by keyboard, answered with scripts off, on a phone without scrolling sideways.

use fantoccini::Locator;
use fantoccini::key::Key;
use siku::accounts::Role;
use siku::matching::types::MatchState;

use crate::accounts::browser::{PASSWORD, person};
use crate::life::{EMBASSY, FIRM, Pair, pair, stored, to};
use crate::pages::chromium::{Chromium, Looks};
use crate::support::database::TestDb;
use crate::support::service::TestApp;

async fn stage(db: &TestDb) -> (TestApp, Pair) {
    let app = TestApp::on(db).await;
    let pair = pair(db).await;
    person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await;
    person(&app, "firm@example.org", Role::Firm, Some(FIRM)).await;
    person(&app, "embassy@example.org", Role::Embassy, Some(EMBASSY)).await;
    (app, pair)
}

async fn sign_in(browser: &Chromium, app: &TestApp, account: &str) {
    browser.open(&format!("{}/sign-in", app.base)).await;
    for (name, value) in [("account", account), ("password", PASSWORD)] {
        browser.client.find(Locator::Id(name)).await.unwrap().send_keys(value).await.unwrap();
    }
    browser.click("main form button").await;
    browser.wait_for("dl.rows").await;
}

/// One keystroke, to whatever has the focus.
async fn press(browser: &Chromium, key: &str) {
    browser.client.active_element().await.unwrap().send_keys(key).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broker_decides_from_the_queue_with_at_most_four_keystrokes() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    let db = TestDb::sqlite().await;
    let (app, pair) = stage(&db).await;
    sign_in(&browser, &app, "broker@example.org").await;
    browser.open(&format!("{}/desk", app.base)).await;
    // To the first row, and dismissed for the first reason: four.
    for key in ["j", "d", "1"] {
        press(&browser, key).await;
    }
    press(&browser, &Key::Enter.to_string()).await;
    browser.wait_for(".undo").await;
    assert_eq!(stored(&db, pair.id).await.status, "dismissed");
    press(&browser, "u").await;
    browser.wait_for(".queue-row").await;
    // To the first row, and proposed: two.
    press(&browser, "j").await;
    press(&browser, "p").await;
    browser.wait_for(".undo").await;
    assert_eq!(stored(&db, pair.id).await.status, "proposed");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broker_opens_a_match_and_decides_there_by_keyboard() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    let db = TestDb::sqlite().await;
    let (app, pair) = stage(&db).await;
    sign_in(&browser, &app, "broker@example.org").await;
    browser.open(&format!("{}/desk", app.base)).await;
    press(&browser, "j").await;
    press(&browser, &Key::Enter.to_string()).await;
    browser.wait_for(".decision").await;
    press(&browser, "s").await;
    browser.wait_for(".undo").await;
    assert_eq!(stored(&db, pair.id).await.status, "shortlisted");
    // Typing is typing: a letter in a text decides nothing.
    let text = browser.client.find(Locator::Css("#tasks ~ form input[name=title]")).await.unwrap();
    text.send_keys("p").await.unwrap();
    assert_eq!(text.prop("value").await.unwrap().as_deref(), Some("p"));
    assert_eq!(stored(&db, pair.id).await.status, "shortlisted");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_firm_accepts_and_asks_on_its_page_with_scripts_off() {
    let looks = Looks { scripts: false, ..Looks::default() };
    let Some(browser) = Chromium::start(looks).await else { return };
    let db = TestDb::sqlite().await;
    let (app, pair) = stage(&db).await;
    to(&db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
    sign_in(&browser, &app, "firm@example.org").await;
    browser.open(&format!("{}/notices", app.base)).await;
    browser.open(&format!("{}/matches/{}", app.base, pair.id)).await;
    browser.click("button[value=accepted]").await;
    browser.wait_for(".undo").await;
    assert_eq!(stored(&db, pair.id).await.technology_answer.as_deref(), Some("accepted"));
    browser.client.find(Locator::Id("text")).await.unwrap().send_keys("How hot is it?").await.unwrap();
    browser.click("form[action$=messages] button").await;
    assert!(browser.wait_for(".message-text").await.contains("How hot is it?"));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_of_a_case_scrolls_sideways_on_a_phone() {
    let Some(browser) = Chromium::start(Looks { width: 390, ..Looks::default() }).await else { return };
    let db = TestDb::sqlite().await;
    let (app, pair) = stage(&db).await;
    sign_in(&browser, &app, "broker@example.org").await;
    let place = format!("/matches/{}", pair.id);
    for path in ["/desk", "/desk/cases", "/desk/screenings", "/notices", &place] {
        for lang in ["zh", "en"] {
            browser.open(&format!("{}{path}?lang={lang}", app.base)).await;
            // A page that is too wide makes a phone zoom out, so the width is compared with the phone's own.
            let overflow = browser.value("document.documentElement.scrollWidth - 390").await;
            assert!(overflow.as_i64().unwrap() <= 0, "{path} in {lang} is {overflow} pixels too wide");
        }
    }
    browser.close().await;
}
