//! One record: create, read, replace, patch, withdraw, and its versions.

use super::{address, demand, technology};
use crate::on_both_databases;
use crate::support::service::TestApp;
use serde_json::{Value, json};

on_both_databases! {
    async fn a_new_record_has_an_address_a_number_and_a_version(db: &TestDb) {
        let app = TestApp::on(db).await;
        let answer = app.post("/api/v1/technologies", &technology("滴灌控制器")).send().await.expect(201);
        let record = answer.json();
        assert_eq!(answer.header("location"), address(&record));
        assert!(answer.header("etag").starts_with("\"v1-"), "{answer:?}");
        assert_eq!(record["title"], "滴灌控制器");
        assert_eq!(record["status"], "published");
        assert!(record["number"].as_str().unwrap().starts_with("T-20"), "{record}");
        let read = app.get(answer.header("location")).anonymous().send().await.expect(200);
        assert_eq!(read.json(), record);
        assert_eq!(read.header("etag"), answer.header("etag"));
    }

    async fn a_record_is_found_by_id_number_and_external_id(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut body = demand("Irrigation");
        body["external_id"] = "kairouan-7".into();
        let record = app.add("demands", &body).await;
        for name in [&record["id"], &record["number"], &record["external_id"]] {
            let found = app.get(&format!("/api/v1/demands/{}", name.as_str().unwrap())).send().await.expect(200);
            assert_eq!(found.json()["id"], record["id"]);
        }
        app.get("/api/v1/demands/nothing").send().await.expect_problem(404, "not_found");
    }

    async fn replacing_needs_the_newest_version(db: &TestDb) {
        let app = TestApp::on(db).await;
        let first = app.post("/api/v1/technologies", &technology("a")).send().await.expect(201);
        let (place, tag) = (address(&first.json()), first.header("etag"));
        app.put(&place, &technology("b")).send().await.expect_problem(428, "precondition_required");
        let second = app.put(&place, &technology("b")).header("if-match", tag).send().await.expect(200);
        assert_eq!(second.json()["version"], 2);
        assert_eq!(second.json()["title"], "b");
        app.put(&place, &technology("c")).header("if-match", tag).send().await.expect_problem(412, "stale_version");
        let named = app.put(&place, &technology("c")).header("if-match", "v2").send().await;
        assert_eq!(named.expect_problem(400, "invalid_header"), ["If-Match"]);
        let third = app.put(&place, &technology("c")).header("if-match", "*").send().await.expect(200);
        assert_eq!(third.json()["version"], 3);
    }

    async fn what_was_read_can_be_written_back_and_changes_nothing(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut body = technology("a");
        body["translations"] = json!([{"lang": "en", "title": "controller", "origin": "human"}]);
        let record = app.add("technologies", &body).await;
        let read = app.get(&address(&record)).send().await.expect(200);
        let again = app.put(&address(&record), &read.json()).header("if-match", read.header("etag")).send().await;
        assert_eq!(again.expect(200).json(), record);
    }

    async fn a_merge_patch_changes_what_it_names(db: &TestDb) {
        let app = TestApp::on(db).await;
        let record = app.add("technologies", &technology("a")).await;
        let patch = json!({"title": "b", "trl": 7, "fields": null});
        let patched = app.patch(&address(&record), &patch).header("if-match", "\"v1\"").send().await.expect(200).json();
        assert_eq!(patched["title"], "b");
        assert_eq!(patched["trl"], 7);
        assert_eq!(patched["fields"], json!([]));
        assert_eq!(patched["description"], record["description"]);
        let wrong = app.patch(&address(&record), &json!({"trl": 12})).header("if-match", "*").send().await;
        assert_eq!(wrong.expect_problem(422, "invalid_fields"), ["/trl"]);
    }

    async fn a_draft_is_published_by_a_patch_of_its_status(db: &TestDb) {
        let app = TestApp::on(db).await;
        let draft = app.post("/api/v1/technologies?status=draft", &technology("a")).send().await.expect(201).json();
        assert_eq!(draft["status"], "draft");
        app.get(&address(&draft)).anonymous().send().await.expect_problem(404, "not_found");
        let both = app.patch(&address(&draft), &json!({"status": "published", "title": "b"}));
        let both = both.header("if-match", "*").send().await;
        assert_eq!(both.expect_problem(422, "invalid_fields"), ["/status"]);
        let published = app.patch(&address(&draft), &json!({"status": "published"})).header("if-match", "*");
        assert_eq!(published.send().await.expect(200).json()["status"], "published");
        app.get(&address(&draft)).anonymous().send().await.expect(200);
    }

    async fn a_status_in_a_body_is_refused_unless_it_is_the_one_there_is(db: &TestDb) {
        let app = TestApp::on(db).await;
        let with = |status: Value| {
            let mut body = technology("a");
            body["status"] = status;
            body
        };
        for (place, status) in [("technologies", "draft"), ("technologies?status=draft", "published")] {
            let answer = app.post(&format!("/api/v1/{place}"), &with(status.into())).send().await;
            assert!(answer.text.contains("?status="), "{}", answer.text);
            assert_eq!(answer.expect_problem(422, "invalid_fields"), ["/status"], "{place} {status}");
        }
        app.post("/api/v1/technologies?status=draft", &with("draft".into())).send().await.expect(201);
        let record = app.post("/api/v1/technologies", &with(Value::Null)).send().await.expect(201).json();
        let put = async |body: &Value, version: &str| {
            app.put(&address(&record), body).header("if-match", version).send().await
        };
        // What was read can be sent back.
        let read = app.get(&address(&record)).send().await.expect(200).json();
        put(&read, "\"v1\"").await.expect(200);
        for status in [json!("draft"), json!(7)] {
            assert_eq!(put(&with(status), "\"v1\"").await.expect_problem(422, "invalid_fields"), ["/status"]);
        }
        put(&with("draft".into()), "\"v9\"").await.expect_problem(412, "stale_version");
        assert_eq!(app.get(&address(&record)).send().await.expect(200).json()["version"], 1);
    }

    async fn a_withdrawn_record_is_gone_for_the_public_and_keeps_its_history(db: &TestDb) {
        let app = TestApp::on(db).await;
        let record = app.add("technologies", &technology("a")).await;
        let place = address(&record);
        app.delete(&place).send().await.expect_problem(428, "precondition_required");
        app.delete(&place).header("if-match", "\"v9\"").send().await.expect_problem(412, "stale_version");
        let gone = app.delete(&format!("{place}?reason=sold")).header("if-match", "\"v1\"").send().await.expect(204);
        assert_eq!(gone.text, "");
        app.get(&place).anonymous().send().await.expect_problem(404, "not_found");
        assert_eq!(app.get(&place).send().await.expect(200).json()["status"], "withdrawn");

        let versions = app.get(&format!("{place}/versions")).send().await.expect(200).json();
        let told: Vec<_> = versions["records"].as_array().unwrap().iter().map(|version| &version["action"]).collect();
        assert_eq!(told, ["withdrawn", "created"]);
        assert_eq!(versions["records"][0]["reason"], "sold");
        let first = app.get(&format!("{place}/versions/1")).send().await.expect(200).json();
        assert_eq!(first["body"]["title"], "a");
        app.get(&format!("{place}/versions/7")).send().await.expect_problem(404, "not_found");
    }

    async fn a_reader_who_has_the_newest_version_is_told_so(db: &TestDb) {
        let app = TestApp::on(db).await;
        let record = app.add("demands", &demand("Irrigation")).await;
        let read = app.get(&address(&record)).send().await.expect(200);
        let known = app.get(&address(&record)).header("if-none-match", read.header("etag")).send().await.expect(304);
        assert_eq!((known.text.as_str(), known.header("etag")), ("", read.header("etag")));
        app.patch(&address(&record), &json!({"title": "Eau"})).header("if-match", "*").send().await.expect(200);
        app.get(&address(&record)).header("if-none-match", read.header("etag")).send().await.expect(200);
    }

    async fn of_two_records_one_external_id_names_one(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut body = technology("a");
        body["external_id"] = "t1".into();
        app.add("technologies", &body).await;
        let again = app.post("/api/v1/technologies", &body).send().await;
        assert_eq!(again.expect_problem(409, "duplicate_external_id"), ["/external_id"]);
    }
}
