//! Views of the queue that the caller has saved.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use anyhow::Context;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::{Json, MergePatch, convert};
use super::doc::Doc;
use super::idempotency::{Answer, Repeatable};
use super::life::id_of;
use super::query::Parameters;
use crate::accounts::permissions::DecideMatch;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Error, Problem, Result};
use crate::library::store::now;
use crate::searches::views::{self, Filters, View, ViewChange};

const ID: &str = "019a0000-0000-7000-8000-000000000015";

/// The views the caller has saved.
#[derive(Debug, Serialize, ToSchema)]
pub struct QueueViews {
    pub records: Vec<View>,
}

/// A view to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewQueueView {
    /// By which its owner knows it.
    #[schema(min_length = 1, max_length = 60)]
    pub name: String,
    /// The filters of the queue.
    pub filters: Filters,
}

/// What is to change in a view; what is not named stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct QueueViewChange {
    #[schema(min_length = 1, max_length = 60)]
    pub name: Option<String>,
    /// All of them anew.
    pub filters: Option<Filters>,
}

fn owner(caller: &Authorised<DecideMatch>) -> Result<Uuid> {
    Ok(caller.user_id().context("whoever has a token is a person")?)
}

/// `GET /api/v1/queue/views`
pub async fn list(app: web::Data<App>, caller: Authorised<DecideMatch>, request: HttpRequest) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    Ok(HttpResponse::Ok().json(QueueViews { records: views::list(&*app.db, owner(&caller)?).await? }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_queue_views", "matches", "The views of the queue that the caller has saved")
        .answers::<QueueViews>(200, "The views, in the order they were saved", json!({ "records": [example()] }))
        .needs(Action::DecideMatch)
}

/// `POST /api/v1/queue/views`
pub async fn save(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    repeatable: Repeatable,
    sent: Json<NewQueueView>,
) -> Result<HttpResponse> {
    let user = owner(&caller)?;
    let NewQueueView { name, filters } = &sent.value;
    let work = async |transaction: &_| {
        Answer::json(StatusCode::CREATED, &views::save_in(transaction, user, name, filters, now()).await?)
    };
    repeatable.once(&app, &caller, &sent.hash, work).await
}

/// How `save` is documented.
pub fn describe_save(doc: Doc) -> Doc {
    doc.name("save_queue_view", "matches", "Save filters of the queue under a name")
        .about("A person has at most 20, each under a name of its own.")
        .repeatable()
        .takes::<NewQueueView>("application/json", json!({"name": "Egypt, mine", "filters": filters()}))
        .answers::<View>(201, "The view as saved", example())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::InvalidState])
        .needs(Action::DecideMatch)
}

/// `PATCH /api/v1/queue/views/{id}`
pub async fn change(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    id: web::Path<String>,
    sent: MergePatch,
) -> Result<HttpResponse> {
    let user = owner(&caller)?;
    let id = id_of("view", &id)?;
    let QueueViewChange { name, filters } = convert(Value::Object(sent.0))?;
    let wanted = ViewChange { name, filters };
    let changed: Result<View> =
        app.db.write(async |transaction| views::change_in(transaction, user, id, &wanted).await).await;
    Ok(HttpResponse::Ok().json(changed?))
}

/// How `change` is documented.
pub fn describe_change(doc: Doc) -> Doc {
    doc.name("change_queue_view", "matches", "Rename a view of the queue, or give it other filters")
        .in_path("id", "The view's id", ID)
        .takes::<QueueViewChange>("application/merge-patch+json", json!({"name": "Egypt"}))
        .answers::<View>(200, "The view as stored", example())
        .problems(&[Code::NotFound])
        .needs(Action::DecideMatch)
}

/// `DELETE /api/v1/queue/views/{id}`
pub async fn remove(
    app: web::Data<App>,
    caller: Authorised<DecideMatch>,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let user = owner(&caller)?;
    let id = id_of("view", &id)?;
    let gone: Result<Option<View>> =
        app.db.write(async |transaction| Ok(views::remove_in(transaction, user, id).await?)).await;
    match gone? {
        Some(_) => Ok(HttpResponse::NoContent().finish()),
        None => Err(Error::from(Problem::new(Code::NotFound, format!("there is no view {id}")))),
    }
}

/// How `remove` is documented.
pub fn describe_remove(doc: Doc) -> Doc {
    doc.name("remove_queue_view", "matches", "Forget a view of the queue")
        .in_path("id", "The view's id", ID)
        .answers_empty(204, "It is forgotten; the matches stay as they are")
        .problems(&[Code::NotFound])
        .needs(Action::DecideMatch)
}

fn filters() -> Value {
    json!({"country": ["EG"], "assigned": "me"})
}

fn example() -> Value {
    json!({"id": ID, "name": "Egypt, mine", "filters": filters(), "created_at": "2026-11-26T08:00:00Z"})
}
