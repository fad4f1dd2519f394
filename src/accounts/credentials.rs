//! What a person shows to get in, changed: a new password by who knows the old one, the second factor taken away.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::entry_rows::{recovery_code, second_factor};
use super::password::{self, Weakness};
use super::rows::user;
use super::sessions::{self, Session};
use super::sign_in::{Place, budget, folded};
use super::throttle::{Budget, Purpose};
use super::warning::{Changed, warn};
use crate::audit::{self, Deed, NewEntry};
use crate::config::Mail;
use crate::db::{Contended, Db};

/// Why a password was not changed.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    #[error("the present password is wrong")]
    Wrong,
    #[error(transparent)]
    Weak(#[from] Weakness),
    #[error("too many attempts; wait {} seconds", .0.num_seconds())]
    Wait(chrono::TimeDelta),
    #[error("the database failed")]
    Database(#[from] DbErr),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl Contended for PasswordError {
    fn is_contended(&self) -> bool {
        match self {
            Self::Database(error) => error.is_contended(),
            Self::Other(error) => error.is_contended(),
            _ => false,
        }
    }
}

/// Makes sure that it is the signed-in person who asks, by their password.
pub async fn confirm_password(
    db: &Db,
    session: &Session,
    from: Place<'_>,
    present: &str,
    now: DateTime<Utc>,
) -> Result<(), PasswordError> {
    let budget = known(db, session, from, present, now).await?;
    Ok(db.write(async |transaction| budget.forgive(transaction).await).await?)
}

/// Takes an attempt and looks whether the password is right.
async fn known(
    db: &Db,
    session: &Session,
    from: Place<'_>,
    present: &str,
    now: DateTime<Utc>,
) -> Result<Budget, PasswordError> {
    let person = &session.user;
    let account = folded(person.email.as_deref().unwrap_or(&person.name));
    let budget = budget(&**db, Purpose::Password, Some(person), &account, from).await?;
    budget.take(db, now).await?.map_err(PasswordError::Wait)?;
    let right = password::verify(present, person.password_hash.as_deref()).await?;
    right.then_some(budget).ok_or(PasswordError::Wrong)
}

/// Changes the password of a signed-in person, who knows the present one; closes their other sessions.
pub async fn change_password(
    db: &Db,
    mail: &Mail,
    session: &Session,
    from: Place<'_>,
    present: &str,
    new: &str,
    now: DateTime<Utc>,
) -> Result<(), PasswordError> {
    let person = &session.user;
    let budget = known(db, session, from, present, now).await?;
    password::check(new, &about(person))?;
    let hash = password::hash(new).await?;
    db.write(async |transaction| {
        budget.forgive(transaction).await?;
        store(transaction, person.id, hash.clone()).await?;
        sessions::close_all(transaction, person.id, Some(session.id), now).await?;
        warn(transaction, mail, person, Changed::Password, now).await?;
        Ok(note(transaction, session, Deed::PasswordChanged, now).await?)
    })
    .await
}

/// Writes down what a person did to their own account.
pub(super) async fn note(
    transaction: &DatabaseTransaction,
    session: &Session,
    action: Deed,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    audit::record(transaction, vec![NewEntry::new(&session.person(), now, action).to(session.user.id)]).await
}

/// What must not be in the person's password.
pub fn about(person: &user::Model) -> [&str; 2] {
    [&person.name, person.email.as_deref().unwrap_or_default()]
}

/// Stores the hash of a new password.
pub async fn store(transaction: &DatabaseTransaction, user_id: Uuid, hash: String) -> Result<(), DbErr> {
    user::Entity::update_many()
        .col_expr(user::Column::PasswordHash, Expr::value(hash))
        .filter(user::Column::Id.eq(user_id))
        .exec(transaction)
        .await
        .map(drop)
}

/// Takes the second factor of an account away, with its recovery codes, and what sessions have shown of one.
pub async fn forget_factor(transaction: &DatabaseTransaction, user_id: Uuid) -> Result<(), DbErr> {
    let codes = recovery_code::Column::UserId.eq(user_id);
    recovery_code::Entity::delete_many().filter(codes).exec(transaction).await?;
    sessions::unpass_second_factor(transaction, user_id).await?;
    second_factor::Entity::delete_by_id(user_id).exec(transaction).await.map(drop)
}
