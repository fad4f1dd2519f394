//! The map of the home page: what it counts, what it leaves out, where it leads, and that it needs no mouse.

use std::collections::BTreeMap;

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::chromium::{Chromium, Looks};
use super::fixtures::closed;
use crate::support::service::TestApp;

async fn home(app: &TestApp, language: &str) -> String {
    app.get("/").anonymous().header("accept-language", language).send().await.expect(200).text
}

async fn demand(app: &TestApp, country: &str, status: &str) -> Value {
    let body = json!({ "title": "Water", "description": "Clean water", "lang": "en", "country": country,
        "requirements": [{ "text": "runs without a grid" }] });
    app.add(&format!("demands?status={status}"), &body).await
}

async fn result(app: &TestApp, country: &str, others: &[&str]) -> Value {
    let body = json!({ "title": "Training", "description": "People were trained", "lang": "en", "kind": "training",
        "country": country, "other_countries": others });
    app.add("results", &body).await
}

/// Where the links of the map lead, by what they are called.
fn links(page: &str) -> BTreeMap<&str, &str> {
    let map = page.split_once("<svg class=\"map-countries\"").map_or("", |(_, rest)| rest);
    let map = map.split("</svg>").next().unwrap_or_default();
    let attribute = |link: &'_ str, name: &str| -> Option<(usize, usize)> {
        let from = link.find(&format!("{name}=\""))? + name.len() + 2;
        Some((from, from + link[from..].find('"')?))
    };
    map.split("<a ")
        .skip(1)
        .map(|link| {
            let (name, href) = (attribute(link, "aria-label").unwrap(), attribute(link, "href").unwrap());
            (&link[name.0..name.1], &link[href.0..href.1])
        })
        .collect()
}

