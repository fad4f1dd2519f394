//! Opens redb files the same way everywhere.

use std::path::Path;

use redb::{Builder, Database, DatabaseError, WriteTransaction};

use super::error::{CorpusError, Result};

/// Opens or creates a file. A killed process must not make the next start slow, so every write
/// keeps what a quick repair needs (see [`begin_write`]).
pub(super) fn open(path: &Path, cache_bytes: usize) -> Result<Database> {
    let database = Builder::new().set_cache_size(cache_bytes).create(path);
    database.map_err(|error| match error {
        DatabaseError::DatabaseAlreadyOpen => CorpusError::Locked { dir: path.to_owned() },
        other => CorpusError::Unusable { dir: path.to_owned(), reason: other.to_string() },
    })
}

/// A durable write.
pub(super) fn begin_write(database: &Database) -> anyhow::Result<WriteTransaction> {
    let mut transaction = database.begin_write()?;
    transaction.set_quick_repair(true);
    Ok(transaction)
}
