//! Results: partner countries beside the first; results found by the technology they name.

use crate::schema::index;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::json_binary;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000010_result_countries"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut column = json_binary("other_countries");
        let table = Table::alter().table("project_results").add_column(column.default("[]")).take();
        manager.alter_table(table).await?;
        manager.create_index(index("project_results", &["technology"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut technology = Index::drop();
        manager
            .drop_index(technology.name("ix_project_results_technology").table("project_results").to_owned())
            .await?;
        manager.alter_table(Table::alter().table("project_results").drop_column("other_countries").take()).await
    }
}
