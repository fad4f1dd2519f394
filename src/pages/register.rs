//! `/register`: a firm comes by itself. `/registrations/{token}`: the link of the mail, where the password is entered
//! again.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::forms::{Posted, go_to};
use super::reader::Reader;
use super::refusals::{Choosable, countries, forgetting, languages, refuse, said, secretly};
use crate::accounts::refusal::{Refusal, Rule};
use crate::accounts::registration::{self, NewFirm};
use crate::accounts::secrets::Secret;
use crate::app::App;
use crate::error::Result;
use crate::layout::Page;
use crate::library::store::now;

#[derive(Template)]
#[template(path = "register.html")]
struct RegisterPage<'a> {
    page: &'a Page,
    /// What was sent, to be corrected; nothing once a mail is on its way.
    form: Option<&'a Firm>,
    countries: Vec<Choosable>,
    languages: Vec<Choosable>,
    problems: Vec<String>,
}

#[derive(Template)]
#[template(path = "registration.html")]
struct ConfirmPage<'a> {
    page: &'a Page,
    token: &'a str,
    /// The link can be followed.
    open: bool,
    problems: Vec<String>,
}

/// The form.
#[derive(Debug, Default, Deserialize)]
pub struct Firm {
    organisation: String,
    #[serde(default)]
    organisation_en: String,
    country: String,
    #[serde(default)]
    credit_code: String,
    name: String,
    email: String,
    lang: String,
    password: String,
}

/// The password of the registration.
#[derive(Debug, Deserialize)]
pub struct Password {
    password: String,
}

/// `GET /register`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    let reader = reader.with_form();
    let lang = reader.t().lang.tag().to_owned();
    let empty = Firm { country: "CN".to_owned(), lang, ..Firm::default() };
    let form = (reader.page.query.get("done") != Some("1")).then_some(&empty);
    reader.send(&view(&app, &reader, form, Vec::new()).await?)
}

async fn view<'a>(
    app: &App,
    reader: &'a Reader,
    form: Option<&'a Firm>,
    problems: Vec<String>,
) -> Result<RegisterPage<'a>> {
    let t = reader.t();
    let (country, lang) = form.map_or(("", ""), |form| (&form.country, &form.lang));
    let (countries, languages) = (countries(&*app.db, t, country).await?, languages(t, lang));
    Ok(RegisterPage { page: &reader.page, form, countries, languages, problems })
}

/// `POST /register`
pub async fn sent(app: web::Data<App>, posted: Posted<Firm>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    let reader = reader.with_form();
    let names = BTreeMap::from([("en".to_owned(), form.organisation_en.clone())]);
    let new = NewFirm {
        organisation: &form.organisation,
        names,
        country: &form.country,
        credit_code: Some(&form.credit_code),
        name: &form.name,
        email: &form.email,
        lang: &form.lang,
        password: &form.password,
    };
    match registration::register(&app.db, &app.settings, reader.visit.network(), &new, now()).await {
        Ok(()) => Ok(go_to("/register?done=1")),
        Err(refusal) => {
            let said = said(reader.t(), refusal)?;
            refuse(&reader, &said, &view(&app, &reader, Some(&form), said.problems.clone()).await?)
        }
    }
}

/// `GET /registrations/{token}`
pub async fn ask(app: web::Data<App>, reader: Reader, token: web::Path<String>) -> Result<HttpResponse> {
    let reader = reader.with_form();
    let open = match Secret::parse(&token) {
        Some(secret) => registration::is_open(&app.db, &secret, now()).await?,
        None => false,
    };
    if open {
        let view = ConfirmPage { page: &reader.page, token: &token, open, problems: Vec::new() };
        return Ok(secretly(reader.send(&view)?));
    }
    refused(&reader, &token, Rule::LinkDead.into())
}

fn refused(reader: &Reader, token: &str, refusal: Refusal) -> Result<HttpResponse> {
    let open = !matches!(refusal, Refusal::Rule(_));
    let reader = if open { reader } else { &forgetting(reader) };
    let said = said(reader.t(), refusal)?;
    let view = ConfirmPage { page: &reader.page, token, open, problems: said.problems.clone() };
    Ok(secretly(refuse(reader, &said, &view)?))
}

/// `POST /registrations/{token}`
pub async fn confirm(app: web::Data<App>, token: web::Path<String>, posted: Posted<Password>) -> Result<HttpResponse> {
    let reader = posted.reader.with_form();
    let Some(secret) = Secret::parse(&token) else { return refused(&reader, &token, Rule::LinkDead.into()) };
    let network = reader.visit.network();
    match registration::confirm(&app.db, &app.settings, network, &secret, &posted.form.password, now()).await {
        Ok(_) => Ok(go_to("/sign-in?done=registered")),
        Err(refusal) => refused(&reader, &token, refusal),
    }
}
