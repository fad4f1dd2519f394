//! A demand beside a technology: everything that signals and coverage read, computed once.

use chrono::NaiveDate;

use crate::corpus::{Model, PartOrigin, Priority};

use super::profile::{Profile, cosines, joined, part_cosine, part_with_record};

/// How much a requirement weighs in means; *must* counts, *may* hardly.
pub const fn priority_weight(priority: Priority) -> f32 {
    match priority {
        Priority::Must => 1.0,
        Priority::Should => 0.6,
        Priority::May => 0.3,
    }
}

/// One pair under judgement.
pub struct Pair<'a> {
    pub demand: &'a Profile,
    pub technology: &'a Profile,
    /// BM25 of the demand's words in the technology (or the other way round).
    pub words: f32,
    pub today: NaiveDate,
    /// Parts of the demand that ask for something.
    pub wants: Vec<usize>,
    /// Parts of the technology that may answer.
    pub evidence: Vec<usize>,
    /// wants × evidence, row-major; `None` without vectors.
    pub want_evidence: Option<Vec<f32>>,
}

impl<'a> Pair<'a> {
    pub fn new(demand: &'a Profile, technology: &'a Profile, words: f32, today: NaiveDate) -> Pair<'a> {
        let wants = demand.wants();
        let evidence = technology.evidence();
        let want_evidence = cosines(demand, &wants, technology, &evidence);
        Pair { demand, technology, words, today, wants, evidence, want_evidence }
    }

    /// Similarity of the whole records.
    pub fn meaning(&self) -> Option<f32> {
        joined(Model::ALL.map(|model| {
            let [demand, technology] =
                [self.demand, self.technology].map(|profile| profile.record[model.position()].as_ref());
            Some(demand?.cosine(technology?))
        }))
    }

    /// Similarity of all requirements taken together with the whole technology.
    pub fn brief(&self) -> Option<f32> {
        match self.demand.parts_of(PartOrigin::Brief).first() {
            Some(part) => part_with_record(self.demand, *part, self.technology),
            None => self.meaning(),
        }
    }

    /// Similarity of the titles.
    pub fn titles(&self) -> Option<f32> {
        let of = |profile: &Profile| profile.parts_of(PartOrigin::Title).first().copied();
        part_cosine(self.demand, of(self.demand)?, self.technology, of(self.technology)?)
    }

    /// For each want its best evidence: (position in `evidence`, cosine). Empty without vectors.
    pub fn best_evidence(&self) -> Vec<(usize, f32)> {
        let Some(table) = &self.want_evidence else {
            return Vec::new();
        };
        if self.evidence.is_empty() {
            return Vec::new();
        }
        table
            .chunks_exact(self.evidence.len())
            .map(|row| {
                row.iter().copied().enumerate().fold((0, f32::MIN), |best, (position, cosine)| {
                    if cosine > best.1 { (position, cosine) } else { best }
                })
            })
            .collect()
    }

    /// Mean over the wants of their best evidence, weighted by priority.
    pub fn requirements(&self) -> Option<f32> {
        let weights: Vec<f32> = self.wants.iter().map(|part| priority_weight(self.demand.priority(*part))).collect();
        weighted_mean(self.best_evidence().iter().map(|(_, cosine)| *cosine), &weights)
    }

    /// Mean over the sentences of the demand of their best evidence.
    pub fn sentences(&self) -> Option<f32> {
        let sentences = self.demand.sentences();
        if sentences == self.wants {
            return self.requirements();
        }
        let table = cosines(self.demand, &sentences, self.technology, &self.evidence)?;
        if self.evidence.is_empty() {
            return None;
        }
        let best = table.chunks_exact(self.evidence.len()).map(|row| row.iter().copied().fold(f32::MIN, f32::max));
        weighted_mean(best, &vec![1.0; sentences.len()])
    }
}

fn weighted_mean(values: impl Iterator<Item = f32>, weights: &[f32]) -> Option<f32> {
    let (sum, weight) =
        values.zip(weights).fold((0.0, 0.0), |(sum, total), (value, weight)| (sum + value * weight, total + weight));
    (weight > 0.0).then(|| sum / weight)
}
