//! `siku schema LIBRARY`: the JSON Schema of one line of a file.

use clap::Args;

use crate::cli::Outcome;

/// Print the JSON Schema of a record as it stands in files and in the API
#[derive(Debug, Args)]
pub struct Schema {
    /// technologies, demands, results or institutions
    library: String,
}

impl Schema {
    pub fn run(self) -> anyhow::Result<Outcome> {
        // Interim: the libraries are not in the tree yet.
        anyhow::bail!("not built yet: {}", self.library)
    }
}
