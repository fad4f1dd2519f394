//! Vectors in eight bits a dimension with a scale each: a quarter of the memory, and against full
//! precision no measurable loss.

use super::{Model, Pieces};
use crate::embed::pieces::WIDTH;

/// One vector in 8 bits a dimension: `value ≈ scale × i8`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PartVector {
    pub scale: f32,
    pub values: Vec<i8>,
    /// Of the text it was made from; e5 gives them for short texts that may answer.
    pub pieces: Pieces,
}

impl PartVector {
    /// From a vector of any length (norm).
    pub fn new(vector: &[f32]) -> PartVector {
        let largest = vector.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
        if largest == 0.0 || !largest.is_finite() {
            return PartVector { values: vec![0; vector.len()], ..PartVector::default() };
        }
        let scale = largest / 127.0;
        let values = vector.iter().map(|value| (value / scale).round() as i8).collect();
        PartVector { scale, values, ..PartVector::default() }
    }

    /// All 0: the model does not read the language of the text.
    pub fn says_nothing(&self) -> bool {
        self.scale == 0.0
    }

    /// The vector again, as near as eight bits go.
    pub fn to_f32(&self) -> Vec<f32> {
        self.values.iter().map(|value| f32::from(*value) * self.scale).collect()
    }

    /// Scalar product; the cosine for unit vectors. 0 when the lengths differ.
    pub fn dot(&self, other: &PartVector) -> f32 {
        dot(&self.values, &other.values) as f32 * self.scale * other.scale
    }

    /// Cosine with another of the same model, both having been unit vectors.
    pub fn cosine(&self, other: &PartVector) -> f32 {
        self.dot(other)
    }

    /// Bytes it takes on disk for a model.
    pub(super) const fn bytes(model: Model) -> usize {
        4 + model.dim()
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.scale.to_le_bytes());
        out.extend(self.values.iter().map(|value| value.cast_unsigned()));
    }

    pub(super) fn read(bytes: &[u8]) -> Option<PartVector> {
        let (scale, values) = bytes.split_first_chunk::<4>()?;
        let values = as_signed(values).to_vec();
        Some(PartVector { scale: f32::from_le_bytes(*scale), values, ..PartVector::default() })
    }

    /// As in the cache: the weights and values of the pieces follow.
    pub(super) fn write_with_pieces(&self, out: &mut Vec<u8>) {
        self.write(out);
        out.extend_from_slice(&self.pieces.weights);
        out.extend_from_slice(as_unsigned(&self.pieces.values));
    }

    pub(super) fn read_with_pieces(model: Model, bytes: &[u8]) -> Option<PartVector> {
        let (vector, pieces) = bytes.split_at_checked(PartVector::bytes(model))?;
        let (weights, values) = pieces.split_at(pieces.len() / (1 + WIDTH));
        let pieces = Pieces { weights: weights.to_vec(), values: as_signed(values).to_vec() };
        Some(PartVector { pieces, ..PartVector::read(vector)? })
    }
}

/// Scalar product of 8-bit vectors; the shorter length counts.
pub fn dot(left: &[i8], right: &[i8]) -> i32 {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: the instructions are there, as just asked.
        return unsafe { dot_avx2(left, right) };
    }
    dot_plain(left, right)
}

fn dot_plain(left: &[i8], right: &[i8]) -> i32 {
    left.iter().zip(right).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum()
}

/// Of values from −127 on, which all vectors have: two products of such fit in 16 bits, two of −128 do not.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
unsafe fn dot_avx2(left: &[i8], right: &[i8]) -> i32 {
    use std::arch::x86_64::{
        __m256i, _mm_add_epi32, _mm_cvtsi128_si32, _mm_shuffle_epi32, _mm256_abs_epi8, _mm256_add_epi32,
        _mm256_castsi256_si128, _mm256_extracti128_si256, _mm256_loadu_si256, _mm256_madd_epi16, _mm256_maddubs_epi16,
        _mm256_set1_epi16, _mm256_setzero_si256, _mm256_sign_epi8,
    };
    let (left_blocks, left_rest) = left.as_chunks::<32>();
    let (right_blocks, right_rest) = right.as_chunks::<32>();
    let ones = _mm256_set1_epi16(1);
    let mut sums = _mm256_setzero_si256();
    for (a, b) in left_blocks.iter().zip(right_blocks) {
        // SAFETY: each block is 32 bytes long, and the loads need no alignment.
        let (a, b) = unsafe {
            (_mm256_loadu_si256(a.as_ptr().cast::<__m256i>()), _mm256_loadu_si256(b.as_ptr().cast::<__m256i>()))
        };
        // The instruction takes one factor without a sign: the sign goes over to the other.
        let pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(a), _mm256_sign_epi8(b, a));
        sums = _mm256_add_epi32(sums, _mm256_madd_epi16(pairs, ones));
    }
    let halves = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256::<1>(sums));
    let quarters = _mm_add_epi32(halves, _mm_shuffle_epi32::<0b01_00_11_10>(halves));
    let all = _mm_add_epi32(quarters, _mm_shuffle_epi32::<0b10_11_00_01>(quarters));
    let rest = if left_blocks.len() == right_blocks.len() { dot_plain(left_rest, right_rest) } else { 0 };
    _mm_cvtsi128_si32(all) + rest
}

