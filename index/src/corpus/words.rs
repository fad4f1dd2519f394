//! The words of a corpus: a tantivy index with a text field for each language, and one for the
//! tokens that bridge them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use anyhow::Context;
use tantivy::directory::MmapDirectory;
use tantivy::directory::error::OpenReadError;
use tantivy::indexer::LogMergePolicy;
use tantivy::schema::{Field, INDEXED, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, TantivyError, Term};
use uuid::Uuid;

use super::bm25::{Segment, rarity};
use super::wording::Wording;
use super::{ContentHash, CorpusError, Result};
use crate::analyze::{Analyzer, Language, Ready, glossary};

const ROW: &str = "row";
const HASH: &str = "hash";

/// The fields of the index.
#[derive(Clone)]
pub(super) struct Fields {
    id: Field,
    row: Field,
    hash: Field,
    pub texts: [Field; Language::ALL.len()],
    pub bridge: Field,
    pub things: Field,
}

impl Fields {
    pub fn text(&self, language: Language) -> Field {
        self.texts[language as usize]
    }

    fn scored(&self) -> Vec<Field> {
        self.texts.iter().copied().chain([self.bridge, self.things]).collect()
    }
}

fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let text = |tokenizer: &str| {
        let indexing =
            TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(IndexRecordOption::WithFreqs);
        TextOptions::default().set_indexing_options(indexing)
    };
    let number = NumericOptions::default().set_fast();
    let fields = Fields {
        id: builder.add_bytes_field("id", INDEXED),
        row: builder.add_u64_field(ROW, number.clone()),
        hash: builder.add_u64_field(HASH, number),
        texts: Language::ALL
            .map(|language| builder.add_text_field(&format!("text_{}", language.code()), text(&tokenizer(language)))),
        bridge: builder.add_text_field("bridge", text("siku_ready")),
        things: builder.add_text_field("things", text("siku_ready")),
    };
    (builder.build(), fields)
}

fn tokenizer(language: Language) -> String {
    format!("siku_{}", language.code())
}

pub(super) struct Words {
    pub fields: Fields,
    dir: PathBuf,
    index: Index,
    memory: usize,
    /// None after a change could not be taken back; the next one opens another.
    writer: Mutex<Option<IndexWriter>>,
    reader: IndexReader,
    view: RwLock<Arc<View>>,
    glossary: glossary::InUse,
}

/// The segments as of the last commit.
#[derive(Default)]
pub(super) struct View {
    pub segments: Vec<Arc<Segment>>,
    /// See [`super::Corpus::rarity`].
    pub rarity: Arc<[f32]>,
    known: HashMap<String, Arc<Segment>>,
}

impl Words {
    pub fn open(dir: &Path, memory: usize, glossary: glossary::InUse) -> Result<Words> {
        std::fs::create_dir_all(dir).with_context(|| format!("cannot create {}", dir.display()))?;
        let (schema, fields) = schema();
        let directory = MmapDirectory::open(dir).map_err(|error| not_opened(error.into(), dir))?;
        let index = Index::open_or_create(directory, schema).map_err(|error| not_opened(error, dir))?;
        for language in Language::ALL {
            index.tokenizers().register(&tokenizer(language), Analyzer::new(language));
        }
        index.tokenizers().register("siku_ready", Ready::default());
        let writer = writer(&index, dir, memory)?;
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(|error| not_opened(error, dir))?;
        let writer = Mutex::new(Some(writer));
        let (dir, view) = (dir.to_owned(), RwLock::default());
        let words = Words { fields, dir, index, memory, writer, reader, view, glossary };
        words.refresh()?;
        Ok(words)
    }

    /// The last change that the committed index contains.
    pub fn last_change(&self) -> anyhow::Result<u64> {
        let payload = self.reader.searcher().index().load_metas()?.payload;
        payload.map_or(Ok(0), |text| text.parse().context("the index names no last change"))
    }

    /// Begins a change, which is taken back unless it is committed.
    pub fn begin(&self) -> Result<Batch<'_>> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if writer.is_none() {
            *writer = Some(self::writer(&self.index, &self.dir, self.memory)?);
        }
        Ok(Batch { words: self, writer, touched: false })
    }

    /// Lets readers see the last commit.
    fn refresh(&self) -> anyhow::Result<()> {
        self.reader.reload()?;
        let searcher = self.reader.searcher();
        let before = self.view();
        let mut view = View::default();
        for reader in searcher.segment_readers() {
            let name = format!("{}.{:?}", reader.segment_id().uuid_string(), reader.delete_opstamp());
            let segment = match before.known.get(&name) {
                Some(segment) => segment.clone(),
                None => Arc::new(Segment::open(reader, &self.fields.scored(), ROW)?),
            };
            view.segments.push(segment.clone());
            view.known.insert(name, segment);
        }
        view.rarity = rarity(&view.segments, self.fields.things, self.glossary.get().tokens())?;
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(view);
        Ok(())
    }

    pub fn view(&self) -> Arc<View> {
        self.view.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Row and first bytes of the hash of every document in the index.
    pub fn rows_with_hash(&self) -> anyhow::Result<Vec<(u32, u64)>> {
        let mut found = Vec::new();
        for reader in self.reader.searcher().segment_readers() {
            let (rows, hashes) = (reader.fast_fields().u64(ROW)?, reader.fast_fields().u64(HASH)?);
            for document in reader.doc_ids_alive() {
                if let (Some(row), Some(hash)) = (rows.first(document), hashes.first(document)) {
                    found.push((u32::try_from(row).unwrap_or(u32::MAX), hash));
                }
            }
        }
        Ok(found)
    }

    #[cfg(test)]
    pub fn searcher(&self) -> tantivy::Searcher {
        self.reader.searcher()
    }
}

