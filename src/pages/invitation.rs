//! `/invitations/{token}`: the link of a mail by which somebody makes their account.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::forms::{Posted, go_to};
use super::reader::Reader;
use super::refusals::{forgetting, refuse, said, secretly};
use crate::accounts::invitations::{self, Offer};
use crate::accounts::refusal::{Refusal, Rule};
use crate::accounts::secrets::Secret;
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::library::store::now;

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationPage<'a> {
    page: &'a Page,
    token: &'a str,
    /// What is offered, and the role by name; nothing when the link is dead.
    offer: Option<(&'a Offer, String)>,
    /// The name as it was sent.
    called: &'a str,
    problems: Vec<String>,
    /// What people call the provider they may sign in with instead of choosing a password.
    provider: Option<&'a str>,
}

/// What somebody says of themselves.
#[derive(Debug, Deserialize)]
pub struct Acceptance {
    name: String,
    password: String,
}

/// The invitation behind the link of a mail.
pub(super) async fn offered(app: &App, token: &str) -> Result<Offer, Refusal> {
    let secret = Secret::parse(token).ok_or(Rule::LinkDead)?;
    invitations::find(&*app.db, &secret, now()).await
}

fn view<'a>(
    app: &'a App,
    reader: &'a Reader,
    token: &'a str,
    offer: &'a Offer,
    called: &'a str,
    problems: Vec<String>,
) -> InvitationPage<'a> {
    let role = reader.t().code_or_self("role", offer.role.as_str());
    let oidc = &app.settings.oidc;
    let provider = (!oidc.issuer.is_empty()).then_some(oidc.name.as_str());
    InvitationPage { page: &reader.page, token, offer: Some((offer, role)), called, problems, provider }
}

/// `GET /invitations/{token}`
pub async fn show(app: web::Data<App>, reader: Reader, token: web::Path<String>) -> Result<HttpResponse> {
    let reader = reader.with_form();
    match offered(&app, &token).await {
        Ok(offer) => Ok(secretly(reader.send(&view(&app, &reader, &token, &offer, "", Vec::new()))?)),
        Err(refusal) => dead(&reader, refusal),
    }
}

/// Says why there is nothing to accept.
pub(super) fn dead(reader: &Reader, refusal: Refusal) -> Result<HttpResponse> {
    let reader = &forgetting(reader);
    let said = said(reader.t(), refusal)?;
    let problems = said.problems.clone();
    let page = &reader.page;
    let view = InvitationPage { page, token: "", offer: None, called: "", problems, provider: None };
    Ok(secretly(refuse(reader, &said, &view)?))
}

/// The form again, with what was wrong in it.
pub(super) fn again(
    app: &App,
    reader: Reader,
    token: &str,
    offer: &Offer,
    called: &str,
    refusal: Refusal,
) -> Result<HttpResponse> {
    let reader = reader.with_form();
    let said = said(reader.t(), refusal)?;
    let view = view(app, &reader, token, offer, called, said.problems.clone());
    Ok(secretly(refuse(&reader, &said, &view)?))
}

/// `POST /invitations/{token}`
pub async fn accept(app: web::Data<App>, token: web::Path<String>, posted: Posted<Acceptance>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let offer = match offered(&app, &token).await {
        Ok(offer) => offer,
        Err(refusal) => return dead(&reader, refusal),
    };
    let Some(secret) = Secret::parse(&token) else { return dead(&reader, Rule::LinkDead.into()) };
    match invitations::accept(&app.db, &secret, &form.name, &form.password, now()).await {
        Ok(_) => Ok(go_to("/sign-in?done=invited")),
        Err(refusal @ Refusal::Rule(_)) => dead(&reader, refusal),
        Err(refusal) => again(&app, reader, &token, &offer, &form.name, refusal),
    }
}
