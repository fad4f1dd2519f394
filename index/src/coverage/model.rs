//! The numbers of the two models: which sentence decides, and which verdict follows.

use serde::{Deserialize, Serialize};

use super::axes::{AXES, Axes, Place};

/// Features of one sentence beside one requirement.
pub const SENTENCE_FEATURES: usize = 8;

/// Features of one requirement that were thought of, the constant included.
pub const FEATURES: usize = 20;

/// All features of one requirement: those, and the places of requirement and sentence.
pub const ALL_FEATURES: usize = FEATURES + 2 * AXES;

/// Which sentence decides: `plain · features + requirement · together · sentence`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SentenceModel {
    pub plain: [f32; SENTENCE_FEATURES],
    /// What kind of sentence answers what kind of requirement: one row for each axis of the requirement. May be empty.
    pub together: Vec<Vec<f32>>,
}

impl SentenceModel {
    /// What sentences for a requirement at this place are looked for: a direction on the axes.
    pub fn sought(&self, requirement: &Place) -> Place {
        let mut sought = [0.0; AXES];
        for (row, along) in self.together.iter().zip(requirement) {
            sought.iter_mut().zip(row).for_each(|(sum, weight)| *sum += along * weight);
        }
        sought
    }
}

/// Both models: which sentence decides, and one row of weights per verdict in the order of `Verdict::ALL`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoverageModel {
    pub axes: Axes,
    pub sentence: SentenceModel,
    pub weights: [Vec<f32>; 4],
}

impl CoverageModel {
    /// Probability of each verdict, in the order of `Verdict::ALL`.
    pub fn probabilities(&self, features: &[f32; ALL_FEATURES]) -> [f32; 4] {
        let logits = [0, 1, 2, 3].map(|verdict: usize| dot(&self.weights[verdict], features));
        softmax(&logits).try_into().unwrap_or([0.25; 4])
    }
}

/// Scalar product; the shorter length counts.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Probabilities from logits.
pub fn softmax(logits: &[f32]) -> Vec<f32> {
    let top = logits.iter().copied().fold(f32::MIN, f32::max);
    let exps: Vec<f32> = logits.iter().map(|logit| (logit - top).exp()).collect();
    let sum: f32 = exps.iter().sum();
    exps.iter().map(|exp| exp / sum).collect()
}
