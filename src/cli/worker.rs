//! `siku worker`: index and match what changes, without web pages

use clap::Args;

use crate::cli::Outcome;
use crate::config::Settings;

/// index and match what changes, without web pages
#[derive(Debug, Args)]
pub struct Worker {}

impl Worker {
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the engine behind this command is not in the tree yet.
        anyhow::bail!("not built yet")
    }
}
