//! `/my/webhooks`: other programs that are told of events: added, tried, given another secret, removed, and what became
//! of each delivery.

use actix_web::{HttpResponse, web};
use askama::Template;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{Faults, Tick};
use crate::accounts::Action;
use crate::app::App;
use crate::error::{Code, Fault, Result};
use crate::layout::Locale;
use crate::layout::Page;
use crate::library::store::now;
use crate::pages::desk::elsewhere;
use crate::pages::forms::{Fields, Posted, go_to};
use crate::pages::reader::Reader;
use crate::pages::refusals::secretly;
use crate::pages::sign_in::Nothing;
use crate::webhooks::EventKind;
use crate::webhooks::failure::Failure;
use crate::webhooks::hooks::{self, MOST_WEBHOOKS, Webhook, WebhookDelivery, managed};
use crate::webhooks::rows::hook;

#[derive(Template)]
#[template(path = "own/webhooks.html")]
struct WebhooksPage<'a> {
    page: &'a Page,
    hooks: Vec<HookLine>,
    url: String,
    events: Vec<Tick>,
    wrong_url: Option<String>,
    wrong_events: Option<String>,
    done: Option<String>,
}

struct HookLine {
    href: String,
    url: String,
    events: String,
    facts: Vec<String>,
    off: Option<String>,
}

#[derive(Template)]
#[template(path = "own/webhook.html")]
struct WebhookPage<'a> {
    page: &'a Page,
    id: Uuid,
    hook: HookLine,
    /// Shown this once.
    secret: Option<String>,
    deliveries: Vec<DeliveryLine>,
    done: Option<String>,
}

struct DeliveryLine {
    event: String,
    status: String,
    failed: bool,
    facts: Vec<String>,
    /// Why the last attempt failed.
    reason: Option<String>,
    /// What the reason does not say, in English.
    detail: Option<String>,
}

/// `GET /my/webhooks`
pub async fn show(app: web::Data<App>, reader: Reader) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::ManageWebhooks)? {
        return Ok(place);
    }
    let reader = below(reader, false);
    reader.send(&view(&app, &reader, "", &[], &Faults::default()).await?)
}

fn below(reader: Reader, one: bool) -> Reader {
    let (account, all) = (reader.t().text("account-title"), reader.t().text("hook-title"));
    let reader = reader.below(&account, "/account");
    if one { reader.below(&all, "/my/webhooks") } else { reader }
}

async fn view<'a>(
    app: &App,
    reader: &'a Reader,
    url: &str,
    events: &[EventKind],
    faults: &Faults,
) -> Result<WebhooksPage<'a>> {
    let t = reader.t();
    let tick = |event: &EventKind| Tick {
        value: event.as_str().to_owned(),
        label: name_of(t, event.as_str()),
        ticked: events.contains(event),
    };
    Ok(WebhooksPage {
        page: &reader.page,
        hooks: hooks::list(&*app.db, &reader.actor).await?.iter().map(|hook| line(t, hook)).collect(),
        url: url.to_owned(),
        // A ping is asked for, not waited for.
        events: EventKind::ALL.iter().filter(|event| **event != EventKind::Ping).map(tick).collect(),
        wrong_url: faults
            .of("url")
            .and_then(|fault| t.code("hook-failure", &fault.code))
            .or_else(|| faults.at(t, "url")),
        wrong_events: faults.at(t, "events"),
        done: reader.page.query.get("done").and_then(|what| t.code("hook-done", what)),
    })
}

/// What an event is called.
fn name_of(t: Locale, event: &str) -> String {
    t.code("hook-event", &event.replace('.', "_")).unwrap_or_else(|| event.to_owned())
}

fn line(t: Locale, hook: &Webhook) -> HookLine {
    let events: Vec<String> = hook.events.iter().map(|event| name_of(t, event.as_str())).collect();
    let failures = (hook.failures > 0).then(|| t.count("hook-failures", hook.failures));
    HookLine {
        href: format!("/my/webhooks/{}", hook.id),
        url: hook.url.clone(),
        events: t.list(&events),
        facts: [t.fill("hook-since", t.day(&hook.created_at))].into_iter().chain(failures).collect(),
        off: hook.disabled_at.map(|since| t.fill("hook-off", t.moment(&since))),
    }
}

/// `POST /my/webhooks`
pub async fn create(app: web::Data<App>, posted: Posted<Fields>) -> Result<HttpResponse> {
    let Posted { reader, form } = posted;
    if let Some(place) = elsewhere(&reader, Action::ManageWebhooks)? {
        return Ok(place);
    }
    let url = form.value("url").unwrap_or_default().to_owned();
    let events: Vec<EventKind> = form.all("event").filter_map(|event| event.parse().ok()).collect();
    let owner = managed(&reader.actor).ok_or(Code::Forbidden)?;
    let sealing = app.sealing()?;
    let mut faults = Faults(hooks::faults(&url, &events, &app.settings.webhooks));
    if faults.0.is_empty() {
        let made: Result<Option<(Webhook, String)>> = app
            .db
            .write(async |transaction| {
                if owner.is_some() && hooks::list(transaction, &reader.actor).await?.len() >= MOST_WEBHOOKS {
                    return Ok(None);
                }
                Ok(Some(hooks::create_in(transaction, &sealing, &reader.actor, owner, &url, &events, now()).await?))
            })
            .await;
        match made? {
            Some((hook, secret)) => return one(&app, below(reader, true), hook.id, Some(secret)).await,
            None => faults.0.push(Fault::field("/url", "too_many", format!("at most {MOST_WEBHOOKS} webhooks"))),
        }
    }
    let reader = below(reader, false);
    faults.send(&reader, &view(&app, &reader, &url, &events, &faults).await?)
}

