//! What waits for a review, the oldest first.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::rows::revision;
use super::submission::{LookedOver, last_of};
use crate::accounts::{Action, Actor, Scope};
use crate::clocks::{Calendars, Working};
use crate::library::body::Body;
use crate::library::store::change::ChangeKind;
use crate::library::store::{StoreError, find_many};
use crate::library::{Demands, Institutions, Library, LibraryKind, Results, Status, Technologies};

/// Reviewers work by this country's calendar.
const REVIEWED_IN: &str = "CN";

/// What is asked for.
#[derive(Debug, Clone)]
pub struct DueQuery {
    pub libraries: Vec<LibraryKind>,
    pub limit: u64,
}

/// Something that waits for a review.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    pub library: LibraryKind,
    pub id: Uuid,
    pub number: String,
    pub title: String,
    pub lang: String,
    /// What a review has to name with `If-Match`.
    pub version: i32,
    /// Whether a change of a published record waits.
    pub revision: bool,
    pub owner_organisation_id: Option<Uuid>,
    pub submitted_at: DateTime<Utc>,
    /// Working days since then.
    pub working_days: usize,
    /// What the checks said; `None` where it was submitted without them.
    pub looked: Option<LookedOver>,
}

/// What waits for somebody's review, and how much there is of it. What their own organisation owns or they wrote is for
/// somebody else and left out.
pub async fn due(
    db: &impl ConnectionTrait,
    actor: &Actor,
    query: &DueQuery,
    now: DateTime<Utc>,
) -> Result<(Vec<Due>, u64), StoreError> {
    if actor.scope(Action::ReviewRecord) == Scope::Never {
        return Err(StoreError::Forbidden);
    }
    let (mut all, mut total) = (Vec::new(), 0);
    for library in LibraryKind::ALL.iter().filter(|kind| query.libraries.is_empty() || query.libraries.contains(kind)) {
        let (waiting, count) = match library {
            LibraryKind::Technologies => submitted::<Technologies>(db, actor, query.limit).await?,
            LibraryKind::Demands => submitted::<Demands>(db, actor, query.limit).await?,
            LibraryKind::Results => submitted::<Results>(db, actor, query.limit).await?,
            LibraryKind::Institutions => submitted::<Institutions>(db, actor, query.limit).await?,
        };
        all.extend(waiting);
        total += count;
        let (waiting, count) = match library {
            LibraryKind::Technologies => revisions::<Technologies>(db, actor, query.limit).await?,
            LibraryKind::Demands => revisions::<Demands>(db, actor, query.limit).await?,
            LibraryKind::Results => revisions::<Results>(db, actor, query.limit).await?,
            LibraryKind::Institutions => revisions::<Institutions>(db, actor, query.limit).await?,
        };
        all.extend(waiting);
        total += count;
    }
    all.sort_by_key(|one| (one.submitted_at, one.id));
    all.truncate(usize::try_from(query.limit).unwrap_or(usize::MAX));
    let working = Working::of(vec![Calendars::seeded()?.of(REVIEWED_IN)]);
    for one in &mut all {
        one.working_days = working.between(one.submitted_at.date_naive(), now.date_naive());
    }
    Ok((all, total))
}

async fn submitted<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    limit: u64,
) -> Result<(Vec<Due>, u64), StoreError> {
    let wanted = impartial(actor).add(Expr::col("status").eq(Status::Submitted.as_str()));
    let total = L::Entity::find().filter(wanted.clone()).count(db).await?;
    let ids: Vec<Uuid> = L::Entity::find()
        .select_only()
        .column_as(Expr::col("id"), "id")
        .filter(wanted)
        .order_by_asc(Expr::col("updated_at"))
        .order_by_asc(Expr::col("id"))
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    let records = find_many::<L>(db, actor, &ids).await?;
    let mut submissions = last_of(db, &ids).await?;
    let waiting = records.into_iter().map(|record| {
        let submission = submissions.remove(&record.head.id).filter(|one| one.version <= record.head.version);
        let common = record.body.common();
        Due {
            library: L::KIND,
            id: record.head.id,
            title: common.title.to_owned(),
            lang: common.lang.to_owned(),
            version: record.head.version,
            revision: false,
            owner_organisation_id: record.head.owner_organisation_id,
            submitted_at: submission.as_ref().map_or(record.head.updated_at, |one| one.at),
            working_days: 0,
            looked: submission.map(|one| one.looked),
            number: record.head.number,
        }
    });
    Ok((waiting.collect(), total))
}

/// Changes of published records that wait.
async fn revisions<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    limit: u64,
) -> Result<(Vec<Due>, u64), StoreError> {
    let mut open = Query::select();
    open.column("record_id").from("revisions").and_where(Expr::col("waiting").eq(true));
    open.and_where(Expr::col("library").eq(L::KIND.as_str()));
    let wanted = impartial(actor)
        .add(Expr::col("status").eq(Status::Published.as_str()))
        .add(Expr::col("id").in_subquery(open.take()));
    let ids: Vec<Uuid> =
        L::Entity::find().select_only().column_as(Expr::col("id"), "id").filter(wanted).into_tuple().all(db).await?;
    let total = u64::try_from(ids.len()).unwrap_or(u64::MAX);
    let mut rows = revision::Entity::find()
        .filter(revision::Column::RecordId.is_in(ids))
        .order_by_asc(revision::Column::At)
        .limit(limit)
        .all(db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.record_id).collect();
    let records = find_many::<L>(db, actor, &ids).await?;
    let mut submissions = last_of(db, &ids).await?;
    let waiting = records.into_iter().filter_map(|record| {
        let place = rows.iter().position(|row| row.record_id == record.head.id)?;
        let row = rows.swap_remove(place);
        let submission = submissions.remove(&record.head.id).filter(|one| one.revision == Some(row.version));
        let common = record.body.common();
        Some(Due {
            library: L::KIND,
            id: record.head.id,
            title: common.title.to_owned(),
            lang: common.lang.to_owned(),
            version: row.version,
            revision: true,
            owner_organisation_id: record.head.owner_organisation_id,
            submitted_at: row.at,
            working_days: 0,
            looked: submission.map(|one| one.looked),
            number: record.head.number,
        })
    });
    Ok((waiting.collect(), total))
}

/// Records that somebody neither wrote nor owns through their organisation.
fn impartial(actor: &Actor) -> Condition {
    let mut wanted = Condition::all();
    if let Some(mine) = actor.organisation_id() {
        let owner = || Expr::col("owner_organisation_id");
        wanted = wanted.add(Condition::any().add(owner().is_null()).add(owner().ne(mine)));
    }
    if let Some(me) = actor.user_id() {
        let mut own = Query::select();
        own.column("record_id").from("record_versions").and_where(Expr::col("actor_id").eq(me));
        own.and_where(Expr::col("action").is_in([ChangeKind::Created.as_str(), ChangeKind::Updated.as_str()]));
        wanted = wanted.add(Expr::col("id").not_in_subquery(own.take()));
    }
    wanted
}
