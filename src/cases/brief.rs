//! What a broker wants to know of each case of a list before deciding: what happened to it so far, and whether the
//! export gate would let it through. Read for all at once.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::compliance::gate::{Gate, Shut};
use crate::db::Db;
use crate::matching::life::{LetterOfIntent, Step, timelines};
use crate::matching::rows::matches;

/// What there is to say of one case.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// The oldest first.
    pub steps: Vec<Step>,
    /// What would refuse an introduction today.
    pub shut: Option<Shut>,
}

/// The briefs of the matches with these ids, for a reader who may know all of them, as the broker of a queue does.
///
/// # Errors
/// The database failed.
pub async fn briefs(db: &Db, ids: &[Uuid], today: NaiveDate) -> anyhow::Result<HashMap<Uuid, Brief>> {
    let rows = matches::Entity::find().filter(matches::Column::Id.is_in(ids.iter().copied())).all(&**db).await?;
    let technologies: Vec<Uuid> = rows.iter().map(|row| row.technology_id).collect();
    let gate = Gate::of(&**db, &technologies, today).await?;
    let mut steps = timelines(db, ids).await?;
    let mut brief = |row: &matches::Model| Brief {
        steps: steps.remove(&row.id).unwrap_or_default(),
        shut: gate.check(row.technology_id, LetterOfIntent::of(row).as_ref(), today).err(),
    };
    Ok(rows.iter().map(|row| (row.id, brief(row))).collect())
}
