//! The prepared file beside each model: everything a start needs, unpacked once, with a checksum for every section.
//!
//! A model arrives as a packed archive with a plain list of pieces; building the piece trie and unpacking the weights takes
//! seconds. So the first opening writes `prepared.bin` into the model's folder (to a temporary name, then renamed, so a
//! reader never sees half a file) and later openings read that. The file is a cache: when its version, its checksums or the
//! recorded sources do not fit it is made again. When the folder cannot be written the content stays in memory.
//! What it is not: the only copy of anything. The packages' own files stay and are what is checked.
//!
//! Sections are read and checked at every start; a section whose name begins with `*` is a large table whose rows are read
//! when wanted. The sum of a table is only taken when the file's time of change is not the one written inside it, that is
//! when someone touched or copied the file.
//!
//! Layout, little-endian: magic, version, number of entries (u32 each), the time of change (whole seconds, u64), entries,
//! xxHash64 of all that. An entry is a name of 16 bytes and three u64: of a source file (name begins with `<`) its size, time
//! of change in nanoseconds and xxHash64; of a section its offset, length and xxHash64 in parts.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::OpenError;
use super::checksum::{PART, xxh64, xxh64_in_parts};
use super::rows::{Bytes, RowTable};

const MAGIC: &[u8; 8] = b"SIKUPREP";
const VERSION: u32 = 2;
/// First letter of the name of a source file, and of a table.
const SOURCE: u8 = b'<';
const TABLE: u8 = b'*';
const NAME: usize = 16;
const ENTRY: usize = NAME + 24;
const HEAD: usize = MAGIC.len() + 16;

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
    tables: Vec<Entry>,
    sections: HashMap<[u8; NAME], Vec<u8>>,
}

struct Entry {
    name: [u8; NAME],
    numbers: [u64; 3],
}

/// The beginning of the file: what is in it.
struct Directory {
    changed: u64,
    entries: Vec<Entry>,
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
        let changed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs();
        let image = assemble(changed, &stamps, make(&contents)?);
        drop(contents);
        if let Err(error) = write_atomically(&path, &image, changed) {
            tracing::warn!(file = %path.display(), %error, "cannot store the prepared model; it is kept in memory");
            let bytes = Bytes::Memory(image.into());
            let read = Directory::read(&bytes).and_then(|directory| Prepared::load(bytes, directory.entries));
            return read.map_err(|_| OpenError::damaged(&path, "cannot be prepared"));
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
        let (_, changed) = stat(path)?;
        let bytes = Bytes::File(Arc::new(file));
        let directory = Directory::read(&bytes)?;
        let stamps = directory.entries.iter().filter(|entry| entry.name[0] == SOURCE);
        if stamps.clone().count() != sources.len()
            || !stamps.zip(sources).all(|(stamp, source)| stamp.fits(folder, source))
        {
            return Err(Unfit::Because("a file of the package has changed"));
        }
        let untouched = changed == Duration::from_secs(directory.changed).as_nanos() as u64;
        let prepared = Prepared::load(bytes, directory.entries)?;
        for table in &prepared.tables {
            let [offset, length, sum] = table.numbers;
            if !untouched && prepared.bytes.checksum(offset, length)? != sum {
                return Err(Unfit::Because("the checksum of a table does not fit"));
            }
        }
        Ok(prepared)
    }

    fn load(bytes: Bytes, entries: Vec<Entry>) -> Result<Prepared, Unfit> {
        let mut sections = HashMap::new();
        let mut tables = Vec::new();
        for entry in entries {
            let [offset, length, sum] = entry.numbers;
            match entry.name[0] {
                SOURCE => {}
                TABLE if offset.saturating_add(length) > bytes.len()? => return Err(Unfit::Because("is too short")),
                TABLE => tables.push(entry),
                _ => {
                    let content = bytes.read(offset, length as usize)?;
                    if sum_of(&content) != sum {
                        return Err(Unfit::Because("a checksum does not fit"));
                    }
                    sections.insert(entry.name, content);
                }
            }
        }
        Ok(Prepared { bytes, tables, sections })
    }

    fn lacks(name: &str) -> OpenError {
        OpenError::damaged(Path::new("prepared.bin"), format!("there is no section {name}"))
    }

