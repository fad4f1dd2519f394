//! `/operations/jobs`: what the worker has to do, what failed and why, and trying it again.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{Place, places};
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::Page;
use crate::layout::components::{Choice, Pager};
use crate::library::store::now;
use crate::outbox::looking::{JobState, JobView, counts, list, retry_in};
use crate::pages::desk::elsewhere;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;

const ON_A_PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "operations/jobs.html")]
struct JobsPage<'a> {
    page: &'a Page,
    places: Vec<Place>,
    states: Vec<Choice>,
    jobs: Vec<JobLine>,
    /// Something failed that can be tried again.
    failed: bool,
    pager: Pager,
    done: Option<String>,
}

struct JobLine {
    id: i64,
    kind: String,
    /// Tried so often, when next.
    facts: Vec<String>,
    error: Option<String>,
    again: bool,
}

/// `GET /operations/jobs`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::OperateService)? {
        return Ok(place);
    }
    let (t, query) = (reader.t(), &reader.page.query);
    let counted = counts(&*app.db).await?;
    let wanted = query.get("state").and_then(|state| state.parse().ok());
    let usual = if counted.given_up + counted.failing > 0 { JobState::Failing } else { JobState::Waiting };
    let usual = if counted.given_up > 0 { JobState::GivenUp } else { usual };
    let state = wanted.unwrap_or(usual);
    let before = query.get("cursor").and_then(|cursor| cursor.parse().ok());
    let mut found = list(&*app.db, state, before, ON_A_PAGE + 1).await?;
    let more = found.len() as u64 > ON_A_PAGE;
    if more {
        found.pop();
    }
    let pager = Pager {
        first: before.map(|_: i64| reader.page.link_without("cursor")),
        next: found.last().filter(|_| more).map(|last| reader.page.link_to_cursor(&last.id.to_string())),
    };
    let choice = |one: &JobState| Choice {
        label: t.code_with("jobs-state", one.as_str(), &[counted.of(*one).to_string()]).unwrap_or_default(),
        href: format!("/operations/jobs?state={one}"),
        selected: *one == state,
    };
    let view = JobsPage {
        page: &reader.page,
        places: places(&reader),
        states: JobState::ALL.iter().map(choice).collect(),
        jobs: found.iter().map(|one| line(one, &reader)).collect(),
        failed: counted.given_up + counted.failing > 0,
        pager,
        done: query.get("done").and_then(|jobs| jobs.parse::<u64>().ok()).map(|jobs| t.count("jobs-retried", jobs)),
    };
    reader.send(&view)
}

fn line(job: &JobView, reader: &Reader) -> JobLine {
    let t = reader.t();
    let mut facts = vec![t.fill("jobs-since", t.moment(&job.created_at))];
    if job.attempts > 0 {
        facts.push(t.count("jobs-attempts", job.attempts));
    }
    match (job.state, job.done_at, job.given_up_at) {
        (JobState::Done, Some(at), _) => facts.push(t.fill("jobs-done", t.moment(&at))),
        (JobState::GivenUp, _, Some(at)) => facts.push(t.fill("jobs-given-up", t.moment(&at))),
        (JobState::Failing, ..) => facts.push(t.fill("jobs-next", t.moment(&job.run_after))),
        _ => {}
    }
    facts.extend(job.record.map(|id| id.to_string()));
    JobLine {
        id: job.id,
        kind: t.code_or_self("job", &job.kind),
        facts,
        error: job.last_error.clone().filter(|_| job.state != JobState::Done),
        again: matches!(job.state, JobState::Failing | JobState::GivenUp),
    }
}

/// `POST /operations/jobs/retry`: one, or all where none is named.
pub async fn retry(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if reader.actor.scope(Action::OperateService) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    let job = match form.value("job") {
        None => None,
        Some(written) => Some(written.parse().map_err(|_| Code::MalformedRequest)?),
    };
    let retried: Result<u64> =
        app.db.write(async |transaction| Ok(retry_in(transaction, &reader.actor, job, now()).await?)).await;
    Ok(go_to(&format!("/operations/jobs?done={}", retried?)))
}
