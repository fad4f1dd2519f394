//! Reading the audit: the newest first, filtered, page by page.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    SelectTwo,
};
use uuid::Uuid;

use super::chain::row;
use super::entry::Entry;
use crate::library::store::rows::audit;

/// Which entries; all conditions must hold.
#[derive(Debug, Clone, Default)]
pub struct AuditQuery {
    /// What this person did.
    pub actor: Option<Uuid>,
    /// What was done to this record.
    pub record: Option<Uuid>,
    /// What of this kind was done.
    pub action: Option<String>,
    /// Not before.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub to: Option<DateTime<Utc>>,
    /// Only entries older than this number.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: u64,
}

/// Places of the chain with their entries, where those are still there.
pub(super) fn places() -> SelectTwo<row::Entity, audit::Entity> {
    let entry = row::Entity::belongs_to(audit::Entity).from(row::Column::EntryId).to(audit::Column::Id).into();
    row::Entity::find().join(JoinType::LeftJoin, entry).select_also(audit::Entity)
}

/// Entries in the order of the chain, the newest first.
pub async fn list(db: &impl ConnectionTrait, query: &AuditQuery) -> Result<Vec<Entry>, DbErr> {
    use audit::Column as C;
    let mut select = places().order_by_desc(row::Column::Seq).limit(query.limit);
    // An entry that is gone is a matter of verification, not of reading.
    select = select.filter(Expr::col((audit::Entity, C::Id)).is_not_null());
    if let Some(actor) = query.actor {
        select = select.filter(C::ActorId.eq(actor));
    }
    if let Some(record) = query.record {
        select = select.filter(C::RecordId.eq(record));
    }
    if let Some(action) = &query.action {
        select = select.filter(C::Action.eq(action.as_str()));
    }
    if let Some(from) = query.from {
        select = select.filter(C::At.gte(from));
    }
    if let Some(to) = query.to {
        select = select.filter(C::At.lt(to));
    }
    if let Some(before) = query.before {
        select = select.filter(row::Column::Seq.lt(before));
    }
    let found = select.all(db).await?;
    Ok(found.into_iter().filter_map(|(place, entry)| Some(Entry::of(place, entry?))).collect())
}

/// The number of the newest entry; 0 where there is none.
pub async fn newest(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let place = row::Entity::find().order_by_desc(row::Column::Seq).one(db).await?;
    Ok(place.map_or(0, |place| place.seq))
}

/// The hash of the entry with a number; two databases have the same only where one was copied from the other after it.
pub async fn hash_at(db: &impl ConnectionTrait, seq: i64) -> Result<Option<String>, DbErr> {
    Ok(row::Entity::find_by_id(seq).one(db).await?.map(|place| place.hash))
}

/// Entries after a number whose actions begin in one of these ways, the oldest first.
pub async fn since(db: &impl ConnectionTrait, seq: i64, beginnings: &[&str]) -> Result<Vec<Entry>, DbErr> {
    let begins = |all: Condition, beginning: &&str| all.add(audit::Column::Action.starts_with(*beginning));
    let actions = beginnings.iter().fold(Condition::any(), begins);
    let found = places().filter(row::Column::Seq.gt(seq)).filter(actions).order_by_asc(row::Column::Seq);
    let found = found.all(db).await?;
    Ok(found.into_iter().filter_map(|(place, entry)| Some(Entry::of(place, entry?))).collect())
}
