//! What a broker works with besides decisions: the queue, who works on a match, the letter of intent.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::etag::IfMatch;
use super::examples;
use super::idempotency::{Answer, Repeatable};
use super::life::{match_id, standing};
use super::matches::locale;
use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::permissions::DecideMatch;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Error, Fault, Problem, Result};
use crate::library::store::now;
use crate::matching::life::queue::{Assigned, QueueQuery, queue};
use crate::matching::life::{LetterOfIntent, Reason, Standing, Why, assign_in, dismiss_in, record_letter_in};
use crate::matching::types::{Match, MatchState};

const QUEUE: &[Parameter] = &[
    Parameter {
        name: "country",
        description: "Only demands of these countries, ISO 3166-1 alpha-2.",
        kind: ParameterKind::List,
        example: "TN,EG",
    },
    Parameter {
        name: "field",
        description: "Only where demand or technology is in one of these fields.",
        kind: ParameterKind::List,
        example: "agriculture",
    },
    Parameter {
        name: "language",
        description: "Only where demand or technology is written in one of these languages, BCP 47.",
        kind: ParameterKind::List,
        example: "ar,fr",
    },
    Parameter {
        name: "state",
        description: "Only matches in these states; when not said, suggested and shortlisted ones, and of those assigned to nobody every open one.",
        kind: ParameterKind::SomeOf(MatchState::CODES),
        example: "suggested",
    },
    Parameter {
        name: "assigned",
        description: "`me`, `nobody`, or the id of an account; anybody's when not said.",
        kind: ParameterKind::Text,
        example: "me",
    },
    Parameter { name: "limit", description: "How many.", kind: ParameterKind::PageSize, example: "20" },
];
const QUEUE_LENGTH: u64 = 20;

/// The broker's queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct Queue {
    pub records: Vec<QueuedMatch>,
}

/// A match in the queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct QueuedMatch {
    /// Its expected value: score × urgency × age × balance.
    pub value: f64,
    #[serde(rename = "match")]
    pub found: Match,
}

/// Who is to work on a match.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentAssignment {
    /// `me`, `nobody`, or the id of an account that may decide.
    #[schema(example = "me")]
    pub to: String,
}

/// The account that `me`, `nobody` or an id means.
fn person(written: &str, caller: &Authorised<DecideMatch>) -> Option<Assigned> {
    match written {
        "me" => caller.user_id().map(Assigned::To),
        "nobody" => Some(Assigned::Nobody),
        id => Uuid::try_parse(id).ok().map(Assigned::To),
    }
}

/// `GET /api/v1/queue`
pub async fn read(app: web::Data<App>, caller: Authorised<DecideMatch>, request: HttpRequest) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, QUEUE)?;
    let limit = query.page_size("limit", QUEUE_LENGTH, app.settings.limits.page_size_max);
    let mut wanted = QueueQuery {
        countries: query.list("country"),
        fields: query.list("field"),
        languages: query.list("language"),
        states: query.values("state"),
        assigned: Assigned::Any,
        limit: usize::try_from(limit).unwrap_or(usize::MAX),
    };
    if let Some(written) = query.text("assigned") {
        match person(&written, &caller) {
            Some(assigned) => wanted.assigned = assigned,
            None => query.fail("assigned", "invalid", "takes me, nobody or the id of an account"),
        }
    }
    query.finish()?;
    let found = queue(&app.db, &caller, &wanted, now(), locale(&request)).await?;
    let records = found.into_iter().map(|one| QueuedMatch { value: one.value, found: one.found }).collect();
    Ok(HttpResponse::Ok().json(Queue { records }))
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.name("read_queue", "matches", "The broker's queue, the most valuable first")
        .about(
            "The value is score × urgency × age × balance. Score: at least 0.5 where a side has expressed interest. Urgency: 0.8 low, 1 normal, 1.3 high, 1.6 critical, half as \
             much again when the deadline is within 30 days. Age: 1 + whole weeks / 4, at most 2. Balance: 0.7 for each \
             match of the same technology that stands above, 0.9 for each of the same firm.",
        )
        .about("Matches of the caller's own organisation are left out: they are for somebody else to decide.")
        .in_query(QUEUE)
        .in_header("Accept-Language", false, "Language of the reasons: `zh` or `en`", "zh")
        .answers::<Queue>(200, "The queue", examples::queue())
        .needs(Action::DecideMatch)
}

