//! The prepared file beside each model: everything a start needs, unpacked once, with a checksum for every section.
//!
//! A model arrives as a packed archive with a plain list of pieces; building the piece trie and unpacking the weights takes
//! seconds. So the first opening writes `prepared.bin` into the model's folder (to a temporary name, then renamed, so a
//! reader never sees half a file) and later openings read that. The file is a cache: when its version, its checksums or the
//! recorded sources do not fit it is made again. When the folder cannot be written the content stays in memory.
//! What it is not: the only copy of anything. The packages' own files stay and are what is checked.
//!
//! Layout, little-endian: magic, version, numbers of sources and sections (u32 each), sources (name 16 bytes, size,
//! time of change in nanoseconds, xxHash64), sections (name 16 bytes, offset, length, xxHash64 in parts), xxHash64 of all that.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use super::OpenError;
use super::checksum::{PART, xxh64, xxh64_in_parts};
use super::rows::{Bytes, RowTable};

const MAGIC: &[u8; 8] = b"SIKUPREP";
const VERSION: u32 = 1;
const NAME: usize = 16;
const ENTRY: usize = NAME + 24;
const HEAD: usize = MAGIC.len() + 12;

/// One file of a package, as it must be.
pub(super) struct Expected {
    pub(super) name: &'static str,
    pub(super) size: u64,
    /// BLAKE3 of the whole file, in hexadecimal
    pub(super) blake3: &'static str,
}

/// What a section is called, and its bytes.
pub(super) type Section = (&'static str, Vec<u8>);

/// An opened prepared file.
pub(super) struct Prepared {
    bytes: Bytes,
    sections: Vec<Entry>,
}

struct Entry {
    name: [u8; NAME],
    numbers: [u64; 3],
}

impl Prepared {
    /// Opens `folder/prepared.bin`, or makes it from the package's files with `make` when it is missing or no longer fits.
    ///
    /// # Errors
    /// [`OpenError`] when a file of the package cannot be read, is not the one expected, or `make` refuses it.
    pub(super) fn open_or_make(
        folder: &Path,
        sources: &[Expected],
        make: impl FnOnce(&[Vec<u8>]) -> Result<Vec<Section>, OpenError>,
    ) -> Result<Prepared, OpenError> {
        let path = folder.join("prepared.bin");
        match Prepared::open(&path, folder, sources) {
            Ok(prepared) => return Ok(prepared),
            Err(Unfit::Missing) => tracing::info!(folder = %folder.display(), "preparing a language model, once"),
            Err(Unfit::Because(why)) => tracing::warn!(file = %path.display(), why, "preparing a language model again"),
        }
        let (stamps, contents) = read_sources(folder, sources)?;
        let image = assemble(&stamps, make(&contents)?);
        drop(contents);
        if let Err(error) = write_atomically(&path, &image) {
            tracing::warn!(file = %path.display(), %error, "cannot store the prepared model; it is kept in memory");
            return Prepared::parse(Bytes::Memory(image.into()))
                .map_err(|_| OpenError::damaged(&path, "cannot be prepared"));
        }
        drop(image);
        Prepared::open(&path, folder, sources).map_err(|_| OpenError::damaged(&path, "cannot be read back"))
    }

    fn open(path: &Path, folder: &Path, sources: &[Expected]) -> Result<Prepared, Unfit> {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Unfit::Missing),
            Err(_) => return Err(Unfit::Because("cannot be opened")),
        };
        let prepared = Prepared::parse(Bytes::File(Arc::new(file)))?;
        let stamps = prepared.sections.iter().filter(|entry| entry.is_source());
        if stamps.clone().count() != sources.len()
            || !stamps.zip(sources).all(|(stamp, source)| stamp.fits(folder, source))
        {
            return Err(Unfit::Because("a file of the package has changed"));
        }
        for entry in prepared.sections.iter().filter(|entry| !entry.is_source()) {
            if entry.sum() != prepared.bytes.checksum(entry.numbers[0], entry.numbers[1])? {
                return Err(Unfit::Because("a checksum does not fit"));
            }
        }
        Ok(prepared)
    }

    fn parse(bytes: Bytes) -> Result<Prepared, Unfit> {
        let head = bytes.read(0, HEAD)?;
        let number = |at: usize| head[at..at + 4].iter().rev().fold(0u32, |sum, &byte| sum << 8 | u32::from(byte));
        if !head.starts_with(MAGIC) || number(8) != VERSION {
            return Err(Unfit::Because("is of another version"));
        }
        let count = number(12).saturating_add(number(16)).min(1000) as usize;
        let body = bytes.read(0, HEAD + count * ENTRY)?;
        if bytes.read((HEAD + count * ENTRY) as u64, 8)? != xxh64(&body).to_le_bytes() {
            return Err(Unfit::Because("has a damaged header"));
        }
        let sections = body[HEAD..].chunks_exact(ENTRY).map(Entry::read).collect();
        Ok(Prepared { bytes, sections })
    }

    fn find(&self, name: &str) -> Result<&Entry, OpenError> {
        let wanted = padded(name);
        self.sections.iter().find(|entry| entry.name == wanted).ok_or_else(|| self.damaged(name))
    }

    fn damaged(&self, name: &str) -> OpenError {
        OpenError::damaged(Path::new("prepared.bin"), format!("section {name} cannot be read"))
    }

    /// The bytes of a section.
    pub(super) fn section(&self, name: &str) -> Result<Vec<u8>, OpenError> {
        let [start, length, _] = self.find(name)?.numbers;
        self.bytes.read(start, length as usize).map_err(|_| self.damaged(name))
    }

    /// A section of little-endian 32-bit floats.
    pub(super) fn floats(&self, name: &str) -> Result<Vec<f32>, OpenError> {
        Ok(floats(&self.section(name)?))
    }

    /// A section whose rows are read one by one when they are wanted.
    pub(super) fn rows(&self, name: &str, row_bytes: usize) -> Result<RowTable, OpenError> {
        let [start, length, _] = self.find(name)?.numbers;
        Ok(RowTable::new(self.bytes.clone(), start, row_bytes, length as usize / row_bytes))
    }
}

