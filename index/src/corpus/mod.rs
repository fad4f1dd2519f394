//! One library's index in a folder: words (tantivy), vectors and text (redb), and what is scanned
//! in memory. It knows documents, words and vectors; it knows nothing of ranking signals, of the
//! database or of who may see what.
//!
//! Rows: every record has a small number, its *row*, that stays while the corpus is open. Answers
//! name rows; [`Corpus::id`] gives the record. A row may vanish between two calls (the record was
//! withdrawn), so everything that takes a row answers `Option`.

mod document;
mod encoder;
mod error;
mod facts;
mod query;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

pub use document::{Change, ContentHash, Document, Priority, Requirement, Translated};
pub use encoder::{Model, Role, TextEncoder};
pub use error::{CorpusError, Result};
pub use facts::{BadCode, Condition, Country, Currency, ExportControl, Facts, Mode, Modes, Price};
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
}

impl Default for CorpusOptions {
    fn default() -> Self {
        CorpusOptions { role: Role::Passage, writer_memory: 32 << 20, cache_bytes: 16 << 20 }
    }
}

impl CorpusOptions {
    /// For the library of demands.
    pub fn demands() -> Self {
        CorpusOptions { role: Role::Query, ..CorpusOptions::default() }
    }
}

/// Vectors by content, shared by every corpus: no text is ever embedded twice.
pub struct EmbeddingCache;

impl EmbeddingCache {
    pub fn open(_path: &Path) -> Result<EmbeddingCache> {
        Ok(EmbeddingCache)
    }
}

/// Vectors of one record's parts, in step with [`Stored::parts`].
#[derive(Debug, Clone, Default)]
pub struct PartVectors;

impl PartVectors {
    /// Number of parts.
    pub fn len(&self) -> usize {
        0
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    pub fn has(&self, _model: Model) -> bool {
        false
    }
    /// Cosine of part `part` with a vector of the same model; `None` without a vector.
    pub fn cosine(&self, _model: Model, _part: usize, _with: &PartVector) -> Option<f32> {
        None
    }
    /// One part's vector, to compare with others.
    pub fn get(&self, _model: Model, _part: usize) -> Option<PartVector> {
        None
    }
}

/// One vector in 8 bits a dimension with its scale.
#[derive(Debug, Clone, Default)]
pub struct PartVector {
    pub scale: f32,
    pub values: Vec<i8>,
}

impl PartVector {
    /// From a unit vector.
    pub fn new(_vector: &[f32]) -> PartVector {
        PartVector::default()
    }
}

/// One library's index.
pub struct Corpus {
    dir: PathBuf,
    _options: CorpusOptions,
    encoder: Option<Arc<dyn TextEncoder>>,
}

impl Corpus {
    /// Opens the folder, or begins a new corpus in it.
    pub fn open(
        dir: &Path,
        options: CorpusOptions,
        cache: Option<Arc<EmbeddingCache>>,
        encoder: Option<Arc<dyn TextEncoder>>,
    ) -> Result<Corpus> {
        let _ = cache;
        Ok(Corpus { dir: dir.to_owned(), _options: options, encoder })
    }
    pub fn dir(&self) -> &Path {
        &self.dir
    }
    pub fn encoder(&self) -> Option<&Arc<dyn TextEncoder>> {
        self.encoder.as_ref()
    }
    /// The last change of the feed that this corpus holds completely.
    pub fn last_change(&self) -> u64 {
        0
    }
    /// Takes changes in, durably; applying the same changes again gives the same state.
    pub fn apply(&self, _changes: Vec<Change>, _last_change: u64) -> Result<()> {
        Ok(())
    }
    /// Embeds up to `limit` records that have no vectors of this model yet, newest first.
    /// Answers how many records were done.
    pub fn embed_pending(&self, _model: Model, _limit: usize) -> Result<usize> {
        Ok(0)
    }
    /// Records without vectors of this model.
    pub fn pending(&self, _model: Model) -> usize {
        0
    }
    /// Records held.
    pub fn len(&self) -> usize {
        0
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    pub fn contains(&self, id: Uuid) -> bool {
        self.row(id).is_some()
    }
    /// Every record with the hash of its document; only those that words and store agree on.
    pub fn ids_with_hash(&self) -> Result<Vec<(Uuid, ContentHash)>> {
        Ok(Vec::new())
    }
    /// Search box: words in whatever language the text may be (`lang` when it is known).
    pub fn text_hits(&self, _text: &str, _lang: Option<&str>, _limit: usize) -> Result<Vec<Hit>> {
        Ok(Vec::new())
    }
    /// The best by words and the best by meaning, joined; never one filtered by the other. Every
    /// value that exists is filled in for every member.
    pub fn candidates(
        &self,
        _query: &CandidateQuery<'_>,
        _limit_words: usize,
        _limit_vectors: usize,
    ) -> Result<Vec<Candidate>> {
        Ok(Vec::new())
    }
    pub fn facts(&self, _row: u32) -> Option<Facts> {
        None
    }
    pub fn id(&self, _row: u32) -> Option<Uuid> {
        None
    }
    pub fn row(&self, _id: Uuid) -> Option<u32> {
        None
    }
    /// Primary language of a record (`zh`).
    pub fn lang(&self, _row: u32) -> Option<String> {
        None
    }
    pub fn stored(&self, _row: u32) -> Result<Option<Stored>> {
        Ok(None)
    }
    pub fn part_vectors(&self, _row: u32) -> Result<Option<PartVectors>> {
        Ok(None)
    }
    /// Bytes on disk.
    pub fn index_bytes(&self) -> u64 {
        0
    }
}
