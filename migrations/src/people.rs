//! People who sign in: sessions and known devices, invitations, password resets, the second factor, what was tried
//! and failed, and mails that wait to be sent. Organisations get a standing, tokens get scopes.
//!
//! Whatever opens something (session, link, recovery code) is stored as a hash only.

use crate::schema::{create, drop, index, primary_key, refers, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261125_000013_people"
    }
}

const TABLES: &[&str] = &[
    "sessions",
    "known_devices",
    "invitations",
    "password_resets",
    "second_factors",
    "recovery_codes",
    "failed_sign_ins",
    "mail_queue",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        standing_and_scopes(manager).await?;
        sessions(manager).await?;
        links(manager).await?;
        second_factors(manager).await?;

        let failed = Table::create()
            .table("failed_sign_ins")
            .col(ColumnDef::new("key").string_len(64).not_null().primary_key())
            .col(integer("failures"))
            .col(timestamp_with_time_zone("blocked_until"))
            .col(timestamp_with_time_zone("updated_at"))
            .take();
        create(manager, failed, vec![index("failed_sign_ins", &["updated_at"])]).await?;

        let mails = Table::create()
            .table("mail_queue")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(string_len("key", 200))
            .col(string_len("to", 320))
            .col(string_len("lang", 35))
            .col(string_len("template", 60))
            .col(json_binary("values"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .take();
        create(manager, mails, vec![unique("mail_queue", &["key"]), index("mail_queue", &["sent_at", "id"])]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop(manager, TABLES).await?;
        manager.alter_table(Table::alter().table("api_tokens").drop_column("scopes").take()).await?;
        let mut codes = Index::drop();
        manager.drop_index(codes.name("ux_organisations_credit_code").table("organisations").to_owned()).await?;
        for column in ["decided_at", "decided_by", "status_reason", "credit_code", "status"] {
            manager.alter_table(Table::alter().table("organisations").drop_column(column).take()).await?;
        }
        Ok(())
    }
}

/// SQLite adds one column a statement.
async fn standing_and_scopes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let mut status = string_len("status", 20);
    let mut scopes = json_binary("scopes");
    let columns = [
        // Whoever was there before has the operator's trust.
        ("organisations", status.default("approved").take()),
        ("organisations", string_len_null("credit_code", 18)),
        ("organisations", text_null("status_reason")),
        ("organisations", uuid_null("decided_by")),
        ("organisations", timestamp_with_time_zone_null("decided_at")),
        ("api_tokens", scopes.default("[\"read\",\"write\",\"match\",\"admin\"]").take()),
    ];
    for (table, column) in columns {
        manager.alter_table(Table::alter().table(table).add_column(column).take()).await?;
    }
    manager.create_index(unique("organisations", &["credit_code"])).await
}

async fn sessions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let sessions = Table::create()
        .table("sessions")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(string_len("token_hash", 64))
        .col(uuid("user_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("last_seen_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("second_factor_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .col(text_null("user_agent"))
        .foreign_key(&mut refers("sessions", "user_id", "users"))
        .take();
    let sessions_indexes = vec![unique("sessions", &["token_hash"]), index("sessions", &["user_id"])];
    create(manager, sessions, sessions_indexes).await?;

    let devices = Table::create()
        .table("known_devices")
        .col(string_len("device_hash", 64))
        .col(uuid("user_id"))
        .col(timestamp_with_time_zone("last_seen_at"))
        .primary_key(&mut primary_key(&["device_hash", "user_id"]))
        .foreign_key(&mut refers("known_devices", "user_id", "users"))
        .take();
    create(manager, devices, vec![index("known_devices", &["user_id"])]).await
}

async fn links(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let invitations = Table::create()
        .table("invitations")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(string_len("token_hash", 64))
        .col(string_len("email", 320))
        .col(uuid_null("organisation_id"))
        .col(string_len("role", 20))
        .col(uuid_null("invited_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .col(uuid_null("used_by"))
        .foreign_key(&mut refers("invitations", "organisation_id", "organisations"))
        .foreign_key(&mut refers("invitations", "invited_by", "users"))
        .take();
    let invitations_indexes = vec![unique("invitations", &["token_hash"]), index("invitations", &["organisation_id"])];
    create(manager, invitations, invitations_indexes).await?;

    let resets = Table::create()
        .table("password_resets")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(string_len("token_hash", 64))
        .col(uuid("user_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .foreign_key(&mut refers("password_resets", "user_id", "users"))
        .take();
    let resets_indexes = vec![unique("password_resets", &["token_hash"]), index("password_resets", &["user_id"])];
    create(manager, resets, resets_indexes).await
}

async fn second_factors(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let factors = Table::create()
        .table("second_factors")
        .col(ColumnDef::new("user_id").uuid().not_null().primary_key())
        .col(string_len("secret", 64))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("confirmed_at"))
        .col(big_integer("last_step"))
        .foreign_key(&mut refers("second_factors", "user_id", "users"))
        .take();
    create(manager, factors, Vec::new()).await?;

    let codes = Table::create()
        .table("recovery_codes")
        .col(ColumnDef::new("id").uuid().not_null().primary_key())
        .col(uuid("user_id"))
        .col(string_len("code_hash", 64))
        .col(timestamp_with_time_zone_null("used_at"))
        .foreign_key(&mut refers("recovery_codes", "user_id", "users"))
        .take();
    create(manager, codes, vec![unique("recovery_codes", &["user_id", "code_hash"])]).await
}
