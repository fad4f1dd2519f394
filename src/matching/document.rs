//! What the index is told of a record: its public text by role and the facts that signals compare.
//! Nothing confidential and no contact ever passes here: whoever searches is not asked who they are.

use siku_index::corpus::{
    Condition, Country, Document, ExportControl, Facts, Mode, Modes, Price, Priority, Requirement, Translated,
};

use crate::library::body::{Body, UNDETERMINED};
use crate::library::parts::OperatingCondition;
use crate::library::{CooperationMode, Demands, Institutions, Library, Record, Results, Technologies};

/// A library whose records the index holds.
pub trait Indexed: Library {
    /// The library's own facts and the text beside the description, a column a line.
    fn own(record: &Record<Self>) -> (Facts, Vec<Option<&str>>, Vec<Requirement>);

    /// The record as the index wants it.
    fn document(record: &Record<Self>) -> Document {
        let common = record.body.common();
        let (own, more, requirements) = Self::own(record);
        let facts = Facts {
            fields: common.fields.to_vec(),
            valid_until: common.valid_until,
            organisation: record.head.owner_organisation_id,
            ..own
        };
        let translations = common.translations.iter().filter(|translation| !translation.stale);
        Document {
            id: record.head.id,
            lang: if common.lang == UNDETERMINED { String::new() } else { common.lang.to_owned() },
            title: common.title.to_owned(),
            summary: common.summary.unwrap_or_default().to_owned(),
            text: common.description.to_owned(),
            more: more.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n"),
            keywords: common.keywords.to_vec(),
            requirements,
            translations: translations
                .map(|translation| Translated {
                    lang: translation.lang.clone(),
                    title: translation.title.clone(),
                    text: [&translation.summary, &translation.description]
                        .into_iter()
                        .filter_map(|text| text.as_deref())
                        .collect::<Vec<_>>()
                        .join("\n"),
                })
                .collect(),
            facts,
        }
    }
}

fn country(code: &str) -> Option<Country> {
    code.parse().ok()
}

fn countries<'a>(codes: impl IntoIterator<Item = &'a String>) -> Vec<Country> {
    codes.into_iter().filter_map(|code| country(code)).collect()
}

fn modes(modes: &[CooperationMode]) -> Modes {
    modes.iter().filter_map(|mode| Mode::from_code(mode.as_str())).collect()
}

fn price(min: Option<f64>, max: Option<f64>, currency: Option<&str>) -> Option<Price> {
    (min.is_some() || max.is_some()).then(|| Price { min, max, currency: currency.and_then(|code| code.parse().ok()) })
}

fn conditions(conditions: &[OperatingCondition]) -> Vec<Condition> {
    let of = |condition: &OperatingCondition| Condition {
        quantity: condition.quantity.clone(),
        min: condition.min,
        max: condition.max,
        unit: condition.unit.clone(),
    };
    conditions.iter().map(of).collect()
}

fn small<T: TryFrom<i32>>(number: Option<i32>) -> Option<T> {
    number.and_then(|number| T::try_from(number).ok())
}

impl Indexed for Technologies {
    fn own(record: &Record<Self>) -> (Facts, Vec<Option<&str>>, Vec<Requirement>) {
        let body = &record.body;
        let facts = Facts {
            country: country(&body.country),
            countries: countries(&body.target_countries),
            modes: modes(&body.cooperation_modes),
            trl: small(body.trl),
            price: price(body.price_min, body.price_max, body.currency.as_deref()),
            conditions: conditions(&body.operating_conditions),
            export_control: match body.export_control.as_str() {
                "free" => ExportControl::Free,
                "restricted" => ExportControl::Restricted,
                "prohibited" => ExportControl::Prohibited,
                _ => ExportControl::Unscreened,
            },
            ..Facts::default()
        };
        // The leading alternative is left out: it says what the technology is not.
        let more = vec![body.advantages.as_deref(), body.economic_comparison.as_deref()];
        (facts, more, Vec::new())
    }
}

impl Indexed for Demands {
    fn own(record: &Record<Self>) -> (Facts, Vec<Option<&str>>, Vec<Requirement>) {
        let body = &record.body;
        let facts = Facts {
            country: country(&body.country),
            modes: modes(&body.accepted_modes),
            trl: small(body.min_trl),
            price: price(body.budget_min, body.budget_max, body.currency.as_deref()),
            conditions: conditions(&body.operating_conditions),
            sdgs: body.sdgs.iter().filter_map(|goal| u8::try_from(*goal).ok()).collect(),
            ..Facts::default()
        };
        let requirements = body.requirements.iter().map(|requirement| Requirement {
            text: requirement.text.clone(),
            priority: match requirement.priority.as_str() {
                "must" => Priority::Must,
                "may" => Priority::May,
                _ => Priority::Should,
            },
        });
        (facts, vec![body.end_user.as_deref()], requirements.collect())
    }
}

impl Indexed for Results {
    fn own(record: &Record<Self>) -> (Facts, Vec<Option<&str>>, Vec<Requirement>) {
        let body = &record.body;
        let facts = Facts {
            country: body.country.as_deref().and_then(country),
            countries: countries(
                body.other_countries.iter().chain(body.parties.iter().filter_map(|party| party.country.as_ref())),
            ),
            price: price(body.contract_value, body.contract_value, body.currency.as_deref()),
            kind: Some(body.kind.as_str().to_owned()),
            year: small(body.year),
            ..Facts::default()
        };
        (facts, vec![body.path.as_deref(), body.lessons.as_deref()], Vec::new())
    }
}

impl Indexed for Institutions {
    fn own(record: &Record<Self>) -> (Facts, Vec<Option<&str>>, Vec<Requirement>) {
        let body = &record.body;
        let facts = Facts {
            country: body.country.as_deref().and_then(country),
            countries: countries(&body.countries_served),
            kind: body.kind.map(|kind| kind.as_str().to_owned()),
            services: body.services.iter().map(|service| service.as_str().to_owned()).collect(),
            languages: body.languages.clone(),
            year: small(body.since),
            ..Facts::default()
        };
        (facts, vec![body.city.as_deref()], Vec::new())
    }
}
