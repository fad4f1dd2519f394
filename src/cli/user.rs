//! `siku user create` and `siku user reset`: accounts without the web.

use clap::{Args, Subcommand};

use crate::cli::Outcome;
use crate::config::Settings;

/// Make an account, or give one a new token
#[derive(Debug, Args)]
pub struct User {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make an account and print its token (shown once)
    Create {
        /// Name to sign in with
        name: String,
        /// firm, embassy, broker, steward or admin
        #[arg(long)]
        role: String,
        /// The organisation it belongs to
        #[arg(long, value_name = "NAME")]
        organisation: Option<String>,
    },
    /// Withdraw the tokens of an account and print a new one
    Reset {
        /// Name of the account
        name: String,
    },
}

impl User {
    pub async fn run(self, _settings: Settings) -> anyhow::Result<Outcome> {
        // Interim: accounts are not in the tree yet.
        match self.action {
            Action::Create { name, role, organisation } => {
                anyhow::bail!("not built yet: {role} {name} of {}", organisation.unwrap_or_default())
            }
            Action::Reset { name } => anyhow::bail!("not built yet: {name}"),
        }
    }
}
