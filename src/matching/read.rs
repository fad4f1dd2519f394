//! Stored and computed matches as the outside sees them: records named, reasons in words.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use siku_index::matching as index;
use uuid::Uuid;

use crate::accounts::Actor;
use crate::db::Db;
use crate::layout::Locale;
use crate::library::body::Body;
use crate::library::store::{StoreError, find_many};
use crate::library::taxonomy::Names;
use crate::library::{
    Demand, Demands, Head, Institutions, Library, Priority, Provenance, Record, Results, Status, Technologies,
};

use super::document::Indexed;
use super::dossier::{StoredEntry, results_naming};
use super::life::readable;
use super::life::view::{Lens, Seen};
use super::rows::matches::Column as C;
use super::rows::{matches, runs};
use super::suggest::{Answer, Nearest, Searched, answer};
use super::types::{
    DossierEntry, Match, MatchState, NearestLine, Quote, Ranking, RecordLine, Rendering, RequirementCoverage,
    RequirementQuote, SignalValue, Verdict,
};
use super::wording::Words;
use super::{Engine, regions};

/// The dated answer to a demand: what was searched, and the three nearest when nothing was good enough.
#[derive(Debug, Clone)]
pub struct Run {
    pub at: DateTime<Utc>,
    pub algorithm: String,
    pub suggested: i32,
    pub searched: Searched,
    pub nearest: Vec<NearestLine>,
}

/// Suggestions that ended without anybody's doing are history; they are listed only when asked for.
pub(super) fn alive() -> Condition {
    let ended = [MatchState::Lapsed.as_str(), MatchState::Withdrawn.as_str()];
    Condition::all().add(C::Status.is_not_in(ended))
}

/// The stored suggestions of a demand in their rank, with the dated answer.
///
/// # Errors
/// The database failed.
pub async fn of_demand(
    db: &Db,
    actor: &Actor,
    demand: Uuid,
    limit: u64,
    locale: Locale,
) -> Result<Ranking, StoreError> {
    let rows = matches::Entity::find()
        .filter(alive().add(C::DemandId.eq(demand)))
        .filter(readable(actor))
        .order_by_asc(C::Rank)
        .order_by_desc(C::Score)
        .limit(limit)
        .all(&**db)
        .await?;
    let matches = shown(db, actor, rows, locale).await?;
    let run = last_run(db, actor, demand, locale).await?;
    // What was found and is not for this reader to see is not "nothing".
    let nearest = run.as_ref().filter(|run| matches.is_empty() && run.suggested == 0).map(|run| run.nearest.clone());
    Ok(Ranking {
        matches,
        nearest: nearest.unwrap_or_default(),
        algorithm: run.as_ref().map(|run| run.algorithm.clone()).unwrap_or_default(),
        searched: run.as_ref().map_or(0, |run| run.searched.technologies as u64),
        computed_at: run.as_ref().map(|run| run.at),
        words_only: run.as_ref().is_some_and(|run| run.searched.words_only),
    })
}

/// The demands a technology is suggested for, best first.
///
/// # Errors
/// The database failed.
pub async fn of_technology(
    db: &Db,
    actor: &Actor,
    technology: Uuid,
    limit: u64,
    locale: Locale,
) -> Result<Ranking, StoreError> {
    let rows = matches::Entity::find()
        .filter(alive().add(C::TechnologyId.eq(technology)))
        .filter(readable(actor))
        .order_by_desc(C::Score)
        .order_by_asc(C::Id)
        .limit(limit)
        .all(&**db)
        .await?;
    let newest = rows.iter().max_by_key(|row| row.updated_at);
    let (algorithm, computed_at) = newest.map(|row| (row.algorithm.clone(), row.updated_at)).unzip();
    let mut matches = shown(db, actor, rows, locale).await?;
    for (position, one) in matches.iter_mut().enumerate() {
        one.rank = u32::try_from(position + 1).unwrap_or(u32::MAX);
    }
    Ok(Ranking {
        searched: demands_published(db).await?,
        algorithm: algorithm.unwrap_or_default(),
        computed_at,
        words_only: false,
        nearest: Vec::new(),
        matches,
    })
}

