//! Finding records by id, number or external id. What the actor may not know of does not exist here.

use super::rows::{Row, from_row, translation};
use super::{StoreError, seen_by};
use crate::accounts::{Action, Actor, Scope};
use crate::library::body::Body;
use crate::library::codes::Status;
use crate::library::{Library, LibraryKind, Record};
use sea_orm::sea_query::{Cond, Condition, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Ids in one statement; both databases limit its parameters.
pub(super) const PORTION: usize = 5_000;

/// The records an actor may know of: published ones, their own, or all, as the table of permissions says.
pub(super) fn visible_to(actor: &Actor) -> Condition {
    let published = Expr::col("status").eq(Status::Published.as_str());
    match (actor.scope(Action::ReadUnpublished), actor.organisation_id()) {
        (Scope::Any, _) => Cond::all(),
        (Scope::Own, Some(own)) => Cond::any().add(published).add(Expr::col("owner_organisation_id").eq(own)),
        _ => Cond::all().add(published),
    }
}

/// The record with this id, number (`T-2026-000123`) or external id, as `actor` may see it. An external id that
/// several owners use names the actor's own record, else the oldest.
pub async fn find<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id_or_number: &str,
) -> Result<Option<Record<L>>, StoreError> {
    let mut found = with_translations::<L>(db, find_rows::<L>(db, actor, id_or_number).await?).await?;
    let own = found.iter().position(|record| {
        record.head.owner_organisation_id.is_some() && record.head.owner_organisation_id == actor.organisation_id()
    });
    if found.is_empty() {
        return Ok(None);
    }
    let found = found.swap_remove(own.unwrap_or(0));
    let cases = cases::<L>(db, actor, &[found.head.id]).await?;
    Ok(Some(shown(found, actor, &cases)))
}

/// Those of these records that are a side of an open match on which `actor` works, where the table of permissions
/// makes a difference of that.
async fn cases<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: &[Uuid],
) -> Result<HashSet<Uuid>, StoreError> {
    let side = match L::KIND {
        LibraryKind::Technologies => "technology_id",
        LibraryKind::Demands => "demand_id",
        LibraryKind::Results | LibraryKind::Institutions => return Ok(HashSet::new()),
    };
    let (Scope::Case, Some(user)) = (actor.scope(Action::ReadConfidential), actor.user_id()) else {
        return Ok(HashSet::new());
    };
    let mut open = Query::select();
    open.column(side).from("matches").and_where(Expr::col("broker_id").eq(user));
    open.and_where(Expr::col("status").is_not_in(["dismissed", "declined", "lapsed", "withdrawn"]));
    open.and_where(Expr::col(side).is_in(ids.iter().copied()));
    let rows = db.query_all(&open).await?;
    Ok(rows.iter().map(|row| row.try_get("", side)).collect::<Result<_, _>>()?)
}

fn shown<L: Library>(record: Record<L>, actor: &Actor, cases: &HashSet<Uuid>) -> Record<L> {
    if cases.contains(&record.head.id) { record } else { seen_by(record, actor) }
}

async fn find_rows<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id_or_number: &str,
) -> Result<Vec<Row<L>>, StoreError> {
    let named = match reference(L::KIND, id_or_number) {
        Reference::Id(id) => Expr::col("id").eq(id),
        Reference::Number(number) => Expr::col("number").eq(number),
        Reference::External(external_id) => Expr::col("external_id").eq(external_id),
    };
    let select = L::Entity::find().filter(visible_to(actor)).filter(named);
    let rows = select.order_by_asc(Expr::col("id")).limit(100).all(db).await?;
    if rows.is_empty() && matches!(reference(L::KIND, id_or_number), Reference::Number(_)) {
        // Somebody's external id may look like a number of ours.
        let by_external_id = Expr::col("external_id").eq(id_or_number);
        let select = L::Entity::find().filter(visible_to(actor)).filter(by_external_id);
        return Ok(select.order_by_asc(Expr::col("id")).limit(100).all(db).await?);
    }
    Ok(rows)
}

