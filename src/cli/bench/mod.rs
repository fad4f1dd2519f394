//! `siku bench`: measure indexing and matching on a reproducible corpus, beside other engines when told to

pub mod cluster;
mod postgres;
mod side_by_side;
mod sqlite;

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use chrono::Utc;
use clap::Args;
use serde::Serialize;
use siku_index::bench::{Report, bench};
use siku_index::corpus::TextEncoder;
use siku_index::embed::Encoders;

use crate::cli::Outcome;
use crate::config::Settings;
use side_by_side::{Engine, SideBySide, compare};

/// Measure indexing and matching on a reproducible corpus
#[derive(Debug, Args)]
pub struct Bench {
    /// Technologies in the corpus
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    technologies: usize,
    /// Demands matched against it
    #[arg(long, value_name = "M", default_value_t = 200)]
    demands: usize,
    /// Measure these beside Siku, on the same corpus and demands: CPU time per demand, indexing, ratios
    #[arg(long, value_name = "ENGINE", value_enum, value_delimiter = ',')]
    against: Vec<Engine>,
    /// One JSON object instead of text
    #[arg(long)]
    json: bool,
    /// Folder for the index; a temporary one when missing
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl Bench {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
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
        let side_by_side = match self.against.is_empty() {
            true => None,
            false => Some(compare(&self.against, &report, temporary.path()).await?),
        };
        let mut out = std::io::stdout().lock();
        if self.json {
            writeln!(out, "{}", serde_json::to_string(&Printed { report, side_by_side })?)?;
        } else {
            writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?;
            if let Some(side_by_side) = side_by_side {
                writeln!(out, "{}", side_by_side.table())?;
            }
        }
        Ok(Outcome::Done)
    }
}

#[derive(Serialize)]
struct Printed {
    #[serde(flatten)]
    report: Report,
    #[serde(skip_serializing_if = "Option::is_none")]
    side_by_side: Option<SideBySide>,
}
