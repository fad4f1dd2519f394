//! In what place somebody sits at a case: the one question every read and write of a case begins with.

use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::accounts::{Action, Actor, Scope};
use crate::library::validate::{FieldCode, FieldError};
use crate::matching::life::{Acting, LifeError, Side, Sides, readable};
use crate::matching::rows::matches;

/// A case as one person came to it.
#[derive(Debug, Clone)]
pub struct Seat {
    pub row: matches::Model,
    pub sides: Sides,
    /// The side they sit on; `None` for who works on the case as its broker.
    pub side: Option<Side>,
}

/// Finds somebody's place. Who may not know of the match finds none; who would be its broker but belongs to a side of
/// it is refused, for what one side tells the broker is not for the other.
///
/// # Errors
/// See [`LifeError`].
pub async fn seat(db: &impl ConnectionTrait, actor: &Actor, id: Uuid) -> Result<Seat, LifeError> {
    if *actor == Actor::Public {
        return Err(LifeError::Forbidden);
    }
    let row = matches::Entity::find_by_id(id).filter(readable(actor)).one(db).await?.ok_or(LifeError::NotFound)?;
    let sides = Sides::of(db, &row).await?;
    let side = match (sides.of_actor(actor), actor.scope(Action::ReadMatches)) {
        (Some(_), Scope::Any) => return Err(LifeError::ConflictOfInterest),
        (None, Scope::Any) => None,
        (Some(Acting::DemandSide), _) => Some(Side::Demand),
        (Some(_), _) => Some(Side::Technology),
        (None, _) => return Err(LifeError::NotFound),
    };
    Ok(Seat { row, sides, side })
}

impl Seat {
    /// In what capacity they act.
    pub fn acting(&self) -> Acting {
        self.side.map_or(Acting::Broker, Side::acting)
    }

    /// Refuses who is not the broker.
    ///
    /// # Errors
    /// [`LifeError::Forbidden`].
    pub fn broker(&self) -> Result<(), LifeError> {
        if self.side.is_none() { Ok(()) } else { Err(LifeError::Forbidden) }
    }

    /// Whether the two sides know one another.
    pub fn introduced(&self) -> bool {
        self.row.introduced_at.is_some()
    }

    /// Whether what somebody did in some capacity may be named to them: a side knows its own people alone.
    pub fn knows(&self, acting: &str) -> bool {
        self.side.is_none_or(|side| side.acting().as_str() == acting)
    }

    /// The organisation of a side, where it has one here.
    pub fn organisation(&self, side: Side) -> Option<Uuid> {
        match side {
            Side::Demand => self.sides.demand,
            Side::Technology => self.sides.technology,
        }
    }
}

/// One thing that is wrong with what was sent.
pub(super) fn fault(pointer: &str, code: FieldCode, detail: impl Into<String>) -> LifeError {
    LifeError::Invalid(vec![FieldError { pointer: pointer.to_owned(), code, detail: detail.into() }])
}

/// A text within its bounds, without space around it.
pub(super) fn bounded(pointer: &str, text: &str, longest: usize) -> Result<String, LifeError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(fault(pointer, FieldCode::Required, "must not be empty"));
    }
    if text.chars().count() > longest {
        return Err(fault(pointer, FieldCode::TooLong, format!("must have at most {longest} characters")));
    }
    Ok(text.to_owned())
}
