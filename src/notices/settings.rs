//! How each person wants to be told, and the end of mails by one click.

use std::collections::{BTreeMap, HashMap};

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRngCore;
use rand::rngs::OsRng;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::kind::{Delivery, Kind};
use super::rows::{reader, setting};
use crate::db::Db;

/// The languages mails are written in.
pub const LANGUAGES: [&str; 7] = ["zh", "en", "fr", "ru", "ar", "es", "pt"];

/// How one person wants to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    /// Language of mails: one of zh, en, fr, ru, ar, es, pt; the service's usual one when missing.
    #[serde(default)]
    #[schema(example = "fr")]
    pub lang: Option<String>,
    /// By kind of notice: at once, in the digest, or in the service only. What is not named is as usual.
    #[serde(default)]
    #[schema(value_type = BTreeMap<String, Delivery>)]
    pub kinds: BTreeMap<Kind, Delivery>,
}

/// What a person has chosen, with the usual delivery of every kind they have said nothing about.
pub async fn preferences(db: &impl ConnectionTrait, user: Uuid) -> anyhow::Result<Preferences> {
    let chosen = setting::Entity::find().filter(setting::Column::UserId.eq(user)).all(db).await?;
    let mut kinds: BTreeMap<Kind, Delivery> = Kind::ALL.iter().map(|kind| (*kind, kind.usual())).collect();
    for row in chosen {
        // A kind that is no more is read over.
        if let (Ok(kind), Ok(delivery)) = (row.kind.parse(), row.delivery.parse()) {
            kinds.insert(kind, delivery);
        }
    }
    let reader = reader::Entity::find_by_id(user).one(db).await?;
    Ok(Preferences { lang: reader.and_then(|reader| reader.lang), kinds })
}

/// The language a person has chosen to be spoken to in.
pub async fn language(db: &impl ConnectionTrait, user: Uuid) -> anyhow::Result<Option<String>> {
    let reader = reader::Entity::find_by_id(user).one(db).await.context("cannot read the language of an account")?;
    Ok(reader.and_then(|reader| reader.lang))
}

/// Stores what a person has chosen, in the place of what they had.
pub async fn set_preferences(db: &Db, user: Uuid, wanted: &Preferences) -> anyhow::Result<()> {
    let stored = db.write_send(|transaction| {
        Box::pin(async move {
            readers(&transaction, &[user]).await?;
            reader::Entity::update_many()
                .col_expr(reader::Column::Lang, Expr::val(wanted.lang.clone()))
                .filter(reader::Column::UserId.eq(user))
                .exec(&*transaction)
                .await?;
            setting::Entity::delete_many().filter(setting::Column::UserId.eq(user)).exec(&*transaction).await?;
            let rows: Vec<_> = wanted.kinds.iter().map(|(kind, delivery)| row(user, *kind, *delivery)).collect();
            if !rows.is_empty() {
                setting::Entity::insert_many(rows).exec_without_returning(&*transaction).await?;
            }
            Ok::<_, anyhow::Error>(())
        })
    });
    stored.await.context("cannot store how somebody wants to be told")
}

fn row(user: Uuid, kind: Kind, delivery: Delivery) -> setting::ActiveModel {
    setting::ActiveModel {
        user_id: Set(user),
        kind: Set(kind.as_str().to_owned()),
        delivery: Set(delivery.as_str().to_owned()),
    }
}

/// Ends all mails to whoever has this token; answers whether somebody has.
pub async fn unsubscribe(db: &Db, token: &str) -> anyhow::Result<bool> {
    let found = reader::Entity::find().filter(reader::Column::UnsubscribeToken.eq(token)).one(&**db).await?;
    let Some(found) = found else { return Ok(false) };
    let kinds = Kind::ALL.iter().map(|kind| (*kind, Delivery::Off)).collect();
    set_preferences(db, found.user_id, &Preferences { lang: found.lang, kinds }).await?;
    Ok(true)
}

/// Notes the language somebody said when they came.
pub async fn set_language(transaction: &DatabaseTransaction, user: Uuid, lang: &str) -> anyhow::Result<()> {
    readers(transaction, &[user]).await?;
    reader::Entity::update_many()
        .col_expr(reader::Column::Lang, Expr::val(lang.to_owned()))
        .filter(reader::Column::UserId.eq(user))
        .exec(transaction)
        .await?;
    Ok(())
}

/// The readers behind people, made where they are new.
pub(super) async fn readers(
    transaction: &DatabaseTransaction,
    users: &[Uuid],
) -> anyhow::Result<HashMap<Uuid, reader::Model>> {
    let mut new = Vec::with_capacity(users.len());
    for user in users {
        let mut bytes = [0; 32];
        OsRng.try_fill_bytes(&mut bytes).context("the operating system gives no random numbers")?;
        let unsubscribe_token = Set(URL_SAFE_NO_PAD.encode(bytes));
        new.push(reader::ActiveModel { user_id: Set(*user), lang: Set(None), unsubscribe_token });
    }
    let known = OnConflict::column(reader::Column::UserId).do_nothing().to_owned();
    reader::Entity::insert_many(new).on_conflict(known).exec_without_returning(transaction).await?;
    let of_these = reader::Column::UserId.is_in(users.iter().copied());
    let found = reader::Entity::find().filter(of_these).all(transaction).await?;
    Ok(found.into_iter().map(|reader| (reader.user_id, reader)).collect())
}

/// What people have chosen about kinds.
pub(super) async fn chosen(
    transaction: &DatabaseTransaction,
    users: &[Uuid],
) -> anyhow::Result<HashMap<(Uuid, String), Delivery>> {
    let of_these = setting::Column::UserId.is_in(users.iter().copied());
    let found = setting::Entity::find().filter(of_these).all(transaction).await?;
    Ok(found.into_iter().filter_map(|row| Some(((row.user_id, row.kind), row.delivery.parse().ok()?))).collect())
}
