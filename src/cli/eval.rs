//! `siku eval`: measure matching on judged collections

use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use anyhow::Context;
use chrono::Utc;
use clap::Args;
use siku_index::corpus::{EmbeddingCache, TextEncoder};
use siku_index::embed::Encoders;
use siku_index::evaluate::{Report, Task, evaluate};
use siku_index::matching::{Mode, Weights};

use crate::cli::Outcome;
use crate::cli::progress::Progress;
use crate::config::Settings;

/// Measure matching on judged collections
#[derive(Debug, Args)]
pub struct Eval {
    /// Folders with technologies.jsonl, demands.jsonl and qrels.tsv
    #[arg(value_name = "DIR", required = true)]
    dirs: Vec<PathBuf>,
    /// What to match with
    #[arg(long, value_enum, default_value_t = Asked::Hybrid)]
    mode: Asked,
    /// Depth of nDCG and MRR
    #[arg(long, value_name = "N", default_value_t = 10)]
    at: usize,
    /// Also write the ranking as a TREC run file
    #[arg(long, value_name = "FILE")]
    run: Option<PathBuf>,
    /// One JSON object per folder instead of text
    #[arg(long)]
    json: bool,
    /// Keep embeddings in this file and use those in it, so that the next evaluation is quick
    #[arg(long, value_name = "FILE")]
    cache: Option<PathBuf>,
}

/// Which of the two ways of finding are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Asked {
    Hybrid,
    Lexical,
    Semantic,
}

impl Eval {
    pub fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let encoders = Encoders::open(&settings.models.dir)?;
        for missing in encoders.missing() {
            eprintln!("language model {} is missing: {}", missing.model.name(), missing.file.display());
        }
        let encoder: Arc<dyn TextEncoder> = Arc::new(encoders);
        let cache = self.cache.as_deref().map(EmbeddingCache::open).transpose()?.map(Arc::new);
        let mut run = self.run.as_ref().map(|_| String::new());
        for dir in &self.dirs {
            let progress = Mutex::new(Progress::new(format!("evaluating {}", dir.display())));
            let show = |what: &str, done: usize, total: usize| {
                if let Ok(mut progress) = progress.lock() {
                    progress.show(done as u64, Some(total as u64), &format!("{what} {done}/{total}"));
                }
            };
            let task = Task {
                mode: match self.mode {
                    Asked::Hybrid => Mode::Hybrid,
                    Asked::Lexical => Mode::Lexical,
                    Asked::Semantic => Mode::Semantic,
                },
                at: self.at,
                today: Utc::now().date_naive(),
                cache: cache.clone(),
                progress: &show,
            };
            let report = evaluate(dir, Some(Arc::clone(&encoder)), Weights::shipped()?, &task, run.as_mut())
                .with_context(|| format!("cannot evaluate {}", dir.display()))?;
            if let Ok(progress) = progress.into_inner() {
                progress.finish();
            }
            let mut out = std::io::stdout().lock();
            if self.json {
                writeln!(out, "{}", serde_json::to_string(&report)?)?;
            } else {
                print(&mut out, &dir.display().to_string(), &report)?;
            }
        }
        if let (Some(file), Some(run)) = (&self.run, run) {
            std::fs::write(file, run).with_context(|| format!("cannot write {}", file.display()))?;
        }
        Ok(Outcome::Done)
    }
}

fn print(out: &mut impl Write, name: &str, report: &Report) -> std::io::Result<()> {
    writeln!(
        out,
        "{name}: {}, {} technologies, {} demands",
        report.mode.as_str(),
        report.technologies,
        report.demands
    )?;
    let mut line = |label: &str, figures: &siku_index::evaluate::PairReport| {
        writeln!(
            out,
            "  {label:10} nDCG@10 {:.3}  MRR@10 {:.3}  recall@1 {:.3}  @10 {:.3}  @100 {:.3}  first is best {:.3}",
            figures.ndcg_at_10,
            figures.mrr_at_10,
            figures.recall_at_1,
            figures.recall_at_10,
            figures.recall_at_100,
            figures.first_is_best
        )
    };
    line("all", &report.overall)?;
    for (pair, figures) in &report.by_language {
        line(pair, figures)?;
    }
    if let Some(coverage) = &report.coverage {
        writeln!(
            out,
            "  coverage: macro-F1 {:.3}, accuracy {:.3}, deciding sentence {:.3}, {} pairs",
            coverage.macro_f1, coverage.accuracy, coverage.evidence_accuracy, coverage.pairs
        )?;
    }
    let times = &report.latency_ms;
    writeln!(
        out,
        "  match p50 {:.2} ms, p95 {:.2}, p99 {:.2}; {} docs/s indexed by words; peak {} MB",
        times.p50, times.p95, times.p99, report.index_docs_per_s, report.peak_rss_mb
    )
}
