//! `siku openapi`: the OpenAPI document of the HTTP interface.

use std::io::Write;

use clap::Args;

use crate::cli::Outcome;

/// Print the OpenAPI document
#[derive(Debug, Args)]
pub struct Openapi {}

impl Openapi {
    pub fn run(self) -> anyhow::Result<Outcome> {
        writeln!(std::io::stdout().lock(), "{}", crate::api::openapi::openapi()?)?;
        Ok(Outcome::Done)
    }
}
