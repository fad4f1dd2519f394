//! Mails that wait to be sent: queued in the transaction of what they tell of, once per key.

use crate::schema::{create, drop, index, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261125_000013a_mail_queue"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mails = Table::create()
            .table("mail_queue")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(string_len("key", 200))
            .col(string_len("to", 320))
            .col(string_len("lang", 35))
            .col(string_len("template", 60))
            .col(json_binary("values"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .take();
        create(manager, mails, vec![unique("mail_queue", &["key"]), index("mail_queue", &["sent_at", "id"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["mail_queue"]).await
    }
}
