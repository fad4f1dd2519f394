//! Matches with the way they took: every state with the moment it began, steps that were taken back left out.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::Slice;
use crate::db::Db;
use crate::library::store::rows::code;
use crate::library::{CodeKind, Demands, Library, LibraryKind};
use crate::matching::life::StepKind;
use crate::matching::rows::{events, matches};
use crate::matching::types::MatchState;

/// Rows read at a time.
const PORTION: u64 = 5_000;

/// A match and its way.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tracked {
    pub country: Option<String>,
    pub fields: Vec<String>,
    pub suggested_at: DateTime<Utc>,
    /// The states it was in, in order, each with when it began.
    pub way: Vec<(MatchState, DateTime<Utc>)>,
}

impl Tracked {
    pub fn month(&self) -> String {
        self.suggested_at.format("%Y-%m").to_string()
    }

    pub fn is_in(&self, slice: &Slice) -> bool {
        let country = slice.country.as_ref().is_none_or(|country| self.country.as_ref() == Some(country));
        let field = slice.field.as_ref().is_none_or(|field| self.fields.contains(field));
        country && field && slice.month.as_ref().is_none_or(|month| self.month() == *month)
    }
}

/// Fields by record of a library.
pub(super) async fn fields(db: &Db, library: LibraryKind) -> anyhow::Result<HashMap<Uuid, Vec<String>>> {
    let wanted = code::Entity::find()
        .filter(code::Column::Library.eq(library.as_str()))
        .filter(code::Column::Kind.eq(CodeKind::Field.as_str()))
        .order_by_asc(code::Column::Code);
    let mut by_record: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in wanted.all(&**db).await? {
        by_record.entry(row.record_id).or_default().push(row.code);
    }
    Ok(by_record)
}

/// Every match there is.
pub(super) async fn tracked(db: &Db) -> anyhow::Result<Vec<Tracked>> {
    let countries: Vec<(Uuid, String)> = <Demands as Library>::Entity::find()
        .select_only()
        .column_as(Expr::col("id"), "id")
        .column_as(Expr::col("country"), "country")
        .into_tuple()
        .all(&**db)
        .await?;
    let countries: HashMap<Uuid, String> = countries.into_iter().collect();
    let fields = fields(db, LibraryKind::Demands).await?;
    let mut all = Vec::new();
    let mut after = Uuid::nil();
    loop {
        // Without signals and coverage, which are most of a match.
        let rows: Vec<(Uuid, Uuid, DateTime<Utc>)> = matches::Entity::find()
            .select_only()
            .columns([matches::Column::Id, matches::Column::DemandId, matches::Column::CreatedAt])
            .filter(matches::Column::Id.gt(after))
            .order_by_asc(matches::Column::Id)
            .limit(PORTION)
            .into_tuple()
            .all(&**db)
            .await?;
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(all) };
        after = last.0;
        let mut steps = steps(db, first.0, last.0).await?;
        all.extend(rows.into_iter().map(|(id, demand, suggested_at)| {
            let mut way = vec![(MatchState::Suggested, suggested_at)];
            way.extend(steps.remove(&id).unwrap_or_default());
            Tracked {
                country: countries.get(&demand).filter(|country| !country.is_empty()).cloned(),
                fields: fields.get(&demand).cloned().unwrap_or_default(),
                suggested_at,
                way,
            }
        }));
    }
}

type Steps = HashMap<Uuid, Vec<(MatchState, DateTime<Utc>)>>;

/// The states that matches came to, of those with ids between two.
async fn steps(db: &Db, first: Uuid, last: Uuid) -> anyhow::Result<Steps> {
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
        .filter(events::Column::MatchId.between(first, last))
        .filter(Expr::col("from_status").is_not_null())
        .order_by_asc(events::Column::Id)
        .into_tuple()
        .all(&**db)
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
