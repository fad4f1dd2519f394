//! Addresses of other programs that are told of events, and every delivery with what became of it.

use crate::schema::{create, drop, index, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000020_webhooks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let hooks = Table::create()
            .table("webhooks")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            // Whose; null for those who run the service, who are told of everybody's events.
            .col(uuid_null("organisation_id"))
            .col(text("url"))
            .col(json_binary("events"))
            .col(string_len("secret", 100))
            // After a change of the secret both sign until then.
            .col(string_len_null("secret_before", 100))
            .col(timestamp_with_time_zone_null("secret_before_until"))
            .col(integer("failures"))
            .col(timestamp_with_time_zone_null("disabled_at"))
            .col(uuid("created_by"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut refers("webhooks", "organisation_id", "organisations"))
            .take();
        create(manager, hooks, vec![index("webhooks", &["organisation_id"])]).await?;

        let deliveries = Table::create()
            .table("webhook_deliveries")
            // The `webhook-id` of every attempt.
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("webhook_id"))
            .col(string_len("event", 40))
            // What it tells of; no webhook is told the same twice.
            .col(string_len("key", 200))
            // Byte for byte what is signed and sent.
            .col(text("body"))
            .col(timestamp_with_time_zone("created_at"))
            .col(integer("attempts"))
            .col(timestamp_with_time_zone("next_at"))
            .col(timestamp_with_time_zone_null("claimed_until"))
            .col(timestamp_with_time_zone_null("delivered_at"))
            .col(timestamp_with_time_zone_null("given_up_at"))
            .col(integer_null("response_status"))
            .col(text_null("last_error"))
            .foreign_key(refers("webhook_deliveries", "webhook_id", "webhooks").on_delete(ForeignKeyAction::Cascade))
            .take();
        let deliveries_indexes = vec![
            unique("webhook_deliveries", &["webhook_id", "key"]),
            index("webhook_deliveries", &["delivered_at", "given_up_at", "next_at"]),
        ];
        create(manager, deliveries, deliveries_indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["webhooks", "webhook_deliveries"]).await
    }
}
