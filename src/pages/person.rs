//! `/people/{id}`: one person, and what one may do: let in, let go, bring back, give another role.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::forms::{Posted, go_to};
use super::reader::Reader;
use super::refusals::{Choosable, refuse, said, way_in};
use super::sign_in::Nothing;
use crate::accounts::departure::{self, Departure};
use crate::accounts::people::{self, PeopleQuery, PersonState, PersonView};
use crate::accounts::refusal::{Refusal, Wrong};
use crate::accounts::{Action, Role, organisations};
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::Page;
use crate::library::store::now;

/// Colleagues among whom a successor is chosen.
const MOST_COLLEAGUES: u64 = 500;

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage<'a> {
    page: &'a Page,
    person: PersonView,
    role: String,
    state: String,
    organisation: Option<String>,
    /// Roles one may give; none where one gives no roles.
    roles: Vec<Choosable>,
    successors: Vec<Choosable>,
    problems: Vec<String>,
    done: Option<String>,
}

/// The form by which somebody goes.
#[derive(Debug, Deserialize)]
pub struct Leaving {
    #[serde(default)]
    successor: String,
}

/// The form that gives another role.
#[derive(Debug, Deserialize)]
pub struct NewRole {
    role: Role,
}

/// `GET /people/{id}`
pub async fn show(app: web::Data<App>, reader: Reader, id: web::Path<Uuid>) -> Result<HttpResponse> {
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    reader.send(&view(&app, &reader, *id, Vec::new()).await?)
}

async fn view<'a>(app: &App, reader: &'a Reader, id: Uuid, problems: Vec<String>) -> Result<PersonPage<'a>> {
    let t = reader.t();
    let person = people::find(&*app.db, &reader.actor, id).await?.ok_or(Code::NotFound)?;
    let colleagues = PeopleQuery {
        organisation: person.organisation_id,
        role: person.role.parse().ok(),
        state: Some(PersonState::Active),
        limit: MOST_COLLEAGUES,
        ..PeopleQuery::default()
    };
    let mut colleagues = people::list(&*app.db, &reader.actor, &colleagues).await?;
    colleagues.retain(|one| one.id != id && one.organisation_id == person.organisation_id);
    let mut successors = vec![Choosable::new("", t.text("person-nobody"), "")];
    successors.extend(colleagues.into_iter().map(|one| Choosable::new(one.id.to_string(), one.name, "")));
    let admin = matches!(&reader.session, Some(session) if session.role == Role::Admin);
    let appoints =
        reader.actor.may(Action::AppointPeople, person.organisation_id) && reader.actor.user_id() != Some(id);
    let roles = Role::ALL.iter().filter(|role| appoints && (admin || **role != Role::Admin));
    let named = organisations::names(&*app.db, person.organisation_id).await?;
    Ok(PersonPage {
        page: &reader.page,
        role: t.code_or_self("role", &person.role),
        state: t.code_or_self("person-state", person.state.as_str()),
        organisation: named.into_values().next(),
        roles: roles
            .map(|role| Choosable::new(role.as_str(), t.code_or_self("role", role.as_str()), &person.role))
            .collect(),
        successors,
        problems,
        done: reader.page.query.get("done").and_then(|what| t.code("person-done", what)),
        person,
    })
}

/// What came of a form: on to the person's page, or the same page with what is in the way.
async fn answer<T>(
    app: &App,
    reader: &Reader,
    id: Uuid,
    outcome: Result<T, Refusal>,
    done: &str,
) -> Result<HttpResponse> {
    match outcome {
        Ok(_) => Ok(go_to(&format!("/people/{id}?done={done}"))),
        Err(refusal) => {
            let said = said(reader.t(), refusal)?;
            refuse(reader, &said, &view(app, reader, id, said.problems.clone()).await?)
        }
    }
}

/// `POST /people/{id}/admission`
pub async fn let_in(app: web::Data<App>, id: web::Path<Uuid>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    let (reader, id) = (posted.reader, *id);
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let outcome: Result<PersonView, Refusal> = app
        .db
        .write(async |transaction| people::let_in(transaction, &app.settings, &reader.actor, id, now()).await)
        .await;
    answer(&app, &reader, id, outcome, "let_in").await
}

/// `POST /people/{id}/departure`
pub async fn leave(app: web::Data<App>, id: web::Path<Uuid>, posted: Posted<Leaving>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let successor = match form.successor.as_str() {
        "" => Ok(None),
        written => written.parse().map(Some).map_err(|_| Wrong::new("successor", "no_successor", "is nobody")),
    };
    let outcome: Result<Departure, Refusal> = match successor {
        Ok(successor) => {
            let leaving = app
                .db
                .write(async |transaction| departure::leave(transaction, &reader.actor, *id, successor, now()).await);
            leaving.await
        }
        Err(wrong) => Err(wrong.into()),
    };
    // Who went by their own hand is signed out.
    if outcome.is_ok() && reader.actor.user_id() == Some(*id) {
        return Ok(go_to("/"));
    }
    answer(&app, &reader, *id, outcome, "left").await
}

/// `POST /people/{id}/return`
pub async fn bring_back(app: web::Data<App>, id: web::Path<Uuid>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    let (reader, id) = (posted.reader, *id);
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let outcome: Result<PersonView, Refusal> =
        app.db.write(async |transaction| people::bring_back(transaction, &reader.actor, id, now()).await).await;
    answer(&app, &reader, id, outcome, "returned").await
}

/// `POST /people/{id}/role`
pub async fn appoint(app: web::Data<App>, id: web::Path<Uuid>, posted: Posted<NewRole>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let outcome: Result<PersonView, Refusal> = app
        .db
        .write(async |transaction| people::appoint(transaction, &reader.actor, *id, form.role, now()).await)
        .await;
    answer(&app, &reader, *id, outcome, "role").await
}
