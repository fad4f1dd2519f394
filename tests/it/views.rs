//! Saved views of the brokers' queue: one's own, under names, as tabs.

use serde_json::{Value, json};
use siku::accounts::Role;

use crate::accounts::browser::{Browser, person};
use crate::on_both_databases;
use crate::support::service::TestApp;

const VIEWS: &str = "/api/v1/queue/views";

async fn broker(app: &TestApp, name: &str) -> String {
    app.token_of(name, Role::Broker, Some(name)).await
}

async fn save(app: &TestApp, token: &str, name: &str, filters: Value) -> Value {
    app.post(VIEWS, &json!({"name": name, "filters": filters})).token(token).send().await.expect(201).json()
}

async fn names(app: &TestApp, token: &str) -> Vec<String> {
    let list = app.get(VIEWS).token(token).send().await.expect(200).json();
    list["records"].as_array().unwrap().iter().map(|view| view["name"].as_str().unwrap().to_owned()).collect()
}

on_both_databases! {
    async fn a_view_is_saved_renamed_and_removed_by_its_owner_and_is_nobody_elses(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (mine, theirs) = (broker(&app, "one").await, broker(&app, "other").await);
        let view = save(&app, &mine, "Egypt, mine", json!({"country": ["Egypt"], "assigned": "me"})).await;
        assert_eq!(view["filters"], json!({"country": ["EG"], "assigned": "me"}));
        save(&app, &theirs, "Egypt, mine", json!({"field": ["energy"]})).await;
        let place = format!("{VIEWS}/{}", view["id"].as_str().unwrap());
        assert_eq!(names(&app, &theirs).await.len(), 1);
        let renamed = json!({"name": "Taken over"});
        app.patch(&place, &renamed).token(&theirs).send().await.expect_problem(404, "not_found");
        app.delete(&place).token(&theirs).send().await.expect_problem(404, "not_found");
        let changed = app.patch(&place, &json!({"name": "Egypt"})).token(&mine).send().await.expect(200).json();
        assert_eq!((&changed["name"], &changed["filters"]), (&json!("Egypt"), &view["filters"]));
        let moved = app.patch(&place, &json!({"filters": {"state": ["proposed"]}})).token(&mine).send().await.expect(200);
        assert_eq!(moved.json()["filters"], json!({"state": ["proposed"]}));
        app.delete(&place).token(&mine).send().await.expect(204);
        app.delete(&place).token(&mine).send().await.expect_problem(404, "not_found");
        assert!(names(&app, &mine).await.is_empty());
        assert_eq!(names(&app, &theirs).await, ["Egypt, mine"]);
    }

    async fn what_is_wrong_with_a_view_is_named_by_its_place(db: &TestDb) {
        let app = TestApp::on(db).await;
        let token = broker(&app, "one").await;
        save(&app, &token, "Energy", json!({"field": ["energy"]})).await;
        let cases = [
            (json!({"name": " ", "filters": {"field": ["energy"]}}), "/name"),
            (json!({"name": "x".repeat(61), "filters": {"field": ["energy"]}}), "/name"),
            (json!({"name": "ENERGY", "filters": {"field": ["energy"]}}), "/name"),
            (json!({"name": "Nothing", "filters": {}}), "/filters"),
            (json!({"name": "Magic", "filters": {"field": ["magic"]}}), "/filters/field/0"),
            (json!({"name": "Far", "filters": {"country": ["EG", "Atlantis"]}}), "/filters/country/1"),
            (json!({"name": "Whose", "filters": {"assigned": "him"}}), "/filters/assigned"),
            (json!({"name": "Tongue", "filters": {"language": ["e n"]}}), "/filters/language/0"),
        ];
        for (new, place) in cases {
            let refused = app.post(VIEWS, &new).token(&token).send().await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), [place], "{new}");
        }
    }

    async fn nobody_has_more_views_than_there_is_room_for(db: &TestDb) {
        let app = TestApp::on(db).await;
        let token = broker(&app, "one").await;
        for number in 0..20 {
            save(&app, &token, &format!("View {number}"), json!({"field": ["energy"]})).await;
        }
        let more = json!({"name": "One more", "filters": {"field": ["energy"]}});
        app.post(VIEWS, &more).token(&token).send().await.expect_problem(409, "invalid_state");
        save(&app, &broker(&app, "other").await, "One more", json!({"field": ["energy"]})).await;
    }

    async fn the_filters_on_the_desk_become_a_tab_that_is_renamed_and_removed(db: &TestDb) {
        let app = TestApp::on(db).await;
        person(&app, "broker@example.org", Role::Broker, Some("Brokers")).await;
        let mut browser = Browser::of(&app, "broker@example.org").await;
        assert!(!browser.get("/desk").await.expect(200).text.contains("Save these filters as"), "nothing to save");
        let shown = "/desk?field=energy&assigned=me";
        let fields = [("name", "Energy <mine>"), ("next", shown)];
        let saved = browser.submit(shown, "/desk/views", &fields).await.expect(303);
        assert_eq!(saved.header("location"), shown);
        let tab = "<a href=\"/desk?field=energy&#38;assigned=me\" aria-current=\"page\"><bdi>Energy &#60;mine&#62;</bdi></a>";
        let page = browser.get(shown).await.expect(200).text;
        assert!(page.contains(tab) && !page.contains("Save these filters as"), "{page}");
        let elsewhere = browser.get("/desk?field=ocean").await.expect(200).text;
        assert!(elsewhere.contains("<a href=\"/desk?field=energy&#38;assigned=me\"><bdi>"), "{elsewhere}");
        // The same name twice: said, and what was typed stays.
        let twice = [("name", "Energy <mine>"), ("next", "/desk?field=ocean")];
        let refused = browser.submit("/desk?field=ocean", "/desk/views", &twice).await.expect(422).text;
        assert!(refused.contains("You have a view of this name already."), "{refused}");
        assert!(refused.contains("name=\"name\" value=\"Energy &#60;mine&#62;\""), "{refused}");
        let (_, rest) = page.split_once("action=\"/desk/views/").unwrap();
        let id = rest.split('"').next().unwrap();
        let place = format!("/desk/views/{id}");
        browser.submit(shown, &place, &[("name", "Power"), ("next", shown)]).await.expect(303);
        assert!(browser.get(shown).await.expect(200).text.contains("<bdi>Power</bdi>"));
        let gone = browser.submit(shown, &format!("{place}/removal"), &[]).await.expect(303);
        let left = browser.get(gone.header("location")).await.expect(200).text;
        assert!(!left.contains("<bdi>Power</bdi>") && left.contains("Save these filters as"), "it can be saved again");
        person(&app, "firm@example.org", Role::Firm, Some("Firm")).await;
        let mut firm = Browser::of(&app, "firm@example.org").await;
        let home = firm.get("/").await.expect(200).text;
        let token = crate::accounts::browser::form_token(&home);
        let fields = [("form_token", token.as_str()), ("name", "x"), ("next", "/desk?field=energy")];
        assert_eq!(firm.post("/desk/views", &fields).await.status, 403);
    }
}
