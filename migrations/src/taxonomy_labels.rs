//! A field of the taxonomy has a version, so that two stewards do not overwrite one another, and can be retired.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000027_taxonomy_labels"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column a statement.
        for mut column in [
            integer("version").default(1).take(),
            timestamp_with_time_zone_null("retired_at"),
            // What is to be chosen instead of a retired field.
            string_len_null("replacement", 64),
        ] {
            manager.alter_table(Table::alter().table("taxonomy").add_column(&mut column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["replacement", "retired_at", "version"] {
            manager.alter_table(Table::alter().table("taxonomy").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
