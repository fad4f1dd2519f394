//! The open work of people who can do it no longer: somebody leaves, gets another role, or their organisation is
//! suspended. Their matches and tasks go to a successor or back to the queue, and nothing brings them back of itself.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::actor::{Actor, Role};
use super::refusal::Refusal;
use super::rows::user;
use crate::cases::hand_over_tasks;
use crate::matching::life::{LifeError, Reason, hand_over_in};
use crate::matching::rows::matches;
use crate::matching::types::MatchState;
use crate::notices::{Kind, Notice, in_role, tell};

/// What was handed over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Work {
    pub matches: u64,
    pub tasks: u64,
}

/// Takes the open matches and tasks off somebody. Where nobody gets them, the other brokers and the stewards are told
/// how many matches wait for one of them.
pub(super) async fn hand_over(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    successor: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<Work, Refusal> {
    let work = pass_on(transaction, id, successor, None, now).await?;
    if successor.is_none() {
        tell_of(transaction, actor, id, work, &[id], now).await?;
    }
    Ok(work)
}

/// Takes what the people of an organisation work on off all of them.
pub(super) async fn take_from_all_of(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    organisation: Uuid,
    now: DateTime<Utc>,
) -> Result<Work, Refusal> {
    let people = user::Entity::find().select_only().column(user::Column::Id);
    let people = people.filter(user::Column::OrganisationId.eq(organisation)).into_tuple();
    let people: Vec<Uuid> = people.all(transaction).await?;
    let mut all = Work::default();
    for person in &people {
        let work = pass_on(transaction, *person, None, Some(Reason::OrganisationSuspended), now).await?;
        all = Work { matches: all.matches + work.matches, tasks: all.tasks + work.tasks };
    }
    tell_of(transaction, actor, organisation, all, &people, now).await?;
    Ok(all)
}

async fn pass_on(
    transaction: &DatabaseTransaction,
    id: Uuid,
    successor: Option<Uuid>,
    reason: Option<Reason>,
    now: DateTime<Utc>,
) -> Result<Work, Refusal> {
    use MatchState::{Declined, Delivered, Dismissed, Lapsed, Withdrawn};
    let over = [Declined, Delivered, Dismissed, Lapsed, Withdrawn].map(MatchState::as_str);
    let open: Vec<Uuid> = matches::Entity::find()
        .select_only()
        .column(matches::Column::Id)
        .filter(matches::Column::BrokerId.eq(id))
        .filter(matches::Column::Status.is_not_in(over))
        .into_tuple()
        .all(transaction)
        .await?;
    for case in &open {
        hand_over_in(transaction, *case, successor, reason, now).await.map_err(of_work)?;
    }
    let tasks = hand_over_tasks(transaction, id, successor, now).await.map_err(of_work)?;
    Ok(Work { matches: u64::try_from(open.len()).unwrap_or(u64::MAX), tasks })
}

/// Says how many matches are in the queue again, and nothing of them: a broker may belong to a side of one.
async fn tell_of(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    about: Uuid,
    work: Work,
    gone: &[Uuid],
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    if work.matches == 0 {
        return Ok(());
    }
    let mut people = in_role(transaction, Role::Broker).await?;
    people.extend(in_role(transaction, Role::Steward).await?);
    let others = people.iter().filter(|one| Some(one.id) != actor.user_id() && !gone.contains(&one.id));
    let notice = |person: &user::Model| Notice {
        user: person.id,
        kind: Kind::MatchesFreed,
        key: format!("matches_freed:{about}:{}", now.timestamp_micros()),
        link: Some("/desk?assigned=nobody".to_owned()),
        values: json!({ "number": work.matches }),
    };
    Ok(tell(transaction, now, others.map(notice).collect()).await?)
}

fn of_work(error: LifeError) -> Refusal {
    match error {
        LifeError::Database(error) => Refusal::Database(error),
        other => Refusal::Other(anyhow::Error::new(other).context("cannot hand work over")),
    }
}
