//! Everything in one file, while the service runs, and back into an empty database of either kind.
//!
//! A backup is a zip archive: `manifest.json`, `settings.txt` (for people, secrets masked) and one file of JSON Lines
//! per table. It is a logical copy read in one transaction, so it is consistent whatever is written meanwhile, can be
//! looked into, and restores into SQLite or PostgreSQL. Indexes and vectors are not in it: they are made from the
//! database.
//!
//! Tables and columns are taken from the database's own catalogue, so a new table needs no line here.

mod catalogue;
mod dump;
mod restore;
mod value;

pub use dump::backup;
pub use restore::{RestoreError, restore};

use serde::{Deserialize, Serialize};

/// Version of the archive's form.
const FORMAT: u32 = 1;
const MANIFEST: &str = "manifest.json";
const SETTINGS: &str = "settings.txt";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// Version of Siku that wrote it.
    pub siku: String,
    pub created_at: chrono::DateTime<chrono::Utc>,
    /// Migrations the database had; restored only where the same have run.
    pub migrations: Vec<String>,
    /// Tables in the order in which they restore.
    pub tables: Vec<TableRows>,
}

/// A table and how many rows of it are in the backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRows {
    pub name: String,
    pub rows: u64,
}

impl Manifest {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

fn entry(table: &str) -> String {
    format!("tables/{table}.jsonl")
}
