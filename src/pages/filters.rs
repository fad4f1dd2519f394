//! Filters of a list by the codes of its records: what the address asks for, chips that take one away, facets that add
//! one. Links of all of them are this page with one parameter changed.

use super::present::Presented;
use super::reader::Reader;
use crate::layout::components::{Chip, Facet, FacetValue, Shelf};
use crate::layout::url::Query;
use crate::library::store::list::levels;
use crate::library::store::{FacetCount, Facets, ListQuery};
use crate::library::{CodeKind, Status};

/// Values of a facet shown before "more".
const FACET_VALUES: usize = 8;
/// Values of one filter at once.
const MOST_CHOSEN: usize = 50;
/// Readiness is chosen by these: research, development, in use.
const READINESS: [&str; 3] = ["1-3", "4-6", "7-9"];
/// What records of all four libraries have.
const OF_EVERY_LIBRARY: &[CodeKind] = &[CodeKind::Field, CodeKind::Region, CodeKind::Country, CodeKind::Lang];

/// The filters of one page.
#[derive(Clone, Copy)]
pub(super) struct Filters<'a> {
    reader: &'a Reader,
    kinds: &'static [CodeKind],
    /// The library of the list; none where it is of all four.
    shelf: Option<Shelf>,
}

impl<'a> Filters<'a> {
    pub fn of_list<L: Presented>(reader: &'a Reader) -> Self {
        Self { reader, kinds: L::FACETS, shelf: Some(L::SHELF) }
    }

    /// Those that every library understands.
    pub fn of_every_library(reader: &'a Reader) -> Self {
        Self { reader, kinds: OF_EVERY_LIBRARY, shelf: None }
    }

    /// What the address asks for. What it asks for in vain (an unknown sort, a facet of another library) is ignored.
    pub fn asked(&self) -> ListQuery {
        let query = &self.reader.page.query;
        let mut asked = ListQuery {
            status: Some(Status::Published),
            sort: query.get("sort").and_then(|sort| sort.parse().ok()).unwrap_or_default(),
            cursor: query.get("cursor").map(str::to_owned),
            facets: true,
            ..ListQuery::default()
        };
        for kind in self.kinds {
            let chosen = self.chosen(*kind);
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

    /// The searched words with these filters, and nothing else of the address.
    pub fn kept(&self) -> Query {
        let words = self.reader.page.query.get("q").map(|words| Query::default().with("q", words)).unwrap_or_default();
        self.kinds.iter().fold(words, |query, kind| query.with_all(parameter(*kind), &self.chosen(*kind)))
    }

    pub fn chips(&self) -> Vec<Chip> {
        let chips_of = |kind: &CodeKind| {
            let label = |code: &str| self.name(*kind, code);
            chips(self.reader, parameter(*kind), &self.chosen(*kind), label)
        };
        self.kinds.iter().flat_map(chips_of).collect()
    }

    pub fn facets(&self, mut counted: Facets) -> Vec<Facet> {
        let facet = |kind: &CodeKind| {
            let chosen = self.chosen(*kind);
            let mut counts = counted.remove(kind).unwrap_or_default();
            match kind {
                CodeKind::Field => counts.retain(|count| is_offered(&count.code, &chosen)),
                CodeKind::Trl => counts = by_readiness(&counts),
                _ => {}
            }
            let mut values: Vec<FacetValue> = counts.iter().map(|count| self.value(*kind, count, &chosen)).collect();
            let more = if values.len() > FACET_VALUES + 1 { values.split_off(FACET_VALUES) } else { Vec::new() };
            Facet { title: self.reader.t().code_or_self("facet", kind.as_str()), values, more }
        };
        self.kinds.iter().map(facet).filter(is_useful).collect()
    }

    fn value(&self, kind: CodeKind, count: &FacetCount, chosen: &[&str]) -> FacetValue {
        let code = count.code.as_str();
        let goes = |other: &str| kind == CodeKind::Field && !chosen.contains(&code) && is_part(other, code);
        let chosen: Vec<&str> = chosen.iter().copied().filter(|other| !goes(other)).collect();
        facet_value(self.reader, parameter(kind), self.name(kind, code), count, &chosen)
    }

    /// The values of a filter that the address has; more than anybody chooses are not looked at.
    fn chosen(&self, kind: CodeKind) -> Vec<&'a str> {
        let mut chosen = self.reader.page.query.all(parameter(kind));
        chosen.truncate(MOST_CHOSEN);
        chosen
    }

    /// The name of a code in the reader's language.
    fn name(&self, kind: CodeKind, code: &str) -> String {
        let (reader, t) = (self.reader, self.reader.t());
        match kind {
            CodeKind::Field => reader.field(code),
            CodeKind::Country | CodeKind::TargetCountry => reader.country(code),
            CodeKind::Lang => reader.language(code),
            CodeKind::Kind if self.shelf == Some(Shelf::Results) => t.code_or_self("result_kind", code),
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
}

/// The name of a filter in an address. `lang` is taken: it chooses the language of the interface.
fn parameter(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Lang => "language",
        other => other.as_str(),
    }
}

/// A chip for each chosen value of a parameter.
pub(super) fn chips(reader: &Reader, name: &str, chosen: &[&str], label: impl Fn(&str) -> String) -> Vec<Chip> {
    let chip = |code: &&str| {
        let others: Vec<&str> = chosen.iter().filter(|other| *other != code).copied().collect();
        Chip { label: label(code), href: reader.page.link_with_all(name, &others) }
    };
    chosen.iter().map(chip).collect()
}

/// A value that its link adds to the chosen ones, or takes from them.
pub(super) fn facet_value(
    reader: &Reader,
    name: &str,
    label: String,
    count: &FacetCount,
    chosen: &[&str],
) -> FacetValue {
    let code = count.code.as_str();
    let selected = chosen.contains(&code);
    let mut values: Vec<&str> = chosen.iter().copied().filter(|other| *other != code).collect();
    if !selected {
        values.push(code);
    }
    let href = reader.page.link_with_all(name, &values);
    FacetValue { label, href, count: reader.t().number(count.count as f64), selected }
}

/// A single value that is not chosen narrows nothing.
pub(super) fn is_useful(facet: &Facet) -> bool {
    facet.values.len() > 1 || facet.values.iter().any(|value| value.selected)
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
