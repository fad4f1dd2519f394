//! The rows of webhooks and of what was sent to them.

/// An address that is told of events.
pub mod hook {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "webhooks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Whose; null for those who run the service.
        pub organisation_id: Option<Uuid>,
        #[sea_orm(column_type = "Text")]
        pub url: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub events: Json,
        pub secret: String,
        pub secret_before: Option<String>,
        pub secret_before_until: Option<DateTimeUtc>,
        /// Attempts that failed since the last that did not.
        pub failures: i32,
        pub disabled_at: Option<DateTimeUtc>,
        pub created_by: Uuid,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One event on its way to one webhook.
pub mod delivery {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "webhook_deliveries")]
    pub struct Model {
        /// The `webhook-id` of every attempt.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub webhook_id: Uuid,
        pub event: String,
        pub key: String,
        #[sea_orm(column_type = "Text")]
        pub body: String,
        pub created_at: DateTimeUtc,
        pub attempts: i32,
        pub next_at: DateTimeUtc,
        pub claimed_until: Option<DateTimeUtc>,
        pub delivered_at: Option<DateTimeUtc>,
        pub given_up_at: Option<DateTimeUtc>,
        pub response_status: Option<i32>,
        /// A code of [`Failure`](crate::webhooks::failure::Failure), of the last attempt.
        pub failure: Option<String>,
        #[sea_orm(column_type = "Text", nullable)]
        pub last_error: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
