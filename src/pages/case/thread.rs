//! What belongs to a case as its page shows it: messages, documents, tasks, and the line of all that happened.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::accounts::rows::user;
use crate::app::App;
use crate::cases::documents::Document;
use crate::cases::messages::Message;
use crate::cases::timeline::{Happened, Moment};
use crate::error::Result;
use crate::matching::life::{Acting, Step, StepKind};
use crate::matching::types::MatchState;
use crate::pages::reader::Reader;
use crate::pages::suggestions::state_name;

/// A message in a thread.
pub struct MessageLine {
    pub mine: bool,
    pub who: String,
    pub text: String,
    pub time: String,
    pub machine_time: String,
}

/// A file that can be saved.
pub struct DocumentLine {
    pub href: String,
    pub name: String,
    /// Size, kind, who brought it, who sees it.
    pub facts: Vec<String>,
}

/// One thing that happened.
pub struct HistoryLine {
    pub text: String,
    pub time: String,
    pub machine_time: String,
}

/// The names of people, as far as the reader may know them.
pub struct People(HashMap<Uuid, String>);

impl People {
    /// Reads the names of those who did something.
    pub async fn of(app: &App, timeline: &[Moment]) -> Result<Self> {
        let person = |one: &Moment| match &one.happened {
            Happened::Step(step) => step.actor,
            Happened::Message(message) => message.author,
            Happened::Document(document) => document.author,
            Happened::TaskAdded(task) => task.created_by,
            Happened::TaskDone(task) => task.done_by,
            Happened::Screening(screening) => screening.actor,
            Happened::Milestone(entry) => entry.author,
            Happened::ClockStopped(_) | Happened::ClockResumed(_) => None,
        };
        Self::named(app, timeline.iter().filter_map(person)).await
    }

    /// Reads the names of these people.
    pub async fn named(app: &App, ids: impl Iterator<Item = Uuid>) -> Result<Self> {
        let ids: BTreeSet<Uuid> = ids.collect();
        let found = user::Entity::find().filter(user::Column::Id.is_in(ids)).all(&*app.db).await?;
        Ok(Self(found.into_iter().map(|row| (row.id, row.name)).collect()))
    }

    /// `Broker`, or `Broker, Li Ming` where the reader may know who it was.
    pub fn who(&self, acting: Acting, person: Option<Uuid>, reader: &Reader) -> String {
        let capacity = reader.t().code_or_self("acting", acting.as_str());
        match person.and_then(|id| self.0.get(&id)) {
            Some(name) => reader.t().clauses(&[capacity.as_str(), name.as_str()]),
            None => capacity,
        }
    }
}

pub fn message_line(message: &Message, people: &People, own: Acting, reader: &Reader) -> MessageLine {
    MessageLine {
        mine: message.acting == own,
        who: people.who(message.acting, message.author, reader),
        text: message.text.clone(),
        time: reader.t().moment(&message.at),
        machine_time: message.at.to_rfc3339(),
    }
}

pub fn document_line(case: Uuid, document: &Document, people: &People, reader: &Reader) -> DocumentLine {
    let t = reader.t();
    let kilobytes = (document.size as f64 / 1_000.0).ceil().max(1.0);
    DocumentLine {
        href: format!("/api/v1/matches/{case}/documents/{}", document.id),
        name: document.name.clone(),
        facts: vec![
            t.fill("case-kilobytes", t.number(kilobytes)),
            people.who(document.acting, document.author, reader),
            t.code_or_self("case-visible", document.visible_to.as_str()),
            t.moment(&document.at),
        ],
    }
}

pub fn history_line(one: &Moment, people: &People, reader: &Reader) -> HistoryLine {
    HistoryLine {
        text: sentence(&one.happened, people, reader),
        time: reader.t().moment(&one.at),
        machine_time: one.at.to_rfc3339(),
    }
}

/// A step of a match, as a line of its history.
pub fn step_line(step: &Step, people: &People, reader: &Reader) -> HistoryLine {
    HistoryLine {
        text: step_sentence(step, people, reader),
        time: reader.t().moment(&step.at),
        machine_time: step.at.to_rfc3339(),
    }
}

fn sentence(happened: &Happened, people: &People, reader: &Reader) -> String {
    let t = reader.t();
    let told = |what: &str, arguments: [String; 2]| {
        t.code_with("case-what", what, &arguments).unwrap_or_else(|| what.to_owned())
    };
    match happened {
        Happened::Step(step) => step_sentence(step, people, reader),
        Happened::Message(message) => {
            let who = people.who(message.acting, message.author, reader);
            told("message", [who, t.code_or_self("acting", message.side.acting().as_str())])
        }
        Happened::TaskAdded(task) => {
            told("task_added", [task.title.clone(), people.who(Acting::Broker, task.created_by, reader)])
        }
        Happened::TaskDone(task) => {
            told("task_done", [task.title.clone(), people.who(Acting::Broker, task.done_by, reader)])
        }
        Happened::Document(document) => {
            told("document", [document.name.clone(), people.who(document.acting, document.author, reader)])
        }
        Happened::Milestone(entry) => {
            let name = t.code_or_self("milestone", entry.kind.as_str());
            let state = match (entry.dropped, entry.done_on, entry.planned_on) {
                (true, ..) => t.text("case-milestone-dropped"),
                (false, Some(day), _) => t.fill("case-milestone-done", t.date(&day)),
                (false, None, Some(day)) => t.fill("case-milestone-planned", t.date(&day)),
                (false, None, None) => t.text("case-milestone-undated"),
            };
            told("milestone", [t.clauses(&[name, state]), people.who(entry.acting, entry.author, reader)])
        }
        Happened::Screening(screening) => {
            let outcome = t.code_or_self("export_control", screening.outcome.as_str());
            told("screening", [outcome, t.date(&screening.catalogue_in_force_from)])
        }
        Happened::ClockStopped(stop) => {
            let reason = t.code_or_self("stop_reason", stop.reason.as_str());
            told("clock_stopped", [reason, stop.text.clone().unwrap_or_default()])
        }
        Happened::ClockResumed(_) => t.text("case-clock-goes-on"),
    }
}

fn step_sentence(step: &Step, people: &People, reader: &Reader) -> String {
    let t = reader.t();
    let state = step.to.parse::<MatchState>().map_or_else(|_| step.to.clone(), |state| state_name(state, reader));
    let who = people.who(step.acting, step.actor, reader);
    let told = t.code_with("case-step", step.kind.as_str(), &[state, who]);
    let mut parts = vec![told.unwrap_or_else(|| step.kind.as_str().to_owned())];
    // The service's own reasons are not of the closed set and are not translated.
    if let Some(reason) = step.reason.as_deref().filter(|_| step.kind != StepKind::Undone) {
        parts.push(t.code_or_self("reason_code", reason));
    }
    parts.extend(step.text.clone());
    t.clauses(&parts)
}