/// Little-endian 32-bit floats; bytes after the last whole one are ignored.
pub(super) fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.as_chunks::<4>().0.iter().map(|value| f32::from_le_bytes(*value)).collect()
}

/// The bytes of 32-bit floats, little-endian.
pub(super) fn float_bytes(values: &[f32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// Why a prepared file cannot be used (it is then made again).
enum Unfit {
    Missing,
    Because(&'static str),
}

impl From<io::Error> for Unfit {
    fn from(_: io::Error) -> Unfit {
        Unfit::Because("cannot be read")
    }
}

impl Entry {
    fn read(bytes: &[u8]) -> Entry {
        let mut name = [0; NAME];
        name.copy_from_slice(&bytes[..NAME]);
        let mut numbers = [0; 3];
        for (number, eight) in numbers.iter_mut().zip(bytes[NAME..].as_chunks::<8>().0) {
            *number = u64::from_le_bytes(*eight);
        }
        Entry { name, numbers }
    }

    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.name);
        self.numbers.iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
    }

    fn is_source(&self) -> bool {
        self.name[0] == b'<'
    }

    fn sum(&self) -> u64 {
        self.numbers[2]
    }

    /// Is the file still the one that was read? Same size and time of change; else the content is compared.
    fn fits(&self, folder: &Path, source: &Expected) -> bool {
        let path = folder.join(source.name);
        let Ok((size, changed)) = stat(&path) else { return false };
        self.name == padded(&format!("<{}", source.name))
            && self.numbers[0] == size
            && (self.numbers[1] == changed || fs::read(&path).is_ok_and(|content| xxh64(&content) == self.sum()))
    }
}

fn padded(name: &str) -> [u8; NAME] {
    let mut out = [0; NAME];
    for (to, from) in out.iter_mut().zip(name.bytes()) {
        *to = from;
    }
    out
}

fn stat(path: &Path) -> io::Result<(u64, u64)> {
    let about = fs::metadata(path)?;
    let changed = about.modified()?.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos() as u64);
    Ok((about.len(), changed))
}

