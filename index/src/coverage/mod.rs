//! Requirement by requirement: which sentence of a technology decides, and what it says.

mod axes;
mod cues;
mod figures;
mod judge;
mod model;
mod verdict;

pub use axes::{AXES, Axes, Axis, Place};
pub use cues::Cues;
pub use judge::{
    Phrase, Question, Reading, Sentence, expected, judge, phrases, questions, questions_of, read, readings, verdicts,
};
pub use model::{ALL_FEATURES, CoverageModel, FEATURES, SENTENCE_FEATURES, SentenceModel};
pub use verdict::Verdict;
