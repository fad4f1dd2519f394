//! How a record of each library is presented: the facts under its title, its details, its facets.
//!
//! [`Presented`] is the one trait a library implements for the pages (in `technology`, `demand`,
//! `result`, `institution`); cards, lists and record pages are written once over it.

use std::collections::HashSet;

use serde_json::Value as Json;
use siku_index::analyze;
use uuid::Uuid;

use super::reader::Reader;
use crate::app::App;
use crate::error::Error;
use crate::layout::components::{Card, Excerpt, Row, Shelf, Tag};
use crate::layout::content::Text;
use crate::layout::highlight::{self, Terms};
use crate::layout::url::encode;
use crate::library::body::Common;
use crate::library::parts::OperatingCondition;
use crate::library::{Body, CodeKind, Library, Record};

/// What the pages need to know of a library.
pub trait Presented: Library {
    const SHELF: Shelf;
    /// What its lists can be narrowed by, in this order.
    const FACETS: &'static [CodeKind];

    /// A few short facts: country, maturity, date.
    fn facts(body: &Self::Body, reader: &Reader) -> Vec<String>;
    /// Its own columns, those that are filled.
    fn rows(body: &Self::Body, reader: &Reader) -> Vec<Row>;
    fn conditions(_body: &Self::Body) -> &[OperatingCondition] {
        &[]
    }
    /// The record as schema.org sees it; the name and description are added.
    fn structured(body: &Self::Body) -> Json;
}

/// The address of a record's page.
pub fn address<L: Presented>(record: &Record<L>) -> String {
    format!("/{}/{}", L::SHELF.name(), record.head.number)
}

/// The fields of a record, each leading to the list of the same library. A first-level field is left
/// out where one of its second level says it better.
pub fn field_tags<L: Presented>(record: &Record<L>, reader: &Reader) -> Vec<Tag> {
    let fields = record.body.common().fields;
    let refined =
        |code: &str| fields.iter().any(|other| other.strip_prefix(code).is_some_and(|rest| rest.starts_with('.')));
    let tag = |code: &String| Tag {
        label: reader.field(code),
        href: Some(format!("/{}?field={}", L::SHELF.name(), encode(code))),
    };
    fields.iter().filter(|code| !refined(code)).map(tag).collect()
}

/// A record in a list.
pub fn card<L: Presented>(record: &Record<L>, reader: &Reader) -> Card {
    let shown = reader.shown(&record.body.common());
    let translation = reader.card_note(&shown, &record.body.common(), &address(record));
    // A description that only repeats the title tells nothing a second time.
    let text = shown.summary.or(shown.description).filter(|text| text.text.trim() != shown.title.text.trim());
    Card {
        shelf: L::SHELF,
        number: record.head.number.clone(),
        href: address(record),
        title: shown.title,
        excerpt: text.map(|text| highlight::excerpt(&text, &Terms::default(), |_| Vec::new()).0),
        tags: field_tags(record, reader),
        facts: L::facts(&record.body, reader),
        found_by_meaning: false,
        reason: None,
        translation,
    }
}

/// Hits considered; a page shows twenty at a time and nobody turns fifty pages.
const MOST_HITS: usize = 1_000;

/// What a search found in one library, best first.
#[derive(Debug, Default)]
pub struct Hits {
    pub ids: Vec<Uuid>,
    /// Those that have none of the words but mean the same.
    by_meaning: HashSet<Uuid>,
}

impl Hits {
    pub async fn of<L: Presented>(app: &App, words: &str) -> Result<Hits, Error> {
        let found = app.engine.find(L::KIND, words, MOST_HITS).await?;
        Ok(Hits {
            by_meaning: found.iter().filter(|hit| !hit.by_words).map(|hit| hit.id).collect(),
            ids: found.into_iter().map(|hit| hit.id).collect(),
        })
    }
}

/// A record in the list of a search: the part where the searched words are, or the note that it was found by meaning.
pub fn found_card<L: Presented>(record: &Record<L>, reader: &Reader, words: &str, hits: &Hits) -> Card {
    let mut card = card(record, reader);
    let common = record.body.common();
    card.found_by_meaning = hits.by_meaning.contains(&record.head.id);
    card.excerpt = marked_excerpt(&common, words).or(card.excerpt);
    card
}

/// The first of the record's texts, in any of its languages, that has a searched word.
fn marked_excerpt(common: &Common<'_>, words: &str) -> Option<Excerpt> {
    let look = |(text, lang): (&str, &str)| {
        let terms = Terms::new(analyze::words(words, lang));
        highlight::excerpt(&Text::new(text, lang), &terms, |run| analyze::words(run, lang))
    };
    all_texts(common).map(look).find(|(_, occurs)| *occurs).map(|(excerpt, _)| excerpt)
}

fn all_texts<'a>(common: &Common<'a>) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
    let own = [common.summary.unwrap_or_default(), common.description].map(|text| (text, common.lang));
    let translated = common.translations.iter().flat_map(|one| {
        let lang = one.lang.as_str();
        [one.summary.as_deref().unwrap_or_default(), one.description.as_deref().unwrap_or_default()]
            .map(|text| (text, lang))
    });
    own.into_iter().chain(translated).filter(|(text, _)| !text.is_empty())
}
