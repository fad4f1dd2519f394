//! What is wrong with a row of a file, in the reader's language, with what can be chosen instead.

use serde_json::{Value, json};

use super::columns::shortened;
use crate::layout::Locale;
use crate::layout::components::SelectOption;
use crate::library::files::cell;
use crate::library::files::mapping::{Mapping, Meaning};
use crate::library::files::row::{BadRow, Problem};
use crate::library::parse::parse_body;
use crate::library::validate::FieldCode;
use crate::library::{Column, ColumnKind, Library};
use crate::pages::authoring::faults::reason;
use crate::pages::authoring::parts::family;
use crate::uploads::Upload;

/// A row that may not go in.
pub(super) struct Faulty {
    pub line: u64,
    pub title: String,
    pub problems: Vec<Fault>,
    /// The line itself where it could not be taken apart.
    pub raw: Option<String>,
}

pub(super) struct Fault {
    pub column: Option<String>,
    pub reason: String,
    /// What the reason does not say, in English.
    pub detail: Option<String>,
    /// What stands in the cell now, where it can be mended.
    pub value: String,
    pub long: bool,
    /// What it can be instead, where that is a short list.
    pub choices: Vec<SelectOption>,
    /// More than one of these.
    pub several: bool,
}

/// What the columns of a file mean.
pub(super) struct Meanings<L: Library> {
    mapping: Option<Mapping>,
    library: std::marker::PhantomData<L>,
}

impl<L: Library> Meanings<L> {
    pub(super) fn of(upload: &Upload) -> Self {
        let choices = upload.choices.as_ref();
        let mapping = choices.and_then(|choices| Mapping::new::<L>(&choices.columns, &choices.ignored).ok());
        Self { mapping, library: std::marker::PhantomData }
    }

    fn column(&self, theirs: &str) -> Option<&'static Column> {
        match self.mapping.as_ref()?.meaning(theirs) {
            Meaning::Column(column) | Meaning::ProgressOrStatus(column) => Some(column),
            Meaning::ReadOver | Meaning::Unknown => L::COLUMNS.iter().find(|column| column.name == theirs),
        }
    }

    /// The codes that a cell holds already, by whatever names.
    fn held(column: &Column, value: &str) -> Vec<String> {
        let members = match cell::read(column, Value::from(value)) {
            Ok(Some(Value::Array(members))) => members,
            Ok(Some(single)) => vec![single],
            _ => Vec::new(),
        };
        let code = |member: &Value| {
            let alone = if column.kind.is_list() { json!([member]) } else { member.clone() };
            let body = serde_json::to_value(parse_body::<L>(json!({ column.name: alone })).ok()?).ok()?;
            let held = body.get(column.name)?;
            held.as_str().or_else(|| held.get(0)?.as_str()).map(str::to_owned)
        };
        members.iter().filter_map(code).collect()
    }
}

pub(super) fn faulty<L: Library>(t: Locale, meanings: &Meanings<L>, row: &BadRow) -> Faulty {
    // What the row is known by: its title, or else its first text that is not short.
    let named = |name: &str| meanings.column(name).is_some_and(|column| column.name == "title");
    let text =
        |(_, value): &'_ (_, Value)| value.as_str().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let texts: Vec<String> = row.values.iter().filter_map(text).collect();
    let title = row.values.iter().filter(|(name, _)| named(name)).find_map(text);
    let title = title.or_else(|| texts.iter().find(|text| text.chars().count() > 3).or(texts.first()).cloned());
    // One cell is mended once, whatever is wrong with it.
    let mut problems: Vec<Fault> = Vec::new();
    for problem in &row.problems {
        let next = fault(t, meanings, row, problem);
        match problems.iter_mut().find(|known| known.column.is_some() && known.column == next.column) {
            Some(known) if known.reason == next.reason => {}
            Some(known) => known.reason = format!("{} {}", known.reason, next.reason),
            None => problems.push(next),
        }
    }
    let title = title.map(|title| shortened(&title)).unwrap_or_default();
    Faulty { line: row.line, title, problems, raw: row.raw.as_deref().map(shortened) }
}

