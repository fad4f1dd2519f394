//! Where the forms on the page of a match are sent. Each does one step of `matching::life` or `cases` and sends the
//! browser back to where it came from; what was refused is said on the page of the match, with what was typed.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::problem::said;
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::cases::messages::{SentMessage, write_in};
use crate::cases::seat;
use crate::cases::tasks::{SentTask, TaskChange, add_in, change_in};
use crate::clocks::stops::{self, ClockChange};
use crate::error::{Code, Result};
use crate::layout::url::Query;
use crate::library::store::now;
use crate::library::validate::{FieldCode, FieldError};
use crate::matching::life::{
    Answering, Decision, LetterOfIntent, LifeError, Side, Why, answer_in, assign_in, decide_in, record_letter_in,
    undo_in,
};
use crate::pages::dossier;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;

/// What was typed and could not be taken.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    pub side: Option<Side>,
    pub text: String,
}

/// The id in an address; what is none is not found.
pub fn match_id(written: &str) -> Result<Uuid> {
    written.parse().map_err(|_| Code::NotFound.into())
}

/// Does a step in a transaction of its own; then back, or to the page of the match with why not.
pub(super) async fn take<T, F>(app: &App, reader: Reader, id: Uuid, form: &Fields, mut step: F) -> Result<HttpResponse>
where
    F: AsyncFnMut(&DatabaseTransaction, &Reader) -> Result<T, LifeError>,
{
    let taken: Result<T, LifeError> = app.db.write(async |transaction| step(transaction, &reader).await).await;
    match taken {
        Ok(_) => Ok(go_to(&back(id, form))),
        Err(error) => refused(app, reader, id, form, error).await,
    }
}

pub(super) async fn refused(
    app: &App,
    reader: Reader,
    id: Uuid,
    form: &Fields,
    error: LifeError,
) -> Result<HttpResponse> {
    let (status, problem) = said(error, reader.t())?;
    let draft = Draft { side: form.parsed("side"), text: form.value("text").unwrap_or_default().to_owned() };
    dossier::refused(app, reader, id, status, problem, draft).await
}

/// Where the form came from: the desk, or the page of the match, at the place that was worked on.
fn back(id: Uuid, form: &Fields) -> String {
    let place = form.value("place").map(|place| format!("#{place}")).unwrap_or_default();
    match form.value("next").and_then(|next| next.strip_prefix("/desk")) {
        Some(rest) if rest.is_empty() || rest.starts_with('?') => {
            let query = Query::parse(rest.trim_start_matches('?')).without(&["dismissed"]);
            query.with("done", &id.to_string()).link("/desk")
        }
        _ => format!("/matches/{id}{place}"),
    }
}

fn why(form: &Fields) -> Why {
    Why { reason: form.parsed("reason"), text: form.value("text").map(str::to_owned) }
}

/// `POST /matches/{id}/decisions`
pub async fn decide(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (id, Posted { reader, form }) = (match_id(&id)?, posted);
    let to = form.parsed("to").ok_or(Code::MalformedRequest)?;
    let decision = Decision { to, why: why(&form) };
    take(&app, reader, id, &form, async |transaction, reader| {
        decide_in(transaction, &reader.actor, id, form.parsed("version"), decision.clone(), now()).await
    })
    .await
}

/// `POST /matches/{id}/answers`
pub async fn answer(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (id, Posted { reader, form }) = (match_id(&id)?, posted);
    let answer = form.parsed("answer").ok_or(Code::MalformedRequest)?;
    let answering = Answering { answer, side: form.parsed("side"), why: why(&form) };
    take(&app, reader, id, &form, async |transaction, reader| {
        answer_in(transaction, &reader.actor, id, form.parsed("version"), answering.clone(), now()).await
    })
    .await
}

/// `POST /matches/{id}/undo`
pub async fn undo(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (id, Posted { reader, form }) = (match_id(&id)?, posted);
    take(&app, reader, id, &form, async |transaction, reader| {
        undo_in(transaction, &reader.actor, id, form.parsed("version"), now()).await
    })
    .await
}

