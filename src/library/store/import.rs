//! Many records at once: rows of a file go in, each is created, updated, found unchanged or refused by name.
//! The caller hands over portions of a few hundred rows; each portion is one transaction.

use super::change::{Change, ChangeKind, Context, store_changes};
use super::find::{PORTION, with_translations};
use super::numbers::{ChangeNumbers, record_numbers};
use super::rows::owner_key;
use super::write::{check, is_unchanged, kept_back, new_head, refuse_retired, refuse_unreviewed};
use super::{StoreError, hidden_from, now, seen_by};
use crate::accounts::{Action, Actor};
use crate::db::Db;
use crate::library::body::Body;
use crate::library::codes::{Provenance, Status};
use crate::library::taxonomy::vocabulary;
use crate::library::validate::FieldError;
use crate::library::{Head, Library, Record, Vocabulary};
use crate::outbox::Urgency;
use anyhow::anyhow;
use chrono::{DateTime, Datelike, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// How imported rows go in.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// Status of new records; known ones keep theirs.
    pub status: Status,
    /// How they came in.
    pub provenance: Provenance,
    /// The owner; the actor's organisation when missing.
    pub owner: Option<Uuid>,
    /// Why, for the history: the name of the file.
    pub reason: Option<String>,
    /// Whether jobs that follow wait behind those of changes somebody is looking at.
    pub urgency: Urgency,
}

impl Default for ImportOptions {
    fn default() -> Self {
        Self {
            status: Status::Published,
            provenance: Provenance::Imported,
            owner: None,
            reason: None,
            urgency: Urgency::Background,
        }
    }
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum RowOutcome {
    /// A new record.
    Created(Head),
    /// The record with this external id was changed.
    Updated(Head),
    /// The record with this external id already says this; nothing was written.
    Unchanged(Head),
    /// The row was refused.
    Refused(Vec<FieldError>),
}

/// Stores a portion of rows (a few hundred) in one transaction; answers what became of each, in order.
/// Refused rows do not keep the others out.
pub async fn import_batch<L: Library>(
    db: &Db,
    actor: &Actor,
    rows: Vec<L::Body>,
    options: &ImportOptions,
) -> Result<Vec<RowOutcome>, StoreError> {
    let rows = &rows;
    db.write_send(|transaction| {
        Box::pin(async move { import_rows::<L>(&transaction, actor, rows.clone(), options).await })
    })
    .await
}

/// [`import_batch`] inside a transaction of the caller: several portions, or a whole file, all or nothing.
pub async fn import_rows<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    rows: Vec<L::Body>,
    options: &ImportOptions,
) -> Result<Vec<RowOutcome>, StoreError> {
    let owner = options.owner.or_else(|| actor.organisation_id());
    if !(actor.may(Action::CreateRecord, owner) && actor.may(Action::ChangeRecord, owner)) {
        return Err(StoreError::Forbidden);
    }
    refuse_unreviewed(actor, owner, options.status)?;
    let mut numbers = ChangeNumbers::hold(transaction).await?;
    let vocabulary = vocabulary(transaction).await?;
    let mut outcomes: Vec<Option<RowOutcome>> = rows.iter().map(|_| None).collect();
    let mut waiting = Vec::with_capacity(rows.len());
    for (place, mut body) in rows.into_iter().enumerate() {
        match check::<L>(&mut body, &vocabulary) {
            Ok(()) => waiting.push((place, body)),
            Err(StoreError::Invalid(errors)) => outcomes[place] = Some(RowOutcome::Refused(errors)),
            Err(error) => return Err(error),
        }
    }
    // A file may name a record twice: the later row then updates what the earlier one made.
    while !waiting.is_empty() {
        let mut named = HashSet::new();
        let (round, later) = waiting.into_iter().partition::<Vec<_>, _>(|(_, body)| {
            let external_id = body.common().external_id;
            external_id.is_none_or(|id| named.insert(id.to_owned()))
        });
        let import = Import { transaction, actor, options, owner, at: now() };
        for (place, outcome) in import.round::<L>(&mut numbers, &vocabulary, round).await? {
            outcomes[place] = Some(outcome);
        }
        waiting = later;
    }
    numbers.store(transaction).await?;
    outcomes.into_iter().map(|outcome| outcome.ok_or_else(|| anyhow!("an imported row was lost").into())).collect()
}

/// Creates the record with the body's external id, or changes it; a body without one is always new.
pub async fn upsert_by_external_id<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    body: L::Body,
    options: &ImportOptions,
) -> Result<RowOutcome, StoreError> {
    let mut outcomes = import_rows::<L>(transaction, actor, vec![body], options).await?;
    outcomes.pop().ok_or_else(|| anyhow!("an imported row was lost").into())
}

struct Import<'a> {
    transaction: &'a DatabaseTransaction,
    actor: &'a Actor,
    options: &'a ImportOptions,
    owner: Option<Uuid>,
    at: DateTime<Utc>,
}

