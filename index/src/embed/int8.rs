//! Products of 16-bit rows with an 8-bit weight matrix, in whole numbers.
//!
//! The dense layers of USE are 8-bit weights with one scale per matrix (its package stores them as floats, but every value
//! is a multiple of the scale; [`Int8Matrix::quantised`] proves that when a model is prepared). Activations are rounded to
//! 14 bits, so the product is exact in 32-bit sums and the rounding is 1/8191 of the largest value. This keeps a quarter
//! of the memory of floats and does 16 multiplications per instruction instead of 8.
//!
//! Weights lie in panels of 16 outputs; within a panel, pairs of inputs are consecutive: `[pair][output][2]`.

use super::maths::{largest, two_versions, wide};

const PANEL: usize = 16;
/// Largest magnitude of an activation: with 127 · 1,280 inputs the sum stays below 2^31.
const TOP: f32 = 8191.0;
/// Rows that are multiplied together, so that a weight is loaded once for all of them.
const TILE: usize = 4;

/// A matrix of 8-bit weights, inputs × outputs, value = scale · code.
pub(super) struct Int8Matrix {
    inputs: usize,
    outputs: usize,
    scale: f32,
    panels: Vec<i8>,
    column_sums: Vec<f32>,
}

/// Rows to multiply: row r is `values[starts[r]..][..inputs]`, true value = scales[r] · code. Rows may overlap.
#[derive(Clone, Copy)]
pub(super) struct Rows<'v> {
    pub(super) values: &'v [i16],
    pub(super) starts: &'v [usize],
    pub(super) scales: &'v [f32],
}

impl Int8Matrix {
    /// Finds codes and scale of a matrix that was stored as floats and returns `scale (f32) · inputs (u32) · outputs (u32) ·
    /// codes`, row by row; `None` when the values are no multiples of one scale in −127..=127.
    pub(super) fn quantised(values: &[f32], inputs: usize, outputs: usize) -> Option<Vec<u8>> {
        let scale = largest(values) / 127.0;
        if scale <= 0.0 || values.len() != inputs * outputs {
            return None;
        }
        let mut out = scale.to_le_bytes().to_vec();
        out.extend_from_slice(&(inputs as u32).to_le_bytes());
        out.extend_from_slice(&(outputs as u32).to_le_bytes());
        for value in values {
            let code = (value / scale).round();
            if (value / scale - code).abs() > 0.01 {
                return None;
            }
            out.push(code as i8 as u8);
        }
        Some(out)
    }

