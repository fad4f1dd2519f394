//! The only place where a change to a record is stored. One transaction holds the row, its version, the audit entry,
//! the codes, the translations, the jobs that follow and the change number, so that none is ever without the others.
//! Works on many changes at once: an import of 200 rows costs a dozen statements, not two thousand.

use super::StoreError;
use super::find::PORTION;
use super::numbers::ChangeNumbers;
use super::rows::{body_columns, code, to_row, translation, version};
use crate::accounts::{Actor, organisations};
use crate::audit::{self, NewEntry};
use crate::library::body::Body;
use crate::library::closed_set::closed_set;
use crate::library::codes::{Origin, Status};
use crate::library::parts::Translation;
use crate::library::vocabulary::region_of;
use crate::library::{CodeKind, Library, LibraryKind, Record};
use crate::outbox::{Job, Urgency};
use crate::{searches, webhooks};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, Iterable, QueryFilter, Set,
};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

closed_set! {
    /// What was done to a record.
    pub enum ChangeKind {
        Created = "created" [],
        #[default]
        Updated = "updated" [],
        Published = "published" [],
        Unpublished = "unpublished" [],
        Withdrawn = "withdrawn" [],
        Archived = "archived" [],
        Translated = "translated" [],
        Submitted = "submitted" [],
        /// A review sent it back to its author.
        Returned = "returned" [],
        /// A review said no.
        Rejected = "rejected" [],
        /// A draft was saved; it overwrites the draft before and leaves no version.
        Saved = "saved" [],
        /// It runs longer.
        Renewed = "renewed" [],
        /// Its organisation was suspended.
        Suspended = "suspended" [],
        /// Its organisation is back.
        Restored = "restored" [],
    }
}

/// Parameters one statement may have: SQLite takes 32,766, PostgreSQL 65,535.
const MOST_PARAMETERS: usize = 30_000;
/// Longest code kept for filters; PostgreSQL's index rows end at 2,704 bytes.
const LONGEST_CODE: usize = 200;

/// A record before and after.
#[derive(Debug)]
pub struct Change<L: Library> {
    /// What is stored now; `None` for a new record.
    pub before: Option<Record<L>>,
    /// What is to be stored. Its `change_no`, `updated_at` and `text_version` are set here.
    pub after: Record<L>,
    /// What was done.
    pub kind: ChangeKind,
    /// Why, in the actor's words.
    pub reason: Option<String>,
}

/// How a set of changes is stored.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Who changes.
    pub actor: &'a Actor,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether somebody waits for what follows.
    pub urgency: Urgency,
}

/// Stores changes to different records; answers the records as they are now, in the same order.
pub async fn store_changes<L: Library>(
    transaction: &DatabaseTransaction,
    numbers: &mut ChangeNumbers,
    context: Context<'_>,
    mut changes: Vec<Change<L>>,
) -> Result<Vec<Record<L>>, StoreError> {
    refuse_suspended(transaction, &changes).await?;
    for change in &mut changes {
        settle(change, numbers, context.at);
    }
    store_rows(transaction, &changes).await?;
    store_codes(transaction, &changes).await?;
    store_translations(transaction, context, &changes).await?;
    store_history(transaction, context, &changes).await?;
    let jobs = changes.iter().filter_map(follow_up).collect();
    crate::outbox::enqueue_all(transaction, jobs, context.urgency, context.at).await?;
    if searches::any_of(transaction, L::KIND).await? {
        // What comes back is nothing new.
        let shown = changes.iter().filter(|change| is_newly_published(change) && change.kind != ChangeKind::Restored);
        let alerts = shown.map(|change| Job::AlertSearches { library: L::KIND, id: change.after.head.id });
        crate::outbox::enqueue_all(transaction, alerts.collect(), Urgency::Background, context.at).await?;
    }
    webhooks::emit(transaction, context.at, changes.iter().filter_map(event).collect()).await?;
    Ok(changes.into_iter().map(|change| change.after).collect())
}

/// Refuses to show everybody what an organisation owns that is suspended.
async fn refuse_suspended<L: Library>(
    transaction: &DatabaseTransaction,
    changes: &[Change<L>],
) -> Result<(), StoreError> {
    let shown = changes.iter().filter(|change| is_newly_published(change));
    let owners: BTreeSet<Uuid> = shown.filter_map(|change| change.after.head.owner_organisation_id).collect();
    if organisations::any_suspended(transaction, owners).await? {
        return Err(StoreError::State("the organisation that owns the record is suspended".to_owned()));
    }
    Ok(())
}

