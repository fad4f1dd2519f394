//! Is this record there already: an edited copy, or the same record in another language?
//!
//! Near is not the same. Another capacity of one product, or another answer to one need, shares nearly every word with
//! its neighbour and is no duplicate; so figures, model names and every sentence are compared, not the topic alone.
//! No ranking of matches here (see `matching`), and nothing is decided: a person is shown what looks alike and why.
//!
//! | file | what |
//! |---|---|
//! | `figures`, `numerals` | numbers with and without units: which agree, which contradict |
//! | `names` | model names, standards, patent numbers |
//! | `wording` | words in common within one language |
//! | `compare` | two records to features |
//! | `model` | features to a probability, with the weights |
//! | `find` | the records of a corpus that a record may repeat |

mod compare;
mod figures;
mod find;
mod model;
mod names;
mod numerals;
mod wording;

pub use compare::{Comparison, FEATURES, Features, NAMES, Reading, Setting, share};
pub use find::{Near, Search, find};
pub use model::{DuplicateModel, LEAST, SettingModel};

use serde::{Deserialize, Serialize};

use crate::matching::Reason;

/// What two records are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The same record in the same language, perhaps edited.
    Duplicate,
    /// The same record in another language.
    Translation,
    Not,
}

impl Verdict {
    pub const ALL: [Verdict; 3] = [Verdict::Duplicate, Verdict::Translation, Verdict::Not];

    pub const fn as_str(self) -> &'static str {
        match self {
            Verdict::Duplicate => "duplicate",
            Verdict::Translation => "translation",
            Verdict::Not => "not",
        }
    }
}

/// The judgement of one pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    pub verdict: Verdict,
    /// That they are the same record, 0–1.
    pub probability: f32,
    pub reason: Reason,
}

/// Judges a pair; `None` where there is nothing to go by: two languages and no vectors.
pub fn judge(a: &Reading<'_>, b: &Reading<'_>, model: &DuplicateModel) -> Option<Likeness> {
    let comparison = Comparison::of(a, b)?;
    let probability = model.probability(&comparison);
    let verdict = match (probability >= LEAST, comparison.setting) {
        (false, _) => Verdict::Not,
        (true, Setting::Across) => Verdict::Translation,
        (true, _) => Verdict::Duplicate,
    };
    Some(Likeness { verdict, probability, reason: comparison.reason(verdict) })
}
