//! Weights of the ranking that were learned from decisions: every version, what it was measured by, and since when one is
//! in force.

use crate::schema::{create, drop, index};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000019_weights"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let weights = Table::create()
            .table("weights")
            // 0 is what the program came with.
            .col(ColumnDef::new("version").integer().not_null().primary_key())
            .col(timestamp_with_time_zone("created_at"))
            // The algorithm whose weights were learned; another one has other signals.
            .col(string_len("base", 40))
            .col(integer("decisions"))
            .col(integer("demands"))
            .col(integer("held_out"))
            .col(double_null("ndcg_before"))
            .col(double_null("ndcg_after"))
            .col(double_null("error_before"))
            .col(double_null("error_after"))
            .col(string_len("outcome", 20))
            // What it was learned from: the same decisions are not learned from twice.
            .col(string_len_null("fingerprint", 64))
            // In force is the version with the newest of these.
            .col(timestamp_with_time_zone_null("adopted_at"))
            .col(uuid_null("adopted_by"))
            .col(json_binary_null("weights"))
            .take();
        create(manager, weights, vec![index("weights", &["adopted_at"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["weights"]).await
    }
}
