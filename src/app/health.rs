//! Whether the service lives and can work: `/health/live`, `/health/ready`, and the numbers at `/metrics`.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::{App, metrics};
use crate::api::doc::Doc;
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

/// The answer of `/health/live`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Liveness {
    #[schema(example = "live")]
    pub status: &'static str,
}

/// Alive: the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().json(Liveness { status: "live" })
}

/// How `live` is documented.
pub fn describe_live(doc: Doc) -> Doc {
    doc.name("read_liveness", "service", "Whether the process answers").answers::<Liveness>(
        200,
        "It does",
        json!({"status": "live"}),
    )
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

/// How `ready` is documented.
pub fn describe_ready(doc: Doc) -> Doc {
    let degraded = json!({"status": "degraded", "database": {"status": "ready"}, "index": {"status": "ready"},
        "models": {"status": "degraded", "detail": "no language model is loaded: matching works on words alone"}});
    let unavailable = json!({"status": "unavailable", "index": {"status": "ready"}, "models": {"status": "ready"},
        "database": {"status": "unavailable", "detail": "the database does not answer"}});
    doc.name("read_readiness", "service", "Whether requests will succeed")
        .about("Without language models the service is `degraded`: it answers, on words alone.")
        .answers::<Readiness>(200, "Ready or degraded", degraded)
        .answers::<Readiness>(503, "Not ready", unavailable)
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

/// How `prometheus` is documented.
pub fn describe_prometheus(doc: Doc) -> Doc {
    doc.name("read_metrics", "service", "Numbers for Prometheus").answers_text(
        200,
        "text/plain; version=0.0.4",
        "Prometheus text format",
    )
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
