//! Milestones of a negotiation, from the introduction on: planned, done, dropped, each with a note. The broker and both
//! sides set them and all see the same. Nothing is overwritten: a milestone is what its last entry says.

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::messages::brokers;
use super::rows::milestone;
use super::seat::{Seat, bounded, fault, seat};
use crate::accounts::{Action, Actor, Scope};
use crate::audit::{self, Deed, NewEntry};
use crate::library::closed_set::closed_set;
use crate::library::validate::FieldCode;
use crate::library::{Demands, Technologies};
use crate::matching::life::{Acting, LifeError, Subject};
use crate::matching::rows::matches;
use crate::matching::types::MatchState;
use crate::notices::{Kind, members, tell};

/// Longest note, in characters.
const LONGEST: usize = 2_000;
/// Most milestones of a case, dropped ones included.
const MOST: usize = 200;

/// States in which milestones are set and waited for.
const RUNNING: [MatchState; 4] =
    [MatchState::Introduced, MatchState::Negotiating, MatchState::Agreed, MatchState::Delivered];

closed_set! {
    /// What is reached.
    pub enum MilestoneKind {
        #[default]
        FirstMeeting = "first_meeting" [],
        NonDisclosure = "non_disclosure" [],
        SiteVisit = "site_visit" [],
        /// A sample was sent, or a trial made.
        Sample = "sample" [],
        TermsAgreed = "terms_agreed" [],
        ContractSigned = "contract_signed" [],
        Payment = "payment" [],
        DeliveredOnSite = "delivered_on_site" [],
        Acceptance = "acceptance" [],
    }
}

/// A milestone as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentMilestone {
    pub kind: MilestoneKind,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub planned_on: Option<NaiveDate>,
    /// Not after today.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub done_on: Option<NaiveDate>,
    /// Read by the broker and both sides.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// What is to change in a milestone; what is not named stays, null takes it away.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MilestoneChange {
    #[serde(default, deserialize_with = "crate::library::parse::named")]
    #[schema(value_type = Option<String>, format = Date)]
    pub planned_on: Option<Option<NaiveDate>>,
    #[serde(default, deserialize_with = "crate::library::parse::named")]
    #[schema(value_type = Option<String>, format = Date)]
    pub done_on: Option<Option<NaiveDate>>,
    #[serde(default, deserialize_with = "crate::library::parse::named")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub note: Option<Option<String>>,
    /// No longer foreseen.
    #[serde(default)]
    pub dropped: Option<bool>,
}

/// A milestone as it is now, with how it came there.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Milestone {
    pub id: Uuid,
    pub match_id: Uuid,
    pub kind: MilestoneKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// No longer foreseen.
    pub dropped: bool,
    /// It is not done, and its planned day is over.
    pub overdue: bool,
    /// What was written of it, oldest first; the last is what it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<MilestoneEntry>,
}

/// What somebody wrote of a milestone.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MilestoneEntry {
    pub milestone: Uuid,
    pub kind: MilestoneKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub dropped: bool,
    pub acting: Acting,
    /// Who wrote it; for brokers, and for those of the same side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Uuid>,
    pub at: DateTime<Utc>,
}

impl Milestone {
    fn of(row: &milestone::Model, today: NaiveDate, history: Vec<MilestoneEntry>) -> Result<Self, LifeError> {
        Ok(Self {
            id: row.milestone_id,
            match_id: row.match_id,
            kind: row.kind.parse().map_err(anyhow::Error::from)?,
            planned_on: row.planned_on,
            done_on: row.done_on,
            note: row.note.clone(),
            dropped: row.dropped,
            overdue: row.done_on.is_none() && !row.dropped && row.planned_on.is_some_and(|day| day < today),
            history,
        })
    }
}

impl MilestoneEntry {
    fn of(row: &milestone::Model, seat: &Seat) -> Result<Self, LifeError> {
        Ok(Self {
            milestone: row.milestone_id,
            kind: row.kind.parse().map_err(anyhow::Error::from)?,
            planned_on: row.planned_on,
            done_on: row.done_on,
            note: row.note.clone(),
            dropped: row.dropped,
            acting: row.acting.parse().map_err(anyhow::Error::from)?,
            author: row.author_id.filter(|_| seat.knows(&row.acting)),
            at: row.at,
        })
    }
}

/// The milestones of a case in the order in which they were set.
///
/// # Errors
/// See [`LifeError`].
pub async fn list(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
    today: NaiveDate,
) -> Result<Vec<Milestone>, LifeError> {
    of(db, &seat(db, actor, id).await?, today).await
}

