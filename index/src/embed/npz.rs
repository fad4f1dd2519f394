//! Reading NumPy archives (`.npz`): a zip file of `.npy` arrays, little-endian, in C order.
//!
//! Only what the USE weights need: no zip64, no encryption, methods "stored" and "deflate", types `f4`, `f8`, `u1`, `i1`.
//! Sources: PKWARE APPNOTE 6.3 (zip), NumPy NEP 1 (npy).

use std::collections::HashMap;
use std::ops::Range;

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// An archive held in memory, with its directory.
pub(super) struct Npz<'b> {
    bytes: &'b [u8],
    entries: HashMap<String, Entry>,
}

struct Entry {
    deflated: bool,
    data: Range<usize>,
    size: usize,
}

/// One array: its element type as NumPy writes it (`<f4`), its shape, its raw bytes in C order.
pub(super) struct Array {
    pub(super) kind: String,
    pub(super) shape: Vec<usize>,
    pub(super) data: Vec<u8>,
}

impl Array {
    /// The elements as 32-bit floats; `None` when they are of another type.
    pub(super) fn floats(&self) -> Option<Vec<f32>> {
        match self.kind.as_str() {
            "<f4" => Some(self.data.as_chunks::<4>().0.iter().map(|value| f32::from_le_bytes(*value)).collect()),
            "<f8" => Some(self.data.as_chunks::<8>().0.iter().map(|value| f64::from_le_bytes(*value) as f32).collect()),
            _ => None,
        }
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..at + 2).map(|two| usize::from(u16::from_le_bytes([two[0], two[1]])))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..at + 4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize)
}

impl<'b> Npz<'b> {
    /// Reads the directory; `None` when the bytes are no complete zip file.
    pub(super) fn open(bytes: &'b [u8]) -> Option<Npz<'b>> {
        const END: [u8; 4] = *b"PK\x05\x06";
        let window = bytes.len().saturating_sub(22 + 65_535);
        let end = (window..bytes.len().checked_sub(21)?).rev().find(|&at| bytes[at..].starts_with(&END))?;
        let count = u16_at(bytes, end + 10)?;
        let mut at = u32_at(bytes, end + 16)?;
        let mut entries = HashMap::with_capacity(count);
        for _ in 0..count {
            let (name, entry, next) = directory_entry(bytes, at)?;
            entries.insert(name, entry);
            at = next;
        }
        Some(Npz { bytes, entries })
    }

    /// Unpacks one array by its name without `.npy`; `None` when it is missing or damaged.
    pub(super) fn array(&self, name: &str) -> Option<Array> {
        let entry = self.entries.get(&format!("{name}.npy"))?;
        let packed = self.bytes.get(entry.data.clone())?;
        let raw = if entry.deflated { decompress_to_vec_with_limit(packed, entry.size).ok()? } else { packed.to_vec() };
        if raw.len() != entry.size {
            return None;
        }
        npy(raw)
    }
}

fn directory_entry(bytes: &[u8], at: usize) -> Option<(String, Entry, usize)> {
    if !bytes.get(at..)?.starts_with(b"PK\x01\x02") {
        return None;
    }
    let method = u16_at(bytes, at + 10)?;
    let packed = u32_at(bytes, at + 20)?;
    let size = u32_at(bytes, at + 24)?;
    let lengths = [u16_at(bytes, at + 28)?, u16_at(bytes, at + 30)?, u16_at(bytes, at + 32)?];
    let local = u32_at(bytes, at + 42)?;
    let name = std::str::from_utf8(bytes.get(at + 46..at + 46 + lengths[0])?).ok()?.to_owned();
    let start = local + 30 + u16_at(bytes, local + 26)? + u16_at(bytes, local + 28)?;
    let deflated = match method {
        0 => false,
        8 => true,
        _ => return None,
    };
    let entry = Entry { deflated, data: start..start + packed, size };
    Some((name, entry, at + 46 + lengths.iter().sum::<usize>()))
}

fn npy(mut raw: Vec<u8>) -> Option<Array> {
    if !raw.starts_with(b"\x93NUMPY") {
        return None;
    }
    let (length, start) = if *raw.get(6)? == 1 { (u16_at(&raw, 8)?, 10) } else { (u32_at(&raw, 8)?, 12) };
    let header = std::str::from_utf8(raw.get(start..start + length)?).ok()?;
    let after = |key: &str| header.split_once(key).map(|(_, rest)| rest.trim_start());
    let kind = after("'descr':")?.split('\'').nth(1)?.to_owned();
    let list = after("'shape':")?.strip_prefix('(')?.split(')').next()?;
    let shape: Vec<usize> = list
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let fortran = after("'fortran_order':")?.starts_with("True");
    if fortran && shape.len() > 1 {
        return None;
    }
    let width = match kind.as_str() {
        "<f4" => 4,
        "<f8" => 8,
        "|u1" | "|i1" => 1,
        _ => return None,
    };
    raw.drain(..start + length);
    (raw.len() == width * shape.iter().product::<usize>()).then_some(Array { kind, shape, data: raw })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A zip file with one stored entry, written by hand.
    fn archive(name: &str, data: &[u8]) -> Vec<u8> {
        let size = (data.len() as u32).to_le_bytes();
        let length = (name.len() as u16).to_le_bytes();
        let mut out = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
        out.extend([&size[..], &size, &length, &[0, 0], name.as_bytes(), data].concat());
        let directory = (out.len() as u32).to_le_bytes();
        out.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0");
        out.extend([&size[..], &size, &length, &[0; 16], name.as_bytes()].concat());
        out.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0\0\0\0\0");
        out.extend([&directory[..], &[0, 0]].concat());
        out
    }

    fn array(descr: &str, shape: &str, data: &[u8]) -> Vec<u8> {
        let header = format!("{{'descr': '{descr}', 'fortran_order': False, 'shape': {shape}, }}\n");
        let mut out = b"\x93NUMPY\x01\0".to_vec();
        out.extend((header.len() as u16).to_le_bytes());
        out.extend([header.as_bytes(), data].concat());
        out
    }

    #[test]
    fn an_array_is_read_with_its_shape() {
        let data: Vec<u8> = [1.5f32, -2.0].iter().flat_map(|value| value.to_le_bytes()).collect();
        let bytes = archive("w.npy", &array("<f4", "(1, 2)", &data));
        let read = Npz::open(&bytes).unwrap().array("w").unwrap();
        assert_eq!((read.shape.as_slice(), read.floats().unwrap()), (&[1, 2][..], vec![1.5, -2.0]));
        assert!(Npz::open(&bytes).unwrap().array("v").is_none());
    }

    #[test]
    fn cut_or_wrong_archives_are_refused() {
        let bytes = archive("w.npy", &array("<f4", "(3,)", &[0; 8]));
        assert!(Npz::open(&bytes).unwrap().array("w").is_none());
        assert!(Npz::open(&bytes[..bytes.len() - 4]).is_none());
        assert!(Npz::open(b"").is_none());
    }
}