/// Matches to be dismissed for one reason.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentDismissals {
    #[schema(min_items = 1, max_items = 100)]
    pub ids: Vec<Uuid>,
    pub reason: Reason,
    /// The reason in the broker's own words; needed with the reason `other`.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub text: Option<String>,
}

/// What became of each.
#[derive(Debug, Serialize, ToSchema)]
pub struct Dismissals {
    pub dismissed: usize,
    pub records: Vec<Dismissal>,
}

/// What became of one match of a bulk dismissal: `standing` where it was dismissed, else the problem.
#[derive(Debug, Serialize, ToSchema)]
pub struct Dismissal {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// `POST /api/v1/queue/dismissals`
pub async fn dismiss(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    repeatable: Repeatable,
    sent: Json<SentDismissals>,
) -> Result<HttpResponse> {
    let SentDismissals { ids, reason, text } = sent.value;
    let why = Why { reason: Some(reason), text };
    let step = async |transaction: &_| {
        let mut records = Vec::new();
        for (id, outcome) in dismiss_in(transaction, &caller, &ids, &why, now()).await? {
            records.push(match outcome {
                Ok(standing) => Dismissal { id, standing: Some(standing), code: None, detail: None },
                Err(error) => match Error::from(error) {
                    Error::Problem(problem) => {
                        Dismissal { id, standing: None, code: Some(problem.code), detail: problem.detail }
                    }
                    failed => return Err(failed),
                },
            });
        }
        let dismissed = records.iter().filter(|one| one.standing.is_some()).count();
        Answer::json(StatusCode::OK, &Dismissals { dismissed, records })
    };
    repeatable.once(&app, &caller, &sent.hash, step).await
}

/// How `dismiss` is documented.
pub fn describe_dismiss(doc: Doc) -> Doc {
    doc.name("dismiss_matches", "matches", "Dismiss many matches for one reason")
        .about("Each is dismissed or not by itself; the answer names what became of each, in the order that was sent.")
        .repeatable()
        .takes::<SentDismissals>("application/json", examples::sent_dismissals())
        .answers::<Dismissals>(200, "What became of each", examples::dismissals())
        .header(200, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .needs(Action::DecideMatch)
}

/// `POST /api/v1/matches/{id}/assignment`
pub async fn assign(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    repeatable: Repeatable,
    version: IfMatch,
    id: web::Path<String>,
    sent: Json<SentAssignment>,
) -> Result<HttpResponse> {
    let id = match_id(&id)?;
    let broker = match person(sent.value.to.trim(), &caller) {
        Some(Assigned::To(broker)) => Some(broker),
        Some(_) => None,
        None => {
            let fault = Fault::field("/to", "invalid", "takes me, nobody or the id of an account");
            return Err(Problem::from(Code::InvalidFields).with([fault]).into());
        }
    };
    let step = async |transaction: &_| standing(&assign_in(transaction, &caller, id, version.0, broker, now()).await?);
    repeatable.once(&app, &caller, &sent.hash, step).await
}

/// How `assign` is documented.
pub fn describe_assign(doc: Doc) -> Doc {
    doc.step("assign_match", "Give a match to a broker, or to nobody")
        .takes::<SentAssignment>("application/json", examples::assignment())
        .problems(&[Code::ConflictOfInterest])
        .needs(Action::DecideMatch)
}

/// `POST /api/v1/matches/{id}/letter-of-intent`
pub async fn record_letter(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    repeatable: Repeatable,
    version: IfMatch,
    id: web::Path<String>,
    sent: Json<LetterOfIntent>,
) -> Result<HttpResponse> {
    let id = match_id(&id)?;
    let letter = sent.value;
    let step = async |transaction: &_| {
        standing(&record_letter_in(transaction, &caller, id, version.0, letter.clone(), now()).await?)
    };
    repeatable.once(&app, &caller, &sent.hash, step).await
}

/// How `record_letter` is documented.
pub fn describe_record_letter(doc: Doc) -> Doc {
    doc.step("record_letter_of_intent", "Record the letter of intent of a restricted technology")
        .about("A later one takes the place of an earlier one; the history keeps both.")
        .takes::<LetterOfIntent>("application/json", examples::letter())
        .problems(&[Code::ConflictOfInterest])
        .needs(Action::DecideMatch)
}
