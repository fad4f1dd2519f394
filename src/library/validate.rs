//! What a record must be to go in. Every finding names its place by JSON Pointer (RFC 6901), so that the API, the
//! import and the forms can show it where it belongs. Changes nothing; that is [`super::normalise`]'s work.

use super::body::Body;
use super::closed_set::closed_set;
use super::parts::{OperatingCondition, Requirement};
use super::vocabulary::Vocabulary;
use std::fmt::Display;

closed_set! {
    /// What is wrong with a value.
    pub enum FieldCode {
        #[default]
        Invalid = "invalid" [],
        Required = "required" [],
        TooLong = "too_long" [],
        TooMany = "too_many" [],
        OutOfRange = "out_of_range" [],
        MinAboveMax = "min_above_max" [],
        UnknownCode = "unknown_code" [],
        UnknownField = "unknown_field" [],
        /// A field of the taxonomy that new records cannot choose.
        RetiredField = "retired_field" [],
        UnknownCountry = "unknown_country" [],
        UnknownCurrency = "unknown_currency" [],
        UnknownLanguage = "unknown_language" [],
        UnknownColumn = "unknown_column" [],
        WrongType = "wrong_type" [],
        /// The record it names is not changed in this way.
        Locked = "locked" [],
    }
}

/// One thing wrong with one value of a record.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct FieldError {
    /// JSON Pointer to the value.
    #[schema(example = "/requirements/0/text")]
    pub pointer: String,
    /// What is wrong, for programs.
    pub code: FieldCode,
    /// What is wrong, for people.
    #[schema(example = "must not be empty")]
    pub detail: String,
}

impl FieldError {
    /// Whether this only says again what is wrong with the value at a place, or what comes of its being left out.
    pub fn follows_from(&self, place: &str) -> bool {
        let within = |inner: &str, outer: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        // Of a member of a list, such as an operating condition, one property may be needed where another is missing.
        let member = |pointer: &str| pointer.rfind('/').filter(|end| *end > 0).map(|end| pointer[..end].to_owned());
        let beside = member(place).is_some_and(|of| Some(of) == member(&self.pointer));
        within(&self.pointer, place) || within(place, &self.pointer) || (beside && self.code == FieldCode::Required)
    }
}

impl Display for FieldError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.pointer, self.detail)
    }
}

/// Longest texts, in characters. Generous: they stop accidents, not authors.
pub const LONGEST_ID: usize = 200;
/// Longest name of a machine that translates.
const LONGEST_ENGINE: usize = 100;
/// Longest one-line text.
pub const LONGEST_LINE: usize = 1_000;
/// Longest text.
pub const LONGEST_TEXT: usize = 200_000;
/// Most members of a list.
pub const MOST_MEMBERS: usize = 500;

/// The retired fields among `after` that are not among `before`: a record keeps the ones it has.
pub(crate) fn chosen_anew(before: &[String], after: &[String], vocabulary: &Vocabulary) -> Vec<FieldError> {
    let fault = |(position, field): (usize, &String)| {
        let replacement = vocabulary.retired(field).filter(|_| !before.contains(field))?;
        let instead = replacement.map(|code| format!("; choose `{code}` instead")).unwrap_or_default();
        Some(FieldError {
            pointer: format!("/fields/{position}"),
            code: FieldCode::RetiredField,
            detail: format!("`{field}` is retired{instead}"),
        })
    };
    after.iter().enumerate().filter_map(fault).collect()
}

/// Collects findings about one body.
pub(super) struct Checks<'a> {
    vocabulary: &'a Vocabulary,
    errors: Vec<FieldError>,
}

