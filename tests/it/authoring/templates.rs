//! Requirements that are often asked for in a field are added to a demand by a button.

use siku::accounts::Role;

use super::browser::sign_in;
use super::{Sheet, author, plain, sheet};
use crate::accounts::browser::person;
use crate::pages::chromium::{Chromium, Looks};
use crate::support::database::TestDb;
use crate::support::service::TestApp;

/// The codes of the templates that a page offers.
fn offered(page: &str) -> Vec<&str> {
    page.split(" value=\"template:").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test]
async fn a_template_becomes_a_requirement_in_the_language_of_the_demand_and_what_was_typed_stays() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let mut browser = author(&app, "embassy@example.org", Role::Embassy, "Embassy of Senegal").await;
    let form = sheet(&mut browser, "/my/demands/new").await.put("lang", "fr").put("title", "Eau potable");
    let form = form.put("requirements/1/text", "Sans réseau électrique").put("requirements/1/priority", "should");
    let form = form.put("budget_max", "beaucoup").tick("fields", "resources.drinking_water");
    let shown = form.press(&mut browser, &app, "template:water-capacity").await.expect(200).text;
    let added = Sheet::of(&shown);
    assert_eq!(added.value("requirements/0/text"), "Sans réseau électrique");
    assert_eq!(added.value("requirements/0/priority"), "should");
    assert_eq!(added.value("requirements/1/text"), "Capacité : … m³ d’eau par jour");
    assert_eq!(added.value("requirements/1/priority"), "must");
    for name in ["lang", "title", "budget_max"] {
        assert_eq!(added.value(name), form.value(name), "{name}");
    }
    // The cursor goes there.
    let area = shown.split("id=\"f-requirements-1-text\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(area.ends_with(" autofocus"), "{area}");
    assert_eq!(shown.matches(" autofocus").count(), 1);

    // A gap that is left is named at its row; one that is filled in is not.
    let checked = added.put("budget_max", "5000").press(&mut browser, &app, "check").await.expect(200).text;
    let said = plain(&checked);
    assert!(said.contains("A requirement is not filled in yet: Capacité"), "{said}");
    assert!(said.contains("<a href=\"#f-requirements-1-text\">"), "{said}");
    let filled = Sheet::of(&checked).put("requirements/1/text", "Capacité : 50 m³ d’eau par jour");
    let checked = filled.press(&mut browser, &app, "check").await.expect(200).text;
    assert!(!plain(&checked).contains("not filled in yet"), "{checked}");
}

#[tokio::test]
async fn a_demand_is_offered_the_templates_of_its_fields_or_of_all_and_nothing_else_is_offered_any() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let mut browser = author(&app, "embassy@example.org", Role::Embassy, "Embassy of Senegal").await;
    let page = browser.get("/my/demands/new").await.expect(200).text;
    let all = offered(&page);
    assert!(all.contains(&"ocean-depth") && all.contains(&"health-patients"), "{all:?}");

    let form = Sheet::of(&page).put("title", "Ships").tick("fields", "ocean").tick("fields", "energy.hydrogen");
    let shown = form.press(&mut browser, &app, "more:requirements").await.expect(200).text;
    assert!(shown.contains("Requirements often asked for: Energy, Ocean"), "{shown}");
    let own = offered(&shown);
    assert!(own.contains(&"ocean-depth") && own.contains(&"energy-output"), "{own:?}");
    assert!(!own.contains(&"health-patients"), "{own:?}");
    // The script is given them with the panel.
    let panel = form.press(&mut browser, &app, "look").await.expect(200).text;
    assert_eq!(offered(&panel), own);

    let unknown = form.press(&mut browser, &app, "template:nothing").await.expect(200).text;
    assert_eq!(Sheet::of(&unknown).value("requirements/0/text"), "");
    assert_eq!(offered(&browser.get("/my/results/new").await.expect(200).text), [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_scripts_a_template_is_added_without_a_new_page_and_the_offer_follows_what_is_chosen() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    person(&app, "embassy@example.org", Role::Embassy, Some("Embassy of Senegal")).await;
    sign_in(&browser, &app, "embassy@example.org").await;
    browser.open(&format!("{}/my/demands/new", app.base)).await;
    browser.value("window.here = 'the same page'").await;
    browser.value("document.getElementById('templates').open = true").await;
    browser.value("document.querySelector('[name=fields][value=ocean]').click()").await;
    let offer = "#templates[open]:not(:has([value='template:health-patients']))";
    assert!(browser.wait_for(offer).await.contains("Requirements often asked for: Ocean"));
    for code in ["ocean-depth", "ocean-data", "spares"] {
        browser.value(&format!("document.querySelector('[value=\"template:{code}\"]').click()")).await;
    }
    for (row, text, priority) in [
        (0, "Working depth: at least … m", "must"),
        (1, "Sends data every … minutes over … (satellite, radio)", "should"),
        (2, "Spare parts delivered within … days", "should"),
    ] {
        let value = |property: &str| format!("document.getElementById('f-requirements-{row}-{property}').value");
        assert_eq!(browser.value(&value("text")).await, text);
        assert_eq!(browser.value(&value("priority")).await, priority);
    }
    assert_eq!(browser.value("document.activeElement.id").await, "f-requirements-2-text");
    assert_eq!(browser.value("window.here").await, "the same page");
    browser.close().await;
}
