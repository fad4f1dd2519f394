//! What every change leaves behind: its number in the one order of changes, the audit, the jobs that follow from it,
//! and what was answered to a request that may come again.

use crate::schema::{append_only, create, drop, forget_append_only, index, primary_key};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000003_changes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One row. Whoever changes a record holds it until the commit, so numbers are gapless and in commit order.
        let change_counter = Table::create()
            .table("change_counter")
            .col(ColumnDef::new("id").integer().not_null().primary_key())
            .col(big_integer("value"))
            .take();
        create(manager, change_counter, Vec::new()).await?;
        let first = Query::insert()
            .into_table("change_counter")
            .columns(["id", "value"])
            .values_panic([1.into(), 0.into()])
            .take();
        manager.execute(first).await?;

        let number_counters = Table::create()
            .table("number_counters")
            .col(string_len("letter", 1))
            .col(integer("year"))
            .col(big_integer("value"))
            .primary_key(&mut primary_key(&["letter", "year"]))
            .take();
        create(manager, number_counters, Vec::new()).await?;

        let audit = Table::create()
            .table("audit_entries")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(timestamp_with_time_zone("at"))
            .col(uuid_null("actor_id"))
            .col(string_len("action", 40))
            .col(string_len_null("library", 20))
            .col(uuid_null("record_id"))
            .col(integer_null("version"))
            .col(json_binary_null("detail"))
            .take();
        let audit_indexes =
            vec![index("audit_entries", &["record_id", "id"]), index("audit_entries", &["actor_id", "id"])];
        create(manager, audit, audit_indexes).await?;
        append_only(manager, "audit_entries").await?;

        let jobs = Table::create()
            .table("outbox_jobs")
            .col(big_pk_auto("id"))
            .col(string_len("kind", 40))
            .col(json_binary("payload"))
            .col(string_len_null("dedupe_key", 100))
            .col(integer("priority"))
            .col(timestamp_with_time_zone("run_after"))
            .col(integer("attempts"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("claimed_until"))
            .col(timestamp_with_time_zone_null("done_at"))
            .col(timestamp_with_time_zone_null("given_up_at"))
            .col(text_null("last_error"))
            .take();
        create(manager, jobs, Vec::new()).await?;
        // Only jobs that nobody has begun stand for later changes as well: a job that runs may have read already.
        let waiting = Index::create()
            .name("ux_outbox_jobs_dedupe_key")
            .table("outbox_jobs")
            .col("dedupe_key")
            .unique()
            .and_where(Expr::col("done_at").is_null())
            .and_where(Expr::col("given_up_at").is_null())
            .and_where(Expr::col("claimed_until").is_null())
            .take();
        manager.create_index(waiting).await?;
        let due = Index::create()
            .name("ix_outbox_jobs_due")
            .table("outbox_jobs")
            .col("priority")
            .col("id")
            .and_where(Expr::col("done_at").is_null())
            .and_where(Expr::col("given_up_at").is_null())
            .take();
        manager.create_index(due).await?;

        let idempotency = Table::create()
            .table("idempotency_keys")
            .col(string_len("actor", 64))
            .col(string_len("key", 255))
            .col(string_len("request_hash", 64))
            .col(integer_null("status"))
            .col(json_binary_null("headers"))
            .col(text_null("body"))
            .col(timestamp_with_time_zone("created_at"))
            .primary_key(&mut primary_key(&["actor", "key"]))
            .take();
        create(manager, idempotency, vec![index("idempotency_keys", &["created_at"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["change_counter", "number_counters", "audit_entries", "outbox_jobs", "idempotency_keys"];
        drop(manager, &tables).await?;
        forget_append_only(manager).await
    }
}
