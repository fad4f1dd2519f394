//! Which texts of a record get a vector: the record as a whole, and its parts.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Document, PartOrigin, Priority, Role, Stored};
use crate::analyze::{self, Glossary, glossary::Thing, primary};

/// More parts than this are a book, not a record; the rest is found by words only.
const MOST_PARTS: usize = 200;
/// What the models read of a record: about 800 Chinese characters or 2,400 others.
const MOST_WEIGHT: usize = 2400;

/// Where a part lies in its text; of a requirement, `start` is its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Span {
    pub origin: PartOrigin,
    pub start: u32,
    pub end: u32,
}

/// The texts of a document that parts are taken from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Text {
    pub title: String,
    pub summary: String,
    pub text: String,
    pub more: String,
    pub requirements: Vec<(String, Priority)>,
    pub spans: Vec<Span>,
    /// What all its texts name, in the order of the glossary, each once.
    pub things: Vec<Thing>,
}

impl Text {
    /// The title; the requirements and all of them in one (the brief); the sentences of summary and
    /// description, and of the other texts where there are no requirements. Headings are left out.
    pub fn of(document: &Document, glossary: &Glossary) -> Text {
        let mut spans = Vec::new();
        let mut push = |origin, start: usize, end: usize| {
            if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) {
                spans.push(Span { origin, start, end });
            }
        };
        if !document.title.trim().is_empty() {
            push(PartOrigin::Title, 0, document.title.len());
        }
        for number in 0..document.requirements.len() {
            push(PartOrigin::Requirement, number, number);
        }
        if !document.requirements.is_empty() {
            push(PartOrigin::Brief, 0, 0);
        }
        let sources = [
            (PartOrigin::Summary, document.summary.as_str()),
            (PartOrigin::Text, document.text.as_str()),
            (PartOrigin::More, if document.requirements.is_empty() { document.more.as_str() } else { "" }),
        ];
        for (origin, text) in sources {
            for sentence in analyze::sentences(text, &document.lang) {
                if !analyze::is_heading(sentence) {
                    // a sentence is a slice of its text
                    let start = sentence.as_ptr() as usize - text.as_ptr() as usize;
                    push(origin, start, start + sentence.len());
                }
            }
        }
        spans.truncate(MOST_PARTS);
        Text {
            title: document.title.clone(),
            summary: document.summary.clone(),
            text: document.text.clone(),
            more: document.more.clone(),
            requirements: document.requirements.iter().map(|one| (one.text.clone(), one.priority)).collect(),
            spans,
            things: things_of(document, glossary),
        }
    }

    /// The texts that get a vector of their own.
    pub fn parts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.spans.iter().map(|span| {
            let (start, end) = (span.start as usize, span.end as usize);
            let part = match span.origin {
                PartOrigin::Brief => return Cow::Owned(self.brief()),
                PartOrigin::Requirement => self.requirements.get(start).map(|(text, _)| text.as_str()),
                PartOrigin::Title => self.title.get(start..end),
                PartOrigin::Summary => self.summary.get(start..end),
                PartOrigin::Text => self.text.get(start..end),
                PartOrigin::More => self.more.get(start..end),
            };
            Cow::Borrowed(part.unwrap_or_default())
        })
    }

    /// The parts with the role in which each is embedded: the brief asks, everything else may answer.
    pub fn parts_with_role(&self) -> impl Iterator<Item = (Role, Cow<'_, str>)> {
        let role = |span: &Span| if span.origin == PartOrigin::Brief { Role::Query } else { Role::Passage };
        self.spans.iter().map(role).zip(self.parts())
    }

    fn brief(&self) -> String {
        self.requirements.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join("; ")
    }

    /// The text whose vector stands for the whole record: title, summary, description, cut after a
    /// whole sentence where it is longer than the models read.
    pub fn whole(&self, lang: &str) -> String {
        let stop = if lang.starts_with("zh") { "。" } else { ". " };
        let join = |texts: &[&str]| {
            texts.iter().copied().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join(stop)
        };
        let mut text = join(&[&self.title, &self.summary, &self.text]);
        if text.is_empty() {
            text = join(&[&self.more]);
        }
        // no character weighs more than its bytes
        if text.len() > MOST_WEIGHT && weight(&text) > MOST_WEIGHT {
            let mut left = MOST_WEIGHT;
            let fitting = analyze::sentences(&text, lang).into_iter().take_while(|sentence| {
                let fits = weight(sentence) <= left;
                left = left.saturating_sub(weight(sentence));
                fits
            });
            let end = fitting.last().map(|last| last.as_ptr() as usize - text.as_ptr() as usize + last.len());
            text.truncate(end.unwrap_or(text.len()));
        }
        text
    }

    pub fn into_stored(self, lang: String) -> Stored {
        let priority = |span: &Span| match span.origin {
            PartOrigin::Requirement => self.requirements.get(span.start as usize).map(|(_, priority)| *priority),
            _ => None,
        };
        Stored {
            lang,
            parts: self.parts().map(Cow::into_owned).collect(),
            origins: self.spans.iter().map(|span| span.origin).collect(),
            priorities: self.spans.iter().map(|span| priority(span).unwrap_or_default()).collect(),
            title: self.title,
            things: self.things,
        }
    }
}

