//! Webhooks: addresses of other programs that are told of events, and what became of each delivery.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::Json;
use super::doc::Doc;
use super::idempotency::{Answer, NO_BODY, Repeatable};
use super::query::Parameters;
use crate::accounts::permissions::ManageWebhooks;
use crate::accounts::{Action, Actor, Authorised};
use crate::app::App;
use crate::error::{Code, Error, Problem, Result};
use crate::library::store::now;
use crate::webhooks::EventKind;
use crate::webhooks::hooks::{self, MOST_WEBHOOKS, Webhook, WebhookDelivery, managed};
use crate::webhooks::rows::hook;

const ID: &str = "019a0000-0000-7000-8000-000000000011";

/// The webhooks the caller manages.
#[derive(Debug, Serialize, ToSchema)]
pub struct Webhooks {
    pub records: Vec<Webhook>,
}

/// What was and is on its way to a webhook.
#[derive(Debug, Serialize, ToSchema)]
pub struct Deliveries {
    pub records: Vec<WebhookDelivery>,
}

/// A webhook to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWebhook {
    /// Where it is told: an `https` address of the public internet.
    #[schema(example = "https://example.org/siku", max_length = 1000)]
    pub url: String,
    /// What it is told of.
    #[schema(value_type = Vec<String>, min_items = 1)]
    pub events: Vec<EventKind>,
}

/// A webhook with its secret, which is shown now and never again.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookWithSecret {
    /// Signs every delivery.
    #[schema(example = "whsec_…")]
    pub secret: String,
    #[serde(flatten)]
    pub webhook: Webhook,
}

/// `GET /api/v1/webhooks`
pub async fn list(
    app: web::Data<App>,
    caller: Authorised<ManageWebhooks>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    Ok(HttpResponse::Ok().json(Webhooks { records: hooks::list(&*app.db, &caller).await? }))
}

/// How `list` is documented.
pub fn describe_list(doc: Doc) -> Doc {
    doc.name("list_webhooks", "webhooks", "The webhooks of the caller's organisation")
        .about("Administrators see everybody's; those without an organisation are told of everybody's events.")
        .answers::<Webhooks>(200, "The webhooks, the newest first", json!({ "records": [example()] }))
        .needs(Action::ManageWebhooks)
}

/// `POST /api/v1/webhooks`
pub async fn create(
    app: web::Data<App>,
    caller: Authorised<ManageWebhooks>,
    repeatable: Repeatable,
    sent: Json<NewWebhook>,
) -> Result<HttpResponse> {
    let new = &sent.value;
    let faults = hooks::faults(&new.url, &new.events, &app.settings.webhooks);
    if !faults.is_empty() {
        return Err(Problem::from(Code::InvalidFields).with(faults).into());
    }
    let owner = managed(&caller).ok_or(Code::Forbidden)?;
    let sealing = app.sealing()?;
    let work = async |transaction: &_| {
        if hooks::list(transaction, &caller).await?.len() >= MOST_WEBHOOKS && owner.is_some() {
            let detail = format!("an organisation has at most {MOST_WEBHOOKS} webhooks");
            return Err(Error::from(Problem::new(Code::InvalidState, detail)));
        }
        let made = hooks::create_in(transaction, &sealing, &caller, owner, &new.url, &new.events, now()).await?;
        shown_once(StatusCode::CREATED, made)
    };
    repeatable.once(&app, &caller, &sent.hash, work).await
}

fn shown_once(status: StatusCode, (webhook, secret): (Webhook, String)) -> Result<Answer> {
    Answer::json(status, &WebhookWithSecret { secret, webhook })
}

/// How `create` is documented.
pub fn describe_create(doc: Doc) -> Doc {
    doc.name("add_webhook", "webhooks", "Have a program told of events")
        .about(
            "Deliveries follow Standard Webhooks: a POST with `webhook-id`, `webhook-timestamp` and \
             `webhook-signature` (HMAC-SHA256 with the secret). They carry ids only; any answer of 2xx is a yes. \
             What was not taken is tried again under the same `webhook-id`.",
        )
        .repeatable()
        .takes::<NewWebhook>("application/json", new_example())
        .answers::<WebhookWithSecret>(201, "The webhook with its secret", secret_example())
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::InvalidState])
        .needs(Action::ManageWebhooks)
}

async fn found(db: &impl sea_orm::ConnectionTrait, actor: &Actor, id: &str) -> Result<hook::Model> {
    let missing = || Problem::new(Code::NotFound, format!("there is no webhook {id}"));
    let id: Uuid = id.parse().map_err(|_| missing())?;
    let found = hooks::find(db, actor, id).await?;
    found.ok_or_else(|| missing().into())
}

