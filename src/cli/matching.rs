//! `siku match`: compute suggestions now and print them with their reasons

use clap::Args;

use crate::cli::{Outcome, errand};
use crate::config::Settings;
use crate::errands::Errand;

/// Compute suggestions now and print them with their reasons; by the service where one runs
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
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        errand::run(&settings, Errand::Match { demand: self.demand, json: self.json }).await
    }
}
