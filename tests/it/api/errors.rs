//! Every error is a problem body that says what is wrong and where.

use super::{address, demand, technology};
use crate::support::database::TestDb;
use crate::support::service::TestApp;
use reqwest::Method;
use serde_json::json;

async fn app() -> (TestDb, TestApp) {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    (db, app)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_wrong_field_is_pointed_at() {
    let (_db, app) = app().await;
    let body =
        json!({"titel": "x", "country": "XX", "trl": "high", "requirements": [{"text": "a"}, {"priority": "perhaps"}]});
    let answer = app.post("/api/v1/demands", &body).send().await.expect(422);
    insta::assert_json_snapshot!(answer.problem(), @r#"
    {
      "title": "Some fields are not valid",
      "status": 422,
      "code": "invalid_fields",
      "errors": [
        {
          "pointer": "/titel",
          "code": "unknown_column",
          "detail": "`titel` is not a column of demands"
        },
        {
          "pointer": "/trl",
          "code": "unknown_column",
          "detail": "`trl` is not a column of demands"
        },
        {
          "pointer": "/requirements/1/priority",
          "code": "unknown_code",
          "detail": "`perhaps` is not one of must, should, may"
        },
        {
          "pointer": "/country",
          "code": "unknown_country",
          "detail": "`XX` is not a country code (ISO 3166-1 alpha-2)"
        }
      ]
    }
    "#);
    let answer = app.post("/api/v1/demands", &json!({"country": "XX", "requirements": [{}]})).send().await;
    assert_eq!(answer.expect_problem(422, "invalid_fields"), ["/title", "/country", "/requirements/0/text"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_is_not_json_is_named_by_line_and_column() {
    let (_db, app) = app().await;
    let ask = |media_type: &str, body: &'static str| app.ask(Method::POST, "/api/v1/demands").text(media_type, body);
    let answer = ask("application/json; charset=utf-8", "{\n  \"title\": x\n}").send().await.expect(400);
    insta::assert_json_snapshot!(answer.problem(), @r#"
    {
      "title": "The body is not JSON",
      "status": 400,
      "code": "malformed_json",
      "detail": "expected value at line 2, column 12"
    }
    "#);
    ask("text/csv", "title\nx").send().await.expect_problem(415, "unsupported_media_type");
    app.ask(Method::POST, "/api/v1/demands").send().await.expect_problem(415, "unsupported_media_type");
    let list = ask("application/json", "[]").send().await;
    assert_eq!(list.expect_problem(422, "invalid_fields"), [""]);
    let several =
        json!({"title": "x", "trl": 12, "ip_status": "perhaps", "target_countries": ["Mars"], "price_min": "a"});
    let several = app.post("/api/v1/technologies", &several).send().await;
    let named = several.expect_problem(422, "invalid_fields");
    assert_eq!(
        named,
        ["/ip_status", "/price_min", "/target_countries/0", "/trl"],
        "what cannot be read hides nothing else"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_beyond_the_limit_is_refused() {
    let db = TestDb::sqlite().await;
    let app = TestApp::with(&db, |settings| settings.limits.body_mb = 1).await;
    let mut body = technology("a");
    body["description"] = "x".repeat(1_100_000).into();
    app.post("/api/v1/technologies", &body).send().await.expect_problem(413, "payload_too_large");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unknown_addresses_and_methods_are_problems_too() {
    let (_db, app) = app().await;
    app.get("/api/v1/nothing").send().await.expect_problem(404, "not_found");
    app.get("/api/nothing").send().await.expect_problem(404, "not_found");
    let answer = app.delete("/api/v1/technologies").send().await.expect(405);
    assert_eq!(answer.header("allow"), "GET, HEAD, POST");
    insta::assert_json_snapshot!(answer.problem(), @r#"
    {
      "title": "Method not allowed",
      "status": 405,
      "code": "method_not_allowed",
      "detail": "this address answers GET, HEAD, POST"
    }
    "#);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_type_of_a_problem_leads_to_its_explanation() {
    let (_db, app) = app().await;
    let problem = app.get("/api/v1/demands/none").send().await.expect(404).json();
    let place = problem["type"].as_str().unwrap().strip_prefix(&app.base).unwrap().to_owned();
    let explained = app.get(&place).anonymous().send().await.expect(200).json();
    assert_eq!((&explained["code"], &explained["title"]), (&problem["code"], &problem["title"]));
    let all = app.get("/api/problems").send().await.expect(200).json();
    assert!(all["problems"].as_array().unwrap().contains(&explained));
    app.get("/api/problems/nothing").send().await.expect_problem(404, "not_found");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stale_change_says_which_version_there_is() {
    let (_db, app) = app().await;
    let record = app.add("demands", &demand("Irrigation")).await;
    let answer = app.put(&address(&record), &demand("Eau")).header("if-match", "\"v7-1\"").send().await.expect(412);
    insta::assert_json_snapshot!(answer.problem(), @r#"
    {
      "title": "The record changed meanwhile",
      "status": 412,
      "code": "stale_version",
      "detail": "the record is at version 1 by now",
      "current_version": 1
    }
    "#);
}
