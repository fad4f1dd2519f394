//! A record's text in other languages over HTTP.

use super::{address, demand};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::json;

on_both_databases! {
    async fn a_translation_is_added_replaced_and_removed_beside_the_record(db: &TestDb) {
        let app = TestApp::on(db).await;
        let record = app.add("demands", &demand("Irrigation")).await;
        let place = format!("{}/translations/en", address(&record));
        app.get(&place).send().await.expect_problem(404, "not_found");
        app.put(&place, &json!({"title": "Irrigation", "origin": "machine"})).send().await.expect(201);
        app.put(&place, &json!({"title": "Watering", "origin": "human"})).send().await.expect(200);
        assert_eq!(app.get(&place).anonymous().send().await.expect(200).json()["title"], "Watering");
        let all = app.get(&format!("{}/translations", address(&record))).send().await.expect(200).json();
        assert_eq!(all["records"].as_array().unwrap().len(), 1);
        app.delete(&place).send().await.expect(204);
        app.delete(&place).send().await.expect_problem(404, "not_found");
    }

    async fn a_translation_is_no_new_version_but_another_tag(db: &TestDb) {
        let app = TestApp::on(db).await;
        let created = app.post("/api/v1/demands", &demand("Irrigation")).send().await.expect(201);
        let (place, tag) = (address(&created.json()), created.header("etag"));
        app.put(&format!("{place}/translations/en"), &json!({"title": "Irrigation"})).send().await.expect(201);
        let read = app.get(&place).header("if-none-match", tag).send().await.expect(200);
        assert_eq!(read.json()["version"], 1);
        assert_ne!(read.header("etag"), tag);
        app.put(&place, &demand("Eau")).header("if-match", tag).send().await.expect(200);
    }

    async fn a_translation_of_an_older_text_is_stale(db: &TestDb) {
        let app = TestApp::on(db).await;
        let record = app.add("demands", &demand("Irrigation")).await;
        let place = format!("{}/translations/en", address(&record));
        app.put(&place, &json!({"title": "Irrigation"})).send().await.expect(201);
        app.patch(&address(&record), &json!({"title": "Eau"})).header("if-match", "*").send().await.expect(200);
        assert_eq!(app.get(&place).send().await.expect(200).json()["stale"], true);
    }

    async fn a_wrong_translation_names_what_is_wrong(db: &TestDb) {
        let app = TestApp::on(db).await;
        let record = app.add("demands", &demand("Irrigation")).await;
        let wrong = app.put(&format!("{}/translations/en", address(&record)), &json!({"titel": "x"})).send().await;
        assert_eq!(wrong.expect_problem(422, "invalid_fields"), ["/titel"]);
        let nowhere = app.put(&format!("{}/translations/english!", address(&record)), &json!({"title": "x"}));
        nowhere.send().await.expect_problem(422, "invalid_fields");
    }
}