/// The lines of the table, markup taken out.
fn table(page: &str) -> Vec<String> {
    let table = page.split_once("<details class=\"map-table\">").unwrap().1.split("</table>").next().unwrap();
    let text = |line: &str| {
        let parts = line.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
        parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    };
    table.split("<tr>").skip(1).map(text).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_map_counts_what_is_published_by_country_and_the_table_says_the_same() {
    let app = closed().await;
    for country in ["EG", "EG", "KE"] {
        demand(&app, country, "published").await;
    }
    result(&app, "EG", &["TN"]).await;
    let page = home(&app, "en").await;
    let expected = [
        ("Egypt: 2 demands, 1 result", "/demands?country=EG"),
        ("Kenya: 1 demand, 0 results", "/demands?country=KE"),
        ("Tunisia: 0 demands, 1 result", "/results?country=TN"),
    ];
    assert_eq!(links(&page), BTreeMap::from(expected));
    assert_eq!(
        table(&page),
        ["Country Demands Results", "Egypt 2 1", "Kenya 1 0", "Tunisia 0 1", "Total 3 1"],
        "a result of two countries is one result"
    );
    for href in links(&page).values() {
        let list = app.get(href).anonymous().header("accept-language", "en").send().await.expect(200).text;
        assert!(list.contains("class=\"card-title\""), "{href} leads to a list with nothing in it");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_published_is_not_on_the_map() {
    let app = closed().await;
    assert!(!home(&app, "en").await.contains("map-countries"), "there is no map of nothing");
    demand(&app, "EG", "published").await;
    demand(&app, "KE", "draft").await;
    let withdrawn = demand(&app, "TN", "published").await;
    assert_eq!(links(&home(&app, "en").await).len(), 2);
    let address = format!("/api/v1/demands/{}", withdrawn["id"].as_str().unwrap());
    app.delete(&address).header("if-match", "*").send().await.expect(204);
    let page = home(&app, "en").await;
    assert_eq!(links(&page).into_keys().collect::<Vec<_>>(), ["Egypt: 1 demand, 0 results"]);
    assert_eq!(table(&page).last().unwrap(), "Total 1 0");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_country_without_a_shape_is_a_dot_and_a_region_is_in_the_table_alone() {
    let app = closed().await;
    for country in ["EG", "SG", "TV", "RE", "XR"] {
        demand(&app, country, "published").await;
    }
    let page = home(&app, "en").await;
    assert_eq!(links(&page).len(), 4, "{:?}", links(&page));
    assert_eq!(page.matches("<circle").count(), 3);
    assert!(table(&page).contains(&"Several countries (regional) 1 0".to_owned()), "{:?}", table(&page));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_map_speaks_the_language_of_the_page() {
    let app = closed().await;
    for country in ["EG", "CI"] {
        demand(&app, country, "published").await;
        demand(&app, country, "published").await;
    }
    assert!(links(&home(&app, "zh").await).contains_key("埃及：2 项需求，0 项成果"));
    assert!(links(&home(&app, "ru").await).contains_key("Египет: 2 потребности, 0 результатов"));
    let arabic = home(&app, "ar").await;
    assert!(links(&arabic).keys().any(|name| name.contains("مصر") && name.contains("احتياجان")), "{arabic}");
    let french = home(&app, "fr").await;
    assert!(links(&french).keys().any(|name| name.starts_with("Côte d")), "{:?}", links(&french));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_land_is_a_picture_that_browsers_keep() {
    let app = closed().await;
    let answer = app.get("/map.svg").anonymous().send().await.expect(200);
    assert_eq!(answer.header("content-type"), "image/svg+xml");
    assert!(answer.header("cache-control").starts_with("public, max-age="));
    assert!(answer.text.starts_with("<svg ") && answer.text.ends_with("</svg>") && answer.text.len() < 60_000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_country_on_the_map_is_reached_by_keyboard_and_opened_with_enter() {
    let looks = Looks { scripts: false, ..Looks::default() };
    let Some(browser) = Chromium::start(looks).await else { return };
    let app = closed().await;
    for country in ["EG", "SG", "KE"] {
        demand(&app, country, "published").await;
    }
    browser.open(&format!("{}/?lang=en", app.base)).await;
    let mut reached = Vec::new();
    for _ in 0..60 {
        browser.client.active_element().await.unwrap().send_keys(&Key::Tab.to_string()).await.unwrap();
        let name = browser.value("document.activeElement.closest('.map-countries a')?.ariaLabel").await;
        reached.extend(name.as_str().map(str::to_owned));
        if reached.len() == 3 {
            break;
        }
    }
    let expected = ["Egypt: 1 demand, 0 results", "Kenya: 1 demand, 0 results", "Singapore: 1 demand, 0 results"];
    assert_eq!(reached, expected);
    browser.client.active_element().await.unwrap().send_keys(&Key::Enter.to_string()).await.unwrap();
    browser.wait_for(".card-title").await;
    assert_eq!(browser.client.current_url().await.unwrap().query(), Some("country=SG"));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_phone_the_table_leads_and_neither_it_nor_the_map_is_too_wide() {
    let looks = Looks { width: 390, ..Looks::default() };
    let Some(browser) = Chromium::start(looks).await else { return };
    let app = closed().await;
    for country in ["EG", "SG", "VC", "XR"] {
        demand(&app, country, "published").await;
    }
    for lang in siku::layout::Lang::ALL.iter().map(|lang| lang.tag()) {
        browser.open(&format!("{}/?lang={lang}", app.base)).await;
        browser.click(".map-table summary").await;
        browser.wait_for(".map-table[open] tfoot").await;
        let overflow = browser.value("document.documentElement.scrollWidth - innerWidth").await;
        assert!(overflow.as_i64().unwrap() <= 0, "{lang}: {overflow} pixels too wide");
        let inside = "(() => { const box = (css) => document.querySelector(css).getBoundingClientRect();
            const map = box('.map-figure');
            return map.width > 300 && map.right <= innerWidth && box('.map-table').bottom <= map.top; })()";
        assert_eq!(browser.value(inside).await, true, "{lang}");
    }
    browser.close().await;
}