pub(super) async fn of(db: &impl ConnectionTrait, seat: &Seat, today: NaiveDate) -> Result<Vec<Milestone>, LifeError> {
    let mut of_each: Vec<Vec<milestone::Model>> = Vec::new();
    for row in of_case(db, seat.row.id).await? {
        let same =
            |rows: &&mut Vec<milestone::Model>| rows.first().is_some_and(|one| one.milestone_id == row.milestone_id);
        match of_each.iter_mut().find(same) {
            Some(rows) => rows.push(row),
            None => of_each.push(vec![row]),
        }
    }
    let mut milestones = Vec::new();
    for rows in &mut of_each {
        rows.sort_by_key(|row| row.number);
        let history = rows.iter().map(|row| MilestoneEntry::of(row, seat)).collect::<Result<_, _>>()?;
        if let Some(last) = rows.last() {
            milestones.push(Milestone::of(last, today, history)?);
        }
    }
    Ok(milestones)
}

async fn of_case(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<milestone::Model>, DbErr> {
    let wanted = milestone::Entity::find().filter(milestone::Column::MatchId.eq(id));
    wanted.order_by_asc(milestone::Column::Id).all(db).await
}

/// Last entries of milestones that were planned for a day before `today` and are neither done nor dropped.
pub(super) fn late(today: NaiveDate) -> sea_orm::Select<milestone::Entity> {
    let newer = Query::select()
        .expr(Expr::val(1))
        .from_as("milestone_entries", "newer")
        .and_where(Expr::col(("newer", "milestone_id")).eq(Expr::col(("milestone_entries", "milestone_id"))))
        .and_where(Expr::col(("newer", "number")).gt(Expr::col(("milestone_entries", "number"))))
        .take();
    let running = Expr::col("status").is_in(RUNNING.map(MatchState::as_str));
    let running = Query::select().column("id").from("matches").and_where(running).take();
    milestone::Entity::find()
        .filter(milestone::Column::DoneOn.is_null())
        .filter(milestone::Column::Dropped.eq(false))
        .filter(milestone::Column::PlannedOn.lt(today))
        .filter(milestone::Column::MatchId.in_subquery(running))
        .filter(Expr::exists(newer).not())
}

/// Milestones whose planned day is over, the longest first.
///
/// # Errors
/// The database failed.
pub async fn overdue(db: &impl ConnectionTrait, today: NaiveDate, limit: u64) -> Result<Vec<Milestone>, LifeError> {
    let wanted = late(today).order_by_asc(milestone::Column::PlannedOn).order_by_asc(milestone::Column::Id);
    let rows = wanted.limit(limit).all(db).await?;
    rows.iter().map(|row| Milestone::of(row, today, Vec::new())).collect()
}

/// The same, of these cases alone.
///
/// # Errors
/// The database failed.
pub async fn overdue_of(
    db: &impl ConnectionTrait,
    matches: &[Uuid],
    today: NaiveDate,
) -> Result<Vec<Milestone>, LifeError> {
    let wanted = late(today).filter(milestone::Column::MatchId.is_in(matches.iter().copied()));
    let rows = wanted.order_by_asc(milestone::Column::PlannedOn).all(db).await?;
    rows.iter().map(|row| Milestone::of(row, today, Vec::new())).collect()
}

/// Sets a milestone.
///
/// # Errors
/// See [`LifeError`].
pub async fn add_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    sent: SentMilestone,
    now: DateTime<Utc>,
) -> Result<Milestone, LifeError> {
    let seat = open(transaction, actor, id).await?;
    let present = of_case(transaction, id).await?;
    if present.iter().filter(|row| row.number == 1).count() >= MOST {
        return Err(LifeError::State(format!("a case has at most {MOST} milestones")));
    }
    let now = now.trunc_subsecs(6);
    let row = milestone::Model {
        id: Uuid::now_v7(),
        match_id: id,
        milestone_id: Uuid::now_v7(),
        number: 1,
        kind: sent.kind.as_str().to_owned(),
        planned_on: sent.planned_on,
        done_on: sent.done_on,
        note: noted(sent.note)?,
        dropped: false,
        acting: seat.acting().as_str().to_owned(),
        author_id: actor.user_id(),
        at: now,
    };
    tell_of(transaction, actor, &seat, &row).await?;
    store(transaction, actor, &seat, row, Deed::MilestoneSet).await
}

/// Writes what became of a milestone.
///
/// # Errors
/// See [`LifeError`].
pub async fn change_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    milestone: Uuid,
    change: MilestoneChange,
    now: DateTime<Utc>,
) -> Result<Milestone, LifeError> {
    let seat = open(transaction, actor, id).await?;
    let wanted = milestone::Entity::find()
        .filter(milestone::Column::MatchId.eq(id))
        .filter(milestone::Column::MilestoneId.eq(milestone))
        .order_by_desc(milestone::Column::Number);
    let before = wanted.one(transaction).await?.ok_or(LifeError::NotFound)?;
    let after = milestone::Model {
        planned_on: change.planned_on.unwrap_or(before.planned_on),
        done_on: change.done_on.unwrap_or(before.done_on),
        note: change.note.map_or_else(|| Ok(before.note.clone()), noted)?,
        dropped: change.dropped.unwrap_or(before.dropped),
        ..before.clone()
    };
    if after == before {
        return Milestone::of(&before, now.date_naive(), Vec::new());
    }
    let row = milestone::Model {
        id: Uuid::now_v7(),
        number: before.number + 1,
        acting: seat.acting().as_str().to_owned(),
        author_id: actor.user_id(),
        at: now.trunc_subsecs(6),
        ..after
    };
    if standing(&row) != standing(&before) {
        tell_of(transaction, actor, &seat, &row).await?;
    }
    store(transaction, actor, &seat, row, Deed::MilestoneChanged).await
}

