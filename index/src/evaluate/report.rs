//! What an evaluation prints: one JSON object, the same names for every collection.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::coverage::{Verdict, judge};
use crate::matching::{Mode, Pair};

use super::metrics::{Mean, ndcg, percentile, recall, reciprocal_rank};
use super::{Prepared, Task};

/// The figures of one collection in one mode. Times in milliseconds, memory in 10⁶ bytes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Report {
    pub mode: Mode,
    pub technologies: usize,
    pub demands: usize,
    #[serde(flatten)]
    pub overall: PairReport,
    /// By pair of languages (`fr→zh`).
    pub by_language: BTreeMap<String, PairReport>,
    /// Records indexed by words in a second, all cores.
    pub index_docs_per_s: f64,
    /// One demand matched, embedding apart.
    pub latency_ms: Latency,
    pub peak_rss_mb: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<CoverageReport>,
}

/// Ranking figures, means over the demands.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct PairReport {
    #[serde(rename = "ndcg@10")]
    pub ndcg_at_10: f64,
    #[serde(rename = "mrr@10")]
    pub mrr_at_10: f64,
    #[serde(rename = "recall@1")]
    pub recall_at_1: f64,
    #[serde(rename = "recall@10")]
    pub recall_at_10: f64,
    #[serde(rename = "recall@100")]
    pub recall_at_100: f64,
    /// Share of demands whose first answer has the highest grade there is for it.
    pub first_is_best: f64,
}

/// Nearest-rank percentiles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Latency {
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
}

impl Latency {
    /// Of sorted values.
    pub fn of(sorted: &[f64]) -> Latency {
        let at = |share| (percentile(sorted, share) * 1e3).round() / 1e3;
        Latency { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
    }
}

/// How right the verdicts are.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct CoverageReport {
    /// Mean F1 of the four verdicts.
    pub macro_f1: f64,
    /// Share of requirements with the right verdict.
    pub accuracy: f64,
    /// Where a deciding sentence exists: share of requirements for which it was named.
    pub evidence_accuracy: f64,
    /// Pairs of demand and technology.
    pub pairs: usize,
}

/// Sums that become a [`PairReport`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scores {
    ndcg: Mean,
    mrr: Mean,
    recall: [Mean; 3],
    first: Mean,
}

impl Scores {
    pub fn add(&mut self, ranked: &[u8], judged: &[u8], at: usize) {
        let best = judged.iter().copied().max().unwrap_or(0);
        if best == 0 {
            return;
        }
        self.ndcg.add(ndcg(ranked, judged, at));
        self.mrr.add(Some(reciprocal_rank(ranked, at)));
        for (mean, depth) in self.recall.iter_mut().zip([1, 10, 100]) {
            mean.add(recall(ranked, judged, depth));
        }
        let first = ranked.first().copied().unwrap_or(0);
        self.first.add(Some(f64::from(u8::from(first == best))));
    }

    pub fn report(&self) -> PairReport {
        PairReport {
            ndcg_at_10: self.ndcg.get(),
            mrr_at_10: self.mrr.get(),
            recall_at_1: self.recall[0].get(),
            recall_at_10: self.recall[1].get(),
            recall_at_100: self.recall[2].get(),
            first_is_best: self.first.get(),
        }
    }
}

/// Verdicts of the collection against those of the service.
pub(super) fn coverage(prepared: &Prepared, task: &Task<'_>) -> anyhow::Result<CoverageReport> {
    // confusion[truth][answer]
    let mut confusion = [[0u32; 4]; 4];
    let mut evidence = Mean::default();
    for judged in &prepared.collection.verdicts {
        let technology = prepared.technology(judged.technology)?;
        let pair = Pair::new(&prepared.demands[judged.demand], &technology, 0.0, task.today);
        let answers = judge(&pair, &prepared.matcher.weights().coverage);
        for truth in &judged.requirements {
            let answer = answers.get(truth.requirement);
            let verdict = answer.map_or(Verdict::Unknown, |answer| answer.verdict);
            confusion[truth.verdict.position()][verdict.position()] += 1;
            if let Some(sentence) = &truth.evidence {
                let named = answer.and_then(|answer| answer.evidence.as_ref());
                let right = named.is_some_and(|named| named.text.trim() == sentence.trim());
                evidence.add(Some(f64::from(u8::from(right))));
            }
        }
    }
    let total: u32 = confusion.iter().flatten().sum();
    let right: u32 = (0..4).map(|verdict| confusion[verdict][verdict]).sum();
    let f1 = (0..4).map(|verdict| {
        let truth: u32 = confusion[verdict].iter().sum();
        let answered: u32 = confusion.iter().map(|row| row[verdict]).sum();
        2.0 * f64::from(confusion[verdict][verdict]) / f64::from((truth + answered).max(1))
    });
    let round = |value: f64| (value * 1e4).round() / 1e4;
    Ok(CoverageReport {
        macro_f1: round(f1.sum::<f64>() / 4.0),
        accuracy: round(f64::from(right) / f64::from(total.max(1))),
        evidence_accuracy: evidence.get(),
        pairs: prepared.collection.verdicts.len(),
    })
}

/// Most memory this process has ever had resident, in 10⁶ bytes.
pub fn peak_rss_mb() -> f64 {
    memory_mb("VmHWM:")
}

/// Memory of this process that is resident now, pages of mapped files included, in 10⁶ bytes.
pub fn rss_mb() -> f64 {
    memory_mb("VmRSS:")
}

fn memory_mb(line_name: &str) -> f64 {
    std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let line = status.lines().find(|line| line.starts_with(line_name))?;
            let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
            Some((kib * 1.024).round() / 1e3)
        })
        .unwrap_or(0.0)
}
