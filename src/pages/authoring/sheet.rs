//! The form of a record: sections of fields that follow from the library's list of columns. A column that no section names
//! stands in the one for everything else.

use std::collections::HashSet;

use super::super::reader::Reader;
use super::faults::{Mistake, id_of};
use super::options::{self, Group, Sets};
use super::parts::{PartKind, QUANTITIES, family, numbers};
use super::reading::columns;
use super::templates;
use super::typed::Typed;
use crate::layout::components::SelectOption;
use crate::library::review::weight::takes_effect_at_once;
use crate::library::{Column, ColumnKind, Library};

/// Rows that are offered beyond those that are filled in.
const SPARE_ROWS: usize = 2;
/// The same, when more were asked for.
const MORE_ROWS: usize = 6;

/// Which columns stand together, in the order of the page. What is for the owner alone stands at the end by itself.
const SECTIONS: &[(&str, &[&str])] = &[
    ("what", &["lang", "title", "kind", "summary", "description", "fields", "keywords"]),
    ("worth", &["advantages", "alternative", "economic_comparison"]),
    ("asked", &["requirements"]),
    ("conditions", &["operating_conditions"]),
    ("where", &["country", "city", "target_countries", "other_countries", "countries_served"]),
    (
        "terms",
        &[
            "cooperation_modes",
            "accepted_modes",
            "services",
            "trl",
            "min_trl",
            "price_min",
            "price_max",
            "budget_min",
            "budget_max",
            "contract_value",
            "currency",
        ],
    ),
    ("rights", &["ip_status", "ip_rights", "ipc_classes"]),
    (
        "people",
        &[
            "mandate_holder",
            "end_user",
            "payer",
            "decider",
            "procurement_route",
            "decision_date",
            "deadline",
            "urgency",
            "sdgs",
        ],
    ),
    (
        "course",
        &[
            "parties",
            "year",
            "start_date",
            "end_date",
            "progress",
            "people_trained",
            "visits",
            "outcomes",
            "path",
            "lessons",
            "technology",
            "institutions",
        ],
    ),
    ("work", &["languages", "operation", "since", "grade", "grade_date"]),
    ("export", &["export_control", "export_catalogue", "export_entry", "export_screened_on"]),
    (REST, &[]),
    ("record", &["valid_until", "links", "external_id", "source", "source_reference"]),
    (CONFIDENTIAL, &[]),
];
const REST: &str = "rest";
const CONFIDENTIAL: &str = "confidential";

/// Fields that stand together.
pub struct Section {
    pub key: &'static str,
    pub title: String,
    pub lead: Option<String>,
    pub confidential: bool,
    pub fields: Vec<Field>,
}

/// A column in the form.
pub struct Field {
    pub name: &'static str,
    pub id: String,
    pub label: String,
    pub hint: Option<String>,
    pub required: bool,
    /// Its change of a published record takes effect at once.
    pub at_once: bool,
    pub control: Control,
    pub mistakes: Vec<String>,
}

impl Field {
    /// Whether it needs the whole width.
    pub fn wide(&self) -> bool {
        !matches!(self.control, Control::Line { .. } | Control::Choice { .. }) || self.name == "title"
    }
}

/// How a value is put in.
pub enum Control {
    Line {
        value: String,
        kind: &'static str,
        mode: &'static str,
        list: &'static str,
    },
    /// `focus`: the cursor goes there.
    Area {
        value: String,
        rows: usize,
        focus: bool,
    },
    Choice {
        options: Vec<SelectOption>,
        open: bool,
    },
    Ticks {
        groups: Vec<Group>,
    },
    Rows {
        rows: Vec<Vec<Cell>>,
        add: String,
    },
}

/// A property in a row of a repeating part.
pub struct Cell {
    pub name: String,
    pub id: String,
    pub label: String,
    pub control: Control,
    pub mistakes: Vec<String>,
}

