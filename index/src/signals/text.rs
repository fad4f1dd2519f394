//! Signals that read text: by meaning (cosines of sentence vectors) and by words (BM25).

use crate::matching::{Pair, Reason};

use super::Finding;

fn finding(value: f32, code: &str) -> Finding {
    Finding { value, reason: Reason::new(code).with(format!("{:.0}", value.max(0.0) * 100.0)) }
}

pub fn meaning(pair: &Pair<'_>) -> Option<Finding> {
    pair.meaning().map(|value| finding(value, "meaning"))
}

pub fn brief(pair: &Pair<'_>) -> Option<Finding> {
    pair.brief().map(|value| finding(value, "brief"))
}

pub fn requirements(pair: &Pair<'_>) -> Option<Finding> {
    pair.requirements().map(|value| finding(value, "requirements"))
}

pub fn sentences(pair: &Pair<'_>) -> Option<Finding> {
    pair.sentences().map(|value| finding(value, "sentences"))
}

pub fn title(pair: &Pair<'_>) -> Option<Finding> {
    pair.titles().map(|value| finding(value, "title"))
}

/// BM25 that counts as half of what words can say.
const HALF_WORDS: f32 = 30.0;

/// BM25 squeezed into 0–1: it has no upper end of its own.
pub fn words(pair: &Pair<'_>) -> Option<Finding> {
    (pair.words > 0.0).then(|| finding(pair.words / (pair.words + HALF_WORDS), "words"))
}
