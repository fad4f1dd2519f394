//! `/technologies`, `/demands`, `/results`, `/institutions`: search and browse one library.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::authoring;
use super::feed;
use super::filters::Filters;
use super::present::{Hits, Presented, card, found_card};
use super::reader::{Reader, database};
use crate::app::App;
use crate::error::Error;
use crate::layout::Page;
use crate::layout::components::{Card, Chip, Choice, Facet, Pager, Shelf};
use crate::library::store::StoreError;
use crate::library::store::list::Sort;
use crate::library::{Demands, Institutions, Results, Technologies};

const SORTS: &[Sort] = &[Sort::Newest, Sort::Updated, Sort::Title];

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    page: &'a Page,
    shelf: Shelf,
    heading: String,
    search_label: String,
    words: Option<String>,
    count_label: String,
    sorts: Vec<Choice>,
    facets: Vec<Facet>,
    chips: Vec<Chip>,
    clear_href: String,
    /// Words or filters narrow the list.
    narrowed: bool,
    /// Where what narrows it can be saved.
    save_href: String,
    /// The same list as a feed.
    feed_href: String,
    cards: Vec<Card>,
    pager: Pager,
    /// Where the reader can post a record of their own.
    new: Option<String>,
}

pub async fn technologies(reader: Reader, app: web::Data<App>) -> Result<HttpResponse, Error> {
    show::<Technologies>(reader, &app).await
}

pub async fn demands(reader: Reader, app: web::Data<App>) -> Result<HttpResponse, Error> {
    show::<Demands>(reader, &app).await
}

pub async fn results(reader: Reader, app: web::Data<App>) -> Result<HttpResponse, Error> {
    show::<Results>(reader, &app).await
}

pub async fn institutions(reader: Reader, app: web::Data<App>) -> Result<HttpResponse, Error> {
    show::<Institutions>(reader, &app).await
}

async fn show<L: Presented>(mut reader: Reader, app: &App) -> Result<HttpResponse, Error> {
    reader.page.shelf = Some(L::SHELF);
    let t = reader.t();
    let words = reader.page.query.get("q").map(str::to_owned);
    let filters = Filters::of_list::<L>(&reader);
    let mut query = filters.asked();
    let mut hits = Hits::default();
    if let Some(words) = &words {
        hits = Hits::of::<L>(app, words).await?;
        query.ids = Some(hits.ids.clone());
    }
    let page = match app.counts.list::<L>(database(app), &reader.actor, &query).await {
        // An old or copied cursor: begin again instead of refusing.
        Err(StoreError::BadCursor) => {
            query.cursor = None;
            app.counts.list::<L>(database(app), &reader.actor, &query).await?
        }
        page => page?,
    };
    let total = page.total.unwrap_or_default();
    let cards = page.records.iter().map(|record| match &words {
        Some(words) => found_card(record, &reader, words, &hits),
        None => card(record, &reader),
    });
    let chips = filters.chips();
    let name = L::SHELF.name();
    let view = ListPage {
        page: &reader.page,
        shelf: L::SHELF,
        heading: t.code_or_self("library", name),
        search_label: t.code_or_self("search", name),
        count_label: t.count(if words.is_some() { "list-count-found" } else { "list-count" }, total),
        sorts: if words.is_some() { Vec::new() } else { sorts(&reader, query.sort) },
        feed_href: feed::address(&reader.page, name),
        facets: filters.facets(page.facets.unwrap_or_default()),
        clear_href: format!("/{name}"),
        narrowed: words.is_some() || !chips.is_empty(),
        save_href: reader.page.query.without(&["lang", "cursor", "sort"]).with("library", name).link("/my/searches"),
        cards: cards.collect(),
        pager: pager(&reader, page.next_cursor),
        new: authoring::offered_new::<L>(&reader.actor).filter(|_| reader.page.mine.is_some()),
        chips,
        words,
    };
    reader.send(&view)
}

fn sorts(reader: &Reader, current: Sort) -> Vec<Choice> {
    let choice = |sort: &Sort| Choice {
        label: reader.t().code_or_self("sort", sort.as_str()),
        href: reader.page.link_with("sort", sort.as_str()),
        selected: *sort == current,
    };
    SORTS.iter().map(choice).collect()
}

fn pager(reader: &Reader, next_cursor: Option<String>) -> Pager {
    let page = &reader.page;
    Pager {
        first: page.query.get("cursor").map(|_| page.link_without("cursor")),
        next: next_cursor.map(|cursor| page.link_to_cursor(&cursor)),
    }
}
