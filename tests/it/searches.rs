//! Saved searches and standing demands: who is told of what fits, once, and of nothing else.

use serde_json::{Value, json};
use siku::accounts::Role;

use crate::on_both_databases;
use crate::support::service::TestApp;

async fn told(app: &TestApp, token: &str) -> Vec<Value> {
    let list = app.get("/api/v1/notices").token(token).send().await.expect(200).json();
    list["records"].as_array().unwrap().clone()
}

fn technology(title: &str, field: &str) -> Value {
    json!({"title": title, "lang": "zh", "description": "太阳能供电，适合旱区。", "fields": [field]})
}

on_both_databases! {
    async fn a_saved_search_tells_of_what_is_published_and_fits_once(db: &TestDb) {
        let app = TestApp::on(db).await;
        let embassy = app.token_of("embassy", Role::Embassy, Some("Embassy")).await;
        let other = app.token_of("other", Role::Embassy, Some("Another embassy")).await;
        app.add("technologies", &technology("太阳能滴灌控制器", "agriculture")).await;
        let wanted = json!({"name": "Drip", "library": "technologies", "query": {"q": "滴灌", "field": ["agriculture"]}});
        let saved = app.post("/api/v1/searches", &wanted).token(&embassy).send().await.expect(201).json();
        assert_eq!((&saved["delivery"], &saved["query"]["field"]), (&json!("digest"), &json!(["agriculture"])));
        app.drain().await;
        assert!(told(&app, &embassy).await.is_empty(), "what was there before is not new");

        let fits = app.add("technologies", &technology("智能滴灌系统", "agriculture")).await;
        app.add("technologies", &technology("滴灌能源", "energy")).await;
        app.add("technologies", &technology("稻麦收割机", "agriculture")).await;
        app.drain().await;
        let notices = told(&app, &embassy).await;
        assert_eq!(notices.len(), 1, "{notices:?}");
        assert_eq!((&notices[0]["kind"], &notices[0]["values"]["number"]), (&json!("search_fits"), &fits["number"]));
        assert!(told(&app, &other).await.is_empty());

        // Shown again after it was a draft: the same record is told of once.
        let place = format!("/api/v1/technologies/{}", fits["id"].as_str().unwrap());
        for status in ["draft", "published"] {
            app.patch(&place, &json!({ "status": status })).header("if-match", "*").send().await.expect(200);
        }
        app.drain().await;
        assert_eq!(told(&app, &embassy).await.len(), 1);

        let search = format!("/api/v1/searches/{}", saved["id"].as_str().unwrap());
        app.delete(&search).token(&other).send().await.expect_problem(404, "not_found");
        assert_eq!(app.get("/api/v1/searches").token(&other).send().await.expect(200).json()["records"], json!([]));
        app.delete(&search).token(&embassy).send().await.expect(204);
        app.add("technologies", &technology("滴灌带", "agriculture")).await;
        app.drain().await;
        assert_eq!(told(&app, &embassy).await.len(), 1);
    }

    async fn a_search_that_the_list_does_not_know_is_refused_by_place(db: &TestDb) {
        let app = TestApp::on(db).await;
        let cases = [
            (json!({"name": "a", "library": "demands", "query": {"service": ["legal"]}}), "/query/service"),
            (json!({"name": "a", "library": "demands", "query": {}}), "/query"),
            (json!({"name": " ", "library": "demands", "query": {"q": "a"}}), "/name"),
            (json!({"name": "a", "library": "demands", "query": {"field": ["magic"]}}), "/query/field/0"),
            (json!({"name": "a", "library": "demands", "query": {"country": ["Atlantis"]}}), "/query/country/0"),
        ];
        for (body, place) in cases {
            let refused = app.post("/api/v1/searches", &body).send().await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), [place]);
        }
    }

    async fn an_embassy_whose_demand_nothing_answered_is_told_when_something_fits_and_not_by_whom(db: &TestDb) {
        let app = TestApp::on(db).await;
        let embassy = app.token_of("embassy", Role::Embassy, Some("Embassy")).await;
        let firm = app.token_of("firm", Role::Firm, Some("Beijing Drip")).await;
        let demand = json!({"title": "Drip irrigation controller", "lang": "en", "country": "EG",
            "description": "Solar drip irrigation controller for fields.",
            "requirements": [{"text": "drip irrigation controller", "priority": "must"}]});
        let made = app.post("/api/v1/demands", &demand).token(&embassy).send().await.expect(201).json();
        let place = format!("/api/v1/demands/{}", made["id"].as_str().unwrap());
        app.patch(&place, &json!({"status": "published"})).header("if-match", "*").send().await.expect(200);
        app.drain().await;
        assert!(told(&app, &embassy).await.iter().all(|notice| notice["kind"] != "new_fits"));

        let offer = json!({"title": "Drip irrigation controller", "lang": "en", "description": "Solar drip irrigation."});
        let made = app.post("/api/v1/technologies", &offer).token(&firm).send().await.expect(201).json();
        let offered = format!("/api/v1/technologies/{}", made["id"].as_str().unwrap());
        app.patch(&offered, &json!({"status": "published"})).header("if-match", "*").send().await.expect(200);
        app.drain().await;
        let fits = |notices: Vec<Value>| notices.into_iter().filter(|notice| notice["kind"] == "new_fits").collect::<Vec<_>>();
        let notices = fits(told(&app, &embassy).await);
        assert_eq!(notices.len(), 1);
        let text = notices[0].to_string();
        assert!(!text.contains("Beijing") && !text.contains("T-2") && text.contains("D-2"), "{text}");
        app.drain().await;
        assert_eq!(fits(told(&app, &embassy).await).len(), 1);
    }
}
