//! The life of a match: who may move it where, what is written down, who sees what.

mod agreeing;
mod concurrency;
mod deciding;
mod exports;
mod matching;
mod over_http;
mod property;
mod queueing;
mod seeing;
mod telling;

use chrono::{DateTime, TimeZone, Utc};
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::json;
use siku::accounts::{Actor, Role};
use siku::compliance::catalogue::{Catalogue, import, in_force, parse_lines};
use siku::compliance::screening::{Screening, SentScreening, record_in};
use siku::db::Db;
use siku::library::store::{StoreError, create};
use siku::library::technology::ExportControl;
use siku::library::{Demands, Technologies};
use siku::matching::life::{Answering, Decision, LifeError, Reason, Side, SideAnswer, Standing, Why};
use siku::matching::life::{answer_in, decide};
use siku::matching::rows::matches;
use siku::matching::types::MatchState;
use uuid::Uuid;

use crate::support::records::{admin, demand, member, organisation, published_for, technology};

/// The name of the firm on the technology's side.
pub const FIRM: &str = "北京滴灌科技有限公司";
/// The name of the embassy on the demand's side.
pub const EMBASSY: &str = "Embassy of the Sunlit Republic";

/// A firm's technology, an embassy's demand, and the suggestion that joins them.
pub struct Pair {
    pub id: Uuid,
    pub technology: Uuid,
    pub firm: Actor,
    pub embassy: Actor,
    pub broker: Actor,
}

/// Noon of a day in winter, and some seconds.
pub fn noon(seconds: i64) -> DateTime<Utc> {
    Utc.timestamp_opt(1_764_072_000 + seconds, 0).unwrap()
}

/// Puts a pair into the database.
pub async fn pair(db: &Db) -> Pair {
    let (firm, embassy) = (organisation(db, FIRM).await, organisation(db, EMBASSY).await);
    let brokers = organisation(db, "Brokers").await;
    let offered = technology("太阳能滴灌控制器");
    let offered = create::<Technologies>(db, &admin(), offered, published_for(firm)).await.unwrap();
    let wanted = create::<Demands>(db, &admin(), demand("Irrigation"), published_for(embassy)).await.unwrap();
    Pair {
        id: suggestion(db, wanted.head.id, offered.head.id).await,
        technology: offered.head.id,
        firm: member(Role::Firm, firm),
        embassy: member(Role::Embassy, embassy),
        broker: member(Role::Broker, brokers),
    }
}

/// Stores a suggestion as the matcher does.
pub async fn suggestion(db: &Db, demand: Uuid, technology: Uuid) -> Uuid {
    let row = matches::Model {
        id: Uuid::now_v7(),
        demand_id: demand,
        technology_id: technology,
        status: "suggested".to_owned(),
        score: 0.6,
        rank: 1,
        algorithm: "test-1".to_owned(),
        signals: json!([]),
        coverage: json!([]),
        results: json!([]),
        institutions: json!([]),
        demand_version: 1,
        technology_version: 1,
        created_at: noon(0),
        updated_at: noon(0),
        computed_at: Some(noon(0)),
        version: 1,
        ..matches::Model::default()
    };
    let id = row.id;
    matches::Entity::insert(row.into_active_model()).exec(&**db).await.unwrap();
    id
}

/// Without a reason.
pub async fn to(db: &Db, actor: &Actor, id: Uuid, to: MatchState) -> Result<Standing, LifeError> {
    decide(db, actor, id, None, Decision::to(to), noon(1)).await
}

/// With the reason that it is off topic.
pub async fn no(db: &Db, actor: &Actor, id: Uuid, to: MatchState) -> Result<Standing, LifeError> {
    let why = Why { reason: Some(Reason::OffTopic), text: None };
    decide(db, actor, id, None, Decision { to, why }, noon(1)).await
}

/// A side answers.
pub async fn answer(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    answer: SideAnswer,
    side: Option<Side>,
) -> Result<Standing, LifeError> {
    let reason = (answer == SideAnswer::Declined).then_some(Reason::TooExpensive);
    let answering = &Answering { answer, side, why: Why { reason, text: None } };
    db.write_send(|transaction| {
        Box::pin(async move { answer_in(&transaction, actor, id, None, answering.clone(), noon(2)).await })
    })
    .await
}

/// The match as stored.
pub async fn stored(db: &Db, id: Uuid) -> matches::Model {
    matches::Entity::find_by_id(id).one(&**db).await.unwrap().unwrap()
}

/// Imports a made-up catalogue of this day: `EX-R-01` is restricted, `EX-P-01` prohibited.
pub async fn catalogue(db: &Db, day: &str) -> Catalogue {
    let head = json!({"name": "Example", "in_force_from": day, "lang": "zh", "example": true});
    let entry = |kind: &str, code: &str| json!({"kind": kind, "code": code, "title": "示例", "text": ""});
    let lines = format!("{head}\n{}\n{}", entry("restricted", "EX-R-01"), entry("prohibited", "EX-P-01"));
    import(db, &admin(), parse_lines(&lines).unwrap(), noon(0)).await.unwrap()
}

/// Screens a technology against the catalogue in force at noon.
pub async fn screen(
    db: &Db,
    actor: &Actor,
    technology: Uuid,
    outcome: ExportControl,
    entries: &[&str],
) -> Result<Screening, StoreError> {
    let catalogue = in_force(&**db, noon(0).date_naive()).await.unwrap().unwrap().id;
    let entries = entries.iter().map(|code| (*code).to_owned()).collect();
    let sent = &SentScreening { catalogue, outcome, entries, reason: "looked at".to_owned() };
    db.write_send(|transaction| {
        Box::pin(async move { record_in(&transaction, actor, technology, None, sent.clone(), noon(0)).await })
    })
    .await
}
