//! Between a value as a file has it and the JSON of the record: what a cell of each kind of column may look like.
//!
//! Reading is generous (`1,200,000`, `2026年1月5日`, `滴灌；节水`), writing has one form, and what is written reads
//! back as the same value: every list is checked for that and written as JSON where the short form would not.

use serde_json::{Value, json};

use super::requirements;
use crate::library::{Column, ColumnKind};

/// Characters between the members of a list, most telling first. A code holds none of them; in a free text only
/// the first kind found separates.
const SEPARATORS: [&[char]; 4] = [&[';', '；'], &['\n'], &['|'], &['、', '，']];
const CODE_SEPARATORS: [char; 9] = [';', '；', '\n', '|', '、', '，', ',', '/', '\t'];

/// The JSON of `value` in `column`: `None` when it is empty, an explanation when it cannot be one.
pub fn read(column: &Column, value: Value) -> Result<Option<Value>, String> {
    let is_text = matches!(column.kind, ColumnKind::Text | ColumnKind::LongText);
    let value = match value {
        Value::Null => return Ok(None),
        Value::String(text) if text.is_empty() || (!is_text && text.trim().is_empty()) => return Ok(None),
        other => other,
    };
    match column.kind {
        ColumnKind::Text | ColumnKind::LongText => text(value),
        ColumnKind::Language | ColumnKind::Country | ColumnKind::Code(_) => {
            text(value).map(|text| Value::from(text.as_str().unwrap_or_default().trim()))
        }
        ColumnKind::Countries | ColumnKind::Fields | ColumnKind::Codes(_) => members(value, codes, text),
        ColumnKind::List => members(value, texts, text),
        ColumnKind::Integer => integer(value),
        ColumnKind::Integers => members(value, codes, integer),
        ColumnKind::Number => number(value),
        ColumnKind::Date => date(value),
        ColumnKind::Json(properties) => objects(value, properties),
    }
    .map(Some)
}

/// `value` of `column` as the text of one cell, which [`read`] turns into the same value again.
pub fn write(column: &Column, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => plain(number),
        Value::Bool(flag) => flag.to_string(),
        Value::Array(members) if members.is_empty() => String::new(),
        Value::Array(_) | Value::Object(_) => {
            let short = short(column, value)
                .filter(|short| matches!(read(column, Value::from(short.as_str())), Ok(Some(back)) if back == *value));
            short.unwrap_or_else(|| value.to_string())
        }
    }
}

fn short(column: &Column, value: &Value) -> Option<String> {
    let members = value.as_array()?;
    if let ColumnKind::Json(properties) = column.kind {
        return if properties == requirements::PROPERTIES { requirements::write(members) } else { None };
    }
    let texts: Option<Vec<String>> = members
        .iter()
        .map(|member| match member {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(plain(number)),
            _ => None,
        })
        .collect();
    Some(texts?.join(";"))
}

/// A number as people write it: without `.0`.
fn plain(number: &serde_json::Number) -> String {
    match number.as_f64() {
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 1e15 => format!("{float:.0}"),
        _ => number.to_string(),
    }
}

fn text(value: Value) -> Result<Value, String> {
    match value {
        Value::String(_) => Ok(value),
        Value::Number(number) => Ok(Value::from(plain(&number))),
        Value::Bool(flag) => Ok(Value::from(flag.to_string())),
        _ => Err("must be text".to_owned()),
    }
}

fn members(
    value: Value,
    split: fn(&str) -> Vec<&str>,
    member: fn(Value) -> Result<Value, String>,
) -> Result<Value, String> {
    let values = match value {
        Value::Array(values) => values,
        Value::String(text) if text.trim_start().starts_with('[') => match serde_json::from_str(&text) {
            Ok(Value::Array(values)) => values,
            _ => return Err("begins like a JSON list and is none".to_owned()),
        },
        Value::String(text) => split(&text).into_iter().map(Value::from).collect(),
        Value::Object(_) => return Err("must be a list".to_owned()),
        single => vec![single],
    };
    values.into_iter().map(member).collect::<Result<Vec<Value>, String>>().map(Value::Array)
}

fn texts(cell: &str) -> Vec<&str> {
    let separator = SEPARATORS.into_iter().find(|separator| cell.contains(*separator)).unwrap_or(&[';']);
    parts(cell, separator)
}

fn codes(cell: &str) -> Vec<&str> {
    parts(cell, &CODE_SEPARATORS)
}

fn parts<'a>(cell: &'a str, separators: &[char]) -> Vec<&'a str> {
    cell.split(separators).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Digits and signs as Chinese and Arabic keyboards write them, in the form that programs read; no spaces.
