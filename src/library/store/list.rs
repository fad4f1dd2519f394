//! Lists of records: filters by code, keyset pages, ranked hits of a search in their rank.

use super::cursor::Cursor;
use super::facets::{Facets, count_facets};
use super::find::{find_many, visible_to, with_translations};
use super::rows::code;
use super::{StoreError, seen_by};
use crate::accounts::Actor;
use crate::library::closed_set::closed_set;
use crate::library::codes::Status;
use crate::library::{CodeKind, Library, Record};
use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::sea_query::{Cond, Condition, Expr, ExprTrait, Query, SelectStatement, SimpleExpr};
use sea_orm::{ConnectionTrait, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashSet;
use uuid::Uuid;

closed_set! {
    /// In which order a list comes.
    pub enum Sort {
        #[default]
        Newest = "newest" [],
        Oldest = "oldest" [],
        Updated = "updated" [],
        Title = "title" [],
        Number = "number" [],
    }
}

/// Most records on a page, whatever the caller asks for.
pub const LARGEST_PAGE: u64 = 1_000;
const DEFAULT_PAGE: u64 = 20;
/// Most ranked hits looked at; a statement takes 32,766 parameters on SQLite.
pub(super) const MOST_RANKED: usize = 20_000;

/// What to list. Values of one filter are alternatives; different filters must all hold.
#[derive(Debug, Clone, Default)]
pub struct ListQuery {
    /// Only these records, in this order: the ranked hits of a search, of which the first 20,000 count.
    pub ids: Option<Vec<Uuid>>,
    /// Taxonomy codes; a first-level code finds its second level too.
    pub field: Vec<String>,
    /// Country codes.
    pub country: Vec<String>,
    /// Countries wanted (technologies) or served (institutions).
    pub target_country: Vec<String>,
    /// Co-operation modes.
    pub mode: Vec<String>,
    /// Kinds of result or institution.
    pub kind: Vec<String>,
    /// Services of an institution.
    pub service: Vec<String>,
    /// Keywords, as written.
    pub keyword: Vec<String>,
    /// Source languages.
    pub lang: Vec<String>,
    /// Any other codes.
    pub other: Vec<(CodeKind, Vec<String>)>,
    /// Where the record stands; everything the actor may see when missing.
    pub status: Option<Status>,
    /// Owner.
    pub owner: Option<Uuid>,
    /// The author's own id.
    pub external_id: Option<String>,
    /// Order; ranked hits keep their rank.
    pub sort: Sort,
    /// Records on a page; 20 when 0.
    pub limit: u64,
    /// Where the page begins.
    pub cursor: Option<String>,
    /// Whether to count the whole list and its codes.
    pub facets: bool,
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<L: Library> {
    /// The records of the page.
    pub records: Vec<Record<L>>,
    /// Where the next page begins; `None` on the last one.
    pub next_cursor: Option<String>,
    /// How many records the whole list has, when facets were asked for.
    pub total: Option<u64>,
    /// How many records of the whole list have which code, when asked for.
    pub facets: Option<Facets>,
}

/// The levels of readiness that are written: `7`, or from–to: `4-6`.
pub fn levels(written: &str) -> Option<Vec<String>> {
    let (from, to) = written.split_once('-').unwrap_or((written, written));
    let (from, to): (u8, u8) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
    let is_range = (1..=9).contains(&from) && (from..=9).contains(&to);
    is_range.then(|| (from..=to).map(|level| level.to_string()).collect())
}

impl ListQuery {
    /// The filters by code.
    pub(super) fn filters(&self) -> Vec<(CodeKind, Vec<String>)> {
        let named = [
            (CodeKind::Field, &self.field),
            (CodeKind::Country, &self.country),
            (CodeKind::TargetCountry, &self.target_country),
            (CodeKind::Mode, &self.mode),
            (CodeKind::Kind, &self.kind),
            (CodeKind::Service, &self.service),
            (CodeKind::Keyword, &self.keyword),
            (CodeKind::Lang, &self.lang),
        ];
        let named = named.into_iter().filter(|(_, codes)| !codes.is_empty()).map(|(kind, codes)| (kind, codes.clone()));
        named.chain(self.other.iter().filter(|(_, codes)| !codes.is_empty()).cloned()).collect()
    }

    /// The condition of the list, leaving out the filters of `but` (a facet counts beside its own filter).
    pub(super) fn condition<L: Library>(&self, actor: &Actor, but: Option<CodeKind>) -> Condition {
        let mut condition = visible_to(actor);
        if let Some(status) = self.status {
            condition = Cond::all().add(condition).add(Expr::col("status").eq(status.as_str()));
        }
        let mut all = Cond::all().add(condition);
        if let Some(ids) = &self.ids {
            all = all.add(Expr::col("id").is_in(ids.iter().take(MOST_RANKED).copied()));
        }
        if let Some(owner) = self.owner {
            all = all.add(Expr::col("owner_organisation_id").eq(owner));
        }
        if let Some(external_id) = &self.external_id {
            all = all.add(Expr::col("external_id").eq(external_id.as_str()));
        }
        for (kind, codes) in self.filters() {
            if Some(kind) != but {
                all = all.add(Expr::col("id").in_subquery(having::<L>(kind, codes)));
            }
        }
        all
    }

    fn page_size(&self) -> u64 {
        if self.limit == 0 { DEFAULT_PAGE } else { Ord::min(self.limit, LARGEST_PAGE) }
    }
}

/// Ids of the records that have one of these codes.
fn having<L: Library>(kind: CodeKind, codes: Vec<String>) -> SelectStatement {
    Query::select()
        .column(code::Column::RecordId)
        .from(code::Entity)
        .and_where(Expr::col(code::Column::Library).eq(L::KIND.as_str()))
        .and_where(Expr::col(code::Column::Kind).eq(kind.as_str()))
        .and_where(Expr::col(code::Column::Code).is_in(codes))
        .take()
}

/// One page of the records `actor` may see that `query` asks for.
pub async fn list<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    query: &ListQuery,
) -> Result<Page<L>, StoreError> {
    let ranked = match &query.ids {
        Some(ids) => Some(ranked::<L>(db, actor, query, ids).await?),
        None => None,
    };
    let mut page = page(db, actor, query, ranked).await?;
    if query.facets {
        let (total, facets) = count_facets::<L>(db, actor, query).await?;
        page.total = Some(total);
        page.facets = Some(facets);
    }
    Ok(page)
}

/// One page without its counts; of ranked hits, given those that are in the list.
pub(super) async fn page<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    query: &ListQuery,
    ranked: Option<Vec<Uuid>>,
) -> Result<Page<L>, StoreError> {
    let cursor = query.cursor.as_deref().map(Cursor::decode).transpose()?;
    match ranked {
        Some(ranked) => ranked_page(db, actor, query, &ranked, cursor).await,
        None => sorted_page(db, actor, query, cursor).await,
    }
}