/// Vectors of one record's parts (requirements or sentences), in step with `Stored::parts`.
#[derive(Debug, Clone, Default)]
pub struct PartVectors {
    /// The vectors of each model, one after the other.
    rows: [Vec<u8>; 2],
    /// Pieces of all parts together.
    pieces: Pieces,
    /// Where the pieces of each part end.
    ends: Vec<u32>,
}

impl PartVectors {
    /// Of both models (order of `Model::ALL`), one a part: for records that are in no corpus.
    pub fn of(vectors: &[Vec<PartVector>; 2]) -> PartVectors {
        let mut found = PartVectors::default();
        Model::ALL.into_iter().zip(vectors).for_each(|(model, vectors)| found.set(model, vectors));
        found
    }

    /// From the form in which they are stored: the bytes of the first model, then the rows of both. Without pieces.
    pub(super) fn read(bytes: &[u8]) -> Option<PartVectors> {
        let (first, rows) = bytes.split_first_chunk::<4>()?;
        let (first, second) = rows.split_at_checked(u32::from_le_bytes(*first) as usize)?;
        Some(PartVectors { rows: [first.to_vec(), second.to_vec()], ..PartVectors::default() })
    }

    /// The form in which they are stored.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let [first, second] = &self.rows;
        let length = u32::try_from(first.len()).unwrap_or_default();
        [length.to_le_bytes().as_slice(), first, second].concat()
    }

    /// Adds the pieces in the form in which they are stored: how many there are, weights, values, and the end of each part.
    pub(super) fn read_pieces(&mut self, bytes: &[u8]) -> Option<()> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (weights, rest) = rest.split_at_checked(count)?;
        let (values, ends) = rest.split_at_checked(count.checked_mul(WIDTH)?)?;
        self.pieces = Pieces { weights: weights.to_vec(), values: as_signed(values).to_vec() };
        self.ends = ends.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect();
        Some(())
    }

    /// The form in which pieces are stored.
    pub(super) fn pieces_to_bytes(&self) -> Vec<u8> {
        let count = u32::try_from(self.pieces.len()).unwrap_or_default();
        let mut bytes =
            [count.to_le_bytes().as_slice(), &self.pieces.weights, as_unsigned(&self.pieces.values)].concat();
        self.ends.iter().for_each(|end| bytes.extend_from_slice(&end.to_le_bytes()));
        bytes
    }

    pub(super) fn set(&mut self, model: Model, vectors: &[PartVector]) {
        let rows = &mut self.rows[model.position()];
        rows.clear();
        vectors.iter().for_each(|vector| vector.write(rows));
        if model == Model::E5 {
            (self.pieces, self.ends) = Default::default();
            for vector in vectors {
                self.pieces.weights.extend_from_slice(&vector.pieces.weights);
                self.pieces.values.extend_from_slice(&vector.pieces.values);
                self.ends.push(u32::try_from(self.pieces.len()).unwrap_or(u32::MAX));
            }
        }
    }

    /// Weights and values ([`WIDTH`] each) of a part's pieces; `None` where it has none.
    pub fn pieces(&self, part: usize) -> Option<(&[u8], &[i8])> {
        let start = part.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).map(|end| *end as usize))?;
        let end = *self.ends.get(part)? as usize;
        let weights = self.pieces.weights.get(start..end).filter(|weights| !weights.is_empty())?;
        Some((weights, self.pieces.values.get(start * WIDTH..end * WIDTH)?))
    }

    fn rows(&self, model: Model) -> &[u8] {
        &self.rows[model.position()]
    }

    /// Scale and values of a part's vector; `None` where there is none, or one that says nothing.
    pub fn row(&self, model: Model, part: usize) -> Option<(f32, &[i8])> {
        let size = PartVector::bytes(model);
        let bytes = self.rows(model).get(part * size..(part + 1) * size)?;
        let (scale, values) = bytes.split_first_chunk::<4>()?;
        let scale = Some(f32::from_le_bytes(*scale)).filter(|scale| *scale != 0.0)?;
        Some((scale, as_signed(values)))
    }

    /// Number of parts that have a vector of this model.
    pub fn count(&self, model: Model) -> usize {
        self.rows(model).len() / PartVector::bytes(model)
    }

    /// Number of parts.
    pub fn len(&self) -> usize {
        Model::ALL.into_iter().map(|model| self.count(model)).max().unwrap_or(0)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a part has a vector of this model that says something; all are in one language.
    pub fn has(&self, model: Model) -> bool {
        (0..self.count(model)).any(|part| self.row(model, part).is_some())
    }

    /// One part's vector, to compare with others.
    pub fn get(&self, model: Model, part: usize) -> Option<PartVector> {
        self.row(model, part).map(|(scale, values)| PartVector {
            scale,
            values: values.to_vec(),
            ..PartVector::default()
        })
    }

    /// Cosine of a part with a vector of the same model.
    pub fn cosine(&self, model: Model, part: usize, with: &PartVector) -> Option<f32> {
        self.row(model, part)
            .filter(|_| !with.says_nothing())
            .map(|(scale, values)| dot(values, &with.values) as f32 * scale * with.scale)
    }

    /// Cosine of a part with a part of another record.
    pub fn between(&self, model: Model, part: usize, other: &PartVectors, other_part: usize) -> Option<f32> {
        let ((scale, values), (other_scale, other_values)) = (self.row(model, part)?, other.row(model, other_part)?);
        Some(dot(values, other_values) as f32 * scale * other_scale)
    }

    /// Mean of the cosines that exist, over the models: the similarity of the joined vectors.
    pub fn meaning(&self, part: usize, with: &[Option<PartVector>; 2]) -> Option<f32> {
        let mut sum = 0.0;
        let mut count = 0.0;
        for model in Model::ALL {
            let cosine =
                with.get(model.position()).and_then(Option::as_ref).and_then(|with| self.cosine(model, part, with));
            if let Some(cosine) = cosine {
                sum += cosine;
                count += 1.0;
            }
        }
        (count > 0.0).then(|| sum / count)
    }

    /// The part nearest to a vector, and how near.
    pub fn nearest(&self, with: &[Option<PartVector>; 2]) -> Option<(usize, f32)> {
        (0..self.len())
            .filter_map(|part| self.meaning(part, with).map(|cosine| (part, cosine)))
            .max_by(|(_, a), (_, b)| a.total_cmp(b))
    }
}