impl Import<'_> {
    /// Stores valid rows that are all different records.
    async fn round<L: Library>(
        &self,
        numbers: &mut ChangeNumbers,
        vocabulary: &Vocabulary,
        rows: Vec<(usize, L::Body)>,
    ) -> Result<Vec<(usize, RowOutcome)>, StoreError> {
        let known = known::<L>(self.transaction, self.owner, rows.iter().map(|(_, body)| body)).await?;
        let mut outcomes = Vec::with_capacity(rows.len());
        let mut fit = Vec::with_capacity(rows.len());
        for (place, body) in rows {
            let before = stored(&known, &body).map(|stored: &Record<L>| &stored.body);
            match refuse_retired(before, &body, vocabulary) {
                Err(StoreError::Invalid(errors)) => outcomes.push((place, RowOutcome::Refused(errors))),
                refused => {
                    refused?;
                    fit.push((place, body));
                }
            }
        }
        let rows = fit;
        let new = rows.iter().filter(|(_, body)| stored(&known, body).is_none()).count();
        let mut fresh = record_numbers(self.transaction, L::KIND, self.at.year(), new).await?.into_iter();
        let (mut places, mut changes) = (Vec::new(), Vec::new());
        for (place, mut body) in rows {
            let Some(stored) = stored(&known, &body) else {
                let (status, provenance) = (self.options.status, self.options.provenance);
                let number = fresh.next().unwrap_or_default();
                let head = new_head::<L>(number, self.owner, status, provenance, self.at);
                places.push(place);
                changes.push(self.change(None, Record { head, body }, ChangeKind::Created));
                continue;
            };
            L::keep_hidden(&mut body, &stored.body, hidden_from(self.actor, self.owner));
            if is_unchanged(&stored.body, &body) {
                outcomes.push((place, RowOutcome::Unchanged(stored.head.clone())));
                continue;
            }
            if let Some(refusal) = kept_back(self.actor, self.owner, &stored.head) {
                outcomes.push((place, RowOutcome::Refused(vec![refusal])));
                continue;
            }
            let mut head = stored.head.clone();
            head.version += 1;
            places.push(place);
            changes.push(self.change(Some(stored.clone()), Record { head, body }, ChangeKind::Updated));
        }
        let context = Context { actor: self.actor, at: self.at, urgency: self.options.urgency };
        let stored = store_changes(self.transaction, numbers, context, changes).await?;
        for (place, record) in places.into_iter().zip(stored) {
            let head = seen_by(record, self.actor).head;
            let created = head.version == 1;
            outcomes.push((place, if created { RowOutcome::Created(head) } else { RowOutcome::Updated(head) }));
        }
        Ok(outcomes)
    }

    fn change<L: Library>(&self, before: Option<Record<L>>, after: Record<L>, kind: ChangeKind) -> Change<L> {
        Change { before, after, kind, reason: self.options.reason.clone() }
    }
}

/// The stored records with the external ids of these bodies, by external id.
async fn known<L: Library>(
    db: &impl ConnectionTrait,
    owner: Option<Uuid>,
    bodies: impl Iterator<Item = &L::Body>,
) -> Result<HashMap<String, Record<L>>, StoreError> {
    let named: Vec<&str> = bodies.filter_map(|body| body.common().external_id).collect();
    let mut known = HashMap::with_capacity(named.len());
    for portion in named.chunks(PORTION) {
        let found = L::Entity::find()
            .filter(Expr::col("owner_key").eq(owner_key(owner)))
            .filter(Expr::col("external_id").is_in(portion.iter().copied()))
            .all(db)
            .await?;
        let records = with_translations::<L>(db, found).await?;
        known.extend(records.into_iter().filter_map(|record| {
            let external_id = record.body.common().external_id?.to_owned();
            Some((external_id, record))
        }));
    }
    Ok(known)
}

fn stored<'a, L: Library>(known: &'a HashMap<String, Record<L>>, body: &L::Body) -> Option<&'a Record<L>> {
    body.common().external_id.and_then(|external_id| known.get(external_id))
}

/// What would become of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Outlook {
    New,
    Changed,
    Unchanged,
    Refused(Vec<FieldError>),
}

/// What [`import_rows`] would do with each of these rows, in order; nothing is stored.
///
/// # Errors
/// The actor may not import, or the database failed.
pub async fn foresee<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    mut rows: Vec<L::Body>,
    options: &ImportOptions,
) -> Result<Vec<Outlook>, StoreError> {
    let owner = options.owner.or_else(|| actor.organisation_id());
    if !(actor.may(Action::CreateRecord, owner) && actor.may(Action::ChangeRecord, owner)) {
        return Err(StoreError::Forbidden);
    }
    let vocabulary = vocabulary(db).await?;
    let known = known::<L>(db, owner, rows.iter()).await?;
    // A later row of the same record changes what the earlier one makes.
    let mut earlier: HashMap<String, L::Body> = HashMap::new();
    let mut outlooks = Vec::with_capacity(rows.len());
    for body in &mut rows {
        if let Err(error) = check::<L>(body, &vocabulary) {
            let StoreError::Invalid(errors) = error else { return Err(error) };
            outlooks.push(Outlook::Refused(errors));
            continue;
        }
        let stored = stored(&known, body);
        if let Some(stored) = stored {
            L::keep_hidden(body, &stored.body, hidden_from(actor, owner));
        }
        if let Err(error) = refuse_retired(stored.map(|stored| &stored.body), &*body, &vocabulary) {
            let StoreError::Invalid(errors) = error else { return Err(error) };
            outlooks.push(Outlook::Refused(errors));
            continue;
        }
        let external_id = body.common().external_id.map(str::to_owned);
        let before = external_id.as_ref().and_then(|id| earlier.get(id)).or(stored.map(|stored| &stored.body));
        outlooks.push(match before {
            None => Outlook::New,
            Some(before) if is_unchanged(before, body) => Outlook::Unchanged,
            Some(_) => match stored.and_then(|stored| kept_back(actor, owner, &stored.head)) {
                Some(refusal) => Outlook::Refused(vec![refusal]),
                None => Outlook::Changed,
            },
        });
        if let (Some(id), false) = (external_id, matches!(outlooks.last(), Some(Outlook::Refused(_)))) {
            earlier.insert(id, body.clone());
        }
    }
    Ok(outlooks)
}
