//! What the broker and each side write to one another.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::examples;
use crate::accounts::permissions::{ReadMatches, WriteInCase};
use crate::accounts::{Action, Authorised};
use crate::api::body::Json;
use crate::api::doc::Doc;
use crate::api::idempotency::{Answer, Repeatable};
use crate::api::life::match_id;
use crate::api::query::{Parameter, ParameterKind, Parameters};
use crate::app::App;
use crate::cases::messages::{Message, SentMessage, list, write_in};
use crate::error::{Code, Result};
use crate::library::store::now;
use crate::matching::life::Side;

const LISTED: &[Parameter] = &[Parameter {
    name: "side",
    description: "Only those between the broker and this side.",
    kind: ParameterKind::OneOf(Side::CODES),
    example: "demand",
}];

/// Messages of a case, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseMessages)]
pub struct Messages {
    pub records: Vec<Message>,
}

/// `GET /api/v1/matches/{id}/messages`
pub async fn read(
    app: web::Data<App>,
    caller: Authorised<ReadMatches>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, LISTED)?;
    let side: Option<Side> = query.value("side");
    query.finish()?;
    let mut records = list(&*app.db, &caller, match_id(&id)?).await?;
    records.retain(|message| side.is_none_or(|side| side == message.side));
    Ok(HttpResponse::Ok().json(Messages { records }))
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.of_case("list_messages", "The messages of a case, oldest first", Action::ReadMatches)
        .about("A side reads what it and the broker wrote to one another, and nothing of the other side's.")
        .in_query(LISTED)
        .answers::<Messages>(200, "The messages", examples::messages())
}

/// `POST /api/v1/matches/{id}/messages`
pub async fn write(
    app: web::Data<App>,
    caller: Authorised<WriteInCase>,
    repeatable: Repeatable,
    id: web::Path<String>,
    sent: Json<SentMessage>,
) -> Result<HttpResponse> {
    let id = match_id(&id)?;
    let body = sent.value;
    let work = async |transaction: &_| {
        let stored = write_in(transaction, &caller, id, body.clone(), now()).await?;
        Answer::json(StatusCode::CREATED, &stored)
    };
    repeatable.once(&app, &caller, &sent.hash, work).await
}

/// How `write` is documented.
pub fn describe_write(doc: Doc) -> Doc {
    doc.of_case("write_message", "Write to the broker, or as the broker to a side", Action::WriteInCase)
        .about(
            "A message goes between the broker and one side; a question to the other side is asked through the \
             broker. What is written stays. Before the introduction a side's message with a contact or its own name, \
             and a broker's with the other side's name, are refused at `/text`.",
        )
        .repeatable()
        .takes::<SentMessage>("application/json", examples::sent_message())
        .answers::<Message>(201, "The message as stored", examples::message())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::InvalidState])
}
