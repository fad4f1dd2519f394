//! Registrations that wait for the click on the link in their mail, invitations that can be taken back and know their
//! language, and people who wait for their colleagues to let them in.

use crate::schema::{create, drop, index, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261126_000016_registrations"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let registrations = Table::create()
            .table("registrations")
            .col(ColumnDef::new("id").uuid().not_null().primary_key())
            .col(string_len("token_hash", 64))
            .col(string_len("email", 320))
            .col(text("person"))
            .col(string_len("lang", 35))
            .col(text("password_hash"))
            .col(text("organisation"))
            .col(json_binary("names"))
            .col(string_len("country", 2))
            .col(string_len_null("credit_code", 18))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .take();
        let indexes = vec![
            unique("registrations", &["token_hash"]),
            index("registrations", &["email"]),
            index("registrations", &["expires_at"]),
        ];
        create(manager, registrations, indexes).await?;
        // SQLite adds one column a statement.
        for (table, mut column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(&mut column).take()).await?;
        }
        manager.create_index(index("organisations", &["status", "id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut status = Index::drop();
        manager.drop_index(status.name("ix_organisations_status_id").table("organisations").to_owned()).await?;
        for (table, column) in [("users", "waiting_since"), ("invitations", "lang"), ("invitations", "revoked_at")] {
            manager.alter_table(Table::alter().table(table).drop_column(column).take()).await?;
        }
        drop(manager, &["registrations"]).await
    }
}

fn columns() -> [(&'static str, ColumnDef); 3] {
    [
        ("invitations", timestamp_with_time_zone_null("revoked_at")),
        ("invitations", string_len_null("lang", 35)),
        ("users", timestamp_with_time_zone_null("waiting_since")),
    ]
}
