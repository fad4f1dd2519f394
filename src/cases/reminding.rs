//! What the worker's regular look tells of cases: milestones whose planned day is over, and the
//! question what became of an agreement. Every notice has a key, so a look that is made twice tells nobody the same
//! twice.

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::messages::brokers;
use super::milestones::late;
use super::outcomes::ASKED;
use super::rows::{milestone, outcome};
use crate::config::Clocks;
use crate::db::Db;
use crate::library::{Demands, Technologies};
use crate::matching::life::{Side, Sides, StepKind, Subject};
use crate::matching::rows::{events, matches};
use crate::matching::types::MatchState;
use crate::notices::{Kind, Notice, members, tell};

/// Those looked at in one go.
const PORTION: u64 = 200;

/// Days in which a question is still asked: somebody may have switched the worker off for a while.
const LATEST_QUESTION: i64 = 90;

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

/// Asks both sides what became of an agreement, `follow_up_months` after it and after its delivery. Who has told since
/// is not asked.
///
/// # Errors
/// The database failed.
pub async fn ask_for_outcomes(db: &Db, clocks: &Clocks, now: DateTime<Utc>) -> anyhow::Result<()> {
    let states = ASKED.map(MatchState::as_str);
    let mut after = Uuid::nil();
    loop {
        let portion = matches::Entity::find()
            .filter(matches::Column::Status.is_in(states))
            .filter(matches::Column::Id.gt(after))
            .order_by_asc(matches::Column::Id)
            .limit(PORTION);
        let portion = &portion.all(&**db).await?;
        let Some(last) = portion.last() else { return Ok(()) };
        after = last.id;
        db.write_send(|transaction| {
            Box::pin(async move {
                let mut notices = Vec::new();
                for row in portion {
                    notices.extend(questions(&transaction, clocks, row, now).await?);
                }
                tell(&transaction, now, notices).await
            })
        })
        .await?;
    }
}

/// The questions of one match: of the longest span that has passed, to each side that has told nothing since.
async fn questions(
    transaction: &DatabaseTransaction,
    clocks: &Clocks,
    row: &matches::Model,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Notice>> {
    let reached = events::Entity::find()
        .filter(events::Column::MatchId.eq(row.id))
        .filter(events::Column::ToStatus.eq(&row.status))
        .filter(events::Column::Kind.eq(StepKind::Moved.as_str()))
        .filter(events::Column::FromStatus.ne(MatchState::OnHold.as_str()))
        .order_by_desc(events::Column::At);
    let Some(reached) = reached.one(transaction).await? else { return Ok(Vec::new()) };
    let due = |months: &u32| Some((*months, reached.at.checked_add_months(Months::new(*months))?));
    let passed = clocks.follow_up_months.iter().filter_map(due).filter(|(_, due)| *due <= now).max();
    let passed = passed.filter(|(_, due)| now - *due < TimeDelta::days(LATEST_QUESTION));
    let Some((months, due)) = passed else { return Ok(Vec::new()) };
    let told = outcome::Entity::find().filter(outcome::Column::MatchId.eq(row.id)).filter(outcome::Column::At.gte(due));
    let told: Vec<String> = told.all(transaction).await?.into_iter().map(|report| report.side).collect();
    let sides = Sides::of(transaction, row).await?;
    let each = [
        (Side::Demand, sides.demand, Subject::of::<Demands>(transaction, row.demand_id).await?),
        (Side::Technology, sides.technology, Subject::of::<Technologies>(transaction, row.technology_id).await?),
    ];
    let key = format!("outcome:{}:{}:{months}", row.id, row.status);
    let link = format!("/matches/{}/outcome", row.id);
    let mut notices = Vec::new();
    for (side, organisation, subject) in each {
        let (Some(organisation), Some(subject)) = (organisation, subject) else { continue };
        if !told.iter().any(|known| known == side.as_str()) {
            let people = members(transaction, organisation).await?;
            notices.extend(people.into_iter().map(|one| subject.notice(one, Kind::OutcomeAsked, &key, &link)));
        }
    }
    Ok(notices)
}
