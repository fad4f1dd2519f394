//! Tests that a file loses nothing: whatever a record holds, written to each format and read back it is the same.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::convert::{Converter, Portion};
use super::export::{ExportFile, WriteRecords, sheet_columns};
use super::input::{Content, Format, Input, ReadAs};
use super::mapping::Mapping;
use super::write_csv::CsvWriter;
use super::write_xlsx::XlsxWriter;
use crate::library::vocabulary::Vocabulary;
use crate::library::{Column, ColumnKind, Demands, Institutions, Library, Results, Technologies};

/// Texts that files are bad at: separators, quotes, formulas, line ends, brackets, other scripts, control characters.
fn text() -> impl Strategy<Value = String> {
    let awkward = prop::sample::select(vec![
        ";",
        "；",
        "、",
        "，",
        "|",
        ",",
        "\"",
        "'",
        "''",
        "=",
        "+",
        "-",
        "@",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "[",
        "]",
        "{\"a\":1}",
        "must: ",
        "可选：",
        ": ",
        " ",
        "\u{3000}",
        "_x0041_",
        "\u{1}",
        "\u{FEFF}",
        "\u{FFFD}",
        "滴灌",
        "نظام الري",
        "E\u{301}",
        "😀",
        "0012",
        "1e5",
        "2026-01-05",
        "TRUE",
        "null",
        "a",
        "sep=;",
        "<b>&amp;",
        "\u{202E}",
    ]);
    prop::collection::vec(awkward, 1..6).prop_map(|parts| parts.concat())
}

/// A text with something to see in it.
fn visible() -> impl Strategy<Value = String> {
    text().prop_map(|text| text + "x")
}

fn code(codes: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(codes.to_vec()).prop_map(str::to_owned)
}

fn day() -> impl Strategy<Value = Value> {
    (1990..2100_i32, 1..=12_u32, 1..=28_u32).prop_map(|(year, month, day)| json!(format!("{year}-{month:02}-{day:02}")))
}

/// Numbers as people know them, of up to fifteen digits; JSON readers are exact to that.
fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![(0..1_000_000_000_u64).prop_map(|cents| cents as f64 / 100.0), Just(0.0), Just(1e15)]
}

fn list<S: Strategy<Value = V> + 'static, V: Into<Value> + std::fmt::Debug + 'static>(
    member: S,
) -> BoxedStrategy<Value> {
    prop::collection::vec(member.prop_map(Into::into), 0..4).prop_map(Value::Array).boxed()
}

fn object(properties: &'static [&'static str]) -> BoxedStrategy<Value> {
    let property = |name: &&'static str| -> BoxedStrategy<(String, Value)> {
        let name = *name;
        let value: BoxedStrategy<Value> = match name {
            "priority" => code(&["must", "should", "may"]).prop_map(Value::from).boxed(),
            "origin" => code(&["human", "machine"]).prop_map(Value::from).boxed(),
            "kind" => code(&["patent", "know_how"]).prop_map(Value::from).boxed(),
            "lang" => code(&["fr", "ar", "pt-BR"]).prop_map(Value::from).boxed(),
            "country" => code(&["EG", "TN"]).prop_map(Value::from).boxed(),
            "min" => amount().prop_map(|least| json!(-least)).boxed(),
            "max" | "value" => amount().prop_map(Value::from).boxed(),
            _ => visible().prop_map(Value::from).boxed(),
        };
        value.prop_map(move |value| (name.to_owned(), value)).boxed()
    };
    let properties: Vec<_> = properties.iter().map(property).collect();
    properties.prop_map(|pairs| Value::Object(pairs.into_iter().collect())).boxed()
}

fn value(column: &Column) -> BoxedStrategy<Value> {
    match (column.name, column.kind) {
        ("currency", _) => code(&["CNY", "USD"]).prop_map(Value::from).boxed(),
        ("links", _) => list(visible().prop_map(|text| format!("https://x.example/{text}"))),
        ("languages", _) => list(code(&["zh", "ar", "pt-BR"])),
        ("trl" | "min_trl", _) => (1..=9).prop_map(Value::from).boxed(),
        ("year" | "since", _) => (1900..2200).prop_map(Value::from).boxed(),
        ("price_min" | "budget_min", _) => Just(json!(0.5)).boxed(),
        ("price_max" | "budget_max", _) => amount().prop_map(|most| json!(most + 1.0)).boxed(),
        ("start_date", _) => Just(json!("1980-02-29")).boxed(),
        (_, ColumnKind::Text | ColumnKind::LongText) => visible().prop_map(Value::from).boxed(),
        (_, ColumnKind::Language) => code(&["zh", "en", "es", "zh-Hant"]).prop_map(Value::from).boxed(),
        (_, ColumnKind::Country) => code(&["CN", "EG", "NA"]).prop_map(Value::from).boxed(),
        (_, ColumnKind::Countries) => list(code(&["CN", "EG", "NA"])),
        (_, ColumnKind::Fields) => list(code(&["agriculture", "ict", "health"])),
        (_, ColumnKind::Code(codes)) => code(codes).prop_map(Value::from).boxed(),
        (_, ColumnKind::Codes(codes)) => list(code(codes)),
        (_, ColumnKind::List) => list(visible()),
        (_, ColumnKind::Integer) => (0..i32::MAX).prop_map(Value::from).boxed(),
        (_, ColumnKind::Integers) => list(1..=17),
        (_, ColumnKind::Number) => amount().prop_map(Value::from).boxed(),
        (_, ColumnKind::Date) => day().boxed(),
        // One translation: two in one language are refused.
        (_, ColumnKind::Json(properties)) if column.name == "translations" => {
            object(properties).prop_map(|one| json!([one])).boxed()
        }
        (_, ColumnKind::Json(properties)) => list(object(properties)),
    }
}

