//! Before a record is submitted: what a reviewer would send back, and whether it is there already. For a record that is
//! stored, only the latter.

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
use crate::accounts::{Action, Actor, Authorised};
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::{Lang, Locale};
use crate::library::checks::Checked;
use crate::library::{Body, Library, store};
use crate::matching::document::Indexed;
use crate::matching::duplicates::{Duplicate, Duplicates, duplicates_of};
use crate::matching::looking::{CheckFinding, Look, Looked, look_over, weight};

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
pub fn locale(request: &HttpRequest) -> Locale {
    let asked = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Locale::new(asked.and_then(Lang::from_accept_language).unwrap_or(Lang::En))
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

async fn look<L: Checked + Indexed>(app: &App, actor: &Actor, body: L::Body, locale: Locale) -> Result<CheckAnswer> {
    let mut look = Look { actor, owner: actor.organisation_id(), id: None, locale };
    // a record that is sent again to be changed does not repeat itself
    if let Some(external_id) = body.common().external_id.map(str::trim)
        && let Some(stored) = store::find::<L>(&*app.db, actor, external_id).await?
        && actor.may(Action::ReadUnpublished, stored.head.owner_organisation_id)
    {
        look.id = Some(stored.head.id);
    }
    let Looked { findings, near } = look_over::<L>(&app.db, &app.engine, body, look).await?;
    let found = findings.iter().map(|one| CheckFinding::of(locale, one.code, &one.pointer, one.severity, &one.found));
    let mut findings: Vec<CheckFinding> = found.collect();
    findings.extend(near.records.iter().map(|near| {
        CheckFinding::of(locale, near.verdict, "", weight(near), &format!("{} {}", near.number, near.title))
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
