//! One bit a dimension: how many bits of a row differ from the question's, and which rows differ
//! least. No vectors here, and no memory of its own: `vectors` keeps the codes.

use super::Model;
use super::quantised::PartVector;

const WORDS: [usize; 2] = [512 / 64, 384 / 64];

/// Sign bits of a row's vectors, one model after the other.
pub(super) type Code = [u64; WORDS[0] + WORDS[1]];

/// Farthest distance in the common measure; more means "no vector".
const FARTHEST: u16 = 3072;
/// Distances looked at together: in most such blocks nothing is near.
const BLOCK: usize = 32;

/// Puts the sign bits of one model's vector at their place in the code.
pub(super) fn set_bits(code: &mut Code, model: Model, values: &[i8]) {
    let first = model.position() * WORDS[0];
    let words = code.iter_mut().skip(first);
    for (word, block) in words.zip(values.chunks(64)) {
        *word = block.iter().enumerate().fold(0, |bits, (position, value)| bits | u64::from(*value > 0) << position);
    }
}

/// A question in bits.
pub(super) struct Asked {
    code: Code,
    /// Bit `Model::position` is set where there is a vector.
    have: u8,
}

impl Asked {
    /// `None` when there is no vector at all.
    pub fn new(query: &[Option<PartVector>; 2]) -> Option<Asked> {
        let mut asked = Asked { code: Code::default(), have: 0 };
        for (model, vector) in Model::ALL.into_iter().zip(query) {
            if let Some(vector) = vector.as_ref().filter(|one| one.values.len() == model.dim() && !one.says_nothing()) {
                set_bits(&mut asked.code, model, &vector.values);
                asked.have |= 1 << model.position();
            }
        }
        (asked.have != 0).then_some(asked)
    }

    /// Distance of every row, brought to one measure whichever models are there: the mean of the
    /// shares of differing bits, in 3,072ths.
    pub fn measure(&self, codes: &[Code], have: &[u8], distances: &mut [u16]) {
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("popcnt") {
            // SAFETY: the instruction is there, as just asked.
            return unsafe { self.measure_popcnt(codes, have, distances) };
        }
        self.measure_plain(codes, have, distances);
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "popcnt")]
    unsafe fn measure_popcnt(&self, codes: &[Code], have: &[u8], distances: &mut [u16]) {
        self.measure_plain(codes, have, distances);
    }

    #[inline(always)]
    fn measure_plain(&self, codes: &[Code], have: &[u8], distances: &mut [u16]) {
        for ((row, have), distance) in codes.iter().zip(have).zip(distances) {
            let differing = |words: std::ops::Range<usize>| -> u32 {
                self.code[words.clone()].iter().zip(&row[words]).map(|(a, b)| (a ^ b).count_ones()).sum()
            };
            let (quick, thorough) = (differing(0..WORDS[0]), differing(WORDS[0]..WORDS[0] + WORDS[1]));
            *distance = match have & self.have {
                0b11 => (3 * quick + 4 * thorough) as u16,
                0b01 => 6 * quick as u16,
                0b10 => 8 * thorough as u16,
                _ => FARTHEST + 1,
            };
        }
    }
}

/// The rows of the smallest distances among those offered; of equal ones the first.
pub(super) struct Nearest {
    limit: usize,
    /// Only what is nearer can still be among them.
    threshold: u16,
    kept: Vec<(u16, u32)>,
}

impl Nearest {
    pub fn new(limit: usize) -> Nearest {
        Nearest { limit, threshold: FARTHEST + 1, kept: Vec::with_capacity(limit * 4) }
    }

    /// Takes in the distances of the rows from `first` on; later rows have higher numbers.
    pub fn offer(&mut self, first: u32, distances: &[u16]) {
        for (block, first) in distances.chunks(BLOCK).zip((first..).step_by(BLOCK)) {
            if block.iter().copied().fold(u16::MAX, u16::min) >= self.threshold {
                continue;
            }
            let near = block.iter().zip(first..).filter(|(distance, _)| **distance < self.threshold);
            self.kept.extend(near.map(|(distance, row)| (*distance, row)));
            if self.kept.len() >= self.limit * 3 {
                self.cut();
            }
        }
    }

    fn cut(&mut self) {
        if self.kept.len() > self.limit && self.limit > 0 {
            let (_, last, _) = self.kept.select_nth_unstable(self.limit - 1);
            self.threshold = last.0;
        }
        self.kept.truncate(self.limit);
    }

    /// The rows kept, in their order.
    pub fn rows(mut self) -> Vec<u32> {
        self.cut();
        let mut rows: Vec<u32> = self.kept.into_iter().map(|(_, row)| row).collect();
        rows.sort_unstable();
        rows
    }
}

#[cfg(test)]
mod tests {
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    use super::*;

    #[test]
    fn the_nearest_are_those_that_sorting_all_would_give() {
        let mut random = ChaCha8Rng::seed_from_u64(3);
        let distances: Vec<u16> = (0..10_000).map(|_| random.random_range(1400..FARTHEST + 2)).collect();
        for limit in [0, 1, 7, 500, 20_000] {
            let mut nearest = Nearest::new(limit);
            for (chunk, first) in distances.chunks(1024).zip((0..).step_by(1024)) {
                nearest.offer(first, chunk);
            }
            let mut all: Vec<(u16, u32)> =
                distances.iter().copied().zip(0..).filter(|(distance, _)| *distance <= FARTHEST).collect();
            all.sort_unstable();
            let mut wanted: Vec<u32> = all.into_iter().take(limit).map(|(_, row)| row).collect();
            wanted.sort_unstable();
            assert_eq!(nearest.rows(), wanted, "{limit}");
        }
    }

    #[test]
    fn the_quick_and_the_plain_count_of_differing_bits_agree() {
        let mut random = ChaCha8Rng::seed_from_u64(4);
        let codes: Vec<Code> = (0..100).map(|_| random.random()).collect();
        let have: Vec<u8> = (0..100).map(|row| row % 4).collect();
        for asked in 1..4 {
            let asked = Asked { code: random.random(), have: asked };
            let (mut quick, mut plain) = ([0; 100], [0; 100]);
            asked.measure(&codes, &have, &mut quick);
            asked.measure_plain(&codes, &have, &mut plain);
            assert_eq!(quick, plain);
            assert!(plain.iter().any(|distance| *distance <= FARTHEST));
        }
    }
}
