//! A case in one answer.

use actix_web::{HttpRequest, HttpResponse, web};

use super::examples;
use crate::accounts::permissions::ReadMatches;
use crate::accounts::{Action, Authorised};
use crate::api::doc::Doc;
use crate::api::life::match_id;
use crate::api::matches::locale;
use crate::api::query::Parameters;
use crate::app::App;
use crate::cases::whole::{self, Case};
use crate::error::Result;
use crate::library::store::now;

/// `GET /api/v1/matches/{id}/case`
pub async fn read(
    app: web::Data<App>,
    caller: Authorised<ReadMatches>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let case = whole::read(&app.db, &caller, match_id(&id)?, now().date_naive(), locale(&request)).await?;
    Ok(HttpResponse::Ok().json(case))
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.of_case("read_case", "A case with everything in it", Action::ReadMatches)
        .about(
            "The match with its dossier, messages, tasks, documents, milestones, and a timeline of all that happened, oldest \
             first. A side sees its own part of it, from the proposal on.",
        )
        .in_header("Accept-Language", false, "Language of the reasons: `zh` or `en`", "zh")
        .answers::<Case>(200, "The case", examples::case())
}
