//! The document and the service say the same.

use super::{demand, technology};
use crate::accounts::letters;
use crate::support::database::TestDb;
use crate::support::service::{Ask, TestApp};
use reqwest::Method;
use serde_json::Value;
use siku::accounts::{Role, users};
use siku::matching::types::MatchState;
use std::collections::{BTreeSet, HashSet};

/// What people without an account send.
const OPEN_TO_ALL: [&str; 5] = [
    "/api/v1/registrations",
    "/api/v1/registrations/confirmation",
    "/api/v1/password-resets",
    "/api/v1/password-resets/confirmation",
    "/api/v1/invitations/acceptance",
];

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

fn document() -> Value {
    serde_json::from_str(&siku::api::openapi::openapi().unwrap()).unwrap()
}

/// Every documented operation: address, method, operation.
fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, item)| {
        let item = item.as_object().unwrap().clone();
        item.into_iter().map(move |(method, operation)| (path.clone(), method, operation))
    });
    all.filter(|(_, method, _)| METHODS.contains(&method.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_address_answers_exactly_the_methods_that_are_documented() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let document = app.get("/api/openapi.json").anonymous().send().await.expect(200).json();
    assert_eq!(document["openapi"], "3.1.0");
    let routed = siku::routes::endpoints();
    assert_eq!(routed.len(), operations(&document).len());
    for (path, item) in document["paths"].as_object().unwrap() {
        let documented: BTreeSet<String> = item
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| METHODS.contains(&key.as_str()))
            .map(|method| method.to_uppercase())
            .collect();
        // TRACE is on no address, so the answer tells which methods are.
        let refused = app.ask(Method::TRACE, path).send().await.expect(405);
        let answered: BTreeSet<String> =
            refused.header("allow").split(", ").filter(|method| *method != "HEAD").map(str::to_owned).collect();
        assert_eq!(answered, documented, "{path}");
    }
}

#[test]
fn every_operation_is_named_explained_and_has_examples_and_errors() {
    let document = document();
    let mut names = HashSet::new();
    for (path, method, operation) in operations(&document) {
        let place = format!("{method} {path}");
        assert!(names.insert(operation["operationId"].as_str().unwrap().to_owned()), "{place}: name used twice");
        assert!(operation["summary"].is_string() && operation["tags"][0].is_string(), "{place}");
        let responses = operation["responses"].as_object().unwrap();
        assert!(responses.contains_key("500"), "{place}");
        for (status, response) in responses {
            let content = response["content"].as_object().cloned().unwrap_or_default();
            for (media_type, body) in content {
                let has_example = body.get("example").is_some() || body.get("examples").is_some();
                assert!(has_example || media_type.starts_with("text/"), "{place} {status}");
            }
            if status.starts_with('4') || status.starts_with('5') {
                let expected = if status == "503" && path == "/health/ready" { "json" } else { "problem+json" };
                assert!(response["content"].get(format!("application/{expected}")).is_some(), "{place} {status}");
            }
        }
        for parameter in path.split('/').filter_map(|part| part.strip_prefix('{')) {
            let name = parameter.trim_end_matches('}');
            let parameters = operation["parameters"].as_array().unwrap();
            assert!(parameters.iter().any(|known| known["name"] == name && known["in"] == "path"), "{place}: {name}");
        }
        let writes = ["post", "put", "patch", "delete"].contains(&method.as_str());
        assert_eq!(
            operation["security"].as_array().unwrap().len() == 1,
            writes && !OPEN_TO_ALL.contains(&path.as_str()) || responses.contains_key("403"),
            "{place}"
        );
        if method == "post" {
            let parameters = operation["parameters"].as_array().unwrap();
            assert!(parameters.iter().any(|known| known["name"] == "Idempotency-Key"), "{place}");
        }
    }
}

