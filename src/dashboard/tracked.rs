//! Matches with the way they took: every state with the moment it began, steps that were taken back left out. Kept in
//! memory and moved forward by what happened since.

use std::collections::{HashMap, HashSet};

use anyhow::Context;
use chrono::{DateTime, Datelike, Utc};
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Func, Order, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::matching::life::StepKind;
use crate::matching::rows::{events, matches};
use crate::matching::types::MatchState::{self, Declined, Dismissed, Lapsed, Withdrawn};

/// Matches read at a time.
const PORTION: usize = 5_000;
/// A match in one of these answers nothing.
const OVER: [MatchState; 4] = [Dismissed, Declined, Lapsed, Withdrawn];
/// Ids of events begin with their time: one of another transaction comes later than its id by less than this, as a rule.
const LATE_MILLISECONDS: u128 = 600_000;
/// Where the time stands in such an id.
const TIME_SHIFT: u32 = 80;

/// A match and its way.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tracked {
    pub demand: Uuid,
    pub technology: Uuid,
    /// It answers something.
    pub open: bool,
    /// The states it was in, in order, each with when it began.
    pub way: Vec<(MatchState, DateTime<Utc>)>,
}

impl Tracked {
    /// Year and month of the suggestion.
    pub fn month(&self) -> (i32, u32) {
        self.way.first().map_or((0, 0), |(_, at)| (at.year(), at.month()))
    }
}

/// Every match there is.
#[derive(Debug, Default)]
pub(super) struct Ways {
    matches: HashMap<Uuid, Tracked>,
    /// Events that are in here. Whatever happens to a match leaves one and none ever goes, so their number says whether
    /// there is something new.
    events: u64,
    /// The last of them, among which others may still come.
    recent: HashSet<Uuid>,
}

impl Ways {
    /// Every match.
    pub fn all(&self) -> impl Iterator<Item = &Tracked> {
        self.matches.values()
    }

    /// Whether all of so many events are in here.
    pub fn have(&self, events: u64) -> bool {
        self.events >= events
    }

    /// Takes in what happened since.
    pub async fn move_forward(&mut self, db: &DatabaseConnection) -> anyhow::Result<()> {
        if !self.take_in_since(db, self.horizon()).await? {
            // An event came later than its id says.
            *self = Self::default();
            self.take_in_since(db, Uuid::nil()).await?;
        }
        Ok(())
    }

    /// From there on everything is looked at again.
    fn horizon(&self) -> Uuid {
        let newest = self.recent.iter().max().map_or(0, |id| id.as_u128());
        Uuid::from_u128(newest.saturating_sub(LATE_MILLISECONDS << TIME_SHIFT))
    }

    /// Takes in what is new among the events with greater ids; `false`, and nothing is changed, where that is not all.
    async fn take_in_since(&mut self, db: &DatabaseConnection, horizon: Uuid) -> anyhow::Result<bool> {
        let mut newer = HashMap::new();
        let mut count: i64 = 0;
        for row in db.query_all(&newer_events(horizon)).await.context("cannot read what happened to matches")? {
            newer.insert(row.try_get::<Uuid>("", "id")?, row.try_get::<Uuid>("", "match_id")?);
            count = row.try_get("", "events")?;
        }
        let unseen: Vec<Uuid> = newer.keys().filter(|id| !self.recent.contains(id)).copied().collect();
        let events = self.events + unseen.len() as u64;
        if u64::try_from(count) != Ok(events) {
            return Ok(false);
        }
        let touched: HashSet<Uuid> = unseen.iter().filter_map(|id| newer.get(id)).copied().collect();
        let mut ways = Vec::with_capacity(touched.len());
        let touched: Vec<Uuid> = touched.into_iter().collect();
        for portion in touched.chunks(PORTION) {
            ways.append(&mut tracked(db, portion).await?);
        }
        self.matches.extend(ways);
        self.events = events;
        self.recent.extend(unseen);
        let horizon = self.horizon();
        self.recent.retain(|id| *id > horizon);
        Ok(true)
    }
}

/// How many events there are.
pub(super) async fn count_events(db: &DatabaseConnection) -> anyhow::Result<u64> {
    let row = db.query_one(&counted().take()).await.context("cannot count what happened to matches")?;
    let count: i64 = row.context("a count has no row")?.try_get("", "events")?;
    Ok(u64::try_from(count)?)
}

fn counted() -> SelectStatement {
    Query::select().expr_as(Func::count(Expr::col(Asterisk)), "events").from("match_events").take()
}

/// Events with greater ids, each beside the number of all: one statement, so that the two belong together.
fn newer_events(horizon: Uuid) -> SelectStatement {
    let all = counted();
    Query::select()
        .columns(["id", "match_id"])
        .expr_as(Expr::SubQuery(None, Box::new(all.into())), "events")
        .from("match_events")
        .and_where(Expr::col("id").gt(horizon))
        .take()
}

/// These matches with their ways.
async fn tracked(db: &DatabaseConnection, ids: &[Uuid]) -> anyhow::Result<Vec<(Uuid, Tracked)>> {
    type Row = (Uuid, Uuid, Uuid, String, DateTime<Utc>);
    // Without signals and coverage, which are most of a match.
    let rows: Vec<Row> = matches::Entity::find()
        .select_only()
        .columns([
            matches::Column::Id,
            matches::Column::DemandId,
            matches::Column::TechnologyId,
            matches::Column::Status,
            matches::Column::CreatedAt,
        ])
        .filter(matches::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let mut steps = steps(db, ids).await?;
    let of = |(id, demand, technology, status, suggested_at): Row| {
        let mut way = vec![(MatchState::Suggested, suggested_at)];
        way.extend(steps.remove(&id).unwrap_or_default());
        let open = !OVER.iter().any(|over| over.as_str() == status);
        (id, Tracked { demand, technology, open, way })
    };
    Ok(rows.into_iter().map(of).collect())
}

type Steps = HashMap<Uuid, Vec<(MatchState, DateTime<Utc>)>>;

/// The states that these matches came to.
async fn steps(db: &DatabaseConnection, ids: &[Uuid]) -> anyhow::Result<Steps> {
    type Row = (Uuid, Uuid, String, String, DateTime<Utc>, Option<Uuid>);
    let rows: Vec<Row> = events::Entity::find()
        .select_only()
        .columns([
            events::Column::Id,
            events::Column::MatchId,
            events::Column::Kind,
            events::Column::ToStatus,
            events::Column::At,
            events::Column::Undoes,
        ])
        .filter(events::Column::MatchId.is_in(ids.iter().copied()))
        .filter(Expr::col("from_status").is_not_null())
        .order_by(events::Column::Id, Order::Asc)
        .into_tuple()
        .all(db)
        .await?;
    let undone: HashSet<Uuid> = rows.iter().filter_map(|row| row.5).collect();
    let mut steps = Steps::new();
    for (id, of, kind, to, at, _) in rows {
        let Ok(state) = to.parse() else { continue };
        if kind == StepKind::Moved.as_str() && !undone.contains(&id) {
            steps.entry(of).or_default().push((state, at));
        }
    }
    Ok(steps)
}
