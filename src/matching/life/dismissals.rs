//! Many matches dismissed for one reason. Each is a decision of its own: one that cannot be dismissed stays as it is
//! and says why, and the others are dismissed all the same.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::case::Why;
use super::decide::{Decision, decide_in};
use super::error::LifeError;
use super::standing::Standing;
use crate::accounts::Actor;
use crate::library::validate::{FieldCode, FieldError};
use crate::matching::types::MatchState;

/// Most matches in one go.
pub const MOST: usize = 100;

/// Dismisses matches; answers what became of each, in the order in which they were named.
///
/// # Errors
/// None or too many are named, the reason is not valid, or the database failed; then none is dismissed.
pub async fn dismiss_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    ids: &[Uuid],
    why: &Why,
    now: DateTime<Utc>,
) -> Result<Vec<(Uuid, Result<Standing, LifeError>)>, LifeError> {
    if ids.is_empty() || ids.len() > MOST {
        let detail = format!("takes 1 to {MOST} matches");
        let fault = FieldError { pointer: "/ids".to_owned(), code: FieldCode::OutOfRange, detail };
        return Err(LifeError::Invalid(vec![fault]));
    }
    // Held in one order, so that two who dismiss the same matches do not wait for one another for ever.
    let mut ordered = ids.to_vec();
    ordered.sort_unstable();
    ordered.dedup();
    let mut outcomes = HashMap::new();
    for id in ordered {
        let decision = Decision { to: MatchState::Dismissed, why: why.clone() };
        let outcome = decide_in(transaction, actor, id, None, decision, now).await;
        match outcome {
            // Wrong for all of them, and nothing more can be done in a transaction that failed.
            Err(error @ (LifeError::Invalid(_) | LifeError::Database(_) | LifeError::Other(_))) => return Err(error),
            outcome => outcomes.insert(id, outcome),
        };
    }
    Ok(ids.iter().filter_map(|id| Some((*id, outcomes.remove(id)?))).collect())
}
