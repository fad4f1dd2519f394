//! Looking at the jobs, and having those tried again that failed.

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::row::{self, Column as C};
use crate::accounts::Actor;
use crate::audit::{self, Deed, NewEntry};
use crate::library::closed_set::closed_set;

closed_set! {
    /// Where a job stands.
    pub enum JobState {
        /// It was not begun, or is being done.
        #[default]
        Waiting = "waiting" [],
        /// It failed and is tried again by itself.
        Failing = "failing" [],
        /// It failed so often that a person has to look.
        GivenUp = "given_up" [],
        /// Done; kept for some days.
        Done = "done" [],
    }
}

impl JobState {
    fn condition(self) -> Condition {
        let open = Condition::all().add(C::DoneAt.is_null()).add(C::GivenUpAt.is_null());
        match self {
            Self::Waiting => open.add(C::LastError.is_null()),
            Self::Failing => open.add(C::LastError.is_not_null()),
            Self::GivenUp => Condition::all().add(C::DoneAt.is_null()).add(C::GivenUpAt.is_not_null()),
            Self::Done => Condition::all().add(C::DoneAt.is_not_null()),
        }
    }

    fn of(row: &row::Model) -> Self {
        match (row.done_at, row.given_up_at, &row.last_error) {
            (Some(_), ..) => Self::Done,
            (None, Some(_), _) => Self::GivenUp,
            (None, None, Some(_)) => Self::Failing,
            (None, None, None) => Self::Waiting,
        }
    }
}

/// A job as an operator sees it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = QueuedJob)]
pub struct JobView {
    pub id: i64,
    #[schema(example = "match_demand")]
    pub kind: String,
    pub state: JobState,
    /// The record it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<Uuid>,
    pub attempts: i32,
    pub created_at: DateTime<Utc>,
    /// Not before.
    pub run_after: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_up_at: Option<DateTime<Utc>>,
    /// What went wrong the last time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_error: Option<String>,
}

impl JobView {
    fn of(row: row::Model) -> Self {
        let record = row.payload.pointer("/payload/id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        Self {
            state: JobState::of(&row),
            id: row.id,
            kind: row.kind,
            record,
            attempts: row.attempts,
            created_at: row.created_at,
            run_after: row.run_after,
            done_at: row.done_at,
            given_up_at: row.given_up_at,
            last_error: row.last_error,
        }
    }
}

/// How many jobs there are of each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct JobCounts {
    pub waiting: u64,
    pub failing: u64,
    pub given_up: u64,
    pub done: u64,
}

impl JobCounts {
    pub fn of(&self, state: JobState) -> u64 {
        match state {
            JobState::Waiting => self.waiting,
            JobState::Failing => self.failing,
            JobState::GivenUp => self.given_up,
            JobState::Done => self.done,
        }
    }
}

/// Counts the jobs.
///
/// # Errors
/// The database failed.
pub async fn counts(db: &impl ConnectionTrait) -> Result<JobCounts, DbErr> {
    let count = async |state: JobState| row::Entity::find().filter(state.condition()).count(db).await;
    Ok(JobCounts {
        waiting: count(JobState::Waiting).await?,
        failing: count(JobState::Failing).await?,
        given_up: count(JobState::GivenUp).await?,
        done: count(JobState::Done).await?,
    })
}

/// Jobs of a state, the newest first, those before a number.
///
/// # Errors
/// The database failed.
pub async fn list(
    db: &impl ConnectionTrait,
    state: JobState,
    before: Option<i64>,
    limit: u64,
) -> Result<Vec<JobView>, DbErr> {
    let mut wanted = row::Entity::find().filter(state.condition()).order_by_desc(C::Id).limit(limit);
    if let Some(before) = before {
        wanted = wanted.filter(C::Id.lt(before));
    }
    Ok(wanted.all(db).await?.into_iter().map(JobView::of).collect())
}

/// Has a job that failed be tried again now as if it were new, or all of them; answers how many.
///
/// # Errors
/// The database failed.
pub async fn retry_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Option<i64>,
    now: DateTime<Utc>,
) -> anyhow::Result<u64> {
    let failed = Condition::any().add(JobState::Failing.condition()).add(JobState::GivenUp.condition());
    // What somebody works on goes on.
    let free = Condition::any().add(C::ClaimedUntil.is_null()).add(C::ClaimedUntil.lt(now));
    let mut again = row::Entity::update_many()
        .col_expr(C::RunAfter, Expr::val(now))
        .col_expr(C::Attempts, Expr::val(0))
        .col_expr(C::GivenUpAt, Expr::val(None::<DateTime<Utc>>))
        // In the past, not null: there may be a newer job of the same key that nobody has begun.
        .col_expr(C::ClaimedUntil, Expr::val(now - TimeDelta::milliseconds(1)))
        .filter(failed)
        .filter(free);
    if let Some(id) = id {
        again = again.filter(C::Id.eq(id));
    }
    let retried = again.exec(transaction).await.context("cannot have jobs tried again")?.rows_affected;
    if retried > 0 {
        let entry = NewEntry::new(actor, now, Deed::JobsRetried).with(json!({ "job": id, "jobs": retried }));
        audit::record(transaction, vec![entry]).await?;
    }
    Ok(retried)
}