/// What all texts of a document name, in the order of the glossary, each once.
pub(super) fn things_of(document: &Document, glossary: &Glossary) -> Vec<Thing> {
    let texts = [&document.title, &document.summary, &document.text, &document.more].into_iter();
    let texts = texts.chain(&document.keywords).chain(document.requirements.iter().map(|one| &one.text));
    let mut things: Vec<Thing> = texts.flat_map(|text| glossary.things(text, &document.lang)).collect();
    things.sort_unstable();
    things.dedup();
    things
}

/// About what a text costs a model: a Chinese character is three letters.
fn weight(text: &str) -> usize {
    text.chars().map(|one| if one >= '\u{2E80}' { 3 } else { 1 }).sum()
}

impl Stored {
    /// The parts of a document, as a corpus stores them.
    pub fn of(document: &Document, glossary: &Glossary) -> Stored {
        Text::of(document, glossary).into_stored(primary(&document.lang))
    }
}

impl Document {
    /// The text whose vector stands for the whole record: title, summary, description.
    pub fn embedded_text(&self) -> String {
        Text::of(self, &Glossary::shipped()).whole(&self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Requirement;

    #[test]
    fn parts_are_title_requirements_brief_and_sentences() {
        let mut document = Document {
            lang: "zh-CN".into(),
            title: "甲".into(),
            text: "【简介】乙。丙。".into(),
            more: "丁".into(),
            ..Document::default()
        };
        assert_eq!(Stored::of(&document, &Glossary::shipped()).parts, ["甲", "乙。", "丙。", "丁"]);
        assert_eq!(Stored::of(&document, &Glossary::shipped()).lang, "zh");
        document.requirements =
            ["戊", "己"].map(|text| Requirement { text: text.into(), priority: Priority::Must }).into();
        let stored = Stored::of(&document, &Glossary::shipped());
        assert_eq!(stored.parts, ["甲", "戊", "己", "戊; 己", "乙。", "丙。"]);
        assert_eq!(stored.priorities[..4], [Priority::Should, Priority::Must, Priority::Must, Priority::Should]);
        assert_eq!(stored.origins[3], PartOrigin::Brief);
    }

    #[test]
    fn a_long_record_text_ends_with_a_whole_sentence() {
        let document = Document {
            lang: "zh".into(),
            title: "标题".into(),
            text: "水泵运行稳定。".repeat(200),
            ..Document::default()
        };
        let text = document.embedded_text();
        assert!(text.starts_with("标题。水泵") && text.ends_with('。') && text.chars().count() <= 800, "{text}");
        let short =
            Document { lang: "en".into(), title: "Pump".into(), text: "It runs. Well.".into(), ..Document::default() };
        assert_eq!(short.embedded_text(), "Pump. It runs. Well.");
    }
}
