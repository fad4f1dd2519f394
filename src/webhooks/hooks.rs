//! Who wants to be told what, and where. Everybody manages those of their own organisation, administrators those of the
//! service, which are told of everybody's events.

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    ModelTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::address::checked;
use super::event::{Event, EventKind, row, store};
use super::failure::Failure;
use super::rows::{delivery, hook};
use super::signature::{kept, new_secret, opened};
use crate::accounts::sealing::Sealing;
use crate::accounts::{Action, Actor, Scope};
use crate::audit::{self, Deed, NewEntry};
use crate::config::Webhooks;
use crate::error::Fault;

/// How long the secret before signs too.
const BOTH_SIGN: TimeDelta = TimeDelta::hours(24);
/// Deliveries shown.
const SHOWN: u64 = 100;
/// Webhooks an organisation may have.
pub const MOST_WEBHOOKS: usize = 20;
const LONGEST_URL: usize = 1_000;

/// A webhook, without its secret.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Webhook {
    pub id: Uuid,
    /// Whose events it is told of; null for everybody's.
    pub organisation_id: Option<Uuid>,
    #[schema(example = "https://example.org/siku")]
    pub url: String,
    #[schema(value_type = Vec<String>)]
    pub events: Vec<EventKind>,
    pub created_at: DateTime<Utc>,
    /// Attempts that failed since the last that did not.
    pub failures: i32,
    /// Since when it is not told anything any more, because too many attempts failed.
    pub disabled_at: Option<DateTime<Utc>>,
}

/// An event on its way to a webhook.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WebhookDelivery {
    /// The `webhook-id` of every attempt.
    pub id: Uuid,
    #[schema(example = "match.proposed")]
    pub event: String,
    /// `waiting`, `delivered` or `given_up`.
    #[schema(example = "delivered")]
    pub status: String,
    pub created_at: DateTime<Utc>,
    pub attempts: i32,
    /// When it is tried next; null when it is not.
    pub next_at: Option<DateTime<Utc>>,
    pub delivered_at: Option<DateTime<Utc>>,
    /// The last answer's status.
    #[schema(example = 204)]
    pub response_status: Option<i32>,
    /// Why the last attempt failed: `unreadable`, `insecure`, `credentials` or `private` address, `unknown_name`,
    /// `no_connection`, `no_encryption`, `no_http`, `no_answer` in time, `not_taken` (an answer other than 2xx), or
    /// `internal`.
    #[schema(example = "no_answer")]
    pub failure: Option<String>,
    /// The same in words, for whoever runs the program.
    pub last_error: Option<String>,
}

impl Webhook {
    /// A stored webhook.
    ///
    /// # Errors
    /// Its events cannot be read.
    pub fn of(row: hook::Model) -> anyhow::Result<Self> {
        Ok(Self {
            id: row.id,
            organisation_id: row.organisation_id,
            url: row.url,
            events: serde_json::from_value(row.events).context("cannot read the events of a webhook")?,
            created_at: row.created_at,
            failures: row.failures,
            disabled_at: row.disabled_at,
        })
    }
}

impl WebhookDelivery {
    fn of(row: delivery::Model) -> Self {
        let status = match (row.delivered_at, row.given_up_at) {
            (Some(_), _) => "delivered",
            (None, Some(_)) => "given_up",
            (None, None) => "waiting",
        };
        Self {
            id: row.id,
            event: row.event,
            status: status.to_owned(),
            created_at: row.created_at,
            attempts: row.attempts,
            next_at: Some(row.next_at).filter(|_| status == "waiting"),
            delivered_at: row.delivered_at,
            response_status: row.response_status,
            failure: row.failure,
            last_error: row.last_error,
        }
    }
}

/// Whose webhooks an actor manages: an organisation's, or with `None` the service's; nothing for who may not.
pub fn managed(actor: &Actor) -> Option<Option<Uuid>> {
    match actor.scope(Action::ManageWebhooks) {
        Scope::Any => Some(None),
        Scope::Own => actor.organisation_id().map(Some),
        Scope::Case | Scope::Others | Scope::Never => None,
    }
}

fn of_owner(owner: Option<Uuid>) -> sea_orm::Select<hook::Entity> {
    let hooks = hook::Entity::find().order_by_desc(hook::Column::Id);
    match owner {
        Some(organisation) => hooks.filter(hook::Column::OrganisationId.eq(organisation)),
        // Administrators see them all.
        None => hooks,
    }
}

/// The webhooks an actor manages, the newest first.
///
/// # Errors
/// The database failed.
pub async fn list(db: &impl ConnectionTrait, actor: &Actor) -> anyhow::Result<Vec<Webhook>> {
    let Some(owner) = managed(actor) else { return Ok(Vec::new()) };
    of_owner(owner).all(db).await.context("cannot list webhooks")?.into_iter().map(Webhook::of).collect()
}

