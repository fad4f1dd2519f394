//! Which records have what, in memory: a set of record numbers per status, owner and code. Filters and counts of a list
//! are unions and intersections of them. Made once, then moved forward by what changed since.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::str::FromStr;

use roaring::{MultiOps, RoaringBitmap};
use sea_orm::sea_query::{Alias, Cond, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseConnection, QueryResult};
use uuid::Uuid;

use super::StoreError;
use super::facets::{COUNTED, FacetCount, Facets, most_first};
use super::list::{ListQuery, MOST_RANKED};
use super::rows::code;
use crate::accounts::{Action, Actor, Scope};
use crate::library::codes::Status;
use crate::library::{CodeKind, Library};

/// Records read at a time.
const PORTION: u64 = 500;

/// The records of one library by what they have. Records are never removed, so a number is given once.
#[derive(Debug, Default)]
pub struct Sets {
    /// The newest change that is in here.
    last: i64,
    numbers: HashMap<Uuid, u32>,
    by_status: HashMap<Status, RoaringBitmap>,
    by_owner: HashMap<Uuid, RoaringBitmap>,
    by_code: BTreeMap<CodeKind, HashMap<String, RoaringBitmap>>,
}

/// A record as it is now, as far as sets go.
struct Changed {
    change_no: i64,
    id: Uuid,
    status: Status,
    owner: Option<Uuid>,
    codes: Vec<(CodeKind, String)>,
}

impl Sets {
    /// Whether every change up to this one is in here.
    pub fn have(&self, change_no: i64) -> bool {
        self.last >= change_no
    }

    /// Takes in what has changed since. Safe to break off: every portion is whole, and the next call goes on after it.
    pub async fn move_forward<L: Library>(&mut self, db: &DatabaseConnection) -> Result<(), StoreError> {
        loop {
            let changed = changed_since::<L>(db, self.last).await?;
            let is_last = (changed.len() as u64) < PORTION;
            self.take_in(changed);
            if is_last {
                return Ok(());
            }
        }
    }

    fn take_in(&mut self, changed: Vec<Changed>) {
        let known: RoaringBitmap = changed.iter().filter_map(|record| self.numbers.get(&record.id)).collect();
        if !known.is_empty() {
            forget(&mut self.by_status, &known);
            forget(&mut self.by_owner, &known);
            self.by_code.values_mut().for_each(|sets| forget(sets, &known));
        }
        for record in changed {
            let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
            let number = *self.numbers.entry(record.id).or_insert(next);
            self.by_status.entry(record.status).or_default().insert(number);
            if let Some(owner) = record.owner {
                self.by_owner.entry(owner).or_default().insert(number);
            }
            for (kind, code) in record.codes {
                self.by_code.entry(kind).or_default().entry(code).or_default().insert(number);
            }
            self.last = record.change_no;
        }
    }

    /// The number of a record.
    pub fn number(&self, id: Uuid) -> Option<u32> {
        self.numbers.get(&id).copied()
    }

    /// Every record.
    pub fn everything(&self) -> RoaringBitmap {
        self.by_status.values().union()
    }

    /// Those of a status.
    pub fn standing(&self, status: Status) -> RoaringBitmap {
        self.by_status.get(&status).cloned().unwrap_or_default()
    }

    /// Those that have a code.
    pub fn having(&self, kind: CodeKind, code: &str) -> RoaringBitmap {
        self.by_code.get(&kind).and_then(|sets| sets.get(code)).cloned().unwrap_or_default()
    }

    /// The codes of a kind that any record has.
    pub fn codes(&self, kind: CodeKind) -> impl Iterator<Item = (&str, &RoaringBitmap)> {
        self.by_code.get(&kind).into_iter().flatten().map(|(code, set)| (code.as_str(), set))
    }

    /// The codes of a kind by the number of the record that has them; empty ones are none.
    pub fn codes_by_number(&self, kind: CodeKind) -> HashMap<u32, Vec<&str>> {
        let mut by_number: HashMap<u32, Vec<&str>> = HashMap::new();
        for (code, set) in self.codes(kind).filter(|(code, _)| !code.is_empty()) {
            for number in set {
                by_number.entry(number).or_default().push(code);
            }
        }
        by_number
    }

    /// Whether lists like this one can be answered from here: keywords and external ids are as many as records, and
    /// narrow a list so much that the database counts it at once.
    pub fn answer(query: &ListQuery) -> bool {
        query.external_id.is_none() && query.filters().iter().all(|(kind, _)| COUNTED.contains(kind))
    }

