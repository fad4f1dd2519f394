//! What the corpus asks of the sentence encoders, and no more, so that tests can stand in for them.

use serde::{Deserialize, Serialize};

/// The two sentence encoders that may be present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Model {
    /// Multilingual USE, 512 dimensions: quick.
    Use,
    /// Multilingual e5-small, 384 dimensions: slower, knows more languages.
    E5,
}

impl Model {
    /// Both, in the order used for every pair of values.
    pub const ALL: [Model; 2] = [Model::Use, Model::E5];
    /// Length of a vector.
    pub const fn dimensions(self) -> usize {
        match self {
            Model::Use => 512,
            Model::E5 => 384,
        }
    }
    /// Position in every pair of values (`[USE, e5]`).
    pub const fn position(self) -> usize {
        match self {
            Model::Use => 0,
            Model::E5 => 1,
        }
    }
    pub const fn as_str(self) -> &'static str {
        match self {
            Model::Use => "use",
            Model::E5 => "e5",
        }
    }
}

/// Which side of a question a text stands on; e5 has a prefix and a mean vector for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    Query,
    Passage,
}

/// Turns texts into vectors that can be compared across languages.
pub trait TextEncoder: Send + Sync {
    /// Whether this model is loaded.
    fn has(&self, model: Model) -> bool;
    /// Unit vectors of the texts, after the mean of their language was taken away.
    fn centred(&self, model: Model, role: Role, lang: &str, texts: &[&str]) -> anyhow::Result<Vec<Vec<f32>>>;
}
