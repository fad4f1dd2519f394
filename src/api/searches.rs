//! Saved searches of the caller.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use anyhow::Context;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::idempotency::{Answer, Repeatable};
use super::lists;
use super::query::Parameters;
use crate::accounts::permissions::ReadNotices;
use crate::accounts::{Action, Authorised};
use crate::app::App;
use crate::error::{Code, Error, Fault, Problem, Result};
use crate::library::LibraryKind;
use crate::library::store::now;
use crate::notices::Delivery;
use crate::searches::{self, MOST_SEARCHES, Search, Wanted};

/// The searches the caller has saved.
#[derive(Debug, Serialize, ToSchema)]
pub struct Searches {
    pub records: Vec<Search>,
}

/// A search to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSearch {
    /// By which its owner knows it.
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    pub library: LibraryKind,
    /// The filters of the library's list.
    pub query: Wanted,
    /// By mail at once, in the daily digest (when not said), or in the service only.
    #[serde(default)]
    pub delivery: Delivery,
}

/// `GET /api/v1/searches`
pub async fn list(app: web::Data<App>, caller: Authorised<ReadNotices>, request: HttpRequest) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let user = caller.user_id().context("whoever has a token is a person")?;
    Ok(HttpResponse::Ok().json(Searches { records: searches::list(&*app.db, user).await? }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_searches", "notices", "The searches the caller has saved")
        .answers::<Searches>(200, "The searches, the newest first", json!({ "records": [example()] }))
        .needs(Action::ReadNotices)
}

/// `POST /api/v1/searches`
pub async fn save(
    app: web::Data<App>,
    caller: Authorised<ReadNotices>,
    repeatable: Repeatable,
    sent: Json<NewSearch>,
) -> Result<HttpResponse> {
    let user = caller.user_id().context("whoever has a token is a person")?;
    let query = checked(&app, &sent.value).await?;
    let NewSearch { name, library, delivery, .. } = &sent.value;
    let work = async |transaction: &_| {
        if searches::list(transaction, user).await?.len() >= MOST_SEARCHES {
            let detail = format!("a person has at most {MOST_SEARCHES} saved searches");
            return Err(Error::from(Problem::new(Code::InvalidState, detail)));
        }
        let new = Search {
            id: Uuid::now_v7(),
            name: name.trim().to_owned(),
            library: *library,
            query: query.clone(),
            delivery: *delivery,
            created_at: now(),
        };
        Answer::json(StatusCode::CREATED, &searches::save_in(transaction, user, new).await?)
    };
    repeatable.once(&app, &caller, &sent.hash, work).await
}

/// The query with its codes as they are stored; faults where the library's list has no such filter or code.
async fn checked(app: &App, new: &NewSearch) -> Result<Wanted> {
    let (query, mut faults) = searches::checked(&*app.db, &new.name, &new.query).await?;
    let known: Vec<&str> = lists::parameters(new.library).iter().map(|parameter| parameter.name).collect();
    if let Value::Object(given) = serde_json::to_value(&query).context("cannot write a search")? {
        for name in given.keys().filter(|name| !known.contains(&name.as_str())) {
            let detail = format!("the list of {} has no such filter", new.library);
            faults.push(Fault::field(format!("/query/{name}"), "unknown_field", detail));
        }
    }
    if faults.is_empty() { Ok(query) } else { Err(Problem::from(Code::InvalidFields).with(faults).into()) }
}

/// How `save` is documented.
pub fn describe_save(doc: Doc) -> Doc {
    let new = json!({"name": "Drip irrigation for Egypt", "library": "technologies",
        "query": {"field": ["agriculture"], "target_country": ["EG"], "q": "滴灌"}, "delivery": "digest"});
    doc.name("save_search", "notices", "Save a search and be told of what is published and fits it")
        .about("Of every newly published record that fits, once. Filters are those of the library's list.")
        .repeatable()
        .takes::<NewSearch>("application/json", new)
        .answers::<Search>(201, "The search as saved", example())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::InvalidState])
        .needs(Action::ReadNotices)
}

/// `DELETE /api/v1/searches/{id}`
pub async fn remove(
    app: web::Data<App>,
    caller: Authorised<ReadNotices>,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let user = caller.user_id().context("whoever has a token is a person")?;
    let id: Uuid = id.parse().map_err(|_| Code::NotFound)?;
    let gone: Result<bool> =
        app.db.write(async |transaction| Ok(searches::remove_in(transaction, user, id).await?)).await;
    if gone? { Ok(HttpResponse::NoContent().finish()) } else { Err(Code::NotFound.into()) }
}

/// How `remove` is documented.
pub fn describe_remove(doc: Doc) -> Doc {
    doc.name("remove_search", "notices", "Forget a saved search")
        .in_path("id", "The search's id", "019a0000-0000-7000-8000-000000000013")
        .answers_empty(204, "Nothing more is told of it")
        .problems(&[Code::NotFound])
        .needs(Action::ReadNotices)
}

fn example() -> Value {
    json!({"id": "019a0000-0000-7000-8000-000000000013", "name": "Drip irrigation for Egypt",
        "library": "technologies", "query": {"q": "滴灌", "field": ["agriculture"], "target_country": ["EG"]},
        "delivery": "digest", "created_at": "2026-11-26T08:00:00Z"})
}
