//! Where rows come from: a file of one of three formats, bytes in memory, or standard input.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use encoding_rs::Encoding;

use super::row::{Stopped, TakeRows};
use super::{csv, jsonl, xlsx};

/// The three formats, known by the ending of the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    JsonLines,
    Csv,
    Xlsx,
}

/// A name from which no format follows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}: the name must end in .jsonl, .csv or .xlsx (or be - for JSON Lines)")]
pub struct UnknownFormat(pub String);

impl Format {
    /// Its usual ending.
    pub const fn name(self) -> &'static str {
        match self {
            Self::JsonLines => "jsonl",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format with this usual ending.
    pub fn named(name: &str) -> Option<Self> {
        [Self::JsonLines, Self::Csv, Self::Xlsx].into_iter().find(|format| format.name() == name)
    }

    /// The format that the ending of `name` says; `-` is JSON Lines.
    pub fn of(name: &Path) -> Result<Self, UnknownFormat> {
        if name == Path::new("-") {
            return Ok(Self::JsonLines);
        }
        let ending = name.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        match ending.as_deref() {
            Some("jsonl" | "ndjson") => Ok(Self::JsonLines),
            Some("csv" | "tsv") => Ok(Self::Csv),
            Some("xlsx" | "xlsm") => Ok(Self::Xlsx),
            _ => Err(UnknownFormat(name.display().to_string())),
        }
    }
}

/// What is read.
#[derive(Debug)]
pub struct Input {
    /// As shown in messages.
    pub name: String,
    pub format: Format,
    pub content: Content,
}

/// Where the bytes are.
#[derive(Debug)]
pub enum Content {
    File(PathBuf),
    Memory(Cow<'static, [u8]>),
    StandardInput,
}

/// How the bytes are to be understood, where it does not follow from them.
#[derive(Debug, Clone, Default)]
pub struct ReadAs {
    /// Sheet of a workbook, by name or number; the first visible one when missing.
    pub sheet: Option<String>,
    /// Encoding of a CSV file; found by looking when missing.
    pub encoding: Option<&'static Encoding>,
}

impl Input {
    /// The file (or `-`) that `path` names.
    pub fn file(path: &Path) -> Result<Self, UnknownFormat> {
        let format = Format::of(path)?;
        let content = if path == Path::new("-") { Content::StandardInput } else { Content::File(path.to_owned()) };
        let name = if matches!(content, Content::StandardInput) {
            "standard input".into()
        } else {
            path.display().to_string()
        };
        Ok(Self { name, format, content })
    }

    /// Makes it possible to read it twice: standard input is copied to a temporary file.
    pub fn keep(&mut self) -> io::Result<Option<tempfile::NamedTempFile>> {
        if !matches!(self.content, Content::StandardInput) {
            return Ok(None);
        }
        let mut copy = tempfile::NamedTempFile::new()?;
        io::copy(&mut io::stdin().lock(), &mut copy)?;
        copy.flush()?;
        self.content = Content::File(copy.path().to_owned());
        Ok(Some(copy))
    }

    /// Bytes it has, where that is known before reading.
    pub fn size(&self) -> Option<u64> {
        match &self.content {
            Content::File(path) => path.metadata().ok().map(|metadata| metadata.len()),
            Content::Memory(bytes) => Some(bytes.len() as u64),
            Content::StandardInput => None,
        }
    }

    /// Reads every row and hands it to `rows`; `position` shows how far in the file reading is.
    pub fn read(&self, options: &ReadAs, position: &Arc<AtomicU64>, rows: &mut impl TakeRows) -> Result<(), Stopped> {
        let position = Arc::clone(position);
        match &self.content {
            Content::StandardInput => jsonl::read(io::BufReader::new(io::stdin().lock()), rows),
            Content::Memory(bytes) => self.read_from(Watched { inner: Cursor::new(bytes), position }, options, rows),
            Content::File(path) => {
                let file =
                    File::open(path).map_err(|error| Stopped::Unreadable(format!("cannot be opened: {error}")))?;
                if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
                    return Err(Stopped::Unreadable("is a folder".to_owned()));
                }
                self.read_from(Watched { inner: file, position }, options, rows)
            }
        }
    }

    fn read_from(&self, file: impl Read + Seek, options: &ReadAs, rows: &mut impl TakeRows) -> Result<(), Stopped> {
        match self.format {
            Format::JsonLines => jsonl::read(io::BufReader::new(file), rows),
            Format::Csv => csv::read(file, options.encoding, rows),
            Format::Xlsx => xlsx::read(file, options.sheet.as_deref(), rows),
        }
    }
}

/// Tells others how far reading is.
struct Watched<R> {
    inner: R,
    position: Arc<AtomicU64>,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.position.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

impl<R: Seek> Seek for Watched<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let reached = self.inner.seek(to)?;
        self.position.store(reached, Ordering::Relaxed);
        Ok(reached)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_says_the_format_whatever_its_case() {
        assert_eq!(Format::of(Path::new("a/技术.XLSX")), Ok(Format::Xlsx));
        assert_eq!(Format::of(Path::new("-")), Ok(Format::JsonLines));
        let refusal = Format::of(Path::new("a.xls")).unwrap_err().to_string();
        assert_eq!(refusal, "a.xls: the name must end in .jsonl, .csv or .xlsx (or be - for JSON Lines)");
    }
}
