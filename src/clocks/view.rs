//! The clocks of matches as the API, the command line and the worker see them: the match, both sides, the calendars, and
//! how long it has waited.

use std::collections::HashMap;

use anyhow::Context;
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::calendar::{Calendars, Certainty};
use super::stops::{export, standing, stop, stops};
use super::waiting::{Stage, Waiting, waiting};
use super::working::Working;
use crate::accounts::Actor;
use crate::config::Clocks;
use crate::db::Db;
use crate::library::store::find_many;
use crate::library::{Demands, Record, Technologies};
use crate::matching::rows::matches;
use crate::matching::types::MatchState;

/// The country whose authority decides on exports.
const EXPORTS_FROM: &str = "CN";
/// Matches looked at in one go.
const PORTION: u64 = 500;

/// A match with both of its sides.
#[derive(Debug, Clone)]
pub struct Pair {
    pub row: matches::Model,
    pub demand: Record<Demands>,
    pub technology: Record<Technologies>,
    pub stops: Vec<stop::Model>,
    pub export_started_on: Option<NaiveDate>,
}

/// The clocks of a match.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClockView {
    pub match_id: Uuid,
    /// Where the match stands.
    pub state: String,
    pub running: bool,
    /// The demand's number.
    #[schema(example = "D-2026-000001")]
    pub demand: String,
    /// The technology's number.
    #[schema(example = "T-2026-000001")]
    pub technology: String,
    /// How long it has waited for an answer; null where none is waited for.
    pub waiting: Option<Waiting>,
    /// When the clock stood, and why.
    pub stops: Vec<StopView>,
    /// The export procedure, where it has begun.
    pub export: Option<ExportView>,
    /// What is counted with.
    pub calendars: Vec<CalendarView>,
}

/// A span in which a clock stood.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StopView {
    #[schema(example = "documents")]
    pub reason: String,
    pub text: Option<String>,
    pub stopped_at: chrono::DateTime<chrono::Utc>,
    pub stopped_by: Option<Uuid>,
    /// Null while it stands.
    pub resumed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub resumed_by: Option<Uuid>,
}

/// How far the export procedure is.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ExportView {
    #[schema(value_type = String, format = Date)]
    pub started_on: NaiveDate,
    /// The last working day of the authority's time.
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<NaiveDate>,
    pub working_days_left: usize,
}

/// A calendar that is counted with.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CalendarView {
    #[schema(example = "EG")]
    pub country: String,
    #[schema(example = json!(["fri", "sat"]))]
    pub weekend: Vec<String>,
    /// How much is known of its days off this year.
    pub certainty: Certainty,
}

impl CalendarView {
    /// The calendars of a count, as of a day.
    pub fn of(working: &Working, day: NaiveDate) -> Vec<Self> {
        let view = |calendar: &super::Calendar| Self {
            country: calendar.country.clone(),
            weekend: calendar.weekend(),
            certainty: calendar.certainty(day),
        };
        working.calendars().iter().map(view).collect()
    }
}

impl Pair {
    /// Both sides' calendars, and when the clock stands.
    pub fn working(&self) -> anyhow::Result<Working> {
        let all = Calendars::seeded()?;
        let countries = [&self.technology.body.country, &self.demand.body.country];
        let calendars = countries.map(|country| all.of(country)).to_vec();
        Ok(Working::of(calendars).standing(standing(&self.stops)))
    }

    /// How long it has waited for an answer, where it waits for one.
    pub fn waiting(&self, today: NaiveDate, clocks: &Clocks) -> anyhow::Result<Option<Waiting>> {
        if self.row.status != MatchState::Proposed.as_str() {
            return Ok(None);
        }
        let since = self.row.proposed_at.unwrap_or(self.row.updated_at).date_naive();
        Ok(Some(waiting(&self.working()?, since, today, clocks)))
    }

    /// How far the export procedure is; its days are those of the authority alone, and go on whatever stands here.
    pub fn export(&self, today: NaiveDate, clocks: &Clocks) -> anyhow::Result<Option<ExportView>> {
        let Some(started_on) = self.export_started_on else { return Ok(None) };
        let working = Working::of(vec![Calendars::seeded()?.of(EXPORTS_FROM)]);
        let ends_on = working.add(started_on, clocks.export_days);
        let working_days_left = ends_on.map_or(0, |end| working.between(today.max(started_on), end));
        Ok(Some(ExportView { started_on, ends_on, working_days_left }))
    }

