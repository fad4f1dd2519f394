//! Before a record is submitted: what a reviewer would send back, and whether it is there already. For a record that is
//! stored, only the latter.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::ACCEPT_LANGUAGE;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::body::RecordBody;
use super::doc::Doc;
use super::examples;
use super::idempotency::{Answer, Repeatable};
use super::query::Parameters;
use super::records::find;
use crate::accounts::permissions::{ComputeMatch, ReadUnpublished};
use crate::accounts::{Action, Actor, Authorised, organisations};
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::{Lang, Locale};
use crate::library::checks::{self, Checked, Severity};
use crate::library::{Body, Library, store, taxonomy};
use crate::matching::document::Indexed;
use crate::matching::duplicates::{Duplicate, Duplicates, duplicates_of};
use crate::matching::read::unstored;

/// From this probability on a near-duplicate is a warning; below, a hint.
const SURE: f64 = 0.8;

/// One thing to look at before a record is submitted.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CheckFinding {
    /// What it is, for programs.
    #[schema(example = "telephone")]
    pub code: String,
    /// JSON Pointer to the value.
    #[schema(example = "/description")]
    pub pointer: String,
    pub severity: Severity,
    /// What it is, for people.
    pub message: String,
    /// What to do about it.
    pub suggestion: String,
}

/// What a look at a record found.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CheckAnswer {
    /// Empty when there is nothing to say.
    pub findings: Vec<CheckFinding>,
    /// Published records that it may repeat, the likeliest first.
    pub duplicates: Vec<Duplicate>,
    /// There is no language model: the same record in another language was not looked for.
    pub words_only: bool,
}

/// The language of messages: what `Accept-Language` asks for, else English.
fn locale(request: &HttpRequest) -> Locale {
    let asked = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Locale::new(asked.and_then(Lang::from_accept_language).unwrap_or(Lang::En))
}

fn finding(locale: Locale, code: &str, pointer: &str, severity: Severity, found: &str) -> CheckFinding {
    let found = [found.to_owned()];
    CheckFinding {
        code: code.to_owned(),
        pointer: pointer.to_owned(),
        severity,
        message: locale.code_with("check", code, &found).unwrap_or_else(|| code.to_owned()),
        suggestion: locale.code_with("suggestion", code, &found).unwrap_or_default(),
    }
}

/// `POST /api/v1/{library}/check`: stores nothing, except the answer where the caller may come again with the same key.
pub async fn check<L: Checked + Indexed>(
    app: web::Data<App>,
    caller: Authorised<ComputeMatch>,
    request: HttpRequest,
    repeatable: Repeatable,
    sent: RecordBody<L>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    if let Some(before) = repeatable.before(&app, &caller, &sent.hash).await? {
        return Ok(before);
    }
    let answer = look::<L>(&app, &caller, sent.body, locale(&request)).await?;
    let answer = Answer::json(StatusCode::OK, &answer)?;
    repeatable.keep(&app, &caller, &sent.hash, answer).await
}

async fn look<L: Checked + Indexed>(
    app: &App,
    actor: &Actor,
    mut body: L::Body,
    locale: Locale,
) -> Result<CheckAnswer> {
    let vocabulary = taxonomy::vocabulary(&*app.db).await?;
    L::normalise(&mut body, &vocabulary);
    let own = organisations::names_of(&*app.db, actor.organisation_id()).await?;
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let invalid = L::validate(&body, &vocabulary).into_iter();
    let mut findings: Vec<CheckFinding> =
        invalid.map(|error| finding(locale, "not-valid", &error.pointer, Severity::Error, &error.detail)).collect();
    let found = checks::check::<L>(&body, &own).into_iter();
    findings.extend(found.map(|one| finding(locale, one.code, &one.pointer, one.severity, &one.found)));
    let mut document = L::document(&unstored::<L>(&body));
    // a record that is sent again to be changed does not repeat itself
    if let Some(external_id) = body.common().external_id
        && let Some(stored) = store::find::<L>(&*app.db, actor, external_id).await?
        && actor.may(Action::ReadUnpublished, stored.head.owner_organisation_id)
    {
        document.id = stored.head.id;
    }
    let near = duplicates_of::<L>(&app.db, actor, &Arc::clone(&app.engine), document, locale).await?;
    findings.extend(near.records.iter().map(|near| {
        let named = format!("{} {}", near.number, near.title);
        let severity = if near.probability >= SURE { Severity::Warning } else { Severity::Hint };
        finding(locale, near.verdict, "", severity, &named)
    }));
    Ok(CheckAnswer { findings, duplicates: near.records, words_only: near.words_only })
}

/// `GET /api/v1/{library}/{id}/duplicates`
pub async fn duplicates<L: Indexed>(
    app: web::Data<App>,
    caller: Authorised<ReadUnpublished>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let record = find::<L>(&app, &caller, &id).await?;
    if !caller.may(Action::ReadUnpublished, record.head.owner_organisation_id) {
        return Err(Code::Forbidden.into());
    }
    let document = L::document(&record);
    let near = duplicates_of::<L>(&app.db, &caller, &app.engine, document, locale(&request)).await?;
    Ok(HttpResponse::Ok().json(near))
}

impl Doc {
    fn with_messages(self) -> Self {
        let description = "Language of the messages: `zh` or `en`; English when none of them is asked for";
        self.in_header("Accept-Language", false, description, "zh")
    }
}

/// How `check` is documented.
pub fn describe_check<L: Library>(doc: Doc) -> Doc {
    doc.name(format!("check_{}", L::KIND), L::KIND.as_str(), "Look a record over before it is submitted")
        .about(
            "Finds contact data, links and names in the public part, what is missing or vague, and published records \
             that it may repeat, each with a suggestion. Stores nothing.",
        )
        .with_messages()
        .repeatable()
        .takes::<L::Body>("application/json", examples::body(L::KIND))
        .answers::<CheckAnswer>(200, "What was found", examples::check_answer())
        .problems(&[Code::UnknownParameter])
        .needs(Action::ComputeMatch)
}

/// How `duplicates` is documented.
pub fn describe_duplicates<L: Library>(doc: Doc) -> Doc {
    let number = format!("{}-2026-000001", L::KIND.letter());
    doc.name(format!("list_{}_duplicates", L::KIND), L::KIND.as_str(), "Published records that a record may repeat")
        .about("Edited copies, and the same record in another language. Owners see those of their own records.")
        .in_path("id", "The record's id, number or external id", &number)
        .with_messages()
        .answers::<Duplicates>(200, "The records, the likeliest first", examples::duplicates())
        .problems(&[Code::NotFound, Code::UnknownParameter])
        .needs(Action::ReadUnpublished)
}
