//! What an author can do to one record. Every function checks who asks, then whether the caller has seen the newest
//! version, then what is valid; [`super::change`] stores the outcome. What changes nothing stores nothing.

use super::change::{Change, ChangeKind, Context, same_translation, store_changes};
use super::find::{visible_to, with_translations};
use super::numbers::{ChangeNumbers, record_numbers};
use super::rows::{body_columns, owner_key};
use super::{StoreError, hidden_from, now, seen_by};
use crate::accounts::{Action, Actor};
use crate::db::Db;
use crate::library::body::Body;
use crate::library::codes::{Provenance, Status};
use crate::library::parse::{merge_patched, parse_body};
use crate::library::taxonomy::vocabulary;
use crate::library::validate::{FieldCode, FieldError, chosen_anew};
use crate::library::vocabulary::Vocabulary;
use crate::library::{Head, Library, Record};
use crate::notices::{self, Notice};
use crate::outbox::Urgency;
use anyhow::anyhow;
use chrono::{DateTime, Datelike, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

/// Why the service archives a record whose last day is over.
pub(crate) const EXPIRED: &str = "its last day is over";

/// Why there is no review of a record that those who run the libraries publish at once; for its history.
pub(crate) const UNREVIEWED: &str = "published without a review";

/// How a new record begins.
#[derive(Debug, Clone, Default)]
pub struct CreateOptions {
    /// Draft or published.
    pub status: Status,
    /// How it came in.
    pub provenance: Provenance,
    /// The owner; the actor's organisation when missing.
    pub owner: Option<Uuid>,
    /// Why, for the history.
    pub reason: Option<String>,
}

/// Stores a new record.
pub async fn create<L: Library>(
    db: &Db,
    actor: &Actor,
    body: L::Body,
    options: CreateOptions,
) -> Result<Record<L>, StoreError> {
    let (vocabulary, body, options) = (&vocabulary(&**db).await?, &body, &options);
    db.write_send(|transaction| {
        Box::pin(async move { create_in(&transaction, actor, vocabulary, body.clone(), options).await })
    })
    .await
}

/// Stores a new record as part of a transaction of [`Db::write`] that does more.
pub async fn create_in<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    vocabulary: &Vocabulary,
    mut body: L::Body,
    options: &CreateOptions,
) -> Result<Record<L>, StoreError> {
    let owner = options.owner.or_else(|| actor.organisation_id());
    if !actor.may(Action::CreateRecord, owner) {
        return Err(StoreError::Forbidden);
    }
    refuse_unreviewed(actor, owner, options.status)?;
    check_as::<L>(options.status, &mut body, vocabulary)?;
    refuse_retired(None, &body, vocabulary)?;
    let numbers = ChangeNumbers::hold(transaction).await?;
    refuse_taken_id::<L>(transaction, owner, None, &body).await?;
    let at = now();
    let number = record_numbers(transaction, L::KIND, at.year(), 1).await?.pop().unwrap_or_default();
    let head = new_head::<L>(number, owner, options.status, options.provenance, at);
    let after = Record { head, body };
    let unreviewed = (options.status == Status::Published).then(|| UNREVIEWED.to_owned());
    let reason = options.reason.clone().or(unreviewed);
    let change = Change { before: None, after, kind: ChangeKind::Created, reason };
    store_one(transaction, numbers, actor, change, at).await
}

/// Puts a body in the place of the one there is. Translations it does not name stay.
pub async fn replace<L: Library>(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    if_match: Option<i32>,
    body: L::Body,
) -> Result<Record<L>, StoreError> {
    change_body::<L>(db, actor, id, if_match, |_stored| Ok(body.clone())).await
}

/// Changes the columns a JSON Merge Patch (RFC 7396) names.
pub async fn merge_patch<L: Library>(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    if_match: Option<i32>,
    patch: Value,
) -> Result<Record<L>, StoreError> {
    change_body::<L>(db, actor, id, if_match, |stored| patched::<L>(stored, &patch)).await
}

/// [`merge_patch`] as part of a transaction that does more.
pub(crate) async fn merge_patch_in<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    patch: &Value,
    reason: Option<String>,
) -> Result<Record<L>, StoreError> {
    let vocabulary = vocabulary(transaction).await?;
    let new_body = |stored: &L::Body| patched::<L>(stored, patch);
    change_body_in(transaction, actor, &vocabulary, (id, None), reason, new_body).await
}

