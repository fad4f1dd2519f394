//! What a broker wants to know of each case of a list before deciding: what happened to it so far, and whether the
//! export gate would let it through. Read for all at once.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::compliance::gate::{Gate, Shut};
use crate::db::Db;
use crate::matching::life::{Step, timelines};
use crate::matching::types::Match;

/// What there is to say of one case.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// The oldest first.
    pub steps: Vec<Step>,
    /// What would refuse an introduction today.
    pub shut: Option<Shut>,
}

/// The briefs of stored matches by their ids, as read by somebody who may know all of them, as the broker of a queue
/// does.
///
/// # Errors
/// The database failed.
pub async fn briefs<'a>(
    db: &Db,
    found: impl Iterator<Item = &'a Match> + Clone,
    today: NaiveDate,
) -> anyhow::Result<HashMap<Uuid, Brief>> {
    let ids: Vec<Uuid> = found.clone().filter_map(|one| one.id).collect();
    let technologies: Vec<Uuid> = found.clone().filter_map(|one| one.technology.id).collect();
    let gate = Gate::of(&**db, &technologies, today).await?;
    let mut steps = timelines(db, &ids).await?;
    let brief = |one: &Match| {
        let letter = one.case.as_ref().and_then(|case| case.letter_of_intent.as_ref());
        let shut = gate.check(one.technology.id?, letter, today).err();
        Some((one.id?, Brief { steps: steps.remove(&one.id?).unwrap_or_default(), shut }))
    };
    Ok(found.filter_map(brief).collect())
}
