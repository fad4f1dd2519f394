//! The only place where a person moves a match: [`decide`] for brokers, [`answer`] for the two sides, [`undo`] for
//! whoever took the last step, all through the same case, in one transaction each.

use anyhow::Context;
use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::agreed::draft_result;
use super::case::{Before, Case, StepKind, Told, Why, begin_anew};
use super::error::LifeError;
use super::standing::Standing;
use super::states::{Acting, Legal};
use super::view::LetterOfIntent;
use crate::accounts::Actor;
use crate::compliance::gate;
use crate::db::Db;
use crate::library::closed_set::closed_set;
use crate::matching::rows::events;
use crate::matching::types::MatchState;

/// How long a step can be taken back.
pub const UNDO_WITHIN: TimeDelta = TimeDelta::minutes(1);

/// Where a match is to be moved, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub to: MatchState,
    pub why: Why,
}

impl Decision {
    /// A decision without a reason.
    pub fn to(to: MatchState) -> Self {
        Self { to, why: Why::default() }
    }
}

closed_set! {
    /// What a side says to a proposal.
    pub enum SideAnswer {
        #[default]
        Accepted = "accepted" [],
        Declined = "declined" [],
    }
}

closed_set! {
    /// One of the two sides of a match.
    pub enum Side {
        #[default]
        Demand = "demand" [],
        Technology = "technology" [],
    }
}

impl Side {
    /// In what capacity its people act.
    pub fn acting(self) -> Acting {
        match self {
            Self::Demand => Acting::DemandSide,
            Self::Technology => Acting::TechnologySide,
        }
    }

    /// The side across.
    pub fn other(self) -> Self {
        match self {
            Self::Demand => Self::Technology,
            Self::Technology => Self::Demand,
        }
    }
}

/// A side's answer to a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answering {
    pub answer: SideAnswer,
    /// The side that answers; its own people need not say.
    pub side: Option<Side>,
    pub why: Why,
}

/// Moves a match; `expected` is the version the actor has read, `None` for whatever there is.
///
/// # Errors
/// See [`LifeError`].
pub async fn decide(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    expected: Option<i32>,
    decision: Decision,
    now: DateTime<Utc>,
) -> Result<Standing, LifeError> {
    let decision = &decision;
    db.write_send(|transaction| {
        Box::pin(async move { decide_in(&transaction, actor, id, expected, decision.clone(), now).await })
    })
    .await
}

/// [`decide`] in a transaction of the caller's.
///
/// # Errors
/// See [`LifeError`].
pub async fn decide_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    expected: Option<i32>,
    decision: Decision,
    now: DateTime<Utc>,
) -> Result<Standing, LifeError> {
    let now = now.trunc_subsecs(6);
    let case = Case::open(transaction, actor, id, expected).await?;
    let acting = case.deciding(actor)?;
    let why = decision.why.checked(case.step(decision.to, acting)?)?;
    case.refuse_suspended(transaction, decision.to).await?;
    let mut after = case.row.clone();
    after.status = decision.to.as_str().to_owned();
    after.held_from = (decision.to == MatchState::OnHold).then(|| case.state.as_str().to_owned());
    // What comes back from hold goes on as it was.
    if case.state != MatchState::OnHold {
        match decision.to {
            MatchState::Proposed => after.proposed_at = Some(now),
            MatchState::Introduced => {
                let letter = LetterOfIntent::of(&case.row);
                let checked =
                    gate::check(transaction, case.row.technology_id, letter.as_ref(), now.date_naive()).await?;
                checked.map_err(LifeError::ExportGate)?;
                after.introduced_at = Some(now);
            }
            MatchState::Agreed => draft_result(transaction, case.sides, &case.row, now).await?,
            MatchState::Suggested => begin_anew(&mut after),
            _ => {}
        }
    }
    case.store(transaction, actor, after, Told { kind: StepKind::Moved, acting, why, undoes: None }, now).await
}

/// A side accepts or declines. When both have accepted, the match is accepted.
///
/// # Errors
/// See [`LifeError`].
pub async fn answer_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    expected: Option<i32>,
    answering: Answering,
    now: DateTime<Utc>,
) -> Result<Standing, LifeError> {
    let now = now.trunc_subsecs(6);
    let case = Case::open(transaction, actor, id, expected).await?;
    let acting = case.answering(actor, answering.side.map(Side::acting))?;
    let to = match answering.answer {
        SideAnswer::Accepted => MatchState::Accepted,
        SideAnswer::Declined => MatchState::Declined,
    };
    let why = answering.why.checked(case.step(to, acting)?)?;
    let mut after = case.row.clone();
    let (mine, mine_at, others) = match acting {
        Acting::DemandSide => (&mut after.demand_answer, &mut after.demand_answered_at, &after.technology_answer),
        _ => (&mut after.technology_answer, &mut after.technology_answered_at, &after.demand_answer),
    };
    if mine.as_deref() == Some(answering.answer.as_str()) {
        return Err(LifeError::State(format!("this side has {} already", answering.answer)));
    }
    let agreed = others.as_deref() == Some(SideAnswer::Accepted.as_str());
    *mine = Some(answering.answer.as_str().to_owned());
    *mine_at = Some(now);
    let moved = to == MatchState::Declined || agreed;
    if moved {
        after.status = to.as_str().to_owned();
    }
    let kind = if moved { StepKind::Moved } else { StepKind::Answered };
    case.store(transaction, actor, after, Told { kind, acting, why, undoes: None }, now).await
}

/// Takes the last step back: by who took it, within a minute, and never an introduction, which cannot be unsaid.
///
/// # Errors
/// See [`LifeError`].
pub async fn undo_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    expected: Option<i32>,
    now: DateTime<Utc>,
) -> Result<Standing, LifeError> {
    let now = now.trunc_subsecs(6);
    let case = Case::open(transaction, actor, id, expected).await?;
    let last = events::Entity::find()
        .filter(events::Column::MatchId.eq(id))
        .filter(events::Column::Version.eq(case.row.version))
        .order_by_desc(events::Column::Id)
        .one(transaction)
        .await?;
    let last = last.ok_or(LifeError::UndoRefused("there is no step of a person to take back"))?;
    if last.actor_id.is_none() || last.actor_id != actor.user_id() {
        return Err(LifeError::UndoRefused("only who took the last step can take it back"));
    }
    if last.kind == StepKind::Undone.as_str() {
        return Err(LifeError::UndoRefused("the last step was taken back already"));
    }
    if now - last.at > UNDO_WITHIN {
        return Err(LifeError::UndoRefused("a step can be taken back within a minute"));
    }
    let from = last.from_status.as_deref();
    if last.to_status == MatchState::Introduced.as_str() && from == Some(MatchState::Accepted.as_str()) {
        return Err(LifeError::UndoRefused("an introduction cannot be taken back: both sides know one another"));
    }
    let acting = last.acting.as_deref().unwrap_or_default().parse().context("cannot read an event")?;
    let before: Before =
        serde_json::from_value(last.snapshot["before"].clone()).context("cannot read what was before a step")?;
    let mut after = case.row.clone();
    before.restore(&mut after);
    let why = Why::default().checked(Legal { reason: false })?;
    let told = Told { kind: StepKind::Undone, acting, why, undoes: Some(last.id) };
    case.store(transaction, actor, after, told, now).await
}
