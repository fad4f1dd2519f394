//! `siku bench`: measure indexing and matching on a reproducible corpus

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use chrono::Utc;
use clap::Args;
use siku_index::bench::bench;
use siku_index::corpus::TextEncoder;
use siku_index::embed::Encoders;

use crate::cli::Outcome;
use crate::config::Settings;

/// Measure indexing and matching on a reproducible corpus
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
    /// Folder for the index; a temporary one when missing
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl Bench {
    pub fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let encoders = Encoders::open(&settings.models.dir)?;
        for missing in encoders.missing() {
            eprintln!("language model {} is missing: {}", missing.model.name(), missing.file.display());
        }
        let encoder: Arc<dyn TextEncoder> = Arc::new(encoders);
        let temporary = match &self.dir {
            Some(dir) => tempfile::tempdir_in(dir),
            None => tempfile::tempdir(),
        };
        let temporary = temporary.context("cannot make a folder for the index")?;
        let say = |what: &str| eprintln!("{what}");
        let report =
            bench(self.technologies, self.demands, temporary.path(), Some(encoder), Utc::now().date_naive(), &say)?;
        let text = if self.json { serde_json::to_string(&report)? } else { serde_json::to_string_pretty(&report)? };
        writeln!(std::io::stdout().lock(), "{text}")?;
        Ok(Outcome::Done)
    }
}
