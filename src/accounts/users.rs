//! Accounts as they are stored, and those made on the command line: `siku user create` and `siku user reset`.

use anyhow::Context;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::actor::{Actor, Role};
use super::credentials;
use super::organisations::{self, OrganisationKind, Standing};
use super::password::{self, Weakness};
use super::rows::{organisation, token, user};
use super::scopes::TokenScope;
use super::sessions;
use super::sign_in::{by_account, folded};
use super::tokens::Token;
use super::warning::{Changed, warn};
use crate::audit::{self, Deed, NewEntry};
use crate::config::Mail;
use crate::db::{Contended, Db};
use crate::library::store::now;
use crate::library::store::numbers::ChangeNumbers;

/// Longest name of an account or organisation, in characters.
pub const LONGEST_NAME: usize = 200;
const LONGEST_EMAIL: usize = 254;

/// An account to be made.
#[derive(Debug, Clone)]
pub struct NewUser<'a> {
    /// Name to sign in with; no two accounts share one.
    pub name: &'a str,
    pub role: Role,
    /// The organisation it belongs to; made when there is none of this name.
    pub organisation: Option<&'a str>,
}

/// How a person gets in; an account without these is for programs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entry<'a> {
    /// Address for mails, which is then what the person signs in with.
    pub email: Option<&'a str>,
    /// To sign in on the pages.
    pub password: Option<&'a str>,
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
    #[error("a name without an e-mail address has no @ in it")]
    NameLikeEmail,
    #[error("{0:?} is no e-mail address")]
    BadEmail(String),
    #[error("there is an account with the e-mail address {0} already")]
    EmailTaken(String),
    #[error(transparent)]
    Weak(#[from] Weakness),
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

/// Makes an account for programs and its first token.
pub async fn create(db: &Db, new: &NewUser<'_>) -> Result<Account, AccountError> {
    create_with(db, new, Entry::default()).await
}

/// Makes an account and its first token; with an entry a person can sign in.
pub async fn create_with(db: &Db, new: &NewUser<'_>, entry: Entry<'_>) -> Result<Account, AccountError> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(AccountError::BadName);
    }
    let email = entry.email.map(email_address).transpose()?;
    if email.is_none() && name.contains('@') {
        return Err(AccountError::NameLikeEmail);
    }
    let password_hash = match entry.password {
        Some(password) => {
            password::check(password, &[name, email.as_deref().unwrap_or_default()])?;
            Some(password::hash(password).await?)
        }
        None => None,
    };
    let token = Token::generate()?;
    db.write(async |transaction| {
        if by_name(transaction, name).await?.is_some() {
            return Err(AccountError::NameTaken(name.to_owned()));
        }
        let organisation_id = match new.organisation.map(str::trim).filter(|name| !name.is_empty()) {
            Some(name) => Some(organisations::named(transaction, name, OrganisationKind::of(new.role)).await?),
            None => None,
        };
        let person = Person { name, email: email.as_deref(), role: new.role, organisation_id, waits: false };
        let id = insert(transaction, person, password_hash.clone()).await?;
        issue(transaction, id, &token).await?;
        note(transaction, Deed::AccountCreated, id, name, new.role.as_str()).await?;
        Ok(Account { id, name: name.to_owned(), role: new.role, organisation_id, token: token.clone() })
    })
    .await
}

/// A person to be stored, checked.
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    pub name: &'a str,
    pub email: Option<&'a str>,
    pub role: Role,
    pub organisation_id: Option<Uuid>,
    /// Whether the people of the organisation have to let them in first.
    pub waits: bool,
}

/// Stores a person; refuses an e-mail address that is taken.
pub async fn insert(
    transaction: &DatabaseTransaction,
    person: Person<'_>,
    password_hash: Option<String>,
) -> Result<Uuid, AccountError> {
    if let Some(email) = person.email
        && user::Entity::find().filter(user::Column::Email.eq(email)).one(transaction).await?.is_some()
    {
        return Err(AccountError::EmailTaken(email.to_owned()));
    }
    let id = Uuid::now_v7();
    let row = user::ActiveModel {
        id: Set(id),
        email: Set(person.email.map(str::to_owned)),
        name: Set(person.name.to_owned()),
        role: Set(person.role.as_str().to_owned()),
        organisation_id: Set(person.organisation_id),
        password_hash: Set(password_hash),
        created_at: Set(now()),
        disabled_at: Set(None),
        waiting_since: Set(person.waits.then(now)),
    };
    row.insert(transaction).await?;
    Ok(id)
}

