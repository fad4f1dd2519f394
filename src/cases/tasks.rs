//! What brokers have to do in a case, and until when. Nobody else knows of it.

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::rows::task;
use super::seat::{Seat, bounded, fault, seat};
use crate::accounts::Actor;
use crate::audit::{self, Deed, NewEntry};
use crate::clocks::{Calendars, Working};
use crate::library::validate::FieldCode;
use crate::library::{Demands, Library, Technologies};
use crate::matching::life::LifeError;
use crate::matching::life::facts::may_decide;

/// Longest title, in characters.
const LONGEST: usize = 500;
/// Most working days ahead.
const MOST_DAYS: usize = 365;

/// A task as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentTask {
    #[schema(min_length = 1, max_length = 500)]
    pub title: String,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub due_on: Option<NaiveDate>,
    /// Instead of a day: so many days on which both sides work.
    #[serde(default)]
    #[schema(maximum = 365)]
    pub due_in_working_days: Option<usize>,
    /// The account that is to do it; it has to be one that may decide on the match.
    #[serde(default)]
    pub assignee: Option<Uuid>,
}

/// What is to change in a task; what is not named stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskChange {
    #[serde(default)]
    #[schema(max_length = 500)]
    pub title: Option<String>,
    /// Null takes the day away.
    #[serde(default, deserialize_with = "crate::library::parse::named")]
    #[schema(value_type = Option<String>, format = Date)]
    pub due_on: Option<Option<NaiveDate>>,
    /// Null gives it to nobody.
    #[serde(default, deserialize_with = "crate::library::parse::named")]
    #[schema(value_type = Option<Uuid>)]
    pub assignee: Option<Option<Uuid>>,
    #[serde(default)]
    pub done: Option<bool>,
}

/// Something a broker has to do.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = CaseTask)]
pub struct Task {
    pub id: Uuid,
    pub match_id: Uuid,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// It is not done, and its day is over.
    pub overdue: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_by: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_at: Option<DateTime<Utc>>,
}

impl Task {
    fn of(row: task::Model, today: NaiveDate) -> Self {
        Self {
            overdue: row.done_at.is_none() && row.due_on.is_some_and(|day| day < today),
            id: row.id,
            match_id: row.match_id,
            title: row.title,
            due_on: row.due_on,
            assignee: row.assignee_id,
            created_by: row.created_by,
            created_at: row.created_at,
            done_by: row.done_by,
            done_at: row.done_at,
        }
    }
}

/// The tasks of a case, oldest first.
///
/// # Errors
/// See [`LifeError`].
pub async fn list(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: Uuid,
    today: NaiveDate,
) -> Result<Vec<Task>, LifeError> {
    let seat = seat(db, actor, id).await?;
    seat.broker()?;
    Ok(of(db, &seat, today).await?)
}

pub(super) async fn of(db: &impl ConnectionTrait, seat: &Seat, today: NaiveDate) -> Result<Vec<Task>, DbErr> {
    if seat.side.is_some() {
        return Ok(Vec::new());
    }
    let wanted = task::Entity::find().filter(task::Column::MatchId.eq(seat.row.id)).order_by_asc(task::Column::Id);
    Ok(wanted.all(db).await?.into_iter().map(|row| Task::of(row, today)).collect())
}

/// Open tasks whose day is over, the longest first.
///
/// # Errors
/// The database failed.
pub async fn overdue(db: &impl ConnectionTrait, today: NaiveDate, limit: u64) -> Result<Vec<Task>, DbErr> {
    let wanted = task::Entity::find()
        .filter(task::Column::DoneAt.is_null())
        .filter(task::Column::DueOn.lt(today))
        .order_by_asc(task::Column::DueOn)
        .order_by_asc(task::Column::Id)
        .limit(limit);
    Ok(wanted.all(db).await?.into_iter().map(|row| Task::of(row, today)).collect())
}

/// Open tasks of these cases.
///
/// # Errors
/// The database failed.
pub async fn open(db: &impl ConnectionTrait, matches: &[Uuid], today: NaiveDate) -> Result<Vec<Task>, DbErr> {
    let wanted = task::Entity::find()
        .filter(task::Column::DoneAt.is_null())
        .filter(task::Column::MatchId.is_in(matches.iter().copied()))
        .order_by_asc(task::Column::Id);
    Ok(wanted.all(db).await?.into_iter().map(|row| Task::of(row, today)).collect())
}

