//! JSON to bodies, with every mistake named by its place instead of only the first one by its line.

use super::Library;
use super::validate::{FieldCode, FieldError};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

/// Reads a member of a change that may be null: tells null from what is not there.
pub(crate) fn named<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// A body from JSON as files, API and forms hand it in. `null` means missing.
pub fn parse_body<L: Library>(value: Value) -> Result<L::Body, Vec<FieldError>> {
    match parse_readable::<L>(value) {
        (body, errors) if errors.is_empty() => Ok(body),
        (_, errors) => Err(errors),
    }
}

/// As [`parse_body`], but what cannot be read is left out of the body and named beside it. What the rules of the
/// library have against the rest can be told at once with that, but for what [`FieldError::follows_from`] it.
pub fn parse_readable<L: Library>(mut value: Value) -> (L::Body, Vec<FieldError>) {
    if let Value::Object(columns) = &mut value {
        columns.retain(|_, column| !column.is_null());
    }
    // Kept for the search for mistakes only when there is one: a copy per record would be paid by every good record.
    match <L::Body as Deserialize>::deserialize(&value) {
        Ok(body) => (body, Vec::new()),
        Err(error) => {
            let errors = mistakes::<L>(value.clone(), &error.to_string());
            errors.iter().for_each(|error| leave_out(&mut value, &error.pointer));
            (serde_json::from_value(value).unwrap_or_default(), errors)
        }
    }
}

/// Takes away a column, or a property of one of its members; where a member is a plain value the whole column, so that
/// no other takes its place.
fn leave_out(value: &mut Value, pointer: &str) {
    let (part, name) = pointer.rsplit_once('/').unwrap_or_default();
    let column = pointer.split('/').nth(1).unwrap_or_default();
    let (owner, name) = match value.pointer(part) {
        Some(Value::Object(_)) => (value.pointer_mut(part), name),
        _ => (Some(value), column),
    };
    if let Some(Value::Object(members)) = owner {
        members.shift_remove(&name.replace("~1", "/").replace("~0", "~"));
    }
}

fn mistakes<L: Library>(value: Value, first: &str) -> Vec<FieldError> {
    let Value::Object(columns) = value else {
        return vec![mistake(String::new(), FieldCode::WrongType, "must be a JSON object")];
    };
    let mut found = Vec::new();
    for (name, column) in columns {
        let pointer = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
        if !L::COLUMNS.iter().any(|known| known.name == name) {
            let detail = format!("`{name}` is not a column of {}", L::KIND);
            found.push(mistake(pointer, FieldCode::UnknownColumn, &detail));
        } else if let Err(error) = parse_column::<L>(&name, column.clone()) {
            found.extend(inside::<L>(&name, &pointer, column, &error));
        }
    }
    if found.is_empty() {
        found.push(mistake(String::new(), FieldCode::Invalid, first));
    }
    found
}

/// Mistakes in one column: member by member when it is a list, property by property when members are objects.
fn inside<L: Library>(name: &str, pointer: &str, column: Value, error: &str) -> Vec<FieldError> {
    let Value::Array(members) = column else {
        return vec![mistake(pointer.to_owned(), code_of(error), error)];
    };
    let mut found = Vec::new();
    for (position, member) in members.into_iter().enumerate() {
        let place = format!("{pointer}/{position}");
        let Err(error) = parse_column::<L>(name, json!([member])) else { continue };
        let properties = match member {
            Value::Object(properties) => properties,
            _ => Map::new(),
        };
        let before = found.len();
        for (property, value) in properties {
            if let Err(error) = parse_column::<L>(name, json!([{ &property: value }])) {
                found.push(mistake(format!("{place}/{property}"), code_of(&error), &error));
            }
        }
        if found.len() == before {
            found.push(mistake(place, code_of(&error), &error));
        }
    }
    if found.is_empty() { vec![mistake(pointer.to_owned(), code_of(error), error)] } else { found }
}

fn parse_column<L: Library>(name: &str, column: Value) -> Result<(), String> {
    serde_json::from_value::<L::Body>(json!({ name: column })).map(drop).map_err(|error| error.to_string())
}

fn code_of(error: &str) -> FieldCode {
    if error.contains("is not one of") {
        FieldCode::UnknownCode
    } else if error.starts_with("unknown field") {
        FieldCode::UnknownColumn
    } else {
        FieldCode::WrongType
    }
}

fn mistake(pointer: String, code: FieldCode, detail: &str) -> FieldError {
    FieldError { pointer, code, detail: detail.to_owned() }
}

/// The document a JSON Merge Patch (RFC 7396) makes of `target`.
pub fn merge_patched(target: Value, patch: &Value) -> Value {
    let Value::Object(changes) = patch else { return patch.clone() };
    let mut merged = match target {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    for (name, change) in changes {
        if change.is_null() {
            merged.shift_remove(name);
        } else {
            let member = merged.shift_remove(name).unwrap_or(Value::Null);
            merged.insert(name.clone(), merge_patched(member, change));
        }
    }
    Value::Object(merged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Demands, Technologies};

    fn pointers(errors: &[FieldError]) -> Vec<(&str, FieldCode)> {
        errors.iter().map(|error| (error.pointer.as_str(), error.code)).collect()
    }

    #[test]
    fn every_mistake_is_named_by_its_place() {
        let value = json!({
            "titel": "x",
            "description": 3,
            "fields": ["ict", 7],
            "requirements": [{"text": "a"}, {"text": "b", "priority": "perhaps"}],
        });
        let errors = parse_body::<Demands>(value).unwrap_err();
        assert_eq!(
            pointers(&errors),
            [
                ("/titel", FieldCode::UnknownColumn),
                ("/description", FieldCode::WrongType),
                ("/fields/1", FieldCode::WrongType),
                ("/requirements/1/priority", FieldCode::UnknownCode),
            ]
        );
        assert_eq!(errors[3].detail, "`perhaps` is not one of must, should, may");
    }

    #[test]
    fn what_can_be_read_is_kept_beside_what_cannot() {
        let value = json!({
            "ti/tel": "x",
            "title": "Pump",
            "trl": "high",
            "keywords": ["a", 7, "b"],
            "operating_conditions": [{"quantity": "voltage", "min": "low", "max": 240}, {"quantity": "flow", "min": 1}],
        });
        let (body, errors) = parse_readable::<Technologies>(value);
        let wrong = ["/ti~1tel", "/trl", "/keywords/1", "/operating_conditions/0/min"];
        assert_eq!(errors.iter().map(|error| error.pointer.as_str()).collect::<Vec<_>>(), wrong);
        assert_eq!((body.title.as_str(), body.trl, body.keywords.len()), ("Pump", None, 0));
        let [first, second] = body.operating_conditions.as_slice() else { panic!("{body:?}") };
        assert_eq!((first.min, first.max, second.min), (None, Some(240.0), Some(1.0)));
    }

    #[test]
    fn null_means_missing() {
        let body = parse_body::<Technologies>(json!({"title": "x", "trl": null, "keywords": null})).unwrap();
        assert_eq!((body.trl, body.keywords.len()), (None, 0));
    }

    #[test]
    fn a_merge_patch_changes_what_it_names_only() {
        let target = json!({"a": "b", "c": {"d": "e", "f": "g"}, "l": [1, 2]});
        let patch = json!({"a": "z", "c": {"f": null}, "l": [3]});
        assert_eq!(merge_patched(target, &patch), json!({"a": "z", "c": {"d": "e"}, "l": [3]}));
    }
}
