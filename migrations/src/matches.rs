//! Matches of a demand and a technology, what happened to each, and the dated answers of every run, "no match" included.

use crate::schema::{append_only, create, drop, index, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000009_matches"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let matches = Table::create()
            .table("matches")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("demand_id"))
            .col(uuid("technology_id"))
            .col(string_len("status", 20))
            .col(double("score"))
            .col(integer("rank"))
            .col(string_len("algorithm", 64))
            .col(json_binary("signals"))
            .col(json_binary("coverage"))
            .col(json_binary("results"))
            .col(json_binary("institutions"))
            .col(boolean("decided"))
            .col(integer("demand_version"))
            .col(integer("technology_version"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"))
            .foreign_key(&mut refers("matches", "demand_id", "cooperation_demands"))
            .foreign_key(&mut refers("matches", "technology_id", "technologies"))
            .take();
        let matches_indexes = vec![
            unique("matches", &["demand_id", "technology_id"]),
            index("matches", &["demand_id", "rank"]),
            index("matches", &["technology_id", "score"]),
            index("matches", &["status", "updated_at", "id"]),
        ];
        create(manager, matches, matches_indexes).await?;

        let events = Table::create()
            .table("match_events")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("match_id"))
            .col(string_len_null("from_status", 20))
            .col(string_len("to_status", 20))
            .col(uuid_null("actor_id"))
            .col(timestamp_with_time_zone("at"))
            .col(string_len_null("reason_code", 40))
            .col(text_null("text"))
            .col(json_binary("snapshot"))
            .foreign_key(&mut refers("match_events", "match_id", "matches"))
            .take();
        create(manager, events, vec![index("match_events", &["match_id", "id"])]).await?;
        append_only(manager, "match_events").await?;

        let runs = Table::create()
            .table("match_runs")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid_null("demand_id"))
            .col(uuid_null("technology_id"))
            .col(timestamp_with_time_zone("at"))
            .col(string_len("algorithm", 64))
            .col(integer("suggested"))
            .col(json_binary("searched"))
            .col(json_binary("nearest"))
            .foreign_key(&mut refers("match_runs", "demand_id", "cooperation_demands"))
            .foreign_key(&mut refers("match_runs", "technology_id", "technologies"))
            .take();
        let runs_indexes =
            vec![index("match_runs", &["demand_id", "id"]), index("match_runs", &["technology_id", "id"])];
        create(manager, runs, runs_indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["matches", "match_events", "match_runs"]).await
    }
}
