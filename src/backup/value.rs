//! One value of a row to JSON and back, by what its column holds.

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use sea_orm::QueryResult;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use uuid::Uuid;

use super::catalogue::{Column, Kind};

/// The value of `column` in a row, as JSON.
pub fn read(row: &QueryResult, column: &Column) -> anyhow::Result<Json> {
    match column.kind {
        Kind::Text => json(row.try_get::<Option<String>>("", &column.name)),
        Kind::Uuid => json(row.try_get::<Option<Uuid>>("", &column.name)),
        Kind::Short => json(row.try_get::<Option<i16>>("", &column.name)),
        Kind::Integer => {
            // SQLite calls every whole number INTEGER, whatever its size.
            let small = row.try_get::<Option<i32>>("", &column.name);
            if small.is_ok() { json(small) } else { json(row.try_get::<Option<i64>>("", &column.name)) }
        }
        Kind::Long => json(row.try_get::<Option<i64>>("", &column.name)),
        Kind::Double => json(row.try_get::<Option<f64>>("", &column.name)),
        Kind::Boolean => json(row.try_get::<Option<bool>>("", &column.name)),
        // In microseconds, which is what both databases can keep.
        Kind::Moment => {
            json(row.try_get::<Option<DateTime<Utc>>>("", &column.name).map(|at| at.map(|at| at.trunc_subsecs(6))))
        }
        Kind::Day => json(row.try_get::<Option<NaiveDate>>("", &column.name)),
        Kind::Json => json(row.try_get::<Option<Json>>("", &column.name)),
        Kind::Bytes => {
            json(row.try_get::<Option<Vec<u8>>>("", &column.name).map(|bytes| bytes.map(|bytes| BASE64.encode(bytes))))
        }
    }
    .with_context(|| format!("column {}", column.name))
}

fn json<T: Serialize>(value: Result<T, sea_orm::DbErr>) -> anyhow::Result<Json> {
    Ok(serde_json::to_value(value?)?)
}

/// The value to be stored in `column`.
pub fn write(value: Json, column: &Column) -> anyhow::Result<sea_orm::Value> {
    let stored = match column.kind {
        Kind::Text => typed::<String>(value).map(Into::into),
        Kind::Uuid => typed::<Uuid>(value).map(Into::into),
        Kind::Short => typed::<i16>(value).map(Into::into),
        Kind::Integer | Kind::Long => typed::<i64>(value).map(Into::into),
        Kind::Double => typed::<f64>(value).map(Into::into),
        Kind::Boolean => typed::<bool>(value).map(Into::into),
        Kind::Moment => typed::<DateTime<Utc>>(value).map(Into::into),
        Kind::Day => typed::<NaiveDate>(value).map(Into::into),
        Kind::Json => typed::<Json>(value).map(Into::into),
        Kind::Bytes => {
            let written = typed::<String>(value)?;
            written.map(|written| BASE64.decode(written)).transpose().map(Into::into).map_err(anyhow::Error::new)
        }
    };
    stored.with_context(|| format!("column {}", column.name))
}

fn typed<T: DeserializeOwned>(value: Json) -> anyhow::Result<Option<T>> {
    Ok(serde_json::from_value(value)?)
}