/// What a form is made from.
pub struct Filling<'a> {
    pub reader: &'a Reader,
    pub sets: &'a Sets,
    pub typed: &'a Typed,
    /// The repeating part of which more rows were asked for.
    pub more: Option<&'a str>,
    /// The requirement that was just added: the cursor goes there.
    pub added: Option<usize>,
    /// Whether it is said what takes effect at once.
    pub published: bool,
}

impl Filling<'_> {
    /// The sections of a library's form.
    pub fn sections<L: Library>(&self) -> Vec<Section> {
        let t = self.reader.t();
        let named: HashSet<&str> = SECTIONS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let section = |(key, names): &(&'static str, &[&str])| {
            let mut chosen: Vec<&Column> = names
                .iter()
                .filter_map(|name| columns::<L>().find(|column| column.name == *name && column.public))
                .collect();
            match *key {
                REST => chosen.extend(columns::<L>().filter(|column| column.public && !named.contains(column.name))),
                CONFIDENTIAL => chosen.extend(columns::<L>().filter(|column| !column.public)),
                _ => {}
            }
            Section {
                key,
                title: t.code_or_self("section", key),
                lead: t.code("section-lead", key),
                confidential: *key == CONFIDENTIAL,
                fields: chosen.into_iter().map(|column| self.field::<L>(column)).collect(),
            }
        };
        SECTIONS.iter().map(section).filter(|section| !section.fields.is_empty()).collect()
    }

    fn field<L: Library>(&self, column: &Column) -> Field {
        let t = self.reader.t();
        Field {
            name: column.name,
            id: id_of(column.name),
            label: t.code_or_self("column", column.name),
            hint: t.code("hint", column.name),
            required: column.required || column.name == "title",
            at_once: self.published && takes_effect_at_once(column.name),
            control: self.control::<L>(column),
            mistakes: Vec::new(),
        }
    }

    fn control<L: Library>(&self, column: &Column) -> Control {
        let value = self.typed.first(column.name).to_owned();
        let chosen: Vec<&str> = self.typed.all(column.name).collect();
        let family = family(L::KIND, column.name);
        match column.kind {
            ColumnKind::Text => line(value, "text", ""),
            ColumnKind::Integer => line(value, "text", "numeric"),
            ColumnKind::Number => line(value, "text", "decimal"),
            ColumnKind::Date => line(value, "date", ""),
            ColumnKind::LongText => area(value, if column.name == "description" { 9 } else { 4 }),
            ColumnKind::List => area(value, 3),
            ColumnKind::Language => Control::Choice { options: options::languages(self.reader, &value), open: true },
            ColumnKind::Country => Control::Choice { options: self.sets.countries(self.reader, &value), open: true },
            ColumnKind::Code(codes) => Control::Choice {
                options: options::codes(self.reader, family, codes.iter().copied(), &chosen),
                open: true,
            },
            ColumnKind::Countries => Control::Ticks { groups: self.sets.countries_by_region(self.reader, &chosen) },
            ColumnKind::Fields => Control::Ticks { groups: self.sets.fields(self.reader, &chosen) },
            ColumnKind::Codes(codes) => {
                let ticks = options::codes(self.reader, family, codes.iter().copied(), &chosen);
                Control::Ticks { groups: options::alone(ticks) }
            }
            ColumnKind::Integers => match numbers(column.name) {
                Some(numbers) => {
                    let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
                    let ticks = options::codes(self.reader, family, numbers.iter().map(String::as_str), &chosen);
                    Control::Ticks { groups: options::alone(ticks) }
                }
                None => line(chosen.join("; "), "text", ""),
            },
            ColumnKind::Json(properties) => self.rows(column, properties),
        }
    }

    fn rows(&self, column: &Column, properties: &[&'static str]) -> Control {
        let spare = if self.more == Some(column.name) { MORE_ROWS } else { SPARE_ROWS };
        let rows = (0..self.typed.rows(column) + spare)
            .map(|row| properties.iter().map(|property| self.cell(column, row, property)).collect());
        Control::Rows { rows: rows.collect(), add: self.reader.t().code_or_self("add", column.name) }
    }

    fn cell(&self, column: &Column, row: usize, property: &'static str) -> Cell {
        let name = format!("{}/{row}/{property}", column.name);
        let value = self.typed.first(&name).to_owned();
        let control = match PartKind::of(column.name, property) {
            PartKind::Line => line(value, "text", ""),
            PartKind::Quantity => Control::Line { value, kind: "text", mode: "", list: "quantities" },
            PartKind::Number => line(value, "text", "decimal"),
            PartKind::Area => {
                let focus = column.name == templates::COLUMN && self.added == Some(row);
                Control::Area { value, rows: 2, focus }
            }
            PartKind::Country => Control::Choice { options: self.sets.countries(self.reader, &value), open: true },
            PartKind::Code(codes, family) => Control::Choice {
                options: options::codes(self.reader, family, codes.iter().copied(), &[value.as_str()]),
                open: false,
            },
        };
        let label = self.reader.t().code_or_self("part", property);
        Cell { id: id_of(&name), name, label, control, mistakes: Vec::new() }
    }
}

