//! The map of the home page: published demands and results by country, drawn here, with a table that says the same.
//!
//! Land comes from `/map.svg`, which browsers keep and a style sheet colours; a page holds the countries with records.

use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use askama::Template;

use super::reader::{Reader, database};
use crate::app::App;
use crate::error::Result;
use crate::layout::Locale;
use crate::layout::components::Link;
use crate::library::store::{count_all_published, count_published};
use crate::library::{CodeKind, Demands, Results};

/// What is seen of the projected world, as an SVG says it; islands at the edges of the map lie outside of its land.
pub const VIEW: &str = "-80 -4 1740 776";

/// Made by `scripts/world-map.mjs`.
const WORLD: &str = include_str!("../../seeds/world.tsv");

/// How a country is drawn.
#[derive(Debug, Clone, Copy)]
struct Shape {
    /// Empty where it is too small for one.
    path: &'static str,
    /// Where its dot lies, when it is too small to be hit.
    dot: Option<(&'static str, &'static str)>,
}

/// Code, and how it is drawn. What has no code is land all the same.
fn shapes() -> impl Iterator<Item = (&'static str, Shape)> {
    WORLD.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (code, path) = (cell(), cell());
        (code, Shape { path, dot: cell().split_once(',') })
    })
}

static SHAPES: LazyLock<HashMap<&str, Shape>> =
    LazyLock::new(|| shapes().filter(|(code, _)| !code.is_empty()).collect());

/// The countries cut out of the plane, with a gap between them.
static LAND: LazyLock<String> = LazyLock::new(|| {
    let paths: String = shapes().map(|(_, shape)| shape.path).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{VIEW}\" preserveAspectRatio=\"none\"><mask id=\"land\">\
         <path fill=\"#fff\" stroke=\"#000\" d=\"{paths}\"/></mask>\
         <path mask=\"url(#land)\" d=\"M-80-4h1740v776h-1740z\"/></svg>"
    )
});

/// `GET /map.svg`
pub async fn land() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/svg+xml"))
        .insert_header((CACHE_CONTROL, "public, max-age=604800"))
        .body(LAND.as_str())
}

/// A country's line of the table.
struct Line {
    code: String,
    country: String,
    demands: u64,
    results: u64,
}

/// A country on the map.
struct Drawn {
    href: String,
    name: String,
    step: usize,
    path: &'static str,
    dot: Option<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "map.html")]
pub struct Map {
    t: Locale,
    /// Those with most first.
    countries: Vec<Line>,
    /// Dots last, so that no shape covers one.
    drawn: Vec<Drawn>,
    /// Steps of colour that occur, each with its range.
    legend: Vec<(usize, String)>,
    /// All that are published, of whatever country.
    demands: String,
    results: String,
}

impl Map {
    /// `None` where nothing that is published names a country.
    pub async fn of(reader: &Reader, app: &App) -> Result<Option<Map>> {
        let (db, t) = (database(app), reader.t());
        let mut counted: HashMap<String, (u64, u64)> = HashMap::new();
        for one in count_published::<Demands>(db, CodeKind::Country).await? {
            counted.entry(one.code).or_default().0 = one.count;
        }
        for one in count_published::<Results>(db, CodeKind::Country).await? {
            counted.entry(one.code).or_default().1 = one.count;
        }
        if counted.is_empty() {
            return Ok(None);
        }
        let line = |(code, (demands, results)): (String, (u64, u64))| {
            let country = reader.country(&code);
            Line { code, country, demands, results }
        };
        let mut countries: Vec<Line> = counted.into_iter().map(line).collect();
        countries.sort_by(|one, other| other.records().cmp(&one.records()).then_with(|| one.code.cmp(&other.code)));
        let bounds = bounds(countries.first().map_or(1, Line::records));
        let mut drawn: Vec<Drawn> = countries.iter().filter_map(|line| line.drawn(t, bounds)).collect();
        drawn.sort_by_key(|one| one.dot.is_some());
        let demands = t.number(count_all_published::<Demands>(db).await? as f64);
        let results = t.number(count_all_published::<Results>(db).await? as f64);
        Ok(Some(Map { t, countries, drawn, legend: legend(t, bounds), demands, results }))
    }
}

impl Line {
    fn records(&self) -> u64 {
        self.demands + self.results
    }

    /// Demands and results, each with the way to their list.
    fn figures(&self, t: &Locale) -> [Link; 2] {
        [("demands", self.demands), ("results", self.results)].map(|(library, count)| Link {
            label: t.number(count as f64),
            href: (count > 0).then(|| self.list_of(library)),
        })
    }

    fn list_of(&self, library: &str) -> String {
        format!("/{library}?country={}", self.code)
    }

    /// `None` for what is no country but may stand for one, such as a region.
    fn drawn(&self, t: Locale, bounds: [u64; 4]) -> Option<Drawn> {
        let shape = SHAPES.get(self.code.as_str())?;
        let library = if self.demands > 0 { "demands" } else { "results" };
        let name = t.text_with(
            "map-country",
            [
                ("country", self.country.as_str().into()),
                ("demands", t.count("map-demands", self.demands).into()),
                ("results", t.count("map-results", self.results).into()),
            ],
        );
        Some(Drawn {
            href: self.list_of(library),
            name,
            step: 1 + bounds.iter().filter(|bound| self.records() > **bound).count(),
            path: shape.path,
            dot: shape.dot,
        })
    }
}

/// The most records of each step, up to those of the country with most: each step is as many times the one before,
/// and few are told apart one by one.
fn bounds(most: u64) -> [u64; 4] {
    let half = most.isqrt();
    let first = half.isqrt().max(1);
    let second = half.max(first + 1).min(most);
    [first, second, most.saturating_mul(half).isqrt().max(second + 1).min(most), most]
}

fn legend(t: Locale, bounds: [u64; 4]) -> Vec<(usize, String)> {
    let mut from = 1;
    let mut legend = Vec::new();
    for (step, to) in (1..).zip(bounds) {
        if to >= from {
            let number = |value: u64| t.number(value as f64);
            legend.push((step, if to == from { number(to) } else { format!("{}–{}", number(from), number(to)) }));
            from = to + 1;
        }
    }
    legend
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Lang;

    #[test]
    fn every_country_of_the_seeds_has_a_shape_or_a_dot() {
        for seed in crate::seeds::countries().unwrap() {
            let drawn = SHAPES.get(seed.code.as_str()).is_some_and(|one| one.dot.is_some() || !one.path.is_empty());
            assert!(drawn || seed.code == "XR", "{} ({}) is not on the map", seed.code, seed.en);
        }
    }

    #[test]
    fn every_dot_lies_where_the_map_is_seen() {
        for (code, shape) in shapes() {
            let Some((x, y)) = shape.dot else { continue };
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            assert!((-72..=1652).contains(&x) && (4..=764).contains(&y), "{code} lies at {x},{y}");
        }
    }

    #[test]
    fn steps_of_colour_cover_every_number_once() {
        for most in [1, 2, 3, 12, 100, 5_000] {
            let bounds = bounds(most);
            assert!(bounds.is_sorted() && bounds[3] == most && bounds[0] >= 1, "{bounds:?}");
        }
        let said: Vec<String> = legend(Locale::new(Lang::En), bounds(12)).into_iter().map(|(_, range)| range).collect();
        assert_eq!(said, ["1", "2–3", "4–6", "7–12"]);
        assert_eq!((bounds(3), bounds(4)), ([1, 2, 3, 3], [1, 2, 3, 4]));
        assert_eq!(legend(Locale::new(Lang::En), bounds(1)), [(1, "1".to_owned())]);
    }
}
