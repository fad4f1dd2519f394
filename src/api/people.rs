//! The people of organisations for programs: listed, let in, leaving, brought back, given another role.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::idempotency::{Answer, NO_BODY, Repeatable};
use super::lists::paged;
use super::query::{Parameter, ParameterKind, Parameters};
use crate::accounts::departure::{self, Departure};
use crate::accounts::people::{self, PeopleQuery, PersonState, PersonView};
use crate::accounts::permissions::{AppointPeople, InvitePeople, ReadPeople, RemovePeople};
use crate::accounts::{Action, Authorised, Role};
use crate::app::App;
use crate::error::{Code, Result};
use crate::library::store::now;

const LISTED: &[Parameter] = &[
    Parameter {
        name: "organisation",
        description: "Only the people of this organisation.",
        kind: ParameterKind::Id,
        example: "",
    },
    Parameter {
        name: "role",
        description: "Only people of this role.",
        kind: ParameterKind::OneOf(&["firm", "embassy", "broker", "steward", "admin"]),
        example: "broker",
    },
    Parameter {
        name: "state",
        description: "Only people who are here, who wait to be let in, or who have left.",
        kind: ParameterKind::OneOf(PersonState::CODES),
        example: "active",
    },
    Parameter {
        name: "limit",
        description: "People on a page; 20 when not said.",
        kind: ParameterKind::PageSize,
        example: "20",
    },
    Parameter {
        name: "cursor",
        description: "Where the page begins: `next_cursor` of the page before.",
        kind: ParameterKind::Id,
        example: "",
    },
];

/// One page of people.
#[derive(Debug, Serialize, ToSchema)]
pub struct People {
    pub records: Vec<PersonView>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<Uuid>,
}

/// Who takes the work of somebody who leaves on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Leaving {
    /// Somebody of the same organisation and role; open matches go back to the queue when missing.
    pub successor: Option<Uuid>,
}

/// The role somebody gets.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRole {
    pub role: Role,
}

fn person(id: &str) -> Result<Uuid> {
    Ok(id.parse().map_err(|_| Code::NotFound)?)
}

