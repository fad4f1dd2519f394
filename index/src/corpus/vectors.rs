//! Record vectors in memory: one bit a dimension to scan, eight bits to rescore what looks near.
//!
//! About 1 KB a record with both models, in pieces of 1,024 rows, so that growing never copies.

use super::Model;
use super::bits::{Asked, Code, Nearest, set_bits};
use super::quantised::{PartVector, dot};

const ROWS: usize = 1024;
/// Rows between the one compared and the one asked for.
const AHEAD: usize = 6;

/// A question: the vectors of the models that are there.
pub(super) type Query = [Option<PartVector>; 2];

#[derive(Default)]
pub(super) struct Vectors {
    chunks: Vec<Chunk>,
}

struct Chunk {
    /// Bit `Model::position` is set where the row has that vector.
    have: Box<[u8]>,
    codes: Box<[Code]>,
    scales: [Box<[f32]>; 2],
    /// Not there before the first vector of the model.
    values: [Box<[i8]>; 2],
}

impl Chunk {
    fn new() -> Chunk {
        Chunk {
            have: vec![0; ROWS].into(),
            codes: vec![Code::default(); ROWS].into(),
            scales: [vec![0.0; ROWS].into(), vec![0.0; ROWS].into()],
            values: [Box::default(), Box::default()],
        }
    }
}

impl Vectors {
    fn place(&mut self, row: u32) -> (usize, &mut Chunk) {
        let (chunk, offset) = (row as usize / ROWS, row as usize % ROWS);
        while self.chunks.len() <= chunk {
            self.chunks.push(Chunk::new());
        }
        (offset, &mut self.chunks[chunk])
    }

    pub fn set(&mut self, row: u32, model: Model, vector: &PartVector) {
        let (dimensions, position) = (model.dim(), model.position());
        if vector.values.len() != dimensions {
            return;
        }
        let (offset, chunk) = self.place(row);
        if chunk.values[position].is_empty() {
            chunk.values[position] = vec![0; ROWS * dimensions].into();
        }
        chunk.values[position][offset * dimensions..(offset + 1) * dimensions].copy_from_slice(&vector.values);
        chunk.scales[position][offset] = vector.scale;
        set_bits(&mut chunk.codes[offset], model, &vector.values);
        // One that says nothing is near to nothing.
        chunk.have[offset] = chunk.have[offset] & !(1 << position) | u8::from(!vector.says_nothing()) << position;
    }

    pub fn clear(&mut self, row: u32) {
        let (offset, chunk) = self.place(row);
        chunk.have[offset] = 0;
    }

    fn slice(&self, row: u32, model: Model) -> Option<(f32, &[i8])> {
        let (chunk, offset) = (self.chunks.get(row as usize / ROWS)?, row as usize % ROWS);
        let (dimensions, position) = (model.dim(), model.position());
        if chunk.have.get(offset)? & (1 << position) == 0 {
            return None;
        }
        let values = chunk.values.get(position)?.get(offset * dimensions..(offset + 1) * dimensions)?;
        Some((*chunk.scales.get(position)?.get(offset)?, values))
    }

    pub fn get(&self, row: u32, model: Model) -> Option<PartVector> {
        self.slice(row, model).map(|(scale, values)| PartVector {
            scale,
            values: values.to_vec(),
            ..PartVector::default()
        })
    }

    /// Cosines with a question, where both sides have a vector.
    pub fn cosines(&self, row: u32, query: &Query) -> [Option<f32>; 2] {
        Model::ALL.map(|model| {
            let asked = query.get(model.position())?.as_ref().filter(|asked| !asked.says_nothing())?;
            let (scale, values) = self.slice(row, model)?;
            Some(dot(values, &asked.values) as f32 * scale * asked.scale)
        })
    }

    /// Asks the memory for a row's vectors before they are needed: rows that look near lie anywhere.
    fn prefetch(&self, row: u32) {
        #[cfg(target_arch = "x86_64")]
        for model in Model::ALL {
            if let Some((_, values)) = self.slice(row, model) {
                for line in values.chunks(64) {
                    use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
                    // SAFETY: a hint, which reads nothing; every x86-64 processor has it.
                    unsafe { _mm_prefetch::<_MM_HINT_T0>(line.as_ptr()) };
                }
            }
        }
    }

    /// The `limit` rows with the highest mean cosine, best first: `examine` rows whose bits look
    /// nearest are compared in full.
    pub fn nearest(&self, query: &Query, limit: usize, examine: usize) -> Vec<(u32, [Option<f32>; 2])> {
        if limit == 0 {
            return Vec::new();
        }
        let examined = self.nearest_by_bits(query, examine.max(limit));
        let mut found = Vec::with_capacity(examined.len());
        for (position, row) in examined.iter().enumerate() {
            if let Some(soon) = examined.get(position + AHEAD) {
                self.prefetch(*soon);
            }
            let cosines = self.cosines(*row, query);
            if let Some(mean) = mean(cosines) {
                found.push((mean, *row, cosines));
            }
        }
        let best_first = |a: &(f32, u32, _), b: &(f32, u32, _)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if found.len() > limit {
            found.select_nth_unstable_by(limit - 1, best_first);
        }
        found.truncate(limit);
        found.sort_unstable_by(best_first);
        found.into_iter().map(|(_, row, cosines)| (row, cosines)).collect()
    }