fn patched<L: Library>(stored: &L::Body, patch: &Value) -> Result<L::Body, StoreError> {
    let current = Value::Object(body_columns(stored)?);
    parse_body::<L>(merge_patched(current, patch)).map_err(StoreError::Invalid)
}

/// Shows a record to others and has it indexed and matched.
pub async fn publish<L: Library>(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    if_match: Option<i32>,
) -> Result<Record<L>, StoreError> {
    set_status(db, actor, id, if_match, Status::Published, None).await
}

/// Makes a published record a draft again.
pub async fn unpublish<L: Library>(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    if_match: Option<i32>,
) -> Result<Record<L>, StoreError> {
    set_status(db, actor, id, if_match, Status::Draft, None).await
}

/// Takes a record back. It stays in the database with its history; no list or search of others shows it.
pub async fn withdraw<L: Library>(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    if_match: Option<i32>,
    reason: Option<String>,
) -> Result<Record<L>, StoreError> {
    set_status(db, actor, id, if_match, Status::Withdrawn, reason).await
}

/// Moves a record to a status.
pub async fn set_status<L: Library>(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    if_match: Option<i32>,
    status: Status,
    reason: Option<String>,
) -> Result<Record<L>, StoreError> {
    let reason = &reason;
    db.write_send(|transaction| {
        Box::pin(async move { set_status_in(&transaction, actor, id, if_match, status, reason.clone()).await })
    })
    .await
}

/// [`set_status`] as part of a transaction that does more.
pub(crate) async fn set_status_in<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    if_match: Option<i32>,
    status: Status,
    reason: Option<String>,
) -> Result<Record<L>, StoreError> {
    let (action, kind) = match status {
        Status::Draft => (Action::ChangeRecord, ChangeKind::Unpublished),
        Status::Submitted => (Action::ChangeRecord, ChangeKind::Submitted),
        Status::Published => (Action::ChangeRecord, ChangeKind::Published),
        Status::Withdrawn => (Action::WithdrawRecord, ChangeKind::Withdrawn),
        Status::Archived => (Action::WithdrawRecord, ChangeKind::Archived),
        Status::Rejected => return Err(StoreError::State("only a review rejects a record".to_owned())),
        Status::Suspended => {
            let detail = "a record is suspended with its organisation: POST /api/v1/organisations/{id}/decisions";
            return Err(StoreError::State(detail.to_owned()));
        }
    };
    let numbers = ChangeNumbers::hold(transaction).await?;
    let stored = load::<L>(transaction, actor, action, id, if_match).await?;
    if stored.head.status == status {
        return Ok(seen_by(stored, actor));
    }
    let owner = stored.head.owner_organisation_id;
    refuse_unreviewed(actor, owner, status)?;
    refuse_rejected(actor, owner, stored.head.status)?;
    if stored.head.status == Status::Submitted && status == Status::Published {
        return Err(StoreError::State("a submitted record is published by a review: POST …/reviews".to_owned()));
    }
    let unchanged = stored.head.updated_at;
    let mut after = stored.clone();
    if matches!(status, Status::Submitted | Status::Published) {
        let vocabulary = vocabulary(transaction).await?;
        check::<L>(&mut after.body, &vocabulary)?;
    }
    after.head.status = status;
    after.head.version += 1;
    let reason = reason.or_else(|| (status == Status::Published).then(|| UNREVIEWED.to_owned()));
    let change = Change { before: Some(stored), after, kind, reason: reason.clone() };
    let stored = store_one(transaction, numbers, actor, change, now()).await?;
    tell_owner(transaction, actor, &stored, unchanged, reason.as_deref()).await?;
    Ok(stored)
}

/// Tells the people of the owner that somebody else has moved their record, or that the service has archived it
/// because nobody had changed it since `unchanged`.
async fn tell_owner<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    record: &Record<L>,
    unchanged: DateTime<Utc>,
    reason: Option<&str>,
) -> Result<(), StoreError> {
    let head = &record.head;
    let Some(owner) = head.owner_organisation_id.filter(|owner| actor.organisation_id() != Some(*owner)) else {
        return Ok(());
    };
    let archived = *actor == Actor::System && head.status == Status::Archived;
    let end = record.body.common().valid_until;
    let expired = reason == Some(EXPIRED);
    let kind = match (archived, expired) {
        (true, true) => notices::Kind::RecordExpired,
        (true, false) => notices::Kind::RecordArchived,
        _ => notices::Kind::RecordStatus,
    };
    let people = notices::members(transaction, owner).await?;
    let told = people.into_iter().map(|user| Notice {
        user,
        kind,
        key: format!("record:{}:{}", head.id, head.version),
        link: Some(format!("/{}/{}", L::KIND, head.number)),
        values: serde_json::json!({
            "number": head.number, "title": record.body.common().title, "status": head.status,
            "limit": (head.updated_at - unchanged).num_days(), "date": end,
        }),
    });
    Ok(notices::tell(transaction, head.updated_at, told.collect()).await?)
}

