//! Requirements that are often asked for in a field, to be added to a demand by a button: `…` stands where the author fills
//! something in. Which belongs to which field is said here; the texts are `template-…` in `locales/`.

use sea_orm::{ConnectionTrait, DbErr};

use super::super::reader::Reader;
use super::typed::Typed;
use crate::layout::{Lang, Locale};
use crate::library::fields::{self, Field};
use crate::library::{Library, LibraryKind, Priority};

/// The column they are for.
pub const COLUMN: &str = "requirements";

/// A requirement to be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    pub code: &'static str,
    pub priority: Priority,
}

const fn must(code: &'static str) -> Template {
    Template { code, priority: Priority::Must }
}

const fn should(code: &'static str) -> Template {
    Template { code, priority: Priority::Should }
}

// Of several fields.
const POWER: Template = must("power");
const CLIMATE: Template = must("climate");
const STANDARD: Template = must("standard");
const SPARES: Template = should("spares");
const TRAINING: Template = should("training");

/// Every field of the first level with its templates.
pub const FIELDS: &[(&str, &[Template])] = &[
    (
        "agriculture",
        &[
            must("agriculture-area"),
            must("agriculture-water"),
            should("agriculture-salinity"),
            should("agriculture-yield"),
            POWER,
            TRAINING,
        ],
    ),
    (
        "energy",
        &[must("energy-output"), must("energy-grid"), should("energy-storage"), should("energy-cost"), CLIMATE, SPARES],
    ),
    (
        "transport",
        &[must("transport-capacity"), must("transport-axle"), should("transport-range"), STANDARD, CLIMATE, SPARES],
    ),
    (
        "ict",
        &[
            must("ict-users"),
            must("ict-languages"),
            must("ict-data"),
            should("ict-bandwidth"),
            should("ict-interfaces"),
            TRAINING,
        ],
    ),
    (
        "resources",
        &[
            must("water-capacity"),
            must("water-salinity"),
            must("resources-feed"),
            should("resources-recovery"),
            must("resources-residues"),
            POWER,
        ],
    ),
    (
        "environment",
        &[
            must("environment-flow"),
            must("environment-inflow"),
            must("environment-limits"),
            should("environment-energy"),
            should("environment-monitoring"),
            TRAINING,
        ],
    ),
    (
        "ocean",
        &[
            must("ocean-depth"),
            must("ocean-sea"),
            must("ocean-endurance"),
            should("ocean-corrosion"),
            should("ocean-data"),
            SPARES,
        ],
    ),
    (
        "manufacturing",
        &[
            must("manufacturing-throughput"),
            must("manufacturing-tolerance"),
            should("manufacturing-floor"),
            should("manufacturing-local"),
            POWER,
            TRAINING,
        ],
    ),
    (
        "materials",
        &[
            must("materials-strength"),
            must("materials-purity"),
            must("materials-quantity"),
            should("materials-life"),
            STANDARD,
        ],
    ),
    (
        "aerospace",
        &[
            must("aerospace-resolution"),
            must("aerospace-revisit"),
            must("aerospace-payload"),
            should("aerospace-wind"),
            must("aerospace-permit"),
            TRAINING,
        ],
    ),
    (
        "health",
        &[
            must("health-patients"),
            must("health-accuracy"),
            must("health-registration"),
            should("health-storage"),
            should("health-evidence"),
            TRAINING,
        ],
    ),
    (
        "disaster",
        &[
            must("disaster-coverage"),
            must("disaster-warning"),
            should("disaster-false"),
            must("disaster-blackout"),
            should("disaster-deployment"),
            TRAINING,
        ],
    ),
];

/// The templates that a form offers.
pub struct Offered {
    /// What they are for, in words.
    pub title: String,
    /// The language they are written in: that of the demand.
    pub lang: &'static str,
    pub groups: Vec<Group>,
    /// Whether the groups are those of fields that were chosen.
    pub is_narrow: bool,
}

/// Those of a field.
pub struct Group {
    pub label: String,
    pub lines: Vec<Line>,
}

/// One button.
pub struct Line {
    pub code: &'static str,
    pub text: String,
    pub priority: &'static str,
    /// The priority in the reader's words.
    pub weighs: String,
}

