//! What an owner wants to change of a published record: kept beside it until it is reviewed.

use crate::schema::{create, drop};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000017b_revisions"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let revisions = Table::create()
            .table("revisions")
            .col(ColumnDef::new("record_id").uuid().not_null().primary_key())
            .col(string_len("library", 20))
            .col(integer("version"))
            .col(boolean("waiting"))
            .col(json_binary("changes"))
            .col(uuid_null("actor_id"))
            .col(timestamp_with_time_zone("at"))
            .take();
        create(manager, revisions, Vec::new()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["revisions"]).await
    }
}
