//! Counts beside a list: how many of its records have which code.

use super::StoreError;
use super::list::ListQuery;
use super::rows::code;
use crate::accounts::{Action, Actor, Scope};
use crate::library::codes::Status;
use crate::library::{CodeKind, Library};
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use std::collections::BTreeMap;
use std::str::FromStr;

/// Records per code, most frequent first, per kind of code.
pub type Facets = BTreeMap<CodeKind, Vec<FacetCount>>;

/// How many records have a code.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct FacetCount {
    /// The code.
    #[schema(example = "agriculture")]
    pub code: String,
    /// Records of the list that have it.
    #[schema(example = 12)]
    pub count: u64,
}

/// Kinds that are counted; keywords are too many to choose from, and nobody chooses by the rest.
pub(super) const COUNTED: &[CodeKind] = &[
    CodeKind::Field,
    CodeKind::Country,
    CodeKind::TargetCountry,
    CodeKind::Mode,
    CodeKind::Service,
    CodeKind::Kind,
    CodeKind::Lang,
    CodeKind::Trl,
    CodeKind::ExportControl,
    CodeKind::Urgency,
    CodeKind::Sdg,
    CodeKind::Progress,
    CodeKind::Operation,
    CodeKind::Year,
    CodeKind::Region,
];

/// The number of records in the whole list, and the counts. A kind that is filtered by is counted as if it were not,
/// so that the other choices still show what they would bring.
pub(super) async fn count_facets<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    query: &ListQuery,
) -> Result<(u64, Facets), StoreError> {
    let total = L::Entity::find().filter(query.condition::<L>(actor, None)).count(db).await?;
    let mut facets = Facets::new();
    let filtered: Vec<CodeKind> = query.filters().into_iter().map(|(kind, _)| kind).collect();
    let others: Vec<CodeKind> = COUNTED.iter().filter(|kind| !filtered.contains(kind)).copied().collect();
    count::<L>(db, actor, query, &others, None, &mut facets).await?;
    for kind in filtered.iter().filter(|kind| COUNTED.contains(kind)) {
        count::<L>(db, actor, query, &[*kind], Some(*kind), &mut facets).await?;
    }
    Ok((total, facets))
}

/// How many published records have each code of one kind, most frequent first.
pub async fn count_published<L: Library>(
    db: &impl ConnectionTrait,
    kind: CodeKind,
) -> Result<Vec<FacetCount>, StoreError> {
    let query = ListQuery { status: Some(Status::Published), ..ListQuery::default() };
    let mut facets = Facets::new();
    count::<L>(db, &Actor::Public, &query, &[kind], None, &mut facets).await?;
    Ok(facets.remove(&kind).unwrap_or_default())
}

async fn count<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    query: &ListQuery,
    kinds: &[CodeKind],
    but: Option<CodeKind>,
    facets: &mut Facets,
) -> Result<(), StoreError> {
    let mut select = Query::select();
    select
        .column(code::Column::Kind)
        .column(code::Column::Code)
        .expr_as(Func::count(Expr::col(Asterisk)), "records")
        .from(code::Entity)
        .and_where(Expr::col(code::Column::Library).eq(L::KIND.as_str()))
        .and_where(Expr::col(code::Column::Kind).is_in(kinds.iter().map(|kind| kind.as_str())))
        .group_by_columns([code::Column::Kind, code::Column::Code]);
    let only_published =
        query.status == Some(Status::Published) || actor.scope(Action::ReadUnpublished) == Scope::Never;
    if only_published {
        select.and_where(Expr::col(code::Column::Published).eq(true));
    }
    if !(only_published && unfiltered(query, but)) {
        select.and_where(Expr::col(code::Column::RecordId).in_subquery(ids::<L>(actor, query, but)));
    }
    for row in db.query_all(&select).await? {
        let kind: String = row.try_get("", "kind")?;
        let count: i64 = row.try_get("", "records")?;
        let Ok(kind) = CodeKind::from_str(&kind) else { continue };
        let count = FacetCount { code: row.try_get("", "code")?, count: u64::try_from(count).unwrap_or(0) };
        facets.entry(kind).or_default().push(count);
    }
    for kind in kinds {
        most_first(facets.entry(*kind).or_default());
    }
    facets.retain(|_, counts| !counts.is_empty());
    Ok(())
}

/// The counts of several lists as those of one.
pub fn summed(lists: impl IntoIterator<Item = Facets>) -> Facets {
    let mut sums: BTreeMap<CodeKind, BTreeMap<String, u64>> = BTreeMap::new();
    for (kind, counts) in lists.into_iter().flatten() {
        for one in counts {
            *sums.entry(kind).or_default().entry(one.code).or_default() += one.count;
        }
    }
    let counted = |(kind, sums): (CodeKind, BTreeMap<String, u64>)| {
        let mut counts: Vec<FacetCount> = sums.into_iter().map(|(code, count)| FacetCount { code, count }).collect();
        most_first(&mut counts);
        (kind, counts)
    };
    sums.into_iter().map(counted).collect()
}

/// Most frequent first, then by code: databases sort text by the rules of their language.
pub(super) fn most_first(counts: &mut [FacetCount]) {
    counts.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.code.cmp(&other.code)));
}

/// Whether the key of `record_codes` alone answers, without a look at the records.
fn unfiltered(query: &ListQuery, but: Option<CodeKind>) -> bool {
    let filters = query.filters();
    query.ids.is_none()
        && query.owner.is_none()
        && query.external_id.is_none()
        && matches!(query.status, None | Some(Status::Published))
        && filters.iter().all(|(kind, _)| Some(*kind) == but)
}

fn ids<L: Library>(actor: &Actor, query: &ListQuery, but: Option<CodeKind>) -> SelectStatement {
    Query::select().column("id").from(L::KIND.table()).cond_where(query.condition::<L>(actor, but)).take()
}
