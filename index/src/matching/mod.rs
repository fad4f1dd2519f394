//! From a demand to ranked technologies, and from a technology to the demands it may answer.
//!
//! Three steps: candidates (the best by words *and* the best by meaning, never one filtered by the
//! other), signals (see `signals`; sentence by sentence for the best of the candidates), coverage
//! of each requirement for what is shown. No database: who may see what, and what a person has
//! decided, is the service's business.

mod alignment;
mod pair;
mod profile;
mod rank;
mod types;
mod weights;

pub use pair::{Pair, Tables, priority_weight};
pub use profile::{Profile, cosines, joined, part_cosine};
pub use rank::{Matcher, Options, Ranked};
pub(crate) use rank::{query_vectors, query_words};
pub use types::{Evidence, Reason, RequirementCoverage, SignalValue, Suggestion};
pub use weights::{Weight, Weights, WeightsError};

use serde::{Deserialize, Serialize};

/// Which signals count: all, those that read words, or those that read meaning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    #[default]
    Hybrid,
    Lexical,
    Semantic,
}

impl Mode {
    pub const fn as_str(self) -> &'static str {
        match self {
            Mode::Hybrid => "hybrid",
            Mode::Lexical => "lexical",
            Mode::Semantic => "semantic",
        }
    }
}
