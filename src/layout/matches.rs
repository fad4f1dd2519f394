//! View structs of the components that show matches and dossiers; see `templates/components/matches.html`.

use super::components::{Score, Shelf, Verdict};
use super::content::Text;

/// One side of a match.
#[derive(Debug, Clone)]
pub struct Side {
    pub shelf: Shelf,
    /// `Demand` or `Technology`, in the reader's language.
    pub kind: String,
    pub number: String,
    pub href: String,
    pub title: Text,
    /// What the author wrote, where the title is a translation.
    pub original: Option<Text>,
    pub facts: Vec<String>,
}

/// How many requirements are answered, in icons and in words.
#[derive(Debug, Clone)]
pub struct Coverage {
    pub verdicts: Vec<Verdict>,
    pub sentence: String,
}

/// Both sides, where neither is given by the page.
#[derive(Debug, Clone)]
pub struct Pair {
    pub href: String,
    pub demand: Side,
    pub technology: Side,
    pub score: Score,
    pub coverage: Coverage,
}

/// A ranked suggestion: the other side, and why.
#[derive(Debug, Clone)]
pub struct Suggestion {
    pub href: String,
    pub other: Side,
    pub score: Score,
    /// The three strongest signals, as sentences.
    pub reasons: Vec<String>,
    pub coverage: Coverage,
    /// Said only when a person has moved the match on.
    pub status: Option<String>,
}

/// One requirement and the sentence that decides it.
#[derive(Debug, Clone)]
pub struct CoverageLine {
    pub requirement: Text,
    /// The same in another language, where somebody translated it.
    pub requirement_translated: Option<Text>,
    /// `must`, `should`, `may`.
    pub priority: &'static str,
    pub verdict: Verdict,
    pub evidence: Option<Text>,
    pub evidence_translated: Option<Text>,
    pub reason: Option<String>,
}

impl CoverageLine {
    /// The technology says nothing that decides: its sentence, where there is one, is only the nearest.
    pub fn is_undecided(&self) -> bool {
        self.verdict == Verdict::Unknown || self.evidence.is_none()
    }
}

/// One signal's part in the score.
#[derive(Debug, Clone)]
pub struct SignalLine {
    pub name: String,
    pub value: String,
    pub contribution: String,
    /// Length of the bar, 0–100, relative to the strongest signal.
    pub length: u8,
    pub band: &'static str,
    pub reason: String,
}
