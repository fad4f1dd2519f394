//! Many matches dismissed at once; the queue narrowed by language.

use serde_json::{Value, json};
use siku::library::Demands;
use siku::library::store::create;
use siku::matching::types::MatchState;

use super::Stage;
use crate::life::{stored, suggestion, to};
use crate::on_both_databases;
use crate::support::records::{admin, demand, organisation, published_for};

on_both_databases! {
    async fn of_many_matches_each_is_dismissed_or_says_why_not(db: &TestDb) {
        let stage = Stage::suggested(db).await;
        let owner = organisation(db, "Another embassy").await;
        let mut ids = vec![stage.pair.id];
        for title in ["Pompes", "Puits"] {
            let wanted = create::<Demands>(db, &admin(), demand(title), published_for(owner)).await.unwrap();
            ids.push(suggestion(db, wanted.head.id, stage.pair.technology).await);
        }
        to(db, &stage.pair.broker, ids[1], MatchState::Proposed).await.unwrap();
        let nothing = uuid::Uuid::now_v7();
        let body = json!({"ids": [ids[0], ids[1], nothing, ids[2]], "reason": "off_topic"});
        let dismiss = |body: Value, key: &str| {
            stage.app.post("/api/v1/queue/dismissals", &body).token(&stage.broker).header("idempotency-key", key).send()
        };
        let answer = dismiss(body.clone(), "one").await.expect(200);
        let outcome = answer.json();
        assert_eq!(outcome["dismissed"], 2);
        let codes: Vec<&Value> = outcome["records"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
        assert_eq!(codes, [&Value::Null, &json!("illegal_transition"), &json!("not_found"), &Value::Null]);
        assert_eq!(outcome["records"][0]["standing"]["state"], "dismissed");
        assert_eq!(stored(db, ids[1]).await.status, "proposed");
        let again = dismiss(body, "one").await.expect(200);
        assert_eq!((again.header("idempotency-replayed"), &again.text), ("true", &answer.text));
    }

    async fn a_bulk_dismissal_needs_matches_and_a_reason_and_is_no_way_around_a_conflict_of_interest(db: &TestDb) {
        let stage = Stage::suggested(db).await;
        let send = |body: Value, token: &str| stage.app.post("/api/v1/queue/dismissals", &body).token(token).send();
        let none = send(json!({"ids": [], "reason": "off_topic"}), &stage.broker).await;
        assert_eq!(none.expect_problem(422, "invalid_fields"), ["/ids"]);
        let unsaid = send(json!({"ids": [stage.pair.id], "reason": "other"}), &stage.broker).await;
        assert_eq!(unsaid.expect_problem(422, "invalid_fields"), ["/text"]);
        let partial = send(json!({"ids": [stage.pair.id], "reason": "off_topic"}), &stage.partial).await.expect(200).json();
        assert_eq!((&partial["dismissed"], &partial["records"][0]["code"]), (&json!(0), &json!("conflict_of_interest")));
        send(json!({"ids": [stage.pair.id], "reason": "off_topic"}), &stage.firm).await.expect_problem(403, "forbidden");
        assert_eq!(stored(db, stage.pair.id).await.status, "suggested");
    }

    async fn the_queue_is_narrowed_to_a_language_of_either_side(db: &TestDb) {
        let stage = Stage::suggested(db).await;
        for (language, expected) in [("fr", 1), ("zh", 1), ("ar", 0), ("ar,zh", 1)] {
            let place = format!("/api/v1/queue?language={language}");
            let queue = stage.app.get(&place).token(&stage.broker).send().await.expect(200).json();
            assert_eq!(queue["records"].as_array().unwrap().len(), expected, "{language}");
        }
    }
}
