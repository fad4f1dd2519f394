//! Lists: pages, filters, counts, and what they refuse.

use super::{demand, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::{Value, json};

fn titles(page: &Value) -> Vec<&str> {
    page["records"].as_array().unwrap().iter().map(|record| record["title"].as_str().unwrap()).collect()
}

async fn cursor_of(app: &TestApp, path: &str) -> String {
    app.get(path).send().await.expect(200).json()["next_cursor"].as_str().unwrap().to_owned()
}

on_both_databases! {
    async fn following_the_link_shows_every_record_once(db: &TestDb) {
        let app = TestApp::on(db).await;
        for title in ["a", "b", "c", "d", "e"] {
            app.add("technologies", &technology(title)).await;
        }
        let mut next = Some("/api/v1/technologies?sort=oldest&limit=2".to_owned());
        let mut seen = Vec::new();
        while let Some(path) = next {
            let answer = app.get(&path).anonymous().send().await.expect(200);
            let page = answer.json();
            seen.extend(titles(&page).into_iter().map(str::to_owned));
            next = answer.headers.get("link").map(|link| {
                let link = link.to_str().unwrap();
                assert!(link.ends_with("; rel=\"next\"") && page["next_cursor"].is_string(), "{link}");
                link[1..link.find('>').unwrap()].to_owned()
            });
        }
        assert_eq!(seen, ["a", "b", "c", "d", "e"]);
    }

    async fn filters_narrow_and_facets_count(db: &TestDb) {
        let app = TestApp::on(db).await;
        let fields = [json!(["agriculture"]), json!(["ict.ai"]), json!(["ict"])];
        for (title, fields) in ["a", "b", "c"].into_iter().zip(fields) {
            let mut body = demand(title);
            body["fields"] = fields;
            app.add("demands", &body).await;
        }
        let page = app.get("/api/v1/demands?field=ict&sort=title&facets=field,country").send().await.expect(200).json();
        assert_eq!(titles(&page), ["b", "c"]);
        assert_eq!(page["total"], 2);
        let kinds: Vec<_> = page["facets"].as_object().unwrap().keys().collect();
        assert_eq!(kinds, ["field", "country"]);
        assert_eq!(page["facets"]["country"], json!([{"code": "TN", "count": 2}]));
        assert!(page["facets"]["field"].as_array().unwrap().contains(&json!({"code": "agriculture", "count": 1})));
        let none = app.get("/api/v1/demands?country=eg,dz").send().await.expect(200).json();
        assert_eq!((titles(&none), &none["next_cursor"]), (vec![], &Value::Null));
        let plain = app.get("/api/v1/demands").send().await.expect(200).json();
        assert!(plain["total"] == 3 && plain.get("facets").is_none(), "{plain}");
        let second = format!("/api/v1/demands?limit=1&cursor={}", cursor_of(&app, "/api/v1/demands?limit=1").await);
        assert_eq!(app.get(&second).send().await.expect(200).json()["total"], 3);
    }

    async fn counts_that_are_kept_follow_every_change(db: &TestDb) {
        let app = TestApp::on(db).await;
        let counted = async || {
            let page = app.get("/api/v1/demands?facets=country").anonymous().send().await.expect(200).json();
            (page["total"].clone(), page["facets"]["country"][0]["count"].clone())
        };
        app.add("demands", &demand("a")).await;
        for _ in 0..2 {
            assert_eq!(counted().await, (json!(1), json!(1)));
        }
        let second = app.add("demands", &demand("b")).await;
        assert_eq!(counted().await, (json!(2), json!(2)));
        let second = format!("/api/v1/demands/{}", second["id"].as_str().unwrap());
        app.delete(&second).header("if-match", "*").send().await;
        assert_eq!(counted().await, (json!(1), json!(1)));
        let elsewhere = app.get("/api/v1/demands?facets=country&country=EG").anonymous().send().await.expect(200).json();
        assert_eq!(elsewhere["total"], 0);
    }

    async fn the_public_lists_what_is_published(db: &TestDb) {
        let app = TestApp::on(db).await;
        app.add("technologies", &technology("shown")).await;
        app.post("/api/v1/technologies?status=draft", &technology("draft")).send().await.expect(201);
        let public = app.get("/api/v1/technologies").anonymous().send().await.expect(200).json();
        assert_eq!(titles(&public), ["shown"]);
        let drafts = app.get("/api/v1/technologies?status=draft").send().await.expect(200).json();
        assert_eq!(titles(&drafts), ["draft"]);
        let hidden = app.get("/api/v1/technologies?status=draft").anonymous().send().await.expect(200).json();
        assert_eq!(titles(&hidden), Vec::<&str>::new());
    }

    async fn what_a_list_cannot_read_is_named(db: &TestDb) {
        let app = TestApp::on(db).await;
        let unknown = app.get("/api/v1/technologies?felds=ict&limit=5").send().await;
        assert_eq!(unknown.expect_problem(400, "unknown_parameter"), ["felds"]);
        let wrong = "/api/v1/technologies?limit=0&sort=best&status=nice&mode=gift&facets=weight";
        let places = app.get(wrong).send().await.expect_problem(400, "invalid_parameter");
        assert_eq!(places, ["facets", "status", "sort", "limit", "mode"]);
        let places = app.get("/api/v1/institutions?field=ict,magic&country=TN,Atlantis&kind=pub&service=tea").send().await;
        assert_eq!(places.expect_problem(400, "invalid_parameter"), ["field", "country", "kind", "service"]);
        let cursor = app.get("/api/v1/technologies?cursor=abc").send().await;
        assert_eq!(cursor.expect_problem(400, "invalid_parameter"), ["cursor"]);
        let ranked = app.get("/api/v1/technologies?q=water&sort=title").send().await;
        assert_eq!(ranked.expect_problem(400, "invalid_parameter"), ["sort"]);
        let services = app.get("/api/v1/technologies?service=legal").send().await;
        assert_eq!(services.expect_problem(400, "unknown_parameter"), ["service"]);
    }

    async fn the_vocabulary_has_labels_in_seven_languages(db: &TestDb) {
        let app = TestApp::on(db).await;
        for (path, code) in [("taxonomy", "ict.ai"), ("countries", "TN"), ("regions", "africa")] {
            let list = app.get(&format!("/api/v1/{path}")).anonymous().send().await.expect(200).json();
            let entries = list["records"].as_array().unwrap();
            let entry = entries.iter().find(|entry| entry["code"] == code).unwrap_or_else(|| panic!("{path}: {code}"));
            assert_eq!(entry["labels"].as_object().unwrap().len(), 7);
        }
    }
}
