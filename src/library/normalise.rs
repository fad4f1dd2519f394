//! Brings what an author wrote into the one form in which it is stored and compared: Unicode NFC, codes in their
//! own spelling, empty for missing. Changes no meaning and refuses nothing; refusing is [`super::validate`]'s work.

use super::body::{Body, UNDETERMINED};
use super::parts::OperatingCondition;
use super::vocabulary::Vocabulary;
use siku_index::analyze::detect;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// NFC, without the NUL characters that PostgreSQL cannot store.
pub(super) fn text(value: &mut String) {
    if value.contains('\0') {
        value.retain(|character| character != '\0');
    }
    if !is_nfc(value) {
        *value = value.nfc().collect();
    }
}

/// [`text`] for optional columns; an empty text is a missing one.
pub(super) fn texts<'a>(values: impl IntoIterator<Item = &'a mut Option<String>>) {
    for value in values {
        if let Some(written) = value {
            text(written);
        }
        if value.as_deref().is_some_and(|written| written.trim().is_empty()) {
            *value = None;
        }
    }
}

/// [`text`] for lists; empty and repeated members go.
pub(super) fn list(values: &mut Vec<String>) {
    for value in values.iter_mut() {
        text(value);
    }
    values.retain(|value| !value.trim().is_empty());
    distinct(values);
}

/// Removes repeated members, keeping the first of each.
pub(super) fn distinct<T: PartialEq + Clone>(values: &mut Vec<T>) {
    let mut kept: Vec<T> = Vec::with_capacity(values.len());
    for value in values.drain(..) {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    *values = kept;
}

/// A country's code from its code in any case, or from its name in a language of the countries table.
pub(super) fn country(value: &mut String, vocabulary: &Vocabulary) {
    text(value);
    if let Some(code) = vocabulary.country(value) {
        *value = code.into_owned();
    }
}

/// [`country`] for optional columns.
pub(super) fn optional_country(value: &mut Option<String>, vocabulary: &Vocabulary) {
    texts([&mut *value]);
    if let Some(written) = value {
        country(written, vocabulary);
    }
}

/// [`optional_country`] where co-operation may be with several: of several countries in one text (`ZM; TZ`) the first
/// stays and the others go to the front of `others`. A text that is not all countries stays as it is.
pub(super) fn several_countries(first: &mut Option<String>, others: &mut Vec<String>, vocabulary: &Vocabulary) {
    const BETWEEN: [char; 8] = [';', '；', '、', ',', '，', '/', '|', '\n'];
    optional_country(first, vocabulary);
    let written = first.clone().unwrap_or_default();
    if vocabulary.country(&written).is_none() {
        let names = written.split(BETWEEN).map(str::trim).filter(|name| !name.is_empty());
        let codes: Option<Vec<String>> = names.map(|name| vocabulary.country(name).map(Cow::into_owned)).collect();
        let mut codes = codes.unwrap_or_default().into_iter();
        if let Some(code) = codes.next() {
            *first = Some(code);
            others.splice(..0, codes);
        }
    }
    countries(others, vocabulary);
    others.retain(|other| Some(other) != first.as_ref());
}

/// [`country`] for lists.
pub(super) fn countries(values: &mut Vec<String>, vocabulary: &Vocabulary) {
    for value in values.iter_mut() {
        country(value, vocabulary);
    }
    list(values);
}

/// Language tags in their usual case: `zh-Hant`, `pt-BR`.
pub(super) fn languages(values: &mut Vec<String>) {
    for value in values.iter_mut() {
        *value = language(value);
    }
    list(values);
}

/// Amounts in hundredths, the currency in capitals.
pub(super) fn money<const N: usize>(amounts: [&mut Option<f64>; N], currency: &mut Option<String>) {
    for amount in amounts.into_iter().flatten() {
        *amount = (*amount * 100.0).round() / 100.0;
    }
    texts([&mut *currency]);
    if let Some(code) = currency {
        *code = code.trim().to_ascii_uppercase();
    }
}

/// Texts of operating conditions.
pub(super) fn conditions(conditions: &mut [OperatingCondition]) {
    for condition in conditions {
        text(&mut condition.quantity);
        text(&mut condition.unit);
    }
}

/// The columns every library has.
pub(super) fn common(body: &mut impl Body, vocabulary: &Vocabulary) {
    let columns = body.common_mut();
    texts([&mut *columns.external_id, &mut *columns.lang, columns.summary, columns.source, columns.source_reference]);
    text(columns.title);
    text(columns.description);
    for field in columns.fields.iter_mut() {
        text(field);
        if let Some(code) = vocabulary.field(field) {
            *field = code.to_owned();
        }
    }
    list(columns.fields);
    list(columns.keywords);
    list(columns.links);
    for translation in columns.translations.iter_mut() {
        translation.lang = language(&translation.lang);
        translation.stale = false;
        translation.translated_at = None;
        text(&mut translation.title);
        texts([&mut translation.summary, &mut translation.description, &mut translation.engine]);
    }
    let tag = match columns.lang.as_deref() {
        Some(tag) => language(tag),
        None => detected(columns.title, columns.description),
    };
    *columns.lang = Some(tag);
}

/// A BCP 47 tag in its usual case: language lower, script title, region upper. Whether it is one is checked elsewhere.
pub fn language(tag: &str) -> String {
    let parts = tag.trim().split(['-', '_']).enumerate().map(|(position, part)| {
        if position > 0 && part.len() == 2 {
            Cow::Owned(part.to_ascii_uppercase())
        } else if position > 0 && part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            let (first, rest) = part.split_at(1);
            Cow::Owned(first.to_ascii_uppercase() + &rest.to_ascii_lowercase())
        } else {
            Cow::Owned(part.to_ascii_lowercase())
        }
    });
    parts.collect::<Vec<Cow<'_, str>>>().join("-")
}