/// `GET /api/v1/people`
pub async fn list(app: web::Data<App>, caller: Authorised<ReadPeople>, request: HttpRequest) -> Result<HttpResponse> {
    let mut query = Parameters::of(&request, LISTED)?;
    let limit = query.page_size("limit", 20, app.settings.limits.page_size_max);
    let wanted = PeopleQuery {
        organisation: query.value("organisation"),
        role: query.value("role"),
        state: query.value("state"),
        after: query.value("cursor"),
        limit: limit.saturating_add(1),
    };
    query.finish()?;
    let mut records = people::list(&*app.db, &caller, &wanted).await?;
    let more = u64::try_from(records.len()).unwrap_or(u64::MAX) > limit;
    if more {
        records.pop();
    }
    let next_cursor = records.last().map(|last| last.id).filter(|_| more);
    Ok(paged(&request, next_cursor, &People { records, next_cursor }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_people", "account", "People with an account")
        .about("Members see those of their own organisation.")
        .in_query(LISTED)
        .answers::<People>(200, "One page", json!({"records": [example("active")], "next_cursor": null}))
        .header(200, "Link", "The next page, `rel=\"next\"`")
        .needs(Action::ReadPeople)
}

/// `POST /api/v1/people/{id}/admission`
pub async fn let_in(
    app: web::Data<App>,
    caller: Authorised<InvitePeople>,
    id: web::Path<String>,
    repeatable: Repeatable,
) -> Result<HttpResponse> {
    let id = person(&id)?;
    repeatable
        .once(&app, &caller, &NO_BODY, async |transaction| {
            let admitted = people::let_in(transaction, &app.settings, &caller, id, now()).await?;
            Answer::json(StatusCode::OK, &admitted)
        })
        .await
}

/// How `let_in` is documented.
pub fn describe_let_in(doc: Doc) -> Doc {
    on_person(doc, "admit_person", "Let somebody in who has registered under an organisation that is here already")
        .answers::<PersonView>(200, "The person as they stand now", example("active"))
        .repeatable()
        .needs(Action::InvitePeople)
}

/// `POST /api/v1/people/{id}/departure`
pub async fn leave(
    app: web::Data<App>,
    caller: Authorised<RemovePeople>,
    id: web::Path<String>,
    repeatable: Repeatable,
    sent: Json<Leaving>,
) -> Result<HttpResponse> {
    let (id, successor) = (person(&id)?, sent.value.successor);
    repeatable
        .once(&app, &caller, &sent.hash, async |transaction| {
            let gone = departure::leave(transaction, &caller, id, successor, now()).await?;
            Answer::json(StatusCode::OK, &gone)
        })
        .await
}

/// How `leave` is documented.
pub fn describe_leave(doc: Doc) -> Doc {
    let example = json!({"person": example("left"), "matches": 2, "tasks": 1, "notices": 5});
    on_person(doc, "let_person_go", "Take an account out of use and hand its work over")
        .about("Sessions, tokens and open invitations of the person end at once. Records stay with the organisation; open matches, open tasks and unread notices go to the successor; without one the other brokers and the stewards are told that matches are in the queue again.")
        .about("Who leaves by their own hand names a successor.")
        .takes::<Leaving>("application/json", json!({}))
        .answers::<Departure>(200, "What became of the work", example)
        .repeatable()
        .needs(Action::RemovePeople)
}

/// `POST /api/v1/people/{id}/return`
pub async fn bring_back(
    app: web::Data<App>,
    caller: Authorised<AppointPeople>,
    id: web::Path<String>,
    repeatable: Repeatable,
) -> Result<HttpResponse> {
    let id = person(&id)?;
    repeatable
        .once(&app, &caller, &NO_BODY, async |transaction| {
            Answer::json(StatusCode::OK, &people::bring_back(transaction, &caller, id, now()).await?)
        })
        .await
}

/// How `bring_back` is documented.
pub fn describe_bring_back(doc: Doc) -> Doc {
    on_person(doc, "bring_person_back", "Give the account of somebody who left back")
        .about("Sessions and tokens of before stay closed, and work that was handed over stays where it is.")
        .answers::<PersonView>(200, "The person as they stand now", example("active"))
        .repeatable()
        .needs(Action::AppointPeople)
}

/// `PUT /api/v1/people/{id}/role`
pub async fn appoint(
    app: web::Data<App>,
    caller: Authorised<AppointPeople>,
    id: web::Path<String>,
    sent: Json<NewRole>,
) -> Result<HttpResponse> {
    let (id, role) = (person(&id)?, sent.value.role);
    let appointed: Result<PersonView> =
        app.db.write(async |transaction| Ok(people::appoint(transaction, &caller, id, role, now()).await?)).await;
    Ok(HttpResponse::Ok().json(appointed?))
}

/// How `appoint` is documented.
pub fn describe_appoint(doc: Doc) -> Doc {
    on_person(doc, "appoint_person", "Give a person another role")
        .about("Their sessions and tokens end. Nobody changes their own role, and one administrator always stays.")
        .takes::<NewRole>("application/json", json!({"role": "broker"}))
        .answers::<PersonView>(200, "The person as they stand now", example("active"))
        .needs(Action::AppointPeople)
}

fn on_person(doc: Doc, name: &str, summary: &str) -> Doc {
    doc.name(name, "account", summary)
        .in_path("id", "The person's id", "019a0000-0000-7000-8000-000000000003")
        .problems(&[Code::NotFound, Code::InvalidState])
}

fn example(state: &str) -> Value {
    json!({"id": "019a0000-0000-7000-8000-000000000003", "name": "Amel Ben Salah", "email": "amel@embassy.example",
        "role": "embassy", "organisation_id": "019a0000-0000-7000-8000-000000000001", "state": state,
        "created_at": "2026-11-25T08:00:00Z"})
}
