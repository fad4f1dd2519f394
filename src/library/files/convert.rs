//! From rows of a file to bodies of a library that are ready to be stored, in portions; or to bad rows, with
//! everything that is wrong with each.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::cell;
use super::mapping::{Mapping, MappingError, Meaning};
use super::row::{BadRow, Mended, Problem, Row, Stopped, TakeRows};
use crate::library::body::Body;
use crate::library::parse::parse_readable;
use crate::library::result::Progress;
use crate::library::validate::{FieldCode, FieldError};
use crate::library::vocabulary::Vocabulary;
use crate::library::{Column, Library, Status};

/// Rows of a portion: one transaction.
const PORTION: usize = 200;
/// Text of a portion, in bytes, whatever the number of rows.
const PORTION_BYTES: usize = 4 * 1024 * 1024;

/// A row that may be stored.
#[derive(Debug)]
pub struct Good<L: Library> {
    pub line: u64,
    pub body: L::Body,
    /// What the file had, should the store refuse it all the same.
    pub values: Vec<(Arc<str>, Value)>,
}

/// What came out of some rows of a file, in its order.
#[derive(Debug)]
pub struct Portion<L: Library> {
    /// The header, with the first portion of a file that has one.
    pub header: Option<Vec<Arc<str>>>,
    pub notes: Vec<String>,
    pub good: Vec<Good<L>>,
    pub bad: Vec<BadRow>,
}

impl<L: Library> Default for Portion<L> {
    fn default() -> Self {
        Self { header: None, notes: Vec::new(), good: Vec::new(), bad: Vec::new() }
    }
}

/// Takes the rows of a file, makes bodies of them, and passes them on in portions.
pub struct Converter<'a, L: Library, P> {
    pub mapping: &'a Mapping,
    pub vocabulary: &'a Vocabulary,
    /// Values for columns the file does not have or leaves empty.
    pub defaults: &'a [(&'static Column, Value)],
    /// Cells that were mended since.
    pub mended: Option<&'a Mended>,
    /// Takes a portion; false when no more are wanted.
    pub pass_on: P,
    portion: Portion<L>,
    bytes: usize,
    /// Unknown names of a format without header, with how many of the rows so far had them.
    unknown: HashMap<Arc<str>, usize>,
    rows: usize,
    has_header: bool,
    passed_on: bool,
    refusal: Option<MappingError>,
}

