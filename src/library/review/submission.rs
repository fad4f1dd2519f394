//! A record is submitted together with what the checks said of it, for whoever reviews it.

use std::collections::HashMap;

use anyhow::Context;
use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::rows::submission;
use crate::accounts::Actor;
use crate::library::checks::Severity;
use crate::library::codes::Status;
use crate::library::store::StoreError;
use crate::library::store::write::set_status_in;
use crate::library::{Head, Library, Record};

/// A finding as it is stored; put into words for each reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    pub code: String,
    pub pointer: String,
    pub severity: Severity,
    /// The passage that was found.
    pub found: String,
}

/// A published record that it may repeat, as it was when it was submitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Near {
    pub id: Uuid,
    #[schema(example = "T-2026-000123")]
    pub number: String,
    #[schema(example = "太阳能滴灌控制器")]
    pub title: String,
    /// Language of the title, BCP 47.
    #[schema(example = "zh")]
    pub lang: String,
    /// `duplicate` in the same language, `translation` in another.
    #[schema(example = "duplicate")]
    pub verdict: String,
    /// That they are the same record.
    #[schema(minimum = 0, maximum = 1)]
    pub probability: f64,
}

/// What the checks said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LookedOver {
    pub findings: Vec<Told>,
    pub duplicates: Vec<Near>,
    /// There was no language model: the same record in another language was not looked for.
    pub words_only: bool,
}

/// What was submitted, when, and what the checks said.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    pub record_id: Uuid,
    pub version: i32,
    pub revision: Option<i32>,
    pub at: DateTime<Utc>,
    pub looked: LookedOver,
}

/// Submits a draft.
pub async fn submit_in<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    version: i32,
    looked: &LookedOver,
    now: DateTime<Utc>,
) -> Result<Record<L>, StoreError> {
    let record = set_status_in::<L>(transaction, actor, id, Some(version), Status::Submitted, None).await?;
    if record.head.version != version {
        remember(transaction, actor, &record.head, None, looked, now).await?;
    }
    Ok(record)
}

/// Keeps what the checks said of what waits from now on.
pub async fn remember(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    head: &Head,
    revision: Option<i32>,
    looked: &LookedOver,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let row = submission::Model {
        id: Uuid::now_v7(),
        library: head.library.as_str().to_owned(),
        record_id: head.id,
        version: head.version,
        revision,
        actor_id: actor.user_id(),
        at: now,
        findings: serde_json::to_value(&looked.findings)?,
        duplicates: serde_json::to_value(&looked.duplicates)?,
        words_only: looked.words_only,
    };
    submission::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    Ok(())
}

/// The last submission of each record.
pub async fn last_of(db: &impl ConnectionTrait, records: &[Uuid]) -> anyhow::Result<HashMap<Uuid, Submission>> {
    let select = submission::Entity::find().filter(submission::Column::RecordId.is_in(records.iter().copied()));
    let rows = select.order_by_asc(submission::Column::Id).all(db).await?;
    let read = |row: submission::Model| {
        let place = || format!("cannot read submission {}", row.id);
        let looked = LookedOver {
            findings: serde_json::from_value(row.findings.clone()).with_context(place)?,
            duplicates: serde_json::from_value(row.duplicates.clone()).with_context(place)?,
            words_only: row.words_only,
        };
        let record_id = row.record_id;
        Ok((record_id, Submission { record_id, version: row.version, revision: row.revision, at: row.at, looked }))
    };
    rows.into_iter().map(read).collect()
}
