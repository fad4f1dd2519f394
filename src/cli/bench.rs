//! `siku bench`: measure indexing and matching on a reproducible corpus

use clap::Args;

use crate::cli::Outcome;
use crate::config::Settings;

/// measure indexing and matching on a reproducible corpus
#[derive(Debug, Args)]
pub struct Bench {
    /// Technologies in the corpus
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    technologies: usize,
    /// Demands matched against it
    #[arg(long, value_name = "M", default_value_t = 200)]
    demands: usize,
    /// One JSON object instead of text
    #[arg(long)]
    json: bool,
}

impl Bench {
    pub fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the engine behind this command is not in the tree yet.
        anyhow::bail!("not built yet")
    }
}
