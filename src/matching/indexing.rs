//! From the change feed into the indexes, and the comparison that proves them equal to the database.

use std::collections::HashMap;
use std::sync::Arc;

use siku_index::corpus::{Change, ContentHash, Model};
use uuid::Uuid;

use crate::db::Db;
use crate::library::{Demands, Institutions, LibraryKind, Record, Results, Status, Technologies};
use crate::outbox::feed::changes_since;

use super::corpora::Corpora;
use super::document::Indexed;
use super::naming;

/// Changes taken in at once: large enough that a commit costs little, small enough for bounded memory.
pub const PORTION: u64 = 2_000;
/// Records embedded by the quick model before new changes are looked for again.
pub const QUICK_STEP: usize = 32;

/// Takes one portion of changes of each library into its index, and where terms have changed reads one of the records
/// that are there again; answers whether there may be more.
pub async fn take_in(db: &Db, corpora: &Arc<Corpora>) -> anyhow::Result<bool> {
    naming::follow(db, &corpora.glossary).await?;
    let more = [
        portion::<Technologies>(db, corpora).await?,
        portion::<Demands>(db, corpora).await?,
        portion::<Results>(db, corpora).await?,
        portion::<Institutions>(db, corpora).await?,
    ];
    Ok(naming::read_again(db, corpora).await? || more.contains(&true))
}

async fn portion<L: Indexed>(db: &Db, corpora: &Arc<Corpora>) -> anyhow::Result<bool> {
    let last = corpora.of(L::KIND).last_change();
    let records = changes_since::<L>(&**db, i64::try_from(last)?, PORTION).await?;
    let Some(newest) = records.last().map(|record| record.head.change_no) else {
        return Ok(false);
    };
    let full = records.len() as u64 == PORTION;
    let changes: Vec<Change> = records.iter().map(change).collect();
    let newest = u64::try_from(newest)?;
    corpora.blocking(move |corpora| Ok(corpora.of(L::KIND).apply(changes, newest)?)).await?;
    Ok(full)
}

fn change<L: Indexed>(record: &Record<L>) -> Change {
    if record.head.status == Status::Published {
        Change::upsert(L::document(record))
    } else {
        Change::Delete(record.head.id)
    }
}

/// Takes in everything and embeds with every model there is; `progress` hears (with what, done, of) and may end it.
pub async fn complete(
    db: &Db,
    corpora: &Arc<Corpora>,
    progress: impl Fn(&str, usize, usize) -> anyhow::Result<()> + Send + Sync + 'static,
) -> anyhow::Result<()> {
    while take_in(db, corpora).await? {}
    corpora
        .blocking(move |corpora| {
            for model in Model::ALL {
                let total = corpora.pending(model);
                while corpora.pending(model) > 0 {
                    corpora.embed_some(model, QUICK_STEP)?;
                    progress(model.name(), total.saturating_sub(corpora.pending(model)), total)?;
                }
            }
            Ok(())
        })
        .await
}

/// How an index differs from the database.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    pub library: LibraryKind,
    /// Published records in the database.
    pub records: usize,
    /// Published but not in the index.
    pub missing: Vec<Uuid>,
    /// In the index but not published.
    pub surplus: Vec<Uuid>,
    /// In both, with another text or other facts.
    pub different: Vec<Uuid>,
}

impl Difference {
    pub fn is_none(&self) -> bool {
        self.missing.is_empty() && self.surplus.is_empty() && self.different.is_empty()
    }
}

/// Compares every index with the database, record by record. What changes meanwhile is left out.
pub async fn check(db: &Db, corpora: &Arc<Corpora>) -> anyhow::Result<Vec<Difference>> {
    Ok(vec![
        check_library::<Technologies>(db, corpora).await?,
        check_library::<Demands>(db, corpora).await?,
        check_library::<Results>(db, corpora).await?,
        check_library::<Institutions>(db, corpora).await?,
    ])
}

async fn check_library<L: Indexed>(db: &Db, corpora: &Arc<Corpora>) -> anyhow::Result<Difference> {
    let held = i64::try_from(corpora.of(L::KIND).last_change())?;
    let mut indexed: HashMap<Uuid, ContentHash> =
        corpora.blocking(|corpora| Ok(corpora.of(L::KIND).ids_with_hash()?)).await?.into_iter().collect();
    let mut difference = Difference { library: L::KIND, ..Difference::default() };
    let mut last = 0;
    loop {
        let records = changes_since::<L>(&**db, last, PORTION).await?;
        let Some(newest) = records.last() else { break };
        last = newest.head.change_no;
        for record in records {
            let changed_since = record.head.change_no > held;
            if !changed_since && record.head.status != Status::Published {
                continue;
            }
            let hash = indexed.remove(&record.head.id);
            if changed_since {
                continue;
            }
            difference.records += 1;
            match hash {
                None => difference.missing.push(record.head.id),
                Some(hash) if hash != L::document(&record).content_hash()? => {
                    difference.different.push(record.head.id);
                }
                Some(_) => {}
            }
        }
    }
    difference.surplus = indexed.into_keys().collect();
    Ok(difference)
}
