//! `siku backup FILE` and `siku restore FILE`.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use crate::backup;
use crate::cli::progress::{Progress, thousands};
use crate::cli::{Outcome, Usage, config, database};
use crate::config::Settings;
use crate::library::files::target::Target;
use crate::matching::Engine;

/// Write everything into one consistent file, also while the service runs
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write
    file: PathBuf,
}

/// Load a backup into an empty database, of either kind
#[derive(Debug, Args)]
pub struct Restore {
    /// The file that `siku backup` wrote
    file: PathBuf,
}

impl Backup {
    pub async fn run(self, settings: Settings, settings_file: Option<&Path>) -> anyhow::Result<Outcome> {
        let target = Target::open(&self.file)?;
        let file = target.seekable()?.ok_or_else(|| Usage("a backup needs the name of a file".to_owned()))?;
        let db = database::open(&settings).await?;
        let mut progress = Progress::new("backup");
        let show = |rows| progress.show(rows, None, &format!("{} rows", thousands(rows)));
        let written = backup::backup(&db, file, &config::listing(settings_file)?, show).await;
        progress.finish();
        let manifest = written.context("no backup was made")?;
        target.put_in_place()?;
        let (rows, tables) = (thousands(manifest.rows()), manifest.tables.len());
        eprintln!("{}: {rows} rows of {tables} tables", self.file.display());
        Ok(Outcome::Done)
    }
}

impl Restore {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let file = File::open(&self.file).with_context(|| format!("cannot open {}", self.file.display()))?;
        let db = database::open(&settings).await?;
        // An index made for another database may claim to hold changes this one does not have yet. Begun first: when
        // a service has the index open, nothing is restored under it.
        let empty = Engine::open_anew(&settings)?;
        let mut progress = Progress::new("restoring");
        let show = |done, total| progress.show(done, Some(total), &format!("{} rows", thousands(done)));
        let restored = backup::restore(&db, BufReader::new(file), show).await;
        progress.finish();
        let manifest = restored.context("nothing was restored")?;
        empty.put_in_place(empty.corpora())?;
        eprintln!("{} rows restored, as of {}", thousands(manifest.rows()), manifest.created_at.to_rfc3339());
        eprintln!("the index is made from the database when the service starts (or by `siku index rebuild`)");
        Ok(Outcome::Done)
    }
}
