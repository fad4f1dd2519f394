//! `siku openapi`: the OpenAPI document of the HTTP interface.

use clap::Args;

use crate::cli::Outcome;

/// Print the OpenAPI document
#[derive(Debug, Args)]
pub struct Openapi {}

impl Openapi {
    pub fn run(self) -> anyhow::Result<Outcome> {
        println!("{}", crate::api::openapi::openapi()?);
        Ok(Outcome::Done)
    }
}
