//! Whether the service lives and can work: `/health/live`, `/health/ready`, and the numbers at `/metrics`.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::{App, metrics};
use crate::error::{Code, Error, Problem};

/// How one part of the service is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Condition {
    /// Works.
    Ready,
    /// Works with less than it should: matches are found, but not as well.
    Degraded,
    /// Does not work.
    Unavailable,
}

/// The answer of `/health/ready`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Readiness {
    /// The worst of the parts.
    pub status: Condition,
    pub database: Part,
    pub index: Part,
    pub models: Part,
}

/// One part of the service.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Part {
    pub status: Condition,
    /// What is missing, for people; absent when nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl Part {
    pub fn ready() -> Self {
        Self { status: Condition::Ready, detail: None }
    }

    pub fn degraded(detail: impl Into<String>) -> Self {
        Self { status: Condition::Degraded, detail: Some(detail.into()) }
    }

    pub fn unavailable(detail: impl Into<String>) -> Self {
        Self { status: Condition::Unavailable, detail: Some(detail.into()) }
    }
}

/// Alive: the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().json(serde_json::json!({ "status": "live" }))
}

/// Ready: requests will succeed. Without language models the service is *degraded*, which is still ready.
pub async fn ready(app: web::Data<App>) -> HttpResponse {
    let database = match app.db.ping().await {
        Ok(()) => Part::ready(),
        Err(error) => {
            tracing::error!("the database does not answer: {error}");
            Part::unavailable("the database does not answer")
        }
    };
    let parts = [database.status, app.engine.index_condition().status, app.engine.models_condition().status];
    let status = worst(&parts);
    let readiness =
        Readiness { status, database, index: app.engine.index_condition(), models: app.engine.models_condition() };
    if status == Condition::Unavailable {
        let mut response = HttpResponse::ServiceUnavailable();
        response.insert_header((header::RETRY_AFTER, "5"));
        return response.json(readiness);
    }
    HttpResponse::Ok().json(readiness)
}

fn worst(parts: &[Condition]) -> Condition {
    if parts.contains(&Condition::Unavailable) {
        Condition::Unavailable
    } else if parts.contains(&Condition::Degraded) {
        Condition::Degraded
    } else {
        Condition::Ready
    }
}

/// Prometheus text format.
pub async fn prometheus(app: web::Data<App>) -> Result<HttpResponse, Error> {
    let handle = metrics::install().ok_or_else(|| Problem::new(Code::Unavailable, "metrics are not recorded"))?;
    app.engine.measure();
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(handle.render()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_models_degrade_the_service_and_a_missing_database_stops_it() {
        use Condition::{Degraded, Ready, Unavailable};
        assert_eq!(worst(&[Ready, Ready, Ready]), Ready);
        assert_eq!(worst(&[Ready, Ready, Degraded]), Degraded);
        assert_eq!(worst(&[Unavailable, Ready, Degraded]), Unavailable);
    }
}
