//! `/design`: the living page of the design system. Every component with its states, made by the
//! same macros the pages use, so it cannot be out of date. It speaks the reader's language, as they do.

use actix_web::HttpResponse;
use askama::Template;

use super::reader::Reader;
use super::suggestions::told;
use crate::error::Result;
use crate::layout::Page;
use crate::layout::components::{
    AlertKind, Card, Chip, Choice, Excerpt, ExcerptPart, Facet, FacetValue, Link, Pager, Row, Score, Shelf, Tag, Value,
    Verdict,
};
use crate::layout::content::Text;
use crate::layout::matches::{CoverageLine, Pair, Side, SignalLine, Suggestion};

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

/// `GET /design`
pub async fn design(reader: Reader) -> Result<HttpResponse> {
    let t = reader.t();
    let reason = |code: &str, value: &str| t.code_with("reason", code, &[value.to_owned()]).unwrap_or_default();
    let field = |code: &str| reader.field(code);
    let mode = t.code_or_self("mode", "licence");
    reader.send(&DesignPage {
        page: &reader.page,
        colours: COLOURS,
        alerts: [AlertKind::Note, AlertKind::Warning, AlertKind::Problem],
        tags: vec![tag(field("agriculture.water_saving"), None), tag(mode, Some("#tags"))],
        chips: vec![chip(reader.country("EG")), chip(field("energy"))],
        facet: Facet {
            title: t.text("desk-field"),
            values: vec![facet_value(field("energy"), 12, true), facet_value(field("health"), 7, false)],
            more: vec![facet_value(field("ocean"), 1, false)],
        },
        choices: vec![choice(t.text("sort-newest"), true), choice(t.text("sort-title"), false)],
        pager: Pager { first: Some("#pager".to_owned()), next: Some("#pager".to_owned()) },
        cards: Shelf::ALL.into_iter().map(|shelf| card(shelf, &reader)).collect(),
        rows: rows(&reader),
        scores: [Score(0.91), Score(0.5), Score(0.12)],
        pair: Pair {
            href: "#pair".to_owned(),
            demand: demand(&reader),
            technology: technology(&reader),
            score: Score(0.87),
            coverage: told(Verdict::ALL.to_vec(), t),
        },
        suggestion: Suggestion {
            href: "#suggestion".to_owned(),
            other: technology(&reader),
            score: Score(0.87),
            reasons: vec![reason("meaning", "82"), reason("country-target", &reader.country("EG"))],
            coverage: told(Verdict::ALL.to_vec(), t),
            status: Some(t.code_or_self("match_status", "shortlisted")),
        },
        coverage: Verdict::ALL.into_iter().map(coverage_line).collect(),
        signals: vec![
            signal(t.code_or_self("signal", "meaning"), "0.82", "+0.41", 100, "high", reason("meaning", "82")),
            signal(t.code_or_self("signal", "price"), "1.4", "−0.08", 20, "negative", reason("price-above", "")),
        ],
    })
}

fn tag(label: String, href: Option<&str>) -> Tag {
    Tag { label, href: href.map(str::to_owned) }
}

fn chip(label: String) -> Chip {
    Chip { label, href: "#chips".to_owned() }
}

fn choice(label: String, selected: bool) -> Choice {
    Choice { label, href: "#choices".to_owned(), selected }
}

fn facet_value(label: String, count: u32, selected: bool) -> FacetValue {
    FacetValue { label, href: "#facets".to_owned(), count: count.to_string(), selected }
}

fn card(shelf: Shelf, reader: &Reader) -> Card {
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
        tags: vec![tag(reader.field("agriculture"), None)],
        facts: vec![reader.country("EG"), reader.t().fill("trl-short", 8)],
        found_by_meaning: arabic,
        reason: None,
        translation: None,
    }
}

fn rows(reader: &Reader) -> Vec<Row> {
    let t = reader.t();
    let modes = ["licence", "training"].map(|mode| tag(t.code_or_self("mode", mode), None));
    let row = |label: String, value| Row { label, value };
    vec![
        row(t.text("desk-country"), Value::Plain(reader.country("EG"))),
        row(t.text("design-row-text"), Value::Content(Text::new(ARABIC, "ar"))),
        row(
            t.text("design-row-texts"),
            Value::Contents(vec![Text::new("专利 ZL201010101010.1", "zh"), Text::new("Know-how", "en")]),
        ),
        row(t.text("design-tags"), Value::Tags(modes.into())),
        row(
            t.text("design-row-links"),
            Value::Links(vec![Link { label: "T-2026-000001".to_owned(), href: Some("#rows".to_owned()) }]),
        ),
    ]
}

fn demand(reader: &Reader) -> Side {
    Side {
        shelf: Shelf::Demands,
        kind: reader.t().code_or_self("side", "demands"),
        number: "D-2026-000001".to_owned(),
        href: "#side".to_owned(),
        title: Text::new("Solar drip irrigation that saves at least 40% of the water", "en"),
        original: Some(Text::new(ARABIC, "ar")),
        facts: vec![reader.country("EG")],
    }
}

fn technology(reader: &Reader) -> Side {
    Side {
        shelf: Shelf::Technologies,
        kind: reader.t().code_or_self("side", "technologies"),
        number: "T-2026-000001".to_owned(),
        href: "#side".to_owned(),
        title: Text::new("太阳能滴灌控制器", "zh"),
        original: None,
        facts: vec![reader.country("CN"), reader.t().fill("trl-short", 8)],
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

fn signal(name: String, value: &str, contribution: &str, length: u8, band: &'static str, reason: String) -> SignalLine {
    SignalLine { name, value: value.to_owned(), contribution: contribution.to_owned(), length, band, reason }
}