/// Both texts count: titles alone are often too short or all names.
fn detected(title: &str, description: &str) -> String {
    let text = format!("{title}\n{description}");
    if text.chars().any(char::is_alphabetic) { detect(&text).to_owned() } else { UNDETERMINED.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::technology::Technology;

    #[test]
    fn text_is_composed_but_never_trimmed() {
        let mut written = "  E\u{301}tude\0 ".to_owned();
        text(&mut written);
        assert_eq!(written, "  Étude ");
    }

    #[test]
    fn language_tags_get_their_usual_case() {
        assert_eq!(language("ZH_hant-tw"), "zh-Hant-TW");
        assert_eq!(language(" PT-br"), "pt-BR");
    }

    #[test]
    fn a_missing_language_is_detected() {
        for (title, expected) in
            [("太阳能滴灌控制器", "zh"), ("ري بالتنقيط", "ar"), ("Irrigation économe en eau", "fr"), ("123", "und")]
        {
            let mut body = Technology { title: title.into(), ..Technology::default() };
            common(&mut body, &Vocabulary::default());
            assert_eq!(body.lang.as_deref(), Some(expected), "{title}");
        }
    }

    #[test]
    fn of_several_countries_in_one_text_the_first_stays_and_none_is_lost() {
        let vocabulary = Vocabulary::seeded();
        for (written, listed, first, others) in [
            ("zm; 坦桑尼亚;", &[][..], "ZM", &["TZ"][..]),
            ("SL; GN; SL", &[], "SL", &["GN"]),
            ("XR、ZW", &["mz"], "XR", &["ZW", "MZ"]),
            ("Tunisia", &["TN", "EG"], "TN", &["EG"]),
            ("Zambia; nowhere", &[], "Zambia; nowhere", &[]),
        ] {
            let mut country = Some(written.to_owned());
            let mut rest: Vec<String> = listed.iter().map(|code: &&str| (*code).to_owned()).collect();
            several_countries(&mut country, &mut rest, &vocabulary);
            assert_eq!(country.as_deref(), Some(first), "{written}");
            assert_eq!(rest, others, "{written}");
        }
    }

    #[test]
    fn codes_are_brought_to_their_spelling() {
        let mut body = Technology {
            fields: vec!["Agriculture".into(), "agriculture".into(), " ".into()],
            keywords: vec!["滴灌".into(), "滴灌".into()],
            ..Technology::default()
        };
        common(&mut body, &Vocabulary::default());
        assert_eq!(body.fields, ["agriculture"]);
        assert_eq!(body.keywords, ["滴灌"]);
    }
}
