//! The catalogue entries nearest to a technology: each with the technology's sentence that comes closest. A help for
//! who screens, never a screening. By the models of matching; on words alone where there are none.

use std::collections::HashSet;
use std::sync::Arc;

use serde::Serialize;
use siku_index::analyze;
use siku_index::corpus::{Model, PartVector, Role};
use siku_index::matching::Profile;
use utoipa::ToSchema;

use super::catalogue::{Catalogue, EntryKind};
use super::rows::entry;
use crate::library::{LibraryKind, Record, Technologies};
use crate::matching::Engine;
use crate::matching::document::Indexed;
use crate::matching::types::Quote;

/// Entries shown.
pub const SHOWN: usize = 10;

/// An entry of the catalogue beside the sentence of the technology that comes closest to it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NearEntry {
    pub kind: EntryKind,
    #[schema(example = "EX-R-03")]
    pub code: String,
    pub title: String,
    pub text: String,
    /// How near, 0–1; with words alone the part of the entry's words that the sentence has.
    #[schema(minimum = 0, maximum = 1)]
    pub score: f64,
    /// The technology's sentence.
    pub sentence: Quote,
}

/// The nearest entries, the nearest first.
///
/// # Errors
/// A language model failed.
pub async fn nearest(
    engine: &Arc<Engine>,
    technology: &Record<Technologies>,
    catalogue: &Catalogue,
    entries: Vec<entry::Model>,
) -> anyhow::Result<Vec<NearEntry>> {
    let document = Technologies::document(technology);
    let lang = catalogue.lang.clone();
    engine
        .blocking(move |engine| {
            let corpus = engine.corpus(LibraryKind::Technologies);
            let embedder = corpus.embedder();
            let profile = Profile::of(&document, Role::Passage, embedder)?;
            let texts: Vec<String> = entries.iter().map(|entry| format!("{}\n{}", entry.title, entry.text)).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut vectors: [Vec<PartVector>; 2] = Default::default();
            for model in Model::ALL.into_iter().filter(|model| engine.has(*model)) {
                vectors[model.position()] = embedder.texts(model, Role::Query, &lang, &texts)?;
            }
            let closest = |place: usize| {
                let vectors = [0, 1].map(|model: usize| vectors[model].get(place).cloned());
                if engine.words_only() {
                    by_words(texts[place], &lang, &profile)
                } else {
                    profile.vectors.nearest(&vectors)
                }
            };
            let near = |(place, entry): (usize, entry::Model)| {
                let (part, score) = closest(place)?;
                let text = profile.stored.parts.get(part)?.clone();
                Some(NearEntry {
                    kind: entry.kind.parse().unwrap_or_default(),
                    code: entry.code,
                    title: entry.title,
                    text: entry.text,
                    score: f64::from(score).clamp(0.0, 1.0),
                    sentence: Quote { text, lang: document.lang.clone(), translation: None },
                })
            };
            let mut found: Vec<NearEntry> = entries.into_iter().enumerate().filter_map(near).collect();
            found.sort_by(|left, right| right.score.total_cmp(&left.score));
            found.truncate(SHOWN);
            Ok(found)
        })
        .await
}

/// The part of the technology with the largest part of an entry's words; none where no word is shared.
fn by_words(entry: &str, lang: &str, technology: &Profile) -> Option<(usize, f32)> {
    let wanted: HashSet<String> = analyze::words(entry, lang).into_iter().collect();
    let shared = |part: &String| {
        let words: HashSet<String> = analyze::words(part, &technology.stored.lang).into_iter().collect();
        wanted.intersection(&words).count()
    };
    let parts = technology.stored.parts.iter().map(shared).enumerate();
    let (part, count) = parts.max_by(|left, right| left.1.cmp(&right.1).then(right.0.cmp(&left.0)))?;
    (count > 0).then(|| (part, count as f32 / wanted.len() as f32))
}
