//! `siku config check`: which settings are in force and where each comes from, secrets masked.

use std::io::Write;
use std::path::Path;

use clap::{Args, Subcommand};

use crate::cli::Outcome;
use crate::config::{Effective, effective};

/// Look at the settings
#[derive(Debug, Args)]
pub struct Config {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Print every setting in force with its source, secrets masked
    Check,
}

impl Config {
    pub fn run(self, file: Option<&Path>) -> anyhow::Result<Outcome> {
        match self.action {
            Action::Check => check(file),
        }
    }
}

fn check(file: Option<&Path>) -> anyhow::Result<Outcome> {
    write!(std::io::stdout().lock(), "{}", listing(file)?)?;
    Ok(Outcome::Done)
}

/// Every setting in force with its source, a line each, secrets masked.
pub fn listing(file: Option<&Path>) -> anyhow::Result<String> {
    let settings = effective(file)?;
    let width = settings.iter().map(|one| one.key.len() + one.value.len() + 3).max().unwrap_or(0).min(60);
    let line = |one: Effective| format!("{:<width$}  # {}\n", format!("{} = {}", one.key, one.value), one.source);
    Ok(settings.into_iter().map(line).collect())
}
