//! From records of cells to named rows: which row is the header, what to do with blank rows and extra cells.
//! Shared by CSV and XLSX.

use std::sync::Arc;

use serde_json::Value;

use super::row::{BadRow, Problem, Row, Stopped, TakeRows};
use crate::library::validate::FieldCode;

/// A header is looked for in so many rows: forms have a title and a remark above it.
const SEARCHED: usize = 10;

/// One record: its line and its cells, each a value or what is wrong with it.
#[derive(Debug, Clone)]
pub struct Record {
    pub line: u64,
    pub cells: Vec<Result<Value, String>>,
}

impl Record {
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().filter_map(|cell| cell.as_ref().ok()?.as_str())
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(blank)
    }
}

/// Turns records into rows once the header is found.
pub struct Table<'a, T> {
    rows: &'a mut T,
    names: Option<Vec<Arc<str>>>,
    waiting: Vec<Record>,
}

impl<'a, T: TakeRows> Table<'a, T> {
    pub fn new(rows: &'a mut T) -> Self {
        Self { rows, names: None, waiting: Vec::new() }
    }

    /// Whether the cells find a column each; always true while the header is not known.
    pub fn fits(&self, cells: &[Result<Value, String>]) -> bool {
        self.names.as_ref().is_none_or(|names| cells.iter().skip(names.len()).all(blank))
    }

    /// Takes the next record of the file.
    pub fn record(&mut self, record: Record) -> Result<(), Stopped> {
        if record.is_blank() {
            return Ok(());
        }
        let Some(names) = &self.names else {
            return self.search_header(record);
        };
        let row = named(names, record);
        match row {
            Ok(row) => self.rows.row(row),
            Err(bad) => self.rows.bad(bad),
        }
    }

    /// A record that could not be taken apart.
    pub fn bad(&mut self, row: BadRow) -> Result<(), Stopped> {
        self.rows.bad(row)
    }

    /// Hands out what was held back while looking for the header.
    pub fn finish(&mut self) -> Result<(), Stopped> {
        if self.names.is_none() { self.settle() } else { Ok(()) }
    }

    fn search_header(&mut self, record: Record) -> Result<(), Stopped> {
        let known = record.texts().filter(|text| self.rows.is_column(text)).count();
        self.waiting.push(record);
        // The first row is the header as soon as it has one known name; further down, data might hold one by chance.
        let found = known >= if self.waiting.len() == 1 { 1 } else { 2 };
        if found {
            let titles = self.waiting.len() - 1;
            for title in self.waiting.drain(..titles) {
                let text: Vec<&str> = title.texts().filter(|text| !text.trim().is_empty()).collect();
                self.rows.note(format!("line {} is above the header and left out: {}", title.line, text.join(" ")));
            }
        }
        if found || self.waiting.len() >= SEARCHED { self.settle() } else { Ok(()) }
    }

    /// The first waiting record is the header, the others are rows.
    fn settle(&mut self) -> Result<(), Stopped> {
        let mut waiting = std::mem::take(&mut self.waiting).into_iter();
        let Some(header) = waiting.next() else { return Ok(()) };
        let names: Vec<Arc<str>> = header.cells.iter().enumerate().map(|(at, cell)| name(at, cell)).collect();
        let named: Vec<Arc<str>> = names.iter().filter(|name| !is_unnamed(name)).cloned().collect();
        self.rows.header(&named)?;
        self.names = Some(names);
        waiting.try_for_each(|record| self.record(record))
    }
}

/// Name of a column that has none in the file: `#7`, counted from 1. `--ignore '#7'` leaves it out.
fn unnamed(at: usize) -> Arc<str> {
    Arc::from(format!("#{}", at + 1))
}

fn is_unnamed(name: &str) -> bool {
    name.strip_prefix('#').is_some_and(|digits| digits.parse::<usize>().is_ok())
}

