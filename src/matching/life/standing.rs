//! Where a match stands after a step: the answer to whoever took it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::states::{Acting, possible};
use crate::matching::rows::matches;
use crate::matching::types::MatchState;

/// Where a match stands after a step.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Standing {
    /// The match.
    pub id: Uuid,
    pub state: MatchState,
    /// Where it goes back to when it is taken off hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_from: Option<MatchState>,
    /// Grows by one with every step; the `ETag` names it.
    #[schema(minimum = 1)]
    pub version: i32,
    /// When the step was taken.
    pub at: DateTime<Utc>,
    /// The step in the history.
    pub event: Uuid,
    /// Where the same account can move it from here.
    pub possible: Vec<MatchState>,
}

impl Standing {
    pub(super) fn of(row: &matches::Model, event: Uuid, acting: Acting) -> anyhow::Result<Self> {
        let state = row.status.parse()?;
        let held_from = row.held_from.as_deref().map(str::parse).transpose()?;
        Ok(Self {
            id: row.id,
            state,
            held_from,
            version: row.version,
            at: row.updated_at,
            event,
            possible: possible(state, held_from, acting),
        })
    }
}
