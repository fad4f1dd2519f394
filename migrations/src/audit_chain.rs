//! The chain beside the audit: every entry has a gapless number and a hash over itself and the hash before, so that
//! nobody can alter, remove or reorder entries unnoticed. The chain is filled by the service; see `docs/audit.md`.

use crate::schema::{append_only, create, drop, index, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261125_000014_audit_chain"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // No foreign key: the chain has to tell of an entry that is gone.
        let chain = Table::create()
            .table("audit_chain")
            .col(ColumnDef::new("seq").big_integer().not_null().primary_key())
            .col(uuid("entry_id"))
            .col(string_len("previous_hash", 64))
            .col(string_len("hash", 64))
            .take();
        create(manager, chain, vec![unique("audit_chain", &["entry_id"])]).await?;
        append_only(manager, "audit_chain").await?;

        // One row. Whoever writes an entry holds it until the commit, so numbers are gapless and in commit order.
        let head = Table::create()
            .table("audit_head")
            .col(ColumnDef::new("id").integer().not_null().primary_key())
            .col(big_integer("seq"))
            .col(string_len("hash", 64))
            .take();
        create(manager, head, Vec::new()).await?;
        let first = Query::insert()
            .into_table("audit_head")
            .columns(["id", "seq", "hash"])
            .values_panic([1.into(), 0.into(), "0".repeat(64).into()])
            .take();
        manager.execute(first).await?;
        manager.create_index(index("audit_entries", &["at"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut at = Index::drop();
        at.name("ix_audit_entries_at").table("audit_entries");
        manager.drop_index(at).await?;
        drop(manager, &["audit_chain", "audit_head"]).await
    }
}
