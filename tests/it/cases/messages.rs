//! Messages: each side writes to the broker, never to the other, and neither learns who the other is.

use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel};
use serde_json::json;
use siku::accounts::Role;

use super::Stage;
use crate::life::{EMBASSY, FIRM};
use crate::on_both_databases;

on_both_databases! {
    async fn a_side_reads_its_own_thread_and_never_the_other_sides(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        stage.post("messages", json!({"text": "能提供现场照片吗？"}), &stage.firm).await.expect(201);
        stage.post("messages", json!({"text": "What does it cost?"}), &stage.embassy).await.expect(201);
        stage.post("messages", json!({"text": "They ask for photographs.", "side": "demand"}), &stage.broker).await.expect(201);
        let firm = stage.records("messages", &stage.firm).await;
        assert_eq!((firm.len(), &firm[0]["side"]), (1, &json!("technology")));
        let embassy = stage.get("messages", &stage.embassy).await.expect(200);
        assert!(!embassy.text.contains("现场照片") && embassy.text.contains("photographs"), "{}", embassy.text);
        // Who the broker is, is not said either; a side knows its own people.
        let embassy = embassy.json();
        assert!(embassy["records"][1].get("author").is_none() && embassy["records"][0]["author"].is_string());
        assert_eq!(stage.records("messages", &stage.broker).await.len(), 3);
        assert_eq!(stage.records("messages?side=technology", &stage.broker).await.len(), 1);
        stage.get("messages", &stage.stranger).await.expect_problem(404, "not_found");
    }

    async fn before_the_proposal_a_side_finds_no_thread_and_the_broker_writes_to_nobody(db: &TestDb) {
        let stage = Stage::suggested(db).await;
        stage.get("messages", &stage.firm).await.expect_problem(404, "not_found");
        stage.post("messages", json!({"text": "a"}), &stage.firm).await.expect_problem(404, "not_found");
        let early = stage.post("messages", json!({"text": "a", "side": "demand"}), &stage.broker).await;
        early.expect_problem(409, "invalid_state");
    }

    async fn nothing_that_says_who_one_is_gets_into_a_message_before_the_introduction(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        let own_name = format!("我们是{FIRM}");
        for text in ["call 13800138000", "li@drip.example", "see www.drip-beijing.com", own_name.as_str()] {
            let refused = stage.post("messages", json!({"text": text}), &stage.firm).await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/text"], "{text}");
        }
        let named = json!({"text": format!("The demand is of the {EMBASSY}."), "side": "technology"});
        let refused = stage.post("messages", named.clone(), &stage.broker).await;
        assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/text"]);
        assert_eq!(stage.records("messages", &stage.broker).await.len(), 0);
        // Once both know one another, they may.
        let mut row = crate::life::stored(db, stage.pair.id).await;
        row.introduced_at = Some(crate::life::noon(9));
        row.into_active_model().reset_all().update(&***db).await.unwrap();
        stage.post("messages", json!({"text": "call 13800138000"}), &stage.firm).await.expect(201);
        stage.post("messages", named, &stage.broker).await.expect(201);
    }

    async fn the_receiver_is_told_about_their_own_record_and_nobody_else(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        stage.post("messages", json!({"text": "Is it free?", "side": "demand"}), &stage.broker).await.expect(201);
        let told = stage.told(&stage.embassy).await;
        assert_eq!(told.len(), 1);
        assert!(told[0]["text"].as_str().unwrap().contains("D-") && !told[0].to_string().contains("T-"), "{told:?}");
        assert_eq!(told[0]["link"], format!("/matches/{}#messages", stage.pair.id));
        assert!(stage.told(&stage.firm).await.is_empty() && stage.told(&stage.broker).await.is_empty());
        // A side's message goes to the broker of the case; where it has none, to every impartial one.
        stage.post("messages", json!({"text": "Yes."}), &stage.firm).await.expect(201);
        assert_eq!(stage.told(&stage.broker).await.len(), 1);
        assert!(stage.told(&stage.partial).await.is_empty() && stage.told(&stage.firm).await.is_empty());
    }

    async fn a_message_has_a_length_a_side_and_an_audit_entry(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        for text in ["", "  ", &"长".repeat(4_001)] {
            let refused = stage.post("messages", json!({"text": text}), &stage.firm).await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/text"]);
        }
        let unsaid = stage.post("messages", json!({"text": "a"}), &stage.broker).await;
        assert_eq!(unsaid.expect_problem(422, "invalid_fields"), ["/side"]);
        let across = stage.post("messages", json!({"text": "a", "side": "demand"}), &stage.firm).await;
        across.expect_problem(403, "forbidden");
        stage.post("messages", json!({"text": "长".repeat(4_000)}), &stage.firm).await.expect(201);
        assert!(stage.audited().await.contains(&"message_written".to_owned()));
    }

    async fn who_belongs_to_a_side_is_not_the_broker_of_its_case(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        for below in ["messages", "documents", "tasks", "case"] {
            stage.get(below, &stage.partial).await.expect_problem(403, "conflict_of_interest");
        }
        let sent = [
            ("messages", json!({"text": "a", "side": "demand"})),
            ("tasks", json!({"title": "a"})),
            ("documents", json!({"name": "a.txt", "content": "YQ=="})),
        ];
        for (below, body) in sent {
            stage.post(below, body, &stage.partial).await.expect_problem(403, "conflict_of_interest");
        }
        let steps = [
            ("decisions", json!({"to": "withdrawn", "reason": "off_topic"})),
            ("assignment", json!({"to": "me"})),
            ("letter-of-intent", json!({"number": "1", "valid_from": "2026-01-01", "valid_until": "2027-01-01"})),
        ];
        for (below, body) in steps {
            let ask = stage.app.post(&stage.place(below), &body).token(&stage.partial).header("if-match", "*");
            ask.send().await.expect_problem(403, "conflict_of_interest");
        }
        let steward = stage.app.token_of("steward", Role::Steward, Some(FIRM)).await;
        let clock = stage.app.put(&format!("/api/v1/clocks/{}", stage.pair.id), &json!({"running": false, "reason": "visit"}));
        clock.token(&steward).send().await.expect_problem(403, "conflict_of_interest");
    }

    async fn the_database_itself_refuses_to_change_what_was_written(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        stage.post("messages", json!({"text": "a"}), &stage.firm).await.expect(201);
        for statement in ["UPDATE case_messages SET text = 'b'", "DELETE FROM case_messages"] {
            let refused = db.execute_unprepared(statement).await;
            assert!(refused.unwrap_err().to_string().contains("append-only"), "{statement}");
        }
    }
}
