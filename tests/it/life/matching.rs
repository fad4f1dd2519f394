//! A re-run of matching beside what people decided: never over it.

use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::{Value, json};
use siku::accounts::Role;

/// A demand and a technology that answer one another, and the address of the match of the two.
async fn matched(app: &TestApp) -> (Value, Value, String) {
    let offered = json!({"title": "太阳能滴灌控制器", "lang": "zh", "description": "光伏供电的灌溉控制器。",
        "fields": ["agriculture"]});
    let wanted = json!({"title": "太阳能灌溉", "lang": "zh", "country": "TN", "description": "需要光伏供电的滴灌控制器。",
        "fields": ["agriculture"], "requirements": [{"text": "光伏供电的灌溉控制器", "priority": "must"}]});
    let offered = app.add("technologies", &offered).await;
    let wanted = app.add("demands", &wanted).await;
    app.drain().await;
    let place = format!("/api/v1/matches?demand={}", wanted["id"].as_str().unwrap());
    let found = app.get(&place).send().await.expect(200).json();
    let id = found["records"][0]["id"].as_str().unwrap().to_owned();
    (wanted, offered, format!("/api/v1/matches/{id}"))
}

async fn step(app: &TestApp, place: &str, body: Value) {
    let broker = app.token_of(&uuid::Uuid::now_v7().to_string(), Role::Broker, None).await;
    let ask = app.post(&format!("{place}/decisions"), &body).token(&broker).header("if-match", "*");
    ask.send().await.expect(200);
}

async fn state(app: &TestApp, place: &str) -> String {
    app.get(place).send().await.expect(200).json()["state"].as_str().unwrap().to_owned()
}

/// Both sides are matched again, with a change of one of them or as they are.
async fn again(app: &TestApp, record: Option<&Value>) {
    match record {
        Some(record) => {
            let place = format!("/api/v1/{}/{}", record["library"].as_str().unwrap(), record["id"].as_str().unwrap());
            let change = json!({"summary": format!("光伏滴灌 {}", uuid::Uuid::now_v7())});
            app.patch(&place, &change).header("if-match", "*").send().await.expect(200);
        }
        None => {
            let demands = app.get("/api/v1/demands").send().await.expect(200).json();
            let id = demands["records"][0]["id"].as_str().unwrap().parse().unwrap();
            siku::matching::suggest::match_anew(&app.db, vec![id]).await.unwrap();
        }
    }
    app.drain().await;
}

on_both_databases! {
    async fn what_a_person_has_moved_on_is_not_touched_by_a_re_run(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (wanted, offered, place) = matched(&app).await;
        step(&app, &place, json!({"to": "shortlisted"})).await;
        let before = app.get(&place).send().await.expect(200).json();
        for record in [Some(&wanted), Some(&offered), None] {
            again(&app, record).await;
            let after = app.get(&place).send().await.expect(200).json();
            assert_eq!((&after["state"], &after["computed_at"]), (&before["state"], &before["computed_at"]));
        }
    }

    async fn a_dismissed_match_comes_back_only_when_a_side_has_changed(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (wanted, offered, place) = matched(&app).await;
        step(&app, &place, json!({"to": "dismissed", "reason": "not_now"})).await;
        again(&app, None).await;
        assert_eq!(state(&app, &place).await, "dismissed");
        again(&app, Some(&wanted)).await;
        assert_eq!(state(&app, &place).await, "suggested");
        step(&app, &place, json!({"to": "dismissed", "reason": "not_now"})).await;
        again(&app, None).await;
        assert_eq!(state(&app, &place).await, "dismissed");
        again(&app, Some(&offered)).await;
        assert_eq!(state(&app, &place).await, "suggested");
    }

    async fn a_suggestion_computed_again_keeps_its_version_and_one_that_comes_back_does_not(db: &TestDb) {
        let app = TestApp::on(db).await;
        let (wanted, _, place) = matched(&app).await;
        let version = async || {
            let answer = app.get(&place).send().await.expect(200);
            answer.header("etag").split('-').next().unwrap().to_owned()
        };
        assert_eq!(version().await, "\"v1");
        again(&app, None).await;
        assert_eq!(version().await, "\"v1", "a broker who reads it now is not disturbed");
        step(&app, &place, json!({"to": "dismissed", "reason": "not_now"})).await;
        again(&app, Some(&wanted)).await;
        assert_eq!(version().await, "\"v3");
    }
}
