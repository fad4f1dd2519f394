//! `/search?q=`: one search over all four libraries.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::feed;
use super::present::{Hits, Presented, found_card};
use super::reader::{Reader, database};
use crate::app::App;
use crate::error::Error;
use crate::layout::Page;
use crate::layout::components::{Card, Shelf};
use crate::layout::url::encode;
use crate::library::store::{ListQuery, count, list};
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
    save_href: String,
    feed_href: String,
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
    let hits = Hits::of::<L>(app, words).await?;
    let query = ListQuery {
        ids: Some(hits.ids.clone()),
        status: Some(Status::Published),
        limit: SHOWN,
        ..ListQuery::default()
    };
    let total = count::<L>(database(app), &reader.actor, &query).await?;
    let page = list::<L>(database(app), &reader.actor, &query).await?;
    Ok(Group {
        shelf: L::SHELF,
        href: format!("/{}?q={}", L::SHELF.name(), encode(words)),
        feed_href: feed::address(&reader.page, L::SHELF.name()),
        save_href: format!("/my/searches?library={}&q={}", L::SHELF.name(), encode(words)),
        all_label: reader.t().count("search-see-all", total),
        cards: page.records.iter().map(|record| found_card(record, reader, words, &hits)).collect(),
    })
}
