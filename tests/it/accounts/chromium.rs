//! Registering and accepting an invitation in a real Chromium.

use super::browser::PASSWORD;
use super::letters::Letters;
use crate::pages::chromium::{Chromium, Looks};
use crate::support::database::TestDb;
use crate::support::service::TestApp;
use fantoccini::Locator;
use serde_json::json;

/// Types into the fields of the form of a page and sends it.
async fn fill(browser: &Chromium, fields: &[(&str, &str)]) {
    for (name, text) in fields {
        let css = format!("main [name={name}]");
        browser.wait_for(&css).await;
        browser.client.find(Locator::Css(&css)).await.unwrap().send_keys(text).await.unwrap();
    }
    browser.click("main form.form button[type=submit]").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_firm_registers_and_a_broker_accepts_on_a_phone() {
    let looks = Looks { width: 390, ..Looks::default() };
    let Some(browser) = Chromium::start(looks).await else { return };
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let letters = Letters::of(&app);
    browser.open(&format!("{}/sign-in", app.base)).await;
    browser.click("main a[href='/register']").await;
    let firm = [
        ("organisation", "北京滴灌科技有限公司"),
        ("credit_code", "91350100m000100y43"),
        ("name", "Wang Fang"),
        ("email", "wang@drip.example"),
        ("password", PASSWORD),
    ];
    fill(&browser, &firm).await;
    assert!(browser.wait_for(".alert-note").await.contains("A mail is on its way"));
    let link = letters.only("wang@drip.example").await.token("registrations");
    browser.open(&format!("{}/registrations/{link}", app.base)).await;
    fill(&browser, &[("password", PASSWORD)]).await;
    assert!(browser.wait_for(".alert-note").await.contains("waits for a steward"));
    fill(&browser, &[("account", "wang@drip.example"), ("password", PASSWORD)]).await;
    assert!(browser.wait_for("main .alert-warning").await.contains("waits for approval"));
    browser.click(".person summary").await;
    browser.click(".person button").await;

    let wanted = json!({"email": "li@broker.example", "role": "broker"});
    app.post("/api/v1/invitations", &wanted).send().await.expect(201);
    let link = letters.only("li@broker.example").await.token("invitations");
    browser.open(&format!("{}/invitations/{link}", app.base)).await;
    fill(&browser, &[("name", "Li Na"), ("password", PASSWORD)]).await;
    assert!(browser.wait_for(".alert-note").await.contains("account is ready"));
    fill(&browser, &[("account", "li@broker.example"), ("password", PASSWORD)]).await;
    assert!(browser.wait_for("main .rows").await.contains("Li Na"));
    browser.close().await;
}
