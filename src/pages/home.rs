//! `/`: what Siku is, what is in the four libraries, what came in last.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::map::Map;
use super::present::{Presented, card};
use super::reader::{Reader, database};
use super::suggestions;
use crate::app::App;
use crate::error::Error;
use crate::layout::Page;
use crate::layout::components::{Card, Shelf};
use crate::layout::matches::Pair;
use crate::library::store::{ListQuery, list};
use crate::library::{Demands, Institutions, Results, Status, Technologies};
use crate::matching;

const LATEST: u64 = 4;
const MATCHES: usize = 3;
/// Matches among which the strongest are looked for.
const LATEST_MATCHES: u64 = 100;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    page: &'a Page,
    parts: [LibraryPart; 4],
    matches: Vec<Pair>,
    map: Option<Map>,
}

impl HomePage<'_> {
    /// Before anything is published there is nothing to say four times.
    fn has_latest(&self) -> bool {
        self.parts.iter().any(|part| !part.latest.is_empty())
    }
}

/// One library on the home page.
struct LibraryPart {
    shelf: Shelf,
    count: String,
    count_label: String,
    latest_label: String,
    all_label: String,
    latest: Vec<Card>,
}

pub async fn home(reader: Reader, app: web::Data<App>) -> Result<HttpResponse, Error> {
    let parts = [
        part::<Technologies>(&reader, &app).await?,
        part::<Demands>(&reader, &app).await?,
        part::<Results>(&reader, &app).await?,
        part::<Institutions>(&reader, &app).await?,
    ];
    let matches = matches(&reader, &app).await?;
    let map = Map::of(&reader, &app).await?;
    reader.send(&HomePage { page: &reader.page, parts, matches, map })
}

/// The strongest of the latest suggestions, one for a demand, where everybody may see them.
async fn matches(reader: &Reader, app: &App) -> Result<Vec<Pair>, Error> {
    if !suggestions::shown(app, reader) {
        return Ok(Vec::new());
    }
    let strongest = matching::strongest_of_newest(&app.db, &reader.actor, LATEST_MATCHES, MATCHES, reader.t()).await?;
    Ok(strongest.iter().map(|one| suggestions::pair(one, reader)).collect())
}

async fn part<L: Presented>(reader: &Reader, app: &App) -> Result<LibraryPart, Error> {
    let query = ListQuery { status: Some(Status::Published), limit: LATEST, ..ListQuery::default() };
    let page = list::<L>(database(app), &reader.actor, &query).await?;
    let (t, name) = (reader.t(), L::SHELF.name());
    let total = app.counts.count::<L>(database(app), &reader.actor, &query).await?;
    Ok(LibraryPart {
        shelf: L::SHELF,
        count: t.number(total as f64),
        count_label: t.count(&format!("home-count-{name}"), total),
        latest_label: t.code_or_self("home-latest", name),
        all_label: t.code_or_self("home-all", name),
        latest: page.records.iter().map(|record| card(record, reader)).collect(),
    })
}