fn line(value: String, kind: &'static str, mode: &'static str) -> Control {
    Control::Line { value, kind, mode, list: "" }
}

/// Text of any length, in so many lines.
pub fn area(value: String, rows: usize) -> Control {
    Control::Area { value, rows, focus: false }
}

/// Known quantities by their names, for the list that a browser offers.
pub fn quantities(reader: &Reader) -> Vec<SelectOption> {
    options::codes(reader, "quantity", QUANTITIES.iter().copied(), &[])
}

/// The ids of all controls.
pub fn controls(sections: &[Section]) -> Vec<String> {
    let fields = sections.iter().flat_map(|section| &section.fields);
    let mut ids = Vec::new();
    for field in fields {
        ids.push(field.id.clone());
        if let Control::Rows { rows, .. } = &field.control {
            ids.extend(rows.iter().flatten().map(|cell| cell.id.clone()));
        }
    }
    ids
}

/// Puts what is wrong where it belongs.
pub fn mark(sections: &mut [Section], mistakes: &[Mistake]) {
    let of = |id: &str| -> Vec<String> {
        mistakes.iter().filter(|mistake| mistake.anchor == id).map(|mistake| mistake.text.clone()).collect()
    };
    for field in sections.iter_mut().flat_map(|section| &mut section.fields) {
        field.mistakes = of(&field.id);
        if let Control::Rows { rows, .. } = &mut field.control {
            rows.iter_mut().flatten().for_each(|cell| cell.mistakes = of(&cell.id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Lang, Locale};
    use crate::library::{Demands, Institutions, Results, Technologies};

    fn all() -> Vec<&'static Column> {
        let each = [columns::<Technologies>().collect::<Vec<_>>(), columns::<Demands>().collect()];
        each.into_iter().flatten().chain(columns::<Results>()).chain(columns::<Institutions>()).collect()
    }

    #[test]
    fn no_column_stands_in_two_sections() {
        let named: Vec<&str> = SECTIONS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let distinct: HashSet<&str> = named.iter().copied().collect();
        assert_eq!(named.len(), distinct.len());
        let known: HashSet<&str> = all().iter().map(|column| column.name).collect();
        assert!(distinct.is_subset(&known), "{:?}", distinct.difference(&known));
    }

    #[test]
    fn every_column_and_every_part_has_a_name() {
        for t in [Lang::En, Lang::Zh].map(Locale::new) {
            for column in all() {
                assert!(t.code("column", column.name).is_some(), "column-{}", column.name);
                let ColumnKind::Json(properties) = column.kind else { continue };
                assert!(t.code("add", column.name).is_some(), "add-{}", column.name);
                for property in properties {
                    assert!(t.code("part", property).is_some(), "part-{property}");
                }
            }
        }
    }
}
