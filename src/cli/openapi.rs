//! `siku openapi`: the OpenAPI document of the HTTP interface.

use clap::Args;

use crate::cli::Outcome;

/// Print the OpenAPI document
#[derive(Debug, Args)]
pub struct Openapi {}

impl Openapi {
    pub fn run(self) -> anyhow::Result<Outcome> {
        // Interim: the HTTP interface is not in the tree yet.
        anyhow::bail!("not built yet")
    }
}
