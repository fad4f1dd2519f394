//! The same request twice is done once.

use super::{demand, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;
use siku::accounts::Role;

async fn count(app: &TestApp, library: &str) -> u64 {
    let list = app.get(&format!("/api/v1/{library}?facets=field")).send().await.expect(200).json();
    list["total"].as_u64().unwrap()
}

on_both_databases! {
    async fn a_repeated_request_is_answered_alike_and_done_once(db: &TestDb) {
        let app = TestApp::on(db).await;
        let ask = || app.post("/api/v1/technologies", &technology("a")).header("idempotency-key", "k1");
        let first = ask().send().await.expect(201);
        assert!(!first.headers.contains_key("idempotency-replayed"));
        let second = ask().send().await.expect(201);
        assert_eq!(second.header("idempotency-replayed"), "true");
        assert_eq!(second.text, first.text);
        for name in ["location", "etag", "content-type"] {
            assert_eq!(second.header(name), first.header(name));
        }
        assert_eq!(count(&app, "technologies").await, 1);
    }

    async fn a_key_that_was_used_for_another_request_is_refused(db: &TestDb) {
        let app = TestApp::on(db).await;
        app.post("/api/v1/technologies", &technology("a")).header("idempotency-key", "k1").send().await.expect(201);
        let other = app.post("/api/v1/technologies", &technology("b")).header("idempotency-key", "k1").send().await;
        other.expect_problem(422, "idempotency_key_used");
        let elsewhere = app.post("/api/v1/demands", &demand("a")).header("idempotency-key", "\"k1\"").send().await;
        elsewhere.expect_problem(422, "idempotency_key_used");
        let empty = app.post("/api/v1/demands", &demand("a")).header("idempotency-key", "").send().await;
        assert_eq!(empty.expect_problem(400, "invalid_header"), ["Idempotency-Key"]);
    }

    async fn requests_at_the_same_time_with_one_key_make_one_record(db: &TestDb) {
        let app = TestApp::on(db).await;
        let asks = (0..8).map(|_| app.post("/api/v1/technologies", &technology("a")).header("idempotency-key", "k1"));
        let asks: Vec<_> = asks.map(|ask| tokio::spawn(ask.send())).collect();
        let mut answers = Vec::new();
        for ask in asks {
            answers.push(ask.await.unwrap().expect(201));
        }
        assert!(answers.iter().all(|answer| answer.text == answers[0].text));
        let fresh = answers.iter().filter(|answer| !answer.headers.contains_key("idempotency-replayed")).count();
        assert_eq!(fresh, 1);
        assert_eq!(count(&app, "technologies").await, 1);
    }

    async fn what_failed_may_be_tried_again_under_its_key(db: &TestDb) {
        let app = TestApp::on(db).await;
        let ask = |title: &str| app.post("/api/v1/technologies", &technology(title)).header("idempotency-key", "k1");
        let mut bad = technology("a");
        bad["trl"] = 99.into();
        let failed = app.post("/api/v1/technologies", &bad).header("idempotency-key", "k1").send().await;
        failed.expect_problem(422, "invalid_fields");
        ask("a").send().await.expect(201);
    }

    async fn callers_do_not_share_keys(db: &TestDb) {
        let app = TestApp::on(db).await;
        let steward = app.token_of("steward", Role::Steward, None).await;
        let ask = || app.post("/api/v1/technologies", &technology("a")).header("idempotency-key", "k1");
        ask().send().await.expect(201);
        let other = ask().token(&steward).send().await.expect(201);
        assert!(!other.headers.contains_key("idempotency-replayed"));
        assert_eq!(count(&app, "technologies").await, 2);
    }
}