/// How many records `actor` may see that `query` asks for, without reading them.
pub async fn count<L: Library>(db: &impl ConnectionTrait, actor: &Actor, query: &ListQuery) -> Result<u64, StoreError> {
    Ok(L::Entity::find().filter(query.condition::<L>(actor, None)).count(db).await?)
}

/// A published record, as far as its address goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedNumber {
    /// Readable number.
    pub number: String,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// The numbers of what is published, oldest first, from one place on.
pub async fn published_numbers<L: Library>(
    db: &impl ConnectionTrait,
    from: u64,
    most: u64,
) -> Result<Vec<PublishedNumber>, StoreError> {
    let rows: Vec<(String, DateTime<Utc>)> = L::Entity::find()
        .select_only()
        .column_as(Expr::col("number"), "number")
        .column_as(Expr::col("updated_at"), "updated_at")
        .filter(Expr::col("status").eq(Status::Published.as_str()))
        .order_by(Expr::col("id"), Order::Asc)
        .offset(from)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(number, updated_at)| PublishedNumber { number, updated_at }).collect())
}

/// How many are published.
pub async fn count_all_published<L: Library>(db: &impl ConnectionTrait) -> Result<u64, StoreError> {
    let published = ListQuery { status: Some(Status::Published), ..ListQuery::default() };
    count::<L>(db, &Actor::Public, &published).await
}

