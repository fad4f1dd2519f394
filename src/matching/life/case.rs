//! A match held open for one step: who its sides are, in what capacity somebody acts, and the one place where a step
//! is stored: row, event and audit entry together. Which steps there are is in `states`.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::error::LifeError;
use super::reasons::{LONGEST_TEXT, Reason};
use super::standing::Standing;
use super::states::{Acting, Legal, Step, possible};
use super::telling::tell_of;
use crate::accounts::{Action, Actor, Role, Scope, organisations};
use crate::audit::{self, NewEntry};
use crate::library::closed_set::closed_set;
use crate::library::validate::{FieldCode, FieldError};
use crate::library::{Demands, Library, Technologies};
use crate::matching::rows::{events, matches};
use crate::matching::types::MatchState;

closed_set! {
    /// What kind of step an event tells of.
    pub enum StepKind {
        /// The match changed its state.
        #[default]
        Moved = "moved" [],
        /// One side said yes, the other has not yet.
        Answered = "answered" [],
        /// An earlier step was taken back.
        Undone = "undone" [],
        Assigned = "assigned" [],
        LetterRecorded = "letter_recorded" [],
        /// One side has expressed interest, to the broker alone.
        Interested = "interested" [],
    }
}

/// The organisations on the two sides, where the records have one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sides {
    pub demand: Option<Uuid>,
    pub technology: Option<Uuid>,
}

impl Sides {
    /// The owners of a match's two records.
    pub async fn of(db: &impl ConnectionTrait, row: &matches::Model) -> Result<Self, DbErr> {
        Ok(Self {
            demand: owner::<Demands>(db, row.demand_id).await?,
            technology: owner::<Technologies>(db, row.technology_id).await?,
        })
    }

    /// The side the actor belongs to; the demand's where it is both.
    pub fn of_actor(self, actor: &Actor) -> Option<Acting> {
        let mine = actor.organisation_id();
        match mine {
            None => None,
            mine if mine == self.demand => Some(Acting::DemandSide),
            mine if mine == self.technology => Some(Acting::TechnologySide),
            _ => None,
        }
    }

    /// The side whose eyes an actor looks with: their own, also for a broker of one of the two organisations. None for
    /// who looks at both.
    pub fn seen_from(self, actor: &Actor) -> Option<Acting> {
        match (actor, actor.scope(Action::ReadMatches)) {
            (Actor::User { role: Role::Broker, .. }, _) | (_, Scope::Own) => self.of_actor(actor),
            _ => None,
        }
    }

    /// Those of the two that there are.
    pub fn organisations(self) -> impl Iterator<Item = Uuid> {
        [self.demand, self.technology].into_iter().flatten()
    }

    /// Whether an organisation is one of the two.
    pub fn includes(self, organisation: Uuid) -> bool {
        [self.demand, self.technology].contains(&Some(organisation))
    }

    fn organisation(self, side: Acting) -> Option<Uuid> {
        if side == Acting::DemandSide { self.demand } else { self.technology }
    }
}

async fn owner<L: Library>(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Uuid>, DbErr> {
    let found: Option<Option<Uuid>> = L::Entity::find()
        .select_only()
        .column_as(Expr::col("owner_organisation_id"), "owner")
        .filter(Expr::col("id").eq(id))
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.flatten())
}

/// Why, as the actor says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Why {
    pub reason: Option<Reason>,
    pub text: Option<String>,
}

impl Why {
    /// With a reason where one is needed, and a text where the reason says nothing.
    pub(super) fn checked(mut self, legal: Legal) -> Result<Self, LifeError> {
        let fault = |pointer: &str, code, detail: String| FieldError { pointer: pointer.to_owned(), code, detail };
        self.text = self.text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut faults = Vec::new();
        if legal.reason && self.reason.is_none() {
            let detail = format!("this step needs a reason: one of {}", Reason::CODES.join(", "));
            faults.push(fault("/reason", FieldCode::Required, detail));
        }
        if self.reason == Some(Reason::Other) && self.text.is_none() {
            faults.push(fault("/text", FieldCode::Required, "the reason `other` needs a text".to_owned()));
        }
        if self.text.as_ref().is_some_and(|text| text.chars().count() > LONGEST_TEXT) {
            let detail = format!("must have at most {LONGEST_TEXT} characters");
            faults.push(fault("/text", FieldCode::TooLong, detail));
        }
        if faults.is_empty() { Ok(self) } else { Err(LifeError::Invalid(faults)) }
    }
}

