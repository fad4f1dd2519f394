//! `/search?q=`: one search over all four libraries, narrowed by what all of them know.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::feed;
use super::filters::{Filters, chips, facet_value, is_useful};
use super::present::{Hits, Presented, found_card};
use super::reader::{Reader, database};
use crate::app::App;
use crate::error::Error;
use crate::layout::Page;
use crate::layout::components::{Card, Chip, Facet, Shelf};
use crate::layout::url::Query;
use crate::library::store::{FacetCount, Facets, ListQuery, summed};
use crate::library::{Demands, Institutions, Results, Technologies};

/// Hits shown of each library; the rest is one tap away.
const SHOWN: u64 = 4;
/// The parameter that chooses libraries.
const LIBRARY: &str = "library";

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    page: &'a Page,
    words: Option<String>,
    facets: Vec<Facet>,
    chips: Vec<Chip>,
    clear_href: String,
    groups: Vec<Group>,
}

impl SearchPage<'_> {
    fn finds_nothing(&self) -> bool {
        self.groups.iter().all(|group| group.cards.is_empty())
    }

    /// The libraries in which nothing was found.
    fn missed(&self) -> Vec<&Group> {
        self.groups.iter().filter(|group| group.cards.is_empty()).collect()
    }
}

/// The hits of one library.
struct Group {
    shelf: Shelf,
    href: String,
    all_label: String,
    save_href: String,
    feed_href: String,
    cards: Vec<Card>,
    total: u64,
    counted: Facets,
}

pub async fn search(reader: Reader, app: web::Data<App>) -> Result<HttpResponse, Error> {
    let words = reader.page.query.get("q").map(str::to_owned);
    let filters = Filters::of_every_library(&reader);
    let named = reader.page.query.all(LIBRARY);
    let chosen: Vec<&str> = Shelf::ALL.map(Shelf::name).into_iter().filter(|name| named.contains(name)).collect();
    let (mut groups, mut on) = (Vec::new(), Vec::new());
    if let Some(words) = &words {
        let label = |name: &str| reader.t().code_or_self("library", name);
        on.extend(chips(&reader, LIBRARY, &chosen, label));
        on.extend(filters.chips());
        groups.push(group::<Technologies>(&filters, &reader, &app, words).await?);
        groups.push(group::<Demands>(&filters, &reader, &app, words).await?);
        groups.push(group::<Results>(&filters, &reader, &app, words).await?);
        groups.push(group::<Institutions>(&filters, &reader, &app, words).await?);
    }
    let mut facets: Vec<Facet> = Some(by_library(&reader, &groups, &chosen)).filter(is_useful).into_iter().collect();
    groups.retain(|group| chosen.is_empty() || chosen.contains(&group.shelf.name()));
    let counted = groups.iter_mut().map(|group| std::mem::take(&mut group.counted));
    facets.extend(filters.facets(summed(counted)));
    let clear_href = Query::default().with("q", words.as_deref().unwrap_or_default()).link("/search");
    let view = SearchPage { page: &reader.page, words, facets, chips: on, clear_href, groups };
    reader.send(&view)
}

/// How many hits each library has; counted as if none were chosen.
fn by_library(reader: &Reader, groups: &[Group], chosen: &[&str]) -> Facet {
    let value = |group: &Group| {
        let name = group.shelf.name();
        let count = FacetCount { code: name.to_owned(), count: group.total };
        facet_value(reader, LIBRARY, reader.t().code_or_self("library", name), &count, chosen)
    };
    let offered = |group: &&Group| group.total > 0 || chosen.contains(&group.shelf.name());
    let values = groups.iter().filter(offered).map(value).collect();
    Facet { title: reader.t().code_or_self("facet", LIBRARY), values, more: Vec::new() }
}

async fn group<L: Presented>(filters: &Filters<'_>, reader: &Reader, app: &App, words: &str) -> Result<Group, Error> {
    let hits = Hits::of::<L>(app, words).await?;
    let query = ListQuery { ids: Some(hits.ids.clone()), limit: SHOWN, cursor: None, ..filters.asked() };
    let page = app.counts.list::<L>(database(app), &reader.actor, &query).await?;
    let total = page.total.unwrap_or_default();
    let (name, kept) = (L::SHELF.name(), filters.kept());
    Ok(Group {
        shelf: L::SHELF,
        href: kept.link(&format!("/{name}")),
        feed_href: feed::address(&reader.page, name),
        save_href: kept.with(LIBRARY, name).link("/my/searches"),
        all_label: reader.t().count("search-see-all", total),
        cards: page.records.iter().map(|record| found_card(record, reader, words, &hits)).collect(),
        total,
        counted: page.facets.unwrap_or_default(),
    })
}
