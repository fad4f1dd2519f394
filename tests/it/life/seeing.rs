//! Who sees what of a match: nobody the other side before the introduction, then exactly the two.

use super::{EMBASSY, FIRM, answer, catalogue, no, noon, pair, screen, to};
use crate::on_both_databases;
use crate::support::records::{admin, demand, published_for, technology};
use crate::support::service::TestApp;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use siku::accounts::Role;
use siku::library::store::create;
use siku::library::technology::ExportControl;
use siku::library::{Demand, Demands, Technologies, Technology};
use siku::matching::life::{Decision, SideAnswer, decide};
use siku::matching::rows::matches;
use siku::matching::types::MatchState::*;
use uuid::Uuid;

const MINISTRY: &str = "Ministry of the Long River";

/// A proposed match whose texts name both sides on purpose.
struct Stage {
    pair: super::Pair,
    firm: String,
    embassy: String,
    broker: String,
    stranger: String,
}

async fn stage(app: &TestApp) -> Stage {
    let mut pair = pair(&app.db).await;
    let (firm, embassy) = (pair.firm.organisation_id().unwrap(), pair.embassy.organisation_id().unwrap());
    let wanted = Demand {
        title: format!("Irrigation for the {}", MINISTRY.to_uppercase()),
        mandate_holder: Some(MINISTRY.to_owned()),
        ..demand("")
    };
    let wanted = create::<Demands>(&app.db, &admin(), wanted, published_for(embassy)).await.unwrap();
    let offered =
        Technology { description: format!("{FIRM}的控制器。"), ..technology(&format!("{FIRM}控制器")) };
    let offered = create::<Technologies>(&app.db, &admin(), offered, published_for(firm)).await.unwrap();
    pair.id = super::suggestion(&app.db, wanted.head.id, offered.head.id).await;
    pair.technology = offered.head.id;
    let evidence = json!([{
        "requirement": 0, "text": format!("{EMBASSY} needs it"), "priority": "must", "verdict": "met",
        "confidence": 0.9, "evidence": {"text": format!("{FIRM}的控制器。"), "lang": "zh"}
    }]);
    matches::Entity::update_many()
        .col_expr(matches::Column::Coverage, Expr::val(evidence))
        .filter(matches::Column::Id.eq(pair.id))
        .exec(&*app.db)
        .await
        .unwrap();
    Stage {
        pair,
        firm: app.token_of("firm person", Role::Firm, Some(FIRM)).await,
        embassy: app.token_of("embassy person", Role::Embassy, Some(EMBASSY)).await,
        broker: app.token_of("broker person", Role::Broker, Some("Brokers")).await,
        stranger: app.token_of("stranger", Role::Firm, Some("Somebody else")).await,
    }
}

impl Stage {
    /// Everything a reader is told of matches, in one text.
    async fn told(&self, app: &TestApp, token: &str) -> (u16, String) {
        let place = format!("/api/v1/matches/{}", self.pair.id);
        let one = app.get(&place).token(token).send().await;
        let mut told = one.text;
        for path in [format!("{place}/events"), "/api/v1/matches".to_owned(), format!("{place}?")] {
            told.push_str(&app.get(&path).token(token).send().await.text);
        }
        let mine = format!("/api/v1/technologies/{}/matches", self.pair.technology);
        told.push_str(&app.get(&mine).token(token).send().await.text);
        (one.status, told)
    }

    async fn read(&self, app: &TestApp, token: &str) -> Value {
        app.get(&format!("/api/v1/matches/{}", self.pair.id)).token(token).send().await.expect(200).json()
    }

    async fn introduce(&self, app: &TestApp) {
        let db = &app.db;
        let id = self.pair.id;
        answer(db, &self.pair.firm, id, SideAnswer::Accepted, None).await.unwrap();
        answer(db, &self.pair.embassy, id, SideAnswer::Accepted, None).await.unwrap();
        catalogue(db, "2025-01-01").await;
        screen(db, &admin(), self.pair.technology, ExportControl::Free, &[]).await.unwrap();
        to(db, &self.pair.broker, id, Introduced).await.unwrap();
    }
}

/// Fails when a text names the embassy's side.
#[track_caller]
fn names_no_embassy(text: &str, organisation: Uuid) {
    for name in [EMBASSY, MINISTRY, "embassy person", &organisation.to_string()] {
        assert!(!text.to_lowercase().contains(&name.to_lowercase()), "{name}: {text}");
    }
}

