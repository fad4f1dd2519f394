//! Reviews of what authors submit, and what the checks said when it was submitted. Both are only ever added to.

use crate::schema::{append_only, create, drop, index};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000017_reviews"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reviews = Table::create()
            .table("reviews")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(string_len("library", 20))
            .col(uuid("record_id"))
            .col(integer("version"))
            // Where a change of a published record was reviewed: which one, and what it said.
            .col(integer_null("revision"))
            .col(json_binary_null("changes"))
            .col(uuid_null("reviewer_id"))
            .col(timestamp_with_time_zone("at"))
            .col(json_binary("criteria"))
            .col(text_null("comment"))
            .col(integer("total"))
            .col(string_len("result", 20))
            .take();
        create(manager, reviews, vec![index("reviews", &["record_id", "id"])]).await?;
        append_only(manager, "reviews").await?;
        let submissions = Table::create()
            .table("submissions")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(string_len("library", 20))
            .col(uuid("record_id"))
            .col(integer("version"))
            .col(integer_null("revision"))
            .col(uuid_null("actor_id"))
            .col(timestamp_with_time_zone("at"))
            .col(json_binary("findings"))
            .col(json_binary("duplicates"))
            .col(boolean("words_only"))
            .take();
        create(manager, submissions, vec![index("submissions", &["record_id", "id"])]).await?;
        append_only(manager, "submissions").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["reviews", "submissions"]).await
    }
}
