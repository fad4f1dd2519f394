//! JSON Lines: one object a line. A line that is not one is named, the next one is read all the same.

use std::io::BufRead;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::lines::{Line, Lines};
use super::row::{BadRow, Problem, Row, Stopped, TakeRows};

const LONGEST_RAW: usize = 30_000;

/// Reads every line of `file` and hands it on.
pub fn read(file: impl BufRead, rows: &mut impl TakeRows) -> Result<(), Stopped> {
    let mut lines = Lines::new(file);
    loop {
        match lines.next_line() {
            Ok(None) => return Ok(()),
            Ok(Some(line)) if line.content().iter().all(u8::is_ascii_whitespace) => {}
            Ok(Some(line)) => match parse(&line) {
                Ok(object) => rows.row(Row {
                    line: line.number,
                    values: object.into_iter().map(|(name, value)| (Arc::from(name), value)).collect(),
                })?,
                Err(detail) => rows.bad(BadRow {
                    line: line.number,
                    problems: vec![Problem::of_row(detail)],
                    values: Vec::new(),
                    raw: Some(String::from_utf8_lossy(line.content()).chars().take(LONGEST_RAW).collect()),
                })?,
            },
            Err(error) => return rows.bad(unreadable_rest(lines.last_number(), &error)),
        }
    }
}

/// The row that stands for the rest of a file that could not be read on.
pub fn unreadable_rest(after_line: u64, error: &std::io::Error) -> BadRow {
    BadRow {
        line: after_line + 1,
        problems: vec![Problem::of_row(format!("the file cannot be read from here on: {error}"))],
        values: Vec::new(),
        raw: None,
    }
}

fn parse(line: &Line) -> Result<Map<String, Value>, String> {
    if line.cut {
        return Err("the line is longer than 8 MB".to_owned());
    }
    let content = line.content();
    let content = content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content);
    let text = std::str::from_utf8(content)
        .map_err(|error| format!("not UTF-8: byte {} of the line is damaged", error.valid_up_to() + 1))?;
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err("not a JSON object: every line must be one {…}".to_owned()),
        Err(error) if error.is_eof() => {
            let length = text.chars().count();
            Err(format!("the JSON object is not complete: the line ends after {length} characters"))
        }
        Err(error) => {
            // serde_json counts lines inside the text it was given, which is one line: only its column helps.
            let reason = error.to_string();
            let reason = reason.split(" at line ").next().unwrap_or_default();
            Err(format!("not JSON: {reason} at character {}", character(text, error.column())))
        }
    }
}

/// The character a byte position (from 1) falls on, counted from 1.
fn character(text: &str, byte: usize) -> usize {
    text.char_indices().take_while(|(at, _)| *at < byte).count().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::files::collect::Collected;

    #[test]
    fn a_broken_line_is_named_and_the_others_are_read() {
        let file = b"\xEF\xBB\xBF{\"title\":\"a\"}\n\n{\"title\": tru}\n{\"title\":\"\xFF\"}\n[1]\n{\"title\":\"b\"}\n{\"title\":\"cut";
        let mut rows = Collected::default();
        read(&file[..], &mut rows).unwrap();
        let good: Vec<u64> = rows.rows.iter().map(|row| row.line).collect();
        assert_eq!(good, [1, 6]);
        let bad: Vec<(u64, &str)> = rows.bad.iter().map(|row| (row.line, row.problems[0].detail.as_str())).collect();
        assert_eq!(bad[0].0, 3);
        assert!(bad[0].1.starts_with("not JSON: expected"), "{}", bad[0].1);
        assert_eq!(bad[1], (4, "not UTF-8: byte 11 of the line is damaged"));
        assert_eq!(bad[2].0, 5);
        assert_eq!(bad[3], (7, "the JSON object is not complete: the line ends after 13 characters"));
    }
}
