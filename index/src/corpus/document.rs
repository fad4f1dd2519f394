//! What the index knows of a record: its text by role, and the facts that signals compare.
//!
//! Not the record itself: no owner's contacts, nothing confidential. Whoever builds a
//! [`Document`] leaves out what the public may not see.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::facts::Facts;

/// One record as the index wants it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub id: Uuid,
    /// BCP 47 tag of the source text; only the primary language counts.
    pub lang: String,
    pub title: String,
    pub summary: String,
    /// The description.
    pub text: String,
    /// Other public text columns (advantages, alternative, economic comparison, …), a line each.
    pub more: String,
    pub keywords: Vec<String>,
    /// Only demands have them.
    pub requirements: Vec<Requirement>,
    pub translations: Vec<Translated>,
    pub facts: Facts,
}

/// One thing a demand asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    pub text: String,
    pub priority: Priority,
}

/// How much a requirement binds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    Must,
    #[default]
    Should,
    May,
}

/// A translation of the record; found by words, never embedded (the source text is).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translated {
    pub lang: String,
    pub title: String,
    pub text: String,
}

/// Hash of everything in a [`Document`]: two documents are the same to the index when this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ContentHash(pub [u8; 32]);

/// One step of the change feed.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    Upsert(Box<Document>),
    Delete(Uuid),
}

impl Change {
    pub fn upsert(document: Document) -> Change {
        Change::Upsert(Box::new(document))
    }
    pub fn id(&self) -> Uuid {
        match self {
            Change::Upsert(document) => document.id,
            Change::Delete(id) => *id,
        }
    }
}