    /// Reads what [`Int8Matrix::quantised`] wrote; `None` when the size does not fit.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Int8Matrix> {
        let (head, codes) = bytes.split_first_chunk::<12>()?;
        let word = |at: usize| [head[at], head[at + 1], head[at + 2], head[at + 3]];
        let (inputs, outputs) = (u32::from_le_bytes(word(4)) as usize, u32::from_le_bytes(word(8)) as usize);
        if codes.len() != inputs * outputs || inputs % 2 != 0 || outputs % PANEL != 0 {
            return None;
        }
        let mut panels = vec![0; codes.len()];
        let mut sums = vec![0i32; outputs];
        for (input, row) in codes.chunks_exact(outputs).enumerate() {
            for (output, &code) in row.iter().enumerate() {
                let pair = (output / PANEL * (inputs / 2) + input / 2) * PANEL + output % PANEL;
                panels[pair * 2 + input % 2] = code as i8;
                sums[output] += i32::from(code as i8);
            }
        }
        let scale = f32::from_le_bytes(word(0));
        let column_sums = sums.iter().map(|&sum| sum as f32 * scale).collect();
        Some(Int8Matrix { inputs, outputs, scale, panels, column_sums })
    }

    /// Numbers of inputs and outputs.
    pub(super) fn shape(&self) -> (usize, usize) {
        (self.inputs, self.outputs)
    }

    /// For every output the sum of its weights: what a constant added to all inputs contributes.
    pub(super) fn column_sums(&self) -> &[f32] {
        &self.column_sums
    }

    /// `out` (rows × outputs, overwritten) = rows · weights.
    pub(super) fn multiply(&self, rows: Rows, out: &mut [f32]) {
        self.multiply_on(wide(), rows, out);
    }

    fn multiply_on(&self, wide: bool, rows: Rows, out: &mut [f32]) {
        assert_eq!(out.len(), rows.starts.len() * self.outputs);
        for (number, panel) in self.panels.chunks_exact(self.inputs * PANEL).enumerate() {
            let (tiles, rest) = rows.starts.as_chunks::<TILE>();
            for (tile, starts) in tiles.iter().enumerate() {
                self.tile(wide, panel, rows, starts, tile * TILE, number * PANEL, out);
            }
            for (position, start) in rest.iter().enumerate() {
                self.tile(wide, panel, rows, &[*start], tiles.len() * TILE + position, number * PANEL, out);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one place, the innermost loop")]
    fn tile<const R: usize>(
        &self,
        wide: bool,
        panel: &[i8],
        rows: Rows,
        starts: &[usize; R],
        first: usize,
        column: usize,
        out: &mut [f32],
    ) {
        let inputs = starts.map(|start| &rows.values[start..start + self.inputs]);
        let sums = sums(wide, panel, inputs);
        for (position, sums) in sums.iter().enumerate() {
            let scale = rows.scales[first + position] * self.scale;
            let target = &mut out[(first + position) * self.outputs + column..][..PANEL];
            for (target, &sum) in target.iter_mut().zip(sums) {
                *target = sum as f32 * scale;
            }
        }
    }
}

fn sums<const R: usize>(wide: bool, panel: &[i8], rows: [&[i16]; R]) -> [[i32; PANEL]; R] {
    assert!(rows.iter().all(|row| row.len() * PANEL == panel.len()));
    #[cfg(target_arch = "x86_64")]
    if wide {
        // SAFETY: `wide` is only true where AVX2 was found
        return unsafe { sums_avx2(panel, rows) };
    }
    let _ = wide;
    sums_plain(panel, rows)
}

fn sums_plain<const R: usize>(panel: &[i8], rows: [&[i16]; R]) -> [[i32; PANEL]; R] {
    let mut sums = [[0i32; PANEL]; R];
    for (pair, weights) in panel.as_chunks::<{ 2 * PANEL }>().0.iter().enumerate() {
        for (sums, row) in sums.iter_mut().zip(rows) {
            let (even, odd) = (i32::from(row[2 * pair]), i32::from(row[2 * pair + 1]));
            for (sum, two) in sums.iter_mut().zip(weights.as_chunks::<2>().0) {
                *sum += even * i32::from(two[0]) + odd * i32::from(two[1]);
            }
        }
    }
    sums
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn sums_avx2<const R: usize>(panel: &[i8], rows: [&[i16]; R]) -> [[i32; PANEL]; R] {
    use std::arch::x86_64::*;
    let mut low = [_mm256_setzero_si256(); R];
    let mut high = [_mm256_setzero_si256(); R];
    for (pair, weights) in panel.as_chunks::<{ 2 * PANEL }>().0.iter().enumerate() {
        let from = weights.as_ptr().cast::<__m128i>();
        // SAFETY: `weights` has 32 bytes
        let (first, second) = unsafe { (_mm_loadu_si128(from), _mm_loadu_si128(from.add(1))) };
        let (first, second) = (_mm256_cvtepi8_epi16(first), _mm256_cvtepi8_epi16(second));
        for r in 0..R {
            // SAFETY: every row has two values per pair (checked by the caller against the length of the panel)
            let two = unsafe { _mm_loadu_si32(rows[r].as_ptr().add(2 * pair).cast()) };
            let two = _mm256_broadcastd_epi32(two);
            low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(first, two));
            high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(second, two));
        }
    }
    let mut sums = [[0i32; PANEL]; R];
    for r in 0..R {
        let to = sums[r].as_mut_ptr().cast::<__m256i>();
        // SAFETY: a row of `sums` has 64 bytes
        unsafe {
            _mm256_storeu_si256(to, low[r]);
            _mm256_storeu_si256(to.add(1), high[r]);
        }
    }
    sums
}

#[inline(always)]
fn round_body<const FMA: bool>(values: &[f32], factor: f32, codes: &mut [i16]) {
    for (code, value) in codes.iter_mut().zip(values) {
        // adding 1.5 · 2^23 leaves the nearest whole number in the low bits
        *code = (value * factor + 12_582_912.0).to_bits() as i16;
    }
}

two_versions! {
    /// codes = values · factor, rounded; the products must be within ±[`TOP`].
    round, round_body(values: &[f32], factor: f32, codes: &mut [i16])
}

/// The scale at which the largest of `values` becomes the largest code; 1 when all are 0.
pub(super) fn scale_for(values: &[f32]) -> f32 {
    let most = largest(values);
    if most > 0.0 && most.is_finite() { most / TOP } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(inputs: usize, outputs: usize) -> (Vec<f32>, Int8Matrix) {
        let values: Vec<f32> =
            (0..inputs * outputs).map(|i| 0.25 * ((i * 7919 + 127) as f32 % 255.0 - 127.0)).collect();
        let bytes = Int8Matrix::quantised(&values, inputs, outputs).unwrap();
        (values, Int8Matrix::from_bytes(&bytes).unwrap())
    }

    #[test]
    fn both_versions_give_the_exact_product() {
        let (values, weights) = matrix(10, 32);
        let codes: Vec<i16> = (0..70).map(|i| (i * 911 % 16_383) as i16 - 8191).collect();
        let starts = [0, 10, 20, 25, 30, 60];
        let scales = [0.5; 6];
        let rows = Rows { values: &codes, starts: &starts, scales: &scales };
        for version in [false, wide()] {
            let mut out = vec![0.0; 6 * 32];
            weights.multiply_on(version, rows, &mut out);
            for (r, &start) in starts.iter().enumerate() {
                for output in 0..32 {
                    let right: f32 = (0..10).map(|i| 0.5 * f32::from(codes[start + i]) * values[i * 32 + output]).sum();
                    assert!((out[r * 32 + output] - right).abs() <= right.abs() * 1e-5 + 0.5);
                }
            }
        }
        let sum: f32 = (0..10).map(|i| values[i * 32]).sum();
        assert!((weights.column_sums()[0] - sum).abs() < 1e-3);
    }

    #[test]
    fn rounding_keeps_the_value_within_half_a_step() {
        let values = [0.0, -3.3, 2.2, 1e-3, 3.3];
        let scale = scale_for(&values);
        let mut codes = [0i16; 5];
        round(&values, 1.0 / scale, &mut codes);
        assert_eq!(codes[1], -8191);
        for (code, value) in codes.iter().zip(values) {
            assert!((f32::from(*code) * scale - value).abs() <= scale * 0.51);
        }
        assert_eq!(scale_for(&[0.0; 4]), 1.0);
    }

    #[test]
    fn floats_that_are_no_multiples_are_refused() {
        assert!(Int8Matrix::quantised(&[0.111, 1.0], 2, 1).is_none());
        assert!(Int8Matrix::quantised(&[0.0, 0.0], 2, 1).is_none());
    }
}
