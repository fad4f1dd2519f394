//! `/terms/{id}`: the names of a term, confirming or refusing it, retiring it or taking it back into use. Who typed over
//! what somebody else has stored meanwhile loses nothing.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::inputs::{Inputs, Refused, read};
use super::places_of;
use crate::accounts::{Action, Scope};
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::Page;
use crate::library::store::{StoreError, now};
use crate::library::terms::{self, Term, TermChange, TermState};
use crate::pages::desk::elsewhere;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::operations::Place;
use crate::pages::reader::Reader;

#[derive(Template)]
#[template(path = "terms/one.html")]
struct TermPage<'a> {
    page: &'a Page,
    places: Vec<Place>,
    term: Term,
    title: String,
    state: String,
    inputs: Inputs,
    problem: Option<String>,
}

/// `GET /terms/{id}`
pub async fn show(app: web::Data<App>, reader: Reader, id: web::Path<String>) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::KeepTaxonomy)? {
        return Ok(place);
    }
    let reader = below(reader);
    reader.send(&view(&app, &reader, number(&id)?, &Refused::default()).await?)
}

fn number(id: &str) -> Result<i32> {
    id.parse().map_err(|_| Code::NotFound.into())
}

fn below(reader: Reader) -> Reader {
    let title = reader.t().text("terms-title");
    reader.below(&title, "/terms")
}

async fn view<'a>(app: &App, reader: &'a Reader, id: i32, refused: &Refused) -> Result<TermPage<'a>> {
    let t = reader.t();
    let term = terms::find(&*app.db, id).await?.ok_or(Code::NotFound)?;
    let called = [t.lang.tag(), "en", "zh"].into_iter().find_map(|lang| term.names.get(lang)?.first());
    let called = called.or_else(|| term.names.values().flatten().next());
    Ok(TermPage {
        page: &reader.page,
        places: places_of(reader),
        title: called.cloned().unwrap_or_default(),
        state: t.code_or_self("term-state", term.state.as_str()),
        inputs: Inputs::of(reader, &term.names, refused),
        problem: refused.said(reader),
        term,
    })
}

/// `POST /terms/{id}`: the names, and with a button of its own what is to become of the term.
pub async fn change(app: web::Data<App>, id: web::Path<String>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if reader.actor.scope(Action::KeepTaxonomy) == Scope::Never {
        return Err(Code::Forbidden.into());
    }
    let id = number(&id)?;
    // A form that was changed by hand names no version and is stale.
    let version = form.parsed("version").unwrap_or(0);
    let names = read(&form).into_iter().map(|(lang, names)| (lang, (!names.is_empty()).then_some(names))).collect();
    // What is refused or retired is not changed beside that.
    let only = |state| TermChange { state: Some(state), ..TermChange::default() };
    let (done, wanted) = match form.value("step") {
        Some("confirm") => ("confirmed", TermChange { names, state: Some(TermState::InForce) }),
        Some("refuse") => ("refused", only(TermState::Retired)),
        Some("retire") => ("retired", only(TermState::Retired)),
        Some("restore") => ("restored", TermChange { names, state: Some(TermState::InForce) }),
        _ => ("changed", TermChange { names, state: None }),
    };
    let work =
        async |transaction: &_| terms::change_in(transaction, &reader.actor, id, Some(version), &wanted, now()).await;
    let changed: Result<Term, StoreError> = app.db.write(work).await;
    let refused = match changed {
        Ok(term) => {
            app.names.forget().await;
            return Ok(go_to(&format!("/terms?state={}&done={done}", term.state.as_str())));
        }
        Err(StoreError::Stale { .. }) => Refused { form, stale: true, faults: Vec::new() },
        Err(StoreError::Invalid(faults)) => Refused { form, faults, stale: false },
        Err(error) => return Err(error.into()),
    };
    let status = if refused.stale { StatusCode::PRECONDITION_FAILED } else { StatusCode::UNPROCESSABLE_ENTITY };
    let reader = below(reader);
    reader.send_failure(status, &view(&app, &reader, id, &refused).await?)
}
