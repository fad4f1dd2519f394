//! Mails: queued in the transaction of what they tell of ([`queue`]), sent by the worker ([`Sender`]), once per key.
//!
//! Not here: what people are told and whether by mail (`notices`). The texts are in `locales/LANG/mails.ftl`.

mod message;
mod sender;
mod text;
mod transport;

pub use sender::{Sender, Sent};
pub use text::{Text, text};

use anyhow::Context;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use serde_json::{Map, Value};
use uuid::Uuid;

/// The row of a mail.
pub mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_queue")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// What it is about; the same mail is queued once.
        pub key: String,
        pub to: String,
        pub lang: String,
        pub template: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub values: Json,
        pub created_at: DateTimeUtc,
        pub sent_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A mail to be sent.
#[derive(Debug, Clone)]
pub struct NewMail {
    /// What it is about; a second mail with the same key is not queued.
    pub key: String,
    pub to: String,
    /// BCP 47; English where there is no translation.
    pub lang: String,
    /// `mail-TEMPLATE-subject` and `mail-TEMPLATE-text` of the locales.
    pub template: String,
    pub values: Map<String, Value>,
}

/// Queues mails in the transaction of what they tell of. Those whose key was queued before are left out.
pub async fn queue(transaction: &DatabaseTransaction, at: DateTime<Utc>, mails: Vec<NewMail>) -> anyhow::Result<()> {
    if mails.is_empty() {
        return Ok(());
    }
    let rows = mails.into_iter().map(|mail| row::ActiveModel {
        id: Set(Uuid::now_v7()),
        key: Set(mail.key),
        to: Set(mail.to),
        lang: Set(mail.lang),
        template: Set(mail.template),
        values: Set(Value::Object(mail.values)),
        created_at: Set(at),
        sent_at: Set(None),
    });
    let known = OnConflict::column(row::Column::Key).do_nothing().to_owned();
    let insert = row::Entity::insert_many(rows).on_conflict(known);
    insert.exec_without_returning(transaction).await.context("cannot queue mails").map(drop)
}
