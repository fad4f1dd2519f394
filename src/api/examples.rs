//! Examples in the documentation. Bodies are really posted by a test, so they cannot go stale.

use serde_json::{Value, json};

use crate::library::LibraryKind;

const ID: &str = "019a0000-0000-7000-8000-000000000001";

/// What an author sends.
pub fn body(library: LibraryKind) -> Value {
    match library {
        LibraryKind::Technologies => technology(),
        LibraryKind::Demands => demand(),
        LibraryKind::Results => json!({
            "external_id": "r1", "lang": "en", "title": "Demonstration of solar drip irrigation in Kairouan",
            "description": "Forty hectares of olive trees irrigated by photovoltaic controllers for two seasons.",
            "fields": ["agriculture"], "kind": "demonstration_base", "country": "TN", "year": 2024,
            "progress": "completed", "people_trained": 35,
            "parties": [{"name": "Institut National de Recherches en Génie Rural", "country": "TN", "role": "host"}],
            "outcomes": [{"measure": "water saved", "value": 38.0, "unit": "%"}]
        }),
        LibraryKind::Institutions => json!({
            "external_id": "i1", "lang": "en", "title": "China–Arab States Technology Transfer Center",
            "description": "Finds partners, organises demonstrations and trains technology brokers.",
            "fields": ["agriculture", "environment"], "kind": "technology_transfer_centre", "country": "CN",
            "city": "Yinchuan", "countries_served": ["EG", "TN"], "services": ["technology", "training"],
            "languages": ["zh", "ar", "en"], "operation": "operating", "since": 2015
        }),
    }
}

fn technology() -> Value {
    json!({
        "external_id": "t1", "lang": "zh", "title": "太阳能滴灌控制器",
        "description": "光伏供电的灌溉控制器，按土壤湿度自动滴灌，每公顷用水低于2800立方米。",
        "fields": ["agriculture"], "keywords": ["滴灌", "光伏"], "country": "CN", "trl": 8,
        "advantages": "比定时灌溉节水四成。", "cooperation_modes": ["licence", "joint_venture"],
        "target_countries": ["TN", "EG"], "price_min": 3000, "price_max": 5000, "currency": "CNY",
        "operating_conditions": [{"quantity": "voltage", "min": 220, "max": 240, "unit": "V"}],
        "translations": [{"lang": "en", "title": "Solar drip irrigation controller", "origin": "human"}]
    })
}

fn demand() -> Value {
    json!({
        "external_id": "d1", "lang": "fr", "title": "Irrigation économe en eau", "country": "TN",
        "description": "Le gouvernorat de Kairouan cherche un système d'irrigation alimenté par le soleil.",
        "fields": ["agriculture"],
        "requirements": [
            {"text": "Consommation d'eau inférieure à 3 000 m³ par hectare", "priority": "must"},
            {"text": "Formation des techniciens en français", "priority": "should"}
        ],
        "accepted_modes": ["licence", "turnkey"], "budget_max": 250000, "currency": "EUR", "min_trl": 7
    })
}

/// A record as it is answered.
pub fn record(library: LibraryKind) -> Value {
    let mut record = json!({
        "id": ID, "number": format!("{}-2026-000001", library.letter()), "library": library.as_str(),
        "status": "published", "version": 1, "provenance": "typed", "created_at": "2026-11-23T08:00:00Z",
        "updated_at": "2026-11-23T08:00:00Z", "published_at": "2026-11-23T08:00:00Z"
    });
    if let (Value::Object(head), Value::Object(columns)) = (&mut record, body(library)) {
        head.extend(columns);
    }
    record
}

/// A page of records.
pub fn list(library: LibraryKind) -> Value {
    json!({
        "records": [record(library)], "next_cursor": null, "total": 1,
        "facets": {"field": [{"code": "agriculture", "count": 1}]}
    })
}

/// A version of a record.
pub fn version(library: LibraryKind) -> Value {
    json!({
        "version": 1, "status": "published", "action": "created", "at": "2026-11-23T08:00:00Z", "body": body(library)
    })
}

/// A translation as it is sent.
pub fn sent_translation() -> Value {
    json!({"title": "Water-saving irrigation", "description": "Solar irrigation is wanted.", "origin": "human"})
}

/// A translation as it is answered.
pub fn translation() -> Value {
    json!({"lang": "en", "title": "Water-saving irrigation", "description": "Solar irrigation is wanted.",
        "origin": "human"})
}

