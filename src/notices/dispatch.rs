//! From notices to mails: those that go out at once, each in a mail of its own, and the daily digest. Notices are marked
//! in the transaction that queues their mail, so none is mailed twice and none is forgotten.

use std::collections::BTreeMap;

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::kind::{Delivery, Kind};
use super::rows::{notice, reader};
use super::settings::readers;
use crate::accounts::rows::user;
use crate::config::{Mail, MailTransport};
use crate::mail::{NewMail, queue};

/// Notices looked at in one transaction.
const PORTION: u64 = 200;
/// Most notices a digest names; the rest is in the service.
const LONGEST: usize = 50;

/// Whether notices wait to be mailed at once. A look without a lock.
pub async fn waits(db: &impl ConnectionTrait) -> anyhow::Result<bool> {
    let found = waiting(Delivery::Instant).limit(1).one(db).await.context("cannot look for notices")?;
    Ok(found.is_some())
}

/// Queues a mail for each notice that goes out at once, of a portion of them. Who has had many within the hour gets the
/// rest in the digest.
pub async fn dispatch(transaction: &DatabaseTransaction, mail: &Mail, at: DateTime<Utc>) -> anyhow::Result<()> {
    let told = waiting(Delivery::Instant).limit(PORTION).all(transaction).await.context("cannot look for notices")?;
    for (person, told) in by_person(told) {
        // What is urgent has room of its own, so that no flood of anything else holds it back.
        let (urgent, other): (Vec<_>, Vec<_>) = told.into_iter().partition(|told| Kind::URGENT.contains(&&*told.kind));
        let (mut now, mut later) = (Vec::new(), Vec::new());
        for (mut told, kinds) in [(urgent, kind().is_in(Kind::URGENT)), (other, kind().is_not_in(Kind::URGENT))] {
            let lately = notice::Entity::find()
                .filter(notice::Column::UserId.eq(person))
                .filter(notice::Column::Delivery.eq(Delivery::Instant.as_str()))
                .filter(notice::Column::MailedAt.gt(at - TimeDelta::hours(1)))
                .filter(kinds);
            let lately = lately.count(transaction).await.context("cannot count mails")?;
            let room = usize::try_from(mail.most_per_hour.saturating_sub(lately)).unwrap_or(usize::MAX);
            later.append(&mut told.split_off(room.min(told.len())));
            now.append(&mut told);
        }
        mark(transaction, &now, Expr::val(at), Delivery::Instant).await?;
        mark(transaction, &later, Expr::val(None::<DateTime<Utc>>), Delivery::Digest).await?;
        let Some((address, reader)) = recipient(transaction, mail, person).await? else { continue };
        let mails = now.iter().map(|told| {
            let mut values = shown(told);
            values.insert("unsubscribe".to_owned(), unsubscribe_path(&reader).into());
            NewMail {
                key: format!("notice:{}", told.id),
                to: address.clone(),
                lang: lang(&reader, mail),
                template: "notice".to_owned(),
                values,
            }
        });
        queue(transaction, at, mails.collect()).await?;
    }
    Ok(())
}

/// Queues a digest for everybody who has unread notices that wait for one; answers how many.
pub async fn digest(transaction: &DatabaseTransaction, mail: &Mail, at: DateTime<Utc>) -> anyhow::Result<usize> {
    let told = waiting(Delivery::Digest).all(transaction).await.context("cannot look for notices")?;
    let mut queued = 0;
    for (person, told) in by_person(told) {
        mark(transaction, &told, Expr::val(at), Delivery::Digest).await?;
        let unread: Vec<Value> =
            told.iter().filter(|told| told.read_at.is_none()).take(LONGEST).map(|told| shown(told).into()).collect();
        let (Some(last), false) = (told.last(), unread.is_empty()) else { continue };
        let Some((address, reader)) = recipient(transaction, mail, person).await? else { continue };
        let mut values = Map::new();
        values.insert("notices".to_owned(), unread.into());
        values.insert("unsubscribe".to_owned(), unsubscribe_path(&reader).into());
        let new = NewMail {
            key: format!("digest:{}", last.id),
            to: address,
            lang: lang(&reader, mail),
            template: "digest".to_owned(),
            values,
        };
        queue(transaction, at, vec![new]).await?;
        queued += 1;
    }
    Ok(queued)
}

fn waiting(delivery: Delivery) -> sea_orm::Select<notice::Entity> {
    notice::Entity::find()
        .filter(notice::Column::Delivery.eq(delivery.as_str()))
        .filter(notice::Column::MailedAt.is_null())
        .order_by_asc(notice::Column::Id)
}

fn kind() -> Expr {
    Expr::col(notice::Column::Kind)
}

fn by_person(told: Vec<notice::Model>) -> BTreeMap<Uuid, Vec<notice::Model>> {
    let mut by_person: BTreeMap<Uuid, Vec<notice::Model>> = BTreeMap::new();
    for told in told {
        by_person.entry(told.user_id).or_default().push(told);
    }
    by_person
}

async fn mark(
    transaction: &DatabaseTransaction,
    told: &[notice::Model],
    mailed_at: Expr,
    delivery: Delivery,
) -> anyhow::Result<()> {
    for portion in told.chunks(1_000) {
        notice::Entity::update_many()
            .col_expr(notice::Column::MailedAt, mailed_at.clone())
            .col_expr(notice::Column::Delivery, Expr::val(delivery.as_str()))
            .filter(notice::Column::Id.is_in(portion.iter().map(|told| told.id)))
            .exec(transaction)
            .await
            .context("cannot mark notices as mailed")?;
    }
    Ok(())
}

/// Where a person gets mail; nothing for who has no address, is not here any more, or when mails are off.
async fn recipient(
    transaction: &DatabaseTransaction,
    mail: &Mail,
    person: Uuid,
) -> anyhow::Result<Option<(String, reader::Model)>> {
    let found = user::Entity::find_by_id(person).filter(user::Column::DisabledAt.is_null()).one(transaction).await?;
    let address = found.and_then(|person| person.email);
    let Some(address) = address.filter(|_| mail.transport != MailTransport::Off) else { return Ok(None) };
    let reader = readers(transaction, &[person]).await?.remove(&person).context("a reader is gone")?;
    Ok(Some((address, reader)))
}

/// A notice as the text of a mail is given it.
fn shown(told: &notice::Model) -> Map<String, Value> {
    match json!({ "kind": told.kind, "link": told.link, "values": told.values }) {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn unsubscribe_path(reader: &reader::Model) -> String {
    format!("/unsubscribe/{}", reader.unsubscribe_token)
}

fn lang(reader: &reader::Model, mail: &Mail) -> String {
    reader.lang.clone().unwrap_or_else(|| mail.lang.clone())
}
