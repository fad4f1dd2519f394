//! How the operations on records are documented, once for the four libraries.

use serde_json::json;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, SchemaType, Type};
use utoipa::openapi::{RefOr, Schema};

use super::doc::{Doc, object};
use super::history::{SentTranslation, Translations};
use super::revisions::{self, RevisionView};
use super::{examples, lists, records};
use crate::accounts::Action;
use crate::error::Code;
use crate::library::parts::Translation;
use crate::library::store::FacetCount;
use crate::library::versions::Version;
use crate::library::{Library, LibraryKind, Record};

const JSON: &str = "application/json";
const MERGE_PATCH: &str = "application/merge-patch+json";
const ID: &str = "The record's id, number or external id";
const IF_MATCH: &str = "The version the change is meant for: the record's `ETag`, or `*` for whatever is there";

/// The name of one record of a library.
const fn one(kind: LibraryKind) -> &'static str {
    match kind {
        LibraryKind::Technologies => "technology",
        LibraryKind::Demands => "demand",
        LibraryKind::Results => "result",
        LibraryKind::Institutions => "institution",
    }
}

fn number<L: Library>() -> String {
    format!("{}-2026-000001", L::KIND.letter())
}

impl Doc {
    /// An operation on one record.
    fn on_record<L: Library>(self, id: &str, summary: &str) -> Self {
        self.name(id, L::KIND.as_str(), summary).in_path("id", ID, &number::<L>()).problems(&[Code::NotFound])
    }

    /// An operation that changes a record the caller has read.
    fn changing(self) -> Self {
        self.in_header("If-Match", true, IF_MATCH, "\"v1-1\"").problems(&[
            Code::PreconditionNeeded,
            Code::StaleVersion,
            Code::InvalidHeader,
        ])
    }

    /// An operation that may be sent twice and is done once.
    pub fn repeatable(self) -> Self {
        let description = "Any text of your own, the same when the request is sent again: it is done once and \
                           answered twice, for 24 hours.";
        self.in_header("Idempotency-Key", false, description, "8e03978e-40d5-43e8-bc93-6894a57f9324")
            .problems(&[Code::IdempotencyKeyUsed, Code::InvalidHeader])
    }

    /// An operation by which an owner may change what everybody sees.
    fn revises(self) -> Self {
        self.about(
            "What an owner changes of a published record takes effect at once where it is a trifle (keywords, contacts, \
             valid-until within bounds); the rest waits for a review, and until then everybody sees the record as it was.",
        )
        .answers::<RevisionView>(202, "Some of it waits for a review", revisions::example())
        .header(202, "Location", "Where the change is")
    }

    fn answers_record<L: Library>(self, status: u16, description: &str) -> Self {
        self.answers::<Record<L>>(status, description, examples::record(L::KIND))
            .header(status, "ETag", "Names this version of the record")
            .header(status, "Location", "Where the record is")
    }
}

/// `POST /api/v1/{library}`
pub fn create<L: Library>(doc: Doc) -> Doc {
    doc.name(format!("create_{}", one(L::KIND)), L::KIND.as_str(), format!("Add a {}", one(L::KIND)))
        .about("`lang` is detected when missing. What only the service sets (`id`, `version`, …) is ignored.")
        .in_query(records::CREATE)
        .repeatable()
        .takes::<L::Body>(JSON, examples::body(L::KIND))
        .answers_record::<L>(201, "The record as stored")
        .header(201, "Idempotency-Replayed", "`true` when the answer repeats an earlier one")
        .problems(&[Code::DuplicateExternalId, Code::InvalidState])
        .needs(Action::CreateRecord)
}

/// `GET /api/v1/{library}`
pub fn list<L: Library>(mut doc: Doc) -> Doc {
    let record = doc.refer::<Record<L>>();
    let count = doc.refer::<FacetCount>();
    let counts = ObjectBuilder::new()
        .schema_type(Type::Object)
        .description(Some("By kind of code: codes and how many records of the whole list have each"))
        .additional_properties(Some(ArrayBuilder::new().items(count)));
    let cursor = ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::String, Type::Null]))
        .description(Some("Where the next page begins; null on the last one"));
    let total = ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(0))
        .description(Some("How many records the whole list has, on whichever page"));
    let mut page = object([
        ("records", ArrayBuilder::new().items(record).into()),
        ("next_cursor", RefOr::<Schema>::from(cursor)),
        ("total", total.into()),
    ]);
    page.properties.insert("facets".to_owned(), counts.into());
    doc.name(format!("list_{}", L::KIND), L::KIND.as_str(), format!("Search and list {}", L::KIND))
        .about("The public sees what is published; with an operator's token everything is listed.")
        .in_query(lists::parameters(L::KIND))
        .answers_with(200, "One page", Schema::Object(page).into(), examples::list(L::KIND))
        .header(200, "Link", "The next page, `rel=\"next\"`")
        .open()
}

/// `GET /api/v1/{library}/{id}`
pub fn read<L: Library>(doc: Doc) -> Doc {
    doc.on_record::<L>(&format!("read_{}", one(L::KIND)), &format!("One {}", one(L::KIND)))
        .in_header("If-None-Match", false, "The `ETag` you have; 304 when it is still the newest", "\"v1-1\"")
        .answers_record::<L>(200, "The record, as far as the caller may see it")
        .answers_empty(304, "You have the newest version")
        .problems(&[Code::UnknownParameter])
        .open()
}

