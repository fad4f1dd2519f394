//! The fields of the taxonomy: everybody reads them, stewards name, add and retire them.

use actix_web::http::StatusCode;
use actix_web::http::header::ETAG;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::body::{Json, MergePatch, convert};
use super::doc::Doc;
use super::etag::{IfMatch, is_known, tag};
use super::idempotency::{Answer, Repeatable};
use super::query::Parameters;
use crate::accounts::permissions::KeepTaxonomy;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Problem, Result};
use crate::library::fields::{self, Field, FieldChange, NewField};
use crate::library::store::now;

/// The fields, in the order of the taxonomy.
#[derive(Debug, Serialize, ToSchema)]
pub struct Fields {
    pub records: Vec<Field>,
}

/// A field has no change number of its own; its version says all.
fn tag_of(field: &Field) -> String {
    tag(field.version, 0)
}

/// `GET /api/v1/taxonomy`
pub async fn list(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    Ok(HttpResponse::Ok().json(Fields { records: fields::list(&*app.db).await? }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_taxonomy", "vocabulary", "The fields of technology, first and second level")
        .about("Retired ones too, with `retired_at`: records keep them, new ones cannot choose them.")
        .answers::<Fields>(200, "The fields", json!({ "records": [example()] }))
}

/// `GET /api/v1/taxonomy/{code}`
pub async fn read(app: web::Data<App>, request: HttpRequest, code: web::Path<String>) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let missing = || Problem::new(Code::NotFound, format!("there is no field {code}"));
    let field = fields::find(&*app.db, &code).await?.ok_or_else(missing)?;
    let tag = tag_of(&field);
    if is_known(request.headers(), &tag) {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).finish());
    }
    Ok(HttpResponse::Ok().insert_header((ETAG, tag)).json(field))
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.name("read_field", "vocabulary", "One field of the taxonomy")
        .in_path("code", "The field's code", "ict.ai")
        .answers::<Field>(200, "The field", example())
        .header(200, "ETag", "Names this version of the field")
        .answers_empty(304, "It is as `If-None-Match` names it")
        .problems(&[Code::NotFound])
}

/// `POST /api/v1/taxonomy`
pub async fn add(
    app: web::Data<App>,
    caller: Authorised<KeepTaxonomy>,
    repeatable: Repeatable,
    sent: Json<NewField>,
) -> Result<HttpResponse> {
    let work = async |transaction: &_| {
        let added = fields::add_in(transaction, &caller, &sent.value, now()).await?;
        let place = format!("/api/v1/taxonomy/{}", added.code);
        Ok(Answer::json(StatusCode::CREATED, &added)?.with("ETag", tag_of(&added)).with("Location", place))
    };
    let answer = repeatable.once(&app, &caller, &sent.hash, work).await?;
    app.names.forget().await;
    Ok(answer)
}

/// How `add` is documented.
pub fn describe_add(doc: Doc) -> Doc {
    doc.name("add_field", "vocabulary", "Add a field below one of the first level")
        .repeatable()
        .takes::<NewField>("application/json", json!({"code": "ict.quantum", "labels": labels()}))
        .answers::<Field>(201, "The field", example())
        .header(201, "ETag", "Names this version of the field")
        .header(201, "Location", "Where the field is")
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .needs(Action::KeepTaxonomy)
}

/// `PATCH /api/v1/taxonomy/{code}`
pub async fn change(
    app: web::Data<App>,
    caller: Authorised<KeepTaxonomy>,
    code: web::Path<String>,
    version: IfMatch,
    sent: MergePatch,
) -> Result<HttpResponse> {
    let wanted: FieldChange = convert(Value::Object(sent.0))?;
    let work =
        async |transaction: &_| Ok(fields::change_in(transaction, &caller, &code, version.0, &wanted, now()).await?);
    let changed: Result<Field> = app.db.write(work).await;
    let changed = changed?;
    app.names.forget().await;
    Ok(HttpResponse::Ok().insert_header((ETAG, tag_of(&changed))).json(changed))
}

/// How `change` is documented.
pub fn describe_change(doc: Doc) -> Doc {
    doc.name("change_field", "vocabulary", "Name a field, retire it, or take it back into use")
        .about(
            "Codes never change. Other languages fall back on English and Chinese, of which one is needed. A retired \
             field stays on the records that have it, and new ones cannot choose it; fields of the first level stay.",
        )
        .in_path("code", "The field's code", "ict.ai")
        .in_header("If-Match", true, "The `ETag` of the field, or `*` for whatever is there", "\"v1-0\"")
        .takes::<FieldChange>("application/merge-patch+json", json!({"labels": {"fr": "Intelligence artificielle"}}))
        .answers::<Field>(200, "The field as stored", example())
        .header(200, "ETag", "Names this version of the field")
        .problems(&[Code::NotFound, Code::StaleVersion, Code::PreconditionNeeded, Code::InvalidHeader])
        .needs(Action::KeepTaxonomy)
}

fn labels() -> Value {
    json!({"zh": "量子信息", "en": "Quantum information", "fr": "Information quantique", "ru": "Квантовая информация",
        "ar": "المعلومات الكمومية", "es": "Información cuántica", "pt": "Informação quântica"})
}

fn example() -> Value {
    json!({"code": "ict.quantum", "parent": "ict", "labels": labels(), "version": 1})
}
