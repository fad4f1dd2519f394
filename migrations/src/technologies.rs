//! The library of technologies (技术储备库).

use crate::record_table::{create_record_table, record_table};
use crate::schema::drop;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000004_technologies"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = record_table("technologies")
            .col(string_len("country", 2))
            .col(text_null("advantages"))
            .col(text_null("alternative"))
            .col(text_null("economic_comparison"))
            .col(integer_null("trl"))
            .col(string_len_null("ip_status", 20))
            .col(json_binary("ip_rights"))
            .col(json_binary("cooperation_modes"))
            .col(json_binary("target_countries"))
            .col(double_null("price_min"))
            .col(double_null("price_max"))
            .col(string_len_null("currency", 3))
            .col(json_binary("ipc_classes"))
            .col(json_binary("operating_conditions"))
            .col(string_len("export_control", 20))
            .col(text_null("export_catalogue"))
            .col(text_null("export_entry"))
            .col(date_null("export_screened_on"))
            .col(text_null("confidential"))
            .take();
        create_record_table(manager, "technologies", table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["technologies"]).await
    }
}
