//! Screenings: what the steward decided of a technology, against which catalogue, after which entries; and which
//! technologies of open matches have to be screened (again).

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use utoipa::ToSchema;
use uuid::Uuid;

use super::catalogue::{self, Catalogue};
use super::gate;
use super::rows::{catalogue as catalogue_row, screening as row};
use crate::accounts::{Action, Actor};
use crate::audit::{self, Deed, NewEntry};
use crate::db::Db;
use crate::library::store::{StoreError, find_many};
use crate::library::technology::ExportControl;
use crate::library::validate::{FieldCode, FieldError};
use crate::library::{Record, Technologies};
use crate::matching::rows::matches;
use crate::matching::types::MatchState;

/// Longest reason, in characters.
const LONGEST_REASON: usize = 2_000;
/// Most entries named in a screening.
const MOST_ENTRIES: usize = 100;

/// The screening of a technology as it is sent.
#[derive(Debug, Clone, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentScreening {
    /// The catalogue it was screened against; only the one in force counts.
    pub catalogue: Uuid,
    /// `free`, `restricted` or `prohibited`.
    pub outcome: ExportControl,
    /// Codes of the entries that were considered; a restricted or prohibited technology needs one that says so.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub entries: Vec<String>,
    /// Why.
    #[schema(max_length = 2000)]
    pub reason: String,
}

/// The screening of a technology.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Screening {
    pub id: Uuid,
    pub technology_id: Uuid,
    /// The version of the technology that was screened.
    pub technology_version: i32,
    pub catalogue_id: Uuid,
    pub catalogue_in_force_from: NaiveDate,
    pub outcome: ExportControl,
    /// Codes of the entries that were considered.
    pub entries: Vec<String>,
    pub reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Uuid>,
    pub at: DateTime<Utc>,
}

/// A technology of open matches that has to be screened before they can go on to the introduction.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Due {
    pub technology_id: Uuid,
    #[schema(example = "T-2026-000123")]
    pub number: String,
    pub title: String,
    /// Why: `unscreened`, `older_catalogue` or `technology_changed`.
    #[schema(example = "older_catalogue")]
    pub why: String,
    /// Its last screening, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<Screening>,
    /// The open matches that wait for it.
    pub matches: Vec<Uuid>,
}

/// The newest screening of each of the technologies that were screened.
///
/// # Errors
/// The database failed.
pub async fn latest(db: &impl ConnectionTrait, technologies: &[Uuid]) -> Result<HashMap<Uuid, Screening>, DbErr> {
    let of = row::Column::TechnologyId.is_in(technologies.iter().copied());
    let rows = row::Entity::find().filter(of).order_by_asc(row::Column::Id).all(db).await?;
    let screenings = dated(db, rows).await?;
    Ok(screenings.into_iter().map(|one| (one.technology_id, one)).collect())
}

/// Every screening of a technology, the newest first.
///
/// # Errors
/// The database failed.
pub async fn history(db: &impl ConnectionTrait, technology: Uuid) -> Result<Vec<Screening>, DbErr> {
    let of = row::Column::TechnologyId.eq(technology);
    let rows = row::Entity::find().filter(of).order_by_desc(row::Column::Id).all(db).await?;
    dated(db, rows).await
}

/// Screenings with the day of their catalogue.
async fn dated(db: &impl ConnectionTrait, rows: Vec<row::Model>) -> Result<Vec<Screening>, DbErr> {
    let ids: BTreeSet<Uuid> = rows.iter().map(|row| row.catalogue_id).collect();
    let catalogues = catalogue_row::Entity::find().filter(catalogue_row::Column::Id.is_in(ids)).all(db).await?;
    let day = |id: Uuid| catalogues.iter().find(|one| one.id == id).map(|one| one.in_force_from).unwrap_or_default();
    Ok(rows.into_iter().map(|row| shown(day(row.catalogue_id), row)).collect())
}

fn shown(catalogue_in_force_from: NaiveDate, row: row::Model) -> Screening {
    Screening {
        id: row.id,
        technology_id: row.technology_id,
        technology_version: row.technology_version,
        catalogue_id: row.catalogue_id,
        catalogue_in_force_from,
        outcome: row.outcome.parse().unwrap_or_default(),
        entries: serde_json::from_value(row.entries).unwrap_or_default(),
        reason: row.reason,
        actor: row.actor_id,
        at: row.at,
    }
}