/// One match by id; `None` when there is none or a side is not the actor's to see.
///
/// # Errors
/// The database failed.
pub async fn find(db: &Db, actor: &Actor, id: Uuid, locale: Locale) -> Result<Option<Match>, StoreError> {
    let row = matches::Entity::find_by_id(id).filter(readable(actor)).one(&**db).await?;
    Ok(shown(db, actor, row.into_iter().collect(), locale).await?.pop())
}

async fn demands_published(db: &Db) -> Result<u64, StoreError> {
    let published = Expr::col("status").eq(Status::Published.as_str());
    Ok(<Demands as Library>::Entity::find().filter(published).count(&**db).await?)
}

/// The last answer to a demand; `None` when it was never matched.
///
/// # Errors
/// The database failed.
pub async fn last_run(db: &Db, actor: &Actor, demand: Uuid, locale: Locale) -> Result<Option<Run>, StoreError> {
    let row = runs::Entity::find()
        .filter(runs::Column::DemandId.eq(demand))
        .order_by_desc(runs::Column::Id)
        .one(&**db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Run {
        at: row.at,
        algorithm: row.algorithm,
        suggested: row.suggested,
        searched: parsed(row.searched)?,
        nearest: nearest_lines(db, actor, parsed(row.nearest)?, locale).await?,
    }))
}

async fn nearest_lines(
    db: &Db,
    actor: &Actor,
    nearest: Vec<Nearest>,
    locale: Locale,
) -> Result<Vec<NearestLine>, StoreError> {
    let ids: Vec<Uuid> = nearest.iter().map(|one| one.technology).collect();
    let technologies = by_id::<Technologies>(db, actor, &ids).await?;
    let line = |one: Nearest| {
        let technology = technology_line(technologies.get(&one.technology)?, locale);
        Some(NearestLine { technology, score: f64::from(one.score), lacks: one.lacks })
    };
    Ok(nearest.into_iter().filter_map(line).collect())
}

/// Matches for a demand that is only in the request; stores nothing.
///
/// # Errors
/// The database or the index failed.
pub async fn compute(
    db: &Db,
    actor: &Actor,
    engine: &Arc<Engine>,
    demand: &Demand,
    limit: u64,
    locale: Locale,
) -> Result<Ranking, StoreError> {
    let demand = unstored::<Demands>(demand);
    let document = Demands::document(&demand);
    let regions = regions(db).await?;
    let mut computed = engine.blocking(move |engine| answer(engine, &document, Default::default(), &regions)).await?;
    computed.suggestions.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let now = Utc::now();
    let ids: Vec<Uuid> = computed.suggestions.iter().map(|suggestion| suggestion.id).collect();
    let naming = results_naming(db, &find_many::<Technologies>(&**db, actor, &ids).await?).await?;
    let rows = computed_rows(&demand, &computed, &naming, now)?;
    let mut line = demand_line(&demand, locale);
    (line.id, line.number) = (None, None);
    let mut matches = named(db, actor, rows, &HashMap::from([(demand.head.id, demand)]), locale).await?;
    for one in &mut matches {
        one.id = None;
        one.demand = line.clone();
    }
    let nearest = if matches.is_empty() { computed.nearest } else { Vec::new() };
    Ok(Ranking {
        matches,
        nearest: nearest_lines(db, actor, nearest, locale).await?,
        algorithm: computed.algorithm,
        searched: computed.searched.technologies as u64,
        computed_at: Some(now),
        words_only: computed.searched.words_only,
    })
}

/// A body with the head of a record, to be matched like one.
pub fn unstored<L: Library>(body: &L::Body) -> Record<L> {
    let now = Utc::now();
    let head = Head {
        id: Uuid::now_v7(),
        number: String::new(),
        library: L::KIND,
        status: Status::Draft,
        version: 0,
        owner_organisation_id: None,
        provenance: Provenance::Typed,
        created_at: now,
        updated_at: now,
        published_at: None,
        change_no: 0,
        text_version: 0,
    };
    Record { head, body: body.clone() }
}

