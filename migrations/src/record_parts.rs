//! What hangs on a record of any library: codes for filters and counts, versions, translations. The record is named
//! by library and id; ids are unique across libraries.

use crate::schema::{append_only, create, drop, index, primary_key};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000008_record_parts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The key answers "how many published records per code" by itself, without a look at the records.
        let codes = Table::create()
            .table("record_codes")
            .col(string_len("library", 20))
            .col(string_len("kind", 20))
            .col(text("code"))
            .col(boolean("published"))
            .col(uuid("record_id"))
            .primary_key(&mut primary_key(&["library", "kind", "code", "published", "record_id"]))
            .take();
        create(manager, codes, vec![index("record_codes", &["record_id"])]).await?;

        let versions = Table::create()
            .table("record_versions")
            .col(uuid("record_id"))
            .col(integer("version"))
            .col(string_len("library", 20))
            .col(string_len("status", 20))
            .col(json_binary("body"))
            .col(uuid_null("actor_id"))
            .col(timestamp_with_time_zone("at"))
            .col(string_len("action", 40))
            .col(text_null("reason"))
            .primary_key(&mut primary_key(&["record_id", "version"]))
            .take();
        create(manager, versions, Vec::new()).await?;
        append_only(manager, "record_versions").await?;

        let translations = Table::create()
            .table("record_translations")
            .col(uuid("record_id"))
            .col(string_len("lang", 64))
            .col(string_len("library", 20))
            .col(text("title"))
            .col(text_null("summary"))
            .col(text_null("description"))
            .col(string_len("origin", 20))
            .col(integer("source_version"))
            .col(uuid_null("actor_id"))
            .col(timestamp_with_time_zone("updated_at"))
            .primary_key(&mut primary_key(&["record_id", "lang"]))
            .take();
        create(manager, translations, Vec::new()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["record_codes", "record_versions", "record_translations"]).await
    }
}
