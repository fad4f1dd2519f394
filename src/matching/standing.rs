//! A demand that nothing answered stays a standing query: its organisation is told when something fits at last. Of the
//! other side it learns nothing from that.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::rows::runs;
use crate::library::{Demands, LibraryKind, Record};
use crate::notices::{Kind, Notice, members, tell};

/// Tells the demand's people of new suggestions, where the answer before was that there are none. To be called before
/// the new answer is stored.
pub(super) async fn tell_of_fits(
    transaction: &DatabaseTransaction,
    demand: &Record<Demands>,
    suggested: usize,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let Some(owner) = demand.head.owner_organisation_id.filter(|_| suggested > 0) else { return Ok(()) };
    let before = runs::Entity::find()
        .filter(runs::Column::DemandId.eq(demand.head.id))
        .order_by_desc(runs::Column::Id)
        .one(transaction)
        .await?;
    let Some(before) = before.filter(|run| run.suggested == 0) else { return Ok(()) };
    let people: Vec<Uuid> = members(transaction, owner).await?;
    let number = &demand.head.number;
    let notices = people.into_iter().map(|user| Notice {
        user,
        kind: Kind::NewFits,
        // Once for each time that the answer had been no.
        key: format!("fits:{}", before.id),
        link: Some(format!("/{}/{number}", LibraryKind::Demands)),
        values: json!({ "number": number, "title": demand.body.title }),
    });
    tell(transaction, now, notices.collect()).await
}
