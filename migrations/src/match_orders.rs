//! Indexes for the two orders in which all matches are read: the queue, by score within a state, and the newest first.

use crate::schema::index;
use sea_orm_migration::prelude::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000031_match_orders"
    }
}

/// With everything the queue weighs, so that it reads no rows: they are large.
fn queue() -> IndexCreateStatement {
    let columns = ["status", "interest", "score", "id", "broker_id", "demand_id", "technology_id", "created_at"];
    let mut statement = index("matches", &columns);
    statement.name("ix_matches_queue").take()
}

fn newest() -> IndexCreateStatement {
    index("matches", &["updated_at", "id"])
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_index(queue()).await?;
        manager.create_index(newest()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in ["ix_matches_updated_at_id", "ix_matches_queue"] {
            manager.drop_index(Index::drop().name(name).table("matches").to_owned()).await?;
        }
        Ok(())
    }
}
