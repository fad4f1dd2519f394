//! `siku match`: compute suggestions now and print them with their reasons

use clap::Args;

use crate::cli::Outcome;
use crate::config::Settings;

/// compute suggestions now and print them with their reasons
#[derive(Debug, Args)]
pub struct Match {
    /// Only this demand: its id, number or external id
    #[arg(long, value_name = "ID")]
    demand: Option<String>,
    /// One JSON object a line instead of text
    #[arg(long)]
    json: bool,
}

impl Match {
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the engine behind this command is not in the tree yet.
        anyhow::bail!("not built yet")
    }
}
