//! Which sentence decides: a softmax over the sentences of a technology with an L2 penalty.

use crate::coverage::{AXES, Place, SENTENCE_FEATURES, SentenceModel};

use super::adam::Adam;

/// One judged requirement: its place, its sentences, and which of them decide.
#[derive(Debug, Clone)]
pub struct SentenceExample {
    pub place: Place,
    pub sentences: Vec<([f32; SENTENCE_FEATURES], Place)>,
    pub right: Vec<usize>,
}

const STEPS: usize = 120;
/// The unit of the weights between places: they are many, so each is held back.
const RESTRAINT: f64 = 0.03;

/// Weights in units of the features.
pub fn fit_sentences(examples: &[SentenceExample], penalty: f64) -> SentenceModel {
    let all = || examples.iter().flat_map(|example| &example.sentences);
    let total = all().count().max(1) as f64;
    let deviation: [f64; SENTENCE_FEATURES] = std::array::from_fn(|feature| {
        let mean = all().map(|(values, _)| f64::from(values[feature])).sum::<f64>() / total;
        let variance = all().map(|(values, _)| (f64::from(values[feature]) - mean).powi(2)).sum::<f64>() / total;
        variance.sqrt().max(1e-6)
    });
    let count = examples.len().max(1) as f64;
    let mut weights = vec![0.0; SENTENCE_FEATURES + AXES * AXES];
    let mut adam = Adam::new(weights.len(), 0.05);
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = weights.iter().map(|weight| penalty * weight / count).collect();
        for example in examples {
            let mut sought = [0.0f64; AXES];
            for (row, along) in weights[SENTENCE_FEATURES..].chunks_exact(AXES).zip(&example.place) {
                let along = RESTRAINT * f64::from(*along);
                sought.iter_mut().zip(row).for_each(|(sum, weight)| *sum += along * weight);
            }
            let logits: Vec<f64> = example
                .sentences
                .iter()
                .map(|(values, place)| {
                    let plain = (0..SENTENCE_FEATURES).map(|at| f64::from(values[at]) / deviation[at] * weights[at]);
                    let together = place.iter().zip(&sought).map(|(value, weight)| f64::from(*value) * weight);
                    plain.sum::<f64>() + together.sum::<f64>()
                })
                .collect();
            let top = logits.iter().copied().fold(f64::MIN, f64::max);
            let exps: Vec<f64> = logits.iter().map(|logit| (logit - top).exp()).collect();
            let sum: f64 = exps.iter().sum();
            let share = 1.0 / example.right.len().max(1) as f64;
            let mut missed = [0.0f64; AXES];
            for (position, ((values, place), exp)) in example.sentences.iter().zip(&exps).enumerate() {
                let wanted = if example.right.contains(&position) { share } else { 0.0 };
                let error = (exp / sum - wanted) / count;
                for at in 0..SENTENCE_FEATURES {
                    gradient[at] += error * f64::from(values[at]) / deviation[at];
                }
                missed.iter_mut().zip(place).for_each(|(missed, value)| *missed += error * f64::from(*value));
            }
            for (slopes, along) in gradient[SENTENCE_FEATURES..].chunks_exact_mut(AXES).zip(&example.place) {
                let along = RESTRAINT * f64::from(*along);
                slopes.iter_mut().zip(&missed).for_each(|(slope, missed)| *slope += along * missed);
            }
        }
        adam.descend(&mut weights, &gradient);
    }
    let together = |row: &[f64]| row.iter().map(|weight| (weight * RESTRAINT) as f32).collect();
    SentenceModel {
        plain: std::array::from_fn(|feature| (weights[feature] / deviation[feature]) as f32),
        together: weights[SENTENCE_FEATURES..].chunks_exact(AXES).map(together).collect(),
    }
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
                let sentence = |k: usize| {
                    let mut features = [0.0; SENTENCE_FEATURES];
                    features[..4].copy_from_slice(&[
                        if k == right { 0.9 } else { noise(k) * 0.8 },
                        noise(k + 3),
                        0.0,
                        1.0,
                    ]);
                    (features, [0.0; AXES])
                };
                SentenceExample { place: [0.0; AXES], sentences: (0..4).map(sentence).collect(), right: vec![right] }
            })
            .collect();
        let weights = fit_sentences(&examples, 1.0).plain;
        assert!(weights[0] > 3.0 * weights[1].abs() && weights[0] > 1.0, "{weights:?}");
    }

    #[test]
    fn what_kind_of_sentence_answers_what_kind_of_requirement_is_learned() {
        let at = |axis: usize| std::array::from_fn(|other| if other == axis { 3.0 } else { 0.0 });
        // A requirement on axis 0 is answered by a sentence on axis 5, one on axis 1 by a sentence on axis 6.
        let examples: Vec<SentenceExample> = (0..40)
            .map(|seed| SentenceExample {
                place: at(seed % 2),
                sentences: vec![([0.0; SENTENCE_FEATURES], at(5)), ([0.0; SENTENCE_FEATURES], at(6))],
                right: vec![seed % 2],
            })
            .collect();
        let model = fit_sentences(&examples, 1.0);
        let sought = model.sought(&at(0));
        assert!(sought[5] > sought[6] + 0.1, "{} {}", sought[5], sought[6]);
    }
}
