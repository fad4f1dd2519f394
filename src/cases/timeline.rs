//! All that happened in a case in the order in which it happened, as its reader may know it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::documents::Document;
use super::messages::Message;
use super::milestones::{Milestone, MilestoneEntry};
use super::seat::Seat;
use super::tasks::Task;
use crate::accounts::Actor;
use crate::clocks::stops::{StopReason, stops};
use crate::compliance::screening::{Screening, history};
use crate::db::Db;
use crate::matching::life::{LifeError, Side, Step, timeline};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = CaseMoment)]
pub struct Moment {
    pub at: DateTime<Utc>,
    #[serde(flatten)]
    pub happened: Happened,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(tag = "what", content = "detail", rename_all = "snake_case")]
#[schema(as = CaseHappened)]
pub enum Happened {
    /// The match moved, or something was noted on it.
    Step(Step),
    Message(Message),
    TaskAdded(Task),
    TaskDone(Task),
    Document(Document),
    /// A milestone was set or changed.
    Milestone(MilestoneEntry),
    /// The technology was screened for export control; for brokers and the technology's side.
    Screening(Screening),
    /// For brokers.
    ClockStopped(ClockStep),
    /// For brokers.
    ClockResumed(ClockStep),
}

/// Why a clock stood.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = CaseClockStep)]
pub struct ClockStep {
    pub reason: StopReason,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Joins what belongs to a case to one order.
pub(super) async fn of(
    db: &Db,
    actor: &Actor,
    seat: &Seat,
    messages: &[Message],
    tasks: &[Task],
    documents: &[Document],
    milestones: &[Milestone],
) -> Result<Vec<Moment>, LifeError> {
    let moment = |at, happened| Moment { at, happened };
    let steps = timeline(db, actor, seat.row.id).await?.unwrap_or_default();
    let mut all: Vec<Moment> = steps.into_iter().map(|step| moment(step.at, Happened::Step(step))).collect();
    all.extend(messages.iter().map(|one| moment(one.at, Happened::Message(one.clone()))));
    all.extend(documents.iter().map(|one| moment(one.at, Happened::Document(one.clone()))));
    let entries = milestones.iter().flat_map(|one| &one.history);
    all.extend(entries.map(|one| moment(one.at, Happened::Milestone(one.clone()))));
    for task in tasks {
        all.push(moment(task.created_at, Happened::TaskAdded(task.clone())));
        all.extend(task.done_at.map(|at| moment(at, Happened::TaskDone(task.clone()))));
    }
    if seat.side != Some(Side::Demand) {
        let screenings = history(&**db, seat.row.technology_id).await?;
        let known = screenings.into_iter().filter(|one| seat.side.is_none() || seat.row.proposed_at < Some(one.at));
        all.extend(known.map(|one| {
            let actor = one.actor.filter(|_| seat.side.is_none());
            moment(one.at, Happened::Screening(Screening { actor, ..one }))
        }));
    }
    if seat.side.is_none() {
        for stop in stops(&**db, &[seat.row.id]).await?.remove(&seat.row.id).unwrap_or_default() {
            let step = ClockStep { reason: stop.reason.parse().unwrap_or_default(), text: stop.text };
            all.push(moment(stop.stopped_at, Happened::ClockStopped(step.clone())));
            all.extend(stop.resumed_at.map(|at| moment(at, Happened::ClockResumed(step))));
        }
    }
    // Stable: what happened at the same moment stays as it was read.
    all.sort_by_key(|one| one.at);
    Ok(all)
}
