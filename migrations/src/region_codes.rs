//! Records are found and counted by region of the world: that of the country a demand or a result is about, of those a
//! technology is offered to or an institution serves. New records bring the code themselves.

use sea_orm_migration::prelude::*;

/// Gives the records there are their codes.
pub const REGION_CODES: &str = "INSERT INTO record_codes (library, kind, code, published, record_id) \
    SELECT DISTINCT record_codes.library, 'region', countries.region, record_codes.published, \
    record_codes.record_id FROM record_codes JOIN countries ON countries.code = record_codes.code \
    WHERE countries.region IS NOT NULL AND \
    ((record_codes.kind = 'country' AND record_codes.library IN ('demands', 'results')) OR \
    (record_codes.kind = 'target_country' AND record_codes.library IN ('technologies', 'institutions')))";

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000028_region_codes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(REGION_CODES).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DELETE FROM record_codes WHERE kind = 'region'").await?;
        Ok(())
    }
}
