//! `siku index rebuild` and `siku index check`.

use clap::{Args, Subcommand};

use crate::cli::Outcome;
use crate::config::Settings;

/// Rebuild the search index, or compare it with the database
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
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the engine behind this command is not in the tree yet.
        match self.action {
            Action::Rebuild | Action::Check => anyhow::bail!("not built yet"),
        }
    }
}