/// Those of ranked hits that are in the list, in their rank.
async fn ranked<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    query: &ListQuery,
    ids: &[Uuid],
) -> Result<Vec<Uuid>, StoreError> {
    let listed: Vec<Uuid> = L::Entity::find()
        .select_only()
        .column_as(Expr::col("id"), "id")
        .filter(query.condition::<L>(actor, None))
        .into_tuple()
        .all(db)
        .await?;
    let listed: HashSet<Uuid> = listed.into_iter().collect();
    Ok(ids.iter().filter(|id| listed.contains(id)).copied().collect())
}

async fn ranked_page<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    query: &ListQuery,
    ranked: &[Uuid],
    cursor: Option<Cursor>,
) -> Result<Page<L>, StoreError> {
    let shown = match cursor {
        None => 0,
        Some(Cursor::Ranked(shown)) => shown,
        Some(Cursor::After { .. }) => return Err(StoreError::BadCursor),
    };
    let size = usize::try_from(query.page_size()).unwrap_or(usize::MAX);
    let wanted: Vec<Uuid> = ranked.iter().skip(shown).take(size).copied().collect();
    let more = shown + wanted.len() < ranked.len();
    let next_cursor = if more { Some(Cursor::Ranked(shown + wanted.len()).encode()?) } else { None };
    let records = find_many::<L>(db, actor, &wanted).await?;
    Ok(Page { records, next_cursor, total: None, facets: None })
}

async fn sorted_page<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    query: &ListQuery,
    cursor: Option<Cursor>,
) -> Result<Page<L>, StoreError> {
    let (column, order) = query.sort.order();
    let mut select = L::Entity::find().filter(query.condition::<L>(actor, None));
    match cursor {
        None => {}
        Some(Cursor::After { sort, value, id }) if sort == query.sort => {
            select = select.filter(query.sort.after(value, id)?);
        }
        Some(_) => return Err(StoreError::BadCursor),
    }
    if let Some(column) = column {
        QueryTrait::query(&mut select).order_by(column, order.clone());
    }
    let size = query.page_size();
    let mut rows = select.order_by(Expr::col("id"), order).limit(size + 1).all(db).await?;
    let more = u64::try_from(rows.len()).unwrap_or(u64::MAX) > size;
    if more {
        rows.pop();
    }
    let records = with_translations::<L>(db, rows).await?;
    let next_cursor = match records.last() {
        Some(last) if more => Some(query.sort.cursor(last).encode()?),
        _ => None,
    };
    let records = records.into_iter().map(|record| seen_by(record, actor)).collect();
    Ok(Page { records, next_cursor, total: None, facets: None })
}

impl Sort {
    /// The sorted column besides the id, which decides between equals and carries the order of creation by itself.
    fn order(self) -> (Option<&'static str>, Order) {
        match self {
            Self::Newest => (None, Order::Desc),
            Self::Oldest => (None, Order::Asc),
            Self::Updated => (Some("updated_at"), Order::Desc),
            Self::Title => (Some("title"), Order::Asc),
            Self::Number => (Some("number"), Order::Asc),
        }
    }

    fn cursor<L: Library>(self, last: &Record<L>) -> Cursor {
        use crate::library::body::Body;
        let value = match self {
            Self::Newest | Self::Oldest => None,
            Self::Updated => Some(last.head.updated_at.to_rfc3339_opts(SecondsFormat::Micros, true)),
            Self::Title => Some(last.body.common().title.to_owned()),
            Self::Number => Some(last.head.number.clone()),
        };
        Cursor::After { sort: self, value, id: last.head.id }
    }

    /// What comes after the record the cursor names.
    fn after(self, value: Option<String>, id: Uuid) -> Result<Condition, StoreError> {
        let (column, order) = self.order();
        let beyond = |left: SimpleExpr, right: SimpleExpr| match order {
            Order::Desc => left.lt(right),
            _ => left.gt(right),
        };
        let by_id = beyond(Expr::col("id"), Expr::val(id));
        let Some(column) = column else { return Ok(Cond::all().add(by_id)) };
        let value = value.ok_or(StoreError::BadCursor)?;
        let value: SimpleExpr = match self {
            Self::Updated => {
                let at: DateTime<Utc> = value.parse().map_err(|_| StoreError::BadCursor)?;
                Expr::val(at)
            }
            _ => Expr::val(value),
        };
        let same = Cond::all().add(Expr::col(column).eq(value.clone())).add(by_id);
        Ok(Cond::any().add(beyond(Expr::col(column), value)).add(same))
    }
}
