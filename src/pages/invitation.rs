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
}

/// What somebody says of themselves.
#[derive(Debug, Deserialize)]
pub struct Acceptance {
    name: String,
    password: String,
}

async fn offered(app: &App, token: &str) -> Result<Offer, Refusal> {
    let secret = Secret::parse(token).ok_or(Rule::LinkDead)?;
    invitations::find(&*app.db, &secret, now()).await
}

/// `GET /invitations/{token}`
pub async fn show(app: web::Data<App>, reader: Reader, token: web::Path<String>) -> Result<HttpResponse> {
    let reader = reader.with_form();
    match offered(&app, &token).await {
        Ok(offer) => {
            let role = reader.t().code_or_self("role", offer.role.as_str());
            let offer = Some((&offer, role));
            let view = InvitationPage { page: &reader.page, token: &token, offer, called: "", problems: Vec::new() };
            Ok(secretly(reader.send(&view)?))
        }
        Err(refusal) => dead(&reader, refusal),
    }
}

fn dead(reader: &Reader, refusal: Refusal) -> Result<HttpResponse> {
    let reader = &forgetting(reader);
    let said = said(reader.t(), refusal)?;
    let problems = said.problems.clone();
    let view = InvitationPage { page: &reader.page, token: "", offer: None, called: "", problems };
    Ok(secretly(refuse(reader, &said, &view)?))
}

/// `POST /invitations/{token}`
pub async fn accept(app: web::Data<App>, token: web::Path<String>, posted: Posted<Acceptance>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let reader = reader.with_form();
    let offer = match offered(&app, &token).await {
        Ok(offer) => offer,
        Err(refusal) => return dead(&reader, refusal),
    };
    let Some(secret) = Secret::parse(&token) else { return dead(&reader, Rule::LinkDead.into()) };
    match invitations::accept(&app.db, &secret, &form.name, &form.password, now()).await {
        Ok(_) => Ok(go_to("/sign-in?done=invited")),
        Err(refusal @ Refusal::Rule(_)) => dead(&reader, refusal),
        Err(refusal) => {
            let said = said(reader.t(), refusal)?;
            let role = reader.t().code_or_self("role", offer.role.as_str());
            let (offer, problems) = (Some((&offer, role)), said.problems.clone());
            let view = InvitationPage { page: &reader.page, token: &token, offer, called: &form.name, problems };
            Ok(secretly(refuse(&reader, &said, &view)?))
        }
    }
}
