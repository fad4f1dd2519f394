//! The broker's queue: open suggestions by expected value. The database weighs ([`worth`]), [`ordered`] balances.
//!
//! The value of a suggestion is `score × urgency × age × balance`:
//!
//! | factor | is |
//! |---|---|
//! | score | the calibrated probability that the pair answers the demand; at least 0.5 where a side has expressed interest |
//! | urgency | 0.8 low, 1 normal or not said, 1.3 high, 1.6 critical; half as much again when the demand's deadline is within 30 days |
//! | age | 1 + whole weeks since it was suggested / 4, at most 2: what waits is not forgotten |
//! | balance | 0.7 to the power of how often the same technology, and 0.9 of how often the same firm, stands above it |
//!
//! so that one popular technology or firm does not fill the list.

use std::collections::{BTreeSet, HashMap};
use std::iter;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use uuid::Uuid;

use crate::accounts::Actor;
use crate::db::Db;
use crate::layout::Locale;
use crate::library::demand::Urgency;
use crate::library::store::StoreError;
use crate::library::{CodeKind, Library, LibraryKind, Technologies};
use crate::matching::read::shown;
use crate::matching::rows::matches;
use crate::matching::types::{Match, MatchState};

/// Suggestions looked at: the best by score. A queue longer than that is not read to its end.
const EXAMINED: u64 = 2_000;
/// Of those, how many of the most worth are balanced at first: mostly enough.
const FIRST_REACH: usize = 200;
/// What is in the queue when nothing else is asked for.
const WAITING: [MatchState; 2] = [MatchState::Suggested, MatchState::Shortlisted];
/// What is in it of those that nobody works on: whoever worked on them has left, or may not any more.
const OPEN: [MatchState; 8] = [
    MatchState::Suggested,
    MatchState::Shortlisted,
    MatchState::Proposed,
    MatchState::Accepted,
    MatchState::Introduced,
    MatchState::Negotiating,
    MatchState::Agreed,
    MatchState::OnHold,
];
/// Days until a deadline that is near.
const SOON: i64 = 30;
/// After how many weeks waiting makes a suggestion worth twice as much.
const WEEKS: u8 = 4;
/// What a pair is worth at least in which a side has expressed interest.
const INTERESTED: f64 = 0.5;
const SAME_TECHNOLOGY: f64 = 0.7;
const SAME_FIRM: f64 = 0.9;

/// Which suggestions to queue.
#[derive(Debug, Clone, Default)]
pub struct QueueQuery {
    /// Countries of the demand; any when empty.
    pub countries: Vec<String>,
    /// Fields of demand or technology; any when empty.
    pub fields: Vec<String>,
    /// Languages of demand or technology; any when empty.
    pub languages: Vec<String>,
    /// When empty, suggested and shortlisted; of those that nobody works on, every state that is not an end.
    pub states: Vec<MatchState>,
    pub assigned: Assigned,
    pub limit: usize,
}

/// Whose matches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Assigned {
    #[default]
    Any,
    Nobody,
    To(Uuid),
}

/// A match in the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Queued {
    pub value: f64,
    pub found: Match,
}

/// What a suggestion is worth, everything but the balance.
#[derive(Debug, Clone, Copy, FromQueryResult)]
struct Weighed {
    id: Uuid,
    technology: Uuid,
    worth: f64,
}

/// The queue of a broker, the most valuable first.
///
/// # Errors
/// The database failed.
pub async fn queue(
    db: &Db,
    actor: &Actor,
    query: &QueueQuery,
    now: DateTime<Utc>,
    locale: Locale,
) -> Result<Vec<Queued>, StoreError> {
    let mine = actor.organisation_id();
    let mut reach = FIRST_REACH.max(2 * query.limit);
    let order = loop {
        let weighed = weighed(db, query, mine, now, reach).await?;
        let firms = firms_of(db, &weighed).await?;
        let balanced = weighed.iter().filter_map(|one| {
            let firm = *firms.get(&one.technology)?;
            // Nobody decides on a match of their own organisation.
            (mine.is_none() || firm != mine).then_some((*one, firm))
        });
        let order = ordered(balanced.collect(), query.limit);
        // The balance only takes away: what is worth less than the last one's value stands below it.
        let full = order.len() == query.limit;
        let last = order.last().map_or(0.0, |(_, value)| *value);
        if weighed.get(reach - 1).is_none_or(|least| full && least.worth < last) {
            break order;
        }
        reach *= 4;
    };
    let chosen = matches::Entity::find().filter(matches::Column::Id.is_in(order.iter().map(|(id, _)| *id)));
    let chosen = chosen.all(&**db).await?;
    let mut found: HashMap<Uuid, Match> = HashMap::new();
    for one in shown(db, actor, chosen, locale).await? {
        found.extend(one.id.map(|id| (id, one)));
    }
    Ok(order.into_iter().filter_map(|(id, value)| Some(Queued { value, found: found.remove(&id)? })).collect())
}

