//! From a draft to what everybody sees: submitting, reviewing, sending back.

mod drafting;
mod pages;
mod publishing;
mod renewing;
mod reviewing;
mod revising;
mod submitting;

use serde_json::{Value, json};
use siku::accounts::Role;

use crate::support::service::TestApp;

/// A review with these scores, and a comment.
pub fn scores(of: [i32; 4]) -> Value {
    let [a, b, c, d] = of.map(|score| json!({ "score": score }));
    json!({
        "criteria": {"advantage_or_problem": a, "clarity": b, "cooperation": c, "rules_and_language": d},
        "comment": "say where it was tried"
    })
}

/// A record that a firm of its own has submitted; its id.
pub async fn submitted(app: &TestApp, library: &str, body: &Value) -> String {
    let name = uuid::Uuid::now_v7().to_string();
    let firm = app.token_of(&name, Role::Firm, Some(&format!("Firm {name}"))).await;
    submitted_by(app, &firm, library, body).await
}

/// A record that somebody has submitted; its id.
pub async fn submitted_by(app: &TestApp, token: &str, library: &str, body: &Value) -> String {
    let place = format!("/api/v1/{library}?status=submitted");
    let record = app.post(&place, body).token(token).send().await.expect(201).json();
    record["id"].as_str().unwrap().to_owned()
}
