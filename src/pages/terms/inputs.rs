//! The form of a term: one input a language, its names separated by semicolons, and one for a language that has none.

use std::collections::BTreeMap;

use siku_index::analyze::Glossary;

use crate::layout::Lang;
use crate::library::terms::{LONGEST_NAME, TermNames};
use crate::library::validate::FieldError;
use crate::pages::forms::Fields;
use crate::pages::reader::Reader;

/// What separates names.
const BETWEEN: [char; 5] = [';', '；', '、', '؛', '\n'];
const BEFORE_LANGUAGE: &str = "names_";
const OTHER_LANGUAGE: &str = "other_lang";
const OTHER_NAMES: &str = "other_names";

/// The inputs of a form.
pub struct Inputs {
    /// For the languages of the service.
    pub first: Vec<Input>,
    /// For the other languages of the glossary and of the term.
    pub more: Vec<Input>,
    /// Whether any of those has something in it.
    pub open: bool,
    pub other_lang: String,
    pub other_names: String,
    pub other_problem: Option<String>,
}

/// The names in a language.
pub struct Input {
    pub name: String,
    pub lang: String,
    pub language: String,
    pub value: String,
    /// What is stored by now, where somebody else has changed what was typed over.
    pub stored: Option<String>,
    pub problem: Option<String>,
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
pub struct Refused {
    pub form: Fields,
    pub faults: Vec<FieldError>,
    pub stale: bool,
}

impl Refused {
    /// What stands above the form.
    pub fn said(&self, reader: &Reader) -> Option<String> {
        let t = reader.t();
        if self.stale {
            return Some(t.text("term-stale"));
        }
        let whole = self.faults.iter().find(|fault| fault.pointer == "/names" || fault.pointer == "/state");
        let said =
            whole.map(|fault| t.code("term-fault-all", fault.code.as_str()).unwrap_or_else(|| fault.detail.clone()));
        said.or_else(|| (!self.faults.is_empty()).then(|| t.text("term-wrong")))
    }

    /// What is said of the names in a language.
    fn of(&self, reader: &Reader, lang: &str) -> Option<String> {
        let here = format!("/names/{lang}");
        let within = |fault: &&FieldError| {
            fault.pointer.strip_prefix(&here).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let said = |fault: &FieldError| {
            let t = reader.t();
            let typed = fault.pointer.rsplit('/').next().and_then(|position| position.parse::<usize>().ok());
            let names = read(&self.form);
            let name = typed.and_then(|position| names.get(lang)?.get(position)).cloned().unwrap_or_default();
            let said = t.code_with("term-fault", fault.code.as_str(), &[name, LONGEST_NAME.to_string()]);
            said.unwrap_or_else(|| fault.detail.clone())
        };
        let all: Vec<String> = self.faults.iter().filter(within).map(said).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }
}

impl Inputs {
    /// With the names that are stored, or what was typed over them.
    pub fn of(reader: &Reader, stored: &TermNames, refused: &Refused) -> Inputs {
        let input = |lang: &str| {
            let name = format!("{BEFORE_LANGUAGE}{lang}");
            let stored = stored.get(lang).map(|names| names.join("; ")).unwrap_or_default();
            let typed = refused.form.all(&name).next().map(str::to_owned);
            Input {
                language: reader.language(lang),
                stored: typed.as_ref().filter(|typed| refused.stale && **typed != stored).map(|_| stored.clone()),
                value: typed.unwrap_or(stored),
                problem: refused.of(reader, lang),
                lang: lang.to_owned(),
                name,
            }
        };
        let glossary = Glossary::shipped();
        let mut others: Vec<&str> = glossary.languages().chain(stored.keys().map(String::as_str)).collect();
        others.sort_unstable();
        others.dedup();
        let more: Vec<Input> = others.into_iter().filter(|lang| Lang::from_tag(lang).is_none()).map(input).collect();
        let other_lang = refused.form.value(OTHER_LANGUAGE).unwrap_or_default().to_owned();
        let other_names = refused.form.value(OTHER_NAMES).unwrap_or_default().to_owned();
        Inputs {
            first: Lang::ALL.iter().map(|lang| input(lang.tag())).collect(),
            open: !other_names.is_empty() || more.iter().any(|input| !input.value.is_empty()),
            other_problem: refused.of(reader, &other_lang).filter(|_| !other_names.is_empty()),
            other_lang,
            other_names,
            more,
        }
    }
}

/// The names that a form says, by language; none where an input was left empty.
pub fn read(form: &Fields) -> BTreeMap<String, Vec<String>> {
    let names = |value: &str| -> Vec<String> {
        value.split(BETWEEN).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    };
    let by_language = form.pairs().filter_map(|(name, value)| Some((name.strip_prefix(BEFORE_LANGUAGE)?, value)));
    let mut read: BTreeMap<String, Vec<String>> =
        by_language.map(|(lang, value)| (lang.to_owned(), names(value))).collect();
    if let Some(value) = form.value(OTHER_NAMES) {
        let lang = form.value(OTHER_LANGUAGE).unwrap_or_default();
        read.entry(lang.to_owned()).or_default().extend(names(value));
    }
    read
}
