//! Language, headers, assets, errors: what every page has in common.

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
    let en = page(&app, "/", "fr-FR,fr").await.expect(200);
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
