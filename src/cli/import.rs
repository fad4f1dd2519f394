//! `siku import LIBRARY FILE`: records from JSON Lines, CSV or XLSX.

use std::path::PathBuf;

use clap::Args;

use crate::cli::Outcome;
use crate::config::Settings;

/// Load records from a file; `-` is standard input (JSON Lines)
#[derive(Debug, Args)]
pub struct Import {
    /// technologies, demands, results or institutions
    library: String,
    /// .jsonl, .csv or .xlsx, or - for standard input
    file: PathBuf,
}

impl Import {
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the libraries are not in the tree yet.
        anyhow::bail!("not built yet: {} from {}", self.library, self.file.display())
    }
}
