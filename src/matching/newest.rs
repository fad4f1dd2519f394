//! Stored matches in the order of their last change.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::accounts::Actor;
use crate::db::Db;
use crate::layout::Locale;
use crate::library::store::StoreError;

use super::life::readable;
use super::read::{alive, shown};
use super::rows::matches;
use super::rows::matches::Column as C;
use super::types::{Match, MatchState};

/// Which stored matches to list, the last changed first.
#[derive(Debug, Clone, Default)]
pub struct MatchQuery {
    pub demand: Option<Uuid>,
    pub technology: Option<Uuid>,
    /// In any of these states; in all that are alive when empty.
    pub state: Vec<MatchState>,
    pub limit: u64,
    /// The match after which the page begins.
    pub after: Option<Uuid>,
}

/// One page of stored matches.
#[derive(Debug, Clone, Default)]
pub struct MatchPage {
    pub matches: Vec<Match>,
    /// The last match of the page, when more follow.
    pub next: Option<Uuid>,
}

/// A page of stored matches, the last changed first.
///
/// # Errors
/// The database failed.
pub async fn list(db: &Db, actor: &Actor, query: &MatchQuery, locale: Locale) -> Result<MatchPage, StoreError> {
    let mut wanted = match &query.state[..] {
        [] => alive(),
        states => Condition::all().add(C::Status.is_in(states.iter().map(|state| state.as_str()))),
    };
    if let Some(demand) = query.demand {
        wanted = wanted.add(C::DemandId.eq(demand));
    }
    if let Some(technology) = query.technology {
        wanted = wanted.add(C::TechnologyId.eq(technology));
    }
    if let Some(after) = query.after {
        let last = matches::Entity::find_by_id(after).one(&**db).await?.ok_or(StoreError::BadCursor)?;
        let same = Condition::all().add(C::UpdatedAt.eq(last.updated_at)).add(C::Id.lt(last.id));
        wanted = wanted.add(Condition::any().add(C::UpdatedAt.lt(last.updated_at)).add(same));
    }
    let mut rows = matches::Entity::find()
        .filter(wanted)
        .filter(readable(actor))
        .order_by_desc(C::UpdatedAt)
        .order_by_desc(C::Id)
        .limit(query.limit + 1)
        .all(&**db)
        .await?;
    let more = rows.len() as u64 > query.limit;
    rows.truncate(usize::try_from(query.limit).unwrap_or(usize::MAX));
    let next = rows.last().map(|row| row.id).filter(|_| more);
    Ok(MatchPage { matches: shown(db, actor, rows, locale).await?, next })
}

/// The strongest of the newest suggestions, one for a demand.
///
/// # Errors
/// The database failed.
pub async fn strongest_of_newest(
    db: &Db,
    actor: &Actor,
    newest: u64,
    limit: usize,
    locale: Locale,
) -> Result<Vec<Match>, StoreError> {
    let mut rows: Vec<(Uuid, Uuid, f64)> = matches::Entity::find()
        .select_only()
        .columns([C::Id, C::DemandId, C::Score])
        .filter(alive())
        .filter(readable(actor))
        .order_by_desc(C::UpdatedAt)
        .order_by_desc(C::Id)
        .limit(newest)
        .into_tuple()
        .all(&**db)
        .await?;
    rows.sort_by(|left, right| right.2.total_cmp(&left.2));
    let mut demands = HashSet::new();
    rows.retain(|(_, demand, _)| demands.insert(*demand));
    let chosen = matches::Entity::find().filter(C::Id.is_in(rows.iter().take(limit).map(|(id, ..)| *id)));
    let chosen = chosen.order_by_desc(C::Score).all(&**db).await?;
    shown(db, actor, chosen, locale).await
}
