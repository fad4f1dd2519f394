//! The documentation page at `/api/docs/`: Swagger UI, embedded, reading `/api/openapi.json`.

use std::sync::Arc;

use actix_web::http::header::{CONTENT_ENCODING, CONTENT_SECURITY_POLICY, LOCATION};
use actix_web::{HttpResponse, web};
use anyhow::anyhow;
use utoipa_swagger_ui::Config;

use crate::error::{Code, Problem, Result};

/// Swagger UI sets styles on its elements and draws its icons from data addresses; its scripts are files.
const POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; \
                      base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// `/api/docs`, to where the page finds its files.
pub async fn enter() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((LOCATION, "/api/docs/")).finish()
}

/// `/api/docs/{file}`
pub async fn show(file: web::Path<String>) -> Result<HttpResponse> {
    let config = Config::from("/api/openapi.json").try_it_out_enabled(true).display_operation_id(true);
    let found = utoipa_swagger_ui::serve(&file, Arc::new(config))
        .map_err(|error| anyhow!("cannot show the documentation file {file}: {error}"))?;
    let Some(found) = found else {
        return Err(Problem::new(Code::NotFound, format!("the documentation has no file {file}")).into());
    };
    let mut response = HttpResponse::Ok();
    if found.gzpipped {
        response.insert_header((CONTENT_ENCODING, "gzip"));
    }
    response.insert_header((CONTENT_SECURITY_POLICY, POLICY));
    Ok(response.content_type(found.content_type).body(found.bytes.into_owned()))
}