fn computed_rows(
    demand: &Record<Demands>,
    computed: &Answer,
    naming: &HashMap<Uuid, Vec<StoredEntry>>,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<matches::Model>> {
    let row = |(position, suggestion): (usize, &index::Suggestion)| {
        Ok(matches::Model {
            id: Uuid::nil(),
            demand_id: demand.head.id,
            technology_id: suggestion.id,
            status: MatchState::Suggested.as_str().to_owned(),
            score: f64::from(suggestion.score),
            rank: i32::try_from(position + 1)?,
            algorithm: computed.algorithm.clone(),
            signals: serde_json::to_value(&suggestion.signals)?,
            coverage: serde_json::to_value(&suggestion.coverage)?,
            results: serde_json::to_value(computed.results_for(suggestion.id, naming))?,
            institutions: serde_json::to_value(&computed.institutions)?,
            decided: false,
            demand_version: demand.head.version,
            technology_version: 0,
            created_at: now,
            updated_at: now,
            ..matches::Model::default()
        })
    };
    computed.suggestions.iter().enumerate().map(row).collect()
}

/// Rows as the actor may see them.
pub(crate) async fn shown(
    db: &Db,
    actor: &Actor,
    rows: Vec<matches::Model>,
    locale: Locale,
) -> Result<Vec<Match>, StoreError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.demand_id).collect();
    let demands = by_id::<Demands>(db, paired(actor), &ids).await?;
    named(db, actor, rows, &demands, locale).await
}

/// Who reads the two records of a match: a case goes on when one of them is no longer published, and what of them is
/// shown is the lens's business. The public finds what it finds elsewhere.
fn paired(actor: &Actor) -> &Actor {
    if *actor == Actor::Public { actor } else { &Actor::System }
}

async fn by_id<L: Library>(db: &Db, actor: &Actor, ids: &[Uuid]) -> Result<HashMap<Uuid, Record<L>>, StoreError> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let records = find_many::<L>(&**db, actor, &ids).await?;
    Ok(records.into_iter().map(|record| (record.head.id, record)).collect())
}

/// Rows with their records; a match whose sides the actor may not see is left out.
async fn named(
    db: &Db,
    actor: &Actor,
    rows: Vec<matches::Model>,
    demands: &HashMap<Uuid, Record<Demands>>,
    locale: Locale,
) -> Result<Vec<Match>, StoreError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.technology_id).collect();
    let technologies = by_id::<Technologies>(db, paired(actor), &ids).await?;
    let mut stored = Vec::with_capacity(rows.len());
    let (mut result_ids, mut institution_ids) = (Vec::new(), Vec::new());
    for row in rows {
        let results: Vec<StoredEntry> = parsed(row.results.clone())?;
        let institutions: Vec<StoredEntry> = parsed(row.institutions.clone())?;
        result_ids.extend(results.iter().map(|entry| entry.id));
        institution_ids.extend(institutions.iter().map(|entry| entry.id));
        stored.push((row, results, institutions));
    }
    let results = by_id::<Results>(db, actor, &result_ids).await?;
    let institutions = by_id::<Institutions>(db, actor, &institution_ids).await?;
    let names = Names::load(&**db).await?;
    let words = Words { locale, names: &names };
    let owners = demands.values().map(|record| record.head.owner_organisation_id);
    let owners = owners.chain(technologies.values().map(|record| record.head.owner_organisation_id));
    let lens = Lens::load(&**db, actor, owners).await?;

    let mut found = Vec::with_capacity(stored.len());
    for (row, row_results, row_institutions) in stored {
        let (Some(demand), Some(technology)) = (demands.get(&row.demand_id), technologies.get(&row.technology_id))
        else {
            continue;
        };
        let whole = Match {
            id: Some(row.id),
            state: row.status.parse().unwrap_or_default(),
            rank: u32::try_from(row.rank).unwrap_or(1),
            score: row.score,
            demand: demand_line(demand, locale),
            technology: technology_line(technology, locale),
            signals: signals(parsed(row.signals.clone())?, &words),
            coverage: coverage(parsed(row.coverage.clone())?, demand),
            results: entries(&row_results, &results, &words, |record| record.body.country.clone()),
            institutions: entries(&row_institutions, &institutions, &words, |record| record.body.country.clone()),
            algorithm: row.algorithm.clone(),
            computed_at: row.computed_at.unwrap_or(row.updated_at),
            case: None,
        };
        if row.id.is_nil() {
            // Computed for a demand in the request: there is no case.
            found.push(whole);
            continue;
        }
        let naming = row_results.iter().filter(|entry| entry.reason.code == "dossier-technology");
        let naming = naming.map(|entry| entry.id).collect();
        found.extend(lens.view(Seen { row: &row, demand, technology, naming, whole })?);
    }
    Ok(found)
}