/// Adds a task.
///
/// # Errors
/// See [`LifeError`].
pub async fn add_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    sent: SentTask,
    now: DateTime<Utc>,
) -> Result<Task, LifeError> {
    let now = now.trunc_subsecs(6);
    let seat = seat(transaction, actor, id).await?;
    seat.broker()?;
    let title = bounded("/title", &sent.title, LONGEST)?;
    assignable(transaction, &seat, sent.assignee).await?;
    let due_on = match (sent.due_on, sent.due_in_working_days) {
        (Some(_), Some(_)) => {
            let detail = "a task has a day or a number of working days, not both";
            return Err(fault("/due_in_working_days", FieldCode::Invalid, detail));
        }
        (None, Some(days)) if days > MOST_DAYS => {
            let detail = format!("must be from 0 to {MOST_DAYS}");
            return Err(fault("/due_in_working_days", FieldCode::OutOfRange, detail));
        }
        (None, Some(days)) => working(transaction, &seat).await?.add(now.date_naive(), days),
        (day, None) => day,
    };
    let row = task::Model {
        id: Uuid::now_v7(),
        match_id: id,
        title,
        due_on,
        assignee_id: sent.assignee,
        created_by: actor.user_id(),
        created_at: now,
        done_by: None,
        done_at: None,
    };
    task::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let detail = json!({ "task": row.id, "due_on": row.due_on, "assignee": row.assignee_id });
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::TaskAdded).to(id).with(detail)]).await?;
    Ok(Task::of(row, now.date_naive()))
}

/// Changes a task, or says that it is done.
///
/// # Errors
/// See [`LifeError`].
pub async fn change_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    task: Uuid,
    change: TaskChange,
    now: DateTime<Utc>,
) -> Result<Task, LifeError> {
    let now = now.trunc_subsecs(6);
    let seat = seat(transaction, actor, id).await?;
    seat.broker()?;
    let found = task::Entity::find_by_id(task).filter(task::Column::MatchId.eq(id)).lock_exclusive();
    let mut row = found.one(transaction).await?.ok_or(LifeError::NotFound)?;
    if let Some(title) = &change.title {
        row.title = bounded("/title", title, LONGEST)?;
    }
    if let Some(day) = change.due_on {
        row.due_on = day;
    }
    if let Some(assignee) = change.assignee {
        assignable(transaction, &seat, assignee).await?;
        row.assignee_id = assignee;
    }
    match change.done {
        Some(true) if row.done_at.is_none() => (row.done_at, row.done_by) = (Some(now), actor.user_id()),
        Some(false) => (row.done_at, row.done_by) = (None, None),
        _ => {}
    }
    let detail = json!({ "task": row.id, "due_on": row.due_on, "assignee": row.assignee_id, "done": row.done_at });
    row.clone().into_active_model().reset_all().update(transaction).await?;
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::TaskChanged).to(id).with(detail)]).await?;
    Ok(Task::of(row, now.date_naive()))
}

/// Gives the open tasks of somebody who can do them no longer to a successor, or to nobody; answers how many.
///
/// # Errors
/// The database failed.
pub async fn hand_over_tasks(
    transaction: &DatabaseTransaction,
    person: Uuid,
    successor: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<u64, LifeError> {
    let open = task::Column::AssigneeId.eq(person).and(task::Column::DoneAt.is_null());
    let rows = task::Entity::find().filter(open.clone()).order_by_asc(task::Column::Id).all(transaction).await?;
    let changed = task::Entity::update_many().col_expr(task::Column::AssigneeId, Expr::value(successor)).filter(open);
    let count = changed.exec(transaction).await?.rows_affected;
    let entries = rows.into_iter().map(|row| {
        let detail = json!({ "task": row.id, "due_on": row.due_on, "assignee": successor, "from": person });
        NewEntry::new(&Actor::System, now, Deed::TaskChanged).to(row.match_id).with(detail)
    });
    audit::record(transaction, entries.collect()).await?;
    Ok(count)
}

async fn assignable(db: &impl ConnectionTrait, seat: &Seat, person: Option<Uuid>) -> Result<(), LifeError> {
    match person {
        Some(person) if !may_decide(db, seat.sides, person).await? => {
            Err(fault("/assignee", FieldCode::Invalid, "is no account that may decide on this match"))
        }
        _ => Ok(()),
    }
}

/// The days on which both sides work.
async fn working(db: &impl ConnectionTrait, seat: &Seat) -> Result<Working, LifeError> {
    let all = Calendars::seeded()?;
    let technology = country::<Technologies>(db, seat.row.technology_id).await?;
    let demand = country::<Demands>(db, seat.row.demand_id).await?;
    Ok(Working::of([technology, demand].iter().map(|country| all.of(country)).collect()))
}

async fn country<L: Library>(db: &impl ConnectionTrait, id: Uuid) -> Result<String, DbErr> {
    let wanted = L::Entity::find().select_only().column_as(Expr::col("country"), "country");
    let found: Option<String> = wanted.filter(Expr::col("id").eq(id)).into_tuple().one(db).await?;
    Ok(found.unwrap_or_default())
}
