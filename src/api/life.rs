//! The life of a match for programs: decisions of brokers, answers of the two sides, taking a step back.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::etag::{IfMatch, tag};
use super::examples;
use super::idempotency::{Answer, NO_BODY, Repeatable};
use super::query::Parameters;
use crate::accounts::permissions::{AnswerProposal, DecideMatch, ReadMatches};
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Problem, Result};
use crate::library::store::now;
use crate::matching::life::{
    Answering, Decision, Reason, Side, SideAnswer, Standing, Step, Why, answer_in, decide_in, timeline, undo_in,
};
use crate::matching::types::MatchState;

const IF_MATCH: &str = "The version the step is meant for: the `ETag` of the match, or `*` for whatever is there";

/// Where a match is to be moved, and why.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentDecision {
    /// The new state. `accepted` comes from the answers of the two sides.
    pub to: MatchState,
    /// Needed by every step that says no or puts on hold.
    #[serde(default)]
    pub reason: Option<Reason>,
    /// The reason in the broker's own words; needed with the reason `other`. The two sides do not see it.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub text: Option<String>,
}

/// A side's answer to a proposal.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentAnswer {
    pub answer: SideAnswer,
    /// Needed when it declines.
    #[serde(default)]
    pub reason: Option<Reason>,
    /// The reason in one's own words, for the broker; needed with the reason `other`.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub text: Option<String>,
    /// For brokers, who answer for a side that has no organisation here.
    #[serde(default)]
    pub side: Option<Side>,
}

/// What happened to a match, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Steps {
    pub records: Vec<Step>,
}

impl Doc {
    /// A step on one match.
    pub fn step(self, name: &str, summary: &str) -> Self {
        self.name(name, "matches", summary)
            .in_path("id", "The match's id", "019a0000-0000-7000-8000-000000000009")
            .in_header("If-Match", true, IF_MATCH, "\"v1-1\"")
            .repeatable()
            .answers::<Standing>(200, "Where the match stands now", examples::standing())
            .header(200, "ETag", "Names this version of the match")
            .header(200, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
            .problems(&[Code::NotFound, Code::PreconditionNeeded, Code::StaleVersion, Code::InvalidHeader])
            .problems(&[Code::InvalidState])
    }
}

/// The id of a match in an address; what is none is not found.
pub fn match_id(written: &str) -> Result<Uuid> {
    id_of("match", written)
}

/// The id of `what` in an address; what is none is not found.
pub fn id_of(what: &str, written: &str) -> Result<Uuid> {
    written.parse().map_err(|_| Problem::new(Code::NotFound, format!("there is no {what} {written}")).into())
}

/// The answer to whoever took a step.
pub fn standing(standing: &Standing) -> Result<Answer> {
    let version = tag(standing.version, standing.at.timestamp_micros());
    Ok(Answer::json(StatusCode::OK, standing)?.with("ETag", version))
}

/// `POST /api/v1/matches/{id}/decisions`
pub async fn decide(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    repeatable: Repeatable,
    version: IfMatch,
    id: web::Path<String>,
    sent: Json<SentDecision>,
) -> Result<HttpResponse> {
    let id = match_id(&id)?;
    let SentDecision { to, reason, text } = sent.value;
    let decision = Decision { to, why: Why { reason, text } };
    let step = async |transaction: &_| {
        standing(&decide_in(transaction, &caller, id, version.0, decision.clone(), now()).await?)
    };
    repeatable.once(&app, &caller, &sent.hash, step).await
}

/// How `decide` is documented.
pub fn describe_decide(doc: Doc) -> Doc {
    doc.step("decide_match", "Move a match through its life")
        .about(
            "`suggested → shortlisted → proposed → accepted → introduced → negotiating → agreed → delivered`; beside \
             them `dismissed`, `declined`, `lapsed`, `withdrawn` and `on_hold`, which leads back only to where it came \
             from. `possible` in every answer names the next steps.",
        )
        .takes::<SentDecision>("application/json", examples::decision())
        .problems(&[Code::IllegalTransition, Code::ConflictOfInterest])
        .needs(Action::DecideMatch)
}

/// `POST /api/v1/matches/{id}/answers`
pub async fn answer(
    app: web::Data<App>,
    caller: Authorised<AnswerProposal>,
    repeatable: Repeatable,
    version: IfMatch,
    id: web::Path<String>,
    sent: Json<SentAnswer>,
) -> Result<HttpResponse> {
    let id = match_id(&id)?;
    let SentAnswer { answer, reason, text, side } = sent.value;
    let answering = Answering { answer, side, why: Why { reason, text } };
    let step = async |transaction: &_| {
        standing(&answer_in(transaction, &caller, id, version.0, answering.clone(), now()).await?)
    };
    repeatable.once(&app, &caller, &sent.hash, step).await
}

/// How `answer` is documented.
pub fn describe_answer(doc: Doc) -> Doc {
    doc.step("answer_match", "Accept or decline for one's own side")
        .about("When both sides have accepted, the match is `accepted`; when one declines, it is `declined`.")
        .takes::<SentAnswer>("application/json", examples::answer())
        .problems(&[Code::IllegalTransition, Code::ConflictOfInterest])
        .needs(Action::AnswerProposal)
}

/// `POST /api/v1/matches/{id}/undo`
pub async fn undo(
    app: web::Data<App>,
    caller: Authorised<ReadMatches>,
    repeatable: Repeatable,
    version: IfMatch,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let id = match_id(&id)?;
    let step = async |transaction: &_| standing(&undo_in(transaction, &caller, id, version.0, now()).await?);
    repeatable.once(&app, &caller, &NO_BODY, step).await
}

/// How `undo` is documented.
pub fn describe_undo(doc: Doc) -> Doc {
    doc.step("undo_match_step", "Take the last step back")
        .about("Within a minute, by the account that took it; an introduction cannot be taken back.")
        .problems(&[Code::UndoRefused])
        .needs(Action::ReadMatches)
}

/// `GET /api/v1/matches/{id}/events`
pub async fn events(
    app: web::Data<App>,
    caller: Authorised<ReadMatches>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    match timeline(&app.db, &caller, match_id(&id)?).await? {
        Some(records) => Ok(HttpResponse::Ok().json(Steps { records })),
        None => Err(Problem::new(Code::NotFound, format!("there is no match {id}")).into()),
    }
}

/// How `events` is documented.
pub fn describe_events(doc: Doc) -> Doc {
    doc.name("list_match_events", "matches", "What happened to a match, oldest first")
        .about("A side reads its own steps with their reasons, and of others' only what they led to.")
        .in_path("id", "The match's id", "019a0000-0000-7000-8000-000000000009")
        .answers::<Steps>(200, "The steps", examples::steps())
        .problems(&[Code::NotFound])
        .needs(Action::ReadMatches)
}
