//! Why a match did not move: what the caller can act on, and the rest.

use sea_orm::DbErr;

use crate::compliance::gate::Shut;
use crate::db::Contended;
use crate::library::validate::FieldError;
use crate::matching::types::MatchState;

/// Why a step was refused.
#[derive(Debug, thiserror::Error)]
pub enum LifeError {
    /// There is none, or none the actor may know of.
    #[error("there is no such match")]
    NotFound,
    /// The actor may see the match but not do this to it.
    #[error("the actor may not do this to the match")]
    Forbidden,
    /// The actor's own organisation is one of the two sides.
    #[error("who belongs to a side of the match cannot decide on it")]
    ConflictOfInterest,
    /// The match moved since the caller read it.
    #[error("the match is at version {current} by now")]
    Stale { current: i32 },
    /// The table of steps has no such step for this actor.
    #[error("a match that is {from} cannot become {to} by this account{}", instead(.possible))]
    Illegal { from: MatchState, to: MatchState, possible: Vec<MatchState> },
    /// Export control stands before the introduction.
    #[error("{0}")]
    ExportGate(Shut),
    /// Something else about the state forbids it.
    #[error("{0}")]
    State(String),
    /// The step cannot be taken back (any more).
    #[error("{0}")]
    UndoRefused(&'static str),
    /// This side has said so before.
    #[error("this side has expressed its interest in the pair already")]
    Expressed,
    /// Fields of the request are missing or wrong.
    #[error("the request is not valid: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Invalid(Vec<FieldError>),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
    /// Anything else that went wrong inside.
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

fn instead(possible: &[MatchState]) -> String {
    if possible.is_empty() {
        return "; from here it can move it nowhere".to_owned();
    }
    let names: Vec<&str> = possible.iter().map(|state| state.as_str()).collect();
    format!("; from here it can become {}", names.join(", "))
}

impl Contended for LifeError {
    fn is_contended(&self) -> bool {
        match self {
            Self::Database(error) => error.is_contended(),
            Self::Other(error) => error.is_contended(),
            _ => false,
        }
    }
}
