//! Things by their names in thirteen languages, so that a text that says *banane* meets one that says 香蕉.
//!
//! Sentence vectors tell what a text is about and blur which crop, metal or disease it is; names tell. The glossary
//! (`assets/glossary.jsonl`, one thing a line: `{"thing": …, "zh": [names], "en": [names], …}`) gives each thing a token that is
//! the same in every language.

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::simplified;
use super::language::{Language, primary};

static FILE: &str = include_str!("../../assets/glossary.jsonl");
static GLOSSARY: LazyLock<Glossary> = LazyLock::new(|| Glossary::of(FILE));

/// Begins the token of a thing, and no word.
const MARK: char = '=';
/// What is left of the dot of a Turkish İ in small letters.
const DOT: char = '\u{307}';
/// Languages without a stemmer in which an ending may follow a name.
const WITH_ENDINGS: [&str; 5] = ["fa", "hi", "id", "sw", "tr"];
/// Letters of such an ending.
const ENDING: usize = 4;
/// Letters that a name must have for that.
const SHORTEST: usize = 4;

/// A thing of the glossary: its place there.
pub type Thing = u16;

/// The things that a text in this language (a BCP 47 tag) names, in order, with repetitions.
pub fn things(text: &str, lang: &str) -> Vec<Thing> {
    let glossary = &*GLOSSARY;
    let found = if Language::from_tag(lang) == Language::Zh {
        glossary.in_chinese(text)
    } else {
        glossary.in_words(text, lang)
    };
    found.into_iter().filter_map(|thing| Thing::try_from(thing).ok()).collect()
}

/// The token of each thing, in the order of the glossary; no word is one.
pub fn tokens() -> &'static [String] {
    &GLOSSARY.tokens
}

/// How a thing is called in a language (a primary tag), by its token; `None` where the glossary does not say.
pub fn name(token: &str, lang: &str) -> Option<&'static str> {
    if !token.starts_with(MARK) {
        return None;
    }
    let glossary = &*GLOSSARY;
    let thing = glossary.tokens.iter().position(|one| one == token)?;
    glossary.first_names.get(lang)?.get(&thing).map(String::as_str)
}

/// Names the glossary: what was indexed with another one is indexed anew.
pub fn version() -> u64 {
    blake3::hash(FILE.as_bytes()).as_bytes().first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

struct Glossary {
    /// Token of each thing.
    tokens: Vec<String>,
    /// None only for more names than an automaton holds.
    chinese: Option<AhoCorasick>,
    /// Which thing each Chinese name is.
    of_name: Vec<usize>,
    /// How each thing is called, by language, which is a primary tag.
    first_names: HashMap<String, HashMap<usize, String>>,
    /// By language and by the first word of a name.
    words: HashMap<String, HashMap<String, Vec<Name>>>,
}

/// A name in words.
struct Name {
    /// What follows the first word.
    rest: Vec<String>,
    thing: usize,
}

impl Glossary {
    fn of(lines: &str) -> Glossary {
        let (mut tokens, mut names, mut of_name) = (Vec::new(), Vec::new(), Vec::new());
        let mut first_names: HashMap<String, HashMap<usize, String>> = HashMap::new();
        let mut words: HashMap<String, HashMap<String, Vec<Name>>> = HashMap::new();
        for (thing, line) in lines.lines().enumerate() {
            let mut languages: HashMap<String, serde_json::Value> = serde_json::from_str(line).unwrap_or_default();
            let id = languages.remove("thing").and_then(|id| id.as_str().map(str::to_owned)).unwrap_or_default();
            tokens.push(format!("{MARK}{id}"));
            for (lang, names_of_it) in languages {
                for name in names_of_it.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str) {
                    first_names.entry(lang.clone()).or_default().entry(thing).or_insert_with(|| name.to_owned());
                    if lang == "zh" {
                        names.push(plain(name));
                        of_name.push(thing);
                        continue;
                    }
                    let mut in_words = words_of(name, &lang);
                    if !in_words.is_empty() {
                        let first = in_words.remove(0);
                        let same = words.entry(lang.clone()).or_default().entry(first).or_default();
                        same.push(Name { rest: in_words, thing });
                    }
                }
            }
        }
        for names in words.values_mut().flat_map(HashMap::values_mut) {
            // The longest name that fits is the one that is meant.
            names.sort_by_key(|name| std::cmp::Reverse(name.rest.len()));
        }
        let chinese = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::LeftmostLongest)
            .build(&names)
            .ok();
        Glossary { tokens, chinese, of_name, first_names, words }
    }

    fn in_chinese(&self, text: &str) -> Vec<usize> {
        let text = plain(text);
        // Whether a word in Latin letters goes on over this place: LED is named in "LED灯", not in "FILED".
        let goes_on = |at: usize| {
            let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
            at > 0 && letter(text.as_bytes().get(at - 1)) && letter(text.as_bytes().get(at))
        };
        let found = self.chinese.iter().flat_map(|names| names.find_iter(&text));
        found
            .filter(|found| !goes_on(found.start()) && !goes_on(found.end()))
            .map(|found| self.of_name[found.pattern().as_usize()])
            .collect()
    }

    fn in_words(&self, text: &str, lang: &str) -> Vec<usize> {
        let primary = primary(lang);
        let Some(names) = self.words.get(&primary) else { return Vec::new() };
        let endings = WITH_ENDINGS.contains(&primary.as_str());
        let words = words_of(text, lang);
        let (mut found, mut at) = (Vec::new(), 0);
        while at < words.len() {
            let name = beginnings(&words[at], endings).filter_map(|first| names.get(first)).flatten().find(|name| {
                let rest = words.get(at + 1..at + 1 + name.rest.len());
                rest.is_some_and(|rest| {
                    let same = |(word, named): (&String, &String)| beginnings(word, endings).any(|one| one == named);
                    rest.iter().zip(&name.rest).all(same)
                })
            });
            found.extend(name.map(|name| name.thing));
            at += 1 + name.map_or(0, |name| name.rest.len());
        }
        found
    }
}

