//! What the short ways of finding candidates miss, against reading everything.

use serde::Serialize;

use crate::corpus::{Candidate, CandidateQuery, Corpus, Effort};
use crate::matching::{query_vectors, query_words};

use super::Asked;

/// Of so many best candidates.
const BEST: usize = 20;

/// Share of the best twenty candidates found by reading everything (all postings; every vector in eight bits) that the
/// usual effort finds too: mean over the demands.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Recall {
    pub words: f64,
    pub meaning: f64,
}

/// Asks every demand both ways.
///
/// # Errors
/// The corpus cannot be read.
pub(super) fn recall(corpus: &Corpus, asked: &[Asked]) -> anyhow::Result<Recall> {
    let mut sum = Recall::default();
    for (_, profile) in asked {
        let words = query_words(&profile.stored);
        let words = CandidateQuery { lang: &profile.stored.lang, words: &words, vectors: [None, None] };
        let meaning = CandidateQuery { words: &[], vectors: query_vectors(profile), ..words.clone() };
        sum.words += found(corpus, &words, BEST, 0)?;
        sum.meaning += found(corpus, &meaning, 0, BEST)?;
    }
    let mean = |sum: f64| (sum / asked.len().max(1) as f64 * 1e4).round() / 1e4;
    Ok(Recall { words: mean(sum.words), meaning: mean(sum.meaning) })
}

fn found(corpus: &Corpus, query: &CandidateQuery<'_>, by_words: usize, by_meaning: usize) -> anyhow::Result<f64> {
    let wanted = corpus.candidates_with(query, by_words, by_meaning, Effort::WHOLE)?;
    let answer = corpus.candidates_with(query, by_words, by_meaning, Effort::USUAL)?;
    let answered = |one: &&Candidate| answer.iter().any(|other| other.row == one.row);
    Ok(wanted.iter().filter(answered).count() as f64 / wanted.len().max(1) as f64)
}
