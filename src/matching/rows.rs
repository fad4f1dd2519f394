//! Rows of the matching tables; see the migration `matches` for their meaning.

/// A stored pair with its last explanation.
pub mod matches {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, Default, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "matches")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub demand_id: Uuid,
        pub technology_id: Uuid,
        pub status: String,
        pub score: f64,
        pub rank: i32,
        pub algorithm: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub signals: Json,
        #[sea_orm(column_type = "JsonBinary")]
        pub coverage: Json,
        #[sea_orm(column_type = "JsonBinary")]
        pub results: Json,
        #[sea_orm(column_type = "JsonBinary")]
        pub institutions: Json,
        /// A person has moved on it: no re-run touches it.
        pub decided: bool,
        pub demand_version: i32,
        pub technology_version: i32,
        pub created_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
        /// Grows by one with every step; the optimistic lock.
        pub version: i32,
        /// What the demand's side said to the proposal.
        pub demand_answer: Option<String>,
        pub demand_answered_at: Option<DateTimeUtc>,
        /// What the technology's side said to the proposal.
        pub technology_answer: Option<String>,
        pub technology_answered_at: Option<DateTimeUtc>,
        /// The state it goes back to when it is taken off hold.
        pub held_from: Option<String>,
        /// From then on the two sides see the match.
        pub proposed_at: Option<DateTimeUtc>,
        /// From then on the two sides see one another.
        pub introduced_at: Option<DateTimeUtc>,
        #[sea_orm(column_type = "Text", nullable)]
        pub letter_number: Option<String>,
        pub letter_valid_from: Option<Date>,
        pub letter_valid_until: Option<Date>,
        /// The broker who works on it.
        pub broker_id: Option<Uuid>,
        /// When score and evidence were computed; the last change where that is not known.
        pub computed_at: Option<DateTimeUtc>,
        /// Which side has expressed interest, or `both`.
        pub interest: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What happened to a match. Append-only.
pub mod events {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, Default, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "match_events")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub match_id: Uuid,
        pub from_status: Option<String>,
        pub to_status: String,
        pub actor_id: Option<Uuid>,
        pub at: DateTimeUtc,
        pub reason_code: Option<String>,
        pub text: Option<String>,
        /// Score, signals and algorithm as they were.
        #[sea_orm(column_type = "JsonBinary")]
        pub snapshot: Json,
        /// See [`super::super::life::StepKind`].
        pub kind: String,
        /// See [`super::super::life::Acting`].
        pub acting: Option<String>,
        /// The version of the match after the step.
        pub version: Option<i32>,
        /// The step that this one takes back.
        pub undoes: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// One computation for a demand or a technology: the dated answer, "no match" included.
pub mod runs {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "match_runs")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub demand_id: Option<Uuid>,
        pub technology_id: Option<Uuid>,
        pub at: DateTimeUtc,
        pub algorithm: String,
        /// Suggestions that came out.
        pub suggested: i32,
        /// See [`super::super::suggest::Searched`].
        #[sea_orm(column_type = "JsonBinary")]
        pub searched: Json,
        /// The three nearest, see [`super::super::suggest::Nearest`].
        #[sea_orm(column_type = "JsonBinary")]
        pub nearest: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Interest that a side expressed; for brokers.
pub mod interest {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "interests")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub match_id: Uuid,
        pub demand_id: Uuid,
        pub technology_id: Uuid,
        pub side: String,
        pub organisation_id: Uuid,
        pub actor_id: Option<Uuid>,
        #[sea_orm(column_type = "Text")]
        pub offer_or_need: String,
        #[sea_orm(column_type = "Text")]
        pub why: String,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
