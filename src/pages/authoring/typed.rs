//! What stands in the fields of a form: as a record has it, or as somebody typed it. A field is called by the JSON Pointer
//! of its value without the first stroke, `requirements/0/text`; a list of codes is a field that comes several times.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::parts::PartKind;
use crate::library::files::cell;
use crate::library::{Column, ColumnKind};

/// The fields of a form, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// The columns of a record as the form shows them.
    pub fn of(columns: &Map<String, Value>, listed: &[Column]) -> Self {
        let mut typed = Self::default();
        for column in listed {
            if let Some(value) = columns.get(column.name) {
                typed.show(column, value);
            }
        }
        typed
    }

    fn show(&mut self, column: &Column, value: &Value) {
        let members = value.as_array().map(Vec::as_slice).unwrap_or_default();
        match column.kind {
            ColumnKind::Json(properties) => {
                for (row, member) in members.iter().enumerate() {
                    for property in properties {
                        let text = member.get(property).map(plain).unwrap_or_default();
                        self.put(&format!("{}/{row}/{property}", column.name), text);
                    }
                }
            }
            ColumnKind::List => self.put(column.name, lines(column, value)),
            kind if kind.is_list() => members.iter().for_each(|member| self.put(column.name, plain(member))),
            _ => self.put(column.name, cell::write(column, value)),
        }
    }

    /// Adds a field.
    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// The first value of a field; empty when there is none.
    pub fn first(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// How many rows a repeating part has.
    pub fn rows(&self, column: &Column) -> usize {
        let last = self.0.iter().filter_map(|(name, _)| Some(row_of(name, column)?.0)).max();
        last.map_or(0, |last| last + 1)
    }

    /// Whether a column stands there as it does in another form.
    pub fn says_the_same(&self, other: &Self, column: &Column) -> bool {
        let of = |typed: &Self| -> Vec<(String, String)> {
            let own = |name: &str| name == column.name || row_of(name, column).is_some();
            let filled = typed.0.iter().filter(|(name, value)| own(name) && !value.is_empty());
            let mut fields: Vec<(String, String)> = filled.cloned().collect();
            fields.sort();
            fields
        };
        of(self) == of(other)
    }

    /// As a browser sent it: its line ends made ours, rows without anything in them left out and the others counted anew.
    pub fn tidied(self, listed: &[Column]) -> Self {
        let mut fields: Vec<(String, String)> = Vec::with_capacity(self.0.len());
        // By column and row.
        let mut parts: BTreeMap<(usize, usize), Vec<(String, String)>> = BTreeMap::new();
        for (name, value) in self.0 {
            let value = value.replace("\r\n", "\n");
            let place = |(at, column)| row_of(&name, column).map(|(row, property)| ((at, row), property.to_owned()));
            match listed.iter().enumerate().find_map(place) {
                Some((place, property)) => parts.entry(place).or_default().push((property, value)),
                None => fields.push((name, value)),
            }
        }
        let (mut present, mut row) = (usize::MAX, 0);
        for ((at, _), cells) in parts {
            let Some(column) = listed.get(at) else { continue };
            let telling = |property: &str| PartKind::of(column.name, property).says_something();
            if !cells.iter().any(|(property, value)| telling(property) && !value.trim().is_empty()) {
                continue;
            }
            row = if present == at { row + 1 } else { 0 };
            present = at;
            let named = |(property, value)| (format!("{}/{row}/{property}", column.name), value);
            fields.extend(cells.into_iter().map(named));
        }
        Self(fields)
    }
}

/// Row and property in the name of a field of a repeating part.
fn row_of<'a>(name: &'a str, column: &Column) -> Option<(usize, &'a str)> {
    if !matches!(column.kind, ColumnKind::Json(_)) {
        return None;
    }
    let (row, property) = name.strip_prefix(column.name)?.strip_prefix('/')?.split_once('/')?;
    Some((row.parse().ok()?, property))
}

/// A value as it is typed.
fn plain(value: &Value) -> String {
    cell::write(&Column::new("", ColumnKind::Text, &[]), value)
}

/// The members of a list, one a line, where that reads back as the same list; else as JSON.
fn lines(column: &Column, value: &Value) -> String {
    let members = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let text = members.iter().map(plain).collect::<Vec<_>>().join("\n");
    let same = matches!(list(column, &text), Ok(read) if read.as_ref().is_none_or(|read| read == value));
    if same { text } else { value.to_string() }
}

/// The list that is typed: one member a line, or several in one line as files have them.
pub fn list(column: &Column, text: &str) -> Result<Option<Value>, String> {
    let members: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let as_json = text.trim_start().starts_with('[') && serde_json::from_str::<Value>(text).is_ok();
    match members.as_slice() {
        [_, _, ..] if !as_json => Ok(Some(Value::from(members))),
        _ => cell::read(column, Value::from(text)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::library::{Demands, Library};

    fn typed(fields: &[(&str, &str)]) -> Typed {
        Typed(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn rows_without_anything_in_them_are_left_out_and_the_others_counted_anew() {
        let sent = typed(&[
            ("title", "a\r\nb"),
            ("requirements/0/text", " "),
            ("requirements/0/priority", "must"),
            ("requirements/7/text", "eau"),
            ("requirements/7/priority", "may"),
            ("operating_conditions/1/unit", "V"),
        ]);
        let tidied = sent.tidied(Demands::COLUMNS);
        let expected = typed(&[
            ("title", "a\nb"),
            ("requirements/0/text", "eau"),
            ("requirements/0/priority", "may"),
            ("operating_conditions/0/unit", "V"),
        ]);
        assert_eq!(tidied, expected);
    }

    #[test]
    fn a_list_that_is_shown_reads_back_as_the_same() {
        let column = Column::new("keywords", ColumnKind::List, &[]);
        for value in [json!(["a", "b"]), json!(["a;b", "c"]), json!(["a;b"]), json!(["[x]"]), json!(["a\nb", "c"])] {
            let shown = lines(&column, &value);
            assert_eq!(list(&column, &shown), Ok(Some(value)), "{shown}");
        }
        assert_eq!(lines(&column, &json!(["a", "b"])), "a\nb");
        assert_eq!(list(&column, "滴灌；节水"), Ok(Some(json!(["滴灌", "节水"]))));
        assert_eq!(list(&column, ""), Ok(None));
    }
}
