//! What the caller was told: the list, marking as read, and how they want to be told.

use actix_web::http::header::ACCEPT_LANGUAGE;
use actix_web::{HttpRequest, HttpResponse, web};
use anyhow::Context;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::lists::paged;
use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::permissions::ReadNotices;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Fault, Problem, Result};
use crate::layout::lang::primary_subtag;
use crate::library::store::now;
use crate::notices::{self, LANGUAGES, NoticeQuery, Preferences, Shown};

const LISTED: &[Parameter] = &[
    Parameter {
        name: "unread",
        description: "Only notices that were not read yet.",
        kind: ParameterKind::OneOf(&["true", "false"]),
        example: "true",
    },
    Parameter {
        name: "limit",
        description: "Notices on a page; 20 when not said.",
        kind: ParameterKind::PageSize,
        example: "20",
    },
    Parameter {
        name: "cursor",
        description: "Where the page begins: `next_cursor` of the page before.",
        kind: ParameterKind::Id,
        example: "",
    },
];

/// One page of notices.
#[derive(Debug, Serialize, ToSchema)]
pub struct Notices {
    pub records: Vec<Shown>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<Uuid>,
    /// How many were not read, on whichever page.
    pub unread: u64,
}

fn user(caller: &Authorised<ReadNotices>) -> Result<Uuid> {
    Ok(caller.user_id().context("whoever has a token is a person")?)
}

/// The first language of `Accept-Language` in which notices are written, else English.
fn language(request: &HttpRequest) -> &'static str {
    let asked = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut tags = asked.split(',').map(|range| primary_subtag(range.split(';').next().unwrap_or_default().trim()));
    tags.find_map(|tag| LANGUAGES.into_iter().find(|known| *known == tag)).unwrap_or("en")
}

/// `GET /api/v1/notices`
pub async fn list(app: web::Data<App>, caller: Authorised<ReadNotices>, request: HttpRequest) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, LISTED)?;
    let limit = query.page_size("limit", 20, app.settings.limits.page_size_max);
    let wanted = NoticeQuery {
        unread: query.value("unread").unwrap_or(false),
        before: query.value("cursor"),
        limit: limit.saturating_add(1),
    };
    query.finish()?;
    let user = user(&caller)?;
    let mut records = notices::list(&*app.db, user, &wanted, language(&request)).await?;
    let more = u64::try_from(records.len()).unwrap_or(u64::MAX) > limit;
    if more {
        records.pop();
    }
    let next_cursor = records.last().filter(|_| more).map(|last| last.id);
    Ok(paged(&request, next_cursor, &Notices { records, next_cursor, unread: notices::unread(&*app.db, user).await? }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    let example = json!({"records": [{"id": "019a0000-0000-7000-8000-000000000051", "kind": "record_status",
        "text": "Your record T-2026-000001 “太阳能滴灌控制器” was published.", "link": "/technologies/T-2026-000001",
        "values": {"number": "T-2026-000001", "title": "太阳能滴灌控制器", "status": "published"},
        "created_at": "2026-11-25T08:00:00Z", "read_at": null}], "next_cursor": null, "unread": 1});
    doc.name("list_notices", "notices", "What the caller was told, the newest first")
        .in_query(LISTED)
        .in_header("Accept-Language", false, "Language of the sentences: zh, en, fr, ru, ar, es or pt", "fr")
        .answers::<Notices>(200, "One page", example)
        .header(200, "Link", "The next page, `rel=\"next\"`")
        .needs(Action::ReadNotices)
}

/// `PUT /api/v1/notices/{id}/read`
pub async fn mark_read(
    app: web::Data<App>,
    caller: Authorised<ReadNotices>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let found = match id.parse() {
        Ok(id) => notices::mark_read(&app.db, user(&caller)?, id, now()).await?,
        Err(_) => false,
    };
    if found {
        return Ok(HttpResponse::NoContent().finish());
    }
    Err(Problem::new(Code::NotFound, format!("the caller has no notice {id}")).into())
}

/// How `mark_read` is documented.
pub fn describe_mark_read(doc: Doc) -> Doc {
    doc.name("read_notice", "notices", "Mark a notice as read")
        .in_path("id", "The notice's id", "019a0000-0000-7000-8000-000000000051")
        .answers_empty(204, "It is marked")
        .problems(&[Code::NotFound, Code::UnknownParameter])
        .needs(Action::ReadNotices)
}

/// `PUT /api/v1/notices/read`
pub async fn mark_all_read(
    app: web::Data<App>,
    caller: Authorised<ReadNotices>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    notices::mark_all_read(&app.db, user(&caller)?, now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// How `mark_all_read` is documented.
pub fn describe_mark_all_read(doc: Doc) -> Doc {
    doc.name("read_all_notices", "notices", "Mark every notice as read")
        .answers_empty(204, "They are marked")
        .problems(&[Code::UnknownParameter])
        .needs(Action::ReadNotices)
}

/// `GET /api/v1/notices/settings`
pub async fn settings(
    app: web::Data<App>,
    caller: Authorised<ReadNotices>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    Ok(HttpResponse::Ok().json(notices::preferences(&*app.db, user(&caller)?).await?))
}

/// How `settings` is documented.
pub fn describe_settings(doc: Doc) -> Doc {
    doc.name("read_notice_settings", "notices", "How the caller wants to be told")
        .answers::<Preferences>(200, "Language, and the delivery of every kind", example())
        .problems(&[Code::UnknownParameter])
        .needs(Action::ReadNotices)
}

/// `PUT /api/v1/notices/settings`
pub async fn set_settings(
    app: web::Data<App>,
    caller: Authorised<ReadNotices>,
    sent: Json<Preferences>,
) -> Result<HttpResponse> {
    if sent.value.lang.as_deref().is_some_and(|lang| !LANGUAGES.contains(&lang)) {
        let detail = format!("takes one of {}", LANGUAGES.join(", "));
        return Err(Problem::from(Code::InvalidFields).with([Fault::field("/lang", "invalid", detail)]).into());
    }
    let user = user(&caller)?;
    notices::set_preferences(&app.db, user, &sent.value).await?;
    Ok(HttpResponse::Ok().json(notices::preferences(&*app.db, user).await?))
}

/// How `set_settings` is documented.
pub fn describe_set_settings(doc: Doc) -> Doc {
    doc.name("set_notice_settings", "notices", "Say how to be told")
        .about("What is not named is delivered as usual.")
        .takes::<Preferences>("application/json", example())
        .answers::<Preferences>(200, "As stored", example())
        .needs(Action::ReadNotices)
}

fn example() -> serde_json::Value {
    json!({"lang": "fr", "kinds": {"match_due": "instant", "new_fits": "off"}})
}
