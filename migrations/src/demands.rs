//! The library of demands (合作需求库).

use crate::record_table::{create_record_table, record_table};
use crate::schema::drop;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000005_demands"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = record_table("cooperation_demands")
            .col(string_len("country", 2))
            .col(json_binary("requirements"))
            .col(text_null("mandate_holder"))
            .col(text_null("end_user"))
            .col(text_null("payer"))
            .col(text_null("decider"))
            .col(date_null("decision_date"))
            .col(date_null("deadline"))
            .col(text_null("procurement_route"))
            .col(json_binary("operating_conditions"))
            .col(double_null("budget_min"))
            .col(double_null("budget_max"))
            .col(string_len_null("currency", 3))
            .col(json_binary("accepted_modes"))
            .col(integer_null("min_trl"))
            .col(json_binary("sdgs"))
            .col(string_len_null("urgency", 20))
            .take();
        create_record_table(manager, "cooperation_demands", table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["cooperation_demands"]).await
    }
}
