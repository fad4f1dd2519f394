//! The signals of a match: one list, each with a number and a reason.
//!
//! A signal that has nothing to go by says nothing (`None`), and nothing is neither good nor bad.
//! The score is a logistic function of the weighted signals; the weights are in `weights.json`,
//! fitted by `cargo run --example fit` on judged collections (see `learn`) or set by hand where the
//! collections have no such column.

mod facts;
mod text;
pub mod units;

use crate::matching::{Pair, Reason};

/// What a signal found in a pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// 0–1 for most; a cosine for the similarities.
    pub value: f32,
    pub reason: Reason,
}

/// What a signal reads, which decides in which mode it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Words,
    Meaning,
    Facts,
}

/// One reason for or against a pair.
#[derive(Debug)]
pub struct Signal {
    /// Name in weights, API and explanations; never changed once stored.
    pub name: &'static str,
    pub source: Source,
    /// One sentence for the documentation.
    pub about: &'static str,
    pub find: fn(&Pair<'_>) -> Option<Finding>,
}

/// Every signal. Weights, explanations and documentation follow this list.
pub const SIGNALS: &[Signal] = &[
    Signal { name: "meaning", source: Source::Meaning, about: "similarity of the whole texts", find: text::meaning },
    Signal {
        name: "brief",
        source: Source::Meaning,
        about: "similarity of all requirements together with the whole technology",
        find: text::brief,
    },
    Signal {
        name: "sentences",
        source: Source::Meaning,
        about: "mean similarity of each sentence of the demand with its best sentence, where no requirements are listed",
        find: text::sentences,
    },
    Signal {
        name: "focus",
        source: Source::Meaning,
        about: "mean similarity of each sentence of the technology with the requirement it is nearest to",
        find: text::focus,
    },
    Signal {
        name: "answers",
        source: Source::Meaning,
        about: "share of the requirements, by priority, that its sentences are expected to meet",
        find: text::answers,
    },
    Signal {
        name: "alignment",
        source: Source::Meaning,
        about: "how near the pieces of the words of either side come to those of the other, where no requirements are listed",
        find: text::alignment,
    },
    Signal {
        name: "words",
        source: Source::Words,
        about: "words in common, within one language (BM25)",
        find: text::words,
    },
    Signal {
        name: "bridges",
        source: Source::Words,
        about: "numbers, formulas and names in common across languages (BM25)",
        find: text::bridges,
    },
    Signal {
        name: "things",
        source: Source::Words,
        about: "share of the things the demand names, by how rare they are, that the technology names too, in whatever language",
        find: text::things,
    },
    Signal {
        name: "field",
        source: Source::Facts,
        about: "share of the demand's fields that the technology is in",
        find: facts::field,
    },
    Signal {
        name: "country",
        source: Source::Facts,
        about: "the demand's country among the technology's target countries",
        find: facts::country,
    },
    Signal { name: "mode", source: Source::Facts, about: "a co-operation mode both sides accept", find: facts::mode },
    Signal {
        name: "trl",
        source: Source::Facts,
        about: "technology readiness against the minimum asked",
        find: facts::trl,
    },
    Signal {
        name: "price",
        source: Source::Facts,
        about: "price range against the budget, in the same currency",
        find: facts::price,
    },
    Signal {
        name: "conditions",
        source: Source::Facts,
        about: "operating conditions wanted that the technology covers, as intervals in SI units",
        find: facts::conditions,
    },
    Signal { name: "language", source: Source::Facts, about: "both texts are in one language", find: facts::language },
    Signal { name: "expiry", source: Source::Facts, about: "how long both records stay valid", find: facts::expiry },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_signals_have_one_name() {
        let names: std::collections::HashSet<_> = SIGNALS.iter().map(|signal| signal.name).collect();
        assert_eq!(names.len(), SIGNALS.len());
    }
}
