//! Files that people have sent to be imported. Kept for a day, so that a person can say what the columns mean, look at
//! what would become of the rows and mend some before they go in. Only who sent a file can read it.

pub mod importing;
pub mod rows;

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, FromQueryResult, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::accounts::Actor;
use crate::audit::{self, Deed, NewEntry};
use crate::db::Db;
use crate::library::LibraryKind;
use crate::library::files::input::{Content, Format, Input};
use crate::library::files::row::Mended;

/// How long a file is kept.
const KEPT: TimeDelta = TimeDelta::hours(24);
/// Files one person may have here at the same time.
pub const MOST_UPLOADS: u64 = 20;

/// What the columns of a file mean, as somebody has said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Their name of a column and ours.
    pub columns: Vec<(String, String)>,
    /// Their columns that are left out.
    pub ignored: Vec<String>,
    /// Our columns with the value they have in every row, where the file has none.
    pub set: Vec<(String, String)>,
}

/// What became of the rows of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    /// Rows that did not go in.
    pub left_out: u64,
    /// What the store said of rows that could be read and did not go in, by line.
    pub refused: std::collections::BTreeMap<u64, Vec<String>>,
    /// Numbers and titles of the first new records.
    pub first: Vec<(String, String)>,
}

/// A file, with its content.
#[derive(Debug, Clone)]
pub struct Upload {
    pub id: Uuid,
    pub library: LibraryKind,
    /// As its owner called it.
    pub name: String,
    format: Format,
    content: Vec<u8>,
    /// Missing until somebody has said what the columns mean.
    pub choices: Option<Choices>,
    pub mended: Mended,
    pub expires_at: DateTime<Utc>,
    /// Missing until the rows went in.
    pub outcome: Option<Outcome>,
}

impl Upload {
    fn of(row: rows::Model) -> anyhow::Result<Self> {
        let read = || -> anyhow::Result<Self> {
            Ok(Self {
                id: row.id,
                library: row.library.parse()?,
                format: Format::named(&row.format).context("the format is none")?,
                name: row.name,
                content: row.content,
                choices: present(row.mapping)?,
                mended: serde_json::from_value(row.mended)?,
                expires_at: row.expires_at,
                outcome: present(row.outcome)?,
            })
        };
        read().with_context(|| format!("cannot read upload {}", row.id))
    }

    /// The file as readers take it.
    pub fn input(&self) -> Input {
        Input { name: self.name.clone(), format: self.format, content: Content::Memory(self.content.clone().into()) }
    }
}

/// A value that is there; some databases give JSON's `null` for none.
fn present<T: serde::de::DeserializeOwned>(stored: Option<Value>) -> Result<Option<T>, serde_json::Error> {
    stored.filter(|value| !value.is_null()).map(serde_json::from_value).transpose()
}

/// A file to be kept.
#[derive(Debug, Clone)]
pub struct NewUpload {
    pub library: LibraryKind,
    pub name: String,
    pub format: Format,
    pub content: Vec<u8>,
}

/// Keeps a file for who sent it; `None` when they have too many here already.
///
/// # Errors
/// The database failed.
pub async fn add_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    new: &NewUpload,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Uuid>> {
    let user = actor.user_id().context("a file is sent by somebody")?;
    if of(user, now).count(transaction).await.context("cannot count uploads")? >= MOST_UPLOADS {
        return Ok(None);
    }
    let row = rows::Model {
        id: Uuid::now_v7(),
        user_id: user,
        library: new.library.as_str().to_owned(),
        name: new.name.clone(),
        format: new.format.name().to_owned(),
        content: new.content.clone(),
        mapping: None,
        mended: json!({}),
        created_at: now,
        expires_at: now + KEPT,
        imported_at: None,
        outcome: None,
    };
    let id = row.id;
    rows::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    let detail = json!({ "format": new.format.name(), "size": new.content.len() });
    note(transaction, actor, now, Deed::UploadAdded, new.library, id, detail).await?;
    Ok(Some(id))
}

async fn note(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    now: DateTime<Utc>,
    action: Deed,
    library: LibraryKind,
    id: Uuid,
    detail: Value,
) -> anyhow::Result<()> {
    let entry = NewEntry::new(actor, now, action).to_library(library).to(id).with(detail);
    audit::record(transaction, vec![entry]).await
}

