//! Weights of the verdicts: multinomial logistic regression with an L2 penalty, every verdict
//! weighing as much as any other however rare it is (the measure is the mean of four F1).

use crate::coverage::{FEATURES, Verdict};

use super::adam::Adam;

/// One judged requirement.
#[derive(Debug, Clone, Copy)]
pub struct VerdictExample {
    pub features: [f32; FEATURES],
    pub verdict: Verdict,
}

const STEPS: usize = 1500;

/// Fits on examples; `balance` 0 counts examples, 1 counts verdicts.
pub fn fit_verdicts(examples: &[VerdictExample], penalty: f64, balance: f64) -> [[f32; FEATURES]; 4] {
    let mut counts = [0.0f64; 4];
    for example in examples {
        counts[example.verdict.position()] += 1.0;
    }
    let class = counts.map(|count| (examples.len() as f64 / (4.0 * count.max(1.0))).powf(balance));
    let (mean, deviation) = moments(examples);
    let rows: Vec<[f64; FEATURES]> =
        examples.iter().map(|example| standard(&example.features, &mean, &deviation)).collect();

    let count = examples.len().max(1) as f64;
    let mut weights = vec![0.0; 4 * FEATURES];
    let mut adam = Adam::new(weights.len(), 0.03);
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = weights
            .iter()
            .enumerate()
            .map(|(index, weight)| if index % FEATURES == 0 { 0.0 } else { penalty * weight / count })
            .collect();
        for (row, example) in rows.iter().zip(examples) {
            let truth = example.verdict.position();
            let logits: [f64; 4] = std::array::from_fn(|verdict| {
                let weights = &weights[verdict * FEATURES..(verdict + 1) * FEATURES];
                weights.iter().zip(row).map(|(weight, value)| weight * value).sum()
            });
            let top = logits.iter().copied().fold(f64::MIN, f64::max);
            let exps = logits.map(|logit| (logit - top).exp());
            let sum: f64 = exps.iter().sum();
            for verdict in 0..4 {
                let wanted = if verdict == truth { 1.0 } else { 0.0 };
                let error = class[truth] * (exps[verdict] / sum - wanted) / count;
                let slopes = &mut gradient[verdict * FEATURES..(verdict + 1) * FEATURES];
                for (slope, value) in slopes.iter_mut().zip(row) {
                    *slope += error * value;
                }
            }
        }
        adam.descend(&mut weights, &gradient);
    }

    // Back to plain features: the constant takes what standardising took away.
    let mut plain = [[0.0f32; FEATURES]; 4];
    for (verdict, row) in plain.iter_mut().enumerate() {
        let fitted = &weights[verdict * FEATURES..(verdict + 1) * FEATURES];
        let mut constant = fitted[0];
        for feature in 1..FEATURES {
            row[feature] = (fitted[feature] / deviation[feature]) as f32;
            constant -= fitted[feature] * mean[feature] / deviation[feature];
        }
        row[0] = constant as f32;
    }
    plain
}

fn moments(examples: &[VerdictExample]) -> ([f64; FEATURES], [f64; FEATURES]) {
    let count = examples.len().max(1) as f64;
    let mean = std::array::from_fn(|feature| {
        examples.iter().map(|example| f64::from(example.features[feature])).sum::<f64>() / count
    });
    let deviation = std::array::from_fn(|feature| {
        let mean: f64 = examples.iter().map(|example| f64::from(example.features[feature])).sum::<f64>() / count;
        let variance =
            examples.iter().map(|example| (f64::from(example.features[feature]) - mean).powi(2)).sum::<f64>() / count;
        variance.sqrt().max(1e-6)
    });
    (mean, deviation)
}

fn standard(features: &[f32; FEATURES], mean: &[f64; FEATURES], deviation: &[f64; FEATURES]) -> [f64; FEATURES] {
    std::array::from_fn(|feature| {
        if feature == 0 { 1.0 } else { (f64::from(features[feature]) - mean[feature]) / deviation[feature] }
    })
}

#[cfg(test)]
mod tests {
    use crate::coverage::{CoverageModel, SENTENCE_FEATURES};

    use super::*;

    #[test]
    fn verdicts_that_can_be_told_apart_are_told_apart() {
        let examples: Vec<VerdictExample> = (0..80)
            .map(|index| {
                let verdict = Verdict::ALL[index % 4];
                let mut features = [0.0; FEATURES];
                features[0] = 1.0;
                features[1] = (index % 4) as f32 + (index % 7) as f32 * 0.02;
                features[2] = f32::from(u8::from(index % 4 == 2));
                features[3] = f32::from(u8::from(index % 4 == 1));
                VerdictExample { features, verdict }
            })
            .collect();
        let model = CoverageModel { sentence: [0.0; SENTENCE_FEATURES], weights: fit_verdicts(&examples, 0.1, 1.0) };
        for example in &examples {
            let probabilities = model.probabilities(&example.features);
            let best = (0..4).max_by(|a, b| probabilities[*a].total_cmp(&probabilities[*b]));
            assert_eq!(best, Some(example.verdict.position()));
        }
    }
}
