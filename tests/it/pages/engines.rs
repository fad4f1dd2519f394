//! What search engines and networks are told: addresses of what is published and of each language, titles to share,
//! and nothing that is not everybody's.

use serde_json::{Value, json};
use siku::accounts::Role;
use siku::layout::Lang;

use super::fixtures::{arabic_demand, chinese_technology, closed};
use crate::accounts::browser::{Browser, person};
use crate::support::service::TestApp;

async fn text(app: &TestApp, path: &str) -> String {
    app.get(path).anonymous().header("accept-language", "en").send().await.expect(200).text
}

/// The addresses of a file for search engines, which has to be well-formed.
#[track_caller]
fn addresses(xml: &str) -> Vec<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    let body = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").expect("a declaration");
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{xml}"),
            None => open.push(tag.split(' ').next().unwrap()),
        }
        if tag == "loc" {
            found.push(text.to_owned());
        }
    }
    assert!(open.is_empty(), "{open:?} stay open in {xml}");
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_map_of_the_site_names_every_published_record_and_no_other() {
    let app = closed().await;
    let demand = arabic_demand(&app.db).await.head.number;
    let technology = chinese_technology(&app.db).await.head.number;
    let body = json!({ "title": "Draft", "lang": "en", "description": "Not published" });
    let draft = app.add("technologies?status=draft", &body).await;
    let gone = app.add("technologies", &body).await;
    let address = format!("/api/v1/technologies/{}", gone["id"].as_str().unwrap());
    app.delete(&address).header("if-match", "*").send().await.expect(204);
    let files = addresses(&text(&app, "/sitemap.xml").await);
    let [technologies, demands] = &files[..] else { panic!("a library with nothing in it has no file: {files:?}") };
    let path = |address: &str| format!("/sitemaps/{}", address.rsplit_once("/sitemaps/").unwrap().1);
    let listed = addresses(&text(&app, &path(technologies)).await);
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert!(listed[0].ends_with(&format!("/technologies/{technology}")), "{listed:?} but not {}", draft["number"]);
    assert!(addresses(&text(&app, &path(demands)).await)[0].ends_with(&format!("/demands/{demand}")));
    let shown = listed[0].split_once("://").and_then(|(_, rest)| rest.split_once('/')).unwrap().1;
    app.get(&format!("/{shown}")).anonymous().send().await.expect(200);
    for nothing in ["technologies-2.xml", "technologies-0.xml", "results-1.xml", "people-1.xml", "technologies.xml"] {
        app.get(&format!("/sitemaps/{nothing}")).anonymous().send().await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn robots_are_told_where_the_map_of_the_site_is() {
    let app = closed().await;
    let robots = text(&app, "/robots.txt").await;
    let line = robots.lines().find_map(|line| line.strip_prefix("Sitemap: ")).expect("a line for it");
    assert!(line.starts_with("http") && line.ends_with("/sitemap.xml"), "{line}");
    assert!(robots.starts_with("User-agent: *\nDisallow: /api/\n"), "{robots}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_public_page_names_its_address_in_every_language_and_a_page_of_ones_own_does_not() {
    let app = closed().await;
    let record = format!("/demands/{}", arabic_demand(&app.db).await.head.number);
    for path in ["/", "/about", "/technologies", "/demands?country=EG", &record] {
        let joined = if path.contains('?') { "&#38;" } else { "?" };
        let page = text(&app, &format!("{path}{}content=original", if path.contains('?') { "&" } else { "?" })).await;
        let head = page.split("</head>").next().unwrap();
        let canonical = head.split("<link rel=\"canonical\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(canonical.starts_with("http") && canonical.ends_with(path), "{path}: {canonical}");
        for lang in Lang::ALL.iter().map(|lang| lang.tag()) {
            let link = format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"{canonical}{joined}lang={lang}\">");
            assert!(head.contains(&link), "{path}: {link} is not in {head}");
        }
        assert!(head.contains(&format!("hreflang=\"x-default\" href=\"{canonical}\"")), "{head}");
    }
    person(&app, "firm@example.org", Role::Firm, Some("Beijing Drip")).await;
    let mut member = Browser::of(&app, "firm@example.org").await;
    for own in ["/my/technologies", "/account"] {
        let page = member.get(own).await.expect(200).text;
        assert!(!page.contains("rel=\"canonical\"") && !page.contains("og:url"), "{own}");
    }
    let secret = app.get("/password/not-a-token").anonymous().send().await.text;
    assert!(!secret.contains("rel=\"canonical\""), "an address that opens something is not repeated");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shared_record_has_its_title_and_nothing_confidential_in_the_head() {
    let app = closed().await;
    let technology = format!("/technologies/{}", chinese_technology(&app.db).await.head.number);
    let page = text(&app, &technology).await;
    let head = page.split("</head>").next().unwrap();
    assert!(head.contains("<meta property=\"og:title\" content=\"Solar controller for drip irrigation\">"), "{head}");
    assert!(head.contains("<meta property=\"og:description\" content=\"无市电的自动滴灌控制系统\">"), "{head}");
    assert!(!head.contains("配方保密"));
    let hostile = json!({ "title": "\"><script>harm</script>", "lang": "en", "description": "</script><b>", "country": "EG",
        "requirements": [{ "text": "x" }] });
    let number = app.add("demands", &hostile).await["number"].as_str().unwrap().to_owned();
    let page = text(&app, &format!("/demands/{number}")).await;
    let head = page.split("</head>").next().unwrap();
    assert!(!head.contains("<script>harm") && head.matches("</script>").count() == 2, "{head}");
    let data = head.split("<script type=\"application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["name"], "\"><script>harm</script>");
}
