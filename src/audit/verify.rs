//! Walking the chain from its first entry: every number there, every hash right, nothing missing at the end.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::chain::{Head, row};
use super::entry::{Entry, START};
use super::list::places;
use crate::db::Db;
use crate::library::files::export::read_only;

/// Places read at a time; memory does not grow with the chain.
pub(super) const PORTION: u64 = 2_000;

/// What a walk came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was altered; the head is to be remembered elsewhere.
    Whole { entries: i64, head: String },
    /// The first place where something is wrong.
    Broken(Break),
}

/// The first place where the chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The number of the entry.
    pub seq: i64,
    /// Its time, or that of the last one before it.
    pub at: Option<DateTime<Utc>>,
    pub reason: String,
}

impl fmt::Display for Break {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {}: {}", self.seq, self.reason)?;
        match self.at {
            Some(at) => write!(f, " ({})", at.to_rfc3339_opts(SecondsFormat::Micros, true)),
            None => Ok(()),
        }
    }
}

/// A walk over entries in order.
pub(super) struct Walk<'a> {
    seq: i64,
    hash: String,
    at: Option<DateTime<Utc>>,
    /// A head somebody wrote down; it must come by.
    remembered: Option<&'a str>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(remembered: Option<&'a str>) -> Self {
        let remembered = remembered.filter(|hash| *hash != START);
        Self { seq: 0, hash: START.to_owned(), at: None, remembered }
    }

    pub(super) fn broken(&self, seq: i64, reason: impl Into<String>) -> Break {
        Break { seq, at: self.at, reason: reason.into() }
    }

    /// One place and what is there.
    fn place(&mut self, place: row::Model, entry: Option<crate::library::store::rows::audit::Model>) -> Option<Break> {
        let expected = self.seq + 1;
        if place.seq != expected {
            return Some(self.broken(expected, format!("is missing; the next one there is {}", place.seq)));
        }
        match entry {
            Some(entry) => self.step(&Entry::of(place, entry)),
            None => Some(self.broken(expected, format!("{} is gone; its place in the chain is left", place.entry_id))),
        }
    }

    /// The next entry.
    pub(super) fn step(&mut self, entry: &Entry) -> Option<Break> {
        let expected = self.seq + 1;
        let at = Some(entry.at);
        if entry.seq != expected {
            return Some(self.broken(expected, format!("is missing; the next one there is {}", entry.seq)));
        }
        if entry.previous_hash != self.hash {
            let reason = "does not follow the entry before it: one of the two was replaced".to_owned();
            return Some(Break { seq: expected, at, reason });
        }
        match entry.computed_hash() {
            Ok(hash) if hash == entry.hash => {}
            _ => return Some(Break { seq: expected, at, reason: "was altered: its hash is another one".to_owned() }),
        }
        if self.remembered == Some(entry.hash.as_str()) {
            self.remembered = None;
        }
        (self.seq, self.at) = (entry.seq, at);
        self.hash.clone_from(&entry.hash);
        None
    }

    /// Everything was seen.
    pub(super) fn end(self) -> Verdict {
        match self.remembered {
            Some(hash) => Verdict::Broken(self.broken(
                self.seq + 1,
                format!("no entry has the remembered hash {hash}: entries at the end were removed, or all rewritten"),
            )),
            None => Verdict::Whole { entries: self.seq, head: self.hash },
        }
    }
}

/// Walks the whole chain as it is now. `remembered` is a head that was written down before: its entry must still be
/// there.
pub async fn verify(db: &Db, remembered: Option<&str>, mut progress: impl FnMut(u64)) -> anyhow::Result<Verdict> {
    let snapshot = read_only(db).await?;
    let mut walk = Walk::new(remembered);
    loop {
        let select = places().filter(row::Column::Seq.gt(walk.seq)).order_by_asc(row::Column::Seq).limit(PORTION);
        let found = select.all(&snapshot).await?;
        if found.is_empty() {
            break;
        }
        for (place, entry) in found {
            if let Some(broken) = walk.place(place, entry) {
                return Ok(Verdict::Broken(broken));
            }
        }
        progress(u64::try_from(walk.seq)?);
    }
    let head = Head::read(&snapshot, false).await?;
    if (head.seq, head.hash.as_str()) != (walk.seq, walk.hash.as_str()) {
        let reason = format!("is missing; {} entries were written", head.seq);
        return Ok(Verdict::Broken(walk.broken(walk.seq + 1, reason)));
    }
    if let Some((id, at)) = outside(&snapshot).await? {
        let reason = format!("{id} is not in the chain: it was written past it");
        return Ok(Verdict::Broken(Break { seq: walk.seq + 1, at: Some(at), reason }));
    }
    snapshot.rollback().await?;
    Ok(walk.end())
}

/// An entry the chain does not know.
async fn outside(db: &impl ConnectionTrait) -> anyhow::Result<Option<(Uuid, DateTime<Utc>)>> {
    let bound = Query::select()
        .expr(Expr::val(1))
        .from("audit_chain")
        .and_where(Expr::col(("audit_chain", "entry_id")).equals(("audit_entries", "id")))
        .take();
    let select = Query::select()
        .columns(["id", "at"])
        .from("audit_entries")
        .and_where(Expr::exists(bound).not())
        .order_by("id", sea_orm::Order::Asc)
        .limit(1)
        .take();
    let found = db.query_one(&select).await?;
    found.map(|row| anyhow::Ok((row.try_get("", "id")?, row.try_get("", "at")?))).transpose()
}
