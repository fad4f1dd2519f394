//! Files of a case.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, HeaderName};
use actix_web::{HttpRequest, HttpResponse, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::examples;
use crate::accounts::permissions::{ReadMatches, WriteInCase};
use crate::accounts::{Action, Authorised};
use crate::api::body::Json;
use crate::api::doc::Doc;
use crate::api::idempotency::{Answer, Repeatable};
use crate::api::life::{id_of, match_id};
use crate::api::query::Parameters;
use crate::app::App;
use crate::cases::documents::{Audience, Document, NewDocument, add_in, list, read};
use crate::error::{Code, Fault, Problem, Result};
use crate::layout::url::encode;
use crate::library::store::now;

/// A file as it is sent.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentDocument {
    #[schema(example = "意向书.pdf")]
    pub name: String,
    /// The file in Base64.
    #[schema(format = Byte)]
    pub content: String,
    /// Who beside the broker sees it; a side's own document is seen by that side and the broker.
    #[serde(default)]
    pub visible_to: Option<Audience>,
}

/// Documents of a case, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseDocuments)]
pub struct Documents {
    pub records: Vec<Document>,
}

/// `GET /api/v1/matches/{id}/documents`
pub async fn show_all(
    app: web::Data<App>,
    caller: Authorised<ReadMatches>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    Ok(HttpResponse::Ok().json(Documents { records: list(&*app.db, &caller, match_id(&id)?).await? }))
}

/// How `show_all` is documented.
pub fn describe_show_all(doc: Doc) -> Doc {
    doc.of_case("list_documents", "The documents of a case, oldest first", Action::ReadMatches)
        .about("A side sees what it brought and what the broker put there for it.")
        .answers::<Documents>(200, "The documents", examples::documents())
}

/// `POST /api/v1/matches/{id}/documents`
pub async fn add(
    app: web::Data<App>,
    caller: Authorised<WriteInCase>,
    repeatable: Repeatable,
    id: web::Path<String>,
    sent: Json<SentDocument>,
) -> Result<HttpResponse> {
    let id = match_id(&id)?;
    let SentDocument { name, content, visible_to } = sent.value;
    let content = STANDARD.decode(content).map_err(|error| {
        let fault = Fault::field("/content", "invalid", format!("is not Base64: {error}"));
        Problem::from(Code::InvalidFields).with([fault])
    })?;
    let document = NewDocument { name, content, visible_to };
    let work = async |transaction: &_| {
        let stored = add_in(transaction, &caller, id, &document, app.largest_document(), now()).await?;
        Answer::json(StatusCode::CREATED, &stored)
    };
    repeatable.once(&app, &caller, &sent.hash, work).await
}

/// How `add` is documented.
pub fn describe_add(doc: Doc) -> Doc {
    doc.of_case("add_document", "Put a document into a case", Action::WriteInCase)
        .about(
            "PDF, PNG, JPEG, office documents without programs in them, plain text; what a file is follows from its \
             content. The name is made harmless.",
        )
        .repeatable()
        .takes::<SentDocument>("application/json", examples::sent_document())
        .answers::<Document>(201, "The document as stored", examples::document())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
}

/// `GET /api/v1/matches/{id}/documents/{document}`
pub async fn download(
    app: web::Data<App>,
    caller: Authorised<ReadMatches>,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let (id, written) = path.into_inner();
    let document = id_of("document", &written)?;
    let (document, content) = read(&app.db, &caller, match_id(&id)?, document, now()).await?;
    let charset = if document.media_type.starts_with("text/") { "; charset=utf-8" } else { "" };
    let ascii: String =
        document.name.chars().map(|one| if one.is_ascii_alphanumeric() || one == '.' { one } else { '_' }).collect();
    Ok(HttpResponse::Ok()
        .content_type(format!("{}{charset}", document.media_type))
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{}", encode(&document.name)),
        ))
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .insert_header((HeaderName::from_static("x-content-type-options"), "nosniff"))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(content))
}

/// How `download` is documented.
pub fn describe_download(doc: Doc) -> Doc {
    doc.of_case("read_document", "Read a document of a case", Action::ReadMatches)
        .in_path("document", "The document's id", "019a0000-0000-7000-8000-00000000000e")
        .about("Always as a file to be saved, never to be shown by a browser. Every reading is in the audit log.")
        .answers_file(200, "The file, with its own media type")
        .header(200, "Content-Disposition", "`attachment` with the name")
}