/// Somebody's place at a case that has milestones; its match is held until the transaction ends.
async fn open(transaction: &DatabaseTransaction, actor: &Actor, id: Uuid) -> Result<Seat, LifeError> {
    let held = matches::Entity::find_by_id(id).lock_exclusive().one(transaction).await?;
    held.ok_or(LifeError::NotFound)?;
    let seat = seat(transaction, actor, id).await?;
    if actor.scope(Action::WriteInCase) == Scope::Never {
        return Err(LifeError::Forbidden);
    }
    let state = seat.row.status.parse().map_err(anyhow::Error::from)?;
    if seat.introduced() && (RUNNING.contains(&state) || state == MatchState::OnHold) {
        return Ok(seat);
    }
    Err(LifeError::State("milestones are set from the introduction on, while the match goes on".to_owned()))
}

fn noted(note: Option<String>) -> Result<Option<String>, LifeError> {
    note.filter(|note| !note.trim().is_empty()).map(|note| bounded("/note", &note, LONGEST)).transpose()
}

async fn store(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    seat: &Seat,
    row: milestone::Model,
    action: Deed,
) -> Result<Milestone, LifeError> {
    if row.done_on.is_some_and(|day| day > row.at.date_naive()) {
        return Err(fault("/done_on", FieldCode::OutOfRange, "is a day that has not come yet"));
    }
    if row.planned_on.is_none() && row.done_on.is_none() {
        return Err(fault("/planned_on", FieldCode::Required, "say when it is planned, or when it was done"));
    }
    milestone::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let detail = json!({ "milestone": row.milestone_id, "kind": row.kind, "planned_on": row.planned_on,
        "done_on": row.done_on, "dropped": row.dropped, "acting": row.acting });
    let entry = NewEntry::new(actor, row.at, action).to(row.match_id).with(detail);
    audit::record(transaction, vec![entry]).await?;
    Milestone::of(&row, row.at.date_naive(), vec![MilestoneEntry::of(&row, seat)?])
}

/// What those concerned are told of; a note alone is read in the case.
fn standing(row: &milestone::Model) -> (Option<NaiveDate>, Option<NaiveDate>, bool) {
    (row.planned_on, row.done_on, row.dropped)
}

/// Tells both sides, each of its own record, and the broker of the case; every impartial broker where it has none.
async fn tell_of(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    seat: &Seat,
    row: &milestone::Model,
) -> Result<(), LifeError> {
    let demand = Subject::of::<Demands>(transaction, seat.row.demand_id).await?;
    let technology = Subject::of::<Technologies>(transaction, seat.row.technology_id).await?;
    let mut people = match seat.row.broker_id {
        Some(broker) => vec![(broker, &demand)],
        None => brokers(transaction, seat.sides).await?.into_iter().map(|broker| (broker, &demand)).collect(),
    };
    for (organisation, subject) in [(seat.sides.demand, &demand), (seat.sides.technology, &technology)] {
        let Some(organisation) = organisation else { continue };
        people.extend(members(transaction, organisation).await?.into_iter().map(|person| (person, subject)));
    }
    let (state, date) = match row.done_on {
        _ if row.dropped => ("dropped", row.planned_on),
        Some(day) => ("done", Some(day)),
        None => ("planned", row.planned_on),
    };
    let key = format!("milestone_entry:{}", row.id);
    let link = format!("/matches/{}#milestones", row.match_id);
    let notice = |(person, subject): (Uuid, &Option<Subject>)| {
        let mut notice = subject.as_ref()?.notice(person, Kind::MilestoneSet, &key, &link);
        for (name, value) in [("milestone", json!(row.kind)), ("state", json!(state)), ("date", json!(date))] {
            notice.values[name] = value;
        }
        Some(notice)
    };
    let others = people.into_iter().filter(|(person, _)| Some(*person) != actor.user_id());
    Ok(tell(transaction, row.at, others.filter_map(notice).collect()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn null_takes_a_day_away_and_what_is_not_named_stays() {
        let change: MilestoneChange = serde_json::from_str(r#"{"planned_on": null}"#).unwrap();
        assert_eq!((change.planned_on, change.done_on), (Some(None), None));
    }
}
