//! What matching answers: suggestions with the contribution of every signal and the evidence for
//! every requirement. Plain data; pages and the API decide how to say it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::corpus::Priority;
use crate::coverage::Verdict;

/// One suggested partner record, best first in any list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The technology (or, matching the other way round, the demand).
    pub id: Uuid,
    /// Calibrated probability, 0–1, that this is a full answer.
    pub score: f32,
    /// Every signal that had something to say, in the order of the list of signals.
    pub signals: Vec<SignalValue>,
    /// One per requirement of the demand, in its order.
    pub coverage: Vec<RequirementCoverage>,
}

/// What one signal says of a pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignalValue {
    /// Name in the list of signals.
    pub name: String,
    /// 0–1 for most; a cosine for the similarities.
    pub value: f32,
    /// What it adds to the score, in log-odds; the contributions and the bias sum to the logit.
    pub contribution: f32,
    /// Why, in a form that pages put into words of their language.
    pub reason: Reason,
}

/// A reason as a code with arguments: `reason-{code}` is the message in every locale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    pub code: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<String>,
}

impl Reason {
    pub fn new(code: &str) -> Reason {
        Reason { code: code.to_owned(), arguments: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, argument: impl Into<String>) -> Reason {
        self.arguments.push(argument.into());
        self
    }
}

/// Whether and where a technology answers a requirement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequirementCoverage {
    /// Position in the demand's list, from 0.
    pub requirement: usize,
    pub text: String,
    pub priority: Priority,
    pub verdict: Verdict,
    /// Probability of the verdict, 0–1.
    pub confidence: f32,
    /// The sentence of the technology that decides; the nearest one, which does not, when the verdict is *unknown*.
    pub evidence: Option<Evidence>,
}

/// A sentence as it stands in the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub text: String,
    pub lang: String,
}
