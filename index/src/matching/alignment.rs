//! Two records laid beside one another piece by piece: what of the one has its like in the other (see `embed::pieces`).

use crate::corpus::PartVectors;
use crate::embed::pieces::WIDTH;

/// Cosine of a piece with itself, in the numbers that pieces are kept in.
const ONE: f32 = 127.0 * 127.0;

/// Of what is asked for this share counts beside the other side's: an answer may say more than was asked.
const ASKED: f32 = 0.8;

/// How well parts of two records fit: the mean over the pieces of either side, by weight, of the cosine with the nearest
/// piece of the other. `None` where a side has no pieces.
pub fn alignment(asked: &PartVectors, rows: &[usize], other: &PartVectors, columns: &[usize]) -> Option<f32> {
    let asked: Vec<_> = rows.iter().filter_map(|part| asked.pieces(*part)).collect();
    let other: Vec<_> = columns.iter().filter_map(|part| other.pieces(*part)).collect();
    let mut nearest: Vec<Vec<i32>> = other.iter().map(|(weights, _)| vec![i32::MIN; weights.len()]).collect();
    let (mut forward, mut backward) = (Mean::default(), Mean::default());
    let mut products = Vec::new();
    for (weights, values) in &asked {
        for (weight, piece) in weights.iter().zip(values.as_chunks::<WIDTH>().0) {
            let mut best = i32::MIN;
            for ((_, values), nearest) in other.iter().zip(&mut nearest) {
                multiply(piece, values.as_chunks::<WIDTH>().0, &mut products);
                for (nearest, product) in nearest.iter_mut().zip(&products) {
                    *nearest = (*nearest).max(*product);
                    best = best.max(*product);
                }
            }
            forward.add(*weight, best);
        }
    }
    for ((weights, _), nearest) in other.iter().zip(&nearest) {
        weights.iter().zip(nearest).for_each(|(weight, nearest)| backward.add(*weight, *nearest));
    }
    Some(ASKED * forward.value()? + (1.0 - ASKED) * backward.value()?)
}

/// A weighted mean of cosines.
#[derive(Default)]
struct Mean {
    sum: f32,
    weight: f32,
}

impl Mean {
    fn add(&mut self, weight: u8, product: i32) {
        if product > i32::MIN {
            self.sum += f32::from(weight) * product as f32 / ONE;
            self.weight += f32::from(weight);
        }
    }

    fn value(&self) -> Option<f32> {
        (self.weight > 0.0).then(|| self.sum / self.weight)
    }
}

/// Scalar products of one piece with many.
fn multiply(one: &[i8; WIDTH], many: &[[i8; WIDTH]], out: &mut Vec<i32>) {
    out.clear();
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: the instructions are there, as just asked.
        unsafe { multiply_avx2(one, many, out) };
        return;
    }
    multiply_plain(one, many, out);
}

fn multiply_plain(one: &[i8; WIDTH], many: &[[i8; WIDTH]], out: &mut Vec<i32>) {
    out.extend(many.iter().map(|other| one.iter().zip(other).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum::<i32>()));
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
unsafe fn multiply_avx2(one: &[i8; WIDTH], many: &[[i8; WIDTH]], out: &mut Vec<i32>) {
    use std::arch::x86_64::{
        __m256i, _mm_add_epi32, _mm_cvtsi128_si32, _mm_hadd_epi32, _mm256_abs_epi8, _mm256_castsi256_si128,
        _mm256_extracti128_si256, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_maddubs_epi16, _mm256_set1_epi16,
        _mm256_sign_epi8,
    };
    const { assert!(WIDTH == 32, "a piece is one register") };
    // SAFETY: a piece is 32 bytes long, and the loads need no alignment.
    let load = |piece: &[i8; WIDTH]| unsafe { _mm256_loadu_si256(piece.as_ptr().cast::<__m256i>()) };
    let one = load(one);
    let (size, ones) = (_mm256_abs_epi8(one), _mm256_set1_epi16(1));
    for other in many {
        // No value is below −127, so that two products fit into 16 bits.
        let pairs = _mm256_maddubs_epi16(size, _mm256_sign_epi8(load(other), one));
        let sums = _mm256_madd_epi16(pairs, ones);
        let half = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256::<1>(sums));
        let quarter = _mm_hadd_epi32(half, half);
        out.push(_mm_cvtsi128_si32(_mm_hadd_epi32(quarter, quarter)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Model, PartVector, Pieces};

    fn piece(at: usize) -> [i8; WIDTH] {
        std::array::from_fn(|place| if place == at { 127 } else { 0 })
    }

    fn record(parts: &[&[(u8, usize)]]) -> PartVectors {
        let parts: Vec<PartVector> = parts
            .iter()
            .map(|pieces| PartVector {
                pieces: Pieces {
                    weights: pieces.iter().map(|(weight, _)| *weight).collect(),
                    values: pieces.iter().flat_map(|(_, at)| piece(*at)).collect(),
                },
                ..PartVector::new(&vec![0.1; Model::E5.dim()])
            })
            .collect();
        PartVectors::of(&[Vec::new(), parts])
    }

    #[test]
    fn every_piece_is_laid_beside_the_nearest_of_the_other_side() {
        let asked = record(&[&[(30, 1), (10, 2)], &[(20, 3)]]);
        let other = record(&[&[(5, 9)], &[(8, 1), (8, 3)]]);
        let fit = alignment(&asked, &[0, 1], &other, &[0, 1]).unwrap();
        assert!((fit - (0.8 * 50.0 / 60.0 + 0.2 * 16.0 / 21.0)).abs() < 1e-5, "{fit}");
    }

    #[test]
    fn a_side_without_pieces_cannot_be_laid_beside_anything() {
        let asked = record(&[&[(30, 1)]]);
        assert_eq!(alignment(&asked, &[0], &record(&[&[]]), &[0]), None);
        assert_eq!(alignment(&PartVectors::default(), &[0], &asked, &[0]), None);
    }

    #[test]
    fn quick_and_plain_products_are_the_same() {
        let of = |factor: i32| std::array::from_fn(|place| ((place as i32 * factor) % 255 - 127) as i8);
        let many: Vec<[i8; WIDTH]> = (3..40).map(of).collect();
        let (mut quick, mut plain) = (Vec::new(), Vec::new());
        multiply(&of(13), &many, &mut quick);
        multiply_plain(&of(13), &many, &mut plain);
        assert_eq!(quick, plain);
    }
}
