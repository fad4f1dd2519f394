//! The published records that a record may repeat, named and with the reason. Decides nothing.

use std::sync::Arc;

use serde::Serialize;
use siku_index::corpus::{Document, Role};
use siku_index::duplicates::{DuplicateModel, Near, find};
use siku_index::matching::Profile;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::accounts::Actor;
use crate::db::Db;
use crate::layout::Locale;
use crate::library::store::find_many;
use crate::library::taxonomy::Names;
use crate::library::{Body, LibraryKind};

use super::Engine;
use super::document::Indexed;
use super::wording::Words;

/// A published record that may be the same.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Duplicate {
    pub id: Uuid,
    #[schema(example = "T-2026-000123")]
    pub number: String,
    #[schema(example = "太阳能滴灌控制器")]
    pub title: String,
    /// Language of the title, BCP 47.
    #[schema(example = "zh")]
    pub lang: String,
    /// `duplicate` in the same language, `translation` in another.
    #[schema(example = "duplicate")]
    pub verdict: &'static str,
    /// That they are the same record.
    #[schema(minimum = 0, maximum = 1)]
    pub probability: f64,
    /// Why, in the language asked for.
    pub reason: String,
}

/// The records that a record may repeat, the likeliest first.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Duplicates {
    pub records: Vec<Duplicate>,
    /// There is no language model: the same record in another language was not looked for.
    pub words_only: bool,
}

/// Looks for what `document` repeats among the published records of library `L`, itself left out.
///
/// # Errors
/// The index, an encoder or the database failed.
pub async fn duplicates_of<L: Indexed>(
    db: &Db,
    actor: &Actor,
    engine: &Arc<Engine>,
    document: Document,
    locale: Locale,
) -> anyhow::Result<Duplicates> {
    let search = engine.blocking(move |engine| search(engine, L::KIND, &document)).await?;
    let ids: Vec<Uuid> = search.found.iter().map(|near| near.id).collect();
    let records = find_many::<L>(&**db, actor, &ids).await?;
    let names = Names::default();
    let words = Words { locale, names: &names };
    let named = |near: Near| {
        let record = records.iter().find(|record| record.head.id == near.id)?;
        let common = record.body.common();
        Some(Duplicate {
            id: near.id,
            number: record.head.number.clone(),
            title: common.title.to_owned(),
            lang: common.lang.to_owned(),
            verdict: near.likeness.verdict.as_str(),
            probability: (f64::from(near.likeness.probability) * 1000.0).round() / 1000.0,
            reason: words.sentence(&near.likeness.reason),
        })
    };
    Ok(Duplicates { records: search.found.into_iter().filter_map(named).collect(), words_only: search.words_only })
}

/// Blocks; see [`Engine::blocking`].
fn search(engine: &Engine, kind: LibraryKind, document: &Document) -> anyhow::Result<siku_index::duplicates::Search> {
    let corpus = engine.corpus(kind);
    let role = if kind == LibraryKind::Demands { Role::Query } else { Role::Passage };
    let profile = Profile::of(document, role, corpus.embedder())?;
    find(&corpus, &profile, Some(document.id), None, &DuplicateModel::shipped()?)
}