/// Sets what follows from the change itself: its number and time, and in which version the text last changed.
fn settle<L: Library>(change: &mut Change<L>, numbers: &mut ChangeNumbers, at: DateTime<Utc>) {
    let Change { before, after, .. } = change;
    after.head.change_no = numbers.take();
    after.head.updated_at = at;
    after.head.text_version = match before {
        Some(stored) if same_text(&stored.body, &after.body) => stored.head.text_version,
        _ => after.head.version,
    };
    if after.head.status == Status::Published && after.head.published_at.is_none() {
        after.head.published_at = Some(at);
    }
    let known = before.as_ref().map(|stored| stored.body.common().translations).unwrap_or_default();
    let mut merged = known.to_vec();
    for translation in after.body.common_mut().translations.drain(..) {
        merged.retain(|other| other.lang != translation.lang);
        merged.push(translation);
    }
    let lang = after.body.common().lang.to_owned();
    merged.retain(|translation| translation.lang != lang);
    merged.sort_by(|left, right| left.lang.cmp(&right.lang));
    let text_changed = after.head.text_version == after.head.version;
    for translation in &mut merged {
        let unchanged = known.iter().find(|other| same_translation(other, translation));
        translation.stale = unchanged.is_some_and(|stored| stored.stale || text_changed);
        translation.translated_at = unchanged.map_or(Some(at), |stored| stored.translated_at);
    }
    *after.body.common_mut().translations = merged;
}

fn same_text(left: &impl Body, right: &impl Body) -> bool {
    let (left, right) = (left.common(), right.common());
    (left.lang, left.title, left.summary, left.description)
        == (right.lang, right.title, right.summary, right.description)
}

/// Whether two translations say the same; whether they are stale does not count.
pub(super) fn same_translation(left: &Translation, right: &Translation) -> bool {
    (&left.lang, &left.title, &left.summary, &left.description, left.origin)
        == (&right.lang, &right.title, &right.summary, &right.description, right.origin)
}

async fn store_rows<L: Library>(transaction: &DatabaseTransaction, changes: &[Change<L>]) -> Result<(), StoreError> {
    let mut new = Vec::new();
    for change in changes {
        let row = to_row(&change.after)?.into_active_model();
        let Some(before) = &change.before else {
            new.push(set_all::<L>(row));
            continue;
        };
        let updated = <L::Entity as EntityTrait>::update_many()
            .set(set_all::<L>(row))
            .filter(Expr::col("id").eq(before.head.id))
            .filter(Expr::col("version").eq(before.head.version))
            .exec(transaction)
            .await?;
        if updated.rows_affected == 0 {
            return Err(StoreError::Stale { current: before.head.version });
        }
    }
    insert_all::<L::Entity, _>(transaction, new).await?;
    Ok(())
}

fn set_all<L: Library>(row: <L::Entity as EntityTrait>::ActiveModel) -> <L::Entity as EntityTrait>::ActiveModel {
    let mut row = row;
    for column in <L::Entity as EntityTrait>::Column::iter() {
        row.reset(column);
    }
    row
}

/// Inserts any number of rows in as few statements as the databases allow.
pub(crate) async fn insert_all<E, A>(transaction: &DatabaseTransaction, rows: Vec<A>) -> Result<(), sea_orm::DbErr>
where
    E: EntityTrait,
    A: ActiveModelTrait<Entity = E> + Send,
{
    let mut rows = rows.into_iter().peekable();
    let portion = MOST_PARAMETERS / E::Column::iter().count().max(1);
    while rows.peek().is_some() {
        E::insert_many(rows.by_ref().take(portion)).exec_without_returning(transaction).await?;
    }
    Ok(())
}

