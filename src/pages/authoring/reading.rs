//! From the fields of a form to the columns of a record, by the kind of each column, as files are read. What was not
//! touched stays exactly as it is stored, whatever a browser makes of its spaces and line ends.

use serde_json::{Map, Value};

use super::parts::PartKind;
use super::translated;
use super::typed::{Typed, list};
use crate::error::Fault;
use crate::library::files::cell;
use crate::library::parse::parse_readable;
use crate::library::validate::FieldCode;
use crate::library::vocabulary::Vocabulary;
use crate::library::{Body, Column, ColumnKind, Library};

/// Columns that are no fields of their own: translations stand together below them (`translated`).
const ELSEWHERE: &[&str] = &["translations"];

/// The columns of a library's form.
pub fn columns<L: Library>() -> impl Iterator<Item = &'static Column> {
    L::COLUMNS.iter().filter(|column| !ELSEWHERE.contains(&column.name))
}

/// What was read.
pub struct Reading<L: Library> {
    /// Without the values that could not be read.
    pub body: L::Body,
    pub faults: Vec<Fault>,
    /// Languages whose translation was emptied.
    pub emptied: Vec<&'static str>,
}

impl<L: Library> Reading<L> {
    /// What keeps the body from being stored even as a draft.
    pub fn malformed(&self) -> bool {
        self.faults.iter().any(|fault| fault.code != FieldCode::Required.as_str())
    }
}

/// Reads a form; `stored` is what it was filled from.
pub fn read<L: Library>(typed: &Typed, stored: &Map<String, Value>, vocabulary: &Vocabulary) -> Reading<L> {
    let shown = Typed::of(stored, L::COLUMNS);
    let (mut values, mut faults) = (Map::new(), Vec::new());
    for column in columns::<L>() {
        let value = if typed.says_the_same(&shown, column) {
            stored.get(column.name).cloned()
        } else {
            self::value(typed, column, &mut faults)
        };
        values.extend(value.map(|value| (column.name.to_owned(), value)));
    }
    let (mut body, unread) = parse_readable::<L>(Value::Object(values));
    faults.extend(unread.into_iter().map(|one| Fault::field(one.pointer, one.code.as_str(), one.detail)));
    let (translations, emptied) = translated::read(typed, stored);
    *body.common_mut().translations = translations;
    L::normalise(&mut body, vocabulary);
    // A value that could not be read is missing from the body; what follows from that was said already.
    let said: Vec<String> = faults.iter().filter_map(|one| one.pointer.clone()).collect();
    let invalid = L::validate(&body, vocabulary).into_iter();
    let invalid = invalid.filter(|one| !said.iter().any(|place| one.follows_from(place)));
    let invalid = invalid.map(|one| Fault::field(one.pointer, one.code.as_str(), one.detail));
    faults.extend(invalid.map(|one| translated::in_its_field(one, body.common().translations)));
    Reading { body, faults, emptied }
}

/// The column that a JSON Pointer leads into.
pub fn column_of(pointer: &str) -> &str {
    pointer.split('/').nth(1).unwrap_or_default()
}

fn value(typed: &Typed, column: &Column, faults: &mut Vec<Fault>) -> Option<Value> {
    let read = match column.kind {
        ColumnKind::Json(properties) => return rows(typed, column, properties, faults),
        ColumnKind::List => list(column, typed.first(column.name)),
        kind if kind.is_list() => {
            let chosen: Vec<&str> = typed.all(column.name).filter(|value| !value.trim().is_empty()).collect();
            cell::read(column, Value::from(chosen))
        }
        _ => cell::read(column, Value::from(typed.first(column.name))),
    };
    kept(read, &format!("/{}", column.name), column.kind, faults)
}