/// `PUT /api/v1/{library}/{id}`
pub fn replace<L: Library>(doc: Doc) -> Doc {
    doc.on_record::<L>(&format!("replace_{}", one(L::KIND)), &format!("Replace what a {} says", one(L::KIND)))
        .about("Columns that are not sent become empty; translations that are not named stay.")
        .changing()
        .takes::<L::Body>(JSON, examples::body(L::KIND))
        .answers_record::<L>(200, "The record as stored")
        .revises()
        .problems(&[Code::DuplicateExternalId, Code::InvalidState])
        .needs(Action::ChangeRecord)
}

/// `PATCH /api/v1/{library}/{id}`
pub fn patch<L: Library>(doc: Doc) -> Doc {
    let example = json!({"title": "Irrigation", "summary": null});
    doc.on_record::<L>(&format!("patch_{}", one(L::KIND)), &format!("Change some columns of a {}", one(L::KIND)))
        .about("JSON Merge Patch (RFC 7396): columns that are sent change, `null` empties. Lists change as a whole.")
        .about("A `status` is sent alone: `published` by those who run the libraries, `submitted` to ask them for it, `draft` to take it back.")
        .changing()
        .takes::<L::Body>(MERGE_PATCH, example)
        .answers_record::<L>(200, "The record as stored")
        .revises()
        .problems(&[Code::DuplicateExternalId, Code::InvalidState])
        .needs(Action::ChangeRecord)
}

/// `DELETE /api/v1/{library}/{id}`
pub fn withdraw<L: Library>(doc: Doc) -> Doc {
    doc.on_record::<L>(&format!("withdraw_{}", one(L::KIND)), &format!("Withdraw a {}", one(L::KIND)))
        .about("The record and its history stay; nobody but its owner and the operator sees them any more.")
        .in_query(records::WITHDRAW)
        .changing()
        .answers_empty(204, "Withdrawn")
        .header(204, "ETag", "Names the withdrawn version")
        .needs(Action::WithdrawRecord)
}

/// `GET /api/v1/{library}/{id}/versions`
pub fn versions<L: Library>(mut doc: Doc) -> Doc {
    let version = version_schema::<L>(&mut doc);
    let page = object([("records", ArrayBuilder::new().items(version).into())]);
    let example = json!({"records": [examples::version(L::KIND)]});
    doc.on_record::<L>(&format!("list_{}_versions", one(L::KIND)), "Every version, the newest first")
        .answers_with(200, "The versions", Schema::Object(page).into(), example)
        .problems(&[Code::UnknownParameter])
        .needs(Action::ReadUnpublished)
}

/// `GET /api/v1/{library}/{id}/versions/{version}`
pub fn version<L: Library>(mut doc: Doc) -> Doc {
    let version = version_schema::<L>(&mut doc);
    doc.on_record::<L>(&format!("read_{}_version", one(L::KIND)), "One version")
        .in_path("version", "Its number", "1")
        .answers_with(200, "The version", version, examples::version(L::KIND))
        .problems(&[Code::UnknownParameter])
        .needs(Action::ReadUnpublished)
}

fn version_schema<L: Library>(doc: &mut Doc) -> RefOr<Schema> {
    doc.refer::<L::Body>();
    <Version<L::Body> as utoipa::PartialSchema>::schema()
}

/// `GET /api/v1/{library}/{id}/translations`
pub fn translations<L: Library>(doc: Doc) -> Doc {
    doc.on_record::<L>(&format!("list_{}_translations", one(L::KIND)), "The text in other languages")
        .answers::<Translations>(200, "The translations", json!({"records": [examples::translation()]}))
        .header(200, "ETag", "Names this state of the record")
        .problems(&[Code::UnknownParameter])
        .open()
}

/// `GET /api/v1/{library}/{id}/translations/{lang}`
pub fn translation<L: Library>(doc: Doc) -> Doc {
    doc.on_record::<L>(&format!("read_{}_translation", one(L::KIND)), "The text in one language")
        .in_path("lang", "The language, BCP 47", "en")
        .answers::<Translation>(200, "The translation", examples::translation())
        .header(200, "ETag", "Names this state of the record")
        .problems(&[Code::UnknownParameter])
        .open()
}

/// `PUT /api/v1/{library}/{id}/translations/{lang}`
pub fn put_translation<L: Library>(doc: Doc) -> Doc {
    doc.on_record::<L>(&format!("put_{}_translation", one(L::KIND)), "Add or replace a translation")
        .about("A translation is no new version of the record, but its `ETag` changes.")
        .in_path("lang", "The language, BCP 47", "en")
        .takes::<SentTranslation>(JSON, examples::sent_translation())
        .answers::<Translation>(200, "Replaced", examples::translation())
        .answers::<Translation>(201, "Added", examples::translation())
        .needs(Action::ChangeRecord)
}

/// `DELETE /api/v1/{library}/{id}/translations/{lang}`
pub fn delete_translation<L: Library>(doc: Doc) -> Doc {
    doc.on_record::<L>(&format!("delete_{}_translation", one(L::KIND)), "Remove a translation")
        .in_path("lang", "The language, BCP 47", "en")
        .answers_empty(204, "Removed")
        .needs(Action::ChangeRecord)
}
