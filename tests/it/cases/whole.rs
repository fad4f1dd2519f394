//! A case in one answer: everything in the order in which it happened, and to each reader their own part.

use serde_json::{Value, json};
use siku::library::technology::ExportControl;

use super::Stage;
use crate::life::{catalogue, screen};
use crate::on_both_databases;
use crate::support::records::admin;

fn happened(case: &Value) -> Vec<&str> {
    case["timeline"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap()).collect()
}

on_both_databases! {
    async fn a_case_tells_all_that_happened_in_order_and_to_a_side_only_its_part(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        catalogue(db, "2025-07-15").await;
        screen(db, &admin(), stage.pair.technology, ExportControl::Free, &[]).await.unwrap();
        stage.post("messages", json!({"text": "能提供样机吗"}), &stage.firm).await.expect(201);
        stage.post("messages", json!({"text": "Is there a budget?", "side": "demand"}), &stage.broker).await.expect(201);
        stage.post("documents", json!({"name": "a.txt", "content": "YQ==", "visible_to": "demand"}), &stage.broker).await.expect(201);
        stage.post("tasks", json!({"title": "Ring them"}), &stage.broker).await.expect(201);
        let clock = json!({"running": false, "reason": "visit"});
        stage.app.put(&format!("/api/v1/clocks/{}", stage.pair.id), &clock).send().await.expect(200);
        let whole = stage.get("case", &stage.broker).await.expect(200).json();
        assert_eq!(happened(&whole).len(), 7);
        let times: Vec<&str> = whole["timeline"].as_array().unwrap().iter().map(|one| one["at"].as_str().unwrap()).collect();
        assert!(times.is_sorted(), "{times:?}");
        for what in ["step", "screening", "message", "document", "task_added", "clock_stopped"] {
            assert!(happened(&whole).contains(&what), "{what}");
        }
        assert_eq!((whole["messages"].as_array().unwrap().len(), whole["tasks"].as_array().unwrap().len()), (2, 1));
        assert_eq!(whole["match"]["state"], "proposed");
        let embassy = stage.get("case", &stage.embassy).await.expect(200);
        for hidden in ["样机", "Ring them", "clock", "screening", crate::life::FIRM] {
            assert!(!embassy.text.contains(hidden), "{hidden}: {}", embassy.text);
        }
        assert_eq!(happened(&embassy.json()), ["step", "message", "document"]);
        let firm = stage.get("case", &stage.firm).await.expect(200).json();
        assert!(!happened(&firm).contains(&"document") && !happened(&firm).contains(&"task_added"));
        stage.get("case", &stage.stranger).await.expect_problem(404, "not_found");
    }
}
