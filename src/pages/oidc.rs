//! `/sign-in/oidc`: to the provider of OpenID Connect and back; `/account/identity` links an account there. Where the
//! browser goes after a sign-in is an address of this service, whatever stands in the request.
//! `/invitations/{token}/oidc` makes the account of an invitation that way.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::forms::{Posted, go_to, own_address, seconds, sign_in_first, wait, what_is_missing};
use super::reader::Reader;
use super::refusals::{forgetting, secretly};
use super::sign_in::Nothing;
use super::{account, invitation};
use crate::accounts::credentials::confirm_password;
use crate::accounts::extract::SESSION_COOKIE;
use crate::accounts::invitations::named_as;
use crate::accounts::oidc::OidcError;
use crate::accounts::oidc::flow::{Done, Oidc, Return, Wanted};
use crate::app::App;
use crate::error::{Code, Error, Result};
use crate::layout::Page;
use crate::layout::url::Query;
use crate::library::store::now;

/// What the page is for at the moment.
enum Step {
    /// On to the provider. A link, for browsers follow no form to another site.
    Onward { address: String, lead: String },
    /// Nothing came of it.
    Failed(String),
}

#[derive(Template)]
#[template(path = "oidc.html")]
struct OidcPage<'a> {
    page: &'a Page,
    title: String,
    /// What people call the provider.
    name: &'a str,
    step: Step,
}

/// The form that links an account.
#[derive(Debug, Deserialize)]
pub struct Linking {
    password: String,
}

/// What somebody says of themselves who accepts an invitation.
#[derive(Debug, Deserialize)]
pub struct Accepting {
    name: String,
}

fn oidc(app: &App) -> Result<Oidc<'_>> {
    let oidc = Oidc { db: &app.db, settings: &app.settings, base: &app.public_url };
    if oidc.is_on() { Ok(oidc) } else { Err(Code::NotFound.into()) }
}

/// `GET /sign-in/oidc`
pub async fn enter(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    let oidc = oidc(&app)?;
    let next = reader.page.query.get("next").unwrap_or_default();
    if let Some(session) = &reader.session {
        return Ok(go_to(what_is_missing(session).unwrap_or_else(|| own_address(next))));
    }
    if !reader.visit.is_known() {
        return Ok(go_to(&Query::default().with("next", next).link("/sign-in")));
    }
    match oidc.begin(reader.visit.place(), Wanted::SignIn { next: own_address(next) }, now()).await {
        Ok(address) => Ok(secretly(go_to(&address))),
        Err(error) => failed(&app, reader, error),
    }
}

/// `GET /sign-in/oidc/back`
pub async fn back(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    let oidc = oidc(&app)?;
    let query = &reader.page.query;
    let sent = Return { state: query.get("state"), code: query.get("code"), issuer: query.get("iss") };
    match oidc.finish(sent, reader.visit.place(), reader.session.as_deref(), now()).await {
        Ok(Done::SignedIn { session, next }) => {
            let mut response = secretly(go_to(own_address(&next)));
            let cookie = reader.visit.cookie(SESSION_COOKIE, session.reveal().to_owned());
            response.add_cookie(&cookie).map_err(anyhow::Error::new)?;
            Ok(response)
        }
        Ok(Done::Linked) => Ok(secretly(go_to("/account?done=linked"))),
        Err(error) => failed(&app, reader, error),
    }
}

/// `POST /account/identity`
pub async fn link(app: web::Data<App>, posted: Posted<Linking>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let oidc = oidc(&app)?;
    let Some(session) = reader.session.clone() else { return Ok(sign_in_first(&reader.page)) };
    if let Some(missing) = what_is_missing(&session) {
        return Ok(go_to(missing));
    }
    let place = reader.visit.place();
    if let Err(error) = confirm_password(&app.db, &session, place, &form.password, now()).await {
        return account::refused(&app, &reader, &session, error).await;
    }
    let begun = oidc.begin(place, Wanted::Link { account: session.user.id }, now()).await;
    onward(&app, reader, begun, "oidc-onward-lead")
}

