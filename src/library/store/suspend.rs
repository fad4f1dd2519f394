//! The records of an organisation that is suspended: what everybody sees leaves the lists and the index, and comes back
//! with the organisation. Changes like any other, so history, jobs and index follow.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::StoreError;
use super::change::{Change, ChangeKind, Context, store_changes};
use super::find::with_translations;
use super::numbers::ChangeNumbers;
use crate::accounts::Actor;
use crate::library::codes::Status;
use crate::library::{Demands, Institutions, Library, Results, Technologies};
use crate::outbox::Urgency;

/// Records moved at once.
const PORTION: u64 = 200;

/// Which way records go.
#[derive(Debug, Clone, Copy)]
enum Way {
    Out,
    Back,
}

impl Way {
    fn step(self) -> (Status, Status, ChangeKind) {
        match self {
            Self::Out => (Status::Published, Status::Suspended, ChangeKind::Suspended),
            Self::Back => (Status::Suspended, Status::Published, ChangeKind::Restored),
        }
    }
}

/// Takes out what the organisation shows to everybody.
pub(crate) async fn suspend_all_of(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    owner: Uuid,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    move_all(transaction, actor, owner, Way::Out, now).await
}

/// Shows again what [`suspend_all_of`] took out.
pub(crate) async fn restore_all_of(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    owner: Uuid,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    move_all(transaction, actor, owner, Way::Back, now).await
}

async fn move_all(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    owner: Uuid,
    way: Way,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut numbers = ChangeNumbers::hold(transaction).await?;
    let context = Context { actor, at: now, urgency: Urgency::Background };
    of_library::<Technologies>(transaction, &mut numbers, context, owner, way).await?;
    of_library::<Demands>(transaction, &mut numbers, context, owner, way).await?;
    of_library::<Results>(transaction, &mut numbers, context, owner, way).await?;
    of_library::<Institutions>(transaction, &mut numbers, context, owner, way).await?;
    Ok(numbers.store(transaction).await?)
}

async fn of_library<L: Library>(
    transaction: &DatabaseTransaction,
    numbers: &mut ChangeNumbers,
    context: Context<'_>,
    owner: Uuid,
    way: Way,
) -> Result<(), StoreError> {
    let (from, to, kind) = way.step();
    loop {
        let rows = L::Entity::find()
            .filter(Expr::col("owner_organisation_id").eq(owner))
            .filter(Expr::col("status").eq(from.as_str()))
            .order_by_asc(Expr::col("id"))
            .limit(PORTION)
            .all(transaction)
            .await?;
        if rows.is_empty() {
            return Ok(());
        }
        let stored = with_translations::<L>(transaction, rows).await?;
        let changes = stored.into_iter().map(|before| {
            let mut after = before.clone();
            after.head.status = to;
            after.head.version += 1;
            Change { before: Some(before), after, kind, reason: None }
        });
        store_changes(transaction, numbers, context, changes.collect()).await?;
    }
}
