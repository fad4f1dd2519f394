//! A sign-in with the provider from its begin to the session, or to the link of an account. What is under way is known
//! by its state, belongs to one browser, is taken off the table by the first answer and runs out by itself.

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, Set,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::OidcError;
use super::provider::Provider;
use super::rows::{begun, identity};
use super::token::{Expected, Vouched, verify};
use crate::accounts::credentials::note;
use crate::accounts::rows::user;
use crate::accounts::secrets::Secret;
use crate::accounts::sessions::{self, Session};
use crate::accounts::sign_in::{Place, remember};
use crate::accounts::warning::{Changed, warn};
use crate::accounts::{Role, second_factors};
use crate::config::Settings;
use crate::db::Db;
use crate::library::store::numbers::ChangeNumbers;

/// How long somebody may take at the provider.
const LONGEST: TimeDelta = TimeDelta::minutes(10);
/// Longest address to go to afterwards.
const LONGEST_NEXT: usize = 2_000;

/// Where the provider sends browsers back to.
pub const BACK: &str = "/sign-in/oidc/back";

/// What is signed in with, and where this service is.
#[derive(Clone, Copy)]
pub struct Oidc<'a> {
    pub db: &'a Db,
    pub settings: &'a Settings,
    /// Address of the service, without a slash at the end.
    pub base: &'a str,
}

/// What the provider sent the browser back with.
#[derive(Debug, Clone, Copy)]
pub struct Return<'a> {
    pub state: Option<&'a str>,
    pub code: Option<&'a str>,
    /// Who says so (RFC 9207), where the provider tells.
    pub issuer: Option<&'a str>,
}

/// What came of it.
pub enum Done {
    SignedIn { session: Secret, next: String },
    Linked,
}

