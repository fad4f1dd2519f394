//! What an operator asks for from the command line and what only the process that has the index open can do: compare
//! the index with the database, rebuild it, match. While a service runs, it does the errand for the command
//! ([`socket`]); otherwise the command opens the index and does it itself. Either way the errand says how far it is
//! and what it found as [`Said`], and the command prints that.
//!
//! | file | what |
//! |---|---|
//! | [`index`] | comparing and rebuilding |
//! | [`matching`] | suggestions for one demand or for all |
//! | `audit` | walking the audit chain |
//! | [`board`] | errands left on a page, and what is heard of them |
//! | [`socket`] | from the command to the service and back |

mod audit;
pub mod board;
pub mod index;
pub mod matching;
pub mod socket;

use std::sync::Arc;

use anyhow::Context;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc::UnboundedSender;

use crate::db::Db;
use crate::matching::Engine;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Errand {
    /// Compare index and database record by record.
    CheckIndex,
    /// Build new indexes beside those that are asked, then ask the new ones.
    RebuildIndex,
    /// Walk the audit chain from its first entry.
    VerifyAudit,
    /// Compute suggestions now.
    Match {
        /// Only for this demand: its id, number or external id.
        demand: Option<String>,
        /// JSON Lines instead of text.
        json: bool,
    },
}

/// What is heard of an errand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// How far it is.
    Progress { label: String, done: u64, total: u64, what: String },
    /// A line of the answer.
    Line(String),
    /// It is done; `partly` when not everything was as it should be.
    Done { partly: bool },
    /// It could not be done.
    Failed(String),
}

/// Where an errand says what it has to say.
#[derive(Debug, Clone)]
pub struct Say(UnboundedSender<Said>);

impl Say {
    pub fn new(sender: UnboundedSender<Said>) -> Say {
        Say(sender)
    }

    /// A line of the answer.
    ///
    /// # Errors
    /// Nobody listens any more: the errand need not go on.
    pub fn line(&self, text: impl Into<String>) -> anyhow::Result<()> {
        self.0.send(Said::Line(text.into())).context("nobody listens any more")
    }

    /// How far the work called `label` is.
    ///
    /// # Errors
    /// As [`Say::line`].
    pub fn progress(&self, label: &str, done: usize, total: usize, what: String) -> anyhow::Result<()> {
        let progress = Said::Progress { label: label.to_owned(), done: done as u64, total: total as u64, what };
        self.0.send(progress).context("nobody listens any more")
    }
}

impl Errand {
    /// In the audit log and on pages.
    pub const fn name(&self) -> &'static str {
        match self {
            Errand::CheckIndex => "check_index",
            Errand::RebuildIndex => "rebuild_index",
            Errand::VerifyAudit => "verify_audit",
            Errand::Match { .. } => "match",
        }
    }

    /// Does the errand and says how it ended.
    pub async fn run(&self, db: &Db, engine: &Arc<Engine>, say: &Say) {
        let ended = match self {
            Errand::CheckIndex => index::check(db, engine, say).await,
            Errand::RebuildIndex => index::rebuild(db, engine, say).await,
            Errand::VerifyAudit => audit::run(db, say).await,
            Errand::Match { demand, json } => matching::run(db, engine, demand.as_deref(), *json, say).await,
        };
        let last = match ended {
            Ok(complete) => Said::Done { partly: !complete },
            Err(error) => Said::Failed(format!("{error:#}")),
        };
        // Where nobody listens any more, nobody is to be told.
        let _ = say.0.send(last);
    }
}
