//! Suggestions for a demand: computed from the indexes, stored beside what people have decided, never over it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use anyhow::Context;
use chrono::Utc;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, Set,
};
use serde::{Deserialize, Serialize};
use siku_index::corpus::{Document, Model, Role};
use siku_index::coverage::Verdict;
use siku_index::matching::{Matcher, Options, Profile, Suggestion};
use uuid::Uuid;

use crate::accounts::Actor;
use crate::db::Db;
use crate::library::store::find_many;
use crate::library::{Demands, LibraryKind, Record, Status, Technologies};
use crate::outbox::{Job, Urgency, enqueue_all};

use super::document::Indexed;
use super::dossier::{Regions, StoredEntry, institutions_for, joined, results_for, results_naming};
use super::life::{Acting, StepKind, snapshot};
use super::rows::{events, matches, runs};
use super::standing::tell_of_fits;
use super::types::MatchState;
use super::{Engine, regions};

/// Below this probability nothing is suggested; the nearest are named in the dated answer.
pub const LEAST_SCORE: f32 = 0.05;
/// What is less than this part as probable as the best is not suggested beside it.
const LEAST_OF_BEST: f32 = 0.25;
/// A pair is looked for among this many of the best.
const PAIR_LOOKED_FOR: usize = 50;
/// Demands looked at anew for a technology.
const DEMANDS_FOR_TECHNOLOGY: usize = 20;

/// What was searched for an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searched {
    pub technologies: usize,
    /// Technologies that were compared without one of the models because its vectors are still to be made.
    pub waiting: usize,
    pub words_only: bool,
}

/// One of the nearest technologies, and what it lacks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Nearest {
    pub technology: Uuid,
    pub score: f32,
    /// Requirements not known to be met, as their author wrote them.
    pub lacks: Vec<String>,
}

/// A computed answer before it is stored.
pub struct Answer {
    pub suggestions: Vec<Suggestion>,
    pub nearest: Vec<Nearest>,
    /// Results that prove a need like this was met.
    pub results: Vec<StoredEntry>,
    pub institutions: Vec<StoredEntry>,
    pub searched: Searched,
    /// Version of the algorithm; says so where it ran with less than everything.
    pub algorithm: String,
}

impl Answer {
    /// Results in the dossier of one suggestion: those that name the technology, then the others.
    pub fn results_for(&self, technology: Uuid, naming: &HashMap<Uuid, Vec<StoredEntry>>) -> Vec<StoredEntry> {
        joined(naming.get(&technology).map_or(&[], Vec::as_slice), &self.results)
    }
}

/// Computes the answer for a demand. Blocks; see [`Engine::blocking`].
///
/// # Errors
/// The index or an encoder failed.
pub fn answer(engine: &Engine, demand: &Document, exclude: HashSet<Uuid>, regions: &Regions) -> anyhow::Result<Answer> {
    let matcher = engine.matcher();
    let profile = demand_profile(engine, &matcher, demand)?;
    let technologies = engine.corpus(LibraryKind::Technologies);
    let options = Options { exclude, ..Options::new(engine.suggestions().max(3), Utc::now().date_naive()) };
    let mut suggestions = matcher.technologies_for(&profile, &technologies, &options)?;
    let nearest = suggestions.iter().take(3).map(nearest).collect();
    // Words alone make no probability: what shares the telling words is suggested, and marked as found so.
    let best = suggestions.first().map_or(0.0, |best| best.score);
    let least = if engine.words_only() { 0.0 } else { LEAST_SCORE.max(LEAST_OF_BEST * best) };
    suggestions.retain(|suggestion| suggestion.score >= least);
    suggestions.truncate(engine.suggestions());

    let waiting =
        Model::ALL.into_iter().filter(|model| engine.has(*model)).map(|model| technologies.pending(model)).max();
    let searched =
        Searched { technologies: technologies.len(), waiting: waiting.unwrap_or(0), words_only: engine.words_only() };
    Ok(Answer {
        suggestions,
        nearest,
        results: results_for(engine, &profile, regions)?,
        institutions: institutions_for(engine, &profile, regions)?,
        searched,
        algorithm: algorithm(&matcher, searched),
    })
}

/// Suffix of the algorithm where some vectors were still to be made.
const PARTIAL: &str = "+partial";

fn algorithm(matcher: &Matcher, searched: Searched) -> String {
    let version = &matcher.weights().algorithm;
    match (searched.words_only, searched.waiting) {
        (true, _) => format!("{version}+words"),
        (false, 0) => version.clone(),
        (false, _) => format!("{version}{PARTIAL}"),
    }
}

