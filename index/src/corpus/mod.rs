//! One library's index in a folder: words (tantivy), vectors and text (redb), and what is scanned
//! in memory. It knows documents, words and vectors; it knows nothing of ranking signals, of the
//! database or of who may see what.
//!
//! Rows: every record has a small number, its *row*, that stays while the corpus is open. Answers
//! name rows; [`Corpus::id`] gives the record. A row may vanish between two calls (the record was
//! withdrawn), so everything that takes a row answers `Option`.
//!
//! | file | what |
//! |---|---|
//! | `document`, `facts`, `query` | what goes in and comes out |
//! | `changes`, `naming`, `pending` | taking changes in, another glossary, giving records vectors |
//! | `search` | candidates, search box |
//! | `store`, `cache`, `database` | redb: documents and vectors; vectors by content |
//! | `under_way` | which texts a model has just now |
//! | `words`, `bm25`, `wording` | tantivy: fields, scoring, which text goes where |
//! | `memory`, `vectors`, `bits`, `quantised` | what is scanned |
//! | `parts`, `embedding`, `encoder` | which texts get vectors, and how |

mod bits;
mod bm25;
mod cache;
mod changes;
mod database;
mod document;
mod embedding;
mod encoder;
mod error;
mod facts;
mod memory;
mod naming;
mod parts;
mod pending;
mod quantised;
mod query;
mod search;
mod store;
#[cfg(test)]
mod tests;
mod under_way;
mod vectors;
mod wording;
mod words;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use anyhow::Context;
use uuid::Uuid;

use crate::analyze::{Glossary, glossary};

pub use cache::EmbeddingCache;
pub use changes::Vectors;
pub use document::{Change, ContentHash, Document, Priority, Requirement, Translated};
pub use embedding::{Embedded, Embedder};
pub use encoder::{Model, Pieces, Role, TextEncoder};
pub use error::{CorpusError, Result};
pub use facts::{BadCode, Condition, Country, Currency, ExportControl, Facts, Mode, Modes, Price};
pub(crate) use quantised::dot;
pub use quantised::{PartVector, PartVectors};
pub use query::{Candidate, CandidateQuery, Hit, PartOrigin, Stored};

/// How a corpus is opened.
#[derive(Debug, Clone)]
pub struct CorpusOptions {
    /// Role of the record vector: demands ask (`Query`), everything else answers (`Passage`).
    pub role: Role,
    /// Bytes tantivy may use before it writes a segment (at least 15 MB).
    pub writer_memory: usize,
    /// Bytes of redb's page cache.
    pub cache_bytes: usize,
    /// What records name is read with this.
    pub glossary: glossary::InUse,
}

impl Default for CorpusOptions {
    fn default() -> Self {
        let glossary = glossary::InUse::default();
        CorpusOptions { role: Role::Passage, writer_memory: 32 << 20, cache_bytes: 16 << 20, glossary }
    }
}

impl CorpusOptions {
    /// For the library of demands.
    pub fn demands() -> Self {
        CorpusOptions { role: Role::Query, ..CorpusOptions::default() }
    }
}

/// One library's index. Shared between threads; questions never wait for a model or the disk.
pub struct Corpus {
    dir: PathBuf,
    options: CorpusOptions,
    embedder: Embedder,
    store: store::Store,
    words: words::Words,
    memory: RwLock<memory::Memory>,
    sequence: AtomicU64,
    /// The last change that the opened folder held completely, then what was applied since.
    last_change: AtomicU64,
    /// The last change that the store holds; ahead of the words after a stop between the two.
    stored_change: AtomicU64,
    named: Mutex<naming::Named>,
    /// One applies at a time.
    applying: Mutex<()>,
    /// Store and memory change together.
    storing: Mutex<()>,
}

fn lock(mutex: &Mutex<()>) -> MutexGuard<'_, ()> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What [`Corpus::inspect`] found.
#[derive(Debug, Clone, Default)]
pub struct Inspection {
    /// Records that store and words agree on.
    pub records: Vec<(Uuid, ContentHash)>,
    /// Records whose words are missing, doubled or of another version.
    pub without_words: Vec<Uuid>,
    /// Documents of the word index that belong to no record.
    pub words_only: usize,
}

