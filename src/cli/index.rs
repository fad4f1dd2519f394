//! `siku index rebuild` and `siku index check`.

use clap::{Args, Subcommand};

use crate::cli::{Outcome, errand};
use crate::config::Settings;
use crate::errands::Errand;

/// Rebuild the search index, or compare it with the database; by the service where one runs
#[derive(Debug, Args)]
pub struct Index {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Build a new index beside the live one and swap the two
    Rebuild,
    /// Compare index and database record by record
    Check,
}

impl Index {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let errand = match self.action {
            Action::Rebuild => Errand::RebuildIndex,
            Action::Check => Errand::CheckIndex,
        };
        errand::run(&settings, errand).await
    }
}
