//! The matches of an organisation that is suspended: what people work on is put on hold by the service, and goes on
//! where it stood once both sides may act again. Suggestions that nobody has moved on are the matcher's business.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::case::{Sides, Why};
use super::decide::{Decision, decide_in};
use super::error::LifeError;
use super::reasons::Reason;
use super::states::Acting;
use crate::accounts::{Actor, organisations};
use crate::library::{Demands, Library, Technologies};
use crate::matching::rows::{events, matches};
use crate::matching::types::MatchState;

use matches::Column as C;

/// Puts the matches of an organisation on hold; each side and the broker are told.
///
/// # Errors
/// The database failed.
pub async fn hold_all_of(
    transaction: &DatabaseTransaction,
    organisation: Uuid,
    now: DateTime<Utc>,
) -> Result<(), LifeError> {
    use MatchState::{Accepted, Agreed, Introduced, Negotiating, Proposed, Shortlisted, Suggested};
    let worked_on = [Shortlisted, Proposed, Accepted, Introduced, Negotiating, Agreed].map(MatchState::as_str);
    let open =
        Condition::any().add(C::Status.is_in(worked_on)).add(C::Status.eq(Suggested.as_str()).and(C::Decided.eq(true)));
    let rows = matches::Entity::find().filter(of(organisation)).filter(open).all(transaction).await?;
    for row in rows {
        let why = Why { reason: Some(Reason::OrganisationSuspended), text: None };
        let decision = Decision { to: MatchState::OnHold, why };
        decide_in(transaction, &Actor::System, row.id, None, decision, now).await?;
    }
    Ok(())
}

/// Lets go on what [`hold_all_of`] has put on hold. What a broker holds stays so, and what the other side's suspension
/// holds too.
///
/// # Errors
/// The database failed.
pub async fn release_all_of(
    transaction: &DatabaseTransaction,
    organisation: Uuid,
    now: DateTime<Utc>,
) -> Result<(), LifeError> {
    let held = C::Status.eq(MatchState::OnHold.as_str());
    let rows = matches::Entity::find().filter(of(organisation)).filter(held).all(transaction).await?;
    for row in rows {
        let sides = Sides::of(transaction, &row).await?;
        let held_by_service = holder(transaction, row.id).await? == Some(Acting::Service.as_str().to_owned());
        let Some(back) = row.held_from.as_deref().and_then(|state| state.parse().ok()).filter(|_| held_by_service)
        else {
            continue;
        };
        if !organisations::any_suspended(transaction, sides.organisations()).await? {
            decide_in(transaction, &Actor::System, row.id, None, Decision::to(back), now).await?;
        }
    }
    Ok(())
}

/// In what capacity a match was put on hold the last time.
async fn holder(transaction: &DatabaseTransaction, id: Uuid) -> Result<Option<String>, LifeError> {
    let on_hold = MatchState::OnHold.as_str();
    let last = events::Entity::find()
        .filter(events::Column::MatchId.eq(id))
        .filter(events::Column::ToStatus.eq(on_hold))
        .filter(events::Column::FromStatus.ne(on_hold))
        .order_by_desc(events::Column::Id)
        .one(transaction)
        .await?;
    Ok(last.and_then(|event| event.acting))
}

/// Matches of which the organisation is a side.
fn of(organisation: Uuid) -> Condition {
    Condition::any()
        .add(C::DemandId.in_subquery(owned::<Demands>(organisation)))
        .add(C::TechnologyId.in_subquery(owned::<Technologies>(organisation)))
}

fn owned<L: Library>(organisation: Uuid) -> SelectStatement {
    Query::select()
        .column("id")
        .from(L::Entity::default())
        .and_where(Expr::col("owner_organisation_id").eq(organisation))
        .take()
}
