//! `siku user create` and `siku user reset`: accounts without the web. The token alone goes to standard output, so
//! that a script can keep it.

use std::io::Write;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};

use crate::accounts::Role;
use crate::accounts::users::{self, Account, NewUser};
use crate::cli::{Outcome, database};
use crate::config::Settings;

/// Make an account, or give one a new token
#[derive(Debug, Args)]
pub struct User {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make an account and print its token, which is shown only now
    Create {
        /// Name of the account; the name of its role when missing
        name: Option<String>,
        /// What the account may do
        #[arg(long, value_parser = role())]
        role: Role,
        /// The organisation it belongs to; made when there is none of this name
        #[arg(long, value_name = "NAME")]
        organisation: Option<String>,
    },
    /// Revoke the tokens of an account and print a new one
    Reset {
        /// Name of the account
        name: String,
    },
}

fn role() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.map(Role::as_str)).try_map(|name| name.parse::<Role>())
}

impl User {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let db = database::open(&settings).await?;
        let account = match &self.action {
            Action::Create { name, role, organisation } => {
                let name = name.as_deref().unwrap_or(role.as_str());
                users::create(&db, &NewUser { name, role: *role, organisation: organisation.as_deref() }).await?
            }
            Action::Reset { name } => users::reset(&db, name).await?,
        };
        show(&account)?;
        Ok(Outcome::Done)
    }
}

fn show(account: &Account) -> anyhow::Result<()> {
    eprintln!(
        "{} ({}): this token is shown once; send it as `Authorization: Bearer TOKEN`",
        account.name, account.role
    );
    Ok(writeln!(std::io::stdout().lock(), "{}", account.token.reveal())?)
}
