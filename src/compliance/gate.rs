//! The gate before an introduction: open for a technology that was screened as it is now against the catalogue in
//! force, and is free, or restricted with a valid letter of intent. Everything else names what is needed.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::catalogue::{Catalogue, in_force};
use super::screening::{Screening, latest};
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
    Ok(Gate::of(db, &[technology], today).await?.check(technology, letter, today))
}

/// What decides of some technologies whether they may be introduced.
#[derive(Debug)]
pub struct Gate {
    newest: Option<Catalogue>,
    screenings: HashMap<Uuid, Screening>,
    text_versions: HashMap<Uuid, i32>,
}

impl Gate {
    /// Reads it.
    ///
    /// # Errors
    /// The database failed.
    pub async fn of(db: &impl ConnectionTrait, technologies: &[Uuid], today: NaiveDate) -> Result<Self, DbErr> {
        Ok(Self {
            newest: in_force(db, today).await?,
            screenings: latest(db, technologies).await?,
            text_versions: text_versions(db, technologies).await?,
        })
    }

    /// Whether one of them may be introduced on a day.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, technology: Uuid, letter: Option<&LetterOfIntent>, today: NaiveDate) -> Result<(), Shut> {
        let Some(newest) = &self.newest else { return Err(Shut::NoCatalogue) };
        let unscreened = Shut::Unscreened { catalogue: newest.in_force_from };
        let Some(screening) = self.screenings.get(&technology) else { return Err(unscreened) };
        if screening.catalogue_id != newest.id {
            let (screened, newest) = (screening.catalogue_in_force_from, newest.in_force_from);
            return Err(Shut::OlderCatalogue { screened, newest });
        }
        if self.text_versions.get(&technology).is_none_or(|version| *version > screening.technology_version) {
            return Err(Shut::TechnologyChanged);
        }
        let entries = screening.entries.join(", ");
        match (screening.outcome, letter) {
            (ExportControl::Free, _) => Ok(()),
            (ExportControl::Restricted, None) => Err(Shut::LetterMissing { entries }),
            (ExportControl::Restricted, Some(letter)) => {
                let valid = (letter.valid_from..=letter.valid_until).contains(&today);
                let (from, until) = (letter.valid_from, letter.valid_until);
                if valid { Ok(()) } else { Err(Shut::LetterNotValid { from, until }) }
            }
            (ExportControl::Prohibited, _) => Err(Shut::Prohibited { entries }),
            (ExportControl::Unscreened, _) => Err(unscreened),
        }
    }
}

/// The version in which the text of each technology last changed.
async fn text_versions(db: &impl ConnectionTrait, technologies: &[Uuid]) -> Result<HashMap<Uuid, i32>, DbErr> {
    let versions: Vec<(Uuid, i32)> = <Technologies as Library>::Entity::find()
        .select_only()
        .column_as(Expr::col("id"), "id")
        .column_as(Expr::col("text_version"), "text_version")
        .filter(Expr::col("id").is_in(technologies.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(versions.into_iter().collect())
}