impl Oidc<'_> {
    /// Whether there is a provider.
    pub fn is_on(&self) -> bool {
        !self.settings.oidc.issuer.is_empty()
    }

    /// Begins a sign-in, or the link of an account; answers where the browser goes.
    pub async fn begin(
        &self,
        device: &Secret,
        linking: Option<Uuid>,
        next: &str,
        now: DateTime<Utc>,
    ) -> Result<String, OidcError> {
        let provider = Provider::of(&self.settings.oidc).await?;
        let (state, nonce, verifier) = (Secret::generate()?, Secret::generate()?, Secret::generate()?);
        let row = begun::ActiveModel {
            state_hash: Set(state.hash()),
            device_hash: Set(device.hash()),
            nonce: Set(nonce.reveal().to_owned()),
            verifier: Set(verifier.reveal().to_owned()),
            user_id: Set(linking),
            next: Set(next.chars().take(LONGEST_NEXT).collect()),
            expires_at: Set(now + LONGEST),
        };
        let stored: Result<(), DbErr> = self
            .db
            .write(async |transaction| {
                begun::Entity::delete_many().filter(begun::Column::ExpiresAt.lt(now)).exec(transaction).await?;
                row.clone().insert(transaction).await.map(drop)
            })
            .await;
        stored?;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.reveal().as_bytes()));
        provider.entrance(&[
            ("response_type", "code"),
            ("client_id", &self.settings.oidc.client_id),
            ("redirect_uri", &self.back()),
            ("scope", "openid"),
            ("state", state.reveal()),
            ("nonce", nonce.reveal()),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ])
    }

    /// Ends what was begun by this very browser.
    pub async fn finish(
        &self,
        sent: Return<'_>,
        from: Place<'_>,
        session: Option<&Session>,
        now: DateTime<Utc>,
    ) -> Result<Done, OidcError> {
        let state = sent.state.and_then(Secret::parse).ok_or(OidcError::NotBegun)?;
        let begun = self.take(&state).await?.ok_or(OidcError::NotBegun)?;
        if begun.device_hash != from.device.hash() || begun.expires_at <= now {
            return Err(OidcError::NotBegun);
        }
        // Whoever links is signed in all the while.
        let linking = match begun.user_id {
            Some(person) => Some(session.filter(|session| session.user.id == person).ok_or(OidcError::NotBegun)?),
            None => None,
        };
        let oidc = &self.settings.oidc;
        if sent.issuer.is_some_and(|issuer| issuer != oidc.issuer) {
            return Err(OidcError::Token("another issuer made it"));
        }
        let code = sent.code.ok_or(OidcError::Denied)?;
        let provider = Provider::of(oidc).await?;
        let token = provider.redeem(code, &begun.verifier, &self.back()).await?;
        let expected = Expected { issuer: &oidc.issuer, client_id: &oidc.client_id, nonce: &begun.nonce };
        let vouched = verify(&token, &provider.keys().await?, expected, now)?;
        match linking {
            Some(session) => self.link(session, &vouched, now).await,
            None => self.sign_in(&vouched, from, &begun.next, now).await,
        }
    }

    fn back(&self) -> String {
        format!("{}{BACK}", self.base)
    }

    async fn take(&self, state: &Secret) -> Result<Option<begun::Model>, OidcError> {
        let taken: Result<Option<begun::Model>, DbErr> = self
            .db
            .write(async |transaction| {
                let found = begun::Entity::find_by_id(state.hash()).one(transaction).await?;
                let gone = begun::Entity::delete_by_id(state.hash()).exec(transaction).await?;
                Ok(found.filter(|_| gone.rows_affected == 1))
            })
            .await;
        Ok(taken?)
    }

    async fn sign_in(
        &self,
        vouched: &Vouched,
        from: Place<'_>,
        next: &str,
        now: DateTime<Utc>,
    ) -> Result<Done, OidcError> {
        let oidc = &self.settings.oidc;
        let passed = vouched.methods.iter().any(|method| oidc.second_factor.contains(method));
        let session = self.db.write(async |transaction| {
            let key = (oidc.issuer.clone(), vouched.subject.clone());
            let linked = identity::Entity::find_by_id(key).one(transaction).await?.ok_or(OidcError::NotLinked)?;
            let person = user::Entity::find_by_id(linked.user_id).one(transaction).await?;
            let person = person.filter(|person| person.disabled_at.is_none()).ok_or(OidcError::NotLinked)?;
            let role: Role = person.role.parse().map_err(anyhow::Error::new)?;
            if passed || !second_factors::is_set_up(transaction, person.id).await? {
                remember(transaction, &person, from.device, now).await?;
            }
            let opened = sessions::open(transaction, &person, role, from.user_agent, now).await?;
            if passed {
                sessions::pass_by_secret(transaction, &opened, now).await?;
            }
            Ok::<_, OidcError>(opened)
        });
        Ok(Done::SignedIn { session: session.await?, next: next.to_owned() })
    }

    async fn link(&self, session: &Session, vouched: &Vouched, now: DateTime<Utc>) -> Result<Done, OidcError> {
        let issuer = &self.settings.oidc.issuer;
        self.db
            .write(async |transaction| {
                ChangeNumbers::hold(transaction).await?;
                let key = (issuer.clone(), vouched.subject.clone());
                match identity::Entity::find_by_id(key).one(transaction).await? {
                    Some(known) if known.user_id == session.user.id => return Ok(Done::Linked),
                    Some(_) => return Err(OidcError::Taken),
                    None => {}
                }
                forget(transaction, session.user.id).await?;
                let row = identity::ActiveModel {
                    issuer: Set(issuer.clone()),
                    subject: Set(vouched.subject.clone()),
                    user_id: Set(session.user.id),
                    created_at: Set(now),
                };
                row.insert(transaction).await?;
                warn(transaction, &self.settings.mail, &session.user, Changed::IdentityLinked, now).await?;
                note(transaction, session, "identity_linked", now).await?;
                Ok(Done::Linked)
            })
            .await
    }

    /// Takes the link of an account away.
    pub async fn unlink(&self, session: &Session, now: DateTime<Utc>) -> Result<(), OidcError> {
        self.db
            .write(async |transaction| {
                if forget(transaction, session.user.id).await? > 0 {
                    warn(transaction, &self.settings.mail, &session.user, Changed::IdentityUnlinked, now).await?;
                    note(transaction, session, "identity_unlinked", now).await.context("cannot note a link")?;
                }
                Ok(())
            })
            .await
    }
}

/// Whether an account is linked to a person of this provider.
pub async fn is_linked(db: &impl ConnectionTrait, issuer: &str, user_id: Uuid) -> Result<bool, DbErr> {
    use identity::Column as C;
    let linked = identity::Entity::find().filter(C::UserId.eq(user_id)).filter(C::Issuer.eq(issuer));
    Ok(linked.one(db).await?.is_some())
}

/// Takes every link of an account away; answers how many there were.
pub(in crate::accounts) async fn forget(transaction: &DatabaseTransaction, user_id: Uuid) -> Result<u64, DbErr> {
    let gone = identity::Entity::delete_many().filter(identity::Column::UserId.eq(user_id)).exec(transaction).await?;
    Ok(gone.rows_affected)
}
