//! A look at a record before others see it: what the checks find, and which published records it may repeat. Stores
//! nothing and refuses nothing; what is refused is the business of whoever asks.

use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Engine;
use super::document::Indexed;
use super::duplicates::{Duplicate, Duplicates, duplicates_of};
use super::read::unstored;
use crate::accounts::{Actor, organisations};
use crate::db::Db;
use crate::layout::Locale;
use crate::library::checks::{self, Checked, Finding, Severity};
use crate::library::taxonomy::vocabulary;

/// From this probability on a near-duplicate is a warning; below, a hint.
const SURE: f64 = 0.8;

/// One thing to look at before a record is submitted.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CheckFinding {
    /// What it is, for programs.
    #[schema(example = "telephone")]
    pub code: String,
    /// JSON Pointer to the value.
    #[schema(example = "/description")]
    pub pointer: String,
    pub severity: Severity,
    /// What it is, for people.
    pub message: String,
    /// What to do about it.
    pub suggestion: String,
}

impl CheckFinding {
    /// A finding in words.
    pub fn of(locale: Locale, code: &str, pointer: &str, severity: Severity, found: &str) -> Self {
        let found = [found.to_owned()];
        Self {
            code: code.to_owned(),
            pointer: pointer.to_owned(),
            severity,
            message: locale.code_with("check", code, &found).unwrap_or_else(|| code.to_owned()),
            suggestion: locale.code_with("suggestion", code, &found).unwrap_or_default(),
        }
    }
}

/// What is looked at, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    pub actor: &'a Actor,
    /// The organisation it belongs to, whose names are not to stand in it.
    pub owner: Option<Uuid>,
    /// The stored record that it is, which it does not repeat.
    pub id: Option<Uuid>,
    /// For the reasons of near-duplicates.
    pub locale: Locale,
}

/// What a look found, before it is put into words.
#[derive(Debug)]
pub struct Looked {
    pub findings: Vec<Finding>,
    pub near: Duplicates,
}

/// Looks a body over.
///
/// # Errors
/// The index, an encoder or the database failed.
pub async fn look_over<L: Checked + Indexed>(
    db: &Db,
    engine: &Arc<Engine>,
    mut body: L::Body,
    look: Look<'_>,
) -> anyhow::Result<Looked> {
    let vocabulary = vocabulary(&**db).await?;
    L::normalise(&mut body, &vocabulary);
    let own = organisations::names_of(&**db, look.owner).await?;
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let invalid = L::validate(&body, &vocabulary).into_iter();
    let mut findings: Vec<Finding> =
        invalid.map(|error| Finding::new("not-valid", error.pointer, Severity::Error).with(error.detail)).collect();
    findings.extend(checks::check::<L>(&body, &own));
    let mut document = L::document(&unstored::<L>(&body));
    if let Some(id) = look.id {
        document.id = id;
    }
    let near = duplicates_of::<L>(db, look.actor, engine, document, look.locale).await?;
    Ok(Looked { findings, near })
}

/// How much it matters that a published record may be the same.
pub fn weight(near: &Duplicate) -> Severity {
    if near.probability >= SURE { Severity::Warning } else { Severity::Hint }
}
