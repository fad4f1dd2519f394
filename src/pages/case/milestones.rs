//! Milestones on the page of a match: what is planned and done, and the forms that say so. Broker and sides see the same.

use actix_web::{HttpResponse, web};
use uuid::Uuid;

use super::actions::{match_id, missing, refused, take};
use super::thread::People;
use crate::app::App;
use crate::cases::milestones::{Milestone, MilestoneChange, MilestoneKind, SentMilestone, add_in, change_in};
use crate::cases::whole::Case;
use crate::error::Result;
use crate::layout::components::SelectOption;
use crate::library::store::now;
use crate::matching::types::MatchState;
use crate::pages::forms::{Fields, Posted};
use crate::pages::reader::Reader;

/// The milestones of a match.
pub struct MilestonePart {
    /// The sides are introduced, so that there may be some.
    pub shown: bool,
    /// One more can be set, and what is there be changed.
    pub open: bool,
    pub lines: Vec<MilestoneLine>,
    pub kinds: Vec<SelectOption>,
}

/// One of them.
pub struct MilestoneLine {
    pub id: Uuid,
    pub name: String,
    /// Planned, done, by whom.
    pub facts: Vec<String>,
    pub note: String,
    pub planned_on: String,
    pub done_on: String,
    pub overdue: bool,
    pub dropped: bool,
}

/// Puts them together.
pub fn milestones(whole: &Case, people: &People, reader: &Reader) -> MilestonePart {
    use MatchState::{Agreed, Delivered, Introduced, Negotiating, OnHold};
    let introduced = whole.found.case.as_ref().is_some_and(|case| case.introduced_at.is_some());
    let goes_on = [Introduced, Negotiating, Agreed, Delivered, OnHold].contains(&whole.found.state);
    let option = |kind: &MilestoneKind| SelectOption {
        value: kind.as_str().to_owned(),
        label: reader.t().code_or_self("milestone", kind.as_str()),
        selected: false,
    };
    MilestonePart {
        shown: introduced,
        open: introduced && goes_on,
        lines: whole.milestones.iter().map(|one| line(one, people, reader)).collect(),
        kinds: MilestoneKind::ALL.iter().map(option).collect(),
    }
}

fn line(milestone: &Milestone, people: &People, reader: &Reader) -> MilestoneLine {
    let t = reader.t();
    let mut facts = Vec::new();
    facts.extend(milestone.planned_on.map(|day| t.fill("case-milestone-planned", t.date(&day))));
    facts.extend(milestone.done_on.map(|day| t.fill("case-milestone-done", t.date(&day))));
    if milestone.dropped {
        facts.push(t.text("case-milestone-dropped"));
    }
    facts.extend(milestone.history.last().map(|entry| people.who(entry.acting, entry.author, reader)));
    MilestoneLine {
        id: milestone.id,
        name: t.code_or_self("milestone", milestone.kind.as_str()),
        facts,
        note: milestone.note.clone().unwrap_or_default(),
        planned_on: milestone.planned_on.map(|day| day.to_string()).unwrap_or_default(),
        done_on: milestone.done_on.map(|day| day.to_string()).unwrap_or_default(),
        overdue: milestone.overdue,
        dropped: milestone.dropped,
    }
}

/// `POST /matches/{id}/milestones`
pub async fn add(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (id, Posted { reader, form }) = (match_id(&id)?, posted);
    let Some(kind) = form.parsed("kind") else {
        return refused(&app, reader, id, &form, missing("kind")).await;
    };
    let sent = SentMilestone {
        kind,
        planned_on: form.parsed("planned_on"),
        done_on: form.parsed("done_on"),
        note: form.value("note").map(str::to_owned),
    };
    take(&app, reader, id, &form, async |transaction, reader| {
        add_in(transaction, &reader.actor, id, sent.clone(), now()).await
    })
    .await
}

/// `POST /matches/{id}/milestones/{milestone}`
pub async fn change(
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    posted: Posted<Fields>,
) -> Result<HttpResponse> {
    let (id, milestone) = path.into_inner();
    let (id, milestone, Posted { reader, form }) = (match_id(&id)?, match_id(&milestone)?, posted);
    let change = MilestoneChange {
        planned_on: Some(form.parsed("planned_on")),
        done_on: Some(form.parsed("done_on")),
        note: Some(form.value("note").map(str::to_owned)),
        dropped: Some(form.value("dropped") == Some("true")),
    };
    take(&app, reader, id, &form, async |transaction, reader| {
        change_in(transaction, &reader.actor, id, milestone, change.clone(), now()).await
    })
    .await
}
