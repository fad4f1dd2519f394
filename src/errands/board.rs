//! Errands that were left on a page: each kind once at a time, with what is heard of it. What an errand came to is in
//! the audit log; how far it is, this process alone knows, for with the process an errand ends.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use serde_json::json;
use tokio::sync::mpsc::unbounded_channel;
use uuid::Uuid;

use super::{Errand, Said, Say};
use crate::accounts::Actor;
use crate::audit::{self, Deed, NewEntry};
use crate::db::Db;
use crate::library::store::now;
use crate::matching::Engine;

/// Lines of an answer that are kept.
const MOST_LINES: usize = 50;

/// What is known of an errand.
#[derive(Debug, Clone, Default)]
pub struct Left {
    pub by: Option<Uuid>,
    pub began: DateTime<Utc>,
    /// Of so many.
    pub progress: Option<(u64, u64)>,
    pub lines: Vec<String>,
    pub ended: Option<(DateTime<Utc>, Ending)>,
}

/// How an errand ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    Done,
    /// Not everything was as it should be.
    Partly,
    Failed(String),
}

impl Ending {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Partly => "partly",
            Self::Failed(_) => "failed",
        }
    }
}

/// Where errands are left.
#[derive(Debug, Default)]
pub struct Board(Mutex<HashMap<&'static str, Left>>);

impl Board {
    /// What is known of the last errand of this name.
    pub fn look(&self, name: &str) -> Option<Left> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// Has an errand done; answers false where the same is being done already.
    ///
    /// # Errors
    /// The audit cannot be written, and so nothing was begun.
    pub async fn leave(
        self: &Arc<Self>,
        db: &Db,
        engine: &Arc<Engine>,
        actor: &Actor,
        errand: Errand,
    ) -> anyhow::Result<bool> {
        let name = errand.name();
        if !self.begin(name, actor) {
            return Ok(false);
        }
        let asked = NewEntry::new(actor, now(), Deed::ErrandAsked).with(json!({ "errand": name }));
        if let Err(error) = audit::note(db, asked).await {
            self.end(name, Ending::Failed("it was not begun".to_owned()));
            return Err(error);
        }
        let (board, db, engine, actor) = (Arc::clone(self), db.clone(), Arc::clone(engine), actor.clone());
        tokio::spawn(async move { board.run(&db, &engine, &actor, errand).await });
        Ok(true)
    }

    fn begin(&self, name: &'static str, actor: &Actor) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.get(name).is_some_and(|left| left.ended.is_none()) {
            return false;
        }
        all.insert(name, Left { by: actor.user_id(), began: now(), ..Left::default() });
        true
    }

    fn note(&self, name: &str, change: impl FnOnce(&mut Left)) {
        if let Some(left) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get_mut(name) {
            change(left);
        }
    }

    fn end(&self, name: &str, ending: Ending) {
        self.note(name, |left| left.ended = Some((now(), ending)));
    }

    async fn run(&self, db: &Db, engine: &Arc<Engine>, actor: &Actor, errand: Errand) {
        let name = errand.name();
        let (sender, mut said) = unbounded_channel();
        let doing = {
            let (db, engine) = (db.clone(), Arc::clone(engine));
            tokio::spawn(async move { errand.run(&db, &engine, &Say::new(sender)).await })
        };
        let mut ending = Ending::Failed("it did not say how it ended".to_owned());
        while let Some(said) = said.recv().await {
            match said {
                Said::Progress { done, total, .. } => self.note(name, |left| left.progress = Some((done, total))),
                Said::Line(line) => self.note(name, |left| {
                    if left.lines.len() < MOST_LINES {
                        left.lines.push(line);
                    }
                }),
                Said::Done { partly: false } => ending = Ending::Done,
                Said::Done { partly: true } => ending = Ending::Partly,
                Said::Failed(reason) => ending = Ending::Failed(reason),
            }
        }
        if doing.await.is_err() {
            ending = Ending::Failed("it was torn down".to_owned());
        }
        let lines = self.look(name).map(|left| left.lines).unwrap_or_default();
        let detail = json!({ "errand": name, "ended": ending.code(), "lines": lines });
        if let Err(error) = audit::note(db, NewEntry::new(actor, now(), Deed::ErrandEnded).with(detail)).await {
            tracing::error!(error = format!("{error:#}"), "the end of an errand is not in the audit log");
        }
        self.end(name, ending);
    }
}