/// The demand as the index holds it when all its vectors are there, else made on the spot.
fn demand_profile(engine: &Engine, matcher: &Matcher, demand: &Document) -> anyhow::Result<Profile> {
    let corpus = engine.corpus(LibraryKind::Demands);
    if let Some(row) = corpus.row(demand.id)
        && let Some(profile) = matcher.profile_of(&corpus, row)?
        && Model::ALL.into_iter().all(|model| !engine.has(model) || profile.record[model.position()].is_some())
    {
        return Ok(profile);
    }
    Ok(Profile::of(demand, Role::Query, corpus.embedder())?)
}

fn nearest(suggestion: &Suggestion) -> Nearest {
    let lacking = suggestion.coverage.iter().filter(|one| one.verdict != Verdict::Met);
    Nearest { technology: suggestion.id, score: suggestion.score, lacks: lacking.map(|one| one.text.clone()).collect() }
}

/// Computes and stores the suggestions of a demand. What a person has moved on stays as it is; what was declined or
/// dismissed comes back only when a side has changed since.
///
/// # Errors
/// The database or the index failed.
pub async fn suggest_for_demand(db: &Db, engine: &Arc<Engine>, id: Uuid) -> anyhow::Result<usize> {
    let found = find_many::<Demands>(&**db, &Actor::System, &[id]).await?;
    let Some(demand) = found.into_iter().next().filter(|demand| demand.head.status == Status::Published) else {
        withdraw_suggestions(db, id).await?;
        return Ok(0);
    };
    let stored = matches::Entity::find().filter(matches::Column::DemandId.eq(id)).all(&**db).await?;
    let exclude = settled(&**db, &demand, &stored).await?;
    let document = Demands::document(&demand);
    let regions = regions(db).await?;
    let computed = engine.blocking(move |engine| answer(engine, &document, exclude, &regions)).await?;
    let count = computed.suggestions.len();

    let ids: Vec<Uuid> = computed.suggestions.iter().map(|suggestion| suggestion.id).collect();
    let technologies = find_many::<Technologies>(&**db, &Actor::System, &ids).await?;
    let versions: HashMap<Uuid, i32> =
        technologies.iter().map(|technology| (technology.head.id, technology.head.version)).collect();
    let naming = results_naming(db, &technologies).await?;
    let (demand, computed, versions, naming) = (&demand, &computed, &versions, &naming);
    db.write_send(|transaction| Box::pin(async move { store(&transaction, demand, computed, versions, naming).await }))
        .await?;
    Ok(count)
}

/// Technologies that are not to be suggested: a person has moved on the pair, and where the answer was no, neither side
/// has changed since.
async fn settled(
    db: &impl ConnectionTrait,
    demand: &Record<Demands>,
    stored: &[matches::Model],
) -> anyhow::Result<HashSet<Uuid>> {
    let refused = |row: &matches::Model| {
        [MatchState::Declined, MatchState::Dismissed].iter().any(|state| state.as_str() == row.status)
    };
    let ids: Vec<Uuid> = stored.iter().filter(|row| row.decided).map(|row| row.technology_id).collect();
    let technologies = find_many::<Technologies>(db, &Actor::System, &ids).await?;
    let versions: HashMap<Uuid, i32> =
        technologies.iter().map(|technology| (technology.head.id, technology.head.version)).collect();
    let changed = |row: &matches::Model| {
        demand.head.version != row.demand_version
            || versions.get(&row.technology_id).is_some_and(|version| *version != row.technology_version)
    };
    let settled = stored.iter().filter(|row| row.decided && !(refused(row) && changed(row)));
    Ok(settled.map(|row| row.technology_id).collect())
}

