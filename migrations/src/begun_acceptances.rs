//! Sign-ins with a provider by which an invitation is accepted: which one, and what the person is called.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000026_begun_acceptances"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column a statement.
        for mut column in [uuid_null("invitation_id"), text_null("called")] {
            manager.alter_table(Table::alter().table("begun_sign_ins").add_column(&mut column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["called", "invitation_id"] {
            manager.alter_table(Table::alter().table("begun_sign_ins").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
