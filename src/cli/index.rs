//! `siku index rebuild` and `siku index check`.

use std::sync::{Arc, Mutex};

use clap::{Args, Subcommand};

use crate::cli::progress::Progress;
use crate::cli::{Outcome, database};
use crate::config::Settings;
use crate::db::Db;
use crate::matching::engine::swap_in;
use crate::matching::{Engine, indexing};

/// Rebuild the search index, or compare it with the database
#[derive(Debug, Args)]
pub struct Index {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Build a new index beside the live one and swap the two
    Rebuild,
    /// Compare index and database record by record
    Check,
}

impl Index {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let db = database::open(&settings).await?;
        match self.action {
            Action::Rebuild => {
                let engine = Arc::new(Engine::begin_anew(&settings)?);
                complete(&db, &engine, "rebuilding the index").await?;
                drop(engine);
                swap_in(&settings)?;
                eprintln!("the new index is in place");
                Ok(Outcome::Done)
            }
            Action::Check => check(&db, &Arc::new(Engine::open(&settings)?)).await,
        }
    }
}

/// Takes in every change and embeds, with progress.
pub async fn complete(db: &Db, engine: &Arc<Engine>, label: &str) -> anyhow::Result<()> {
    let progress = Arc::new(Mutex::new(Progress::new(label)));
    let shown = Arc::clone(&progress);
    indexing::complete(db, engine, move |model, done, total| {
        if let Ok(mut progress) = shown.lock() {
            progress.show(
                done as u64,
                Some(total as u64),
                &format!("embedding with {model}: {done} of {total} records"),
            );
        }
    })
    .await?;
    if let Some(progress) = Arc::into_inner(progress).and_then(|progress| progress.into_inner().ok()) {
        progress.finish();
    }
    Ok(())
}

/// Takes in what changed since the index was last open, as the service does at its start, then compares.
async fn check(db: &Db, engine: &Arc<Engine>) -> anyhow::Result<Outcome> {
    while indexing::take_in(db, engine).await? {}
    let mut outcome = Outcome::Done;
    for difference in indexing::check(db, engine).await? {
        let library = difference.library.as_str();
        if difference.is_none() {
            println!("{library}: {} records, index and database are equal", difference.records);
            continue;
        }
        outcome = Outcome::Partly;
        println!(
            "{library}: {} records; missing in the index {}, too many {}, different {}",
            difference.records,
            difference.missing.len(),
            difference.surplus.len(),
            difference.different.len()
        );
        for (what, ids) in
            [("missing", difference.missing), ("too many", difference.surplus), ("different", difference.different)]
        {
            for id in ids {
                println!("  {what}: {id}");
            }
        }
    }
    Ok(outcome)
}
