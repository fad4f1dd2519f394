//! Milestones of a negotiation.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::examples;
use crate::accounts::permissions::{ReadMatches, WriteInCase};
use crate::accounts::{Action, Authorised};
use crate::api::body::{Json, MergePatch, convert};
use crate::api::doc::Doc;
use crate::api::idempotency::{Answer, Repeatable};
use crate::api::life::{id_of, match_id};
use crate::api::query::Parameters;
use crate::app::App;
use crate::cases::milestones::{Milestone, MilestoneChange, SentMilestone, add_in, change_in, list};
use crate::error::{Code, Result};
use crate::library::store::now;

/// Milestones of a case, in the order in which they were set.
#[derive(Debug, Serialize, ToSchema)]
pub struct Milestones {
    pub records: Vec<Milestone>,
}

/// `GET /api/v1/matches/{id}/milestones`
pub async fn read(
    app: web::Data<App>,
    caller: Authorised<ReadMatches>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let records = list(&*app.db, &caller, match_id(&id)?, now().date_naive()).await?;
    Ok(HttpResponse::Ok().json(Milestones { records }))
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.of_case("list_milestones", "The milestones of a case, in the order in which they were set", Action::ReadMatches)
        .about("The broker and both sides see the same; each has with it all that was written of it.")
        .answers::<Milestones>(200, "The milestones", examples::milestones())
}

/// `POST /api/v1/matches/{id}/milestones`
pub async fn add(
    app: web::Data<App>,
    caller: Authorised<WriteInCase>,
    repeatable: Repeatable,
    id: web::Path<String>,
    sent: Json<SentMilestone>,
) -> Result<HttpResponse> {
    let id = match_id(&id)?;
    let body = sent.value;
    let work = async |transaction: &_| {
        Answer::json(StatusCode::CREATED, &add_in(transaction, &caller, id, body.clone(), now()).await?)
    };
    repeatable.once(&app, &caller, &sent.hash, work).await
}

/// How `add` is documented.
pub fn describe_add(doc: Doc) -> Doc {
    doc.of_case("set_milestone", "Set a milestone of a case", Action::WriteInCase)
        .about("From the introduction on, by the broker or either side. It has a planned day, a day on which it was done, or both.")
        .repeatable()
        .takes::<SentMilestone>("application/json", examples::sent_milestone())
        .answers::<Milestone>(201, "The milestone as stored", examples::milestone())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::InvalidState])
}

/// `PATCH /api/v1/matches/{id}/milestones/{milestone}`
pub async fn change(
    app: web::Data<App>,
    caller: Authorised<WriteInCase>,
    path: web::Path<(String, String)>,
    sent: MergePatch,
) -> Result<HttpResponse> {
    let (id, written) = path.into_inner();
    let id = match_id(&id)?;
    let milestone = id_of("milestone", &written)?;
    let wanted: MilestoneChange = convert(serde_json::Value::Object(sent.0))?;
    let changed: Result<Milestone> = app
        .db
        .write(async |transaction| Ok(change_in(transaction, &caller, id, milestone, wanted.clone(), now()).await?))
        .await;
    Ok(HttpResponse::Ok().json(changed?))
}

/// How `change` is documented.
pub fn describe_change(doc: Doc) -> Doc {
    doc.of_case("change_milestone", "Say that a milestone is done, planned for another day or dropped", Action::WriteInCase)
        .in_path("milestone", "The milestone's id", "019a0000-0000-7000-8000-00000000000f")
        .about("What is not named stays as it is; null takes a day or the note away. What was written before stays in its history.")
        .takes::<MilestoneChange>("application/merge-patch+json", examples::milestone_change())
        .answers::<Milestone>(200, "The milestone as stored", examples::milestone())
        .problems(&[Code::InvalidState])
}