/// What a step leaves in the history.
pub(super) struct Told {
    pub kind: StepKind,
    pub acting: Acting,
    pub why: Why,
    pub undoes: Option<Uuid>,
}

/// A match whose row is held until the transaction ends, so that nobody else moves it meanwhile.
pub(super) struct Case {
    pub row: matches::Model,
    pub state: MatchState,
    pub sides: Sides,
}

impl Case {
    /// Holds the match. A version other than the expected one is stale; whoever is not to know of it finds none.
    pub async fn open(
        transaction: &DatabaseTransaction,
        actor: &Actor,
        id: Uuid,
        expected: Option<i32>,
    ) -> Result<Self, LifeError> {
        let row = matches::Entity::find_by_id(id).lock_exclusive().one(transaction).await?;
        let row = row.ok_or(LifeError::NotFound)?;
        let sides = Sides::of(transaction, &row).await?;
        let state = row.status.parse().map_err(anyhow::Error::from)?;
        let case = Self { row, state, sides };
        let visible = match actor.scope(Action::ReadMatches) {
            Scope::Any => true,
            Scope::Own => sides.of_actor(actor).is_some() && is_shown_to_sides(&case.row),
            Scope::Never | Scope::Case | Scope::Others => false,
        };
        if !visible {
            return Err(LifeError::NotFound);
        }
        if expected.is_some_and(|expected| expected != case.row.version) {
            return Err(LifeError::Stale { current: case.row.version });
        }
        Ok(case)
    }

    /// Decides as a broker, or as the service itself; nobody decides on a match of their own organisation.
    pub fn deciding(&self, actor: &Actor) -> Result<Acting, LifeError> {
        if *actor == Actor::System {
            return Ok(Acting::Service);
        }
        if !actor.may(Action::DecideMatch, None) {
            return Err(LifeError::Forbidden);
        }
        if self.sides.of_actor(actor).is_some() {
            return Err(LifeError::ConflictOfInterest);
        }
        Ok(Acting::Broker)
    }

    /// Refuses to move on while the organisation of a side is suspended; saying no stays possible.
    pub async fn refuse_suspended(&self, transaction: &DatabaseTransaction, to: MatchState) -> Result<(), LifeError> {
        use MatchState::{Declined, Dismissed, Lapsed, OnHold, Withdrawn};
        let says_no = [Declined, Dismissed, Lapsed, OnHold, Withdrawn].contains(&to);
        if !says_no && organisations::any_suspended(transaction, self.sides.organisations()).await? {
            return Err(LifeError::State("the organisation of a side is suspended".to_owned()));
        }
        Ok(())
    }

    /// Answers for a side: its own organisation for itself, a broker only for a side that has no organisation here.
    pub fn answering(&self, actor: &Actor, side: Option<Acting>) -> Result<Acting, LifeError> {
        if let Some(mine) = self.sides.of_actor(actor) {
            let both = self.sides.demand == self.sides.technology;
            let asked = side.unwrap_or(mine);
            let allowed = actor.scope(Action::AnswerProposal) != Scope::Never && (asked == mine || both);
            return if allowed { Ok(asked) } else { Err(LifeError::Forbidden) };
        }
        self.deciding(actor)?;
        let Some(side) = side else {
            let detail = format!("say for which side: {} or {}", Acting::DemandSide, Acting::TechnologySide);
            let fault = FieldError { pointer: "/side".to_owned(), code: FieldCode::Required, detail };
            return Err(LifeError::Invalid(vec![fault]));
        };
        if self.sides.organisation(side).is_some() { Err(LifeError::Forbidden) } else { Ok(side) }
    }

    /// The state a match on hold came from.
    pub fn held_from(&self) -> Option<MatchState> {
        self.row.held_from.as_deref().and_then(|state| state.parse().ok())
    }

    /// Looks the step up in the table.
    pub fn step(&self, to: MatchState, acting: Acting) -> Result<Legal, LifeError> {
        let held_from = self.held_from();
        let possible = || possible(self.state, held_from, acting);
        let step = Step { from: self.state, held_from, to, acting };
        step.check().ok_or_else(|| LifeError::Illegal { from: self.state, to, possible: possible() })
    }

