//! What of every record is kept in memory: who it is, its facts, its record vectors, and what still
//! waits to be embedded.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::store::Head;
use super::vectors::Vectors;
use super::{Facts, Model};

#[derive(Default)]
pub(super) struct Memory {
    rows: Vec<Row>,
    by_id: HashMap<Uuid, u32>,
    /// Rows that were empty when the corpus was opened. Rows emptied since are not used again
    /// before the next opening, so that nobody is answered with another record's row.
    free: Vec<u32>,
    /// Sequence and row of records without a vector, by model.
    pending: [BTreeSet<(u64, u32)>; 2],
    pub vectors: Vectors,
}

#[derive(Default)]
struct Row {
    id: Uuid,
    sequence: u64,
    lang: [u8; 3],
    live: bool,
    facts: Box<[u8]>,
}

impl Memory {
    /// To be called once after everything was put in.
    pub fn find_free_rows(&mut self) {
        self.free = (0..self.rows.len() as u32).rev().filter(|row| self.get(*row).is_none()).collect();
        self.rows.shrink_to_fit();
    }

    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Rows there have ever been: every row is below it.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// An unused row for a new record.
    pub fn new_row(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.rows.push(Row::default());
            (self.rows.len() - 1) as u32
        })
    }

    pub fn put(&mut self, row: u32, head: Head, keeps_vectors: bool) {
        while self.rows.len() <= row as usize {
            self.rows.push(Row::default());
        }
        let Some(slot) = self.rows.get_mut(row as usize) else {
            return;
        };
        for pending in &mut self.pending {
            let waited = pending.remove(&(slot.sequence, row));
            if waited || !keeps_vectors {
                pending.insert((head.sequence, row));
            }
        }
        let mut lang = [0; 3];
        lang.iter_mut().zip(head.lang.bytes()).for_each(|(to, from)| *to = from);
        *slot = Row { id: head.id, sequence: head.sequence, lang, live: true, facts: head.facts.into() };
        self.by_id.insert(head.id, row);
        if !keeps_vectors {
            self.vectors.clear(row);
        }
    }

    pub fn remove(&mut self, row: u32) {
        let Some(slot) = self.rows.get_mut(row as usize) else {
            return;
        };
        for pending in &mut self.pending {
            pending.remove(&(slot.sequence, row));
        }
        self.by_id.remove(&slot.id);
        *slot = Row::default();
        self.vectors.clear(row);
    }

    fn get(&self, row: u32) -> Option<&Row> {
        self.rows.get(row as usize).filter(|row| row.live)
    }

    pub fn is_live(&self, row: u32) -> bool {
        self.get(row).is_some()
    }

    pub fn id(&self, row: u32) -> Option<Uuid> {
        self.get(row).map(|row| row.id)
    }

    pub fn row(&self, id: Uuid) -> Option<u32> {
        self.by_id.get(&id).copied()
    }

    pub fn lang(&self, row: u32) -> Option<String> {
        let lang = self.get(row)?.lang;
        let used = lang.iter().position(|byte| *byte == 0).unwrap_or(lang.len());
        Some(String::from_utf8_lossy(lang.get(..used)?).into_owned())
    }

    pub fn facts(&self, row: u32) -> Option<Facts> {
        postcard::from_bytes(&self.get(row)?.facts).ok()
    }

    pub fn rows(&self) -> impl Iterator<Item = u32> {
        (0..self.rows.len() as u32).filter(|row| self.is_live(*row))
    }

    pub fn pending(&self, model: Model) -> usize {
        self.pending.get(model.position()).map_or(0, BTreeSet::len)
    }

    /// Records that wait for a vector, newest first.
    pub fn newest_pending(&self, model: Model, limit: usize) -> Vec<u32> {
        let waiting = self.pending.get(model.position()).into_iter().flatten();
        waiting.rev().take(limit).map(|(_, row)| *row).collect()
    }

    pub fn embedded(&mut self, row: u32, model: Model) {
        let Some(sequence) = self.get(row).map(|row| row.sequence) else {
            return;
        };
        if let Some(pending) = self.pending.get_mut(model.position()) {
            pending.remove(&(sequence, row));
        }
    }
}
