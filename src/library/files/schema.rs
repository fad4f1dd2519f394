//! The JSON Schema of one line of a file, made from what the API's document says about the same body.

use serde_json::{Map, Value, json};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use crate::library::Library;

const DEFINITIONS: &str = "#/$defs/";
const COMPONENTS: &str = "#/components/schemas/";

/// JSON Schema 2020-12 of a record of library `L` as its author writes it.
pub fn schema<L: Library>() -> anyhow::Result<Value> {
    let mut parts: Vec<(String, RefOr<Schema>)> = Vec::new();
    L::Body::schemas(&mut parts);
    let mut definitions = Map::new();
    for (name, part) in parts {
        definitions.insert(name, adapted(serde_json::to_value(part)?));
    }
    let Value::Object(body) = adapted(serde_json::to_value(L::Body::schema())?) else {
        anyhow::bail!("the schema of {} is not an object", L::KIND);
    };
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(format!("{} ({})", L::Body::name(), L::KIND)));
    schema.extend(body);
    let required: Vec<&str> = L::COLUMNS.iter().filter(|column| column.required).map(|column| column.name).collect();
    schema.insert("required".to_owned(), json!(required));
    schema.insert("anyOf".to_owned(), json!([{ "required": ["title"] }, { "required": ["description"] }]));
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema.insert("$defs".to_owned(), Value::Object(definitions));
    Ok(Value::Object(schema))
}

/// OpenAPI's own keywords in those of JSON Schema.
fn adapted(value: Value) -> Value {
    match value {
        Value::Object(members) => Value::Object(
            members
                .into_iter()
                .map(|(name, member)| match (name.as_str(), member) {
                    ("$ref", Value::String(target)) => (name, json!(target.replace(COMPONENTS, DEFINITIONS))),
                    ("example", example) => ("examples".to_owned(), json!([example])),
                    (_, member) => (name, adapted(member)),
                })
                .collect(),
        ),
        Value::Array(members) => members.into_iter().map(adapted).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Demands, Institutions, Results, Technologies};

    fn check<L: Library>() {
        let schema = schema::<L>().unwrap();
        let properties = schema["properties"].as_object().unwrap();
        for column in L::COLUMNS {
            assert!(properties.contains_key(column.name), "{} of {}", column.name, L::KIND);
        }
        assert_eq!(properties.len(), L::COLUMNS.len(), "{}", L::KIND);
        let text = schema.to_string();
        assert!(!text.contains(COMPONENTS), "{text}");
        for target in text.split(DEFINITIONS).skip(1) {
            let name = target.split('"').next().unwrap();
            assert!(schema["$defs"].get(name).is_some(), "{name} is not defined for {}", L::KIND);
        }
    }

    #[test]
    fn every_column_is_in_the_schema_and_every_reference_is_defined() {
        check::<Technologies>();
        check::<Demands>();
        check::<Results>();
        check::<Institutions>();
    }
}
