//! The deciding sentence of each requirement, and the verdict on it, by two small fitted models.
//!
//! A softmax over the sentences of the technology chooses the one that decides; a multinomial logistic regression over
//! features of the requirement, that sentence and the pair gives the verdict. Both are fitted on judged pairs by
//! `cargo run --example fit`.

use serde::{Deserialize, Serialize};

use crate::corpus::{Model, PartOrigin, Priority};
use crate::matching::{Evidence, Pair, RequirementCoverage, cosines_in};
use crate::signals::SIGNALS;

use super::{Cues, Verdict};

/// Features of one sentence beside one requirement.
pub const SENTENCE_FEATURES: usize = 6;

/// Features of one requirement, the constant included.
pub const FEATURES: usize = 16;

/// Both models: which sentence decides, and one row of weights per verdict in the order of `Verdict::ALL`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoverageModel {
    pub sentence: [f32; SENTENCE_FEATURES],
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

    /// Position of the sentence that decides, its score and its probability among the others.
    fn choose(&self, sentences: &[Sentence]) -> Option<(usize, f32, f32)> {
        let scores: Vec<f32> = sentences
            .iter()
            .map(|sentence| sentence.features.iter().zip(self.sentence).map(|(value, weight)| value * weight).sum())
            .collect();
        let (best, score) =
            scores.iter().copied().enumerate().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        let sum: f32 = scores.iter().map(|other| (other - score).exp()).sum();
        Some((best, score, 1.0 / sum))
    }
}

/// A sentence of the technology beside one requirement.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Part of the technology.
    pub part: usize,
    /// Cosine with the requirement, the models joined.
    pub cosine: f32,
    /// Cosine in either model, how much nearer than to any other requirement, length, denial, limit.
    pub features: [f32; SENTENCE_FEATURES],
}

/// A requirement with its deciding sentence and what speaks for each verdict.
pub struct Reading {
    /// Part of the technology; `None` when it has no sentence at all.
    pub evidence: Option<usize>,
    pub features: [f32; FEATURES],
}

/// For every want of a pair, in their order, the sentences that may decide; empty without vectors.
pub fn sentences(pair: &Pair<'_>) -> Vec<Vec<Sentence>> {
    let Some(joined) = &pair.want_evidence else {
        return Vec::new();
    };
    let columns = pair.evidence.len();
    let in_model = |model| cosines_in(model, pair.demand, &pair.wants, pair.technology, &pair.evidence);
    let [quick, thorough] = Model::ALL.map(|model| in_model(model).unwrap_or_else(|| joined.clone()));
    let is_title =
        |column: usize| pair.technology.stored.origins.get(pair.evidence[column]) == Some(&PartOrigin::Title);
    // A title decides nothing where there are sentences.
    let mut eligible: Vec<usize> = (0..columns).filter(|column| !is_title(*column)).collect();
    if eligible.is_empty() {
        eligible = (0..columns).collect();
    }
    let texts: Vec<(f32, Cues)> = eligible
        .iter()
        .map(|column| pair.technology.stored.parts.get(pair.evidence[*column]).map_or("", String::as_str))
        .map(|text| ((text.chars().count().max(1) as f32).ln(), Cues::of(text)))
        .collect();

    let wants = pair.wants.len();
    let flag = |yes: bool| f32::from(u8::from(yes));
    (0..wants)
        .map(|want| {
            let sentence = |(column, (length, cues)): (&usize, &(f32, Cues))| {
                let at = |want: usize| want * columns + column;
                let cosine = joined[at(want)];
                let others = (0..wants).filter(|other| *other != want).map(|other| joined[at(other)]);
                let nearest = others.reduce(f32::max);
                Sentence {
                    part: pair.evidence[*column],
                    cosine,
                    features: [
                        quick[at(want)],
                        thorough[at(want)],
                        nearest.map_or(cosine, |nearest| cosine - nearest),
                        *length,
                        flag(cues.denial),
                        flag(cues.limit),
                    ],
                }
            };
            eligible.iter().zip(&texts).map(sentence).collect()
        })
        .collect()
}

/// Reads every want of a pair; empty without vectors.
pub fn read(pair: &Pair<'_>, model: &CoverageModel) -> Vec<Reading> {
    let whole = ["meaning", "brief", "sentences", "field"].map(|name| {
        let signal = SIGNALS.iter().find(|signal| signal.name == name);
        signal.and_then(|signal| (signal.find)(pair)).map_or(0.0, |finding| finding.value)
    });
    let [meaning, brief, all, field] = whole;
    sentences(pair)
        .iter()
        .zip(&pair.wants)
        .map(|(sentences, want)| {
            let chosen = model.choose(sentences);
            let (score, share) = chosen.map_or((0.0, 0.0), |(_, score, share)| (score, share));
            let evidence = chosen.and_then(|(position, ..)| sentences.get(position));
            let [quick, thorough, _, length, denial, limit] =
                evidence.map_or([0.0; SENTENCE_FEATURES], |sentence| sentence.features);
            let cosine = evidence.map_or(0.0, |sentence| sentence.cosine);
            let mean = sentences.iter().map(|sentence| sentence.cosine).sum::<f32>() / sentences.len().max(1) as f32;
            let highest = sentences.iter().map(|sentence| sentence.features[1]).fold(0.0, f32::max);
            let must = f32::from(u8::from(pair.demand.priority(*want) == Priority::Must));
            Reading {
                evidence: evidence.map(|sentence| sentence.part),
                features: [
                    1.0,
                    quick,
                    thorough,
                    score,
                    share,
                    mean,
                    highest,
                    meaning,
                    brief,
                    all,
                    field,
                    denial,
                    limit,
                    denial * cosine,
                    length,
                    must,
                ],
            }
        })
        .collect()
}

/// Verdict, confidence and evidence for every want of the demand, in its order. Without vectors
/// everything is unknown: words alone decide nothing across languages.
pub fn judge(pair: &Pair<'_>, model: &CoverageModel) -> Vec<RequirementCoverage> {
    let readings = read(pair, model);
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
