//! What is looked at when a record is submitted, what waits for whom, and what changed since.

use super::{scores, submitted, submitted_by};
use crate::api::{demand, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::{Value, json};
use siku::accounts::Role;

fn reachable(title: &str) -> Value {
    let mut body = technology(title);
    body["description"] = "光伏供电的灌溉控制器。请联系 wang@example.org，电话 13800138000。".into();
    body
}

fn numbers(due: &Value) -> Vec<&str> {
    due["records"].as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap()).collect()
}

on_both_databases! {
    async fn contact_data_keeps_a_record_from_being_submitted_and_is_named(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let at_once = app.post("/api/v1/technologies?status=submitted", &reachable("滴灌")).token(&firm).send().await;
        assert_eq!(at_once.expect_problem(422, "invalid_fields"), ["/description", "/description"]);
        let draft = app.post("/api/v1/technologies", &reachable("滴灌")).token(&firm).send().await.expect(201).json();
        let place = crate::api::address(&draft);
        let patch = |body: Value| app.patch(&place, &body).token(&firm).header("if-match", "*").send();
        let refused = patch(json!({"status": "submitted"})).await;
        let codes: Vec<Value> = refused.json()["errors"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect();
        assert_eq!(codes, ["mail", "telephone"]);
        refused.expect_problem(422, "invalid_fields");
        assert_eq!(app.get(&place).token(&firm).send().await.expect(200).json()["status"], "draft");
        patch(json!({"description": "光伏供电的灌溉控制器。"})).await.expect(200);
        patch(json!({"status": "submitted"})).await.expect(200);
        patch(json!({"title": "b"})).await.expect_problem(409, "invalid_state");
    }

    async fn what_was_read_is_what_is_submitted(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let draft = app.post("/api/v1/technologies", &technology("滴灌")).token(&firm).send().await.expect(201);
        let (place, tag) = (crate::api::address(&draft.json()), draft.header("etag").to_owned());
        app.patch(&place, &json!({"title": "b"})).token(&firm).header("if-match", &tag).send().await.expect(200);
        let stale = app.patch(&place, &json!({"status": "submitted"})).token(&firm).header("if-match", &tag).send().await;
        stale.expect_problem(412, "stale_version");
    }

    async fn the_queue_shows_the_oldest_first_with_what_the_checks_said(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        submitted_by(&app, &firm, "technologies", &technology("太阳能滴灌控制器")).await;
        submitted(&app, "demands", &demand("irrigation")).await;
        app.post("/api/v1/technologies", &technology("草稿")).token(&firm).send().await.expect(201);
        let due = app.get("/api/v1/reviews/due").send().await.expect(200).json();
        assert_eq!((numbers(&due), &due["total"]), (vec!["T-2026-000001", "D-2026-000001"], &json!(2)));
        let first = &due["records"][0];
        assert_eq!((&first["version"], &first["working_days"]), (&json!(1), &json!(0)));
        let said: Vec<&str> =
            first["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert!(said.contains(&"no-figure") && said.contains(&"no-modes"), "{said:?}");
        assert!(first["findings"][0]["message"].as_str().unwrap().len() > 10);
        let one = app.get("/api/v1/reviews/due?library=demands").send().await.expect(200).json();
        assert_eq!(numbers(&one), ["D-2026-000001"]);
        let short = app.get("/api/v1/reviews/due?limit=1").send().await.expect(200).json();
        assert_eq!((numbers(&short), &short["total"]), (vec!["T-2026-000001"], &json!(2)));
        // Somebody of the firm who runs the library is not asked about it, nor whoever wrote it.
        let partial = app.token_of("partial", Role::Steward, Some("Beijing Drip")).await;
        let due = app.get("/api/v1/reviews/due").token(&partial).send().await.expect(200).json();
        assert_eq!((numbers(&due), &due["total"]), (vec!["D-2026-000001"], &json!(1)));
        let place = format!("/api/v1/demands/{}", due["records"][0]["id"].as_str().unwrap());
        app.patch(&place, &json!({"title": "eau"})).token(&partial).header("if-match", "*").send().await.expect(200);
        let due = app.get("/api/v1/reviews/due").token(&partial).send().await.expect(200).json();
        assert_eq!(due["total"], 0);
    }

    async fn what_was_reviewed_or_taken_back_waits_no_longer(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let reviewed = submitted_by(&app, &firm, "technologies", &technology("滴灌")).await;
        let taken_back = submitted_by(&app, &firm, "technologies", &technology("水泵")).await;
        let place = format!("/api/v1/technologies/{taken_back}");
        app.patch(&place, &json!({"status": "draft"})).token(&firm).header("if-match", "*").send().await.expect(200);
        let review = app.post(&format!("/api/v1/technologies/{reviewed}/reviews"), &scores([3, 3, 3, 3]));
        review.header("if-match", "*").send().await.expect(201);
        assert_eq!(app.get("/api/v1/reviews/due").send().await.expect(200).json()["total"], 0);
    }

    async fn a_near_duplicate_is_shown_to_the_reviewer(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut body = technology("太阳能滴灌控制器");
        body["description"] = "光伏供电的灌溉控制器，按土壤湿度自动滴灌，每公顷用水低于2800立方米，比漫灌节水40%，已在新疆棉田运行两季。".into();
        app.add("technologies", &body).await;
        app.drain().await;
        submitted(&app, "technologies", &body).await;
        let due = app.get("/api/v1/reviews/due").send().await.expect(200).json();
        assert_eq!(due["records"][0]["duplicates"][0]["number"], "T-2026-000001", "{due}");
    }

    async fn versions_are_compared_value_by_value_and_word_by_word(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut body = technology("太阳能滴灌控制器");
        body["confidential"] = "the recipe".into();
        let record = app.add("technologies", &body).await;
        let place = crate::api::address(&record);
        let patch = json!({"title": "风能滴灌控制器", "trl": 8, "confidential": "another recipe"});
        app.patch(&place, &patch).header("if-match", "*").send().await.expect(200);
        let read = |to: &str| app.get(&format!("{place}/versions/1/difference{to}"));
        let found = read("").send().await.expect(200).json();
        assert_eq!((&found["from"], &found["to"]), (&json!(1), &json!(2)));
        let pointers: Vec<&str> =
            found["changes"].as_array().unwrap().iter().map(|one| one["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, ["/confidential", "/title", "/trl"]);
        let words = &found["changes"][1]["words"];
        assert_eq!(words[words.as_array().unwrap().len() - 1], json!({"kind": "equal", "text": "能滴灌控制器"}));
        assert_eq!(read("?to=1").send().await.expect(200).json()["changes"], json!([]));
        read("?to=9").send().await.expect_problem(404, "not_found");
        read("?to=x").send().await.expect_problem(400, "invalid_parameter");
        read("").anonymous().send().await.expect_problem(401, "unauthenticated");
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        read("").token(&firm).send().await.expect_problem(403, "forbidden");
        let audit = app.get("/api/v1/audit").send().await.expect(200).text;
        assert!(audit.contains("read_confidential"), "reading a confidential part is written down");
    }
}
