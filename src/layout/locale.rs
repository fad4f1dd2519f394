//! Texts of the interface: Fluent messages of `locales/LANG/*.ftl`, compiled in.
//!
//! Numbers inside messages are written the reader's way by the bundle's formatter, so a message
//! says `{ $count }` and nothing else.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, static_loader};

use super::lang::{direction, primary_subtag};
use super::{Lang, format};

static_loader! {
    static TEXTS = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| {
            // The marks that isolate an inserted text help right-to-left messages; elsewhere they
            // only get into what a reader copies.
            let tag = bundle.locales.first().map(|locale| locale.language.as_str().to_owned()).unwrap_or_default();
            let lang = Lang::from_tag(&tag);
            bundle.set_use_isolating(direction(&tag) == "rtl");
            bundle.set_formatter(Some(match lang {
                Some(Lang::Zh) => |value, _| format_number(Lang::Zh, value),
                Some(Lang::Fr) => |value, _| format_number(Lang::Fr, value),
                Some(Lang::Ru) => |value, _| format_number(Lang::Ru, value),
                Some(Lang::Ar) => |value, _| format_number(Lang::Ar, value),
                Some(Lang::Es) => |value, _| format_number(Lang::Es, value),
                Some(Lang::Pt) => |value, _| format_number(Lang::Pt, value),
                Some(Lang::En) | None => |value, _| format_number(Lang::En, value),
            }));
        },
    };
}

fn format_number(lang: Lang, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::number(lang, number.value)),
        _ => None,
    }
}

/// The reader's language, with everything a template needs to speak it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    pub lang: Lang,
}

impl Locale {
    pub fn new(lang: Lang) -> Self {
        Locale { lang }
    }

    /// The text of a message.
    pub fn text(&self, key: &str) -> String {
        TEXTS.lookup(self.lang.identifier(), key)
    }

    /// The text of a message whose key is made from a code; `None` when there is no such code.
    pub fn code(&self, family: &str, code: &str) -> Option<String> {
        TEXTS.try_lookup(self.lang.identifier(), &format!("{family}-{code}"))
    }

    /// As `code`, with the code itself when it has no text: unknown codes are shown, not hidden.
    pub fn code_or_self(&self, family: &str, code: &str) -> String {
        self.code(family, code).unwrap_or_else(|| code.to_owned())
    }

    /// As `code`, with `$a`, `$b` … put in, in this order.
    pub fn code_with(&self, family: &str, code: &str, arguments: &[String]) -> Option<String> {
        const NAMES: [&str; 4] = ["a", "b", "c", "d"];
        let arguments: HashMap<Cow<'static, str>, FluentValue<'_>> = NAMES
            .iter()
            .zip(arguments)
            .map(|(name, argument)| (Cow::Borrowed(*name), FluentValue::from(argument.as_str())))
            .collect();
        TEXTS.try_lookup_with_args(self.lang.identifier(), &format!("{family}-{code}"), &arguments)
    }

    /// A message with `$count`, in its plural form.
    pub fn count<N: ToCount>(&self, key: &str, count: N) -> String {
        self.text_with(key, [("count", FluentValue::from(count.to_count()))])
    }

    /// A message with `$value`, a text.
    pub fn fill(&self, key: &str, value: impl std::fmt::Display) -> String {
        self.text_with(key, [("value", FluentValue::from(value.to_string()))])
    }

    pub fn text_with<'a, const N: usize>(&self, key: &str, arguments: [(&'static str, FluentValue<'a>); N]) -> String {
        let arguments: HashMap<Cow<'static, str>, FluentValue<'a>> =
            arguments.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
        TEXTS.lookup_with_args(self.lang.identifier(), key, &arguments)
    }

    /// Parts of a sentence joined the way the language does it.
    pub fn clauses<S: AsRef<str>>(&self, texts: &[S]) -> String {
        let separator = match self.lang {
            Lang::Zh => "，",
            Lang::Ar => "، ",
            Lang::En | Lang::Fr | Lang::Ru | Lang::Es | Lang::Pt => ", ",
        };
        texts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(separator)
    }

    /// Texts joined the way the language lists things: `a, b, c` or `a、b、c`.
    pub fn list<S: AsRef<str>>(&self, texts: &[S]) -> String {
        texts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(self.between())
    }

    /// What stands between two things of a list.
    pub fn between(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "、",
            Lang::Ar => "، ",
            Lang::En | Lang::Fr | Lang::Ru | Lang::Es | Lang::Pt => ", ",
        }
    }
}

