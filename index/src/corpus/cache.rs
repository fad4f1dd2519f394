//! Vectors by the content they were made from, in one file for all corpora: the same text is never
//! embedded twice, not for another record, not after a rebuild.

use std::path::Path;

use anyhow::Context;
use redb::{Database, ReadableDatabase, ReadableTableMetadata, TableDefinition};

use super::quantised::PartVector;
use super::under_way::UnderWay;
use super::{Model, Result, Role, database};

const VECTORS: TableDefinition<[u8; 32], &[u8]> = TableDefinition::new("vectors");

/// Identifies a text as a model with a role saw it.
pub(super) type Key = [u8; 32];

/// Vectors by content, shared by every corpus.
pub struct EmbeddingCache {
    database: Database,
    pub(super) under_way: UnderWay,
}

impl EmbeddingCache {
    /// Opens the file, or begins a new one.
    pub fn open(path: &Path) -> Result<EmbeddingCache> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        }
        let database = database::open(path, 4 << 20)?;
        let transaction = database::begin_write(&database)?;
        transaction.open_table(VECTORS).context("cannot open the embedding cache")?;
        transaction.commit().context("cannot open the embedding cache")?;
        Ok(EmbeddingCache { database, under_way: UnderWay::default() })
    }

    /// Vectors held.
    pub fn len(&self) -> Result<u64> {
        let count = || -> anyhow::Result<u64> { Ok(self.database.begin_read()?.open_table(VECTORS)?.len()?) };
        Ok(count().context("cannot read the embedding cache")?)
    }

    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.len()? == 0)
    }

    pub(super) fn get(&self, model: Model, keys: &[Key]) -> Result<Vec<Option<PartVector>>> {
        let read = || -> anyhow::Result<_> {
            let table = self.database.begin_read()?.open_table(VECTORS)?;
            keys.iter()
                .map(|key| Ok(table.get(key)?.and_then(|bytes| PartVector::read_with_pieces(model, bytes.value()))))
                .collect()
        };
        Ok(read().context("cannot read the embedding cache")?)
    }

    pub(super) fn put(&self, vectors: &[(Key, &PartVector)]) -> Result<()> {
        let write = || -> anyhow::Result<()> {
            let transaction = database::begin_write(&self.database)?;
            {
                let mut table = transaction.open_table(VECTORS)?;
                let mut bytes = Vec::new();
                for (key, vector) in vectors {
                    bytes.clear();
                    vector.write_with_pieces(&mut bytes);
                    table.insert(key, bytes.as_slice())?;
                }
            }
            Ok(transaction.commit()?)
        };
        Ok(write().context("cannot write the embedding cache")?)
    }
}

/// Model, its version, role, language and text: everything that decides a vector. USE knows no roles.
pub(super) fn key(model: Model, version: &str, role: Role, lang: &str, text: &str) -> Key {
    let role = match (model, role) {
        (Model::E5, Role::Query) => "query",
        (Model::E5 | Model::Use, _) => "passage",
    };
    let mut hasher = blake3::Hasher::new();
    for part in [model.name(), version, role, lang, text] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    *hasher.finalize().as_bytes()
}
