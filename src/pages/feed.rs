//! `/technologies.atom` and the like: a list, with its filters and words, as an Atom feed (RFC 4287), so that others
//! follow what is published without an account. As everybody sees it, whoever asks.

use actix_web::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use actix_web::{HttpResponse, web};
use anyhow::Context;
use atom_syndication::{Category, Entry, Feed, Generator, Link, Person, Text};
use chrono::{DateTime, Utc};

use super::filters::Filters;
use super::present::{Hits, Presented};
use super::reader::{Reader, database};
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Result;
use crate::layout::{Page, content};
use crate::library::store::list;
use crate::library::{Body, Demands, Institutions, Record, Results, Technologies};

/// Records in a feed.
const ENTRIES: u64 = 50;
/// Characters of a summary.
const LONGEST_SUMMARY: usize = 1_000;
const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

/// The feed of what a page shows of a library, in the language of the page.
pub fn address(page: &Page, library: &str) -> String {
    let query = page.query.without(&["lang", "cursor", "sort", "content", "library"]);
    query.with("lang", page.t.lang.tag()).link(&format!("/{library}.atom"))
}

/// `GET /technologies.atom`
pub async fn technologies(reader: Reader, app: web::Data<App>) -> Result<HttpResponse> {
    show::<Technologies>(&reader, &app).await
}

/// `GET /demands.atom`
pub async fn demands(reader: Reader, app: web::Data<App>) -> Result<HttpResponse> {
    show::<Demands>(&reader, &app).await
}

/// `GET /results.atom`
pub async fn results(reader: Reader, app: web::Data<App>) -> Result<HttpResponse> {
    show::<Results>(&reader, &app).await
}

/// `GET /institutions.atom`
pub async fn institutions(reader: Reader, app: web::Data<App>) -> Result<HttpResponse> {
    show::<Institutions>(&reader, &app).await
}

async fn show<L: Presented>(reader: &Reader, app: &App) -> Result<HttpResponse> {
    let (t, page) = (reader.t(), &reader.page);
    let words = page.query.get("q").map(str::to_owned);
    let mut query = Filters::of_list::<L>(reader).asked();
    (query.cursor, query.facets, query.limit) = (None, false, ENTRIES);
    if let Some(words) = &words {
        query.ids = Some(Hits::of::<L>(app, words).await?.ids);
    }
    // The public, whoever asks: a feed is handed on.
    let records = list::<L>(database(app), &Actor::Public, &query).await?.records;
    let name = L::SHELF.name();
    let narrowed: Vec<String> =
        words.into_iter().chain(Filters::of_list::<L>(reader).chips().into_iter().map(|chip| chip.label)).collect();
    let title = [t.code_or_self("library", name)].into_iter().chain(narrowed).collect::<Vec<_>>().join(" – ");
    let own = format!("{}{}", app.public_url, page.query.link(&page.path));
    let shown = format!("{}{}", app.public_url, page.query.link(&format!("/{name}")));
    let newest = records.iter().map(|record| record.head.updated_at).max().unwrap_or(DateTime::UNIX_EPOCH);
    let feed = Feed {
        title: plain(&title, Some(t.lang.tag())),
        id: own.clone(),
        updated: newest.fixed_offset(),
        authors: vec![Person { name: legal(&t.text("site-name")), ..Person::default() }],
        generator: Some(Generator { value: "Siku".to_owned(), ..Generator::default() }),
        links: vec![link("self", own, "application/atom+xml"), link("alternate", shown, "text/html")],
        lang: Some(t.lang.tag().to_owned()),
        entries: records.iter().map(|record| entry(record, reader, app)).collect(),
        ..Feed::default()
    };
    let body = feed.write_to(Vec::new()).context("cannot write a feed")?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, MEDIA_TYPE))
        .insert_header((CONTENT_LANGUAGE, t.lang.tag()))
        .insert_header((VARY, "Accept-Language"))
        .body(body))
}

fn entry<L: Presented>(record: &Record<L>, reader: &Reader, app: &App) -> Entry {
    let common = record.body.common();
    let shown = reader.shown(&common);
    let address = format!("{}/{}/{}", app.public_url, L::SHELF.name(), record.head.number);
    let summary = shown.summary.or(shown.description).map(|text| text.shortened(LONGEST_SUMMARY));
    let category =
        |code: &String| Category { term: code.clone(), label: Some(legal(&reader.field(code))), ..Category::default() };
    Entry {
        title: of_author(&shown.title),
        id: format!("urn:uuid:{}", record.head.id),
        updated: record.head.updated_at.fixed_offset(),
        published: record.head.published_at.map(|at: DateTime<Utc>| at.fixed_offset()),
        links: vec![link("alternate", address, "text/html")],
        categories: common.fields.iter().map(category).collect(),
        summary: summary.map(|text| of_author(&text)),
        ..Entry::default()
    }
}

fn link(rel: &str, href: String, media_type: &str) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: Some(media_type.to_owned()), ..Link::default() }
}

/// A text of an author with its language.
fn of_author(text: &content::Text) -> Text {
    plain(&text.text, Some(text.lang.as_str()).filter(|lang| !lang.is_empty()))
}

fn plain(text: &str, lang: Option<&str>) -> Text {
    Text { lang: lang.map(str::to_owned), ..Text::plain(legal(text)) }
}

/// Without the characters that XML cannot hold in any way.
fn legal(text: &str) -> String {
    let allowed = |character: &char| {
        matches!(character, '\t' | '\n' | '\r') || (*character >= ' ' && !matches!(character, '\u{FFFE}' | '\u{FFFF}'))
    };
    text.chars().filter(allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(legal("a\u{0}b\u{B}c\n<d>\u{FFFF}"), "abc\n<d>");
    }
}