/// Records a screening of a technology as it was read in version `expected`. Nobody screens what is their own.
///
/// # Errors
/// The actor may not, the technology changed meanwhile, the screening is not valid, or the database failed.
pub async fn record_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    technology: Uuid,
    expected: Option<i32>,
    sent: SentScreening,
    now: DateTime<Utc>,
) -> Result<Screening, StoreError> {
    let found = find_many::<Technologies>(transaction, actor, &[technology]).await?;
    let technology = found.into_iter().next().ok_or(StoreError::NotFound)?;
    let owner = technology.head.owner_organisation_id;
    if !actor.may(Action::ScreenTechnology, owner) || (owner.is_some() && owner == actor.organisation_id()) {
        return Err(StoreError::Forbidden);
    }
    let version = technology.head.version;
    if expected.is_some_and(|expected| expected != version) {
        return Err(StoreError::Stale { current: version });
    }
    let now = now.trunc_subsecs(6);
    let newest = catalogue::in_force(transaction, now.date_naive()).await?;
    let (newest, sent) = checked(transaction, newest, sent).await?;
    let screening = row::Model {
        id: Uuid::now_v7(),
        technology_id: technology.head.id,
        technology_version: version,
        catalogue_id: newest.id,
        outcome: sent.outcome.as_str().to_owned(),
        entries: serde_json::json!(sent.entries),
        reason: sent.reason.trim().to_owned(),
        actor_id: actor.user_id(),
        at: now,
    };
    row::Entity::insert(screening.clone().into_active_model()).exec_without_returning(transaction).await?;
    let detail = serde_json::json!({ "screening": screening.id, "outcome": screening.outcome });
    let entry = NewEntry::new(actor, now, Deed::TechnologyScreened);
    let entry = entry.to_record(technology.head.library, technology.head.id, version).with(detail);
    audit::record(transaction, vec![entry]).await?;
    Ok(shown(newest.in_force_from, screening))
}

async fn checked(
    db: &impl ConnectionTrait,
    newest: Option<Catalogue>,
    sent: SentScreening,
) -> Result<(Catalogue, SentScreening), StoreError> {
    let mut faults = Vec::new();
    let mut fault = |pointer: &str, code, detail: String| {
        faults.push(FieldError { pointer: pointer.to_owned(), code, detail });
    };
    let newest = newest.filter(|newest| newest.id == sent.catalogue);
    if newest.is_none() {
        fault("/catalogue", FieldCode::Invalid, "is not the catalogue that is in force today".to_owned());
    }
    if sent.outcome == ExportControl::Unscreened {
        fault("/outcome", FieldCode::Invalid, "takes free, restricted or prohibited".to_owned());
    }
    if sent.reason.trim().is_empty() {
        fault("/reason", FieldCode::Required, "say why".to_owned());
    }
    if sent.reason.chars().count() > LONGEST_REASON {
        fault("/reason", FieldCode::TooLong, format!("must have at most {LONGEST_REASON} characters"));
    }
    if sent.entries.len() > MOST_ENTRIES {
        fault("/entries", FieldCode::TooMany, format!("must have at most {MOST_ENTRIES} entries"));
    }
    let known = catalogue::entries(db, sent.catalogue).await?;
    let kind_of = |code: &String| known.iter().find(|entry| entry.code == *code).map(|entry| entry.kind.as_str());
    for (place, code) in sent.entries.iter().enumerate().filter(|(_, code)| kind_of(code).is_none()) {
        fault(&format!("/entries/{place}"), FieldCode::UnknownCode, format!("the catalogue has no entry {code}"));
    }
    let says_so = sent.entries.iter().any(|code| kind_of(code) == Some(sent.outcome.as_str()));
    if matches!(sent.outcome, ExportControl::Restricted | ExportControl::Prohibited) && !says_so {
        let detail = format!("name the entry of the catalogue that makes it {}", sent.outcome);
        fault("/entries", FieldCode::Required, detail);
    }
    match newest {
        Some(newest) if faults.is_empty() => Ok((newest, sent)),
        _ => Err(StoreError::Invalid(faults)),
    }
}

/// Technologies of open matches whose screening does not count today, those with most matches first.
///
/// # Errors
/// The database failed.
pub async fn due(db: &Db, today: NaiveDate) -> Result<Vec<Due>, StoreError> {
    use MatchState::{Accepted, Agreed, Introduced, Negotiating, OnHold, Proposed, Shortlisted};
    let open = [Shortlisted, Proposed, Accepted, Introduced, Negotiating, Agreed, OnHold].map(MatchState::as_str);
    let rows = matches::Entity::find()
        .filter(matches::Column::Status.is_in(open))
        .order_by_asc(matches::Column::Id)
        .all(&**db)
        .await?;
    let mut waiting: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for row in rows {
        waiting.entry(row.technology_id).or_default().push(row.id);
    }
    let newest = catalogue::in_force(&**db, today).await?;
    let ids: Vec<Uuid> = waiting.keys().copied().collect();
    let mut screened = latest(&**db, &ids).await?;
    let mut list = Vec::new();
    for technology in find_many::<Technologies>(&**db, &Actor::System, &ids).await? {
        let last = screened.remove(&technology.head.id);
        let Some(why) = why(newest.as_ref(), last.as_ref(), &technology) else { continue };
        list.push(Due {
            technology_id: technology.head.id,
            number: technology.head.number,
            title: technology.body.title,
            why: why.to_owned(),
            last,
            matches: waiting.remove(&technology.head.id).unwrap_or_default(),
        });
    }
    list.sort_by_key(|due| std::cmp::Reverse(due.matches.len()));
    Ok(list)
}

fn why(
    newest: Option<&Catalogue>,
    last: Option<&Screening>,
    technology: &Record<Technologies>,
) -> Option<&'static str> {
    let Some(last) = last else {
        return Some(gate::Shut::Unscreened { catalogue: NaiveDate::default() }.code());
    };
    if newest.is_none_or(|newest| newest.id != last.catalogue_id) {
        let day = last.catalogue_in_force_from;
        return Some(gate::Shut::OlderCatalogue { screened: day, newest: day }.code());
    }
    (technology.head.text_version > last.technology_version).then(|| gate::Shut::TechnologyChanged.code())
}