async fn store(
    transaction: &DatabaseTransaction,
    demand: &Record<Demands>,
    computed: &Answer,
    versions: &HashMap<Uuid, i32>,
    naming: &HashMap<Uuid, Vec<StoredEntry>>,
) -> anyhow::Result<()> {
    let now = Utc::now();
    // Held until the end: what a person decides while this is computed is seen here, or waits and finds it.
    let held = matches::Entity::find().filter(matches::Column::DemandId.eq(demand.head.id)).lock_exclusive();
    let rows = held.all(transaction).await?;
    let settled = settled(transaction, demand, &rows).await?;
    let mut stored: HashMap<Uuid, matches::Model> = rows.into_iter().map(|row| (row.technology_id, row)).collect();
    let institutions = serde_json::to_value(&computed.institutions)?;

    let free = computed.suggestions.iter().filter(|one| !settled.contains(&one.id));
    let published = free.filter_map(|one| Some((one, *versions.get(&one.id)?)));
    for (position, (suggestion, technology_version)) in published.enumerate() {
        let before = stored.remove(&suggestion.id);
        let from = before.as_ref().map(|row| row.status.clone());
        let suggested = MatchState::Suggested.as_str();
        let row = matches::Model {
            id: before.as_ref().map_or_else(Uuid::now_v7, |row| row.id),
            demand_id: demand.head.id,
            technology_id: suggestion.id,
            status: suggested.to_owned(),
            score: f64::from(suggestion.score),
            rank: i32::try_from(position + 1)?,
            algorithm: computed.algorithm.clone(),
            signals: serde_json::to_value(&suggestion.signals)?,
            coverage: serde_json::to_value(&suggestion.coverage)?,
            results: serde_json::to_value(computed.results_for(suggestion.id, naming))?,
            institutions: institutions.clone(),
            decided: false,
            demand_version: demand.head.version,
            technology_version,
            created_at: before.as_ref().map_or(now, |row| row.created_at),
            updated_at: now,
            computed_at: Some(now),
            ..fresh(before.as_ref().filter(|row| row.status == suggested), before.as_ref().map(|row| row.version))
        };
        let event = (from.as_deref() != Some(suggested)).then(|| event(&row, from, None));
        if before.is_some() {
            row.into_active_model().reset_all().update(transaction).await?;
        } else {
            matches::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
        }
        if let Some(event) = event {
            events::Entity::insert(event).exec_without_returning(transaction).await?;
        }
    }
    lapse(transaction, stored.into_values(), MatchState::Lapsed, "no_longer_among_the_best").await?;
    tell_of_fits(transaction, demand, computed.suggestions.len(), now).await?;

    let run = runs::ActiveModel {
        id: Set(Uuid::now_v7()),
        demand_id: Set(Some(demand.head.id)),
        technology_id: Set(None),
        at: Set(now),
        algorithm: Set(computed.algorithm.clone()),
        suggested: Set(i32::try_from(computed.suggestions.len())?),
        searched: Set(serde_json::to_value(computed.searched)?),
        nearest: Set(serde_json::to_value(&computed.nearest)?),
    };
    runs::Entity::insert(run).exec_without_returning(transaction).await?;
    Ok(())
}

/// What people set on a suggestion: kept while it stays one, nothing where it begins anew. Computing it again is no step
/// and leaves the version.
fn fresh(before: Option<&matches::Model>, version: Option<i32>) -> matches::Model {
    match before {
        Some(row) => row.clone(),
        None => matches::Model { version: version.map_or(1, |version| version + 1), ..matches::Model::default() },
    }
}

/// What the service did with a match, with what was known at the time.
pub(super) fn event(row: &matches::Model, from: Option<String>, reason: Option<&str>) -> events::ActiveModel {
    let event = events::Model {
        id: Uuid::now_v7(),
        match_id: row.id,
        from_status: from,
        to_status: row.status.clone(),
        at: row.updated_at,
        reason_code: reason.map(str::to_owned),
        snapshot: snapshot(row),
        kind: StepKind::Moved.as_str().to_owned(),
        acting: Some(Acting::Service.as_str().to_owned()),
        version: Some(row.version),
        ..events::Model::default()
    };
    event.into_active_model()
}

/// Ends suggestions that nobody has moved on.
async fn lapse(
    transaction: &DatabaseTransaction,
    rows: impl Iterator<Item = matches::Model>,
    to: MatchState,
    reason: &str,
) -> anyhow::Result<()> {
    for mut row in rows.filter(|row| !row.decided && row.status == MatchState::Suggested.as_str()) {
        let from = std::mem::replace(&mut row.status, to.as_str().to_owned());
        row.updated_at = Utc::now();
        row.version += 1;
        let event = event(&row, Some(from), Some(reason));
        row.into_active_model().reset_all().update(transaction).await?;
        events::Entity::insert(event).exec_without_returning(transaction).await?;
    }
    Ok(())
}

async fn withdraw_suggestions(db: &Db, demand: Uuid) -> anyhow::Result<()> {
    db.write_send(|transaction| {
        Box::pin(async move {
            let rows = matches::Entity::find().filter(matches::Column::DemandId.eq(demand)).all(&*transaction).await?;
            lapse(&transaction, rows.into_iter(), MatchState::Withdrawn, "demand_not_published").await
        })
    })
    .await
}

