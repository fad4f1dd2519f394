//! Searches that people have saved, to be told of what fits them.

use crate::schema::{create, drop, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000021_searches"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let searches = Table::create()
            .table("searches")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("user_id"))
            .col(string_len("name", 100))
            .col(string_len("library", 40))
            .col(json_binary("query"))
            .col(string_len("delivery", 10))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut refers("searches", "user_id", "users"))
            .take();
        create(manager, searches, vec![index("searches", &["library"]), index("searches", &["user_id"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["searches"]).await
    }
}
