//! `siku migrate`: the database at the newest version, with the taxonomy, countries and regions of this release.

use anyhow::Context;
use clap::Args;
use siku_migrations::{Migrator, MigratorTrait};

use crate::cli::{Outcome, database};
use crate::config::Settings;

/// Bring the database to the newest version
#[derive(Debug, Args)]
pub struct Migrate {
    /// Undo the last N migrations (loses their data)
    #[arg(long, value_name = "N", hide = true)]
    down: Option<u32>,
}

impl Migrate {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let db = database::connect(&settings).await?;
        if let Some(steps) = self.down {
            Migrator::down(&*db, Some(steps)).await.context("cannot undo migrations")?;
            eprintln!("{steps} migrations undone");
            return Ok(Outcome::Done);
        }
        let pending = db.pending_migrations().await?;
        database::bring_up(&db).await?;
        match pending.len() {
            0 => eprintln!("the database is at the newest version"),
            count => eprintln!("the database is at the newest version ({count} migrations ran)"),
        }
        Ok(Outcome::Done)
    }
}
