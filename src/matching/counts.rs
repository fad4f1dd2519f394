//! How many matches there are of each of some records, as far as somebody may know of them.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::life::readable;
use super::read::alive;
use super::rows::matches::{self, Column as C};
use crate::accounts::Actor;
use crate::library::LibraryKind;

/// Matches that are alive, by record. Records without any are left out.
///
/// # Errors
/// The database failed.
pub async fn of_records(
    db: &impl ConnectionTrait,
    actor: &Actor,
    library: LibraryKind,
    records: &[Uuid],
) -> Result<HashMap<Uuid, u64>, DbErr> {
    let side = match library {
        LibraryKind::Technologies => C::TechnologyId,
        LibraryKind::Demands => C::DemandId,
        LibraryKind::Results | LibraryKind::Institutions => return Ok(HashMap::new()),
    };
    let rows: Vec<(Uuid, i64)> = matches::Entity::find()
        .select_only()
        .column(side)
        .column_as(C::Id.count(), "count")
        .filter(alive())
        .filter(readable(actor))
        .filter(side.is_in(records.iter().copied()))
        .group_by(side)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(record, count)| (record, u64::try_from(count).unwrap_or(0))).collect())
}
