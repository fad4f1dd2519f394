//! Why something was not done, in the reader's language.

use actix_web::http::StatusCode;

use crate::error::{Error, Result};
use crate::layout::Locale;
use crate::library::validate::FieldError;
use crate::matching::life::LifeError;

/// The status and the sentence of a refusal that its page tells of; what is no such refusal goes on as an error.
pub fn said(error: LifeError, t: Locale) -> Result<(StatusCode, String)> {
    let (status, text) = match &error {
        LifeError::ConflictOfInterest => (StatusCode::FORBIDDEN, t.text("case-problem-conflict")),
        LifeError::Stale { .. } => (StatusCode::PRECONDITION_FAILED, t.text("case-problem-stale")),
        LifeError::Illegal { .. } => (StatusCode::CONFLICT, t.text("case-problem-illegal")),
        LifeError::State(_) => (StatusCode::CONFLICT, t.text("case-problem-state")),
        LifeError::UndoRefused(_) => (StatusCode::CONFLICT, t.text("case-problem-undo")),
        LifeError::ExportGate(shut) => (StatusCode::CONFLICT, t.code_or_self("case-gate", shut.code())),
        LifeError::Invalid(faults) => {
            let texts: Vec<String> = faults.iter().map(|fault| wrong(fault, t)).collect();
            (StatusCode::UNPROCESSABLE_ENTITY, texts.join(" "))
        }
        LifeError::Expressed
        | LifeError::NotFound
        | LifeError::Forbidden
        | LifeError::Database(_)
        | LifeError::Other(_) => {
            return Err(Error::from(error));
        }
    };
    Ok((status, text))
}

/// One thing that is wrong; as the interface for programs says it where there is no sentence of our own.
pub fn wrong(fault: &FieldError, t: Locale) -> String {
    let place = fault.pointer.trim_start_matches('/').split('/').next().unwrap_or_default();
    let own = t.code("case-fault", &format!("{place}-{}", fault.code));
    own.unwrap_or_else(|| fault.to_string())
}
