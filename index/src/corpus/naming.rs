//! Records read again after the glossary was replaced: those that name other things now are taken in anew.
//!
//! What is taken in is read with the glossary in use, so only what was there before has to be gone through: once along
//! the change feed, from its beginning to the last change that the corpus held. That every record was read is durable;
//! how far a reading came is not, and after a stop it begins again, which does no harm.

use std::sync::PoisonError;

use anyhow::Context;

use super::parts::things_of;
use super::{Change, Corpus, Document, Result};

/// How far records have been read with which glossary, by its revision.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    /// Every record was read with this one.
    all: u64,
    /// The records up to this change were read with that one.
    some: (u64, u64),
}

impl Named {
    pub fn with(revision: u64) -> Named {
        Named { all: revision, some: (revision, 0) }
    }
}

impl Corpus {
    /// The change after which records are still to be read with the glossary in use; `None` where all were.
    pub fn unnamed_after(&self) -> Option<u64> {
        let revision = self.glossary().revision();
        let named = *self.named.lock().unwrap_or_else(PoisonError::into_inner);
        let (with, up_to) = named.some;
        let after = if with == revision { up_to } else { 0 };
        (named.all != revision).then_some(after)
    }

    /// Those of these records, as they are now, that name other things than when they were taken in, by the glossary in
    /// use, of which the revision comes with them. What the corpus does not hold is left out.
    pub fn named_otherwise(&self, documents: Vec<Document>) -> Result<(Vec<Document>, u64)> {
        let glossary = self.glossary();
        let held: Vec<(u32, Document)> =
            documents.into_iter().filter_map(|document| Some((self.row(document.id)?, document))).collect();
        let stored = self.stored_of(&held.iter().map(|(row, _)| *row).collect::<Vec<_>>())?;
        let others = held.into_iter().zip(stored).filter(|((_, document), stored)| {
            stored.as_ref().is_some_and(|stored| stored.things != things_of(document, &glossary))
        });
        Ok((others.map(|((_, document), _)| document).collect(), glossary.revision()))
    }

    /// Takes records in anew that [`Corpus::named_otherwise`] found with the glossary of this revision, among all that changed
    /// last after [`Corpus::unnamed_after`] and not after `up_to`, or among all there are where `up_to` is `None`.
    pub fn name_anew(&self, others: Vec<Document>, revision: u64, up_to: Option<u64>) -> Result<()> {
        if !others.is_empty() {
            self.apply(others.into_iter().map(Change::upsert).collect(), self.last_change())?;
        }
        let mut named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
        named.some = (revision, up_to.unwrap_or(u64::MAX));
        if up_to.is_none_or(|up_to| up_to >= self.last_change()) {
            self.store.write(|writing| writing.set_named_with(revision)).context("cannot write the index")?;
            named.all = revision;
        }
        Ok(())
    }
}
