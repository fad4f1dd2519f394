//! Scaled dot-product attention within one text, head by head.
//!
//! Both products (queries with keys, weights with values) are the same small kernel: four rows times a panel of sixteen
//! columns, which the compiler keeps in registers. What it is not: attention across texts; every stretch is called alone,
//! so texts of a batch never see each other and no padding is computed. Source: Vaswani et al. (2017), arXiv:1706.03762.

use super::maths::{exp, fma, two_versions};

const ROWS: usize = 4;
const COLUMNS: usize = 16;
type Panel = [f32; COLUMNS];

/// Dimensions per head; both models of the e5-small family have 32.
pub(super) const HEAD: usize = 32;

#[inline(always)]
fn product<const FMA: bool>(rows: [&[f32]; ROWS], panel: &[Panel]) -> [Panel; ROWS] {
    let mut sums = [[0.0; COLUMNS]; ROWS];
    let rows = rows.map(|row| &row[..panel.len()]);
    for (i, columns) in panel.iter().enumerate() {
        for (sums, row) in sums.iter_mut().zip(&rows) {
            let factor = row[i];
            for (sum, column) in sums.iter_mut().zip(columns) {
                *sum = fma::<FMA>(factor, *column, *sum);
            }
        }
    }
    sums
}

/// e^(score − largest), in place; gives the factor that makes the sum 1.
#[inline(always)]
fn soften<const FMA: bool>(scores: &mut [Panel]) -> f32 {
    let mut most = [f32::NEG_INFINITY; COLUMNS];
    for panel in scores.iter() {
        for (most, &score) in most.iter_mut().zip(panel) {
            *most = if score > *most { score } else { *most };
        }
    }
    let top = most.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sums = [0.0; COLUMNS];
    for panel in scores {
        for (sum, score) in sums.iter_mut().zip(panel) {
            *score = exp::<FMA>(*score - top);
            *sum += *score;
        }
    }
    1.0 / sums.iter().sum::<f32>()
}

#[inline(always)]
fn attend_body<const FMA: bool>(joined: &[f32], heads: usize, out: &mut [f32]) {
    let width = heads * HEAD;
    let length = out.len() / width;
    let panels = length.div_ceil(COLUMNS);
    let mut keys = vec![[0.0; COLUMNS]; panels * HEAD];
    let mut values = vec![[0.0; COLUMNS]; 2 * length];
    let mut queries = vec![[0.0; HEAD]; ROWS];
    let mut scores: [Vec<Panel>; ROWS] = std::array::from_fn(|_| vec![[0.0; COLUMNS]; panels]);
    let scale = 1.0 / (HEAD as f32).sqrt();
    for head in 0..heads {
        for (t, row) in joined.chunks_exact(3 * width).enumerate() {
            let key = &row[width + head * HEAD..][..HEAD];
            for (d, &value) in key.iter().enumerate() {
                keys[t / COLUMNS * HEAD + d][t % COLUMNS] = value;
            }
            let (value, _) = row[2 * width + head * HEAD..][..HEAD].as_chunks::<COLUMNS>();
            values[t] = value[0];
            values[length + t] = value[1];
        }
        for first in (0..length).step_by(ROWS) {
            let here = (length - first).min(ROWS);
            for (r, query) in queries.iter_mut().enumerate().take(here) {
                let row = &joined[(first + r) * 3 * width + head * HEAD..][..HEAD];
                for (to, from) in query.iter_mut().zip(row) {
                    *to = from * scale;
                }
            }
            for (panel, keys) in keys.as_chunks::<HEAD>().0.iter().enumerate() {
                let sums = product::<FMA>([&queries[0], &queries[1], &queries[2], &queries[3]], keys);
                for (scores, sums) in scores.iter_mut().zip(sums) {
                    scores[panel] = sums;
                }
            }
            let mut factors = [0.0; ROWS];
            for (scores, factor) in scores.iter_mut().zip(&mut factors) {
                if !length.is_multiple_of(COLUMNS)
                    && let Some(last) = scores.last_mut()
                {
                    last[length % COLUMNS..].fill(f32::NEG_INFINITY);
                }
                *factor = soften::<FMA>(scores);
            }
            let [a, b, c, d] = &scores;
            let weights = [a.as_flattened(), b.as_flattened(), c.as_flattened(), d.as_flattened()];
            for (half, values) in values.chunks_exact(length).enumerate() {
                let sums = product::<FMA>(weights, values);
                for (r, (sums, factor)) in sums.iter().zip(factors).enumerate().take(here) {
                    let target = &mut out[(first + r) * width + head * HEAD + half * COLUMNS..][..COLUMNS];
                    for (target, sum) in target.iter_mut().zip(sums) {
                        *target = sum * factor;
                    }
                }
            }
        }
    }
}

two_versions! {
    /// Attention of one text. `joined` has per piece the queries, keys and values of all heads (3 · heads · 32 values), `out`
    /// gets heads · 32 values per piece. At least one piece.
    attend, attend_body(joined: &[f32], heads: usize, out: &mut [f32])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(joined: &[f32], heads: usize, length: usize) -> Vec<f32> {
        let width = heads * HEAD;
        let at = |t: usize, part: usize, head: usize, d: usize| joined[t * 3 * width + part * width + head * HEAD + d];
        let mut out = vec![0.0; length * width];
        for head in 0..heads {
            for t in 0..length {
                let scores: Vec<f32> = (0..length)
                    .map(|s| (0..HEAD).map(|d| at(t, 0, head, d) * at(s, 1, head, d)).sum::<f32>() / 32f32.sqrt())
                    .collect();
                let total: f32 = scores.iter().map(|score| score.exp()).sum();
                for d in 0..HEAD {
                    let sum: f32 = (0..length).map(|s| scores[s].exp() * at(s, 2, head, d)).sum();
                    out[t * width + head * HEAD + d] = sum / total;
                }
            }
        }
        out
    }

    #[test]
    fn it_agrees_with_the_formula_at_any_length() {
        for length in [1, 2, 4, 5, 16, 17, 33] {
            let joined: Vec<f32> = (0..length * 3 * 64).map(|i| ((i * 37 % 101) as f32 - 50.0) / 60.0).collect();
            let right = plain(&joined, 2, length);
            let mut wide = vec![0.0; length * 64];
            let mut narrow = wide.clone();
            attend(&joined, 2, &mut wide);
            attend_body::<false>(&joined, 2, &mut narrow);
            for ((wide, narrow), right) in wide.iter().zip(narrow).zip(right) {
                assert!((wide - right).abs() < 1e-5 && (narrow - right).abs() < 1e-5);
            }
        }
    }
}
