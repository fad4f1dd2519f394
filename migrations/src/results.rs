//! The library of results (项目成果库).

use crate::record_table::{create_record_table, record_table};
use crate::schema::drop;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000006_results"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = record_table("project_results")
            .col(string_len("kind", 40))
            .col(string_len_null("country", 2))
            .col(json_binary("parties"))
            .col(integer_null("year"))
            .col(date_null("start_date"))
            .col(date_null("end_date"))
            .col(string_len("progress", 20))
            .col(integer_null("people_trained"))
            .col(integer_null("visits"))
            .col(double_null("contract_value"))
            .col(string_len_null("currency", 3))
            .col(json_binary("outcomes"))
            .col(text_null("path"))
            .col(text_null("lessons"))
            .col(text_null("technology"))
            .col(json_binary("institutions"))
            .take();
        create_record_table(manager, "project_results", table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["project_results"]).await
    }
}
