//! Dated catalogues. The newest one that is in force is the one that counts; an older one is kept, because screenings
//! refer to it.

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;
use uuid::Uuid;

use super::rows::{catalogue, entry};
use crate::accounts::{Action, Actor};
use crate::audit::{self, Deed, NewEntry};
use crate::db::Db;
use crate::library::closed_set::closed_set;
use crate::library::store::StoreError;
use crate::library::validate::{FieldCode, FieldError, LONGEST_LINE};

/// Most entries of a catalogue.
const MOST_ENTRIES: usize = 5_000;
/// Longest text of an entry, in characters.
const LONGEST_ENTRY: usize = 10_000;
/// Rows per statement: seven parameters each.
const PORTION: usize = 1_000;

closed_set! {
    /// What a catalogue says of an entry.
    pub enum EntryKind {
        Prohibited = "prohibited" ["禁止", "禁止出口"],
        #[default]
        Restricted = "restricted" ["限制", "限制出口"],
    }
}

/// What is said of a catalogue as a whole; the first line of its file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CatalogueHead {
    #[schema(example = "中国禁止出口限制出口技术目录", max_length = 1000)]
    pub name: String,
    /// The day from which it counts.
    pub in_force_from: NaiveDate,
    /// Language of the entries, BCP 47.
    #[schema(example = "zh")]
    pub lang: String,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// It is made up, to show how screening works.
    #[serde(default)]
    pub example: bool,
}

/// An entry of a catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentEntry {
    pub kind: EntryKind,
    /// Its code, once in the catalogue.
    #[schema(max_length = 100)]
    pub code: String,
    #[schema(max_length = 1000)]
    pub title: String,
    /// The control points (控制要点).
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub text: String,
}

/// A catalogue as it is imported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentCatalogue {
    pub catalogue: CatalogueHead,
    pub entries: Vec<SentEntry>,
}

/// A catalogue as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Catalogue {
    pub id: Uuid,
    #[schema(example = "中国禁止出口限制出口技术目录")]
    pub name: String,
    /// The day from which it counts.
    pub in_force_from: NaiveDate,
    /// Language of the entries, BCP 47.
    #[schema(example = "zh")]
    pub lang: String,
    /// Where it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// It is made up, to show how screening works.
    pub example: bool,
    /// How many entries it has.
    pub entries: i32,
    pub imported_at: DateTime<Utc>,
}

impl From<catalogue::Model> for Catalogue {
    fn from(row: catalogue::Model) -> Self {
        Self {
            id: row.id,
            name: row.name,
            in_force_from: row.in_force_from,
            lang: row.lang,
            source: row.source,
            example: row.example,
            entries: row.entries,
            imported_at: row.imported_at,
        }
    }
}

/// Reads a catalogue file: JSON Lines, the head first, then an entry a line.
///
/// # Errors
/// A line that is not what it should be, named by its number.
pub fn parse_lines(text: &str) -> anyhow::Result<SentCatalogue> {
    use anyhow::Context;
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let mut lines = lines.filter(|(_, line)| !line.trim().is_empty());
    let (_, first) = lines.next().context("the file is empty; its first line describes the catalogue")?;
    let catalogue = serde_json::from_str(first).context("line 1 does not describe a catalogue")?;
    let entry = |(number, line): (usize, &str)| {
        serde_json::from_str(line).with_context(|| format!("line {} is not an entry", number + 1))
    };
    Ok(SentCatalogue { catalogue, entries: lines.map(entry).collect::<anyhow::Result<_>>()? })
}

/// Imports a catalogue.
///
/// # Errors
/// The actor may not, the catalogue is not valid or there already, or the database failed.
pub async fn import(db: &Db, actor: &Actor, sent: SentCatalogue, now: DateTime<Utc>) -> Result<Catalogue, StoreError> {
    let sent = &sent;
    db.write_send(|transaction| Box::pin(async move { import_in(&transaction, actor, sent.clone(), now).await })).await
}

/// [`import`] in a transaction of the caller's.
///
/// # Errors
/// See [`import`].
pub async fn import_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    sent: SentCatalogue,
    now: DateTime<Utc>,
) -> Result<Catalogue, StoreError> {
    if !actor.may(Action::ScreenTechnology, None) {
        return Err(StoreError::Forbidden);
    }
    let now = now.trunc_subsecs(6);
    let SentCatalogue { catalogue: head, entries } = sent;
    let mut faults = check(&head, &entries);
    let same = catalogue::Entity::find()
        .filter(catalogue::Column::Name.eq(head.name.trim()))
        .filter(catalogue::Column::InForceFrom.eq(head.in_force_from));
    if same.one(transaction).await?.is_some() {
        faults.push(fault(
            "/catalogue/in_force_from",
            FieldCode::Invalid,
            "a catalogue of this name and day is here already",
        ));
    }
    if !faults.is_empty() {
        return Err(StoreError::Invalid(faults));
    }
    let row = catalogue::Model {
        id: Uuid::now_v7(),
        name: head.name.trim().to_owned(),
        in_force_from: head.in_force_from,
        lang: head.lang,
        source: head.source,
        example: head.example,
        entries: i32::try_from(entries.len()).map_err(anyhow::Error::from)?,
        imported_at: now,
        imported_by: actor.user_id(),
    };
    catalogue::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let rows = (0..).zip(entries).map(|(position, sent)| entry::Model {
        id: Uuid::now_v7(),
        catalogue_id: row.id,
        position,
        kind: sent.kind.as_str().to_owned(),
        code: sent.code.trim().to_owned(),
        title: sent.title,
        text: sent.text,
    });
    let rows: Vec<entry::ActiveModel> = rows.map(IntoActiveModel::into_active_model).collect();
    for portion in rows.chunks(PORTION) {
        entry::Entity::insert_many(portion.to_vec()).exec_without_returning(transaction).await?;
    }
    let detail = serde_json::json!({ "name": row.name, "in_force_from": row.in_force_from, "entries": row.entries });
    let entry = NewEntry::new(actor, now, Deed::CatalogueImported).to(row.id).with(detail);
    audit::record(transaction, vec![entry]).await?;
    Ok(row.into())
}

