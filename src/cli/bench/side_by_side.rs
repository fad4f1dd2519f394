//! What a user would take instead of Siku, on the same corpus and demands, in the same run.

use std::fmt::Write;
use std::path::Path;

use clap::ValueEnum;
use serde::Serialize;
use siku_index::bench::{Cost, Question, Report, demands, plain_tantivy};

use super::{cluster, postgres, sqlite};

/// An engine that Siku can be measured beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// Plain tantivy: one text field, OR, its default top twenty
    Tantivy,
    /// SQLite FTS5: bm25, OR
    Sqlite,
    /// PostgreSQL full text: GIN, ts_rank, OR; a temporary cluster
    Postgres,
}

/// One row of the comparison. Ratios: how many times the CPU time of Siku it needs for a demand, at the median.
#[derive(Debug, Serialize)]
pub struct Row {
    engine: &'static str,
    #[serde(flatten)]
    cost: Cost,
    to_siku_match: f64,
    to_siku_words: f64,
}

/// The comparison.
#[derive(Debug, Serialize)]
pub struct SideBySide {
    rows: Vec<Row>,
    /// Engines that are not on this machine, each with the reason.
    left_out: Vec<String>,
    /// How CPU time was taken, and what is not equal.
    note: &'static str,
}

const NOTE: &str = "CPU time, cutting the words included; tantivy: the asking thread; Siku and SQLite: this process; \
    PostgreSQL: this process and its backend (/proc/PID/schedstat), no parallel workers, no JIT. 'all words': of \
    the demand, as a user would ask; 'equal': the words that Siku scores";

/// Measures each of `engines` in a folder of its own under `dir`, beside what `report` says of Siku.
pub async fn compare(engines: &[Engine], report: &Report, dir: &Path) -> anyhow::Result<SideBySide> {
    let demands = demands(report.demands);
    let whole = demands.iter().map(Question::whole).collect();
    let equal = demands.iter().zip(&report.scored_words).map(|(demand, only)| Question::of(demand, only)).collect();
    let asked = [whole, equal];
    let count = report.technologies;
    let own = |engine, match_cpu_ms| (engine, Cost { index_docs_per_s: report.index_docs_per_s, match_cpu_ms });
    let mut costs = vec![own("siku match", report.match_cpu_ms), own("siku words only", report.stages_ms.bm25)];
    let mut left_out = Vec::new();
    let mut add = |names: [&'static str; 2], found: Vec<Cost>| costs.extend(names.into_iter().zip(found));
    for engine in engines {
        match engine {
            Engine::Tantivy => {
                eprintln!("plain tantivy");
                add(["tantivy, all words", "tantivy, equal"], plain_tantivy(count, &asked, &dir.join("tantivy"))?);
            }
            Engine::Sqlite => {
                eprintln!("SQLite FTS5");
                add(["fts5, all words", "fts5, equal"], sqlite::measure(count, &asked, &dir.join("fts5.db")).await?);
            }
            Engine::Postgres => match cluster::binaries() {
                Some(binaries) => {
                    eprintln!("PostgreSQL full text");
                    add(
                        ["postgresql, all words", "postgresql, equal"],
                        postgres::measure(count, &asked, &binaries).await?,
                    );
                }
                None => left_out.push("postgres: no initdb under /usr/lib/postgresql".to_owned()),
            },
        }
    }
    let times = |cost: f64, of: f64| (cost / of.max(1e-9) * 100.0).round() / 100.0;
    let row = |(engine, cost): (&'static str, Cost)| Row {
        engine,
        cost,
        to_siku_match: times(cost.match_cpu_ms.p50, report.match_cpu_ms.p50),
        to_siku_words: times(cost.match_cpu_ms.p50, report.stages_ms.bm25.p50),
    };
    Ok(SideBySide { rows: costs.into_iter().map(row).collect(), left_out, note: NOTE })
}

impl SideBySide {
    /// As a table for people.
    pub fn table(&self) -> String {
        let mut table = format!(
            "{:<22}{:>10}{:>10}{:>10}{:>10}{:>10}{:>10}\n",
            "CPU ms per demand", "p50", "p95", "p99", "÷ match", "÷ words", "docs/s"
        );
        for Row { engine, cost, to_siku_match, to_siku_words } in &self.rows {
            let Cost { index_docs_per_s, match_cpu_ms: times } = cost;
            // Writing to a String cannot fail.
            let _ = writeln!(
                table,
                "{engine:<22}{:>10.2}{:>10.2}{:>10.2}{to_siku_match:>10.2}{to_siku_words:>10.2}{index_docs_per_s:>10.0}",
                times.p50, times.p95, times.p99
            );
        }
        for reason in &self.left_out {
            let _ = writeln!(table, "left out: {reason}");
        }
        table + self.note
    }
}