/// Has the demands that a changed technology may concern looked at anew: those it may answer by now, and those it is
/// suggested for. The demands' own matching decides, so both directions agree.
///
/// # Errors
/// The database or the index failed.
pub async fn reconsider_technology(db: &Db, engine: &Arc<Engine>, id: Uuid) -> anyhow::Result<()> {
    let found = find_many::<Technologies>(&**db, &Actor::System, &[id]).await?;
    let technology = found.into_iter().next().filter(|technology| technology.head.status == Status::Published);
    let mut demands: HashSet<Uuid> = matches::Entity::find()
        .filter(matches::Column::TechnologyId.eq(id))
        .filter(matches::Column::Status.eq(MatchState::Suggested.as_str()))
        .select_only()
        .column(matches::Column::DemandId)
        .into_tuple::<Uuid>()
        .all(&**db)
        .await?
        .into_iter()
        .collect();
    if let Some(technology) = technology {
        let document = Technologies::document(&technology);
        let nearest = engine.blocking(move |engine| demands_near(engine, &document)).await?;
        demands.extend(nearest);
    }
    match_anew(db, demands.into_iter().collect()).await
}

/// What the matcher says of one pair.
pub struct Evidence {
    /// `None` where the technology is far from what the demand asks for.
    pub suggestion: Option<Suggestion>,
    pub algorithm: String,
}

/// What the matcher says of a demand and a technology.
///
/// # Errors
/// The database or the index failed.
pub async fn evidence(db: &Db, engine: &Arc<Engine>, demand: Uuid, technology: Uuid) -> anyhow::Result<Evidence> {
    let algorithm = engine.matcher().weights().algorithm.clone();
    let Some(demand) = find_many::<Demands>(&**db, &Actor::System, &[demand]).await?.into_iter().next() else {
        return Ok(Evidence { suggestion: None, algorithm });
    };
    let document = Demands::document(&demand);
    let near = engine.blocking(move |engine| {
        let matcher = engine.matcher();
        let profile = demand_profile(engine, &matcher, &document)?;
        let options = Options::new(PAIR_LOOKED_FOR, Utc::now().date_naive());
        matcher.technologies_for(&profile, &engine.corpus(LibraryKind::Technologies), &options)
    });
    Ok(Evidence { suggestion: near.await?.into_iter().find(|one| one.id == technology), algorithm })
}

/// Has demands matched again, behind what somebody waits for.
///
/// # Errors
/// The database failed.
pub async fn match_anew(db: &Db, demands: Vec<Uuid>) -> anyhow::Result<()> {
    let jobs: Vec<Job> = demands.into_iter().map(|id| Job::MatchDemand { id }).collect();
    let jobs = &jobs;
    db.write_send(|transaction| {
        Box::pin(async move { enqueue_all(&transaction, jobs.clone(), Urgency::Background, Utc::now()).await })
    })
    .await
    .context("cannot have demands matched anew")
}

fn demands_near(engine: &Engine, technology: &Document) -> anyhow::Result<Vec<Uuid>> {
    let corpus = engine.corpus(LibraryKind::Technologies);
    let indexed = match corpus.row(technology.id) {
        Some(row) => engine.matcher().profile_of(&corpus, row)?,
        None => None,
    };
    let profile = match indexed {
        Some(profile) => profile,
        None => Profile::of(technology, Role::Passage, corpus.embedder())?,
    };
    let options = Options::new(DEMANDS_FOR_TECHNOLOGY, Utc::now().date_naive());
    let suggestions = engine.matcher().demands_for(&profile, &engine.corpus(LibraryKind::Demands), &options)?;
    Ok(suggestions.into_iter().map(|suggestion| suggestion.id).collect())
}

/// Demands whose last answer was made before all vectors were there.
///
/// # Errors
/// The database failed.
pub async fn answered_partially(db: &Db) -> anyhow::Result<Vec<Uuid>> {
    last_answered(db, |algorithm| algorithm.ends_with(PARTIAL)).await
}

/// Demands whose last answer another algorithm than `base` gave, with whatever weights.
///
/// # Errors
/// The database failed.
pub async fn answered_by_another(db: &Db, base: &str) -> anyhow::Result<Vec<Uuid>> {
    last_answered(db, |algorithm| algorithm.split(['.', '+']).next() != Some(base)).await
}

async fn last_answered(db: &Db, by: impl Fn(&str) -> bool) -> anyhow::Result<Vec<Uuid>> {
    let all: Vec<(Option<Uuid>, String)> = runs::Entity::find()
        .select_only()
        .column(runs::Column::DemandId)
        .column(runs::Column::Algorithm)
        .order_by_asc(runs::Column::Id)
        .into_tuple()
        .all(&**db)
        .await?;
    let last: HashMap<Uuid, String> =
        all.into_iter().filter_map(|(demand, algorithm)| Some((demand?, algorithm))).collect();
    Ok(last.into_iter().filter(|(_, algorithm)| by(algorithm)).map(|(demand, _)| demand).collect())
}