impl<'a> Checks<'a> {
    /// Starts with the findings about the columns every library has.
    pub(super) fn of(body: &impl Body, vocabulary: &'a Vocabulary) -> Self {
        let mut checks = Self { vocabulary, errors: Vec::new() };
        let common = body.common();
        if common.title.trim().is_empty() && common.description.trim().is_empty() {
            checks.fail("/title", FieldCode::Required, "title and description must not both be empty");
        }
        checks.length("/external_id", common.external_id, LONGEST_ID);
        checks.length("/title", Some(common.title), LONGEST_LINE);
        checks.long_texts(&[("/summary", common.summary), ("/description", Some(common.description))]);
        checks.short_texts(&[("/source", common.source), ("/source_reference", common.source_reference)]);
        checks.language("/lang", common.lang);
        checks.list("/keywords", common.keywords);
        checks.list("/links", common.links);
        for (position, link) in common.links.iter().enumerate() {
            checks.link(&format!("/links/{position}"), link);
        }
        checks.members("/fields", common.fields.len());
        for (position, field) in common.fields.iter().enumerate() {
            if vocabulary.field(field) != Some(field) {
                let detail = format!("`{field}` is not a field of the taxonomy");
                checks.fail(&format!("/fields/{position}"), FieldCode::UnknownField, &detail);
            }
        }
        checks.translations(body);
        checks
    }

    fn translations(&mut self, body: &impl Body) {
        let common = body.common();
        self.members("/translations", common.translations.len());
        for (position, translation) in common.translations.iter().enumerate() {
            let place = format!("/translations/{position}");
            self.language(&format!("{place}/lang"), &translation.lang);
            let repeated = common.translations[..position].iter().any(|other| other.lang == translation.lang);
            if repeated || translation.lang == common.lang {
                let detail = format!("there is already a text in `{}`", translation.lang);
                self.fail(&format!("{place}/lang"), FieldCode::Invalid, &detail);
            }
            let described = translation.description.as_deref().unwrap_or_default();
            if translation.title.trim().is_empty() && described.is_empty() {
                self.fail(
                    &format!("{place}/title"),
                    FieldCode::Required,
                    "title and description must not both be empty",
                );
            }
            self.length(&format!("{place}/title"), Some(&translation.title), LONGEST_LINE);
            self.length(&format!("{place}/engine"), translation.engine.as_deref(), LONGEST_ENGINE);
            self.length(&format!("{place}/summary"), translation.summary.as_deref(), LONGEST_TEXT);
            self.length(&format!("{place}/description"), Some(described), LONGEST_TEXT);
        }
    }

    pub(super) fn finish(self) -> Vec<FieldError> {
        self.errors
    }

    fn fail(&mut self, pointer: &str, code: FieldCode, detail: &str) {
        self.errors.push(FieldError { pointer: pointer.to_owned(), code, detail: detail.to_owned() });
    }

    fn length(&mut self, pointer: &str, value: Option<&str>, longest: usize) {
        // Bytes first: counting characters of every long text would cost more than all other checks together.
        let too_long = value.is_some_and(|text| text.len() > longest && text.chars().count() > longest);
        if too_long {
            self.fail(pointer, FieldCode::TooLong, &format!("must not be longer than {longest} characters"));
        }
    }

    pub(super) fn long_texts(&mut self, texts: &[(&str, Option<&str>)]) {
        for (pointer, value) in texts {
            self.length(pointer, *value, LONGEST_TEXT);
        }
    }

    pub(super) fn short_texts(&mut self, texts: &[(&str, Option<&str>)]) {
        for (pointer, value) in texts {
            self.length(pointer, *value, LONGEST_LINE);
        }
    }

    fn members(&mut self, pointer: &str, count: usize) {
        if count > MOST_MEMBERS {
            self.fail(pointer, FieldCode::TooMany, &format!("must not have more than {MOST_MEMBERS} members"));
        }
    }

    pub(super) fn list(&mut self, pointer: &str, values: &[String]) {
        self.members(pointer, values.len());
        for (position, value) in values.iter().enumerate() {
            self.length(&format!("{pointer}/{position}"), Some(value), LONGEST_LINE);
        }
    }

    pub(super) fn present(&mut self, pointer: &str, value: &str) {
        if value.trim().is_empty() {
            self.fail(pointer, FieldCode::Required, "must not be empty");
        }
        self.length(pointer, Some(value), LONGEST_LINE);
    }

