//! The caller of anything that reads or writes: every function that does takes an [`Actor`].

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::permissions::{Action, Relation, Scope, scope};

/// Who asks. `Public` has no token; `System` is the service itself (worker, command line).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    Public,
    System,
    User { id: Uuid, organisation_id: Option<Uuid>, role: Role },
}

/// What a person is here to do. `Steward` and `Admin` run the libraries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Firm,
    Embassy,
    Broker,
    Steward,
    Admin,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Firm, Self::Embassy, Self::Broker, Self::Steward, Self::Admin];

    /// The name used in the database, in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Embassy => "embassy",
            Self::Broker => "broker",
            Self::Steward => "steward",
            Self::Admin => "admin",
        }
    }

    /// Whether it runs the libraries: such accounts need a second factor.
    pub fn is_operator(self) -> bool {
        matches!(self, Self::Steward | Self::Admin)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A role name that is not one.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("unknown role {0:?} (one of firm, embassy, broker, steward, admin)")]
pub struct UnknownRole(String);

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(name: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.as_str() == name).ok_or_else(|| UnknownRole(name.to_owned()))
    }
}

impl Actor {
    /// The person, where there is one: what audit entries and versions store.
    pub fn user_id(&self) -> Option<Uuid> {
        match self {
            Self::User { id, .. } => Some(*id),
            Self::Public | Self::System => None,
        }
    }

    /// The organisation new records belong to.
    pub fn organisation_id(&self) -> Option<Uuid> {
        match self {
            Self::User { organisation_id, .. } => *organisation_id,
            Self::Public | Self::System => None,
        }
    }

    /// How this actor stands to something `owner` owns.
    pub fn relation_to(&self, owner: Option<Uuid>) -> Relation {
        match (self.organisation_id(), owner) {
            (Some(mine), Some(theirs)) if mine == theirs => Relation::Own,
            _ => Relation::Other,
        }
    }

    /// Whether the table in `permissions` allows `action` on something `owner` owns.
    pub fn may(&self, action: Action, owner: Option<Uuid>) -> bool {
        self.scope(action).covers(self.relation_to(owner))
    }

    /// On whose records this actor may do `action`.
    pub fn scope(&self, action: Action) -> Scope {
        match self {
            Self::System => Scope::Any,
            Self::Public => scope(None, action),
            Self::User { role, .. } => scope(Some(*role), action),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_name_is_read_back() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse::<Role>(), Ok(role));
        }
        assert_eq!(
            "boss".parse::<Role>().unwrap_err().to_string(),
            "unknown role \"boss\" (one of firm, embassy, broker, steward, admin)"
        );
    }

    #[test]
    fn nothing_is_own_without_an_organisation() {
        let somebody = Actor::User { id: Uuid::nil(), organisation_id: None, role: Role::Firm };
        assert_eq!(somebody.relation_to(None), Relation::Other);
        assert_eq!(Actor::Public.relation_to(None), Relation::Other);
    }
}
