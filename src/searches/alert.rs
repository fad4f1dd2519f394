//! What a newly published record fits. Runs as a job that follows from the publishing, after the record was indexed:
//! the record is held against each search, no list is read.

use std::sync::Arc;

use anyhow::Context;
use chrono::Utc;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{Search, rows};
use crate::accounts::Actor;
use crate::accounts::rows::user;
use crate::db::Db;
use crate::library::body::Body;
use crate::library::store::{count, find_many};
use crate::library::{Demands, Institutions, Library, LibraryKind, Results, Technologies};
use crate::matching::Engine;
use crate::notices::rows::notice;
use crate::notices::{Kind, Notice, tell};

/// Hits of the words of a search among which the record has to be.
const HITS: usize = 1_000;

/// Tells everybody whose saved search a record fits.
///
/// # Errors
/// The database or the index failed.
pub async fn alert(db: &Db, engine: &Arc<Engine>, library: LibraryKind, id: Uuid) -> anyhow::Result<()> {
    match library {
        LibraryKind::Technologies => held_against::<Technologies>(db, engine, id).await,
        LibraryKind::Demands => held_against::<Demands>(db, engine, id).await,
        LibraryKind::Results => held_against::<Results>(db, engine, id).await,
        LibraryKind::Institutions => held_against::<Institutions>(db, engine, id).await,
    }
}

async fn held_against<L: Library>(db: &Db, engine: &Arc<Engine>, id: Uuid) -> anyhow::Result<()> {
    // As everybody sees it: who saved the search learns nothing that is not shown.
    let Some(record) = find_many::<L>(&**db, &Actor::Public, &[id]).await?.into_iter().next() else { return Ok(()) };
    let of_library = rows::Column::Library.eq(L::KIND.as_str());
    let saved = rows::Entity::find().filter(of_library).all(&**db).await.context("cannot read saved searches")?;
    let mut fits = Vec::new();
    for row in saved {
        let person = row.user_id;
        let search = Search::of(row)?;
        if fitting::<L>(db, engine, &search, id).await? {
            fits.push((person, search));
        }
    }
    let (fits, head, title) = (&fits, &record.head, record.body.common().title);
    db.write_send(|transaction| {
        Box::pin(async move {
            for (person, search) in fits {
                let in_use = user::Entity::find_by_id(*person).filter(user::Column::DisabledAt.is_null());
                // Nobody has to be told of what they published themselves.
                let told = in_use.one(&*transaction).await?.filter(|person| {
                    head.owner_organisation_id.is_none() || person.organisation_id != head.owner_organisation_id
                });
                if told.is_none() {
                    continue;
                }
                let notice = Notice {
                    user: *person,
                    kind: Kind::SearchFits,
                    key: format!("search:{}:{}", search.id, head.id),
                    link: Some(format!("/{}/{}", L::KIND, head.number)),
                    values: json!({ "number": head.number, "title": title, "search": search.name }),
                };
                let key = notice.key.clone();
                tell(&transaction, Utc::now(), vec![notice]).await?;
                // As this search says, unless it was mailed before.
                notice::Entity::update_many()
                    .col_expr(notice::Column::Delivery, Expr::val(search.delivery.as_str()))
                    .filter(notice::Column::UserId.eq(*person))
                    .filter(notice::Column::Key.eq(key))
                    .filter(notice::Column::MailedAt.is_null())
                    .exec(&*transaction)
                    .await?;
            }
            anyhow::Ok(())
        })
    })
    .await
    .context("cannot tell of what fits saved searches")
}

async fn fitting<L: Library>(db: &Db, engine: &Arc<Engine>, search: &Search, id: Uuid) -> anyhow::Result<bool> {
    if count::<L>(&**db, &Actor::Public, &search.query.only(id)).await? == 0 {
        return Ok(false);
    }
    match &search.query.q {
        Some(words) => Ok(engine.search(L::KIND, words, HITS).await?.contains(&id)),
        None => Ok(true),
    }
}
