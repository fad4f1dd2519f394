//! The public texts of a record with their places, and what they are once full-width letters, Chinese digits and
//! bracketed "at" and "dot" are read as what they stand for.

use std::sync::LazyLock;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::library::column::ColumnKind;
use crate::library::{Body, Library};

/// A text that everybody may read.
#[derive(Debug, Clone)]
pub struct PublicText {
    /// JSON Pointer to it.
    pub pointer: String,
    /// As it is written.
    pub written: String,
    /// In small letters of their common form, tricks undone; for looking, not for showing.
    pub folded: String,
    /// Whether the column is one of links.
    pub is_link: bool,
}

impl PublicText {
    /// A text that stands alone.
    pub fn of(pointer: &str, written: &str) -> Self {
        let (pointer, written) = (pointer.to_owned(), written.to_owned());
        Self { folded: fold(&written), pointer, written, is_link: false }
    }
}

/// Columns that hold text, but not what an author tells the other side.
const LEFT_OUT: [&str; 4] = ["external_id", "source", "source_reference", "ip_rights"];
/// Properties of lists that hold no text.
const CODES: [&str; 4] = ["priority", "lang", "origin", "stale"];

/// Every public text of a body. New columns come by themselves, since they stand in `COLUMNS`.
pub fn public<L: Library>(body: &L::Body) -> Vec<PublicText> {
    let Ok(Value::Object(members)) = serde_json::to_value(body) else { return Vec::new() };
    let mut texts = Vec::new();
    for column in L::COLUMNS.iter().filter(|column| column.public && !LEFT_OUT.contains(&column.name)) {
        let is_text =
            matches!(column.kind, ColumnKind::Text | ColumnKind::LongText | ColumnKind::List | ColumnKind::Json(_));
        if let Some(value) = members.get(column.name).filter(|_| is_text) {
            collect(value, format!("/{}", column.name), column.name == "links", &mut texts);
        }
    }
    texts
}

fn collect(value: &Value, pointer: String, is_link: bool, texts: &mut Vec<PublicText>) {
    match value {
        Value::String(text) => {
            texts.push(PublicText { pointer, written: text.clone(), folded: fold(text), is_link });
        }
        Value::Array(members) => {
            for (position, member) in members.iter().enumerate() {
                collect(member, format!("{pointer}/{position}"), is_link, texts);
            }
        }
        Value::Object(members) => {
            for (name, member) in members.iter().filter(|(name, _)| !CODES.contains(&name.as_str())) {
                collect(member, format!("{pointer}/{name}"), is_link, texts);
            }
        }
        _ => {}
    }
}

/// How people hide a mark, and what they mean.
static TRICKS: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    let marks = [(&["at", "a", "艾特"][..], "@"), (&["dot", "point", "punto", "点"], ".")];
    let mut tricks = Vec::new();
    for (words, mark) in marks {
        for word in words {
            for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("【", "】")] {
                tricks.extend(
                    [format!(" {open}{word}{close} "), format!("{open}{word}{close}")].map(|text| (text, mark)),
                );
            }
        }
    }
    tricks.extend([("艾特".to_owned(), "@"), ("点com".to_owned(), ".com"), ("点cn".to_owned(), ".cn")]);
    tricks
});

/// The text for looking.
pub fn fold(text: &str) -> String {
    let mut folded: String = text.nfkc().flat_map(char::to_lowercase).map(digit).collect();
    for (trick, mark) in TRICKS.iter() {
        if folded.contains(trick.as_str()) {
            folded = folded.replace(trick.as_str(), mark);
        }
    }
    // "wang at example dot org": only where both are there, as "at" is a word of its own
    if folded.contains(" at ") && folded.contains(" dot ") {
        folded = folded.replace(" at ", "@").replace(" dot ", ".");
    }
    folded
}

/// Chinese, Arabic-Indic and other digits in ASCII.
fn digit(one: char) -> char {
    const FAMILIES: [&str; 5] =
        ["零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"];
    let of = |family: &str| family.chars().position(|digit| digit == one);
    match one {
        '幺' => '1',
        _ if one.is_ascii() => one,
        _ => FAMILIES
            .iter()
            .find_map(|family| of(family))
            .and_then(|value| char::from_digit(u32::try_from(value).ok()?, 10))
            .unwrap_or(one),
    }
}

/// Measure words and units that make a figure of a Chinese digit before them: 三年, but not 三维 or 一种.
const MEASURES: &str = "十百千万亿半年天月周日台套米吨人户名元亩度倍成瓦伏升克公毫厘小分秒";

/// Whether a text has a figure, in digits of any script or in Chinese numerals with a measure.
pub fn has_figure(text: &str) -> bool {
    let mut before = None;
    text.chars().any(|one| {
        let counted = before.replace(one).is_some_and(|before: char| digit(before) != before && MEASURES.contains(one));
        one.is_numeric() || counted
    })
}

/// About how much a text says, whatever its script: a Chinese character is three letters.
pub fn weight(text: &str) -> usize {
    text.trim().chars().map(|one| if one >= '\u{2E80}' { 3 } else { 1 }).sum()
}

/// Title, summary and description in one.
pub fn running(body: &impl Body) -> String {
    let common = body.common();
    [common.title, common.summary.unwrap_or_default(), common.description].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_told_from_words_with_a_digit_in_them() {
        for text in ["40 kW", "٣ سنوات", "质保三年", "一百户", "节水四成"] {
            assert!(has_figure(text), "{text}");
        }
        for text in ["一种三维成像方法", "二氧化碳捕集", "une pompe", ""] {
            assert!(!has_figure(text), "{text}");
        }
    }

    #[test]
    fn tricks_are_undone() {
        assert_eq!(fold("ＷＡＮＧ（at）ｅｘａｍｐｌｅ．ｏｒｇ"), "wang@example.org");
        assert_eq!(fold("wang [at] example [dot] org"), "wang@example.org");
        assert_eq!(fold("wang at example dot org"), "wang@example.org");
        assert_eq!(fold("幺三八零零一三八零零零"), "13800138000");
        assert_eq!(fold("it works at 40 °C"), "it works at 40 °c");
    }
}
