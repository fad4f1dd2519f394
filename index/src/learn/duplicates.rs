//! Whether two records are one: logistic regression with an L2 penalty.

use std::collections::BTreeMap;

use crate::duplicates::{FEATURES, Features, NAMES, SettingModel};

use super::adam::Adam;

const STEPS: usize = 600;

/// Features that can only speak against, and one that may do either; all others can only speak for. Without that a fit on
/// hard pairs learns that variants are more alike than copies, and an exact copy would be none.
const EITHER: &str = "no_figures";
const AGAINST: [&str; 2] = ["contradictions", "names_contradict"];

/// One judged pair.
#[derive(Debug, Clone, Copy)]
pub struct DuplicateExample {
    pub features: Features,
    pub same: bool,
    /// How much it counts; 1 for a pair that was judged, less for one that was made of it.
    pub weight: f64,
}

/// Weights in units of the features; a feature that a pair does not have counts as the mean. `penalty` holds the
/// weights back.
pub fn fit_duplicates(examples: &[DuplicateExample], penalty: f64) -> SettingModel {
    let there = |place: usize| examples.iter().filter_map(move |example| example.features[place].map(f64::from));
    let scales: [Option<(f64, f64)>; FEATURES] = std::array::from_fn(|place| {
        let count = there(place).count() as f64;
        let mean = there(place).sum::<f64>() / count.max(1.0);
        let variance = there(place).map(|value| (value - mean).powi(2)).sum::<f64>() / count.max(1.0);
        (variance > 1e-9).then(|| (mean, variance.sqrt()))
    });
    let rows: Vec<([f64; FEATURES], f64, f64)> = examples
        .iter()
        .map(|example| {
            let scaled = std::array::from_fn(|place| match (example.features[place], scales[place]) {
                (Some(value), Some((mean, deviation))) => (f64::from(value) - mean) / deviation,
                _ => 0.0,
            });
            (scaled, f64::from(u8::from(example.same)), example.weight)
        })
        .collect();
    let count = rows.iter().map(|(.., weight)| weight).sum::<f64>().max(1.0);
    let mut parameters = vec![0.0; FEATURES + 1];
    let mut adam = Adam::new(parameters.len(), 0.05);
    for _ in 0..STEPS {
        let mut gradient: Vec<f64> = parameters.iter().map(|weight| penalty * weight / count).collect();
        gradient[FEATURES] = 0.0;
        for (values, wanted, weight) in &rows {
            let logit = values.iter().zip(&parameters).map(|(value, weight)| value * weight).sum::<f64>()
                + parameters[FEATURES];
            let error = (1.0 / (1.0 + (-logit).exp()) - wanted) * weight / count;
            gradient.iter_mut().zip(values).for_each(|(slope, value)| *slope += error * value);
            gradient[FEATURES] += error;
        }
        adam.descend(&mut parameters, &gradient);
        for (weight, name) in parameters.iter_mut().zip(NAMES).filter(|(_, name)| *name != EITHER) {
            *weight = if AGAINST.contains(&name) { weight.min(0.0) } else { weight.max(0.0) };
        }
    }
    let round = |value: f64| (value * 1000.0).round() as f32 / 1000.0;
    let weight = |(place, scale): (usize, &Option<(f64, f64)>)| {
        let (mean, deviation) = (*scale)?;
        let weight = round(parameters[place] / deviation);
        (weight != 0.0).then(|| (NAMES[place].to_owned(), (weight, round(mean))))
    };
    SettingModel {
        bias: round(parameters[FEATURES]),
        features: scales.iter().enumerate().filter_map(weight).collect::<BTreeMap<_, _>>(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_feature_that_tells_gets_the_weight_and_a_missing_one_none() {
        let examples: Vec<DuplicateExample> = (0..60)
            .map(|seed| {
                let same = seed % 3 == 0;
                let mut features = [None; FEATURES];
                features[0] = Some(if same { 0.9 } else { 0.5 } + (seed % 5) as f32 * 0.01);
                features[1] = Some((seed % 7) as f32 / 7.0);
                DuplicateExample { features, same, weight: 1.0 }
            })
            .collect();
        let model = fit_duplicates(&examples, 1.0);
        assert!(model.features.keys().all(|name| ["meaning", "title"].contains(&name.as_str())));
        assert!(examples.iter().all(|one| (model.probability(&one.features) >= 0.5) == one.same));
    }
}
