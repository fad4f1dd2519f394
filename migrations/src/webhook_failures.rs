//! Why the last attempt of a delivery failed, as a code beside the text.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000032_webhook_failures"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let failure = string_len_null("failure", 40);
        manager.alter_table(Table::alter().table("webhook_deliveries").add_column(failure).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("webhook_deliveries").drop_column("failure").take()).await
    }
}
