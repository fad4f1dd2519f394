//! The row of a version of the weights.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "weights")]
pub struct Model {
    /// 0 is what the program came with.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub created_at: DateTimeUtc,
    /// The algorithm whose weights were learned.
    pub base: String,
    pub decisions: i32,
    pub demands: i32,
    pub held_out: i32,
    pub ndcg_before: Option<f64>,
    pub ndcg_after: Option<f64>,
    pub error_before: Option<f64>,
    pub error_after: Option<f64>,
    /// See [`super::versions::LearningOutcome`].
    pub outcome: String,
    /// What it was learned from, see [`super::gather::fingerprint`].
    pub fingerprint: Option<String>,
    /// In force is the version with the newest of these.
    pub adopted_at: Option<DateTimeUtc>,
    pub adopted_by: Option<Uuid>,
    /// See [`super::versions::Stored`].
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub weights: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
