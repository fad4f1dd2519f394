//! What the readers of the three formats hand on: one row of named values, or a row that could not be read.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::library::validate::{FieldCode, FieldError};

/// Cells that somebody has mended: the text of a column, by its name in the file, by line.
pub type Mended = BTreeMap<u64, BTreeMap<String, String>>;

/// One row as it stands in the file, before anything is known about its columns.
#[derive(Debug, Clone)]
pub struct Row {
    /// Line of a text file or row of a sheet, counted from 1.
    pub line: u64,
    /// Names as the file has them. Sheets give texts, numbers and ISO dates; JSON Lines whatever JSON has.
    pub values: Vec<(Arc<str>, Value)>,
}

/// One thing wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The column, by the name the file has for it where it has one.
    pub column: Option<String>,
    /// The kind of what is wrong.
    pub code: FieldCode,
    /// What is wrong.
    pub detail: String,
    /// The beginning of the value that is wrong.
    pub value: Option<String>,
}

impl Problem {
    /// Something wrong with the row as a whole.
    pub fn of_row(detail: impl Into<String>) -> Self {
        Self { column: None, code: FieldCode::Invalid, detail: detail.into(), value: None }
    }

    /// Something wrong with one value.
    pub fn of_value(column: &str, detail: impl Into<String>, value: &Value) -> Self {
        let (column, code) = (Some(column.to_owned()), FieldCode::Invalid);
        Self { column, code, detail: detail.into(), value: excerpt(value) }
    }

    /// A finding of the library about a row as a whole.
    pub fn of_finding(error: &FieldError) -> Self {
        Self::of_row(error.to_string()).of_kind(error.code)
    }

    /// The same, of a kind that is known.
    pub fn of_kind(self, code: FieldCode) -> Self {
        Self { code, ..self }
    }
}

impl Row {
    /// Puts mended cells in the place of those of the file; what the file has no column for comes on top.
    pub fn mend(&mut self, cells: &BTreeMap<String, String>) {
        for (name, text) in cells {
            let value = Value::from(text.as_str());
            match self.values.iter_mut().find(|(known, _)| **known == **name) {
                Some((_, old)) => *old = value,
                None => self.values.push((Arc::from(name.as_str()), value)),
            }
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(column) = &self.column {
            write!(formatter, "column {column}: ")?;
        }
        formatter.write_str(&self.detail)?;
        match &self.value {
            Some(value) => write!(formatter, " (value {value})"),
            None => Ok(()),
        }
    }
}

/// A row that does not go in, with everything that is wrong with it and with what it held, so that it can be
/// written to a file, corrected and imported again.
#[derive(Debug, Clone)]
pub struct BadRow {
    pub line: u64,
    pub problems: Vec<Problem>,
    pub values: Vec<(Arc<str>, Value)>,
    /// The line itself where it could not even be taken apart.
    pub raw: Option<String>,
}

/// Why reading ended before the end of the file.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// Whoever takes the rows wants no more of them.
    #[error("no more rows are wanted")]
    Unwanted,
    /// The file as a whole cannot be read.
    #[error("{0}")]
    Unreadable(String),
}

/// Takes the rows of a file one by one, in its order.
pub trait TakeRows {
    /// Whether a name is a column here; readers find header row and delimiter by it.
    fn is_column(&self, name: &str) -> bool;
    /// The column names, once and first, of a format that has a header.
    fn header(&mut self, names: &[Arc<str>]) -> Result<(), Stopped>;
    /// A row that could be read.
    fn row(&mut self, row: Row) -> Result<(), Stopped>;
    /// A row that could not.
    fn bad(&mut self, row: BadRow) -> Result<(), Stopped>;
    /// Something to tell the person who started this, like a guess that was made.
    fn note(&mut self, text: String);
}

const EXCERPT: usize = 60;

fn excerpt(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut shown: String = text.chars().take(EXCERPT).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    Some(format!("{shown:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_problem_says_column_reason_and_the_beginning_of_the_value() {
        let problem = Problem::of_value("trl", "must be between 1 and 9", &json!(12));
        assert_eq!(problem.to_string(), "column trl: must be between 1 and 9 (value \"12\")");
        let long = Problem::of_value("title", "too long", &json!("字".repeat(100)));
        assert_eq!(long.value.unwrap().chars().filter(|c| *c == '字').count(), EXCERPT);
    }
}
