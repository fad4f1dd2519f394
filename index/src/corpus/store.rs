//! The durable side of a corpus that is not words: documents, facts and vectors in one redb file.

use std::path::Path;

use anyhow::Context;
use redb::{
    Database, ReadTransaction, ReadableDatabase, ReadableTable, Table, TableDefinition, TableError, WriteTransaction,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::parts::Text;
use super::quantised::{PartVector, PartVectors};
use super::{ContentHash, Model, Result, database};
use crate::analyze::glossary;

/// Raised when what is stored changes its form: older folders are rebuilt.
const FORMAT: u64 = 6;

const META: TableDefinition<&str, u64> = TableDefinition::new("meta");
const VERSIONS: TableDefinition<&str, &str> = TableDefinition::new("model_versions");
const ROWS: TableDefinition<u128, u32> = TableDefinition::new("rows");
const HEADS: TableDefinition<u32, &[u8]> = TableDefinition::new("heads");
const TEXTS: TableDefinition<u32, &[u8]> = TableDefinition::new("texts");
const RECORDS: [TableDefinition<u32, &[u8]>; 2] =
    [TableDefinition::new("record_use"), TableDefinition::new("record_e5")];
/// Both models together: they are read together.
const PARTS: TableDefinition<u32, &[u8]> = TableDefinition::new("parts");
/// Apart from the vectors: few questions need them.
const PIECES: TableDefinition<u32, &[u8]> = TableDefinition::new("pieces");

/// What is read of every record when a corpus is opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Head {
    pub id: Uuid,
    pub hash: ContentHash,
    /// Hash of the texts that get vectors: while it stays, the vectors stay.
    pub embedded: [u8; 16],
    pub lang: String,
    /// Order of arrival; what came last is embedded first.
    pub sequence: u64,
    /// `Facts` in postcard's form.
    pub facts: Vec<u8>,
}

pub(super) struct Store {
    database: Database,
}

/// One durable change of many records.
pub(super) struct Writing<'a> {
    rows: Table<'a, u128, u32>,
    heads: Table<'a, u32, &'static [u8]>,
    texts: Table<'a, u32, &'static [u8]>,
    records: [Table<'a, u32, &'static [u8]>; 2],
    parts: Table<'a, u32, &'static [u8]>,
    pieces: Table<'a, u32, &'static [u8]>,
    meta: Table<'a, &'static str, u64>,
    versions: Table<'a, &'static str, &'static str>,
}

impl Store {
    pub fn open(path: &Path, cache_bytes: usize) -> Result<Store> {
        let store = Store { database: database::open(path, cache_bytes)? };
        store.write(|_| Ok(())).context("cannot create the tables of the index")?;
        let made_with = [("format", FORMAT), ("glossary", glossary::version())];
        if store.meta("format").context("cannot read the index")?.is_none() {
            let note = |writing: &mut Writing<'_>| {
                made_with.iter().try_for_each(|(name, number)| writing.set_meta(name, *number))
            };
            store.write(note).context("cannot write the index")?;
        }
        for (name, wanted) in made_with {
            let found = store.meta(name).context("cannot read the index")?.unwrap_or_default();
            if found != wanted {
                let reason = format!("its {name} is {found}, this version has {wanted}");
                return Err(super::CorpusError::Unusable { dir: path.to_owned(), reason });
            }
        }
        Ok(store)
    }

    fn meta(&self, name: &str) -> anyhow::Result<Option<u64>> {
        Ok(self.read()?.open_table(META)?.get(name)?.map(|value| value.value()))
    }

    pub fn last_change(&self) -> anyhow::Result<u64> {
        Ok(self.meta("last_change")?.unwrap_or(0))
    }

    /// Revision of the glossary that every record was read with.
    pub fn named_with(&self) -> anyhow::Result<u64> {
        Ok(self.meta("named_with")?.unwrap_or(0))
    }

    fn read(&self) -> anyhow::Result<ReadTransaction> {
        Ok(self.database.begin_read()?)
    }

    /// Runs `change` in one transaction and commits it durably.
    pub fn write<T>(&self, change: impl FnOnce(&mut Writing<'_>) -> anyhow::Result<T>) -> anyhow::Result<T> {
        let transaction = database::begin_write(&self.database)?;
        let answer = {
            let mut writing = Writing::open(&transaction)?;
            change(&mut writing)?
        };
        transaction.commit()?;
        Ok(answer)
    }

    /// Calls `with` for every record.
    pub fn for_each_head(&self, mut with: impl FnMut(u32, Head)) -> anyhow::Result<()> {
        for entry in self.read()?.open_table(HEADS)?.iter()? {
            let (row, bytes) = entry?;
            with(row.value(), postcard::from_bytes(bytes.value()).context("a stored record cannot be read")?);
        }
        Ok(())
    }

    /// Calls `with` for every record vector of a model.
    pub fn for_each_record_vector(&self, model: Model, mut with: impl FnMut(u32, &[u8])) -> anyhow::Result<()> {
        for entry in self.read()?.open_table(RECORDS[model.position()])?.iter()? {
            let (row, bytes) = entry?;
            with(row.value(), bytes.value());
        }
        Ok(())
    }

    /// Texts of many records in one reading, in the order asked.
    pub fn texts(&self, rows: &[u32]) -> anyhow::Result<Vec<Option<Text>>> {
        let table = self.read()?.open_table(TEXTS)?;
        let text = |row: &u32| match table.get(row)? {
            Some(bytes) => postcard::from_bytes(bytes.value()).context("a stored text cannot be read").map(Some),
            None => Ok(None),
        };
        rows.iter().map(text).collect()
    }

    /// Heads and texts of many records in one reading.
    pub fn records(&self, rows: &[u32]) -> anyhow::Result<Vec<(u32, Head, Text)>> {
        let transaction = self.read()?;
        let (heads, texts) = (transaction.open_table(HEADS)?, transaction.open_table(TEXTS)?);
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            if let (Some(head), Some(text)) = (heads.get(row)?, texts.get(row)?) {
                found.push((*row, postcard::from_bytes(head.value())?, postcard::from_bytes(text.value())?));
            }
        }
        Ok(found)
    }

    /// Part vectors of many records in one reading, in the order asked.
    pub fn part_vectors(&self, rows: &[u32]) -> anyhow::Result<Vec<PartVectors>> {
        let table = self.read()?.open_table(PARTS)?;
        let vectors = |row: &u32| -> anyhow::Result<PartVectors> {
            let bytes = table.get(row)?;
            Ok(bytes.and_then(|bytes| PartVectors::read(bytes.value())).unwrap_or_default())
        };
        rows.iter().map(vectors).collect()
    }

    /// Adds the pieces of a record's parts to their vectors.
    pub fn add_pieces(&self, row: u32, vectors: &mut PartVectors) -> anyhow::Result<()> {
        if let Some(bytes) = self.read()?.open_table(PIECES)?.get(row)? {
            vectors.read_pieces(bytes.value()).context("stored pieces cannot be read")?;
        }
        Ok(())
    }

    /// Forgets the vectors of a model when they were made by another version of it.
    pub fn keep_vectors_of(&self, model: Model, version: &str) -> anyhow::Result<()> {
        let known = self.read()?.open_table(VERSIONS)?.get(model.name())?.map(|known| known.value().to_owned());
        if known.as_deref() == Some(version) {
            return Ok(());
        }
        self.write(|writing| {
            if known.is_some() {
                writing.records[model.position()].retain(|_, _| false)?;
                let rows: Vec<u32> = writing
                    .parts
                    .iter()?
                    .map(|entry| Ok(entry?.0.value()))
                    .collect::<Result<_, redb::StorageError>>()?;
                rows.into_iter().try_for_each(|row| writing.put_parts(model, row, &[]))?;
            }
            writing.versions.insert(model.name(), version)?;
            Ok(())
        })
    }
}

