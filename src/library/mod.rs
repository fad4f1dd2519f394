//! The four libraries: what their records are, how they are stored, found, versioned and translated.
//!
//! One file per library ([`technology`], [`demand`], [`result`], [`institution`]) holds its columns, rules and row;
//! everything else is written once, over the [`Library`] trait. Knows no HTTP and no pages.

pub mod body;
pub mod checks;
pub mod closed_set;
pub mod codes;
pub mod column;
pub mod demand;
pub mod difference;
pub mod fields;
pub mod files;
pub mod institution;
pub mod normalise;
pub mod parse;
pub mod parts;
pub mod record;
pub mod result;
pub mod review;
pub mod row;
pub mod store;
pub mod taxonomy;
pub mod technology;
pub mod terms;
pub mod translations;
pub mod validate;
pub mod versions;
pub mod vocabulary;

pub use body::Body;
pub use codes::{CooperationMode, Origin, Priority, Provenance, Status};
pub use column::{Column, ColumnKind};
pub use demand::{Demand, Demands};
pub use institution::{Institution, Institutions};
pub use parse::parse_body;
pub use record::{Head, Hidden, Record};
pub use result::{ProjectResult, Results};
pub use technology::{Technologies, Technology};
pub use validate::{FieldCode, FieldError};
pub use vocabulary::Vocabulary;

use closed_set::closed_set;
use sea_orm::{ActiveModelBehavior, EntityTrait, FromQueryResult, IntoActiveModel, ModelTrait};

closed_set! {
    /// One of the four libraries.
    pub enum LibraryKind {
        #[default]
        Technologies = "technologies" ["技术储备库", "technology"],
        Demands = "demands" ["合作需求库", "cooperation_demands", "demand"],
        Results = "results" ["项目成果库", "project_results", "result"],
        Institutions = "institutions" ["平台机构库", "platform_institutions", "institution"],
    }
}

impl LibraryKind {
    /// The letter its numbers begin with.
    pub const fn letter(self) -> char {
        match self {
            Self::Technologies => 'T',
            Self::Demands => 'D',
            Self::Results => 'R',
            Self::Institutions => 'I',
        }
    }

    /// Its table.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Technologies => "technologies",
            Self::Demands => "cooperation_demands",
            Self::Results => "project_results",
            Self::Institutions => "platform_institutions",
        }
    }
}

closed_set! {
    /// What a code kept beside a record says; lists are filtered and counted by these.
    pub enum CodeKind {
        #[default]
        Field = "field" [],
        Country = "country" [],
        TargetCountry = "target_country" [],
        Mode = "mode" [],
        Service = "service" [],
        Kind = "kind" [],
        Keyword = "keyword" [],
        Lang = "lang" [],
        Trl = "trl" [],
        ExportControl = "export_control" [],
        Urgency = "urgency" [],
        Sdg = "sdg" [],
        Progress = "progress" [],
        Operation = "operation" [],
        Year = "year" [],
        /// Of the country it is about, or of those it is for.
        Region = "region" [],
    }
}

/// What the four libraries say about themselves; everything shared is generic over it.
pub trait Library: std::fmt::Debug + Clone + Copy + Send + Sync + 'static {
    /// Which library it is.
    const KIND: LibraryKind;
    /// Its columns, in the order files write them.
    const COLUMNS: &'static [Column];
    /// What an author supplies.
    type Body: Body;
    /// Its table.
    type Entity: EntityTrait<Model: RowModel<Self>, ActiveModel: ActiveModelBehavior + Send + Sync> + Send + Sync;

    /// Brings a body into the form in which it is stored and compared.
    fn normalise(body: &mut Self::Body, vocabulary: &Vocabulary);
    /// What is wrong with a normalised body; empty when it may go in.
    fn validate(body: &Self::Body, vocabulary: &Vocabulary) -> Vec<FieldError>;
    /// The library's own codes for filters and counts; those of the common columns come on top.
    fn codes(body: &Self::Body) -> Vec<(CodeKind, String)>;
    /// Removes what the reader may not see.
    fn hide(body: &mut Self::Body, hidden: Hidden);
    /// Puts back what the writer could not see and therefore cannot have meant to change.
    fn keep_hidden(body: &mut Self::Body, stored: &Self::Body, hidden: Hidden);
}

/// What sea-orm's row of a library can do: be read, written, and carried across by name.
pub trait RowModel<L: Library>:
    ModelTrait<Entity = L::Entity>
    + FromQueryResult
    + IntoActiveModel<<L::Entity as EntityTrait>::ActiveModel>
    + serde::Serialize
    + serde::de::DeserializeOwned
    + Send
    + Sync
{
}

impl<L: Library, M> RowModel<L> for M where
    M: ModelTrait<Entity = L::Entity>
        + FromQueryResult
        + IntoActiveModel<<L::Entity as EntityTrait>::ActiveModel>
        + serde::Serialize
        + serde::de::DeserializeOwned
        + Send
        + Sync
{
}
