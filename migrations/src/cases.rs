//! What a case has beside its match: messages between the broker and each side, tasks, documents. The content of a
//! document is stored once, under its hash.

use crate::schema::{append_only, create, drop, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000018_cases"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let messages = Table::create()
            .table("case_messages")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("match_id"))
            // Between the broker and this side.
            .col(string_len("side", 20))
            .col(string_len("acting", 20))
            .col(uuid_null("author_id"))
            .col(text("text"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut refers("case_messages", "match_id", "matches"))
            .take();
        create(manager, messages, vec![index("case_messages", &["match_id", "id"])]).await?;
        append_only(manager, "case_messages").await?;

        let tasks = Table::create()
            .table("case_tasks")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("match_id"))
            .col(text("title"))
            .col(date_null("due_on"))
            .col(uuid_null("assignee_id"))
            .col(uuid_null("created_by"))
            .col(timestamp_with_time_zone("created_at"))
            .col(uuid_null("done_by"))
            .col(timestamp_with_time_zone_null("done_at"))
            .foreign_key(&mut refers("case_tasks", "match_id", "matches"))
            .take();
        let tasks_indexes = vec![index("case_tasks", &["match_id", "id"]), index("case_tasks", &["done_at", "due_on"])];
        create(manager, tasks, tasks_indexes).await?;

        let contents = Table::create()
            .table("document_contents")
            // SHA-256 of the content, hexadecimal.
            .col(ColumnDef::new("hash").string_len(64).not_null().primary_key())
            .col(blob("content"))
            .take();
        create(manager, contents, Vec::new()).await?;
        append_only(manager, "document_contents").await?;

        let documents = Table::create()
            .table("case_documents")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("match_id"))
            .col(text("name"))
            .col(string_len("media_type", 100))
            .col(big_integer("size"))
            .col(string_len("hash", 64))
            .col(string_len("visible_to", 20))
            .col(string_len("acting", 20))
            .col(uuid_null("author_id"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut refers("case_documents", "match_id", "matches"))
            .foreign_key(
                ForeignKey::create()
                    .name("fk_case_documents_hash")
                    .from("case_documents", "hash")
                    .to("document_contents", "hash"),
            )
            .take();
        create(manager, documents, vec![index("case_documents", &["match_id", "id"])]).await?;
        append_only(manager, "case_documents").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["case_messages", "case_tasks", "document_contents", "case_documents"]).await
    }
}
