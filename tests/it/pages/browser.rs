//! The pages in a real Chromium.

use serde_json::json;

use super::chromium::{Chromium, Looks};
use super::fixtures::{EVIDENCE, Stage, arabic_demand, chinese_technology, open, stored_match};

/// A service with the pair of the fixtures, matches public; and the address of the dossier.
pub async fn service() -> (Stage, String, String) {
    let app = open().await;
    let (demand, technology) = (arabic_demand(&app.db).await, chinese_technology(&app.db).await);
    let id = stored_match(&app.db, &demand, &technology).await;
    (app, format!("/demands/{}", demand.head.number), format!("/matches/{id}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn home_and_lists_are_read_in_chinese_and_english_and_the_switch_keeps_the_page() {
    let Some(browser) = Chromium::start(Looks { language: "zh-CN", ..Looks::default() }).await else { return };
    let (app, ..) = service().await;
    browser.open(&format!("{}/", app.base)).await;
    assert!(browser.wait_for("h1").await.contains("各国所需"));
    browser.click(".spine.shelf-technologies a").await;
    browser.wait_for(".list-head").await;
    browser.click(".languages a[lang=en]").await;
    browser.wait_for("html[lang=en]").await;
    assert_eq!(browser.wait_for("h1").await, "Technologies");
    assert!(browser.wait_for(".card-title").await.contains("Solar controller"));
    browser.open(&format!("{}/about", app.base)).await;
    assert_eq!(browser.value("document.documentElement.lang").await, "en", "the choice is remembered");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demand_leads_to_a_dossier_with_arabic_beside_chinese() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    let (app, demand, dossier) = service().await;
    browser.open(&format!("{}{demand}", app.base)).await;
    assert!(browser.wait_for(".suggestion .score-number").await.starts_with("87"));
    browser.click(".suggestion .onward").await;
    browser.wait_for(".coverage").await;
    assert!(browser.client.current_url().await.unwrap().path().ends_with(&dossier));
    let computed =
        |property: &str| format!("getComputedStyle(document.querySelector('.coverage-text[lang=ar]')).{property}");
    assert_eq!(browser.value(&computed("direction")).await, "rtl");
    assert_eq!(browser.value("document.querySelector('.coverage-text[lang=zh]').textContent").await, EVIDENCE);
    let sides = "(() => { const [left, right] = ['ar', 'zh'].map((lang) =>
        document.querySelector(`.coverage-text[lang=${lang}]`).getBoundingClientRect());
        return left.right <= right.left && Math.abs(left.top - right.top) < 60; })()";
    assert_eq!(browser.value(sides).await, true, "requirement and sentence stand side by side");
    browser.close().await;
}

/// What is set from right to left, or stands outside of its side of the page.
const MIRRORED: &str = "(() => {
    const edge = (css, side) => document.querySelector(css).getBoundingClientRect()[side];
    return { page: getComputedStyle(document.body).direction, brand: edge('.brand', 'right') > innerWidth / 2,
        arrow: [...document.querySelectorAll('.flips')].every((icon) => getComputedStyle(icon).transform.startsWith('matrix(-1')),
        numbers: [...document.querySelectorAll('bdi.number')].every((one) => getComputedStyle(one).direction === 'ltr'),
        whole: [...document.querySelectorAll('bdi.number')].every((one) => one.getBoundingClientRect().right
            < one.closest('.facts, .card-facts').getBoundingClientRect().right - 20),
        overflow: document.documentElement.scrollWidth - innerWidth };
})()";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn arabic_pages_run_from_right_to_left_and_what_is_not_arabic_keeps_its_own_direction() {
    for scripts in [true, false] {
        let looks = Looks { language: "ar", scripts, ..Looks::default() };
        let Some(browser) = Chromium::start(looks).await else { return };
        let (app, demand, dossier) = service().await;
        for path in ["/", "/demands", "/technologies", &demand, &dossier, "/sign-in"] {
            browser.open(&format!("{}{path}", app.base)).await;
            let expected =
                json!({ "page": "rtl", "brand": true, "arrow": true, "numbers": true, "whole": true, "overflow": 0 });
            assert_eq!(browser.value(MIRRORED).await, expected, "{path}");
        }
        browser.open(&format!("{}{dossier}", app.base)).await;
        let direction =
            |lang: &str| format!("getComputedStyle(document.querySelector('.coverage-text[lang={lang}]')).direction");
        assert_eq!(browser.value(&direction("ar")).await, "rtl");
        assert_eq!(browser.value(&direction("zh")).await, "ltr");
        let sides = "document.querySelector('.coverage-text[lang=ar]').getBoundingClientRect().left
            >= document.querySelector('.coverage-text[lang=zh]').getBoundingClientRect().right";
        assert_eq!(browser.value(sides).await, true, "the requirement stands at the right, the sentence at the left");
        browser.open(&format!("{}/demands?q=%D8%B1%D9%8A&field=agriculture", app.base)).await;
        browser.click(".languages a[lang=zh]").await;
        browser.wait_for("html[lang=zh]").await;
        let place = browser.client.current_url().await.unwrap();
        assert_eq!(place.path(), "/demands");
        assert_eq!(place.query(), Some("q=%D8%B1%D9%8A&field=agriculture&lang=zh"), "the switch keeps the query");
        browser.close().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_scrolls_sideways_on_a_phone() {
    let looks = Looks { width: 390, ..Looks::default() };
    let Some(browser) = Chromium::start(looks).await else { return };
    let (app, demand, dossier) = service().await;
    for path in [
        "/",
        "/technologies",
        "/demands?field=agriculture",
        "/search?q=water",
        "/about",
        "/design",
        "/sign-in",
        "/nowhere",
        &demand,
        &dossier,
    ] {
        for lang in siku::layout::Lang::ALL.iter().map(|lang| lang.tag()) {
            let separator = if path.contains('?') { '&' } else { '?' };
            browser.open(&format!("{}{path}{separator}lang={lang}", app.base)).await;
            let overflow = browser.value("document.documentElement.scrollWidth - innerWidth").await;
            assert!(overflow.as_i64().unwrap() <= 0, "{path} in {lang} is {overflow} pixels too wide");
        }
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_text_does_not_run() {
    let Some(browser) = Chromium::start(Looks::default()).await else { return };
    let (app, ..) = service().await;
    let hostile = "</script><script>window.harmed=1</script><img src=x onerror=window.harmed=1>";
    let body = serde_json::json!({ "title": hostile, "description": hostile, "lang": "en", "country": "EG",
        "requirements": [{ "text": hostile }] });
    let record = app.add("demands", &body).await;
    for path in [format!("/demands/{}", record["number"].as_str().unwrap()), "/demands".to_owned()] {
        browser.open(&format!("{}{path}", app.base)).await;
        assert_eq!(browser.value("window.harmed === undefined").await, true, "{path}");
        assert_eq!(browser.value("document.body.textContent.includes('window.harmed=1')").await, true, "{path}");
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_can_be_read_with_scripts_off_and_in_the_dark() {
    let looks = Looks { dark: true, scripts: false, ..Looks::default() };
    let Some(browser) = Chromium::start(looks).await else { return };
    let (app, demand, dossier) = service().await;
    for path in ["/", "/technologies", &demand, &dossier] {
        browser.open(&format!("{}{path}", app.base)).await;
        assert!(!browser.wait_for("h1, .dossier-head").await.is_empty(), "{path}");
    }
    browser.close().await;
}
