//! Decisions of stewards on organisations. The list is in `vocabulary`.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::idempotency::{Answer, Repeatable};
use crate::accounts::approval::{self, Approval};
use crate::accounts::organisations::Organisation;
use crate::accounts::permissions::DecideOrganisation;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Result};
use crate::library::store::now;

/// What is said about an organisation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub decision: Approval,
    /// Why, for its people; needed of a refusal and of a suspension.
    #[schema(max_length = 1000)]
    pub reason: Option<String>,
}

/// `POST /api/v1/organisations/{id}/decisions`
pub async fn decide(
    app: web::Data<App>,
    caller: Authorised<DecideOrganisation>,
    id: web::Path<String>,
    repeatable: Repeatable,
    sent: Json<Decision>,
) -> Result<HttpResponse> {
    let id: Uuid = id.parse().map_err(|_| Code::NotFound)?;
    let Decision { decision, reason } = sent.value;
    repeatable
        .once(&app, &caller, &sent.hash, async |transaction| {
            let reason = reason.as_deref();
            let decided = approval::decide(transaction, &app.settings, &caller, id, decision, reason, now()).await?;
            Answer::json(StatusCode::OK, &decided)
        })
        .await
}

/// How `decide` is documented.
pub fn describe_decide(doc: Doc) -> Doc {
    let example = json!({"id": "019a0000-0000-7000-8000-000000000001", "name": "北京滴灌科技有限公司", "names": {},
        "kind": "firm", "country": "CN", "status": "approved", "credit_code": "91350100M000100Y43",
        "created_at": "2026-11-23T08:00:00Z", "updated_at": "2026-11-25T08:00:00Z"});
    doc.name("decide_organisation", "vocabulary", "Approve, refuse or suspend an organisation")
        .about(
            "Its people are told by mail. One that was refused or suspended can be approved later. While it is \
             suspended its people and programs have nobody's rights, what it shows is taken out of lists and search, \
             and matches that people work on are on hold; all of it comes back with the approval.",
        )
        .in_path("id", "The organisation's id", "019a0000-0000-7000-8000-000000000001")
        .takes::<Decision>("application/json", json!({"decision": "approve"}))
        .answers::<Organisation>(200, "The organisation as it is now", example)
        .repeatable()
        .problems(&[Code::NotFound, Code::InvalidState])
        .needs(Action::DecideOrganisation)
}