async fn store_codes<L: Library>(transaction: &DatabaseTransaction, changes: &[Change<L>]) -> Result<(), StoreError> {
    let known: Vec<Uuid> =
        changes.iter().filter(|change| change.before.is_some()).map(|change| change.after.head.id).collect();
    for portion in known.chunks(PORTION) {
        let old = code::Column::RecordId.is_in(portion.iter().copied());
        code::Entity::delete_many().filter(old).exec(transaction).await?;
    }
    let rows = changes.iter().flat_map(|change| {
        let head = &change.after.head;
        all_codes::<L>(&change.after.body).into_iter().map(|(kind, code)| code::ActiveModel {
            library: Set(L::KIND.as_str().to_owned()),
            kind: Set(kind.as_str().to_owned()),
            code: Set(code),
            published: Set(head.status == Status::Published),
            record_id: Set(head.id),
        })
    });
    insert_all::<code::Entity, _>(transaction, rows.collect()).await?;
    Ok(())
}

/// The codes a record is found and counted by. A second-level field counts for its first level too.
fn all_codes<L: Library>(body: &L::Body) -> BTreeSet<(CodeKind, String)> {
    let common = body.common();
    let mut codes: BTreeSet<(CodeKind, String)> = L::codes(body).into_iter().collect();
    for field in common.fields {
        codes.insert((CodeKind::Field, field.clone()));
        if let Some((first, _)) = field.split_once('.') {
            codes.insert((CodeKind::Field, first.to_owned()));
        }
    }
    // The country something is about, or those it is for: nobody looks for the home of a technology by region.
    let place = match L::KIND {
        LibraryKind::Demands | LibraryKind::Results => CodeKind::Country,
        LibraryKind::Technologies | LibraryKind::Institutions => CodeKind::TargetCountry,
    };
    let countries = codes.iter().filter(|(kind, _)| *kind == place);
    let regions: Vec<&str> = countries.filter_map(|(_, country)| region_of(country)).collect();
    codes.extend(regions.into_iter().map(|region| (CodeKind::Region, region.to_owned())));
    codes.extend(common.keywords.iter().map(|keyword| (CodeKind::Keyword, short(keyword))));
    codes.insert((CodeKind::Lang, common.lang.to_owned()));
    codes
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST_CODE).collect()
}

async fn store_translations<L: Library>(
    transaction: &DatabaseTransaction,
    context: Context<'_>,
    changes: &[Change<L>],
) -> Result<(), StoreError> {
    let mut rows = Vec::new();
    for change in changes {
        let head = &change.after.head;
        let known = change.before.as_ref().map(|stored| stored.body.common().translations).unwrap_or_default();
        for translation in change.after.body.common().translations {
            if known.iter().any(|other| same_translation(other, translation)) {
                continue;
            }
            rows.push(translation_row(L::KIND, head.id, head.version, translation, context));
        }
        // The source may have moved to a language it was translated into before.
        let lang = change.after.body.common().lang;
        if known.iter().any(|translation| translation.lang == lang) {
            translation::Entity::delete_by_id((head.id, lang.to_owned())).exec(transaction).await?;
        }
    }
    upsert_translations(transaction, rows).await?;
    Ok(())
}

/// The row of a translation made from `source_version` of the source.
pub(crate) fn translation_row(
    library: LibraryKind,
    record_id: Uuid,
    source_version: i32,
    translation: &Translation,
    context: Context<'_>,
) -> translation::ActiveModel {
    translation::ActiveModel {
        record_id: Set(record_id),
        lang: Set(translation.lang.clone()),
        library: Set(library.as_str().to_owned()),
        title: Set(translation.title.clone()),
        summary: Set(translation.summary.clone()),
        description: Set(translation.description.clone()),
        origin: Set(translation.origin.as_str().to_owned()),
        source_version: Set(source_version),
        actor_id: Set(context.actor.user_id()),
        updated_at: Set(context.at),
        engine: Set(translation.engine.clone().filter(|_| translation.origin == Origin::Machine)),
    }
}

/// Adds translations, replacing those in the same languages.
pub(crate) async fn upsert_translations(
    transaction: &DatabaseTransaction,
    rows: Vec<translation::ActiveModel>,
) -> Result<(), sea_orm::DbErr> {
    use translation::Column as C;
    let replace = OnConflict::columns([C::RecordId, C::Lang])
        .update_columns([
            C::Title,
            C::Summary,
            C::Description,
            C::Origin,
            C::SourceVersion,
            C::ActorId,
            C::UpdatedAt,
            C::Engine,
        ])
        .to_owned();
    let mut rows = rows.into_iter().peekable();
    let portion = MOST_PARAMETERS / C::iter().count();
    while rows.peek().is_some() {
        let insert = translation::Entity::insert_many(rows.by_ref().take(portion)).on_conflict(replace.clone());
        insert.exec_without_returning(transaction).await?;
    }
    Ok(())
}

