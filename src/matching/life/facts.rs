//! What brokers note on a match without moving it: who works on it, and the letter of intent.

use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::case::{Case, Sides, StepKind, Told, Why};
use super::error::LifeError;
use super::reasons::Reason;
use super::standing::Standing;
use super::states::Acting;
use super::view::LetterOfIntent;
use crate::accounts::permissions::{roles_of, scope};
use crate::accounts::rows::user;
use crate::accounts::users::in_use;
use crate::accounts::{Action, Actor, Role, Scope};
use crate::library::validate::{FieldCode, FieldError};
use crate::matching::types::MatchState;

/// Longest number of a letter of intent, in characters.
const LONGEST_NUMBER: usize = 100;

/// Gives a match to a broker, or to nobody. Who belongs to a side of it gets it as little as they decide on it.
///
/// # Errors
/// See [`LifeError`].
pub async fn assign_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    expected: Option<i32>,
    broker: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<Standing, LifeError> {
    let case = Case::open(transaction, actor, id, expected).await?;
    let acting = case.deciding(actor)?;
    if let Some(broker) = broker
        && !may_decide(transaction, case.sides, broker).await?
    {
        return Err(fault("/to", FieldCode::Invalid, "is no account that may decide on this match"));
    }
    let mut after = case.row.clone();
    after.broker_id = broker;
    note(case, transaction, actor, after, told(StepKind::Assigned, acting), now).await
}

/// The service gives the match of a broker who can work on it no longer to another, or back to the queue.
///
/// # Errors
/// See [`LifeError`].
pub async fn hand_over_in(
    transaction: &DatabaseTransaction,
    id: Uuid,
    successor: Option<Uuid>,
    reason: Option<Reason>,
    now: DateTime<Utc>,
) -> Result<Standing, LifeError> {
    let case = Case::open(transaction, &Actor::System, id, None).await?;
    let mut after = case.row.clone();
    after.broker_id = successor;
    let why = Why { reason, text: None };
    let told = Told { why, ..told(StepKind::Assigned, Acting::Service) };
    note(case, transaction, &Actor::System, after, told, now).await
}

/// Whether an account in use may decide on a match with these sides.
///
/// # Errors
/// The database failed.
pub async fn may_decide(db: &impl ConnectionTrait, sides: Sides, account: Uuid) -> Result<bool, DbErr> {
    let person = user::Entity::find_by_id(account).filter(in_use()).one(db).await?;
    Ok(person.is_some_and(|person| able(sides, &person)))
}

/// Everybody who may decide on a match with these sides.
///
/// # Errors
/// The database failed.
pub async fn deciders(db: &impl ConnectionTrait, sides: Sides) -> Result<Vec<user::Model>, DbErr> {
    let roles = roles_of(Action::DecideMatch).into_iter().map(Role::as_str);
    let mut people = user::Entity::find()
        .filter(user::Column::Role.is_in(roles))
        .filter(in_use())
        .order_by_asc(user::Column::Name)
        .all(db)
        .await?;
    people.retain(|person| able(sides, person));
    Ok(people)
}

/// Whether who has an account may decide on a match with these sides.
pub fn able(sides: Sides, person: &user::Model) -> bool {
    let role = person.role.parse().ok();
    let partial = person.organisation_id.is_some_and(|id| sides.includes(id));
    role.is_some() && scope(role, Action::DecideMatch) != Scope::Never && !partial
}

/// Records the letter of intent of a restricted technology, or a new one in its place.
///
/// # Errors
/// See [`LifeError`].
pub async fn record_letter_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    expected: Option<i32>,
    letter: LetterOfIntent,
    now: DateTime<Utc>,
) -> Result<Standing, LifeError> {
    use MatchState::{Declined, Delivered, Dismissed, Lapsed, Withdrawn};
    let case = Case::open(transaction, actor, id, expected).await?;
    let acting = case.deciding(actor)?;
    if [Dismissed, Declined, Lapsed, Withdrawn, Delivered].contains(&case.state) {
        return Err(LifeError::State(format!("a match that is {} needs no letter of intent", case.state)));
    }
    let number = letter.number.trim();
    if number.is_empty() || number.chars().count() > LONGEST_NUMBER {
        let detail = format!("takes 1 to {LONGEST_NUMBER} characters");
        return Err(fault("/number", FieldCode::Required, detail));
    }
    if letter.valid_until < letter.valid_from {
        return Err(fault("/valid_until", FieldCode::OutOfRange, "is before the letter begins to be valid"));
    }
    let mut after = case.row.clone();
    after.letter_number = Some(number.to_owned());
    after.letter_valid_from = Some(letter.valid_from);
    after.letter_valid_until = Some(letter.valid_until);
    note(case, transaction, actor, after, told(StepKind::LetterRecorded, acting), now).await
}

/// What is told of a step for which nobody gives a reason.
fn told(kind: StepKind, acting: Acting) -> Told {
    Told { kind, acting, why: Why::default(), undoes: None }
}

async fn note(
    case: Case,
    transaction: &DatabaseTransaction,
    actor: &Actor,
    mut after: crate::matching::rows::matches::Model,
    told: Told,
    now: DateTime<Utc>,
) -> Result<Standing, LifeError> {
    // Whoever works on a suggestion wants it to stay as it is.
    after.decided = true;
    case.store(transaction, actor, after, told, now.trunc_subsecs(6)).await
}

fn fault(pointer: &str, code: FieldCode, detail: impl Into<String>) -> LifeError {
    LifeError::Invalid(vec![FieldError { pointer: pointer.to_owned(), code, detail: detail.into() }])
}
