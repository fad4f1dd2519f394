//! The records of a corpus that a record may repeat.

use uuid::Uuid;

use crate::corpus::{Candidate, CandidateQuery, Corpus};
use crate::matching::{Profile, query_words};

use super::{DuplicateModel, LEAST, Likeness, Reading, judge};

/// Candidates by words and by meaning, each.
const CANDIDATES: usize = 30;
/// Of those, the nearest this many are read sentence by sentence.
const READ: usize = 20;

/// A record that may be the same.
#[derive(Debug, Clone)]
pub struct Near {
    pub row: u32,
    pub id: Uuid,
    pub likeness: Likeness,
}

/// What was found, and what could not be looked for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// The likeliest first.
    pub found: Vec<Near>,
    /// No vectors: the same record in another language was not looked for.
    pub words_only: bool,
}

/// Records of `corpus` that say what `asked` says, `own` itself left out; those from `least` on, or where that is `None`
/// from the probability on at which a pair is called one record.
///
/// # Errors
/// The corpus cannot be read.
pub fn find(
    corpus: &Corpus,
    asked: &Profile,
    own: Option<Uuid>,
    least: Option<f32>,
    model: &DuplicateModel,
) -> anyhow::Result<Search> {
    let words = query_words(&asked.stored);
    let vectors = [0, 1].map(|model: usize| asked.record[model].as_ref().map(|vector| vector.to_f32()));
    let words_only = vectors.iter().all(Option::is_none);
    let query = CandidateQuery { lang: &asked.stored.lang, words: &words, things: &[], vectors };
    let by_meaning = if words_only { 0 } else { CANDIDATES };
    let mut candidates = corpus.candidates(&query, CANDIDATES, by_meaning)?;
    let most_words = candidates.iter().map(|one| one.words).fold(f32::MIN_POSITIVE, f32::max);
    let nearness = |one: &Candidate| one.meaning().unwrap_or(0.0) + 0.5 * one.words / most_words;
    candidates.sort_by(|a, b| nearness(b).total_cmp(&nearness(a)));
    candidates.retain(|one| own.is_none() || corpus.id(one.row) != own);
    candidates.truncate(READ);

    let rows: Vec<u32> = candidates.iter().map(|one| one.row).collect();
    let texts = corpus.stored_of(&rows)?;
    let vectors = corpus.part_vectors_of(&rows)?;
    let reading = Reading::of(asked);
    let mut found = Vec::new();
    for ((row, stored), vectors) in rows.into_iter().zip(texts).zip(vectors) {
        let (Some(id), Some(facts), Some(stored)) = (corpus.id(row), corpus.facts(row), stored) else {
            continue; // gone meanwhile
        };
        let (record, glossary) = (corpus.record_vectors(row), corpus.glossary());
        let other = Profile { facts, stored, vectors, record, glossary };
        if let Some(likeness) = judge(&reading, &Reading::of(&other), model)
            && likeness.probability >= least.unwrap_or(LEAST)
        {
            found.push(Near { row, id, likeness });
        }
    }
    found.sort_by(|a, b| b.likeness.probability.total_cmp(&a.likeness.probability));
    Ok(Search { found, words_only })
}