async fn store_history<L: Library>(
    transaction: &DatabaseTransaction,
    context: Context<'_>,
    changes: &[Change<L>],
) -> Result<(), StoreError> {
    let mut versions = Vec::with_capacity(changes.len());
    let mut entries = Vec::with_capacity(changes.len());
    for change in changes.iter().filter(|change| change.kind != ChangeKind::Saved) {
        let head = &change.after.head;
        versions.push(version::ActiveModel {
            record_id: Set(head.id),
            version: Set(head.version),
            library: Set(L::KIND.as_str().to_owned()),
            status: Set(head.status.as_str().to_owned()),
            body: Set(snapshot(&change.after.body)?),
            actor_id: Set(context.actor.user_id()),
            at: Set(context.at),
            action: Set(change.kind.as_str().to_owned()),
            reason: Set(change.reason.clone()),
        });
        let detail = json!({ "number": head.number, "columns": changed_columns(change)? });
        let entry = NewEntry::new(context.actor, context.at, change.kind);
        entries.push(entry.to_record(L::KIND, head.id, head.version).with(detail));
    }
    insert_all::<version::Entity, _>(transaction, versions).await?;
    audit::record(transaction, entries).await?;
    Ok(())
}

/// What a version keeps: the body with the translations people wrote. Machines can write theirs again.
fn snapshot(body: &impl Body) -> anyhow::Result<Value> {
    let mut kept = body.clone();
    kept.common_mut().translations.retain(|translation| translation.origin == Origin::Human);
    Ok(Value::Object(body_columns(&kept)?))
}

/// Names of the columns whose values differ; the audit holds names only, never confidential text.
fn changed_columns<L: Library>(change: &Change<L>) -> anyhow::Result<Vec<String>> {
    let Some(before) = &change.before else { return Ok(Vec::new()) };
    let (old, new) = (body_columns(&before.body)?, body_columns(&change.after.body)?);
    let names: HashMap<&String, ()> = old.keys().chain(new.keys()).map(|name| (name, ())).collect();
    let mut changed: Vec<String> = names.into_keys().filter(|name| old.get(*name) != new.get(*name)).cloned().collect();
    if before.head.status != change.after.head.status {
        changed.push("status".to_owned());
    }
    changed.sort();
    Ok(changed)
}

/// What the owner's programs are told of a change: that the record is shown to everybody, or not any more.
fn event<L: Library>(change: &Change<L>) -> Option<webhooks::Event> {
    let head = &change.after.head;
    let was = change.before.as_ref().is_some_and(|stored| stored.head.status == Status::Published);
    let kind = match (was, head.status == Status::Published) {
        (false, true) => webhooks::EventKind::RecordPublished,
        (true, false) => webhooks::EventKind::RecordWithdrawn,
        _ => return None,
    };
    Some(webhooks::Event {
        kind,
        key: format!("record:{}:{}", head.id, head.version),
        organisations: head.owner_organisation_id.into_iter().collect(),
        data: json!({ "library": L::KIND, "id": head.id, "status": head.status, "version": head.version }),
    })
}

fn is_newly_published<L: Library>(change: &Change<L>) -> bool {
    let was = change.before.as_ref().is_some_and(|stored| stored.head.status == Status::Published);
    change.after.head.status == Status::Published && !was
}

/// The job that a change calls for. Drafts that nobody has seen call for none.
fn follow_up<L: Library>(change: &Change<L>) -> Option<Job> {
    let was = change.before.as_ref().map(|stored| stored.head.status);
    let head = &change.after.head;
    if head.status != Status::Published && was != Some(Status::Published) {
        return None;
    }
    match L::KIND {
        LibraryKind::Demands => Some(Job::MatchDemand { id: head.id }),
        LibraryKind::Technologies => Some(Job::MatchTechnology { id: head.id }),
        LibraryKind::Results | LibraryKind::Institutions => None,
    }
}