#[test]
fn every_reference_leads_somewhere_and_bounds_and_codes_are_in_the_schemas() {
    let document = document();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let mut open = vec![&document];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(reference)) = members.get("$ref") {
                    let name = reference.strip_prefix("#/components/schemas/").unwrap();
                    assert!(schemas.contains_key(name), "{reference}");
                }
                open.extend(members.values());
            }
            Value::Array(members) => open.extend(members),
            _ => {}
        }
    }
    assert_eq!(schemas["Technology"]["properties"]["trl"]["maximum"], 9);
    assert_eq!(schemas["Technology"]["additionalProperties"], false);
    assert!(schemas["TechnologyRecord"]["properties"].get("number").is_some());
    assert!(schemas["Priority"]["enum"].as_array().unwrap().contains(&"must".into()));
    let codes = schemas["ProblemCode"]["enum"].as_array().unwrap();
    assert_eq!(codes.len(), siku::error::Code::ALL.len());
    let list = &document["paths"]["/api/v1/technologies"]["get"]["parameters"];
    let limit = list.as_array().unwrap().iter().find(|parameter| parameter["name"] == "limit").unwrap();
    assert_eq!((&limit["schema"]["minimum"], &limit["schema"]["maximum"]), (&1.into(), &100.into()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_example_of_a_body_is_accepted() {
    let db = TestDb::sqlite().await;
    let app = TestApp::on(&db).await;
    let document = document();
    let mut sent = 0;
    for (path, method, operation) in operations(&document) {
        let Some(content) = operation["requestBody"]["content"].as_object() else { continue };
        for (media_type, body) in content {
            // a workbook is no text that could stand in the document
            if media_type.contains("spreadsheetml") {
                continue;
            }
            let mut example = body["example"].clone();
            if let Some(fields) = example.as_object_mut() {
                fields.shift_remove("external_id");
            }
            if path.ends_with("/screenings") {
                let known = app.get("/api/v1/export-catalogues").send().await.expect(200).json();
                example["catalogue"] = known["records"][0]["id"].clone();
            }
            if example.get("token").is_some() {
                example["token"] = letters::token_for(&app, &path).await.into();
            }
            let (place, token) = if path.ends_with("/interest") {
                let (place, token, own) = interested(&app, &path).await;
                example["own_record"] = own;
                (place, token)
            } else {
                (filled(&app, &path).await, app.token.clone())
            };
            let ask = app.ask(Method::from_bytes(method.to_uppercase().as_bytes()).unwrap(), &place).token(&token);
            let ask: Ask = ask
                .text(media_type, example.as_str().map_or_else(|| example.to_string(), str::to_owned))
                .header("if-match", "*");
            let answer = ask.send().await;
            let expected = matches!(answer.status, 200..=202) || path == "/api/v1/match";
            assert!(expected, "{method} {path}: {}", answer.text);
            sent += 1;
        }
    }
    assert!(sent >= 17, "{sent}");
}

/// The address with a record of its own in the place of `{id}`.
async fn filled(app: &TestApp, path: &str) -> String {
    if !path.contains("{id}") {
        return path.replace("{code}", "ict.ai");
    }
    let library = path.split('/').nth(3).unwrap();
    if library == "queue" {
        let view = serde_json::json!({"name": "Energy", "filters": {"field": ["energy"]}});
        let saved = app.post("/api/v1/queue/views", &view).send().await.expect(201).json();
        return path.replace("{id}", saved["id"].as_str().unwrap());
    }
    if library == "terms" {
        let term = serde_json::json!({"names": {"zh": ["佐布拉"], "ha": ["zobra"]}});
        let added = app.post("/api/v1/terms", &term).send().await.expect(201).json();
        return path.replace("{id}", &added["id"].to_string());
    }
    if library == "matches" {
        // A suggestion whose two records have no organisation; proposed where it is to be answered.
        let (wanted, offered) =
            (app.add("demands", &demand("a")).await, app.add("technologies", &technology("a")).await);
        let id = |record: &Value| record["id"].as_str().unwrap().parse().unwrap();
        let id = crate::life::suggestion(&app.db, id(&wanted), id(&offered)).await;
        if path.ends_with("/answers") || path.ends_with("/messages") {
            crate::life::to(&app.db, &crate::support::records::admin(), id, MatchState::Proposed).await.unwrap();
        }
        if path.contains("/milestones") || path.contains("/outcomes") {
            crate::cases::agreed(&app.db, id).await;
        }
        let path = path.replace("{id}", &id.to_string());
        if path.contains("{milestone}") {
            let sent = serde_json::json!({"kind": "payment", "planned_on": "2027-03-01"});
            let set = app.post(&path.replace("/{milestone}", ""), &sent).send().await.expect(201).json();
            return path.replace("{milestone}", set["id"].as_str().unwrap());
        }
        if path.contains("{task}") {
            let tasks = path.replace("/{task}", "");
            let task = app.post(&tasks, &serde_json::json!({"title": "a"})).send().await.expect(201).json();
            return path.replace("{task}", task["id"].as_str().unwrap());
        }
        return path;
    }
    if library == "people" {
        let broker = users::NewUser { name: &format!("broker of {path}"), role: Role::Broker, organisation: None };
        return path.replace("{id}", &users::create(&app.db, &broker).await.unwrap().id.to_string());
    }
    if library == "organisations" {
        return path.replace("{id}", &letters::registered(app, "91350100M000100Y43").await.to_string());
    }
    if library == "clocks" {
        return path.replace("{id}", &crate::clocks::pair(&app.db, None).await.to_string());
    }
    let body = match library {
        "technologies" => technology("a"),
        "results" | "institutions" => {
            let kind = if library == "results" { "project" } else { "science_park" };
            serde_json::json!({"title": "a", "lang": "en", "country": "TN", "kind": kind})
        }
        _ => demand("a"),
    };
    if path.ends_with("/reviews") {
        let id = crate::review::submitted(app, library, &body).await;
        return path.replace("{id}", &id);
    }
    let record = app.add(library, &body).await;
    path.replace("{id}", record["id"].as_str().unwrap()).replace("{lang}", "de")
}

/// The address with a record of nobody's, and the token and the record of a firm that is interested in it.
async fn interested(app: &TestApp, path: &str) -> (String, String, Value) {
    let (library, others) =
        if path.contains("technologies") { ("technologies", "demands") } else { ("demands", "technologies") };
    let body = |library: &str| if library == "technologies" { technology("a") } else { demand("a") };
    let token = app.token_of(path, siku::accounts::Role::Firm, Some(path)).await;
    let own = crate::review::submitted_by(app, &token, others, &body(others)).await;
    let review = app.post(&format!("/api/v1/{others}/{own}/reviews"), &crate::review::scores([4, 4, 4, 4]));
    review.header("if-match", "*").send().await.expect(201);
    let record = app.add(library, &body(library)).await;
    (path.replace("{id}", record["id"].as_str().unwrap()), token, own.into())
}
