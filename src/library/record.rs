//! A record: the head, which the service sets, and the body, which its author wrote.

use super::codes::{Provenance, Status};
use super::{Body, Library, LibraryKind};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

/// What the service knows about a record. Its author cannot set it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Head {
    /// Identity, UUIDv7.
    pub id: Uuid,
    /// Readable number.
    #[schema(example = "T-2026-000123")]
    pub number: String,
    /// The library it is in.
    pub library: LibraryKind,
    /// Where it stands.
    pub status: Status,
    /// Grows by one with every change; also the `ETag`.
    #[schema(example = 3)]
    pub version: i32,
    /// The organisation that owns it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_organisation_id: Option<Uuid>,
    /// How it came in.
    pub provenance: Provenance,
    /// When it came in.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// When it was first published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<DateTime<Utc>>,
    /// Number of the last change in the service's one order of changes; also moves when a translation does.
    #[serde(skip)]
    pub change_no: i64,
    /// Version in which title, summary, description or language last changed; older translations are stale.
    #[serde(skip)]
    pub text_version: i32,
}

impl Head {
    /// Its names in JSON. Files and the API ignore them on input, so that what was read can be written back.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "number",
        "library",
        "status",
        "version",
        "owner_organisation_id",
        "provenance",
        "created_at",
        "updated_at",
        "published_at",
    ];
}

/// A record of library `L`; in JSON head and body are one flat object.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Record<L: Library> {
    /// Set by the service.
    #[serde(flatten)]
    pub head: Head,
    /// Written by the author.
    #[serde(flatten)]
    pub body: L::Body,
}

/// What a reader may not see of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hidden {
    /// The confidential part of a technology.
    pub confidential: bool,
    /// How to reach an institution.
    pub contacts: bool,
}

impl Hidden {
    /// Nothing is hidden: the owner reads.
    pub const NOTHING: Self = Self { confidential: false, contacts: false };
    /// Everything that can be is hidden: anybody reads.
    pub const EVERYTHING: Self = Self { confidential: true, contacts: true };
}

impl<L: Library> Record<L> {
    /// The record as everybody may see it.
    pub fn public(mut self) -> Self {
        L::hide(&mut self.body, Hidden::EVERYTHING);
        self
    }

    /// The title in a language: the source's when it is written in it, else a translation, else the source's.
    pub fn title_in(&self, lang: &str) -> &str {
        let common = self.body.common();
        if common.lang == lang {
            return common.title;
        }
        let translated = common.translations.iter().find(|translation| translation.lang == lang);
        translated.map_or(common.title, |translation| translation.title.as_str())
    }
}

/// One object with the columns of head and body. `allOf` would not do: the body alone refuses other columns.
impl<L: Library> PartialSchema for Record<L> {
    fn schema() -> RefOr<Schema> {
        let (RefOr::T(Schema::Object(head)), RefOr::T(Schema::Object(mut record))) =
            (Head::schema(), L::Body::schema())
        else {
            return L::Body::schema();
        };
        let mut properties = head.properties;
        properties.append(&mut record.properties);
        record.properties = properties;
        record.required.splice(0..0, head.required);
        record.example = None;
        RefOr::T(Schema::Object(record))
    }
}

impl<L: Library> ToSchema for Record<L> {
    fn name() -> std::borrow::Cow<'static, str> {
        format!("{}Record", L::Body::name()).into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        Head::schemas(schemas);
        L::Body::schemas(schemas);
    }
}