impl<'a, L: Library, P: FnMut(Portion<L>) -> bool> Converter<'a, L, P> {
    pub fn new(
        mapping: &'a Mapping,
        vocabulary: &'a Vocabulary,
        defaults: &'a [(&'static Column, Value)],
        pass_on: P,
    ) -> Self {
        Self {
            mapping,
            vocabulary,
            defaults,
            mended: None,
            pass_on,
            portion: Portion::default(),
            bytes: 0,
            unknown: HashMap::new(),
            rows: 0,
            has_header: false,
            passed_on: false,
            refusal: None,
        }
    }

    /// Passes on what is left. An error when the columns of the file are not ours: then nothing was passed on.
    pub fn finish(mut self, read: Result<(), Stopped>) -> Result<(), FinishError> {
        let flushed = if read.is_ok() { self.flush() } else { Ok(()) };
        match (self.refusal, read.and(flushed)) {
            (Some(refusal), _) => Err(FinishError::Mapping(refusal)),
            (None, Err(Stopped::Unreadable(reason))) => Err(FinishError::Unreadable(reason)),
            (None, _) => Ok(()),
        }
    }

    fn flush(&mut self) -> Result<(), Stopped> {
        if !self.passed_on && !self.has_header {
            // A name that every row has is a column of the file, as in a header: the person decides what it means.
            let mut everywhere: Vec<&str> =
                self.unknown.iter().filter(|(_, count)| **count == self.rows).map(|(name, _)| &**name).collect();
            if !everywhere.is_empty() {
                everywhere.sort_unstable();
                self.refusal = Some(self.mapping.unknown(everywhere.into_iter()));
                return Err(Stopped::Unwanted);
            }
        }
        self.passed_on = true;
        self.bytes = 0;
        let portion = std::mem::take(&mut self.portion);
        if (self.pass_on)(portion) { Ok(()) } else { Err(Stopped::Unwanted) }
    }

    fn flush_if_full(&mut self) -> Result<(), Stopped> {
        let full = self.portion.good.len() + self.portion.bad.len() >= PORTION || self.bytes >= PORTION_BYTES;
        if full { self.flush() } else { Ok(()) }
    }

    fn convert(&mut self, row: &Row) -> Result<L::Body, Vec<Problem>> {
        let (columns, mut problems) = self.columns(row);
        let (mut body, unread) = parse_readable::<L>(Value::Object(columns));
        L::normalise(&mut body, self.vocabulary);
        let errors = L::validate(&body, self.vocabulary);
        if errors.is_empty() && unread.is_empty() && problems.is_empty() {
            return Ok(body);
        }
        // A value that could not be read is missing from the body; what follows from that was said already.
        let said: Vec<Option<String>> = problems.iter().map(|problem| problem.column.clone()).collect();
        problems.extend(unread.iter().map(|error| self.problem(error, row, &Value::Null)));
        let stored = serde_json::to_value(&body).unwrap_or_default();
        let more = errors.iter().filter(|error| !unread.iter().any(|known| error.follows_from(&known.pointer)));
        let more = more.map(|error| self.problem(error, row, &stored));
        problems.extend(more.filter(|problem| problem.column.is_none() || !said.contains(&problem.column)));
        Err(problems)
    }

    /// The row's values under our names, and what is wrong with those that could not be read.
    fn columns(&mut self, row: &Row) -> (Map<String, Value>, Vec<Problem>) {
        let mut columns = Map::new();
        let mut problems = Vec::new();
        let mut progress = None;
        for (name, value) in &row.values {
            let column = match self.mapping.meaning(name) {
                Meaning::Column(column) => column,
                Meaning::ReadOver => continue,
                Meaning::Unknown if value.is_null() => continue,
                Meaning::Unknown => {
                    *self.unknown.entry(Arc::clone(name)).or_default() += 1;
                    let detail = format!("unknown column {}", self.mapping.with_hint(name));
                    problems.push(Problem::of_row(detail).of_kind(FieldCode::UnknownColumn));
                    continue;
                }
                Meaning::ProgressOrStatus(column) => {
                    match value.as_str().map(str::trim) {
                        None | Some("") => {}
                        Some(word) if word.parse::<Progress>().is_ok() => progress = Some((column, value.clone())),
                        Some(word) if word.parse::<Status>().is_ok() => {}
                        Some(_) => problems.push(Problem::of_value(name, "is no status and no progress", value)),
                    }
                    continue;
                }
            };
            match cell::read(column, value.clone()) {
                Ok(None) => {}
                Ok(Some(_)) if columns.contains_key(column.name) => {
                    problems.push(Problem::of_value(name, format!("there is already a {}", column.name), value));
                }
                Ok(Some(read)) => {
                    columns.insert(column.name.to_owned(), read);
                }
                Err(detail) => problems.push(Problem::of_value(name, detail, value)),
            }
        }
        for (column, value) in progress
            .iter()
            .map(|(column, value)| (*column, value))
            .chain(self.defaults.iter().map(|(column, value)| (*column, value)))
        {
            if !columns.contains_key(column.name) {
                columns.insert(column.name.to_owned(), value.clone());
            }
        }
        (columns, problems)
    }

    /// A finding of the library in the words of the file: its name for the column, its value.
    fn problem(&self, error: &FieldError, row: &Row, body: &Value) -> Problem {
        let mut segments = error.pointer.split('/').skip(1);
        let ours = segments.next().unwrap_or_default();
        let theirs = row
            .values
            .iter()
            .find(|(name, _)| matches!(self.mapping.meaning(name), Meaning::Column(column) if column.name == ours));
        let column = match theirs {
            Some((name, _)) => name.to_string(),
            None => ours.to_owned(),
        };
        let inside: Vec<&str> = segments.collect();
        let detail = match inside.as_slice() {
            [] => error.detail.clone(),
            inside => format!("{}: {}", inside.join("."), error.detail),
        };
        let value = body.pointer(&error.pointer).or(theirs.map(|(_, value)| value)).unwrap_or(&Value::Null);
        let problem =
            if column.is_empty() { Problem::of_row(detail) } else { Problem::of_value(&column, detail, value) };
        problem.of_kind(error.code)
    }
}

/// Why no row of a file, or none after some, was read.
#[derive(Debug, thiserror::Error)]
pub enum FinishError {
    #[error(transparent)]
    Mapping(MappingError),
    #[error("{0}")]
    Unreadable(String),
}

impl<L: Library, P: FnMut(Portion<L>) -> bool> TakeRows for Converter<'_, L, P> {
    fn is_column(&self, name: &str) -> bool {
        self.mapping.meaning(name) != Meaning::Unknown
    }

    fn header(&mut self, names: &[Arc<str>]) -> Result<(), Stopped> {
        self.has_header = true;
        let defaults: Vec<&str> = self.defaults.iter().map(|(column, _)| column.name).collect();
        if let Err(refusal) = self.mapping.check_header(names, &defaults) {
            self.refusal = Some(refusal);
            return Err(Stopped::Unwanted);
        }
        self.portion.header = Some(names.to_vec());
        Ok(())
    }

    fn row(&mut self, mut row: Row) -> Result<(), Stopped> {
        self.rows += 1;
        if let Some(cells) = self.mended.and_then(|mended| mended.get(&row.line)) {
            row.mend(cells);
        }
        self.bytes += row.values.iter().map(|(_, value)| value.as_str().map_or(16, str::len)).sum::<usize>();
        match self.convert(&row) {
            Ok(body) => self.portion.good.push(Good { line: row.line, body, values: row.values }),
            Err(problems) => {
                self.portion.bad.push(BadRow { line: row.line, problems, values: row.values, raw: None });
            }
        }
        self.flush_if_full()
    }

    fn bad(&mut self, row: BadRow) -> Result<(), Stopped> {
        self.portion.bad.push(row);
        self.flush_if_full()
    }

    fn note(&mut self, text: String) {
        self.portion.notes.push(text);
    }
}

/// Whether a body can be found again when its file is imported once more.
pub fn has_external_id(body: &impl Body) -> bool {
    body.common().external_id.is_some()
}
