//! `/technologies`, `/demands`, `/results`, `/institutions`: search and browse one library.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::authoring;
use super::feed;
use super::present::{Hits, Presented, card, found_card};
use super::reader::{Reader, database};
use crate::app::App;
use crate::error::Error;
use crate::layout::Page;
use crate::layout::components::{Card, Chip, Choice, Facet, FacetValue, Pager, Shelf};
use crate::library::store::list::{Sort, levels};
use crate::library::store::{FacetCount, Facets, ListQuery, StoreError};
use crate::library::{CodeKind, Demands, Institutions, Results, Status, Technologies};

/// Values of a facet shown before "more".
const FACET_VALUES: usize = 8;
/// Values of one filter at once.
const MOST_CHOSEN: usize = 50;
/// Readiness is chosen by these: research, development, in use.
const READINESS: [&str; 3] = ["1-3", "4-6", "7-9"];
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
    let mut query = asked::<L>(&reader);
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
    let chips = chips::<L>(&reader);
    let name = L::SHELF.name();
    let view = ListPage {
        page: &reader.page,
        shelf: L::SHELF,
        heading: t.code_or_self("library", name),
        search_label: t.code_or_self("search", name),
        count_label: t.count(if words.is_some() { "list-count-found" } else { "list-count" }, total),
        sorts: if words.is_some() { Vec::new() } else { sorts(&reader, query.sort) },
        feed_href: feed::address(&reader.page, name),
        facets: facets::<L>(&reader, page.facets.unwrap_or_default()),
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

/// What the address asks for. What it asks for in vain (an unknown sort, a facet of another library) is ignored.
pub(super) fn asked<L: Presented>(reader: &Reader) -> ListQuery {
    let query = &reader.page.query;
    let mut asked = ListQuery {
        status: Some(Status::Published),
        sort: query.get("sort").and_then(|sort| sort.parse().ok()).unwrap_or_default(),
        cursor: query.get("cursor").map(str::to_owned),
        facets: true,
        ..ListQuery::default()
    };
    for kind in L::FACETS {
        let chosen = chosen(reader, *kind);
        let codes: Vec<String> = match kind {
            CodeKind::Trl => chosen.into_iter().filter_map(levels).flatten().collect(),
            _ => chosen.into_iter().map(str::to_owned).collect(),
        };
        match kind {
            CodeKind::Field => asked.field = codes,
            CodeKind::Country => asked.country = codes,
            CodeKind::TargetCountry => asked.target_country = codes,
            CodeKind::Mode => asked.mode = codes,
            CodeKind::Kind => asked.kind = codes,
            CodeKind::Service => asked.service = codes,
            CodeKind::Lang => asked.lang = codes,
            other => asked.other.push((*other, codes)),
        }
    }
    asked
}

/// The values of a filter that the address has; more than anybody chooses are not looked at.
fn chosen(reader: &Reader, kind: CodeKind) -> Vec<&str> {
    let mut chosen = reader.page.query.all(parameter(kind));
    chosen.truncate(MOST_CHOSEN);
    chosen
}

/// The name of a filter in an address. `lang` is taken: it chooses the language of the interface.
fn parameter(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Lang => "language",
        other => other.as_str(),
    }
}

fn sorts(reader: &Reader, current: Sort) -> Vec<Choice> {
    let choice = |sort: &Sort| Choice {
        label: reader.t().code_or_self("sort", sort.as_str()),
        href: reader.page.link_with("sort", sort.as_str()),
        selected: *sort == current,
    };
    SORTS.iter().map(choice).collect()
}

/// The name of a code in the reader's language.
fn code_name<L: Presented>(reader: &Reader, kind: CodeKind, code: &str) -> String {
    let t = reader.t();
    match kind {
        CodeKind::Field => reader.field(code),
        CodeKind::Country | CodeKind::TargetCountry => reader.country(code),
        CodeKind::Lang => reader.language(code),
        CodeKind::Kind if L::SHELF == Shelf::Results => t.code_or_self("result_kind", code),
        CodeKind::Kind => t.code_or_self("institution_kind", code),
        CodeKind::Trl if READINESS.contains(&code) => t.code_or_self("readiness", code),
        CodeKind::Trl => t.fill("trl-short", code),
        CodeKind::Region => reader.region(code),
        CodeKind::Mode => t.code_or_self("mode", code),
        CodeKind::Service => t.code_or_self("service", code),
        CodeKind::Urgency => t.code_or_self("urgency", code),
        CodeKind::Progress => t.code_or_self("progress", code),
        CodeKind::Operation => t.code_or_self("operation", code),
        CodeKind::ExportControl | CodeKind::Keyword | CodeKind::Sdg | CodeKind::Year => code.to_owned(),
    }
}

