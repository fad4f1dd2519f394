//! The library of institutions (平台机构库).

use crate::record_table::{create_record_table, record_table};
use crate::schema::drop;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000007_institutions"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = record_table("platform_institutions")
            .col(string_len_null("kind", 40))
            .col(string_len_null("country", 2))
            .col(text_null("city"))
            .col(json_binary("countries_served"))
            .col(json_binary("services"))
            .col(json_binary("languages"))
            .col(string_len("operation", 20))
            .col(integer_null("since"))
            .col(text_null("grade"))
            .col(date_null("grade_date"))
            .col(json_binary("contacts"))
            .take();
        create_record_table(manager, "platform_institutions", table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["platform_institutions"]).await
    }
}