impl Corpus {
    /// Opens the folder, or begins a new corpus in it.
    pub fn open(
        dir: &Path,
        options: CorpusOptions,
        cache: Option<Arc<EmbeddingCache>>,
        encoder: Option<Arc<dyn TextEncoder>>,
    ) -> Result<Corpus> {
        std::fs::create_dir_all(dir).with_context(|| format!("cannot create {}", dir.display()))?;
        let embedder = Embedder::new(encoder, cache).with_glossary(options.glossary.clone());
        let store = store::Store::open(&dir.join("records.redb"), options.cache_bytes)?;
        for model in Model::ALL {
            if let Some(version) = embedder.version(model) {
                store.keep_vectors_of(model, &version).context("cannot read the vectors of the index")?;
            }
        }
        let words = words::Words::open(&dir.join("words"), options.writer_memory, options.glossary.clone())?;
        let stored_change = store.last_change()?;
        let named = naming::Named::with(store.named_with()?);
        let last_change = stored_change.min(words.last_change()?);
        let (memory, sequence) = load(&store).with_context(|| format!("cannot read the index in {}", dir.display()))?;
        Ok(Corpus {
            dir: dir.to_owned(),
            options,
            embedder,
            store,
            words,
            memory: RwLock::new(memory),
            sequence: AtomicU64::new(sequence),
            last_change: AtomicU64::new(last_change),
            stored_change: AtomicU64::new(stored_change),
            named: Mutex::new(named),
            applying: Mutex::new(()),
            storing: Mutex::new(()),
        })
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The encoders with their cache, for texts that are not in the corpus.
    pub fn embedder(&self) -> &Embedder {
        &self.embedder
    }

    /// The glossary in use.
    pub fn glossary(&self) -> Arc<Glossary> {
        self.embedder.glossary()
    }

    /// The last change of the feed that this corpus holds completely.
    pub fn last_change(&self) -> u64 {
        self.last_change.load(Ordering::Acquire)
    }

    fn memory(&self) -> RwLockReadGuard<'_, memory::Memory> {
        self.memory.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn memory_mut(&self) -> RwLockWriteGuard<'_, memory::Memory> {
        self.memory.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn next_sequence(&self) -> u64 {
        self.sequence.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Records without vectors of this model.
    pub fn pending(&self, model: Model) -> usize {
        self.memory().pending(model)
    }

    /// Records held.
    pub fn len(&self) -> usize {
        self.memory().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn contains(&self, id: Uuid) -> bool {
        self.row(id).is_some()
    }

    pub fn id(&self, row: u32) -> Option<Uuid> {
        self.memory().id(row)
    }

    pub fn row(&self, id: Uuid) -> Option<u32> {
        self.memory().row(id)
    }

    /// All rows, in no telling order.
    pub fn rows(&self) -> Vec<u32> {
        self.memory().rows().collect()
    }

    /// Primary language of a record (`zh`).
    pub fn lang(&self, row: u32) -> Option<String> {
        self.memory().lang(row)
    }

    pub fn facts(&self, row: u32) -> Option<Facts> {
        self.memory().facts(row)
    }

    /// The record vectors, in the order of `Model::ALL`.
    pub fn record_vectors(&self, row: u32) -> [Option<PartVector>; 2] {
        let memory = self.memory();
        Model::ALL.map(|model| memory.vectors.get(row, model))
    }

    /// Title, language and parts of a record.
    pub fn stored(&self, row: u32) -> Result<Option<Stored>> {
        Ok(self.stored_of(&[row])?.pop().flatten())
    }

    /// Title, language and parts of many records in one reading, in the order asked.
    pub fn stored_of(&self, rows: &[u32]) -> Result<Vec<Option<Stored>>> {
        let texts = self.store.texts(rows).context("cannot read texts of the index")?;
        let memory = self.memory();
        let stored = rows.iter().zip(texts).map(|(row, text)| Some(text?.into_stored(memory.lang(*row)?)));
        Ok(stored.collect())
    }

    /// Vectors of the parts of a record with their pieces, in step with [`Stored::parts`]; `None` before embedding.
    pub fn part_vectors(&self, row: u32) -> Result<Option<PartVectors>> {
        let mut vectors = self.part_vectors_of(&[row])?.pop().filter(|vectors| !vectors.is_empty());
        vectors.iter_mut().try_for_each(|vectors| self.add_pieces(row, vectors))?;
        Ok(vectors)
    }

    /// Adds the pieces of a record's parts to their vectors.
    pub fn add_pieces(&self, row: u32, vectors: &mut PartVectors) -> Result<()> {
        Ok(self.store.add_pieces(row, vectors).context("cannot read pieces of the index")?)
    }

    /// Vectors of the parts of many records in one reading, in the order asked; without pieces.
    pub fn part_vectors_of(&self, rows: &[u32]) -> Result<Vec<PartVectors>> {
        Ok(self.store.part_vectors(rows).context("cannot read vectors of the index")?)
    }

    /// Every record with the hash of its document; only those that words and store agree on.
    pub fn ids_with_hash(&self) -> Result<Vec<(Uuid, ContentHash)>> {
        Ok(self.inspect()?.records)
    }

    /// Compares the two halves of the index with each other, record by record.
    pub fn inspect(&self) -> Result<Inspection> {
        let _applying = lock(&self.applying);
        let mut words: HashMap<u32, Vec<u64>> = HashMap::new();
        for (row, hash) in self.words.rows_with_hash()? {
            words.entry(row).or_default().push(hash);
        }
        let mut inspection = Inspection::default();
        let compare = |row: u32, head: store::Head| match words.remove(&row).as_deref() {
            Some([hash]) if *hash == head.hash.short() => inspection.records.push((head.id, head.hash)),
            _ => inspection.without_words.push(head.id),
        };
        self.store.for_each_head(compare)?;
        inspection.words_only = words.values().map(Vec::len).sum();
        Ok(inspection)
    }

    /// Bytes on disk.
    pub fn index_bytes(&self) -> u64 {
        words::bytes_under(&self.dir)
    }
}

impl ContentHash {
    /// The first eight bytes, as the word index keeps them.
    fn short(self) -> u64 {
        self.0.first_chunk::<8>().map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }
}

/// Fills memory from the store; also the highest sequence number there is.
fn load(store: &store::Store) -> anyhow::Result<(memory::Memory, u64)> {
    let mut memory = memory::Memory::default();
    let mut sequence = 0;
    store.for_each_head(|row, head| {
        sequence = sequence.max(head.sequence);
        memory.put(row, head, false);
    })?;
    for model in Model::ALL {
        store.for_each_record_vector(model, |row, bytes| {
            if let Some(vector) = PartVector::read(bytes) {
                memory.vectors.set(row, model, &vector);
                memory.embedded(row, model);
            }
        })?;
    }
    memory.find_free_rows();
    Ok((memory, sequence))
}