enum Reference {
    Id(Uuid),
    Number(String),
    External(String),
}

fn reference(library: LibraryKind, written: &str) -> Reference {
    if let Ok(id) = Uuid::try_parse(written) {
        return Reference::Id(id);
    }
    let upper = written.trim().to_ascii_uppercase();
    let mut parts = upper.split('-');
    let is_number = parts.next().is_some_and(|letter| letter.chars().eq([library.letter()]))
        && parts.next().is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
        && parts.next().is_some_and(|count| count.len() >= 6 && count.bytes().all(|byte| byte.is_ascii_digit()))
        && parts.next().is_none();
    if is_number { Reference::Number(upper) } else { Reference::External(written.to_owned()) }
}

/// The records with these ids that `actor` may see, in the order of the ids.
pub async fn find_many<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: &[Uuid],
) -> Result<Vec<Record<L>>, StoreError> {
    let rows =
        L::Entity::find().filter(visible_to(actor)).filter(Expr::col("id").is_in(ids.iter().copied())).all(db).await?;
    let records = with_translations::<L>(db, rows).await?;
    let cases = cases::<L>(db, actor, ids).await?;
    let mut by_id: HashMap<Uuid, Record<L>> =
        records.into_iter().map(|record| (record.head.id, shown(record, actor, &cases))).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

/// The ids behind references (id, number or external id) that `actor` may see; unknown ones are left out.
pub async fn resolve<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    references: &[String],
) -> Result<HashMap<String, Uuid>, StoreError> {
    let mut ids = HashMap::new();
    for portion in references.chunks(500) {
        let (mut by_id, mut others) = (Vec::new(), Vec::new());
        for written in portion {
            match reference(L::KIND, written) {
                Reference::Id(id) => by_id.push(id),
                Reference::Number(_) | Reference::External(_) => others.push(written.clone()),
            }
        }
        let named = Cond::any()
            .add(Expr::col("id").is_in(by_id))
            .add(Expr::col("number").is_in(others.clone()))
            .add(Expr::col("external_id").is_in(others));
        let found: Vec<(Uuid, String, Option<String>)> = L::Entity::find()
            .select_only()
            .column_as(Expr::col("id"), "id")
            .column_as(Expr::col("number"), "number")
            .column_as(Expr::col("external_id"), "external_id")
            .filter(visible_to(actor))
            .filter(named)
            .order_by_desc(Expr::col("id"))
            .into_tuple()
            .all(db)
            .await?;
        for (id, number, external_id) in found {
            ids.extend([(id.to_string(), id), (number, id)]);
            ids.extend(external_id.map(|written| (written, id)));
        }
    }
    ids.retain(|written, _| references.contains(written));
    Ok(ids)
}

/// Records from rows, in the order of the rows, with their translations.
pub(crate) async fn with_translations<L: Library>(
    db: &impl ConnectionTrait,
    rows: Vec<Row<L>>,
) -> Result<Vec<Record<L>>, StoreError> {
    let mut records = rows.into_iter().map(from_row::<L>).collect::<anyhow::Result<Vec<_>>>()?;
    let places: HashMap<Uuid, usize> =
        records.iter().enumerate().map(|(place, record)| (record.head.id, place)).collect();
    if places.is_empty() {
        return Ok(records);
    }
    let ids: Vec<Uuid> = places.keys().copied().collect();
    for portion in ids.chunks(PORTION) {
        let translations = translation::Entity::find()
            .filter(translation::Column::RecordId.is_in(portion.iter().copied()))
            .order_by_asc(translation::Column::Lang)
            .all(db)
            .await?;
        for row in translations {
            if let Some(record) = places.get(&row.record_id).and_then(|place| records.get_mut(*place)) {
                let shown = row.shown(record.head.text_version)?;
                record.body.common_mut().translations.push(shown);
            }
        }
    }
    Ok(records)
}
