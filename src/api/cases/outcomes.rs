//! What became of an agreement.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::examples;
use crate::accounts::permissions::{DecideMatch, ReadMatches, WriteInCase};
use crate::accounts::{Action, Authorised};
use crate::api::body::Json;
use crate::api::doc::Doc;
use crate::api::idempotency::{Answer, NO_BODY, Repeatable};
use crate::api::life::{id_of, match_id};
use crate::api::query::Parameters;
use crate::app::App;
use crate::cases::outcomes::{OutcomeReport, SentOutcome, TakenInto, list, report_in, take_in};
use crate::error::{Code, Result};
use crate::library::store::now;

/// What was told of an agreement, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutcomeReports {
    pub records: Vec<OutcomeReport>,
}

/// `GET /api/v1/matches/{id}/outcomes`
pub async fn read(
    app: web::Data<App>,
    caller: Authorised<ReadMatches>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let records = list(&*app.db, &caller, match_id(&id)?).await?;
    Ok(HttpResponse::Ok().json(OutcomeReports { records }))
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.of_case("list_outcomes", "What was told of an agreement, oldest first", Action::ReadMatches)
        .about("A broker reads what both sides told, a side what it told itself.")
        .answers::<OutcomeReports>(200, "The reports", examples::outcomes())
}

/// `POST /api/v1/matches/{id}/outcomes`
pub async fn report(
    app: web::Data<App>,
    caller: Authorised<WriteInCase>,
    repeatable: Repeatable,
    id: web::Path<String>,
    sent: Json<SentOutcome>,
) -> Result<HttpResponse> {
    let id = match_id(&id)?;
    let body = sent.value;
    let work = async |transaction: &_| {
        Answer::json(StatusCode::CREATED, &report_in(transaction, &caller, id, body.clone(), now()).await?)
    };
    repeatable.once(&app, &caller, &sent.hash, work).await
}

/// How `report` is documented.
pub fn describe_report(doc: Doc) -> Doc {
    doc.of_case("report_outcome", "Tell what became of an agreement", Action::WriteInCase)
        .about(
            "By a side of a match that is agreed or delivered, or by the broker for a side. The text is read by the \
             broker and that side alone; the figures go into the result only where `may_publish` says so.",
        )
        .repeatable()
        .takes::<SentOutcome>("application/json", examples::sent_outcome())
        .answers::<OutcomeReport>(201, "The report as stored", examples::outcome())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::InvalidState])
}

/// `POST /api/v1/matches/{id}/outcomes/{report}/result`
pub async fn take(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    repeatable: Repeatable,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse> {
    let (id, written) = path.into_inner();
    let id = match_id(&id)?;
    let report = id_of("report", &written)?;
    let work =
        async |transaction: &_| Answer::json(StatusCode::OK, &take_in(transaction, &caller, id, report, now()).await?);
    repeatable.once(&app, &caller, &NO_BODY, work).await
}

/// How `take` is documented.
pub fn describe_take(doc: Doc) -> Doc {
    doc.of_case("take_outcome", "Take the figures of a report into the result", Action::DecideMatch)
        .in_path("report", "The report's id", "019a0000-0000-7000-8000-000000000010")
        .about(
            "Contract value, people trained and jobs, as far as the report says them. Refused where its writer does \
             not permit publishing, and a second time.",
        )
        .repeatable()
        .answers::<TakenInto>(200, "The result", examples::taken_into())
        .header(200, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::InvalidState])
}
