//! `/organisations`: for the stewards who approve, refuse and suspend them.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::forms::{Posted, go_to};
use super::reader::Reader;
use super::refusals::{refuse, said, way_in};
use crate::accounts::Action;
use crate::accounts::approval::{self, Approval};
use crate::accounts::organisations::{self, Organisation, Standing};
use crate::accounts::people::{self, PeopleQuery, PersonView};
use crate::accounts::refusal::Refusal;
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::Page;
use crate::layout::components::{Choice, Pager};
use crate::library::store::now;

const ON_A_PAGE: u64 = 20;

/// An organisation with what a steward looks at.
struct Shown {
    organisation: Organisation,
    country: Option<String>,
    /// Its name in other languages.
    names: Vec<String>,
    people: Vec<PersonView>,
}

#[derive(Template)]
#[template(path = "organisations.html")]
struct OrganisationsPage<'a> {
    page: &'a Page,
    standing: Standing,
    standings: Vec<Choice>,
    organisations: Vec<Shown>,
    pager: Pager,
    problems: Vec<String>,
    done: Option<String>,
}

/// The form.
#[derive(Debug, Deserialize)]
pub struct Decision {
    decision: Approval,
    #[serde(default)]
    reason: String,
}

/// `GET /organisations`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    reader.send(&view(&app, &reader, Vec::new()).await?)
}

async fn view<'a>(app: &App, reader: &'a Reader, problems: Vec<String>) -> Result<OrganisationsPage<'a>> {
    if !reader.actor.may(Action::DecideOrganisation, None) {
        return Err(Code::NotFound.into());
    }
    let (t, query) = (reader.t(), &reader.page.query);
    let standing = query.get("status").and_then(|status| status.parse().ok()).unwrap_or(Standing::Pending);
    let after = query.get("cursor").and_then(|cursor| cursor.parse().ok());
    let mut found = organisations::list(&*app.db, Some(standing), after, ON_A_PAGE + 1).await?;
    let more = found.len() > usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX);
    if more {
        found.pop();
    }
    let pager = Pager {
        first: after.map(|_: Uuid| reader.page.link_without("cursor")),
        next: found.last().filter(|_| more).map(|last| reader.page.link_to_cursor(&last.id.to_string())),
    };
    let mut shown = Vec::with_capacity(found.len());
    for organisation in found {
        let members = PeopleQuery { organisation: Some(organisation.id), limit: ON_A_PAGE, ..PeopleQuery::default() };
        let names = organisation.names.as_object().into_iter().flatten().filter_map(|(_, name)| name.as_str());
        shown.push(Shown {
            country: organisation.country.as_deref().map(|code| reader.country(code)),
            names: names.map(str::to_owned).collect(),
            people: people::list(&*app.db, &reader.actor, &members).await?,
            organisation,
        });
    }
    let all = [Standing::Pending, Standing::Approved, Standing::Suspended, Standing::Rejected];
    let standings = all.into_iter().map(|one| Choice {
        label: t.code_or_self("organisation-standing", one.as_str()),
        href: format!("/organisations?status={one}"),
        selected: one == standing,
    });
    let done = query.get("done").and_then(|what| t.code("organisations-done", what));
    Ok(OrganisationsPage {
        page: &reader.page,
        standing,
        standings: standings.collect(),
        organisations: shown,
        pager,
        problems,
        done,
    })
}

/// `POST /organisations/{id}/decision`
pub async fn decide(app: web::Data<App>, id: web::Path<Uuid>, posted: Posted<Decision>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let decided: Result<Organisation, Refusal> = app
        .db
        .write(async |transaction| {
            let reason = Some(form.reason.as_str());
            approval::decide(transaction, &app.settings, &reader.actor, *id, form.decision, reason, now()).await
        })
        .await;
    match decided {
        Ok(organisation) => Ok(go_to(&format!("/organisations?done={}", organisation.status))),
        Err(refusal) => {
            let said = said(reader.t(), refusal)?;
            refuse(&reader, &said, &view(&app, &reader, said.problems.clone()).await?)
        }
    }
}
