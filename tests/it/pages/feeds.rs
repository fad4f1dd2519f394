//! Lists as Atom feeds: they parse, follow the filters, and hold what everybody sees and nothing else.

use atom_syndication::Feed;
use serde_json::json;
use siku::accounts::Role;

use super::fixtures::{arabic_demand, chinese_technology, closed};
use crate::accounts::browser::{Browser, person};
use crate::support::service::{Answer, TestApp};

async fn feed(app: &TestApp, path: &str) -> Feed {
    let answer = app.get(path).anonymous().header("accept-language", "en").send().await.expect(200);
    read(&answer)
}

#[track_caller]
fn read(answer: &Answer) -> Feed {
    assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
    Feed::read_from(answer.text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {}", answer.text))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_feed_parses_and_holds_nothing_confidential_whoever_asks() {
    let app = closed().await;
    let technology = chinese_technology(&app.db).await;
    app.add("technologies?status=draft", &json!({ "title": "草稿技术", "lang": "zh", "description": "未发布" })).await;
    app.add("technologies", &json!({ "title": "<b>A & \u{B}B</b>", "lang": "en", "description": "x" })).await;
    person(&app, "firm@example.org", Role::Firm, Some("Beijing Drip")).await;
    let mut member = Browser::of(&app, "firm@example.org").await;
    let as_member = member.get("/technologies.atom").await.expect(200);
    let public = app.get("/technologies.atom").anonymous().header("accept-language", "en").send().await.expect(200);
    for answer in [&as_member, &public] {
        assert!(!answer.text.contains("配方保密") && !answer.text.contains("草稿技术"), "{}", answer.text);
    }
    let feed = read(&public);
    assert_eq!(feed.entries.len(), 2);
    let odd = feed.entries.iter().find(|entry| entry.title.value.contains("<b>")).unwrap();
    assert_eq!(odd.title.value, "<b>A & B</b>", "what XML cannot hold is left out, the rest is as it was written");
    let ours = feed.entries.iter().find(|entry| entry.id == format!("urn:uuid:{}", technology.head.id)).unwrap();
    assert_eq!(
        (ours.title.value.as_str(), ours.title.lang.as_deref()),
        ("Solar controller for drip irrigation", Some("en"))
    );
    assert!(ours.links[0].href.ends_with(&format!("/technologies/{}", technology.head.number)));
    assert!(ours.categories.iter().any(|category| category.term == "agriculture"));
    assert_eq!(feed.updated, feed.entries.iter().map(|entry| entry.updated).max().unwrap());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_feed_follows_the_filters_and_the_language_of_the_list_it_is_linked_from() {
    let app = closed().await;
    arabic_demand(&app.db).await;
    chinese_technology(&app.db).await;
    assert_eq!(feed(&app, "/demands.atom?country=EG").await.entries.len(), 1);
    let none = feed(&app, "/demands.atom?country=TN").await;
    assert!(none.entries.is_empty() && none.title.value.contains("Tunisia"), "{:?}", none.title);
    assert_eq!(
        feed(&app, "/technologies.atom?field=agriculture.water_saving&cursor=rubbish&sort=x").await.entries.len(),
        1
    );
    for library in ["results", "institutions"] {
        assert!(feed(&app, &format!("/{library}.atom")).await.entries.is_empty());
    }
    let list = app.get("/technologies?field=agriculture&lang=zh").anonymous().send().await.expect(200).text;
    let link = list.split("rel=\"alternate\" type=\"application/atom+xml\"").nth(1).unwrap();
    let href = link.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    assert_eq!(href, "/technologies.atom?field=agriculture&lang=zh");
    let chinese = feed(&app, &href).await;
    assert_eq!(chinese.lang.as_deref(), Some("zh"));
    assert_eq!(chinese.entries[0].title.value, "太阳能滴灌控制器");
    let own = chinese.links.iter().find(|link| link.rel == "self").unwrap();
    assert!(own.href.ends_with(&href), "{own:?}");
    let search = app.get("/search?q=%E6%BB%B4%E7%81%8C").anonymous().send().await.expect(200).text;
    assert!(search.contains("/technologies.atom?q=%E6%BB%B4%E7%81%8C"), "{search}");
}