/// A message of mails and notices in the language of a BCP 47 tag, English where it is not translated; `None` when
/// there is no such message or one of its values is missing.
pub fn message(tag: &str, key: &str, values: &serde_json::Map<String, serde_json::Value>) -> Option<String> {
    let lang: LanguageIdentifier = primary_subtag(tag).parse().unwrap_or_else(|_| Lang::DEFAULT.identifier().clone());
    let locale = Locale::new(Lang::from_tag(tag).unwrap_or(Lang::DEFAULT));
    let arguments: HashMap<Cow<'static, str>, FluentValue<'_>> =
        values.iter().map(|(name, value)| (Cow::Owned(name.clone()), argument(locale, value))).collect();
    let text = TEXTS.try_lookup_with_args(&lang, key, &arguments)?;
    if text.contains("{$") {
        return None;
    }
    // Marks that isolate an inserted text would become part of an address.
    let plain =
        |line: &str| if line.contains("://") { line.replace(['\u{2068}', '\u{2069}'], "") } else { line.to_owned() };
    Some(text.lines().map(plain).collect::<Vec<_>>().join("\n"))
}

/// A day, `2026-12-31`, is written as the language writes it.
fn argument(locale: Locale, value: &serde_json::Value) -> FluentValue<'_> {
    let day = value.as_str().filter(|text| text.len() == 10).and_then(|text| text.parse::<NaiveDate>().ok());
    if let Some(day) = day {
        return FluentValue::from(locale.date(&day));
    }
    match value {
        serde_json::Value::String(text) => FluentValue::from(text.as_str()),
        serde_json::Value::Number(number) => FluentValue::from(number.as_f64().unwrap_or_default()),
        other => FluentValue::from(other.to_string()),
    }
}

/// What can be counted in a message; templates pass counts by reference, code by value.
pub trait ToCount {
    fn to_count(&self) -> f64;
}

macro_rules! countable {
    ($($number:ty),*) => {$(
        impl ToCount for $number {
            fn to_count(&self) -> f64 {
                *self as f64
            }
        }
    )*};
}
countable!(usize, u64, u32, i64, i32, f64);

impl<T: ToCount> ToCount for &T {
    fn to_count(&self) -> f64 {
        (**self).to_count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counted_messages_take_their_plural_form() {
        let en = Locale::new(Lang::En);
        assert_eq!(en.count("list-count", 1), "1 record");
        assert_eq!(en.count("list-count", 12_345), "12,345 records");
        assert_eq!(Locale::new(Lang::Zh).count("list-count", 12_345_u64), "12,345 条记录");
        let ru = Locale::new(Lang::Ru);
        let counted = [1, 3, 5, 21].map(|count| ru.count("list-count", count));
        assert_eq!(counted, ["1 запись", "3 записи", "5 записей", "21 запись"]);
        let ar = Locale::new(Lang::Ar);
        let plain = |count: i32| ar.count("list-count", count).replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!([0, 1, 2, 3, 11, 100].map(plain), ["لا سجلات", "سجل واحد", "سجلان", "3 سجلات", "11 سجلا", "100 سجل"]);
        assert_eq!(Locale::new(Lang::Fr).count("list-count", 0), "0 fiche");
    }

    #[test]
    fn an_unknown_code_is_shown_as_it_is() {
        let en = Locale::new(Lang::En);
        assert_eq!(en.code_or_self("verdict", "met"), "met");
        assert_eq!(en.code_or_self("verdict", "brand_new"), "brand_new");
    }
}
