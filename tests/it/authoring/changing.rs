//! What is published is changed, what two people change at once is not lost, and nobody finds what is somebody else's.

use serde_json::json;
use siku::accounts::Role;

use super::{Sheet, author, sheet, step};
use crate::accounts::browser::{Browser, person};
use crate::accounts::second_factor::set_up;
use crate::api::technology;
use crate::on_both_databases;
use crate::support::service::TestApp;

const EDIT: &str = "/my/technologies/T-2026-000001/edit";
const STEPS: &str = "/my/technologies/T-2026-000001/steps";

/// A draft of the firm's.
async fn drafted(app: &TestApp, firm: &str) -> String {
    let token = app.token_of(&format!("robot of {firm}"), Role::Firm, Some(firm)).await;
    let place = "/api/v1/technologies?status=draft";
    app.post(place, &technology("太阳能滴灌控制器")).token(&token).send().await.expect(201);
    token
}

on_both_databases! {
    async fn what_somebody_else_has_saved_meanwhile_is_shown_and_nothing_typed_is_lost(db: &TestDb) {
        let app = TestApp::on(db).await;
        let token = drafted(&app, "Beijing Drip").await;
        let mut browser = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        let form = sheet(&mut browser, EDIT).await;
        let place = "/api/v1/technologies/T-2026-000001";
        let patch = json!({"summary": "theirs"});
        app.patch(place, &patch).token(&token).header("if-match", "*").send().await.expect(200);
        let form = form.put("summary", "mine").put("advantages", "less water").put("trl", "12");
        // What is put right is still of the version that was read.
        let form = Sheet::of(&form.press(&mut browser, &app, "save").await.expect(422).text).put("trl", "8");
        let shown = form.press(&mut browser, &app, "save").await.expect(412).text;
        assert!(shown.contains("Somebody else has saved this record meanwhile"), "{shown}");
        assert!(shown.contains("<del>theirs</del>") && shown.contains("<ins>mine</ins>"), "{shown}");
        let kept = Sheet::of(&shown);
        assert_eq!((kept.value("summary"), kept.value("advantages")), ("mine", "less water"));
        assert_eq!(app.get(place).send().await.json()["summary"], json!("theirs"));
        // Having seen it, the author decides.
        kept.press(&mut browser, &app, "save").await.expect(303);
        assert_eq!(app.get(place).send().await.json()["summary"], json!("mine"));
    }

    async fn nobody_finds_or_changes_what_is_somebody_elses(db: &TestDb) {
        let app = TestApp::on(db).await;
        let token = drafted(&app, "Beijing Drip").await;
        let mut stranger = author(&app, "stranger@example.org", Role::Firm, "Somewhere Else").await;
        let (own, number) = (sheet(&mut stranger, "/my/technologies/new").await, "T-2026-000001");
        for published in [false, true] {
            if published {
                let body = json!({"status": "published"});
                let place = format!("/api/v1/technologies/{number}");
                app.patch(&place, &body).header("if-match", "*").send().await.expect(200);
                assert!(!stranger.get(&format!("/technologies/{number}")).await.expect(200).text.contains(EDIT));
            }
            stranger.get(EDIT).await.expect(404);
            let form = Sheet { action: EDIT.to_owned(), fields: own.fields.clone() }.put("title", "mine");
            form.press(&mut stranger, &app, "save").await.expect(404);
            let withdraw = [("do", "withdraw"), ("version", "1")];
            step(&mut stranger, "/my/technologies/new", STEPS, &withdraw).await.expect(404);
        }
        let record = app.get("/api/v1/technologies/T-2026-000001").token(&token).send().await.json();
        assert_eq!(record["title"], json!("太阳能滴灌控制器"));

        let led = app.get("/my/technologies").anonymous().send().await.expect(303);
        assert!(led.header("location").starts_with("/sign-in?next="));
        person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await;
        let mut broker = Browser::of(&app, "broker@example.org").await;
        for path in ["/my/technologies", "/my/demands/new", EDIT] {
            broker.get(path).await.expect(403);
        }
        assert!(!broker.get("/").await.expect(200).text.contains("/my/"));
    }

    async fn a_change_of_what_is_published_waits_and_is_taken_back(db: &TestDb) {
        let app = TestApp::on(db).await;
        drafted(&app, "Beijing Drip").await;
        let place = "/api/v1/technologies/T-2026-000001";
        app.patch(place, &json!({"status": "published"})).header("if-match", "*").send().await.expect(200);
        let mut browser = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        assert!(browser.get("/technologies/T-2026-000001").await.expect(200).text.contains(EDIT));
        let shown = browser.get(EDIT).await.expect(200).text;
        assert!(shown.contains("are live at once. Everything else is reviewed first"), "{shown}");
        let live = Sheet::of(&shown).put("keywords", "滴灌\n节水").press(&mut browser, &app, "save").await.expect(303);
        assert!(live.header("location").ends_with("?done=live"), "{}", live.header("location"));
        assert_eq!(app.get(place).send().await.json()["keywords"], json!(["滴灌", "节水"]));

        let form = sheet(&mut browser, EDIT).await.put("title", "风能滴灌控制器");
        let waits = form.press(&mut browser, &app, "save").await.expect(303);
        let shown = browser.get(waits.header("location")).await.expect(200).text;
        assert!(shown.contains("Your change waits for a review") && shown.contains("<ins>风"), "{shown}");
        assert!(!shown.contains("author-form"), "{shown}");
        assert_eq!(app.get(place).send().await.json()["title"], json!("太阳能滴灌控制器"));
        let back = [("do", "take_back"), ("version", "1"), ("revision", "1")];
        step(&mut browser, EDIT, STEPS, &back).await.expect(303);
        assert_eq!(sheet(&mut browser, EDIT).await.value("title"), "太阳能滴灌控制器");
    }

    async fn a_record_is_renewed_archived_and_withdrawn_by_its_owner(db: &TestDb) {
        let app = TestApp::on(db).await;
        drafted(&app, "Beijing Drip").await;
        let place = "/api/v1/technologies/T-2026-000001";
        let version = || async { app.get(place).send().await.json()["version"].to_string() };
        app.patch(place, &json!({"status": "published"})).header("if-match", "*").send().await.expect(200);
        let mut browser = author(&app, "firm@example.org", Role::Firm, "Beijing Drip").await;
        let shown = browser.get("/my/technologies").await.expect(200).text;
        assert!(shown.contains("Yes, archive it") && shown.contains("Renew"), "{shown}");

        let at = version().await;
        let soon = [("do", "renew"), ("version", at.as_str()), ("valid_until", "2027-06-30")];
        let done = step(&mut browser, EDIT, STEPS, &soon).await.expect(303);
        assert!(done.header("location").ends_with("?done=renewed"), "{}", done.header("location"));
        assert_eq!(app.get(place).send().await.json()["valid_until"], json!("2027-06-30"));
        // The version that was seen is not the newest any more.
        let stale = step(&mut browser, EDIT, STEPS, &[("do", "archive"), ("version", &at)]).await.expect(303);
        assert!(stale.header("location").ends_with("?done=stale"), "{}", stale.header("location"));

        for (what, status) in [("archive", "archived"), ("withdraw", "withdrawn"), ("reopen", "draft")] {
            let at = version().await;
            let asked = [("do", what), ("version", at.as_str()), ("reason", "sold")];
            step(&mut browser, EDIT, STEPS, &asked).await.expect(303);
            assert_eq!(app.get(place).send().await.json()["status"], json!(status), "{what}");
        }
        step(&mut browser, EDIT, STEPS, &[("do", "publish"), ("version", "1")]).await.expect(400);
    }

    async fn those_who_run_the_libraries_change_what_is_published_at_once(db: &TestDb) {
        let app = TestApp::on(db).await;
        drafted(&app, "Beijing Drip").await;
        let place = "/api/v1/technologies/T-2026-000001";
        app.patch(place, &json!({"status": "published"})).header("if-match", "*").send().await.expect(200);
        person(&app, "steward@example.org", Role::Steward, None).await;
        let mut browser = Browser::of(&app, "steward@example.org").await;
        set_up(&mut browser).await;
        let shown = browser.get(EDIT).await.expect(200).text;
        assert!(shown.contains("is seen by everybody at once") && shown.contains("data-author=\"look\""), "{shown}");
        Sheet::of(&shown).put("title", "风能滴灌控制器").press(&mut browser, &app, "save").await.expect(303);
        assert_eq!(app.get(place).send().await.json()["title"], json!("风能滴灌控制器"));
        let list = browser.get("/my/technologies").await.expect(200).text;
        assert!(list.contains("Your account belongs to no organisation"), "{list}");
    }
}
