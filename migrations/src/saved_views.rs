//! Views of the queue that brokers have saved under names of their own.

use crate::schema::{create, drop, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000029_saved_views"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let views = Table::create()
            .table("saved_views")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("user_id"))
            .col(string_len("name", 60))
            .col(json_binary("filters"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut refers("saved_views", "user_id", "users"))
            .take();
        create(manager, views, vec![unique("saved_views", &["user_id", "name"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["saved_views"]).await
    }
}
