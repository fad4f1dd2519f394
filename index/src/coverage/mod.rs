//! Requirement by requirement: which sentence of a technology decides, and what it says.

mod cues;
mod judge;
mod verdict;

pub use cues::Cues;
pub use judge::{CoverageModel, FEATURES, Reading, SENTENCE_FEATURES, Sentence, judge, read, sentences};
pub use verdict::Verdict;
