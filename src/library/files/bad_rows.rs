//! The file of bad rows: a CSV with the reasons beside the values, to be corrected in a spreadsheet and imported
//! again with the same options. The columns added here are read over then.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use serde_json::{Map, Value};

use super::cell;
use super::csv::protected;
use super::row::BadRow;
use crate::library::Column;

/// Writes bad rows to a CSV file as they come.
pub struct BadRows<W: Write = File> {
    writer: csv::Writer<W>,
    library: &'static [Column],
    /// Columns of the file; those of the library where the file has no header.
    names: Option<Vec<Arc<str>>>,
}

impl BadRows<File> {
    /// Makes the file, so that a path that cannot be written is known before anything is imported.
    pub fn create(path: &Path, library: &'static [Column]) -> anyhow::Result<Self> {
        let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
        Self::to(file, library).with_context(|| format!("cannot write {}", path.display()))
    }
}

impl<W: Write> BadRows<W> {
    /// Begins the file.
    pub fn to(mut file: W, library: &'static [Column]) -> anyhow::Result<Self> {
        file.write_all("\u{FEFF}".as_bytes()).context("cannot write the file of bad rows")?;
        Ok(Self { writer: csv::Writer::from_writer(file), library, names: None })
    }

    /// The columns of the file that is imported.
    pub fn header(&mut self, names: &[Arc<str>]) -> anyhow::Result<()> {
        if self.names.is_none() {
            let first = ["siku_line", "siku_error"].into_iter();
            let all = first.chain(names.iter().map(|name| &**name)).chain(["siku_other", "siku_raw"]);
            self.writer.write_record(all.map(protected)).context("cannot write the file of bad rows")?;
            self.names = Some(names.to_vec());
        }
        Ok(())
    }

    /// Adds a row with its reasons.
    pub fn write(&mut self, row: &BadRow) -> anyhow::Result<()> {
        if self.names.is_none() {
            let names: Vec<Arc<str>> = self.library.iter().map(|column| Arc::from(column.name)).collect();
            self.header(&names)?;
        }
        let names = self.names.as_deref().unwrap_or_default();
        let reasons: Vec<String> = row.problems.iter().map(ToString::to_string).collect();
        let mut record = vec![row.line.to_string(), reasons.join("; ")];
        for name in names {
            let value = row.values.iter().find(|(own, _)| own == name).map_or(&Value::Null, |(_, value)| value);
            record.push(self.text(name, value));
        }
        let others: Map<String, Value> = row
            .values
            .iter()
            .filter(|(name, value)| !names.contains(name) && !value.is_null())
            .map(|(name, value)| (name.to_string(), value.clone()))
            .collect();
        record.push(if others.is_empty() { String::new() } else { Value::Object(others).to_string() });
        record.push(row.raw.clone().unwrap_or_default());
        self.writer.write_record(record.iter().map(|text| protected(text))).context("cannot write the file of bad rows")
    }

    /// Ends the file.
    pub fn finish(self) -> anyhow::Result<W> {
        self.writer.into_inner().map_err(|error| error.into_error()).context("cannot write the file of bad rows")
    }

    fn text(&self, name: &str, value: &Value) -> String {
        match self.library.iter().find(|column| column.name == name) {
            Some(column) => cell::write(column, value),
            None => match value {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            },
        }
    }
}
