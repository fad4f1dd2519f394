//! Weights of the verdicts: multinomial logistic regression with an L2 penalty, every verdict
//! weighing as much as any other however rare it is (the measure is the mean of four F1).

use crate::coverage::{ALL_FEATURES, FEATURES, Verdict};

use super::adam::Adam;

/// One judged requirement.
#[derive(Debug, Clone, Copy)]
pub struct VerdictExample {
    pub features: [f32; ALL_FEATURES],
    pub verdict: Verdict,
}

const STEPS: usize = 400;

type Row = [f64; ALL_FEATURES];

/// Fits on examples; `balance` 0 counts examples, 1 counts verdicts. Places come in their own unit and keep it.
pub fn fit_verdicts(examples: &[VerdictExample], penalty: f64, balance: f64) -> [Vec<f32>; 4] {
    let mut counts = [0.0f64; 4];
    for example in examples {
        counts[example.verdict.position()] += 1.0;
    }
    let class = counts.map(|count| (examples.len() as f64 / (4.0 * count.max(1.0))).powf(balance));
    let (mean, deviation) = moments(examples);
    let standard = |example: &VerdictExample| -> Row {
        std::array::from_fn(|feature| (f64::from(example.features[feature]) - mean[feature]) / deviation[feature])
    };
    let rows: Vec<Row> = examples.iter().map(standard).collect();

    let count = examples.len().max(1) as f64;
    let mut weights = vec![0.0; 4 * ALL_FEATURES];
    let mut adam = Adam::new(weights.len(), 0.03);
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = weights
            .iter()
            .enumerate()
            .map(|(index, weight)| if index % ALL_FEATURES == 0 { 0.0 } else { penalty * weight / count })
            .collect();
        for (row, example) in rows.iter().zip(examples) {
            let truth = example.verdict.position();
            let logits: [f64; 4] = std::array::from_fn(|verdict| {
                let weights = &weights[verdict * ALL_FEATURES..(verdict + 1) * ALL_FEATURES];
                weights.iter().zip(row).map(|(weight, value)| weight * value).sum()
            });
            let top = logits.iter().copied().fold(f64::MIN, f64::max);
            let exps = logits.map(|logit| (logit - top).exp());
            let sum: f64 = exps.iter().sum();
            for verdict in 0..4 {
                let wanted = if verdict == truth { 1.0 } else { 0.0 };
                let error = class[truth] * (exps[verdict] / sum - wanted) / count;
                let slopes = &mut gradient[verdict * ALL_FEATURES..(verdict + 1) * ALL_FEATURES];
                for (slope, value) in slopes.iter_mut().zip(row) {
                    *slope += error * value;
                }
            }
        }
        adam.descend(&mut weights, &gradient);
    }

    // Back to plain features: the constant takes what standardising took away.
    [0, 1, 2, 3].map(|verdict: usize| {
        let fitted = &weights[verdict * ALL_FEATURES..(verdict + 1) * ALL_FEATURES];
        let mut row: Vec<f32> =
            fitted.iter().zip(deviation).map(|(weight, deviation)| (weight / deviation) as f32).collect();
        let taken: f64 = (1..ALL_FEATURES).map(|at| fitted[at] * mean[at] / deviation[at]).sum();
        row[0] = (fitted[0] - taken) as f32;
        row
    })
}

/// What each feature is moved and divided by: nothing for the constant, no scale of their own for places.
fn moments(examples: &[VerdictExample]) -> (Row, Row) {
    let count = examples.len().max(1) as f64;
    let of = |feature: usize| examples.iter().map(move |example| f64::from(example.features[feature]));
    let mean: Row = std::array::from_fn(|feature| if feature == 0 { 0.0 } else { of(feature).sum::<f64>() / count });
    let deviation = std::array::from_fn(|feature| {
        let variance = of(feature).map(|value| (value - mean[feature]).powi(2)).sum::<f64>() / count;
        if feature == 0 || feature >= FEATURES { 1.0 } else { variance.sqrt().max(1e-6) }
    });
    (mean, deviation)
}

#[cfg(test)]
mod tests {
    use crate::coverage::{Axes, CoverageModel, SentenceModel};

    use super::*;

    #[test]
    fn verdicts_that_can_be_told_apart_are_told_apart() {
        let examples: Vec<VerdictExample> = (0..80)
            .map(|index| {
                let verdict = Verdict::ALL[index % 4];
                let mut features = [0.0; ALL_FEATURES];
                features[0] = 1.0;
                features[1] = (index % 4) as f32 + (index % 7) as f32 * 0.02;
                features[2] = f32::from(u8::from(index % 4 == 2));
                features[3] = f32::from(u8::from(index % 4 == 1));
                VerdictExample { features, verdict }
            })
            .collect();
        let model = CoverageModel {
            axes: Axes::default(),
            sentence: SentenceModel::default(),
            weights: fit_verdicts(&examples, 0.1, 1.0),
        };
        for example in &examples {
            let probabilities = model.probabilities(&example.features);
            let best = (0..4).max_by(|a, b| probabilities[*a].total_cmp(&probabilities[*b]));
            assert_eq!(best, Some(example.verdict.position()));
        }
    }
}
