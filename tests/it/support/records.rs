//! Actors and bodies for tests, as short as they can be.

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;
use siku::accounts::{Actor, Role};
use siku::db::Db;
use siku::library::codes::{Priority, Status};
use siku::library::parts::Requirement;
use siku::library::store::CreateOptions;
use siku::library::{Demand, Technology};
use uuid::Uuid;

/// A new organisation.
pub async fn organisation(db: &Db, name: &str) -> Uuid {
    let id = Uuid::now_v7();
    let now = chrono::Utc::now();
    let insert = Query::insert()
        .into_table("organisations")
        .columns(["id", "name", "names", "kind", "version", "created_at", "updated_at"])
        .values_panic([
            id.into(),
            name.into(),
            serde_json::json!({}).into(),
            "firm".into(),
            1.into(),
            now.into(),
            now.into(),
        ])
        .take();
    db.execute(&insert).await.unwrap();
    id
}

/// Published at once, owned by an organisation.
pub fn published_for(owner: Uuid) -> CreateOptions {
    CreateOptions { owner: Some(owner), ..published() }
}

/// Somebody who runs the libraries.
pub fn admin() -> Actor {
    Actor::User { id: Uuid::from_u128(1), organisation_id: None, role: Role::Admin }
}

/// Somebody of an organisation.
pub fn member(role: Role, organisation: Uuid) -> Actor {
    Actor::User { id: Uuid::now_v7(), organisation_id: Some(organisation), role }
}

/// A technology with this title.
pub fn technology(title: &str) -> Technology {
    Technology { title: title.to_owned(), lang: Some("zh".to_owned()), ..Technology::default() }
}

/// A demand with this title and one requirement.
pub fn demand(title: &str) -> Demand {
    Demand {
        title: title.to_owned(),
        lang: Some("fr".to_owned()),
        country: "TN".to_owned(),
        requirements: vec![Requirement { text: "peu d'eau".to_owned(), priority: Priority::Must }],
        ..Demand::default()
    }
}

/// Published at once.
pub fn published() -> CreateOptions {
    CreateOptions { status: Status::Published, ..CreateOptions::default() }
}
