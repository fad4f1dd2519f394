//! What a record was before: one version per change, never altered.

use super::Library;
use super::body::Body;
use super::codes::Status;
use super::store::rows::version;
use super::store::{StoreError, find, hidden_from};
use crate::accounts::{Action, Actor};
use anyhow::Context;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use std::str::FromStr;
use utoipa::ToSchema;
use uuid::Uuid;

/// One version of a record.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Version<B> {
    /// Its number.
    #[schema(example = 3)]
    pub version: i32,
    /// Where the record stood.
    pub status: Status,
    /// What was done.
    #[schema(example = "updated")]
    pub action: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it; the service itself when missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<Uuid>,
    /// Why, in the actor's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What the author had written, with the translations people had made.
    pub body: B,
}

/// All versions of a record, the newest first, for those who may see its history.
pub async fn versions<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<Vec<Version<L::Body>>, StoreError> {
    let select = version::Entity::find().filter(version::Column::RecordId.eq(id));
    let owner = readable::<L>(db, actor, id).await?;
    let rows = select.order_by_desc(version::Column::Version).all(db).await?;
    rows.into_iter().map(|row| shown::<L>(row, actor, owner)).collect()
}

/// One version of a record.
pub async fn version<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
    number: i32,
) -> Result<Option<Version<L::Body>>, StoreError> {
    let owner = readable::<L>(db, actor, id).await?;
    let row = version::Entity::find_by_id((id, number)).one(db).await?;
    row.map(|row| shown::<L>(row, actor, owner)).transpose()
}

/// The record's owner, if the actor may see its history.
pub(crate) async fn readable<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
) -> Result<Option<Uuid>, StoreError> {
    let record = find::<L>(db, actor, &id.to_string()).await?.ok_or(StoreError::NotFound)?;
    let owner = record.head.owner_organisation_id;
    if actor.may(Action::ReadUnpublished, owner) { Ok(owner) } else { Err(StoreError::Forbidden) }
}

fn shown<L: Library>(row: version::Model, actor: &Actor, owner: Option<Uuid>) -> Result<Version<L::Body>, StoreError> {
    let place = || format!("cannot read version {} of record {}", row.version, row.record_id);
    let mut body: L::Body = serde_json::from_value(row.body.clone()).with_context(place)?;
    body.common_mut().translations.iter_mut().for_each(|translation| translation.stale = false);
    L::hide(&mut body, hidden_from(actor, owner));
    Ok(Version {
        version: row.version,
        status: Status::from_str(&row.status).with_context(place)?,
        action: row.action,
        at: row.at,
        actor_id: row.actor_id,
        reason: row.reason,
        body,
    })
}
