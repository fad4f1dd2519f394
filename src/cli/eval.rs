//! `siku eval`: measure matching on judged collections

use clap::Args;

use crate::cli::Outcome;
use crate::config::Settings;

/// measure matching on judged collections
#[derive(Debug, Args)]
pub struct Eval {
    /// Folders with technologies.jsonl, demands.jsonl and qrels.tsv
    #[arg(value_name = "DIR", required = true)]
    dirs: Vec<std::path::PathBuf>,
    /// What to match with
    #[arg(long, value_enum, default_value_t = Mode::Hybrid)]
    mode: Mode,
    /// Depth of nDCG and MRR
    #[arg(long, value_name = "N", default_value_t = 10)]
    at: usize,
    /// Also write the ranking as a TREC run file
    #[arg(long, value_name = "FILE")]
    run: Option<std::path::PathBuf>,
    /// One JSON object per folder instead of text
    #[arg(long)]
    json: bool,
}

impl Eval {
    pub fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: the engine behind this command is not in the tree yet.
        anyhow::bail!("not built yet")
    }
}

/// Which of the two ways of finding are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Mode {
    Hybrid,
    Lexical,
    Semantic,
}
