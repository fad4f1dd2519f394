//! `/password`: for who has forgotten theirs. `/password/{token}`: the link of the mail, where the new one is set.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::forms::{Posted, go_to};
use super::reader::Reader;
use super::refusals::{forgetting, refuse, said, secretly};
use crate::accounts::refusal::{Refusal, Rule};
use crate::accounts::resets;
use crate::accounts::secrets::Secret;
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::library::store::now;

/// What the page is for at the moment.
enum Step<'a> {
    /// Asking for the mail.
    Ask { email: &'a str },
    /// The mail is on its way, if there is such an account.
    Sent,
    /// Setting the new one.
    Set { token: &'a str },
    /// The link cannot be followed any more.
    Dead,
}

#[derive(Template)]
#[template(path = "password.html")]
struct PasswordPage<'a> {
    page: &'a Page,
    step: Step<'a>,
    problems: Vec<String>,
}

/// Whose password is forgotten.
#[derive(Debug, Deserialize)]
pub struct Forgotten {
    email: String,
}

/// The new one.
#[derive(Debug, Deserialize)]
pub struct NewPassword {
    new: String,
}

/// `GET /password`
pub async fn show(reader: Reader) -> Result<HttpResponse> {
    let reader = reader.with_form();
    let step = if reader.page.query.get("done") == Some("1") { Step::Sent } else { Step::Ask { email: "" } };
    reader.send(&PasswordPage { page: &reader.page, step, problems: Vec::new() })
}

/// `POST /password`
pub async fn ask(app: web::Data<App>, posted: Posted<Forgotten>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let reader = reader.with_form();
    match resets::ask(&app.db, &app.settings, reader.visit.network(), &form.email, now()).await {
        Ok(()) => Ok(go_to("/password?done=1")),
        Err(refusal) => {
            let said = said(reader.t(), refusal)?;
            let step = Step::Ask { email: &form.email };
            refuse(&reader, &said, &PasswordPage { page: &reader.page, step, problems: said.problems.clone() })
        }
    }
}

/// `GET /password/{token}`
pub async fn follow(app: web::Data<App>, reader: Reader, token: web::Path<String>) -> Result<HttpResponse> {
    let reader = reader.with_form();
    let person = match Secret::parse(&token) {
        Some(secret) => resets::person_of(&*app.db, &secret, now()).await?,
        None => None,
    };
    if person.is_none() {
        return refused(&reader, &token, Rule::LinkDead.into());
    }
    let step = Step::Set { token: &token };
    Ok(secretly(reader.send(&PasswordPage { page: &reader.page, step, problems: Vec::new() })?))
}

fn refused(reader: &Reader, token: &str, refusal: Refusal) -> Result<HttpResponse> {
    let dead = matches!(refusal, Refusal::Rule(_));
    let (reader, step) = match dead {
        true => (&forgetting(reader), Step::Dead),
        false => (reader, Step::Set { token }),
    };
    let said = said(reader.t(), refusal)?;
    let view = PasswordPage { page: &reader.page, step, problems: said.problems.clone() };
    Ok(secretly(refuse(reader, &said, &view)?))
}

/// `POST /password/{token}`
pub async fn set(app: web::Data<App>, token: web::Path<String>, posted: Posted<NewPassword>) -> Result<HttpResponse> {
    let reader = posted.reader.with_form();
    let Some(secret) = Secret::parse(&token) else { return refused(&reader, &token, Rule::LinkDead.into()) };
    match resets::redeem(&app.db, &app.settings.mail, &secret, &posted.form.new, now()).await {
        Ok(()) => Ok(go_to("/sign-in?done=password")),
        Err(refusal) => refused(&reader, &token, refusal),
    }
}