fn name(at: usize, cell: &Result<Value, String>) -> Arc<str> {
    let written = match cell {
        Ok(Value::String(text)) => text.trim().to_owned(),
        Ok(Value::Null) => String::new(),
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    };
    if written.is_empty() { unnamed(at) } else { Arc::from(written) }
}

fn blank(cell: &Result<Value, String>) -> bool {
    match cell {
        Ok(Value::Null) => true,
        Ok(Value::String(text)) => text.trim().is_empty(),
        _ => false,
    }
}

fn named(names: &[Arc<str>], record: Record) -> Result<Row, BadRow> {
    let line = record.line;
    let mut values = Vec::with_capacity(names.len());
    let mut problems = Vec::new();
    for (at, cell) in record.cells.into_iter().enumerate() {
        if blank(&cell) && at >= names.len() {
            continue;
        }
        let name = names.get(at).cloned().unwrap_or_else(|| unnamed(at));
        if at >= names.len() {
            problems.push(Problem {
                column: Some(name.to_string()),
                code: FieldCode::UnknownColumn,
                detail: format!("there are more cells than the {} columns of the header", names.len()),
                value: None,
            });
        }
        match cell {
            Ok(value) if is_unnamed(&name) && value.as_str().is_some_and(|text| text.trim().is_empty()) => {}
            Ok(value) => values.push((name, value)),
            Err(detail) => {
                problems.push(Problem::of_value(&name, detail, &Value::Null));
                values.push((name, Value::Null));
            }
        }
    }
    if problems.is_empty() { Ok(Row { line, values }) } else { Err(BadRow { line, problems, values, raw: None }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::files::collect::Collected;

    fn table(records: &[&[&str]]) -> Collected {
        let mut rows = Collected::default();
        let mut table = Table::new(&mut rows);
        for (line, cells) in (1..).zip(records) {
            let cells = cells.iter().map(|cell| Ok(Value::from(*cell))).collect();
            table.record(Record { line, cells }).unwrap();
        }
        table.finish().unwrap();
        rows
    }

    #[test]
    fn a_title_above_the_header_is_left_out_and_said_so() {
        let rows = table(&[
            &["2026年技术征集表", "", ""],
            &["填表单位：", "甲所"],
            &["编号", "标题", "描述"],
            &["1", "甲", "乙"],
        ]);
        assert_eq!(rows.names, ["编号", "标题", "描述"]);
        assert_eq!(rows.texts(), [["1", "甲", "乙"]]);
        assert_eq!(rows.notes.len(), 2);
        assert!(rows.notes[0].contains("2026年技术征集表"));
    }

    #[test]
    fn without_any_known_name_the_first_row_is_the_header() {
        let rows = table(&[&["a", "b"], &["1", "2"]]);
        assert_eq!(rows.names, ["a", "b"]);
        assert_eq!(rows.texts(), [["1", "2"]]);
    }

    #[test]
    fn blank_rows_are_skipped_and_numbers_stay_those_of_the_file() {
        let rows = table(&[&["title"], &["", ""], &["x"]]);
        assert_eq!(rows.rows[0].line, 3);
    }

    #[test]
    fn more_cells_than_columns_is_a_bad_row_and_blank_ones_are_not() {
        let rows = table(&[&["title", "description"], &["a", "b", "c"], &["a", "b", ""], &["a"]]);
        assert_eq!(rows.bad.len(), 1);
        assert_eq!(rows.bad[0].problems[0].column.as_deref(), Some("#3"));
        assert_eq!(rows.rows.len(), 2);
    }

    #[test]
    fn a_value_in_a_column_without_name_is_not_lost() {
        let rows = table(&[&["title", ""], &["a", "remark"], &["b", ""]]);
        assert_eq!(rows.names, ["title"]);
        assert_eq!(&*rows.rows[0].values[1].0, "#2");
        assert_eq!(rows.rows[1].values.len(), 1);
    }
}
