//! One side of a pair as matching sees it, and the similarities between two sides.

use std::sync::Arc;

use crate::analyze::Glossary;
use crate::corpus::{
    Document, Embedder, Facts, Model, PartOrigin, PartVector, PartVectors, Priority, Result, Role, Stored,
};

/// A record with its vectors: taken from a corpus row, or made from a document that is stored
/// nowhere.
#[derive(Debug, Clone)]
pub struct Profile {
    pub facts: Facts,
    pub stored: Stored,
    /// One vector a part, in step with `stored.parts`.
    pub vectors: PartVectors,
    /// Vector of the whole record, in the order of `Model::ALL`.
    pub record: [Option<PartVector>; 2],
    /// What its texts are read with.
    pub glossary: Arc<Glossary>,
}

impl Default for Profile {
    fn default() -> Profile {
        Profile {
            facts: Facts::default(),
            stored: Stored::default(),
            vectors: PartVectors::default(),
            record: [None, None],
            glossary: Glossary::shipped(),
        }
    }
}

impl Profile {
    /// Profile of a document that need not be in a corpus. What was embedded before is not embedded again.
    ///
    /// # Errors
    /// The encoder or the cache failed.
    pub fn of(document: &Document, role: Role, embedder: &Embedder) -> Result<Profile> {
        let (embedded, glossary) = (embedder.document(document, role)?, embedder.glossary());
        Ok(Profile {
            facts: document.facts.clone(),
            stored: Stored::of(document, &glossary),
            vectors: embedded.parts,
            record: embedded.record.map(|record| record.filter(|vector| !vector.says_nothing())),
            glossary,
        })
    }

    /// Positions of the parts taken from here.
    pub fn parts_of(&self, origin: PartOrigin) -> Vec<usize> {
        self.positions(|found| found == origin)
    }

    /// What a demand asks for, one part each: its requirements, or where it lists none, the
    /// sentences that describe it.
    pub fn wants(&self) -> Vec<usize> {
        let requirements = self.parts_of(PartOrigin::Requirement);
        if requirements.is_empty() { self.sentences() } else { requirements }
    }

    /// Whether it says one by one what it asks for.
    pub fn lists_requirements(&self) -> bool {
        self.stored.origins.contains(&PartOrigin::Requirement)
    }

    /// The sentences of the running text; the title where there is nothing else.
    pub fn sentences(&self) -> Vec<usize> {
        let sentences =
            self.positions(|origin| matches!(origin, PartOrigin::Summary | PartOrigin::Text | PartOrigin::More));
        if sentences.is_empty() { self.parts_of(PartOrigin::Title) } else { sentences }
    }

    /// What may serve as evidence: every sentence and the title.
    pub fn evidence(&self) -> Vec<usize> {
        self.positions(|origin| !matches!(origin, PartOrigin::Requirement | PartOrigin::Brief))
    }

    /// Priority of the want at this part; a sentence that nobody ranked counts as *should*.
    pub fn priority(&self, part: usize) -> Priority {
        self.stored.priorities.get(part).copied().unwrap_or_default()
    }

    fn positions(&self, wanted: impl Fn(PartOrigin) -> bool) -> Vec<usize> {
        self.stored
            .origins
            .iter()
            .enumerate()
            .filter(|(_, origin)| wanted(**origin))
            .map(|(position, _)| position)
            .collect()
    }
}

/// Mean of the values there are.
pub fn joined(values: [Option<f32>; 2]) -> Option<f32> {
    match values {
        [Some(a), Some(b)] => Some((a + b) / 2.0),
        [one, None] | [None, one] => one,
    }
}

/// Cosine of two parts, the models joined; `None` where no model has both.
pub fn part_cosine(a: &Profile, part_a: usize, b: &Profile, part_b: usize) -> Option<f32> {
    joined(Model::ALL.map(|model| a.vectors.between(model, part_a, &b.vectors, part_b)))
}

/// For each of `rows` (parts of `a`) the cosine with each of `columns` (parts of `b`) in one model, 0 where there is no
/// vector. Row-major, `rows.len() × columns.len()`; `None` where either side has no vectors of the model.
pub fn cosines_in(model: Model, a: &Profile, rows: &[usize], b: &Profile, columns: &[usize]) -> Option<Vec<f32>> {
    if !a.vectors.has(model) || !b.vectors.has(model) {
        return None;
    }
    let mut table = Vec::with_capacity(rows.len() * columns.len());
    for row in rows {
        let cosine = |column: &usize| a.vectors.between(model, *row, &b.vectors, *column);
        table.extend(columns.iter().map(|column| cosine(column).unwrap_or(0.0)));
    }
    Some(table)
}

/// The same with the models joined.
pub fn cosines(a: &Profile, rows: &[usize], b: &Profile, columns: &[usize]) -> Option<Vec<f32>> {
    joined_tables(&Model::ALL.map(|model| cosines_in(model, a, rows, b, columns)))
}

/// Mean of the tables there are, number by number.
pub fn joined_tables(tables: &[Option<Vec<f32>>; 2]) -> Option<Vec<f32>> {
    match tables {
        [Some(one), Some(other)] => Some(one.iter().zip(other).map(|(one, other)| (one + other) / 2.0).collect()),
        [one, None] | [None, one] => one.clone(),
    }
}

/// Cosine of one part of `a` with the whole of `b`.
pub fn part_with_record(a: &Profile, part: usize, b: &Profile) -> Option<f32> {
    joined(Model::ALL.map(|model| {
        let record = b.record[model.position()].as_ref()?;
        a.vectors.cosine(model, part, record)
    }))
}