fn fault<L: Library>(t: Locale, meanings: &Meanings<L>, row: &BadRow, problem: &Problem) -> Fault {
    let value = row.values.iter().find(|(name, _)| problem.column.as_deref() == Some(name));
    let value = match value.map(|(_, value)| value) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    // A row that could not be taken apart has no cells.
    let theirs = problem.column.clone().filter(|_| row.raw.is_none());
    let column = theirs.as_deref().and_then(|name| meanings.column(name));
    let kind = column.map(|column| column.kind);
    let code = match (problem.code, kind) {
        (FieldCode::Invalid, Some(ColumnKind::Date)) => "no_date",
        (FieldCode::Invalid, Some(ColumnKind::Integer | ColumnKind::Integers)) => "no_integer",
        (FieldCode::Invalid, Some(ColumnKind::Number)) => "no_number",
        (code, _) => code.as_str(),
    };
    let detail = without_place(&problem.detail);
    let told = if problem.code == FieldCode::Invalid && code == "invalid" { None } else { reason(t, code, detail) };
    let (reason, detail) = match told {
        Some(reason) => (with_culprit(reason, detail, &value), None),
        None => (t.code_or_self("import-fault", code), Some(detail.to_owned())),
    };
    let (choices, several) = match (column, problem.code) {
        (Some(column), FieldCode::UnknownCode) => choices::<L>(t, column, &value),
        _ => (Vec::new(), false),
    };
    Fault {
        column: theirs,
        reason,
        detail,
        long: value.contains('\n') || value.chars().count() > 60,
        value,
        choices,
        several,
    }
}

/// A reason with the member of a list that it is about.
fn with_culprit(reason: String, detail: &str, value: &str) -> String {
    match detail.split('`').nth(1) {
        Some(culprit) if culprit != value.trim() && value.contains(culprit) => format!("{culprit}: {reason}"),
        _ => reason,
    }
}

fn choices<L: Library>(t: Locale, column: &Column, value: &str) -> (Vec<SelectOption>, bool) {
    let (codes, several) = match column.kind {
        ColumnKind::Code(codes) => (codes, false),
        ColumnKind::Codes(codes) => (codes, true),
        _ => return (Vec::new(), false),
    };
    let held = Meanings::<L>::held(column, value);
    let named = |code: &&str| SelectOption {
        value: (*code).to_owned(),
        label: t.code_or_self(family(L::KIND, column.name), code),
        selected: held.iter().any(|one| one == code),
    };
    (codes.iter().map(named).collect(), several)
}

/// A finding about a member of a list without its place there, which nobody counts in a cell.
fn without_place(detail: &str) -> &str {
    match detail.split_once(": ") {
        Some((place, rest)) if place.parse::<usize>().is_ok() => rest,
        _ => detail,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Technologies;

    #[test]
    fn what_a_list_holds_already_stays_ticked_under_any_of_its_names() {
        let modes = Technologies::COLUMNS.iter().find(|column| column.name == "cooperation_modes").unwrap();
        assert_eq!(Meanings::<Technologies>::held(modes, "许可；租借；joint-venture"), ["licence", "joint_venture"]);
    }

    #[test]
    fn the_member_that_is_wrong_is_named_where_there_are_others() {
        assert_eq!(with_culprit("No.".to_owned(), "`x` is not a field of the taxonomy", "energy; x"), "x: No.");
        assert_eq!(with_culprit("No.".to_owned(), "`x` is not a field of the taxonomy", "x"), "No.");
    }

    #[test]
    fn the_place_within_a_cell_is_left_out() {
        assert_eq!(without_place("2: `x` is not one of a, b"), "`x` is not one of a, b");
        assert_eq!(without_place("must be text"), "must be text");
    }
}