    /// The bytes of a section, once: they are handed over.
    pub(super) fn section(&mut self, name: &str) -> Result<Vec<u8>, OpenError> {
        self.sections.remove(&padded(name)).ok_or_else(|| Prepared::lacks(name))
    }

    /// A section of little-endian 32-bit floats, once.
    pub(super) fn floats(&mut self, name: &str) -> Result<Vec<f32>, OpenError> {
        Ok(floats(&self.section(name)?))
    }

    /// A table whose rows are read one by one when they are wanted.
    pub(super) fn rows(&self, name: &str, row_bytes: usize) -> Result<RowTable, OpenError> {
        let wanted = padded(name);
        let table = self.tables.iter().find(|entry| entry.name == wanted).ok_or_else(|| Prepared::lacks(name))?;
        let [offset, length, _] = table.numbers;
        Ok(RowTable::new(self.bytes.clone(), offset, row_bytes, length as usize / row_bytes))
    }
}

impl Directory {
    fn read(bytes: &Bytes) -> Result<Directory, Unfit> {
        let head = bytes.read(0, HEAD)?;
        let number = |at: usize, width: usize| {
            head[at..at + width].iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
        };
        if !head.starts_with(MAGIC) || number(8, 4) != u64::from(VERSION) {
            return Err(Unfit::Because("is of another version"));
        }
        let size = HEAD + number(12, 4).min(1000) as usize * ENTRY;
        let body = bytes.read(0, size)?;
        if bytes.read(size as u64, 8)? != xxh64(&body).to_le_bytes() {
            return Err(Unfit::Because("has a damaged header"));
        }
        Ok(Directory { changed: number(16, 8), entries: body[HEAD..].chunks_exact(ENTRY).map(Entry::read).collect() })
    }
}

fn sum_of(section: &[u8]) -> u64 {
    xxh64_in_parts(section.chunks(PART).map(xxh64))
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

    /// Is the file still the one that was read? Same size and time of change; else the content is compared.
    fn fits(&self, folder: &Path, source: &Expected) -> bool {
        let path = folder.join(source.name);
        let Ok((size, changed)) = stat(&path) else { return false };
        self.name == padded(&format!("<{}", source.name))
            && self.numbers[0] == size
            && (self.numbers[1] == changed || fs::read(&path).is_ok_and(|content| xxh64(&content) == self.numbers[2]))
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

fn assemble(changed: u64, stamps: &[Entry], sections: Vec<Section>) -> Vec<u8> {
    const ALIGN: usize = 4096;
    let count = stamps.len() + sections.len();
    let mut out = MAGIC.to_vec();
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&(count as u32).to_le_bytes());
    out.extend_from_slice(&changed.to_le_bytes());
    stamps.iter().for_each(|stamp| stamp.write(&mut out));
    let mut offset = (HEAD + count * ENTRY + 8).next_multiple_of(ALIGN);
    for (name, bytes) in &sections {
        Entry { name: padded(name), numbers: [offset as u64, bytes.len() as u64, sum_of(bytes)] }.write(&mut out);
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

fn write_atomically(path: &Path, image: &[u8], changed: u64) -> io::Result<()> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let temporary = path.with_extension(format!("{}.{number}.tmp", std::process::id()));
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(image)?;
        file.set_modified(UNIX_EPOCH + Duration::from_secs(changed))?;
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

    const FILE: Expected =
        Expected { name: "a.bin", size: 3, blake3: "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85" };

    fn open(folder: &Path, made: &mut usize) -> Result<Prepared, OpenError> {
        Prepared::open_or_make(folder, &[FILE], |contents| {
            *made += 1;
            Ok(vec![("sum", contents[0].iter().map(|byte| byte - b'a').collect()), ("*more", vec![7; 5000])])
        })
    }

    #[test]
    fn it_is_made_once_and_read_after_that() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.bin"), b"abc").unwrap();
        let mut made = 0;
        for _ in 0..3 {
            let mut prepared = open(folder.path(), &mut made).unwrap();
            assert_eq!(prepared.section("sum").unwrap(), [0, 1, 2]);
            let mut row = [0; 10];
            prepared.rows("*more", 10).unwrap().read(499, &mut row).unwrap();
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
        // a copy has another time of change; its table is checked, and it is as good
        fs::write(&path, &whole).unwrap();
        open(folder.path(), &mut made).unwrap();
        assert_eq!(made, 1);
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
