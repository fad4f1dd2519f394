//! The interface for programs, from outside: the real service, a real database, real requests.

mod access;
mod checks;
mod errors;
mod fuzz;
mod idempotency;
mod imports;
mod lists;
mod matches;
mod openapi;
mod operations;
mod records;
mod translations;

use serde_json::{Value, json};

/// A technology with this title.
pub fn technology(title: &str) -> Value {
    json!({"title": title, "lang": "zh", "description": "光伏供电的灌溉控制器。", "fields": ["agriculture"]})
}

/// A demand with this title and one requirement.
pub fn demand(title: &str) -> Value {
    json!({"title": title, "lang": "fr", "country": "TN", "requirements": [{"text": "peu d'eau", "priority": "must"}]})
}

/// Where a record is.
pub fn address(record: &Value) -> String {
    format!("/api/v1/{}/{}", record["library"].as_str().unwrap(), record["id"].as_str().unwrap())
}
