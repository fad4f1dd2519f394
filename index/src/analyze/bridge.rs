//! Tokens that are the same in every language: numbers with units, formulas, standards, acronyms,
//! Latin names inside other scripts. They let words meet across languages where no translation is.

use std::borrow::Cow;

use super::fold::{is_han, push_wide};
use super::language::Language;
use super::stopwords::is_stop_word;
use super::units::{Quantity, canonical, digits_at, number_at, quantity_at, unit_at};

/// Whether tokens are made to be found or to find with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Only what is worth indexing.
    Index,
    /// Also the plain Latin words, in case a record in another script quotes them.
    Query,
}

/// Bodies whose name before a number makes a standard.
const STANDARDS: &[&str] = &[
    "ISO", "IEC", "GB", "EN", "DIN", "ASTM", "IEEE", "ITU", "JIS", "ANSI", "BS", "API", "ASME", "NF", "ГОСТ", "GOST",
    "IP", "UL", "NB", "HJ", "CJ", "NY",
];

/// The bridge tokens of a text.
pub fn bridge(text: &str, language: Language, side: Side) -> Vec<String> {
    let wide = widened(text);
    let latin = language.is_latin() || language == Language::Other && super::latin_share(text) > 0.5;
    let mut scan = Scan { text: &wide, at: 0, language, latin, side, shouting: is_shouting(&wide), tokens: Vec::new() };
    scan.run();
    scan.tokens
}

/// The text with letters and digits in their common forms; most texts are that already.
fn widened(text: &str) -> Cow<'_, str> {
    let is_plain = |one: char| {
        matches!(one, '\0'..='\x7F' | '\u{4E00}'..='\u{9FFF}' | '\u{3001}'..='\u{3011}' | '\u{E0}'..='\u{17E}'
            | '\u{0400}'..='\u{045F}' | '，' | '；' | '：' | '（' | '）' | '“' | '”')
    };
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut wide = String::with_capacity(text.len());
    text.chars().for_each(|one| push_wide(one, &mut wide));
    Cow::Owned(wide)
}

/// Capitals throughout: then they mark no acronyms.
fn is_shouting(text: &str) -> bool {
    let upper = text.bytes().filter(u8::is_ascii_uppercase).count();
    let lower = text.bytes().filter(u8::is_ascii_lowercase).count();
    upper > 12 && upper > lower
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    language: Language,
    latin: bool,
    side: Side,
    shouting: bool,
    tokens: Vec<String>,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn run(&mut self) {
        while let Some(first) = self.rest().bytes().next() {
            match first {
                b'0'..=b'9' => self.number(),
                b'a'..=b'z' | b'A'..=b'Z' => self.word(),
                0..=0x7F => self.at += 1,
                // Chinese characters and their punctuation
                0xE3..=0xE9 => self.at += 3,
                _ => match self.rest().chars().next() {
                    Some(first) if is_letter(first) => self.word(),
                    Some(first) => self.at += first.len_utf8(),
                    None => break,
                },
            }
        }
    }

    fn push(&mut self, token: String) {
        if token.len() <= 40 {
            self.tokens.push(token);
        }
    }

    fn number(&mut self) {
        let rest = self.rest();
        let Some(Quantity { number, multiplier, unit, length }) = quantity_at(rest, self.language) else {
            self.at += digits_at(rest);
            return;
        };
        let behind = rest.get(length..).unwrap_or_default();
        self.at += length;
        if let Some((base, factor)) = unit.or_else(|| self.unit_of_range(behind)) {
            self.push(format!("{}{base}", canonical(number * multiplier * factor)));
            return;
        }
        let letters = behind.bytes().take_while(u8::is_ascii_alphanumeric).count();
        if (1..=5).contains(&letters) && multiplier == 1.0 {
            // 5G, 3D, 16S
            let token = rest.get(..length + letters).unwrap_or_default().to_ascii_lowercase();
            self.at += letters;
            self.push(token);
            return;
        }
        let is_year = number.fract() == 0.0 && (1900.0..=2100.0).contains(&number);
        if !is_year && (number * multiplier >= 100.0 || number.fract() != 0.0) {
            self.push(canonical(number * multiplier));
        }
    }

    /// 4～8小时: the unit stands only after the second number.
    fn unit_of_range(&self, text: &str) -> Option<(&'static str, f64)> {
        let after = text.trim_start().strip_prefix(['~', '～', '〜', '-', '–', '—', '至', '到'])?.trim_start();
        let (_, length) = number_at(after, self.language)?;
        unit_at(after.get(length..)?).map(|(base, factor, _)| (base, factor))
    }

    fn word(&mut self) {
        let rest = self.rest();
        let length = word_length(rest);
        let (word, after) = rest.split_at(length);
        self.at += length;
        if (2..=8).contains(&word.len())
            && STANDARDS.contains(&word)
            && let Some((token, used)) = standard(word, after)
        {
            self.at += used;
            self.push(token);
            return;
        }
        if !word.is_ascii() {
            return;
        }
        let used = number_behind(word, after);
        self.at += used;
        let has_digit = used > 0 || word.bytes().any(|byte| byte.is_ascii_digit());
        if has_digit || self.is_name(word) {
            let joined = rest.get(..length + used).unwrap_or(word);
            self.push(joined.replace('-', "").to_ascii_lowercase());
        }
    }

    fn is_name(&self, word: &str) -> bool {
        let upper = word.bytes().filter(u8::is_ascii_uppercase).count();
        let acronym = (2..=10).contains(&word.len()) && upper >= 2 && upper * 2 >= word.len() || word == "pH";
        if acronym && !self.shouting {
            return true;
        }
        if self.latin && self.side == Side::Index {
            return false;
        }
        let (shortest, language) = if self.latin { (4, self.language) } else { (2, Language::En) };
        word.len() >= shortest && !is_stop_word(&word.to_ascii_lowercase(), language)
    }
}

