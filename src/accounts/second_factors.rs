//! The second factor of an account: set up, shown at sign-in, taken away. No code is accepted twice; recovery codes
//! stand in once each for a lost device.

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, Set,
};
use uuid::Uuid;

use super::credentials::{forget_factor, note};
use super::entry_rows::{recovery_code, second_factor};
use super::sealing::Sealing;
use super::secrets::sha256;
use super::sessions::{self, Session};
use super::sign_in::{Place, budget, remember};
use super::throttle::Purpose;
use super::totp;
use super::warning::{Changed, warn};
use crate::audit::Deed;
use crate::config::Mail;
use crate::db::{Contended, Db};
use crate::library::store::numbers::ChangeNumbers;

const RECOVERY_CODES: usize = 10;
const RECOVERY_BYTES: usize = 10;
/// Characters of a recovery code between its hyphens.
const GROUP: usize = 4;

/// Why a code is not accepted.
#[derive(Debug, thiserror::Error)]
pub enum CodeError {
    #[error("the code is wrong or was used before")]
    Wrong,
    #[error("too many attempts; wait {} seconds", .0.num_seconds())]
    Wait(TimeDelta),
    #[error("the database failed")]
    Database(#[from] DbErr),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl Contended for CodeError {
    fn is_contended(&self) -> bool {
        match self {
            Self::Database(error) => error.is_contended(),
            Self::Other(error) => error.is_contended(),
            _ => false,
        }
    }
}

/// The secret to be taken over by an authenticator program, the same until it is confirmed; `None` for an account that
/// has a second factor already.
pub async fn offered(db: &Db, sealing: &Sealing, user_id: Uuid, now: DateTime<Utc>) -> anyhow::Result<Option<String>> {
    let stored = sealing.seal(user_id, &totp::secret()?)?;
    let offered: Result<Option<String>, DbErr> = db
        .write(async |transaction| {
            ChangeNumbers::hold(transaction).await?;
            if let Some(stored) = second_factor::Entity::find_by_id(user_id).one(transaction).await? {
                return Ok(stored.confirmed_at.is_none().then_some(stored.secret));
            }
            let row = second_factor::ActiveModel {
                user_id: Set(user_id),
                secret: Set(stored.clone()),
                created_at: Set(now),
                confirmed_at: Set(None),
                last_step: Set(0),
            };
            row.insert(transaction).await?;
            Ok(Some(stored.clone()))
        })
        .await;
    let offered = offered.context("cannot offer a second factor")?;
    offered.map(|stored| Ok(totp::base32(&sealing.open(user_id, &stored)?))).transpose()
}

/// Whether an account has one.
pub async fn is_set_up(db: &impl ConnectionTrait, user_id: Uuid) -> Result<bool, DbErr> {
    let stored = second_factor::Entity::find_by_id(user_id).one(db).await?;
    Ok(stored.is_some_and(|stored| stored.confirmed_at.is_some()))
}

/// Sets the second factor up: the first code shows that the program has the secret. Answers the recovery codes, which
/// are shown once.
pub async fn confirm(
    db: &Db,
    mail: &Mail,
    sealing: &Sealing,
    session: &Session,
    from: Place<'_>,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Vec<String>, CodeError> {
    let codes = recovery_codes()?;
    let user_id = session.user.id;
    let attempt = budget(&**db, Purpose::Code, Some(&session.user), &user_id.to_string(), from).await?;
    attempt.take(db, now).await?.map_err(CodeError::Wait)?;
    db.write(async |transaction| {
        ChangeNumbers::hold(transaction).await?;
        let stored = second_factor::Entity::find_by_id(user_id).one(transaction).await?;
        let stored = stored.filter(|stored| stored.confirmed_at.is_none()).ok_or(CodeError::Wrong)?;
        if !spend_code(transaction, sealing, &stored, &digits(code), now).await? {
            return Err(CodeError::Wrong);
        }
        second_factor::Entity::update_many()
            .col_expr(second_factor::Column::ConfirmedAt, Expr::value(now))
            .filter(second_factor::Column::UserId.eq(user_id))
            .exec(transaction)
            .await?;
        let rows = codes.iter().map(|code| recovery_code::ActiveModel {
            id: Set(Uuid::now_v7()),
            user_id: Set(user_id),
            code_hash: Set(hash(code)),
            used_at: Set(None),
        });
        recovery_code::Entity::insert_many(rows).exec_without_returning(transaction).await?;
        attempt.forgive(transaction).await?;
        // Sessions that were opened with the password alone must not live on beside it.
        sessions::close_all(transaction, user_id, Some(session.id), now).await?;
        sessions::pass_second_factor(transaction, session.id, now).await?;
        warn(transaction, mail, &session.user, Changed::FactorSetUp, now).await?;
        note(transaction, session, Deed::SecondFactorSetUp, now).await?;
        Ok(codes.clone())
    })
    .await
}

/// Completes a sign-in: a code of now, or a recovery code.
pub async fn pass(
    db: &Db,
    sealing: &Sealing,
    session: &Session,
    from: Place<'_>,
    code: &str,
    now: DateTime<Utc>,
) -> Result<(), CodeError> {
    spend(db, sealing, session, from, code, now, async |transaction| {
        remember(transaction, &session.user, from.device, now).await?;
        Ok(sessions::pass_second_factor(transaction, session.id, now).await?)
    })
    .await
}

/// Takes the second factor away, with a code of it.
pub async fn remove(
    db: &Db,
    mail: &Mail,
    sealing: &Sealing,
    session: &Session,
    from: Place<'_>,
    code: &str,
    now: DateTime<Utc>,
) -> Result<(), CodeError> {
    spend(db, sealing, session, from, code, now, async |transaction| {
        forget_factor(transaction, session.user.id).await?;
        warn(transaction, mail, &session.user, Changed::FactorRemoved, now).await?;
        Ok(note(transaction, session, Deed::SecondFactorRemoved, now).await?)
    })
    .await
}

/// Spends a code and does `then` in the same transaction.
async fn spend(
    db: &Db,
    sealing: &Sealing,
    session: &Session,
    from: Place<'_>,
    code: &str,
    now: DateTime<Utc>,
    then: impl AsyncFn(&DatabaseTransaction) -> Result<(), CodeError>,
) -> Result<(), CodeError> {
    let user_id = session.user.id;
    let attempt = budget(&**db, Purpose::Code, Some(&session.user), &user_id.to_string(), from).await?;
    attempt.take(db, now).await?.map_err(CodeError::Wait)?;
    db.write(async |transaction| {
        ChangeNumbers::hold(transaction).await?;
        let stored = second_factor::Entity::find_by_id(user_id).one(transaction).await?;
        let stored = stored.filter(|stored| stored.confirmed_at.is_some()).ok_or(CodeError::Wrong)?;
        let spent = spend_code(transaction, sealing, &stored, &digits(code), now).await?
            || spend_recovery_code(transaction, user_id, code, now).await?;
        if !spent {
            return Err(CodeError::Wrong);
        }
        attempt.forgive(transaction).await?;
        then(transaction).await
    })
    .await
}

/// Accepts a code whose step is later than that of the last one.
async fn spend_code(
    transaction: &DatabaseTransaction,
    sealing: &Sealing,
    stored: &second_factor::Model,
    sent: &str,
    now: DateTime<Utc>,
) -> Result<bool, CodeError> {
    let secret = sealing.open(stored.user_id, &stored.secret)?;
    let Some(step) = totp::matching_step(&secret, sent, now.timestamp())? else { return Ok(false) };
    let mut advancing =
        second_factor::Entity::update_many().col_expr(second_factor::Column::LastStep, Expr::value(step));
    if sealing.is_due(&stored.secret) {
        let sealed = sealing.seal(stored.user_id, &secret)?;
        advancing = advancing.col_expr(second_factor::Column::Secret, Expr::value(sealed));
    }
    let advanced = advancing
        .filter(second_factor::Column::UserId.eq(stored.user_id))
        .filter(second_factor::Column::LastStep.lt(step))
        .exec(transaction)
        .await?;
    Ok(advanced.rows_affected == 1)
}

async fn spend_recovery_code(
    transaction: &DatabaseTransaction,
    user_id: Uuid,
    sent: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(now))
        .filter(recovery_code::Column::UserId.eq(user_id))
        .filter(recovery_code::Column::CodeHash.eq(hash(sent)))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(used.rows_affected == 1)
}

fn recovery_codes() -> anyhow::Result<Vec<String>> {
    let one = || {
        let text = totp::base32(&totp::random(RECOVERY_BYTES)?);
        let groups: Vec<&str> = (0..text.len()).step_by(GROUP).filter_map(|at| text.get(at..at + GROUP)).collect();
        Ok(groups.join("-"))
    };
    (0..RECOVERY_CODES).map(|_| one()).collect()
}

/// However a recovery code is written: case, hyphens and spaces do not matter.
fn hash(code: &str) -> String {
    let bare: String = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    sha256(&["recovery", &bare])
}

/// A code as people type it, without spaces.
fn digits(code: &str) -> String {
    code.chars().filter(|character| !character.is_whitespace()).collect()
}
