//! Files of a case: the broker's, and each side's. A file is seen by the broker and by those it is for; what one side
//! brings is never shown to the other by itself. Content is kept in the database under its hash, so that it is in
//! every backup and there as soon as its document is.

use anyhow::anyhow;
use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set,
};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

use super::kind_of_file::{ENDINGS, harmless_name, media_type};
use super::rows::{content, document};
use super::seat::{Seat, fault, seat};
use crate::accounts::{Action, Actor, Scope};
use crate::audit::{self, Deed, NewEntry};
use crate::db::Db;
use crate::library::closed_set::closed_set;
use crate::library::validate::FieldCode;
use crate::matching::life::{Acting, LifeError, Side};

closed_set! {
    /// Who beside the broker sees a document.
    pub enum Audience {
        /// The broker alone.
        #[default]
        Broker = "broker" [],
        Demand = "demand" [],
        Technology = "technology" [],
        /// Both sides.
        Both = "both" [],
    }
}

impl Audience {
    fn of(side: Side) -> Self {
        match side {
            Side::Demand => Self::Demand,
            Side::Technology => Self::Technology,
        }
    }

    /// The audiences a side is in.
    fn with(side: Side) -> [&'static str; 2] {
        [Self::of(side).as_str(), Self::Both.as_str()]
    }
}

/// A file to be put into a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDocument {
    pub name: String,
    pub content: Vec<u8>,
    /// Who is to see it; a side's own people and the broker see what a side brings.
    pub visible_to: Option<Audience>,
}

/// A file in a case.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = CaseDocument)]
pub struct Document {
    pub id: Uuid,
    #[schema(example = "意向书.pdf")]
    pub name: String,
    /// What it is, by its content.
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// In bytes.
    pub size: i64,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
    pub visible_to: Audience,
    /// In what capacity it was brought.
    pub acting: Acting,
    /// Who brought it; for brokers, and for those of the same side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Uuid>,
    pub at: DateTime<Utc>,
}

/// The documents of a case that its reader may see, oldest first.
///
/// # Errors
/// See [`LifeError`].
pub async fn list(db: &impl ConnectionTrait, actor: &Actor, id: Uuid) -> Result<Vec<Document>, LifeError> {
    of(db, &seat(db, actor, id).await?).await
}

pub(super) async fn of(db: &impl ConnectionTrait, seat: &Seat) -> Result<Vec<Document>, LifeError> {
    let rows = visible(seat).order_by_asc(document::Column::Id).all(db).await?;
    rows.into_iter().map(|row| shown(row, seat)).collect()
}

/// Only what the seat may see.
fn visible(seat: &Seat) -> sea_orm::Select<document::Entity> {
    let wanted = document::Entity::find().filter(document::Column::MatchId.eq(seat.row.id));
    match seat.side {
        Some(side) => wanted.filter(document::Column::VisibleTo.is_in(Audience::with(side))),
        None => wanted,
    }
}

fn shown(row: document::Model, seat: &Seat) -> Result<Document, LifeError> {
    Ok(Document {
        id: row.id,
        author: row.author_id.filter(|_| seat.knows(&row.acting)),
        acting: row.acting.parse().map_err(anyhow::Error::from)?,
        visible_to: row.visible_to.parse().map_err(anyhow::Error::from)?,
        name: row.name,
        media_type: row.media_type,
        size: row.size,
        sha256: row.hash,
        at: row.at,
    })
}

/// Puts a file into a case. `largest`: in bytes.
///
/// # Errors
/// See [`LifeError`].
pub async fn add_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    sent: &NewDocument,
    largest: usize,
    now: DateTime<Utc>,
) -> Result<Document, LifeError> {
    let now = now.trunc_subsecs(6);
    let seat = seat(transaction, actor, id).await?;
    if actor.scope(Action::WriteInCase) == Scope::Never {
        return Err(LifeError::Forbidden);
    }
    if sent.content.is_empty() {
        return Err(fault("/content", FieldCode::Required, "the file is empty"));
    }
    if sent.content.len() > largest {
        let detail = format!("must have at most {} MB", largest / 1_000_000);
        return Err(fault("/content", FieldCode::TooLong, detail));
    }
    let Some(media_type) = media_type(&sent.content) else {
        let detail = format!("is none of {ENDINGS}, or has a program in it");
        return Err(fault("/content", FieldCode::Invalid, detail));
    };
    let visible_to = match (seat.side, sent.visible_to) {
        (None, asked) => asked.unwrap_or_default(),
        (Some(side), asked) if asked.is_none_or(|asked| asked == Audience::of(side)) => Audience::of(side),
        (Some(_), _) => {
            return Err(fault("/visible_to", FieldCode::Invalid, "a side brings what it and the broker see"));
        }
    };
    let hash: String = Sha256::digest(&sent.content).iter().map(|byte| format!("{byte:02x}")).collect();
    let kept = content::ActiveModel { hash: Set(hash.clone()), content: Set(sent.content.clone()) };
    let known = OnConflict::column(content::Column::Hash).do_nothing().to_owned();
    content::Entity::insert_many([kept]).on_conflict(known).exec_without_returning(transaction).await?;
    let row = document::Model {
        id: Uuid::now_v7(),
        match_id: id,
        name: harmless_name(&sent.name, media_type),
        media_type: media_type.to_owned(),
        size: i64::try_from(sent.content.len()).unwrap_or(i64::MAX),
        hash,
        visible_to: visible_to.as_str().to_owned(),
        acting: seat.acting().as_str().to_owned(),
        author_id: actor.user_id(),
        at: now,
    };
    document::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let detail = json!({ "document": row.id, "hash": row.hash, "size": row.size, "visible_to": row.visible_to });
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::DocumentAdded).to(id).with(detail)]).await?;
    shown(row, &seat)
}

/// A document with its content; that it was read is written down first.
///
/// # Errors
/// See [`LifeError`].
pub async fn read(
    db: &Db,
    actor: &Actor,
    id: Uuid,
    document: Uuid,
    now: DateTime<Utc>,
) -> Result<(Document, Vec<u8>), LifeError> {
    let seat = seat(&**db, actor, id).await?;
    let found = visible(&seat).filter(document::Column::Id.eq(document)).one(&**db).await?;
    let found = shown(found.ok_or(LifeError::NotFound)?, &seat)?;
    let kept = content::Entity::find_by_id(found.sha256.clone()).one(&**db).await?;
    let content = kept.ok_or_else(|| anyhow!("the content of document {document} is missing"))?.content;
    let hash: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
    if hash != found.sha256 {
        return Err(anyhow!("the content of document {document} is not what was stored").into());
    }
    let detail = json!({ "document": document, "hash": hash });
    let entry = &NewEntry::new(actor, now, Deed::ReadDocument).to(id).with(detail);
    db.write_send(|transaction| Box::pin(async move { audit::record(&transaction, vec![entry.clone()]).await }))
        .await?;
    Ok((found, content))
}
