//! The main directions in which the texts of records differ, and where a part lies on them.
//!
//! A vector of 896 numbers is too long to learn from a few thousand judgements; its place on the first axes (principal
//! components of the parts of the judged collections) tells of what kind a text is: training, price, power, a limit.

use serde::{Deserialize, Serialize};

use crate::corpus::{Model, PartVector};
use crate::matching::Profile;

/// How many directions are kept.
pub const AXES: usize = 48;

/// Where a text lies: about 1 in size on a middling axis.
pub type Place = [f32; AXES];

/// The directions, eight bits a number, both models one after the other.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Axes {
    /// Place of the mean text, taken off.
    pub origin: Vec<f32>,
    pub axes: Vec<Axis>,
}

/// One direction: `scale × values` for each of `Model::ALL`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    pub scale: [f32; 2],
    pub values: [Vec<i8>; 2],
}

impl Axis {
    /// From a direction over both models.
    pub fn new(direction: &[f32]) -> Axis {
        let (first, second) = direction.split_at(Model::ALL[0].dim().min(direction.len()));
        let [first, second] = [first, second].map(PartVector::new);
        Axis { scale: [first.scale, second.scale], values: [first.values, second.values] }
    }

    fn along(&self, vectors: [Option<(f32, &[i8])>; 2]) -> f32 {
        let one = |model: usize| {
            let (scale, values) = vectors[model]?;
            Some(crate::corpus::dot(&self.values[model], values) as f32 * self.scale[model] * scale)
        };
        one(0).unwrap_or(0.0) + one(1).unwrap_or(0.0)
    }
}

impl Axes {
    /// Where vectors of the two models lie.
    pub fn place_of(&self, vectors: &[Option<PartVector>; 2]) -> Place {
        self.place_along(vectors.each_ref().map(|vector| vector.as_ref().map(|one| (one.scale, one.values.as_slice()))))
    }

    fn place_along(&self, vectors: [Option<(f32, &[i8])>; 2]) -> Place {
        let mut place = [0.0; AXES];
        for ((value, axis), origin) in place.iter_mut().zip(&self.axes).zip(&self.origin) {
            *value = axis.along(vectors) - origin;
        }
        place
    }

    /// Where a part of a record lies.
    pub fn place(&self, profile: &Profile, part: usize) -> Place {
        self.place_along(Model::ALL.map(|model| profile.vectors.row(model, part)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_the_direction_of_an_axis_lies_far_out_on_it_alone() {
        let mut direction = vec![0.0; 896];
        direction[600] = 2.0;
        let axes = Axes { origin: vec![0.5, 0.0], axes: vec![Axis::new(&direction), Axis::new(&[0.0; 896])] };
        let mut vector = vec![0.0; 384];
        vector[600 - 512] = 1.0;
        let place = axes.place_of(&[None, Some(PartVector::new(&vector))]);
        assert!((place[0] - 1.5).abs() < 0.02, "{}", place[0]);
        assert!(place[1..].iter().all(|value| *value == 0.0));
    }
}
