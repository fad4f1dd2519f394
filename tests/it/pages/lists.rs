//! Lists, filters, paging, search boxes.

use serde_json::json;

use super::fixtures::{Stage, closed};
use crate::support::service::TestApp;

async fn html(app: &TestApp, path: &str) -> String {
    app.get(path).anonymous().header("accept-language", "en").send().await.expect(200).text
}

/// Three published technologies and one draft.
async fn stocked() -> Stage {
    let app = closed().await;
    for (number, field) in [(1, "agriculture.water_saving"), (2, "agriculture"), (3, "energy.solar")] {
        let body = json!({ "title": format!("技术{number}"), "lang": "zh", "description": "说明", "fields": [field],
            "cooperation_modes": ["licence"], "target_countries": ["EG"] });
        app.add("technologies", &body).await;
    }
    app.add("technologies?status=draft", &json!({ "title": "草稿技术", "lang": "zh", "description": "未发布" })).await;
    app
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_shows_what_is_published_and_counts_it() {
    let app = stocked().await;
    let page = html(&app, "/technologies").await;
    assert!(page.contains("技术1") && page.contains("技术3") && !page.contains("草稿技术"));
    assert!(page.contains("3 records"), "{page}");
    assert!(html(&app, "/").await.contains("<span class=\"spine-count\">3</span>"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_facet_narrows_the_list_and_its_chip_undoes_that() {
    let app = stocked().await;
    let page = html(&app, "/technologies?field=agriculture").await;
    assert!(page.contains("技术1") && page.contains("技术2") && !page.contains("技术3"));
    assert!(page.contains("<a class=\"chip\" href=\"/technologies\""), "{page}");
    assert!(page.contains("href=\"/technologies?field=agriculture.water_saving\""), "the second level is offered");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_without_hits_shows_a_way_on() {
    let app = stocked().await;
    let page = html(&app, "/technologies?field=ocean").await;
    assert!(page.contains("Nothing fits") && page.contains("Remove all"));
    assert!(html(&app, "/results").await.contains("Nothing here yet"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_that_makes_no_sense_is_read_as_far_as_it_does() {
    let app = stocked().await;
    for path in [
        "/technologies?sort=upside-down&cursor=rubbish&field=%00&mode=%ff",
        "/technologies?cursor=%F0%9F%98%80",
        "/demands?trl=9&%%%",
        "/search?q=%27%22%3C%3E%00",
        "/search?q=",
    ] {
        html(&app, path).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_follow_one_another_until_every_record_was_shown() {
    let app = closed().await;
    for number in 100..145 {
        let body = json!({ "title": format!("技术{number}"), "lang": "zh", "description": "说明" });
        app.add("technologies", &body).await;
    }
    let (mut path, mut seen, mut pages) = ("/technologies".to_owned(), String::new(), 0);
    loop {
        let page = html(&app, &path).await;
        seen.push_str(&page);
        pages += 1;
        let Some((_, rest)) = page.split_once("rel=\"next nofollow\" href=\"") else { break };
        path = rest.split('"').next().unwrap().replace("&#38;", "&");
    }
    assert_eq!(pages, 3);
    assert!((100..145).all(|number| seen.contains(&format!("技术{number}"))));
}
