//! Every version of the weights, and which one is in force. A version is never changed; putting one in force is audited
//! and has every open demand matched again.

use anyhow::Context;
use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use sea_orm::{IntoActiveModel, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;
use siku_index::matching::{Weight, Weights};
use std::collections::BTreeMap;
use std::fmt;
use utoipa::ToSchema;
use uuid::Uuid;

use super::fit::Fit;
use super::rows;
use crate::accounts::Actor;
use crate::audit::{self, Deed, NewEntry};
use crate::db::{Contended, Db};
use crate::library::closed_set::closed_set;
use crate::library::{Demands, Library, Status};
use crate::outbox::{Job, Urgency, enqueue_all};

/// The version that the program came with.
pub const SHIPPED: i32 = 0;

closed_set! {
    /// What became of a version when it was made.
    pub enum LearningOutcome {
        /// The program came with it.
        #[default]
        Shipped = "shipped" [],
        /// Better on what was kept apart: put in force.
        Adopted = "adopted" [],
        /// No worse, but no better beyond chance: not put in force.
        NoGain = "no_gain" [],
        /// The order or the score got worse: not put in force.
        Worse = "worse" [],
    }
}

/// What is stored of weights: what requirements are judged by is the program's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Stored {
    bias: f32,
    signals: BTreeMap<String, Weight>,
}

/// A version of the weights.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Version {
    /// 0 is what the program came with.
    #[schema(example = 3)]
    pub version: i32,
    /// The name that suggestions made with it carry.
    #[schema(example = "siku-8.3")]
    pub algorithm: String,
    pub created_at: DateTime<Utc>,
    /// Decisions it was learned from, those kept apart included.
    pub decisions: i32,
    pub demands: i32,
    /// Decisions kept apart, on which it was measured.
    pub held_out: i32,
    /// nDCG@10 of what was in force when it was made, and of itself, on what was kept apart.
    pub ndcg_before: Option<f64>,
    pub ndcg_after: Option<f64>,
    /// Expected calibration error, likewise.
    pub error_before: Option<f64>,
    pub error_after: Option<f64>,
    #[schema(inline)]
    pub outcome: LearningOutcome,
    /// Suggestions are made with it now.
    pub in_force: bool,
    /// When it was last put in force.
    pub adopted_at: Option<DateTime<Utc>>,
    /// By whom; null for the service itself.
    pub adopted_by: Option<Uuid>,
    /// Log-odds for one unit of each signal's value.
    pub weights: BTreeMap<String, f32>,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:3} {:12} {}", self.version, self.algorithm, self.outcome)?;
        if let (Some(a), Some(b), Some(c), Some(d)) =
            (self.ndcg_before, self.ndcg_after, self.error_before, self.error_after)
        {
            write!(
                f,
                " from {} decisions on {} demands; on {} kept apart ",
                self.decisions, self.demands, self.held_out
            )?;
            write!(f, "nDCG@10 {a:.3} → {b:.3}, calibration error {c:.3} → {d:.3}")?;
        }
        f.write_str(if self.in_force { " (in force)" } else { "" })
    }
}

