//! `siku migrate`: bring the database to the newest version

use clap::Args;

use crate::cli::Outcome;
use crate::config::Settings;

/// bring the database to the newest version
#[derive(Debug, Args)]
pub struct Migrate {
    /// Undo the last N migrations (loses their data)
    #[arg(long, value_name = "N", hide = true)]
    down: Option<u32>,
}

impl Migrate {
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the engine behind this command is not in the tree yet.
        anyhow::bail!("not built yet")
    }
}
