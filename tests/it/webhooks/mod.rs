//! Other programs are told of events: signed, again when it failed, never into a private network, never twice under
//! another id.

mod managing;
mod sending;
pub mod stand_in;

use sea_orm::EntityTrait;
use siku::accounts::sealing::Sealing;
use siku::config::Webhooks;
use siku::db::Db;
use siku::webhooks::EventKind;
use siku::webhooks::deliver::Deliverer;
use siku::webhooks::hooks::{Webhook, WebhookDelivery, create_in, deliveries};
use siku::webhooks::rows::hook;
use uuid::Uuid;

use crate::support::records::admin;

/// As shipped, but a stand-in on this machine may be called.
pub fn lenient() -> Webhooks {
    let shipped = siku::config::Settings::defaults().unwrap().webhooks;
    Webhooks { allow_http: true, allow_private: true, retry_seconds: vec![60, 600], ..shipped }
}

/// What seals with this key.
pub fn sealing(key: &str) -> Sealing {
    Sealing::of(&key.to_owned().into()).unwrap()
}

/// A webhook with its secret.
pub async fn webhook(db: &Db, organisation: Option<Uuid>, url: &str, events: &[EventKind]) -> (Webhook, String) {
    let now = chrono::Utc::now();
    db.write(async |transaction| create_in(transaction, &sealing(""), &admin(), organisation, url, events, now).await)
        .await
        .unwrap()
}

/// Sends what is due some seconds from now; answers how many attempts were made.
pub async fn deliver(db: &Db, settings: &Webhooks, seconds: i64) -> usize {
    deliver_with(db, settings, sealing(""), seconds).await
}

/// The same with a key that seals.
pub async fn deliver_with(db: &Db, settings: &Webhooks, sealing: Sealing, seconds: i64) -> usize {
    let now = chrono::Utc::now() + chrono::TimeDelta::seconds(seconds);
    Deliverer::of(settings, sealing, db).unwrap().deliver_due(now).await.unwrap()
}

/// What was and is on its way, the oldest first.
pub async fn on_the_way(db: &Db, webhook: Uuid) -> Vec<WebhookDelivery> {
    let mut all = deliveries(&**db, webhook).await.unwrap();
    all.reverse();
    all
}

/// The webhook as stored.
pub async fn stored(db: &Db, id: Uuid) -> hook::Model {
    hook::Entity::find_by_id(id).one(&**db).await.unwrap().unwrap()
}
