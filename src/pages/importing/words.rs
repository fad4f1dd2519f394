//! A stored value in the reader's words: names instead of codes, dates and numbers as they are written there.

use chrono::NaiveDate;
use serde_json::Value;

use crate::library::files::cell;
use crate::library::{Column, ColumnKind, LibraryKind};
use crate::pages::authoring::parts::family;
use crate::pages::reader::Reader;

pub(super) fn words(reader: &Reader, library: LibraryKind, column: &Column, value: &Value) -> String {
    let t = reader.t();
    let member = |member: &Value| {
        let text = member.as_str();
        let said = match column.kind {
            ColumnKind::Fields => text.map(|code| reader.field(code)),
            ColumnKind::Country | ColumnKind::Countries => text.map(|code| reader.country(code)),
            ColumnKind::Language => text.map(|tag| reader.language(tag)),
            ColumnKind::Code(_) | ColumnKind::Codes(_) => {
                text.map(|code| t.code_or_self(family(library, column.name), code))
            }
            ColumnKind::Date => text.and_then(|day| day.parse::<NaiveDate>().ok()).map(|day| t.date(&day)),
            ColumnKind::Integer | ColumnKind::Integers | ColumnKind::Number => {
                member.as_f64().map(|number| t.number(number))
            }
            ColumnKind::Text | ColumnKind::LongText | ColumnKind::List | ColumnKind::Json(_) => text.map(str::to_owned),
        };
        said.unwrap_or_else(|| cell::write(column, member))
    };
    match value {
        Value::Null => String::new(),
        Value::Array(members) if !matches!(column.kind, ColumnKind::Json(_)) => {
            t.list(&members.iter().map(member).collect::<Vec<_>>())
        }
        Value::Array(_) => cell::write(column, value),
        single => member(single),
    }
}
