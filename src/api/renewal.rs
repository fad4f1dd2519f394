//! Renewing a record whose time runs out, for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{NaiveDate, TimeDelta};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::body::Json;
use super::doc::Doc;
use super::etag::IfMatch;
use super::examples;
use super::idempotency::{Answer, Repeatable};
use super::records::{find, tag_of};
use super::submitting::{Place, looked_over};
use crate::accounts::permissions::ChangeRecord;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::audit::disclosed;
use crate::error::{Code, Result};
use crate::library::checks::Checked;
use crate::library::review::LookedOver;
use crate::library::review::renewal::{Renewal, renew_in};
use crate::library::store::now;
use crate::library::{Library, Record, Status};
use crate::matching::document::Indexed;

/// Until when a record is to run.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SentRenewal {
    /// The last day on which it holds; the longest that is allowed when missing.
    pub valid_until: Option<NaiveDate>,
}

/// `POST /api/v1/{library}/{id}/renew`
pub async fn renew<L: Checked + Indexed>(
    app: web::Data<App>,
    caller: Authorised<ChangeRecord>,
    request: HttpRequest,
    repeatable: Repeatable,
    version: IfMatch,
    id: web::Path<String>,
    sent: Json<SentRenewal>,
) -> Result<HttpResponse> {
    let read = find::<L>(&app, &caller, &id).await?;
    if !caller.may(Action::ChangeRecord, read.head.owner_organisation_id) {
        return Err(Code::Forbidden.into());
    }
    if let Some(before) = repeatable.before(&app, &caller, &sent.hash).await? {
        return Ok(before);
    }
    let place = Place { id: Some(read.head.id), owner: read.head.owner_organisation_id };
    // What was archived is reviewed, and so looked over.
    let (looked, expected) = if read.head.status == Status::Archived {
        let looked = looked_over::<L>(&app, &caller, &request, place, read.body.clone()).await?;
        (looked, version.0.or(Some(read.head.version)))
    } else {
        (LookedOver::default(), version.0)
    };
    disclosed(&app.db, &caller, "record", [&read]).await?;
    let at = now();
    let horizon = (at + TimeDelta::days(app.settings.clocks.renew_max_days)).date_naive();
    let renewal = Renewal { until: sent.value.valid_until, horizon };
    let step = async |transaction: &_| {
        let record = renew_in::<L>(transaction, &caller, (read.head.id, expected), renewal, &looked, at).await?;
        Ok(Answer::json(StatusCode::OK, &record)?.with("ETag", tag_of(&record)))
    };
    repeatable.once(&app, &caller, &sent.hash, step).await
}

/// How `renew` is documented.
pub fn describe_renew<L: Library>(doc: Doc) -> Doc {
    let number = format!("{}-2026-000001", L::KIND.letter());
    doc.name(format!("renew_{}", L::KIND), L::KIND.as_str(), "Let a record run longer")
        .about(
            "A published record runs until the new day at once. An archived one is submitted, and shown again when it \
             has been reviewed. A record whose last day is over is archived; its owner is told before.",
        )
        .in_path("id", "The record's id, number or external id", &number)
        .in_header("If-Match", true, "The record's `ETag`, or `*` for whatever is there", "\"v1-1\"")
        .repeatable()
        .takes::<SentRenewal>("application/json", json!({}))
        .answers::<Record<L>>(200, "The record as stored", examples::record(L::KIND))
        .header(200, "ETag", "Names this version of the record")
        .header(200, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::NotFound, Code::InvalidState, Code::PreconditionNeeded, Code::StaleVersion])
        .needs(Action::ChangeRecord)
}
