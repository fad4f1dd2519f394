//! Telling people by mail, at once, that what opens their account was changed: whoever did it may not be them. Not a
//! notice, for those can be switched off from inside the account.

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::letters::{Letter, language_of};
use super::rows::user;
use crate::config::Mail;

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Changed {
    Password,
    FactorSetUp,
    FactorRemoved,
    /// A provider signs in to the account from now on.
    IdentityLinked,
    IdentityUnlinked,
}

impl Changed {
    fn template(self) -> &'static str {
        match self {
            Self::Password => "password_changed",
            Self::FactorSetUp => "second_factor_on",
            Self::FactorRemoved => "second_factor_off",
            Self::IdentityLinked => "identity_linked",
            Self::IdentityUnlinked => "identity_unlinked",
        }
    }
}

/// Queues the mail in the transaction of the change, in the person's language. It names the way back in.
pub(super) async fn warn(
    transaction: &DatabaseTransaction,
    mail: &Mail,
    person: &user::Model,
    changed: Changed,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let Some(email) = &person.email else { return Ok(()) };
    let letter = Letter {
        key: format!("{}:{}", changed.template(), Uuid::now_v7()),
        to: email,
        lang: &language_of(transaction, mail, person).await?,
        template: changed.template(),
        values: &[("when", now.format("%Y-%m-%d %H:%M UTC").to_string()), ("link", "/password".to_owned())],
    };
    letter.post(transaction, mail, now).await
}