    fn view(&self, today: NaiveDate, clocks: &Clocks) -> anyhow::Result<ClockView> {
        let shown = |stop: &stop::Model| StopView {
            reason: stop.reason.clone(),
            text: stop.text.clone(),
            stopped_at: stop.stopped_at,
            stopped_by: stop.stopped_by,
            resumed_at: stop.resumed_at,
            resumed_by: stop.resumed_by,
        };
        Ok(ClockView {
            match_id: self.row.id,
            state: self.row.status.clone(),
            running: self.stops.iter().all(|stop| stop.resumed_at.is_some()),
            demand: self.demand.head.number.clone(),
            technology: self.technology.head.number.clone(),
            waiting: self.waiting(today, clocks)?,
            stops: self.stops.iter().map(shown).collect(),
            export: self.export(today, clocks)?,
            calendars: CalendarView::of(&self.working()?, today),
        })
    }
}

/// Matches with their sides; those whose sides are gone are left out.
async fn pairs(db: &Db, rows: Vec<matches::Model>) -> anyhow::Result<Vec<Pair>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let demands: Vec<Uuid> = rows.iter().map(|row| row.demand_id).collect();
    let technologies: Vec<Uuid> = rows.iter().map(|row| row.technology_id).collect();
    let demands = find_many::<Demands>(&**db, &Actor::System, &demands).await?;
    let demands: HashMap<Uuid, Record<Demands>> = demands.into_iter().map(|record| (record.head.id, record)).collect();
    let technologies = find_many::<Technologies>(&**db, &Actor::System, &technologies).await?;
    let technologies: HashMap<Uuid, Record<Technologies>> =
        technologies.into_iter().map(|record| (record.head.id, record)).collect();
    let mut stops = stops(&**db, &ids).await?;
    let began = export::Entity::find().filter(export::Column::MatchId.is_in(ids)).all(&**db).await?;
    let began: HashMap<Uuid, NaiveDate> = began.into_iter().map(|row| (row.match_id, row.started_on)).collect();
    let pair = |row: matches::Model| {
        Some(Pair {
            demand: demands.get(&row.demand_id)?.clone(),
            technology: technologies.get(&row.technology_id)?.clone(),
            stops: stops.remove(&row.id).unwrap_or_default(),
            export_started_on: began.get(&row.id).copied(),
            row,
        })
    };
    Ok(rows.into_iter().filter_map(pair).collect())
}

/// The clocks of one match.
pub async fn of_match(db: &Db, id: Uuid, today: NaiveDate, clocks: &Clocks) -> anyhow::Result<Option<ClockView>> {
    let row = matches::Entity::find_by_id(id).one(&**db).await.context("cannot read a match")?;
    let pair = pairs(db, row.into_iter().collect()).await?.pop();
    pair.map(|pair| pair.view(today, clocks)).transpose()
}

/// The clocks of some matches.
pub async fn of_matches(
    db: &Db,
    rows: Vec<matches::Model>,
    today: NaiveDate,
    clocks: &Clocks,
) -> anyhow::Result<Vec<ClockView>> {
    pairs(db, rows).await?.iter().map(|pair| pair.view(today, clocks)).collect()
}

/// A portion of the matches that wait for an answer, after `after`.
pub async fn proposed(db: &Db, after: Option<Uuid>) -> anyhow::Result<Vec<Pair>> {
    let mut select = matches::Entity::find()
        .filter(matches::Column::Status.eq(MatchState::Proposed.as_str()))
        .order_by_asc(matches::Column::Id)
        .limit(PORTION);
    if let Some(after) = after {
        select = select.filter(matches::Column::Id.gt(after));
    }
    pairs(db, select.all(&**db).await.context("cannot read matches")?).await
}

/// A portion of the matches whose export procedure has begun, after `after`.
pub async fn exporting(db: &Db, after: Option<Uuid>) -> anyhow::Result<Vec<Pair>> {
    let mut select = export::Entity::find().order_by_asc(export::Column::MatchId).limit(PORTION);
    if let Some(after) = after {
        select = select.filter(export::Column::MatchId.gt(after));
    }
    let began = select.all(&**db).await.context("cannot read export clocks")?;
    let ids = began.iter().map(|row| row.match_id);
    let rows = matches::Entity::find().filter(matches::Column::Id.is_in(ids)).order_by_asc(matches::Column::Id);
    pairs(db, rows.all(&**db).await.context("cannot read matches")?).await
}

/// Matches that are due or overdue, the longest waiting first.
pub async fn late(db: &Db, today: NaiveDate, clocks: &Clocks, limit: usize) -> anyhow::Result<Vec<ClockView>> {
    let mut late = Vec::new();
    let mut after = None;
    loop {
        let portion = proposed(db, after).await?;
        let Some(last) = portion.last() else { break };
        after = Some(last.row.id);
        for pair in &portion {
            let view = pair.view(today, clocks)?;
            if view.waiting.as_ref().is_some_and(|waiting| waiting.stage != Stage::Quiet) {
                late.push(view);
            }
        }
    }
    let days = |view: &ClockView| view.waiting.as_ref().map_or(0, |waiting| waiting.working_days);
    late.sort_by(|left, right| days(right).cmp(&days(left)).then(left.match_id.cmp(&right.match_id)));
    late.truncate(limit);
    Ok(late)
}
