//! Telling people something, in the transaction of what it is about.

use std::collections::BTreeSet;

use anyhow::Context;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set};
use serde_json::Value;
use uuid::Uuid;

use super::kind::Kind;
use super::rows::notice;
use super::settings::chosen;
use crate::accounts::Role;
use crate::accounts::rows::user;
use crate::accounts::users::in_use;

/// Notices stored in one statement: ten parameters each.
const PORTION: usize = 1_000;

/// Something a person is to be told.
#[derive(Debug, Clone)]
pub struct Notice {
    pub user: Uuid,
    pub kind: Kind,
    /// What it tells of, such as `record:ID:3`. The same person is told the same once.
    pub key: String,
    /// Where to look, a path of this service.
    pub link: Option<String>,
    /// What the sentence of the kind needs. Goes into mails: never a contact, a confidential part or, before an
    /// introduction, the other side's name.
    pub values: Value,
}

/// The people of an organisation whose accounts are in use.
pub async fn members(db: &impl ConnectionTrait, organisation: Uuid) -> anyhow::Result<Vec<Uuid>> {
    let select = user::Entity::find()
        .filter(user::Column::OrganisationId.eq(organisation))
        .filter(user::Column::DisabledAt.is_null())
        .filter(user::Column::WaitingSince.is_null())
        .order_by_asc(user::Column::Id);
    let people = select.all(db).await.context("cannot find the people of an organisation")?;
    Ok(people.iter().map(|person| person.id).collect())
}

/// The people with a role who can use it.
pub async fn in_role(db: &impl ConnectionTrait, role: Role) -> anyhow::Result<Vec<user::Model>> {
    let select = user::Entity::find()
        .filter(user::Column::Role.eq(role.as_str()))
        .filter(in_use())
        .order_by_asc(user::Column::Id);
    select.all(db).await.context("cannot find the people with a role")
}

/// Stores notices. What somebody was told before is left out; mails follow in the worker's next round.
pub async fn tell(transaction: &DatabaseTransaction, at: DateTime<Utc>, notices: Vec<Notice>) -> anyhow::Result<()> {
    if notices.is_empty() {
        return Ok(());
    }
    let users: BTreeSet<Uuid> = notices.iter().map(|notice| notice.user).collect();
    let chosen = chosen(transaction, &users.into_iter().collect::<Vec<_>>()).await?;
    for portion in notices.chunks(PORTION) {
        let rows = portion.iter().map(|told| {
            let kind = told.kind.as_str().to_owned();
            let delivery = chosen.get(&(told.user, kind.clone())).copied().unwrap_or(told.kind.usual());
            notice::ActiveModel {
                id: Set(Uuid::now_v7()),
                user_id: Set(told.user),
                kind: Set(kind),
                key: Set(told.key.clone()),
                link: Set(told.link.clone()),
                values: Set(told.values.clone()),
                delivery: Set(delivery.as_str().to_owned()),
                created_at: Set(at),
                mailed_at: Set(None),
                read_at: Set(None),
            }
        });
        let known = OnConflict::columns([notice::Column::UserId, notice::Column::Key]).do_nothing().to_owned();
        let insert = notice::Entity::insert_many(rows).on_conflict(known);
        insert.exec_without_returning(transaction).await.context("cannot store notices")?;
    }
    Ok(())
}
