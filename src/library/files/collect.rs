//! For tests: takes the rows of a file into vectors.

use std::sync::Arc;

use super::row::{BadRow, Row, Stopped, TakeRows};

#[derive(Debug, Default)]
pub struct Collected {
    pub names: Vec<String>,
    pub rows: Vec<Row>,
    pub bad: Vec<BadRow>,
    pub notes: Vec<String>,
}

impl Collected {
    /// The texts of every row that was read.
    pub fn texts(&self) -> Vec<Vec<&str>> {
        self.rows
            .iter()
            .map(|row| row.values.iter().map(|(_, value)| value.as_str().unwrap_or("?")).collect())
            .collect()
    }
}

impl TakeRows for Collected {
    fn is_column(&self, name: &str) -> bool {
        ["external_id", "title", "description", "编号", "标题", "描述"].contains(&name)
    }

    fn header(&mut self, names: &[Arc<str>]) -> Result<(), Stopped> {
        self.names = names.iter().map(ToString::to_string).collect();
        Ok(())
    }

    fn row(&mut self, row: Row) -> Result<(), Stopped> {
        self.rows.push(row);
        Ok(())
    }

    fn bad(&mut self, row: BadRow) -> Result<(), Stopped> {
        self.bad.push(row);
        Ok(())
    }

    fn note(&mut self, text: String) {
        self.notes.push(text);
    }
}
