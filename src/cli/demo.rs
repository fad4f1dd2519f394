//! `siku demo`: everything at once on an empty machine: database, demo records, index, matches, web pages

use std::borrow::Cow;
use std::sync::{Arc, Mutex};

use anyhow::Context;
use clap::Args;
use rust_embed::RustEmbed;
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::accounts::secrets::Secret;
use crate::accounts::users::{self, Entry, NewUser};
use crate::accounts::{Actor, Role};
use crate::app;
use crate::cli::progress::Progress;
use crate::cli::{Outcome, database};
use crate::config::Settings;
use crate::db::Db;
use crate::library::files::import::{ImportFile, Watch, import};
use crate::library::files::input::{Content, Format, Input};
use crate::library::files::row::BadRow;
use crate::library::{Demands, Institutions, Library, Results, Technologies};
use crate::matching::{Engine, MatchingWork, indexing};

/// Everything at once on an empty machine: database, demo records, index, matches, web pages
#[derive(Debug, Args)]
pub struct Demo {}

/// The demo records, compiled in.
#[derive(RustEmbed)]
#[folder = "seeds/"]
struct Seeds;

impl Demo {
    pub async fn run(self, mut settings: Settings) -> anyhow::Result<Outcome> {
        // A demo is there to be looked at: suggestions are shown without a token.
        settings.matching.public = true;
        settings.overridden("match.public", "true", "siku demo");
        let db = database::connect(&settings).await?;
        database::bring_up(&db).await?;
        if is_empty(&db).await? {
            eprintln!("loading demo records");
            load::<Institutions>(&db).await?;
            load::<Results>(&db).await?;
            load::<Technologies>(&db).await?;
            load::<Demands>(&db).await?;
            let account =
                users::create(&db, &NewUser { name: "demo-admin", role: Role::Admin, organisation: None }).await?;
            eprintln!("account {} ({}), token for the API: {}", account.name, account.role, account.token.reveal());
            people(&db).await?;
        } else {
            eprintln!(
                "the database has records already; none were added (`siku user reset demo-admin` prints a new token)"
            );
        }
        let engine = Arc::new(Engine::open_for(&settings, &db).await?);
        index(&db, &engine).await?;
        eprintln!("matching");
        MatchingWork { db: db.clone(), engine: Arc::clone(&engine) }.finish().await?;
        let server = app::start(settings, db, engine).await?;
        eprintln!("Siku answers at http://{}  (Ctrl-C ends it)", server.address);
        server.run().await?;
        Ok(Outcome::Done)
    }
}

/// One person for each role, with a password made for this database.
async fn people(db: &Db) -> anyhow::Result<()> {
    let password = Secret::generate()?;
    let password: String = password.reveal().chars().take(16).collect();
    for role in Role::ALL {
        let email = format!("{role}@demo.example");
        let name = format!("Demo {role}");
        let organisation = (!role.is_operator()).then(|| format!("Demo {role} organisation"));
        let new = NewUser { name: &name, role, organisation: organisation.as_deref() };
        users::create_with(db, &new, Entry { email: Some(&email), password: Some(&password) }).await?;
        eprintln!("sign in at /sign-in: {email}, password {password}");
    }
    Ok(())
}

async fn index(db: &Db, engine: &Engine) -> anyhow::Result<()> {
    let progress = Mutex::new(Progress::new("indexing the demo records"));
    indexing::complete(db, &engine.corpora(), move |model, done, total| {
        if let Ok(mut progress) = progress.lock() {
            let what = format!("embedding with {model}: {done} of {total} records");
            progress.show(done as u64, Some(total as u64), &what);
        }
        Ok(())
    })
    .await
}

async fn is_empty(db: &Db) -> anyhow::Result<bool> {
    let technologies = <Technologies as Library>::Entity::find().count(&**db).await?;
    let demands = <Demands as Library>::Entity::find().count(&**db).await?;
    Ok(technologies + demands == 0)
}

async fn load<L: Library>(db: &Db) -> anyhow::Result<()> {
    let name = format!("{}.jsonl", L::KIND.as_str());
    let file = Seeds::get(&name).with_context(|| format!("there is no seed file {name}"))?;
    let content = Content::Memory(Cow::Owned(file.data.into_owned()));
    let input = Input { name: name.clone(), format: Format::JsonLines, content };
    let mut quiet = Quiet { name };
    let summary = import::<L>(db, &Actor::System, input, ImportFile::default(), &mut quiet).await?;
    eprintln!("  {}: {summary}", quiet.name);
    Ok(())
}

/// Seeds are short: only what is wrong with them is said.
struct Quiet {
    name: String,
}

impl Watch for Quiet {
    fn bad(&mut self, row: &BadRow) -> anyhow::Result<()> {
        let problems: Vec<String> = row.problems.iter().map(ToString::to_string).collect();
        eprintln!("  {} line {}: {}", self.name, row.line, problems.join("; "));
        Ok(())
    }

    fn note(&mut self, text: &str) {
        eprintln!("  {}: {text}", self.name);
    }

    fn progress(&mut self, _read: u64, _size: Option<u64>, _rows: u64) {}
}
