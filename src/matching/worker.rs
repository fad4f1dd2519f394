//! What the worker does for matching: indexes, embeds, suggests. When it happens is `outbox::worker`'s business.

use std::sync::Arc;
use std::time::Duration;

use siku_index::corpus::Model;
use tokio::sync::watch;

use crate::db::Db;
use crate::outbox::Job;
use crate::outbox::worker::{Drained, Work, drain};
use crate::searches::alert::alert;

use super::Engine;
use super::indexing::{QUICK_STEP, take_in};
use super::learning::follow::follow as follow_weights;
use super::suggest::{answered_by_another, answered_partially, match_anew, reconsider_technology, suggest_for_demand};

/// Records embedded by the slow model in one go: a new record waits no longer than this takes.
const SLOW_STEP: usize = 4;

/// The worker's hands.
#[derive(Clone)]
pub struct MatchingWork {
    pub db: Db,
    pub engine: Arc<Engine>,
}

impl Work for MatchingWork {
    /// Changes first, then the quick model; the slow one follows in the background ([`embed_slowly`]).
    async fn index(&self) -> anyhow::Result<bool> {
        follow_weights(&self.db, &self.engine).await?;
        let corpora = self.engine.corpora();
        let more = take_in(&self.db, &corpora).await?;
        let embedded = corpora.blocking(|corpora| corpora.embed_some(Model::Use, QUICK_STEP)).await?;
        Ok(more || embedded > 0)
    }

    async fn run(&self, job: &Job) -> anyhow::Result<()> {
        // Jobs may follow from other weights, put in force by another process a moment ago.
        follow_weights(&self.db, &self.engine).await?;
        match job {
            Job::MatchDemand { id } => {
                suggest_for_demand(&self.db, &self.engine, *id).await?;
            }
            Job::MatchTechnology { id } => reconsider_technology(&self.db, &self.engine, *id).await?,
            Job::AlertSearches { library, id } => alert(&self.db, &self.engine, *library, *id).await?,
            Job::TranslateRecord { .. } => anyhow::bail!("translations have a loop of their own"),
        }
        Ok(())
    }
}

impl MatchingWork {
    /// What a worker begins with: demands that the program before this one answered by another algorithm are matched
    /// again, behind what somebody waits for.
    ///
    /// # Errors
    /// The database failed.
    pub async fn begin(&self) -> anyhow::Result<()> {
        match_anew(&self.db, answered_by_another(&self.db, self.engine.base()).await?).await
    }

    /// Does everything there is to do, the slow model included, and returns.
    ///
    /// # Errors
    /// The database or the index failed.
    pub async fn finish(&self) -> anyhow::Result<Drained> {
        while self.index().await? {}
        while self.slow_step().await? {}
        drain(&self.db, self).await
    }

    /// One step of the slow model; answers whether there was anything to do. When the last record is done, demands
    /// that were answered before are answered again.
    async fn slow_step(&self) -> anyhow::Result<bool> {
        let corpora = self.engine.corpora();
        let embedded = corpora.blocking(|corpora| corpora.embed_some(Model::E5, SLOW_STEP)).await?;
        if embedded > 0 && corpora.pending(Model::E5) == 0 {
            match_anew(&self.db, answered_partially(&self.db).await?).await?;
        }
        Ok(embedded > 0)
    }
}

/// Keeps the indexes equal to the database without running jobs: for a process that only serves.
pub async fn follow(work: MatchingWork, poll: Duration, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        match work.index().await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(error = format!("{error:#}"), "indexing met trouble and goes on"),
        }
        tokio::select! {
            () = work.db.changed().notified() => {}
            () = tokio::time::sleep(poll) => {}
            changed = stop.changed() => if changed.is_err() { return },
        }
    }
}

/// Embeds with the slow model whenever there is something to embed, until `stop` says so.
pub async fn embed_slowly(work: MatchingWork, poll: Duration, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let idle = match work.slow_step().await {
            Ok(busy) => !busy,
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "embedding met trouble and goes on");
                true
            }
        };
        if idle {
            tokio::select! {
                () = tokio::time::sleep(poll) => {}
                changed = stop.changed() => if changed.is_err() { return },
            }
        }
    }
}