/// Why a version was not put in force.
#[derive(Debug, thiserror::Error)]
pub enum AdoptError {
    #[error("there is no version {0} of the weights")]
    Unknown(i32),
    #[error("version {version} was learned for {base}, this program matches with {now}")]
    OtherAlgorithm { version: i32, base: String, now: String },
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl From<DbErr> for AdoptError {
    fn from(error: DbErr) -> Self {
        Self::Other(error.into())
    }
}

impl Contended for AdoptError {
    fn is_contended(&self) -> bool {
        matches!(self, Self::Other(error) if error.is_contended())
    }
}

/// The algorithm as suggestions name it.
pub fn name(base: &str, version: i32) -> String {
    if version == SHIPPED { base.to_owned() } else { format!("{base}.{version}") }
}

/// The algorithm behind the name of one that ran with all it needs; `None` for one that did not.
pub fn base_of(algorithm: &str) -> Option<&str> {
    if algorithm.contains('+') { None } else { algorithm.split('.').next() }
}

/// Number of the version in force for an algorithm: what was learned for another one is of no use to it.
///
/// # Errors
/// The database failed.
pub async fn number_in_force(db: &impl ConnectionTrait, base: &str) -> anyhow::Result<i32> {
    let newest = rows::Entity::find()
        .filter(rows::Column::AdoptedAt.is_not_null())
        .filter(rows::Column::Base.eq(base))
        .order_by_desc(rows::Column::AdoptedAt)
        .select_only()
        .column(rows::Column::Version)
        .into_tuple()
        .one(db);
    Ok(newest.await.context("cannot read which weights are in force")?.unwrap_or(SHIPPED))
}

/// The weights of a version.
///
/// # Errors
/// The database failed.
pub async fn weights(db: &impl ConnectionTrait, version: i32, shipped: &Weights) -> anyhow::Result<Weights> {
    let row = rows::Entity::find_by_id(version).one(db).await.context("cannot read weights")?;
    let Some((base, stored)) = row.and_then(|row| Some((row.base, row.weights?))) else { return Ok(shipped.clone()) };
    let Stored { bias, signals } =
        serde_json::from_value(stored).with_context(|| format!("cannot read version {version} of the weights"))?;
    Ok(Weights { algorithm: name(&base, version), bias, signals, coverage: shipped.coverage.clone() })
}

/// The weights in force.
///
/// # Errors
/// The database failed.
pub async fn weights_in_force(db: &impl ConnectionTrait, shipped: &Weights) -> anyhow::Result<Weights> {
    weights(db, number_in_force(db, &shipped.algorithm).await?, shipped).await
}

/// What the newest version for this algorithm was learned from.
pub(super) async fn newest_fingerprint(db: &impl ConnectionTrait, base: &str) -> anyhow::Result<Option<String>> {
    let newest = rows::Entity::find().filter(rows::Column::Base.eq(base)).order_by_desc(rows::Column::Version).one(db);
    Ok(newest.await.context("cannot read the newest weights")?.and_then(|row| row.fingerprint))
}

/// Every version, the newest first.
///
/// # Errors
/// The database failed.
pub async fn list(db: &impl ConnectionTrait) -> anyhow::Result<Vec<Version>> {
    let shipped = Weights::shipped()?;
    let in_force = number_in_force(db, &shipped.algorithm).await?;
    let mut all = rows::Entity::find().order_by_desc(rows::Column::Version).all(db).await?;
    if all.last().is_none_or(|row| row.version != SHIPPED) {
        all.push(shipped_row(&shipped, DateTime::UNIX_EPOCH));
    }
    all.into_iter().map(|row| shown(row, in_force, &shipped)).collect()
}

fn shown(row: rows::Model, in_force: i32, shipped: &Weights) -> anyhow::Result<Version> {
    let signals = match row.weights {
        Some(stored) => serde_json::from_value::<Stored>(stored)?.signals,
        None => shipped.signals.clone(),
    };
    Ok(Version {
        version: row.version,
        algorithm: name(&row.base, row.version),
        created_at: row.created_at,
        decisions: row.decisions,
        demands: row.demands,
        held_out: row.held_out,
        ndcg_before: row.ndcg_before,
        ndcg_after: row.ndcg_after,
        error_before: row.error_before,
        error_after: row.error_after,
        outcome: row.outcome.parse()?,
        in_force: row.version == in_force,
        adopted_at: row.adopted_at,
        adopted_by: row.adopted_by,
        weights: signals.into_iter().map(|(name, weight)| (name, weight.weight)).collect(),
    })
}

fn shipped_row(shipped: &Weights, at: DateTime<Utc>) -> rows::Model {
    rows::Model {
        version: SHIPPED,
        created_at: at,
        base: shipped.algorithm.clone(),
        decisions: 0,
        demands: 0,
        held_out: 0,
        ndcg_before: None,
        ndcg_after: None,
        error_before: None,
        error_after: None,
        outcome: LearningOutcome::Shipped.as_str().to_owned(),
        fingerprint: None,
        adopted_at: None,
        adopted_by: None,
        weights: None,
    }
}

/// Stores what was learned, in force where the outcome says so.
pub(super) async fn store(
    db: &Db,
    actor: &Actor,
    fit: &Fit,
    outcome: LearningOutcome,
    fingerprint: &str,
    now: DateTime<Utc>,
) -> anyhow::Result<Version> {
    let now = now.trunc_subsecs(6);
    let stored = serde_json::to_value(Stored { bias: fit.weights.bias, signals: fit.weights.signals.clone() })?;
    let shipped = Weights::shipped()?;
    let (stored, shipped) = (&stored, &shipped);
    db.write_send(|transaction| {
        Box::pin(async move {
            let newest = rows::Entity::find().order_by_desc(rows::Column::Version).one(&*transaction).await?;
            let version = newest.map_or(SHIPPED, |row| row.version) + 1;
            let row = rows::Model {
                version,
                decisions: i32::try_from(fit.decisions)?,
                demands: i32::try_from(fit.demands)?,
                held_out: i32::try_from(fit.held_out)?,
                ndcg_before: Some(fit.before.ndcg),
                ndcg_after: Some(fit.after.ndcg),
                error_before: Some(fit.before.error),
                error_after: Some(fit.after.error),
                outcome: outcome.as_str().to_owned(),
                fingerprint: Some(fingerprint.to_owned()),
                weights: Some(stored.clone()),
                ..shipped_row(shipped, now)
            };
            rows::Entity::insert(row.into_active_model()).exec_without_returning(&*transaction).await?;
            if outcome == LearningOutcome::Adopted {
                adopt_in(&transaction, actor, version, now).await?;
            }
            read(&*transaction, version, shipped).await
        })
    })
    .await
    .context("cannot store what was learned")
}

async fn read(db: &impl ConnectionTrait, version: i32, shipped: &Weights) -> anyhow::Result<Version> {
    let row = rows::Entity::find_by_id(version).one(db).await?.context("the version is gone")?;
    shown(row, number_in_force(db, &shipped.algorithm).await?, shipped)
}

/// Puts a version in force: audited, and every published demand is matched again with it.
///
/// # Errors
/// See [`AdoptError`].
pub async fn adopt_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    version: i32,
    now: DateTime<Utc>,
) -> Result<Version, AdoptError> {
    let now = now.trunc_subsecs(6);
    let shipped = Weights::shipped().context("cannot read the weights of this program")?;
    let row = match rows::Entity::find_by_id(version).one(transaction).await? {
        Some(row) => row,
        None if version == SHIPPED => {
            let row = shipped_row(&shipped, now);
            rows::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
            row
        }
        None => return Err(AdoptError::Unknown(version)),
    };
    if version != SHIPPED && row.base != shipped.algorithm {
        return Err(AdoptError::OtherAlgorithm { version, base: row.base, now: shipped.algorithm });
    }
    let before = number_in_force(transaction, &shipped.algorithm).await?;
    let change = rows::ActiveModel {
        version: Set(version),
        adopted_at: Set(Some(now)),
        adopted_by: Set(actor.user_id()),
        ..Default::default()
    };
    // Of two at the same moment the later decision counts.
    rows::Entity::update_many()
        .col_expr(rows::Column::AdoptedAt, Expr::val(None::<DateTime<Utc>>))
        .filter(rows::Column::AdoptedAt.gte(now))
        .exec(transaction)
        .await?;
    rows::Entity::update(change).exec(transaction).await?;
    let detail = json!({ "version": version, "before": before, "algorithm": name(&shipped.algorithm, version) });
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::WeightsAdopted).with(detail)]).await?;
    enqueue_all(transaction, every_demand(transaction).await?, Urgency::Background, now).await?;
    Ok(read(transaction, version, &shipped).await?)
}

async fn every_demand(transaction: &DatabaseTransaction) -> anyhow::Result<Vec<Job>> {
    let ids: Vec<Uuid> = <Demands as Library>::Entity::find()
        .select_only()
        .column_as(Expr::col("id"), "id")
        .filter(Expr::col("status").eq(Status::Published.as_str()))
        .into_tuple()
        .all(transaction)
        .await
        .context("cannot list the demands to match again")?;
    Ok(ids.into_iter().map(|id| Job::MatchDemand { id }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_algorithm_tells_its_version_and_leads_back_to_it() {
        assert_eq!((name("siku-8", 0).as_str(), name("siku-8", 12).as_str()), ("siku-8", "siku-8.12"));
        assert_eq!(base_of("siku-8.12"), Some("siku-8"));
        assert_eq!(base_of("siku-8"), Some("siku-8"));
        assert_eq!((base_of("siku-8.12+partial"), base_of("siku-8+words")), (None, None));
    }
}
