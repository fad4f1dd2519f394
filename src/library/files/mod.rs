//! Records in files: JSON Lines, CSV and XLSX, in and out, by the columns each library lists.

pub mod bad_rows;
pub mod cell;
#[cfg(test)]
mod collect;
pub mod convert;
pub mod csv;
pub mod encoding;
pub mod export;
pub mod import;
pub mod input;
pub mod jsonl;
pub mod lines;
pub mod mapping;
pub mod requirements;
#[cfg(test)]
mod round_trip;
pub mod row;
pub mod sample;
pub mod schema;
pub mod table;
pub mod target;
pub mod template;
pub mod write_csv;
pub mod write_xlsx;
pub mod xlsx;
