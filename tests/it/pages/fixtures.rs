//! A demand in Arabic, a technology in Chinese, and the match of the two, put into the database as the matcher does.

use std::ops::Deref;

use chrono::Utc;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::json;
use siku::db::Db;
use siku::library::parts::{Requirement, Translation};
use siku::library::store::create;
use siku::library::{Demand, Demands, Origin, Priority, Record, Technologies, Technology};
use siku::matching::rows::{events, matches, runs};
use uuid::Uuid;

use crate::support::database::TestDb;
use crate::support::records::{admin, published};
use crate::support::service::TestApp;

/// The running service together with its database.
pub struct Stage {
    app: TestApp,
    _db: TestDb,
}

impl Deref for Stage {
    type Target = TestApp;

    fn deref(&self) -> &TestApp {
        &self.app
    }
}

/// The service as it comes: matches are for those who sign in.
pub async fn closed() -> Stage {
    let db = TestDb::sqlite().await;
    Stage { app: TestApp::on(&db).await, _db: db }
}

/// The service of a demonstration: everybody sees the matches.
pub async fn open() -> Stage {
    let db = TestDb::sqlite().await;
    Stage { app: TestApp::with(&db, |settings| settings.matching.public = true).await, _db: db }
}

pub const REQUIREMENT: &str = "يعمل دون شبكة كهرباء";
pub const EVIDENCE: &str = "本控制器用20瓦光伏板供电，完全不接市电。";

/// The demand of Minya governorate.
pub async fn arabic_demand(db: &Db) -> Record<Demands> {
    let requirement = |text: &str, priority| Requirement { text: text.to_owned(), priority };
    let body = Demand {
        lang: Some("ar".to_owned()),
        title: "ري بالتنقيط في أراضي المنيا".to_owned(),
        description: "نريد جهازاً يقرر وحده متى يسقي".to_owned(),
        country: "EG".to_owned(),
        fields: vec!["agriculture.water_saving".to_owned()],
        requirements: vec![
            requirement(REQUIREMENT, Priority::Must),
            requirement("توفير 40% من الماء", Priority::Should),
        ],
        ..Demand::default()
    };
    create::<Demands>(db, &admin(), body, published()).await.unwrap()
}

/// The drip-irrigation controller, with a translation by a person.
pub async fn chinese_technology(db: &Db) -> Record<Technologies> {
    let body = Technology {
        lang: Some("zh".to_owned()),
        title: "太阳能滴灌控制器".to_owned(),
        summary: Some("无市电的自动滴灌控制系统".to_owned()),
        description: format!("{EVIDENCE}与漫灌相比节水45%。"),
        fields: vec!["agriculture".to_owned(), "agriculture.water_saving".to_owned()],
        trl: Some(9),
        confidential: Some("配方保密".to_owned()),
        translations: vec![Translation {
            lang: "en".to_owned(),
            title: "Solar controller for drip irrigation".to_owned(),
            description: Some("Runs on a 20 W panel without any grid.".to_owned()),
            origin: Origin::Human,
            ..Translation::default()
        }],
        ..Technology::default()
    };
    create::<Technologies>(db, &admin(), body, published()).await.unwrap()
}

/// A stored suggestion: one requirement met, the other not stated.
pub async fn stored_match(db: &Db, demand: &Record<Demands>, technology: &Record<Technologies>) -> Uuid {
    let (id, now) = (Uuid::now_v7(), Utc::now());
    let row = matches::Model {
        id,
        demand_id: demand.head.id,
        technology_id: technology.head.id,
        status: "suggested".to_owned(),
        score: 0.87,
        rank: 1,
        algorithm: "test-1".to_owned(),
        signals: json!([
            { "name": "meaning", "value": 0.82, "contribution": 1.4, "reason": { "code": "meaning", "arguments": ["82"] } },
            { "name": "price", "value": 0.5, "contribution": -0.3, "reason": { "code": "price-above" } },
        ]),
        coverage: json!([
            { "requirement": 0, "text": REQUIREMENT, "priority": "must", "verdict": "met", "confidence": 0.9,
              "evidence": { "text": EVIDENCE, "lang": "zh" } },
            { "requirement": 1, "text": "توفير 40% من الماء", "priority": "should", "verdict": "unknown",
              "confidence": 0.5, "evidence": null },
        ]),
        results: json!([]),
        institutions: json!([]),
        decided: false,
        demand_version: 1,
        technology_version: 1,
        created_at: now,
        updated_at: now,
        version: 1,
        ..matches::Model::default()
    };
    matches::Entity::insert(row.into_active_model()).exec(&**db).await.unwrap();
    let event = events::Model {
        id: Uuid::now_v7(),
        match_id: id,
        from_status: None,
        to_status: "suggested".to_owned(),
        actor_id: None,
        at: now,
        reason_code: None,
        text: None,
        snapshot: json!({}),
        kind: "moved".to_owned(),
        ..events::Model::default()
    };
    events::Entity::insert(event.into_active_model()).exec(&**db).await.unwrap();
    run(db, demand, 1, json!([])).await;
    id
}

/// The dated answer that nothing fits, with the nearest technology.
pub async fn no_match(db: &Db, demand: &Record<Demands>, nearest: &Record<Technologies>) {
    let nearest = json!([{ "technology": nearest.head.id, "score": 0.12, "lacks": [REQUIREMENT] }]);
    run(db, demand, 0, nearest).await;
}

async fn run(db: &Db, demand: &Record<Demands>, suggested: i32, nearest: serde_json::Value) {
    let row = runs::Model {
        id: Uuid::now_v7(),
        demand_id: Some(demand.head.id),
        technology_id: None,
        at: Utc::now(),
        algorithm: "test-1".to_owned(),
        suggested,
        searched: json!({ "technologies": 140, "waiting": 0, "words_only": false }),
        nearest,
    };
    runs::Entity::insert(row.into_active_model()).exec(&**db).await.unwrap();
}
