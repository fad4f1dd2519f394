//! Records as CSV for spreadsheets: UTF-8 with a byte order mark, comma, formulas neutralised.

use std::io::Write;

use anyhow::Context;
use serde_json::{Map, Value};

use super::cell;
use super::csv::protected;
use super::export::WriteRecords;
use crate::library::Column;

/// Writes a CSV file.
pub struct CsvWriter<W: Write> {
    writer: csv::Writer<W>,
    columns: Vec<Column>,
}

impl<W: Write> CsvWriter<W> {
    pub fn new(mut file: W, columns: Vec<Column>) -> anyhow::Result<Self> {
        file.write_all("\u{FEFF}".as_bytes()).context("cannot write the file")?;
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
        writer.write_record(columns.iter().map(|column| column.name)).context("cannot write the file")?;
        Ok(Self { writer, columns })
    }
}

impl<W: Write> WriteRecords for CsvWriter<W> {
    fn record(&mut self, record: &Map<String, Value>) -> anyhow::Result<()> {
        let cells = self.columns.iter().map(|column| match record.get(column.name) {
            // A number is no formula, and an apostrophe would make it a text.
            Some(Value::Number(number)) => number.to_string(),
            Some(value) => protected(&cell::write(column, value)),
            None => String::new(),
        });
        Ok(self.writer.write_record(cells)?)
    }

    fn finish(mut self: Box<Self>) -> anyhow::Result<()> {
        Ok(self.writer.flush()?)
    }
}
