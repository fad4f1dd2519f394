//! What follows from changes. [`feed`] hands the changes themselves to the index, in order; jobs are everything else
//! that must happen after a change: they are stored in the change's own transaction, so none is lost and none runs
//! for a change that never happened. [`worker`] runs both, and
//! [`looking`] is what an operator sees of jobs.

pub mod feed;
pub mod looking;
pub mod worker;

use crate::db::Db;
use crate::library::LibraryKind;
use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType, OnConflict, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Set,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Everything the worker can be asked to do. One line here, one arm in whoever runs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload", rename_all = "snake_case")]
pub enum Job {
    /// Suggest technologies for a demand, or drop its suggestions when it is no longer published.
    MatchDemand {
        /// The demand.
        id: Uuid,
    },
    /// Suggest a technology for open demands, or drop its suggestions when it is no longer published.
    MatchTechnology {
        /// The technology.
        id: Uuid,
    },
    /// Tell those whose saved searches a newly published record fits.
    AlertSearches {
        /// The record's library.
        library: LibraryKind,
        /// The record.
        id: Uuid,
    },
    /// Have a published record translated into the languages that it lacks.
    TranslateRecord {
        /// The record's library.
        library: LibraryKind,
        /// The record.
        id: Uuid,
    },
}

/// Jobs that one loop runs. A slow one holds up its own lane alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// The worker's: matching and alerts.
    Matching,
    /// That of a translator, if one is connected.
    Translating,
}

impl Lane {
    fn condition(self) -> SimpleExpr {
        match self {
            Self::Matching => C::Kind.ne(TRANSLATE_RECORD),
            Self::Translating => C::Kind.eq(TRANSLATE_RECORD),
        }
    }
}

const TRANSLATE_RECORD: &str = "translate_record";

impl Job {
    /// Name in the database, in logs and in metrics.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::MatchDemand { .. } => "match_demand",
            Self::MatchTechnology { .. } => "match_technology",
            Self::AlertSearches { .. } => "alert_searches",
            Self::TranslateRecord { .. } => TRANSLATE_RECORD,
        }
    }

    /// Jobs with the same key are one job as long as nobody has begun it.
    fn dedupe_key(&self) -> String {
        match self {
            Self::MatchDemand { id }
            | Self::MatchTechnology { id }
            | Self::AlertSearches { id, .. }
            | Self::TranslateRecord { id, .. } => format!("{}:{id}", self.kind()),
        }
    }
}

/// Whether somebody waits for the job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Urgency {
    /// A person made the change and looks for what follows.
    #[default]
    Awaited,
    /// One of many, from an import or a re-run: behind what somebody waits for.
    Background,
}

impl Urgency {
    const fn priority(self) -> i32 {
        match self {
            Self::Awaited => 0,
            Self::Background => 10,
        }
    }
}

/// A job someone has taken on.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    /// Which one it is.
    pub id: i64,
    /// What to do.
    pub job: Job,
    /// The how-many-eth try this is, from 1.
    pub attempt: i32,
}

/// How long a claim holds; a worker that dies leaves its jobs to others after that.
const CLAIM: TimeDelta = TimeDelta::minutes(10);
/// How often a job is tried before it is given up for a person to look at.
pub const MOST_ATTEMPTS: i32 = 12;
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(1);
const LONGEST_ERROR: usize = 2_000;
/// Rows per statement: nine parameters each.
const PORTION: usize = 3_000;

/// The row of a job.
pub mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox_jobs")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub kind: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub payload: Json,
        pub dedupe_key: Option<String>,
        pub priority: i32,
        pub run_after: DateTimeUtc,
        pub attempts: i32,
        pub created_at: DateTimeUtc,
        pub claimed_until: Option<DateTimeUtc>,
        pub done_at: Option<DateTimeUtc>,
        pub given_up_at: Option<DateTimeUtc>,
        pub last_error: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::Column as C;

/// Stores a job in the transaction of the change it follows from.
pub async fn enqueue(transaction: &DatabaseTransaction, job: Job, urgency: Urgency) -> anyhow::Result<()> {
    enqueue_all(transaction, vec![job], urgency, Utc::now()).await
}

/// Stores jobs that may run from `run_after` on. A job that already waits is not stored twice.
pub async fn enqueue_all(
    transaction: &DatabaseTransaction,
    jobs: Vec<Job>,
    urgency: Urgency,
    run_after: DateTime<Utc>,
) -> anyhow::Result<()> {
    for portion in jobs.chunks(PORTION) {
        let rows = portion.iter().map(|job| new_row(job, urgency, run_after)).collect::<anyhow::Result<Vec<_>>>()?;
        row::Entity::insert_many(rows)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(transaction)
            .await
            .context("cannot store jobs")?;
    }
    Ok(())
}

