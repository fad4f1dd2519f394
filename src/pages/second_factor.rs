//! `/sign-in/code` asks for the second factor; `/account/second-factor` sets it up or takes it away.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::forms::{Posted, go_to, own_address, seconds, sign_in_first, wait};
use super::reader::Reader;
use crate::accounts::second_factors::{self, CodeError};
use crate::accounts::sessions::Standing;
use crate::accounts::totp;
use crate::app::App;
use crate::error::{Error, Result};
use crate::layout::Page;
use crate::layout::qr::QrCode;
use crate::library::store::now;

/// What the page is for at the moment.
enum Step {
    /// Signing in.
    Ask { next: String },
    /// Setting up, with the secret, the address that programs take it from, and the picture of that address.
    SetUp { secret: String, address: String, picture: QrCode },
    /// It is set up; these are shown once.
    Recovery(Vec<String>),
    /// It can be taken away.
    Present,
}

#[derive(Template)]
#[template(path = "second_factor.html")]
struct SecondFactorPage<'a> {
    page: &'a Page,
    step: Step,
    /// The role demands it.
    needed: bool,
    problem: Option<String>,
}

/// The form.
#[derive(Debug, Deserialize)]
pub struct Code {
    code: String,
    #[serde(default)]
    next: String,
}

/// `GET /sign-in/code`
pub async fn ask(reader: Reader) -> Result<HttpResponse> {
    let Some(session) = &reader.session else { return Ok(go_to("/sign-in")) };
    let next = reader.page.query.get("next").unwrap_or_default().to_owned();
    if session.standing != Standing::NeedsCode {
        return Ok(go_to(own_address(&next)));
    }
    reader.send(&SecondFactorPage { page: &reader.page, step: Step::Ask { next }, needed: true, problem: None })
}

/// `POST /sign-in/code`
pub async fn answer(app: web::Data<App>, posted: Posted<Code>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let Some(session) = &reader.session else { return Ok(go_to("/sign-in")) };
    match second_factors::pass(&app.db, &app.sealing()?, session, reader.visit.place(), &form.code, now()).await {
        Ok(()) => Ok(go_to(own_address(&form.next))),
        Err(error) => refuse(&reader, Step::Ask { next: form.next }, error),
    }
}

/// `GET /account/second-factor`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    let Some(session) = &reader.session else { return Ok(sign_in_first(&reader.page)) };
    if session.standing == Standing::NeedsCode {
        return Ok(go_to("/sign-in/code"));
    }
    let step = present(&app, &reader).await?;
    let needed = session.role.is_operator();
    reader.send(&SecondFactorPage { page: &reader.page, step, needed, problem: None })
}

async fn present(app: &App, reader: &Reader) -> Result<Step> {
    let Some(session) = &reader.session else { return Ok(Step::Present) };
    let account = session.user.email.as_deref().unwrap_or(&session.user.name);
    Ok(match second_factors::offered(&app.db, &app.sealing()?, session.user.id, now()).await? {
        Some(secret) => {
            let address = totp::address(&secret, account);
            Step::SetUp { picture: QrCode::of(&address)?, address, secret }
        }
        None => Step::Present,
    })
}

/// `POST /account/second-factor`: sets up with the first code.
pub async fn confirm(app: web::Data<App>, posted: Posted<Code>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let Some(session) = &reader.session else { return Ok(sign_in_first(&reader.page)) };
    match second_factors::confirm(
        &app.db,
        &app.settings.mail,
        &app.sealing()?,
        session,
        reader.visit.place(),
        &form.code,
        now(),
    )
    .await
    {
        Ok(codes) => {
            let step = Step::Recovery(codes);
            reader.send(&SecondFactorPage { page: &reader.page, step, needed: true, problem: None })
        }
        Err(error) => refuse(&reader, present(&app, &reader).await?, error),
    }
}

/// `POST /account/second-factor/remove`
pub async fn remove(app: web::Data<App>, posted: Posted<Code>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let Some(session) = &reader.session else { return Ok(sign_in_first(&reader.page)) };
    if session.standing == Standing::NeedsCode {
        return Ok(go_to("/sign-in/code"));
    }
    match second_factors::remove(
        &app.db,
        &app.settings.mail,
        &app.sealing()?,
        session,
        reader.visit.place(),
        &form.code,
        now(),
    )
    .await
    {
        Ok(()) => Ok(go_to("/account?done=factor")),
        Err(error) => refuse(&reader, Step::Present, error),
    }
}

fn refuse(reader: &Reader, step: Step, error: CodeError) -> Result<HttpResponse> {
    let t = reader.t();
    let view = |problem| SecondFactorPage { page: &reader.page, step, needed: true, problem: Some(problem) };
    match error {
        CodeError::Wrong => reader.send_failure(StatusCode::UNPROCESSABLE_ENTITY, &view(t.text("code-wrong"))),
        CodeError::Wait(time) => {
            let view = view(t.count("sign-in-wait", seconds(time)));
            Ok(wait(reader.send_failure(StatusCode::TOO_MANY_REQUESTS, &view)?, time))
        }
        CodeError::Database(error) => Err(error.into()),
        CodeError::Other(error) => Err(Error::Internal(error)),
    }
}
