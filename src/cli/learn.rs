//! `siku learn`: weights of the ranking from decisions.

use std::io::Write;

use chrono::Utc;
use clap::Args;

use crate::accounts::Actor;
use crate::cli::{Outcome, database};
use crate::config::Settings;
use crate::matching::learning::learn;
use crate::matching::learning::versions::{self, adopt_in};

/// Learn the weights of the ranking from decisions; a running service uses them without a restart
#[derive(Debug, Args)]
pub struct Learn {
    /// Put this version in force instead of learning; 0 is what the program came with
    #[arg(long, value_name = "VERSION", conflicts_with = "list")]
    back: Option<i32>,
    /// List every version with its figures instead of learning
    #[arg(long)]
    list: bool,
}

impl Learn {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let db = database::open(&settings).await?;
        let mut out = std::io::stdout().lock();
        if self.list {
            for version in versions::list(&*db).await? {
                writeln!(out, "{version}")?;
            }
        } else if let Some(version) = self.back {
            let adopted =
                db.write(async |transaction| adopt_in(transaction, &Actor::System, version, Utc::now()).await).await?;
            writeln!(out, "{adopted}")?;
        } else {
            let learned = learn(&db, &settings.learn, &Actor::System, Utc::now()).await?;
            writeln!(out, "{learned}")?;
        }
        Ok(Outcome::Done)
    }
}
