//! Matching as the service does it: the index it asks, suggestions it stores, dossiers it shows.
//! The mathematics is in the `index` crate, which knows no database and no HTTP.

pub mod types;

use uuid::Uuid;

use crate::accounts::Actor;
use crate::app::health::Part;
use crate::db::Db;
use crate::library::{Demand, LibraryKind};
use types::{Match, MatchState, Ranking};

/// The indexes of the four libraries and the language models, shared by handlers and worker.
pub struct Engine {
    _private: (),
}

impl Engine {
    /// An engine that knows nothing yet.
    pub fn empty() -> Self {
        Self { _private: () }
    }

    /// Whether the index answers, for `/health/ready`.
    pub fn index_condition(&self) -> Part {
        Part::ready()
    }

    /// Whether the language models are there, for `/health/ready`.
    pub fn models_condition(&self) -> Part {
        Part::degraded("no language model is loaded: matching works on words alone")
    }

    /// Sets the gauges of the index for `/metrics`.
    pub fn measure(&self) {}

    /// The records of a library that words find, best first; who may see them is for the store.
    pub async fn search(&self, _library: LibraryKind, _words: &str, _limit: usize) -> anyhow::Result<Vec<Uuid>> {
        Ok(Vec::new())
    }

    /// Matches a demand that is stored nowhere against the technologies; stores nothing.
    pub async fn compute(&self, _db: &Db, _actor: &Actor, _demand: &Demand, _limit: u64) -> anyhow::Result<Ranking> {
        anyhow::bail!("the matcher is not in the tree yet")
    }
}

/// The stored suggestions of a demand, best first.
pub async fn of_demand(_db: &Db, _actor: &Actor, _demand: Uuid, _limit: u64) -> anyhow::Result<Ranking> {
    anyhow::bail!("the matcher is not in the tree yet")
}

/// The stored suggestions of a technology: the demands it answers, best first.
pub async fn of_technology(_db: &Db, _actor: &Actor, _technology: Uuid, _limit: u64) -> anyhow::Result<Ranking> {
    anyhow::bail!("the matcher is not in the tree yet")
}

/// One stored match with its dossier.
pub async fn find(_db: &Db, _actor: &Actor, _id: Uuid) -> anyhow::Result<Option<Match>> {
    Ok(None)
}

/// Which stored matches to list, the last changed first.
#[derive(Debug, Clone, Default)]
pub struct MatchQuery {
    pub demand: Option<Uuid>,
    pub technology: Option<Uuid>,
    pub state: Vec<MatchState>,
    pub limit: u64,
    /// The match after which the page begins.
    pub after: Option<Uuid>,
}

/// One page of stored matches.
#[derive(Debug, Clone, Default)]
pub struct MatchPage {
    pub matches: Vec<Match>,
    /// The last match of the page, when more follow.
    pub next: Option<Uuid>,
}

/// A page of stored matches.
pub async fn list(_db: &Db, _actor: &Actor, _query: &MatchQuery) -> anyhow::Result<MatchPage> {
    Ok(MatchPage::default())
}