/// Bytes of the letters and digits at the beginning.
fn word_length(text: &str) -> usize {
    let ascii = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match text.as_bytes().get(ascii) {
        Some(0x80..) => text.find(|one: char| !is_letter(one) && !one.is_ascii_digit()).unwrap_or(text.len()),
        _ => ascii,
    }
}

fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || (!character.is_ascii() && !is_han(character) && character.is_alphabetic())
}

/// `PM2.5`, `RS-485`: how many bytes after the word belong to it with their number.
fn number_behind(word: &str, after: &str) -> usize {
    let leading = |text: &str, wanted: fn(&u8) -> bool| text.bytes().take_while(wanted).count();
    match after.bytes().next() {
        Some(b'.') if word.ends_with(|last: char| last.is_ascii_digit()) => {
            let decimals = leading(&after[1..], u8::is_ascii_digit);
            if decimals > 0 { decimals + 1 } else { 0 }
        }
        Some(b'-') if word.len() <= 5 && word.bytes().any(|byte| byte.is_ascii_uppercase()) => {
            let rest = &after[1..];
            let is_number = rest.starts_with(|first: char| first.is_ascii_digit());
            if is_number { leading(rest, u8::is_ascii_alphanumeric) + 1 } else { 0 }
        }
        _ => 0,
    }
}

/// `GB/T 34670-2017` is `gb34670`; the year and the part do not matter for finding.
fn standard(body: &str, after: &str) -> Option<(String, usize)> {
    let mut rest = after;
    for extra in ["/T", "/Z", "/IEC", "/TS", "/TR", " ISO", " IEC", "-T"] {
        rest = rest.strip_prefix(extra).unwrap_or(rest);
    }
    let number = rest.trim_start_matches([' ', '-', ':', 'R', 'Р']);
    let length = number.bytes().take_while(u8::is_ascii_digit).count();
    let digits = number.get(..length).filter(|digits| digits.len() >= 2)?;
    let body = if body == "ГОСТ" { "gost".to_owned() } else { body.to_ascii_lowercase() };
    Some((format!("{body}{digits}"), after.len() - number.len() + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(text: &str, language: Language) -> Vec<String> {
        bridge(text, language, Side::Index)
    }

    #[test]
    fn quantities_meet_across_languages() {
        assert_eq!(index("储能120千瓦时", Language::Zh), ["120000wh"]);
        assert_eq!(index("120 kWh of storage", Language::En), ["120000wh"]);
        assert_eq!(index("0,12 МВт·ч", Language::Ru), ["120000wh"]);
        assert_eq!(index("放电时长4～8小时", Language::Zh), ["14400s", "28800s"]);
        assert_eq!(index("1.1亿亩", Language::Zh), ["110000000mu"]);
    }

    #[test]
    fn formulas_standards_and_acronyms_are_kept() {
        assert_eq!(index("符合GB/T 34670-2017和ISO 9001，防护IP65", Language::Zh), ["gb34670", "iso9001", "ip65"]);
        assert_eq!(index("ГОСТ 12345", Language::Ru), ["gost12345"]);
        assert_eq!(
            index("The LED lamp, RS-485, PM2.5, CO₂, pH and 5G", Language::En),
            ["led", "rs485", "pm2.5", "co2", "ph", "5g"]
        );
    }

    #[test]
    fn latin_names_inside_another_script_are_kept_and_can_be_asked_for() {
        assert_eq!(index("采用Bacillus subtilis菌剂", Language::Zh), ["bacillus", "subtilis"]);
        let asked = bridge("un agent à base de Bacillus subtilis", Language::Fr, Side::Query);
        assert!(asked.contains(&"bacillus".to_owned()) && asked.contains(&"subtilis".to_owned()), "{asked:?}");
        assert!(index("un agent à base de Bacillus subtilis", Language::Fr).is_empty());
    }

    #[test]
    fn a_title_in_capitals_is_not_taken_for_acronyms() {
        assert!(index("APPUI AU DEVELOPPEMENT RURAL DU BASSIN", Language::Fr).is_empty());
    }
}
