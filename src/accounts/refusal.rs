//! Why something about accounts is not done, as programs and people are told.

use chrono::TimeDelta;
use sea_orm::DbErr;

use super::credit_code::CreditCodeError;
use super::password::{SHORTEST, Weakness};
use crate::db::Contended;
use crate::error::{Code, Error, Fault, Problem};

/// A field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub field: &'static str,
    /// For programs, and for the text on pages.
    pub code: &'static str,
    pub detail: String,
    /// What the text on pages is filled with.
    pub arguments: Vec<String>,
}

impl Wrong {
    pub fn new(field: &'static str, code: &'static str, detail: impl Into<String>) -> Self {
        Self { field, code, detail: detail.into(), arguments: Vec::new() }
    }

    /// A password that is not taken.
    pub fn password(weakness: Weakness) -> Self {
        let arguments = vec![SHORTEST.to_string()];
        Self { arguments, ..Self::new("password", weakness.code(), weakness.to_string()) }
    }

    /// A unified social credit code that is none.
    pub fn credit_code(error: &CreditCodeError) -> Self {
        Self { arguments: error.arguments(), ..Self::new("credit_code", error.code(), error.to_string()) }
    }
}

macro_rules! reasons {
    ($($name:ident = $code:literal $problem:ident $detail:literal;)+) => {
        /// A rule about accounts that stands against what was asked.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
        pub enum Rule { $(#[error($detail)] $name),+ }

        impl Rule {
            /// The name of its text on pages.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            fn problem(self) -> Code {
                match self { $(Self::$name => Code::$problem),+ }
            }
        }
    };
}

reasons! {
    LinkDead = "link_dead" NotFound "the link was used, taken back or has expired, or never was one";
    AddressTaken = "address_taken" InvalidState "there is an account with this e-mail address already; sign in with it";
    OnlyAdmins = "only_admins" Forbidden "only an administrator invites, removes and changes administrators";
    OwnRole = "own_role" Forbidden "nobody changes their own role";
    OwnOrganisation = "own_organisation" Forbidden "nobody decides on their own organisation";
    LastAdmin = "last_admin" InvalidState "the last administrator cannot go";
    SuccessorNeeded = "successor_needed" InvalidState "who leaves by their own hand names a successor";
    LeftAlready = "left_already" InvalidState "the person has left already";
    NotLeft = "not_left" InvalidState "the person has not left";
    NotWaiting = "not_waiting" InvalidState "the person does not wait to be let in";
    Decided = "decided" InvalidState "this has been decided already";
    NotOpen = "not_open" InvalidState "the invitation was used or taken back already";
    OtherRole = "other_role" Forbidden "members invite into their own organisation and role alone";
}

/// Why something about accounts was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is nothing of this id that the caller may see")]
    NotFound,
    #[error(transparent)]
    Rule(#[from] Rule),
    #[error("some fields are wrong: {}", .0.iter().map(|wrong| wrong.detail.as_str()).collect::<Vec<_>>().join("; "))]
    Invalid(Vec<Wrong>),
    #[error("too many attempts; wait {} seconds", .0.num_seconds())]
    Wait(TimeDelta),
    #[error("the database failed")]
    Database(#[from] DbErr),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl From<Wrong> for Refusal {
    fn from(wrong: Wrong) -> Self {
        Self::Invalid(vec![wrong])
    }
}

impl Contended for Refusal {
    fn is_contended(&self) -> bool {
        match self {
            Self::Database(error) => error.is_contended(),
            Self::Other(error) => error.is_contended(),
            _ => false,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotFound => Code::NotFound.into(),
            Refusal::Rule(rule) => Problem::new(rule.problem(), rule.to_string()).into(),
            Refusal::Invalid(wrong) => {
                let faults = wrong.into_iter().map(|one| Fault::field(format!("/{}", one.field), one.code, one.detail));
                Problem::from(Code::InvalidFields).with(faults).into()
            }
            Refusal::Wait(time) => Problem::wait(time).into(),
            Refusal::Database(error) => error.into(),
            Refusal::Other(error) => error.into(),
        }
    }
}
