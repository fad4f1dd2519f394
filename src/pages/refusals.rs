//! What pages about accounts share: the sentences of what went wrong, choices of forms, and keeping the secret of a link
//! to oneself.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, REFERRER_POLICY, RETRY_AFTER};
use askama::Template;
use sea_orm::ConnectionTrait;

use super::forms::{go_to, seconds, sign_in_first, what_is_missing};
use super::reader::Reader;
use crate::accounts::Actor;
use crate::accounts::refusal::{Refusal, Rule, Wrong};
use crate::error::{Code, Error, Result};
use crate::layout::Locale;
use crate::layout::url::without_secret;
use crate::library::taxonomy;
use crate::notices::LANGUAGES;

/// A value of a form that can be chosen.
#[derive(Debug, Clone)]
pub struct Choosable {
    pub value: String,
    pub label: String,
    pub selected: bool,
}

impl Choosable {
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: &str) -> Self {
        let value = value.into();
        Self { selected: value == chosen, label: label.into(), value }
    }
}

/// Countries by their names.
pub async fn countries(db: &impl ConnectionTrait, t: Locale, chosen: &str) -> Result<Vec<Choosable>> {
    let known = taxonomy::countries(db).await?;
    let mut all: Vec<Choosable> = known
        .iter()
        .map(|country| Choosable::new(&country.code, country.labels.in_language(t.lang.tag()), chosen))
        .collect();
    all.sort_by(|one, other| one.label.cmp(&other.label));
    Ok(all)
}

/// The languages of mails.
pub fn languages(t: Locale, chosen: &str) -> Vec<Choosable> {
    LANGUAGES.iter().map(|lang| Choosable::new(*lang, t.code_or_self("language", lang), chosen)).collect()
}

/// What a page says of a refusal.
pub struct Said {
    status: StatusCode,
    retry_after: Option<u64>,
    pub problems: Vec<String>,
}

/// What is said of a refusal; what a page cannot say is an error.
pub fn said(t: Locale, refusal: Refusal) -> Result<Said> {
    let say = |status, problems| Ok(Said { status, retry_after: None, problems });
    match refusal {
        Refusal::Rule(rule) => {
            let status = if rule == Rule::LinkDead { StatusCode::NOT_FOUND } else { StatusCode::CONFLICT };
            say(status, vec![t.code_or_self("rule", rule.code())])
        }
        Refusal::Invalid(wrong) => {
            say(StatusCode::UNPROCESSABLE_ENTITY, wrong.iter().map(|one| sentence(t, one)).collect())
        }
        Refusal::Wait(time) => {
            let problems = vec![t.count("sign-in-wait", seconds(time))];
            Ok(Said { status: StatusCode::TOO_MANY_REQUESTS, retry_after: Some(seconds(time)), problems })
        }
        Refusal::NotFound => Err(Code::NotFound.into()),
        Refusal::Database(error) => Err(error.into()),
        Refusal::Other(error) => Err(Error::Internal(error)),
    }
}

fn sentence(t: Locale, wrong: &Wrong) -> String {
    let of_password = t.code_with("password", wrong.code, &wrong.arguments).filter(|_| wrong.field == "password");
    of_password
        .or_else(|| t.code_with("fault", wrong.code, &wrong.arguments))
        .unwrap_or_else(|| format!("{}: {}", wrong.field, wrong.detail))
}

/// Prints a form again, with what was wrong in it.
pub fn refuse(reader: &Reader, said: &Said, page: &impl Template) -> Result<HttpResponse> {
    let mut response = reader.send_failure(said.status, page)?;
    if let Some(seconds) = said.retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    Ok(response)
}

/// The address of this page opens something: it is kept nowhere and told to nobody.
pub fn secretly(response: HttpResponse) -> HttpResponse {
    let mut response = response;
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The reader of a page that says a link is dead: the page does not repeat it.
pub fn forgetting(reader: &Reader) -> Reader {
    let mut reader = reader.clone();
    reader.page.path = without_secret(&reader.page.path).into_owned();
    reader
}

/// Where somebody goes first who has no rights yet; nothing for who has them.
pub fn way_in(reader: &Reader) -> Option<HttpResponse> {
    let Some(session) = &reader.session else { return Some(sign_in_first(&reader.page)) };
    match what_is_missing(session) {
        Some(missing) => Some(go_to(missing)),
        None if reader.actor == Actor::Public => Some(go_to("/account")),
        None => None,
    }
}
