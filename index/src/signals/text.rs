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

pub fn sentences(pair: &Pair<'_>) -> Option<Finding> {
    pair.sentences().map(|value| finding(value, "sentences"))
}

pub fn title(pair: &Pair<'_>) -> Option<Finding> {
    pair.titles().map(|value| finding(value, "title"))
}

/// BM25 that counts as half of what words can say.
const HALF_WORDS: f32 = 30.0;

/// BM25 squeezed into 0–1: it has no upper end of its own.
fn squeezed(pair: &Pair<'_>) -> Option<f32> {
    (pair.words > 0.0).then(|| pair.words / (pair.words + HALF_WORDS))
}

fn one_language(pair: &Pair<'_>) -> bool {
    pair.demand.stored.lang == pair.technology.stored.lang
}

/// Within one language words in common tell much.
pub fn words(pair: &Pair<'_>) -> Option<Finding> {
    squeezed(pair).filter(|_| one_language(pair)).map(|value| finding(value, "words"))
}

/// Across languages only numbers, formulas, names and quoted text can be in common, which tells little.
pub fn bridges(pair: &Pair<'_>) -> Option<Finding> {
    squeezed(pair).filter(|_| !one_language(pair)).map(|value| finding(value, "bridges"))
}
