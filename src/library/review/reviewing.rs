//! A review is stored together with what it leads to: the record's new state, its history, the audit, the notice to its
//! author. Reviews are never changed.

use std::collections::HashMap;

use anyhow::Context;
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::revision::{Revision, revision_of, sent_back};
use super::rows::review;
use super::rubric::{ReviewResult, Rubric};
use super::weight::with_changes;
use crate::accounts::{Action, Actor};
use crate::audit::{self, Deed, NewEntry};
use crate::library::body::Body;
use crate::library::codes::Status;
use crate::library::store::change::{Change, ChangeKind};
use crate::library::store::numbers::ChangeNumbers;
use crate::library::store::rows::version;
use crate::library::store::write::{load, store_one};
use crate::library::store::{StoreError, seen_by};
use crate::library::versions::readable;
use crate::library::{Library, Record};
use crate::notices::{Kind, Notice, members, tell};

/// A review as it is sent.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentReview {
    pub criteria: Rubric,
    /// On the whole, for the author. A record that is not published needs a comment, here or with a criterion.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub comment: Option<String>,
}

/// A review.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Review {
    pub id: Uuid,
    /// The version of the record that was reviewed.
    #[schema(example = 2)]
    pub version: i32,
    /// The revision of a published record that was reviewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<i32>,
    pub at: DateTime<Utc>,
    /// Who reviewed it; for reviewers alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer_id: Option<Uuid>,
    pub criteria: Rubric,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The sum of the scores.
    #[schema(minimum = 0, maximum = 20, example = 14)]
    pub total: i32,
    pub result: ReviewResult,
}

impl Review {
    fn of(row: review::Model, actor: &Actor, owner: Option<Uuid>) -> anyhow::Result<Self> {
        let place = || format!("cannot read review {}", row.id);
        Ok(Self {
            id: row.id,
            version: row.version,
            revision: row.revision,
            at: row.at,
            reviewer_id: row.reviewer_id.filter(|_| actor.may(Action::ReviewRecord, owner)),
            criteria: serde_json::from_value(row.criteria.clone()).with_context(place)?,
            comment: row.comment.clone(),
            total: row.total,
            result: row.result.parse().with_context(place)?,
        })
    }
}

/// The reviews of a record, the newest first, for its owner and for those who review.
pub async fn reviews<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<Vec<Review>, StoreError> {
    let owner = readable::<L>(db, actor, id).await?;
    let select = review::Entity::find().filter(review::Column::RecordId.eq(id));
    let rows = select.order_by_desc(review::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(|row| Review::of(row, actor, owner)).collect::<anyhow::Result<_>>()?)
}

/// What the last review of each record led to, and its comment on the whole; nothing for those that were never reviewed.
pub async fn last_results(
    db: &impl ConnectionTrait,
    records: &[Uuid],
) -> Result<HashMap<Uuid, (ReviewResult, Option<String>)>, StoreError> {
    let rows: Vec<(Uuid, String, Option<String>)> = review::Entity::find()
        .select_only()
        .column(review::Column::RecordId)
        .column(review::Column::Result)
        .column(review::Column::Comment)
        .filter(review::Column::RecordId.is_in(records.iter().copied()))
        .order_by_asc(review::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let read = |(id, result, comment): (Uuid, String, Option<String>)| {
        Ok((id, (result.parse().context("cannot read a review")?, comment)))
    };
    Ok(rows.into_iter().map(read).collect::<anyhow::Result<_>>()?)
}

/// Reviews the submitted record and does what follows from it.
pub async fn review_in<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    if_match: Option<i32>,
    sent: SentReview,
    now: DateTime<Utc>,
) -> Result<(Record<L>, Review), StoreError> {
    let numbers = ChangeNumbers::hold(transaction).await?;
    let stored = load::<L>(transaction, actor, Action::ReviewRecord, id, None).await?;
    refuse_partial(transaction, actor, &stored).await?;
    let published = stored.head.status == Status::Published;
    let revision = revision_of(transaction, id).await?.filter(|revision| published && revision.waiting);
    let current = revision.as_ref().map_or(stored.head.version, |revision| revision.version);
    if if_match.is_some_and(|version| version != current) {
        return Err(StoreError::Stale { current });
    }
    if let Some(revision) = revision {
        return review_revision(transaction, numbers, actor, (stored, revision), sent, now).await;
    }
    if stored.head.status != Status::Submitted {
        let detail = format!("the record is {} and does not wait for a review", stored.head.status);
        return Err(StoreError::State(detail));
    }
    let sent = tidied(sent)?;
    let row = row::<L>(&sent, actor, &stored, None, now)?;
    review::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let mut after = stored.clone();
    after.head.version += 1;
    let (status, kind) = match sent.criteria.outcome() {
        ReviewResult::Published => (Status::Published, ChangeKind::Published),
        ReviewResult::Returned => (Status::Draft, ChangeKind::Returned),
        ReviewResult::Rejected => (Status::Rejected, ChangeKind::Rejected),
    };
    after.head.status = status;
    let owner = stored.head.owner_organisation_id;
    let change = Change { before: Some(stored), after, kind, reason: sent.comment };
    let record = store_one(transaction, numbers, actor, change, now).await?;
    write_down(transaction, actor, &record, &row, now).await?;
    let review = Review::of(row, actor, owner)?;
    Ok((record, review))
}

