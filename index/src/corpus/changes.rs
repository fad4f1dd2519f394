//! Taking changes in: documents into the store, memory and the word index, and vectors after them.
//!
//! Order matters for a kill at any moment: the store is committed first, then the words with the
//! number of the last change. Opened again, the corpus is as new as the older of the two, and
//! taking the changes since in once more ends in the same state.

use std::collections::HashSet;
use std::sync::atomic::Ordering;

use anyhow::Context;
use uuid::Uuid;

use super::embedding::rows;
use super::parts::{Text, primary};
use super::quantised::PartVector;
use super::store::Head;
use super::words::Entry;
use super::{Change, ContentHash, Corpus, Document, Model, Result, Role, wording};

/// Vectors made elsewhere, for benchmarks.
#[derive(Debug, Clone, Default)]
pub struct Vectors {
    pub record: [Option<PartVector>; 2],
    /// One for each part.
    pub parts: [Option<Vec<PartVector>>; 2],
}

impl Document {
    /// Hash of everything in the document.
    pub fn content_hash(&self) -> Result<ContentHash> {
        let bytes = postcard::to_stdvec(self).context("a document cannot be written down")?;
        Ok(ContentHash(*blake3::hash(&bytes).as_bytes()))
    }
}

/// A document worked out for storing.
struct Prepared {
    head: Head,
    text: Text,
    entry: Entry,
}

impl Corpus {
    /// Takes changes in, durably; applying the same changes again gives the same state.
    /// Of several changes of one record the last counts.
    pub fn apply(&self, changes: Vec<Change>, last_change: u64) -> Result<()> {
        let _applying = super::lock(&self.applying);
        let changes = last_of_each(changes);
        let (deleted, added) = self.store_changes(&changes, last_change)?;
        self.words.commit(&deleted, added, last_change).context("cannot commit the word index")?;
        self.last_change.store(last_change, Ordering::Release);
        Ok(())
    }

    /// Takes new documents in together with vectors that were made elsewhere.
    pub fn apply_with_vectors(&self, documents: Vec<(Document, Vectors)>, last_change: u64) -> Result<()> {
        let (documents, vectors): (Vec<_>, Vec<_>) = documents.into_iter().unzip();
        let ids: Vec<Uuid> = documents.iter().map(|document| document.id).collect();
        self.apply(documents.into_iter().map(Change::upsert).collect(), last_change)?;
        let _storing = super::lock(&self.storing);
        for model in Model::ALL {
            let found = ids.iter().zip(&vectors).filter_map(|(id, vectors)| {
                let record = vectors.record[model.position()].clone()?;
                Some((self.row(*id)?, record, vectors.parts[model.position()].clone().unwrap_or_default()))
            });
            self.keep_vectors(model, found.collect())?;
        }
        Ok(())
    }

    /// The first half of [`Corpus::apply`]: everything but the words.
    pub(super) fn store_changes(&self, changes: &[Change], last_change: u64) -> Result<(Vec<Uuid>, Vec<Entry>)> {
        let mut prepared = Vec::with_capacity(changes.len());
        for change in changes {
            prepared.push(match change {
                Change::Upsert(document) => Ok(self.prepare(document)?),
                Change::Delete(id) => Err(*id),
            });
        }
        let _storing = super::lock(&self.storing);
        let stored = self.store.write(|writing| {
            let mut kept = Vec::with_capacity(prepared.len());
            for one in &mut prepared {
                match one {
                    Ok(prepared) => {
                        let row = match writing.row(prepared.head.id)? {
                            Some(row) => row,
                            None => self.memory_mut().new_row(),
                        };
                        prepared.entry.row = row;
                        kept.push((row, writing.put(row, &prepared.head, &prepared.text)?));
                    }
                    Err(id) => kept.push((writing.remove(*id)?.unwrap_or(u32::MAX), false)),
                }
            }
            writing.set_last_change(last_change)?;
            Ok(kept)
        });
        let kept = stored.with_context(|| format!("cannot store changes up to {last_change}"))?;
        let (mut deleted, mut added) = (Vec::new(), Vec::new());
        let mut memory = self.memory_mut();
        for (one, (row, keeps_vectors)) in prepared.into_iter().zip(kept) {
            match one {
                Ok(prepared) => {
                    memory.put(row, &prepared.head, keeps_vectors);
                    added.push(prepared.entry);
                }
                Err(id) => {
                    memory.remove(row);
                    deleted.push(id);
                }
            }
        }
        Ok((deleted, added))
    }

