//! The broker's workbench on the page of a match: deciding, assigning, letter of intent, clock, messages to each side,
//! tasks, documents.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::actions::Draft;
use super::milestones::{MilestonePart, milestones};
use super::steps::{StepButton, Undo, reasons, refusals, steps};
use super::thread::{DocumentLine, MessageLine, People, document_line, message_line};
use crate::accounts::Action;
use crate::app::App;
use crate::cases::documents::Audience;
use crate::cases::seat;
use crate::cases::timeline::Happened;
use crate::cases::whole::Case;
use crate::clocks::stops::StopReason;
use crate::clocks::view::{ClockView, of_match};
use crate::compliance::gate;
use crate::error::Result;
use crate::layout::components::SelectOption;
use crate::library::store::now;
use crate::matching::life::facts::deciders;
use crate::matching::life::{Acting, LetterOfIntent, Side};
use crate::pages::reader::Reader;

/// All a broker needs beside the dossier.
pub struct Workbench {
    pub id: Uuid,
    pub version: i32,
    pub yes: Vec<StepButton>,
    pub no: Vec<SelectOption>,
    pub reasons: Vec<SelectOption>,
    pub undo: Option<Undo>,
    pub brokers: Vec<SelectOption>,
    pub letter: Option<LetterOfIntent>,
    /// What would refuse an introduction today.
    pub gate: Option<String>,
    pub answers: Vec<String>,
    pub clock: ClockPart,
    pub threads: Vec<Thread>,
    pub tasks: Vec<TaskLine>,
    pub documents: Vec<DocumentLine>,
    pub milestones: MilestonePart,
    pub audiences: Vec<SelectOption>,
    pub largest_mb: usize,
}

/// The messages to one side.
pub struct Thread {
    pub side: &'static str,
    pub title: String,
    /// Whether anybody of that side reads here.
    pub has_people: bool,
    pub open: bool,
    pub messages: Vec<MessageLine>,
    pub draft: String,
}

/// A task.
pub struct TaskLine {
    pub id: Uuid,
    pub title: String,
    pub facts: Vec<String>,
    pub overdue: bool,
    pub done: bool,
}

/// The clock of the match.
pub struct ClockPart {
    pub lines: Vec<String>,
    pub overdue: bool,
    pub running: bool,
    /// Whether the reader may stop it.
    pub settable: bool,
    pub reasons: Vec<SelectOption>,
    pub export_started_on: String,
}

