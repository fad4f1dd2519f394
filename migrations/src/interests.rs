//! Interest that one side of a possible match expresses, for the broker; and the mark of it on the match.

use crate::schema::{create, drop, index, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000017a_interests"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mark = string_len_null("interest", 20);
        manager.alter_table(Table::alter().table("matches").add_column(mark).take()).await?;
        let interests = Table::create()
            .table("interests")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("match_id"))
            .col(uuid("demand_id"))
            .col(uuid("technology_id"))
            .col(string_len("side", 20))
            .col(uuid("organisation_id"))
            .col(uuid_null("actor_id"))
            .col(text("offer_or_need"))
            .col(text("why"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut refers("interests", "match_id", "matches"))
            .foreign_key(&mut refers("interests", "organisation_id", "organisations"))
            .take();
        let indexes = vec![
            unique("interests", &["demand_id", "technology_id", "side"]),
            index("interests", &["match_id"]),
            index("interests", &["organisation_id", "id"]),
        ];
        create(manager, interests, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["interests"]).await?;
        manager.alter_table(Table::alter().table("matches").drop_column("interest").take()).await
    }
}
