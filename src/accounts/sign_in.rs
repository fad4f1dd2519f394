//! Signing in with a password. An unknown account, a disabled one and a wrong password get the same answer after the
//! same work.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect, Set};

use super::actor::Role;
use super::entry_rows::known_device;
use super::password;
use super::rows::user;
use super::second_factors;
use super::secrets::Secret;
use super::sessions;
use super::throttle::{Budget, Purpose};
use crate::db::{Contended, Db};

/// Who wants in, and from where.
#[derive(Debug, Clone, Copy)]
pub struct Attempt<'a> {
    /// E-mail address, or the name of an account made without one.
    pub account: &'a str,
    pub password: &'a str,
    pub from: Place<'a>,
}

/// Where an attempt comes from.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    pub network: &'a str,
    pub device: &'a Secret,
    pub user_agent: Option<&'a str>,
}

/// Why somebody is not let in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    #[error("account or password is wrong")]
    Refused,
    #[error("too many attempts; wait {} seconds", .0.num_seconds())]
    Wait(TimeDelta),
    #[error("the database failed")]
    Database(#[from] DbErr),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl Contended for SignInError {
    fn is_contended(&self) -> bool {
        match self {
            Self::Database(error) => error.is_contended(),
            Self::Other(error) => error.is_contended(),
            _ => false,
        }
    }
}

/// Opens a session for whoever knows the password; the secret goes into the cookie.
pub async fn sign_in(db: &Db, attempt: Attempt<'_>, now: DateTime<Utc>) -> Result<Secret, SignInError> {
    let account = folded(attempt.account);
    let person = by_account(&**db, attempt.account).await?;
    let budget = budget(&**db, Purpose::Password, person.as_ref(), &account, attempt.from).await?;
    budget.take(db, now).await?.map_err(SignInError::Wait)?;
    let usable = person.filter(|person| person.disabled_at.is_none());
    let stored = usable.as_ref().and_then(|person| person.password_hash.as_deref());
    let right = password::verify(attempt.password, stored).await?;
    let Some(person) = usable.filter(|_| right) else { return Err(SignInError::Refused) };
    let role: Role = person.role.parse().map_err(anyhow::Error::new)?;
    db.write(async |transaction| {
        budget.forgive(transaction).await?;
        // With a second factor the device is known only once the code was right, or each new one would be a new budget.
        if !second_factors::is_set_up(transaction, person.id).await? {
            remember(transaction, &person, attempt.from.device, now).await?;
        }
        Ok(sessions::open(transaction, &person, role, attempt.from.user_agent, now).await?)
    })
    .await
}

/// The budget of an attempt: the device's own where it is known to the account.
pub async fn budget(
    db: &impl ConnectionTrait,
    purpose: Purpose,
    person: Option<&user::Model>,
    account: &str,
    from: Place<'_>,
) -> Result<Budget, DbErr> {
    let device_hash = from.device.hash();
    if let Some(person) = person
        && known_device::Entity::find_by_id((device_hash.clone(), person.id)).one(db).await?.is_some()
    {
        return Ok(Budget::of_device(purpose, account, &device_hash));
    }
    Ok(Budget::of_network(purpose, account, from.network))
}

/// Notes that a device signed in to an account.
pub async fn remember(
    transaction: &DatabaseTransaction,
    person: &user::Model,
    device: &Secret,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    use known_device::Column as C;
    let row =
        known_device::ActiveModel { device_hash: Set(device.hash()), user_id: Set(person.id), last_seen_at: Set(now) };
    let again = OnConflict::columns([C::DeviceHash, C::UserId]).update_column(C::LastSeenAt).to_owned();
    known_device::Entity::insert(row).on_conflict(again).exec_without_returning(transaction).await.map(drop)
}

/// An account as people write it, in the form in which it is stored and compared.
pub fn folded(written: &str) -> String {
    written.trim().to_lowercase()
}

/// The account of an e-mail address, or of the name where it has none (names of others need not be unique).
pub async fn by_account(db: &impl ConnectionTrait, written: &str) -> Result<Option<user::Model>, DbErr> {
    if written.contains('@') {
        return user::Entity::find().filter(user::Column::Email.eq(folded(written))).one(db).await;
    }
    let name = user::Column::Name.eq(written.trim());
    let named = user::Entity::find().filter(user::Column::Email.is_null()).filter(name);
    let mut found = named.limit(2).all(db).await?;
    Ok(if found.len() == 1 { found.pop() } else { None })
}