/// A match with its dossier.
pub fn one_match() -> Value {
    json!({
        "id": "019a0000-0000-7000-8000-000000000009", "state": "suggested", "rank": 1, "score": 0.81,
        "demand": {"id": ID, "number": "D-2026-000001", "title": "Irrigation économe en eau", "lang": "fr",
            "country": "TN"},
        "technology": {"id": "019a0000-0000-7000-8000-000000000002", "number": "T-2026-000001",
            "title": "太阳能滴灌控制器", "lang": "zh", "country": "CN",
            "translation": {"text": "Solar drip irrigation controller", "lang": "en", "machine": false}},
        "signals": [{"name": "meaning", "value": 0.86, "contribution": 1.9, "reason": "both are about solar drip irrigation"}],
        "coverage": [{
            "requirement": {"text": "Consommation d'eau inférieure à 3 000 m³ par hectare", "lang": "fr",
                "priority": "must"},
            "verdict": "met", "confidence": 0.9,
            "evidence": {"text": "每公顷用水低于2800立方米。", "lang": "zh"}
        }, {
            "requirement": {"text": "Formation des techniciens en français", "lang": "fr", "priority": "should"},
            "verdict": "unknown", "evidence": null
        }],
        "results": [{"id": "019a0000-0000-7000-8000-000000000003", "number": "R-2026-000001",
            "title": "Demonstration of solar drip irrigation in Kairouan", "lang": "en", "country": "TN",
            "reason": "same field, same country", "score": 0.7}],
        "institutions": [{"id": "019a0000-0000-7000-8000-000000000004", "number": "I-2026-000001",
            "title": "China–Arab States Technology Transfer Center", "lang": "en", "country": "CN",
            "reason": "serves TN in agriculture", "score": 0.6}],
        "algorithm": "2026.11-1", "computed_at": "2026-11-23T08:00:01Z"
    })
}

/// A ranking of matches.
pub fn ranking() -> Value {
    json!({
        "matches": [one_match()], "algorithm": "2026.11-1", "searched": 1, "computed_at": "2026-11-23T08:00:01Z",
        "words_only": false
    })
}

/// A page of matches.
pub fn matches() -> Value {
    json!({ "records": [one_match()], "next_cursor": null })
}

/// Records that a record may repeat.
pub fn duplicates() -> Value {
    json!({
        "records": [{
            "id": "019a0000-0000-7000-8000-000000000002", "number": "T-2026-000001", "title": "太阳能滴灌控制器", "lang": "zh",
            "verdict": "duplicate", "probability": 0.97,
            "reason": "sentences of the shorter text that the other has too: 5/6; figures of the one that the other has too: 4/4"
        }],
        "words_only": false
    })
}

/// What a look at a record found.
pub fn check_answer() -> Value {
    json!({
        "findings": [{
            "code": "telephone", "pointer": "/description", "severity": "warning",
            "message": "A telephone number stands in the public part: 13800138000",
            "suggestion": "Take it out. Contacts are exchanged when the broker introduces both sides."
        }],
        "duplicates": duplicates()["records"], "words_only": false
    })
}

/// A decision as it is sent.
pub fn decision() -> Value {
    json!({ "to": "shortlisted", "text": "Fits the Minya call; ask for the price first." })
}

/// A side's answer as it is sent.
pub fn answer() -> Value {
    json!({ "answer": "accepted", "side": "demand" })
}

/// Where a match stands after a step.
pub fn standing() -> Value {
    json!({
        "id": "019a0000-0000-7000-8000-000000000009", "state": "shortlisted", "version": 2,
        "at": "2026-11-23T08:00:01Z", "event": "019a0000-0000-7000-8000-00000000000a",
        "possible": ["proposed", "dismissed", "withdrawn", "on_hold"]
    })
}

/// What happened to a match.
pub fn steps() -> Value {
    json!({ "records": [{
        "id": "019a0000-0000-7000-8000-00000000000a", "kind": "moved", "from": "suggested", "to": "shortlisted",
        "at": "2026-11-23T08:00:01Z", "acting": "broker", "actor": "019a0000-0000-7000-8000-00000000000b"
    }] })
}

/// The broker's queue.
pub fn queue() -> Value {
    json!({ "records": [{ "value": 1.05, "match": one_match() }] })
}

/// Matches to be dismissed, as they are sent.
pub fn sent_dismissals() -> Value {
    json!({ "ids": ["019a0000-0000-7000-8000-000000000009"], "reason": "off_topic" })
}

/// What became of matches that were to be dismissed.
pub fn dismissals() -> Value {
    json!({ "dismissed": 0, "records": [{
        "id": "019a0000-0000-7000-8000-000000000009", "code": "illegal_transition",
        "detail": "a match that is proposed cannot become dismissed by this account"
    }] })
}

/// Who is to work on a match, as it is sent.
pub fn assignment() -> Value {
    json!({ "to": "me" })
}

/// A letter of intent.
pub fn letter() -> Value {
    json!({ "number": "2026-0117", "valid_from": "2026-11-01", "valid_until": "2029-10-31" })
}
