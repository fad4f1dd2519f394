//! One record of any of the four libraries: create, read, replace, patch, withdraw. Written once, over the library.

use actix_web::http::StatusCode;
use actix_web::http::header::{ETAG, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::Value;
use uuid::Uuid;

use super::body::{MergePatch, RecordBody};
use super::checks::locale;
use super::etag::{IfMatch, is_known, tag};
use super::idempotency::{Answer, Repeatable};
use super::query::{Parameter, ParameterKind, Parameters};
use super::revisions;
use crate::accounts::permissions::{ChangeRecord, CreateRecord, WithdrawRecord};
use crate::accounts::{Action, Actor, Authorised};
use crate::app::App;
use crate::audit::disclosed;
use crate::authoring::{self, Place, looked_over};
use crate::error::{Code, Fault, Problem, Result};
use crate::library::checks::Checked;
use crate::library::parse::{merge_patched, parse_body};
use crate::library::review::submission::remember;
use crate::library::store::rows::body_columns;
use crate::library::store::{self, CreateOptions, StoreError, create_in, now};
use crate::library::{Library, Provenance, Record, Status, taxonomy};
use crate::matching::document::Indexed;

/// Query parameters of `create`.
pub const CREATE: &[Parameter] = &[Parameter {
    name: "status",
    description: "Whether the record is published at once, which only those who run the libraries may do, is submitted to \
                  them for review, or begins as a draft. When not said: published by who may, else draft.",
    kind: ParameterKind::OneOf(&["published", "submitted", "draft"]),
    example: "published",
}];

/// Query parameters of `withdraw`.
pub const WITHDRAW: &[Parameter] = &[Parameter {
    name: "reason",
    description: "Why, for the record's history.",
    kind: ParameterKind::Text,
    example: "sold",
}];

/// `POST /api/v1/{library}`
pub async fn create<L: Checked + Indexed>(
    app: web::Data<App>,
    caller: Authorised<CreateRecord>,
    request: HttpRequest,
    repeatable: Repeatable,
    sent: RecordBody<L>,
) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, CREATE)?;
    let publishes = caller.may(Action::PublishRecord, caller.organisation_id());
    let usual = if publishes { Status::Published } else { Status::Draft };
    let status = query.value::<Status>("status").unwrap_or(usual);
    if !matches!(status, Status::Published | Status::Submitted | Status::Draft) {
        query.fail("status", "invalid", "a new record is published, submitted or draft");
    }
    query.finish()?;
    sent.refuse_other_status(status, "say it in the address: ?status=")?;
    let options = CreateOptions { status, provenance: Provenance::Typed, ..CreateOptions::default() };
    let vocabulary = taxonomy::vocabulary(&*app.db).await?;
    let looked = if status == Status::Submitted {
        if let Some(before) = repeatable.before(&app, &caller, &sent.hash).await? {
            return Ok(before);
        }
        let place = Place { id: None, owner: caller.organisation_id() };
        Some(looked_over::<L>(&app, &caller, locale(&request), place, sent.body.clone()).await?)
    } else {
        None
    };
    repeatable
        .once(&app, &caller, &sent.hash, async |transaction| {
            let record = create_in::<L>(transaction, &caller, &vocabulary, sent.body.clone(), &options).await?;
            if let Some(looked) = &looked {
                remember(transaction, &caller, &record.head, None, looked, now()).await?;
            }
            Ok(Answer::json(StatusCode::CREATED, &record)?
                .with("Location", address::<L>(record.head.id))
                .with("ETag", tag_of(&record)))
        })
        .await
}

/// `GET /api/v1/{library}/{id}`
pub async fn read<L: Library>(
    app: web::Data<App>,
    actor: Actor,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let record = find::<L>(&app, &actor, &id).await?;
    let tag = tag_of(&record);
    if is_known(request.headers(), &tag) {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).finish());
    }
    disclosed(&app.db, &actor, "record", [&record]).await?;
    Ok(HttpResponse::Ok().insert_header((ETAG, tag)).json(record))
}

