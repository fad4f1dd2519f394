//! `siku serve`: web pages, API and worker in one process

use clap::Args;

use crate::cli::Outcome;
use crate::config::Settings;

/// web pages, API and worker in one process
#[derive(Debug, Args)]
pub struct Serve {
    /// Leave the worker to another process (`siku worker`)
    #[arg(long)]
    no_worker: bool,
}

impl Serve {
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the engine behind this command is not in the tree yet.
        anyhow::bail!("not built yet")
    }
}