fn fault(pointer: impl Into<String>, code: FieldCode, detail: impl Into<String>) -> FieldError {
    FieldError { pointer: pointer.into(), code, detail: detail.into() }
}

fn check(head: &CatalogueHead, entries: &[SentEntry]) -> Vec<FieldError> {
    let mut faults = Vec::new();
    let mut text = |pointer: String, text: &str, required: bool, longest: usize| {
        if required && text.trim().is_empty() {
            faults.push(fault(pointer, FieldCode::Required, "must not be empty"));
        } else if text.chars().count() > longest {
            faults.push(fault(pointer, FieldCode::TooLong, format!("must have at most {longest} characters")));
        }
    };
    text("/catalogue/name".to_owned(), &head.name, true, LONGEST_LINE);
    text("/catalogue/lang".to_owned(), &head.lang, true, 64);
    text("/catalogue/source".to_owned(), head.source.as_deref().unwrap_or_default(), false, LONGEST_LINE);
    for (place, entry) in entries.iter().enumerate() {
        text(format!("/entries/{place}/code"), &entry.code, true, 100);
        text(format!("/entries/{place}/title"), &entry.title, true, LONGEST_LINE);
        text(format!("/entries/{place}/text"), &entry.text, false, LONGEST_ENTRY);
    }
    if entries.is_empty() {
        faults.push(fault("/entries", FieldCode::Required, "a catalogue has at least one entry"));
    }
    if entries.len() > MOST_ENTRIES {
        faults.push(fault("/entries", FieldCode::TooMany, format!("must have at most {MOST_ENTRIES} entries")));
    }
    let mut seen = HashSet::new();
    for (place, entry) in entries.iter().enumerate() {
        if !seen.insert(entry.code.trim()) {
            let detail = format!("the code {} is there twice", entry.code.trim());
            faults.push(fault(format!("/entries/{place}/code"), FieldCode::Invalid, detail));
        }
    }
    faults
}

/// Every catalogue, the one that came into force last first.
///
/// # Errors
/// The database failed.
pub async fn list(db: &impl ConnectionTrait) -> Result<Vec<Catalogue>, DbErr> {
    Ok(newest_first().all(db).await?.into_iter().map(Catalogue::from).collect())
}

fn newest_first() -> sea_orm::Select<catalogue::Entity> {
    catalogue::Entity::find()
        .order_by_desc(catalogue::Column::InForceFrom)
        .order_by_desc(catalogue::Column::ImportedAt)
        .order_by_desc(catalogue::Column::Id)
}

/// The catalogue that counts on a day; `None` when none is in force yet.
///
/// # Errors
/// The database failed.
pub async fn in_force(db: &impl ConnectionTrait, today: NaiveDate) -> Result<Option<Catalogue>, DbErr> {
    let begun = catalogue::Column::InForceFrom.lte(today);
    Ok(newest_first().filter(begun).one(db).await?.map(Catalogue::from))
}

/// The entries of a catalogue in its own order.
///
/// # Errors
/// The database failed.
pub async fn entries(db: &impl ConnectionTrait, catalogue: Uuid) -> Result<Vec<entry::Model>, DbErr> {
    let of = entry::Column::CatalogueId.eq(catalogue);
    entry::Entity::find().filter(of).order_by_asc(entry::Column::Position).all(db).await
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"{"name":"Example","in_force_from":"2026-01-01","lang":"zh","example":true}"#;

    #[test]
    fn a_file_has_its_head_first_and_an_entry_a_line() {
        let entry = r#"{"kind":"限制出口","code":"E-1","title":"滴灌","text":"要点"}"#;
        let read = parse_lines(&format!("\u{feff}{HEAD}\n\n{entry}\n")).unwrap();
        assert_eq!((read.catalogue.name.as_str(), read.entries.len()), ("Example", 1));
        assert_eq!(read.entries[0].kind, EntryKind::Restricted);
        assert_eq!(parse_lines(&format!("{HEAD}\n{{}}")).unwrap_err().to_string(), "line 2 is not an entry");
        assert!(parse_lines("").unwrap_err().to_string().starts_with("the file is empty"));
    }

    #[test]
    fn every_fault_of_a_catalogue_is_named_by_its_place() {
        let entry = |code: &str, title: &str| SentEntry {
            kind: EntryKind::Restricted,
            code: code.to_owned(),
            title: title.to_owned(),
            text: String::new(),
        };
        let head = parse_lines(HEAD).unwrap().catalogue;
        let faults = check(&head, &[entry("E-1", "a"), entry(" E-1", " ")]);
        let places: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(places, ["/entries/1/title", "/entries/1/code"]);
        assert_eq!(check(&head, &[])[0].pointer, "/entries");
    }
}
