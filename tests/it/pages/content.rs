//! Record pages: languages of content, what is hidden, hostile text.

use serde_json::json;

use super::fixtures::{arabic_demand, chinese_technology};
use crate::support::database::TestDb;
use crate::support::service::TestApp;

async fn html(app: &TestApp, path: &str, language: &str) -> String {
    app.get(path).anonymous().header("accept-language", language).send().await.expect(200).text
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_record_is_shown_in_the_readers_language_with_the_original_one_tap_away() {
    let app = TestApp::on(&TestDb::sqlite().await).await;
    let record = chinese_technology(&app.db).await;
    let path = format!("/technologies/{}", record.head.number);
    let page = html(&app, &path, "en").await;
    assert!(page.contains("Solar controller for drip irrigation</bdi>"), "{page}");
    assert!(page.contains("Translated from Chinese by a person."));
    assert!(page.contains("无市电的自动滴灌控制系统"), "what is not translated is shown as it is");
    assert!(page.contains(&format!("{path}?content=original")));
    let original = html(&app, &format!("{path}?content=original"), "en").await;
    assert!(original.contains("<bdi lang=\"zh\" dir=\"ltr\">太阳能滴灌控制器</bdi>"));
    assert!(original.contains("Show the translation"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn arabic_text_carries_its_language_and_direction() {
    let app = TestApp::on(&TestDb::sqlite().await).await;
    let record = arabic_demand(&app.db).await;
    let page = html(&app, &format!("/demands/{}", record.head.number), "zh").await;
    assert!(page.contains("<bdi lang=\"ar\" dir=\"rtl\">ري بالتنقيط في أراضي المنيا</bdi>"), "{page}");
    assert!(page.contains("<ol class=\"requirements\" dir=\"rtl\">"));
    assert!(page.contains("埃及") && page.contains("必须"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn confidential_parts_and_contacts_are_never_on_a_page() {
    let app = TestApp::on(&TestDb::sqlite().await).await;
    let technology = chinese_technology(&app.db).await;
    let contact = json!([{ "name": "Wang Wei", "email": "wang@example.org", "phone": "+86 10 1234" }]);
    let body = json!({ "title": "中心", "lang": "zh", "description": "说明", "contacts": contact });
    let institution = app.add("institutions", &body).await;
    let technology = html(&app, &format!("/technologies/{}", technology.head.number), "en").await;
    assert!(!technology.contains("配方保密"));
    let number = institution["number"].as_str().unwrap();
    let institution = html(&app, &format!("/institutions/{number}"), "en").await;
    for hidden in ["Wang Wei", "wang@example.org", "+86 10 1234"] {
        assert!(!institution.contains(hidden), "{hidden}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_text_is_printed_and_never_becomes_markup() {
    const HOSTILE: &str = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'";
    let app = TestApp::on(&TestDb::sqlite().await).await;
    let text = |lang: &str| json!({ "title": HOSTILE, "summary": HOSTILE, "description": HOSTILE, "lang": lang,
        "keywords": [HOSTILE], "source": HOSTILE, "source_reference": HOSTILE, "links": ["javascript:alert(3)"] });
    let with = |more: serde_json::Value| {
        let mut body = text("en");
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let bodies = [
        ("technologies", with(json!({ "advantages": HOSTILE, "ipc_classes": [HOSTILE],
            "operating_conditions": [{ "quantity": HOSTILE, "min": 1.0, "unit": HOSTILE }] }))),
        ("demands", with(json!({ "country": "EG", "requirements": [{ "text": HOSTILE }], "end_user": HOSTILE }))),
        ("results", with(json!({ "parties": [{ "name": HOSTILE, "role": HOSTILE }], "path": HOSTILE }))),
        ("institutions", with(json!({ "city": HOSTILE, "grade": HOSTILE, "languages": ["en"] }))),
    ];
    for (library, body) in bodies {
        let record = app.add(&format!("{library}"), &body).await;
        let number = record["number"].as_str().unwrap();
        for path in [format!("/{library}/{number}"), format!("/{library}"), "/".to_owned()] {
            let page = html(&app, &path, "en").await;
            assert!(page.contains("alert(1)"), "{path} shows the text");
            assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{path}");
            assert!(!page.contains("href=\"javascript:"), "{path}");
        }
    }
    let search = html(&app, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22", "en").await;
    assert!(!search.contains("<script>alert"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn structured_data_is_json_that_names_the_record() {
    let app = TestApp::on(&TestDb::sqlite().await).await;
    let record = arabic_demand(&app.db).await;
    let page = html(&app, &format!("/demands/{}", record.head.number), "en").await;
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let data: serde_json::Value = serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap();
    assert_eq!(data["@type"], "Demand");
    assert_eq!(data["identifier"], record.head.number);
}
