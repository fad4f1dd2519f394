//! One entry with its place in the chain, and the hash that binds it: SHA-256 over canonical JSON.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

use super::chain::row;
use crate::library::store::rows::audit;

/// What the first entry names as the hash before it.
pub const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Who did what to which record, when; with its place in the chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Entry {
    /// Its number, from 1 without gaps.
    #[schema(example = 42)]
    pub seq: i64,
    pub id: Uuid,
    /// When, to the microsecond.
    #[serde(serialize_with = "micros")]
    pub at: DateTime<Utc>,
    /// Who; null for the service and its command line.
    pub actor_id: Option<Uuid>,
    /// What was done, such as `created` or `read_confidential`.
    #[schema(example = "read_confidential")]
    pub action: String,
    /// The library of the record.
    #[schema(example = "technologies")]
    pub library: Option<String>,
    /// The record, person or organisation it was done to.
    pub record_id: Option<Uuid>,
    /// The version of the record.
    pub version: Option<i32>,
    /// More about it; never the confidential text itself.
    #[schema(value_type = Option<Object>)]
    pub detail: Option<Value>,
    /// The hash of the entry before; zeros for the first.
    pub previous_hash: String,
    /// SHA-256 of all the rest, hexadecimal.
    pub hash: String,
}

fn micros<S: Serializer>(at: &DateTime<Utc>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&at.to_rfc3339_opts(SecondsFormat::Micros, true))
}

impl Entry {
    /// A stored entry in its stored place.
    pub(super) fn of(place: row::Model, entry: audit::Model) -> Self {
        Self {
            seq: place.seq,
            id: entry.id,
            at: entry.at,
            actor_id: entry.actor_id,
            action: entry.action,
            library: entry.library,
            record_id: entry.record_id,
            version: entry.version,
            detail: entry.detail.filter(|detail| !detail.is_null()),
            previous_hash: place.previous_hash,
            hash: place.hash,
        }
    }

    /// The hash this entry must have: SHA-256 over the entry as JSON without `hash`, members sorted, no spaces.
    pub fn computed_hash(&self) -> anyhow::Result<String> {
        let mut value = serde_json::to_value(self)?;
        if let Value::Object(members) = &mut value {
            members.shift_remove("hash");
        }
        value.sort_all_objects();
        let digest = Sha256::digest(serde_json::to_vec(&value)?);
        Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn entry() -> Entry {
        Entry {
            seq: 1,
            id: Uuid::from_u128(7),
            at: "2026-11-25T08:00:00Z".parse().unwrap(),
            actor_id: None,
            action: "created".to_owned(),
            library: Some("technologies".to_owned()),
            record_id: Some(Uuid::from_u128(9)),
            version: Some(1),
            detail: Some(json!({"number": "T-2026-000001", "columns": ["标题"]})),
            previous_hash: START.to_owned(),
            hash: String::new(),
        }
    }

    /// Computed once by the program in `docs/audit.md`; others rely on it.
    #[test]
    fn the_hash_is_the_documented_one_whatever_the_order_of_members() {
        let mut entry = entry();
        let expected = "3a459eb9d0004f17124cd236dac8763eefc41792aa0fc242c9d9e20a53b10247";
        assert_eq!(entry.computed_hash().unwrap(), expected);
        entry.detail = Some(json!({"columns": ["标题"], "number": "T-2026-000001"}));
        assert_eq!(entry.computed_hash().unwrap(), expected);
    }

    #[test]
    fn every_member_counts() {
        let original = entry().computed_hash().unwrap();
        let changes: [fn(&mut Entry); 9] = [
            |entry| entry.seq = 2,
            |entry| entry.id = Uuid::from_u128(8),
            |entry| entry.at += chrono::TimeDelta::microseconds(1),
            |entry| entry.actor_id = Some(Uuid::from_u128(1)),
            |entry| entry.action = "updated".to_owned(),
            |entry| entry.library = None,
            |entry| entry.record_id = None,
            |entry| entry.version = None,
            |entry| entry.previous_hash = "1".repeat(64),
        ];
        for change in changes {
            let mut changed = entry();
            change(&mut changed);
            assert_ne!(changed.computed_hash().unwrap(), original, "{changed:?}");
        }
    }
}
