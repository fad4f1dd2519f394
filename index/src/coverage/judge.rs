//! The verdict on each requirement of a pair, by a small fitted model.
//!
//! Multinomial logistic regression over a handful of features of the requirement and its best
//! sentence; fitted on judged pairs by `cargo run --example fit`.

use serde::{Deserialize, Serialize};

use crate::corpus::{PartOrigin, Priority};
use crate::matching::{Evidence, Pair, RequirementCoverage};

use super::{Cues, Verdict};

/// Number of features of one requirement, the constant included.
pub const FEATURES: usize = 10;

/// One row of weights per verdict, in the order of `Verdict::ALL`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoverageModel {
    pub weights: [[f32; FEATURES]; 4],
}

impl CoverageModel {
    /// Probability of each verdict, in the order of `Verdict::ALL`.
    pub fn probabilities(&self, features: &[f32; FEATURES]) -> [f32; 4] {
        let logits =
            self.weights.map(|row| row.iter().zip(features).map(|(weight, value)| weight * value).sum::<f32>());
        let top = logits.iter().copied().fold(f32::MIN, f32::max);
        let exps = logits.map(|logit| (logit - top).exp());
        let sum: f32 = exps.iter().sum();
        exps.map(|exp| exp / sum)
    }
}

/// A requirement before the verdict: its part, its best sentence and what speaks for it.
pub struct Reading {
    /// Part of the demand.
    pub want: usize,
    /// Part of the technology; `None` when it has no sentence at all.
    pub evidence: Option<usize>,
    pub features: [f32; FEATURES],
}

/// Reads every want of a pair; empty without vectors.
pub fn read(pair: &Pair<'_>) -> Vec<Reading> {
    let Some(table) = &pair.want_evidence else {
        return Vec::new();
    };
    let columns = pair.evidence.len();
    let is_title =
        |column: usize| pair.technology.stored.origins.get(pair.evidence[column]) == Some(&PartOrigin::Title);
    // A title decides nothing where there are sentences.
    let mut eligible: Vec<usize> = (0..columns).filter(|column| !is_title(*column)).collect();
    if eligible.is_empty() {
        eligible = (0..columns).collect();
    }
    let meaning = pair.meaning().unwrap_or(0.0);
    let brief = pair.brief().unwrap_or(0.0);

    pair.wants
        .iter()
        .enumerate()
        .map(|(row, want)| {
            let cosine = |column: &usize| table[row * columns + column];
            let mut order = eligible.clone();
            order.sort_by(|a, b| cosine(b).total_cmp(&cosine(a)));
            let best = order.first().map_or(0.0, cosine);
            let second = order.get(1).map_or(best, cosine);
            let mean = order.iter().map(cosine).sum::<f32>() / order.len().max(1) as f32;
            let evidence = order.first().map(|column| pair.evidence[*column]);
            let cues = evidence
                .and_then(|part| pair.technology.stored.parts.get(part))
                .map_or_else(Cues::default, |text| Cues::of(text));
            let flag = |yes: bool| f32::from(u8::from(yes));
            let must = pair.demand.priority(*want) == Priority::Must;
            Reading {
                want: *want,
                evidence,
                features: [
                    1.0,
                    best,
                    second,
                    best - mean,
                    meaning,
                    brief,
                    flag(cues.denial),
                    flag(cues.limit),
                    flag(cues.denial) * best,
                    flag(must),
                ],
            }
        })
        .collect()
}

/// Verdict, confidence and evidence for every want of the demand, in its order. Without vectors
/// everything is unknown: words alone decide nothing across languages.
pub fn judge(pair: &Pair<'_>, model: &CoverageModel) -> Vec<RequirementCoverage> {
    let readings = read(pair);
    pair.wants
        .iter()
        .enumerate()
        .map(|(position, want)| {
            let reading = readings.get(position);
            let (verdict, confidence) = reading.map_or((Verdict::Unknown, 1.0), |reading| {
                let probabilities = model.probabilities(&reading.features);
                Verdict::ALL.into_iter().zip(probabilities).fold(
                    (Verdict::Unknown, f32::MIN),
                    |best, (verdict, probability)| {
                        if probability > best.1 { (verdict, probability) } else { best }
                    },
                )
            });
            let evidence = reading
                .filter(|_| verdict != Verdict::Unknown)
                .and_then(|reading| pair.technology.stored.parts.get(reading.evidence?))
                .map(|text| Evidence { text: text.clone(), lang: pair.technology.stored.lang.clone() });
            RequirementCoverage {
                requirement: position,
                text: pair.demand.stored.parts.get(*want).cloned().unwrap_or_default(),
                priority: pair.demand.priority(*want),
                verdict,
                confidence,
                evidence,
            }
        })
        .collect()
}