fn new_row(job: &Job, urgency: Urgency, run_after: DateTime<Utc>) -> anyhow::Result<row::ActiveModel> {
    Ok(row::ActiveModel {
        id: sea_orm::NotSet,
        kind: Set(job.kind().to_owned()),
        payload: Set(serde_json::to_value(job).context("cannot write a job")?),
        dedupe_key: Set(Some(job.dedupe_key())),
        priority: Set(urgency.priority()),
        run_after: Set(run_after),
        attempts: Set(0),
        created_at: Set(run_after),
        claimed_until: Set(None),
        done_at: Set(None),
        given_up_at: Set(None),
        last_error: Set(None),
    })
}

fn due(now: DateTime<Utc>, least: Urgency) -> Condition {
    Condition::all()
        .add(open())
        .add(C::Priority.lte(least.priority()))
        .add(C::RunAfter.lte(now))
        .add(Condition::any().add(C::ClaimedUntil.is_null()).add(C::ClaimedUntil.lt(now)))
}

fn open() -> Condition {
    Condition::all().add(C::DoneAt.is_null()).add(C::GivenUpAt.is_null())
}

/// Those of these jobs of which none waits already, failed or not.
pub async fn not_open(db: &impl ConnectionTrait, jobs: Vec<Job>) -> anyhow::Result<Vec<Job>> {
    let keys = jobs.iter().map(Job::dedupe_key);
    let known: Vec<Option<String>> = row::Entity::find()
        .select_only()
        .column(C::DedupeKey)
        .filter(open())
        .filter(C::DedupeKey.is_in(keys))
        .into_tuple()
        .all(db)
        .await
        .context("cannot look for jobs")?;
    Ok(jobs.into_iter().filter(|job| !known.contains(&Some(job.dedupe_key()))).collect())
}

/// How many jobs of a lane are not done.
pub async fn waiting_in(db: &impl ConnectionTrait, lane: Lane) -> Result<u64, DbErr> {
    row::Entity::find().filter(open()).filter(lane.condition()).count(db).await
}

/// [`claim_in`] of the worker's lane.
pub async fn claim(db: &Db, now: DateTime<Utc>, least: Urgency, limit: u64) -> anyhow::Result<Vec<Claimed>> {
    claim_in(db, Lane::Matching, now, least, limit).await
}

/// Takes on up to `limit` jobs of a lane that are due, those somebody waits for first, and only those unless `least` is
/// [`Urgency::Background`]. No two workers get the same one.
pub async fn claim_in(
    db: &Db,
    lane: Lane,
    now: DateTime<Utc>,
    least: Urgency,
    limit: u64,
) -> anyhow::Result<Vec<Claimed>> {
    let due = |now, least| due(now, least).add(lane.condition());
    // A look without a lock first: an idle worker never disturbs writers.
    let any = row::Entity::find().filter(due(now, least)).limit(1).one(&**db).await.context("cannot look for jobs")?;
    if any.is_none() {
        return Ok(Vec::new());
    }
    db.write_send(|transaction| {
        Box::pin(async move {
            let rows = row::Entity::find()
                .filter(due(now, least))
                .order_by_asc(C::Priority)
                .order_by_asc(C::Id)
                .limit(limit)
                .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
                .all(&*transaction)
                .await
                .context("cannot claim jobs")?;
            row::Entity::update_many()
                .col_expr(C::ClaimedUntil, Expr::val(now + CLAIM))
                .col_expr(C::Attempts, Expr::col(C::Attempts).add(1))
                .filter(C::Id.is_in(rows.iter().map(|row| row.id)))
                .exec(&*transaction)
                .await
                .context("cannot claim jobs")?;
            rows.into_iter().map(claimed).collect()
        })
    })
    .await
}

fn claimed(row: row::Model) -> anyhow::Result<Claimed> {
    let job = serde_json::from_value(row.payload).with_context(|| format!("cannot read job {}", row.id))?;
    Ok(Claimed { id: row.id, job, attempt: row.attempts + 1 })
}

/// Jobs are done.
pub async fn done(db: &Db, ids: &[i64], now: DateTime<Utc>) -> anyhow::Result<()> {
    db.write_send(|transaction| Box::pin(async move { finish(&transaction, ids, now).await })).await
}

