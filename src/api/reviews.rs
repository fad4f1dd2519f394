//! Reviews of what authors submit, for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::body::Json;
use super::doc::Doc;
use super::etag::IfMatch;
use super::idempotency::{Answer, Repeatable};
use super::query::Parameters;
use super::records::{find, tag_of};
use crate::accounts::permissions::{ReadUnpublished, ReviewRecord};
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Result};
use crate::library::review::{Review, SentReview, review_in, reviews as reviews_of};
use crate::library::store::now;
use crate::library::{Library, Status};

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
