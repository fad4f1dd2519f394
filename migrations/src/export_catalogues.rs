//! Dated export catalogues with their entries, and the screenings of technologies against them.

use crate::schema::{append_only, create, drop, index, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261125_000012_export_catalogues"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let catalogues = Table::create()
            .table("export_catalogues")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(text("name"))
            .col(date("in_force_from"))
            .col(string_len("lang", 64))
            .col(text_null("source"))
            .col(boolean("example"))
            .col(integer("entries"))
            .col(timestamp_with_time_zone("imported_at"))
            .col(uuid_null("imported_by"))
            .take();
        create(manager, catalogues, vec![unique("export_catalogues", &["name", "in_force_from"])]).await?;

        let entries = Table::create()
            .table("export_entries")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("catalogue_id"))
            .col(integer("position"))
            .col(string_len("kind", 20))
            .col(string_len("code", 100))
            .col(text("title"))
            .col(text("text"))
            .foreign_key(&mut refers("export_entries", "catalogue_id", "export_catalogues"))
            .take();
        create(manager, entries, vec![unique("export_entries", &["catalogue_id", "code"])]).await?;

        let screenings = Table::create()
            .table("screenings")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("technology_id"))
            .col(integer("technology_version"))
            .col(uuid("catalogue_id"))
            .col(string_len("outcome", 20))
            .col(json_binary("entries"))
            .col(text("reason"))
            .col(uuid_null("actor_id"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut refers("screenings", "technology_id", "technologies"))
            .foreign_key(&mut refers("screenings", "catalogue_id", "export_catalogues"))
            .take();
        create(manager, screenings, vec![index("screenings", &["technology_id", "id"])]).await?;
        append_only(manager, "screenings").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["export_catalogues", "export_entries", "screenings"]).await
    }
}