/// Puts the workbench together.
pub async fn workbench(app: &App, reader: &Reader, id: Uuid, whole: &Case, draft: &Draft) -> Result<Workbench> {
    let t = reader.t();
    let today = now().date_naive();
    let seat = seat(&*app.db, &reader.actor, id).await?;
    let people = People::of(app, &whole.timeline).await?;
    let deciders = deciders(&*app.db, seat.sides).await?;
    let names: HashMap<Uuid, String> = deciders.iter().map(|person| (person.id, person.name.clone())).collect();
    let option = |(id, name): (&Uuid, &String)| SelectOption {
        value: id.to_string(),
        label: name.clone(),
        selected: seat.row.broker_id == Some(*id),
    };
    let mut brokers: Vec<SelectOption> = names.iter().map(option).collect();
    brokers.sort_by(|left, right| left.label.cmp(&right.label));
    let possible = whole.found.case.as_ref().map(|case| case.possible.clone()).unwrap_or_default();
    let letter = LetterOfIntent::of(&seat.row);
    let shut = gate::check(&*app.db, seat.row.technology_id, letter.as_ref(), today).await?.err();
    // Before anybody thinks of an introduction it is no news.
    let gate = shut.filter(|_| seat.row.proposed_at.is_some() && !seat.introduced());
    let clock = of_match(&app.db, id, today, &app.settings.clocks).await?;
    let last = whole.timeline.iter().rev().find_map(|one| match &one.happened {
        Happened::Step(step) => Some(step),
        _ => None,
    });
    let thread = |side: Side| Thread {
        side: side.as_str(),
        title: t.code_or_self("acting", side.acting().as_str()),
        has_people: seat.organisation(side).is_some(),
        open: seat.row.proposed_at.is_some(),
        messages: whole
            .messages
            .iter()
            .filter(|message| message.side == side)
            .map(|message| message_line(message, &people, Acting::Broker, reader))
            .collect(),
        draft: if draft.side == Some(side) { draft.text.clone() } else { String::new() },
    };
    let task = |task: &crate::cases::tasks::Task| {
        let mut facts: Vec<String> = task.due_on.iter().map(|day| t.fill("case-task-due", t.date(day))).collect();
        facts.extend(task.assignee.and_then(|id| names.get(&id)).cloned());
        TaskLine { id: task.id, title: task.title.clone(), facts, overdue: task.overdue, done: task.done_at.is_some() }
    };
    let case = whole.found.case.as_ref();
    let answers = [
        (Acting::DemandSide, case.and_then(|case| case.demand_answer)),
        (Acting::TechnologySide, case.and_then(|case| case.technology_answer)),
    ];
    let answered = |(acting, answer): (Acting, Option<crate::matching::life::SideAnswer>)| {
        let answer = answer.map_or("none", |answer| answer.as_str());
        let side = t.code_or_self("acting", acting.as_str());
        t.code_with("case-answer", answer, &[side]).unwrap_or_default()
    };
    let shown = seat.row.proposed_at.is_some();
    Ok(Workbench {
        id,
        version: seat.row.version,
        yes: steps(&possible, reader),
        no: refusals(&possible, reader),
        reasons: reasons(reader),
        undo: Undo::of(&whole.found, last, reader),
        brokers,
        letter,
        gate: gate.map(|shut| t.code_or_self("case-gate", shut.code())),
        answers: if shown { answers.into_iter().map(answered).collect() } else { Vec::new() },
        clock: clock_part(clock, today, reader),
        threads: Side::ALL.iter().copied().map(thread).collect(),
        tasks: whole.tasks.iter().map(task).collect(),
        documents: whole.documents.iter().map(|one| document_line(id, one, &people, reader)).collect(),
        milestones: milestones(whole, &people, reader),
        audiences: Audience::ALL
            .iter()
            .map(|audience| SelectOption {
                value: audience.as_str().to_owned(),
                label: t.code_or_self("case-visible", audience.as_str()),
                selected: *audience == Audience::Broker,
            })
            .collect(),
        largest_mb: app.settings.limits.document_mb,
    })
}

fn clock_part(clock: Option<ClockView>, today: NaiveDate, reader: &Reader) -> ClockPart {
    let t = reader.t();
    let mut lines = Vec::new();
    let waiting = clock.as_ref().and_then(|clock| clock.waiting.as_ref());
    if let Some(waiting) = waiting {
        lines.push(t.count("case-waits", waiting.working_days));
        lines.extend(waiting.overdue_on.map(|day| t.fill("case-overdue-on", t.date(&day))));
    }
    let export = clock.as_ref().and_then(|clock| clock.export.as_ref());
    lines.extend(export.and_then(|export| export.ends_on).map(|day| t.fill("case-export-ends", t.date(&day))));
    let running = clock.as_ref().is_none_or(|clock| clock.running);
    let present = clock.iter().flat_map(|clock| &clock.stops).find(|stop| stop.resumed_at.is_none());
    if let Some(stop) = present {
        lines.push(t.fill("case-clock-stands", t.code_or_self("stop_reason", &stop.reason)));
    }
    let option = |reason: &StopReason| SelectOption {
        value: reason.as_str().to_owned(),
        label: t.code_or_self("stop_reason", reason.as_str()),
        selected: present.is_some_and(|stop| stop.reason == reason.as_str()),
    };
    ClockPart {
        overdue: waiting.is_some_and(|waiting| waiting.overdue_on.is_some_and(|day| day <= today)),
        lines,
        running,
        settable: reader.actor.may(Action::SetClock, None),
        reasons: StopReason::ALL.iter().map(option).collect(),
        export_started_on: export.map(|export| export.started_on.to_string()).unwrap_or_default(),
    }
}
