//! What a record would meet that its author is still writing: computed like a suggestion, stored nowhere.

use std::sync::Arc;

use chrono::Utc;
use siku_index::corpus::Role;
use siku_index::matching::{Options, Profile, Suggestion};
use uuid::Uuid;

use super::document::Indexed;
use super::read::unstored;
use super::suggest::{LEAST_SCORE, answer};
use super::{Engine, regions};
use crate::db::Db;
use crate::library::{Demand, Demands, LibraryKind, Technologies, Technology};

/// Most records that are counted.
const COUNTED: usize = 50;
/// Records that are named.
const NAMED: usize = 3;

/// What a record would meet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outlook {
    /// Records of the other side that fit well enough to be suggested.
    pub fitting: usize,
    /// The nearest of them, or where none fits the nearest there are.
    pub nearest: Vec<Uuid>,
    /// Records that were looked at.
    pub searched: usize,
}

/// The open demands that a technology would be suggested for.
///
/// # Errors
/// The index or an encoder failed.
pub async fn of_technology(engine: &Arc<Engine>, technology: &Technology) -> anyhow::Result<Outlook> {
    let document = Technologies::document(&unstored::<Technologies>(technology));
    let work = move |engine: &Engine| {
        let profile = Profile::of(&document, Role::Passage, engine.corpus(LibraryKind::Technologies).embedder())?;
        let demands = engine.corpus(LibraryKind::Demands);
        let options = Options::new(COUNTED, Utc::now().date_naive());
        let ranked = engine.matcher().demands_for(&profile, &demands, &options)?;
        let least = if engine.words_only() { 0.0 } else { LEAST_SCORE };
        let fitting = ranked.iter().filter(|one| one.score >= least).count();
        Ok(Outlook { fitting, nearest: first(&ranked), searched: demands.len() })
    };
    engine.blocking(work).await
}

/// The technologies that a demand would be answered with.
///
/// # Errors
/// The index, an encoder or the database failed.
pub async fn of_demand(db: &Db, engine: &Arc<Engine>, demand: &Demand) -> anyhow::Result<Outlook> {
    let document = Demands::document(&unstored::<Demands>(demand));
    let regions = regions(db).await?;
    let found = engine.blocking(move |engine| answer(engine, &document, Default::default(), &regions)).await?;
    let nearest = match first(&found.suggestions) {
        none if none.is_empty() => found.nearest.iter().map(|one| one.technology).collect(),
        some => some,
    };
    Ok(Outlook { fitting: found.suggestions.len(), nearest, searched: found.searched.technologies })
}

fn first(ranked: &[Suggestion]) -> Vec<Uuid> {
    ranked.iter().take(NAMED).map(|one| one.id).collect()
}
