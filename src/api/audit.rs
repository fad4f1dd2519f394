//! Who did and saw what, for administrators.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::doc::Doc;
use super::lists::{CURSOR, paged};
use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::permissions::ReadAudit;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::audit::{self, AuditQuery, Entry};
use crate::error::Result;

const LISTED: &[Parameter] = &[
    Parameter { name: "actor", description: "What this person did.", kind: ParameterKind::Id, example: "" },
    Parameter {
        name: "record",
        description: "What was done to this record, person or organisation.",
        kind: ParameterKind::Id,
        example: "",
    },
    Parameter {
        name: "action",
        description: "What of this kind was done.",
        kind: ParameterKind::Text,
        example: "read_confidential",
    },
    Parameter {
        name: "from",
        description: "Not before this moment (RFC 3339).",
        kind: ParameterKind::Text,
        example: "2026-11-01T00:00:00Z",
    },
    Parameter {
        name: "to",
        description: "Before this moment (RFC 3339).",
        kind: ParameterKind::Text,
        example: "2026-12-01T00:00:00Z",
    },
    Parameter {
        name: "limit",
        description: "Entries on a page; 20 when not said.",
        kind: ParameterKind::PageSize,
        example: "20",
    },
    CURSOR,
];

/// One page of the audit.
#[derive(Debug, Serialize, ToSchema)]
pub struct Entries {
    pub records: Vec<Entry>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<String>,
}

/// `GET /api/v1/audit`
pub async fn list(app: web::Data<App>, _caller: Authorised<ReadAudit>, request: HttpRequest) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, LISTED)?;
    let limit = query.page_size("limit", 20, app.settings.limits.page_size_max);
    let wanted = AuditQuery {
        actor: query.value("actor"),
        record: query.value("record"),
        action: query.text("action"),
        from: query.value("from"),
        to: query.value("to"),
        before: query.value("cursor"),
        limit: limit.saturating_add(1),
    };
    query.finish()?;
    let mut records = audit::list(&*app.db, &wanted).await?;
    let more = u64::try_from(records.len()).unwrap_or(u64::MAX) > limit;
    if more {
        records.pop();
    }
    let next_cursor = records.last().filter(|_| more).map(|last| last.seq.to_string());
    Ok(paged(&request, next_cursor.clone(), &Entries { records, next_cursor }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    let example = json!({"records": [{"seq": 42, "id": "019a0000-0000-7000-8000-000000000042",
        "at": "2026-11-25T08:00:00.000000Z", "actor_id": "019a0000-0000-7000-8000-000000000003",
        "action": "read_confidential", "library": "technologies",
        "record_id": "019a0000-0000-7000-8000-000000000001", "version": 3,
        "detail": {"number": "T-2026-000001", "columns": ["confidential"], "through": "record"},
        "previous_hash": "0".repeat(64), "hash": "1".repeat(64)}], "next_cursor": null});
    doc.name("list_audit", "audit", "Who did and saw what, the newest first")
        .about("Entries are append-only and bound to one another by hashes; `siku audit verify` checks them.")
        .in_query(LISTED)
        .answers::<Entries>(200, "One page", example)
        .header(200, "Link", "The next page, `rel=\"next\"`")
        .needs(Action::ReadAudit)
}
