//! The open sets a record's codes are checked against: fields of the taxonomy and countries, with the names people
//! use for them. [`super::taxonomy::vocabulary`] adds what
//! stewards changed in the database. Knows no labels for display.

use super::closed_set::folded;
use crate::seeds;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// First-level fields, valid even before the taxonomy is loaded.
pub const FIRST_LEVEL_FIELDS: &[&str] = &[
    "agriculture",
    "energy",
    "transport",
    "ict",
    "resources",
    "environment",
    "ocean",
    "manufacturing",
    "materials",
    "aerospace",
    "health",
    "disaster",
];

/// Known fields and countries by every name they go by.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    fields: HashMap<String, String>,
    /// Fields that new records cannot choose, each with what is to be chosen instead.
    retired: HashMap<String, Option<String>>,
    countries: HashMap<String, String>,
}

impl Default for Vocabulary {
    /// The first-level fields and ISO country codes, without names.
    fn default() -> Self {
        let mut vocabulary = Self { fields: HashMap::new(), retired: HashMap::new(), countries: HashMap::new() };
        for code in FIRST_LEVEL_FIELDS {
            vocabulary.add_field(code, []);
        }
        vocabulary
    }
}

impl Vocabulary {
    /// Everything the seed files know. Their tests see to it that they can be read.
    pub fn seeded() -> Self {
        let mut vocabulary = Self::default();
        let fields = seeds::fields().unwrap_or_default();
        // Labels before synonyms: a field's own name is never another one's synonym.
        for seed in &fields {
            let labels = [&seed.zh, &seed.en, &seed.fr, &seed.ru, &seed.ar, &seed.es, &seed.pt];
            vocabulary.add_field(&seed.code, labels.map(String::as_str));
        }
        for seed in &fields {
            let synonyms = seeds::members(&seed.synonyms_zh).into_iter().chain(seeds::members(&seed.synonyms_en));
            vocabulary.add_field(&seed.code, synonyms);
        }
        for seed in seeds::countries().unwrap_or_default() {
            let labels = [&seed.zh, &seed.en, &seed.fr, &seed.ru, &seed.ar, &seed.es, &seed.pt];
            vocabulary.add_country(&seed.code, labels.map(String::as_str));
        }
        vocabulary
    }

    /// Makes a field known by its code and by names. The first owner of a name keeps it.
    pub fn add_field<'a>(&mut self, code: &str, names: impl IntoIterator<Item = &'a str>) {
        self.fields.insert(field_key(code), code.to_owned());
        for name in names {
            self.fields.entry(field_key(name)).or_insert_with(|| code.to_owned());
        }
    }

    /// Makes a field known by what a steward calls it. A name that the seed files had for another field goes over to it;
    /// a code stays its field's own.
    pub fn keep_field<'a>(&mut self, code: &str, names: impl IntoIterator<Item = &'a str>) {
        self.fields.insert(field_key(code), code.to_owned());
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            let key = field_key(name);
            let is_code = self.fields.get(&key).is_some_and(|owner| field_key(owner) == key);
            if !is_code {
                self.fields.insert(key, code.to_owned());
            }
        }
    }

    /// Says that new records cannot choose a field.
    pub fn retire_field(&mut self, code: &str, replacement: Option<String>) {
        self.retired.insert(code.to_owned(), replacement);
    }

    /// Whether a field is retired, and what is to be chosen instead.
    pub fn retired(&self, code: &str) -> Option<Option<&str>> {
        self.retired.get(code).map(Option::as_deref)
    }

    /// What a new record has for a field of an older one: the field, what replaces it, or nothing.
    pub fn in_use<'a>(&'a self, code: &'a str) -> Option<&'a str> {
        self.retired(code).unwrap_or(Some(code))
    }

    /// Makes a country known by its code, which matters for those that are not in ISO's list, and by names.
    pub fn add_country<'a>(&mut self, code: &str, names: impl IntoIterator<Item = &'a str>) {
        self.countries.insert(folded(code), code.to_owned());
        for name in names {
            self.countries.entry(folded(name)).or_insert_with(|| code.to_owned());
        }
    }

    /// The code of the field that is written.
    pub fn field(&self, written: &str) -> Option<&str> {
        self.fields.get(&field_key(written)).map(String::as_str)
    }

    /// The ISO 3166-1 alpha-2 code of the country that is written as code or name.
    pub fn country<'a>(&'a self, written: &str) -> Option<Cow<'a, str>> {
        let written = written.trim();
        if written.len() == 2
            && written.is_ascii()
            && let Ok(country) = celes::Country::from_alpha2(written.to_ascii_lowercase())
        {
            return Some(Cow::Borrowed(country.alpha2));
        }
        if let Some(code) = self.countries.get(&folded(written)) {
            return Some(Cow::Borrowed(code));
        }
        if written.len() == 3 && written.is_ascii() {
            return celes::Country::from_alpha3(written.to_ascii_lowercase())
                .ok()
                .map(|country| Cow::Borrowed(country.alpha2));
        }
        None
    }
}

static REGIONS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let countries = seeds::countries().unwrap_or_default();
    countries.into_iter().filter_map(|country| Some((country.code, country.region?))).collect()
});

/// The region of the world that a country is in.
pub fn region_of(country: &str) -> Option<&'static str> {
    REGIONS.get(country).map(String::as_str)
}

/// Fields keep the point between their levels when compared.
fn field_key(written: &str) -> String {
    let levels: Vec<String> = written.split('.').map(folded).collect();
    levels.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_code_and_by_name() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.add_country("TN", ["突尼斯", "Tunisia", "Tunisie"]);
        for written in ["TN", "tn", "TUN", "突尼斯", "tunisie"] {
            assert_eq!(vocabulary.country(written).as_deref(), Some("TN"), "{written}");
        }
        assert_eq!(vocabulary.country("XX"), None);
        assert_eq!(vocabulary.country(""), None);
    }

    #[test]
    fn fields_are_known_by_code_and_by_name() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.add_field("ict.ai", ["人工智能", "Artificial intelligence"]);
        assert_eq!(vocabulary.field("ICT.AI"), Some("ict.ai"));
        assert_eq!(vocabulary.field("人工智能"), Some("ict.ai"));
        assert_eq!(vocabulary.field("ict"), Some("ict"));
        assert_eq!(vocabulary.field("ictai"), None);
    }
}
