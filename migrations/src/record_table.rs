//! What the tables of the four libraries have in common: the head's columns, the common columns, the indexes.

use crate::schema::{create, index, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

/// The table of a library, with the columns every library has.
pub(crate) fn record_table(name: &'static str) -> TableCreateStatement {
    Table::create()
        .table(name)
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(string_len("number", 20))
        .col(string_len("status", 20))
        .col(integer("version"))
        .col(uuid_null("owner_organisation_id"))
        .col(string_len("provenance", 20))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(big_integer("change_no"))
        .col(integer("text_version"))
        .col(string_len("owner_key", 36))
        .col(text_null("external_id"))
        .col(string_len("lang", 64))
        .col(text("title"))
        .col(text_null("summary"))
        .col(text("description"))
        .col(json_binary("fields"))
        .col(json_binary("keywords"))
        .col(date_null("valid_until"))
        .col(json_binary("links"))
        .col(text_null("source"))
        .col(text_null("source_reference"))
        .foreign_key(&mut refers(name, "owner_organisation_id", "organisations"))
        .take()
}

/// Creates the table with the indexes every library has: numbers and external ids find a record, the change number
/// feeds the index, lists run by creation or by last change within a status.
pub(crate) async fn create_record_table(
    manager: &SchemaManager<'_>,
    name: &'static str,
    table: TableCreateStatement,
) -> Result<(), DbErr> {
    let indexes = vec![
        unique(name, &["number"]),
        unique(name, &["owner_key", "external_id"]),
        unique(name, &["change_no"]),
        index(name, &["external_id"]),
        index(name, &["status", "id"]),
        index(name, &["status", "updated_at", "id"]),
        index(name, &["owner_organisation_id", "id"]),
    ];
    create(manager, table, indexes).await
}
