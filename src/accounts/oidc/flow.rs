//! A sign-in with the provider from its begin to the session, to the link of an account, or to the account of somebody
//! who was invited. What is under way is known
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
use crate::accounts::entry_rows::known_device;
use crate::accounts::invitations;
use crate::accounts::rows::user;
use crate::accounts::secrets::Secret;
use crate::accounts::sessions::{self, Session};
use crate::accounts::sign_in::{Place, remember};
use crate::accounts::throttle::{Budget, Purpose};
use crate::accounts::warning::{Changed, warn};
use crate::accounts::{Role, second_factors};
use crate::audit::Deed;
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

/// What for somebody goes to the provider.
#[derive(Debug, Clone, Copy)]
pub enum Wanted<'a> {
    /// To sign in, and then to an address of this service.
    SignIn { next: &'a str },
    /// To link an account, whose person is signed in.
    Link { account: Uuid },
    /// To accept an invitation.
    Account { invitation: Uuid, name: &'a str },
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

    /// Begins what somebody wants; answers where the browser goes. How often, without an end that is right, is bounded
    /// per network, or per device where it is known; who links has given their password.
    pub async fn begin(&self, from: Place<'_>, wanted: Wanted<'_>, now: DateTime<Utc>) -> Result<String, OidcError> {
        let (linking, invitation, called, next) = match wanted {
            Wanted::SignIn { next } => (None, None, None, next),
            Wanted::Link { account } => (Some(account), None, None, ""),
            Wanted::Account { invitation, name } => (None, Some(invitation), Some(name.to_owned()), ""),
        };
        if linking.is_none() {
            budget_of(&**self.db, from).await?.take(self.db, now).await?.map_err(OidcError::Wait)?;
        }
        let provider = Provider::of(&self.settings.oidc).await?;
        let (state, nonce, verifier) = (Secret::generate()?, Secret::generate()?, Secret::generate()?);
        let row = begun::ActiveModel {
            state_hash: Set(state.hash()),
            device_hash: Set(from.device.hash()),
            nonce: Set(nonce.reveal().to_owned()),
            verifier: Set(verifier.reveal().to_owned()),
            user_id: Set(linking),
            invitation_id: Set(invitation),
            called: Set(called),
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
        match (linking, begun.invitation_id) {
            (Some(session), _) => self.link(session, &vouched, now).await,
            (None, Some(invitation)) => {
                let name = begun.called.as_deref().unwrap_or_default();
                self.accept(invitation, name, &vouched, from, now).await
            }
            (None, None) => self.sign_in(&vouched, from, &begun.next, now).await,
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
        let issuer = &self.settings.oidc.issuer;
        let session = self.db.write(async |transaction| {
            let key = (issuer.clone(), vouched.subject.clone());
            let linked = identity::Entity::find_by_id(key).one(transaction).await?.ok_or(OidcError::NotLinked)?;
            let person = user::Entity::find_by_id(linked.user_id).one(transaction).await?;
            let person = person.filter(|person| person.disabled_at.is_none()).ok_or(OidcError::NotLinked)?;
            self.open(transaction, &person, vouched, from, now).await
        });
        Ok(Done::SignedIn { session: session.await?, next: next.to_owned() })
    }

    /// Makes the account of an invitation, linked, in the transaction that uses the invitation up; and signs in.
    async fn accept(
        &self,
        invitation: Uuid,
        name: &str,
        vouched: &Vouched,
        from: Place<'_>,
        now: DateTime<Utc>,
    ) -> Result<Done, OidcError> {
        let session = self.db.write(async |transaction| {
            ChangeNumbers::hold(transaction).await?;
            let key = (self.settings.oidc.issuer.clone(), vouched.subject.clone());
            if identity::Entity::find_by_id(key).one(transaction).await?.is_some() {
                return Err(OidcError::Taken);
            }
            let offer = invitations::open(transaction, invitation, now).await?;
            let id = invitations::enter(transaction, &offer, name, None, now).await?;
            self.store(transaction, id, vouched, now).await?;
            let person = user::Entity::find_by_id(id).one(transaction).await?.context("a person is gone")?;
            self.open(transaction, &person, vouched, from, now).await
        });
        Ok(Done::SignedIn { session: session.await?, next: "/account".to_owned() })
    }

    /// Opens a session for whom the provider vouches for, with the second factor where its word for one counts.
    async fn open(
        &self,
        transaction: &DatabaseTransaction,
        person: &user::Model,
        vouched: &Vouched,
        from: Place<'_>,
        now: DateTime<Utc>,
    ) -> Result<Secret, OidcError> {
        let passed = vouched.methods.iter().any(|method| self.settings.oidc.second_factor.contains(method));
        let role: Role = person.role.parse().map_err(anyhow::Error::new)?;
        budget_of(transaction, from).await?.forgive(transaction).await?;
        if passed || !second_factors::is_set_up(transaction, person.id).await? {
            remember(transaction, person, from.device, now).await?;
        }
        let opened = sessions::open(transaction, person, role, from.user_agent, now).await?;
        if passed {
            sessions::pass_by_secret(transaction, &opened, now).await?;
        }
        Ok(opened)
    }

    async fn store(
        &self,
        transaction: &DatabaseTransaction,
        account: Uuid,
        vouched: &Vouched,
        now: DateTime<Utc>,
    ) -> Result<(), DbErr> {
        let row = identity::ActiveModel {
            issuer: Set(self.settings.oidc.issuer.clone()),
            subject: Set(vouched.subject.clone()),
            user_id: Set(account),
            created_at: Set(now),
        };
        row.insert(transaction).await.map(drop)
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
                self.store(transaction, session.user.id, vouched, now).await?;
                warn(transaction, &self.settings.mail, &session.user, Changed::IdentityLinked, now).await?;
                note(transaction, session, Deed::IdentityLinked, now).await?;
                Ok(Done::Linked)
            })
            .await
    }

    /// Takes the link of an account away; of one that has a password to sign in with.
    pub async fn unlink(&self, session: &Session, now: DateTime<Utc>) -> Result<(), OidcError> {
        if session.user.password_hash.is_none() {
            return Err(OidcError::OnlyWay);
        }
        self.db
            .write(async |transaction| {
                if forget(transaction, session.user.id).await? > 0 {
                    warn(transaction, &self.settings.mail, &session.user, Changed::IdentityUnlinked, now).await?;
                    note(transaction, session, Deed::IdentityUnlinked, now).await.context("cannot note a link")?;
                }
                Ok(())
            })
            .await
    }
}

/// What counts the sign-ins begun from a place: the device's own where anybody has signed in with it.
async fn budget_of(db: &impl ConnectionTrait, from: Place<'_>) -> Result<Budget, DbErr> {
    let device_hash = from.device.hash();
    let known = known_device::Entity::find().filter(known_device::Column::DeviceHash.eq(&device_hash));
    if known.one(db).await?.is_some() {
        return Ok(Budget::of_device(Purpose::Provider, "", &device_hash));
    }
    Ok(Budget::of_network(Purpose::Provider, "", from.network))
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