/// An e-mail address in the form in which it is stored. Whether mail arrives there only a mail can tell.
pub fn email_address(written: &str) -> Result<String, AccountError> {
    let email = folded(written);
    let plausible = email.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
    });
    let clean = email.chars().count() <= LONGEST_EMAIL
        && email.matches('@').count() == 1
        && !email
            .chars()
            .any(|character| character.is_whitespace() || character.is_control() || "<>,;\"".contains(character));
    if plausible && clean { Ok(email) } else { Err(AccountError::BadEmail(written.to_owned())) }
}

/// Revokes every token of an account and gives it a new one.
pub async fn reset(db: &Db, name: &str) -> Result<Account, AccountError> {
    let token = Token::generate()?;
    db.write(async |transaction| {
        ChangeNumbers::hold(transaction).await?;
        let Some(person) = named(transaction, name).await? else {
            return Err(AccountError::Unknown(name.trim().to_owned()));
        };
        token::Entity::update_many()
            .col_expr(token::Column::RevokedAt, Expr::value(now()))
            .filter(token::Column::UserId.eq(person.id))
            .filter(token::Column::RevokedAt.is_null())
            .exec(transaction)
            .await?;
        issue(transaction, person.id, &token).await?;
        note(transaction, Deed::AccountReset, person.id, &person.name, &person.role).await?;
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

/// The account an operator means: by e-mail address, or by its name.
async fn named(transaction: &DatabaseTransaction, name: &str) -> Result<Option<user::Model>, DbErr> {
    match by_account(transaction, name).await? {
        Some(person) => Ok(Some(person)),
        None => by_name(transaction, name.trim()).await,
    }
}

/// Gives an account a password, as an operator does for somebody whose mail cannot be reached; closes its sessions.
/// With `forget_factor` the second factor goes too, for somebody who lost it.
pub async fn set_password(
    db: &Db,
    mail: &Mail,
    name: &str,
    password: Option<&str>,
    forget_factor: bool,
) -> Result<(), AccountError> {
    let hash = match password {
        Some(password) => {
            password::check(password, &[name])?;
            Some(password::hash(password).await?)
        }
        None => None,
    };
    db.write(async |transaction| {
        ChangeNumbers::hold(transaction).await?;
        let Some(person) = named(transaction, name).await? else {
            return Err(AccountError::Unknown(name.trim().to_owned()));
        };
        if let Some(hash) = &hash {
            credentials::store(transaction, person.id, hash.clone()).await?;
            warn(transaction, mail, &person, Changed::Password, now()).await?;
            note(transaction, Deed::PasswordSet, person.id, &person.name, &person.role).await?;
        }
        if forget_factor {
            credentials::forget_factor(transaction, person.id).await?;
            warn(transaction, mail, &person, Changed::FactorRemoved, now()).await?;
            note(transaction, Deed::SecondFactorRemoved, person.id, &person.name, &person.role).await?;
        }
        sessions::close_all(transaction, person.id, None, now()).await?;
        Ok(())
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
    action: Deed,
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
        scopes: Set(TokenScope::write_all(TokenScope::ALL)),
    };
    row.insert(transaction).await.map(drop)
}

/// Accounts whose people can use what their role allows: they are here, let in, and their organisation is approved.
pub fn in_use() -> Condition {
    let approved = Query::select()
        .column(organisation::Column::Id)
        .from(organisation::Entity)
        .and_where(organisation::Column::Status.eq(Standing::Approved.as_str()))
        .take();
    let organisation = Condition::any()
        .add(user::Column::OrganisationId.is_null())
        .add(user::Column::OrganisationId.in_subquery(approved));
    Condition::all().add(user::Column::DisabledAt.is_null()).add(user::Column::WaitingSince.is_null()).add(organisation)
}