/// `POST /matches/{id}/assignment`
pub async fn assign(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (id, Posted { reader, form }) = (match_id(&id)?, posted);
    take(&app, reader, id, &form, async |transaction, reader| {
        let broker = match form.value("to") {
            Some("me") => reader.actor.user_id(),
            _ => form.parsed("to"),
        };
        assign_in(transaction, &reader.actor, id, form.parsed("version"), broker, now()).await
    })
    .await
}

/// `POST /matches/{id}/letter-of-intent`
pub async fn letter(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (id, Posted { reader, form }) = (match_id(&id)?, posted);
    take(&app, reader, id, &form, async |transaction, reader| {
        let day = |name: &str| form.parsed::<NaiveDate>(name).ok_or_else(|| missing(name));
        let letter = LetterOfIntent {
            number: form.value("number").unwrap_or_default().to_owned(),
            valid_from: day("valid_from")?,
            valid_until: day("valid_until")?,
        };
        record_letter_in(transaction, &reader.actor, id, form.parsed("version"), letter, now()).await
    })
    .await
}

pub(super) fn missing(name: &str) -> LifeError {
    let detail = "takes a day".to_owned();
    LifeError::Invalid(vec![FieldError { pointer: format!("/{name}"), code: FieldCode::Required, detail }])
}

/// `POST /matches/{id}/clock`
pub async fn clock(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (id, Posted { reader, form }) = (match_id(&id)?, posted);
    if reader.actor.scope(Action::SetClock) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    let running = form.value("running") == Some("true");
    let wanted = ClockChange {
        running,
        reason: form.parsed("reason").filter(|_| !running),
        text: form.value("text").map(|text| text.chars().take(1_000).collect()),
        export_started_on: form.parsed("export_started_on"),
    };
    if !running && wanted.reason.is_none() {
        return refused(&app, reader, id, &form, missing("reason")).await;
    }
    if let Err(error) = seat(&*app.db, &reader.actor, id).await {
        return refused(&app, reader, id, &form, error).await;
    }
    match stops::set(&app.db, &reader.actor, id, &wanted, now()).await? {
        true => Ok(go_to(&back(id, &form))),
        false => Err(Code::NotFound.into()),
    }
}

/// `POST /matches/{id}/messages`
pub async fn write(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (id, Posted { reader, form }) = (match_id(&id)?, posted);
    // Browsers send lines as CRLF.
    let text = form.value("text").unwrap_or_default().replace("\r\n", "\n");
    let message = SentMessage { text, side: form.parsed("side") };
    take(&app, reader, id, &form, async |transaction, reader| {
        write_in(transaction, &reader.actor, id, message.clone(), now()).await
    })
    .await
}

/// `POST /matches/{id}/tasks`
pub async fn add_task(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (id, Posted { reader, form }) = (match_id(&id)?, posted);
    let sent = SentTask {
        title: form.value("title").unwrap_or_default().to_owned(),
        due_on: form.parsed("due_on"),
        due_in_working_days: form.parsed("due_in_working_days"),
        assignee: form.parsed("assignee"),
    };
    take(&app, reader, id, &form, async |transaction, reader| {
        add_in(transaction, &reader.actor, id, sent.clone(), now()).await
    })
    .await
}

/// `POST /matches/{id}/tasks/{task}`
pub async fn change_task(
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    posted: Posted<Fields>,
) -> Result<HttpResponse> {
    let (id, task) = path.into_inner();
    let (id, task, Posted { reader, form }) = (match_id(&id)?, match_id(&task)?, posted);
    let change = TaskChange { done: Some(form.value("done") == Some("true")), ..TaskChange::default() };
    take(&app, reader, id, &form, async |transaction, reader| {
        change_in(transaction, &reader.actor, id, task, change.clone(), now()).await
    })
    .await
}
