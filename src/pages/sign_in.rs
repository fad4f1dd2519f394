//! `/sign-in` and `/sign-out`: the way in and out for people.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::forms::{Posted, go_to, own_address, seconds, wait, what_is_missing};
use super::reader::Reader;
use crate::accounts::extract::SESSION_COOKIE;
use crate::accounts::sessions;
use crate::accounts::sign_in::{Attempt, SignInError, sign_in};
use crate::app::App;
use crate::error::{Error, Result};
use crate::layout::Page;
use crate::layout::url::Query;
use crate::library::store::now;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage<'a> {
    page: &'a Page,
    account: &'a str,
    next: &'a str,
    problem: Option<String>,
    /// What was done just before, for which one signs in now.
    done: Option<String>,
    /// What people call the provider they may sign in with instead, and the way there.
    provider: Option<(&'a str, String)>,
}

/// The form.
#[derive(Debug, Deserialize)]
pub struct SignIn {
    account: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// `GET /sign-in`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    let next = reader.page.query.get("next").unwrap_or_default().to_owned();
    if let Some(session) = &reader.session {
        return Ok(go_to(what_is_missing(session).unwrap_or_else(|| own_address(&next))));
    }
    let reader = reader.with_form();
    let done = reader.page.query.get("done").and_then(|what| reader.t().code("sign-in-done", what));
    let provider = provider(&app, &next);
    reader.send(&SignInPage { page: &reader.page, account: "", next: &next, problem: None, done, provider })
}

/// `POST /sign-in`
pub async fn sent(app: web::Data<App>, posted: Posted<SignIn>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let attempt = Attempt { account: &form.account, password: &form.password, from: reader.visit.place() };
    let failure = match sign_in(&app.db, attempt, now()).await {
        Ok(secret) => {
            let mut response = go_to(own_address(&form.next));
            let cookie = reader.visit.cookie(SESSION_COOKIE, secret.reveal().to_owned());
            response.add_cookie(&cookie).map_err(anyhow::Error::new)?;
            return Ok(response);
        }
        Err(failure) => failure,
    };
    let reader = reader.with_form();
    let t = reader.t();
    let view = |problem: String| SignInPage {
        page: &reader.page,
        account: &form.account,
        next: &form.next,
        problem: Some(problem),
        done: None,
        provider: provider(&app, &form.next),
    };
    match failure {
        SignInError::Refused => reader.send_failure(StatusCode::UNPROCESSABLE_ENTITY, &view(t.text("sign-in-refused"))),
        SignInError::Wait(time) => {
            let view = view(t.count("sign-in-wait", seconds(time)));
            Ok(wait(reader.send_failure(StatusCode::TOO_MANY_REQUESTS, &view)?, time))
        }
        SignInError::Database(error) => Err(error.into()),
        SignInError::Other(error) => Err(Error::Internal(error)),
    }
}

fn provider<'a>(app: &'a App, next: &str) -> Option<(&'a str, String)> {
    let oidc = &app.settings.oidc;
    (!oidc.issuer.is_empty()).then(|| (oidc.name.as_str(), Query::default().with("next", next).link("/sign-in/oidc")))
}

/// Nothing but the form's token.
#[derive(Debug, Deserialize)]
pub struct Nothing {}

/// `POST /sign-out`
pub async fn leave(app: web::Data<App>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    if let Some(session) = &posted.reader.session {
        let closed: Result<bool> = app
            .db
            .write(async |transaction| Ok(sessions::close(transaction, session.user.id, session.id, now()).await?))
            .await;
        closed?;
    }
    let mut gone = posted.reader.visit.cookie(SESSION_COOKIE, String::new());
    gone.make_removal();
    let mut response = go_to("/");
    response.add_cookie(&gone).map_err(anyhow::Error::new)?;
    Ok(response)
}
