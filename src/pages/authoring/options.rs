//! What can be chosen in a form: fields of the taxonomy, countries, languages, codes, by their names. What is chosen
//! already and is none of these is offered as well, so that nothing is lost.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbErr};

use super::super::reader::Reader;
use crate::layout::Lang;
use crate::layout::components::SelectOption;
use crate::library::fields::{self, Field};
use crate::library::taxonomy::{self, Labelled};

/// The sets that live in the database.
pub struct Sets {
    fields: Vec<Field>,
    countries: Vec<Labelled>,
    regions: Vec<Labelled>,
}

/// Values to be ticked, below a heading of their own.
pub struct Group {
    /// Empty where the values stand alone.
    pub label: String,
    pub ticks: Vec<SelectOption>,
    pub ticked: usize,
}

impl Group {
    fn of(label: impl Into<String>, ticks: Vec<SelectOption>) -> Self {
        let ticked = ticks.iter().filter(|tick| tick.selected).count();
        Self { label: label.into(), ticks, ticked }
    }
}

impl Sets {
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self, DbErr> {
        Ok(Self {
            fields: fields::list(db).await?,
            countries: taxonomy::countries(db).await?,
            regions: taxonomy::regions(db).await?,
        })
    }

    /// Fields of the second level below those of the first; retired ones only where they are chosen already.
    pub fn fields(&self, reader: &Reader, chosen: &[&str]) -> Vec<Group> {
        let lang = reader.t().lang.tag();
        let first = self.fields.iter().filter(|field| field.parent.is_none());
        let is_offered = |field: &&Field| field.retired_at.is_none() || chosen.contains(&field.code.as_str());
        let group = |first: &Field| {
            let below = self.fields.iter().filter(|field| field.parent.as_deref() == Some(first.code.as_str()));
            let below = below.filter(is_offered);
            let tick = |field: &Field| option(&field.code, field.labels.in_language(lang), chosen);
            let whole = SelectOption { label: reader.t().text("authoring-whole-field"), ..tick(first) };
            Group::of(first.labels.in_language(lang), std::iter::once(whole).chain(below.map(tick)).collect())
        };
        with_others(first.map(group).collect(), chosen)
    }

    /// Countries below their regions.
    pub fn countries_by_region(&self, reader: &Reader, chosen: &[&str]) -> Vec<Group> {
        let lang = reader.t().lang.tag();
        let of = |region: Option<&str>| {
            let inside = self.countries.iter().filter(|country| country.parent.as_deref() == region);
            sorted(inside.map(|one| option(&one.code, one.labels.in_language(lang), chosen)).collect())
        };
        let mut groups: Vec<Group> = self
            .regions
            .iter()
            .map(|region| Group::of(region.labels.in_language(lang), of(Some(&region.code))))
            .collect();
        groups.push(Group::of(reader.t().text("authoring-other-countries"), of(None)));
        groups.retain(|group| !group.ticks.is_empty());
        with_others(groups, chosen)
    }

    /// One country.
    pub fn countries(&self, reader: &Reader, chosen: &str) -> Vec<SelectOption> {
        let lang = reader.t().lang.tag();
        let all = self.countries.iter().map(|one| option(&one.code, one.labels.in_language(lang), &[chosen]));
        with_other(sorted(all.collect()), chosen)
    }
}

/// The languages of the service, and the one that is chosen.
pub fn languages(reader: &Reader, chosen: &str) -> Vec<SelectOption> {
    let all = Lang::ALL.iter().map(|lang| option(lang.tag(), &reader.language(lang.tag()), &[chosen]));
    with_other(all.collect(), chosen)
}

/// Codes of a closed set.
pub fn codes<'c>(
    reader: &Reader,
    family: &str,
    codes: impl IntoIterator<Item = &'c str>,
    chosen: &[&str],
) -> Vec<SelectOption> {
    let named = |code: &str| option(code, &reader.t().code_or_self(family, code), chosen);
    let named: Vec<SelectOption> = codes.into_iter().map(named).collect();
    let missing = chosen.iter().filter(|code| !code.is_empty() && !named.iter().any(|one| one.value == **code));
    let missing: Vec<SelectOption> = missing.map(|code| option(code, code, chosen)).collect();
    named.into_iter().chain(missing).collect()
}

/// Values that stand alone, without a heading.
pub fn alone(ticks: Vec<SelectOption>) -> Vec<Group> {
    vec![Group::of("", ticks)]
}

fn option(value: &str, label: &str, chosen: &[&str]) -> SelectOption {
    SelectOption { value: value.to_owned(), label: label.to_owned(), selected: chosen.contains(&value) }
}

fn with_other(mut options: Vec<SelectOption>, chosen: &str) -> Vec<SelectOption> {
    if !chosen.is_empty() && !options.iter().any(|one| one.selected) {
        options.push(option(chosen, chosen, &[chosen]));
    }
    options
}

fn with_others(mut groups: Vec<Group>, chosen: &[&str]) -> Vec<Group> {
    let known = |code: &&&str| groups.iter().any(|group| group.ticks.iter().any(|tick| tick.value == ***code));
    let unknown: Vec<&&str> = chosen.iter().filter(|code| !code.is_empty() && !known(code)).collect();
    if !unknown.is_empty() {
        let ticks = unknown.into_iter().map(|code| option(code, code, chosen)).collect();
        groups.push(Group::of("?", ticks));
    }
    groups
}

fn sorted(options: Vec<SelectOption>) -> Vec<SelectOption> {
    let by_label: BTreeMap<String, SelectOption> =
        options.into_iter().map(|one| (format!("{} {}", one.label, one.value), one)).collect();
    by_label.into_values().collect()
}