    fn nearest_by_bits(&self, query: &Query, limit: usize) -> Vec<u32> {
        let Some(asked) = Asked::new(query) else {
            return Vec::new();
        };
        let mut nearest = Nearest::new(limit.min(self.chunks.len() * ROWS));
        let mut distances = [0; ROWS];
        for (chunk, first) in self.chunks.iter().zip((0..).step_by(ROWS)) {
            asked.measure(&chunk.codes, &chunk.have, &mut distances);
            nearest.offer(first, &distances);
        }
        nearest.rows()
    }
}

/// Mean of the cosines there are.
fn mean(cosines: [Option<f32>; 2]) -> Option<f32> {
    match cosines {
        [Some(a), Some(b)] => Some((a + b) / 2.0),
        [one, None] | [None, one] => one,
    }
}

#[cfg(test)]
mod tests {
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    use super::*;

    fn unit(mut vector: Vec<f32>) -> Vec<f32> {
        let norm = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
        vector.iter_mut().for_each(|value| *value /= norm);
        vector
    }

    fn noisy(center: &[f32], noise: f32, random: &mut ChaCha8Rng) -> Vec<f32> {
        unit(center.iter().map(|value| value + noise * random.random_range(-1.0..1.0f32)).collect())
    }

    /// A vector of each model.
    type Both = [Vec<f32>; 2];

    /// Clusters as subjects make them: 80 centres, rows scattered around them.
    fn clustered(rows: usize, queries: usize) -> (Vec<Both>, Vec<Both>) {
        let mut random = ChaCha8Rng::seed_from_u64(7);
        let centers: Vec<[Vec<f32>; 2]> = (0..80)
            .map(|_| Model::ALL.map(|model| unit((0..model.dim()).map(|_| random.random_range(-1.0..1.0)).collect())))
            .collect();
        let mut near = |count: usize| {
            (0..count)
                .map(|i| Model::ALL.map(|model| noisy(&centers[i % 80][model.position()], 0.09, &mut random)))
                .collect::<Vec<_>>()
        };
        (near(rows), near(queries))
    }

    #[test]
    fn scanning_bits_finds_what_full_precision_finds() {
        let (rows, queries) = clustered(8_000, 20);
        for models in [vec![Model::Use], vec![Model::Use, Model::E5]] {
            let mut vectors = Vectors::default();
            for (row, pair) in rows.iter().enumerate() {
                models
                    .iter()
                    .for_each(|model| vectors.set(row as u32, *model, &PartVector::new(&pair[model.position()])));
            }
            let mut found = 0;
            for query in &queries {
                let cosine = |pair: &[Vec<f32>; 2]| -> f32 {
                    let dot = |model: &Model| {
                        pair[model.position()].iter().zip(&query[model.position()]).map(|(a, b)| a * b).sum::<f32>()
                    };
                    models.iter().map(dot).sum()
                };
                let mut exact: Vec<(f32, u32)> =
                    rows.iter().enumerate().map(|(row, pair)| (cosine(pair), row as u32)).collect();
                exact.sort_by(|a, b| b.0.total_cmp(&a.0));
                let asked =
                    Model::ALL.map(|model| models.contains(&model).then(|| PartVector::new(&query[model.position()])));
                let answer = vectors.nearest(&asked, 20, 600);
                found += exact[..20].iter().filter(|(_, row)| answer.iter().any(|(other, _)| other == row)).count();
            }
            assert!(found >= 396, "{models:?}: {found} of 400");
        }
    }

    #[test]
    fn a_vector_that_says_nothing_is_near_to_nothing() {
        let (rows, queries) = clustered(10, 1);
        let nothing = |model: Model| PartVector::new(&vec![0.0; model.dim()]);
        let mut vectors = Vectors::default();
        for (row, both) in (0..).zip(&rows) {
            vectors.set(row, Model::Use, &if row < 4 { nothing(Model::Use) } else { PartVector::new(&both[0]) });
            vectors.set(row, Model::E5, &PartVector::new(&both[1]));
        }
        let asked = [Some(PartVector::new(&queries[0][0])), Some(PartVector::new(&queries[0][1]))];
        assert_eq!(vectors.cosines(0, &asked)[0], None);
        assert_eq!(vectors.nearest(&asked, 10, 10).len(), 10);
        // A question that says nothing in one model is asked in the other.
        let half = [Some(nothing(Model::Use)), asked[1].clone()];
        let only = [None, asked[1].clone()];
        assert_eq!(vectors.nearest(&half, 10, 10), vectors.nearest(&only, 10, 10));
        let silent = [Some(nothing(Model::Use)), None];
        assert!(vectors.nearest(&silent, 10, 10).is_empty());
        // What said something and no longer does is forgotten.
        vectors.set(9, Model::Use, &nothing(Model::Use));
        assert_eq!(vectors.cosines(9, &asked)[0], None);
    }

    #[test]
    fn a_row_without_a_vector_or_cleared_is_never_near() {
        let (rows, queries) = clustered(50, 1);
        let mut vectors = Vectors::default();
        for row in 0..50u32 {
            let model = if row % 2 == 0 { Model::Use } else { Model::E5 };
            vectors.set(row, model, &PartVector::new(&rows[row as usize][model.position()]));
        }
        vectors.clear(4);
        let use_only = [Some(PartVector::new(&queries[0][0])), None];
        let near = vectors.nearest(&use_only, 100, 100);
        assert_eq!(near.len(), 24);
        assert!(
            near.iter().all(|(row, cosines)| row % 2 == 0 && *row != 4 && cosines[0].is_some() && cosines[1].is_none())
        );
        let both = [Some(PartVector::new(&queries[0][0])), Some(PartVector::new(&queries[0][1]))];
        assert_eq!(vectors.nearest(&both, 100, 100).len(), 49);
    }
}