on_both_databases! {
    async fn before_the_introduction_neither_side_reads_who_the_other_is(db: &TestDb) {
        let app = TestApp::on(db).await;
        let stage = stage(&app).await;
        assert_eq!(stage.told(&app, &stage.firm).await.0, 404, "not proposed yet");
        to(db, &stage.pair.broker, stage.pair.id, Proposed).await.unwrap();
        let (status, firm) = stage.told(&app, &stage.firm).await;
        assert_eq!(status, 200);
        names_no_embassy(&firm, stage.pair.embassy.organisation_id().unwrap());
        assert!(firm.contains("▇▇▇") && firm.contains(FIRM), "its own name stays: {firm}");
        let (status, embassy) = stage.told(&app, &stage.embassy).await;
        assert_eq!(status, 200);
        for name in [FIRM, "firm person", &stage.pair.firm.organisation_id().unwrap().to_string()] {
            assert!(!embassy.contains(name), "{name}: {embassy}");
        }
        let seen = stage.read(&app, &stage.embassy).await;
        assert!(seen["technology"].get("id").is_none() && seen["technology"].get("number").is_none());
        assert!(seen["demand"]["id"].is_string() && seen["case"]["demand_party"]["name"] == EMBASSY);
        assert_eq!(seen["case"]["possible"], json!(["accepted", "declined"]));
    }

    async fn once_introduced_exactly_the_two_see_one_anothers_people(db: &TestDb) {
        let app = TestApp::on(db).await;
        let stage = stage(&app).await;
        to(db, &stage.pair.broker, stage.pair.id, Proposed).await.unwrap();
        stage.introduce(&app).await;
        let firm = stage.read(&app, &stage.firm).await;
        assert_eq!(firm["case"]["demand_party"]["name"], EMBASSY);
        assert_eq!(firm["case"]["demand_party"]["contacts"][0]["name"], "embassy person");
        let embassy = stage.read(&app, &stage.embassy).await;
        assert_eq!(embassy["case"]["technology_party"]["contacts"][0]["name"], "firm person");
        assert!(embassy["technology"]["id"].is_string());
        let (status, stranger) = stage.told(&app, &stage.stranger).await;
        assert_eq!(status, 404);
        assert!(!stranger.contains(FIRM));
        names_no_embassy(&stranger, stage.pair.embassy.organisation_id().unwrap());
        // A broker knows the organisations; their people only for a case of her own.
        let broker = stage.read(&app, &stage.broker).await;
        assert_eq!((&broker["case"]["demand_party"]["name"], broker["case"]["demand_party"].get("contacts")), (&json!(EMBASSY), None));
        let place = format!("/api/v1/matches/{}/assignment", stage.pair.id);
        app.post(&place, &json!({"to": "me"})).token(&stage.broker).header("if-match", "*").send().await.expect(200);
        let broker = stage.read(&app, &stage.broker).await;
        assert_eq!(broker["case"]["demand_party"]["contacts"][0]["name"], "embassy person");
    }

    async fn a_side_reads_no_reason_of_the_other_side_or_of_the_broker(db: &TestDb) {
        let app = TestApp::on(db).await;
        let stage = stage(&app).await;
        no(db, &stage.pair.broker, stage.pair.id, OnHold).await.unwrap();
        to(db, &stage.pair.broker, stage.pair.id, Suggested).await.unwrap();
        let proposed = Decision::to(Proposed);
        decide(db, &stage.pair.broker, stage.pair.id, None, proposed, noon(5)).await.unwrap();
        let place = format!("/api/v1/matches/{}", stage.pair.id);
        let decline = json!({"answer": "declined", "reason": "other", "text": "we buy from a cousin"});
        let firm = app.post(&format!("{place}/answers"), &decline).token(&stage.firm).header("if-match", "*");
        firm.send().await.expect(200);
        let events = async |token: &str| {
            let answer = app.get(&format!("{place}/events")).token(token).send().await.expect(200).json();
            answer["records"].as_array().unwrap().clone()
        };
        let embassy = events(&stage.embassy).await;
        assert_eq!(embassy.len(), 2, "the proposal and its end: {embassy:?}");
        assert!(embassy.iter().all(|step| step.get("text").is_none() && step.get("reason").is_none()));
        let own = events(&stage.firm).await;
        assert_eq!((&own[1]["text"], &own[1]["reason"]), (&json!("we buy from a cousin"), &json!("other")));
        assert_eq!(events(&stage.broker).await.len(), 4);
    }

    async fn contacts_stay_hidden_when_a_match_ends_before_the_introduction(db: &TestDb) {
        let app = TestApp::on(db).await;
        let stage = stage(&app).await;
        to(db, &stage.pair.broker, stage.pair.id, Proposed).await.unwrap();
        answer(db, &stage.pair.embassy, stage.pair.id, SideAnswer::Declined, None).await.unwrap();
        let (status, firm) = stage.told(&app, &stage.firm).await;
        assert_eq!(status, 200);
        names_no_embassy(&firm, stage.pair.embassy.organisation_id().unwrap());
    }
}
