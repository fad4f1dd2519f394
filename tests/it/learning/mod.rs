//! Learning from decisions: what is a judgement, what is adopted, who uses it.

mod adopting;
mod season;
mod taste;

use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use siku::accounts::{Actor, Role};
use siku::config::Learn;
use siku::db::Db;
use siku::library::store::create;
use siku::library::{Demands, Technologies};
use siku::matching::life::{Decision, Reason, Why, decide};
use siku::matching::rows::matches;
use siku::matching::types::MatchState;
use uuid::Uuid;

use crate::support::records::{admin, demand, member, published, technology};

/// A number below `below` that follows from these names: noise that is the same on every run.
pub fn roll(names: &[&str], below: u64) -> u64 {
    // FNV-1a, then a mix of its bits.
    let bytes = names.iter().flat_map(|name| name.bytes().chain([0]));
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    let mixed = (hash ^ (hash >> 31)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 29)) % below
}

/// The settings with another least number of decisions.
pub fn settings(least_decisions: usize) -> Learn {
    Learn { nightly: true, hour: 2, least_decisions }
}

/// Somebody who decides.
pub fn broker() -> Actor {
    member(Role::Broker, Uuid::from_u128(77))
}

/// Takes a suggestion up, or dismisses it for this reason.
pub async fn judge(db: &Db, id: Uuid, dismissed: Option<Reason>) {
    let decision = match dismissed {
        None => Decision::to(MatchState::Shortlisted),
        Some(reason) => Decision { to: MatchState::Dismissed, why: Why { reason: Some(reason), text: None } },
    };
    decide(db, &broker(), id, None, decision, chrono::Utc::now()).await.unwrap();
}

/// Demands with suggestions whose signals are made up: `conditions` and `meaning`.
pub async fn suggestions(db: &Db, demands: usize, each: usize) -> Vec<matches::Model> {
    let mut technologies = Vec::new();
    for number in 0..each {
        let new =
            create::<Technologies>(db, &admin(), technology(&format!("技术{number}")), published()).await.unwrap();
        technologies.push(new.head.id);
    }
    let mut all = Vec::new();
    for number in 0..demands {
        let new = create::<Demands>(db, &admin(), demand(&format!("Besoin {number}")), published()).await.unwrap();
        for (place, technology) in technologies.iter().enumerate() {
            all.push(suggestion(new.head.id, *technology, number, place));
        }
    }
    for row in &all {
        matches::Entity::insert(row.clone().into_active_model()).exec(&**db).await.unwrap();
    }
    all
}

fn suggestion(demand: Uuid, technology: Uuid, number: usize, place: usize) -> matches::Model {
    let names = [number.to_string(), place.to_string()];
    let value = |signal: &str| roll(&[signal, &names[0], &names[1]], 1_000) as f64 / 1_000.0;
    let signal = |name: &str| json!({"name": name, "value": value(name), "contribution": 0.0, "reason": {"code": "x"}});
    let now = chrono::Utc::now();
    matches::Model {
        id: Uuid::now_v7(),
        demand_id: demand,
        technology_id: technology,
        status: "suggested".to_owned(),
        score: 0.5,
        rank: 1,
        algorithm: "siku-8".to_owned(),
        signals: json!([signal("meaning"), signal("conditions")]),
        coverage: json!([]),
        results: json!([]),
        institutions: json!([]),
        demand_version: 1,
        technology_version: 1,
        created_at: now,
        updated_at: now,
        version: 1,
        ..matches::Model::default()
    }
}

/// The value of a signal of a stored suggestion.
pub fn signal(row: &matches::Model, name: &str) -> f64 {
    let all: &[Value] = row.signals.as_array().unwrap();
    all.iter().find(|signal| signal["name"] == name).unwrap()["value"].as_f64().unwrap()
}
