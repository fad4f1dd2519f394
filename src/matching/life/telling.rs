//! Whom a step is told to: each side of what concerns it, about its own record and never about the other's, and the
//! broker of the match of what the sides and the service do. Stored in the step's own transaction; mails follow (`notices`).

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::case::{Sides, StepKind, is_shown_to_sides};
use super::states::Acting;
use crate::accounts::Actor;
use crate::library::{Demands, Library, Technologies};
use crate::matching::rows::{events, matches};
use crate::matching::types::MatchState;
use crate::notices::{Kind, Notice, members, tell};
use crate::webhooks::{Event, EventKind, emit};

/// Tells of a step that was just taken.
pub(super) async fn tell_of(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    sides: Sides,
    after: &matches::Model,
    event: &events::Model,
    acting: Acting,
    at: DateTime<Utc>,
) -> anyhow::Result<()> {
    let by_side = matches!(acting, Acting::DemandSide | Acting::TechnologySide);
    let answered = by_side && event.kind != StepKind::Interested.as_str();
    let key = format!("match:{}", event.id);
    let place = format!("/matches/{}", after.id);
    let mut notices = Vec::new();
    let concerns = event.kind == StepKind::Moved.as_str() || event.kind == StepKind::Undone.as_str() || answered;
    if concerns && is_shown_to_sides(after) {
        let kind = kind(after, event, answered);
        let each = [
            (Acting::DemandSide, sides.demand, Subject::of::<Demands>(transaction, after.demand_id).await?),
            (
                Acting::TechnologySide,
                sides.technology,
                Subject::of::<Technologies>(transaction, after.technology_id).await?,
            ),
        ];
        for (side, organisation, subject) in each {
            let (Some(organisation), Some(subject)) = (organisation, subject) else { continue };
            if side != acting {
                let people = members(transaction, organisation).await?;
                notices.extend(people.into_iter().map(|person| subject.notice(person, kind, &key, &place)));
            }
        }
    }
    let news = answered || (acting == Acting::Service && event.kind == StepKind::Moved.as_str());
    if let Some(broker) = after.broker_id.filter(|_| news)
        && let Some(subject) = Subject::of::<Demands>(transaction, after.demand_id).await?
    {
        notices.push(subject.notice(broker, Kind::MatchMoved, &key, &place));
    }
    notices.retain(|notice| Some(notice.user) != actor.user_id());
    tell(transaction, at, notices).await?;
    let told = concerns.then(|| webhook_event(sides, after, event, answered));
    emit(transaction, at, told.into_iter().collect()).await
}

/// What programs are told: of those of the sides only from the proposal on, and ids only.
fn webhook_event(sides: Sides, after: &matches::Model, event: &events::Model, answered: bool) -> Event {
    let shown = is_shown_to_sides(after);
    Event {
        kind: match kind(after, event, answered) {
            Kind::MatchProposed => EventKind::MatchProposed,
            Kind::MatchAnswered => EventKind::MatchAnswered,
            Kind::MatchIntroduced => EventKind::MatchIntroduced,
            _ => EventKind::MatchMoved,
        },
        key: format!("match:{}", event.id),
        organisations: [sides.demand, sides.technology].into_iter().flatten().filter(|_| shown).collect(),
        data: json!({ "match": after.id, "state": after.status, "version": after.version }),
    }
}

/// What a side is told.
fn kind(after: &matches::Model, event: &events::Model, answered: bool) -> Kind {
    if answered {
        return Kind::MatchAnswered;
    }
    let moved = event.kind == StepKind::Moved.as_str();
    match after.status.parse() {
        Ok(MatchState::Proposed) if moved => Kind::MatchProposed,
        Ok(MatchState::Introduced) if moved => Kind::MatchIntroduced,
        _ => Kind::MatchMoved,
    }
}

/// The record of a side, as its own people know it.
pub struct Subject {
    number: String,
    title: String,
}

impl Subject {
    /// Reads it; `None` when it is gone.
    ///
    /// # Errors
    /// The database failed.
    pub async fn of<L: Library>(transaction: &DatabaseTransaction, id: Uuid) -> anyhow::Result<Option<Self>> {
        let found: Option<(String, String)> = L::Entity::find()
            .select_only()
            .column_as(Expr::col("number"), "number")
            .column_as(Expr::col("title"), "title")
            .filter(Expr::col("id").eq(id))
            .into_tuple()
            .one(transaction)
            .await?;
        Ok(found.map(|(number, title)| Self { number, title }))
    }

    /// Tells a person of it, about what `key` names.
    pub fn notice(&self, user: Uuid, kind: Kind, key: &str, link: &str) -> Notice {
        Notice {
            user,
            kind,
            key: key.to_owned(),
            link: Some(link.to_owned()),
            values: json!({ "number": self.number, "title": self.title }),
        }
    }
}
