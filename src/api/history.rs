//! What belongs to a record besides its body: earlier versions and translations.

use actix_web::http::header::ETAG;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::Json;
use super::doc::Doc;
use super::query::{Parameter, ParameterKind, Parameters};
use super::records::{find, tag_of};
use crate::accounts::permissions::{ChangeRecord, ReadUnpublished};
use crate::accounts::{Action, Actor, Authorised};
use crate::app::App;
use crate::audit::{disclosed, disclosed_versions};
use crate::error::{Code, Problem, Result};
use crate::library::body::Body;
use crate::library::difference::{Changed, between};
use crate::library::parts::Translation;
use crate::library::versions::{self, Version};
use crate::library::{Library, Origin, Record, normalise, translations};

/// Every version of a record, the newest first.
#[derive(Serialize)]
#[serde(bound = "")]
pub struct Versions<L: Library> {
    pub records: Vec<Version<L::Body>>,
}

/// The text of a record in other languages.
#[derive(Debug, Serialize, ToSchema)]
pub struct Translations {
    pub records: Vec<Translation>,
}

/// A translation as it is sent; its language is in the address.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SentTranslation {
    /// The title in this language.
    #[schema(max_length = 1000)]
    pub title: String,
    /// The summary in this language.
    pub summary: Option<String>,
    /// The description in this language.
    pub description: Option<String>,
    /// Who wrote it. What a machine wrote never replaces what a person wrote.
    pub origin: Origin,
    /// Which machine wrote it, where one did.
    #[schema(max_length = 100)]
    pub engine: Option<String>,
    /// The version of the record it was made from; the newest when missing.
    #[schema(minimum = 1)]
    pub of_version: Option<i32>,
}

/// `GET /api/v1/{library}/{id}/versions`
pub async fn versions<L: Library>(
    app: web::Data<App>,
    caller: Authorised<ReadUnpublished>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let head = find::<L>(&app, &caller, &id).await?.head;
    let records = versions::versions::<L>(&*app.db, &caller, head.id).await?;
    disclosed_versions::<L>(&app.db, &caller, &head, &records).await?;
    Ok(HttpResponse::Ok().json(Versions::<L> { records }))
}

/// `GET /api/v1/{library}/{id}/versions/{version}`
pub async fn version<L: Library>(
    app: web::Data<App>,
    caller: Authorised<ReadUnpublished>,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let (id, number) = path.into_inner();
    let head = find::<L>(&app, &caller, &id).await?.head;
    let found = match number.parse() {
        Ok(number) => versions::version::<L>(&*app.db, &caller, head.id, number).await?,
        Err(_) => None,
    };
    match found {
        Some(version) => {
            disclosed_versions::<L>(&app.db, &caller, &head, [&version]).await?;
            Ok(HttpResponse::Ok().json(version))
        }
        None => Err(Problem::new(Code::NotFound, format!("the record has no version {number}")).into()),
    }
}

/// What changed between two versions.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionDifference {
    /// The version that is compared.
    pub from: i32,
    /// The version it is compared with.
    pub to: i32,
    /// Value by value.
    pub changes: Vec<Changed>,
}

/// Query parameters of `difference`.
pub const DIFFERENCE: &[Parameter] = &[Parameter {
    name: "to",
    description: "The version to compare with; the newest when not said.",
    kind: ParameterKind::Text,
    example: "3",
}];

/// `GET /api/v1/{library}/{id}/versions/{version}/difference`
pub async fn difference<L: Library>(
    app: web::Data<App>,
    caller: Authorised<ReadUnpublished>,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, DIFFERENCE)?;
    let to = query.value::<i32>("to");
    query.finish()?;
    let (id, from) = path.into_inner();
    let Record { head, body } = find::<L>(&app, &caller, &id).await?;
    let unknown = |number: &str| Problem::new(Code::NotFound, format!("the record has no version {number}"));
    let of = async |number: i32| versions::version::<L>(&*app.db, &caller, head.id, number).await;
    let old = match from.parse() {
        Ok(number) => of(number).await?,
        Err(_) => None,
    };
    let old = old.ok_or_else(|| unknown(&from))?;
    let to = to.unwrap_or(head.version);
    let new = match of(to).await? {
        Some(version) => version.body,
        // A draft that was saved since: there is no version of it yet.
        None if to == head.version => body,
        None => return Err(unknown(&to.to_string()).into()),
    };
    disclosed_versions::<L>(&app.db, &caller, &head, [&old]).await?;
    let changes = between(&old.body, &new)?;
    disclosed(&app.db, &caller, "version", [&Record::<L> { head, body: new }]).await?;
    Ok(HttpResponse::Ok().json(VersionDifference { from: old.version, to, changes }))
}