fn rows(typed: &Typed, column: &Column, properties: &[&'static str], faults: &mut Vec<Fault>) -> Option<Value> {
    let row = |row: usize| {
        let mut cells = Map::new();
        for property in properties {
            let place = format!("{}/{row}/{property}", column.name);
            let kind = match PartKind::of(column.name, property) {
                PartKind::Number => ColumnKind::Number,
                PartKind::Country => ColumnKind::Country,
                _ => ColumnKind::Text,
            };
            let read = cell::read(&Column::new(property, kind, &[]), Value::from(typed.first(&place)));
            let value = kept(read, &format!("/{place}"), kind, faults);
            cells.extend(value.map(|value| ((*property).to_owned(), value)));
        }
        Value::Object(cells)
    };
    let rows: Vec<Value> = (0..typed.rows(column)).map(row).collect();
    (!rows.is_empty()).then(|| Value::from(rows))
}

fn kept(
    read: Result<Option<Value>, String>,
    pointer: &str,
    kind: ColumnKind,
    faults: &mut Vec<Fault>,
) -> Option<Value> {
    let code = match kind {
        ColumnKind::Integer | ColumnKind::Integers => "no_integer",
        ColumnKind::Number => "no_number",
        ColumnKind::Date => "no_date",
        _ => FieldCode::WrongType.as_str(),
    };
    read.unwrap_or_else(|detail| {
        faults.push(Fault::field(pointer, code, detail));
        None
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::library::store::rows::body_columns;
    use crate::library::{Demand, Demands, Institutions, Results, Technologies, parse_body};

    fn stored<L: Library>(value: Value) -> Map<String, Value> {
        body_columns(&parse_body::<L>(value).unwrap()).unwrap()
    }

    fn reads<L: Library>(value: Value) -> Reading<L> {
        let typed = Typed::of(&stored::<L>(value), L::COLUMNS);
        read::<L>(&typed, &Map::new(), &Vocabulary::seeded())
    }

    #[test]
    fn what_a_form_shows_of_a_record_reads_back_as_the_record() {
        let demand = json!({"title": "ري", "lang": "ar", "description": "a\n\nb", "fields": ["agriculture", "ict.ai"],
            "country": "EG", "keywords": ["a;b", "c"], "budget_min": 1000.5, "currency": "USD", "sdgs": [2, 6],
            "deadline": "2027-12-31", "urgency": "high", "min_trl": 7, "accepted_modes": ["sale", "joint_rd"],
            "requirements": [{"text": "x\ny", "priority": "must"}, {"text": "z", "priority": "may"}],
            "operating_conditions": [{"quantity": "voltage", "min": 220.0, "unit": "V"}]});
        let read = reads::<Demands>(demand.clone());
        assert_eq!(read.faults, []);
        assert_eq!(read.body, serde_json::from_value::<Demand>(demand).unwrap());
    }

    /// Every property of every repeating part can be filled in: a new one whose kind is not told is found here.
    #[test]
    fn every_part_of_every_library_can_be_filled_in() {
        fn check<L: Library>() {
            let mut typed = Typed::default();
            typed.put("title", "a title");
            typed.put("country", "EG");
            for column in columns::<L>() {
                let ColumnKind::Json(properties) = column.kind else { continue };
                for property in properties {
                    let value = match PartKind::of(column.name, property) {
                        PartKind::Number => "12",
                        PartKind::Country => "EG",
                        PartKind::Code(codes, _) => codes[0],
                        _ => "text",
                    };
                    typed.put(&format!("{}/0/{property}", column.name), value);
                }
            }
            let read = read::<L>(&typed, &Map::new(), &Vocabulary::seeded());
            assert_eq!(read.faults, [], "{}", L::KIND);
            let stored = body_columns(&read.body).unwrap();
            for column in columns::<L>().filter(|column| matches!(column.kind, ColumnKind::Json(_))) {
                assert_eq!(stored[column.name].as_array().unwrap().len(), 1, "{}", column.name);
            }
        }
        check::<Technologies>();
        check::<Demands>();
        check::<Results>();
        check::<Institutions>();
    }

    #[test]
    fn what_was_not_touched_stays_as_it_is_stored() {
        let odd =
            json!({"title": "a", "description": "one\r\ntwo", "country": "EG", "links": ["https://a.example/;b"]});
        let stored = stored::<Demands>(odd);
        let mut typed = Typed::of(&stored, Demands::COLUMNS).tidied(Demands::COLUMNS);
        let unchanged = read::<Demands>(&typed, &stored, &Vocabulary::seeded());
        assert_eq!(unchanged.body.links, ["https://a.example/;b"]);
        typed.put("urgency", "high");
        let changed = read::<Demands>(&typed, &stored, &Vocabulary::seeded()).body;
        assert_eq!(changed.urgency.map(|urgency| urgency.as_str()), Some("high"));
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_place_once() {
        let mut typed = Typed::default();
        for (name, value) in [
            ("title", "x"),
            ("budget_min", "12万元"),
            ("deadline", "soon"),
            ("urgency", "perhaps"),
            ("min_trl", "12"),
            ("country", "XX"),
            ("operating_conditions/0/quantity", "voltage"),
            ("operating_conditions/0/min", "much"),
            ("operating_conditions/1/min", "9"),
        ] {
            typed.put(name, value);
        }
        let read = read::<Demands>(&typed, &Map::new(), &Vocabulary::seeded());
        let found: Vec<(&str, &str)> =
            read.faults.iter().map(|one| (one.pointer.as_deref().unwrap(), one.code.as_str())).collect();
        let expected = [
            ("/deadline", "no_date"),
            ("/operating_conditions/0/min", "no_number"),
            ("/budget_min", "no_number"),
            ("/urgency", "unknown_code"),
            ("/country", "unknown_country"),
            ("/operating_conditions/1/quantity", "required"),
            ("/min_trl", "out_of_range"),
        ];
        assert_eq!(found, expected);
        assert!(read.malformed());
    }
}
