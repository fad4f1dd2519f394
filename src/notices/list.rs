//! The list in the service: what a person was told, the newest first.

use anyhow::Context;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use super::rows::notice;
use crate::db::Db;
use crate::layout::locale::message;

/// A notice as the API shows it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Shown {
    pub id: Uuid,
    /// What it is about.
    #[schema(example = "match_due")]
    pub kind: String,
    /// The sentence, in the language that was asked for.
    pub text: String,
    /// Where to look, a path of this service.
    pub link: Option<String>,
    /// What the sentence is made of, for programs.
    #[schema(value_type = Object)]
    pub values: Value,
    pub created_at: DateTime<Utc>,
    pub read_at: Option<DateTime<Utc>>,
}

/// Which notices of a person.
#[derive(Debug, Clone, Default)]
pub struct NoticeQuery {
    /// Only those not read yet.
    pub unread: bool,
    /// Only those older than this one.
    pub before: Option<Uuid>,
    pub limit: u64,
}

/// Notices of a person, with their sentences in `lang`.
pub async fn list(
    db: &impl ConnectionTrait,
    user: Uuid,
    query: &NoticeQuery,
    lang: &str,
) -> anyhow::Result<Vec<Shown>> {
    let mut select = notice::Entity::find().filter(notice::Column::UserId.eq(user));
    if query.unread {
        select = select.filter(notice::Column::ReadAt.is_null());
    }
    if let Some(before) = query.before {
        select = select.filter(notice::Column::Id.lt(before));
    }
    let found = select.order_by_desc(notice::Column::Id).limit(query.limit).all(db).await;
    Ok(found.context("cannot read notices")?.into_iter().map(|row| shown(row, lang)).collect())
}

fn shown(row: notice::Model, lang: &str) -> Shown {
    let none = Map::new();
    let text = message(lang, &format!("notice-{}", row.kind), row.values.as_object().unwrap_or(&none));
    Shown {
        id: row.id,
        text: text.unwrap_or_else(|| row.kind.clone()),
        kind: row.kind,
        link: row.link,
        values: row.values,
        created_at: row.created_at,
        read_at: row.read_at,
    }
}

/// How many notices a person has not read.
pub async fn unread(db: &impl ConnectionTrait, user: Uuid) -> anyhow::Result<u64> {
    let select =
        notice::Entity::find().filter(notice::Column::UserId.eq(user)).filter(notice::Column::ReadAt.is_null());
    select.count(db).await.context("cannot count notices")
}

/// A person has read a notice; answers whether they have one with this id.
pub async fn mark_read(db: &Db, user: Uuid, id: Uuid, at: DateTime<Utc>) -> anyhow::Result<bool> {
    let own = notice::Entity::find_by_id(id).filter(notice::Column::UserId.eq(user)).one(&**db).await?;
    let Some(own) = own else { return Ok(false) };
    if own.read_at.is_none() {
        mark(db, user, Some(id), at).await?;
    }
    Ok(true)
}

/// A person has read everything.
pub async fn mark_all_read(db: &Db, user: Uuid, at: DateTime<Utc>) -> anyhow::Result<()> {
    mark(db, user, None, at).await
}

async fn mark(db: &Db, user: Uuid, id: Option<Uuid>, at: DateTime<Utc>) -> anyhow::Result<()> {
    let marked = db.write_send(|transaction| {
        Box::pin(async move {
            let mut update = notice::Entity::update_many()
                .col_expr(notice::Column::ReadAt, Expr::val(at))
                .filter(notice::Column::UserId.eq(user))
                .filter(notice::Column::ReadAt.is_null());
            if let Some(id) = id {
                update = update.filter(notice::Column::Id.eq(id));
            }
            update.exec(&*transaction).await.map(drop).map_err(anyhow::Error::from)
        })
    });
    marked.await.context("cannot mark notices as read")
}
