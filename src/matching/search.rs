//! The search box: by words in whatever language they are, and by meaning; either finds on its own.

use std::collections::HashMap;
use std::sync::Arc;

use siku_index::analyze::detect;
use siku_index::corpus::{CandidateQuery, Model};
use uuid::Uuid;

use crate::library::LibraryKind;

use super::Engine;

/// A record found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    pub id: Uuid,
    pub score: f32,
    /// It has the words; otherwise it was found by meaning alone.
    pub by_words: bool,
}

/// Cosine from which a record is found by meaning alone.
const LIKE: f32 = 0.3;
/// BM25 that counts as half.
const HALF_WORDS: f32 = 8.0;
/// Records found by meaning alone: beyond these, likeness is noise.
const MOST_BY_MEANING: usize = 60;

impl Engine {
    /// The records of a library that a text finds, best first; who may see them is for the store.
    ///
    /// # Errors
    /// The index or an encoder failed.
    pub async fn search(
        self: &Arc<Self>,
        library: LibraryKind,
        words: &str,
        limit: usize,
    ) -> anyhow::Result<Vec<Uuid>> {
        let found = self.find(library, words, limit).await?;
        Ok(found.into_iter().map(|found| found.id).collect())
    }

    /// As [`Engine::search`], with what each was found by.
    ///
    /// # Errors
    /// The index or an encoder failed.
    pub async fn find(self: &Arc<Self>, library: LibraryKind, words: &str, limit: usize) -> anyhow::Result<Vec<Found>> {
        let text = words.to_owned();
        self.blocking(move |engine| find(engine, library, &text, limit)).await
    }
}

fn find(engine: &Engine, library: LibraryKind, text: &str, limit: usize) -> anyhow::Result<Vec<Found>> {
    let corpus = engine.corpus(library);
    let mut found: HashMap<u32, (f32, bool)> = HashMap::new();
    for hit in corpus.text_hits(text, None, limit)? {
        found.insert(hit.row, (0.6 * hit.score / (hit.score + HALF_WORDS), true));
    }
    let lang = detect(text);
    let mut vectors = [None, None];
    for model in Model::ALL {
        if engine.has(model) {
            vectors[model.position()] = engine.question(model, lang, text)?;
        }
    }
    if vectors.iter().any(Option::is_some) {
        let query = CandidateQuery { lang, words: &[], things: &[], vectors };
        for candidate in corpus.candidates(&query, 0, MOST_BY_MEANING)? {
            let cosine = candidate.meaning().unwrap_or(0.0);
            match found.get_mut(&candidate.row) {
                Some((score, _)) => *score += 0.4 * cosine.max(0.0),
                None if cosine >= LIKE => {
                    found.insert(candidate.row, (0.4 * cosine, false));
                }
                None => {}
            }
        }
    }
    let named =
        found.into_iter().filter_map(|(row, (score, by_words))| Some(Found { id: corpus.id(row)?, score, by_words }));
    let mut found: Vec<Found> = named.collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.id.cmp(&b.id)));
    found.truncate(limit);
    Ok(found)
}
