//! Weights from judgements: which signals matter, what the score means, which verdict is right.
//!
//! Small convex problems over a few thousand examples, solved by gradient steps (Adam); fixed
//! number of steps and no randomness, so the same judgements give the same weights.

mod adam;
mod axes;
mod duplicates;
mod ranking;
mod reliability;
mod sentences;
mod verdicts;

pub use axes::{fit_axes, principal};
pub use duplicates::{DuplicateExample, fit_duplicates};
pub use ranking::{Fitted, List, calibrate, fit_ranking, fit_towards};
pub use reliability::Reliability;
pub use sentences::{SentenceExample, fit_sentences};
pub use verdicts::{VerdictExample, fit_verdicts};
