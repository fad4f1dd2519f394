//! The one store of the four libraries. Only here are records read and written, and every function takes the
//! [`Actor`] who asks, so that nobody can forget it.
//!
//! [`write`] has one function per change an author can make, [`import`] makes many at once; both end in [`change`],
//! the only place where a change is stored: row, version, audit, codes, translations, jobs and change number in one
//! transaction. [`find`] and [`list`] read.

pub mod change;
pub mod counted;
pub mod cursor;
pub mod facets;
pub mod find;
pub mod import;
pub mod list;
pub mod numbers;
pub(crate) mod rows;
mod sets;
pub(crate) mod suspend;
pub mod write;

pub use counted::Counts;
pub use facets::{FacetCount, Facets, count_published, summed};
pub use find::{find, find_many, resolve};
pub use import::{ImportOptions, Outlook, RowOutcome, foresee, import_batch, import_rows, upsert_by_external_id};
pub use list::{ListQuery, Page, PublishedNumber, Sort, count, count_all_published, list, published_numbers};
pub(crate) use sets::Sets;
pub use write::{CreateOptions, create, create_in, merge_patch, publish, replace, set_status, unpublish, withdraw};

use crate::accounts::{Action, Actor};
use crate::db::Contended;
use crate::library::validate::FieldError;
use crate::library::{Hidden, Library, Record};
use sea_orm::DbErr;
use uuid::Uuid;

/// Why a record could not be read or written: what the caller can act on, and the rest.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is none, or none the actor may know of.
    #[error("there is no such record")]
    NotFound,
    /// The actor may see the record but not do this to it.
    #[error("the actor may not do this to the record")]
    Forbidden,
    /// The record is published, or would be, and the actor is not one of those who review.
    #[error("what is published is reviewed first: make it a draft, change it, and submit it")]
    Unreviewed,
    /// The actor's own organisation owns the record, or the actor wrote it.
    #[error("nobody reviews what they wrote or what their organisation owns")]
    ConflictOfInterest,
    /// What is wanted does not go with where the record stands.
    #[error("{0}")]
    State(String),
    /// The body cannot go in.
    #[error("the record is not valid: {}", summary(.0))]
    Invalid(Vec<FieldError>),
    /// Somebody changed the record since the caller read it.
    #[error("the record is at version {current} by now")]
    Stale {
        /// The version it is at.
        current: i32,
    },
    /// The owner has another record with this external id.
    #[error("external id `{external_id}` is already used by {number}")]
    ExternalIdTaken {
        /// The id both want.
        external_id: String,
        /// The record that has it.
        number: String,
    },
    /// A cursor that was not given out by this list in this order.
    #[error("the cursor does not belong to this list")]
    BadCursor,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
    /// Anything else that went wrong inside.
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl Contended for StoreError {
    fn is_contended(&self) -> bool {
        match self {
            Self::Database(error) => error.is_contended(),
            Self::Other(error) => error.is_contended(),
            _ => false,
        }
    }
}

fn summary(errors: &[FieldError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// What `actor` may not see of a record that `owner` owns.
pub fn hidden_from(actor: &Actor, owner: Option<Uuid>) -> Hidden {
    let hidden = !actor.may(Action::ReadConfidential, owner);
    Hidden { confidential: hidden, contacts: hidden }
}

/// The record as `actor` may see it.
pub(crate) fn seen_by<L: Library>(mut record: Record<L>, actor: &Actor) -> Record<L> {
    let hidden = hidden_from(actor, record.head.owner_organisation_id);
    L::hide(&mut record.body, hidden);
    record
}

/// A moment as both databases can store it: PostgreSQL keeps microseconds.
pub(crate) fn now() -> chrono::DateTime<chrono::Utc> {
    use chrono::SubsecRound;
    chrono::Utc::now().trunc_subsecs(6)
}
