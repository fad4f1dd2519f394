//! The tokens of a person's own programs: listed, made with scopes and an end, revoked.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    Set,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::rows::token;
use super::scopes::TokenScope;
use super::tokens::Token;

/// Days a token lives when nothing is said, and at most.
pub const USUAL_DAYS: i64 = 90;
pub const MOST_DAYS: i64 = 365;

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
