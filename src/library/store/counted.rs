//! Counts beside lists, kept until the library changes: counting 100,000 records takes a hundred times as long as
//! reading a page of them, and readers ask for the same few lists.

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

use lru::LruCache;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DbErr};

use super::StoreError;
use super::facets::{Facets, count_facets};
use super::list::{ListQuery, Page, list};
use crate::accounts::{Action, Actor, Scope};
use crate::library::Library;

/// Lists whose counts are kept.
const KEPT: NonZeroUsize = NonZeroUsize::new(500).unwrap();

/// The newest change of the library when it was counted, records of the whole list, and its facets.
type Counted = (i64, u64, Facets);

/// The counts of the lists asked for last.
pub struct Counts(Mutex<LruCache<String, Counted>>);

impl Default for Counts {
    fn default() -> Self {
        Counts(Mutex::new(LruCache::new(KEPT)))
    }
}

impl Counts {
    /// As [`list`]; counts are those of before, for readers who see the same, while nothing in the library has changed.
    ///
    /// # Errors
    /// As [`list`].
    pub async fn list<L: Library>(
        &self,
        db: &impl ConnectionTrait,
        actor: &Actor,
        query: &ListQuery,
    ) -> Result<Page<L>, StoreError> {
        if !query.facets || query.ids.is_some() || query.owner.is_some() || query.external_id.is_some() {
            return list(db, actor, query).await;
        }
        let mut page = list(db, actor, &ListQuery { facets: false, ..query.clone() }).await?;
        let key = format!("{} {} {:?} {:?}", L::KIND.as_str(), sees(actor), query.status, query.filters());
        // Asked before counting: what changes meanwhile is counted again next time.
        let newest = newest_change::<L>(db).await?;
        let known = self.lock().get(&key).filter(|(at, ..)| *at == newest).cloned();
        let (_, total, facets) = match known {
            Some(known) => known,
            None => {
                let (total, facets) = count_facets::<L>(db, actor, query).await?;
                let counted = (newest, total, facets);
                self.lock().put(key, counted.clone());
                counted
            }
        };
        (page.total, page.facets) = (Some(total), Some(facets));
        Ok(page)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, LruCache<String, Counted>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is the same for all readers who see the same records: see `visible_to`.
fn sees(actor: &Actor) -> String {
    match (actor.scope(Action::ReadUnpublished), actor.organisation_id()) {
        (Scope::Any, _) => "everything".to_owned(),
        (Scope::Own, Some(own)) => own.to_string(),
        _ => "what is published".to_owned(),
    }
}

async fn newest_change<L: Library>(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let select = Query::select().expr_as(Expr::col("change_no").max(), "newest").from(L::KIND.table()).take();
    let row = db.query_one(&select).await?;
    Ok(row.and_then(|row| row.try_get::<Option<i64>>("", "newest").ok().flatten()).unwrap_or(0))
}