/// A word, and where it may have an ending what remains without one; the longest first.
fn beginnings(word: &str, endings: bool) -> impl Iterator<Item = &str> {
    let letters = word.chars().count();
    let most = if endings { ENDING.min(letters.saturating_sub(SHORTEST)) } else { 0 };
    let cuts = word.char_indices().rev().map(|(at, _)| at).take(most);
    std::iter::once(word.len()).chain(cuts).map(|end| &word[..end])
}

/// Simplified script, small letters.
fn plain(text: &str) -> String {
    text.chars().map(|one| simplified(one).to_ascii_lowercase()).collect()
}

/// Stemmed words; where there is no stemmer the words as they are, for tones and dots tell them apart.
fn words_of(text: &str, lang: &str) -> Vec<String> {
    if Language::from_tag(lang) == Language::Other {
        let small: String = text.nfc().flat_map(char::to_lowercase).filter(|one| *one != DOT).collect();
        let words = small.split(|one: char| !(one.is_alphanumeric() || is_combining_mark(one)));
        return words.filter(|word| !word.is_empty()).map(str::to_owned).collect();
    }
    super::words(text, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Glossary {
        Glossary::of(concat!(
            r#"{"thing": "rice", "zh": ["水稻", "稻"], "en": ["rice"], "ru": ["рис"], "ar": ["أرز"], "tr": ["pirinç"], "vi": ["lúa"]}"#,
            "\n",
            r#"{"thing": "rice-husk", "zh": ["稻壳"], "en": ["rice husk"], "ru": ["рисовая шелуха"], "tr": ["pirinç kabuğu"]}"#,
            "\n",
            r#"{"thing": "cassava", "zh": ["木薯"], "vi": ["sắn"]}"#,
            "\n",
            r#"{"thing": "led", "zh": ["LED"], "en": ["LED"]}"#,
        ))
    }

    #[test]
    fn one_thing_has_one_token_in_every_language_and_the_longest_name_is_meant() {
        let glossary = glossary();
        let of = |text: &str, lang: &str| -> Vec<&str> {
            let found = if lang == "zh" { glossary.in_chinese(text) } else { glossary.in_words(text, lang) };
            found.into_iter().map(|thing| glossary.tokens[thing].as_str()).collect()
        };
        assert_eq!(of("稻壳炭改良水稻田，led灯", "zh"), ["=rice-husk", "=rice", "=led"]);
        assert_eq!(of("Rice husks from the rice mill", "en-GB"), ["=rice-husk", "=rice"]);
        assert_eq!(of("переработка рисовой шелухи и риса", "ru"), ["=rice-husk", "=rice"]);
        assert_eq!(of("حقول الأرز", "ar"), ["=rice"]);
        assert_eq!(of("Pirinç kabuğundan briket, pirinçler", "tr"), ["=rice-husk", "=rice"]);
        assert_eq!(of("gieo cấy lúa, sản phẩm", "vi"), ["=rice"]);
        assert_eq!(of("sắn", "vi"), ["=cassava"]);
        assert_eq!(of("A filed knitted price", "en"), Vec::<&str>::new());
        assert_eq!(of("rice", "xx"), Vec::<&str>::new());
    }

    #[test]
    fn every_line_of_the_glossary_names_one_thing_and_no_name_stands_for_two() {
        let languages = ["ar", "en", "es", "fa", "fr", "hi", "id", "pt", "ru", "sw", "tr", "vi", "zh"];
        let mut of_name = HashMap::new();
        for line in FILE.lines() {
            let mut thing: std::collections::BTreeMap<String, serde_json::Value> = serde_json::from_str(line).unwrap();
            let id = thing.remove("thing").unwrap();
            assert_eq!(of_name.insert(("thing".to_owned(), id.to_string()), id.clone()), None, "{id} twice");
            for (lang, names) in thing {
                assert!(languages.contains(&lang.as_str()), "{id}: {lang}");
                for name in names.as_array().unwrap() {
                    let name = name.as_str().unwrap();
                    assert!(lang == "zh" || !words_of(name, &lang).is_empty(), "{id}: {name:?} has no word");
                    let before = of_name.insert((lang.clone(), name.to_lowercase()), id.clone());
                    assert!(before.is_none_or(|other| other == id), "{id}: {name} is another thing, too");
                }
            }
        }
        assert!(tokens().len() > 1_500);
    }

    #[test]
    fn letters_inside_a_longer_word_name_nothing() {
        let glossary = glossary();
        assert!(glossary.in_chinese("FILED文件").is_empty());
        assert_eq!(glossary.in_chinese("全彩LED屏").len(), 1);
    }
}