/// The open suggestions that are worth most, at most `reach`: of those in which a side has expressed interest and of
/// the best by score of each state.
async fn weighed(
    db: &Db,
    query: &QueueQuery,
    mine: Option<Uuid>,
    now: DateTime<Utc>,
    reach: usize,
) -> Result<Vec<Weighed>, DbErr> {
    use matches::Column as C;
    let states = states(query);
    let interested = (states.clone(), C::Interest.is_not_null());
    let others = states.into_iter().map(|state| (vec![state], C::Interest.is_null()));
    let mut all = Vec::new();
    for (states, interest) in iter::once(interested).chain(others) {
        let examined = examined(query, &states, interest);
        let mut most = Query::select();
        most.columns(["id", "technology"]).expr_as(worth(now), "worth").from_subquery(examined, "examined");
        most.order_by("worth", Order::Desc).limit(reach as u64);
        if let Some(mine) = mine {
            let asked_by = Expr::col("asked_by");
            most.cond_where(Condition::any().add(asked_by.clone().is_null()).add(asked_by.ne(mine)));
        }
        all.extend(Weighed::find_by_statement(db.get_database_backend().build(&most)).all(&**db).await?);
    }
    all.sort_by(|left, right| right.worth.total_cmp(&left.worth));
    all.truncate(reach);
    Ok(all)
}

/// The best matches by score, with what is weighed of them and of their demands. Of a match all of it is in one index.
fn examined(query: &QueueQuery, states: &[&str], interest: Expr) -> SelectStatement {
    use matches::Column as C;
    let demand = |column: &'static str| Expr::col((LibraryKind::Demands.table(), column));
    let mut select = matches::Entity::find()
        .select_only()
        .columns([C::Id, C::Score, C::Interest, C::CreatedAt])
        .column_as(C::TechnologyId, "technology")
        .column_as(demand("urgency"), "urgency")
        .column_as(demand("deadline"), "deadline")
        .column_as(demand("owner_organisation_id"), "asked_by")
        .filter(C::Status.is_in(states.iter().copied()))
        .filter(interest)
        .filter(wanted(query))
        .order_by_desc(C::Score)
        .order_by_asc(C::Id)
        .limit(EXAMINED)
        .into_query();
    let of_the_match = demand("id").equals((matches::Entity, C::DemandId));
    select.inner_join(LibraryKind::Demands.table(), of_the_match);
    select
}

/// Score × urgency × age of what was [`examined`].
fn worth(now: DateTime<Utc>) -> Expr {
    let interested = Expr::col("interest").is_not_null().and(Expr::col("score").lt(INTERESTED));
    // A side that asks for it itself knows more than the texts say.
    let score = Expr::case(interested, INTERESTED).finally(Expr::col("score"));
    let said = |urgency: Urgency| Expr::col("urgency").eq(urgency.as_str());
    let urgency = Expr::case(said(Urgency::Low), 0.8)
        .case(said(Urgency::High), 1.3)
        .case(said(Urgency::Critical), 1.6)
        .finally(1.0);
    let today = now.date_naive();
    let soon = Expr::case(Expr::col("deadline").between(today, today + TimeDelta::days(SOON)), 1.5).finally(1.0);
    let within = |weeks: u8| Expr::col("created_at").gt(now - TimeDelta::weeks(weeks.into()));
    let age = |weeks: u8| 1.0 + f64::from(weeks) / f64::from(WEEKS);
    let aged = (1..WEEKS).fold(Expr::case(within(1), age(0)), |case, weeks| case.case(within(weeks + 1), age(weeks)));
    Expr::expr(score).mul(urgency).mul(soon).mul(aged.finally(age(WEEKS)))
}

/// The firm of each technology, where it has one.
async fn firms_of(db: &Db, weighed: &[Weighed]) -> Result<HashMap<Uuid, Option<Uuid>>, DbErr> {
    let firms: Vec<(Uuid, Option<Uuid>)> = <Technologies as Library>::Entity::find()
        .select_only()
        .column_as(Expr::col("id"), "id")
        .column_as(Expr::col("owner_organisation_id"), "firm")
        .filter(Expr::col("id").is_in(weighed.iter().map(|one| one.technology).collect::<BTreeSet<_>>()))
        .into_tuple()
        .all(&**db)
        .await?;
    Ok(firms.into_iter().collect())
}

fn states(query: &QueueQuery) -> Vec<&'static str> {
    match query.states.as_slice() {
        [] if query.assigned == Assigned::Nobody => OPEN.map(MatchState::as_str).to_vec(),
        [] => WAITING.map(MatchState::as_str).to_vec(),
        states => states.iter().map(|state| state.as_str()).collect(),
    }
}