fn parsed<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> anyhow::Result<T> {
    serde_json::from_value(value).map_err(|error| anyhow::Error::new(error).context("cannot read a stored match"))
}

fn line<L: Library>(record: &Record<L>, country: Option<String>, locale: Locale) -> RecordLine {
    let common = record.body.common();
    let reader = locale.lang.tag();
    let translation = common.translations.iter().find(|one| one.lang == reader && common.lang != reader);
    RecordLine {
        id: Some(record.head.id),
        number: Some(record.head.number.clone()),
        title: common.title.to_owned(),
        lang: common.lang.to_owned(),
        country: country.filter(|code| !code.is_empty()),
        translation: translation.map(|one| Rendering {
            text: one.title.clone(),
            lang: one.lang.clone(),
            machine: one.origin.as_str() == "machine",
        }),
    }
}

fn demand_line(demand: &Record<Demands>, locale: Locale) -> RecordLine {
    line(demand, Some(demand.body.country.clone()), locale)
}

fn technology_line(technology: &Record<Technologies>, locale: Locale) -> RecordLine {
    line(technology, Some(technology.body.country.clone()), locale)
}

fn signals(stored: Vec<index::SignalValue>, words: &Words<'_>) -> Vec<SignalValue> {
    let of = |signal: index::SignalValue| SignalValue {
        value: Some(f64::from(signal.value).clamp(0.0, 1.0)),
        contribution: f64::from(signal.contribution),
        reason: words.sentence(&signal.reason),
        name: signal.name,
    };
    stored.into_iter().map(of).collect()
}

fn coverage(stored: Vec<index::RequirementCoverage>, demand: &Record<Demands>) -> Vec<RequirementCoverage> {
    use siku_index::coverage::Verdict as Judged;
    let lang = demand.body.common().lang.to_owned();
    let of = |one: index::RequirementCoverage| RequirementCoverage {
        requirement: RequirementQuote {
            text: one.text,
            lang: lang.clone(),
            priority: match one.priority {
                siku_index::corpus::Priority::Must => Priority::Must,
                siku_index::corpus::Priority::Should => Priority::Should,
                siku_index::corpus::Priority::May => Priority::May,
            },
            translation: None,
        },
        verdict: match one.verdict {
            Judged::Met => Verdict::Met,
            Judged::Partly => Verdict::Partly,
            Judged::Unmet => Verdict::Unmet,
            Judged::Unknown => Verdict::Unknown,
        },
        confidence: Some(f64::from(one.confidence)),
        evidence: one.evidence.map(|evidence| Quote { text: evidence.text, lang: evidence.lang, translation: None }),
        reason: None,
    };
    stored.into_iter().map(of).collect()
}

fn entries<L: Library>(
    stored: &[StoredEntry],
    records: &HashMap<Uuid, Record<L>>,
    words: &Words<'_>,
    country: impl Fn(&Record<L>) -> Option<String>,
) -> Vec<DossierEntry> {
    let of = |entry: &StoredEntry| {
        let record = records.get(&entry.id)?;
        Some(DossierEntry {
            record: line(record, country(record), words.locale),
            reason: words.sentence(&entry.reason),
            score: f64::from(entry.score),
        })
    };
    stored.iter().filter_map(of).collect()
}
