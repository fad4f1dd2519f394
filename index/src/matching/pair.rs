//! A demand beside a technology: everything that signals and coverage read, computed once.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::corpus::{Model, PartOrigin, Priority};
use crate::coverage::{CoverageModel, Reading, expected};

use super::alignment::alignment;
use super::profile::{Profile, cosines_in, joined, joined_tables, part_with_record};

/// How much a requirement weighs in means; *must* counts, *may* hardly.
pub const fn priority_weight(priority: Priority) -> f32 {
    match priority {
        Priority::Must => 1.0,
        Priority::Should => 0.6,
        Priority::May => 0.3,
    }
}

/// A demand and a technology laid side by side, part by part: what costs most about a pair, and does not change while it
/// is read more than once.
#[derive(Debug, Default)]
pub struct Tables {
    /// Parts of the demand that ask for something.
    pub wants: Vec<usize>,
    /// Parts of the technology that may answer.
    pub evidence: Vec<usize>,
    /// Cosines in each of `Model::ALL`: wants × evidence, row-major; `None` without vectors of the model.
    pub in_model: [Option<Vec<f32>>; 2],
    /// The same with the models joined.
    pub joined: Option<Vec<f32>>,
}

impl Tables {
    fn new(demand: &Profile, technology: &Profile) -> Tables {
        let (wants, evidence) = (demand.wants(), technology.evidence());
        let in_model = Model::ALL.map(|model| cosines_in(model, demand, &wants, technology, &evidence));
        let joined = joined_tables(&in_model);
        Tables { wants, evidence, in_model, joined }
    }
}

/// One pair under judgement.
pub struct Pair<'a> {
    pub demand: &'a Profile,
    pub technology: &'a Profile,
    /// BM25 of the demand's words in the technology (or the other way round).
    pub words: f32,
    /// Share of the things the demand names, by how rare they are, that the technology names too; `None` where it names
    /// none, or the pair was not read for that.
    pub things: Option<f32>,
    pub today: NaiveDate,
    pub tables: Arc<Tables>,
    /// Share of the requirements that are expected to be met, where the pair was read for that.
    pub answers: Option<f32>,
    /// How well the two fit piece by piece, where the pair was read for that and the demand lists no requirements.
    pub alignment: Option<f32>,
}

impl<'a> Pair<'a> {
    pub fn new(demand: &'a Profile, technology: &'a Profile, words: f32, today: NaiveDate) -> Pair<'a> {
        let tables = Arc::new(Tables::new(demand, technology));
        Pair::beside(demand, technology, tables, words, today)
    }

    /// The same of records that were laid side by side before.
    pub fn beside(
        demand: &'a Profile,
        technology: &'a Profile,
        tables: Arc<Tables>,
        words: f32,
        today: NaiveDate,
    ) -> Pair<'a> {
        Pair { demand, technology, words, things: None, today, tables, answers: None, alignment: None }
    }

    /// Lays what the demand says beside the technology, piece by piece. Only where it lists no requirements: where it
    /// does, what answers them tells more (docs/relevance.md).
    pub fn aligned(mut self) -> Pair<'a> {
        if !self.demand.lists_requirements() {
            let Tables { wants, evidence, .. } = &*self.tables;
            self.alignment = alignment(&self.demand.vectors, wants, &self.technology.vectors, evidence);
        }
        self
    }

    /// Counts what the sentences answer; a demand that lists no requirements has nothing to count.
    pub fn with_answers(mut self, readings: &[Reading], model: &CoverageModel) -> Pair<'a> {
        if self.demand.lists_requirements() {
            self.answers = expected(&self, readings, model);
        }
        self
    }

    /// Mean over the sentences of the technology of the most similar requirement.
    pub fn focus(&self) -> Option<f32> {
        let columns = self.tables.evidence.len();
        let table = self.tables.joined.as_ref().filter(|_| columns > 0 && self.demand.lists_requirements())?;
        let mut nearest = vec![f32::MIN; columns];
        for row in table.chunks_exact(columns) {
            nearest.iter_mut().zip(row).for_each(|(best, cosine)| *best = best.max(*cosine));
        }
        Some(nearest.iter().sum::<f32>() / columns as f32)
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

    /// Mean over the sentences of a demand that lists no requirements of the most similar sentence of the technology.
    /// Where it lists any, what answers them tells more (docs/relevance.md).
    pub fn sentences(&self) -> Option<f32> {
        let columns = self.tables.evidence.len();
        let table = self.tables.joined.as_ref().filter(|_| columns > 0 && !self.demand.lists_requirements())?;
        let nearest = table.chunks_exact(columns).map(|row| row.iter().copied().fold(f32::MIN, f32::max));
        Some(nearest.sum::<f32>() / self.tables.wants.len() as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{PartVector, PartVectors, Pieces, Stored};
    use crate::embed::pieces::WIDTH;

    fn record(origin: PartOrigin) -> Profile {
        let pieces = Pieces { weights: vec![9], values: (0..WIDTH).map(|at| if at == 0 { 127 } else { 0 }).collect() };
        let vector = PartVector { pieces, ..PartVector::new(&vec![0.05; Model::E5.dim()]) };
        let stored = Stored {
            parts: vec!["one".to_owned()],
            origins: vec![origin],
            priorities: vec![Priority::Should],
            ..Stored::default()
        };
        Profile { stored, vectors: PartVectors::of(&[Vec::new(), vec![vector]]), ..Profile::default() }
    }

    #[test]
    fn only_a_demand_that_lists_no_requirements_is_laid_beside_the_technology_by_sentences_and_pieces() {
        let technology = record(PartOrigin::Text);
        let of = |origin: PartOrigin| {
            let demand = record(origin);
            let pair = Pair::new(&demand, &technology, 0.0, NaiveDate::default()).aligned();
            [pair.sentences(), pair.alignment]
        };
        for found in of(PartOrigin::Text) {
            assert!(found.unwrap() > 0.95, "{found:?}");
        }
        assert_eq!(of(PartOrigin::Requirement), [None, None]);
    }
}