fn wanted(query: &QueueQuery) -> Condition {
    use matches::Column as C;
    let mut wanted = Condition::all();
    if !query.countries.is_empty() {
        let mut demands = Query::select();
        demands.column("id").from(LibraryKind::Demands.table());
        demands.and_where(Expr::col("country").is_in(query.countries.clone()));
        wanted = wanted.add(C::DemandId.in_subquery(demands.take()));
    }
    for (kind, codes) in [(CodeKind::Field, &query.fields), (CodeKind::Lang, &query.languages)] {
        if !codes.is_empty() {
            let either = Condition::any()
                .add(C::DemandId.in_subquery(with_code(LibraryKind::Demands, kind, codes)))
                .add(C::TechnologyId.in_subquery(with_code(LibraryKind::Technologies, kind, codes)));
            wanted = wanted.add(either);
        }
    }
    match query.assigned {
        Assigned::Any => wanted,
        Assigned::Nobody => wanted.add(C::BrokerId.is_null()),
        Assigned::To(broker) => wanted.add(C::BrokerId.eq(broker)),
    }
}

fn with_code(library: LibraryKind, kind: CodeKind, codes: &[String]) -> SelectStatement {
    let mut records = Query::select();
    records.column("record_id").from("record_codes");
    records.and_where(Expr::col("library").eq(library.as_str()));
    records.and_where(Expr::col("kind").eq(kind.as_str()));
    records.and_where(Expr::col("code").is_in(codes.to_vec()));
    records.take()
}

/// What the queue can be narrowed to: the countries of the demands of waiting matches.
///
/// # Errors
/// The database failed.
pub async fn countries(db: &Db) -> Result<Vec<String>, DbErr> {
    let mut found = Query::select();
    found.distinct().column(("record_codes", "code")).from("matches");
    let of_the_demand = Expr::col(("record_codes", "record_id")).equals(("matches", "demand_id"));
    found.inner_join("record_codes", of_the_demand);
    found.and_where(Expr::col(("record_codes", "library")).eq(LibraryKind::Demands.as_str()));
    found.and_where(Expr::col(("record_codes", "kind")).eq(CodeKind::Country.as_str()));
    found.and_where(Expr::col(("matches", "status")).is_in(WAITING.map(MatchState::as_str)));
    let mut found: Vec<String> =
        db.query_all(&found).await?.iter().map(|row| row.try_get("", "code")).collect::<Result<_, _>>()?;
    found.sort_unstable();
    Ok(found)
}

/// Takes the most valuable one again and again, each time with the balance of those taken before.
fn ordered(mut open: Vec<(Weighed, Option<Uuid>)>, limit: usize) -> Vec<(Uuid, f64)> {
    let (mut technologies, mut firms): (HashMap<Uuid, i32>, HashMap<Uuid, i32>) = Default::default();
    let mut order = Vec::new();
    while order.len() < limit {
        let value = |(one, firm): &(Weighed, Option<Uuid>)| {
            let same_technology = technologies.get(&one.technology).copied().unwrap_or(0);
            let same_firm = firm.and_then(|firm| firms.get(&firm)).copied().unwrap_or(0);
            one.worth * SAME_TECHNOLOGY.powi(same_technology) * SAME_FIRM.powi(same_firm)
        };
        let best = (0..open.len()).max_by(|left, right| {
            let (left, right) = (&open[*left], &open[*right]);
            value(left).total_cmp(&value(right)).then(right.0.id.cmp(&left.0.id))
        });
        let Some(best) = best else { break };
        let (taken, firm) = open.swap_remove(best);
        order.push((taken.id, value(&(taken, firm))));
        *technologies.entry(taken.technology).or_default() += 1;
        if let Some(firm) = firm {
            *firms.entry(firm).or_default() += 1;
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weighed(id: u128, technology: u128, firm: Option<u128>, worth: f64) -> (Weighed, Option<Uuid>) {
        let uuid = Uuid::from_u128;
        (Weighed { id: uuid(id), technology: uuid(technology), worth }, firm.map(uuid))
    }

    fn order(open: Vec<(Weighed, Option<Uuid>)>) -> Vec<u128> {
        ordered(open, 10).into_iter().map(|(id, _)| id.as_u128()).collect()
    }

    #[test]
    fn one_popular_technology_does_not_fill_the_list() {
        let popular = (0..5).map(|id| weighed(id, 1, None, 0.9 - id as f64 / 100.0));
        let other = weighed(9, 2, None, 0.5);
        assert_eq!(order(popular.chain([other]).collect()), [0, 1, 9, 2, 3, 4]);
    }

    #[test]
    fn one_firm_with_many_technologies_does_not_fill_it_either() {
        let firm = (0..3).map(|id| weighed(id, id, Some(7), 0.9));
        let other = weighed(9, 9, Some(8), 0.85);
        assert_eq!(order(firm.chain([other]).collect()), [0, 9, 1, 2]);
    }
}
