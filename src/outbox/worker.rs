//! The worker's loop: first the index takes in every change, then jobs run. What indexing and the jobs do is the
//! caller's; when they happen, what is retried and how the worker stops is here.

use super::{Claimed, Job, Urgency, claim, done, failed, forget_done};
use crate::db::Db;
use chrono::{TimeDelta, Utc};
use std::future::Future;
use std::time::Duration;
use tokio::sync::watch;

/// Jobs taken on at once; small, so that what somebody waits for never stands behind many others.
const PORTION: u64 = 8;
/// Pause after the database or the index failed.
const TROUBLE: Duration = Duration::from_secs(2);
const DONE_JOBS_KEPT: TimeDelta = TimeDelta::days(7);

/// What the worker does.
pub trait Work: Send + Sync {
    /// Takes a portion of changes into the indexes and commits; answers whether there is more to take in.
    fn index(&self) -> impl Future<Output = anyhow::Result<bool>> + Send;
    /// Runs one job. It may run again after a crash, so running twice must do no harm.
    fn run(&self, job: &Job) -> impl Future<Output = anyhow::Result<()>> + Send;
}

/// What a round of work came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Drained {
    /// Jobs done.
    pub done: usize,
    /// Jobs that failed; they are tried again later.
    pub failed: usize,
}

/// Runs everything that is due and returns: indexing until the indexes hold every change, then jobs until none is due.
/// What somebody waits for runs between portions of indexing, so that an import does not hold it up.
pub async fn drain(db: &Db, work: &impl Work) -> anyhow::Result<Drained> {
    let mut drained = Drained::default();
    loop {
        let behind = work.index().await?;
        let least = if behind { Urgency::Awaited } else { Urgency::Background };
        let jobs = claim(db, Utc::now(), least, PORTION).await?;
        if jobs.is_empty() && !behind {
            return Ok(drained);
        }
        for job in jobs {
            if run_one(db, work, &job).await? {
                drained.done += 1;
            } else {
                drained.failed += 1;
            }
        }
    }
}

async fn run_one(db: &Db, work: &impl Work, claimed: &Claimed) -> anyhow::Result<bool> {
    match work.run(&claimed.job).await {
        Ok(()) => {
            done(db, &[claimed.id], Utc::now()).await?;
            Ok(true)
        }
        Err(error) => {
            let (kind, attempt) = (claimed.job.kind(), claimed.attempt);
            tracing::warn!(job = claimed.id, kind, attempt, error = format!("{error:#}"), "a job failed");
            failed(db, claimed, &error, Utc::now()).await?;
            Ok(false)
        }
    }
}

/// How long to rest after a round of `what`: `poll`, or longer after trouble, which is told.
pub fn rest<T>(what: &str, round: anyhow::Result<T>, poll: Duration) -> Duration {
    match round {
        Ok(_) => poll,
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "{what} met trouble and goes on");
            TROUBLE
        }
    }
}

/// Rests for a while, or until somebody says stop; answers whether anybody is there who could.
pub async fn rested(pause: Duration, stop: &mut watch::Receiver<bool>) -> bool {
    tokio::select! {
        () = tokio::time::sleep(pause) => true,
        changed = stop.changed() => changed.is_ok(),
    }
}

/// Works until `stop` says so. Woken by every change of this process, and at least every `poll` for those of others.
pub async fn run(db: Db, work: impl Work, poll: Duration, mut stop: watch::Receiver<bool>) {
    let mut forgotten = None;
    while !*stop.borrow() {
        let pause = rest("the worker", drain(&db, &work).await, poll);
        let today = Utc::now().date_naive();
        if forgotten != Some(today) {
            forgotten = Some(today);
            if let Err(error) = forget_done(&db, Utc::now() - DONE_JOBS_KEPT).await {
                tracing::warn!(error = format!("{error:#}"), "old jobs stay");
            }
        }
        tokio::select! {
            () = db.changed().notified() => {}
            () = tokio::time::sleep(pause) => {}
            changed = stop.changed() => if changed.is_err() { return },
        }
    }
}
