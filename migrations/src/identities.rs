//! Whom a provider of OpenID Connect vouches for, and sign-ins there that are under way.

use crate::schema::{create, drop, index, primary_key, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000024_identities"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let identities = Table::create()
            .table("identities")
            .col(string_len("issuer", 300))
            .col(string_len("subject", 255))
            .col(uuid("user_id"))
            .col(timestamp_with_time_zone("created_at"))
            .primary_key(&mut primary_key(&["issuer", "subject"]))
            .foreign_key(&mut refers("identities", "user_id", "users"))
            .take();
        create(manager, identities, vec![unique("identities", &["user_id", "issuer"])]).await?;
        let begun = Table::create()
            .table("begun_sign_ins")
            .col(ColumnDef::new("state_hash").string_len(64).not_null().primary_key())
            .col(string_len("device_hash", 64))
            .col(string_len("nonce", 64))
            .col(string_len("verifier", 64))
            .col(uuid_null("user_id"))
            .col(text("next"))
            .col(timestamp_with_time_zone("expires_at"))
            .foreign_key(&mut refers("begun_sign_ins", "user_id", "users"))
            .take();
        create(manager, begun, vec![index("begun_sign_ins", &["expires_at"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["identities", "begun_sign_ins"]).await
    }
}
