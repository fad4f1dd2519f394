//! The export gate before an introduction: what shuts it, what opens it.

use super::{answer, catalogue, noon, pair, screen, stored, to};
use crate::on_both_databases;
use crate::support::records::{admin, member, technology};
use crate::support::service::TestApp;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::json;
use siku::accounts::{Actor, Role};
use siku::compliance::gate::Shut;
use siku::compliance::screening::due;
use siku::db::Db;
use siku::library::Technologies;
use siku::library::store::replace;
use siku::library::technology::ExportControl::{self, *};
use siku::matching::life::{Decision, LetterOfIntent, LifeError, SideAnswer, decide, record_letter_in};
use siku::matching::types::MatchState::*;
use uuid::Uuid;

/// Why a broker cannot introduce now; `None` when it was done.
async fn shut(db: &Db, broker: &Actor, id: Uuid, now: DateTime<Utc>) -> Option<Shut> {
    match decide(db, broker, id, None, Decision::to(Introduced), now).await {
        Ok(_) => None,
        Err(LifeError::ExportGate(shut)) => Some(shut),
        Err(other) => panic!("{other:?}"),
    }
}

/// A pair that both sides have accepted.
async fn accepted(db: &Db) -> super::Pair {
    let pair = pair(db).await;
    to(db, &pair.broker, pair.id, Proposed).await.unwrap();
    answer(db, &pair.firm, pair.id, SideAnswer::Accepted, None).await.unwrap();
    answer(db, &pair.embassy, pair.id, SideAnswer::Accepted, None).await.unwrap();
    pair
}

async fn letter(db: &Db, broker: &Actor, id: Uuid, from: NaiveDate, until: NaiveDate) -> Result<(), LifeError> {
    let letter = &LetterOfIntent { number: "2026-0117".to_owned(), valid_from: from, valid_until: until };
    db.write_send(|transaction| {
        Box::pin(
            async move { record_letter_in(&transaction, broker, id, None, letter.clone(), noon(1)).await.map(drop) },
        )
    })
    .await
}

async fn screened(db: &Db, pair: &super::Pair, outcome: ExportControl, entries: &[&str]) {
    screen(db, &admin(), pair.technology, outcome, entries).await.unwrap();
}

