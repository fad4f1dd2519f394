//! `siku export LIBRARY FILE`: records to JSON Lines, CSV or XLSX.

use std::path::PathBuf;

use clap::Args;

use crate::cli::Outcome;
use crate::config::Settings;

/// Write records to a file; `-` is standard output (JSON Lines)
#[derive(Debug, Args)]
pub struct Export {
    /// technologies, demands, results or institutions
    library: String,
    /// .jsonl, .csv or .xlsx, or - for standard output
    file: PathBuf,
}

impl Export {
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the libraries are not in the tree yet.
        anyhow::bail!("not built yet: {} to {}", self.library, self.file.display())
    }
}
