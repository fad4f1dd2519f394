//! What brokers have to do in a case.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::examples;
use crate::accounts::permissions::DecideMatch;
use crate::accounts::{Action, Authorised};
use crate::api::body::{Json, MergePatch, convert};
use crate::api::doc::Doc;
use crate::api::idempotency::{Answer, Repeatable};
use crate::api::life::{id_of, match_id};
use crate::api::query::Parameters;
use crate::app::App;
use crate::cases::tasks::{SentTask, Task, TaskChange, add_in, change_in, list};
use crate::error::Result;
use crate::library::store::now;

/// Tasks of a case, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseTasks)]
pub struct Tasks {
    pub records: Vec<Task>,
}

/// `GET /api/v1/matches/{id}/tasks`
pub async fn read(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let records = list(&*app.db, &caller, match_id(&id)?, now().date_naive()).await?;
    Ok(HttpResponse::Ok().json(Tasks { records }))
}

/// How `read` is documented.
pub fn describe_read(doc: Doc) -> Doc {
    doc.of_case("list_tasks", "The tasks of a case, oldest first", Action::DecideMatch).answers::<Tasks>(
        200,
        "The tasks",
        examples::tasks(),
    )
}

/// `POST /api/v1/matches/{id}/tasks`
pub async fn add(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    repeatable: Repeatable,
    id: web::Path<String>,
    sent: Json<SentTask>,
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
    doc.of_case("add_task", "Add a task to a case", Action::DecideMatch)
        .about("Until a day, or until so many days on which both sides work.")
        .repeatable()
        .takes::<SentTask>("application/json", examples::sent_task())
        .answers::<Task>(201, "The task as stored", examples::task())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
}

/// `PATCH /api/v1/matches/{id}/tasks/{task}`
pub async fn change(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    path: web::Path<(String, String)>,
    sent: MergePatch,
) -> Result<HttpResponse> {
    let (id, written) = path.into_inner();
    let id = match_id(&id)?;
    let task = id_of("task", &written)?;
    let wanted: TaskChange = convert(serde_json::Value::Object(sent.0))?;
    let changed: Result<Task> = app
        .db
        .write(async |transaction| Ok(change_in(transaction, &caller, id, task, wanted.clone(), now()).await?))
        .await;
    Ok(HttpResponse::Ok().json(changed?))
}

/// How `change` is documented.
pub fn describe_change(doc: Doc) -> Doc {
    doc.of_case("change_task", "Change a task, or say that it is done", Action::DecideMatch)
        .in_path("task", "The task's id", "019a0000-0000-7000-8000-00000000000d")
        .about("What is not named stays as it is; null takes the day or the assignee away.")
        .takes::<TaskChange>("application/merge-patch+json", examples::task_change())
        .answers::<Task>(200, "The task as stored", examples::task())
}
