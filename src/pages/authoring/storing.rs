//! What becomes of a form that is sent: looked at, stored as a draft, submitted, or stored as a change of what is published.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::super::reader::Reader;
use super::reading::{Reading, read};
use super::translated;
use super::typed::Typed;
use super::{Authored, own};
use crate::accounts::Action;
use crate::app::App;
use crate::authoring;
use crate::error::{Code, Error, Fault, Result};
use crate::library::review::revision::{Revised, Revision, Seen, revision_of};
use crate::library::store::rows::body_columns;
use crate::library::store::{CreateOptions, StoreError, create, replace};
use crate::library::translations::remove;
use crate::library::{Provenance, Record, Status, taxonomy};

/// What a button of the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish<'a> {
    Save,
    Check,
    Submit,
    /// More rows of a repeating part.
    More(&'a str),
    /// A requirement more, from a template.
    Template(&'a str),
    /// A script asks for the panel; with a draft, stored.
    Autosave,
    Look,
}

impl<'a> Wish<'a> {
    pub fn of(sent: &'a str) -> Self {
        match sent {
            "check" => Self::Check,
            "submit" => Self::Submit,
            "autosave" => Self::Autosave,
            "look" => Self::Look,
            other => match other.split_once(':') {
                Some(("more", column)) => Self::More(column),
                Some(("template", code)) => Self::Template(code),
                _ => Self::Save,
            },
        }
    }
}

/// A record on its author's desk; nothing for one that is new.
pub struct Desk<L: Authored> {
    pub record: Option<Record<L>>,
    /// What the owner changes from: the record, with a change that a review sent back.
    pub base: Map<String, Value>,
    /// Where it is published and its owner's changes are reviewed.
    pub seen: Option<Seen>,
    pub revision: Option<Revision>,
}

impl<L: Authored> Desk<L> {
    /// A new record.
    pub fn empty() -> Self {
        Self { record: None, base: Map::new(), seen: None, revision: None }
    }

    pub async fn of(app: &App, reader: &Reader, number: &str) -> Result<Self> {
        Self::with(app, reader, own::<L>(app, reader, number).await?).await
    }

    pub async fn with(app: &App, reader: &Reader, record: Record<L>) -> Result<Self> {
        if !authoring::is_reviewed(&reader.actor, &record) {
            let base = body_columns(&record.body)?;
            return Ok(Self { base, record: Some(record), seen: None, revision: None });
        }
        let (seen, body) = authoring::base(app, &record).await?;
        let revision = revision_of(&*app.db, record.head.id).await?;
        Ok(Self { base: body_columns(&body)?, record: Some(record), seen: Some(seen), revision })
    }

    pub fn status(&self) -> Status {
        self.record.as_ref().map_or(Status::Draft, |record| record.head.status)
    }

    /// What the form was filled from: the version of the record, that of the change that came back from a review, and a
    /// mark of the translations.
    pub fn version(&self) -> String {
        let record = self.record.as_ref().map_or(0, |record| record.head.version);
        let revision = self.seen.and_then(|seen| seen.revision).unwrap_or(0);
        format!("{record}.{revision}.{}", translated::mark(&self.base))
    }

    /// Whether the form can be sent at all.
    pub fn is_open(&self, reader: &Reader) -> bool {
        let runs = reader.actor.may(Action::PublishRecord, self.owner());
        match self.status() {
            Status::Draft | Status::Archived => true,
            Status::Published => !self.revision.as_ref().is_some_and(|revision| revision.waiting),
            Status::Submitted | Status::Rejected | Status::Withdrawn | Status::Suspended => runs,
        }
    }

    /// Whether it is saved while somebody types: of an author's draft that leaves no version, of anything else it would.
    pub fn saves_itself(&self, reader: &Reader) -> bool {
        self.status() == Status::Draft && !reader.actor.may(Action::PublishRecord, self.owner())
    }

    fn owner(&self) -> Option<Uuid> {
        self.record.as_ref().and_then(|record| record.head.owner_organisation_id)
    }

    /// What a form means.
    pub async fn read(&self, app: &App, typed: &Typed) -> Result<Reading<L>> {
        let vocabulary = taxonomy::vocabulary(&*app.db).await?;
        let mut reading = read::<L>(typed, &self.base, &vocabulary);
        if self.seen.is_some() {
            reading.faults.extend(reading.emptied.drain(..).map(translated::stays));
        }
        Ok(reading)
    }

    /// Stores a body over the version that the form was filled from, without the translations that were `emptied`.
    pub async fn store(
        &self,
        app: &App,
        reader: &Reader,
        typed: &Typed,
        body: L::Body,
        emptied: &[&str],
    ) -> Result<Stored<L>> {
        let actor = &reader.actor;
        let Some(record) = &self.record else {
            let options =
                CreateOptions { status: Status::Draft, provenance: Provenance::Typed, ..CreateOptions::default() };
            return Ok(Stored::Saved(create::<L>(&app.db, actor, body, options).await?));
        };
        let sent = typed.first("version");
        let mut parts = sent.split('.');
        let (version, revision) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        // A form that was changed by hand names no version and is stale.
        let version = version.parse().unwrap_or(0);
        let others = parts.next() != Some(translated::mark(&self.base).as_str());
        if others && !translated::is_untouched(typed) {
            return Err(StoreError::Stale { current: record.head.version }.into());
        }
        let Some(seen) = self.seen else {
            let mut stored = replace::<L>(&app.db, actor, record.head.id, Some(version), body).await?;
            for lang in emptied {
                stored = remove::<L>(&app.db, actor, record.head.id, lang).await?;
            }
            return Ok(Stored::Saved(stored));
        };
        let revision: i32 = revision.parse().unwrap_or(0);
        let seen = Seen { revision: (revision > 0).then_some(revision), ..seen };
        let revised = authoring::revise::<L>(app, actor, reader.t(), (record, seen), Some(version), body);
        Ok(match revised.await? {
            Revised::AtOnce(record) => Stored::Live(record),
            Revised::Waits(_) => Stored::Waits,
        })
    }
}

/// Where a form went.
pub enum Stored<L: Authored> {
    Saved(Record<L>),
    /// A change of a published record, which everybody sees already.
    Live(Record<L>),
    /// A change of a published record, which waits for a review.
    Waits,
}

/// Why a form was not stored, as far as its author can do something about it.
pub enum Hindrance {
    Faults(Vec<Fault>),
    /// Somebody else has stored the record meanwhile.
    Stale,
    /// It does not go with where the record stands.
    State,
}

impl Hindrance {
    /// What an author can do something about; anything else is an error of the page.
    pub fn of(error: Error) -> Result<Self> {
        match error {
            Error::Problem(problem) => match problem.code {
                Code::InvalidFields | Code::DuplicateExternalId => Ok(Self::Faults(problem.faults)),
                Code::StaleVersion => Ok(Self::Stale),
                Code::InvalidState => Ok(Self::State),
                _ => Err(Error::Problem(problem)),
            },
            other => Err(other),
        }
    }
}
