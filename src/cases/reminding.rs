//! What the worker's regular look tells of cases: milestones whose planned day is over. Every notice has a key, so a
//! look that is made twice tells nobody the same twice.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::messages::brokers;
use super::milestones::late;
use super::rows::milestone;
use crate::config::Clocks;
use crate::db::Db;
use crate::library::Demands;
use crate::matching::life::{Sides, Subject};
use crate::matching::rows::matches;
use crate::notices::{Kind, Notice, tell};

/// Those looked at in one go.
const PORTION: u64 = 200;

/// Reminds brokers of milestones whose planned day is over: at once, and again every `repeat_days`.
///
/// # Errors
/// The database failed.
pub async fn late_milestones(db: &Db, clocks: &Clocks, now: DateTime<Utc>) -> anyhow::Result<()> {
    let today = now.date_naive();
    let mut after = Uuid::nil();
    loop {
        let portion = late(today).filter(milestone::Column::Id.gt(after)).order_by_asc(milestone::Column::Id);
        let portion = &portion.limit(PORTION).all(&**db).await?;
        let Some(last) = portion.last() else { return Ok(()) };
        after = last.id;
        db.write_send(|transaction| {
            Box::pin(async move {
                let mut notices = Vec::new();
                for row in portion {
                    notices.extend(reminders(&transaction, clocks, row, today).await?);
                }
                tell(&transaction, now, notices).await
            })
        })
        .await?;
    }
}

/// For the broker of the case, or for every impartial broker where it has none.
async fn reminders(
    transaction: &DatabaseTransaction,
    clocks: &Clocks,
    row: &milestone::Model,
    today: NaiveDate,
) -> anyhow::Result<Vec<Notice>> {
    let Some(planned) = row.planned_on else { return Ok(Vec::new()) };
    let Some(found) = matches::Entity::find_by_id(row.match_id).one(transaction).await? else { return Ok(Vec::new()) };
    let Some(subject) = Subject::of::<Demands>(transaction, found.demand_id).await? else { return Ok(Vec::new()) };
    let people = match found.broker_id {
        Some(broker) => vec![broker],
        None => brokers(transaction, Sides::of(transaction, &found).await?).await?,
    };
    let times = (today - planned).num_days().saturating_sub(1) / i64::from(clocks.repeat_days.max(1));
    let key = format!("milestone:{}:{planned}:{times}", row.milestone_id);
    let link = format!("/matches/{}#milestones", row.match_id);
    let notice = |person| {
        let mut notice = subject.notice(person, Kind::MilestoneOverdue, &key, &link);
        notice.values["date"] = json!(planned);
        notice
    };
    Ok(people.into_iter().map(notice).collect())
}
