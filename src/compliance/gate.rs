//! The gate before an introduction: open for a technology that was screened as it is now against the catalogue in
//! force, and is free, or restricted with a valid letter of intent. Everything else names what is needed.

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::catalogue::in_force;
use super::screening::latest;
use crate::library::technology::ExportControl;
use crate::library::{Library, Technologies};
use crate::matching::life::LetterOfIntent;

/// Why the gate is shut, and what opens it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Shut {
    #[error("no export catalogue is in force; the steward has to import one and have the technology screened")]
    NoCatalogue,
    #[error("the technology has not been screened; the steward has to screen it against the catalogue of {catalogue}")]
    Unscreened { catalogue: NaiveDate },
    #[error(
        "the technology was screened against the catalogue of {screened}, and that of {newest} is in force; the \
         steward has to screen it again"
    )]
    OlderCatalogue { screened: NaiveDate, newest: NaiveDate },
    #[error("the text of the technology has changed since it was screened; the steward has to screen it again")]
    TechnologyChanged,
    #[error("the export of the technology is prohibited (entry {entries}); it cannot be introduced")]
    Prohibited { entries: String },
    #[error(
        "the export of the technology is restricted (entry {entries}); record the number and the validity of its \
         letter of intent first"
    )]
    LetterMissing { entries: String },
    #[error("the letter of intent is valid from {from} to {until}, which is not today; record a valid one first")]
    LetterNotValid { from: NaiveDate, until: NaiveDate },
}

impl Shut {
    /// What is wrong, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoCatalogue => "no_catalogue",
            Self::Unscreened { .. } => "unscreened",
            Self::OlderCatalogue { .. } => "older_catalogue",
            Self::TechnologyChanged => "technology_changed",
            Self::Prohibited { .. } => "prohibited",
            Self::LetterMissing { .. } => "letter_missing",
            Self::LetterNotValid { .. } => "letter_not_valid",
        }
    }
}

/// Whether a technology may be introduced on a day; the inner result says why not.
///
/// # Errors
/// The database failed.
pub async fn check(
    db: &impl ConnectionTrait,
    technology: Uuid,
    letter: Option<&LetterOfIntent>,
    today: NaiveDate,
) -> Result<Result<(), Shut>, DbErr> {
    let Some(newest) = in_force(db, today).await? else { return Ok(Err(Shut::NoCatalogue)) };
    let Some(screening) = latest(db, technology).await? else {
        return Ok(Err(Shut::Unscreened { catalogue: newest.in_force_from }));
    };
    if screening.catalogue_id != newest.id {
        let (screened, newest) = (screening.catalogue_in_force_from, newest.in_force_from);
        return Ok(Err(Shut::OlderCatalogue { screened, newest }));
    }
    if text_version(db, technology).await? > screening.technology_version {
        return Ok(Err(Shut::TechnologyChanged));
    }
    let entries = screening.entries.join(", ");
    Ok(match (screening.outcome, letter) {
        (ExportControl::Free, _) => Ok(()),
        (ExportControl::Restricted, None) => Err(Shut::LetterMissing { entries }),
        (ExportControl::Restricted, Some(letter)) => {
            let valid = (letter.valid_from..=letter.valid_until).contains(&today);
            let (from, until) = (letter.valid_from, letter.valid_until);
            if valid { Ok(()) } else { Err(Shut::LetterNotValid { from, until }) }
        }
        (ExportControl::Prohibited, _) => Err(Shut::Prohibited { entries }),
        (ExportControl::Unscreened, _) => Err(Shut::Unscreened { catalogue: newest.in_force_from }),
    })
}

/// The version in which the text of a technology last changed.
pub(super) async fn text_version(db: &impl ConnectionTrait, technology: Uuid) -> Result<i32, DbErr> {
    let version: Option<i32> = <Technologies as Library>::Entity::find()
        .select_only()
        .column_as(Expr::col("text_version"), "text_version")
        .filter(Expr::col("id").eq(technology))
        .into_tuple()
        .one(db)
        .await?;
    Ok(version.unwrap_or(i32::MAX))
}
