//! `siku schema LIBRARY`: the JSON Schema of one line of a file.

use std::io::Write;

use clap::Args;

use crate::cli::Outcome;
use crate::cli::library::{parser, with_library};
use crate::library::LibraryKind;
use crate::library::files::schema::schema;

/// Print the JSON Schema of a record as it stands in files and in the API
#[derive(Debug, Args)]
pub struct Schema {
    /// Which library
    #[arg(value_parser = parser())]
    library: LibraryKind,
}

impl Schema {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let schema = with_library!(self.library, L => schema::<L>())?;
        writeln!(std::io::stdout().lock(), "{}", serde_json::to_string_pretty(&schema)?)?;
        Ok(Outcome::Done)
    }
}