/// What is offered in a library's form: the templates of the fields that are chosen, or of all where none is.
///
/// # Errors
/// The database failed.
pub async fn offered<L: Library>(
    db: &impl ConnectionTrait,
    reader: &Reader,
    typed: &Typed,
) -> Result<Option<Offered>, DbErr> {
    if L::KIND != LibraryKind::Demands {
        return Ok(None);
    }
    let (t, locale) = (reader.t(), language(reader, typed));
    let fields = fields::list(db).await?;
    let chosen: Vec<&str> = typed.all("fields").collect();
    let stands_above_a_choice = |first: &Field| {
        let of_it = |field: &&Field| field.code == first.code || field.parent.as_ref() == Some(&first.code);
        fields.iter().filter(of_it).any(|field| chosen.contains(&field.code.as_str()))
    };
    let first: Vec<&Field> = fields.iter().filter(|field| field.parent.is_none()).collect();
    let of_choice: Vec<&Field> = first.iter().copied().filter(|field| stands_above_a_choice(field)).collect();
    let is_narrow = !of_choice.is_empty();
    let group = |field: &Field| Group {
        label: field.labels.in_language(t.lang.tag()).to_owned(),
        lines: lines(&field.code, t, locale),
    };
    let groups: Vec<Group> = if is_narrow { of_choice } else { first }.into_iter().map(group).collect();
    let title = if is_narrow {
        let labels: Vec<&str> = groups.iter().map(|group| group.label.as_str()).collect();
        t.fill("templates-title", t.list(&labels))
    } else {
        t.text("templates-title-all")
    };
    Ok(Some(Offered { title, lang: locale.lang.tag(), groups, is_narrow }))
}

fn lines(field: &str, t: Locale, locale: Locale) -> Vec<Line> {
    let found = FIELDS.iter().find(|(code, _)| *code == field);
    let line = |template: &Template| Line {
        code: template.code,
        text: locale.code_or_self("template", template.code),
        priority: template.priority.as_str(),
        weighs: t.code_or_self("priority", template.priority.as_str()),
    };
    found.map(|(_, templates)| templates.iter().map(line).collect()).unwrap_or_default()
}

/// Adds a row to what was typed, in the language of the demand. The row; nothing for a template that there is not.
pub fn add<L: Library>(reader: &Reader, typed: &mut Typed, code: &str) -> Option<usize> {
    let column = L::COLUMNS.iter().find(|column| column.name == COLUMN)?;
    let template = FIELDS.iter().flat_map(|(_, templates)| *templates).find(|template| template.code == code)?;
    let text = language(reader, typed).code("template", template.code)?;
    let row = typed.rows(column);
    typed.put(&format!("{COLUMN}/{row}/text"), text);
    typed.put(&format!("{COLUMN}/{row}/priority"), template.priority.as_str());
    Some(row)
}

/// What the demand is written in; where that is not said, the reader's language.
fn language(reader: &Reader, typed: &Typed) -> Locale {
    Lang::from_tag(typed.first("lang")).map_or_else(|| reader.t(), Locale::new)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::library::checks::check;
    use crate::library::parts::Requirement;
    use crate::library::{Demand, Demands};
    use crate::seeds;

    #[test]
    fn every_field_of_the_first_level_has_four_to_six_templates_and_no_other_has_any() {
        let seeded = seeds::fields().unwrap();
        let first: Vec<&str> =
            seeded.iter().filter(|seed| seed.parent.is_none()).map(|seed| seed.code.as_str()).collect();
        let listed: Vec<&str> = FIELDS.iter().map(|(code, _)| *code).collect();
        assert_eq!(listed, first);
        for (field, templates) in FIELDS {
            assert!((4..=6).contains(&templates.len()), "{field} has {}", templates.len());
        }
    }

    #[test]
    fn no_two_templates_of_a_field_say_the_same_in_any_language() {
        for locale in Lang::ALL.iter().copied().map(Locale::new) {
            for (field, templates) in FIELDS {
                let texts: BTreeSet<String> =
                    templates.iter().filter_map(|template| locale.code("template", template.code)).collect();
                assert_eq!(texts.len(), templates.len(), "{field} in {:?}", locale.lang);
            }
        }
    }

    #[test]
    fn a_template_has_the_same_gaps_in_every_language_and_is_found_to_be_unfilled() {
        let gaps = |text: &str| text.matches('…').count();
        for template in FIELDS.iter().flat_map(|(_, templates)| *templates) {
            let english = Locale::new(Lang::En).code("template", template.code).unwrap();
            for locale in Lang::ALL.iter().copied().map(Locale::new) {
                let text = locale.code("template", template.code).unwrap();
                assert_eq!(gaps(&text), gaps(&english), "{text}");
                let body = Demand {
                    requirements: vec![Requirement { text: text.clone(), priority: template.priority }],
                    ..Demand::default()
                };
                let found = check::<Demands>(&body, &[]);
                assert!(found.iter().any(|finding| finding.code == "unfilled-requirement"), "{text}");
            }
        }
    }
}
