//! Scores, what they lead to, and who may give them.

use super::{scores, submitted, submitted_by};
use crate::api::{demand, technology};
use crate::notices::{into, mails, person, round};
use crate::on_both_databases;
use crate::support::service::{Answer, TestApp};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use siku::accounts::Role;

async fn review(app: &TestApp, place: &str, body: &Value, tag: &str) -> Answer {
    app.post(&format!("{place}/reviews"), body).header("if-match", tag).send().await
}

on_both_databases! {
    async fn a_good_score_publishes_and_is_told_to_the_author(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let id = submitted_by(&app, &firm, "technologies", &technology("太阳能滴灌")).await;
        let place = format!("/api/v1/technologies/{id}");
        app.get(&place).anonymous().send().await.expect(404);
        let read = app.get(&place).send().await.expect(200);
        let done = review(&app, &place, &scores([5, 4, 3, 2]), read.header("etag")).await.expect(201);
        let answer = done.json();
        assert_eq!((&answer["review"]["total"], &answer["review"]["result"]), (&json!(14), &json!("published")));
        assert_eq!((&answer["status"], &answer["version"]), (&json!("published"), &json!(2)));
        let shown = app.get(&place).anonymous().send().await.expect(200);
        assert_eq!(shown.header("etag"), done.header("etag"));
        let versions = app.get(&format!("{place}/versions")).token(&firm).send().await.expect(200).json();
        assert_eq!(versions["records"][0]["action"], "published");
        let told = app.get("/api/v1/notices").token(&firm).send().await.expect(200).json();
        assert_eq!(told["records"][0]["kind"], "record_reviewed", "{told}");
        let audit = app.get("/api/v1/audit").send().await.expect(200).text;
        assert!(audit.contains("\"reviewed\""), "{audit}");
    }

    async fn a_weak_score_or_a_zero_sends_it_back_with_the_comments(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let rival = app.token_of("rival", Role::Firm, Some("Another firm")).await;
        for of in [[2, 2, 2, 3], [5, 5, 5, 0]] {
            let id = submitted_by(&app, &firm, "technologies", &technology("滴灌")).await;
            let place = format!("/api/v1/technologies/{id}");
            let mut body = scores(of);
            body["criteria"]["clarity"]["comment"] = "what is measured?".into();
            let answer = review(&app, &place, &body, "*").await.expect(201).json();
            assert_eq!((&answer["status"], &answer["review"]["result"]), (&json!("draft"), &json!("returned")));
            let read = app.get(&format!("{place}/reviews")).token(&firm).send().await.expect(200).json();
            let shown = &read["records"][0];
            assert_eq!(shown["result"], "returned");
            assert_eq!(shown["criteria"]["clarity"]["comment"], "what is measured?");
            assert_eq!(shown["reviewer_id"], Value::Null, "the author does not learn who");
            app.get(&format!("{place}/reviews")).token(&rival).send().await.expect_problem(404, "not_found");
            // It is a draft again: changed, submitted, published.
            let patch = |body: Value| app.patch(&place, &body).token(&firm).header("if-match", "*").send();
            patch(json!({"title": "滴灌控制器"})).await.expect(200);
            patch(json!({"status": "submitted"})).await.expect(200);
            review(&app, &place, &scores([4, 4, 4, 4]), "*").await.expect(201);
            let all = app.get(&format!("{place}/reviews")).send().await.expect(200).json();
            assert_eq!((all["records"].as_array().unwrap().len(), &all["records"][0]["total"]), (2, &json!(16)));
            assert!(all["records"][0]["reviewer_id"].is_string());
            app.get(&format!("{place}/reviews")).token(&rival).send().await.expect_problem(403, "forbidden");
        }
    }

    async fn a_very_low_score_rejects_and_its_author_cannot_take_it_up_again(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let id = submitted_by(&app, &firm, "demands", &demand("irrigation")).await;
        let place = format!("/api/v1/demands/{id}");
        let answer = review(&app, &place, &scores([1, 1, 1, 1]), "*").await.expect(201).json();
        assert_eq!((&answer["status"], &answer["review"]["result"]), (&json!("rejected"), &json!("rejected")));
        app.get(&place).anonymous().send().await.expect(404);
        assert_eq!(app.get(&place).token(&firm).send().await.expect(200).json()["status"], "rejected");
        for body in [json!({"title": "b"}), json!({"status": "draft"}), json!({"status": "submitted"})] {
            let refused = app.patch(&place, &body).token(&firm).header("if-match", "*").send().await;
            refused.expect_problem(409, "invalid_state");
        }
        app.delete(&place).token(&firm).header("if-match", "*").send().await.expect_problem(409, "invalid_state");
        app.patch(&place, &json!({"status": "draft"})).header("if-match", "*").send().await.expect(200);
    }

    async fn nobody_reviews_what_their_organisation_owns_or_they_wrote(db: &TestDb) {
        let app = TestApp::on(db).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let partial = app.token_of("partial", Role::Steward, Some("Beijing Drip")).await;
        let other = app.token_of("other", Role::Steward, Some("Commission")).await;
        let owned = submitted_by(&app, &firm, "technologies", &technology("滴灌")).await;
        let written = submitted(&app, "technologies", &technology("水泵")).await;
        app.patch(&format!("/api/v1/technologies/{written}"), &json!({"title": "水泵二"})).token(&other)
            .header("if-match", "*").send().await.expect(200);
        for (id, token) in [(&owned, &partial), (&written, &other)] {
            let place = format!("/api/v1/technologies/{id}/reviews");
            let ask = app.post(&place, &scores([4, 4, 4, 4])).token(token).header("if-match", "*");
            ask.send().await.expect_problem(403, "conflict_of_interest");
        }
        for (id, token) in [(&owned, &other), (&written, &partial)] {
            let place = format!("/api/v1/technologies/{id}/reviews");
            app.post(&place, &scores([4, 4, 4, 4])).token(token).header("if-match", "*").send().await.expect(201);
        }
    }

    async fn of_two_reviewers_at_once_one_wins(db: &TestDb) {
        let app = TestApp::on(db).await;
        let other = app.token_of("other", Role::Steward, None).await;
        for (tag, code) in [("\"v1\"", (412, "stale_version")), ("*", (409, "invalid_state"))] {
            let id = submitted(&app, "technologies", &technology("滴灌")).await;
            let place = format!("/api/v1/technologies/{id}/reviews");
            let (yes, no) = (scores([4, 4, 4, 4]), scores([1, 1, 1, 0]));
            let one = app.post(&place, &yes).header("if-match", tag).send();
            let two = app.post(&place, &no).token(&other).header("if-match", tag).send();
            let (one, two) = tokio::join!(one, two);
            let (won, lost) = if one.status == 201 { (one, two) } else { (two, one) };
            let won = won.expect(201).json();
            lost.expect_problem(code.0, code.1);
            let all = app.get(&place).send().await.expect(200).json();
            assert_eq!(all["records"], json!([won["review"]]));
            let status = app.get(&format!("/api/v1/technologies/{id}")).send().await.expect(200).json();
            assert_eq!(status["status"], won["status"]);
        }
    }

    async fn the_same_key_reviews_once_and_what_is_wrong_is_named(db: &TestDb) {
        let app = TestApp::on(db).await;
        let id = submitted(&app, "results", &json!({"title": "Forty hectares", "lang": "en", "country": "TN"})).await;
        let place = format!("/api/v1/results/{id}");
        let wrong = review(&app, &place, &scores([6, 1, 1, 1]), "*").await;
        assert_eq!(wrong.expect_problem(422, "invalid_fields"), ["/criteria/advantage_or_problem/score"]);
        let mut silent = scores([1, 1, 1, 1]);
        silent["comment"] = " ".into();
        assert_eq!(review(&app, &place, &silent, "*").await.expect_problem(422, "invalid_fields"), ["/comment"]);
        let mut missing = scores([4, 4, 4, 4]);
        missing["criteria"].as_object_mut().unwrap().shift_remove("clarity");
        assert_eq!(review(&app, &place, &missing, "*").await.expect_problem(422, "invalid_fields"), ["/criteria"]);
        let ask = || {
            let ask = app.post(&format!("{place}/reviews"), &scores([4, 4, 4, 4])).header("if-match", "\"v1\"");
            ask.header("idempotency-key", "r1").send()
        };
        let (first, second) = (ask().await.expect(201), ask().await.expect(201));
        assert_eq!((second.header("idempotency-replayed"), &second.text), ("true", &first.text));
    }

    async fn stored_reviews_cannot_be_changed_or_removed(db: &TestDb) {
        let app = TestApp::on(db).await;
        let id = submitted(&app, "technologies", &technology("滴灌")).await;
        review(&app, &format!("/api/v1/technologies/{id}"), &scores([4, 4, 4, 4]), "*").await.expect(201);
        for sql in ["UPDATE reviews SET total = 20", "DELETE FROM reviews"] {
            let error = db.execute_unprepared(sql).await.unwrap_err().to_string();
            assert!(error.contains("append-only"), "{error}");
        }
    }

    async fn the_author_gets_a_mail_that_says_what_became_of_it(db: &TestDb) {
        let app = TestApp::on(db).await;
        let folder = tempfile::tempdir().unwrap();
        person(db, "author", Some("Beijing Drip")).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let id = submitted_by(&app, &firm, "technologies", &technology("Pump")).await;
        review(&app, &format!("/api/v1/technologies/{id}"), &scores([2, 2, 2, 2]), "*").await.expect(201);
        assert_eq!(round(db, &into(folder.path()), chrono::Utc::now()).await, 1);
        let mail = &mails(folder.path())[0];
        assert!(mail.contains("To: author@example.org") && mail.contains("comes back"), "{mail}");
    }
}
