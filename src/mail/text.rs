//! What a mail says: subject and text from the locales, in the reader's language.

use anyhow::Context;
use serde_json::{Map, Value, json};

use super::row;
use crate::layout::locale::message;

/// The words of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub subject: String,
    pub body: String,
    /// Where one click ends mails of this kind.
    pub unsubscribe: Option<String>,
}

/// Writes the text of a queued mail; links lead to `base`.
pub fn text(mail: &row::Model, base: &str) -> anyhow::Result<Text> {
    let values = mail.values.as_object().context("the values of a mail are not an object")?;
    let say = |key: &str, values: &Map<String, Value>| {
        message(&mail.lang, key, values).with_context(|| format!("there is no text {key} for these values"))
    };
    let unsubscribe = values.get("unsubscribe").and_then(Value::as_str).map(|path| format!("{base}{path}"));
    let framed = |text: String| -> anyhow::Result<String> {
        let Some(unsubscribe) = &unsubscribe else { return Ok(text) };
        let foot = say("mail-foot", &object(json!({ "unsubscribe": unsubscribe })))?;
        Ok(format!("{text}\n\n-- \n{foot}"))
    };
    let (subject, body) = match mail.template.as_str() {
        "notice" => {
            let told = sentence(values, &say)?;
            let body = say("mail-notice-text", &object(json!({ "text": told, "link": link(values, base) })))?;
            (told, framed(body)?)
        }
        "digest" => {
            let notices: Vec<&Map<String, Value>> = values
                .get("notices")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(Value::as_object)
                .collect();
            let mut lines = Vec::with_capacity(notices.len());
            for notice in &notices {
                lines.push(format!("* {}\n  {}", sentence(notice, &say)?, link(notice, base)));
            }
            let shown = object(json!({ "count": notices.len(), "lines": lines.join("\n") }));
            (say("mail-digest-subject", &shown)?, framed(say("mail-digest-text", &shown)?)?)
        }
        template => {
            let mut values = values.clone();
            // A path leads to this service.
            for value in values.values_mut() {
                if let Some(path) = value.as_str().filter(|text| text.starts_with('/')) {
                    *value = Value::String(format!("{base}{path}"));
                }
            }
            let subject = say(&format!("mail-{template}-subject"), &values)?;
            (subject, framed(say(&format!("mail-{template}-text"), &values)?)?)
        }
    };
    // A line break in a value must not become a header.
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Text { subject, body, unsubscribe })
}

fn sentence(
    notice: &Map<String, Value>,
    say: &impl Fn(&str, &Map<String, Value>) -> anyhow::Result<String>,
) -> anyhow::Result<String> {
    let kind = notice.get("kind").and_then(Value::as_str).context("a notice in a mail has no kind")?;
    let values = notice.get("values").and_then(Value::as_object).cloned().unwrap_or_default();
    say(&format!("notice-{kind}"), &values)
}

fn link(notice: &Map<String, Value>, base: &str) -> String {
    let path = notice.get("link").and_then(Value::as_str).unwrap_or("/");
    format!("{base}{path}")
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::notices::{Kind, LANGUAGES};

    /// Every message of a language with the values it needs, sorted.
    fn messages(lang: &str) -> BTreeMap<String, Vec<String>> {
        let path = format!("{}/locales/{lang}/mails.ftl", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in text.lines() {
            if let Some((start, _)) = line.split_once(" = ").filter(|_| line.starts_with(char::is_alphabetic)) {
                key = start.to_owned();
            }
            let values = line.split("{ $").skip(1).map(|rest| rest.split([' ', '}']).next().unwrap().to_owned());
            if !key.is_empty() {
                all.entry(key.clone()).or_default().extend(values);
            }
        }
        all.values_mut().for_each(|values| {
            values.sort();
            values.dedup();
        });
        all
    }

    #[test]
    fn every_language_says_the_same_with_the_same_values() {
        let english = messages("en");
        assert!(english.len() > 20);
        for lang in LANGUAGES {
            assert_eq!(messages(lang), english, "{lang}");
        }
        for kind in Kind::CODES {
            assert!(english.contains_key(&format!("notice-{kind}")), "{kind}");
        }
    }

    fn mail(lang: &str, template: &str, values: Value) -> row::Model {
        row::Model {
            id: uuid::Uuid::nil(),
            key: "k".to_owned(),
            to: "one@example.org".to_owned(),
            lang: lang.to_owned(),
            template: template.to_owned(),
            values,
            created_at: "2026-11-25T08:00:00Z".parse().unwrap(),
            sent_at: None,
        }
    }

    #[test]
    fn a_digest_names_each_notice_with_its_link_and_nothing_gets_into_the_subject_line() {
        let told = json!({"kind": "match_due", "link": "/demands/D-1", "values": {"number": "D-1", "title": "a\nBcc: b", "days": 4}});
        let digest = mail("zh-CN", "digest", json!({"notices": [told, told], "unsubscribe": "/unsubscribe/t"}));
        let words = text(&digest, "https://siku.example").unwrap();
        assert_eq!(words.subject, "四库：2 条新消息");
        assert_eq!(words.body.matches("https://siku.example/demands/D-1").count(), 2, "{}", words.body);
        assert!(words.body.ends_with("https://siku.example/unsubscribe/t"), "{}", words.body);
        let mut notice = told;
        notice["unsubscribe"] = "/unsubscribe/t".into();
        let words = text(&mail("en", "notice", notice), "https://siku.example").unwrap();
        assert!(!words.subject.contains('\n') && words.subject.contains("a Bcc: b"), "{}", words.subject);
    }

    #[test]
    fn a_value_that_is_missing_is_an_error_and_no_mail() {
        let error = text(&mail("en", "invitation", json!({})), "https://siku.example").unwrap_err().to_string();
        assert!(error.contains("mail-invitation-text"), "{error}");
        assert!(text(&mail("en", "nothing", json!({})), "https://siku.example").is_err());
    }
}
