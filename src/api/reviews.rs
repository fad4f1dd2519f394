//! Reviews of what authors submit, for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::checks::locale;
use super::doc::Doc;
use super::etag::IfMatch;
use super::idempotency::{Answer, Repeatable};
use super::query::{Parameter, ParameterKind, Parameters};
use super::records::{find, tag_of};
use crate::accounts::permissions::{ReadUnpublished, ReviewRecord};
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Result};
use crate::layout::Locale;
use crate::library::review::{
    Due, DueQuery, Near, Review, SentReview, Told, due as due_reviews, review_in, reviews as reviews_of,
};
use crate::library::store::now;
use crate::library::{Library, LibraryKind, Status};
use crate::matching::looking::CheckFinding;

/// The reviews of a record.
#[derive(Debug, Serialize, ToSchema)]
pub struct Reviews {
    /// The newest first.
    pub records: Vec<Review>,
}

/// What a review led to.
#[derive(Debug, Serialize, ToSchema)]
pub struct Reviewed {
    pub review: Review,
    /// Where the record stands now.
    pub status: Status,
    /// The version of the record now.
    #[schema(example = 3)]
    pub version: i32,
}

/// What waits for a review.
#[derive(Debug, Serialize, ToSchema)]
pub struct DueReviews {
    /// The oldest first.
    pub records: Vec<DueReview>,
    /// How much waits, shown or not.
    pub total: u64,
}

/// Something that waits for a review.
#[derive(Debug, Serialize, ToSchema)]
pub struct DueReview {
    pub library: LibraryKind,
    pub id: Uuid,
    #[schema(example = "T-2026-000123")]
    pub number: String,
    pub title: String,
    /// Language of the title, BCP 47.
    #[schema(example = "zh")]
    pub lang: String,
    /// What a review has to name with `If-Match`, as `"v2"`.
    #[schema(example = 2)]
    pub version: i32,
    /// Whether it is a change of a published record, which stays as it is until then.
    pub revision: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_organisation_id: Option<Uuid>,
    pub submitted_at: DateTime<Utc>,
    /// Working days since then.
    #[schema(minimum = 0)]
    pub working_days: usize,
    /// What the checks said when it was submitted.
    pub findings: Vec<CheckFinding>,
    /// Published records that it may repeat.
    pub duplicates: Vec<Near>,
    /// There was no language model: the same record in another language was not looked for.
    pub words_only: bool,
}

impl DueReview {
    fn of(one: Due, locale: Locale) -> Self {
        let looked = one.looked.unwrap_or_default();
        let words = |told: &Told| CheckFinding::of(locale, &told.code, &told.pointer, told.severity, &told.found);
        Self {
            library: one.library,
            id: one.id,
            number: one.number,
            title: one.title,
            lang: one.lang,
            version: one.version,
            revision: one.revision,
            owner_organisation_id: one.owner_organisation_id,
            submitted_at: one.submitted_at,
            working_days: one.working_days,
            findings: looked.findings.iter().map(words).collect(),
            duplicates: looked.duplicates,
            words_only: looked.words_only,
        }
    }
}

const DUE: &[Parameter] = &[
    Parameter {
        name: "library",
        description: "Only records of these libraries.",
        kind: ParameterKind::SomeOf(LibraryKind::CODES),
        example: "technologies",
    },
    Parameter { name: "limit", description: "How many.", kind: ParameterKind::PageSize, example: "20" },
];
/// Shown when the caller does not say.
const DUE_LENGTH: u64 = 20;

/// `GET /api/v1/reviews/due`
pub async fn due(app: web::Data<App>, caller: Authorised<ReviewRecord>, request: HttpRequest) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, DUE)?;
    let libraries = query.values("library");
    let limit = query.page_size("limit", DUE_LENGTH, app.settings.limits.page_size_max);
    query.finish()?;
    let (found, total) = due_reviews(&*app.db, &caller, &DueQuery { libraries, limit }, now()).await?;
    let locale = locale(&request);
    let records = found.into_iter().map(|one| DueReview::of(one, locale)).collect();
    Ok(HttpResponse::Ok().json(DueReviews { records, total }))
}

