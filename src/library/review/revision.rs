//! A revision: what the owner of a published record wants to change of it. Until it is reviewed everybody sees, finds
//! and is matched with the record as it was.

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::rows::revision;
use super::submission::{LookedOver, remember};
use super::weight::{split, with_changes};
use crate::accounts::{Action, Actor};
use crate::audit::{self, Deed, NewEntry};
use crate::library::codes::Status;
use crate::library::store::change::{Change, ChangeKind};
use crate::library::store::numbers::ChangeNumbers;
use crate::library::store::write::{check, is_unchanged, load, refuse_retired, refuse_taken_id, store_one};
use crate::library::store::{StoreError, find};
use crate::library::vocabulary::Vocabulary;
use crate::library::{Library, Record};

/// A revision as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Grows with every change of the revision.
    pub version: i32,
    /// Whether it waits for a review, or came back from one.
    pub waiting: bool,
    /// Columns with their new values.
    pub changes: Map<String, Value>,
    pub at: DateTime<Utc>,
}

/// What became of an owner's change.
#[derive(Debug)]
pub enum Revised<L: Library> {
    /// All of it took effect, or nothing had changed.
    AtOnce(Record<L>),
    /// Some of it waits for a review.
    Waits(Revision),
}

/// What the owner read before the change.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    pub id: Uuid,
    pub version: i32,
    /// The version of the revision, where there was one.
    pub revision: Option<i32>,
}

/// The revision of a record.
pub async fn revision_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Revision>, StoreError> {
    let row = revision::Entity::find_by_id(id).one(db).await?;
    Ok(row.map(read).transpose()?)
}

fn read(row: revision::Model) -> anyhow::Result<Revision> {
    let changes =
        serde_json::from_value(row.changes).with_context(|| format!("cannot read revision {}", row.record_id))?;
    Ok(Revision { version: row.version, waiting: row.waiting, changes, at: row.at })
}

/// The record, its revision, and what the record is with it; for its owner and those who review.
pub async fn revised<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: &str,
) -> Result<Option<(Record<L>, Revision, L::Body)>, StoreError> {
    let Some(record) = find::<L>(db, actor, id).await? else { return Ok(None) };
    if !actor.may(Action::ReadUnpublished, record.head.owner_organisation_id) {
        return Err(StoreError::Forbidden);
    }
    let found = revision_of(db, record.head.id).await?.filter(|_| record.head.status == Status::Published);
    let Some(revision) = found else { return Ok(None) };
    let body = with_changes::<L>(&record.body, &revision.changes)?;
    Ok(Some((record, revision, body)))
}

/// An owner's change of a published record: some columns at once, the others as a revision.
#[expect(clippy::too_many_arguments, reason = "each is another thing the caller knows")]
pub async fn revise_in<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    seen: Seen,
    mut body: L::Body,
    vocabulary: &Vocabulary,
    horizon: NaiveDate,
    looked: &LookedOver,
    now: DateTime<Utc>,
) -> Result<Revised<L>, StoreError> {
    let numbers = ChangeNumbers::hold(transaction).await?;
    let stored = load::<L>(transaction, actor, Action::ChangeRecord, seen.id, Some(seen.version)).await?;
    if stored.head.status != Status::Published {
        return Err(StoreError::State(format!("the record is {} by now", stored.head.status)));
    }
    let before = revision_of(transaction, seen.id).await?;
    if before.as_ref().is_some_and(|before| before.waiting) {
        let detail = "a change of the record waits for a review: take it back (DELETE …/revision) to make another";
        return Err(StoreError::State(detail.to_owned()));
    }
    if before.as_ref().map(|before| before.version) != seen.revision {
        return Err(StoreError::Stale { current: stored.head.version });
    }
    check::<L>(&mut body, vocabulary)?;
    refuse_retired(Some(&stored.body), &body, vocabulary)?;
    let parts = split::<L>(&stored.body, &body, horizon)?;
    let mut record = stored.clone();
    if !is_unchanged(&stored.body, &parts.at_once) {
        refuse_taken_id::<L>(transaction, stored.head.owner_organisation_id, Some(seen.id), &parts.at_once).await?;
        let mut head = stored.head.clone();
        head.version += 1;
        let after = Record { head, body: parts.at_once };
        let change = Change { before: Some(stored), after, kind: ChangeKind::Updated, reason: None };
        record = store_one(transaction, numbers, actor, change, now).await?;
    }
    revision::Entity::delete_by_id(seen.id).exec(transaction).await?;
    if parts.reviewed.is_empty() {
        return Ok(Revised::AtOnce(record));
    }
    let row = revision::Model {
        record_id: seen.id,
        library: L::KIND.as_str().to_owned(),
        version: before.map_or(1, |before| before.version + 1),
        waiting: true,
        changes: Value::Object(parts.reviewed),
        actor_id: actor.user_id(),
        at: now,
    };
    revision::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    remember(transaction, actor, &record.head, Some(row.version), looked, now).await?;
    let revision = read(row)?;
    write_down(transaction, actor, &record, &revision, Deed::Revised, now).await?;
    Ok(Revised::Waits(revision))
}

/// Takes a revision back; the record stays as everybody sees it.
pub async fn take_back_in<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    if_match: Option<i32>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let _numbers = ChangeNumbers::hold(transaction).await?;
    let record = load::<L>(transaction, actor, Action::ChangeRecord, id, None).await?;
    let revision = revision_of(transaction, id).await?.ok_or(StoreError::NotFound)?;
    if if_match.is_some_and(|version| version != revision.version) {
        return Err(StoreError::Stale { current: revision.version });
    }
    revision::Entity::delete_by_id(id).exec(transaction).await?;
    Ok(write_down(transaction, actor, &record, &revision, Deed::RevisionTakenBack, now).await?)
}

/// After a review that did not publish it: kept for its author to put right, or gone.
pub(super) async fn sent_back(
    transaction: &DatabaseTransaction,
    id: Uuid,
    revision: &Revision,
    keep: bool,
) -> Result<(), StoreError> {
    let Some(row) = revision::Entity::find_by_id(id).one(transaction).await? else { return Ok(()) };
    revision::Entity::delete_by_id(id).exec(transaction).await?;
    if keep {
        let row = revision::Model { waiting: false, version: revision.version + 1, ..row };
        revision::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    }
    Ok(())
}

/// The audit entry; names of columns only.
async fn write_down<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    record: &Record<L>,
    revision: &Revision,
    action: Deed,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let head = &record.head;
    let columns: Vec<&String> = revision.changes.keys().collect();
    let detail = json!({ "number": head.number, "revision": revision.version, "columns": columns });
    let entry = NewEntry::new(actor, now, action).to_record(L::KIND, head.id, head.version).with(detail);
    audit::record(transaction, vec![entry]).await
}
