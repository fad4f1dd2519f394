//! A case at once: its match with the dossier, all that belongs to it, and in which order it happened, as its reader
//! may know it. And the open cases of a broker.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::documents::{self, Document};
use super::messages::{self, Message};
use super::milestones::{self, Milestone};
use super::seat::seat;
use super::tasks::{self, Task};
use super::timeline::{self, Moment};
use crate::accounts::Actor;
use crate::clocks::view::{ClockView, of_matches};
use crate::config::Clocks;
use crate::db::Db;
use crate::layout::Locale;
use crate::library::store::StoreError;
use crate::matching::life::LifeError;
use crate::matching::read::{find, shown};
use crate::matching::rows::matches;
use crate::matching::types::{Match, MatchState};

/// A case with everything in it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Case {
    /// The match with its dossier: coverage, results, institutions, and where it stands.
    #[serde(rename = "match")]
    pub found: Match,
    pub messages: Vec<Message>,
    /// For brokers; nobody else has any.
    pub tasks: Vec<Task>,
    pub documents: Vec<Document>,
    /// From the introduction on; the same for the broker and both sides.
    pub milestones: Vec<Milestone>,
    /// All that happened, oldest first.
    pub timeline: Vec<Moment>,
}

/// Reads a case.
///
/// # Errors
/// See [`LifeError`].
pub async fn read(db: &Db, actor: &Actor, id: Uuid, today: NaiveDate, locale: Locale) -> Result<Case, LifeError> {
    let seat = seat(&**db, actor, id).await?;
    let found = find(db, actor, id, locale).await.map_err(failed)?.ok_or(LifeError::NotFound)?;
    let messages = messages::of(&**db, &seat).await?;
    let tasks = tasks::of(&**db, &seat, today).await?;
    let documents = documents::of(&**db, &seat).await?;
    let milestones = milestones::of(&**db, &seat, today).await?;
    let timeline = timeline::of(db, actor, &seat, &messages, &tasks, &documents, &milestones).await?;
    Ok(Case { found, messages, tasks, documents, milestones, timeline })
}

fn failed(error: StoreError) -> LifeError {
    match error {
        StoreError::NotFound => LifeError::NotFound,
        other => LifeError::Other(other.into()),
    }
}

/// An open case in a broker's list.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    pub found: Match,
    pub clock: Option<ClockView>,
    /// What is left to do, what is due first at the front.
    pub tasks: Vec<Task>,
    /// Milestones whose planned day is over.
    pub milestones: Vec<Milestone>,
}

impl Open {
    /// Whether something in it is late.
    pub fn is_overdue(&self) -> bool {
        let waits = self.clock.as_ref().and_then(|clock| clock.waiting.as_ref());
        waits.is_some_and(|waiting| waiting.stage == crate::clocks::Stage::Overdue)
            || self.tasks.iter().any(|task| task.overdue)
            || !self.milestones.is_empty()
    }

    fn due(&self) -> NaiveDate {
        self.tasks.iter().filter_map(|task| task.due_on).min().unwrap_or(NaiveDate::MAX)
    }

    fn waits(&self) -> usize {
        let waiting = self.clock.as_ref().and_then(|clock| clock.waiting.as_ref());
        waiting.map_or(0, |waiting| waiting.working_days)
    }
}

/// The open cases of a broker: what is overdue first, then what is due soonest, then what has waited longest.
///
/// # Errors
/// The database failed.
pub async fn open_cases(
    db: &Db,
    actor: &Actor,
    today: NaiveDate,
    clocks: &Clocks,
    locale: Locale,
) -> Result<Vec<Open>, StoreError> {
    use MatchState::{Accepted, Agreed, Introduced, Negotiating, OnHold, Proposed, Shortlisted};
    let Some(broker) = actor.user_id() else { return Ok(Vec::new()) };
    let states = [Shortlisted, Proposed, Accepted, Introduced, Negotiating, Agreed, OnHold].map(MatchState::as_str);
    let rows = matches::Entity::find()
        .filter(matches::Column::BrokerId.eq(broker))
        .filter(matches::Column::Status.is_in(states))
        .order_by_asc(matches::Column::UpdatedAt)
        .all(&**db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let views = of_matches(db, rows.clone(), today, clocks).await.map_err(StoreError::Other)?;
    let mut views: HashMap<Uuid, ClockView> = views.into_iter().map(|view| (view.match_id, view)).collect();
    let mut left: HashMap<Uuid, Vec<Task>> = HashMap::new();
    for task in tasks::open(&**db, &ids, today).await? {
        left.entry(task.match_id).or_default().push(task);
    }
    let mut late: HashMap<Uuid, Vec<Milestone>> = HashMap::new();
    for milestone in
        milestones::overdue_of(&**db, &ids, today).await.map_err(|error| StoreError::Other(error.into()))?
    {
        late.entry(milestone.match_id).or_default().push(milestone);
    }
    let open = |found: Match| {
        let id = found.id.unwrap_or_default();
        let mut tasks = left.remove(&id).unwrap_or_default();
        tasks.sort_by_key(|task| task.due_on.unwrap_or(NaiveDate::MAX));
        let milestones = late.remove(&id).unwrap_or_default();
        Open { clock: views.remove(&id), tasks, milestones, found }
    };
    let mut cases: Vec<Open> = shown(db, actor, rows, locale).await?.into_iter().map(open).collect();
    cases.sort_by_key(|case| (!case.is_overdue(), case.due(), std::cmp::Reverse(case.waits())));
    Ok(cases)
}
