//! What is asked of a corpus, and what comes back.

use serde::{Deserialize, Serialize};

use super::Priority;
use crate::analyze::glossary::Thing;

/// A demand (or a technology, the other way round) as a question to the corpus.
#[derive(Debug, Clone, Default)]
pub struct CandidateQuery<'a> {
    /// Language of the words.
    pub lang: &'a str,
    /// Texts with the weight of their words: title, description, requirements…
    pub words: &'a [(&'a str, f32)],
    /// What they name.
    pub things: &'a [Thing],
    /// Centred unit vectors in the order of `Model::ALL`; `None` where there is no model.
    pub vectors: [Option<Vec<f32>>; 2],
}

/// A record worth a closer look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    pub row: u32,
    /// BM25 of the query's words; 0 when none is shared.
    pub words: f32,
    /// Share of the things the query names, by how rare they are, that the record names too; 0 where it names none.
    pub things: f32,
    /// Cosine of the record vectors, in the order of `Model::ALL`; `None` where either is missing.
    pub cosine: [Option<f32>; 2],
}

impl Candidate {
    /// Mean of the cosines there are.
    pub fn meaning(&self) -> Option<f32> {
        match self.cosine {
            [Some(a), Some(b)] => Some((a + b) / 2.0),
            [one, None] | [None, one] => one,
        }
    }
}

/// One answer to a search box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    pub row: u32,
    pub score: f32,
}

/// The text of a record as the index holds it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stored {
    pub lang: String,
    pub title: String,
    /// The texts that have a vector each: title; of a demand its requirements and its brief; the
    /// sentences of summary and description, and of the other texts where there are no requirements.
    pub parts: Vec<String>,
    /// Where a part was taken from, in step with `parts`.
    pub origins: Vec<PartOrigin>,
    /// Priority of a part, in step with `parts`; `Should` where it is no requirement.
    pub priorities: Vec<Priority>,
    /// What all its texts name, in the order of the glossary, each once.
    pub things: Vec<Thing>,
}

/// Where a part of a record was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartOrigin {
    Requirement,
    Title,
    Summary,
    Text,
    More,
    /// All requirements of a demand in one text, joined by "; ": compared with whole technologies.
    Brief,
}