fn digits(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| match character {
            '０'..='９' | '．' | '，' | '－' | '＋' => {
                char::from_u32(character as u32 - 0xFEE0).unwrap_or(character)
            }
            '٠'..='٩' => char::from_digit(character as u32 - '٠' as u32, 10).unwrap_or(character),
            '۰'..='۹' => char::from_digit(character as u32 - '۰' as u32, 10).unwrap_or(character),
            '٫' => '.',
            '٬' | '،' => ',',
            other => other,
        })
        .collect()
}

fn integer(value: Value) -> Result<Value, String> {
    let refusal = || "must be a whole number".to_owned();
    let float = match &value {
        Value::Number(number) if number.is_i64() => return Ok(value),
        Value::Number(number) => number.as_f64(),
        Value::String(text) => {
            let written = digits(text).to_ascii_uppercase();
            // `TRL 8`, `8级`, `2015年`, `300人次`: the unit is the column's own.
            let written = written.strip_prefix("TRL").unwrap_or(&written);
            let written = written.trim_end_matches(['年', '级', '人', '次', '名']);
            decimal(written)
        }
        _ => None,
    };
    let float = float.ok_or_else(refusal)?;
    if float.fract() != 0.0 || float.abs() >= 9e15 {
        return Err(refusal());
    }
    Ok(Value::from(float as i64))
}

fn number(value: Value) -> Result<Value, String> {
    let parsed = match &value {
        Value::Number(_) => return Ok(value),
        Value::String(text) => decimal(&digits(text)),
        _ => None,
    };
    parsed.map(Value::from).ok_or_else(|| "must be a number without unit, like 1200000 or 0.5".to_owned())
}

/// `1200000`, `1,200,000`, `1.5e3`, and `12,5` where the comma can only be a decimal one.
fn decimal(text: &str) -> Option<f64> {
    let plain = match text.split(',').collect::<Vec<_>>().as_slice() {
        [_] => text.to_owned(),
        [first, groups @ ..] if !first.is_empty() && grouped(first, groups) => text.replace(',', ""),
        [whole, fraction] if !whole.contains('.') && !fraction.contains('.') => format!("{whole}.{fraction}"),
        _ => return None,
    };
    plain.parse::<f64>().ok().filter(|number| number.is_finite())
}

fn grouped(first: &str, groups: &[&str]) -> bool {
    let whole = |group: &str| group.split('.').next().is_some_and(|digits| digits.len() == 3);
    let (last, inner) = match groups.split_last() {
        Some(both) => both,
        None => return false,
    };
    first.trim_start_matches(['-', '+']).len() <= 3 && inner.iter().all(|group| group.len() == 3) && whole(last)
}

fn date(value: Value) -> Result<Value, String> {
    let refusal = || "must be a date like 2026-12-31".to_owned();
    let day = match &value {
        // What a spreadsheet stores for a day whose cell is not formatted as one: days since 1899-12-30.
        Value::Number(number) => {
            let serial = number.as_f64().filter(|serial| (20_000.0..80_000.0).contains(serial)).ok_or_else(refusal)?;
            chrono::NaiveDate::from_ymd_opt(1899, 12, 30)
                .and_then(|start| start.checked_add_days(chrono::Days::new(serial as u64)))
        }
        Value::String(text) => written_date(text),
        _ => None,
    };
    day.map(|day| Value::from(day.to_string())).ok_or_else(refusal)
}