/// `GET /my/webhooks/{id}`
pub async fn show_one(app: web::Data<App>, reader: Reader, id: web::Path<String>) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::ManageWebhooks)? {
        return Ok(place);
    }
    one(&app, below(reader, true), id.parse().map_err(|_| Code::NotFound)?, None).await
}

async fn found(db: &impl ConnectionTrait, reader: &Reader, id: Uuid) -> Result<hook::Model> {
    Ok(hooks::find(db, &reader.actor, id).await?.ok_or(Code::NotFound)?)
}

async fn one(app: &App, reader: Reader, id: Uuid, secret: Option<String>) -> Result<HttpResponse> {
    let t = reader.t();
    let hook = Webhook::of(found(&*app.db, &reader, id).await?)?;
    let deliveries = hooks::deliveries(&*app.db, id).await?;
    let shown_once = secret.is_some();
    let view = WebhookPage {
        page: &reader.page,
        id,
        hook: line(t, &hook),
        secret,
        deliveries: deliveries.into_iter().map(|delivery| sent(t, delivery)).collect(),
        done: reader.page.query.get("done").and_then(|what| t.code("hook-done", what)),
    };
    let response = reader.send(&view)?;
    Ok(if shown_once { secretly(response) } else { response })
}

fn sent(t: Locale, delivery: WebhookDelivery) -> DeliveryLine {
    let answer = delivery.response_status.map(|status| t.fill("hook-answer", status));
    let next = delivery.next_at.filter(|_| delivery.attempts > 0).map(|next| t.fill("hook-next", t.moment(&next)));
    let facts = [t.moment(&delivery.created_at), t.count("hook-attempts", delivery.attempts)];
    DeliveryLine {
        event: name_of(t, &delivery.event),
        status: t.code_or_self("hook-status", &delivery.status),
        failed: delivery.delivered_at.is_none() && delivery.last_error.is_some(),
        facts: facts.into_iter().chain(answer).chain(next).collect(),
        reason: delivery.failure.as_deref().map(|failure| t.code_or_self("hook-failure", failure)),
        // The answer stands among the facts.
        detail: delivery.last_error.filter(|_| delivery.failure.as_deref() != Some(Failure::NotTaken.as_str())),
    }
}

/// What the buttons of a webhook do.
enum Button {
    Ping,
    Rotate,
    Remove,
}

async fn press(app: &App, reader: Reader, id: &str, button: Button) -> Result<HttpResponse> {
    if let Some(place) = elsewhere(&reader, Action::ManageWebhooks)? {
        return Ok(place);
    }
    let id: Uuid = id.parse().map_err(|_| Code::NotFound)?;
    let sealing = app.sealing()?;
    let pressed: Result<(String, Option<String>)> = app
        .db
        .write(async |transaction| {
            let hook = found(transaction, &reader, id).await?;
            let place = format!("/my/webhooks/{id}");
            Ok(match button {
                Button::Ping if hook.disabled_at.is_some() => (format!("{place}?done=off"), None),
                Button::Ping => {
                    hooks::ping_in(transaction, &hook, now()).await?;
                    (format!("{place}?done=ping"), None)
                }
                Button::Rotate => {
                    (place, Some(hooks::rotate_in(transaction, &sealing, &reader.actor, hook, now()).await?.1))
                }
                Button::Remove => {
                    hooks::delete_in(transaction, &reader.actor, hook, now()).await?;
                    ("/my/webhooks?done=removed".to_owned(), None)
                }
            })
        })
        .await;
    match pressed? {
        (place, None) => Ok(go_to(&place)),
        (_, secret) => one(app, below(reader, true), id, secret).await,
    }
}

/// `POST /my/webhooks/{id}/ping`
pub async fn ping(app: web::Data<App>, id: web::Path<String>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    press(&app, posted.reader, &id, Button::Ping).await
}

/// `POST /my/webhooks/{id}/secret`
pub async fn rotate(app: web::Data<App>, id: web::Path<String>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    press(&app, posted.reader, &id, Button::Rotate).await
}

/// `POST /my/webhooks/{id}/removal`
pub async fn remove(app: web::Data<App>, id: web::Path<String>, posted: Posted<Nothing>) -> Result<HttpResponse> {
    press(&app, posted.reader, &id, Button::Remove).await
}
