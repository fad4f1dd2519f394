//! The saved views of the queue, as tabs above it: saving the filters that are shown, renaming and removing a view.

use actix_web::{HttpResponse, web};
use anyhow::Context;
use uuid::Uuid;

use super::queue;
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::error::{Code, Error, Problem, Result};
use crate::layout::Locale;
use crate::layout::components::Choice;
use crate::layout::url::Query;
use crate::library::store::now;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;
use crate::searches::views::{self, Filters, LONGEST_NAME, View, ViewChange};

/// The filters of the queue that an address has.
const FILTERS: [&str; 5] = ["field", "country", "language", "state", "assigned"];

/// What the queue's page shows of views.
pub struct Views {
    pub tabs: Vec<Choice>,
    /// The one whose filters are shown.
    pub current: Option<Current>,
    /// The filters that are shown can be saved, under this name that was typed.
    pub new_name: Option<String>,
    pub longest: usize,
}

/// A view whose filters are shown.
pub struct Current {
    pub id: Uuid,
    pub name: String,
}

impl Views {
    /// The views of the reader.
    pub async fn of(app: &App, reader: &Reader, typed: Option<&str>) -> Result<Self> {
        let user = reader.actor.user_id().context("who decides is a person")?;
        let shown = filters(&reader.page.query);
        let saved = views::list(&*app.db, user).await?;
        let current = saved.iter().find(|view| view.filters == shown);
        let current = current.map(|view| Current { id: view.id, name: view.name.clone() });
        let tab = |view: &View| Choice {
            label: view.name.clone(),
            href: address(&view.filters),
            selected: current.as_ref().is_some_and(|current| current.id == view.id),
        };
        let new = current.is_none() && shown != Filters::default();
        Ok(Self {
            tabs: saved.iter().map(tab).collect(),
            new_name: new.then(|| typed.unwrap_or_default().to_owned()),
            current,
            longest: LONGEST_NAME,
        })
    }
}

/// The filters that an address asks for; what it asks for in vain is ignored.
fn filters(query: &Query) -> Filters {
    let all = |name: &str| query.all(name).into_iter().map(str::to_owned).collect();
    Filters {
        field: all("field"),
        country: all("country"),
        language: all("language"),
        state: query.all("state").into_iter().filter_map(|state| state.parse().ok()).collect(),
        assigned: query.get("assigned").map(str::to_owned),
    }
}

/// Where the queue is shown with these filters.
fn address(filters: &Filters) -> String {
    fn all(values: &[String]) -> Vec<&str> {
        values.iter().map(String::as_str).collect()
    }
    let values: [Vec<&str>; 5] = [
        all(&filters.field),
        all(&filters.country),
        all(&filters.language),
        filters.state.iter().map(|state| state.as_str()).collect(),
        filters.assigned.as_deref().into_iter().collect(),
    ];
    let named = FILTERS.into_iter().zip(&values);
    named.fold(Query::default(), |query, (name, values)| query.with_all(name, values)).link("/desk")
}

/// `POST /desk/views`: saves the filters of the page the form was on.
pub async fn save(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (mut reader, form, user) = broker(posted)?;
    reader.page.go_back_to("/desk", form.value("next").unwrap_or_default());
    let (name, wanted) = (form.value("name").unwrap_or_default(), filters(&reader.page.query));
    let saved: Result<View> =
        app.db.write(async |transaction| views::save_in(transaction, user, name, &wanted, now()).await).await;
    match saved {
        Ok(view) => Ok(go_to(&address(&view.filters))),
        Err(error) => refused(&app, &reader, error, Some(name)).await,
    }
}

/// `POST /desk/views/{id}`: another name.
pub async fn rename(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (mut reader, form, user) = broker(posted)?;
    let id: Uuid = id.parse().map_err(|_| Code::NotFound)?;
    reader.page.go_back_to("/desk", form.value("next").unwrap_or_default());
    let wanted = ViewChange { name: Some(form.value("name").unwrap_or_default().to_owned()), filters: None };
    let changed: Result<View> =
        app.db.write(async |transaction| views::change_in(transaction, user, id, &wanted).await).await;
    match changed {
        Ok(view) => Ok(go_to(&address(&view.filters))),
        Err(error) => refused(&app, &reader, error, None).await,
    }
}

/// `POST /desk/views/{id}/removal`: the filters stay on the page, where they can be saved again.
pub async fn remove(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let (_, _, user) = broker(posted)?;
    let id: Uuid = id.parse().map_err(|_| Code::NotFound)?;
    let gone: Result<Option<View>> =
        app.db.write(async |transaction| Ok(views::remove_in(transaction, user, id).await?)).await;
    gone?.map(|view| go_to(&address(&view.filters))).ok_or_else(|| Code::NotFound.into())
}

fn broker(posted: Posted<Fields>) -> Result<(Reader, Fields, Uuid)> {
    let Posted { reader, form } = posted;
    if reader.actor.scope(Action::DecideMatch) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    let user = reader.actor.user_id().context("who decides is a person")?;
    Ok((reader, form, user))
}

/// The queue again, with what was wrong and what was typed.
async fn refused(app: &App, reader: &Reader, error: Error, typed: Option<&str>) -> Result<HttpResponse> {
    let Error::Problem(problem) = error else { return Err(error) };
    let Some(text) = said(&problem, reader.t()) else { return Err(Error::Problem(problem)) };
    queue::send_refused(app, reader, problem.code.status(), text, typed).await
}

fn said(problem: &Problem, t: Locale) -> Option<String> {
    match problem.code {
        Code::InvalidState => Some(t.text("view-too-many")),
        Code::InvalidFields => {
            let fault = problem.faults.first()?;
            let what = fault.pointer.as_deref().unwrap_or_default().trim_start_matches('/').split('/').next();
            let key = format!("{}-{}", what.unwrap_or_default(), fault.code);
            Some(t.code("view-fault", &key).unwrap_or_else(|| fault.detail.clone()))
        }
        _ => None,
    }
}
