//! Sessions of people who signed in with a browser: opened, found again by their cookie, listed, closed.
//!
//! Of the cookie only the hash is stored. A session is looked at afresh on every request, so that closing it, disabling
//! the account or suspending the organisation works at once.

use std::collections::{HashMap, HashSet};

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    Set,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::actor::{Actor, Role};
use super::entry_rows::session;
use super::organisations::Standing as OrganisationStanding;
use super::rows::{organisation, user};
use super::second_factors;
use super::secrets::Secret;
use crate::db::Db;

/// How long a session lives, and how long it may be left alone.
const LONGEST: TimeDelta = TimeDelta::days(30);
const IDLE: TimeDelta = TimeDelta::days(7);
/// The same for those who run the libraries.
const OPERATORS_LONGEST: TimeDelta = TimeDelta::hours(12);
/// How old the note of the last request may get.
const SEEN_NOTED_EVERY: TimeDelta = TimeDelta::minutes(10);
/// Characters of the browser's name that are kept.
const LONGEST_AGENT: usize = 200;

/// What still stands between a signed-in person and their rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Full,
    /// The password was right, the code is missing.
    NeedsCode,
    /// The role demands a second factor, which is not set up.
    NeedsSecondFactor,
    /// The organisation is not approved (yet, or any more).
    Waiting(OrganisationStanding),
}

/// A signed-in person.
#[derive(Debug, Clone)]
pub struct Session {
    pub id: Uuid,
    pub user: user::Model,
    pub role: Role,
    pub organisation: Option<organisation::Model>,
    pub standing: Standing,
    /// Whether the account has a second factor.
    pub second_factor: bool,
    secret: Secret,
}

impl Session {
    /// Whose rights apply: nobody's while anything is missing.
    pub fn actor(&self) -> Actor {
        match self.standing {
            Standing::Full => self.person(),
            _ => Actor::Public,
        }
    }

    /// The person behind the session whatever is missing, for what they do to their own account.
    pub fn person(&self) -> Actor {
        Actor::User { id: self.user.id, organisation_id: self.user.organisation_id, role: self.role }
    }

    /// What the forms of this session carry.
    pub fn form_token(&self) -> String {
        self.secret.form_token()
    }

    pub fn matches_form_token(&self, sent: &str) -> bool {
        self.secret.matches_form_token(sent)
    }
}

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SessionView {
    pub id: Uuid,
    pub created_at: DateTime<Utc>,
    /// To within ten minutes.
    pub last_seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// What the browser calls itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")]
    pub user_agent: Option<String>,
    /// The session of this very request.
    pub current: bool,
}

/// Opens a session; the secret goes into the cookie.
pub async fn open(
    transaction: &DatabaseTransaction,
    person: &user::Model,
    role: Role,
    user_agent: Option<&str>,
    now: DateTime<Utc>,
) -> anyhow::Result<Secret> {
    let secret = Secret::generate()?;
    let row = session::ActiveModel {
        id: Set(Uuid::now_v7()),
        token_hash: Set(secret.hash()),
        user_id: Set(person.id),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(now + if role.is_operator() { OPERATORS_LONGEST } else { LONGEST }),
        second_factor_at: Set(None),
        revoked_at: Set(None),
        user_agent: Set(user_agent.map(|agent| agent.chars().take(LONGEST_AGENT).collect())),
    };
    row.insert(transaction).await.context("cannot open a session")?;
    Ok(secret)
}

/// The session behind a cookie; `None` when there is none any more.
pub async fn find(db: &Db, secret: &Secret, now: DateTime<Utc>) -> anyhow::Result<Option<Session>> {
    let stored = session::Entity::find().filter(session::Column::TokenHash.eq(secret.hash())).one(&**db).await?;
    let Some(stored) = stored.filter(|row| lives(row, now)) else { return Ok(None) };
    let Some(person) = user::Entity::find_by_id(stored.user_id).one(&**db).await? else { return Ok(None) };
    if person.disabled_at.is_some() {
        return Ok(None);
    }
    let role: Role = person.role.parse().with_context(|| format!("cannot read the role of user {}", person.id))?;
    let organisation = match person.organisation_id {
        Some(id) => organisation::Entity::find_by_id(id).one(&**db).await?,
        None => None,
    };
    let second_factor = second_factors::is_set_up(&**db, person.id).await?;
    let standing = match &organisation {
        _ if second_factor && stored.second_factor_at.is_none() => Standing::NeedsCode,
        _ if role.is_operator() && stored.second_factor_at.is_none() => Standing::NeedsSecondFactor,
        _ if person.waiting_since.is_some() => Standing::Waiting(OrganisationStanding::Pending),
        Some(organisation) => match OrganisationStanding::of(organisation)? {
            OrganisationStanding::Approved => Standing::Full,
            other => Standing::Waiting(other),
        },
        None => Standing::Full,
    };
    if now - stored.last_seen_at > SEEN_NOTED_EVERY {
        note_seen(db, stored.id, now).await?;
    }
    Ok(Some(Session {
        id: stored.id,
        user: person,
        role,
        organisation,
        standing,
        second_factor,
        secret: secret.clone(),
    }))
}

