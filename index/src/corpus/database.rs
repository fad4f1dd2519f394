//! Opens redb files the same way everywhere.

use std::io::ErrorKind;
use std::path::Path;

use redb::{Builder, Database, DatabaseError, StorageError, WriteTransaction};

use super::error::{CorpusError, Result};

/// Opens or creates a file. A killed process must not make the next start slow, so every write
/// keeps what a quick repair needs (see [`begin_write`]).
pub(super) fn open(path: &Path, cache_bytes: usize) -> Result<Database> {
    let database = Builder::new().set_cache_size(cache_bytes).create(path);
    database.map_err(|error| match error {
        DatabaseError::DatabaseAlreadyOpen | DatabaseError::LockProtocolMismatch => {
            CorpusError::Locked { dir: path.to_owned() }
        }
        // A full disk or too many open files say nothing of what is in the file.
        DatabaseError::Storage(StorageError::Io(error))
            if !matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof) =>
        {
            CorpusError::Storage(anyhow::Error::new(error).context(format!("cannot open {}", path.display())))
        }
        other => CorpusError::Unusable { dir: path.to_owned(), reason: other.to_string() },
    })
}

/// A durable write.
pub(super) fn begin_write(database: &Database) -> anyhow::Result<WriteTransaction> {
    let mut transaction = database.begin_write()?;
    transaction.set_quick_repair(true);
    Ok(transaction)
}
