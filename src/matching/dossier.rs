//! The rest of the dossier: results that prove the need was met before, institutions that can deliver there.
//!
//! A hand-set sum, not a fitted one: what is the same (field, country, region, the technology itself) and how near the
//! text is. Each entry says which of these it rests on.

use std::collections::{HashMap, HashSet};

use siku_index::corpus::{CandidateQuery, Corpus, Country, Facts, Model};
use siku_index::matching::{Profile, Reason};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::db::Db;
use crate::library::result::row as result;
use crate::library::{LibraryKind, Record, Status, Technologies};

use super::Engine;

/// Entries of each kind in a dossier.
const ENTRIES: usize = 3;
/// Records looked at by meaning.
const NEAREST: usize = 60;
/// Below this an entry says nothing.
const LEAST: f32 = 0.35;

/// A result or an institution as stored with a match.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredEntry {
    pub id: Uuid,
    pub reason: Reason,
    pub score: f32,
}

/// Which region a country is in.
pub type Regions = HashMap<String, String>;

/// Results that prove a demand like this was met, best first.
///
/// # Errors
/// The index cannot be read.
pub fn results_for(engine: &Engine, demand: &Profile, regions: &Regions) -> anyhow::Result<Vec<StoredEntry>> {
    nearest(&engine.corpus(LibraryKind::Results), demand, |facts, meaning| {
        let field = shares_field(&demand.facts, facts);
        let place =
            place(demand.facts.country, facts.country.into_iter().chain(facts.countries.iter().copied()), regions);
        score(meaning, field, place)
    })
}

/// Institutions that serve the demand's country or region in its field, best first.
///
/// # Errors
/// The index cannot be read.
pub fn institutions_for(engine: &Engine, demand: &Profile, regions: &Regions) -> anyhow::Result<Vec<StoredEntry>> {
    nearest(&engine.corpus(LibraryKind::Institutions), demand, |facts, meaning| {
        let field = shares_field(&demand.facts, facts);
        // Home in China serves nobody by itself; elsewhere it is the place.
        let home = facts.country.filter(|country| country.as_str() != "CN");
        let place = place(demand.facts.country, home.into_iter().chain(facts.countries.iter().copied()), regions);
        // An institution delivers somewhere: without the place it is of no use here.
        (place != Place::Elsewhere).then_some(())?;
        score(meaning, field, place)
    })
}

/// Results that name one of these technologies as the one they used: the best proof there is, whatever the demand.
///
/// # Errors
/// The database failed.
pub async fn results_naming(
    db: &Db,
    technologies: &[Record<Technologies>],
) -> anyhow::Result<HashMap<Uuid, Vec<StoredEntry>>> {
    // An id of the author's own means something among the author's records only.
    let mut by_own_id = HashMap::new();
    let mut by_name = HashMap::new();
    for one in technologies {
        by_name.extend([(one.head.id.to_string(), one.head.id), (one.head.number.clone(), one.head.id)]);
        by_own_id.extend(one.body.external_id.as_deref().map(|id| ((one.head.owner_organisation_id, id), one.head.id)));
    }
    let names = by_name.keys().map(String::as_str).chain(by_own_id.keys().map(|(_, id)| *id));
    let found: Vec<(Uuid, Option<Uuid>, String)> = result::Entity::find()
        .select_only()
        .columns([result::Column::Id, result::Column::OwnerOrganisationId, result::Column::Technology])
        .filter(result::Column::Technology.is_in(names))
        .filter(result::Column::Status.eq(Status::Published.as_str()))
        .order_by_desc(result::Column::Id)
        .into_tuple()
        .all(&**db)
        .await?;
    let mut naming: HashMap<Uuid, Vec<StoredEntry>> = HashMap::new();
    for (id, owner, name) in found {
        if let Some(technology) = by_name.get(&name).or_else(|| by_own_id.get(&(owner, name.as_str()))) {
            let entry = StoredEntry { id, reason: Reason::new("dossier-technology"), score: 1.0 };
            naming.entry(*technology).or_default().push(entry);
        }
    }
    Ok(naming)
}

/// As many entries as a dossier has, `first` before the others.
pub fn joined(first: &[StoredEntry], others: &[StoredEntry]) -> Vec<StoredEntry> {
    let others = others.iter().filter(|other| first.iter().all(|entry| entry.id != other.id));
    first.iter().chain(others).take(ENTRIES).cloned().collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Country,
    Region,
    Elsewhere,
}

fn place(wanted: Option<Country>, found: impl Iterator<Item = Country>, regions: &Regions) -> Place {
    let Some(wanted) = wanted else { return Place::Elsewhere };
    let found: HashSet<Country> = found.collect();
    if found.contains(&wanted) {
        return Place::Country;
    }
    let region = |country: &Country| regions.get(country.as_str());
    let same = region(&wanted).is_some_and(|wanted| found.iter().any(|country| region(country) == Some(wanted)));
    if same { Place::Region } else { Place::Elsewhere }
}

fn shares_field(a: &Facts, b: &Facts) -> Option<String> {
    let first = |code: &String| code.split('.').next().unwrap_or_default().to_owned();
    let wanted: HashSet<String> = a.fields.iter().map(first).collect();
    b.fields.iter().map(first).find(|field| wanted.contains(field))
}

fn score(meaning: Option<f32>, field: Option<String>, place: Place) -> Option<(f32, Reason)> {
    let near = meaning.unwrap_or(0.0).clamp(0.0, 1.0);
    let by_place = match place {
        Place::Country => 0.3,
        Place::Region => 0.15,
        Place::Elsewhere => 0.0,
    };
    let by_field = if field.is_some() { 0.2 } else { 0.0 };
    let score = (near + by_place + by_field).min(1.0);
    let code = match (place, &field) {
        (Place::Country, Some(_)) => "dossier-country-field",
        (Place::Country, None) => "dossier-country",
        (Place::Region, Some(_)) => "dossier-region-field",
        (Place::Region, None) => "dossier-region",
        (Place::Elsewhere, Some(_)) => "dossier-field",
        (Place::Elsewhere, None) => "dossier-meaning",
    };
    let mut reason = Reason::new(code);
    if let Some(field) = field {
        reason = reason.with(field);
    }
    (score >= LEAST).then_some((score, reason))
}

fn nearest(
    corpus: &Corpus,
    demand: &Profile,
    judge: impl Fn(&Facts, Option<f32>) -> Option<(f32, Reason)>,
) -> anyhow::Result<Vec<StoredEntry>> {
    let words: Vec<(&str, f32)> = demand.stored.parts.iter().map(|part| (part.as_str(), 1.0)).collect();
    let query = CandidateQuery {
        lang: &demand.stored.lang,
        words: &words,
        things: &demand.stored.things,
        vectors: Model::ALL.map(|model| demand.record[model.position()].as_ref().map(|vector| vector.to_f32())),
    };
    let mut entries: Vec<StoredEntry> = corpus
        .candidates(&query, NEAREST / 3, NEAREST)?
        .into_iter()
        .filter_map(|candidate| {
            let facts = corpus.facts(candidate.row)?;
            let (score, reason) = judge(&facts, candidate.meaning())?;
            Some(StoredEntry { id: corpus.id(candidate.row)?, reason, score })
        })
        .collect();
    entries.sort_by(|a, b| b.score.total_cmp(&a.score));
    entries.truncate(ENTRIES);
    Ok(entries)
}
