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

pub fn focus(pair: &Pair<'_>) -> Option<Finding> {
    pair.focus().map(|value| finding(value, "focus"))
}

pub fn answers(pair: &Pair<'_>) -> Option<Finding> {
    pair.answers.map(|value| finding(value, "answers"))
}

pub fn alignment(pair: &Pair<'_>) -> Option<Finding> {
    pair.alignment.map(|value| finding(value, "alignment"))
}

/// BM25 that counts as half of what words can say.
const HALF_WORDS: f32 = 30.0;

/// BM25 squeezed into 0–1: it has no upper end of its own.
fn squeezed(words: f32) -> f32 {
    words / (words + HALF_WORDS)
}

fn one_language(pair: &Pair<'_>) -> bool {
    pair.demand.stored.lang == pair.technology.stored.lang
}

/// Within one language words in common tell much, and so does their absence.
pub fn words(pair: &Pair<'_>) -> Option<Finding> {
    one_language(pair).then(|| finding(squeezed(pair.words), "words"))
}

/// Things that are listed as a reason.
const MOST_THINGS: usize = 6;

/// What is called by name tells which crop, metal or disease it is about.
pub fn things(pair: &Pair<'_>) -> Option<Finding> {
    let value = pair.things?;
    let [wanted, named] = [pair.demand, pair.technology].map(|side| &side.stored.things);
    let both = wanted.iter().filter(|thing| named.binary_search(thing).is_ok()).take(MOST_THINGS);
    let both: Vec<&str> = both.filter_map(|thing| pair.demand.glossary.token(*thing)).collect();
    if both.is_empty() {
        return Some(Finding { value, reason: Reason::new("things-none") });
    }
    let Finding { value, reason } = finding(value, "things");
    Some(Finding { value, reason: reason.with(both.join(" ")) })
}

/// Across languages only numbers, formulas, names and quoted text can be in common; that they are not tells nothing.
pub fn bridges(pair: &Pair<'_>) -> Option<Finding> {
    (pair.words > 0.0 && !one_language(pair)).then(|| finding(squeezed(pair.words), "bridges"))
}