impl<'a> Writing<'a> {
    fn open(transaction: &'a WriteTransaction) -> Result<Writing<'a>, TableError> {
        Ok(Writing {
            rows: transaction.open_table(ROWS)?,
            heads: transaction.open_table(HEADS)?,
            texts: transaction.open_table(TEXTS)?,
            records: [transaction.open_table(RECORDS[0])?, transaction.open_table(RECORDS[1])?],
            parts: transaction.open_table(PARTS)?,
            pieces: transaction.open_table(PIECES)?,
            meta: transaction.open_table(META)?,
            versions: transaction.open_table(VERSIONS)?,
        })
    }

    fn set_meta(&mut self, name: &str, value: u64) -> anyhow::Result<()> {
        self.meta.insert(name, value)?;
        Ok(())
    }

    pub fn set_last_change(&mut self, last_change: u64) -> anyhow::Result<()> {
        self.set_meta("last_change", last_change)
    }

    pub fn set_named_with(&mut self, revision: u64) -> anyhow::Result<()> {
        self.set_meta("named_with", revision)
    }

    fn head(&self, row: u32) -> anyhow::Result<Option<Head>> {
        let Some(bytes) = self.heads.get(row)? else {
            return Ok(None);
        };
        Ok(Some(postcard::from_bytes(bytes.value())?))
    }

    /// Stores a record; its vectors stay when its embedded texts stay. Answers whether they did.
    pub fn put(&mut self, row: u32, is_new: bool, head: &Head, text: &Text) -> anyhow::Result<bool> {
        let old = if is_new { None } else { self.head(row)? };
        let keeps = old.as_ref().is_some_and(|old| old.id == head.id && old.embedded == head.embedded);
        if old.is_some() && !keeps {
            self.forget_vectors(row)?;
        }
        self.rows.insert(head.id.as_u128(), row)?;
        self.heads.insert(row, postcard::to_stdvec(head)?.as_slice())?;
        self.texts.insert(row, postcard::to_stdvec(text)?.as_slice())?;
        Ok(keeps)
    }

    /// Removes a record, if it is there. Answers that its vectors did not stay.
    pub fn remove(&mut self, id: Uuid) -> anyhow::Result<bool> {
        let row = self.rows.remove(id.as_u128())?.map(|row| row.value());
        if let Some(row) = row {
            self.heads.remove(row)?;
            self.texts.remove(row)?;
            self.forget_vectors(row)?;
        }
        Ok(false)
    }

    fn forget_vectors(&mut self, row: u32) -> anyhow::Result<()> {
        for table in self.records.iter_mut().chain([&mut self.parts, &mut self.pieces]) {
            table.remove(row)?;
        }
        Ok(())
    }

    pub fn put_vectors(
        &mut self,
        model: Model,
        row: u32,
        record: &PartVector,
        parts: &[PartVector],
    ) -> anyhow::Result<()> {
        let mut bytes = Vec::with_capacity(PartVector::bytes(model));
        record.write(&mut bytes);
        self.records[model.position()].insert(row, bytes.as_slice())?;
        self.put_parts(model, row, parts)
    }

    fn put_parts(&mut self, model: Model, row: u32, parts: &[PartVector]) -> anyhow::Result<()> {
        let stored = self.parts.get(row)?.and_then(|bytes| PartVectors::read(bytes.value()));
        let mut both = stored.unwrap_or_default();
        both.set(model, parts);
        self.parts.insert(row, both.to_bytes().as_slice())?;
        if model == Model::E5 {
            self.pieces.insert(row, both.pieces_to_bytes().as_slice())?;
        }
        Ok(())
    }
}
