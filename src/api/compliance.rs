//! Export control for programs: catalogues, the screening of a technology with the nearest entries, what is due.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::body::Json;
use super::doc::Doc;
use super::etag::IfMatch;
use super::export_examples as examples;
use super::idempotency::{Answer, Repeatable};
use super::query::Parameters;
use super::records::find;
use crate::accounts::permissions::{ReadScreenings, ScreenTechnology};
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::compliance::catalogue::{self, Catalogue, SentCatalogue};
use crate::compliance::nearest::{NearEntry, nearest};
use crate::compliance::screening::{self, Due, Screening, SentScreening};
use crate::error::{Code, Result};
use crate::library::Technologies;
use crate::library::store::now;

/// Every catalogue, the one that came into force last first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Catalogues {
    pub records: Vec<Catalogue>,
}

/// Technologies of open matches that have to be screened.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScreeningsDue {
    pub records: Vec<Due>,
}

/// What is known of a technology's export control.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScreeningView {
    /// The catalogue in force; null when there is none.
    pub catalogue: Option<Catalogue>,
    /// The newest screening, which counts if it is against the catalogue in force and the text is the same.
    pub current: Option<Screening>,
    /// All of them, the newest first.
    pub history: Vec<Screening>,
    /// The entries of the catalogue in force that are nearest to the technology. A help, not a screening.
    pub nearest: Vec<NearEntry>,
    /// The language models were not there: the entries were found by words alone.
    pub words_only: bool,
}

/// `GET /api/v1/export-catalogues`
pub async fn catalogues(
    app: web::Data<App>,
    _caller: Authorised<ReadScreenings>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    Ok(HttpResponse::Ok().json(Catalogues { records: catalogue::list(&*app.db).await? }))
}

/// How `catalogues` is documented.
pub fn describe_catalogues(doc: Doc) -> Doc {
    doc.name("list_export_catalogues", "compliance", "Every export catalogue, the newest first")
        .answers::<Catalogues>(200, "The catalogues", examples::catalogues())
        .needs(Action::ReadScreenings)
}

/// `POST /api/v1/export-catalogues`
pub async fn import(
    app: web::Data<App>,
    caller: Authorised<ScreenTechnology>,
    repeatable: Repeatable,
    sent: Json<SentCatalogue>,
) -> Result<HttpResponse> {
    let body = sent.value;
    let work = async |transaction: &_| {
        let stored = catalogue::import_in(transaction, &caller, body.clone(), now()).await?;
        Answer::json(StatusCode::CREATED, &stored)
    };
    repeatable.once(&app, &caller, &sent.hash, work).await
}

/// How `import` is documented.
pub fn describe_import(doc: Doc) -> Doc {
    doc.name("import_export_catalogue", "compliance", "Import a dated export catalogue")
        .about(
            "From `in_force_from` on, screenings against older catalogues no longer count; \
             `GET /api/v1/screenings/due` lists what has to be screened again.",
        )
        .repeatable()
        .takes::<SentCatalogue>("application/json", examples::sent_catalogue())
        .answers::<Catalogue>(201, "The catalogue as stored", examples::catalogue())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .needs(Action::ScreenTechnology)
}

/// `GET /api/v1/screenings/due`
pub async fn due(
    app: web::Data<App>,
    _caller: Authorised<ScreenTechnology>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let records = screening::due(&app.db, now().date_naive()).await?;
    Ok(HttpResponse::Ok().json(ScreeningsDue { records }))
}

/// How `due` is documented.
pub fn describe_due(doc: Doc) -> Doc {
    doc.name("list_screenings_due", "compliance", "Technologies of open matches that have to be screened (again)")
        .answers::<ScreeningsDue>(200, "The technologies", examples::screenings_due())
        .needs(Action::ScreenTechnology)
}

/// `GET /api/v1/technologies/{id}/screening`
pub async fn read(
    app: web::Data<App>,
    caller: Authorised<ReadScreenings>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let technology = find::<Technologies>(&app, &caller, &id).await?;
    if !caller.may(Action::ReadScreenings, technology.head.owner_organisation_id) {
        return Err(Code::Forbidden.into());
    }
    let catalogue = catalogue::in_force(&*app.db, now().date_naive()).await?;
    let near = match &catalogue {
        Some(catalogue) => {
            let entries = catalogue::entries(&*app.db, catalogue.id).await?;
            nearest(&app.engine, &technology, catalogue, entries).await?
        }
        None => Vec::new(),
    };
    let history = screening::history(&*app.db, technology.head.id).await?;
    let current = history.first().cloned();
    let words_only = app.engine.words_only();
    Ok(HttpResponse::Ok().json(ScreeningView { catalogue, current, history, nearest: near, words_only }))
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.name("read_screening", "compliance", "The screening of a technology, with the nearest catalogue entries")
        .in_path("id", "The technology's id, number or external id", "T-2026-000001")
        .answers::<ScreeningView>(200, "What is known", examples::screening_view())
        .problems(&[Code::NotFound])
        .needs(Action::ReadScreenings)
}

/// `POST /api/v1/technologies/{id}/screenings`
pub async fn record(
    app: web::Data<App>,
    caller: Authorised<ScreenTechnology>,
    repeatable: Repeatable,
    version: IfMatch,
    id: web::Path<String>,
    sent: Json<SentScreening>,
) -> Result<HttpResponse> {
    let technology = find::<Technologies>(&app, &caller, &id).await?.head.id;
    let body = sent.value;
    let work = async |transaction: &_| {
        let stored = screening::record_in(transaction, &caller, technology, version.0, body.clone(), now()).await?;
        Answer::json(StatusCode::CREATED, &stored)
    };
    repeatable.once(&app, &caller, &sent.hash, work).await
}

/// How `record` is documented.
pub fn describe_record(doc: Doc) -> Doc {
    doc.name("screen_technology", "compliance", "Record the screening of a technology")
        .about("Nobody screens a technology of their own organisation. A later screening counts, earlier ones stay.")
        .in_path("id", "The technology's id, number or external id", "T-2026-000001")
        .in_header("If-Match", true, "The version that was screened: the technology's `ETag`, or `*`", "\"v1-1\"")
        .repeatable()
        .takes::<SentScreening>("application/json", examples::sent_screening())
        .answers::<Screening>(201, "The screening as stored", examples::screening())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::NotFound, Code::PreconditionNeeded, Code::StaleVersion, Code::InvalidHeader])
        .needs(Action::ScreenTechnology)
}
