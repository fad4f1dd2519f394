//! `siku serve`: web pages, API and worker in one process

use std::sync::Arc;

use clap::Args;

use crate::app;
use crate::cli::{Outcome, database};
use crate::config::Settings;
use crate::matching::Engine;

/// Web pages, API and worker in one process
#[derive(Debug, Args)]
pub struct Serve {
    /// Leave the worker to another process (`siku worker`)
    #[arg(long)]
    no_worker: bool,
}

impl Serve {
    pub async fn run(self, mut settings: Settings) -> anyhow::Result<Outcome> {
        if self.no_worker {
            settings.worker.enabled = false;
            settings.overridden("worker.enabled", "false", "--no-worker");
        }
        let db = database::open(&settings).await?;
        let engine = Arc::new(Engine::open_for(&settings, &db).await?);
        let server = app::start(settings, db, engine).await?;
        eprintln!("Siku answers at http://{}", server.address);
        server.run().await?;
        Ok(Outcome::Done)
    }
}