/// Jobs are done, in the transaction that holds what they did.
pub async fn finish(transaction: &DatabaseTransaction, ids: &[i64], now: DateTime<Utc>) -> anyhow::Result<()> {
    row::Entity::update_many()
        .col_expr(C::DoneAt, Expr::val(now))
        .filter(C::Id.is_in(ids.iter().copied()))
        .exec(transaction)
        .await
        .context("cannot mark jobs as done")?;
    Ok(())
}

/// A job failed: it runs again after a pause that doubles each time, until it is given up.
pub async fn failed(db: &Db, claimed: &Claimed, error: &anyhow::Error, now: DateTime<Utc>) -> anyhow::Result<()> {
    let text: String = format!("{error:#}").chars().take(LONGEST_ERROR).collect();
    let text = &text;
    let given_up = (claimed.attempt >= MOST_ATTEMPTS).then_some(now);
    db.write_send(|transaction| {
        Box::pin(async move {
            row::Entity::update_many()
                .col_expr(C::RunAfter, Expr::val(now + pause(claimed.attempt)))
                // In the past, not null: it may be claimed again, but later changes get a job of their own.
                .col_expr(C::ClaimedUntil, Expr::val(now - TimeDelta::milliseconds(1)))
                .col_expr(C::GivenUpAt, Expr::val(given_up))
                .col_expr(C::LastError, Expr::val(text.clone()))
                .filter(C::Id.eq(claimed.id))
                .exec(&*transaction)
                .await
                .context("cannot mark a job as failed")?;
            Ok(())
        })
    })
    .await
}

/// 2, 4, 8… seconds, at most an hour.
fn pause(attempt: i32) -> TimeDelta {
    let seconds = 1_i64.checked_shl(attempt.clamp(1, 20).unsigned_abs()).unwrap_or(i64::MAX);
    TimeDelta::try_seconds(seconds).unwrap_or(LONGEST_PAUSE).min(LONGEST_PAUSE)
}

/// Number of the newest job; 0 when there never was one.
pub async fn newest(db: &Db) -> anyhow::Result<i64> {
    let newest = row::Entity::find().order_by_desc(C::Id).limit(1).one(&**db).await.context("cannot look for jobs")?;
    Ok(newest.map_or(0, |job| job.id))
}

/// These demands, which are all there are, were matched with everything: what waited for that, up to job `newest`, is
/// done. What a worker has begun it finishes.
pub async fn matched(db: &Db, demands: &[Uuid], newest: i64) -> anyhow::Result<()> {
    let technologies = Expr::col(C::Kind).eq("match_technology");
    let of = |id: &Uuid| Job::MatchDemand { id: *id }.dedupe_key();
    let mut waited: Vec<SimpleExpr> = vec![technologies];
    waited.extend(demands.chunks(PORTION).map(|portion| Expr::col(C::DedupeKey).is_in(portion.iter().map(of))));
    let waited = &waited;
    db.write_send(|transaction| {
        Box::pin(async move {
            for waited in waited {
                row::Entity::update_many()
                    .col_expr(C::DoneAt, Expr::val(Utc::now()))
                    .filter(due(Utc::now(), Urgency::Background))
                    .filter(C::Id.lte(newest))
                    .filter(waited.clone())
                    .exec(&*transaction)
                    .await
                    .context("cannot mark jobs as done")?;
            }
            Ok(())
        })
    })
    .await
}

/// Removes jobs that were done before a day.
pub async fn forget_done(db: &Db, before: DateTime<Utc>) -> anyhow::Result<u64> {
    db.write_send(|transaction| {
        Box::pin(async move {
            let delete = row::Entity::delete_many().filter(C::DoneAt.lt(before));
            Ok(delete.exec(&*transaction).await.context("cannot remove old jobs")?.rows_affected)
        })
    })
    .await
}

/// How many jobs wait, and how many were given up.
pub async fn waiting(db: &impl ConnectionTrait) -> Result<(u64, u64), DbErr> {
    let open = row::Entity::find().filter(open()).count(db).await?;
    let given_up = row::Entity::find().filter(C::GivenUpAt.is_not_null()).count(db).await?;
    Ok((open, given_up))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_up_to_an_hour() {
        let seconds: Vec<i64> = [1, 2, 3, 11, 12, 50].map(|attempt| pause(attempt).num_seconds()).to_vec();
        assert_eq!(seconds, [2, 4, 8, 2048, 3600, 3600]);
    }

    #[test]
    fn a_job_is_stored_by_its_kind() {
        let job = Job::MatchDemand { id: Uuid::nil() };
        let stored = serde_json::to_value(&job).unwrap();
        assert_eq!(stored["kind"], job.kind());
        assert_eq!(serde_json::from_value::<Job>(stored).unwrap(), job);
    }
}