/// How `difference` is documented.
pub fn describe_difference<L: Library>(doc: Doc) -> Doc {
    let example = serde_json::json!({ "from": 1, "to": 2, "changes": [{
        "pointer": "/title", "old": "Pump", "new": "Solar pump",
        "words": [{"kind": "removed", "text": "Pump"}, {"kind": "added", "text": "Solar pump"}]
    }] });
    doc.name(format!("compare_{}_versions", L::KIND), L::KIND.as_str(), "What changed between two versions")
        .about("Value by value, and in texts word by word. Confidential parts only for those who may see them.")
        .in_path("id", "The record's id, number or external id", &format!("{}-2026-000001", L::KIND.letter()))
        .in_path("version", "The number of a version", "1")
        .in_query(DIFFERENCE)
        .answers::<VersionDifference>(200, "The changes", example)
        .problems(&[Code::NotFound])
        .needs(Action::ReadUnpublished)
}

/// `GET /api/v1/{library}/{id}/translations`
pub async fn list_translations<L: Library>(
    app: web::Data<App>,
    actor: Actor,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let record = find::<L>(&app, &actor, &id).await?;
    let tag = tag_of(&record);
    let records = record.body.common().translations.to_vec();
    Ok(HttpResponse::Ok().insert_header((ETAG, tag)).json(Translations { records }))
}

/// `GET /api/v1/{library}/{id}/translations/{lang}`
pub async fn read_translation<L: Library>(
    app: web::Data<App>,
    actor: Actor,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let (id, lang) = addressed(path);
    let record = find::<L>(&app, &actor, &id).await?;
    let tag = tag_of(&record);
    let found = record.body.common().translations.iter().find(|translation| translation.lang == lang);
    match found {
        Some(translation) => Ok(HttpResponse::Ok().insert_header((ETAG, tag)).json(translation)),
        None => Err(Problem::new(Code::NotFound, format!("the record has no translation into {lang}")).into()),
    }
}

/// `PUT /api/v1/{library}/{id}/translations/{lang}`
pub async fn put_translation<L: Library>(
    app: web::Data<App>,
    caller: Authorised<ChangeRecord>,
    path: web::Path<(String, String)>,
    sent: Json<SentTranslation>,
) -> Result<HttpResponse> {
    let (id, lang) = addressed(path);
    let before = find::<L>(&app, &caller, &id).await?;
    let known = has_translation(&before.body, &lang);
    let sent = sent.value;
    let translation = Translation {
        lang: lang.clone(),
        title: sent.title,
        summary: sent.summary,
        description: sent.description,
        origin: sent.origin,
        engine: sent.engine,
        ..Translation::default()
    };
    let record =
        translations::upsert::<L>(&app.db, &caller, before.head.id, sent.of_version, vec![translation]).await?;
    let tag = tag_of(&record);
    let stored = record.body.common().translations.iter().find(|translation| translation.lang == lang).cloned();
    let mut response = if known { HttpResponse::Ok() } else { HttpResponse::Created() };
    Ok(response.insert_header((ETAG, tag)).json(stored))
}

/// `DELETE /api/v1/{library}/{id}/translations/{lang}`
pub async fn delete_translation<L: Library>(
    app: web::Data<App>,
    caller: Authorised<ChangeRecord>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse> {
    let (id, lang) = addressed(path);
    let before = find::<L>(&app, &caller, &id).await?;
    if !has_translation(&before.body, &lang) {
        return Err(Problem::new(Code::NotFound, format!("the record has no translation into {lang}")).into());
    }
    translations::remove::<L>(&app.db, &caller, before.head.id, &lang).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The record and the language in its stored form.
fn addressed(path: web::Path<(String, String)>) -> (String, String) {
    let (id, lang) = path.into_inner();
    (id, normalise::language(&lang))
}

fn has_translation(body: &impl Body, lang: &str) -> bool {
    body.common().translations.iter().any(|translation| translation.lang == lang)
}
