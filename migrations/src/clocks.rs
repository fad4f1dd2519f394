//! When the clock of a match stands and why, and when its export procedure began.

use crate::schema::{create, drop, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261125_000015a_clocks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let stops = Table::create()
            .table("clock_stops")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("match_id"))
            .col(string_len("reason", 40))
            .col(text_null("text"))
            .col(timestamp_with_time_zone("stopped_at"))
            .col(uuid_null("stopped_by"))
            .col(timestamp_with_time_zone_null("resumed_at"))
            .col(uuid_null("resumed_by"))
            .foreign_key(&mut refers("clock_stops", "match_id", "matches"))
            .take();
        create(manager, stops, vec![index("clock_stops", &["match_id", "id"])]).await?;
        let exports = Table::create()
            .table("export_clocks")
            .col(ColumnDef::new("match_id").uuid().not_null().primary_key())
            .col(date("started_on"))
            .foreign_key(&mut refers("export_clocks", "match_id", "matches"))
            .take();
        create(manager, exports, Vec::new()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["clock_stops", "export_clocks"]).await
    }
}
