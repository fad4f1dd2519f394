//! CSV as spreadsheets write it: any usual encoding and delimiter, quotes and line ends inside cells, Excel's
//! `sep=;` line. A quotation mark that is never closed costs the row it stands in, not the rest of the file.

use std::io::{BufRead, BufReader, Read, Seek};

use encoding_rs::{Encoding, UTF_8};
use serde_json::Value;

use super::encoding::{Decoded, detect};
use super::jsonl::unreadable_rest;
use super::lines::{LONGEST_LINE, Line, Lines};
use super::row::{BadRow, Problem, Stopped, TakeRows};
use super::table::{Record, Table};

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
/// Lines looked at to find the delimiter.
const LOOKED_AT: usize = 10;

/// Reads every row of `file`, in `encoding` or, without one, in the encoding found by looking.
pub fn read(
    mut file: impl Read + Seek,
    encoding: Option<&'static Encoding>,
    rows: &mut impl TakeRows,
) -> Result<(), Stopped> {
    let encoding = match encoding {
        Some(given) => given,
        None => {
            let found = detect(&mut file).map_err(|error| Stopped::Unreadable(error.to_string()))?;
            if found != UTF_8 {
                rows.note(format!("read as {} (--encoding says otherwise)", found.name()));
            }
            found
        }
    };
    let mut lines = Lines::new(BufReader::new(Decoded::new(file, encoding)));
    let delimiter = find_delimiter(&mut lines, rows).map_err(|error| Stopped::Unreadable(error.to_string()))?;
    let mut reader = Reader { lines, delimiter, transcoded: encoding != UTF_8 };
    let mut table = Table::new(rows);
    while reader.record(&mut table)? {}
    table.finish()
}

/// The delimiter that Excel's `sep=` line gives, else the one with which the first lines show most known names.
fn find_delimiter(lines: &mut Lines<impl BufRead>, rows: &impl TakeRows) -> std::io::Result<u8> {
    let mut beginning: Vec<Line> = Vec::new();
    while beginning.len() < LOOKED_AT {
        match lines.next_line()? {
            Some(line) => beginning.push(line),
            None => break,
        }
    }
    if let Some(&[delimiter]) = beginning.first().and_then(|line| line.content().strip_prefix(b"sep=")) {
        lines.hand_back(beginning.into_iter().skip(1));
        return Ok(delimiter);
    }
    let score = |delimiter: u8| {
        let mut known = 0;
        let mut cells = 0;
        for line in &beginning {
            let mut splitter = Splitter::new(delimiter);
            splitter.feed(&line.bytes);
            let texts: Vec<String> =
                splitter.cells().iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
            known = known.max(texts.iter().filter(|text| rows.is_column(text)).count());
            cells = cells.max(if line.number == 1 { texts.len() } else { 0 });
        }
        (known, cells)
    };
    // The comma is last because `max_by_key` keeps the last of equals.
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',');
    lines.hand_back(beginning.into_iter());
    Ok(best)
}

struct Reader<R> {
    lines: Lines<R>,
    delimiter: u8,
    /// What could not be decoded shows as U+FFFD.
    transcoded: bool,
}

impl<R: BufRead> Reader<R> {
    /// Reads one record into `table`; false at the end of the file.
    fn record(&mut self, table: &mut Table<'_, impl TakeRows>) -> Result<bool, Stopped> {
        let first = match self.lines.next_line() {
            Ok(Some(line)) => line,
            Ok(None) => return Ok(false),
            Err(error) => {
                table.bad(unreadable_rest(self.lines.last_number(), &error))?;
                return Ok(false);
            }
        };
        let number = first.number;
        if first.cut {
            table.bad(broken(&first, "the line is longer than 8 MB"))?;
            return Ok(true);
        }
        let mut splitter = Splitter::new(self.delimiter);
        splitter.feed(&first.bytes);
        let mut taken = vec![first];
        let mut length = 0;
        while splitter.is_open() && length < LONGEST_LINE {
            // An error here comes again with the next record.
            let Ok(Some(line)) = self.lines.next_line() else { break };
            length += line.bytes.len();
            splitter.feed(&line.bytes);
            taken.push(line);
        }
        let reason = if splitter.is_open() {
            Some("a quotation mark is opened and never closed")
        } else if splitter.junk {
            Some("there is text after a closing quotation mark")
        } else {
            None
        };
        if let Some(reason) = reason {
            table.bad(broken(&taken[0], reason))?;
            self.lines.hand_back(taken.into_iter().skip(1));
            return Ok(true);
        }
        let cells: Vec<Result<Value, String>> = splitter.cells().into_iter().map(|cell| self.text(cell)).collect();
        if taken.len() > 1 && !table.fits(&cells) {
            let reason = "there are more cells than columns; a quotation mark may be missing";
            table.bad(broken(&taken[0], reason))?;
            self.lines.hand_back(taken.into_iter().skip(1));
            return Ok(true);
        }
        table.record(Record { line: number, cells })?;
        Ok(true)
    }

    fn text(&self, cell: Vec<u8>) -> Result<Value, String> {
        let text = String::from_utf8(cell).map_err(|error| {
            format!("not UTF-8: byte {} of the cell is damaged", error.utf8_error().valid_up_to() + 1)
        })?;
        if self.transcoded && text.contains('\u{FFFD}') {
            return Err("some bytes of the cell are damaged".to_owned());
        }
        Ok(Value::String(unprotected(text)))
    }
}

