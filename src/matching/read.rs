//! Stored and computed matches as the outside sees them: records named, reasons in words.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use siku_index::matching as index;
use uuid::Uuid;

use crate::accounts::Actor;
use crate::db::Db;
use crate::layout::Locale;
use crate::library::body::Body;
use crate::library::store::{StoreError, find_many};
use crate::library::{Demands, Institutions, Library, Priority, Record, Results, Technologies};

use super::dossier::StoredEntry;
use super::rows::{events, matches, runs};
use super::suggest::{Answer, Nearest, Searched, answer};
use super::types::{
    DossierEntry, Match, MatchState, Quote, Ranking, Rendering, RecordLine, RequirementCoverage, RequirementQuote,
    SignalValue, Verdict,
};
use super::wording::sentence;
use super::document::Indexed;
use super::{Engine, regions};

/// Which matches to list.
#[derive(Debug, Clone, Default)]
pub struct MatchQuery {
    pub demand: Option<Uuid>,
    pub technology: Option<Uuid>,
    pub status: Option<MatchState>,
    /// At most this many.
    pub limit: u64,
    /// Skip this many.
    pub offset: u64,
}

/// The dated answer to a demand: what was searched, and the three nearest when nothing was good enough.
#[derive(Debug, Clone)]
pub struct Run {
    pub at: DateTime<Utc>,
    pub algorithm: String,
    pub suggested: i32,
    pub searched: Searched,
    pub nearest: Vec<NearestLine>,
}

/// One of the nearest technologies by name.
#[derive(Debug, Clone)]
pub struct NearestLine {
    pub technology: RecordLine,
    pub score: f32,
    pub lacks: Vec<String>,
}

/// One step in the life of a match.
#[derive(Debug, Clone)]
pub struct Step {
    pub from: Option<String>,
    pub to: String,
    pub at: DateTime<Utc>,
    pub actor: Option<Uuid>,
    pub reason: Option<String>,
    pub text: Option<String>,
}

/// Matches, best first; of one demand in their rank, else by score.
///
/// # Errors
/// The database failed.
pub async fn list(db: &Db, actor: &Actor, query: &MatchQuery, locale: Locale) -> Result<(Vec<Match>, u64), StoreError> {
    use matches::Column as C;
    let mut wanted = Condition::all();
    if let Some(demand) = query.demand {
        wanted = wanted.add(C::DemandId.eq(demand));
    }
    if let Some(technology) = query.technology {
        wanted = wanted.add(C::TechnologyId.eq(technology));
    }
    wanted = match query.status {
        Some(status) => wanted.add(C::Status.eq(status.as_str())),
        // What ended without anybody's doing is history, not a suggestion.
        None => wanted.add(C::Status.is_not_in([MatchState::Lapsed.as_str(), MatchState::Withdrawn.as_str()])),
    };
    let mut select = matches::Entity::find().filter(wanted.clone());
    if query.demand.is_some() {
        select = select.order_by_asc(C::Rank);
    }
    let rows = select.order_by_desc(C::Score).order_by_asc(C::Id).offset(query.offset).limit(query.limit).all(&**db).await?;
    let total = matches::Entity::find().filter(wanted).count(&**db).await?;
    Ok((outside(db, actor, rows, locale).await?, total))
}

/// One match by id; `None` when there is none or a side is not the actor's to see.
///
/// # Errors
/// The database failed.
pub async fn find(db: &Db, actor: &Actor, id: Uuid, locale: Locale) -> Result<Option<Match>, StoreError> {
    let row = matches::Entity::find_by_id(id).one(&**db).await?;
    Ok(outside(db, actor, row.into_iter().collect(), locale).await?.pop())
}

/// What happened to a match, oldest first.
///
/// # Errors
/// The database failed.
pub async fn history(db: &Db, id: Uuid) -> Result<Vec<Step>, StoreError> {
    let rows = events::Entity::find()
        .filter(events::Column::MatchId.eq(id))
        .order_by_asc(Expr::col(events::Column::Id))
        .all(&**db)
        .await?;
    let step = |row: events::Model| Step {
        from: row.from_status,
        to: row.to_status,
        at: row.at,
        actor: row.actor_id,
        reason: row.reason_code,
        text: row.text,
    };
    Ok(rows.into_iter().map(step).collect())
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
    let nearest: Vec<Nearest> = parsed(row.nearest)?;
    let ids: Vec<Uuid> = nearest.iter().map(|one| one.technology).collect();
    let technologies = by_id::<Technologies>(db, actor, &ids).await?;
    let nearest = nearest.into_iter().filter_map(|one| {
        let technology = technologies.get(&one.technology)?;
        Some(NearestLine { technology: technology_line(technology, locale), score: one.score, lacks: one.lacks })
    });
    Ok(Some(Run {
        at: row.at,
        algorithm: row.algorithm,
        suggested: row.suggested,
        searched: parsed(row.searched)?,
        nearest: nearest.collect(),
    }))
}

