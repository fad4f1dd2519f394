//! Taking changes in: documents into the store, memory and the word index, and vectors after them.
//!
//! Order matters for a kill at any moment: the store is committed first, then the words with the
//! number of the last change. Opened again, the corpus is as new as the older of the two, and
//! taking the changes since in once more ends in the same state.

use std::collections::HashSet;
use std::sync::atomic::Ordering;

use anyhow::Context;
use uuid::Uuid;

use super::parts::Text;
use super::quantised::PartVector;
use super::store::Head;
use super::wording::Wording;
use super::{Change, ContentHash, Corpus, Document, Model, Result, Role, words};
use crate::analyze::primary;

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

/// A change worked out for storing.
#[expect(clippy::large_enum_variant, reason = "almost every change puts a record; a box each would cost more")]
enum Prepared {
    Put { row: u32, is_new: bool, head: Head, text: Text },
    Remove { id: Uuid, row: Option<u32> },
}

impl Corpus {
    /// Takes changes in, durably; applying the same changes again gives the same state.
    /// Of several changes of one record the last counts.
    pub fn apply(&self, changes: Vec<Change>, last_change: u64) -> Result<()> {
        let _applying = super::lock(&self.applying);
        let batch = self.stage(changes, last_change)?;
        batch.commit(last_change).context("cannot commit the word index")?;
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

    /// Everything [`Corpus::apply`] does but the commit of the words, which are worked on meanwhile.
    pub(super) fn stage(&self, changes: Vec<Change>, last_change: u64) -> Result<words::Batch<'_>> {
        // After a stop between the two commits a record may be gone from the store and still have words.
        let in_step = self.last_change() >= self.stored_change.load(Ordering::Acquire);
        let mut batch = self.words.begin()?;
        let glossary = self.glossary();
        let mut prepared = Vec::with_capacity(changes.len());
        for change in last_of_each(changes) {
            let known = self.memory().row(change.id());
            if known.is_some() || !in_step {
                batch.delete(change.id()).context("cannot remove the words of a record")?;
            }
            prepared.push(match change {
                Change::Delete(id) => Prepared::Remove { id, row: known },
                Change::Upsert(document) => {
                    let row = known.unwrap_or_else(|| self.memory_mut().new_row());
                    let hash = document.content_hash()?;
                    let text = Text::of(&document, &glossary);
                    let wording = Wording::of(&document, &text.things, &glossary);
                    batch.add(document.id, row, hash, wording).context("cannot index a record")?;
                    self.prepare(&document, text, row, known.is_none(), hash)?
                }
            });
        }
        self.store_prepared(prepared, last_change)?;
        Ok(batch)
    }

    fn prepare(&self, document: &Document, text: Text, row: u32, is_new: bool, hash: ContentHash) -> Result<Prepared> {
        let lang = primary(&document.lang);
        let head = Head {
            id: document.id,
            hash,
            embedded: embedded_hash(&text, &lang, self.options.role),
            lang,
            sequence: self.next_sequence(),
            facts: postcard::to_stdvec(&document.facts).context("facts cannot be written down")?,
        };
        Ok(Prepared::Put { row, is_new, head, text })
    }

    fn store_prepared(&self, prepared: Vec<Prepared>, last_change: u64) -> Result<()> {
        let _storing = super::lock(&self.storing);
        // Records that are read again before the words have caught up do not make the store older than it is.
        let last_change = last_change.max(self.stored_change.load(Ordering::Acquire));
        let stored = self.store.write(|writing| {
            let mut keeps_vectors = Vec::with_capacity(prepared.len());
            for one in &prepared {
                keeps_vectors.push(match one {
                    Prepared::Put { row, is_new, head, text } => writing.put(*row, *is_new, head, text)?,
                    Prepared::Remove { id, .. } => writing.remove(*id)?,
                });
            }
            writing.set_last_change(last_change)?;
            Ok(keeps_vectors)
        });
        let keeps_vectors = stored.with_context(|| format!("cannot store changes up to {last_change}"))?;
        self.stored_change.store(last_change, Ordering::Release);
        let mut memory = self.memory_mut();
        for (one, keeps_vectors) in prepared.into_iter().zip(keeps_vectors) {
            match one {
                Prepared::Put { row, head, .. } => memory.put(row, head, keeps_vectors),
                Prepared::Remove { row, .. } => row.into_iter().for_each(|row| memory.remove(row)),
            }
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
