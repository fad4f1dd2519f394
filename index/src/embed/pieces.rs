//! Vectors of the pieces of a text, to lay two texts beside one another piece by piece (*late interaction*: Khattab &
//! Zaharia 2020, arXiv:2004.12832; without training as in BERTScore, Zhang et al. 2020, arXiv:1904.09675).
//!
//! A sentence vector says what a text is about and forgets the names, figures and small words in it. The states of e5 after
//! its eighth layer still tell each piece and what it means where it stands; the mean of the language is taken off, and of
//! the 384 values the [`WIDTH`] directions stay in which pieces differ most. A piece weighs as much as it is rare, by its
//! score in the vocabulary.
//!
//! `assets/pieces.bin`, made by `examples/centres.rs` from the same sentences as `centres.bin`: the directions, one row
//! each, then for each of `centres::LANGUAGES` and for all together the place of its mean on them; 32-bit floats,
//! little-endian.

use std::sync::LazyLock;

use super::centres::{self, LANGUAGES};
use super::e5::DIM;
use super::maths::normalise;

/// Values a piece keeps.
pub const WIDTH: usize = 32;
/// The layers that a piece has gone through.
pub const LAYERS: usize = 8;
/// Texts with more pieces are no sentences: they have none.
const MOST: usize = 200;

const FLOATS: usize = WIDTH * DIM + (LANGUAGES.len() + 1) * WIDTH;
static FILE: &[u8; FLOATS * 4] = include_bytes!("../../assets/pieces.bin");
static NUMBERS: LazyLock<Vec<f32>> =
    LazyLock::new(|| FILE.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four)).collect());

/// The pieces of one text: for each its weight and its unit vector, 127 for 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces {
    pub weights: Vec<u8>,
    /// [`WIDTH`] values a piece.
    pub values: Vec<i8>,
}

/// States of a text's pieces as the network gives them.
#[derive(Debug, Clone, Default)]
pub struct States {
    /// Log-probability of each piece.
    pub scores: Vec<f32>,
    /// 384 values a piece.
    pub values: Vec<f32>,
}

impl Pieces {
    /// Small vectors of a text in `lang`; none of a text that is too long.
    pub fn of(states: &States, lang: &str) -> Pieces {
        if states.scores.len() > MOST {
            return Pieces::default();
        }
        let (directions, means) = NUMBERS.split_at(WIDTH * DIM);
        let mean = &means[centres::row(lang) * WIDTH..][..WIDTH];
        let mut values = Vec::with_capacity(states.scores.len() * WIDTH);
        for state in states.values.chunks_exact(DIM) {
            let along = |row: &[f32]| row.iter().zip(state).map(|(a, b)| a * b).sum::<f32>();
            let mut place: Vec<f32> =
                directions.chunks_exact(DIM).zip(mean).map(|(row, mean)| along(row) - mean).collect();
            normalise(&mut place);
            values.extend(place.iter().map(|value| (value * 127.0).round() as i8));
        }
        // From about 3 (a comma) to 15 (a rare word).
        let weight = |score: &f32| ((-score - 2.0) * 16.0).clamp(8.0, 255.0) as u8;
        Pieces { weights: states.scores.iter().map(weight).collect(), values }
    }

    pub fn len(&self) -> usize {
        self.weights.len()
    }

    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }
}

/// Names these directions.
pub(super) fn version() -> String {
    blake3::hash(FILE).to_hex().chars().take(8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(values: &[f32]) -> States {
        States {
            scores: vec![-3.0; values.len()],
            values: values.iter().flat_map(|value| (0..DIM).map(move |at| value * ((at % 7) as f32 - 3.0))).collect(),
        }
    }

    #[test]
    fn a_piece_is_a_unit_vector_that_depends_on_the_language() {
        let pieces = Pieces::of(&states(&[1.0, -1.0]), "fr");
        assert_eq!((pieces.len(), pieces.values.len()), (2, 2 * WIDTH));
        for piece in pieces.values.as_chunks::<WIDTH>().0 {
            let length = piece.iter().map(|value| f32::from(*value).powi(2)).sum::<f32>().sqrt();
            assert!((length - 127.0).abs() < 4.0, "{length}");
        }
        assert_ne!(pieces.values[..WIDTH], pieces.values[WIDTH..]);
        assert_ne!(pieces.values, Pieces::of(&states(&[1.0, -1.0]), "zh").values);
        assert_eq!(Pieces::of(&states(&[1.0]), "sw"), Pieces::of(&states(&[1.0]), "vi"));
    }

    #[test]
    fn a_rare_piece_weighs_more_and_a_book_has_none() {
        let two = States { scores: vec![-3.5, -14.0], ..states(&[1.0, 1.0]) };
        let weights = Pieces::of(&two, "en").weights;
        assert!(weights[1] > 5 * weights[0], "{weights:?}");
        assert!(Pieces::of(&states(&vec![1.0; MOST + 1]), "en").is_empty());
    }
}