pub(super) fn chips<L: Presented>(reader: &Reader) -> Vec<Chip> {
    let chips_of = |kind: &CodeKind| {
        let chosen = chosen(reader, *kind);
        let chip = |code: &&str| {
            let others: Vec<&str> = chosen.iter().filter(|other| *other != code).copied().collect();
            let label = code_name::<L>(reader, *kind, code);
            Chip { label, href: reader.page.link_with_all(parameter(*kind), &others) }
        };
        chosen.iter().map(chip).collect::<Vec<_>>()
    };
    L::FACETS.iter().flat_map(chips_of).collect()
}

fn facets<L: Presented>(reader: &Reader, mut counted: Facets) -> Vec<Facet> {
    let facet = |kind: &CodeKind| {
        let chosen = chosen(reader, *kind);
        let mut counts = counted.remove(kind).unwrap_or_default();
        match kind {
            CodeKind::Field => counts.retain(|count| is_offered(&count.code, &chosen)),
            CodeKind::Trl => counts = by_readiness(&counts),
            _ => {}
        }
        let value = |count: &FacetCount| facet_value::<L>(reader, *kind, count, &chosen);
        let mut values: Vec<FacetValue> = counts.iter().map(value).collect();
        let more = if values.len() > FACET_VALUES + 1 { values.split_off(FACET_VALUES) } else { Vec::new() };
        Facet { title: reader.t().code_or_self("facet", kind.as_str()), values, more }
    };
    // A single value that is not chosen narrows nothing.
    let useful = |facet: &Facet| facet.values.len() > 1 || facet.values.iter().any(|value| value.selected);
    L::FACETS.iter().map(facet).filter(useful).collect()
}

/// Counts of single levels as those of the ranges that are offered; a record has one level.
fn by_readiness(counts: &[FacetCount]) -> Vec<FacetCount> {
    let sum = |range: &str| {
        let levels = levels(range).unwrap_or_default();
        let inside = counts.iter().filter(|count| levels.contains(&count.code));
        FacetCount { code: range.to_owned(), count: inside.map(|count| count.count).sum() }
    };
    READINESS.into_iter().map(sum).filter(|count| count.count > 0).collect()
}

/// First-level fields, and the second level below the chosen ones: a hundred fields are no choice.
fn is_offered(code: &str, chosen: &[&str]) -> bool {
    !code.contains('.') || chosen.iter().any(|chosen| first_level(chosen) == first_level(code))
}

fn first_level(code: &str) -> &str {
    code.split('.').next().unwrap_or(code)
}

/// Whether one of two fields is above the other: together they would narrow nothing.
fn is_part(one: &str, other: &str) -> bool {
    first_level(one) == first_level(other) && (!one.contains('.') || !other.contains('.'))
}

fn facet_value<L: Presented>(reader: &Reader, kind: CodeKind, count: &FacetCount, chosen: &[&str]) -> FacetValue {
    let code = count.code.as_str();
    let selected = chosen.contains(&code);
    let stays = |other: &&str| *other != code && !(kind == CodeKind::Field && !selected && is_part(other, code));
    let mut values: Vec<&str> = chosen.iter().copied().filter(stays).collect();
    if !selected {
        values.push(code);
    }
    let href = reader.page.link_with_all(parameter(kind), &values);
    let count_text = reader.t().number(count.count as f64);
    FacetValue { label: code_name::<L>(reader, kind, code), href, count: count_text, selected }
}

fn pager(reader: &Reader, next_cursor: Option<String>) -> Pager {
    let page = &reader.page;
    Pager {
        first: page.query.get("cursor").map(|_| page.link_without("cursor")),
        next: next_cursor.map(|cursor| page.link_to_cursor(&cursor)),
    }
}
