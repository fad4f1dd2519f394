//! What people are told, and the mails that go out about it.

mod kills;
pub mod mails;
mod settings;
pub mod smtp;

use std::path::Path;

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use serde_json::json;
use siku::accounts::Role;
use siku::accounts::users::{self, NewUser};
use siku::config::{MailTransport, Settings};
use siku::db::Db;
use siku::notices::worker::Rounds;
use siku::notices::{Kind, Notice, tell};
use uuid::Uuid;

/// A fixed moment, before the digests of its day.
pub fn noon() -> DateTime<Utc> {
    "2026-11-25T12:00:00Z".parse().unwrap()
}

/// Somebody with an address.
pub async fn person(db: &Db, name: &str, organisation: Option<&str>) -> Uuid {
    let new = NewUser { name, role: Role::Firm, organisation };
    let id = users::create(db, &new).await.unwrap().id;
    let update = Query::update()
        .table("users")
        .value("email", format!("{name}@example.org"))
        .and_where(Expr::col("id").eq(id))
        .take();
    db.execute(&update).await.unwrap();
    id
}

/// Settings that write mails into a folder.
pub fn into(folder: &Path) -> Settings {
    let mut settings = Settings::defaults().unwrap();
    settings.mail.transport = MailTransport::File;
    settings.mail.dir = folder.to_owned();
    settings.server.public_url = "https://siku.example".to_owned();
    settings
}

/// The mails in a folder, sorted by their text.
pub fn mails(folder: &Path) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut all: Vec<String> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    all.sort();
    all
}

/// A notice of a kind about a thing.
pub fn notice(user: Uuid, kind: Kind, key: &str) -> Notice {
    Notice {
        user,
        kind,
        key: key.to_owned(),
        link: Some("/demands/D-2026-000001".to_owned()),
        values: json!({"number": "D-2026-000001", "title": "Irrigation", "days": 4, "limit": 180, "status": "published",
            "date": "2026-12-31", "result": "returned", "search": "Drip",
            "milestone": "payment", "state": "planned"}),
    }
}

/// Tells in a transaction of its own.
pub async fn told(db: &Db, at: DateTime<Utc>, notices: &[Notice]) {
    db.write(async |transaction| tell(transaction, at, notices.to_vec()).await).await.unwrap();
}

/// Goes round once.
pub async fn round(db: &Db, settings: &Settings, now: DateTime<Utc>) -> usize {
    Rounds::of(settings, db).unwrap().round(now).await.unwrap().sent
}
