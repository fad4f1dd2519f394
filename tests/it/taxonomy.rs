//! The taxonomy as stewards keep it: labels, fields added and retired, and what follows from them.

use reqwest::Method;
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::audit::{self, AuditQuery};

use crate::accounts::browser::{Browser, person};
use crate::accounts::second_factor::set_up;
use crate::on_both_databases;
use crate::support::service::TestApp;

fn technology(title: &str, fields: &[&str]) -> Value {
    json!({"title": title, "lang": "en", "description": "Solar drip irrigation controller for dry fields.", "fields": fields})
}

async fn steward(app: &TestApp) -> Browser<'_> {
    person(app, "steward@example.org", Role::Steward, Some("Commission")).await;
    let mut browser = Browser::of(app, "steward@example.org").await;
    set_up(&mut browser).await;
    browser
}

/// Changes a field at the version there is.
async fn change(app: &TestApp, code: &str, change: Value) -> Value {
    app.patch(&format!("/api/v1/taxonomy/{code}"), &change).header("if-match", "*").send().await.expect(200).json()
}

async fn add(app: &TestApp, code: &str, en: &str) -> Value {
    let new = json!({"code": code, "labels": {"en": en}});
    app.post("/api/v1/taxonomy", &new).send().await.expect(201).json()
}

