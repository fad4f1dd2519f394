//! Organisations, people and their tokens. Tokens and passwords are stored as hashes only.

use crate::schema::{create, drop, index, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_000001_accounts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let organisations = Table::create()
            .table("organisations")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(text("name"))
            .col(json_binary("names"))
            .col(string_len("kind", 20))
            .col(string_len_null("country", 2))
            .col(integer("version"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"))
            .take();
        create(manager, organisations, vec![index("organisations", &["country", "id"])]).await?;

        let users = Table::create()
            .table("users")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(string_len_null("email", 320))
            .col(text("name"))
            .col(string_len("role", 20))
            .col(uuid_null("organisation_id"))
            .col(text_null("password_hash"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("disabled_at"))
            .foreign_key(&mut refers("users", "organisation_id", "organisations"))
            .take();
        let users_indexes = vec![unique("users", &["email"]), index("users", &["organisation_id"])];
        create(manager, users, users_indexes).await?;

        let tokens = Table::create()
            .table("api_tokens")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(uuid("user_id"))
            .col(text("name"))
            .col(string_len("token_hash", 64))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("expires_at"))
            .col(timestamp_with_time_zone_null("last_used_at"))
            .col(timestamp_with_time_zone_null("revoked_at"))
            .foreign_key(&mut refers("api_tokens", "user_id", "users"))
            .take();
        let tokens_indexes = vec![unique("api_tokens", &["token_hash"]), index("api_tokens", &["user_id"])];
        create(manager, tokens, tokens_indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, &["organisations", "users", "api_tokens"]).await
    }
}
