//! Accounts made on the command line, before there are pages for them: `siku user create` and `siku user reset`.

use anyhow::Context;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::actor::{Actor, Role};
use super::organisations::{self, OrganisationKind};
use super::rows::{token, user};
use super::tokens::Token;
use crate::audit::{self, NewEntry};
use crate::db::{Contended, Db};
use crate::library::store::now;
use crate::library::store::numbers::ChangeNumbers;

/// Longest name of an account or organisation, in characters.
const LONGEST_NAME: usize = 200;

/// An account to be made.
#[derive(Debug, Clone)]
pub struct NewUser<'a> {
    /// Name to sign in with; no two accounts share one.
    pub name: &'a str,
    pub role: Role,
    /// The organisation it belongs to; made when there is none of this name.
    pub organisation: Option<&'a str>,
}

/// An account with its token, which is shown once and stored nowhere.
#[derive(Debug)]
pub struct Account {
    pub id: Uuid,
    pub name: String,
    pub role: Role,
    pub organisation_id: Option<Uuid>,
    pub token: Token,
}

/// Why an account could not be made or changed.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    #[error("an account needs a name of 1 to {LONGEST_NAME} characters")]
    BadName,
    #[error("there is an account named {0} already (`siku user reset {0}` gives it a new token)")]
    NameTaken(String),
    #[error("there is no account named {0}")]
    Unknown(String),
    #[error("the database failed")]
    Database(#[from] DbErr),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl Contended for AccountError {
    fn is_contended(&self) -> bool {
        match self {
            Self::Database(error) => error.is_contended(),
            Self::Other(error) => error.is_contended(),
            _ => false,
        }
    }
}

/// Makes an account and its first token.
pub async fn create(db: &Db, new: &NewUser<'_>) -> Result<Account, AccountError> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(AccountError::BadName);
    }
    let token = Token::generate()?;
    db.write(async |transaction| {
        if by_name(transaction, name).await?.is_some() {
            return Err(AccountError::NameTaken(name.to_owned()));
        }
        let organisation_id = match new.organisation.map(str::trim).filter(|name| !name.is_empty()) {
            Some(name) => Some(organisations::named(transaction, name, OrganisationKind::of(new.role)).await?),
            None => None,
        };
        let id = Uuid::now_v7();
        let row = user::ActiveModel {
            id: Set(id),
            email: Set(None),
            name: Set(name.to_owned()),
            role: Set(new.role.as_str().to_owned()),
            organisation_id: Set(organisation_id),
            password_hash: Set(None),
            created_at: Set(now()),
            disabled_at: Set(None),
        };
        row.insert(transaction).await?;
        issue(transaction, id, &token).await?;
        note(transaction, "account_created", id, name, new.role.as_str()).await?;
        Ok(Account { id, name: name.to_owned(), role: new.role, organisation_id, token: token.clone() })
    })
    .await
}

/// Revokes every token of an account and gives it a new one.
pub async fn reset(db: &Db, name: &str) -> Result<Account, AccountError> {
    let token = Token::generate()?;
    db.write(async |transaction| {
        let Some(person) = by_name(transaction, name.trim()).await? else {
            return Err(AccountError::Unknown(name.trim().to_owned()));
        };
        token::Entity::update_many()
            .col_expr(token::Column::RevokedAt, Expr::value(now()))
            .filter(token::Column::UserId.eq(person.id))
            .filter(token::Column::RevokedAt.is_null())
            .exec(transaction)
            .await?;
        issue(transaction, person.id, &token).await?;
        note(transaction, "account_reset", person.id, &person.name, &person.role).await?;
        let role = person.role.parse().with_context(|| format!("cannot read the role of user {}", person.id))?;
        Ok(Account {
            id: person.id,
            name: person.name,
            role,
            organisation_id: person.organisation_id,
            token: token.clone(),
        })
    })
    .await
}

/// The account of this name. Two of one name cannot come to be: changes of the service wait for one another.
async fn by_name(transaction: &DatabaseTransaction, name: &str) -> Result<Option<user::Model>, DbErr> {
    ChangeNumbers::hold(transaction).await?;
    user::Entity::find().filter(user::Column::Name.eq(name)).one(transaction).await
}

/// Writes down what was done to an account on the command line.
async fn note(
    transaction: &DatabaseTransaction,
    action: &str,
    id: Uuid,
    name: &str,
    role: &str,
) -> Result<(), AccountError> {
    let entry = NewEntry::new(&Actor::System, now(), action).to(id);
    let entry = entry.with(serde_json::json!({ "name": name, "role": role }));
    Ok(audit::record(transaction, vec![entry]).await?)
}

async fn issue(transaction: &DatabaseTransaction, user_id: Uuid, token: &Token) -> Result<(), DbErr> {
    let row = token::ActiveModel {
        id: Set(Uuid::now_v7()),
        user_id: Set(user_id),
        name: Set(token.shown().to_owned()),
        token_hash: Set(token.hash()),
        created_at: Set(now()),
        expires_at: Set(None),
        last_used_at: Set(None),
        revoked_at: Set(None),
    };
    row.insert(transaction).await.map(drop)
}