    pub(super) fn requirements(&mut self, requirements: &[Requirement]) {
        self.members("/requirements", requirements.len());
        for (position, requirement) in requirements.iter().enumerate() {
            let pointer = format!("/requirements/{position}/text");
            if requirement.text.trim().is_empty() {
                self.fail(&pointer, FieldCode::Required, "must not be empty");
            }
            self.length(&pointer, Some(&requirement.text), LONGEST_TEXT);
        }
    }

    pub(super) fn conditions(&mut self, conditions: &[OperatingCondition]) {
        self.members("/operating_conditions", conditions.len());
        for (position, condition) in conditions.iter().enumerate() {
            let place = format!("/operating_conditions/{position}");
            self.present(&format!("{place}/quantity"), &condition.quantity);
            self.interval(&format!("{place}/min"), condition.min, condition.max);
            if condition.min.is_none() && condition.max.is_none() {
                self.fail(&format!("{place}/min"), FieldCode::Required, "min or max must be given");
            }
        }
    }

    pub(super) fn range(&mut self, pointer: &str, value: Option<i32>, lowest: i32, highest: i32) {
        if value.is_some_and(|number| !(lowest..=highest).contains(&number)) {
            self.fail(pointer, FieldCode::OutOfRange, &format!("must be between {lowest} and {highest}"));
        }
    }

    pub(super) fn not_negative(&mut self, pointer: &str, value: Option<f64>) {
        if value.is_some_and(|number| number < 0.0) {
            self.fail(pointer, FieldCode::OutOfRange, "must not be negative");
        }
    }

    pub(super) fn interval<T: PartialOrd + Display>(&mut self, pointer: &str, min: Option<T>, max: Option<T>) {
        if let (Some(lower), Some(upper)) = (min, max)
            && lower > upper
        {
            self.fail(pointer, FieldCode::MinAboveMax, &format!("{lower} is above {upper}"));
        }
    }

    pub(super) fn country(&mut self, pointer: &str, code: &str) {
        if code.trim().is_empty() {
            self.fail(pointer, FieldCode::Required, "must not be empty");
        } else {
            self.optional_country(pointer, Some(code));
        }
    }

    pub(super) fn optional_country(&mut self, pointer: &str, code: Option<&str>) {
        let Some(code) = code else { return };
        if self.vocabulary.country(code).as_deref() != Some(code) {
            let detail = format!("`{code}` is not a country code (ISO 3166-1 alpha-2)");
            self.fail(pointer, FieldCode::UnknownCountry, &detail);
        }
    }

    pub(super) fn countries(&mut self, pointer: &str, codes: &[String]) {
        self.members(pointer, codes.len());
        for (position, code) in codes.iter().enumerate() {
            self.country(&format!("{pointer}/{position}"), code);
        }
    }

    pub(super) fn currency(&mut self, pointer: &str, code: Option<&str>) {
        if code.is_some_and(|letters| letters.len() != 3 || !letters.bytes().all(|byte| byte.is_ascii_uppercase())) {
            self.fail(pointer, FieldCode::UnknownCurrency, "must be three letters (ISO 4217), like CNY");
        }
    }

    pub(super) fn language(&mut self, pointer: &str, tag: &str) {
        if !is_language_tag(tag) {
            let detail = format!("`{tag}` is not a language tag (BCP 47), like zh or pt-BR");
            self.fail(pointer, FieldCode::UnknownLanguage, &detail);
        }
    }

    /// Only what a page can safely link to: no `javascript:` and the like.
    fn link(&mut self, pointer: &str, link: &str) {
        let scheme = link.trim().split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        if scheme.is_some_and(|name| !matches!(name.as_str(), "http" | "https" | "doi" | "mailto")) {
            self.fail(pointer, FieldCode::Invalid, "must be an http or https address");
        }
    }
}

/// Whether a tag has the form of BCP 47, in its usual case.
pub(super) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language_part = parts.next().unwrap_or_default();
    (2..=3).contains(&language_part.len())
        && language_part.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
