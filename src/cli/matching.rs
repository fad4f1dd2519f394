//! `siku match`: compute suggestions now and print them with their reasons

use std::io::Write;
use std::sync::Arc;

use anyhow::bail;
use clap::Args;
use uuid::Uuid;

use crate::accounts::Actor;
use crate::cli::progress::Progress;
use crate::cli::{Outcome, database, index};
use crate::config::Settings;
use crate::db::Db;
use crate::layout::{Lang, Locale};
use crate::library::store::{self, ListQuery};
use crate::library::{Demands, Status};
use crate::matching::suggest::suggest_for_demand;
use crate::matching::types::{Match as Matched, Ranking};
use crate::matching::{self, Engine, MatchingWork};
use crate::outbox::worker::drain;

/// Compute suggestions now and print them with their reasons
#[derive(Debug, Args)]
pub struct Match {
    /// Only this demand: its id, number or external id
    #[arg(long, value_name = "ID")]
    demand: Option<String>,
    /// One JSON object a line instead of text
    #[arg(long)]
    json: bool,
}

const ENGLISH: Locale = Locale { lang: Lang::En };

impl Match {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        let db = database::open(&settings).await?;
        let engine = Arc::new(Engine::open(&settings)?);
        index::complete(&db, &engine, "indexing").await?;
        let demands = match &self.demand {
            Some(name) => match store::find::<Demands>(&*db, &Actor::System, name).await? {
                Some(demand) => vec![demand.head.id],
                None => bail!("there is no demand {name}"),
            },
            None => published(&db).await?,
        };
        let mut progress = Progress::new("matching");
        let total = demands.len() as u64;
        for (done, id) in demands.iter().enumerate() {
            suggest_for_demand(&db, &engine, *id).await?;
            progress.show(done as u64 + 1, Some(total), &format!("{} of {total} demands", done + 1));
            let ranking =
                matching::of_demand(&db, &Actor::System, *id, settings.matching.suggestions as u64, ENGLISH).await?;
            let demand = store::find::<Demands>(&*db, &Actor::System, &id.to_string()).await?;
            let Some(demand) = demand else { continue };
            let mut out = std::io::stdout().lock();
            if self.json {
                let object = serde_json::json!({ "demand": demand.head.number, "ranking": ranking });
                writeln!(out, "{object}")?;
            } else {
                writeln!(out, "\n{}  {}  [{}]", demand.head.number, demand.title_in("en"), demand.body.country)?;
                print(&mut out, &ranking)?;
            }
        }
        progress.finish();
        if self.demand.is_none() {
            // Everything was matched just now; what waited for that is done as well.
            drain(&db, &MatchingWork { db: db.clone(), engine }).await?;
        }
        Ok(Outcome::Done)
    }
}

async fn published(db: &Db) -> anyhow::Result<Vec<Uuid>> {
    let mut ids = Vec::new();
    let mut cursor = None;
    loop {
        let query = ListQuery {
            status: Some(Status::Published),
            limit: store::list::LARGEST_PAGE,
            cursor,
            ..ListQuery::default()
        };
        let page = store::list::<Demands>(&**db, &Actor::System, &query).await?;
        ids.extend(page.records.iter().map(|demand| demand.head.id));
        cursor = page.next_cursor;
        if cursor.is_none() {
            ids.reverse();
            return Ok(ids);
        }
    }
}

fn print(out: &mut impl Write, ranking: &Ranking) -> std::io::Result<()> {
    if ranking.matches.is_empty() {
        writeln!(out, "  no match among {} technologies ({})", ranking.searched, ranking.algorithm)?;
    }
    for one in &ranking.matches {
        print_one(out, one)?;
    }
    Ok(())
}

fn print_one(out: &mut impl Write, one: &Matched) -> std::io::Result<()> {
    let number = one.technology.number.as_deref().unwrap_or_default();
    writeln!(out, "  {:2}. {:.2}  {number}  {}", one.rank, one.score, one.technology.title)?;
    let mut signals: Vec<_> = one.signals.iter().collect();
    signals.sort_by(|a, b| b.contribution.abs().total_cmp(&a.contribution.abs()));
    for signal in signals.iter().take(3) {
        writeln!(out, "        {:+.2} {}: {}", signal.contribution, signal.name, signal.reason)?;
    }
    for coverage in &one.coverage {
        let evidence = coverage.evidence.as_ref().map_or("", |evidence| evidence.text.as_str());
        let verdict = coverage.verdict.as_str();
        writeln!(out, "        {verdict:7} {} — {evidence}", coverage.requirement.text)?;
    }
    Ok(())
}
