//! Writing entries. Whoever writes holds the head of the chain until the commit: the next writer waits, so numbers
//! have no gaps and the order of the chain is the order of the commits, on both databases.

use anyhow::{Context, ensure};
use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, Set,
};
use serde_json::Value;
use uuid::Uuid;

use super::deed::Done;
use super::entry::Entry;
use crate::accounts::Actor;
use crate::db::Db;
use crate::library::LibraryKind;
use crate::library::store::change::insert_all;
use crate::library::store::rows::audit;

/// Entries bound at a time when a database comes to its chain.
const PORTION: u64 = 2_000;

/// The row of the chain.
pub mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_chain")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub entry_id: Uuid,
        pub previous_hash: String,
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is to be written down.
#[derive(Debug, Clone)]
pub struct NewEntry {
    at: DateTime<Utc>,
    actor_id: Option<Uuid>,
    action: Done,
    library: Option<LibraryKind>,
    record_id: Option<Uuid>,
    version: Option<i32>,
    detail: Option<Value>,
}

impl NewEntry {
    /// `actor` did `action`.
    pub fn new(actor: &Actor, at: DateTime<Utc>, action: impl Into<Done>) -> Self {
        Self {
            at,
            actor_id: actor.user_id(),
            action: action.into(),
            library: None,
            record_id: None,
            version: None,
            detail: None,
        }
    }

    /// To this version of a record.
    pub fn to_record(self, library: LibraryKind, id: Uuid, version: i32) -> Self {
        Self { library: Some(library), record_id: Some(id), version: Some(version), ..self }
    }

    /// To a library as a whole.
    pub fn to_library(self, library: LibraryKind) -> Self {
        Self { library: Some(library), ..self }
    }

    /// To something that is in no library: a person, an organisation, a match.
    pub fn to(self, id: Uuid) -> Self {
        Self { record_id: Some(id), ..self }
    }

    /// More about it, in whole numbers and words; never a confidential text.
    pub fn with(self, detail: Value) -> Self {
        Self { detail: Some(detail).filter(|detail| !detail.is_null()), ..self }
    }
}

/// The newest entry: its number and hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub seq: i64,
    pub hash: String,
}

impl Head {
    /// Waits for the writer before and holds the head until the transaction ends. Where changes are numbered as well,
    /// `ChangeNumbers` come first.
    async fn hold(transaction: &DatabaseTransaction) -> anyhow::Result<Self> {
        let mut head = Self::read(transaction, true).await?;
        if head.seq == 0 {
            head.adopt(transaction).await?;
        }
        Ok(head)
    }

    pub(super) async fn read(db: &impl ConnectionTrait, hold: bool) -> anyhow::Result<Self> {
        let mut select = Query::select();
        select.columns(["seq", "hash"]).from("audit_head").and_where(Expr::col("id").eq(1));
        if hold {
            select.lock_exclusive();
        }
        let row = db.query_one(&select).await.context("cannot read the head of the audit chain")?;
        let row = row.context("the head of the audit chain is gone")?;
        Ok(Self { seq: row.try_get("", "seq")?, hash: row.try_get("", "hash")? })
    }

    /// Binds entries to the chain.
    async fn bind(&mut self, transaction: &DatabaseTransaction, entries: Vec<audit::Model>) -> anyhow::Result<()> {
        let mut places = Vec::with_capacity(entries.len());
        for entry in entries {
            let entry_id = entry.id;
            let previous_hash = self.hash.clone();
            let place = row::Model { seq: self.seq + 1, entry_id, previous_hash, hash: String::new() };
            let bound = Entry::of(place, entry);
            self.hash = bound.computed_hash()?;
            self.seq = bound.seq;
            places.push(row::ActiveModel {
                seq: Set(bound.seq),
                entry_id: Set(entry_id),
                previous_hash: Set(bound.previous_hash),
                hash: Set(self.hash.clone()),
            });
        }
        insert_all::<row::Entity, _>(transaction, places).await.context("cannot extend the audit chain")
    }

    /// Entries older than the chain itself become its beginning, in the order of their ids, which is that of time.
    async fn adopt(&mut self, transaction: &DatabaseTransaction) -> anyhow::Result<()> {
        let mut last = None;
        loop {
            let mut select = audit::Entity::find().order_by_asc(audit::Column::Id).limit(PORTION);
            if let Some(last) = last {
                select = select.filter(audit::Column::Id.gt(last));
            }
            let entries = select.all(transaction).await.context("cannot read the audit")?;
            last = entries.last().map(|entry| entry.id);
            if last.is_none() {
                return Ok(());
            }
            self.bind(transaction, entries).await?;
        }
    }

    async fn store(self, transaction: &DatabaseTransaction) -> anyhow::Result<()> {
        let update = Query::update()
            .table("audit_head")
            .value("seq", self.seq)
            .value("hash", self.hash)
            .and_where(Expr::col("id").eq(1))
            .take();
        transaction.execute(&update).await.context("cannot extend the audit chain").map(drop)
    }
}

/// Writes entries, in order, as part of the transaction of what they tell of.
pub async fn record(transaction: &DatabaseTransaction, entries: Vec<NewEntry>) -> anyhow::Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let mut head = Head::hold(transaction).await?;
    let entries = entries.into_iter().map(stored).collect::<anyhow::Result<Vec<_>>>()?;
    head.bind(transaction, entries.clone()).await?;
    let rows = entries.into_iter().map(|entry| entry.into_active_model().reset_all());
    insert_all::<audit::Entity, _>(transaction, rows.collect()).await.context("cannot write the audit")?;
    head.store(transaction).await
}

/// The row of a new entry, of which nothing changes by being stored: PostgreSQL keeps microseconds, and writes
/// fractions in its own way.
fn stored(new: NewEntry) -> anyhow::Result<audit::Model> {
    ensure!(new.detail.as_ref().is_none_or(whole), "the detail of an audit entry has a number that is not whole");
    Ok(audit::Model {
        id: Uuid::now_v7(),
        at: new.at.trunc_subsecs(6),
        actor_id: new.actor_id,
        action: new.action.into_code(),
        library: new.library.map(|library| library.as_str().to_owned()),
        record_id: new.record_id,
        version: new.version,
        detail: new.detail,
    })
}

fn whole(value: &Value) -> bool {
    match value {
        Value::Number(number) => !number.is_f64(),
        Value::Array(values) => values.iter().all(whole),
        Value::Object(members) => members.values().all(whole),
        _ => true,
    }
}

/// Writes one entry that tells of nothing else that is stored.
pub async fn note(db: &Db, entry: NewEntry) -> anyhow::Result<()> {
    let entry = &entry;
    db.write_send(|transaction| Box::pin(async move { record(&transaction, vec![entry.clone()]).await })).await
}

/// Has entries that are older than the chain become its beginning. Writers do the same before their first entry; this
/// does it at the migration, when nobody waits.
pub async fn adopt(db: &Db) -> anyhow::Result<()> {
    db.write_send(|transaction| {
        Box::pin(async move {
            let head = Head::hold(&transaction).await?;
            head.store(&transaction).await
        })
    })
    .await
}