/// Any record of library `L` that is valid.
fn body<L: Library>() -> BoxedStrategy<L::Body> {
    let columns: Vec<BoxedStrategy<Option<(String, Value)>>> = L::COLUMNS
        .iter()
        .map(|column| {
            let pair = value(column).prop_map(|value| (column.name.to_owned(), value));
            if column.required || column.name == "title" {
                pair.prop_map(Some).boxed()
            } else {
                prop::option::of(pair).boxed()
            }
        })
        .collect();
    columns
        .prop_map(|pairs| {
            let mut columns: Map<String, Value> = pairs.into_iter().flatten().collect();
            // A language that is detected may be that of the translation, which is refused.
            if columns.contains_key("translations") {
                columns.entry("lang").or_insert_with(|| Value::from("zh"));
            }
            let mut body: L::Body = serde_json::from_value(Value::Object(columns)).unwrap();
            L::normalise(&mut body, &Vocabulary::default());
            let errors = L::validate(&body, &Vocabulary::default());
            assert!(errors.is_empty(), "{errors:?}");
            body
        })
        .boxed()
}

fn written<L: Library>(format: Format, bodies: &[L::Body]) -> Vec<u8> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    let columns = sheet_columns::<L>(&ExportFile::default());
    let records = bodies.iter().map(|body| match serde_json::to_value(body).unwrap() {
        Value::Object(columns) => columns,
        _ => Map::new(),
    });
    let mut writer: Box<dyn WriteRecords> = match format {
        Format::JsonLines => {
            use std::io::Write;
            for record in records {
                writeln!(file, "{}", Value::Object(record)).unwrap();
            }
            return std::fs::read(file.path()).unwrap();
        }
        Format::Csv => Box::new(CsvWriter::new(file.reopen().unwrap(), columns).unwrap()),
        Format::Xlsx => Box::new(XlsxWriter::new(file.reopen().unwrap(), columns, "sheet").unwrap()),
    };
    for record in records {
        writer.record(&record).unwrap();
    }
    writer.finish().unwrap();
    std::fs::read(file.path()).unwrap()
}

fn read<L: Library>(format: Format, file: Vec<u8>) -> Vec<L::Body> {
    let input = Input { name: "test".to_owned(), format, content: Content::Memory(file.into()) };
    let (mapping, vocabulary) = (Mapping::new::<L>(&[], &[]).unwrap(), Vocabulary::default());
    let mut bodies = Vec::new();
    let pass_on = |portion: Portion<L>| {
        assert!(portion.bad.is_empty(), "{:?}", portion.bad);
        bodies.extend(portion.good.into_iter().map(|good| good.body));
        true
    };
    let mut converter = Converter::<L, _>::new(&mapping, &vocabulary, &[], pass_on);
    let outcome = input.read(&ReadAs::default(), &Arc::new(AtomicU64::new(0)), &mut converter);
    converter.finish(outcome).unwrap();
    bodies
}

fn comes_back<L: Library>(bodies: &[L::Body]) {
    for format in [Format::JsonLines, Format::Csv, Format::Xlsx] {
        let back = read::<L>(format, written::<L>(format, bodies));
        assert_eq!(back.len(), bodies.len(), "{format:?}");
        for (back, body) in back.iter().zip(bodies) {
            assert_eq!(back, body, "{format:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn technologies_come_back_as_they_went(bodies in prop::collection::vec(body::<Technologies>(), 1..4)) {
        comes_back::<Technologies>(&bodies);
    }

    #[test]
    fn demands_come_back_as_they_went(bodies in prop::collection::vec(body::<Demands>(), 1..4)) {
        comes_back::<Demands>(&bodies);
    }

    #[test]
    fn results_come_back_as_they_went(bodies in prop::collection::vec(body::<Results>(), 1..4)) {
        comes_back::<Results>(&bodies);
    }

    #[test]
    fn institutions_come_back_as_they_went(bodies in prop::collection::vec(body::<Institutions>(), 1..4)) {
        comes_back::<Institutions>(&bodies);
    }
}
