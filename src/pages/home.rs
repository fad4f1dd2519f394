//! `/`: what Siku is, what is in the four libraries, what came in last.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::present::{Presented, card};
use super::reader::{Reader, database};
use crate::app::App;
use crate::error::Error;
use crate::layout::Page;
use crate::layout::components::{Card, Shelf};
use crate::layout::matches::Pair;
use crate::library::store::{ListQuery, list};
use crate::library::{Demands, Institutions, Results, Status, Technologies};

const LATEST: u64 = 4;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    page: &'a Page,
    parts: [LibraryPart; 4],
    matches: Vec<Pair>,
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
    reader.send(&HomePage { page: &reader.page, parts, matches: Vec::new() })
}

async fn part<L: Presented>(reader: &Reader, app: &App) -> Result<LibraryPart, Error> {
    let query = ListQuery { status: Some(Status::Published), limit: LATEST, facets: true, ..ListQuery::default() };
    let page = list::<L>(database(app), &reader.actor, &query).await?;
    let (t, name) = (reader.t(), L::SHELF.name());
    let total = page.total.unwrap_or_default();
    Ok(LibraryPart {
        shelf: L::SHELF,
        count: t.number(total as f64),
        count_label: t.count(&format!("home-count-{name}"), total),
        latest_label: t.code_or_self("home-latest", name),
        all_label: t.code_or_self("home-all", name),
        latest: page.records.iter().map(|record| card(record, reader)).collect(),
    })
}