on_both_databases! {
    async fn a_new_label_is_on_lists_and_forms_at_once_and_is_a_name_that_records_are_read_by(db: &TestDb) {
        let app = TestApp::on(db).await;
        app.add("technologies", &technology("Controller", &["agriculture.water_saving"])).await;
        let mut steward = steward(&app).await;
        let list = "/technologies?field=agriculture.water_saving";
        assert!(steward.get(list).await.expect(200).text.contains("Water-saving irrigation"));
        let page = "/operations/taxonomy/agriculture.water_saving";
        let shown = steward.get(page).await.expect(200).text;
        assert!(shown.contains("value=\"高效节水灌溉\"") && shown.contains("one record has it"), "{shown}");
        let fields = [("version", "1"), ("label_en", "Thrifty <watering>"), ("label_fr", " ")];
        let done = steward.submit(page, page, &fields).await.expect(303);
        assert!(steward.get(done.header("location")).await.expect(200).text.contains("The labels are stored."));
        for place in [list, "/my/technologies/new", "/operations/taxonomy"] {
            let text = steward.get(place).await.expect(200).text;
            assert!(text.contains("Thrifty &#60;watering&#62;") && !text.contains("Water-saving irrigation"), "{place}");
        }
        let missing = steward.get("/operations/taxonomy?show=missing").await.expect(200).text;
        assert!(missing.contains("missing: French") && !missing.contains("agriculture.seeds"), "{missing}");
        let read = app.add("technologies", &technology("Another", &["thrifty <watering>"])).await;
        assert_eq!(read["fields"], json!(["agriculture.water_saving"]));
        // Edited back: as it was, and the first name is known all the while.
        change(&app, "agriculture.water_saving", json!({"labels": {"en": "Water-saving irrigation"}})).await;
        assert!(steward.get(list).await.expect(200).text.contains("Water-saving irrigation"));
    }

    async fn a_field_that_somebody_else_has_changed_is_not_overwritten_and_what_was_typed_stays(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut steward = steward(&app).await;
        let page = "/operations/taxonomy/ict.ai";
        let read = app.get("/api/v1/taxonomy/ict.ai").send().await.expect(200);
        let tag = read.header("etag").to_owned();
        let unchanged = app.get("/api/v1/taxonomy/ict.ai").header("if-none-match", &tag).send().await;
        unchanged.expect(304);
        let place = "/api/v1/taxonomy/ict.ai";
        let first = app.patch(place, &json!({"labels": {"es": "IA"}})).header("if-match", &tag).send().await.expect(200);
        assert_eq!((first.json()["version"].clone(), first.header("etag")), (json!(2), "\"v2-0\""));
        let late = app.patch(place, &json!({"labels": {"es": "Otra"}})).header("if-match", &tag).send().await;
        late.expect_problem(412, "stale_version");
        app.patch(place, &json!({"labels": {"es": "Otra"}})).send().await.expect_problem(428, "precondition_required");
        let typed = [("version", "1"), ("label_es", "Máquinas que piensan")];
        let refused = steward.submit(page, page, &typed).await.expect(412).text;
        assert!(refused.contains("value=\"Máquinas que piensan\"") && refused.contains(">IA<"), "{refused}");
        assert!(refused.contains("name=\"version\" value=\"2\""), "the second time it is meant");
        assert_eq!(app.get(place).send().await.json()["labels"]["es"], "IA");
        // What changes nothing is no change.
        assert_eq!(change(&app, "ict.ai", json!({"labels": {"es": "IA"}})).await["version"], 2);
    }

    async fn a_retired_field_stays_on_its_records_and_is_refused_to_new_ones_with_what_replaces_it(db: &TestDb) {
        let app = TestApp::on(db).await;
        let old = app.add("technologies", &technology("Old", &["agriculture.seeds"])).await;
        let place = format!("/api/v1/technologies/{}", old["id"].as_str().unwrap());
        let retired = change(&app, "agriculture.seeds", json!({"retired": true, "replacement": "agriculture.water_saving"})).await;
        assert!(retired["retired_at"].is_string(), "{retired}");
        let patch = json!({"title": "Old, and changed"});
        let kept = app.patch(&place, &patch).header("if-match", "*").send().await.expect(200).json();
        assert_eq!(kept["fields"], json!(["agriculture.seeds"]));
        let new = app.post("/api/v1/technologies", &technology("New", &["agriculture.seeds"])).send().await.expect(422);
        let told = &new.json()["errors"][0];
        assert_eq!((&told["pointer"], &told["code"]), (&json!("/fields/0"), &json!("retired_field")));
        assert!(told["detail"].as_str().unwrap().contains("agriculture.water_saving"), "{told}");
        let lines = format!("{}\n{}\n", technology("Row", &["agriculture.seeds"]), technology("Fine", &["agriculture"]));
        let imported = app.ask(Method::POST, "/api/v1/technologies/imports").text("application/x-ndjson", lines);
        let imported = imported.send().await.expect(200).json();
        assert_eq!((&imported["created"], &imported["skipped"]), (&json!(1), &json!(1)), "{imported}");
        let found = app.get("/api/v1/technologies?field=agriculture.seeds").send().await.expect(200).json();
        assert_eq!(found["records"][0]["number"], old["number"]);
        let mut steward = steward(&app).await;
        let form = steward.get("/my/technologies/new").await.expect(200).text;
        assert!(form.contains("agriculture.water_saving") && !form.contains("agriculture.seeds"));
        let edit = format!("/my/technologies/{}/edit", old["number"].as_str().unwrap());
        assert!(steward.get(&edit).await.expect(200).text.contains("agriculture.seeds"), "the record keeps it");
        // Back in use.
        let page = "/operations/taxonomy/agriculture.seeds";
        steward.submit(page, page, &[("version", "2"), ("step", "restore")]).await.expect(303);
        app.add("technologies", &technology("New", &["agriculture.seeds"])).await;
    }

    async fn a_field_added_below_another_is_chosen_counted_and_matched_without_a_restart(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut steward = steward(&app).await;
        let page = "/operations/taxonomy/agriculture";
        let fields = [("name", "vertical"), ("new_en", "Vertical farming"), ("new_zh", "垂直农业")];
        let added = steward.submit(page, "/operations/taxonomy/agriculture/below", &fields).await.expect(303);
        assert_eq!(added.header("location"), "/operations/taxonomy/agriculture.vertical?done=added");
        let made = app.add("technologies", &technology("Tower controller", &["垂直农业"])).await;
        assert_eq!(made["fields"], json!(["agriculture.vertical"]));
        let list = steward.get("/technologies?field=agriculture").await.expect(200).text;
        assert!(list.contains("Vertical farming") && list.contains("Tower controller"), "{list}");
        app.drain().await;
        let demand = json!({"title": "Drip irrigation controller", "lang": "en", "country": "EG", "fields": ["agriculture"],
            "description": "Solar drip irrigation controller for dry fields."});
        let matched = app.post("/api/v1/match", &demand).send().await.expect(200).json();
        let signals = matched["matches"][0]["signals"].as_array().unwrap().clone();
        let field = signals.iter().find(|signal| signal["name"] == "field").unwrap();
        assert_eq!(field["value"], 1.0, "{field}");
    }

    async fn what_is_wrong_with_a_field_is_named_by_its_place(db: &TestDb) {
        let app = TestApp::on(db).await;
        add(&app, "ict.quantum", "Quantum information").await;
        let long = "x".repeat(121);
        let added = [
            (json!({"code": "magic.wands", "labels": {"en": "Wands"}}), "/code"),
            (json!({"code": "ict.ai.small", "labels": {"en": "Small"}}), "/code"),
            (json!({"code": "ict.ai", "labels": {"en": "Once more"}}), "/code"),
            (json!({"code": "ict", "labels": {"en": "Once more"}}), "/code"),
            (json!({"code": "ict.x", "labels": {"fr": "Nom"}}), "/labels/en"),
            (json!({"code": "ict.x", "labels": {"en": "QUANTUM information"}}), "/labels/en"),
            (json!({"code": "ict.x", "labels": {"en": "two\nlines"}}), "/labels/en"),
            (json!({"code": "ict.x", "labels": {"en": long}}), "/labels/en"),
        ];
        for (new, place) in added {
            let refused = app.post("/api/v1/taxonomy", &new).send().await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), [place], "{new}");
        }
        change(&app, "ict.quantum", json!({"retired": true, "replacement": "ict.ai"})).await;
        let changed = [
            ("ict", json!({"retired": true}), "/retired"),
            ("ict.ai", json!({"retired": true}), "/retired"),
            ("ict.ai", json!({"replacement": "ict"}), "/replacement"),
            ("ict.quantum", json!({"replacement": "ict.quantum"}), "/replacement"),
            ("ict.ai", json!({"labels": {"zh": null, "en": null}}), "/labels/en"),
            ("ict.ai", json!({"labels": {"de": "KI"}}), "/labels/de"),
        ];
        for (code, wanted, place) in changed {
            let refused = app.patch(&format!("/api/v1/taxonomy/{code}"), &wanted).header("if-match", "*").send().await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), [place], "{code} {wanted}");
        }
        let unknown = app.patch("/api/v1/taxonomy/ict.none", &json!({})).header("if-match", "*").send().await;
        unknown.expect_problem(404, "not_found");
    }

    async fn seeds_loaded_again_leave_a_stewards_taxonomy_as_it_is(db: &TestDb) {
        let app = TestApp::on(db).await;
        change(&app, "ict.ai", json!({"labels": {"en": "Thinking machines", "fr": null}})).await;
        change(&app, "agriculture.seeds", json!({"retired": true})).await;
        siku::seeds::load(db).await.unwrap();
        let field = app.get("/api/v1/taxonomy/ict.ai").send().await.expect(200).json();
        assert_eq!((&field["labels"]["en"], &field["labels"]["fr"]), (&json!("Thinking machines"), &json!("")));
        let retired = app.get("/api/v1/taxonomy/agriculture.seeds").send().await.expect(200).json();
        assert!(retired["retired_at"].is_string(), "{retired}");
    }

    async fn every_change_of_the_taxonomy_is_in_the_audit_with_what_was_and_what_is(db: &TestDb) {
        let app = TestApp::on(db).await;
        add(&app, "ict.quantum", "Quantum").await;
        change(&app, "ict.quantum", json!({"labels": {"en": "Quantum information"}})).await;
        change(&app, "ict.quantum", json!({"retired": true})).await;
        change(&app, "ict.quantum", json!({"retired": false})).await;
        let query = AuditQuery { limit: 10, ..AuditQuery::default() };
        let entries = audit::list(&***db, &query).await.unwrap();
        let actions: Vec<&str> = entries.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(&actions[..4], ["field_restored", "field_retired", "field_changed", "field_added"]);
        let detail = entries[2].detail.as_ref().unwrap();
        assert_eq!(detail["labels"], json!({"en": ["Quantum", "Quantum information"]}));
        assert!(entries[2].actor_id.is_some());
    }

    async fn the_taxonomy_is_kept_by_stewards_alone(db: &TestDb) {
        let app = TestApp::on(db).await;
        for role in [Role::Firm, Role::Embassy, Role::Broker] {
            let email = format!("the-{role}@example.org");
            person(&app, &email, role, Some(&format!("Organisation of {role}"))).await;
            let mut browser = Browser::of(&app, &email).await;
            let home = browser.get("/").await.expect(200).text;
            let token = crate::accounts::browser::form_token(&home);
            let fields = [("form_token", token.as_str()), ("version", "1"), ("label_en", "Mine"), ("name", "mine"), ("new_en", "Mine")];
            for page in ["/operations/taxonomy", "/operations/taxonomy/ict"] {
                assert_eq!(browser.get(page).await.status, 403, "{role} {page}");
            }
            for to in ["/operations/taxonomy/ict", "/operations/taxonomy/ict/below"] {
                assert_eq!(browser.post(to, &fields).await.status, 403, "{role} {to}");
            }
        }
        assert_ne!(app.get("/api/v1/taxonomy/ict").send().await.json()["labels"]["en"], "Mine");
    }
}