fn broken(line: &Line, reason: &str) -> BadRow {
    let raw = String::from_utf8_lossy(line.content()).chars().take(30_000).collect();
    BadRow { line: line.number, problems: vec![Problem::of_row(reason)], values: Vec::new(), raw: Some(raw) }
}

/// Takes a record apart, line by line as it comes.
struct Splitter {
    delimiter: u8,
    done: Vec<Vec<u8>>,
    cell: Vec<u8>,
    state: State,
    /// Something other than a delimiter followed a closing quotation mark.
    junk: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// Behind a quotation mark inside a quoted cell: the end of the cell, or half of a doubled mark.
    Quote,
}

impl Splitter {
    fn new(delimiter: u8) -> Self {
        Self { delimiter, done: Vec::new(), cell: Vec::new(), state: State::Start, junk: false }
    }

    fn is_open(&self) -> bool {
        self.state == State::Quoted
    }

    fn feed(&mut self, line: &[u8]) {
        let content = line.strip_suffix(b"\n").unwrap_or(line);
        let content = content.strip_suffix(b"\r").unwrap_or(content);
        for byte in content {
            self.byte(*byte);
        }
        if self.is_open() {
            self.cell.extend_from_slice(&line[content.len()..]);
        }
    }

    fn byte(&mut self, byte: u8) {
        match self.state {
            State::Start | State::Plain | State::Quote if byte == self.delimiter => {
                self.done.push(std::mem::take(&mut self.cell));
                self.state = State::Start;
            }
            State::Start if byte == b'"' => self.state = State::Quoted,
            State::Start | State::Plain => {
                self.cell.push(byte);
                self.state = State::Plain;
            }
            State::Quoted if byte == b'"' => self.state = State::Quote,
            State::Quoted => self.cell.push(byte),
            State::Quote if byte == b'"' => {
                self.cell.push(byte);
                self.state = State::Quoted;
            }
            State::Quote => self.junk |= !byte.is_ascii_whitespace(),
        }
    }

    fn cells(mut self) -> Vec<Vec<u8>> {
        self.done.push(self.cell);
        self.done
    }
}

/// Characters with which a spreadsheet takes a text for a formula (OWASP, CSV injection).
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn could_be_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// A text as it may stand in a CSV cell: an apostrophe before anything a spreadsheet would calculate.
pub fn protected(text: &str) -> String {
    if could_be_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes the apostrophe of [`protected`] away again.
fn unprotected(mut text: String) -> String {
    if text.starts_with('\'') && could_be_formula(&text) {
        text.remove(0);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::files::collect::Collected;
    use std::io::Cursor;

    fn table(text: &str) -> Collected {
        let mut rows = Collected::default();
        read(Cursor::new(text.as_bytes().to_vec()), None, &mut rows).unwrap();
        rows
    }

    #[test]
    fn the_delimiter_is_found_and_excels_own_line_is_obeyed() {
        for text in [
            "title,description\na;b,c\n",
            "title;description\na;\"c\"\n",
            "title\tdescription\r\na,b;c\tx\r\n",
            "sep=;\r\ntitle;description\r\na;b\r\n",
            "sep=|\ntitle|description\na|b\n",
        ] {
            let rows = table(text);
            assert_eq!(rows.names, ["title", "description"], "{text:?}");
            assert_eq!(rows.rows[0].values.len(), 2, "{text:?}");
        }
    }

    #[test]
    fn quotes_delimiters_and_line_ends_inside_a_cell_belong_to_it() {
        let rows = table("title,description\n\"a,\"\"b\"\"\",\"two\r\nlines\"\n5\" pipe,plain\n");
        assert_eq!(rows.texts(), [["a,\"b\"", "two\r\nlines"], ["5\" pipe", "plain"]]);
        assert_eq!(rows.rows[1].line, 4);
    }

    #[test]
    fn a_quotation_mark_never_closed_costs_one_row() {
        let rows = table("title,description\na,b\nc,\"d\ne,f\n\"g\",\"h\"\ni,j\n");
        assert_eq!(rows.bad.iter().map(|bad| bad.line).collect::<Vec<_>>(), [3]);
        assert_eq!(rows.texts(), [["a", "b"], ["e", "f"], ["g", "h"], ["i", "j"]]);
    }

    #[test]
    fn a_damaged_cell_is_named_with_its_column() {
        let mut rows = Collected::default();
        let mut bytes = "title,description\n甲甲甲甲甲甲,乙乙乙乙\n丙丙丙丙,".as_bytes().to_vec();
        bytes.extend_from_slice(b"\xE4\n");
        read(Cursor::new(bytes), None, &mut rows).unwrap();
        assert_eq!(rows.rows.len(), 1);
        assert_eq!(rows.bad[0].line, 3);
        assert_eq!(rows.bad[0].problems[0].column.as_deref(), Some("description"));
    }

    #[test]
    fn formulas_are_neutralised_and_come_back() {
        for text in ["=1+1", "'=1", "-5", "@x", "''", "'quoted", "plain", "", "\tx", "－1"] {
            let cell = protected(text);
            assert!(!cell.starts_with(FORMULA), "{cell}");
            assert_eq!(unprotected(cell), text);
        }
    }
}
