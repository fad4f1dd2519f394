//! Decisions over HTTP: versions, repeated requests, what is answered when it cannot be.

use super::{EMBASSY, FIRM, pair};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::{Value, json};
use siku::accounts::Role;

on_both_databases! {
    async fn a_decision_answers_where_the_match_stands_and_names_its_version(db: &TestDb) {
        let app = TestApp::on(db).await;
        let place = format!("/api/v1/matches/{}", pair(db).await.id);
        let read = app.get(&place).send().await.expect(200);
        let decide = |body: Value| app.post(&format!("{place}/decisions"), &body);
        let body = json!({"to": "shortlisted", "text": "ask for the price"});
        decide(body.clone()).send().await.expect_problem(428, "precondition_required");
        let done = decide(body.clone()).header("if-match", read.header("etag")).send().await.expect(200);
        let standing = done.json();
        assert_eq!((&standing["state"], &standing["version"]), (&json!("shortlisted"), &json!(2)));
        assert_eq!(standing["possible"], json!(["proposed", "dismissed", "withdrawn", "on_hold"]));
        let now = app.get(&place).send().await.expect(200);
        assert_eq!((now.header("etag"), &now.json()["state"]), (done.header("etag"), &standing["state"]));
        let stale = decide(json!({"to": "proposed"})).header("if-match", read.header("etag")).send().await;
        stale.expect_problem(412, "stale_version");
        let illegal = decide(json!({"to": "agreed"})).header("if-match", done.header("etag")).send().await;
        assert!(illegal.json()["detail"].as_str().unwrap().contains("it can become proposed, dismissed"));
        illegal.expect_problem(409, "illegal_transition");
        let unknown = decide(json!({"to": "sold"})).header("if-match", "*").send().await;
        assert_eq!(unknown.expect_problem(422, "invalid_fields"), ["/to"]);
        let bare = decide(json!({"to": "dismissed"})).header("if-match", "*").send().await;
        assert_eq!(bare.expect_problem(422, "invalid_fields"), ["/reason"]);
    }

    async fn the_same_key_decides_once(db: &TestDb) {
        let app = TestApp::on(db).await;
        let place = format!("/api/v1/matches/{}", pair(db).await.id);
        let ask = || {
            let ask = app.post(&format!("{place}/decisions"), &json!({"to": "shortlisted"}));
            ask.header("if-match", "\"v1\"").header("idempotency-key", "d1").send()
        };
        let first = ask().await.expect(200);
        let second = ask().await.expect(200);
        assert_eq!((second.header("idempotency-replayed"), &second.text), ("true", &first.text));
        assert_eq!(second.header("etag"), first.header("etag"));
    }

    async fn sides_answer_and_a_step_is_taken_back_over_http(db: &TestDb) {
        let app = TestApp::on(db).await;
        let place = format!("/api/v1/matches/{}", pair(db).await.id);
        let firm = app.token_of("firm", Role::Firm, Some(FIRM)).await;
        let embassy = app.token_of("embassy", Role::Embassy, Some(EMBASSY)).await;
        let broker = app.token_of("broker", Role::Broker, Some("Brokers")).await;
        let post = |step: &str, body, token: &str| {
            app.post(&format!("{place}/{step}"), &body).token(token).header("if-match", "*").send()
        };
        post("answers", json!({"answer": "accepted"}), &firm).await.expect_problem(404, "not_found");
        post("decisions", json!({"to": "proposed"}), &firm).await.expect_problem(403, "forbidden");
        post("decisions", json!({"to": "proposed"}), &broker).await.expect(200);
        let taken_back = app.ask(reqwest::Method::POST, &format!("{place}/undo")).header("if-match", "*");
        taken_back.token(&broker).send().await.expect(200);
        post("answers", json!({"answer": "accepted"}), &firm).await.expect_problem(404, "not_found");
        post("decisions", json!({"to": "proposed"}), &broker).await.expect(200);
        post("answers", json!({"answer": "accepted"}), &firm).await.expect(200);
        post("answers", json!({"answer": "accepted"}), &firm).await.expect_problem(409, "invalid_state");
        let unsaid = post("answers", json!({"answer": "declined"}), &embassy).await;
        assert_eq!(unsaid.expect_problem(422, "invalid_fields"), ["/reason"]);
        let both = post("answers", json!({"answer": "accepted"}), &embassy).await.expect(200).json();
        assert_eq!(both["state"], "accepted");
        let late = app.ask(reqwest::Method::POST, &format!("{place}/undo")).header("if-match", "*").token(&broker);
        late.send().await.expect_problem(409, "undo_refused");
    }

    async fn who_belongs_to_a_side_is_told_of_the_conflict(db: &TestDb) {
        let app = TestApp::on(db).await;
        let place = format!("/api/v1/matches/{}/decisions", pair(db).await.id);
        let partial = app.token_of("partial", Role::Broker, Some(FIRM)).await;
        let ask = app.post(&place, &json!({"to": "shortlisted"})).token(&partial).header("if-match", "*");
        ask.send().await.expect_problem(403, "conflict_of_interest");
    }
}