/// One webhook the actor manages.
///
/// # Errors
/// The database failed.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, id: Uuid) -> Result<Option<hook::Model>, DbErr> {
    match managed(actor) {
        Some(owner) => of_owner(owner).filter(hook::Column::Id.eq(id)).one(db).await,
        None => Ok(None),
    }
}

/// What is wrong with a webhook that is asked for.
pub fn faults(url: &str, events: &[EventKind], settings: &Webhooks) -> Vec<Fault> {
    let mut faults = Vec::new();
    if url.len() > LONGEST_URL {
        faults.push(Fault::field("/url", "too_long", format!("has at most {LONGEST_URL} characters")));
    } else if let Err(refused) = checked(url, settings) {
        faults.push(Fault::field("/url", Failure::from(&refused).as_str(), refused.to_string()));
    }
    if events.is_empty() {
        faults.push(Fault::field("/events", "required", "a webhook is told of something"));
    }
    faults
}

/// Adds a webhook; answers it with its secret, which is shown this once.
///
/// # Errors
/// The database failed.
pub async fn create_in(
    transaction: &DatabaseTransaction,
    sealing: &Sealing,
    actor: &Actor,
    owner: Option<Uuid>,
    url: &str,
    events: &[EventKind],
    now: DateTime<Utc>,
) -> anyhow::Result<(Webhook, String)> {
    let secret = new_secret()?;
    let id = Uuid::now_v7();
    let new = hook::Model {
        id,
        organisation_id: owner,
        url: url.to_owned(),
        events: json!(events),
        secret: kept(sealing, id, &secret)?,
        secret_before: None,
        secret_before_until: None,
        failures: 0,
        disabled_at: None,
        created_by: actor.user_id().context("a webhook is added by somebody")?,
        created_at: now,
    };
    hook::Entity::insert(new.clone().into_active_model()).exec_without_returning(transaction).await?;
    note(transaction, actor, now, Deed::WebhookCreated, &new).await?;
    Ok((Webhook::of(new)?, secret))
}

/// Gives a webhook a new secret; the one before signs too for a day. Both are sealed from now on, where there is a key.
///
/// # Errors
/// The database failed.
pub async fn rotate_in(
    transaction: &DatabaseTransaction,
    sealing: &Sealing,
    actor: &Actor,
    found: hook::Model,
    now: DateTime<Utc>,
) -> anyhow::Result<(Webhook, String)> {
    let secret = new_secret()?;
    let mut change = found.clone().into_active_model();
    // One that does not open any more signs nothing, and is no reason to go without a new one.
    let before = opened(sealing, found.id, &found.secret).and_then(|before| kept(sealing, found.id, &before)).ok();
    change.secret_before_until = Set(before.as_ref().map(|_| now + BOTH_SIGN));
    change.secret_before = Set(before);
    change.secret = Set(kept(sealing, found.id, &secret)?);
    let after = change.update(transaction).await?;
    note(transaction, actor, now, Deed::WebhookSecretChanged, &after).await?;
    Ok((Webhook::of(after)?, secret))
}

/// Removes a webhook and what was on its way to it.
///
/// # Errors
/// The database failed.
pub async fn delete_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    found: hook::Model,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    note(transaction, actor, now, Deed::WebhookRemoved, &found).await?;
    found.delete(transaction).await.context("cannot remove a webhook")?;
    Ok(())
}

async fn note(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    now: DateTime<Utc>,
    action: Deed,
    hook: &hook::Model,
) -> anyhow::Result<()> {
    let entry = NewEntry::new(actor, now, action).to(hook.id).with(json!({ "events": hook.events }));
    audit::record(transaction, vec![entry]).await
}

/// Has a webhook told that it works, whether or not it wants to be told of that.
///
/// # Errors
/// The database failed.
pub async fn ping_in(
    transaction: &DatabaseTransaction,
    found: &hook::Model,
    now: DateTime<Utc>,
) -> anyhow::Result<WebhookDelivery> {
    let event = Event {
        kind: EventKind::Ping,
        key: format!("ping:{}", Uuid::now_v7()),
        organisations: Vec::new(),
        data: json!({ "webhook": found.id }),
    };
    let new = row(found.id, &event, now)?;
    let id = new.id.clone().take().context("a delivery has an id")?;
    store(transaction, vec![new]).await?;
    let stored = delivery::Entity::find_by_id(id).one(transaction).await?.context("the ping is gone")?;
    Ok(WebhookDelivery::of(stored))
}

/// What was and is on its way to a webhook, the newest first.
///
/// # Errors
/// The database failed.
pub async fn deliveries(db: &impl ConnectionTrait, webhook: Uuid) -> anyhow::Result<Vec<WebhookDelivery>> {
    let newest = delivery::Entity::find()
        .filter(delivery::Column::WebhookId.eq(webhook))
        .order_by_desc(delivery::Column::Id)
        .limit(SHOWN);
    Ok(newest.all(db).await.context("cannot list deliveries")?.into_iter().map(WebhookDelivery::of).collect())
}
