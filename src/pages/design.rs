//! `/design`: the living page of the design system. Every component with its states, made by the
//! same macros the pages use, so it cannot be out of date.
//!
//! For those who build Siku, hence in English only; the components themselves speak the reader's language.

use actix_web::{Error, HttpResponse, error::ErrorInternalServerError};
use askama::Template;

use crate::layout::Page;
use crate::layout::components::{
    AlertKind, Card, Chip, Choice, Excerpt, ExcerptPart, Facet, FacetValue, Link, Pager, Row, Score, Shelf, Tag, Value,
    Verdict,
};
use crate::layout::content::Text;
use crate::layout::matches::{Coverage, CoverageLine, Pair, Side, SignalLine, Suggestion};

#[derive(Template)]
#[template(path = "design.html")]
struct DesignPage<'a> {
    page: &'a Page,
    colours: &'static [&'static str],
    alerts: [AlertKind; 3],
    tags: Vec<Tag>,
    chips: Vec<Chip>,
    facet: Facet,
    choices: Vec<Choice>,
    pager: Pager,
    cards: Vec<Card>,
    rows: Vec<Row>,
    scores: [Score; 3],
    pair: Pair,
    suggestion: Suggestion,
    coverage: Vec<CoverageLine>,
    signals: Vec<SignalLine>,
}

/// The tokens of `tokens.css` shown as swatches.
const COLOURS: &[&str] =
    &["paper", "sheet", "ink", "seal", "link", "technologies", "demands", "results", "institutions"];

const ARABIC: &str = "نظام ري بالتنقيط يعمل بالطاقة الشمسية ويوفر 40% من المياه على الأقل";
const CHINESE: &str = "太阳能滴灌控制器比漫灌节水45%，电压220V/50Hz，适用于沙质土壤。";

pub async fn design(page: Page) -> Result<HttpResponse, Error> {
    let view = DesignPage {
        page: &page,
        colours: COLOURS,
        alerts: [AlertKind::Note, AlertKind::Warning, AlertKind::Problem],
        tags: vec![tag("agriculture.water", None), tag("licence", Some("#tags"))],
        chips: vec![chip("Egypt"), chip("Energy")],
        facet: Facet {
            title: "Field".to_owned(),
            values: vec![facet_value("Energy", 12, true), facet_value("Health", 7, false)],
            more: vec![facet_value("Ocean", 1, false)],
        },
        choices: vec![choice("newest", true), choice("title", false)],
        pager: Pager { first: Some("#pager".to_owned()), next: Some("#pager".to_owned()) },
        cards: Shelf::ALL.into_iter().map(card).collect(),
        rows: rows(),
        scores: [Score(0.91), Score(0.5), Score(0.12)],
        pair: Pair {
            href: "#pair".to_owned(),
            demand: demand(),
            technology: technology(),
            score: Score(0.87),
            coverage: coverage(),
        },
        suggestion: Suggestion {
            href: "#suggestion".to_owned(),
            other: technology(),
            score: Score(0.87),
            reasons: vec!["Both are about saving irrigation water".to_owned(), "Egypt is a target country".to_owned()],
            coverage: coverage(),
            status: Some("shortlisted".to_owned()),
        },
        coverage: Verdict::ALL.into_iter().map(coverage_line).collect(),
        signals: vec![
            signal("Meaning", "0.82", "+0.41", 100, "high", "The texts mean nearly the same"),
            signal("Price", "1.4", "−0.08", 20, "negative", "The price is above the budget"),
        ],
    };
    page.send(&view).map_err(ErrorInternalServerError)
}

fn tag(label: &str, href: Option<&str>) -> Tag {
    Tag { label: label.to_owned(), href: href.map(str::to_owned) }
}

fn chip(label: &str) -> Chip {
    Chip { label: label.to_owned(), href: "#chips".to_owned() }
}

fn choice(label: &str, selected: bool) -> Choice {
    Choice { label: label.to_owned(), href: "#choices".to_owned(), selected }
}

fn facet_value(label: &str, count: u32, selected: bool) -> FacetValue {
    FacetValue { label: label.to_owned(), href: "#facets".to_owned(), count: count.to_string(), selected }
}

fn card(shelf: Shelf) -> Card {
    let marked = Excerpt {
        lang: "zh".to_owned(),
        dir: "ltr",
        parts: vec![
            ExcerptPart { text: "太阳能".to_owned(), marked: false },
            ExcerptPart { text: "滴灌".to_owned(), marked: true },
            ExcerptPart { text: "控制器比漫灌节水45%。".to_owned(), marked: false },
        ],
    };
    let arabic = shelf == Shelf::Demands;
    Card {
        shelf,
        number: "X-2026-000001".to_owned(),
        href: "#cards".to_owned(),
        title: if arabic { Text::new(ARABIC, "ar") } else { Text::new("太阳能滴灌控制器", "zh") },
        excerpt: Some(if arabic { Excerpt::plain(Text::new(ARABIC, "ar")) } else { marked }),
        tags: vec![tag("agriculture", None)],
        facts: vec!["Egypt".to_owned(), "TRL 8".to_owned()],
        found_by_meaning: arabic,
        reason: None,
        translation: None,
    }
}

fn rows() -> Vec<Row> {
    let row = |label: &str, value| Row { label: label.to_owned(), value };
    vec![
        row("Plain", Value::Plain("8 (in use)".to_owned())),
        row("Content", Value::Content(Text::new(ARABIC, "ar"))),
        row("Contents", Value::Contents(vec![Text::new("专利 ZL201010101010.1", "zh"), Text::new("Know-how", "en")])),
        row("Tags", Value::Tags(vec![tag("licence", None), tag("training", None)])),
        row("Links", Value::Links(vec![Link { label: "T-2026-000001".to_owned(), href: Some("#rows".to_owned()) }])),
    ]
}

fn demand() -> Side {
    Side {
        shelf: Shelf::Demands,
        kind: "Demand".to_owned(),
        number: "D-2026-000001".to_owned(),
        href: "#side".to_owned(),
        title: Text::new("Solar drip irrigation that saves at least 40% of the water", "en"),
        original: Some(Text::new(ARABIC, "ar")),
        facts: vec!["Egypt".to_owned()],
    }
}

fn technology() -> Side {
    Side {
        shelf: Shelf::Technologies,
        kind: "Technology".to_owned(),
        number: "T-2026-000001".to_owned(),
        href: "#side".to_owned(),
        title: Text::new("太阳能滴灌控制器", "zh"),
        original: None,
        facts: vec!["China".to_owned(), "TRL 8".to_owned()],
    }
}

fn coverage() -> Coverage {
    Coverage {
        verdicts: Verdict::ALL.to_vec(),
        sentence: "1 of 4 requirements met, 1 partly, 1 not met, 1 not stated".to_owned(),
    }
}

fn coverage_line(verdict: Verdict) -> CoverageLine {
    CoverageLine {
        requirement: Text::new(ARABIC, "ar"),
        requirement_translated: None,
        priority: if verdict == Verdict::Met { "must" } else { "should" },
        verdict,
        evidence: Some(Text::new(CHINESE, "zh")),
        evidence_translated: None,
        reason: None,
    }
}

fn signal(name: &str, value: &str, contribution: &str, length: u8, band: &'static str, reason: &str) -> SignalLine {
    SignalLine {
        name: name.to_owned(),
        value: value.to_owned(),
        contribution: contribution.to_owned(),
        length,
        band,
        reason: reason.to_owned(),
    }
}
