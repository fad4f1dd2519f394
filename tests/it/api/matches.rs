//! Matches and search over HTTP, on words alone: what is suggested is computed by the real engine.

use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use siku::matching::MatchingWork;
use siku::matching::rows::runs;

use super::{address, demand, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;

fn irrigation() -> Value {
    json!({"title": "太阳能滴灌控制器", "lang": "zh", "description": "光伏供电的灌溉控制器。每公顷用水低于2800立方米。",
        "fields": ["agriculture"]})
}

fn need() -> Value {
    json!({"title": "太阳能灌溉", "lang": "zh", "country": "TN", "description": "需要光伏供电的滴灌控制器。",
        "fields": ["agriculture"], "requirements": [{"text": "光伏供电的灌溉控制器", "priority": "must"}]})
}

on_both_databases! {
    async fn a_demand_is_answered_with_ranked_technologies_and_reasons(db: &TestDb) {
        let app = TestApp::on(db).await;
        let offered = app.add("technologies", &irrigation()).await;
        app.add("technologies", &technology("港口起重机")).await;
        let wanted = app.add("demands", &need()).await;
        app.drain().await;

        let ranking = app.get(&format!("{}/matches", address(&wanted))).send().await.expect(200).json();
        let best = &ranking["matches"][0];
        assert_eq!(best["technology"]["id"], offered["id"], "{ranking}");
        assert_eq!((&best["rank"], &best["state"]), (&json!(1), &json!("suggested")));
        assert!(best["score"].as_f64().unwrap() > 0.0 && best["score"].as_f64().unwrap() <= 1.0);
        assert!(best["signals"].as_array().unwrap().iter().all(|signal| signal["reason"].is_string()), "{best}");
        assert_eq!(best["coverage"][0]["requirement"]["text"], "光伏供电的灌溉控制器");
        assert_eq!(ranking["words_only"], true);
        let reasons = app.get(&format!("{}/matches", address(&wanted))).header("accept-language", "de, zh-CN;q=0.5");
        let reasons = reasons.send().await.expect(200).json();
        assert_ne!(reasons["matches"][0]["signals"], best["signals"], "the reasons are in Chinese");

        let reverse = app.get(&format!("{}/matches", address(&offered))).send().await.expect(200).json();
        assert_eq!(reverse["matches"][0]["demand"]["id"], wanted["id"]);
        let one = app.get(&format!("/api/v1/matches/{}", best["id"].as_str().unwrap())).send().await.expect(200);
        assert_eq!(one.json()["technology"]["id"], offered["id"]);
        let listed = app.get("/api/v1/matches?state=suggested").send().await.expect(200).json();
        assert!(listed["records"].as_array().unwrap().iter().any(|found| found["id"] == best["id"]));
        let none = app.get("/api/v1/matches?state=declined").send().await.expect(200).json();
        assert_eq!(none["records"], json!([]));
    }

    async fn what_another_algorithm_answered_is_matched_again_when_a_worker_begins(db: &TestDb) {
        let app = TestApp::on(db).await;
        app.add("technologies", &irrigation()).await;
        let wanted = app.add("demands", &need()).await;
        app.drain().await;
        let answered = async || runs::Entity::find().order_by_asc(runs::Column::Id).all(&*app.db).await;
        let before = answered().await.unwrap();
        let work = MatchingWork { db: app.db.clone(), engine: app.server.app.engine.clone() };
        work.begin().await.unwrap();
        app.drain().await;
        assert_eq!(answered().await.unwrap(), before, "what this algorithm answered stands");
        let other = Expr::val("siku-1.4+words");
        runs::Entity::update_many().col_expr(runs::Column::Algorithm, other).exec(&*app.db).await.unwrap();
        work.begin().await.unwrap();
        app.drain().await;
        let after: Vec<String> = answered().await.unwrap().into_iter().map(|run| run.algorithm).collect();
        assert_eq!(after.len(), before.len() + 1, "{after:?}");
        assert_eq!(after.last(), before.last().map(|run| &run.algorithm));
        let ranking = app.get(&format!("{}/matches", address(&wanted))).send().await.expect(200).json();
        assert_eq!(ranking["algorithm"], json!(after.last()), "{ranking}");
    }

    async fn a_result_that_names_the_technology_proves_it_before_all_others(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut offered = irrigation();
        offered["external_id"] = json!("t-7");
        app.add("technologies", &offered).await;
        for title in ["太阳能灌溉项目", "光伏滴灌项目", "滴灌控制器项目"] {
            let near = json!({"title": title, "lang": "zh", "country": "TN", "fields": ["agriculture"]});
            app.add("results", &near).await;
        }
        let proof = json!({"title": "Port crane overhauled", "lang": "en", "technology": "t-7"});
        let proof = app.add("results", &proof).await;
        let wanted = app.add("demands", &need()).await;
        app.drain().await;
        for ranking in [
            app.get(&format!("{}/matches", address(&wanted))).send().await.expect(200).json(),
            app.post("/api/v1/match", &need()).send().await.expect(200).json(),
        ] {
            let results = ranking["matches"][0]["results"].as_array().unwrap();
            assert_eq!((results.len(), &results[0]["id"]), (3, &proof["id"]), "{results:?}");
            assert_eq!(results[0]["reason"], "uses this very technology");
            assert_eq!(results[1]["reason"], "same country, same field: Agriculture");
        }
    }

    async fn a_demand_in_the_request_is_matched_and_not_stored(db: &TestDb) {
        let app = TestApp::on(db).await;
        let offered = app.add("technologies", &irrigation()).await;
        app.drain().await;
        let first = app.post("/api/v1/match", &need()).header("idempotency-key", "m1").send().await.expect(200);
        let ranking = first.json();
        assert_eq!(ranking["matches"][0]["technology"]["id"], offered["id"]);
        assert!(ranking["matches"][0].get("id").is_none());
        let again = app.post("/api/v1/match", &need()).header("idempotency-key", "m1").send().await.expect(200);
        assert_eq!((again.header("idempotency-replayed"), &again.text), ("true", &first.text));
        let other = app.post("/api/v1/match", &demand("Eau")).header("idempotency-key", "m1").send().await;
        other.expect_problem(422, "idempotency_key_used");
        let wrong = app.post("/api/v1/match", &json!({"title": "x", "country": "XX"})).send().await;
        assert_eq!(wrong.expect_problem(422, "invalid_fields"), ["/country"]);
        assert_eq!(app.get("/api/v1/demands").send().await.expect(200).json()["records"], json!([]));
    }

    async fn words_find_records_best_first_and_only_those_the_caller_may_see(db: &TestDb) {
        let app = TestApp::on(db).await;
        let shown = app.add("technologies", &irrigation()).await;
        app.add("technologies", &technology("港口起重机")).await;
        app.drain().await;
        let found = app.get("/api/v1/technologies?q=滴灌控制器").anonymous().send().await.expect(200).json();
        assert_eq!(found["records"][0]["id"], shown["id"]);
        app.delete(&address(&shown)).header("if-match", "*").send().await.expect(204);
        app.drain().await;
        let gone = app.get("/api/v1/technologies?q=滴灌控制器").anonymous().send().await.expect(200).json();
        assert!(gone["records"].as_array().unwrap().iter().all(|record| record["id"] != shown["id"]), "{gone}");
    }
}
