//! Counts beside lists without a look at the records: [`Sets`] of each library in memory, brought up to the newest change
//! before every answer. Other processes' changes are seen as one's own: by the number of the newest change.

use std::collections::BTreeMap;

use sea_orm::DatabaseConnection;
use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};
use uuid::Uuid;

use super::StoreError;
use super::list::{self, ListQuery, Page};
use super::sets::Sets;
use crate::accounts::Actor;
use crate::library::codes::Status;
use crate::library::{Demands, Institutions, Library, LibraryKind, Results, Technologies};
use crate::outbox::feed::newest_change;

/// What the lists of the four libraries come to.
#[derive(Debug, Default)]
pub struct Counts {
    technologies: RwLock<Sets>,
    demands: RwLock<Sets>,
    results: RwLock<Sets>,
    institutions: RwLock<Sets>,
}

impl Counts {
    /// Takes in what is stored, so that no reader has to wait for it.
    ///
    /// # Errors
    /// The database failed.
    pub async fn prepare(&self, db: &DatabaseConnection) -> Result<(), StoreError> {
        drop(self.current::<Technologies>(db).await?);
        drop(self.current::<Demands>(db).await?);
        drop(self.current::<Results>(db).await?);
        drop(self.current::<Institutions>(db).await?);
        Ok(())
    }

    /// As [`list::list`]. Counts may be one change older than the page beside them where somebody changes just then.
    ///
    /// # Errors
    /// As [`list::list`].
    pub async fn list<L: Library>(
        &self,
        db: &DatabaseConnection,
        actor: &Actor,
        query: &ListQuery,
    ) -> Result<Page<L>, StoreError> {
        if !Sets::answer(query) {
            return list::list(db, actor, query).await;
        }
        let sets = self.current::<L>(db).await?;
        let counted = query.facets.then(|| sets.count(actor, query));
        let ranked = query.ids.is_some().then(|| sets.ranked(actor, query));
        drop(sets);
        let mut page = list::page(db, actor, query, ranked).await?;
        (page.total, page.facets) = counted.unzip();
        Ok(page)
    }

    /// As [`list::count`].
    ///
    /// # Errors
    /// As [`list::count`].
    pub async fn count<L: Library>(
        &self,
        db: &DatabaseConnection,
        actor: &Actor,
        query: &ListQuery,
    ) -> Result<u64, StoreError> {
        if !Sets::answer(query) {
            return list::count::<L>(db, actor, query).await;
        }
        Ok(self.current::<L>(db).await?.total(actor, query))
    }

    /// How many of an owner's records that `actor` may see have which status.
    ///
    /// # Errors
    /// The database failed.
    pub async fn by_status<L: Library>(
        &self,
        db: &DatabaseConnection,
        actor: &Actor,
        owner: Uuid,
    ) -> Result<BTreeMap<Status, u64>, StoreError> {
        let query = ListQuery { owner: Some(owner), ..ListQuery::default() };
        Ok(self.current::<L>(db).await?.by_status(actor, &query))
    }

    /// The sets of a library with the newest change in them.
    pub(crate) async fn current<L: Library>(
        &self,
        db: &DatabaseConnection,
    ) -> Result<RwLockReadGuard<'_, Sets>, StoreError> {
        let newest = newest_change::<L>(db).await?;
        let lock = match L::KIND {
            LibraryKind::Technologies => &self.technologies,
            LibraryKind::Demands => &self.demands,
            LibraryKind::Results => &self.results,
            LibraryKind::Institutions => &self.institutions,
        };
        let sets = lock.read().await;
        if sets.have(newest) {
            return Ok(sets);
        }
        drop(sets);
        let mut sets = lock.write().await;
        sets.move_forward::<L>(db).await?;
        Ok(RwLockWriteGuard::downgrade(sets))
    }
}
