//! Why a webhook was not told, for programs and for pages in the reader's language; the words beside it are for whoever
//! runs the program on the other side.

use super::address::Refused;
use super::client::Stuck;
use crate::library::closed_set::closed_set;

closed_set! {
    /// Why an attempt failed.
    pub enum Failure {
        Unreadable = "unreadable" [],
        Insecure = "insecure" [],
        Credentials = "credentials" [],
        Private = "private" [],
        UnknownName = "unknown_name" [],
        NoConnection = "no_connection" [],
        NoEncryption = "no_encryption" [],
        NoHttp = "no_http" [],
        NoAnswer = "no_answer" [],
        /// It answered something else than 2xx.
        NotTaken = "not_taken" [],
        /// The service itself could not send.
        #[default]
        Internal = "internal" [],
    }
}

impl Failure {
    /// Where an attempt that ended with this error failed.
    pub fn of(error: &anyhow::Error) -> Self {
        match (error.downcast_ref::<Refused>(), error.downcast_ref::<Stuck>()) {
            (Some(refused), _) => refused.into(),
            (None, Some(Stuck::NoConnection)) => Self::NoConnection,
            (None, Some(Stuck::NoEncryption)) => Self::NoEncryption,
            (None, Some(Stuck::NoHttp)) => Self::NoHttp,
            (None, Some(Stuck::NoAnswer)) => Self::NoAnswer,
            (None, None) => Self::Internal,
        }
    }
}

impl From<&Refused> for Failure {
    fn from(refused: &Refused) -> Self {
        match refused {
            Refused::Unreadable(_) => Self::Unreadable,
            Refused::Insecure => Self::Insecure,
            Refused::Credentials => Self::Credentials,
            Refused::Private(_) => Self::Private,
            Refused::UnknownName(_) => Self::UnknownName,
        }
    }
}
