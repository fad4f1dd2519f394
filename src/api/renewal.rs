//! Renewing a record whose time runs out, for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::body::Json;
use super::checks::locale;
use super::doc::Doc;
use super::etag::IfMatch;
use super::examples;
use super::idempotency::{Answer, Repeatable};
use super::records::{find, tag_of};
use crate::accounts::permissions::ChangeRecord;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::audit::disclosed;
use crate::authoring::Renewing;
use crate::error::{Code, Result};
use crate::library::checks::Checked;
use crate::library::review::renewal::renew_in;
use crate::library::store::now;
use crate::library::{Library, Record};
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
    if let Some(before) = repeatable.before(&app, &caller, &sent.hash).await? {
        return Ok(before);
    }
    let asked = Renewing::of(&app, &caller, locale(&request), &read, version.0, sent.value.valid_until).await?;
    disclosed(&app.db, &caller, "record", [&read]).await?;
    let step = async |transaction: &_| {
        let Renewing { id, version, renewal, ref looked } = asked;
        let record = renew_in::<L>(transaction, &caller, (id, version), renewal, looked, now()).await?;
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
