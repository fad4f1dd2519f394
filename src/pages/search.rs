//! `/search?q=`: one search over all four libraries.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::find::{MOST_HITS, ranked};
use super::present::{Presented, found_card};
use super::reader::{Reader, database};
use crate::app::App;
use crate::error::Error;
use crate::layout::Page;
use crate::layout::components::{Card, Shelf};
use crate::layout::url::encode;
use crate::library::store::{ListQuery, list};
use crate::library::{Demands, Institutions, Results, Status, Technologies};

/// Hits shown of each library; the rest is one tap away.
const SHOWN: u64 = 4;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    page: &'a Page,
    words: Option<String>,
    groups: Vec<Group>,
}

/// The hits of one library.
struct Group {
    shelf: Shelf,
    href: String,
    all_label: String,
    cards: Vec<Card>,
}

pub async fn search(reader: Reader, app: web::Data<App>) -> Result<HttpResponse, Error> {
    let words = reader.page.query.get("q").map(str::to_owned);
    let mut groups = Vec::new();
    if let Some(words) = &words {
        groups.push(group::<Technologies>(&reader, &app, words).await?);
        groups.push(group::<Demands>(&reader, &app, words).await?);
        groups.push(group::<Results>(&reader, &app, words).await?);
        groups.push(group::<Institutions>(&reader, &app, words).await?);
    }
    reader.send(&SearchPage { page: &reader.page, words, groups })
}

async fn group<L: Presented>(reader: &Reader, app: &App, words: &str) -> Result<Group, Error> {
    let ids = ranked::<L>(app, reader, words, MOST_HITS).await?;
    let query = ListQuery {
        ids: Some(ids),
        status: Some(Status::Published),
        limit: SHOWN,
        facets: true,
        ..ListQuery::default()
    };
    let page = list::<L>(database(app), &reader.actor, &query).await?;
    Ok(Group {
        shelf: L::SHELF,
        href: format!("/{}?q={}", L::SHELF.name(), encode(words)),
        all_label: reader.t().count("search-see-all", page.total.unwrap_or_default()),
        cards: page.records.iter().map(|record| found_card(record, reader, words)).collect(),
    })
}
