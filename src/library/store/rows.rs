//! Carries records to rows and back, by column name; the rows of the tables all four libraries share.
//! A column therefore needs no line of conversion: it has the same name in body, row and table.

use crate::library::body::Body;
use crate::library::codes::{Origin, Provenance, Status};
use crate::library::parts::Translation;
use crate::library::{Head, Library, Record};
use anyhow::Context;
use sea_orm::EntityTrait;
use serde_json::{Map, Value, json};
use std::str::FromStr;
use uuid::Uuid;

/// The row of a library.
pub type Row<L> = <<L as Library>::Entity as EntityTrait>::Model;

/// Columns of the row that the body does not have.
const HEAD_COLUMNS: &[&str] = &[
    "id",
    "number",
    "status",
    "version",
    "owner_organisation_id",
    "provenance",
    "created_at",
    "updated_at",
    "published_at",
    "change_no",
    "text_version",
    "owner_key",
];

/// Makes external ids unique per owner: both databases let nulls repeat, so no owner is the empty text.
pub fn owner_key(owner: Option<Uuid>) -> String {
    owner.map(|id| id.to_string()).unwrap_or_default()
}

/// The row that stores a record.
pub fn to_row<L: Library>(record: &Record<L>) -> anyhow::Result<Row<L>> {
    let head = &record.head;
    let mut columns = body_columns(&record.body)?;
    columns.remove("translations");
    let Value::Object(mut row) = json!({
        "id": head.id,
        "number": head.number,
        "status": head.status,
        "version": head.version,
        "owner_organisation_id": head.owner_organisation_id,
        "provenance": head.provenance,
        "created_at": head.created_at,
        "updated_at": head.updated_at,
        "published_at": head.published_at,
        "change_no": head.change_no,
        "text_version": head.text_version,
        "owner_key": owner_key(head.owner_organisation_id),
    }) else {
        anyhow::bail!("a head is not an object");
    };
    row.append(&mut columns);
    serde_json::from_value(Value::Object(row)).with_context(|| format!("cannot store {} as a row", head.number))
}

/// The record a row stores, without its translations.
pub fn from_row<L: Library>(row: Row<L>) -> anyhow::Result<Record<L>> {
    let Value::Object(mut columns) = serde_json::to_value(row).context("cannot read a row")? else {
        anyhow::bail!("a row is not an object");
    };
    let mut head = Map::with_capacity(HEAD_COLUMNS.len());
    for name in HEAD_COLUMNS {
        if let Some(value) = columns.remove(*name) {
            head.insert((*name).to_owned(), value);
        }
    }
    let number = head.get("number").and_then(Value::as_str).unwrap_or_default().to_owned();
    let read = || -> anyhow::Result<Record<L>> {
        let head = read_head::<L>(head)?;
        let body = serde_json::from_value(Value::Object(columns))?;
        Ok(Record { head, body })
    };
    read().with_context(|| format!("cannot read record {number} from its row"))
}

fn read_head<L: Library>(columns: Map<String, Value>) -> anyhow::Result<Head> {
    #[derive(serde::Deserialize)]
    struct Stored {
        id: Uuid,
        number: String,
        status: Status,
        version: i32,
        owner_organisation_id: Option<Uuid>,
        provenance: Provenance,
        created_at: chrono::DateTime<chrono::Utc>,
        updated_at: chrono::DateTime<chrono::Utc>,
        published_at: Option<chrono::DateTime<chrono::Utc>>,
        change_no: i64,
        text_version: i32,
    }
    let stored: Stored = serde_json::from_value(Value::Object(columns))?;
    Ok(Head {
        id: stored.id,
        number: stored.number,
        library: L::KIND,
        status: stored.status,
        version: stored.version,
        owner_organisation_id: stored.owner_organisation_id,
        provenance: stored.provenance,
        created_at: stored.created_at,
        updated_at: stored.updated_at,
        published_at: stored.published_at,
        change_no: stored.change_no,
        text_version: stored.text_version,
    })
}

/// A body as its columns.
pub fn body_columns(body: &impl Body) -> anyhow::Result<Map<String, Value>> {
    match serde_json::to_value(body).context("cannot write a body as columns")? {
        Value::Object(columns) => Ok(columns),
        _ => anyhow::bail!("a body is not an object"),
    }
}

impl translation::Model {
    /// The translation as readers see it, beside a source whose text last changed in `text_version`.
    pub fn shown(self, text_version: i32) -> anyhow::Result<Translation> {
        let origin = Origin::from_str(&self.origin).context("cannot read a translation")?;
        Ok(Translation {
            lang: self.lang,
            title: self.title,
            summary: self.summary,
            description: self.description,
            origin,
            engine: self.engine,
            translated_at: Some(self.updated_at),
            stale: self.source_version < text_version,
        })
    }
}

macro_rules! shared_row {
    ($(#[doc = $doc:literal])* $module:ident $table:tt { $($columns:tt)* }) => {
        $(#[doc = $doc])*
        pub mod $module {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model { $($columns)* }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

shared_row! {
    /// Codes of a record, for filters and counts.
    code "record_codes" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub library: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
        pub code: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub published: bool,
        #[sea_orm(primary_key, auto_increment = false)]
        pub record_id: Uuid,
    }
}

shared_row! {
    /// What a record was at each version.
    version "record_versions" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub record_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        pub library: String,
        pub status: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub body: Json,
        pub actor_id: Option<Uuid>,
        pub at: DateTimeUtc,
        pub action: String,
        pub reason: Option<String>,
    }
}

shared_row! {
    /// A record's text in another language.
    translation "record_translations" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub record_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub lang: String,
        pub library: String,
        pub title: String,
        pub summary: Option<String>,
        pub description: Option<String>,
        pub origin: String,
        pub source_version: i32,
        pub actor_id: Option<Uuid>,
        pub updated_at: DateTimeUtc,
        /// Which machine wrote it.
        pub engine: Option<String>,
    }
}

shared_row! {
    /// Who did what, when.
    audit "audit_entries" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub at: DateTimeUtc,
        pub actor_id: Option<Uuid>,
        pub action: String,
        pub library: Option<String>,
        pub record_id: Option<Uuid>,
        pub version: Option<i32>,
        #[sea_orm(column_type = "JsonBinary", nullable)]
        pub detail: Option<Json>,
    }
}
