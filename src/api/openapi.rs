//! The OpenAPI 3.1 document: what every endpoint of `routes` says about itself, put together.

use actix_web::http::Method;
use actix_web::{HttpResponse, web};
use utoipa::openapi::path::{HttpMethod, Paths};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Server};

use super::doc::{Doc, TOKEN};
use crate::app::App;
use crate::config::{Limits, Settings};
use crate::error::{Code, Problem, Result};
use crate::routes;

const ABOUT: &str = "Matchmaking for international technology transfer: four libraries (technologies, demands, results, \
institutions) in any language, and for a demand the ranked technologies with reasons and evidence.\n\n\
**Versions.** A record's `ETag` names its version. `PUT`, `PATCH` and `DELETE` need `If-Match` with it (or `*`) and \
answer 412 when the record changed meanwhile. `GET` answers 304 to a known `If-None-Match`.\n\n\
**Repeating.** Every `POST` takes an `Idempotency-Key`: for 24 hours the same key answers the same, with \
`Idempotency-Replayed: true`, and does nothing again.\n\n\
**Errors** are problem bodies (RFC 9457) with a `code` of a closed list, described under `/api/problems`.";

/// The document for a service at `base`.
pub fn document(limits: &Limits, base: &str) -> OpenApi {
    let mut paths = Paths::new();
    let mut components = ComponentsBuilder::new().security_scheme(
        TOKEN,
        SecurityScheme::Http(
            HttpBuilder::new()
                .scheme(HttpAuthScheme::Bearer)
                .bearer_format("siku_…")
                .description(Some("A token made with `siku user create`."))
                .build(),
        ),
    );
    for endpoint in routes::endpoints() {
        let documented = (endpoint.doc)(Doc::new(limits)).build();
        let Some(method) = http_method(&endpoint.method) else { continue };
        paths.add_path_operation(&endpoint.path, vec![method], documented.operation);
        components = components.schemas_from_iter(documented.schemas);
    }
    let info = InfoBuilder::new()
        .title("Siku 四库")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(ABOUT))
        .license(Some(LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build()))
        .build();
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([Server::new(base)]))
        .paths(paths)
        .components(Some(components.build()))
        .build()
}

/// The document of a service with default settings as text, for `siku openapi`.
pub fn openapi() -> anyhow::Result<String> {
    Ok(document(&Settings::defaults()?.limits, "/").to_pretty_json()?)
}

fn http_method(method: &Method) -> Option<HttpMethod> {
    match method.as_str() {
        "GET" => Some(HttpMethod::Get),
        "POST" => Some(HttpMethod::Post),
        "PUT" => Some(HttpMethod::Put),
        "PATCH" => Some(HttpMethod::Patch),
        "DELETE" => Some(HttpMethod::Delete),
        _ => None,
    }
}

/// `GET /api/openapi.json`
pub async fn show(app: web::Data<App>) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(document(&app.settings.limits, &app.public_url)))
}

/// How `show` is documented.
pub fn describe_show(doc: Doc) -> Doc {
    doc.name("read_openapi", "service", "This document").answers_with(
        200,
        "The OpenAPI 3.1 document",
        super::doc::object([]).into(),
        serde_json::json!({"openapi": "3.1.0"}),
    )
}

/// `GET /api/problems`: the closed list of error codes.
pub async fn problems() -> HttpResponse {
    let all: Vec<_> = Code::ALL.iter().map(|code| describe_code(*code)).collect();
    HttpResponse::Ok().json(serde_json::json!({ "problems": all }))
}

/// `GET /api/problems/{code}`: where the `type` of a problem body leads.
pub async fn problem(name: web::Path<String>) -> Result<HttpResponse> {
    match Code::ALL.iter().find(|code| code.as_str() == name.as_str()) {
        Some(code) => Ok(HttpResponse::Ok().json(describe_code(*code))),
        None => Err(Problem::new(Code::NotFound, "there is no such error code").into()),
    }
}

fn describe_code(code: Code) -> ProblemKind {
    ProblemKind { code, status: code.status().as_u16(), title: code.title(), meaning: code.meaning() }
}

/// One error code, explained.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ProblemKind {
    pub code: Code,
    /// The HTTP status it is sent with.
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    pub title: &'static str,
    /// What it means and what the caller can do.
    pub meaning: &'static str,
}

/// Every error code.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ProblemKinds {
    pub problems: Vec<ProblemKind>,
}

/// How `problems` is documented.
pub fn describe_problems(doc: Doc) -> Doc {
    let example = serde_json::json!({ "problems": [describe_code(Code::NotFound)] });
    doc.name("list_problems", "service", "Every error code, explained")
        .answers::<ProblemKinds>(200, "The list", example)
}

/// How `problem` is documented.
pub fn describe_problem(doc: Doc) -> Doc {
    let example = serde_json::json!(describe_code(Code::NotFound));
    doc.name("read_problem", "service", "One error code, explained")
        .in_path("code", "The code", "not_found")
        .answers::<ProblemKind>(200, "The code", example)
        .problems(&[Code::NotFound])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn no_name_of_a_schema_stands_for_two_types() {
        let limits = Settings::defaults().unwrap().limits;
        let (mut known, mut clashes) = (BTreeMap::new(), Vec::new());
        for endpoint in routes::endpoints() {
            for (name, schema) in (endpoint.doc)(Doc::new(&limits)).build().schemas {
                let schema = serde_json::to_string(&schema).unwrap();
                if *known.entry(name.clone()).or_insert_with(|| schema.clone()) != schema {
                    clashes.push(format!("{name} at {} {}", endpoint.method, endpoint.path));
                }
            }
        }
        assert!(clashes.is_empty(), "{clashes:#?}");
    }
}
