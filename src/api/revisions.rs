//! What the owner of a published record changes of it: some at once, the rest as a revision that is reviewed.

use actix_web::http::header::{ETAG, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::checks::locale;
use super::doc::Doc;
use super::etag::{IfMatch, tag};
use super::query::Parameters;
use super::records::{address, find};
use crate::accounts::permissions::{ChangeRecord, ReadUnpublished};
use crate::accounts::{Action, Actor, Authorised};
use crate::app::App;
use crate::audit::disclosed;
use crate::authoring;
use crate::error::{Code, Problem, Result};
use crate::library::checks::Checked;
use crate::library::difference::{Changed, between};
use crate::library::review::revision::{Revised, Revision, Seen, revised, take_back_in};
use crate::library::review::weight::with_changes;
use crate::library::store::now;
use crate::library::{Library, Record};
use crate::matching::document::Indexed;

/// What is to change of a published record.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionView {
    /// Names this revision, in the `ETag` as well.
    #[schema(example = 1)]
    pub version: i32,
    /// Whether it waits for a review. If not, it came back from one, with comments.
    pub waiting: bool,
    pub at: DateTime<Utc>,
    /// The version of the record that everybody sees.
    #[schema(example = 3)]
    pub record_version: i32,
    /// What differs from that.
    pub changes: Vec<Changed>,
}

impl RevisionView {
    fn of<L: Library>(record: &Record<L>, revision: &Revision, body: &L::Body) -> Result<Self> {
        Ok(Self {
            version: revision.version,
            waiting: revision.waiting,
            at: revision.at,
            record_version: record.head.version,
            changes: between(&record.body, body)?,
        })
    }
}

fn tag_of(revision: &Revision) -> String {
    tag(revision.version, revision.at.timestamp_micros())
}

/// Stores an owner's change; `None` where all of it took effect at once, as what is there now shows.
pub async fn revise<L: Checked + Indexed>(
    app: &App,
    caller: &Actor,
    request: &HttpRequest,
    (record, seen): (&Record<L>, Seen),
    if_match: Option<i32>,
    body: L::Body,
) -> Result<Option<HttpResponse>> {
    let stored = authoring::revise::<L>(app, caller, locale(request), (record, seen), if_match, body).await?;
    let Revised::Waits(revision) = stored else { return Ok(None) };
    let record = find::<L>(app, caller, &seen.id.to_string()).await?;
    let body = with_changes::<L>(&record.body, &revision.changes)?;
    disclosed(&app.db, caller, "revision", [&record]).await?;
    let view = RevisionView::of(&record, &revision, &body)?;
    Ok(Some(
        HttpResponse::Accepted()
            .insert_header((ETAG, tag_of(&revision)))
            .insert_header((LOCATION, format!("{}/revision", address::<L>(seen.id))))
            .json(view),
    ))
}

/// `GET /api/v1/{library}/{id}/revision`
pub async fn read<L: Library>(
    app: web::Data<App>,
    caller: Authorised<ReadUnpublished>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    find::<L>(&app, &caller, &id).await?;
    let found = revised::<L>(&*app.db, &caller, &id).await?;
    let nothing = || Problem::new(Code::NotFound, "no change of the record waits for a review or came back from one");
    let (record, revision, body) = found.ok_or_else(nothing)?;
    let view = RevisionView::of(&record, &revision, &body)?;
    let with_it: Record<L> = Record { head: record.head, body };
    disclosed(&app.db, &caller, "revision", [&with_it]).await?;
    Ok(HttpResponse::Ok().insert_header((ETAG, tag_of(&revision))).json(view))
}

/// `DELETE /api/v1/{library}/{id}/revision`
pub async fn take_back<L: Library>(
    app: web::Data<App>,
    caller: Authorised<ChangeRecord>,
    id: web::Path<String>,
    version: IfMatch,
) -> Result<HttpResponse> {
    let id = find::<L>(&app, &caller, &id).await?.head.id;
    let caller = &*caller;
    let taken = app.db.write_send(|transaction| {
        Box::pin(async move { take_back_in::<L>(&transaction, caller, id, version.0, now()).await })
    });
    taken.await?;
    Ok(HttpResponse::NoContent().finish())
}

/// An example for documents.
pub fn example() -> serde_json::Value {
    json!({ "version": 1, "waiting": true, "at": "2026-11-26T08:00:00Z", "record_version": 3, "changes": [{
        "pointer": "/title", "old": "Pump", "new": "Solar pump",
        "words": [{"kind": "removed", "text": "Pump"}, {"kind": "added", "text": "Solar pump"}]
    }] })
}

/// How `read` is documented.
pub fn describe_read<L: Library>(doc: Doc) -> Doc {
    let number = format!("{}-2026-000001", L::KIND.letter());
    doc.name(
        format!("read_{}_revision", L::KIND),
        L::KIND.as_str(),
        "What its owner wants to change of a published record",
    )
    .about("Until it is reviewed everybody sees the record as it was. For its owner and for those who review.")
    .in_path("id", "The record's id, number or external id", &number)
    .answers::<RevisionView>(200, "The change", example())
    .header(200, "ETag", "Names this version of the revision")
    .problems(&[Code::NotFound, Code::UnknownParameter])
    .needs(Action::ReadUnpublished)
}

/// How `take_back` is documented.
pub fn describe_take_back<L: Library>(doc: Doc) -> Doc {
    let number = format!("{}-2026-000001", L::KIND.letter());
    doc.name(format!("take_back_{}_revision", L::KIND), L::KIND.as_str(), "Take a change of a published record back")
        .in_path("id", "The record's id, number or external id", &number)
        .in_header("If-Match", true, "The `ETag` of the revision, or `*`", "\"v1-1\"")
        .answers_empty(204, "Taken back; the record is as everybody sees it")
        .problems(&[Code::NotFound, Code::PreconditionNeeded, Code::StaleVersion, Code::InvalidHeader])
        .needs(Action::ChangeRecord)
}
