//! The life of a match beyond the suggestion: its version, both sides' answers, who works on it, the letter of intent;
//! and of each event, who acted, what kind of step it was and which one it takes back.

use crate::schema::index;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261125_000011_match_life"
    }
}

fn match_columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("version", integer("version").default(1).take()),
        ("demand_answer", string_len_null("demand_answer", 20)),
        ("demand_answered_at", timestamp_with_time_zone_null("demand_answered_at")),
        ("technology_answer", string_len_null("technology_answer", 20)),
        ("technology_answered_at", timestamp_with_time_zone_null("technology_answered_at")),
        ("held_from", string_len_null("held_from", 20)),
        ("proposed_at", timestamp_with_time_zone_null("proposed_at")),
        ("introduced_at", timestamp_with_time_zone_null("introduced_at")),
        ("letter_number", text_null("letter_number")),
        ("letter_valid_from", date_null("letter_valid_from")),
        ("letter_valid_until", date_null("letter_valid_until")),
        ("broker_id", uuid_null("broker_id")),
        ("computed_at", timestamp_with_time_zone_null("computed_at")),
    ]
}

fn event_columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("kind", string_len("kind", 20).default("moved").take()),
        ("acting", string_len_null("acting", 20)),
        ("version", integer_null("version")),
        ("undoes", uuid_null("undoes")),
    ]
}

/// SQLite takes one column a statement.
async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: Vec<(&'static str, ColumnDef)>,
) -> Result<(), DbErr> {
    for (_, mut column) in columns {
        manager.alter_table(Table::alter().table(table).add_column(&mut column).take()).await?;
    }
    Ok(())
}

async fn remove(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: Vec<(&'static str, ColumnDef)>,
) -> Result<(), DbErr> {
    for (name, _) in columns.into_iter().rev() {
        manager.alter_table(Table::alter().table(table).drop_column(name).take()).await?;
    }
    Ok(())
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "matches", match_columns()).await?;
        add(manager, "match_events", event_columns()).await?;
        manager.create_index(index("matches", &["broker_id", "status"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut broker = Index::drop();
        manager.drop_index(broker.name("ix_matches_broker_id_status").table("matches").to_owned()).await?;
        remove(manager, "match_events", event_columns()).await?;
        remove(manager, "matches", match_columns()).await
    }
}