on_both_databases! {
    async fn nothing_is_introduced_unscreened_and_a_free_technology_passes(db: &TestDb) {
        let pair = accepted(db).await;
        assert_eq!(shut(db, &pair.broker, pair.id, noon(1)).await, Some(Shut::NoCatalogue));
        catalogue(db, "2025-01-01").await;
        let day = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
        assert_eq!(shut(db, &pair.broker, pair.id, noon(1)).await, Some(Shut::Unscreened { catalogue: day }));
        assert_eq!(stored(db, pair.id).await.status, "accepted");
        screened(db, &pair, Free, &[]).await;
        assert_eq!(shut(db, &pair.broker, pair.id, noon(2)).await, None);
        assert_eq!(stored(db, pair.id).await.introduced_at, Some(noon(2)));
    }

    async fn a_prohibited_technology_is_never_introduced(db: &TestDb) {
        let pair = accepted(db).await;
        catalogue(db, "2025-01-01").await;
        screened(db, &pair, Prohibited, &["EX-P-01"]).await;
        letter(db, &pair.broker, pair.id, noon(0).date_naive(), noon(0).date_naive()).await.unwrap();
        let entries = "EX-P-01".to_owned();
        assert_eq!(shut(db, &pair.broker, pair.id, noon(1)).await, Some(Shut::Prohibited { entries }));
    }

    async fn a_restricted_technology_waits_for_a_letter_of_intent_that_is_valid_today(db: &TestDb) {
        let pair = accepted(db).await;
        catalogue(db, "2025-01-01").await;
        screened(db, &pair, Restricted, &["EX-R-01"]).await;
        let entries = "EX-R-01".to_owned();
        assert_eq!(shut(db, &pair.broker, pair.id, noon(1)).await, Some(Shut::LetterMissing { entries }));
        let today = noon(0).date_naive();
        let day = |days| today + TimeDelta::days(days);
        letter(db, &pair.broker, pair.id, day(1), day(0)).await.unwrap_err();
        for (from, until) in [(day(-9), day(-1)), (day(1), day(9))] {
            letter(db, &pair.broker, pair.id, from, until).await.unwrap();
            let wrong = Shut::LetterNotValid { from, until };
            assert_eq!(shut(db, &pair.broker, pair.id, noon(1)).await, Some(wrong));
        }
        letter(db, &pair.broker, pair.id, today, today).await.unwrap();
        assert_eq!(shut(db, &pair.broker, pair.id, noon(1)).await, None);
    }

    async fn a_newer_catalogue_in_force_and_a_changed_text_ask_for_another_screening(db: &TestDb) {
        let pair = accepted(db).await;
        catalogue(db, "2025-01-01").await;
        screened(db, &pair, Free, &[]).await;
        assert_eq!(due(db, noon(0).date_naive()).await.unwrap(), []);
        catalogue(db, "2025-11-25").await;
        catalogue(db, "2099-01-01").await;
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        let older = Shut::OlderCatalogue { screened: day("2025-01-01"), newest: day("2025-11-25") };
        assert_eq!(shut(db, &pair.broker, pair.id, noon(1)).await, Some(older), "the one of 2099 is not in force yet");
        let listed = due(db, noon(0).date_naive()).await.unwrap();
        assert_eq!((listed.len(), listed[0].why.as_str()), (1, "older_catalogue"));
        assert_eq!((listed[0].technology_id, listed[0].matches.as_slice()), (pair.technology, [pair.id].as_slice()));
        screened(db, &pair, Free, &[]).await;
        let rewritten = technology("核用离心机");
        replace::<Technologies>(db, &admin(), pair.technology, None, rewritten).await.unwrap();
        assert_eq!(shut(db, &pair.broker, pair.id, noon(1)).await, Some(Shut::TechnologyChanged));
        assert_eq!(due(db, noon(0).date_naive()).await.unwrap()[0].why, "technology_changed");
        screened(db, &pair, Free, &[]).await;
        assert_eq!(shut(db, &pair.broker, pair.id, noon(1)).await, None);
    }

    async fn nobody_screens_their_own_and_an_entry_has_to_say_so(db: &TestDb) {
        let pair = accepted(db).await;
        catalogue(db, "2025-01-01").await;
        let partial = member(Role::Steward, pair.firm.organisation_id().unwrap());
        for actor in [&partial, &pair.broker, &pair.firm] {
            screen(db, actor, pair.technology, Free, &[]).await.unwrap_err();
        }
        for (outcome, entries) in [(Restricted, &["EX-P-01"][..]), (Prohibited, &[]), (Free, &["EX-9"])] {
            let error = screen(db, &admin(), pair.technology, outcome, entries).await.unwrap_err();
            assert!(error.to_string().contains("/entries"), "{error}");
        }
        let error = screen(db, &admin(), pair.technology, Unscreened, &[]).await.unwrap_err();
        assert!(error.to_string().contains("/outcome"), "{error}");
    }

    async fn the_gate_and_the_nearest_entries_are_there_over_http(db: &TestDb) {
        let app = TestApp::on(db).await;
        let pair = accepted(db).await;
        let broker = app.token_of("broker", Role::Broker, Some("Brokers")).await;
        let introduce = || {
            let place = format!("/api/v1/matches/{}/decisions", pair.id);
            app.post(&place, &json!({"to": "introduced"})).token(&broker).header("if-match", "*").send()
        };
        let refused = introduce().await;
        assert_eq!(refused.json()["errors"][0]["code"], "no_catalogue");
        refused.expect_problem(409, "export_gate");
        let sent = json!({
            "catalogue": {"name": "示例", "in_force_from": "2025-01-01", "lang": "zh", "example": true},
            "entries": [
                {"kind": "restricted", "code": "A", "title": "太阳能滴灌控制技术", "text": "滴灌控制器的算法"},
                {"kind": "prohibited", "code": "B", "title": "港口起重机", "text": "吊臂"},
            ],
        });
        app.post("/api/v1/export-catalogues", &sent).token(&broker).send().await.expect_problem(403, "forbidden");
        let stored = app.post("/api/v1/export-catalogues", &sent).send().await.expect(201).json();
        let twice = app.post("/api/v1/export-catalogues", &sent).send().await;
        assert_eq!(twice.expect_problem(422, "invalid_fields"), ["/catalogue/in_force_from"]);
        let place = format!("/api/v1/technologies/{}", pair.technology);
        let view = app.get(&format!("{place}/screening")).token(&broker).send().await.expect(200).json();
        assert_eq!((&view["nearest"][0]["code"], &view["current"], &view["words_only"]), (&json!("A"), &json!(null), &json!(true)));
        assert_eq!(view["nearest"][0]["sentence"]["text"], "太阳能滴灌控制器");
        let screening = json!({"catalogue": stored["id"], "outcome": "free", "reason": "irrigation, no listed algorithm"});
        let screenings = format!("{place}/screenings");
        app.post(&screenings, &screening).header("if-match", "\"v9\"").send().await.expect_problem(412, "stale_version");
        app.post(&screenings, &screening).header("if-match", "\"v1\"").send().await.expect(201);
        introduce().await.expect(200);
    }
}
