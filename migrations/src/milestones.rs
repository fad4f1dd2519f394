//! What follows the introduction: milestones of the negotiation, and what both sides say became of an agreement. All
//! is append-only; a milestone is what its last entry says.

use crate::schema::{append_only, create, drop, index, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000025_milestones"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let milestones = Table::create()
            .table("milestone_entries")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("match_id"))
            .col(uuid("milestone_id"))
            // The first entry of a milestone is 1.
            .col(integer("number"))
            .col(string_len("kind", 40))
            .col(date_null("planned_on"))
            .col(date_null("done_on"))
            .col(text_null("note"))
            // No longer foreseen.
            .col(boolean("dropped"))
            .col(string_len("acting", 20))
            .col(uuid_null("author_id"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut refers("milestone_entries", "match_id", "matches"))
            .take();
        let indexes = vec![
            index("milestone_entries", &["match_id", "id"]),
            unique("milestone_entries", &["milestone_id", "number"]),
            index("milestone_entries", &["done_on", "planned_on"]),
        ];
        create(manager, milestones, indexes).await?;
        append_only(manager, "milestone_entries").await?;

        let outcomes = Table::create()
            .table("outcome_reports")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("match_id"))
            // The side that it is told of, and who wrote it down.
            .col(string_len("side", 20))
            .col(string_len("acting", 20))
            .col(uuid_null("author_id"))
            .col(string_len("standing", 20))
            .col(double_null("contract_value"))
            .col(string_len_null("currency", 3))
            .col(integer_null("people_trained"))
            .col(integer_null("jobs"))
            // For the broker and its writer's side.
            .col(text_null("text"))
            .col(boolean("may_publish"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut refers("outcome_reports", "match_id", "matches"))
            .take();
        create(manager, outcomes, vec![index("outcome_reports", &["match_id", "id"])]).await?;
        append_only(manager, "outcome_reports").await?;

        // Reports whose figures a broker took into the result.
        let taken = Table::create()
            .table("outcome_takings")
            .col(ColumnDef::new("report_id").uuid().not_null().primary_key())
            .col(uuid("result_id"))
            .col(uuid_null("taken_by"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut refers("outcome_takings", "report_id", "outcome_reports"))
            .take();
        create(manager, taken, Vec::new()).await?;
        append_only(manager, "outcome_takings").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["milestone_entries", "outcome_reports", "outcome_takings"]).await
    }
}
