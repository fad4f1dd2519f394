//! The command line: what `siku` can be told, one file per command. The commands only read their
//! arguments, call the library and print; what they do is elsewhere.

mod audit;
mod backup;
pub mod bench;
mod catalogue;
mod clocks;
mod config;
mod database;
mod demo;
mod errand;
mod eval;
mod export;
mod import;
mod index;
mod learn;
mod library;
mod matching;
mod migrate;
mod openapi;
mod progress;
mod schema;
mod serve;
mod user;
mod worker;

use std::future::Future;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};

use crate::config::Settings;
use crate::telemetry;

/// Matchmaking for international technology transfer, across languages.
#[derive(Debug, Parser)]
#[command(name = "siku", version, propagate_version = true, disable_help_subcommand = true)]
pub struct Cli {
    /// Settings file that says what differs from the defaults (see config/default.toml)
    #[arg(long, value_name = "FILE", env = "SIKU_CONFIG", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Demo),
    Serve(serve::Serve),
    Worker(worker::Worker),
    Migrate(migrate::Migrate),
    Config(config::Config),
    Openapi(openapi::Openapi),
    Schema(schema::Schema),
    Import(import::Import),
    Export(export::Export),
    Match(matching::Match),
    Index(index::Index),
    Backup(backup::Backup),
    Restore(backup::Restore),
    User(user::User),
    Audit(audit::Audit),
    Clocks(clocks::Clocks),
    Catalogue(catalogue::Catalogue),
    Learn(learn::Learn),
    Eval(eval::Eval),
    Bench(bench::Bench),
}

/// How a command ended: exit code 0, or 1 when part of the work was not done (and was named on standard error).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    Partly,
}

/// A mistake in how the command was called that only shows after parsing. Exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Usage(pub String);

/// Parses the arguments, runs the command, and turns its end into an exit code: 0 done, 1 partly or not
/// done, 2 wrong usage.
pub fn run() -> ExitCode {
    match dispatch(Cli::parse()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Partly) => ExitCode::from(1),
        Err(error) if error.is::<Usage>() => {
            eprintln!("siku: {error}");
            ExitCode::from(2)
        }
        Err(error) if closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("siku: {error:#}");
            ExitCode::from(1)
        }
    }
}

fn dispatch(cli: Cli) -> anyhow::Result<Outcome> {
    let file = cli.config.as_deref();
    // These three look at nothing but the program itself and must work where no settings do.
    match cli.command {
        Command::Config(command) => return command.run(file),
        Command::Openapi(command) => return command.run(),
        Command::Schema(command) => return command.run(),
        _ => {}
    }
    let settings = Settings::load(file)?;
    telemetry::init(&settings.log)?;
    // The index crate shares its work out over rayon's threads and knows no settings.
    rayon::ThreadPoolBuilder::new().num_threads(settings.models.threads).build_global()?;
    match cli.command {
        Command::Demo(command) => block_on(command.run(settings)),
        Command::Serve(command) => block_on(command.run(settings)),
        Command::Worker(command) => block_on(command.run(settings)),
        Command::Migrate(command) => block_on(command.run(settings)),
        Command::Import(command) => block_on(command.run(settings)),
        Command::Export(command) => block_on(command.run(settings)),
        Command::Match(command) => block_on(command.run(settings)),
        Command::Index(command) => block_on(command.run(settings)),
        Command::Backup(command) => block_on(command.run(settings, file)),
        Command::Restore(command) => block_on(command.run(settings)),
        Command::User(command) => block_on(command.run(settings)),
        Command::Audit(command) => block_on(command.run(settings)),
        Command::Clocks(command) => block_on(command.run(settings)),
        Command::Catalogue(command) => block_on(command.run(settings)),
        Command::Learn(command) => block_on(command.run(settings)),
        Command::Eval(command) => command.run(settings),
        Command::Bench(command) => block_on(command.run(settings)),
        Command::Config(_) | Command::Openapi(_) | Command::Schema(_) => Ok(Outcome::Done),
    }
}

fn block_on(work: impl Future<Output = anyhow::Result<Outcome>>) -> anyhow::Result<Outcome> {
    tokio::runtime::Runtime::new().context("the async runtime could not be started")?.block_on(work)
}

/// `siku export … - | head` closes our standard output early; that is not an error of ours.
fn closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Cli::command().debug_assert();
    }
}
