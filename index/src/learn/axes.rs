//! Principal components of the parts' vectors, by orthogonal iteration (Golub & Van Loan, §8.2).

use crate::corpus::{Model, PartVector};
use crate::coverage::{AXES, Axes, Axis};

const ROUNDS: usize = 30;

/// Axes of vectors, each with both models.
pub fn fit_axes(parts: &[[Option<PartVector>; 2]]) -> Axes {
    let length: usize = Model::ALL.iter().map(|model| model.dim()).sum();
    let rows: Vec<Vec<f32>> = parts
        .iter()
        .map(|vectors| {
            let one = |model: Model| {
                vectors[model.position()].as_ref().map_or_else(|| vec![0.0; model.dim()], PartVector::to_f32)
            };
            Model::ALL.into_iter().flat_map(one).collect()
        })
        .collect();
    let count = rows.len().max(1) as f32;
    let mean: Vec<f32> = (0..length).map(|at| rows.iter().map(|row| row[at]).sum::<f32>() / count).collect();

    let centred: Vec<Vec<f32>> =
        rows.iter().map(|row| row.iter().zip(&mean).map(|(value, mean)| value - mean).collect()).collect();
    let mut axes = principal(&centred, AXES);

    // One size for all axes, so that the first ones stay the longest.
    let spread = |axis: &Vec<f32>| {
        let squares = rows.iter().map(|row| (dot(axis, row) - dot(axis, &mean)).powi(2)).sum::<f32>();
        (squares / count).sqrt()
    };
    let size = (axes.iter().map(spread).sum::<f32>() / AXES as f32).max(1e-6);
    axes.iter_mut().flatten().for_each(|value| *value /= size);
    Axes {
        origin: axes.iter().map(|axis| dot(axis, &mean)).collect(),
        axes: axes.iter().map(|axis| Axis::new(axis)).collect(),
    }
}

/// The directions in which rows of one length, their mean taken off, differ most: unit vectors, the widest first.
pub fn principal(rows: &[Vec<f32>], count: usize) -> Vec<Vec<f32>> {
    let length = rows.first().map_or(0, Vec::len);
    // Any start that is not orthogonal to what is sought will do; this one needs no randomness.
    let mut axes: Vec<Vec<f32>> = (0..count)
        .map(|axis| (0..length).map(|at| ((axis * 31 + at * 17 + axis * at) % 101) as f32 - 50.0).collect())
        .collect();
    orthonormal(&mut axes);
    for _ in 0..ROUNDS {
        let mut next = vec![vec![0.0f32; length]; count];
        for row in rows {
            for (axis, sum) in axes.iter().zip(&mut next) {
                let along = dot(axis, row);
                sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += along * value);
            }
        }
        axes = next;
        orthonormal(&mut axes);
    }
    axes
}

/// Gram–Schmidt, in place.
fn orthonormal(axes: &mut [Vec<f32>]) {
    for at in 0..axes.len() {
        let (before, rest) = axes.split_at_mut(at);
        let Some(axis) = rest.first_mut() else { return };
        for other in before {
            let along = dot(other, axis);
            axis.iter_mut().zip(other.iter()).for_each(|(value, other)| *value -= along * other);
        }
        let norm = dot(axis, axis).sqrt().max(1e-12);
        axis.iter_mut().for_each(|value| *value /= norm);
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_axis_is_the_direction_in_which_texts_differ_most() {
        let parts: Vec<_> = (0..60)
            .map(|index| {
                let mut vector = vec![0.0f32; Model::ALL[1].dim()];
                vector[7] = if index % 2 == 0 { 1.0 } else { -1.0 };
                vector[9 + index] = 0.3;
                [None, Some(PartVector::new(&vector))]
            })
            .collect();
        let axes = fit_axes(&parts);
        let ends = [axes.place_of(&parts[0]), axes.place_of(&parts[1])];
        assert!((ends[0][0] - ends[1][0]).abs() > 5.0 * (ends[0][1] - ends[1][1]).abs(), "{ends:?}");
    }
}
