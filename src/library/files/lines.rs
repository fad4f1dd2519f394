//! Physical lines of a text file, numbered, with a bound on their length, and with a way to hand lines back:
//! a reader that finds a record broken goes on with the line after its first one, so that one stray quotation
//! mark costs one row and not the rest of the file.

use std::collections::VecDeque;
use std::io::{self, BufRead};

/// Longest line kept, in bytes. The longest valid record is far below it; a file without line ends is not read
/// into memory whole.
pub const LONGEST_LINE: usize = 8 * 1024 * 1024;

/// One line as it stands in the file, its line end included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub number: u64,
    pub bytes: Vec<u8>,
    /// The line was longer than [`LONGEST_LINE`]; `bytes` holds its beginning.
    pub cut: bool,
}

impl Line {
    /// The bytes without the line end.
    pub fn content(&self) -> &[u8] {
        let bytes = self.bytes.strip_suffix(b"\n").unwrap_or(&self.bytes);
        bytes.strip_suffix(b"\r").unwrap_or(bytes)
    }
}

/// Reads numbered lines.
pub struct Lines<R> {
    reader: R,
    read: u64,
    handed_back: VecDeque<Line>,
}

impl<R: BufRead> Lines<R> {
    pub fn new(reader: R) -> Self {
        Self { reader, read: 0, handed_back: VecDeque::new() }
    }

    /// Number of the last line read from the file.
    pub fn last_number(&self) -> u64 {
        self.read
    }

    /// The next line; `None` at the end of the file.
    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        if let Some(line) = self.handed_back.pop_front() {
            return Ok(Some(line));
        }
        let mut bytes = Vec::new();
        let mut cut = false;
        loop {
            let available = match self.reader.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if available.is_empty() {
                break;
            }
            let line_end = available.iter().position(|byte| *byte == b'\n');
            let taken = line_end.map_or(available.len(), |at| at + 1);
            let room = LONGEST_LINE.saturating_sub(bytes.len());
            cut |= taken > room;
            bytes.extend_from_slice(&available[..taken.min(room)]);
            self.reader.consume(taken);
            if line_end.is_some() {
                break;
            }
        }
        if bytes.is_empty() && !cut {
            return Ok(None);
        }
        self.read += 1;
        Ok(Some(Line { number: self.read, bytes, cut }))
    }

    /// Puts lines back, to be read again in the same order.
    pub fn hand_back(&mut self, lines: impl DoubleEndedIterator<Item = Line>) {
        for line in lines.rev() {
            self.handed_back.push_front(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_ends_and_are_numbered() {
        let mut lines = Lines::new(&b"one\r\ntwo\n\nfour"[..]);
        let mut seen = Vec::new();
        while let Some(line) = lines.next_line().unwrap() {
            seen.push((line.number, line.content().to_vec()));
        }
        assert_eq!(seen, [(1, b"one".to_vec()), (2, b"two".to_vec()), (3, vec![]), (4, b"four".to_vec())]);
    }

    #[test]
    fn a_line_without_end_does_not_fill_the_memory() {
        let mut endless = vec![b'x'; LONGEST_LINE + 1000];
        endless.extend_from_slice(b"\nnext\n");
        let mut lines = Lines::new(endless.as_slice());
        let first = lines.next_line().unwrap().unwrap();
        assert!(first.cut);
        assert_eq!(first.bytes.len(), LONGEST_LINE);
        assert_eq!(lines.next_line().unwrap().unwrap().content(), b"next");
    }

    #[test]
    fn lines_handed_back_come_again_in_order() {
        let mut lines = Lines::new(&b"a\nb\nc\n"[..]);
        let read: Vec<Line> = (0..3).map(|_| lines.next_line().unwrap().unwrap()).collect();
        lines.hand_back(read.clone().into_iter().skip(1));
        assert_eq!(lines.next_line().unwrap().as_ref(), Some(&read[1]));
        assert_eq!(lines.next_line().unwrap().as_ref(), Some(&read[2]));
        assert_eq!(lines.next_line().unwrap(), None);
    }
}
