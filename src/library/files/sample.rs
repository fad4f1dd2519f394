//! The beginning of a file: its columns with the first values of each and what they probably mean, so that a person
//! can say what they do mean.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use serde_json::Value;

use super::input::{Input, ReadAs};
use super::mapping::{Mapping, MappingError, Meaning};
use super::row::{BadRow, Row, Stopped, TakeRows};
use crate::library::{Column, Library};

/// Values shown of a column.
const SHOWN: usize = 3;
/// Rows that are looked at: JSON Lines may name a column later.
const LOOKED_AT: usize = 100;

/// What a column probably means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guess {
    /// Its name is one we know.
    Known(&'static Column),
    /// Its name is close to one we know.
    Near(&'static Column),
    /// Of no use on import, such as a row number.
    ReadOver,
    /// Nobody knows.
    Open,
}

/// A column of a file.
#[derive(Debug, Clone)]
pub struct Sampled {
    pub name: Arc<str>,
    /// The first values that are not empty.
    pub values: Vec<String>,
    pub guess: Guess,
}

/// Why there is nothing to choose from.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    #[error("{0}")]
    Unreadable(String),
    #[error("there is no row in the file")]
    Empty,
    #[error(transparent)]
    Mapping(#[from] MappingError),
}

/// The columns of `input`, in its order.
///
/// # Errors
/// The file cannot be read, or there is nothing in it.
pub fn sample<L: Library>(input: &Input) -> Result<Vec<Sampled>, SampleError> {
    let mapping = Mapping::new::<L>(&[], &[])?;
    let mut looking = Looking { mapping: &mapping, columns: Vec::new(), rows: 0, broken: None };
    match input.read(&ReadAs::default(), &Arc::new(AtomicU64::new(0)), &mut looking) {
        Err(Stopped::Unreadable(reason)) => return Err(SampleError::Unreadable(reason)),
        Ok(()) | Err(Stopped::Unwanted) => {}
    }
    match (looking.columns.is_empty(), looking.broken) {
        (true, Some(reason)) => Err(SampleError::Unreadable(reason)),
        (true, None) => Err(SampleError::Empty),
        (false, _) => Ok(looking.columns),
    }
}

struct Looking<'a> {
    mapping: &'a Mapping,
    columns: Vec<Sampled>,
    rows: usize,
    /// What is wrong with the first row that could not be taken apart.
    broken: Option<String>,
}

impl Looking<'_> {
    fn column(&mut self, name: &Arc<str>) -> &mut Sampled {
        let place = self.columns.iter().position(|known| known.name == *name).unwrap_or_else(|| {
            let guess = match (self.mapping.meaning(name), self.mapping.guess(name)) {
                (Meaning::Column(column) | Meaning::ProgressOrStatus(column), _) => Guess::Known(column),
                (Meaning::ReadOver, _) => Guess::ReadOver,
                (Meaning::Unknown, Some(column)) => Guess::Near(column),
                (Meaning::Unknown, None) => Guess::Open,
            };
            self.columns.push(Sampled { name: Arc::clone(name), values: Vec::new(), guess });
            self.columns.len() - 1
        });
        &mut self.columns[place]
    }

    fn counted(&mut self) -> Result<(), Stopped> {
        self.rows += 1;
        if self.rows < LOOKED_AT { Ok(()) } else { Err(Stopped::Unwanted) }
    }
}

impl TakeRows for Looking<'_> {
    fn is_column(&self, name: &str) -> bool {
        self.mapping.meaning(name) != Meaning::Unknown
    }

    fn header(&mut self, names: &[Arc<str>]) -> Result<(), Stopped> {
        for name in names {
            self.column(name);
        }
        Ok(())
    }

    fn row(&mut self, row: Row) -> Result<(), Stopped> {
        for (name, value) in &row.values {
            let text = match value {
                Value::Null => String::new(),
                Value::String(text) => text.trim().to_owned(),
                other => other.to_string(),
            };
            let column = self.column(name);
            if !text.is_empty() && column.values.len() < SHOWN {
                column.values.push(text);
            }
        }
        self.counted()
    }

    fn bad(&mut self, row: BadRow) -> Result<(), Stopped> {
        let reasons: Vec<String> = row.problems.iter().map(ToString::to_string).collect();
        self.broken.get_or_insert_with(|| reasons.join("; "));
        self.counted()
    }

    fn note(&mut self, _: String) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Technologies;
    use crate::library::files::input::{Content, Format};

    fn of(text: &'static str) -> Result<Vec<Sampled>, SampleError> {
        let content = Content::Memory(text.as_bytes().into());
        sample::<Technologies>(&Input { name: "x".to_owned(), format: Format::Csv, content })
    }

    #[test]
    fn columns_come_with_their_first_values_and_what_they_probably_mean() {
        let columns = of("序号,标题,descripton,供货商\n1,滴灌,,甲\n2,,b,\n3,膜,c,乙\n4,泵,d,丙\n").unwrap();
        let seen: Vec<(&str, Vec<&str>)> =
            columns.iter().map(|one| (&*one.name, one.values.iter().map(String::as_str).collect())).collect();
        assert_eq!(seen[1], ("标题", vec!["滴灌", "膜", "泵"]));
        let guesses: Vec<Guess> = columns.iter().map(|one| one.guess).collect();
        assert!(matches!(guesses[0], Guess::ReadOver));
        assert!(matches!(guesses[1], Guess::Known(column) if column.name == "title"));
        assert!(matches!(guesses[2], Guess::Near(column) if column.name == "description"));
        assert_eq!(guesses[3], Guess::Open);
    }

    #[test]
    fn a_file_without_a_row_is_no_file_to_choose_from() {
        assert!(matches!(of(""), Err(SampleError::Empty)));
    }
}
