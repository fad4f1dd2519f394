//! Fields of the taxonomy, countries and regions, each with its label in seven languages.

use crate::schema::{create, drop, index};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000002_vocabulary"
    }
}

/// The languages of the interface and of every label.
const LANGUAGES: [&str; 7] = ["zh", "en", "fr", "ru", "ar", "es", "pt"];

fn labelled(table: &'static str, code_length: u32) -> TableCreateStatement {
    let mut statement = Table::create();
    statement
        .table(table)
        .col(ColumnDef::new("code").string_len(code_length).not_null().primary_key())
        .col(integer("position"));
    for language in LANGUAGES {
        statement.col(text(language));
    }
    statement.take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let taxonomy = labelled("taxonomy", 64)
            .col(string_len_null("parent", 64))
            .col(json_binary("synonyms_zh"))
            .col(json_binary("synonyms_en"))
            .foreign_key(
                ForeignKey::create().name("fk_taxonomy_parent").from("taxonomy", "parent").to("taxonomy", "code"),
            )
            .take();
        create(manager, taxonomy, vec![index("taxonomy", &["parent"])]).await?;
        create(manager, labelled("regions", 32), Vec::new()).await?;
        let countries = labelled("countries", 2)
            .col(string_len_null("region", 32))
            .foreign_key(
                ForeignKey::create().name("fk_countries_region").from("countries", "region").to("regions", "code"),
            )
            .take();
        create(manager, countries, vec![index("countries", &["region"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["taxonomy", "regions", "countries"]).await
    }
}