    fn prepare(&self, document: &Document) -> Result<Prepared> {
        let text = Text::of(document);
        let lang = primary(&document.lang);
        let hash = document.content_hash()?;
        let head = Head {
            id: document.id,
            hash,
            embedded: embedded_hash(&text, &lang, self.options.role),
            lang,
            sequence: self.next_sequence(),
            facts: postcard::to_stdvec(&document.facts).context("facts cannot be written down")?,
        };
        let entry = Entry {
            id: document.id,
            row: 0,
            hash: hash.short(),
            texts: wording::texts(document),
            bridge: wording::bridge(document),
        };
        Ok(Prepared { head, text, entry })
    }

    /// Embeds up to `limit` records that have no vectors of this model yet, newest first.
    /// Answers how many records were done. Holds no lock while the model works.
    pub fn embed_pending(&self, model: Model, limit: usize) -> Result<usize> {
        let waiting = self.memory().newest_pending(model, limit);
        if waiting.is_empty() {
            return Ok(0);
        }
        let records = self.store.records(&waiting).context("cannot read the records to embed")?;
        let mut texts = Texts::default();
        let mut places = Vec::with_capacity(records.len());
        for (row, head, text) in &records {
            let record = texts.add(self.options.role, &head.lang, text.whole(&head.lang));
            let parts: Vec<Place> =
                text.parts().map(|part| texts.add(Role::Passage, &head.lang, part.into_owned())).collect();
            places.push((*row, head.embedded, record, parts));
        }
        let vectors = texts.embed(self.embedder(), model)?;
        let _storing = super::lock(&self.storing);
        let current = self.store.records(&waiting).context("cannot read the records that were embedded")?;
        // A record that changed meanwhile keeps waiting.
        let unchanged: HashSet<(u32, [u8; 16])> = current.iter().map(|(row, head, _)| (*row, head.embedded)).collect();
        let done: Vec<_> = places
            .into_iter()
            .filter(|(row, embedded, ..)| unchanged.contains(&(*row, *embedded)))
            .filter_map(|(row, _, record, parts)| {
                let parts: Option<Vec<PartVector>> = parts.into_iter().map(|place| vectors.get(place)).collect();
                Some((row, vectors.get(record)?, parts?))
            })
            .collect();
        let count = done.len();
        self.keep_vectors(model, done)?;
        Ok(count)
    }

    /// Stores vectors and lets questions see them. The caller holds `storing`.
    fn keep_vectors(&self, model: Model, vectors: Vec<(u32, PartVector, Vec<PartVector>)>) -> Result<()> {
        let write = self.store.write(|writing| {
            for (row, record, parts) in &vectors {
                writing.put_vectors(model, *row, &rows(std::slice::from_ref(record)), &rows(parts))?;
            }
            Ok(())
        });
        write.context("cannot store vectors")?;
        let mut memory = self.memory_mut();
        for (row, record, _) in vectors {
            memory.vectors.set(row, model, &record);
            memory.embedded(row, model);
        }
        Ok(())
    }
}

/// Of several changes of one record only the last, in order.
fn last_of_each(changes: Vec<Change>) -> Vec<Change> {
    let mut seen = HashSet::new();
    let mut kept: Vec<Change> = changes.into_iter().rev().filter(|change| seen.insert(change.id())).collect();
    kept.reverse();
    kept
}

/// Everything that decides a record's vectors.
fn embedded_hash(text: &Text, lang: &str, role: Role) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    let role = if role == Role::Query { "query" } else { "passage" };
    let mut add = |text: &str| {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    };
    [role, lang, &text.whole(lang)].into_iter().for_each(&mut add);
    text.parts().for_each(|part| add(&part));
    let mut short = [0; 16];
    short.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    short
}

/// Texts of many records, together by role and language, so that the model gets full batches.
#[derive(Default)]
struct Texts {
    groups: Vec<(Role, String, Vec<String>)>,
}

/// Group and position of a text.
#[derive(Clone, Copy)]
struct Place(usize, usize);

struct Embeddings(Vec<Vec<PartVector>>);

impl Texts {
    fn add(&mut self, role: Role, lang: &str, text: String) -> Place {
        let known =
            self.groups.iter().position(|(group_role, group_lang, _)| *group_role == role && group_lang == lang);
        let group = known.unwrap_or_else(|| {
            self.groups.push((role, lang.to_owned(), Vec::new()));
            self.groups.len() - 1
        });
        let texts = &mut self.groups[group].2;
        texts.push(text);
        Place(group, texts.len() - 1)
    }

    fn embed(&self, embedder: &super::Embedder, model: Model) -> Result<Embeddings> {
        let embedded = self.groups.iter().map(|(role, lang, texts)| {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            embedder.texts(model, *role, lang, &texts)
        });
        Ok(Embeddings(embedded.collect::<Result<_>>()?))
    }
}

impl Embeddings {
    fn get(&self, place: Place) -> Option<PartVector> {
        self.0.get(place.0)?.get(place.1).cloned()
    }
}
