//! Language, headers, assets, errors: what every page has in common.

use std::path::Path;

use siku::layout::Lang;

use super::fixtures::closed;
use crate::support::service::{Answer, TestApp};

async fn page(app: &TestApp, path: &str, language: &str) -> Answer {
    app.get(path).anonymous().header("accept-language", language).send().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_home_page_is_in_the_language_the_browser_asks_for() {
    let app = closed().await;
    let zh = page(&app, "/", "zh-CN,zh;q=0.9,en;q=0.5").await.expect(200);
    assert!(zh.text.contains("<html lang=\"zh\" dir=\"ltr\">") && zh.text.contains("技术储备库"), "{}", zh.text);
    assert_eq!(zh.header("content-language"), "zh");
    let en = page(&app, "/", "de-DE,de").await.expect(200);
    assert!(en.text.contains("<html lang=\"en\" dir=\"ltr\">") && en.text.contains("Technologies"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_chosen_language_is_remembered_and_the_switch_keeps_the_page() {
    let app = closed().await;
    let answer = page(&app, "/technologies?q=a%20b&lang=zh", "en").await.expect(200);
    assert!(answer.text.contains("/technologies?q=a%20b&#38;lang=en"), "{}", answer.text);
    let cookie = answer.header("set-cookie").to_owned();
    assert!(cookie.starts_with("lang=zh;") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    let next = app.get("/demands").anonymous().header("accept-language", "en").header("cookie", "lang=zh");
    assert!(next.send().await.expect(200).text.contains("合作需求库"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_is_offered_in_seven_languages_by_their_own_names() {
    let app = closed().await;
    for lang in Lang::ALL {
        let (tag, direction) = (lang.tag(), if *lang == Lang::Ar { "rtl" } else { "ltr" });
        for path in ["/", "/demands?field=energy", "/search?q=x", "/about", "/sign-in", "/nowhere"] {
            let answer = page(&app, path, tag).await;
            assert!(answer.text.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")), "{path}");
            assert_eq!(answer.header("content-language"), tag, "{path}");
            assert_eq!(answer.header("vary"), "Accept-Language, Cookie", "{path}");
            for other in Lang::ALL.iter().filter(|other| *other != lang) {
                let marks =
                    format!("lang=\"{0}\" hreflang=\"{0}\" rel=\"nofollow\">{1}</a>", other.tag(), other.endonym());
                assert!(answer.text.contains(&marks), "{path} in {tag} lacks {marks}");
            }
        }
    }
}

#[test]
fn styles_know_beginning_and_end_and_neither_left_nor_right() {
    const DIRECTED: &[&str] = &["margin", "padding", "border", "text-align", "float", "clear", "inset"];
    let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/css");
    let mut wrong = Vec::new();
    for file in std::fs::read_dir(styles).unwrap() {
        let path = file.unwrap().path();
        for (number, line) in std::fs::read_to_string(&path).unwrap().lines().enumerate() {
            let declaration = line.trim().split_once(':').unwrap_or_default();
            let (property, value) = (declaration.0.trim(), declaration.1.trim().trim_end_matches(';'));
            let side = |text: &str| text.split(['-', ' ']).any(|part| part == "left" || part == "right");
            let directed = DIRECTED.iter().any(|one| property.starts_with(one));
            if property == "left" || property == "right" || directed && (side(property) || side(value)) {
                wrong.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_allows_nothing_inline_and_nothing_from_elsewhere() {
    let app = closed().await;
    for path in ["/", "/technologies", "/search?q=x", "/about", "/design", "/nowhere"] {
        let answer = page(&app, path, "en").await;
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        for inline in [" style=", " onclick=", "<style", "javascript:", "src=\"http", "href=\"//"] {
            assert!(!answer.text.contains(inline), "{path} contains {inline}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_visit_weighs_less_than_a_hundred_kilobytes_and_its_assets_stay() {
    let app = closed().await;
    let home = page(&app, "/", "en").await.expect(200);
    let mut weight = home.text.len();
    let addresses: Vec<&str> = home.text.split('"').filter(|part| part.starts_with("/assets/")).collect();
    assert!(addresses.len() >= 3, "{addresses:?}");
    for address in addresses {
        let asset = app.get(address).anonymous().send().await.expect(200);
        assert!(asset.header("cache-control").contains("immutable"), "{address}");
        weight += asset.text.len();
    }
    assert!(weight < 100_000, "{weight} bytes before compression");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_address_has_a_page_with_the_number_of_the_request() {
    let app = closed().await;
    let answer = page(&app, "/nowhere", "zh").await.expect(404);
    assert!(answer.text.contains("页面不存在"));
    assert!(answer.text.contains(answer.header("x-request-id")), "{}", answer.text);
    assert!(page(&app, "/demands/D-2026-999999", "en").await.expect(404).text.contains("Page not found"));
    let api = page(&app, "/api/v1/nowhere", "en").await.expect(404);
    assert_eq!(api.header("content-type"), "application/problem+json");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_can_be_looked_at_and_nothing_else() {
    let app = closed().await;
    let answer = app.ask(reqwest::Method::POST, "/about").anonymous().send().await.expect(405);
    assert_eq!(answer.header("allow"), "GET, HEAD");
    app.ask(reqwest::Method::HEAD, "/about").anonymous().send().await.expect(200);
}
