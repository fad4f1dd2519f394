//! What the scan of one bit a dimension misses, against comparing every vector.

use crate::corpus::{Candidate, CandidateQuery, Corpus};
use crate::matching::query_vectors;

use super::Asked;

/// Of so many nearest records.
const NEAREST: usize = 20;

/// Share of the twenty nearest records, every vector compared in eight bits, that matching finds too: mean over the
/// demands. (That eight bits find what full precision finds is tested beside the vectors.)
///
/// # Errors
/// The corpus cannot be read.
pub(super) fn recall(corpus: &Corpus, asked: &[Asked]) -> anyhow::Result<f64> {
    let mut sum = 0.0;
    for (_, profile) in asked {
        let query = CandidateQuery { lang: "", words: &[], things: &[], vectors: query_vectors(profile) };
        let wanted = corpus.candidates_examining(&query, 0, NEAREST, usize::MAX)?;
        let answer = corpus.candidates(&query, 0, NEAREST)?;
        let answered = |one: &&Candidate| answer.iter().any(|other| other.row == one.row);
        sum += wanted.iter().filter(answered).count() as f64 / wanted.len().max(1) as f64;
    }
    Ok((sum / asked.len().max(1) as f64 * 1e4).round() / 1e4)
}
