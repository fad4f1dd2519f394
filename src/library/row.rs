//! The database row of a library: `row!` puts the head's columns and the common columns before the library's own.
//! A row is plain storage; its columns carry the names of the body, and JSON carries the values across.

/// Declares the sea-orm entity of a library inside its own module.
macro_rules! row {
    ($table:tt { $($own:tt)* }) => {
        /// The row in the database: head, common columns, then the library's own, named as in the body.
        pub mod row {
            use sea_orm::entity::prelude::*;

            /// One record as stored.
            #[derive(Clone, Debug, PartialEq, DeriveEntityModel, serde::Serialize, serde::Deserialize)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                #[sea_orm(primary_key, auto_increment = false)]
                pub id: Uuid,
                pub number: String,
                pub status: String,
                pub version: i32,
                pub owner_organisation_id: Option<Uuid>,
                pub provenance: String,
                pub created_at: DateTimeUtc,
                pub updated_at: DateTimeUtc,
                pub published_at: Option<DateTimeUtc>,
                /// Number of the last change, see `outbox::feed`.
                pub change_no: i64,
                /// Version in which title, summary, description or language last changed: older translations are stale.
                pub text_version: i32,
                /// Owner as text, empty for none: makes `external_id` unique per owner on both databases.
                pub owner_key: String,
                #[serde(default)]
                pub external_id: Option<String>,
                pub lang: String,
                pub title: String,
                #[serde(default)]
                pub summary: Option<String>,
                pub description: String,
                #[sea_orm(column_type = "JsonBinary")]
                pub fields: Json,
                #[sea_orm(column_type = "JsonBinary")]
                pub keywords: Json,
                #[serde(default)]
                pub valid_until: Option<Date>,
                #[sea_orm(column_type = "JsonBinary")]
                pub links: Json,
                #[serde(default)]
                pub source: Option<String>,
                #[serde(default)]
                pub source_reference: Option<String>,
                $($own)*
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

pub(crate) use row;
