//! Rows of a large table, read from the file one by one when they are wanted.
//!
//! The embedding tables are large (65 and 54 MB) and a text touches a few hundred rows, so they stay on disk, in the page
//! cache that the system gives back when memory is short. They are read by position rather than mapped: a mapped table
//! grows into resident memory page by page around every row (it would end at its full size), and a file cut short while
//! mapped kills the process, where a read gives an error. A row costs about a third of a microsecond.

use std::fs::File;
use std::io;
use std::sync::Arc;

use super::checksum::{PART, xxh64, xxh64_in_parts};

/// Bytes in a file, or kept in memory where no file can be written.
#[derive(Clone)]
pub(super) enum Bytes {
    File(Arc<File>),
    Memory(Arc<[u8]>),
}

impl Bytes {
    fn read_into(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        match self {
            Bytes::File(file) => read_at(file, offset, out),
            Bytes::Memory(bytes) => {
                let start = offset as usize;
                let from = bytes.get(start..start + out.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
                out.copy_from_slice(from);
                Ok(())
            }
        }
    }

    /// How many there are.
    ///
    /// # Errors
    /// From the file.
    pub(super) fn len(&self) -> io::Result<u64> {
        match self {
            Bytes::File(file) => file.metadata().map(|about| about.len()),
            Bytes::Memory(bytes) => Ok(bytes.len() as u64),
        }
    }

    /// `length` bytes from `offset`.
    ///
    /// # Errors
    /// From the file, or [`io::ErrorKind::UnexpectedEof`] when it is too short.
    pub(super) fn read(&self, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        if offset.checked_add(length as u64).is_none_or(|wanted| !self.len().is_ok_and(|end| wanted <= end)) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let mut out = vec![0; length];
        self.read_into(offset, &mut out)?;
        Ok(out)
    }

    /// [`xxh64_in_parts`] of `length` bytes from `offset`.
    ///
    /// # Errors
    /// As for [`Bytes::read`].
    pub(super) fn checksum(&self, offset: u64, length: u64) -> io::Result<u64> {
        let mut part = vec![0; PART.min(length as usize)];
        let mut sums = Vec::new();
        let mut at = 0;
        while at < length {
            let size = (length - at).min(PART as u64) as usize;
            self.read_into(offset + at, &mut part[..size])?;
            sums.push(xxh64(&part[..size]));
            at += size as u64;
        }
        Ok(xxh64_in_parts(sums.into_iter()))
    }
}

#[cfg(unix)]
fn read_at(file: &File, offset: u64, out: &mut [u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, out, offset)
}

#[cfg(windows)]
fn read_at(file: &File, mut offset: u64, mut out: &mut [u8]) -> io::Result<()> {
    while !out.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, out, offset)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => {
                out = &mut out[read..];
                offset += read as u64;
            }
        }
    }
    Ok(())
}

/// `rows` rows of `row_bytes` bytes each.
pub(super) struct RowTable {
    bytes: Bytes,
    offset: u64,
    row_bytes: usize,
    rows: usize,
}

impl RowTable {
    /// A table that starts at `offset`.
    pub(super) fn new(bytes: Bytes, offset: u64, row_bytes: usize, rows: usize) -> RowTable {
        RowTable { bytes, offset, row_bytes, rows }
    }

    /// Reads one row into `out` (exactly one row long).
    ///
    /// # Errors
    /// From the file; [`io::ErrorKind::InvalidInput`] when there is no such row or `out` has another length.
    pub(super) fn read(&self, row: u32, out: &mut [u8]) -> io::Result<()> {
        if row as usize >= self.rows || out.len() != self.row_bytes {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        self.bytes.read_into(self.offset + u64::from(row) * self.row_bytes as u64, out)
    }
}