async fn change_body<L: Library>(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    if_match: Option<i32>,
    new_body: impl Fn(&L::Body) -> Result<L::Body, StoreError> + Send + Sync,
) -> Result<Record<L>, StoreError> {
    let vocabulary = &vocabulary(&**db).await?;
    let new_body = &new_body;
    db.write_send(|transaction| {
        Box::pin(async move { change_body_in(&transaction, actor, vocabulary, (id, if_match), None, new_body).await })
    })
    .await
}

async fn change_body_in<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    vocabulary: &Vocabulary,
    (id, if_match): (Uuid, Option<i32>),
    reason: Option<String>,
    new_body: impl Fn(&L::Body) -> Result<L::Body, StoreError>,
) -> Result<Record<L>, StoreError> {
    let numbers = ChangeNumbers::hold(transaction).await?;
    let stored = load::<L>(transaction, actor, Action::ChangeRecord, id, if_match).await?;
    refuse_unreviewed(actor, stored.head.owner_organisation_id, stored.head.status)?;
    refuse_rejected(actor, stored.head.owner_organisation_id, stored.head.status)?;
    refuse_submitted(actor, stored.head.owner_organisation_id, stored.head.status)?;
    let mut body = new_body(&stored.body)?;
    let hidden = hidden_from(actor, stored.head.owner_organisation_id);
    L::keep_hidden(&mut body, &stored.body, hidden);
    check_as::<L>(stored.head.status, &mut body, vocabulary)?;
    refuse_retired(Some(&stored.body), &body, vocabulary)?;
    if is_unchanged(&stored.body, &body) {
        return Ok(seen_by(stored, actor));
    }
    refuse_taken_id::<L>(transaction, stored.head.owner_organisation_id, Some(id), &body).await?;
    let mut head = stored.head.clone();
    head.version += 1;
    // An author saves a draft again and again: one draft, and a version when it is submitted.
    let author = !actor.may(Action::PublishRecord, head.owner_organisation_id);
    let kind = if author && head.status == Status::Draft { ChangeKind::Saved } else { ChangeKind::Updated };
    let after = Record { head, body };
    let change = Change { before: Some(stored), after, kind, reason };
    store_one(transaction, numbers, actor, change, now()).await
}

/// The stored record, if `actor` may do `action` to it and has seen its newest version.
pub(crate) async fn load<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    action: Action,
    id: Uuid,
    if_match: Option<i32>,
) -> Result<Record<L>, StoreError> {
    let row = L::Entity::find().filter(visible_to(actor)).filter(Expr::col("id").eq(id)).one(transaction).await?;
    let stored = with_translations::<L>(transaction, row.into_iter().collect()).await?.pop();
    let stored = stored.ok_or(StoreError::NotFound)?;
    if !actor.may(action, stored.head.owner_organisation_id) {
        return Err(StoreError::Forbidden);
    }
    if if_match.is_some_and(|version| version != stored.head.version) {
        return Err(StoreError::Stale { current: stored.head.version });
    }
    Ok(stored)
}

/// Refuses what would show everybody a text that nobody has reviewed.
pub(crate) fn refuse_unreviewed(actor: &Actor, owner: Option<Uuid>, status: Status) -> Result<(), StoreError> {
    if status == Status::Published && !actor.may(Action::PublishRecord, owner) {
        return Err(StoreError::Unreviewed);
    }
    Ok(())
}

/// Refuses to take up again what a review said no to, except to those who run the libraries.
fn refuse_rejected(actor: &Actor, owner: Option<Uuid>, status: Status) -> Result<(), StoreError> {
    if status == Status::Rejected && !actor.may(Action::PublishRecord, owner) {
        return Err(StoreError::State("the record was rejected; it stays as it was reviewed".to_owned()));
    }
    Ok(())
}

/// Refuses to change what waits for a review: what is reviewed is what was checked.
fn refuse_submitted(actor: &Actor, owner: Option<Uuid>, status: Status) -> Result<(), StoreError> {
    if status == Status::Submitted && !actor.may(Action::PublishRecord, owner) {
        return Err(StoreError::State("the record waits for a review; make it a draft to change it".to_owned()));
    }
    Ok(())
}