    /// The records of a list, as `ListQuery::condition` has them.
    fn of(&self, actor: &Actor, query: &ListQuery, but: Option<CodeKind>) -> RoaringBitmap {
        let owned = |owner: Uuid| self.by_owner.get(&owner).cloned().unwrap_or_default();
        let mut found = match (actor.scope(Action::ReadUnpublished), actor.organisation_id()) {
            (Scope::Any, _) => self.everything(),
            (Scope::Own, Some(own)) => self.standing(Status::Published) | owned(own),
            _ => self.standing(Status::Published),
        };
        if let Some(status) = query.status {
            found &= self.standing(status);
        }
        if let Some(ids) = &query.ids {
            let numbers = ids.iter().take(MOST_RANKED).filter_map(|id| self.numbers.get(id));
            found &= numbers.collect::<RoaringBitmap>();
        }
        if let Some(owner) = query.owner {
            found &= owned(owner);
        }
        for (kind, codes) in query.filters() {
            if Some(kind) != but {
                let sets = self.by_code.get(&kind);
                found &= codes.iter().filter_map(|code| sets?.get(code)).union();
            }
        }
        found
    }

    /// The number of records in a list.
    pub fn total(&self, actor: &Actor, query: &ListQuery) -> u64 {
        self.of(actor, query, None).len()
    }

    /// The number of records of each status in a list of any status; none of those that no record has.
    pub fn by_status(&self, actor: &Actor, query: &ListQuery) -> BTreeMap<Status, u64> {
        let all = self.of(actor, query, None);
        let counted = self.by_status.iter().map(|(status, set)| (*status, set.intersection_len(&all)));
        counted.filter(|(_, count)| *count > 0).collect()
    }

    /// Those of ranked hits that are in the list, in their rank.
    pub fn ranked(&self, actor: &Actor, query: &ListQuery) -> Vec<Uuid> {
        let found = self.of(actor, query, None);
        let is_listed = |id: &&Uuid| self.numbers.get(*id).is_some_and(|number| found.contains(*number));
        query.ids.iter().flatten().take(MOST_RANKED).filter(is_listed).copied().collect()
    }

    /// The number of records in a list and its counts, the same as `count_facets` reads from the database.
    pub fn count(&self, actor: &Actor, query: &ListQuery) -> (u64, Facets) {
        let all = self.of(actor, query, None);
        let filters = query.filters();
        let mut facets = Facets::new();
        for (kind, sets) in &self.by_code {
            let is_filtered = filters.iter().any(|(filtered, _)| filtered == kind);
            let beside = is_filtered.then(|| self.of(actor, query, Some(*kind)));
            let among = beside.as_ref().unwrap_or(&all);
            let count = |(code, set): (&String, &RoaringBitmap)| FacetCount {
                code: code.clone(),
                count: set.intersection_len(among),
            };
            let mut counts: Vec<FacetCount> = sets.iter().map(count).filter(|count| count.count > 0).collect();
            most_first(&mut counts);
            if !counts.is_empty() {
                facets.insert(*kind, counts);
            }
        }
        (all.len(), facets)
    }
}

/// Takes records out of every set; sets that are left empty go.
fn forget<K: Eq + Hash>(sets: &mut HashMap<K, RoaringBitmap>, records: &RoaringBitmap) {
    sets.retain(|_, set| {
        *set -= records;
        !set.is_empty()
    });
}

/// The first records that changed after a change, by its number. One statement, so that each is whole.
async fn changed_since<L: Library>(db: &DatabaseConnection, last: i64) -> Result<Vec<Changed>, StoreError> {
    let mut changed: Vec<Changed> = Vec::new();
    for row in db.query_all(&statement::<L>(last)).await? {
        let id: Uuid = row.try_get("", "id")?;
        if changed.last().is_none_or(|record| record.id != id) {
            changed.push(Changed {
                change_no: row.try_get("", "change_no")?,
                id,
                status: parsed(&row, "status")?,
                owner: row.try_get("", "owner_organisation_id")?,
                codes: Vec::new(),
            });
        }
        if let (Some(record), Some(code)) = (changed.last_mut(), row.try_get("", "code")?) {
            record.codes.push((parsed(&row, "kind")?, code));
        }
    }
    Ok(changed)
}

fn parsed<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(
    row: &QueryResult,
    column: &str,
) -> Result<T, StoreError> {
    let written: String = row.try_get("", column)?;
    written.parse().map_err(|error| StoreError::Other(anyhow::Error::new(error).context(format!("column {column}"))))
}

fn statement<L: Library>(last: i64) -> SelectStatement {
    let records = Query::select()
        .columns(["id", "change_no", "status", "owner_organisation_id"])
        .from(L::KIND.table())
        .and_where(Expr::col("change_no").gt(last))
        .order_by("change_no", Order::Asc)
        .limit(PORTION)
        .take();
    let of_record = Cond::all()
        .add(Expr::col((code::Entity, code::Column::RecordId)).equals(("changed", "id")))
        .add(Expr::col((code::Entity, code::Column::Kind)).is_in(COUNTED.iter().map(|kind| kind.as_str())));
    Query::select()
        .columns(["id", "change_no", "status", "owner_organisation_id"].map(|column| ("changed", column)))
        .columns([code::Column::Kind, code::Column::Code].map(|column| (code::Entity, column)))
        .from_subquery(records, Alias::new("changed"))
        .left_join(code::Entity, of_record)
        .order_by(("changed", "change_no"), Order::Asc)
        .take()
}
