//! The weights of the ranking, for administrators: every version with its figures, and which one is in force.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::doc::Doc;
use super::idempotency::{Answer, NO_BODY, Repeatable};
use super::query::Parameters;
use crate::accounts::permissions::SetWeights;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Error, Problem, Result};
use crate::library::store::now;
use crate::matching::learning::versions::{AdoptError, Version, adopt_in, list as versions};

/// Every version of the weights, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct WeightVersions {
    pub records: Vec<Version>,
}

impl From<AdoptError> for Error {
    fn from(error: AdoptError) -> Self {
        match error {
            AdoptError::Unknown(_) => Problem::new(Code::NotFound, error.to_string()).into(),
            AdoptError::OtherAlgorithm { .. } => Problem::new(Code::InvalidState, error.to_string()).into(),
            AdoptError::Other(error) => error.into(),
        }
    }
}

/// `GET /api/v1/weights`
pub async fn list(app: web::Data<App>, _caller: Authorised<SetWeights>, request: HttpRequest) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    Ok(HttpResponse::Ok().json(WeightVersions { records: versions(&*app.db).await? }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_weights", "matches", "Every version of the weights that was learned from decisions")
        .about(
            "Figures are of demands that were kept apart: `before` of what was in force when the version was made, \
             `after` of the version. Version 0 is what the program came with.",
        )
        .answers::<WeightVersions>(200, "The versions, the newest first", json!({ "records": [example()] }))
        .needs(Action::SetWeights)
}

/// `POST /api/v1/weights/{id}/adoption`
pub async fn adopt(
    app: web::Data<App>,
    caller: Authorised<SetWeights>,
    repeatable: Repeatable,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let unknown = || Problem::new(Code::NotFound, format!("there is no version {id} of the weights"));
    let version: i32 = id.parse().map_err(|_| unknown())?;
    let work = async |transaction: &_| {
        let adopted = adopt_in(transaction, &caller, version, now()).await?;
        Answer::json(StatusCode::OK, &adopted)
    };
    repeatable.once(&app, &caller, &NO_BODY, work).await
}

/// How `adopt` is documented.
pub fn describe_adopt(doc: Doc) -> Doc {
    doc.name("adopt_weights", "matches", "Put a version of the weights in force")
        .about("Also one that was not better when it was measured. Every published demand is matched again with it.")
        .in_path("id", "The version's number; 0 is what the program came with", "3")
        .repeatable()
        .answers::<Version>(200, "The version, in force", example())
        .header(200, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::NotFound, Code::InvalidState])
        .needs(Action::SetWeights)
}

fn example() -> Value {
    json!({"version": 3, "algorithm": "siku-8.3", "created_at": "2026-11-26T02:00:00Z", "decisions": 2000,
        "demands": 140, "held_out": 712, "ndcg_before": 0.62, "ndcg_after": 0.71, "error_before": 0.21,
        "error_after": 0.03, "outcome": "adopted", "in_force": true, "adopted_at": "2026-11-26T02:00:00Z",
        "adopted_by": null, "weights": {"meaning": 6.2, "conditions": 3.1}})
}