/// Why a file does not change a record that it names, where it does not.
pub(super) fn kept_back(actor: &Actor, owner: Option<Uuid>, head: &Head) -> Option<FieldError> {
    let refused = refuse_unreviewed(actor, owner, head.status)
        .and_then(|()| refuse_rejected(actor, owner, head.status))
        .and_then(|()| refuse_submitted(actor, owner, head.status))
        .err()?;
    let detail = format!("{}: {refused}", head.number);
    Some(FieldError { pointer: "/external_id".to_owned(), code: FieldCode::Locked, detail })
}

/// Brings a body into its stored form and refuses what is wrong with it.
pub(crate) fn check<L: Library>(body: &mut L::Body, vocabulary: &Vocabulary) -> Result<(), StoreError> {
    L::normalise(body, vocabulary);
    match L::validate(body, vocabulary) {
        errors if errors.is_empty() => Ok(()),
        errors => Err(StoreError::Invalid(errors)),
    }
}

/// Refuses a retired field that the record does not have already.
pub(crate) fn refuse_retired<B: Body>(before: Option<&B>, body: &B, vocabulary: &Vocabulary) -> Result<(), StoreError> {
    let before = before.map(|stored| stored.common().fields).unwrap_or_default();
    match chosen_anew(before, body.common().fields, vocabulary) {
        errors if errors.is_empty() => Ok(()),
        errors => Err(StoreError::Invalid(errors)),
    }
}

/// As [`check`], but a draft may lack what is needed: only what is malformed is refused.
fn check_as<L: Library>(status: Status, body: &mut L::Body, vocabulary: &Vocabulary) -> Result<(), StoreError> {
    match check::<L>(body, vocabulary) {
        Err(StoreError::Invalid(mut errors)) if status == Status::Draft => {
            errors.retain(|error| error.code != FieldCode::Required);
            if errors.is_empty() { Ok(()) } else { Err(StoreError::Invalid(errors)) }
        }
        checked => checked,
    }
}

/// Whether storing `body` over `stored` would change nothing. Translations that are not named do not count.
pub(crate) fn is_unchanged<B: Body>(stored: &B, body: &B) -> bool {
    let known = stored.common().translations;
    let named = body.common().translations;
    if !named.iter().all(|translation| known.iter().any(|other| same_translation(other, translation))) {
        return false;
    }
    let (mut left, mut right) = (stored.clone(), body.clone());
    left.common_mut().translations.clear();
    right.common_mut().translations.clear();
    left == right
}

pub(super) fn new_head<L: Library>(
    number: String,
    owner: Option<Uuid>,
    status: Status,
    provenance: Provenance,
    at: DateTime<Utc>,
) -> Head {
    Head {
        id: Uuid::now_v7(),
        number,
        library: L::KIND,
        status,
        version: 1,
        owner_organisation_id: owner,
        provenance,
        created_at: at,
        updated_at: at,
        published_at: None,
        change_no: 0,
        text_version: 1,
    }
}

pub(crate) async fn refuse_taken_id<L: Library>(
    db: &impl ConnectionTrait,
    owner: Option<Uuid>,
    but: Option<Uuid>,
    body: &L::Body,
) -> Result<(), StoreError> {
    let Some(external_id) = body.common().external_id else { return Ok(()) };
    let found: Option<(Uuid, String)> = L::Entity::find()
        .select_only()
        .column_as(Expr::col("id"), "id")
        .column_as(Expr::col("number"), "number")
        .filter(Expr::col("owner_key").eq(owner_key(owner)))
        .filter(Expr::col("external_id").eq(external_id))
        .into_tuple()
        .one(db)
        .await?;
    match found {
        Some((id, number)) if Some(id) != but => {
            Err(StoreError::ExternalIdTaken { external_id: external_id.to_owned(), number })
        }
        _ => Ok(()),
    }
}

pub(crate) async fn store_one<L: Library>(
    transaction: &DatabaseTransaction,
    mut numbers: ChangeNumbers,
    actor: &Actor,
    change: Change<L>,
    at: DateTime<Utc>,
) -> Result<Record<L>, StoreError> {
    let context = Context { actor, at, urgency: Urgency::Awaited };
    let stored = store_changes(transaction, &mut numbers, context, vec![change]).await?.pop();
    numbers.store(transaction).await?;
    let stored = stored.ok_or_else(|| anyhow!("a stored change left no record"))?;
    Ok(seen_by(stored, actor))
}
