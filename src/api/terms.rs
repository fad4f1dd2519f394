//! Terms: names of one thing in several languages that people of this installation add to the glossary.

use actix_web::http::StatusCode;
use actix_web::http::header::ETAG;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::body::{Json, MergePatch, convert};
use super::doc::Doc;
use super::etag::{IfMatch, is_known, tag};
use super::idempotency::{Answer, Repeatable};
use super::lists::{CURSOR, paged};
use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::permissions::{KeepTaxonomy, ProposeTerm};
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Problem, Result};
use crate::library::store::now;
use crate::library::terms::{self, NewTerm, Term, TermChange, TermState};

const LISTED: &[Parameter] = &[
    Parameter {
        name: "state",
        description: "What became of them; all when not said.",
        kind: ParameterKind::OneOf(TermState::CODES),
        example: "in_force",
    },
    Parameter {
        name: "limit",
        description: "Terms on a page; 20 when not said.",
        kind: ParameterKind::PageSize,
        example: "20",
    },
    CURSOR,
];

/// One page of terms.
#[derive(Debug, Serialize, ToSchema)]
pub struct Terms {
    pub records: Vec<Term>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<String>,
}

/// A term has no change number of its own; its version says all.
fn tag_of(term: &Term) -> String {
    tag(term.version, 0)
}

fn id_of(written: &str) -> Result<i32> {
    written.parse().map_err(|_| missing(written))
}

fn missing(id: &str) -> crate::error::Error {
    Problem::new(Code::NotFound, format!("there is no term {id}")).into()
}

/// `GET /api/v1/terms`
pub async fn list(app: web::Data<App>, _caller: Authorised<ProposeTerm>, request: HttpRequest) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, LISTED)?;
    let limit = query.page_size("limit", 20, app.settings.limits.page_size_max);
    let state = query.value("state");
    let before = query.value("cursor");
    query.finish()?;
    let (records, next) = terms::list(&*app.db, state, before, limit).await?;
    let next_cursor = next.map(|id| id.to_string());
    Ok(paged(&request, next_cursor.clone(), &Terms { records, next_cursor }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_terms", "vocabulary", "The terms of this installation, the newest first")
        .about(
            "What people have added to the names of things that the program knows: of those in force, a text that has one \
             of the names meets a text that has another, in whatever language.",
        )
        .in_query(LISTED)
        .answers::<Terms>(200, "One page", json!({ "records": [example()], "next_cursor": null }))
        .header(200, "Link", "The next page, `rel=\"next\"`")
        .needs(Action::ProposeTerm)
}

/// `GET /api/v1/terms/{id}`
pub async fn read(
    app: web::Data<App>,
    _caller: Authorised<ProposeTerm>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let term = terms::find(&*app.db, id_of(&id)?).await?.ok_or_else(|| missing(&id))?;
    let tag = tag_of(&term);
    if is_known(request.headers(), &tag) {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).finish());
    }
    Ok(HttpResponse::Ok().insert_header((ETAG, tag)).json(term))
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.name("read_term", "vocabulary", "One term")
        .in_path("id", "The term's id", "1")
        .answers::<Term>(200, "The term", example())
        .header(200, "ETag", "Names this version of the term")
        .answers_empty(304, "It is as `If-None-Match` names it")
        .problems(&[Code::NotFound])
        .needs(Action::ProposeTerm)
}

/// `POST /api/v1/terms`
pub async fn add(
    app: web::Data<App>,
    caller: Authorised<ProposeTerm>,
    repeatable: Repeatable,
    sent: Json<NewTerm>,
) -> Result<HttpResponse> {
    let work = async |transaction: &_| {
        let added = terms::add_in(transaction, &caller, &sent.value, now()).await?;
        let place = format!("/api/v1/terms/{}", added.id);
        Ok(Answer::json(StatusCode::CREATED, &added)?.with("ETag", tag_of(&added)).with("Location", place))
    };
    let answer = repeatable.once(&app, &caller, &sent.hash, work).await?;
    app.names.forget().await;
    Ok(answer)
}

/// How `add` is documented.
pub fn describe_add(doc: Doc) -> Doc {
    doc.name("add_term", "vocabulary", "Add a term, or propose one")
        .about(
            "What a steward adds is in force at once; a broker's is a proposal until a steward confirms it. Where the program \
             knows one of the names, the others become names of the same thing. Of a language that is written without \
             spaces, other than Chinese, a name is found only where it stands alone.",
        )
        .repeatable()
        .takes::<NewTerm>("application/json", json!({ "names": names() }))
        .answers::<Term>(201, "The term", example())
        .header(201, "ETag", "Names this version of the term")
        .header(201, "Location", "Where the term is")
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::InvalidState])
        .needs(Action::ProposeTerm)
}

/// `PATCH /api/v1/terms/{id}`
pub async fn change(
    app: web::Data<App>,
    caller: Authorised<KeepTaxonomy>,
    id: web::Path<String>,
    version: IfMatch,
    sent: MergePatch,
) -> Result<HttpResponse> {
    let id = id_of(&id)?;
    let wanted: TermChange = convert(Value::Object(sent.0))?;
    let work = async |transaction: &_| Ok(terms::change_in(transaction, &caller, id, version.0, &wanted, now()).await?);
    let changed: Result<Term> = app.db.write(work).await;
    let changed = changed?;
    app.names.forget().await;
    Ok(HttpResponse::Ok().insert_header((ETAG, tag_of(&changed))).json(changed))
}

/// How `change` is documented.
pub fn describe_change(doc: Doc) -> Doc {
    doc.name("change_term", "vocabulary", "Change the names of a term, confirm or refuse it, retire it or take it back")
        .about(
            "The names of a language that is named are replaced, `null` takes them away. Records that have one of the names \
             are read again and matched anew, within seconds in a library of some thousands.",
        )
        .in_path("id", "The term's id", "1")
        .in_header("If-Match", true, "The `ETag` of the term, or `*` for whatever is there", "\"v1-0\"")
        .takes::<TermChange>("application/merge-patch+json", json!({ "state": "in_force" }))
        .answers::<Term>(200, "The term as stored", example())
        .header(200, "ETag", "Names this version of the term")
        .problems(&[Code::NotFound, Code::StaleVersion, Code::PreconditionNeeded, Code::InvalidHeader])
        .needs(Action::KeepTaxonomy)
}

fn names() -> Value {
    json!({ "zh": ["滴灌带"], "sw": ["utepe wa matone"], "ha": ["bututun ɗigo"] })
}

fn example() -> Value {
    json!({ "id": 1, "names": names(), "state": "in_force", "version": 1, "created_at": "2026-11-27T09:00:00Z" })
}
