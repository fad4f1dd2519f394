//! Examples of export control in the documentation. The entries are made up.

use serde_json::{Value, json};

const CATALOGUE: &str = "019a0000-0000-7000-8000-00000000000c";

/// A catalogue as it is imported.
pub fn sent_catalogue() -> Value {
    json!({
        "catalogue": {"name": "示例目录 (example)", "in_force_from": "2026-01-01", "lang": "zh", "example": true},
        "entries": [
            {"kind": "restricted", "code": "EX-R-01", "title": "示例：灌溉控制技术", "text": "控制要点：按作物需水模型自动控制的算法"},
            {"kind": "prohibited", "code": "EX-P-01", "title": "示例：育种材料", "text": "控制要点：未公开的亲本材料"}
        ]
    })
}

/// A catalogue as it is stored.
pub fn catalogue() -> Value {
    json!({
        "id": CATALOGUE, "name": "示例目录 (example)", "in_force_from": "2026-01-01", "lang": "zh", "example": true,
        "entries": 2, "imported_at": "2026-11-23T08:00:00Z"
    })
}

/// A list of catalogues.
pub fn catalogues() -> Value {
    json!({ "records": [catalogue()] })
}

/// A screening as it is sent.
pub fn sent_screening() -> Value {
    json!({
        "catalogue": CATALOGUE, "outcome": "restricted", "entries": ["EX-R-01"],
        "reason": "The controller contains the model that the entry names."
    })
}

/// A screening as it is stored.
pub fn screening() -> Value {
    json!({
        "id": "019a0000-0000-7000-8000-00000000000d", "technology_id": "019a0000-0000-7000-8000-000000000002",
        "technology_version": 1, "catalogue_id": CATALOGUE, "catalogue_in_force_from": "2026-01-01",
        "outcome": "restricted", "entries": ["EX-R-01"],
        "reason": "The controller contains the model that the entry names.",
        "actor": "019a0000-0000-7000-8000-00000000000e", "at": "2026-11-23T08:00:00Z"
    })
}

/// A technology's screening with the nearest entries.
pub fn screening_view() -> Value {
    json!({
        "catalogue": catalogue(), "current": screening(), "history": [screening()],
        "nearest": [{
            "kind": "restricted", "code": "EX-R-01", "title": "示例：灌溉控制技术", "text": "控制要点：按作物需水模型自动控制的算法",
            "score": 0.71, "sentence": {"text": "按土壤湿度自动滴灌。", "lang": "zh"}
        }],
        "words_only": false
    })
}

/// What has to be screened.
pub fn screenings_due() -> Value {
    json!({ "records": [{
        "technology_id": "019a0000-0000-7000-8000-000000000002", "number": "T-2026-000001",
        "title": "太阳能滴灌控制器", "why": "older_catalogue", "last": screening(),
        "matches": ["019a0000-0000-7000-8000-000000000009"]
    }] })
}