/// `PUT /api/v1/{library}/{id}`
pub async fn replace<L: Checked + Indexed>(
    app: web::Data<App>,
    caller: Authorised<ChangeRecord>,
    request: HttpRequest,
    id: web::Path<String>,
    version: IfMatch,
    sent: RecordBody<L>,
) -> Result<HttpResponse> {
    let read = find::<L>(&app, &caller, &id).await?;
    let id = read.head.id;
    // Who has not seen the newest version learns that first.
    if version.0.is_none_or(|version| version == read.head.version) {
        sent.refuse_other_status(read.head.status, "PATCH {\"status\": …} changes it")?;
    }
    if authoring::is_reviewed(&caller, &read) {
        let (seen, _) = authoring::base(&app, &read).await?;
        let waits = revisions::revise::<L>(&app, &caller, &request, (&read, seen), version.0, sent.body).await?;
        return match waits {
            Some(answer) => Ok(answer),
            None => show(&app, &caller, find::<L>(&app, &caller, &id.to_string()).await?).await,
        };
    }
    let record = store::replace::<L>(&app.db, &caller, id, version.0, sent.body).await?;
    show(&app, &caller, record).await
}

/// `PATCH /api/v1/{library}/{id}`: columns, or `{"status": "published"}` by itself.
pub async fn patch<L: Checked + Indexed>(
    app: web::Data<App>,
    caller: Authorised<ChangeRecord>,
    request: HttpRequest,
    id: web::Path<String>,
    version: IfMatch,
    patch: MergePatch,
) -> Result<HttpResponse> {
    let read = find::<L>(&app, &caller, &id).await?;
    let id = read.head.id;
    let mut members = patch.0;
    let Some(status) = members.shift_remove("status") else {
        if authoring::is_reviewed(&caller, &read) {
            let (seen, base) = authoring::base(&app, &read).await?;
            let columns = merge_patched(Value::Object(body_columns(&base)?), &Value::Object(members));
            let body = parse_body::<L>(columns).map_err(StoreError::Invalid)?;
            let waits = revisions::revise::<L>(&app, &caller, &request, (&read, seen), version.0, body).await?;
            return match waits {
                Some(answer) => Ok(answer),
                None => show(&app, &caller, find::<L>(&app, &caller, &id.to_string()).await?).await,
            };
        }
        let record = store::merge_patch::<L>(&app.db, &caller, id, version.0, Value::Object(members)).await?;
        return show(&app, &caller, record).await;
    };
    if !members.is_empty() {
        let fault = Fault::field("/status", "not_alone", "change the status and the text one after the other");
        return Err(Problem::from(Code::InvalidFields).with([fault]).into());
    }
    let status = match status.as_str() {
        Some("published") => Status::Published,
        Some("submitted") => {
            let record = authoring::submit::<L>(&app, &caller, locale(&request), &read, version.0).await?;
            return show(&app, &caller, record).await;
        }
        Some("draft") => Status::Draft,
        _ => {
            let detail = "takes published, submitted or draft; DELETE withdraws";
            return Err(Problem::from(Code::InvalidFields).with([Fault::field("/status", "invalid", detail)]).into());
        }
    };
    let record = store::set_status::<L>(&app.db, &caller, id, version.0, status, None).await?;
    show(&app, &caller, record).await
}

/// `DELETE /api/v1/{library}/{id}`: the record is withdrawn; its history stays.
pub async fn withdraw<L: Library>(
    app: web::Data<App>,
    caller: Authorised<WithdrawRecord>,
    request: HttpRequest,
    id: web::Path<String>,
    version: IfMatch,
) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, WITHDRAW)?;
    let reason = query.text("reason");
    query.finish()?;
    let id = find::<L>(&app, &caller, &id).await?.head.id;
    let record = store::withdraw::<L>(&app.db, &caller, id, version.0, reason).await?;
    Ok(HttpResponse::NoContent().insert_header((ETAG, tag_of(&record))).finish())
}

/// The record with this id, number or external id, as far as the actor may know of it.
pub async fn find<L: Library>(app: &App, actor: &Actor, id: &str) -> Result<Record<L>> {
    let found = store::find::<L>(&*app.db, actor, id).await?;
    found.ok_or_else(|| Problem::new(Code::NotFound, format!("there is no record {id} in {}", L::KIND)).into())
}

/// The record with its tag and address.
async fn show<L: Library>(app: &App, actor: &Actor, record: Record<L>) -> Result<HttpResponse> {
    disclosed(&app.db, actor, "record", [&record]).await?;
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, tag_of(&record)))
        .insert_header((LOCATION, address::<L>(record.head.id)))
        .json(record))
}

/// The `ETag` of a record.
pub fn tag_of<L: Library>(record: &Record<L>) -> String {
    tag(record.head.version, record.head.change_no)
}

/// Where a record is.
pub fn address<L: Library>(id: Uuid) -> String {
    format!("/api/v1/{}/{id}", L::KIND)
}