/// The ranked matches of a demand or technology with the dated answer.
///
/// # Errors
/// The database failed.
pub async fn ranking(
    db: &Db,
    actor: &Actor,
    engine: &Engine,
    query: &MatchQuery,
    locale: Locale,
) -> Result<Ranking, StoreError> {
    let (matches, _) = list(db, actor, query, locale).await?;
    let run = match query.demand {
        Some(demand) => last_run(db, actor, demand, locale).await?,
        None => None,
    };
    let newest = matches.iter().map(|one| one.computed_at).max();
    Ok(Ranking {
        algorithm: run.as_ref().map_or_else(|| engine.matcher().weights().algorithm.clone(), |run| run.algorithm.clone()),
        searched: run.as_ref().map_or(0, |run| run.searched.technologies as u64),
        computed_at: run.as_ref().map(|run| run.at).or(newest),
        words_only: run.as_ref().map_or_else(|| engine.words_only(), |run| run.searched.words_only),
        matches,
    })
}

/// Matches for a demand that is only in the request; stores nothing.
///
/// # Errors
/// The database or the index failed.
pub async fn match_body(
    db: &Db,
    actor: &Actor,
    engine: &Arc<Engine>,
    demand: Record<Demands>,
    limit: usize,
    locale: Locale,
) -> Result<Ranking, StoreError> {
    let document = Demands::document(&demand);
    let regions = regions(db).await?;
    let mut computed = engine.blocking(move |engine| answer(engine, &document, Default::default(), &regions)).await?;
    computed.suggestions.truncate(limit);
    let now = Utc::now();
    let rows = computed_rows(&demand, &computed, now)?;
    let mut line = demand_line(&demand, locale);
    (line.id, line.number) = (None, None);
    let mut matches = named(db, actor, rows, &HashMap::from([(demand.head.id, demand)]), locale).await?;
    for one in &mut matches {
        one.id = None;
        one.demand = line.clone();
    }
    Ok(Ranking {
        matches,
        algorithm: computed.algorithm,
        searched: computed.searched.technologies as u64,
        computed_at: Some(now),
        words_only: computed.searched.words_only,
    })
}

fn computed_rows(demand: &Record<Demands>, computed: &Answer, now: DateTime<Utc>) -> anyhow::Result<Vec<matches::Model>> {
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
            results: serde_json::to_value(&computed.results)?,
            institutions: serde_json::to_value(&computed.institutions)?,
            decided: false,
            demand_version: demand.head.version,
            technology_version: 0,
            created_at: now,
            updated_at: now,
        })
    };
    computed.suggestions.iter().enumerate().map(row).collect()
}

async fn outside(
    db: &Db,
    actor: &Actor,
    rows: Vec<matches::Model>,
    locale: Locale,
) -> Result<Vec<Match>, StoreError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.demand_id).collect();
    let demands = by_id::<Demands>(db, actor, &ids).await?;
    named(db, actor, rows, &demands, locale).await
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
    let technologies = by_id::<Technologies>(db, actor, &ids).await?;
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

    let mut found = Vec::with_capacity(stored.len());
    for (row, row_results, row_institutions) in stored {
        let (Some(demand), Some(technology)) = (demands.get(&row.demand_id), technologies.get(&row.technology_id)) else {
            continue;
        };
        found.push(Match {
            id: Some(row.id),
            state: row.status.parse().unwrap_or_default(),
            rank: u32::try_from(row.rank).unwrap_or(1),
            score: row.score,
            demand: demand_line(demand, locale),
            technology: technology_line(technology, locale),
            signals: signals(parsed(row.signals)?, locale),
            coverage: coverage(parsed(row.coverage)?, demand),
            results: entries(&row_results, &results, locale, |record| record.body.country.clone()),
            institutions: entries(&row_institutions, &institutions, locale, |record| record.body.country.clone()),
            algorithm: row.algorithm,
            computed_at: row.updated_at,
        });
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

fn signals(stored: Vec<index::SignalValue>, locale: Locale) -> Vec<SignalValue> {
    let of = |signal: index::SignalValue| SignalValue {
        value: Some(f64::from(signal.value).clamp(0.0, 1.0)),
        contribution: f64::from(signal.contribution),
        reason: sentence(&signal.reason, locale),
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
    locale: Locale,
    country: impl Fn(&Record<L>) -> Option<String>,
) -> Vec<DossierEntry> {
    let of = |entry: &StoredEntry| {
        let record = records.get(&entry.id)?;
        Some(DossierEntry {
            record: line(record, country(record), locale),
            reason: sentence(&entry.reason, locale),
            score: f64::from(entry.score),
        })
    };
    stored.iter().filter_map(of).collect()
}
