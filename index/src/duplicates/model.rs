//! Features to a probability: a small logistic model a setting, fitted by `examples/duplicates.rs`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::compare::{Comparison, FEATURES, Features, NAMES, Setting};

/// From this probability on a pair is said to be one record.
pub const LEAST: f32 = 0.5;
/// In the collection every third pair is one record, in a library one of many neighbours; figures in common make up for
/// that. Where fewer than two are, the odds are taken to be so much lower (in their logarithm).
const UNPROVEN: f32 = 3.0;

/// The weights of every setting.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DuplicateModel {
    pub words: SettingModel,
    pub within: SettingModel,
    pub across: SettingModel,
}

/// `logit = bias + Σ weight · (value − neutral)` over the features that say something.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingModel {
    pub bias: f32,
    /// Weight and neutral value by the name of the feature; one that is not named adds nothing.
    pub features: BTreeMap<String, (f32, f32)>,
}

impl DuplicateModel {
    /// The weights this version ships with (`index/assets/duplicates.json`).
    ///
    /// # Errors
    /// Never with a released build: a test reads the file.
    pub fn shipped() -> Result<DuplicateModel, serde_json::Error> {
        serde_json::from_str(include_str!("../../assets/duplicates.json"))
    }

    pub fn of(&self, setting: Setting) -> &SettingModel {
        match setting {
            Setting::Words => &self.words,
            Setting::Within => &self.within,
            Setting::Across => &self.across,
        }
    }

    pub fn of_mut(&mut self, setting: Setting) -> &mut SettingModel {
        match setting {
            Setting::Words => &mut self.words,
            Setting::Within => &mut self.within,
            Setting::Across => &mut self.across,
        }
    }

    pub fn probability(&self, comparison: &Comparison) -> f32 {
        let logit = self.of(comparison.setting).logit(&comparison.features);
        let proven = comparison.figures_in_common() >= 2;
        sigmoid(if proven { logit } else { logit - UNPROVEN })
    }
}

impl SettingModel {
    /// Of a pair as the collection has them.
    pub fn probability(&self, features: &Features) -> f32 {
        sigmoid(self.logit(features))
    }

    fn logit(&self, features: &Features) -> f32 {
        let said = (0..FEATURES).filter_map(|place| {
            let (weight, neutral) = self.features.get(NAMES[place])?;
            Some(weight * (features[place]? - neutral))
        });
        self.bias + said.sum::<f32>()
    }
}

fn sigmoid(logit: f32) -> f32 {
    1.0 / (1.0 + (-logit).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_name_known_features_and_no_setting_is_empty() {
        let model = DuplicateModel::shipped().unwrap();
        for setting in Setting::ALL {
            let features = &model.of(setting).features;
            assert!(!features.is_empty(), "{setting:?}");
            assert!(features.keys().all(|name| NAMES.contains(&name.as_str())), "{setting:?}: {features:?}");
        }
    }

    #[test]
    fn a_feature_that_says_nothing_neither_helps_nor_harms() {
        let model = SettingModel { bias: 0.0, features: BTreeMap::from([("meaning".to_owned(), (8.0, 0.5))]) };
        let mut features = [None; FEATURES];
        assert_eq!(model.probability(&features), 0.5);
        features[0] = Some(0.9);
        assert!(model.probability(&features) > 0.9);
    }
}
