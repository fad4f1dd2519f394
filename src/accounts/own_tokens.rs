//! The tokens of a person's own programs: listed, made with scopes and an end, revoked.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    Set,
};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::actor::Actor;
use super::rows::token;
use super::scopes::TokenScope;
use super::tokens::Token;
use crate::audit::{self, Deed, NewEntry};
use crate::error::Fault;

/// Days a token lives when nothing is said, and at most.
pub const USUAL_DAYS: i64 = 90;
pub const MOST_DAYS: i64 = 365;
const LONGEST_NAME: usize = 100;

/// A token as its owner sees it. The token itself is shown once, when it is made.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TokenView {
    pub id: Uuid,
    /// What its owner calls it.
    #[schema(example = "nightly import")]
    pub name: String,
    pub scopes: Vec<TokenScope>,
    pub created_at: DateTime<Utc>,
    /// Missing for a token of the operator that has no end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<DateTime<Utc>>,
    /// To within an hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<DateTime<Utc>>,
}

impl From<token::Model> for TokenView {
    fn from(row: token::Model) -> Self {
        Self {
            id: row.id,
            scopes: TokenScope::read_all(&row.scopes),
            name: row.name,
            created_at: row.created_at,
            expires_at: row.expires_at,
            last_used_at: row.last_used_at,
        }
    }
}

/// The living tokens of a person, the last made first.
pub async fn list(db: &impl ConnectionTrait, user_id: Uuid, now: DateTime<Utc>) -> Result<Vec<TokenView>, DbErr> {
    let rows = token::Entity::find()
        .filter(token::Column::UserId.eq(user_id))
        .filter(token::Column::RevokedAt.is_null())
        .order_by_desc(token::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter(|row| row.expires_at.is_none_or(|end| end > now)).map(TokenView::from).collect())
}

/// What is wrong with a token that is asked for by somebody who holds these scopes.
pub fn faults(name: &str, scopes: &[TokenScope], held: &[TokenScope], days: i64) -> Vec<Fault> {
    let mut faults = Vec::new();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        faults.push(Fault::field("/name", "length", format!("takes 1 to {LONGEST_NAME} characters")));
    }
    if !(1..=MOST_DAYS).contains(&days) {
        faults.push(Fault::field("/days", "out_of_range", format!("must be from 1 to {MOST_DAYS}")));
    }
    if scopes.is_empty() {
        faults.push(Fault::field("/scopes", "required", "a token needs a scope"));
    }
    if let Some(wider) = scopes.iter().find(|scope| !held.contains(scope)) {
        faults.push(Fault::field("/scopes", "too_wide", format!("the token that asks has no scope `{wider}` itself")));
    }
    faults
}

/// Makes a token for a person, with an entry in the audit log.
///
/// # Errors
/// The database failed.
pub async fn make_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    user_id: Uuid,
    (name, scopes, days): (&str, &[TokenScope], i64),
    now: DateTime<Utc>,
) -> anyhow::Result<(Token, TokenView)> {
    let (token, record) = issue(transaction, user_id, name, scopes, days, now).await?;
    let detail = json!({ "token": record.id, "scopes": scopes, "days": days });
    let entry = NewEntry::new(actor, now, Deed::TokenMade).to(user_id).with(detail);
    audit::record(transaction, vec![entry]).await?;
    Ok((token, record))
}

/// Revokes a token of a person, with an entry in the audit log; whether there was one.
///
/// # Errors
/// The database failed.
pub async fn revoke_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    user_id: Uuid,
    id: Uuid,
    now: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let gone = revoke(transaction, user_id, id, now).await?;
    if gone {
        let entry = NewEntry::new(actor, now, Deed::TokenRevoked).to(user_id).with(json!({ "token": id }));
        audit::record(transaction, vec![entry]).await?;
    }
    Ok(gone)
}

/// Makes a token.
pub async fn issue(
    transaction: &DatabaseTransaction,
    user_id: Uuid,
    name: &str,
    scopes: &[TokenScope],
    days: i64,
    now: DateTime<Utc>,
) -> anyhow::Result<(Token, TokenView)> {
    let token = Token::generate()?;
    let row = token::ActiveModel {
        id: Set(Uuid::now_v7()),
        user_id: Set(user_id),
        name: Set(name.to_owned()),
        token_hash: Set(token.hash()),
        created_at: Set(now),
        expires_at: Set(Some(now + TimeDelta::days(days))),
        last_used_at: Set(None),
        revoked_at: Set(None),
        scopes: Set(TokenScope::write_all(scopes)),
    };
    let stored = row.insert(transaction).await?;
    Ok((token, stored.into()))
}

/// Revokes a token of a person; whether there was one.
pub async fn revoke(
    transaction: &DatabaseTransaction,
    user_id: Uuid,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let revoked = token::Entity::update_many()
        .col_expr(token::Column::RevokedAt, Expr::value(now))
        .filter(token::Column::Id.eq(id))
        .filter(token::Column::UserId.eq(user_id))
        .filter(token::Column::RevokedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(revoked.rows_affected > 0)
}
