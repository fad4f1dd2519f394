//! `/people`: who belongs to one's organisation, or everybody for those who run the libraries; whom one has invited, and
//! inviting.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::forms::{Posted, go_to};
use super::reader::Reader;
use super::refusals::{Choosable, countries, languages, refuse, said, way_in};
use super::sign_in::Nothing;
use crate::accounts::invitations::{self, Invitation, InvitationState, InvitedOrganisation, NewInvitation};
use crate::accounts::organisations::{self, OrganisationKind};
use crate::accounts::people::{self, PeopleQuery, PersonView};
use crate::accounts::permissions::Scope;
use crate::accounts::refusal::Refusal;
use crate::accounts::{Action, Role};
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::layout::components::Pager;
use crate::library::store::now;

const ON_A_PAGE: u64 = 50;

/// A person in the list.
struct Listed {
    person: PersonView,
    role: String,
    state: String,
    organisation: Option<String>,
}

/// An invitation in the list.
struct Invited {
    invitation: Invitation,
    role: String,
    state: String,
    open: bool,
}

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage<'a> {
    page: &'a Page,
    people: Vec<Listed>,
    pager: Pager,
    invitations: Vec<Invited>,
    /// Whether one may invite into any organisation.
    anywhere: bool,
    roles: Vec<Choosable>,
    kinds: Vec<Choosable>,
    countries: Vec<Choosable>,
    languages: Vec<Choosable>,
    email: &'a str,
    problems: Vec<String>,
    done: Option<String>,
}

/// The form that invites.
#[derive(Debug, Default, Deserialize)]
pub struct Whom {
    email: String,
    lang: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    country: String,
}

impl Whom {
    /// As it is asked for; what is not filled in is not asked for.
    fn asked(&self) -> NewInvitation {
        let organisation = Some(self.organisation.trim()).filter(|name| !name.is_empty());
        NewInvitation {
            email: self.email.clone(),
            role: self.role.parse().ok(),
            organisation_id: None,
            organisation: organisation.map(|name| InvitedOrganisation {
                name: name.to_owned(),
                kind: self.kind.parse().ok(),
                country: Some(self.country.clone()).filter(|code| !code.is_empty()),
            }),
            lang: Some(self.lang.clone()),
        }
    }
}

/// `GET /people`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let empty = Whom { lang: reader.t().lang.tag().to_owned(), ..Whom::default() };
    reader.send(&view(&app, &reader, &empty, Vec::new()).await?)
}

async fn view<'a>(app: &App, reader: &'a Reader, form: &'a Whom, problems: Vec<String>) -> Result<PeoplePage<'a>> {
    let (t, query) = (reader.t(), &reader.page.query);
    let after: Option<Uuid> = query.get("cursor").and_then(|cursor| cursor.parse().ok());
    let wanted = PeopleQuery { after, limit: ON_A_PAGE + 1, ..PeopleQuery::default() };
    let mut found = people::list(&*app.db, &reader.actor, &wanted).await?;
    let more = found.len() > usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX);
    if more {
        found.pop();
    }
    let pager = Pager {
        first: after.map(|_| reader.page.link_without("cursor")),
        next: found.last().filter(|_| more).map(|last| reader.page.link_to_cursor(&last.id.to_string())),
    };
    let named: HashMap<Uuid, String> =
        organisations::names(&*app.db, found.iter().filter_map(|person| person.organisation_id)).await?;
    let listed = |person: PersonView| Listed {
        role: t.code_or_self("role", &person.role),
        state: t.code_or_self("person-state", person.state.as_str()),
        organisation: person.organisation_id.and_then(|id| named.get(&id).cloned()),
        person,
    };
    let invited = |invitation: Invitation| Invited {
        role: t.code_or_self("role", &invitation.role),
        state: t.code_or_self("invited", invitation.state.as_str()),
        open: invitation.state == InvitationState::Open,
        invitation,
    };
    let invitations = invitations::list(&*app.db, &reader.actor, None, ON_A_PAGE, now()).await?;
    let admin = matches!(&reader.session, Some(session) if session.role == Role::Admin);
    let roles = Role::ALL.iter().filter(|role| admin || **role != Role::Admin);
    let mut kinds = vec![Choosable::new("", t.text("people-kind-usual"), &form.kind)];
    kinds.extend(
        OrganisationKind::CODES
            .iter()
            .map(|kind| Choosable::new(*kind, t.code_or_self("organisation-kind", kind), &form.kind)),
    );
    let mut places = vec![Choosable::new("", "–", &form.country)];
    places.extend(countries(&*app.db, t, &form.country).await?);
    Ok(PeoplePage {
        page: &reader.page,
        people: found.into_iter().map(listed).collect(),
        pager,
        invitations: invitations.into_iter().map(invited).collect(),
        anywhere: reader.actor.scope(Action::InvitePeople) == Scope::Any,
        roles: roles
            .map(|role| Choosable::new(role.as_str(), t.code_or_self("role", role.as_str()), &form.role))
            .collect(),
        kinds,
        countries: places,
        languages: languages(t, &form.lang),
        email: &form.email,
        problems,
        done: query.get("done").and_then(|what| t.code("people-done", what)),
    })
}

/// `POST /people`: invites.
pub async fn invite(app: web::Data<App>, posted: Posted<Whom>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    let asked = form.asked();
    let made: Result<Invitation, Refusal> = app
        .db
        .write(async |transaction| invitations::invite(transaction, &app.settings, &reader.actor, &asked, now()).await)
        .await;
    match made {
        Ok(_) => Ok(go_to("/people?done=invited")),
        Err(refusal) => {
            let said = said(reader.t(), refusal)?;
            refuse(&reader, &said, &view(&app, &reader, &form, said.problems.clone()).await?)
        }
    }
}

/// `POST /people/invitations/{id}/revoke`
pub async fn revoke(app: web::Data<App>, id: web::Path<Uuid>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    let reader = posted.reader;
    if let Some(elsewhere) = way_in(&reader) {
        return Ok(elsewhere);
    }
    match invitations::revoke(&app.db, &reader.actor, *id, now()).await {
        Ok(()) => Ok(go_to("/people?done=revoked")),
        Err(refusal) => {
            let (said, form) = (said(reader.t(), refusal)?, Whom::default());
            refuse(&reader, &said, &view(&app, &reader, &form, said.problems.clone()).await?)
        }
    }
}
