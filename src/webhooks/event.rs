//! What webhooks are told of. Stored in the transaction of what happened, so none is lost and none tells of what did not
//! happen; the same is told once.

use anyhow::Context;
use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde_json::{Value, json};
use uuid::Uuid;

use super::rows::{delivery, hook};
use crate::accounts::organisations::Standing;
use crate::accounts::rows::organisation;
use crate::library::closed_set::closed_set;

/// Deliveries stored in one statement: eight parameters each.
const PORTION: usize = 1_000;

closed_set! {
    /// What a webhook can be told of.
    pub enum EventKind {
        /// A record of the organisation is shown to everybody.
        #[default]
        RecordPublished = "record.published" [],
        /// It is not any more.
        RecordWithdrawn = "record.withdrawn" [],
        /// A match waits for the organisation's answer.
        MatchProposed = "match.proposed" [],
        /// A side has answered.
        MatchAnswered = "match.answered" [],
        /// Both sides know one another.
        MatchIntroduced = "match.introduced" [],
        /// A match has moved on otherwise.
        MatchMoved = "match.moved" [],
        /// Somebody tries whether the webhook works.
        Ping = "ping" [],
    }
}

/// Something that happened, and whose it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub kind: EventKind,
    /// What it tells of, such as `record:ID:3`.
    pub key: String,
    /// Who is told, besides those who run the service.
    pub organisations: Vec<Uuid>,
    /// Ids and states; never a name, a text or a contact.
    pub data: Value,
}

/// Has everybody told who may and wants to be.
pub async fn emit(transaction: &DatabaseTransaction, at: DateTime<Utc>, events: Vec<Event>) -> anyhow::Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    let concerned: Vec<Uuid> = events.iter().flat_map(|event| event.organisations.iter().copied()).collect();
    let theirs =
        Condition::any().add(hook::Column::OrganisationId.is_null()).add(hook::Column::OrganisationId.is_in(concerned));
    let hooks = hook::Entity::find()
        .filter(Condition::all().add(hook::Column::DisabledAt.is_null()).add(theirs).add(may_be_told()))
        .all(transaction)
        .await
        .context("cannot find the webhooks of an event")?;
    let mut rows = Vec::new();
    for event in &events {
        let told = hooks.iter().filter(|hook| {
            hook.organisation_id.is_none_or(|organisation| event.organisations.contains(&organisation))
                && hook.events.as_array().is_some_and(|wanted| wanted.iter().any(|one| one == event.kind.as_str()))
        });
        for hook in told {
            rows.push(row(hook.id, event, at)?);
        }
    }
    store(transaction, rows).await
}

/// The webhooks of those who may act: nothing is told to an organisation that is not approved, or not any more.
pub(super) fn may_be_told() -> Condition {
    let approved = Query::select()
        .column(organisation::Column::Id)
        .from(organisation::Entity)
        .and_where(organisation::Column::Status.eq(Standing::Approved.as_str()))
        .take();
    let owner = hook::Column::OrganisationId;
    Condition::any().add(owner.is_null()).add(owner.in_subquery(approved))
}

/// Stores deliveries; one that is there stays as it is.
pub(super) async fn store(transaction: &DatabaseTransaction, rows: Vec<delivery::ActiveModel>) -> anyhow::Result<()> {
    let known = OnConflict::columns([delivery::Column::WebhookId, delivery::Column::Key]).do_nothing().to_owned();
    for portion in rows.chunks(PORTION) {
        let insert = delivery::Entity::insert_many(portion.to_vec()).on_conflict(known.clone());
        insert.exec_without_returning(transaction).await.context("cannot store what webhooks are told")?;
    }
    Ok(())
}

/// A delivery of an event, with the body that every attempt sends.
pub(super) fn row(webhook: Uuid, event: &Event, at: DateTime<Utc>) -> anyhow::Result<delivery::ActiveModel> {
    let timestamp = at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let body = json!({ "type": event.kind.as_str(), "timestamp": timestamp, "data": event.data });
    Ok(delivery::ActiveModel {
        id: Set(Uuid::now_v7()),
        webhook_id: Set(webhook),
        event: Set(event.kind.as_str().to_owned()),
        key: Set(event.key.clone()),
        body: Set(serde_json::to_string(&body)?),
        created_at: Set(at),
        attempts: Set(0),
        next_at: Set(at),
        claimed_until: Set(None),
        delivered_at: Set(None),
        given_up_at: Set(None),
        response_status: Set(None),
        failure: Set(None),
        last_error: Set(None),
    })
}
