//! Signing in with a provider of OpenID Connect: the authorization code flow with PKCE, state and nonce, for people who
//! have an account here and have linked it, or accept an invitation by it. Nobody else gets an account, and no e-mail
//! address is believed.
//!
//! | file | what |
//! |---|---|
//! | [`provider`] | what is asked of the provider: its addresses, its keys, a token for a code |
//! | [`token`] | whether a token is the provider's, for us, of now and of this very sign-in; pure |
//! | [`flow`] | a sign-in from its begin to the session, to the link, or to the account of an invitation |
//! | [`rows`] | what is stored |

pub mod flow;
mod provider;
pub mod rows;
mod token;

use chrono::TimeDelta;
use sea_orm::DbErr;

use super::refusal::Refusal;
use crate::db::Contended;

pub use provider::address;

/// Why a sign-in with the provider came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum OidcError {
    /// It was not begun here, or by another browser, or too long ago, or is over already.
    #[error("no sign-in with the provider was begun by this browser, or it is over")]
    NotBegun,
    /// The provider, or the person there, said no.
    #[error("the provider did not sign the person in")]
    Denied,
    /// What the provider sent is not to be believed.
    #[error("the token of the provider is not accepted: {0}")]
    Token(&'static str),
    #[error("no account is linked to this person of the provider")]
    NotLinked,
    #[error("this person of the provider is linked to another account")]
    Taken,
    /// It was the only way into the account.
    #[error("the account has no password to sign in with instead")]
    OnlyWay,
    #[error("too many sign-ins were begun from there; wait {} seconds", .0.num_seconds())]
    Wait(TimeDelta),
    /// The invitation cannot be accepted, or not like this.
    #[error(transparent)]
    Invitation(#[from] Refusal),
    #[error("the provider cannot be asked")]
    Unreachable(#[source] anyhow::Error),
    #[error("the database failed")]
    Database(#[from] DbErr),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl Contended for OidcError {
    fn is_contended(&self) -> bool {
        match self {
            Self::Database(error) => error.is_contended(),
            Self::Other(error) => error.is_contended(),
            Self::Invitation(refusal) => refusal.is_contended(),
            _ => false,
        }
    }
}