/// `DELETE /api/v1/webhooks/{id}`
pub async fn remove(
    app: web::Data<App>,
    caller: Authorised<ManageWebhooks>,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let gone: Result<()> = app
        .db
        .write(async |transaction| {
            let hook = found(transaction, &caller, &id).await?;
            Ok(hooks::delete_in(transaction, &caller, hook, now()).await?)
        })
        .await;
    gone?;
    Ok(HttpResponse::NoContent().finish())
}

/// How `remove` is documented.
pub fn describe_remove(doc: Doc) -> Doc {
    doc.name("remove_webhook", "webhooks", "Remove a webhook and what was on its way to it")
        .in_path("id", "The webhook's id", ID)
        .answers_empty(204, "It is told nothing any more")
        .problems(&[Code::NotFound])
        .needs(Action::ManageWebhooks)
}

/// `GET /api/v1/webhooks/{id}/deliveries`
pub async fn deliveries(
    app: web::Data<App>,
    caller: Authorised<ManageWebhooks>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    Parameters::of(&request, &[])?;
    let hook = found(&*app.db, &caller, &id).await?;
    Ok(HttpResponse::Ok().json(Deliveries { records: hooks::deliveries(&*app.db, hook.id).await? }))
}

/// How `deliveries` is documented.
pub fn describe_deliveries(doc: Doc) -> Doc {
    doc.name("list_webhook_deliveries", "webhooks", "What was and is on its way to a webhook")
        .in_path("id", "The webhook's id", ID)
        .answers::<Deliveries>(200, "The hundred newest", json!({ "records": [delivery_example()] }))
        .problems(&[Code::NotFound])
        .needs(Action::ManageWebhooks)
}

/// `POST /api/v1/webhooks/{id}/ping`
pub async fn ping(
    app: web::Data<App>,
    caller: Authorised<ManageWebhooks>,
    repeatable: Repeatable,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let work = async |transaction: &_| {
        let hook = found(transaction, &caller, &id).await?;
        if hook.disabled_at.is_some() {
            let detail = "the webhook was disabled; remove it and add it again";
            return Err(Error::from(Problem::new(Code::InvalidState, detail)));
        }
        Answer::json(StatusCode::ACCEPTED, &hooks::ping_in(transaction, &hook, now()).await?)
    };
    repeatable.once(&app, &caller, &NO_BODY, work).await
}

/// How `ping` is documented.
pub fn describe_ping(doc: Doc) -> Doc {
    doc.name("ping_webhook", "webhooks", "Try whether a webhook works")
        .in_path("id", "The webhook's id", ID)
        .repeatable()
        .answers::<WebhookDelivery>(202, "A delivery of the event `ping`, on its way", delivery_example())
        .header(202, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::NotFound, Code::InvalidState])
        .needs(Action::ManageWebhooks)
}

/// `POST /api/v1/webhooks/{id}/secret`
pub async fn rotate(
    app: web::Data<App>,
    caller: Authorised<ManageWebhooks>,
    repeatable: Repeatable,
    id: web::Path<String>,
) -> Result<HttpResponse> {
    let sealing = app.sealing()?;
    let work = async |transaction: &_| {
        let hook = found(transaction, &caller, &id).await?;
        shown_once(StatusCode::OK, hooks::rotate_in(transaction, &sealing, &caller, hook, now()).await?)
    };
    repeatable.once(&app, &caller, &NO_BODY, work).await
}

/// How `rotate` is documented.
pub fn describe_rotate(doc: Doc) -> Doc {
    doc.name("change_webhook_secret", "webhooks", "Give a webhook a new secret")
        .about("For a day every delivery carries two signatures, of the new secret and of the one before.")
        .in_path("id", "The webhook's id", ID)
        .repeatable()
        .answers::<WebhookWithSecret>(200, "The webhook with its new secret", secret_example())
        .header(200, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::NotFound])
        .needs(Action::ManageWebhooks)
}

fn new_example() -> Value {
    json!({"url": "https://example.org/siku", "events": ["match.proposed", "match.introduced"]})
}

fn example() -> Value {
    json!({"id": ID, "organisation_id": "019a0000-0000-7000-8000-000000000002", "url": "https://example.org/siku",
        "events": ["match.proposed", "match.introduced"], "created_at": "2026-11-26T08:00:00Z", "failures": 0,
        "disabled_at": null})
}

fn secret_example() -> Value {
    let mut made = example();
    made["secret"] = "whsec_…".into();
    made
}

fn delivery_example() -> Value {
    json!({"id": "019a0000-0000-7000-8000-000000000012", "event": "match.proposed", "status": "delivered",
        "created_at": "2026-11-26T08:00:00Z", "attempts": 1, "next_at": null, "delivered_at": "2026-11-26T08:00:01Z",
        "response_status": 204, "failure": null, "last_error": null})
}
