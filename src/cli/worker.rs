//! `siku worker`: index and match what changes, without web pages

use std::sync::Arc;

use clap::Args;
use tokio::sync::watch;

use crate::app::{asked_to_stop, rounds, spawn_work};
use crate::cli::{Outcome, database};
use crate::config::Settings;
use crate::matching::Engine;

/// Index and match what changes, without web pages
#[derive(Debug, Args)]
pub struct Worker {}

impl Worker {
    /// The worker has an index of its own (`index.dir` with `-worker` at the end): an index belongs to one process,
    /// and every process can make its own from the database.
    pub async fn run(self, mut settings: Settings) -> anyhow::Result<Outcome> {
        settings.worker.enabled = true;
        settings.index.dir.as_mut_os_string().push("-worker");
        let db = database::open(&settings).await?;
        let engine = Arc::new(Engine::open_for(&settings, &db).await?);
        let (stop, stopping) = watch::channel(false);
        let rounds = rounds(&settings, &db)?;
        let tasks = spawn_work(&settings, &db, &engine, rounds, &stopping);
        eprintln!("the worker runs");
        asked_to_stop().await?;
        stop.send(true)?;
        for task in tasks {
            task.await?;
        }
        Ok(Outcome::Done)
    }
}
