//! `/desk`: the queue, the most valuable suggestion first. Each line opens to its case: what answers which requirement,
//! what proves it, who can deliver it, what happened so far; it is decided on the spot, by mouse or by keyboard. Many are
//! dismissed at once.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use uuid::Uuid;

use super::elsewhere;
use super::views::Views;
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::cases::brief::{Brief, briefs};
use crate::error::{Code, Error, Result};
use crate::layout::Page;
use crate::layout::components::{SelectOption, Shelf};
use crate::layout::matches::{CoverageLine, Pair, Side};
use crate::library::store::now;
use crate::library::taxonomy;
use crate::matching::life::queue::{Assigned, QueueQuery, Queued, countries, queue};
use crate::matching::life::{LifeError, Why, dismiss_in};
use crate::matching::types::{DossierEntry, MatchState};
use crate::notices::LANGUAGES;
use crate::pages::case::problem::said;
use crate::pages::case::steps::{StepButton, Undo, dismissals, reasons, steps};
use crate::pages::case::thread::{HistoryLine, People, step_line};
use crate::pages::dossier::coverage_line;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::live::watch;
use crate::pages::reader::Reader;
use crate::pages::suggestions::{pair, side, state_name, strongest};

/// Matches shown at once.
const SHOWN: usize = 30;
/// States a queue can be narrowed to.
const STATES: [MatchState; 5] =
    [MatchState::Suggested, MatchState::Shortlisted, MatchState::Proposed, MatchState::Accepted, MatchState::OnHold];

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage<'a> {
    page: &'a Page,
    fields: Vec<SelectOption>,
    countries: Vec<SelectOption>,
    states: Vec<SelectOption>,
    languages: Vec<SelectOption>,
    assigned: Vec<SelectOption>,
    narrowed: bool,
    views: Views,
    /// Said where more waits than is shown.
    most: Option<String>,
    rows: Vec<QueueRow>,
    reasons: Vec<SelectOption>,
    /// This page with its filters, to come back to.
    here: String,
    undo: Option<Undo>,
    done: Option<String>,
    problem: Option<String>,
}

/// A match in the queue.
struct QueueRow {
    id: Uuid,
    version: i32,
    pair: Pair,
    status: String,
    coverage: Vec<CoverageLine>,
    reasons: Vec<String>,
    results: Vec<Side>,
    institutions: Vec<Side>,
    /// What would refuse an introduction today.
    shut: Option<String>,
    history: Vec<HistoryLine>,
    yes: Vec<StepButton>,
    dismissable: bool,
}

/// `GET /desk`
pub async fn show(app: web::Data<App>, mut reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::DecideMatch)? {
        return Ok(place);
    }
    watch(&app, &mut reader, "queue", None).await?;
    let done = reader.page.query.get("dismissed").and_then(|count| count.parse::<u32>().ok());
    let done = done.map(|count| reader.t().count("desk-dismissed", count));
    let view = view(&app, &reader, done, None, None).await?;
    reader.send(&view)
}

/// `POST /desk/dismissals`
pub async fn dismiss(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { mut reader, form } = posted;
    if reader.actor.scope(Action::DecideMatch) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    let ids: Vec<Uuid> = form.all("ids").filter_map(|id| id.parse().ok()).collect();
    let why = Why { reason: form.parsed("reason"), text: form.value("text").map(str::to_owned) };
    let outcomes: Result<_, LifeError> =
        app.db.write(async |transaction| dismiss_in(transaction, &reader.actor, &ids, &why, now()).await).await;
    let t = reader.t();
    // What is shown again is the queue the form was sent from.
    reader.page.go_back_to("/desk", form.value("next").unwrap_or_default());
    let outcomes = match outcomes {
        Ok(outcomes) => outcomes,
        Err(error) => {
            let (status, text) = said(error, t)?;
            let view = view(&app, &reader, None, Some(text), None).await?;
            return reader.send_failure(status, &view);
        }
    };
    let dismissed = outcomes.iter().filter(|(_, outcome)| outcome.is_ok()).count();
    let mut left = Vec::new();
    for (id, outcome) in outcomes {
        if let Err(error) = outcome {
            left.push(format!("{id}: {}", what_was_wrong(error, &reader)?));
        }
    }
    if left.is_empty() {
        return Ok(go_to(&reader.page.link_with("dismissed", &dismissed.to_string())));
    }
    let done = (dismissed > 0).then(|| t.count("desk-dismissed", dismissed));
    let view = view(&app, &reader, done, Some(left.join(" ")), None).await?;
    reader.send_failure(StatusCode::CONFLICT, &view)
}

