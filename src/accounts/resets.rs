//! A new password by mail, for who has forgotten theirs. Whoever asks gets the same answer whether there is such an
//! account or not; the link works once and for a short time, and does not stand in for the second factor.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, Set,
};
use uuid::Uuid;

use super::actor::Actor;
use super::credentials;
use super::entry_rows::password_reset;
use super::letters::{Letter, language_of};
use super::new_person;
use super::password;
use super::refusal::{Refusal, Rule};
use super::rows::user;
use super::secrets::Secret;
use super::sessions;
use super::sign_in::folded;
use super::throttle::{Budget, Purpose};
use super::warning::{Changed, warn};
use crate::audit::{self, Deed, NewEntry};
use crate::config::{Mail, Settings};
use crate::db::Db;
use crate::library::store::numbers::ChangeNumbers;

/// Links that one person gets within an hour.
const MOST_MAILS: u64 = 3;

/// Mails a link to whoever has this address, if somebody has.
pub async fn ask(
    db: &Db,
    settings: &Settings,
    network: &str,
    written: &str,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    let email = new_person::email(written, &mut faults);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    Budget::of_network(Purpose::Reset, &folded(&email), network).take(db, now).await?.map_err(Refusal::Wait)?;
    let secret = Secret::generate()?;
    db.write(async |transaction| {
        use password_reset::Column as C;
        ChangeNumbers::hold(transaction).await?;
        password_reset::Entity::delete_many()
            .filter(C::ExpiresAt.lt(now - TimeDelta::hours(1)))
            .exec(transaction)
            .await?;
        let here = user::Column::Email.eq(email.as_str()).and(user::Column::DisabledAt.is_null());
        let Some(person) = user::Entity::find().filter(here).one(transaction).await? else { return Ok(()) };
        let lately = C::UserId.eq(person.id).and(C::CreatedAt.gt(now - TimeDelta::hours(1)));
        if password_reset::Entity::find().filter(lately).count(transaction).await? >= MOST_MAILS {
            return Ok(());
        }
        let id = Uuid::now_v7();
        let row = password_reset::ActiveModel {
            id: Set(id),
            token_hash: Set(secret.hash()),
            user_id: Set(person.id),
            created_at: Set(now),
            expires_at: Set(now + TimeDelta::minutes(settings.accounts.reset_minutes.into())),
            used_at: Set(None),
        };
        row.insert(transaction).await?;
        let letter = Letter {
            key: format!("password_reset:{id}"),
            to: &email,
            lang: &language_of(transaction, &settings.mail, &person).await?,
            template: "password_reset",
            values: &[("link", format!("/password/{}", secret.reveal()))],
        };
        Ok(letter.post(transaction, &settings.mail, now).await?)
    })
    .await
}

/// The person whom a link is for; `None` when it cannot be followed any more.
pub async fn person_of(
    db: &impl ConnectionTrait,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<Option<user::Model>, DbErr> {
    let of_link = password_reset::Column::TokenHash.eq(secret.hash()).and(password_reset::Column::UsedAt.is_null());
    let stored = password_reset::Entity::find().filter(of_link).one(db).await?;
    let Some(stored) = stored.filter(|row| row.expires_at > now) else { return Ok(None) };
    let here = user::Column::DisabledAt.is_null();
    user::Entity::find_by_id(stored.user_id).filter(here).one(db).await
}

/// Sets the new password: every session ends, every other link too, the second factor stays.
pub async fn redeem(db: &Db, mail: &Mail, secret: &Secret, new: &str, now: DateTime<Utc>) -> Result<(), Refusal> {
    let person = person_of(&**db, secret, now).await?.ok_or(Rule::LinkDead)?;
    let mut faults = Vec::new();
    new_person::password(new, &credentials::about(&person), &mut faults);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let hash = password::hash(new).await?;
    db.write(async |transaction| {
        ChangeNumbers::hold(transaction).await?;
        let person = person_of(transaction, secret, now).await?.ok_or(Rule::LinkDead)?;
        forget(transaction, person.id, now).await?;
        credentials::store(transaction, person.id, hash.clone()).await?;
        sessions::close_all(transaction, person.id, None, now).await?;
        warn(transaction, mail, &person, Changed::Password, now).await?;
        let role = person.role.parse().map_err(anyhow::Error::new)?;
        let actor = Actor::User { id: person.id, organisation_id: person.organisation_id, role };
        let entry = NewEntry::new(&actor, now, Deed::PasswordReset).to(person.id);
        Ok(audit::record(transaction, vec![entry]).await?)
    })
    .await
}

/// Ends every link of a person.
pub(super) async fn forget(transaction: &DatabaseTransaction, user_id: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    use password_reset::Column as C;
    password_reset::Entity::update_many()
        .col_expr(C::UsedAt, Expr::value(now))
        .filter(C::UserId.eq(user_id).and(C::UsedAt.is_null()))
        .exec(transaction)
        .await
        .map(drop)
}
