//! The rows of linked identities and of sign-ins that are under way.

/// A person of a provider, and the account here.
pub mod identity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "identities")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub issuer: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub subject: String,
        pub user_id: Uuid,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A browser that was sent to the provider and is expected back once.
pub mod begun {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "begun_sign_ins")]
    pub struct Model {
        /// Of the state that the provider sends back.
        #[sea_orm(primary_key, auto_increment = false)]
        pub state_hash: String,
        /// Of the browser that began it.
        pub device_hash: String,
        pub nonce: String,
        pub verifier: String,
        /// Who links their account; nobody who signs in.
        pub user_id: Option<Uuid>,
        /// The invitation that is accepted by it.
        pub invitation_id: Option<Uuid>,
        /// What the person is called whose account it makes.
        #[sea_orm(column_type = "Text", nullable)]
        pub called: Option<String>,
        #[sea_orm(column_type = "Text")]
        pub next: String,
        pub expires_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