/// Year first in every form: `03/04/2026` is one day in Paris and another in Manila, so it is refused.
fn written_date(text: &str) -> Option<chrono::NaiveDate> {
    let text = digits(text.trim().split(['T', ' ']).next().unwrap_or_default());
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return chrono::NaiveDate::parse_from_str(&text, "%Y%m%d").ok();
    }
    let text = text.strip_suffix(['日', '号']).unwrap_or(&text);
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月']).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    if year.len() != 4 {
        return None;
    }
    chrono::NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn objects(value: Value, properties: &[&str]) -> Result<Value, String> {
    let main = properties.first().copied().unwrap_or_default();
    let example = || {
        format!(
            "must be JSON like [{{{}}}]",
            properties.iter().map(|name| format!("\"{name}\": …")).collect::<Vec<_>>().join(", ")
        )
    };
    // Only a name or a text says enough alone.
    let from_text =
        |text: &str| if matches!(main, "text" | "name") { Ok(json!({ main: text })) } else { Err(example()) };
    let member = |member: Value| match member {
        Value::Object(_) => Ok(member),
        Value::String(text) => from_text(&text),
        _ => Err(example()),
    };
    let members: Result<Vec<Value>, String> = match value {
        Value::Array(members) => members.into_iter().map(member).collect(),
        Value::Object(_) => Ok(vec![value]),
        Value::String(text) if text.trim_start().starts_with(['[', '{']) => match serde_json::from_str(&text) {
            Ok(Value::Array(members)) => members.into_iter().map(member).collect(),
            Ok(object @ Value::Object(_)) => Ok(vec![object]),
            // A Chinese requirement may well begin with a bracket; it is JSON only if it parses.
            _ if main == "text" => Ok(requirements::read(&text)),
            _ => Err(example()),
        },
        Value::String(text) if properties == requirements::PROPERTIES => Ok(requirements::read(&text)),
        Value::String(text) => texts(&text).into_iter().map(from_text).collect(),
        _ => Err(example()),
    };
    members.map(Value::Array)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(kind: ColumnKind) -> Column {
        Column::new("column", kind, &[])
    }

    fn reads(kind: ColumnKind, cell: Value) -> Value {
        read(&column(kind), cell.clone()).unwrap_or_else(|error| panic!("{cell}: {error}")).unwrap_or(Value::Null)
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (cell, number) in [
            ("1,200,000", 1_200_000.0),
            ("1200,50", 1200.5),
            (" 12 000 ", 12_000.0),
            ("１２．５", 12.5),
            ("١٬٢٠٠٫٥", 1200.5),
            ("۱۲", 12.0),
            ("1,234.5", 1234.5),
            ("-3", -3.0),
        ] {
            assert_eq!(reads(ColumnKind::Number, json!(cell)).as_f64(), Some(number), "{cell}");
        }
        for cell in ["12万元", "1,2,3", "NaN", "inf", "about 3"] {
            assert!(read(&column(ColumnKind::Number), json!(cell)).is_err(), "{cell}");
        }
        for (cell, whole) in [(json!("TRL 8"), 8), (json!("8级"), 8), (json!(2015.0), 2015), (json!("2015年"), 2015)]
        {
            assert_eq!(reads(ColumnKind::Integer, cell), json!(whole));
        }
        assert!(read(&column(ColumnKind::Integer), json!("7.5")).is_err());
    }

    #[test]
    fn dates_are_read_year_first_and_never_guessed() {
        for cell in [
            json!("2026-01-05"),
            json!("2026/1/5"),
            json!("2026年1月5日"),
            json!("2026.01.05"),
            json!("20260105"),
            json!("2026-01-05T00:00:00"),
            json!(46027),
        ] {
            assert_eq!(reads(ColumnKind::Date, cell.clone()), json!("2026-01-05"), "{cell}");
        }
        for cell in ["05/01/2026", "2026-13-01", "2026年1月", "soon"] {
            assert!(read(&column(ColumnKind::Date), json!(cell)).is_err(), "{cell}");
        }
    }

    #[test]
    fn lists_are_split_where_it_is_plain_to_see() {
        let list = |cell: &str| reads(ColumnKind::List, json!(cell));
        assert_eq!(list("滴灌;节水；光伏"), json!(["滴灌", "节水", "光伏"]));
        assert_eq!(list("滴灌、节水"), json!(["滴灌", "节水"]));
        assert_eq!(list("water, clean;drip"), json!(["water, clean", "drip"]));
        assert_eq!(list("a、b;c"), json!(["a、b", "c"]));
        assert_eq!(list("water, clean"), json!(["water, clean"]));
        assert_eq!(
            reads(ColumnKind::Codes(&[]), json!("licence, sale/turnkey")),
            json!(["licence", "sale", "turnkey"])
        );
        assert_eq!(reads(ColumnKind::Integers, json!("2;6")), json!([2, 6]));
        assert_eq!(reads(ColumnKind::Integers, json!(6)), json!([6]));
    }

    #[test]
    fn objects_are_json_or_the_name_alone_where_that_says_enough() {
        const PARTIES: ColumnKind = ColumnKind::Json(&["name", "country", "role"]);
        const CONDITIONS: ColumnKind = ColumnKind::Json(&["quantity", "min", "max", "unit"]);
        assert_eq!(
            reads(PARTIES, json!("清华大学；突尼斯大学")),
            json!([{"name": "清华大学"}, {"name": "突尼斯大学"}])
        );
        assert_eq!(
            reads(CONDITIONS, json!("{\"quantity\":\"voltage\",\"min\":220}")),
            json!([{"quantity": "voltage", "min": 220}])
        );
        let refusal = read(&column(CONDITIONS), json!("220 V")).unwrap_err();
        assert!(refusal.contains("\"quantity\": …"), "{refusal}");
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let texts = [
            json!(["a", "b"]),
            json!(["a;b", "c"]),
            json!([" a"]),
            json!(["[x]"]),
            json!(["a、b"]),
            json!(["1", "2"]),
            json!(["a\nb"]),
        ];
        for value in texts {
            let cell = write(&column(ColumnKind::List), &value);
            assert_eq!(reads(ColumnKind::List, json!(cell)), value, "{cell}");
        }
        assert_eq!(write(&column(ColumnKind::List), &json!(["a", "b"])), "a;b");
        assert_eq!(write(&column(ColumnKind::Number), &json!(50000.0)), "50000");
    }
}