/// The queue with why a view was not saved.
pub(super) async fn send_refused(
    app: &App,
    reader: &Reader,
    status: StatusCode,
    problem: String,
    typed_name: Option<&str>,
) -> Result<HttpResponse> {
    let view = view(app, reader, None, Some(problem), typed_name).await?;
    reader.send_failure(status, &view)
}

fn what_was_wrong(error: LifeError, reader: &Reader) -> Result<String> {
    match error {
        // Among many, one that is gone is told of like the others.
        LifeError::NotFound => Ok(reader.t().text("case-problem-gone")),
        other => Ok(said(other, reader.t())?.1),
    }
}

async fn view<'a>(
    app: &App,
    reader: &'a Reader,
    done: Option<String>,
    problem: Option<String>,
    typed_name: Option<&str>,
) -> Result<QueuePage<'a>, Error> {
    let wanted = asked(reader);
    let found = queue(&app.db, &reader.actor, &wanted, now(), reader.t()).await?;
    let undo = Undo::after(app, reader).await?;
    let t = reader.t();
    let query = &reader.page.query;
    let option = |name: &str, value: &str, label: String| SelectOption {
        selected: query.get(name) == Some(value),
        value: value.to_owned(),
        label,
    };
    let all = taxonomy::fields(&*app.db).await?;
    let fields = all.iter().filter(|field| field.parent.is_none());
    let countries = countries(&app.db).await?;
    let briefs = briefs(&app.db, found.iter().map(|one| &one.found), now().date_naive()).await?;
    let actors = briefs.values().flat_map(|brief| &brief.steps).filter_map(|step| step.actor);
    let people = People::named(app, actors).await?;
    Ok(QueuePage {
        page: &reader.page,
        fields: fields.map(|field| option("field", &field.code, reader.field(&field.code))).collect(),
        countries: countries.iter().map(|code| option("country", code, reader.country(code))).collect(),
        states: STATES.map(|state| option("state", state.as_str(), state_name(state, reader))).into(),
        languages: LANGUAGES.iter().map(|tag| option("language", tag, reader.language(tag))).collect(),
        assigned: ["me", "nobody"].map(|whom| option("assigned", whom, t.code_or_self("desk-assigned", whom))).into(),
        narrowed: ["field", "country", "state", "language", "assigned"].iter().any(|name| query.get(name).is_some()),
        views: Views::of(app, reader, typed_name).await?,
        most: (found.len() == SHOWN).then(|| t.fill("desk-most", SHOWN)),
        rows: found.iter().filter_map(|one| row(one, briefs.get(&one.found.id?)?, &people, reader)).collect(),
        reasons: reasons(reader),
        here: query.without(&["lang", "done", "dismissed"]).link("/desk"),
        undo,
        done,
        problem,
    })
}

fn asked(reader: &Reader) -> QueueQuery {
    let query = &reader.page.query;
    let all = |name: &str| query.all(name).into_iter().map(str::to_owned).collect();
    QueueQuery {
        countries: all("country"),
        fields: all("field"),
        languages: all("language"),
        states: query.all("state").into_iter().filter_map(|state| state.parse().ok()).collect(),
        assigned: match (query.get("assigned"), reader.actor.user_id()) {
            (Some("me"), Some(me)) => Assigned::To(me),
            (Some("nobody"), _) => Assigned::Nobody,
            _ => Assigned::Any,
        },
        limit: SHOWN,
    }
}

fn row(queued: &Queued, brief: &Brief, people: &People, reader: &Reader) -> Option<QueueRow> {
    let found = &queued.found;
    let case = found.case.as_ref()?;
    let sides =
        |entries: &[DossierEntry], shelf| entries.iter().map(|entry| side(&entry.record, shelf, reader)).collect();
    Some(QueueRow {
        id: found.id?,
        version: case.version,
        pair: pair(found, reader),
        status: state_name(found.state, reader),
        coverage: found.coverage.iter().map(coverage_line).collect(),
        results: sides(&found.results, Shelf::Results),
        institutions: sides(&found.institutions, Shelf::Institutions),
        shut: brief.shut.as_ref().map(|shut| reader.t().code_or_self("case-gate", shut.code())),
        history: brief.steps.iter().map(|step| step_line(step, people, reader)).collect(),
        reasons: strongest(&found.signals).iter().map(|signal| signal.reason.clone()).collect(),
        yes: steps(&case.possible, reader),
        dismissable: dismissals(&case.possible).contains(&MatchState::Dismissed),
    })
}
