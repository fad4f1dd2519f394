//! The numbers that turn signals into one score, kept as a versioned file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::coverage::CoverageModel;
use crate::signals::{SIGNALS, Signal};

/// Weights of one algorithm version. `score = 1 / (1 + exp(-logit))` with
/// `logit = bias + Σ weight · (value − neutral)` over the signals that say something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Weights {
    /// Version, stored with every match.
    pub algorithm: String,
    pub bias: f32,
    pub signals: BTreeMap<String, Weight>,
    pub coverage: CoverageModel,
}

/// Of one signal.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Weight {
    /// Log-odds for one unit of value.
    pub weight: f32,
    /// The value that speaks neither for nor against.
    pub neutral: f32,
    /// Fitted on judged collections; otherwise set by hand because no collection has the column.
    #[serde(default)]
    pub fitted: bool,
}

/// A weights file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WeightsError {
    #[error("weights are no valid JSON of the expected shape: {0}")]
    Json(#[from] serde_json::Error),
    #[error("weights name a signal that does not exist: {0}")]
    UnknownSignal(String),
}

impl Weights {
    /// The weights this version ships with (`index/assets/weights.json`).
    ///
    /// # Errors
    /// Never with a released build: a test reads the file.
    pub fn shipped() -> Result<Weights, WeightsError> {
        Weights::from_json(include_str!("../../assets/weights.json"))
    }

    /// # Errors
    /// Text that is no weights file, or names an unknown signal.
    pub fn from_json(text: &str) -> Result<Weights, WeightsError> {
        let weights: Weights = serde_json::from_str(text)?;
        let known = |name: &str| SIGNALS.iter().any(|signal| signal.name == name);
        match weights.signals.keys().find(|name| !known(name)) {
            Some(name) => Err(WeightsError::UnknownSignal(name.clone())),
            None => Ok(weights),
        }
    }

    /// What `value` of a signal adds to the logit; a signal without weight adds nothing.
    pub fn contribution(&self, signal: &Signal, value: f32) -> f32 {
        self.signals.get(signal.name).map_or(0.0, |weight| weight.weight * (value - weight.neutral))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_cover_every_signal() {
        let weights = Weights::shipped().unwrap();
        for signal in SIGNALS {
            assert!(weights.signals.contains_key(signal.name), "no weight for {}", signal.name);
        }
    }

    #[test]
    fn a_weight_for_an_unknown_signal_is_refused_by_name() {
        let mut weights = Weights::shipped().unwrap();
        weights.signals.insert("luck".into(), Weight { weight: 1.0, neutral: 0.0, fitted: false });
        let text = serde_json::to_string(&weights).unwrap();
        assert!(Weights::from_json(&text).unwrap_err().to_string().contains("luck"));
    }
}
