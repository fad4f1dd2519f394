//! The rows of organisations, people and tokens.

/// Whoever records and people belong to.
pub mod organisation {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(column_type = "Text")]
        pub name: String,
        /// The name by language.
        #[sea_orm(column_type = "JsonBinary")]
        pub names: Json,
        pub kind: String,
        pub country: Option<String>,
        pub version: i32,
        pub created_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
        pub status: String,
        /// Unified social credit code (GB 32100-2015) of a firm.
        pub credit_code: Option<String>,
        /// Why it was refused or suspended.
        #[sea_orm(column_type = "Text", nullable)]
        pub status_reason: Option<String>,
        pub decided_by: Option<Uuid>,
        pub decided_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl Model {
        /// Its name in every language it has one in.
        pub fn all_names(&self) -> Vec<String> {
            let translated = self.names.as_object().into_iter().flat_map(|names| names.values());
            let translated = translated.filter_map(|name| name.as_str()).map(str::to_owned);
            std::iter::once(self.name.clone()).chain(translated).collect()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A person or a program with an account.
pub mod user {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "users")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub email: Option<String>,
        #[sea_orm(column_type = "Text")]
        pub name: String,
        pub role: String,
        pub organisation_id: Option<Uuid>,
        #[sea_orm(column_type = "Text", nullable)]
        pub password_hash: Option<String>,
        pub created_at: DateTimeUtc,
        pub disabled_at: Option<DateTimeUtc>,
        /// Since when somebody waits for the people of the organisation to let them in.
        pub waiting_since: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A token by which a program shows who it is. The token itself is nowhere, only its hash.
pub mod token {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "api_tokens")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub user_id: Uuid,
        /// How people tell tokens apart: its first characters.
        #[sea_orm(column_type = "Text")]
        pub name: String,
        /// SHA-256, hexadecimal.
        pub token_hash: String,
        pub created_at: DateTimeUtc,
        pub expires_at: Option<DateTimeUtc>,
        pub last_used_at: Option<DateTimeUtc>,
        pub revoked_at: Option<DateTimeUtc>,
        /// What it may be used for.
        #[sea_orm(column_type = "JsonBinary")]
        pub scopes: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
