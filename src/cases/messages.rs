//! What the broker and each side write to one another. The two sides do not write to each other here: a question goes
//! to the broker, who passes on what the other side may know. Before the introduction nothing is taken that would
//! make one side known to the other: no contact from a side, no name of the other side from the broker.

use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::rows::message;
use super::seat::{Seat, bounded, fault, seat};
use crate::accounts::rows::{organisation, user};
use crate::accounts::{Action, Actor, Role, Scope};
use crate::audit::{self, Deed, NewEntry};
use crate::library::checks::identifying;
use crate::library::validate::FieldCode;
use crate::library::{Demands, Technologies};
use crate::matching::life::{Acting, LifeError, Side, Sides, Subject};
use crate::notices::{Kind, in_role, members, tell};

/// Longest message, in characters.
pub const LONGEST: usize = 4_000;

/// A message as it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentMessage {
    #[schema(min_length = 1, max_length = 4000)]
    pub text: String,
    /// To which side the broker writes; a side writes to the broker and need not say.
    #[serde(default)]
    pub side: Option<Side>,
}

/// A message between the broker and a side.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = CaseMessage)]
pub struct Message {
    pub id: Uuid,
    /// Between the broker and this side.
    pub side: Side,
    /// In what capacity it was written: `broker`, or the side.
    pub acting: Acting,
    /// Who wrote it; for brokers, and for those of the same side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Uuid>,
    pub text: String,
    pub at: DateTime<Utc>,
}

/// The messages of a case that its reader may see, oldest first.
///
/// # Errors
/// See [`LifeError`].
pub async fn list(db: &impl ConnectionTrait, actor: &Actor, id: Uuid) -> Result<Vec<Message>, LifeError> {
    of(db, &seat(db, actor, id).await?).await
}

pub(super) async fn of(db: &impl ConnectionTrait, seat: &Seat) -> Result<Vec<Message>, LifeError> {
    let mut wanted = message::Entity::find().filter(message::Column::MatchId.eq(seat.row.id));
    if let Some(side) = seat.side {
        wanted = wanted.filter(message::Column::Side.eq(side.as_str()));
    }
    let rows = wanted.order_by_asc(message::Column::Id).all(db).await?;
    rows.into_iter().map(|row| shown(row, seat)).collect()
}

fn shown(row: message::Model, seat: &Seat) -> Result<Message, LifeError> {
    Ok(Message {
        id: row.id,
        side: row.side.parse().map_err(anyhow::Error::from)?,
        author: row.author_id.filter(|_| seat.knows(&row.acting)),
        acting: row.acting.parse().map_err(anyhow::Error::from)?,
        text: row.text,
        at: row.at,
    })
}

/// Stores a message and tells those it is for.
///
/// # Errors
/// See [`LifeError`].
pub async fn write_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    sent: SentMessage,
    now: DateTime<Utc>,
) -> Result<Message, LifeError> {
    let now = now.trunc_subsecs(6);
    let seat = seat(transaction, actor, id).await?;
    if actor.scope(Action::WriteInCase) == Scope::Never {
        return Err(LifeError::Forbidden);
    }
    let text = bounded("/text", &sent.text, LONGEST)?;
    let side = match (seat.side, sent.side) {
        (Some(mine), None) => mine,
        (Some(mine), Some(asked)) if asked == mine => mine,
        (Some(_), Some(_)) => return Err(LifeError::Forbidden),
        (None, Some(side)) => side,
        (None, None) => {
            let detail = format!("say to which side: {}", Side::CODES.join(" or "));
            return Err(fault("/side", FieldCode::Required, detail));
        }
    };
    if seat.row.proposed_at.is_none() {
        return Err(LifeError::State("the sides know nothing of a match before it is proposed to them".to_owned()));
    }
    anonymous(transaction, &seat, side, &text).await?;
    let row = message::Model {
        id: Uuid::now_v7(),
        match_id: id,
        side: side.as_str().to_owned(),
        acting: seat.acting().as_str().to_owned(),
        author_id: actor.user_id(),
        text,
        at: now,
    };
    message::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let detail = json!({ "message": row.id, "side": side, "acting": row.acting });
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::MessageWritten).to(id).with(detail)]).await?;
    tell_of(transaction, actor, &seat, side, row.id, now).await?;
    shown(row, &seat)
}

/// Refuses what would make one side known to the other before the introduction.
async fn anonymous(db: &impl ConnectionTrait, seat: &Seat, side: Side, text: &str) -> Result<(), LifeError> {
    if seat.introduced() {
        return Ok(());
    }
    // A side is not to name itself, the broker not to name the other side.
    let hidden = if seat.side.is_some() { side } else { side.other() };
    let organisation = match seat.organisation(hidden) {
        Some(id) => organisation::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let names = organisation.map(|organisation| organisation.all_names()).unwrap_or_default();
    if seat.side.is_some() {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let found = identifying(text, &names);
        if !found.is_empty() {
            let detail =
                format!("says who you are ({}); both sides are anonymous until the introduction", found.join(", "));
            return Err(fault("/text", FieldCode::Invalid, detail));
        }
        return Ok(());
    }
    let small = text.to_lowercase();
    if names.iter().any(|name| !name.is_empty() && small.contains(&name.to_lowercase())) {
        let detail = "names the other side; both sides are anonymous until the introduction";
        return Err(fault("/text", FieldCode::Invalid, detail));
    }
    Ok(())
}

/// The side's people of what the broker writes; the broker of the case, or every broker where it has none, of what a
/// side writes.
async fn tell_of(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    seat: &Seat,
    side: Side,
    message: Uuid,
    at: DateTime<Utc>,
) -> Result<(), LifeError> {
    let people = match (seat.side, seat.organisation(side)) {
        (None, Some(organisation)) => members(transaction, organisation).await?,
        (None, None) => Vec::new(),
        (Some(_), _) => match seat.row.broker_id {
            Some(broker) => vec![broker],
            None => brokers(transaction, seat.sides).await?,
        },
    };
    let subject = match (seat.side, side) {
        (None, Side::Technology) => Subject::of::<Technologies>(transaction, seat.row.technology_id).await?,
        _ => Subject::of::<Demands>(transaction, seat.row.demand_id).await?,
    };
    let Some(subject) = subject else { return Ok(()) };
    let link = format!("/matches/{}#messages", seat.row.id);
    let notice = |person| subject.notice(person, Kind::MessageReceived, &format!("message:{message}"), &link);
    let notices = people.into_iter().filter(|person| Some(*person) != actor.user_id()).map(notice).collect();
    Ok(tell(transaction, at, notices).await?)
}

/// Every broker who belongs to neither side.
pub(super) async fn brokers(db: &impl ConnectionTrait, sides: Sides) -> anyhow::Result<Vec<Uuid>> {
    let all = in_role(db, Role::Broker).await?;
    let impartial = |person: &user::Model| person.organisation_id.is_none_or(|id| !sides.includes(id));
    Ok(all.iter().filter(|person| impartial(person)).map(|person| person.id).collect())
}
