//! What is published without a review: by those who run the libraries alone, never their own, and to be seen afterwards.

use crate::api::{address, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::json;
use siku::accounts::Role;

on_both_databases! {
    async fn what_is_published_without_a_review_says_so_in_its_history(db: &TestDb) {
        let app = TestApp::on(db).await;
        let steward = app.token_of("steward", Role::Steward, None).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let draft = app.post("/api/v1/technologies", &technology("a")).token(&firm).send().await.expect(201).json();
        let publish = app.patch(&address(&draft), &json!({"status": "published"})).token(&steward);
        publish.header("if-match", "*").send().await.expect(200);
        let created = app.post("/api/v1/technologies", &technology("b")).token(&steward).send().await.expect(201).json();
        for (record, version) in [(&draft, 0), (&created, 0)] {
            let versions = app.get(&format!("{}/versions", address(record))).send().await.expect(200).json();
            assert_eq!(versions["records"][version]["reason"], "published without a review");
        }
        let versions = app.get(&format!("{}/versions", address(&draft))).send().await.expect(200).json();
        assert!(versions["records"][1]["reason"].is_null(), "a draft is no publication");
    }

    async fn nobody_publishes_what_their_own_organisation_owns(db: &TestDb) {
        let app = TestApp::on(db).await;
        for role in [Role::Steward, Role::Admin] {
            let mine = app.token_of(&format!("own {role}"), role, Some("Commission")).await;
            let made = app.post("/api/v1/technologies", &technology("a")).token(&mine).send().await.expect(201).json();
            assert_eq!(made["status"], "draft", "{role}");
            let at_once = app.post("/api/v1/technologies?status=published", &technology("b")).token(&mine).send().await;
            at_once.expect_problem(409, "invalid_state");
            let place = address(&made);
            let patch = async |token: &str, body| {
                app.patch(&place, &body).token(token).header("if-match", "*").send().await
            };
            patch(&mine, json!({"status": "published"})).await.expect_problem(409, "invalid_state");
            let file = "{\"title\":\"c\",\"lang\":\"en\"}";
            let import = app.ask(reqwest::Method::POST, "/api/v1/technologies/imports?status=published").token(&mine);
            import.text("application/x-ndjson", file).send().await.expect_problem(400, "invalid_parameter");

            // Once it is published by somebody else, a change of its text waits for a review.
            let other = app.token_of(&format!("other {role}"), Role::Steward, Some("Elsewhere")).await;
            patch(&other, json!({"status": "published"})).await.expect(200);
            patch(&mine, json!({"description": "不同的说明"})).await.expect(202);
            let shown = app.get(&place).anonymous().send().await.expect(200).json();
            assert_eq!(shown["description"], made["description"], "{role}");
        }
    }
}
