//! Computing suggestions now, for one demand or for all, with the reasons for each.

use std::fmt::Write;
use std::sync::Arc;

use anyhow::bail;
use uuid::Uuid;

use crate::accounts::Actor;
use crate::db::Db;
use crate::layout::{Lang, Locale};
use crate::library::store::{self, ListQuery};
use crate::library::{Demands, Status};
use crate::matching::learning::follow::follow;
use crate::matching::suggest::suggest_for_demand;
use crate::matching::types::{Match, Ranking, Verdict};
use crate::matching::{self, Engine};
use crate::outbox;

use super::{Say, index};

const ENGLISH: Locale = Locale { lang: Lang::En };
/// Reasons told of a suggestion.
const REASONS: usize = 3;

pub(super) async fn run(
    db: &Db,
    engine: &Arc<Engine>,
    demand: Option<&str>,
    json: bool,
    say: &Say,
) -> anyhow::Result<bool> {
    follow(db, engine).await?;
    // What was waiting before everything is matched is done by that.
    let waiting = outbox::newest(db).await?;
    index::complete(db, &engine.corpora(), "indexing", say).await?;
    let demands = match demand {
        Some(name) => match store::find::<Demands>(&**db, &Actor::System, name).await? {
            Some(demand) => vec![demand.head.id],
            None => bail!("there is no demand {name}"),
        },
        None => published(db).await?,
    };
    let total = demands.len();
    for (done, id) in (1..).zip(&demands) {
        suggest_for_demand(db, engine, *id).await?;
        let Some(found) = store::find::<Demands>(&**db, &Actor::System, &id.to_string()).await? else { continue };
        let ranking = matching::of_demand(db, &Actor::System, *id, engine.suggestions() as u64, ENGLISH).await?;
        if json {
            say.line(serde_json::json!({ "demand": found.head.number, "ranking": ranking }).to_string())?;
        } else {
            let head = format!("{}  {}  [{}]", found.head.number, found.title_in("en"), found.body.country);
            say.line(described(&head, &ranking)?)?;
        }
        say.progress("matching", done, total, format!("{done} of {total} demands"))?;
    }
    if demand.is_none() {
        outbox::matched(db, &demands, waiting).await?;
    }
    Ok(true)
}

async fn published(db: &Db) -> anyhow::Result<Vec<Uuid>> {
    let mut query =
        ListQuery { status: Some(Status::Published), limit: store::list::LARGEST_PAGE, ..ListQuery::default() };
    let mut ids = Vec::new();
    loop {
        let page = store::list::<Demands>(&**db, &Actor::System, &query).await?;
        ids.extend(page.records.iter().map(|demand| demand.head.id));
        query.cursor = page.next_cursor;
        if query.cursor.is_none() {
            ids.reverse();
            return Ok(ids);
        }
    }
}

/// The requirements are told once, with the demand; what each technology says to them follows by their numbers.
fn described(head: &str, ranking: &Ranking) -> Result<String, std::fmt::Error> {
    let mut text = head.to_owned();
    let requirements = ranking.matches.first().map(|one| one.coverage.as_slice()).unwrap_or_default();
    for (number, one) in (1..).zip(requirements) {
        let priority = one.requirement.priority.as_str();
        write!(text, "\n    {number} {priority}: {}", one.requirement.text)?;
    }
    if ranking.matches.is_empty() {
        write!(text, "\n  no match among {} technologies; the nearest:", ranking.searched)?;
    }
    for one in &ranking.nearest {
        let number = one.technology.number.as_deref().unwrap_or_default();
        write!(text, "\n      {:.2}  {number}  {}", one.score, one.technology.title)?;
        for lack in &one.lacks {
            write!(text, "\n            lacks or does not state: {lack}")?;
        }
    }
    for one in &ranking.matches {
        describe(&mut text, one)?;
    }
    text.push('\n');
    Ok(text)
}

fn describe(text: &mut String, one: &Match) -> std::fmt::Result {
    let number = one.technology.number.as_deref().unwrap_or_default();
    write!(text, "\n  {:2}. {:.2}  {number}  {}", one.rank, one.score, one.technology.title)?;
    let mut signals: Vec<_> = one.signals.iter().collect();
    signals.sort_by(|a, b| b.contribution.abs().total_cmp(&a.contribution.abs()));
    for signal in signals.iter().take(REASONS) {
        write!(text, "\n        {:+.2} {}: {}", signal.contribution, signal.name, signal.reason)?;
    }
    for (number, coverage) in (1..).zip(&one.coverage) {
        write!(text, "\n        {number} {}", coverage.verdict.as_str())?;
        if let Some(evidence) = &coverage.evidence {
            let nearest = if coverage.verdict == Verdict::Unknown { " (nearest)" } else { "" };
            write!(text, "{nearest}: {}", evidence.text)?;
        }
    }
    Ok(())
}
