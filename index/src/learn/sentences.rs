//! Which sentence decides: a softmax over the sentences of a technology with an L2 penalty.

use crate::coverage::SENTENCE_FEATURES;

use super::adam::Adam;

/// One judged requirement: its sentences, and which of them decide.
#[derive(Debug, Clone)]
pub struct SentenceExample {
    pub sentences: Vec<[f32; SENTENCE_FEATURES]>,
    pub right: Vec<usize>,
}

const STEPS: usize = 300;

/// Weights in units of the features.
pub fn fit_sentences(examples: &[SentenceExample], penalty: f64) -> [f32; SENTENCE_FEATURES] {
    let all = || examples.iter().flat_map(|example| &example.sentences);
    let total = all().count().max(1) as f64;
    let deviation: [f64; SENTENCE_FEATURES] = std::array::from_fn(|feature| {
        let mean = all().map(|values| f64::from(values[feature])).sum::<f64>() / total;
        let variance = all().map(|values| (f64::from(values[feature]) - mean).powi(2)).sum::<f64>() / total;
        variance.sqrt().max(1e-6)
    });
    let count = examples.len().max(1) as f64;
    let mut weights = vec![0.0; SENTENCE_FEATURES];
    let mut adam = Adam::new(SENTENCE_FEATURES, 0.05);
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = weights.iter().map(|weight| penalty * weight / count).collect();
        for example in examples {
            let scaled = |values: &[f32; SENTENCE_FEATURES]| -> [f64; SENTENCE_FEATURES] {
                std::array::from_fn(|feature| f64::from(values[feature]) / deviation[feature])
            };
            let rows: Vec<_> = example.sentences.iter().map(scaled).collect();
            let logits: Vec<f64> =
                rows.iter().map(|row| row.iter().zip(&weights).map(|(value, weight)| value * weight).sum()).collect();
            let top = logits.iter().copied().fold(f64::MIN, f64::max);
            let exps: Vec<f64> = logits.iter().map(|logit| (logit - top).exp()).collect();
            let sum: f64 = exps.iter().sum();
            let share = 1.0 / example.right.len().max(1) as f64;
            for (position, (row, exp)) in rows.iter().zip(&exps).enumerate() {
                let wanted = if example.right.contains(&position) { share } else { 0.0 };
                for (slope, value) in gradient.iter_mut().zip(row) {
                    *slope += (exp / sum - wanted) / count * value;
                }
            }
        }
        adam.descend(&mut weights, &gradient);
    }
    std::array::from_fn(|feature| (weights[feature] / deviation[feature]) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_feature_that_marks_the_right_sentence_gets_the_weight() {
        let examples: Vec<SentenceExample> = (0..40)
            .map(|seed| {
                let right = seed % 4;
                let noise = |k: usize| ((seed * 7 + k * 13) % 10) as f32 / 10.0;
                let sentence =
                    |k: usize| [if k == right { 0.9 } else { noise(k) * 0.8 }, noise(k + 3), 0.0, 1.0, 0.0, 0.0];
                SentenceExample { sentences: (0..4).map(sentence).collect(), right: vec![right] }
            })
            .collect();
        let weights = fit_sentences(&examples, 1.0);
        assert!(weights[0] > 3.0 * weights[1].abs() && weights[0] > 1.0, "{weights:?}");
    }
}
