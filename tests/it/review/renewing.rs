//! A record runs out, is renewed, or is archived and comes back through a review.

use super::{scores, submitted_by};
use crate::api::technology;
use crate::on_both_databases;
use crate::support::service::{Answer, TestApp};
use chrono::{NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::clocks::look::look;
use siku::config::Settings;

fn in_days(days: i64) -> NaiveDate {
    (Utc::now() + TimeDelta::days(days)).date_naive()
}

/// A firm's published technology that runs until a day: the firm's token and the record's address.
async fn running(app: &TestApp, until: NaiveDate) -> (String, String) {
    let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
    let mut body = technology("太阳能滴灌控制器");
    body["valid_until"] = json!(until);
    let id = submitted_by(app, &firm, "technologies", &body).await;
    let place = format!("/api/v1/technologies/{id}");
    let review = app.post(&format!("{place}/reviews"), &scores([4, 4, 4, 4])).header("if-match", "*");
    review.send().await.expect(201);
    (firm, place)
}

async fn renew(app: &TestApp, place: &str, body: Value, token: &str) -> Answer {
    app.post(&format!("{place}/renew"), &body).token(token).header("if-match", "*").send().await
}

async fn kinds(app: &TestApp, token: &str) -> Vec<String> {
    let told = app.get("/api/v1/notices").token(token).send().await.expect(200).json();
    told["records"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect()
}

on_both_databases! {
    async fn an_owner_renews_within_bounds_and_the_record_stays_published(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, place) = running(&app, in_days(20)).await;
        let done = renew(&app, &place, json!({"valid_until": in_days(300)}), &firm).await.expect(200);
        let record = done.json();
        assert_eq!((&record["status"], &record["valid_until"]), (&json!("published"), &json!(in_days(300))));
        for wrong in [in_days(0), in_days(200), in_days(5000)] {
            let refused = renew(&app, &place, json!({"valid_until": wrong}), &firm).await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/valid_until"]);
        }
        let longest = renew(&app, &place, json!({}), &firm).await.expect(200).json();
        assert_eq!(longest["valid_until"], json!(in_days(730)));
        let versions = app.get(&format!("{place}/versions")).token(&firm).send().await.expect(200).json();
        assert_eq!(versions["records"][0]["action"], "renewed");
        let rival = app.token_of("rival", Role::Firm, Some("Another firm")).await;
        renew(&app, &place, json!({}), &rival).await.expect_problem(403, "forbidden");
        app.patch(&place, &json!({"status": "draft"})).token(&firm).header("if-match", "*").send().await.expect(200);
        renew(&app, &place, json!({}), &firm).await.expect_problem(409, "invalid_state");
    }

    async fn an_owner_is_asked_before_the_end_and_what_has_ended_is_archived(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, place) = running(&app, in_days(20)).await;
        let clocks = Settings::defaults().unwrap().clocks;
        look(&app.db, &clocks, Utc::now()).await.unwrap();
        look(&app.db, &clocks, Utc::now()).await.unwrap();
        let asked = kinds(&app, &firm).await;
        assert_eq!(asked.iter().filter(|kind| *kind == "record_expiring").count(), 1, "{asked:?}");
        let last_day = Utc::now() + TimeDelta::days(20);
        look(&app.db, &clocks, last_day).await.unwrap();
        app.get(&place).anonymous().send().await.expect(200);
        look(&app.db, &clocks, last_day + TimeDelta::days(1)).await.unwrap();
        app.get(&place).anonymous().send().await.expect(404);
        assert_eq!(app.get(&place).token(&firm).send().await.expect(200).json()["status"], "archived");
        assert_eq!(kinds(&app, &firm).await.iter().filter(|kind| *kind == "record_expired").count(), 1);
    }

    async fn what_was_archived_comes_back_through_a_review(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (firm, place) = running(&app, in_days(20)).await;
        look(&app.db, &Settings::defaults().unwrap().clocks, Utc::now() + TimeDelta::days(21)).await.unwrap();
        let renewed = renew(&app, &place, json!({"valid_until": in_days(400)}), &firm).await.expect(200).json();
        assert_eq!((&renewed["status"], &renewed["valid_until"]), (&json!("submitted"), &json!(in_days(400))));
        app.get(&place).anonymous().send().await.expect(404);
        let due = app.get("/api/v1/reviews/due").send().await.expect(200).json();
        assert_eq!(due["records"][0]["id"], renewed["id"]);
        let review = app.post(&format!("{place}/reviews"), &scores([4, 4, 4, 4])).header("if-match", "*");
        review.send().await.expect(201);
        app.get(&place).anonymous().send().await.expect(200);
    }
}
