//! The words of the service for programs: countries and regions, each with labels in seven languages; and the
//! organisations records belong to.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::doc::Doc;
use super::lists::paged;
use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::organisations::{self, Organisation, Standing};
use crate::accounts::permissions::ReadOrganisations;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::Result;
use crate::library::taxonomy::{self, Labelled};

/// Codes with their labels, in the service's order.
#[derive(Debug, Serialize, ToSchema)]
pub struct Codes {
    pub records: Vec<Labelled>,
}

/// `GET /api/v1/countries`
pub async fn countries(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    Ok(HttpResponse::Ok().json(Codes { records: taxonomy::countries(&*app.db).await? }))
}

/// How `countries` is documented.
pub fn describe_countries(doc: Doc) -> Doc {
    doc.name("list_countries", "vocabulary", "Countries and the region each belongs to").answers::<Codes>(
        200,
        "The countries",
        example("TN", Some("africa"), "突尼斯", "Tunisia"),
    )
}

/// `GET /api/v1/regions`
pub async fn regions(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    Ok(HttpResponse::Ok().json(Codes { records: taxonomy::regions(&*app.db).await? }))
}

/// How `regions` is documented.
pub fn describe_regions(doc: Doc) -> Doc {
    doc.name("list_regions", "vocabulary", "Regions of the world").answers::<Codes>(
        200,
        "The regions",
        example("africa", None, "非洲", "Africa"),
    )
}

fn example(code: &str, parent: Option<&str>, zh: &str, en: &str) -> Value {
    let labels = json!({"zh": zh, "en": en, "fr": en, "ru": en, "ar": en, "es": en, "pt": en});
    let mut entry = json!({"code": code, "labels": labels});
    if let Some(parent) = parent {
        entry["parent"] = parent.into();
    }
    json!({ "records": [entry] })
}

/// Query parameters of `organisations`.
const ORGANISATIONS: &[Parameter] = &[
    Parameter {
        name: "status",
        description: "Only those of this standing.",
        kind: ParameterKind::OneOf(Standing::CODES),
        example: "pending",
    },
    Parameter {
        name: "limit",
        description: "Organisations on a page; 20 when not said.",
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

/// One page of organisations.
#[derive(Debug, Serialize, ToSchema)]
pub struct Organisations {
    pub records: Vec<Organisation>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<Uuid>,
}

/// `GET /api/v1/organisations`
pub async fn organisations(
    app: web::Data<App>,
    _caller: Authorised<ReadOrganisations>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, ORGANISATIONS)?;
    let limit = query.page_size("limit", 20, app.settings.limits.page_size_max);
    let after = query.value::<Uuid>("cursor");
    let standing = query.value::<Standing>("status");
    query.finish()?;
    let mut records = organisations::list(&*app.db, standing, after, limit.saturating_add(1)).await?;
    let more = u64::try_from(records.len()).unwrap_or(u64::MAX) > limit;
    if more {
        records.pop();
    }
    let next_cursor = records.last().map(|last| last.id).filter(|_| more);
    Ok(paged(&request, next_cursor, &Organisations { records, next_cursor }))
}

/// How `organisations` is documented.
pub fn describe_organisations(doc: Doc) -> Doc {
    let example = json!({"records": [{"id": "019a0000-0000-7000-8000-000000000001", "name": "Ambassade de Tunisie",
        "names": {}, "kind": "embassy", "country": "TN", "created_at": "2026-11-23T08:00:00Z",
        "updated_at": "2026-11-23T08:00:00Z"}], "next_cursor": null});
    doc.name("list_organisations", "organisations", "Organisations that own records")
        .in_query(ORGANISATIONS)
        .answers::<Organisations>(200, "One page", example)
        .header(200, "Link", "The next page, `rel=\"next\"`")
        .needs(Action::ReadOrganisations)
}
