//! `siku user create` and `siku user reset`: accounts without the web. The token alone goes to standard output, so
//! that a script can keep it.

use std::io::Write;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};

use crate::accounts::Role;
use crate::accounts::users::{self, Account, Entry, NewUser};
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
        /// E-mail address, which is then what the person signs in with
        #[arg(long, value_name = "ADDRESS")]
        email: Option<String>,
        /// Password to sign in with on the pages; `-` reads it from standard input
        #[arg(long, value_name = "PASSWORD")]
        password: Option<String>,
    },
    /// Revoke the tokens of an account and print a new one; with the options, change only what they name
    Reset {
        /// E-mail address or name of the account
        name: String,
        /// Give it this password and close its sessions; `-` reads it from standard input
        #[arg(long, value_name = "PASSWORD")]
        password: Option<String>,
        /// Take its second factor away, for somebody who lost it
        #[arg(long)]
        second_factor: bool,
    },
}

fn role() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.map(Role::as_str)).try_map(|name| name.parse::<Role>())
}

impl User {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let db = database::open(&settings).await?;
        let account = match &self.action {
            Action::Create { name, role, organisation, email, password } => {
                let password = password.as_deref().map(given).transpose()?;
                let new = NewUser {
                    name: name.as_deref().unwrap_or(role.as_str()),
                    role: *role,
                    organisation: organisation.as_deref(),
                };
                let entry = Entry { email: email.as_deref(), password: password.as_deref() };
                users::create_with(&db, &new, entry).await?
            }
            Action::Reset { name, password: None, second_factor: false } => users::reset(&db, name).await?,
            Action::Reset { name, password, second_factor } => {
                let password = password.as_deref().map(given).transpose()?;
                users::set_password(&db, &settings.mail, name, password.as_deref(), *second_factor).await?;
                eprintln!("{name}: changed; all sessions are closed");
                return Ok(Outcome::Done);
            }
        };
        show(&account)?;
        Ok(Outcome::Done)
    }
}

/// A password as it is given: on the command line, or as the first line of standard input.
fn given(password: &str) -> anyhow::Result<String> {
    if password != "-" {
        return Ok(password.to_owned());
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn show(account: &Account) -> anyhow::Result<()> {
    eprintln!(
        "{} ({}): this token is shown once; send it as `Authorization: Bearer TOKEN`",
        account.name, account.role
    );
    Ok(writeln!(std::io::stdout().lock(), "{}", account.token.reveal())?)
}