/// The same bytes as signed numbers.
fn as_signed(bytes: &[u8]) -> &[i8] {
    // SAFETY: u8 and i8 have the same size, alignment and valid bit patterns.
    unsafe { std::slice::from_raw_parts(bytes.as_ptr().cast::<i8>(), bytes.len()) }
}

fn as_unsigned(numbers: &[i8]) -> &[u8] {
    // SAFETY: u8 and i8 have the same size, alignment and valid bit patterns.
    unsafe { std::slice::from_raw_parts(numbers.as_ptr().cast::<u8>(), numbers.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bits_keep_the_cosine_to_a_hundredth() {
        let vector: Vec<f32> = (0..384).map(|i| ((i * 37 % 101) as f32 - 50.0) / 600.0).collect();
        let norm = vector.iter().map(|value| value * value).sum::<f32>();
        let quantised = PartVector::new(&vector);
        assert!((quantised.dot(&quantised) - norm).abs() < 0.01 * norm);
        let mut bytes = Vec::new();
        quantised.write(&mut bytes);
        assert_eq!(bytes.len(), PartVector::bytes(Model::E5));
        assert_eq!(PartVector::read(&bytes), Some(quantised));
    }

    #[test]
    fn vectors_of_both_models_come_back_whichever_came_first() {
        let pieces = Pieces { weights: vec![7, 9], values: vec![3; 2 * WIDTH] };
        let of = |model: Model, value: f32| {
            let vector = PartVector::new(&vec![value; model.dim()]);
            [vector.clone(), PartVector { pieces: pieces.clone(), ..vector }]
        };
        let mut vectors = PartVectors::default();
        vectors.set(Model::E5, &of(Model::E5, 0.5));
        vectors.set(Model::Use, &of(Model::Use, 0.2));
        vectors.set(Model::E5, &of(Model::E5, 0.3));
        let mut again = PartVectors::read(&vectors.to_bytes()).unwrap();
        assert_eq!(again.pieces(1), None);
        again.read_pieces(&vectors.pieces_to_bytes()).unwrap();
        assert!((again.get(Model::Use, 0).unwrap().to_f32()[0] - 0.2).abs() < 0.01);
        assert!((again.get(Model::E5, 0).unwrap().to_f32()[0] - 0.3).abs() < 0.01);
        assert_eq!(again.len(), 2);
        assert_eq!((again.pieces(0), again.pieces(2)), (None, None));
        assert_eq!(again.pieces(1), Some((pieces.weights.as_slice(), pieces.values.as_slice())));
    }

    #[test]
    fn the_quick_and_the_plain_scalar_product_agree() {
        let left: Vec<i8> = (0..515).map(|i| (i * 7 % 255 - 127) as i8).collect();
        let right: Vec<i8> = (0..515).map(|i| (i * 13 % 255 - 127) as i8).collect();
        assert_eq!(dot(&left, &right), dot_plain(&left, &right));
    }
}
