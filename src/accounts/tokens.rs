//! Opaque tokens for programs: made, hashed, and turned back into the actor they stand for.
//!
//! A token is `siku_` and 256 random bits. Only its SHA-256 is stored, so a stolen database opens nothing; the bits
//! are random, so a slow password hash would add nothing. It is looked up by that hash, whose comparison tells an
//! attacker nothing about the token.

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use rand::TryRngCore;
use rand::rngs::OsRng;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use std::fmt;

use super::actor::{Actor, Role};
use super::organisations;
use super::rows::{token, user};
use super::scopes::TokenScope;
use crate::db::Db;

const PREFIX: &str = "siku_";
/// Characters of a token that are kept and shown, so that people can tell tokens apart.
const SHOWN: usize = 10;
const RANDOM_BYTES: usize = 32;
/// How old the note of the last use may get: a write on every request would cost more than it tells.
const USE_NOTED_EVERY: TimeDelta = TimeDelta::hours(1);

/// A token in clear, which exists only until it was printed or sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({}…)", self.shown())
    }
}

impl Token {
    /// A new one from the operating system's random numbers.
    pub fn generate() -> anyhow::Result<Self> {
        let mut bytes = [0; RANDOM_BYTES];
        OsRng.try_fill_bytes(&mut bytes).context("the operating system gives no random numbers")?;
        Ok(Self(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))))
    }

    /// The token as a caller sent it; `None` when it cannot be one.
    pub fn parse(sent: &str) -> Option<Self> {
        let random = sent.strip_prefix(PREFIX)?;
        let bytes = URL_SAFE_NO_PAD.decode(random).ok()?;
        (bytes.len() == RANDOM_BYTES).then(|| Self(sent.to_owned()))
    }

    /// The whole token. To be shown once.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The part that may be shown any time.
    pub fn shown(&self) -> &str {
        self.0.get(..SHOWN).unwrap_or(PREFIX)
    }

    /// What is stored: SHA-256, hexadecimal.
    pub fn hash(&self) -> String {
        Sha256::digest(self.0.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// A program that showed a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    pub actor: Actor,
    pub scopes: Vec<TokenScope>,
}

/// The program a token stands for; `None` for one that is unknown, revoked or expired, or whose account is disabled or
/// belongs to an organisation that is not approved.
pub async fn authenticate(db: &Db, sent: &Token, now: DateTime<Utc>) -> anyhow::Result<Option<Program>> {
    let found = token::Entity::find().filter(token::Column::TokenHash.eq(sent.hash())).one(&**db).await?;
    let Some(stored) = found else { return Ok(None) };
    let expired = stored.expires_at.is_some_and(|end| end <= now);
    if stored.revoked_at.is_some() || expired {
        return Ok(None);
    }
    let Some(person) = user::Entity::find_by_id(stored.user_id).one(&**db).await? else { return Ok(None) };
    let out = person.disabled_at.is_some() || person.waiting_since.is_some();
    if out || !organisations::are_approved(&**db, person.organisation_id).await? {
        return Ok(None);
    }
    let role: Role = person.role.parse().with_context(|| format!("cannot read the role of user {}", person.id))?;
    if stored.last_used_at.is_none_or(|last| now - last > USE_NOTED_EVERY) {
        note_use(db, &stored, now).await?;
    }
    let actor = Actor::User { id: person.id, organisation_id: person.organisation_id, role };
    Ok(Some(Program { actor, scopes: TokenScope::read_all(&stored.scopes) }))
}

async fn note_use(db: &Db, used: &token::Model, now: DateTime<Utc>) -> anyhow::Result<()> {
    db.write(async |transaction| {
        token::Entity::update_many()
            .col_expr(token::Column::LastUsedAt, Expr::value(now))
            .filter(token::Column::Id.eq(used.id))
            .exec(transaction)
            .await
            .map(drop)
    })
    .await
    .context("cannot note the use of a token")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_nothing_else_is() {
        let token = Token::generate().unwrap();
        assert_eq!(Token::parse(token.reveal()), Some(token.clone()));
        assert_ne!(Token::generate().unwrap(), token);
        for wrong in ["", "siku_", "siku_abc", &token.reveal()[5..], &format!("{}A", token.reveal())] {
            assert_eq!(Token::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn neither_the_log_nor_the_shown_part_holds_the_token() {
        let token = Token::generate().unwrap();
        assert_eq!(format!("{token:?}"), format!("Token({}…)", token.shown()));
        assert_eq!(token.shown().len(), SHOWN);
        assert_eq!(token.hash().len(), 64);
        assert!(!token.hash().contains(token.reveal()));
    }
}
