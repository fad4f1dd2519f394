//! Records in files: JSON Lines, CSV and XLSX, in and out, by the columns each library lists.

pub mod cell;
#[cfg(test)]
mod collect;
pub mod csv;
pub mod encoding;
pub mod jsonl;
pub mod lines;
pub mod mapping;
pub mod requirements;
pub mod row;
pub mod table;
pub mod xlsx;
