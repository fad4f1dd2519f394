//! Names of things that people add to the glossary, with what became of each proposal.

use crate::schema::{create, drop, index};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261127_000033_terms"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let terms = Table::create()
            .table("terms")
            .col(ColumnDef::new("id").integer().not_null().primary_key())
            .col(json_binary("names"))
            .col(string_len("state", 16))
            .col(integer("version"))
            .col(timestamp_with_time_zone("created_at"))
            .take();
        create(manager, terms, vec![index("terms", &["state"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["terms"]).await
    }
}
