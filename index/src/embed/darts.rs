//! A read-only double-array trie, in the layout of Darts-clone (also written by the crate `yada`).
//!
//! Used twice: for the pieces of a unigram vocabulary, and for the "precompiled charsmap" that SentencePiece
//! stores in its model files. Every access is checked, so a wrong array gives no match instead of undefined behaviour.
//! Layout of a unit: <https://github.com/s-yata/darts-clone> (BSD), `include/darts.h`, `DoubleArrayUnit`.

/// A double-array trie; keys are bytes without NUL, values below 2^31.
pub(super) struct Darts {
    units: Box<[u32]>,
}

impl Darts {
    /// Reads little-endian 32-bit units; `None` when the length is no multiple of four or there is no root.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Darts> {
        if bytes.len() < 4 || !bytes.len().is_multiple_of(4) {
            return None;
        }
        let units =
            bytes.chunks_exact(4).map(|unit| u32::from_le_bytes([unit[0], unit[1], unit[2], unit[3]])).collect();
        Some(Darts { units })
    }

    /// Calls `found(value, length in bytes)` for every key that `text` starts with, shortest first.
    #[inline]
    pub(super) fn prefixes(&self, text: &[u8], mut found: impl FnMut(u32, usize)) {
        let mut node = offset(self.units[0]);
        for (position, &byte) in text.iter().enumerate() {
            node ^= u32::from(byte);
            let Some(&unit) = self.units.get(node as usize) else { return };
            if unit & 0x8000_00FF != u32::from(byte) {
                return;
            }
            node ^= offset(unit);
            if unit & 0x100 != 0 {
                let Some(&leaf) = self.units.get(node as usize) else { return };
                found(leaf & 0x7FFF_FFFF, position + 1);
            }
        }
    }
}

fn offset(unit: u32) -> u32 {
    (unit >> 10) << ((unit & 0x200) >> 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trie(keys: &[(&str, u32)]) -> Darts {
        let keys: Vec<(&[u8], u32)> = keys.iter().map(|(key, value)| (key.as_bytes(), *value)).collect();
        Darts::from_bytes(&yada::builder::DoubleArrayBuilder::build(&keys).unwrap()).unwrap()
    }

    #[test]
    fn prefixes_are_found_shortest_first() {
        let trie = trie(&[("a", 1), ("ab", 7), ("abc", 3), ("b", 4), ("水", 5), ("水稻", 6)]);
        let mut seen = Vec::new();
        trie.prefixes("abcd".as_bytes(), |value, length| seen.push((value, length)));
        trie.prefixes("水稻病".as_bytes(), |value, length| seen.push((value, length)));
        trie.prefixes("x".as_bytes(), |value, length| seen.push((value, length)));
        assert_eq!(seen, [(1, 1), (7, 2), (3, 3), (5, 3), (6, 6)]);
    }

    #[test]
    fn a_damaged_array_gives_no_match_and_no_panic() {
        assert!(Darts::from_bytes(&[]).is_none());
        assert!(Darts::from_bytes(&[1, 2, 3]).is_none());
        let wild = Darts::from_bytes(&[0xFF; 16]).unwrap();
        wild.prefixes(b"anything", |_, _| {});
    }
}