    /// Stores a step: the row with its next version, the event with what was known, the audit entry. A person has
    /// moved on the match from then on, unless the step takes that back.
    pub async fn store(
        self,
        transaction: &DatabaseTransaction,
        actor: &Actor,
        mut after: matches::Model,
        told: Told,
        now: DateTime<Utc>,
    ) -> Result<Standing, LifeError> {
        let before = self.row;
        after.version = before.version + 1;
        after.updated_at = now;
        after.decided |= told.kind != StepKind::Undone;
        let mut snapshot = snapshot(&before);
        snapshot["before"] = json!(Before::of(&before));
        let event = events::Model {
            id: Uuid::now_v7(),
            match_id: before.id,
            from_status: Some(before.status.clone()),
            to_status: after.status.clone(),
            actor_id: actor.user_id(),
            at: now,
            reason_code: told.why.reason.map(|reason| reason.as_str().to_owned()),
            text: told.why.text,
            snapshot,
            kind: told.kind.as_str().to_owned(),
            acting: Some(told.acting.as_str().to_owned()),
            version: Some(after.version),
            undoes: told.undoes,
        };
        let detail = json!({
            "from": before.status, "to": after.status, "version": after.version, "acting": told.acting,
            "reason": event.reason_code, "event": event.id,
        });
        let entry = NewEntry::new(actor, now, told.kind).to(before.id).with(detail);
        let standing = Standing::of(&after, event.id, told.acting)?;
        tell_of(transaction, actor, self.sides, &after, &event, told.acting, now).await?;
        after.into_active_model().reset_all().update(transaction).await?;
        events::Entity::insert(event.into_active_model()).exec_without_returning(transaction).await?;
        audit::record(transaction, vec![entry]).await?;
        Ok(standing)
    }
}

/// Whether the two sides may know of a match: it was proposed to them.
pub fn is_shown_to_sides(row: &matches::Model) -> bool {
    row.proposed_at.is_some()
}

/// Forgets what people set on a match that is suggested anew; its history keeps it.
pub fn begin_anew(row: &mut matches::Model) {
    (row.demand_answer, row.demand_answered_at) = (None, None);
    (row.technology_answer, row.technology_answered_at) = (None, None);
    (row.held_from, row.proposed_at, row.introduced_at) = (None, None, None);
    (row.letter_number, row.letter_valid_from, row.letter_valid_until) = (None, None, None);
    row.broker_id = None;
}

/// What was known of a match at a moment; kept with every event.
pub fn snapshot(row: &matches::Model) -> Value {
    json!({
        "score": row.score,
        "rank": row.rank,
        "algorithm": row.algorithm,
        "signals": row.signals,
        "coverage": row.coverage,
        "demand_version": row.demand_version,
        "technology_version": row.technology_version,
    })
}

/// What people set on a match, as it was before a step: all that undoing puts back.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(super) struct Before {
    status: String,
    decided: bool,
    demand_answer: Option<String>,
    demand_answered_at: Option<DateTime<Utc>>,
    technology_answer: Option<String>,
    technology_answered_at: Option<DateTime<Utc>>,
    held_from: Option<String>,
    proposed_at: Option<DateTime<Utc>>,
    letter_number: Option<String>,
    letter_valid_from: Option<chrono::NaiveDate>,
    letter_valid_until: Option<chrono::NaiveDate>,
    broker_id: Option<Uuid>,
}

impl Before {
    fn of(row: &matches::Model) -> Self {
        let row = row.clone();
        Self {
            status: row.status,
            decided: row.decided,
            demand_answer: row.demand_answer,
            demand_answered_at: row.demand_answered_at,
            technology_answer: row.technology_answer,
            technology_answered_at: row.technology_answered_at,
            held_from: row.held_from,
            proposed_at: row.proposed_at,
            letter_number: row.letter_number,
            letter_valid_from: row.letter_valid_from,
            letter_valid_until: row.letter_valid_until,
            broker_id: row.broker_id,
        }
    }

    /// Puts a row back to how it was.
    pub fn restore(self, row: &mut matches::Model) {
        row.status = self.status;
        row.decided = self.decided;
        row.demand_answer = self.demand_answer;
        row.demand_answered_at = self.demand_answered_at;
        row.technology_answer = self.technology_answer;
        row.technology_answered_at = self.technology_answered_at;
        row.held_from = self.held_from;
        row.proposed_at = self.proposed_at;
        row.letter_number = self.letter_number;
        row.letter_valid_from = self.letter_valid_from;
        row.letter_valid_until = self.letter_valid_until;
        row.broker_id = self.broker_id;
    }
}
