//! Examples of cases for the documentation; a test sends those that are sent.

use serde_json::{Value, json};

use crate::api::examples::{one_match, steps};

const MATCH: &str = "019a0000-0000-7000-8000-000000000009";
const PERSON: &str = "019a0000-0000-7000-8000-00000000000b";
const AT: &str = "2026-11-23T08:00:01Z";

pub fn sent_message() -> Value {
    json!({ "text": "Does the controller work at 45 °C in the shade?", "side": "technology" })
}

pub fn message() -> Value {
    json!({ "id": "019a0000-0000-7000-8000-00000000000c", "side": "technology", "acting": "broker", "author": PERSON,
        "text": "Does the controller work at 45 °C in the shade?", "at": AT })
}

pub fn messages() -> Value {
    json!({ "records": [message()] })
}

pub fn sent_task() -> Value {
    json!({ "title": "Ask both sides for a date of the first call", "due_in_working_days": 3 })
}

pub fn task_change() -> Value {
    json!({ "done": true })
}

pub fn task() -> Value {
    json!({ "id": "019a0000-0000-7000-8000-00000000000d", "match_id": MATCH,
        "title": "Ask both sides for a date of the first call", "due_on": "2026-11-26", "overdue": false,
        "created_by": PERSON, "created_at": AT })
}

pub fn tasks() -> Value {
    json!({ "records": [task()] })
}

pub fn sent_document() -> Value {
    json!({ "name": "意向书草案.txt", "content": "5oSP5ZCR5Lmm6I2J5qGICg==", "visible_to": "technology" })
}

pub fn document() -> Value {
    json!({ "id": "019a0000-0000-7000-8000-00000000000e", "name": "意向书草案.txt", "media_type": "text/plain",
        "size": 16, "sha256": "0".repeat(64), "visible_to": "technology", "acting": "broker", "author": PERSON,
        "at": AT })
}

pub fn documents() -> Value {
    json!({ "records": [document()] })
}

pub fn case() -> Value {
    json!({
        "match": one_match(), "messages": [message()], "tasks": [task()], "documents": [document()],
        "milestones": [milestone()],
        "timeline": [
            { "at": AT, "what": "step", "detail": steps()["records"][0] },
            { "at": AT, "what": "message", "detail": message() }
        ]
    })
}

pub fn sent_milestone() -> Value {
    json!({ "kind": "site_visit", "planned_on": "2026-12-10", "note": "Two people for three days" })
}

pub fn milestone_change() -> Value {
    json!({ "done_on": "2026-11-24" })
}

pub fn milestone() -> Value {
    json!({ "id": "019a0000-0000-7000-8000-00000000000f", "match_id": MATCH, "kind": "site_visit",
        "planned_on": "2026-12-10", "note": "Two people for three days", "dropped": false, "overdue": false,
        "history": [{ "milestone": "019a0000-0000-7000-8000-00000000000f", "kind": "site_visit",
            "planned_on": "2026-12-10", "note": "Two people for three days", "dropped": false, "acting": "broker",
            "author": PERSON, "at": AT }] })
}

pub fn milestones() -> Value {
    json!({ "records": [milestone()] })
}

pub fn sent_outcome() -> Value {
    json!({ "side": "demand", "going": "works", "contract_value": 1200000.0, "currency": "USD", "people_trained": 24, "jobs": 6,
        "text": "The second valley asks for the same.", "may_publish": true })
}

pub fn outcome() -> Value {
    json!({ "id": "019a0000-0000-7000-8000-000000000010", "side": "demand", "going": "works",
        "contract_value": 1200000.0, "currency": "USD", "people_trained": 24, "jobs": 6,
        "text": "The second valley asks for the same.", "may_publish": true, "acting": "demand_side",
        "author": PERSON, "at": AT })
}

pub fn outcomes() -> Value {
    json!({ "records": [outcome()] })
}

pub fn taken_into() -> Value {
    json!({ "result": "019a0000-0000-7000-8000-000000000003", "number": "R-2026-000001" })
}
