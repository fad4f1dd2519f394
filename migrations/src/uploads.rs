//! Files that people have sent to be imported, kept for a day between the steps of an import.

use crate::schema::{create, drop, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000023_uploads"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let uploads = Table::create()
            .table("uploads")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("user_id"))
            .col(string_len("library", 40))
            .col(text("name"))
            .col(string_len("format", 20))
            .col(blob("content"))
            // What the columns of the file mean; missing until somebody has said so.
            .col(json_binary_null("mapping"))
            // Cells that were mended, by line and column.
            .col(json_binary("mended"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("imported_at"))
            // What became of the rows.
            .col(json_binary_null("outcome"))
            .foreign_key(&mut refers("uploads", "user_id", "users"))
            .take();
        create(manager, uploads, vec![index("uploads", &["user_id"]), index("uploads", &["expires_at"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["uploads"]).await
    }
}
