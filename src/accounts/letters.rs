//! Mails about accounts: to addresses rather than people, at once, whatever somebody has chosen about notices.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde_json::{Map, Value};

use super::refusal::Wrong;
use super::rows::user;
use crate::config::{Mail, MailTransport};
use crate::mail::{NewMail, queue};
use crate::notices;

/// A mail about an account.
pub(super) struct Letter<'a> {
    /// What it is about; queued once.
    pub key: String,
    pub to: &'a str,
    pub lang: &'a str,
    pub template: &'static str,
    pub values: &'a [(&'static str, String)],
}

impl Letter<'_> {
    /// Queues it. Where mails are off nothing is kept, for it may hold a link that opens something.
    pub async fn post(self, transaction: &DatabaseTransaction, mail: &Mail, at: DateTime<Utc>) -> anyhow::Result<()> {
        if mail.transport == MailTransport::Off {
            return Ok(());
        }
        let values: Map<String, Value> =
            self.values.iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into())).collect();
        let (key, to, lang) = (self.key, self.to.to_owned(), self.lang.to_owned());
        queue(transaction, at, vec![NewMail { key, to, lang, template: self.template.to_owned(), values }]).await
    }
}

/// The language of mails to somebody.
pub(super) async fn language_of(
    db: &impl ConnectionTrait,
    mail: &Mail,
    person: &user::Model,
) -> anyhow::Result<String> {
    Ok(notices::language(db, person.id).await?.unwrap_or_else(|| mail.lang.clone()))
}

/// A language as it was asked for: one that mails are written in.
pub(super) fn language(asked: &str) -> Result<&str, Wrong> {
    let detail = || format!("takes one of {}", notices::LANGUAGES.join(", "));
    if notices::LANGUAGES.contains(&asked) { Ok(asked) } else { Err(Wrong::new("lang", "unknown_language", detail())) }
}
