//! Comparing the index with the database, and rebuilding it.

use std::sync::Arc;

use crate::db::Db;
use crate::matching::corpora::Corpora;
use crate::matching::{Engine, indexing};

use super::Say;

/// Takes in what changed since the index was last open, as the service does at its start, then compares; answers
/// whether all is equal.
pub(super) async fn check(db: &Db, engine: &Arc<Engine>, say: &Say) -> anyhow::Result<bool> {
    let corpora = engine.corpora();
    while indexing::take_in(db, &corpora).await? {}
    let mut equal = true;
    for difference in indexing::check(db, &corpora).await? {
        let library = difference.library.as_str();
        if difference.is_none() {
            say.line(format!("{library}: {} records, index and database are equal", difference.records))?;
            continue;
        }
        equal = false;
        say.line(format!(
            "{library}: {} records; missing in the index {}, too many {}, different {}",
            difference.records,
            difference.missing.len(),
            difference.surplus.len(),
            difference.different.len()
        ))?;
        for (what, ids) in
            [("missing", difference.missing), ("too many", difference.surplus), ("different", difference.different)]
        {
            for id in ids {
                say.line(format!("  {what}: {id}"))?;
            }
        }
    }
    Ok(equal)
}

/// Builds indexes beside those that are asked and has the new ones asked from then on.
pub(super) async fn rebuild(db: &Db, engine: &Arc<Engine>, say: &Say) -> anyhow::Result<bool> {
    let rebuilding = engine.rebuild()?;
    complete(db, rebuilding.corpora(), "rebuilding the index", say).await?;
    rebuilding.put_in_place()?;
    say.line("the new index is in place")?;
    Ok(true)
}

/// Takes in every change and embeds, with progress.
///
/// # Errors
/// The database, the index or an encoder failed.
pub async fn complete(db: &Db, corpora: &Arc<Corpora>, label: &'static str, say: &Say) -> anyhow::Result<()> {
    let say = say.clone();
    indexing::complete(db, corpora, move |model, done, total| {
        say.progress(label, done, total, format!("embedding with {model}: {done} of {total} records"))
    })
    .await
}