/// Reviews a change of a published record: it takes the place of what everybody sees, goes back, or is dropped.
async fn review_revision<L: Library>(
    transaction: &DatabaseTransaction,
    numbers: ChangeNumbers,
    actor: &Actor,
    (stored, revision): (Record<L>, Revision),
    sent: SentReview,
    now: DateTime<Utc>,
) -> Result<(Record<L>, Review), StoreError> {
    let sent = tidied(sent)?;
    let (id, owner) = (stored.head.id, stored.head.owner_organisation_id);
    let row = row::<L>(&sent, actor, &stored, Some(&revision), now)?;
    review::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let outcome = sent.criteria.outcome();
    sent_back(transaction, id, &revision, outcome == ReviewResult::Returned).await?;
    let record = if outcome == ReviewResult::Published {
        let mut after = Record { head: stored.head.clone(), body: with_changes::<L>(&stored.body, &revision.changes)? };
        after.head.version += 1;
        let change = Change { before: Some(stored), after, kind: ChangeKind::Published, reason: sent.comment };
        store_one(transaction, numbers, actor, change, now).await?
    } else {
        seen_by(stored, actor)
    };
    write_down(transaction, actor, &record, &row, now).await?;
    let review = Review::of(row, actor, owner)?;
    Ok((record, review))
}

/// Nobody reviews what their own organisation owns or what they wrote themselves.
async fn refuse_partial<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    record: &Record<L>,
) -> Result<(), StoreError> {
    let owner = record.head.owner_organisation_id;
    if owner.is_some() && owner == actor.organisation_id() {
        return Err(StoreError::ConflictOfInterest);
    }
    if wrote(db, actor, record.head.id).await? { Err(StoreError::ConflictOfInterest) } else { Ok(()) }
}

/// Whether the actor wrote any version of the record.
pub(super) async fn wrote(db: &impl ConnectionTrait, actor: &Actor, id: Uuid) -> Result<bool, StoreError> {
    let Some(me) = actor.user_id() else { return Ok(false) };
    let written = [ChangeKind::Created.as_str(), ChangeKind::Updated.as_str()];
    let own = version::Entity::find()
        .filter(version::Column::RecordId.eq(id))
        .filter(version::Column::ActorId.eq(me))
        .filter(version::Column::Action.is_in(written));
    Ok(own.count(db).await? > 0)
}

/// Without blank comments; refused where something is wrong with it.
fn tidied(mut sent: SentReview) -> Result<SentReview, StoreError> {
    let blank = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    sent.comment = blank(sent.comment);
    let Rubric { advantage_or_problem, clarity, cooperation, rules_and_language } = &mut sent.criteria;
    for mark in [advantage_or_problem, clarity, cooperation, rules_and_language] {
        mark.comment = blank(mark.comment.take());
    }
    let faults = sent.criteria.faults(sent.comment.as_deref());
    if faults.is_empty() { Ok(sent) } else { Err(StoreError::Invalid(faults)) }
}

fn row<L: Library>(
    sent: &SentReview,
    actor: &Actor,
    stored: &Record<L>,
    revision: Option<&Revision>,
    now: DateTime<Utc>,
) -> anyhow::Result<review::Model> {
    Ok(review::Model {
        id: Uuid::now_v7(),
        library: L::KIND.as_str().to_owned(),
        record_id: stored.head.id,
        version: stored.head.version,
        revision: revision.map(|revision| revision.version),
        changes: revision.map(|revision| Value::Object(revision.changes.clone())),
        reviewer_id: actor.user_id(),
        at: now,
        criteria: serde_json::to_value(&sent.criteria)?,
        comment: sent.comment.clone(),
        total: sent.criteria.total(),
        result: sent.criteria.outcome().as_str().to_owned(),
    })
}

/// The audit entry, and the notice to the people of the owner.
async fn write_down<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    record: &Record<L>,
    row: &review::Model,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let head = &record.head;
    let detail = json!({ "number": head.number, "review": row.id, "reviewed": row.version, "total": row.total,
        "result": row.result });
    let entry = NewEntry::new(actor, now, Deed::Reviewed).to_record(L::KIND, head.id, head.version).with(detail);
    audit::record(transaction, vec![entry]).await?;
    let Some(owner) = head.owner_organisation_id else { return Ok(()) };
    let told = members(transaction, owner).await?.into_iter().map(|user| Notice {
        user,
        kind: Kind::RecordReviewed,
        key: format!("review:{}", row.id),
        link: Some(format!("/{}/{}", L::KIND, head.number)),
        values: json!({ "number": head.number, "title": record.body.common().title, "result": row.result }),
    });
    tell(transaction, now, told.collect()).await
}