/// How `due` is documented.
pub fn describe_due(doc: Doc) -> Doc {
    let example = json!({ "total": 1, "records": [{
        "library": "technologies", "id": "019a0000-0000-7000-8000-000000000001", "number": "T-2026-000001",
        "title": "太阳能滴灌控制器", "lang": "zh", "version": 2, "revision": false,
        "submitted_at": "2026-11-24T08:00:00Z", "working_days": 2, "findings": [], "duplicates": [], "words_only": false
    }] });
    doc.name("list_reviews_due", "reviews", "What waits for a review, the oldest first")
        .about("With what the checks said when it was submitted. What the caller's own organisation owns or the caller wrote is left out.")
        .in_query(DUE)
        .in_header("Accept-Language", false, "Language of the messages: `zh` or `en`", "zh")
        .answers::<DueReviews>(200, "What waits", example)
        .needs(Action::ReviewRecord)
}

/// `POST /api/v1/{library}/{id}/reviews`
pub async fn review<L: Library>(
    app: web::Data<App>,
    caller: Authorised<ReviewRecord>,
    repeatable: Repeatable,
    version: IfMatch,
    id: web::Path<String>,
    sent: Json<SentReview>,
) -> Result<HttpResponse> {
    let id = find::<L>(&app, &caller, &id).await?.head.id;
    let step = async |transaction: &_| {
        let (record, review) = review_in::<L>(transaction, &caller, id, version.0, sent.value.clone(), now()).await?;
        let answer = Reviewed { review, status: record.head.status, version: record.head.version };
        Ok(Answer::json(StatusCode::CREATED, &answer)?.with("ETag", tag_of(&record)))
    };
    repeatable.once(&app, &caller, &sent.hash, step).await
}

/// `GET /api/v1/{library}/{id}/reviews`
pub async fn reviews<L: Library>(
    app: web::Data<App>,
    caller: Authorised<ReadUnpublished>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let id = find::<L>(&app, &caller, &id).await?.head.id;
    Ok(HttpResponse::Ok().json(Reviews { records: reviews_of::<L>(&*app.db, &caller, id).await? }))
}

fn sent_example() -> Value {
    json!({
        "criteria": {
            "advantage_or_problem": {"score": 4}, "clarity": {"score": 3, "comment": "Say what is measured."},
            "cooperation": {"score": 4}, "rules_and_language": {"score": 3}
        },
        "comment": "Good; the figures convince."
    })
}

fn review_example() -> Value {
    let mut review = sent_example();
    review["id"] = "019a0000-0000-7000-8000-00000000000c".into();
    review["version"] = 2.into();
    review["at"] = "2026-11-26T08:00:00Z".into();
    review["total"] = 14.into();
    review["result"] = "published".into();
    review
}

/// How `review` is documented.
pub fn describe_review<L: Library>(doc: Doc) -> Doc {
    let number = format!("{}-2026-000001", L::KIND.letter());
    doc.name(format!("review_{}", L::KIND), L::KIND.as_str(), "Review what was submitted")
        .about(
            "Four criteria are scored 0–5. A sum of 10–20 and no zero: published. 5–9, or a zero: back to the author as a \
             draft, with the comments. Below 5: rejected. Nobody reviews what their own organisation owns or what they \
             wrote. The author is told.",
        )
        .in_path("id", "The record's id, number or external id", &number)
        .in_header("If-Match", true, "The version that was read: the record's `ETag`, or `*`", "\"v2-7\"")
        .repeatable()
        .takes::<SentReview>("application/json", sent_example())
        .answers::<Reviewed>(201, "The review, and where the record stands now", json!({
            "review": review_example(), "status": "published", "version": 3
        }))
        .header(201, "ETag", "Names the version of the record now")
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::NotFound, Code::ConflictOfInterest, Code::InvalidState])
        .problems(&[Code::PreconditionNeeded, Code::StaleVersion])
        .needs(Action::ReviewRecord)
}

/// How `reviews` is documented.
pub fn describe_reviews<L: Library>(doc: Doc) -> Doc {
    let number = format!("{}-2026-000001", L::KIND.letter());
    doc.name(format!("list_{}_reviews", L::KIND), L::KIND.as_str(), "What reviewers said of a record")
        .about("For its owner and for those who review; who reviewed it is told only to the latter.")
        .in_path("id", "The record's id, number or external id", &number)
        .answers::<Reviews>(200, "The reviews, the newest first", json!({ "records": [review_example()] }))
        .problems(&[Code::NotFound, Code::UnknownParameter])
        .needs(Action::ReadUnpublished)
}
