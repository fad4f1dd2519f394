//! When somebody leaves: a diplomat rotates, an employee goes, an account was never right. Records belong to the
//! organisation and stay; the open work (`handover`) and unread notices of the person go to the successor; what opens the account
//! ends at once.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::actor::{Actor, Role};
use super::entry_rows::invitation;
use super::handover::hand_over;
use super::invitations;
use super::oidc;
use super::people::{PersonView, not_the_last_admin, person_for};
use super::permissions::Action;
use super::refusal::{Refusal, Rule, Wrong};
use super::resets;
use super::rows::{token, user};
use super::sessions;
use crate::audit::{self, Deed, NewEntry};
use crate::library::store::numbers::ChangeNumbers;
use crate::notices::rows::notice;

/// What became of the work of somebody who left.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Departure {
    pub person: PersonView,
    /// Open matches that the successor works on now; nobody does where there is none.
    pub matches: u64,
    /// Open tasks, likewise.
    pub tasks: u64,
    /// Unread notices that the successor has now.
    pub notices: u64,
}

/// Takes an account out of use and hands the person's work over. Members let others of their organisation go, or
/// themselves when they name a successor.
pub async fn leave(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    successor: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<Departure, Refusal> {
    ChangeNumbers::hold(transaction).await?;
    let (mut person, role) = person_for(transaction, actor, Action::RemovePeople, id).await?;
    if person.disabled_at.is_some() {
        return Err(Rule::LeftAlready.into());
    }
    if actor.user_id() == Some(id) && successor.is_none() {
        return Err(Rule::SuccessorNeeded.into());
    }
    not_the_last_admin(transaction, id, role).await?;
    if let Some(successor) = successor {
        check_successor(transaction, &person, role, successor).await?;
    }
    user::Entity::update_many()
        .col_expr(user::Column::DisabledAt, Expr::value(now))
        .filter(user::Column::Id.eq(id))
        .exec(transaction)
        .await?;
    end_access(transaction, id, now).await?;
    invitations::close(transaction, invitation::Column::InvitedBy.eq(id), now).await?;
    let work = hand_over(transaction, actor, id, successor, now).await?;
    let notices = match successor {
        Some(successor) => hand_over_notices(transaction, id, successor).await?,
        None => 0,
    };
    let detail = serde_json::json!({ "successor": successor, "matches": work.matches, "tasks": work.tasks,
        "notices": notices });
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::PersonLeft).to(id).with(detail)]).await?;
    person.disabled_at = Some(now);
    Ok(Departure { person: person.into(), matches: work.matches, tasks: work.tasks, notices })
}

/// Ends whatever opens an account but the password.
pub(super) async fn end_access(transaction: &DatabaseTransaction, id: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    sessions::close_all(transaction, id, None, now).await?;
    resets::forget(transaction, id, now).await?;
    oidc::flow::forget(transaction, id).await?;
    token::Entity::update_many()
        .col_expr(token::Column::RevokedAt, Expr::value(now))
        .filter(token::Column::UserId.eq(id))
        .filter(token::Column::RevokedAt.is_null())
        .exec(transaction)
        .await
        .map(drop)
}

/// A successor is somebody else who is here, of the same organisation and role.
async fn check_successor(
    transaction: &DatabaseTransaction,
    person: &user::Model,
    role: Role,
    successor: Uuid,
) -> Result<(), Refusal> {
    let found = user::Entity::find_by_id(successor).one(transaction).await?;
    let able = found.is_some_and(|found| {
        found.id != person.id
            && found.disabled_at.is_none()
            && found.waiting_since.is_none()
            && found.organisation_id == person.organisation_id
            && found.role == role.as_str()
    });
    let detail = "is nobody else of the same organisation and role who is here";
    if able { Ok(()) } else { Err(Wrong::new("successor", "no_successor", detail).into()) }
}

/// What the successor was told as well stays with who left.
async fn hand_over_notices(transaction: &DatabaseTransaction, id: Uuid, successor: Uuid) -> Result<u64, DbErr> {
    use notice::Column as C;
    let known = Query::select().column(C::Key).from(notice::Entity).and_where(C::UserId.eq(successor)).take();
    let moved = notice::Entity::update_many()
        .col_expr(C::UserId, Expr::value(successor))
        .filter(C::UserId.eq(id))
        .filter(C::ReadAt.is_null())
        .filter(C::Key.not_in_subquery(known))
        .exec(transaction)
        .await?;
    Ok(moved.rows_affected)
}
