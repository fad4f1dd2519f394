//! The rows of reviews and submissions, which are only ever added to, and of revisions.

/// A review and what it led to.
pub mod review {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "reviews")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub library: String,
        pub record_id: Uuid,
        /// The version of the record that was read.
        pub version: i32,
        /// The revision of a published record that was reviewed.
        pub revision: Option<i32>,
        /// What that revision changes.
        #[sea_orm(column_type = "JsonBinary", nullable)]
        pub changes: Option<Json>,
        pub reviewer_id: Option<Uuid>,
        pub at: DateTimeUtc,
        #[sea_orm(column_type = "JsonBinary")]
        pub criteria: Json,
        #[sea_orm(column_type = "Text", nullable)]
        pub comment: Option<String>,
        pub total: i32,
        pub result: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was submitted, and what the checks said.
pub mod submission {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "submissions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub library: String,
        pub record_id: Uuid,
        /// The version of the record that waits for a review.
        pub version: i32,
        /// The revision of a published record that waits.
        pub revision: Option<i32>,
        pub actor_id: Option<Uuid>,
        pub at: DateTimeUtc,
        #[sea_orm(column_type = "JsonBinary")]
        pub findings: Json,
        #[sea_orm(column_type = "JsonBinary")]
        pub duplicates: Json,
        pub words_only: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What an owner wants to change of a published record.
pub mod revision {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "revisions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub record_id: Uuid,
        pub library: String,
        pub version: i32,
        /// Whether it waits for a review, or came back from one.
        pub waiting: bool,
        #[sea_orm(column_type = "JsonBinary")]
        pub changes: Json,
        pub actor_id: Option<Uuid>,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