/// What keeps a folder from being opened: what is in it, or only the moment.
fn not_opened(error: TantivyError, dir: &Path) -> CorpusError {
    match error {
        TantivyError::LockFailure(..) => CorpusError::Locked { dir: dir.to_owned() },
        TantivyError::IoError(_)
        | TantivyError::OpenDirectoryError(_)
        | TantivyError::OpenReadError(OpenReadError::IoError { .. }) => {
            CorpusError::Storage(anyhow::Error::new(error).context(format!("cannot open {}", dir.display())))
        }
        other => CorpusError::Unusable { dir: dir.to_owned(), reason: other.to_string() },
    }
}

/// The only writer there is: it holds the lock of the folder.
fn writer(index: &Index, dir: &Path, memory: usize) -> Result<IndexWriter> {
    // One thread: the load of a whole machine is shared by four corpora and the service.
    let opened = index.writer_with_num_threads(1, memory.max(15 << 20));
    let writer: IndexWriter = opened.map_err(|error| not_opened(error, dir))?;
    let mut policy = LogMergePolicy::default();
    policy.set_del_docs_ratio_before_merge(0.3);
    // Every word of a question is looked up in every segment: fewer of them cost more to write and less to ask.
    policy.set_min_num_segments(4);
    writer.set_merge_policy(Box::new(policy));
    Ok(writer)
}

/// A change of the word index on its way.
pub(super) struct Batch<'a> {
    words: &'a Words,
    writer: MutexGuard<'a, Option<IndexWriter>>,
    touched: bool,
}

impl Batch<'_> {
    fn writer(&mut self) -> anyhow::Result<&mut IndexWriter> {
        self.writer.as_mut().context("the word index has no writer")
    }

    pub fn delete(&mut self, id: Uuid) -> anyhow::Result<()> {
        self.touched = true;
        let of_record = Term::from_field_bytes(self.words.fields.id, id.as_bytes());
        self.writer()?.delete_term(of_record);
        Ok(())
    }

    /// Adds a record; one that is there already has to be deleted first.
    pub fn add(&mut self, id: Uuid, row: u32, hash: ContentHash, wording: Wording) -> anyhow::Result<()> {
        self.touched = true;
        let fields = &self.words.fields;
        let mut document = TantivyDocument::default();
        document.add_bytes(fields.id, id.as_bytes());
        document.add_u64(fields.row, u64::from(row));
        document.add_u64(fields.hash, hash.short());
        for (language, text) in wording.texts {
            document.add_text(fields.text(language), text);
        }
        document.add_text(fields.bridge, wording.bridge);
        document.add_text(fields.things, wording.things);
        self.writer()?.add_document(document)?;
        Ok(())
    }

    /// Makes the change durable and lets readers see it.
    pub fn commit(mut self, last_change: u64) -> anyhow::Result<()> {
        let mut prepared = self.writer()?.prepare_commit()?;
        prepared.set_payload(&last_change.to_string());
        prepared.commit()?;
        self.touched = false;
        self.words.refresh()
    }
}

impl Drop for Batch<'_> {
    /// A writer that cannot take a change back has given up its lock and would panic when it is asked again; it goes.
    fn drop(&mut self) {
        let taken_back = match self.writer.as_mut() {
            Some(writer) if self.touched => writer.rollback(),
            _ => return,
        };
        if let Err(error) = taken_back {
            tracing::error!(%error, "a failed change of the word index cannot be taken back");
            *self.writer = None;
        }
    }
}

/// Bytes of all files under a folder.
pub(super) fn bytes_under(dir: &PathBuf) -> u64 {
    let Ok(entries) = std::fs::read_dir(dir) else {
        return 0;
    };
    entries
        .flatten()
        .map(|entry| match entry.metadata() {
            Ok(metadata) if metadata.is_dir() => bytes_under(&entry.path()),
            Ok(metadata) => metadata.len(),
            Err(_) => 0,
        })
        .sum()
}
