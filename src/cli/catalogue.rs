//! `siku catalogue import`: a dated export catalogue from a file.

use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Subcommand};

use crate::accounts::Actor;
use crate::cli::{Outcome, database};
use crate::compliance::catalogue::{import, parse_lines};
use crate::config::Settings;
use crate::library::store::now;

/// Export catalogues, against which technologies are screened
#[derive(Debug, Args)]
pub struct Catalogue {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Import a catalogue: JSON Lines, the first line describes it, then one entry a line
    Import {
        /// The file
        file: PathBuf,
    },
}

impl Catalogue {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let Action::Import { file } = self.action;
        let place = file.display();
        let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {place}"))?;
        let sent = parse_lines(&text).with_context(|| format!("cannot import {place}"))?;
        let db = database::open(&settings).await?;
        let stored =
            import(&db, &Actor::System, sent, now()).await.with_context(|| format!("cannot import {place}"))?;
        eprintln!("{}: {} entries, in force from {}", stored.name, stored.entries, stored.in_force_from);
        Ok(Outcome::Done)
    }
}
