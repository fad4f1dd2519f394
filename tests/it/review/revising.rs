//! What the owner of a published record changes: at once, or after a review, and what others see meanwhile.

use super::{scores, submitted_by};
use crate::api::technology;
use crate::on_both_databases;
use crate::support::service::{Answer, TestApp};
use serde_json::{Value, json};
use siku::accounts::Role;

/// A firm's published technology: its token and the record's address.
async fn published(app: &TestApp) -> (String, String) {
    let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
    let id = submitted_by(app, &firm, "technologies", &technology("太阳能滴灌控制器")).await;
    let place = format!("/api/v1/technologies/{id}");
    review(app, &place, [4, 4, 4, 4], "*").await.expect(201);
    (firm, place)
}

async fn review(app: &TestApp, place: &str, of: [i32; 4], tag: &str) -> Answer {
    app.post(&format!("{place}/reviews"), &scores(of)).header("if-match", tag).send().await
}

async fn patch(app: &TestApp, place: &str, body: Value, token: &str, tag: &str) -> Answer {
    app.patch(place, &body).token(token).header("if-match", tag).send().await
}

async fn shown(app: &TestApp, place: &str) -> Value {
    app.get(place).anonymous().send().await.expect(200).json()
}

on_both_databases! {
    async fn a_new_text_waits_while_the_old_one_is_served_and_found_and_then_takes_its_place(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, place) = published(&app).await;
        app.drain().await;
        let waits = patch(&app, &place, json!({"title": "风能水泵", "keywords": ["水"]}), &firm, "\"v2\"").await.expect(202);
        assert!(waits.header("location").ends_with("/revision"));
        assert_eq!(waits.json()["changes"][0]["pointer"], "/title");
        app.drain().await;
        let public = shown(&app, &place).await;
        assert_eq!((&public["title"], &public["keywords"]), (&json!("太阳能滴灌控制器"), &json!(["水"])));
        assert_eq!(public["version"], 3, "the keyword took effect at once");
        let found = async |words: &str| app.get(&format!("/api/v1/technologies?q={words}")).anonymous().send().await.expect(200).json();
        assert_eq!(found("太阳能").await["records"][0]["id"], public["id"]);
        assert!(app.get("/technologies/T-2026-000001").anonymous().send().await.expect(200).text.contains("太阳能滴灌控制器"));
        let due = app.get("/api/v1/reviews/due").send().await.expect(200).json();
        assert_eq!((&due["records"][0]["revision"], &due["records"][0]["version"]), (&json!(true), &json!(1)));
        let done = review(&app, &place, [4, 4, 4, 4], "\"v1\"").await.expect(201).json();
        assert_eq!((&done["review"]["revision"], &done["version"], &done["status"]), (&json!(1), &json!(4), &json!("published")));
        let public = shown(&app, &place).await;
        assert_eq!((&public["title"], &public["keywords"]), (&json!("风能水泵"), &json!(["水"])));
        let versions = app.get(&format!("{place}/versions")).token(&firm).send().await.expect(200).json();
        assert_eq!(versions["records"][0]["action"], "published");
        app.drain().await;
        assert_eq!(found("风能").await["records"][0]["id"], public["id"]);
        app.get(&format!("{place}/revision")).token(&firm).send().await.expect_problem(404, "not_found");
        assert_eq!(app.get("/api/v1/reviews/due").send().await.expect(200).json()["total"], 0);
        let audit = app.get("/api/v1/audit").send().await.expect(200).text;
        assert!(audit.contains("\"revised\""), "{audit}");
    }

    async fn trifles_change_at_once_and_a_far_end_is_reviewed(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, place) = published(&app).await;
        let near = (chrono::Utc::now() + chrono::TimeDelta::days(100)).date_naive();
        let far = (chrono::Utc::now() + chrono::TimeDelta::days(1000)).date_naive();
        let body = json!({"keywords": ["a"], "valid_until": near, "external_id": "x1"});
        patch(&app, &place, body, &firm, "*").await.expect(200);
        let public = shown(&app, &place).await;
        assert_eq!((&public["keywords"], &public["valid_until"]), (&json!(["a"]), &json!(near)));
        patch(&app, &place, json!({"valid_until": far}), &firm, "*").await.expect(202);
        assert_eq!(shown(&app, &place).await["valid_until"], json!(near));
        let rival = app.token_of("rival", Role::Firm, Some("Another firm")).await;
        patch(&app, &place, json!({"keywords": ["b"]}), &rival, "*").await.expect_problem(403, "forbidden");
        app.get(&format!("{place}/revision")).token(&rival).send().await.expect_problem(403, "forbidden");
    }

    async fn a_change_that_comes_back_is_put_right_and_one_that_is_rejected_is_gone(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, place) = published(&app).await;
        patch(&app, &place, json!({"title": "b", "trl": 8}), &firm, "*").await.expect(202);
        let meanwhile = patch(&app, &place, json!({"title": "c"}), &firm, "*").await;
        meanwhile.expect_problem(409, "invalid_state");
        review(&app, &place, [2, 2, 2, 2], "\"v7\"").await.expect_problem(412, "stale_version");
        let back = review(&app, &place, [2, 2, 2, 2], "*").await.expect(201).json();
        assert_eq!((&back["status"], &back["review"]["result"]), (&json!("published"), &json!("returned")));
        let read = async || app.get(&format!("{place}/revision")).token(&firm).send().await;
        assert_eq!(read().await.expect(200).json()["waiting"], false);
        assert_eq!(app.get("/api/v1/reviews/due").send().await.expect(200).json()["total"], 0);
        review(&app, &place, [4, 4, 4, 4], "*").await.expect_problem(409, "invalid_state");
        // Put right on top of what was sent.
        let again = patch(&app, &place, json!({"title": "c"}), &firm, "*").await.expect(202).json();
        let pointers: Vec<&str> = again["changes"].as_array().unwrap().iter().map(|one| one["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, ["/title", "/trl"]);
        review(&app, &place, [1, 1, 1, 0], "*").await.expect(201);
        read().await.expect_problem(404, "not_found");
        assert_eq!(shown(&app, &place).await["title"], "太阳能滴灌控制器");
        patch(&app, &place, json!({"title": "d"}), &firm, "*").await.expect(202);
        let gone = app.delete(&format!("{place}/revision")).token(&firm).header("if-match", "\"v1\"").send().await;
        gone.expect(204);
        read().await.expect_problem(404, "not_found");
    }

    async fn what_the_operator_changes_meanwhile_is_kept(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, place) = published(&app).await;
        patch(&app, &place, json!({"title": "b"}), &firm, "*").await.expect(202);
        let other = app.token_of("other", Role::Steward, None).await;
        patch(&app, &place, json!({"trl": 9}), &other, "*").await.expect(200);
        review(&app, &place, [4, 4, 4, 4], "*").await.expect(201);
        let public = shown(&app, &place).await;
        assert_eq!((&public["title"], &public["trl"]), (&json!("b"), &json!(9)));
    }

    async fn contact_data_is_refused_in_a_change_as_well(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, place) = published(&app).await;
        let refused = patch(&app, &place, json!({"summary": "wang@example.org"}), &firm, "*").await;
        assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/summary"]);
        patch(&app, &place, json!({"title": "b"}), &firm, "\"v1\"").await.expect_problem(412, "stale_version");
    }
}
