//! What happened to a match, oldest first, as its reader may know it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::case::StepKind;
use super::states::Acting;
use super::view::readable;
use crate::accounts::{Action, Actor, Scope};
use crate::db::Db;
use crate::matching::life::Sides;
use crate::matching::rows::{events, matches};

/// One step in the life of a match.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Step {
    pub id: Uuid,
    pub kind: StepKind,
    /// Absent where the match began.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "suggested")]
    pub from: Option<String>,
    #[schema(example = "shortlisted")]
    pub to: String,
    pub at: DateTime<Utc>,
    /// In what capacity somebody took it.
    pub acting: Acting,
    /// Who took it; for brokers, and for those of the same side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Uuid>,
    /// A code of the closed set of reasons, or one of the service's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "too_expensive")]
    pub reason: Option<String>,
    /// In the words of who took it; for brokers, and for those of the same side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The step that this one takes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undoes: Option<Uuid>,
}

/// The steps of a match; `None` when the actor finds no such match. A side is told nothing from before the proposal.
///
/// # Errors
/// The database failed.
pub async fn timeline(db: &Db, actor: &Actor, id: Uuid) -> anyhow::Result<Option<Vec<Step>>> {
    let row = matches::Entity::find_by_id(id).filter(readable(actor)).one(&**db).await?;
    let Some(row) = row else { return Ok(None) };
    let side = Sides::of(&**db, &row).await?.seen_from(actor);
    let everything = side.is_none() && actor.scope(Action::ReadMatches) == Scope::Any;
    let mut wanted = events::Entity::find().filter(events::Column::MatchId.eq(id));
    if let (false, Some(since)) = (everything, row.proposed_at.filter(|_| side.is_some())) {
        wanted = wanted.filter(events::Column::At.gte(since));
    }
    let rows = wanted.order_by_asc(events::Column::Id).all(&**db).await?;
    Ok(Some(rows.into_iter().map(|event| step(event, |acting| everything || side == Some(acting))).collect()))
}

/// The steps of several matches, for who may know everything of them.
///
/// # Errors
/// The database failed.
pub async fn timelines(db: &Db, ids: &[Uuid]) -> anyhow::Result<HashMap<Uuid, Vec<Step>>> {
    let wanted = events::Entity::find().filter(events::Column::MatchId.is_in(ids.iter().copied()));
    let mut all: HashMap<Uuid, Vec<Step>> = HashMap::new();
    for event in wanted.order_by_asc(events::Column::Id).all(&**db).await? {
        all.entry(event.match_id).or_default().push(step(event, |_| true));
    }
    Ok(all)
}

/// A step as somebody knows it to whom what each side does is `open`.
fn step(event: events::Model, open: impl Fn(Acting) -> bool) -> Step {
    let acting = event.acting.as_deref().and_then(|acting| acting.parse().ok());
    let acting = acting.unwrap_or(if event.actor_id.is_some() { Acting::Broker } else { Acting::Service });
    let open = open(acting);
    let kind = event.kind.parse().unwrap_or_default();
    Step {
        id: event.id,
        kind,
        from: event.from_status,
        to: event.to_status,
        at: event.at,
        acting,
        actor: event.actor_id.filter(|_| open),
        // Why the service moved something is no secret; a broker's and the other side's reason is between them, and
        // so is why a broker works on it no longer.
        reason: event.reason_code.filter(|_| open || acting == Acting::Service && kind != StepKind::Assigned),
        text: event.text.filter(|_| open),
        undoes: event.undoes,
    }
}
