//! `siku export LIBRARY FILE`: records to JSON Lines, CSV or XLSX.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use serde_json::json;

use crate::accounts::Actor;
use crate::audit::{self, Deed, NewEntry};
use crate::cli::library::{parser, with_library};
use crate::cli::progress::{Progress, thousands};
use crate::cli::{Outcome, Usage, database};
use crate::config::Settings;
use crate::library::LibraryKind;
use crate::library::files::export::{ExportFile, export};
use crate::library::files::input::Format;
use crate::library::store::now;

/// Write the published records of a library to a file, in the order they came in
#[derive(Debug, Args)]
pub struct Export {
    /// Which library
    #[arg(value_parser = parser())]
    library: LibraryKind,
    /// .jsonl, .csv or .xlsx file, or - for standard output (JSON Lines)
    file: PathBuf,
    /// Drafts, withdrawn and archived records too
    #[arg(long)]
    all: bool,
    /// Leave out contacts and confidential parts
    #[arg(long)]
    public: bool,
}

impl Export {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let format = Format::of(&self.file).map_err(|error| Usage(error.to_string()))?;
        let db = database::open(&settings).await?;
        let options = ExportFile { all: self.all, public: self.public };
        let name = self.file.display().to_string();
        let mut progress = Progress::new(format!("exporting {}", self.library));
        let show = |written| progress.show(written, None, &format!("{} records", thousands(written)));
        let written = with_library!(self.library, L => {
            export::<L>(&db, &Actor::System, &self.file, format, &options, show).await
        });
        progress.finish();
        let written = written.with_context(|| format!("{} were not exported", self.library))?;
        if !self.public {
            let entry = NewEntry::new(&Actor::System, now(), Deed::Exported).to_library(self.library);
            audit::note(&db, entry.with(json!({ "records": written, "all": self.all }))).await?;
        }
        eprintln!("{name}: {} {} exported", thousands(written), self.library);
        Ok(Outcome::Done)
    }
}