fn read_sources(folder: &Path, sources: &[Expected]) -> Result<(Vec<Entry>, Vec<Vec<u8>>), OpenError> {
    let mut stamps = Vec::new();
    let mut contents = Vec::new();
    for source in sources {
        let path = folder.join(source.name);
        let read = |path: &PathBuf| -> io::Result<(u64, Vec<u8>)> {
            let (_, changed) = stat(path)?;
            let mut content = Vec::with_capacity(source.size as usize);
            File::open(path)?.read_to_end(&mut content)?;
            Ok((changed, content))
        };
        let (changed, content) = read(&path).map_err(|error| OpenError::Read { file: path.clone(), source: error })?;
        if content.len() as u64 != source.size {
            let why = format!("has {} bytes instead of {}", content.len(), source.size);
            return Err(OpenError::damaged(&path, why));
        }
        if blake3::hash(&content).to_hex().as_str() != source.blake3 {
            return Err(OpenError::damaged(&path, "has another checksum than the pinned package"));
        }
        let name = padded(&format!("<{}", source.name));
        stamps.push(Entry { name, numbers: [source.size, changed, xxh64(&content)] });
        contents.push(content);
    }
    Ok((stamps, contents))
}

fn assemble(stamps: &[Entry], sections: Vec<Section>) -> Vec<u8> {
    const ALIGN: usize = 4096;
    let mut out = MAGIC.to_vec();
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(stamps.len() as u32).to_le_bytes());
    out.extend_from_slice(&(sections.len() as u32).to_le_bytes());
    stamps.iter().for_each(|stamp| stamp.write(&mut out));
    let mut offset = (HEAD + (stamps.len() + sections.len()) * ENTRY + 8).next_multiple_of(ALIGN);
    for (name, bytes) in &sections {
        let sum = xxh64_in_parts(bytes.chunks(PART).map(xxh64));
        Entry { name: padded(name), numbers: [offset as u64, bytes.len() as u64, sum] }.write(&mut out);
        offset = (offset + bytes.len()).next_multiple_of(ALIGN);
    }
    let sum = xxh64(&out);
    out.extend_from_slice(&sum.to_le_bytes());
    out.reserve(offset);
    for (_, bytes) in sections {
        out.resize(out.len().next_multiple_of(ALIGN), 0);
        out.extend_from_slice(&bytes);
    }
    out
}

fn write_atomically(path: &Path, image: &[u8]) -> io::Result<()> {
    let temporary = path.with_extension(format!("tmp{}", std::process::id()));
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(image)?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(&temporary, path)).inspect_err(|_| {
        // the temporary file is of no use to anyone; when even its removal fails the first error says more
        let _ = fs::remove_file(&temporary);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: Expected =
        Expected { name: "a.bin", size: 3, blake3: "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85" };

    fn open(folder: &Path, made: &mut usize) -> Result<Prepared, OpenError> {
        Prepared::open_or_make(folder, &[SOURCE], |contents| {
            *made += 1;
            Ok(vec![("sum", contents[0].iter().map(|byte| byte - b'a').collect()), ("more", vec![7; 5000])])
        })
    }

    #[test]
    fn it_is_made_once_and_read_after_that() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.bin"), b"abc").unwrap();
        let mut made = 0;
        for _ in 0..3 {
            let prepared = open(folder.path(), &mut made).unwrap();
            assert_eq!(prepared.section("sum").unwrap(), [0, 1, 2]);
            let mut row = [0; 10];
            prepared.rows("more", 10).unwrap().read(499, &mut row).unwrap();
            assert_eq!(row, [7; 10]);
        }
        assert_eq!(made, 1);
    }

    #[test]
    fn a_damaged_prepared_file_is_made_again() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.bin"), b"abc").unwrap();
        let mut made = 0;
        open(folder.path(), &mut made).unwrap();
        let path = folder.path().join("prepared.bin");
        let whole = fs::read(&path).unwrap();
        for position in [0, 9, 30, 4096, whole.len() - 1] {
            let mut broken = whole.clone();
            broken[position] ^= 1;
            fs::write(&path, broken).unwrap();
            assert_eq!(open(folder.path(), &mut made).unwrap().section("sum").unwrap(), [0, 1, 2]);
        }
        fs::write(&path, &whole[..whole.len() / 2]).unwrap();
        open(folder.path(), &mut made).unwrap();
        assert_eq!(made, 7);
    }

    #[test]
    fn a_damaged_package_file_is_an_error_that_names_it() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.bin"), b"abc").unwrap();
        let mut made = 0;
        open(folder.path(), &mut made).unwrap();
        for content in [&b"abd"[..], b"ab"] {
            fs::write(folder.path().join("a.bin"), content).unwrap();
            let message = open(folder.path(), &mut made).map(|_| ()).unwrap_err().to_string();
            assert!(message.contains("a.bin"), "{message}");
        }
        assert_eq!(made, 1);
    }
}
