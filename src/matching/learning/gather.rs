//! Judgements from the history of matches, each with the signals that were known when it was made. What was taken back
//! is none.

use std::collections::{BTreeMap, HashMap};

use anyhow::Context;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;
use siku_index::signals::SIGNALS;
use uuid::Uuid;

use super::judge::grade;
use super::versions::base_of;
use crate::accounts::secrets::sha256;
use crate::db::Db;
use crate::matching::life::{Acting, StepKind};
use crate::matching::rows::{events, matches};

/// Events read at once: each carries a snapshot with evidence.
const PORTION: u64 = 500;

/// What somebody said of a suggestion, and what was known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// The decision.
    pub event: Uuid,
    pub demand: Uuid,
    /// 2 and up is a full answer.
    pub grade: u8,
    /// Of every signal in the order of [`SIGNALS`]; `None` where it said nothing.
    pub values: Vec<Option<f32>>,
}

/// A pair as it was: when a side has changed since, it is another one.
type Pair = (Uuid, Option<i64>, Option<i64>);

/// Every judgement on suggestions that this algorithm made, whatever its weights. Of several on one pair the last counts.
///
/// # Errors
/// The database failed.
pub async fn judgements(db: &Db, algorithm: &str) -> anyhow::Result<Vec<Judgement>> {
    let mut open: BTreeMap<Pair, Vec<Judgement>> = BTreeMap::new();
    let mut last = Uuid::nil();
    loop {
        let portion = events::Entity::find()
            .filter(events::Column::Id.gt(last))
            .filter(events::Column::Kind.is_in([StepKind::Moved.as_str(), StepKind::Undone.as_str()]))
            .filter(events::Column::Acting.ne(Acting::Service.as_str()))
            .order_by_asc(events::Column::Id)
            .limit(PORTION)
            .all(&**db)
            .await
            .context("cannot read decisions")?;
        let Some(end) = portion.last() else { break };
        last = end.id;
        let demands = demands_of(db, &portion).await?;
        for event in portion {
            take_in(&mut open, &event, &demands, algorithm);
        }
    }
    let mut all: Vec<Judgement> = open.into_values().filter_map(|mut judged| judged.pop()).collect();
    all.sort_by_key(|judgement| (judgement.demand, judgement.event));
    Ok(all)
}

fn take_in(
    open: &mut BTreeMap<Pair, Vec<Judgement>>,
    event: &events::Model,
    demands: &HashMap<Uuid, Uuid>,
    algorithm: &str,
) {
    let known = &event.snapshot;
    let pair = (event.match_id, known["demand_version"].as_i64(), known["technology_version"].as_i64());
    if let Some(undone) = event.undoes {
        open.entry(pair).or_default().retain(|judgement| judgement.event != undone);
        return;
    }
    let reason = event.reason_code.as_deref().and_then(|code| code.parse().ok());
    let grade = event.to_status.parse().ok().and_then(|to| grade(to, reason));
    let complete = known["algorithm"].as_str().and_then(base_of) == Some(algorithm);
    if let (Some(grade), Some(demand), true) = (grade, demands.get(&event.match_id), complete) {
        let values = values(&known["signals"]);
        let judgement = Judgement { event: event.id, demand: *demand, grade, values };
        open.entry(pair).or_default().push(judgement);
    }
}

async fn demands_of(db: &Db, portion: &[events::Model]) -> anyhow::Result<HashMap<Uuid, Uuid>> {
    let pairs: Vec<(Uuid, Uuid)> = matches::Entity::find()
        .select_only()
        .column(matches::Column::Id)
        .column(matches::Column::DemandId)
        .filter(matches::Column::Id.is_in(portion.iter().map(|event| event.match_id)))
        .into_tuple()
        .all(&**db)
        .await
        .context("cannot read the demands of decisions")?;
    Ok(pairs.into_iter().collect())
}

/// The values of a stored suggestion, in the order of the list of signals.
fn values(signals: &Value) -> Vec<Option<f32>> {
    let stored = signals.as_array().map(Vec::as_slice).unwrap_or_default();
    let of = |name: &str| stored.iter().find(|signal| signal["name"] == name)?["value"].as_f64();
    SIGNALS.iter().map(|signal| of(signal.name).map(|value| value as f32)).collect()
}

/// What a set of judgements is known by.
pub fn fingerprint(judgements: &[Judgement]) -> String {
    let told: Vec<String> =
        judgements.iter().map(|judgement| format!("{} {}", judgement.event, judgement.grade)).collect();
    sha256(&told.iter().map(String::as_str).collect::<Vec<_>>())
}
