//! `siku backup FILE` and `siku restore FILE`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::Outcome;
use crate::config::Settings;

/// Write everything into one consistent file, while serving
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write
    file: PathBuf,
}

/// Load a backup into an empty database and rebuild the index from it
#[derive(Debug, Args)]
pub struct Restore {
    /// The file that `siku backup` wrote
    file: PathBuf,
}

impl Backup {
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the database is not in the tree yet.
        anyhow::bail!("not built yet: backup to {}", self.file.display())
    }
}

impl Restore {
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the database is not in the tree yet.
        anyhow::bail!("not built yet: restore from {}", self.file.display())
    }
}
