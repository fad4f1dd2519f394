//! A record whose time runs out is renewed by its owner: at once while it is published, through a review once it was
//! archived.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DatabaseTransaction;
use serde_json::{Map, json};
use uuid::Uuid;

use super::submission::{LookedOver, remember};
use super::weight::with_changes;
use crate::accounts::{Action, Actor};
use crate::library::codes::Status;
use crate::library::store::change::{Change, ChangeKind};
use crate::library::store::numbers::ChangeNumbers;
use crate::library::store::write::{load, store_one};
use crate::library::store::{StoreError, seen_by};
use crate::library::validate::{FieldCode, FieldError};
use crate::library::{Body, Library, Record};

/// Until when a record is to run.
#[derive(Debug, Clone, Copy)]
pub struct Renewal {
    /// The longest that is allowed when not said.
    pub until: Option<NaiveDate>,
    /// The last day that is allowed.
    pub horizon: NaiveDate,
}

impl Renewal {
    fn checked(self, today: NaiveDate, present: Option<NaiveDate>) -> Result<NaiveDate, StoreError> {
        let until = self.until.unwrap_or(self.horizon);
        let detail = if until <= today || present.is_some_and(|present| until < present) {
            "must be in the future, and not before the present end".to_owned()
        } else if until > self.horizon {
            format!("must not be after {}", self.horizon)
        } else {
            return Ok(until);
        };
        let fault = FieldError { pointer: "/valid_until".to_owned(), code: FieldCode::OutOfRange, detail };
        Err(StoreError::Invalid(vec![fault]))
    }
}

/// Renews a record. `looked` is what the checks say, for one that has to be reviewed.
pub async fn renew_in<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    (id, if_match): (Uuid, Option<i32>),
    renewal: Renewal,
    looked: &LookedOver,
    now: DateTime<Utc>,
) -> Result<Record<L>, StoreError> {
    let numbers = ChangeNumbers::hold(transaction).await?;
    let stored = load::<L>(transaction, actor, Action::ChangeRecord, id, if_match).await?;
    let (status, kind) = match stored.head.status {
        Status::Published => (Status::Published, ChangeKind::Renewed),
        Status::Archived => (Status::Submitted, ChangeKind::Submitted),
        other => {
            return Err(StoreError::State(format!(
                "the record is {other}: only what is published or archived is renewed"
            )));
        }
    };
    let present = stored.body.common().valid_until;
    let until = renewal.checked(now.date_naive(), present)?;
    if status == Status::Published && present == Some(until) {
        return Ok(seen_by(stored, actor));
    }
    let changes = Map::from_iter([("valid_until".to_owned(), json!(until))]);
    let mut after = Record { head: stored.head.clone(), body: with_changes::<L>(&stored.body, &changes)? };
    after.head.version += 1;
    after.head.status = status;
    let change = Change { before: Some(stored), after, kind, reason: Some("renewed".to_owned()) };
    let record = store_one(transaction, numbers, actor, change, now).await?;
    if status == Status::Submitted {
        remember(transaction, actor, &record.head, None, looked, now).await?;
    }
    Ok(record)
}
