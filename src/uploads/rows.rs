//! The row of a file that was sent to be imported.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "uploads")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub user_id: Uuid,
    pub library: String,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    pub format: String,
    pub content: Vec<u8>,
    /// See [`super::Choices`].
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub mapping: Option<Json>,
    /// See [`crate::library::files::row::Mended`].
    #[sea_orm(column_type = "JsonBinary")]
    pub mended: Json,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub imported_at: Option<DateTimeUtc>,
    /// See [`super::Outcome`].
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub outcome: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