/// Those of a person that are still kept.
fn of(user: Uuid, now: DateTime<Utc>) -> sea_orm::Select<rows::Entity> {
    rows::Entity::find().filter(rows::Column::UserId.eq(user)).filter(rows::Column::ExpiresAt.gt(now))
}

/// A file in the list of its owner.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Listed {
    pub id: Uuid,
    pub library: String,
    pub name: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub imported_at: Option<DateTime<Utc>>,
}

/// The files of a person, the newest first.
///
/// # Errors
/// The database failed.
pub async fn list(db: &impl ConnectionTrait, user: Uuid, now: DateTime<Utc>) -> anyhow::Result<Vec<Listed>> {
    use rows::Column::{CreatedAt, ExpiresAt, Id, ImportedAt, Library, Name};
    let own = of(user, now).order_by_desc(Id).select_only();
    let own = own.columns([Id, Library, Name, CreatedAt, ExpiresAt, ImportedAt]).into_model::<Listed>();
    own.all(db).await.context("cannot list uploads")
}

/// A file of this person; nothing for one of somebody else.
///
/// # Errors
/// The database failed.
pub async fn find(
    db: &impl ConnectionTrait,
    user: Uuid,
    id: Uuid,
    now: DateTime<Utc>,
) -> anyhow::Result<Option<Upload>> {
    let found = of(user, now).filter(rows::Column::Id.eq(id)).one(db).await.context("cannot read an upload")?;
    found.map(Upload::of).transpose()
}

/// What somebody may change of a file whose rows are not in yet.
#[derive(Debug, Clone)]
pub enum Said {
    /// What the columns mean. What was mended before stays.
    Columns(Choices),
    Mended(Mended),
}

/// Keeps what the owner of a file has said; whether it could still be said.
///
/// # Errors
/// The database failed.
pub async fn say_in(transaction: &DatabaseTransaction, user: Uuid, id: Uuid, said: &Said) -> anyhow::Result<bool> {
    let (column, value) = match said {
        Said::Columns(choices) => (rows::Column::Mapping, serde_json::to_value(choices)?),
        Said::Mended(mended) => (rows::Column::Mended, serde_json::to_value(mended)?),
    };
    let own = rows::Entity::update_many()
        .col_expr(column, Expr::val(value))
        .filter(rows::Column::UserId.eq(user))
        .filter(rows::Column::Id.eq(id))
        .filter(rows::Column::ImportedAt.is_null());
    Ok(own.exec(transaction).await.context("cannot keep what was said of an upload")?.rows_affected > 0)
}

/// Forgets a file of this person; whether there was one.
///
/// # Errors
/// The database failed.
pub async fn remove_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    upload: &Upload,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    rows::Entity::delete_by_id(upload.id).exec(transaction).await.context("cannot remove an upload")?;
    note(transaction, actor, now, Deed::UploadRemoved, upload.library, upload.id, json!({})).await
}

/// Forgets files whose time is over; answers how many.
///
/// # Errors
/// The database failed.
pub async fn expire(db: &Db, now: DateTime<Utc>) -> anyhow::Result<usize> {
    let over = || rows::Entity::find().filter(rows::Column::ExpiresAt.lte(now));
    // A look without a lock: an idle worker disturbs nobody.
    if over().count(&**db).await.context("cannot look for old uploads")? == 0 {
        return Ok(0);
    }
    db.write_send(|transaction| {
        Box::pin(async move {
            let gone: Vec<(Uuid, String)> = rows::Entity::find()
                .filter(rows::Column::ExpiresAt.lte(now))
                .select_only()
                .columns([rows::Column::Id, rows::Column::Library])
                .into_tuple()
                .all(&*transaction)
                .await?;
            let ids = gone.iter().map(|(id, _)| *id);
            rows::Entity::delete_many().filter(rows::Column::Id.is_in(ids)).exec(&*transaction).await?;
            let mut entries = Vec::with_capacity(gone.len());
            for (id, library) in &gone {
                entries
                    .push(NewEntry::new(&Actor::System, now, Deed::UploadExpired).to_library(library.parse()?).to(*id));
            }
            audit::record(&transaction, entries).await?;
            anyhow::Ok(gone.len())
        })
    })
    .await
    .context("cannot forget old uploads")
}