/// `POST /invitations/{token}/oidc`: accepts an invitation with the provider instead of a password.
pub async fn accept(app: web::Data<App>, token: web::Path<String>, posted: Posted<Accepting>) -> Result<HttpResponse> {
    let oidc = oidc(&app)?;
    let Posted { reader, form } = posted;
    let offer = match invitation::offered(&app, &token).await {
        Ok(offer) => offer,
        Err(refusal) => return invitation::dead(&reader, refusal),
    };
    let name = match named_as(&form.name) {
        Ok(name) => name,
        Err(refusal) => return invitation::again(&app, reader, &token, &offer, &form.name, refusal),
    };
    let begun = oidc.begin(reader.visit.place(), Wanted::Account { invitation: offer.id, name }, now()).await;
    onward(&app, reader, begun, "oidc-onward-invited")
}

/// The way to the provider, as a link.
fn onward(app: &App, reader: Reader, begun: Result<String, OidcError>, lead: &str) -> Result<HttpResponse> {
    match begun {
        Ok(address) => {
            let reader = forgetting(&reader);
            let lead = reader.t().fill(lead, &app.settings.oidc.name);
            Ok(secretly(reader.send(&view(app, &reader, Step::Onward { address, lead }))?))
        }
        Err(error) => failed(app, reader, error),
    }
}

/// `POST /account/identity/remove`
pub async fn unlink(app: web::Data<App>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    let oidc = oidc(&app)?;
    let Some(session) = &posted.reader.session else { return Ok(sign_in_first(&posted.reader.page)) };
    if let Some(missing) = what_is_missing(session) {
        return Ok(go_to(missing));
    }
    match oidc.unlink(session, now()).await {
        Ok(()) => Ok(go_to("/account?done=unlinked")),
        Err(error) => failed(&app, posted.reader, error),
    }
}

fn view<'a>(app: &'a App, reader: &'a Reader, step: Step) -> OidcPage<'a> {
    let name = app.settings.oidc.name.as_str();
    OidcPage { page: &reader.page, title: reader.t().fill("sign-in-oidc", name), name, step }
}

/// Says what went wrong.
fn failed(app: &App, reader: Reader, error: OidcError) -> Result<HttpResponse> {
    let (status, what) = match error {
        OidcError::NotBegun => (StatusCode::BAD_REQUEST, "not_begun"),
        OidcError::Denied => (StatusCode::FORBIDDEN, "denied"),
        OidcError::NotLinked => (StatusCode::FORBIDDEN, "not_linked"),
        OidcError::Taken => (StatusCode::CONFLICT, "taken"),
        OidcError::OnlyWay => (StatusCode::CONFLICT, "only_way"),
        OidcError::Wait(time) => {
            let step = Step::Failed(reader.t().count("sign-in-wait", seconds(time)));
            let reader = at_the_door(reader);
            let said = reader.send_failure(StatusCode::TOO_MANY_REQUESTS, &view(app, &reader, step))?;
            return Ok(wait(secretly(said), time));
        }
        OidcError::Invitation(refusal) => return invitation::dead(&at_the_door(reader), refusal),
        OidcError::Token(_) | OidcError::Unreachable(_) => {
            let token = matches!(error, OidcError::Token(_));
            tracing::warn!(error = format!("{:#}", anyhow::Error::new(error)), "a sign-in with the provider failed");
            (StatusCode::BAD_GATEWAY, if token { "token" } else { "unreachable" })
        }
        OidcError::Database(error) => return Err(error.into()),
        OidcError::Other(error) => return Err(Error::Internal(error)),
    };
    let reader = at_the_door(reader);
    let text = reader.t().code_or_self("oidc-problem", what);
    Ok(secretly(reader.send_failure(status, &view(app, &reader, Step::Failed(text)))?))
}

/// A reader whose page does not repeat what stood in the address.
fn at_the_door(reader: Reader) -> Reader {
    let mut reader = reader;
    (reader.page.path, reader.page.query) = ("/sign-in".to_owned(), Query::default());
    reader
}
