//! What people are told: notices, how each person wants them, how far the sending of a mail is, and when what has to be
//! looked at next.

use crate::schema::{create, drop, index, primary_key, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261125_000015_notices"
    }
}

const TABLES: &[&str] = &["notices", "notice_readers", "notice_settings", "mail_sending", "timers"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let notices = Table::create()
            .table("notices")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("user_id"))
            .col(string_len("kind", 40))
            // What it tells of; nobody is told the same twice.
            .col(string_len("key", 200))
            .col(text_null("link"))
            .col(json_binary("values"))
            .col(string_len("delivery", 10))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("mailed_at"))
            .col(timestamp_with_time_zone_null("read_at"))
            .foreign_key(&mut refers("notices", "user_id", "users"))
            .take();
        let notices_indexes = vec![
            unique("notices", &["user_id", "key"]),
            index("notices", &["user_id", "id"]),
            index("notices", &["delivery", "mailed_at"]),
        ];
        create(manager, notices, notices_indexes).await?;

        let readers = Table::create()
            .table("notice_readers")
            .col(ColumnDef::new("user_id").uuid().not_null().primary_key())
            .col(string_len_null("lang", 35))
            .col(string_len("unsubscribe_token", 64))
            .foreign_key(&mut refers("notice_readers", "user_id", "users"))
            .take();
        create(manager, readers, vec![unique("notice_readers", &["unsubscribe_token"])]).await?;

        let settings = Table::create()
            .table("notice_settings")
            .col(uuid("user_id"))
            .col(string_len("kind", 40))
            .col(string_len("delivery", 10))
            .primary_key(&mut primary_key(&["user_id", "kind"]))
            .foreign_key(&mut refers("notice_settings", "user_id", "users"))
            .take();
        create(manager, settings, Vec::new()).await?;

        let sending = Table::create()
            .table("mail_sending")
            .col(ColumnDef::new("mail_id").uuid().not_null().primary_key())
            .col(integer("attempts"))
            .col(timestamp_with_time_zone("claimed_until"))
            .col(timestamp_with_time_zone_null("given_up_at"))
            .col(text_null("last_error"))
            .take();
        create(manager, sending, Vec::new()).await?;

        let timers = Table::create()
            .table("timers")
            .col(ColumnDef::new("name").string_len(40).not_null().primary_key())
            .col(timestamp_with_time_zone("next_at"))
            .take();
        create(manager, timers, Vec::new()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, TABLES).await
    }
}
