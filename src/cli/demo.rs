//! `siku demo`: everything at once on an empty machine: database, demo records, index, matches, web pages

use clap::Args;

use crate::cli::Outcome;
use crate::config::Settings;

/// everything at once on an empty machine: database, demo records, index, matches, web pages
#[derive(Debug, Args)]
pub struct Demo {}

impl Demo {
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the engine behind this command is not in the tree yet.
        anyhow::bail!("not built yet")
    }
}
