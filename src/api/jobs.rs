//! The queue of jobs, for those who run the libraries: what waits, what failed and why, and trying it again.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::doc::Doc;
use super::idempotency::{Answer, NO_BODY, Repeatable};
use super::lists::{CURSOR, paged};
use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::permissions::OperateService;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Problem, Result};
use crate::library::store::now;
use crate::outbox::looking::{self, JobCounts, JobState, JobView, retry_in};

const LISTED: &[Parameter] = &[
    Parameter {
        name: "state",
        description: "Where they stand; `given_up` when not said.",
        kind: ParameterKind::OneOf(JobState::CODES),
        example: "given_up",
    },
    Parameter {
        name: "limit",
        description: "Jobs on a page; 20 when not said.",
        kind: ParameterKind::PageSize,
        example: "20",
    },
    CURSOR,
];

/// One page of jobs.
#[derive(Debug, Serialize, ToSchema)]
pub struct Jobs {
    pub counts: JobCounts,
    pub records: Vec<JobView>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<String>,
}

/// How many jobs are tried again.
#[derive(Debug, Serialize, ToSchema)]
pub struct Retried {
    #[schema(example = 3)]
    pub jobs: u64,
}

/// `GET /api/v1/jobs`
pub async fn list(
    app: web::Data<App>,
    _caller: Authorised<OperateService>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, LISTED)?;
    let limit = query.page_size("limit", 20, app.settings.limits.page_size_max);
    let state = query.value("state").unwrap_or(JobState::GivenUp);
    let before = query.value("cursor");
    query.finish()?;
    let mut records = looking::list(&*app.db, state, before, limit.saturating_add(1)).await?;
    let more = u64::try_from(records.len()).unwrap_or(u64::MAX) > limit;
    if more {
        records.pop();
    }
    let next_cursor = records.last().filter(|_| more).map(|last| last.id.to_string());
    let counts = looking::counts(&*app.db).await?;
    Ok(paged(&request, next_cursor.clone(), &Jobs { counts, records, next_cursor }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_jobs", "service", "Jobs of a state, the newest first")
        .about("A job that fails is tried again by itself, after pauses that double, until it is given up.")
        .in_query(LISTED)
        .answers::<Jobs>(
            200,
            "One page",
            json!({ "counts": { "waiting": 0, "failing": 0, "given_up": 1, "done": 120 }, "records": [example()],
                "next_cursor": null }),
        )
        .header(200, "Link", "The next page, `rel=\"next\"`")
        .needs(Action::OperateService)
}

/// `POST /api/v1/jobs/retry`
pub async fn retry_all(
    app: web::Data<App>,
    caller: Authorised<OperateService>,
    repeatable: Repeatable,
) -> Result<HttpResponse> {
    let work = async |transaction: &_| {
        Answer::json(StatusCode::OK, &Retried { jobs: retry_in(transaction, &caller, None, now()).await? })
    };
    repeatable.once(&app, &caller, &NO_BODY, work).await
}

/// How `retry_all` is documented.
pub fn describe_retry_all(doc: Doc) -> Doc {
    doc.name("retry_jobs", "service", "Have every job that failed tried again now")
        .repeatable()
        .answers::<Retried>(200, "How many", json!({ "jobs": 3 }))
        .header(200, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .needs(Action::OperateService)
}

/// `POST /api/v1/jobs/{id}/retry`
pub async fn retry(
    app: web::Data<App>,
    caller: Authorised<OperateService>,
    repeatable: Repeatable,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let unknown = || Problem::new(Code::NotFound, format!("there is no job {id} that has failed"));
    let job: i64 = id.parse().map_err(|_| unknown())?;
    let work = async |transaction: &_| match retry_in(transaction, &caller, Some(job), now()).await? {
        0 => Err(unknown().into()),
        jobs => Answer::json(StatusCode::OK, &Retried { jobs }),
    };
    repeatable.once(&app, &caller, &NO_BODY, work).await
}

/// How `retry` is documented.
pub fn describe_retry(doc: Doc) -> Doc {
    doc.name("retry_job", "service", "Have a job that failed tried again now")
        .in_path("id", "The job's number", "17")
        .repeatable()
        .answers::<Retried>(200, "It is tried again", json!({ "jobs": 1 }))
        .header(200, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::NotFound])
        .needs(Action::OperateService)
}

fn example() -> Value {
    json!({ "id": 17, "kind": "match_demand", "state": "given_up",
        "record": "019a0000-0000-7000-8000-000000000002", "attempts": 12, "created_at": "2026-11-25T08:00:00Z",
        "run_after": "2026-11-25T13:00:00Z", "given_up_at": "2026-11-25T12:00:00Z",
        "last_error": "cannot read the index: no space left on device" })
}