fn lives(row: &session::Model, now: DateTime<Utc>) -> bool {
    row.revoked_at.is_none() && row.expires_at > now && row.last_seen_at + IDLE > now
}

/// Those of some sessions that are open and give their people rights, with the person. Looking is no use of a session:
/// one that is left alone ends as if nobody had looked.
pub async fn open_among(
    db: &impl ConnectionTrait,
    ids: Vec<Uuid>,
    now: DateTime<Utc>,
) -> anyhow::Result<HashMap<Uuid, user::Model>> {
    let rows = session::Entity::find().filter(session::Column::Id.is_in(ids)).all(db).await?;
    let rows: Vec<session::Model> = rows.into_iter().filter(|row| lives(row, now)).collect();
    let people = user::Entity::find().filter(user::Column::Id.is_in(rows.iter().map(|row| row.user_id)));
    let people = people.filter(user::Column::DisabledAt.is_null()).filter(user::Column::WaitingSince.is_null());
    let people = people.all(db).await?;
    let homes = organisation::Column::Id.is_in(people.iter().filter_map(|person| person.organisation_id));
    let approved = organisation::Column::Status.eq(OrganisationStanding::Approved.as_str());
    let homes = organisation::Entity::find().filter(homes).filter(approved).all(db).await?;
    let homes: HashSet<Uuid> = homes.into_iter().map(|home| home.id).collect();
    let admitted = people.into_iter().filter(|person| person.organisation_id.is_none_or(|id| homes.contains(&id)));
    let admitted: HashMap<Uuid, user::Model> = admitted.map(|person| (person.id, person)).collect();
    Ok(rows.into_iter().filter_map(|row| Some((row.id, admitted.get(&row.user_id)?.clone()))).collect())
}

async fn note_seen(db: &Db, id: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
    let noted: Result<(), DbErr> = db
        .write(async |transaction| {
            session::Entity::update_many()
                .col_expr(session::Column::LastSeenAt, Expr::value(now))
                .filter(session::Column::Id.eq(id))
                .exec(transaction)
                .await
                .map(drop)
        })
        .await;
    noted.context("cannot note the use of a session")
}

/// The second factor was shown.
pub async fn pass_second_factor(transaction: &DatabaseTransaction, id: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(session::Column::SecondFactorAt, Expr::value(now))
        .filter(session::Column::Id.eq(id))
        .exec(transaction)
        .await
        .map(drop)
}

/// The same for a session that was just opened, where whoever vouches for the person has seen a second factor.
pub async fn pass_by_secret(
    transaction: &DatabaseTransaction,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(session::Column::SecondFactorAt, Expr::value(now))
        .filter(session::Column::TokenHash.eq(secret.hash()))
        .exec(transaction)
        .await
        .map(drop)
}

/// The second factor is gone, and with it what was shown of it.
pub async fn unpass_second_factor(transaction: &DatabaseTransaction, user_id: Uuid) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(session::Column::SecondFactorAt, Expr::value(None::<DateTime<Utc>>))
        .filter(session::Column::UserId.eq(user_id))
        .exec(transaction)
        .await
        .map(drop)
}

/// The living sessions of a person, the last opened first.
pub async fn list(
    db: &impl ConnectionTrait,
    user_id: Uuid,
    current: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<Vec<SessionView>, DbErr> {
    let rows = session::Entity::find()
        .filter(session::Column::UserId.eq(user_id))
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now))
        .order_by_desc(session::Column::Id)
        .all(db)
        .await?;
    let view = |row: session::Model| SessionView {
        current: Some(row.id) == current,
        id: row.id,
        created_at: row.created_at,
        last_seen_at: row.last_seen_at,
        expires_at: row.expires_at,
        user_agent: row.user_agent,
    };
    Ok(rows.into_iter().filter(|row| lives(row, now)).map(view).collect())
}

/// Closes one session of a person; whether there was one.
pub async fn close(
    transaction: &DatabaseTransaction,
    user_id: Uuid,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let closed = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(now))
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::UserId.eq(user_id))
        .filter(session::Column::RevokedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(closed.rows_affected > 0)
}

/// Closes every session of a person but one.
pub async fn close_all(
    transaction: &DatabaseTransaction,
    user_id: Uuid,
    but: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut closing = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(now))
        .filter(session::Column::UserId.eq(user_id))
        .filter(session::Column::RevokedAt.is_null());
    if let Some(kept) = but {
        closing = closing.filter(session::Column::Id.ne(kept));
    }
    closing.exec(transaction).await.map(drop)
}
