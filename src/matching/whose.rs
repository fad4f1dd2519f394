//! Whose indexes a folder holds. They follow the changes of one database by number; asked for another one, or for this
//! one as it was before, they would miss records and show some that are gone, without anybody's noticing.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context;

use super::corpora::Corpora;
use crate::audit;
use crate::db::Db;
use crate::library::LibraryKind;
use crate::library::store::numbers::last_change;

/// Holds number and hash of the newest entry of the audit when the folder was last opened.
const MARK: &str = "database";

/// Whether the indexes of a folder were made from this database: it has the marked entry, and has come at least as far
/// as they have.
///
/// # Errors
/// The database failed, or the mark cannot be read.
pub async fn is_made_from(db: &Db, dir: &Path, corpora: &Corpora) -> anyhow::Result<bool> {
    let held = LibraryKind::ALL.iter().map(|kind| corpora.of(*kind).last_change()).max().unwrap_or_default();
    if i64::try_from(held)? > last_change(&**db).await? {
        return Ok(false);
    }
    let place = dir.join(MARK);
    let marked = match std::fs::read_to_string(&place) {
        Ok(marked) => marked,
        // A folder from before there were marks, or of a database in which nothing had happened.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", place.display())),
    };
    let Some((seq, hash)) = marked.trim().split_once(' ') else { return Ok(false) };
    let Ok(seq) = seq.parse() else { return Ok(false) };
    Ok(audit::hash_at(&**db, seq).await?.is_some_and(|found| found == hash))
}

/// Marks a folder as holding the indexes of this database.
///
/// # Errors
/// The database failed, or the mark cannot be written.
pub async fn mark(db: &Db, dir: &Path) -> anyhow::Result<()> {
    let seq = audit::newest(&**db).await?;
    let Some(hash) = audit::hash_at(&**db, seq).await? else { return Ok(()) };
    let place = dir.join(MARK);
    std::fs::write(&place, format!("{seq} {hash}\n")).with_context(|| format!("cannot write {}", place.display()))
}
