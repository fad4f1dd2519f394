//! Siku: matchmaking for international technology transfer. This file is the map of the service.

/// Organisations, people, roles, tokens; one table says who may do what.
pub mod accounts;
/// The command line, one file per command.
pub mod cli;
/// Settings: one reference file, one override file, the environment.
pub mod config;
/// "Did you mean" for names people type.
pub mod nearest;
/// Logging.
pub mod telemetry;
