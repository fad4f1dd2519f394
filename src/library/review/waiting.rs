//! What a reviewer reads before scoring: the record as it is to be, what it was when it was published last, what the
//! checks said.

use anyhow::Context;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::revision::revised;
use super::submission::{LookedOver, last_of};
use crate::accounts::{Action, Actor};
use crate::library::codes::Status;
use crate::library::store::rows::version;
use crate::library::store::{StoreError, find};
use crate::library::{Library, Record};

/// A record that waits for a review.
#[derive(Debug)]
pub struct Waiting<L: Library> {
    /// As it is to be.
    pub record: Record<L>,
    /// As it was when it was published last.
    pub published: Option<L::Body>,
    /// What a review has to name.
    pub version: i32,
    /// What the checks said; `None` where it was submitted without them.
    pub looked: Option<LookedOver>,
}

/// The record with this id or number, if it waits for a review and the actor may review.
pub async fn waiting<L: Library>(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id_or_number: &str,
) -> Result<Option<Waiting<L>>, StoreError> {
    let Some(record) = find::<L>(db, actor, id_or_number).await? else { return Ok(None) };
    if !actor.may(Action::ReviewRecord, record.head.owner_organisation_id) {
        return Err(StoreError::Forbidden);
    }
    if let Some((published, revision, body)) = revised::<L>(db, actor, id_or_number).await? {
        if !revision.waiting {
            return Ok(None);
        }
        let looked = last_of(db, &[published.head.id]).await?.remove(&published.head.id).map(|one| one.looked);
        let record = Record { head: published.head, body };
        return Ok(Some(Waiting { record, published: Some(published.body), version: revision.version, looked }));
    }
    if record.head.status != Status::Submitted {
        return Ok(None);
    }
    let looked = last_of(db, &[record.head.id]).await?.remove(&record.head.id).map(|one| one.looked);
    let published = last_published::<L>(db, record.head.id).await?;
    Ok(Some(Waiting { version: record.head.version, record, published, looked }))
}

/// The body of the newest version that everybody saw.
async fn last_published<L: Library>(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<L::Body>, StoreError> {
    let select = version::Entity::find()
        .filter(version::Column::RecordId.eq(id))
        .filter(version::Column::Status.eq(Status::Published.as_str()))
        .order_by_desc(version::Column::Version);
    let row = select.one(db).await?;
    let read = |row: version::Model| {
        serde_json::from_value(row.body).with_context(|| format!("cannot read version {} of {id}", row.version))
    };
    Ok(row.map(read).transpose()?)
}
