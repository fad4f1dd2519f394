//! `/desk/cases`: the reader's own open cases with their clocks and tasks, what is overdue first.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::elsewhere;
use crate::accounts::Action;
use crate::app::App;
use crate::cases::whole::{Open, open_cases};
use crate::clocks::Stage;
use crate::error::Result;
use crate::layout::Page;
use crate::layout::matches::Pair;
use crate::library::store::now;
use crate::pages::reader::Reader;
use crate::pages::suggestions::{pair, state_name};

#[derive(Template)]
#[template(path = "desk/cases.html")]
struct CasesPage<'a> {
    page: &'a Page,
    cases: Vec<OpenCase>,
}

/// An open case.
struct OpenCase {
    pair: Pair,
    status: String,
    overdue: bool,
    /// What its clock says, and what is to be done.
    lines: Vec<Line>,
}

struct Line {
    text: String,
    late: bool,
}

/// `GET /desk/cases`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::DecideMatch)? {
        return Ok(place);
    }
    let today = now().date_naive();
    let open = open_cases(&app.db, &reader.actor, today, &app.settings.clocks, reader.t()).await?;
    let cases = open.iter().map(|one| open_case(one, &reader)).collect();
    reader.send(&CasesPage { page: &reader.page, cases })
}

fn open_case(open: &Open, reader: &Reader) -> OpenCase {
    let t = reader.t();
    let mut lines = Vec::new();
    if let Some(clock) = &open.clock {
        if let Some(waiting) = &clock.waiting {
            let mut parts = vec![t.count("case-waits", waiting.working_days)];
            parts.extend(waiting.overdue_on.map(|day| t.fill("case-overdue-on", t.date(&day))));
            lines.push(Line { text: t.clauses(&parts), late: waiting.stage == Stage::Overdue });
        }
        if let Some(stop) = clock.stops.iter().find(|stop| stop.resumed_at.is_none()) {
            let text = t.fill("case-clock-stands", t.code_or_self("stop_reason", &stop.reason));
            lines.push(Line { text, late: false });
        }
        if let Some(ends) = clock.export.as_ref().and_then(|export| export.ends_on) {
            lines.push(Line { text: t.fill("case-export-ends", t.date(&ends)), late: false });
        }
    }
    for task in &open.tasks {
        let mut parts = vec![task.title.clone()];
        parts.extend(task.due_on.map(|day| t.fill("case-task-due", t.date(&day))));
        lines.push(Line { text: t.clauses(&parts), late: task.overdue });
    }
    for milestone in &open.milestones {
        let mut parts = vec![t.code_or_self("milestone", milestone.kind.as_str())];
        parts.extend(milestone.planned_on.map(|day| t.fill("case-milestone-planned", t.date(&day))));
        lines.push(Line { text: t.clauses(&parts), late: true });
    }
    OpenCase {
        pair: pair(&open.found, reader),
        status: state_name(open.found.state, reader),
        overdue: open.is_overdue(),
        lines,
    }
}
