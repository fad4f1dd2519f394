//! What came after a position. Positions are what browsers send back when they reconnect, so nothing is missed.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::audit;
use crate::matching::life::Acting;
use crate::matching::rows::events;
use crate::notices::rows::notice;

/// What is written down of the work on a case.
const OF_A_CASE: [&str; 6] = ["match_", "message_", "task_", "document_", "milestone_", "outcome_"];
/// What of it changes the queue, besides what the service suggests.
const OF_THE_QUEUE: &str = "match_";
const INTEREST: &str = "interest_expressed";
/// Entries of the audit beyond which nothing is looked at: all may have changed.
const FAR: i64 = 10_000;
/// Steps and notices looked at.
const MANY: u64 = 200;

/// Up to where somebody has seen what there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Position {
    /// The number of an entry of the audit, which follow one another in the order of the commits.
    pub audit: i64,
    /// A step of a match.
    pub step: Uuid,
    pub notice: Uuid,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.audit, self.step.simple(), self.notice.simple())
    }
}

/// The text is no position.
#[derive(Debug, thiserror::Error)]
#[error("not a position")]
pub struct NoPosition;

impl FromStr for Position {
    type Err = NoPosition;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split('.');
        let mut part = || parts.next().ok_or(NoPosition);
        let audit = part()?.parse().map_err(|_| NoPosition)?;
        let step = part()?.parse().map_err(|_| NoPosition)?;
        let notice = part()?.parse().map_err(|_| NoPosition)?;
        Ok(Self { audit, step, notice })
    }
}

impl Position {
    /// Where everything is now.
    pub async fn newest(db: &impl ConnectionTrait) -> anyhow::Result<Self> {
        let step = events::Entity::find().order_by_desc(events::Column::Id).one(db).await?;
        let notice = notice::Entity::find().order_by_desc(notice::Column::Id).one(db).await?;
        Ok(Self {
            audit: audit::newest(db).await?,
            step: step.map_or(Uuid::nil(), |step| step.id),
            notice: notice.map_or(Uuid::nil(), |notice| notice.id),
        })
    }

    /// Whether something between the two could be missed by who has seen only this.
    pub fn is_before(&self, other: &Self) -> bool {
        self.audit < other.audit || self.step < other.step || self.notice < other.notice
    }
}

/// A notice, where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub id: Uuid,
    pub user: Uuid,
    pub link: Option<String>,
}

/// What a case, or the queue, was changed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    pub seq: i64,
    pub case: Option<Uuid>,
    pub actor: Option<Uuid>,
    pub queue: bool,
}

/// What came after a position.
#[derive(Debug, Clone, Default)]
pub struct News {
    pub from: Position,
    pub to: Position,
    pub told: Vec<Told>,
    pub changes: BTreeSet<Change>,
    /// The newest step of the service.
    pub suggested: Option<Uuid>,
    /// More than was looked at.
    pub far: bool,
}

impl News {
    /// What came after `from`; of notices those of one person, or everybody's.
    pub async fn after(db: &impl ConnectionTrait, from: Position, of: Option<Uuid>) -> anyhow::Result<Self> {
        let mut news = Self { from, to: from, ..Self::default() };
        let newest = audit::newest(db).await?;
        news.far = newest - from.audit > FAR;
        if newest > from.audit && !news.far {
            let actions: Vec<&str> = OF_A_CASE.into_iter().chain([INTEREST]).collect();
            for entry in audit::since(db, from.audit, &actions).await? {
                let queue = entry.action.starts_with(OF_THE_QUEUE) || entry.action == INTEREST;
                let case = entry.record_id.filter(|_| entry.action != INTEREST);
                news.changes.insert(Change { seq: entry.seq, case, actor: entry.actor_id, queue });
                news.to.audit = entry.seq;
            }
        }
        news.to.audit = news.to.audit.max(newest);
        let steps = events::Entity::find().filter(events::Column::Id.gt(from.step)).select_only();
        let steps = steps.columns([events::Column::Id, events::Column::Acting]).order_by_desc(events::Column::Id);
        let steps: Vec<(Uuid, Option<String>)> = steps.limit(MANY).into_tuple().all(db).await?;
        let service = steps.iter().find(|(_, acting)| acting.as_deref() == Some(Acting::Service.as_str()));
        news.suggested = service.map(|(step, _)| *step);
        news.to.step = steps.first().map_or(from.step, |(step, _)| *step);
        let mut notices = notice::Entity::find().filter(notice::Column::Id.gt(from.notice));
        if let Some(user) = of {
            notices = notices.filter(notice::Column::UserId.eq(user)).limit(MANY);
        }
        let notices = notices.order_by_desc(notice::Column::Id).all(db).await?;
        news.to.notice = notices.first().map_or(from.notice, |told| told.id);
        news.told = notices.into_iter().map(|row| Told { id: row.id, user: row.user_id, link: row.link }).collect();
        Ok(news)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_reads_back_and_what_is_none_is_not_read() {
        let position = Position { audit: 7, step: Uuid::from_u128(1), notice: Uuid::from_u128(2) };
        assert_eq!(position.to_string().parse::<Position>().unwrap(), position);
        for text in ["", "7", "7.x.y", "x.00000000000000000000000000000001.00000000000000000000000000000002"] {
            assert!(text.parse::<Position>().is_err(), "{text}");
        }
        assert!(Position::default().is_before(&position));
        assert!(!position.is_before(&Position::default()));
    }
}
