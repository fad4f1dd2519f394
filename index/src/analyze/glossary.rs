//! Things by their names in thirteen languages, so that a text that says *banane* meets one that says 香蕉.
//!
//! Sentence vectors tell what a text is about and blur which crop, metal or disease it is; names tell. The glossary
//! (`assets/glossary.jsonl`, one thing a line: `{"thing": …, "zh": [names], "en": [names], …}`) gives each thing a token that is
//! the same in every language.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::simplified;
use super::language::{Language, primary};

static FILE: &str = include_str!("../../assets/glossary.jsonl");
static SHIPPED: LazyLock<Arc<Glossary>> = LazyLock::new(|| Arc::new(Draft::of(FILE).finish(0)));

/// Begins the token of a thing, and no word.
const MARK: char = '=';
/// Begins the token of a thing that the file does not have.
const OWN_MARK: &str = "=own-";
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

/// Names of one thing that somebody adds to those of the file: other names of a thing that is there, where one of them
/// is its name already, else a new thing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// From 1, for good: the thing's place follows from it, and so does its token.
    pub number: u32,
    /// Language (a BCP 47 tag) and name, what it is called first before what else it is called.
    pub names: Vec<(String, String)>,
}

impl Own {
    /// The token of the thing where it is a new one.
    pub fn token(number: u32) -> String {
        format!("{OWN_MARK}{number}")
    }
}

/// Names the file of the glossary: what was indexed with another one is indexed anew.
pub fn version() -> u64 {
    blake3::hash(FILE.as_bytes()).as_bytes().first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

/// What is left of a name when it is compared; empty where it has no word that could be found.
pub fn plain_name(lang: &str, name: &str) -> String {
    if Language::from_tag(lang) == Language::Zh {
        plain(name).trim().to_owned()
    } else {
        words_of(name, lang).join(" ")
    }
}

/// Names and the things that they stand for.
#[derive(Default)]
pub struct Glossary {
    revision: u64,
    /// Token of each thing.
    tokens: Vec<String>,
    /// None only for more names than an automaton holds.
    chinese: Option<AhoCorasick>,
    /// Which thing each Chinese name is.
    of_name: Vec<usize>,
    /// How each thing is called, by language, which is a primary tag.
    first_names: HashMap<String, HashMap<usize, String>>,
    words: Words,
    of_chinese: HashMap<String, usize>,
}

impl std::fmt::Debug for Glossary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Glossary {{ things: {}, revision: {} }}", self.tokens.len(), self.revision)
    }
}

/// By language and by the first word of a name.
type Words = HashMap<String, HashMap<String, Vec<Name>>>;

/// A name in words.
struct Name {
    /// What follows the first word.
    rest: Vec<String>,
    thing: usize,
}

/// The glossary in use, for everybody who holds a copy of this; the file's until another takes its place.
#[derive(Debug, Clone)]
pub struct InUse(Arc<RwLock<Arc<Glossary>>>);

impl Default for InUse {
    fn default() -> InUse {
        InUse(Arc::new(RwLock::new(Glossary::shipped())))
    }
}

impl InUse {
    /// The one in use at this moment.
    pub fn get(&self) -> Arc<Glossary> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What is read from now on is read with this one.
    pub fn replace(&self, glossary: Glossary) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(glossary);
    }
}

impl Glossary {
    /// The file's.
    pub fn shipped() -> Arc<Glossary> {
        Arc::clone(&SHIPPED)
    }

    /// The file's with names of one's own. A name that a thing has already stays that thing's. `revision` says which
    /// state of one's own names this is, 0 for none.
    pub fn with(own: &[Own], revision: u64) -> Glossary {
        Draft::of(FILE).joined(own).finish(revision)
    }

    /// Which state of one's own names this is.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The things that a text in this language (a BCP 47 tag) names, in order, with repetitions.
    pub fn things(&self, text: &str, lang: &str) -> Vec<Thing> {
        let found =
            if Language::from_tag(lang) == Language::Zh { self.in_chinese(text) } else { self.in_words(text, lang) };
        found.into_iter().filter_map(|thing| Thing::try_from(thing).ok()).collect()
    }

    /// The token of each thing, in the order of the glossary; no word is one.
    pub fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// The token of a thing.
    pub fn token(&self, thing: Thing) -> Option<&str> {
        self.tokens.get(usize::from(thing)).map(String::as_str)
    }

    /// The languages that it has names in, as primary tags.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        let mut languages: Vec<&str> = self.first_names.keys().map(String::as_str).collect();
        languages.sort_unstable();
        languages.into_iter()
    }

    /// How a thing is called in a language (a primary tag), by its token; `None` where the glossary does not say.
    pub fn name(&self, token: &str, lang: &str) -> Option<&str> {
        if !token.starts_with(MARK) {
            return None;
        }
        let thing = self.tokens.iter().position(|one| one == token)?;
        self.first_names.get(lang)?.get(&thing).map(String::as_str)
    }

    /// The token of the thing that has this name.
    pub fn thing_named(&self, lang: &str, name: &str) -> Option<&str> {
        self.known(lang, name).map(|thing| self.tokens[thing].as_str())
    }

    /// The thing that has this very name.
    fn known(&self, lang: &str, name: &str) -> Option<usize> {
        if Language::from_tag(lang) == Language::Zh {
            return self.of_chinese.get(plain(name).trim()).copied();
        }
        let in_words = words_of(name, lang);
        let (first, rest) = in_words.split_first()?;
        let same = self.words.get(&primary(lang))?.get(first)?;
        same.iter().find(|name| name.rest == rest).map(|name| name.thing)
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

/// A glossary that is being put together.
#[derive(Default)]
struct Draft {
    /// All of it but the automaton.
    glossary: Glossary,
    /// Chinese names, in step with the glossary's `of_name`.
    chinese: Vec<String>,
}

impl Draft {
    fn of(lines: &str) -> Draft {
        let mut draft = Draft::default();
        for (thing, line) in lines.lines().enumerate() {
            let mut languages: HashMap<String, serde_json::Value> = serde_json::from_str(line).unwrap_or_default();
            let id = languages.remove("thing").and_then(|id| id.as_str().map(str::to_owned)).unwrap_or_default();
            draft.glossary.tokens.push(format!("{MARK}{id}"));
            for (lang, names) in languages {
                for name in names.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str) {
                    draft.add(thing, &lang, name);
                }
            }
        }
        draft
    }

    /// Adds a name in a language, which is a primary tag.
    fn add(&mut self, thing: usize, lang: &str, name: &str) {
        let glossary = &mut self.glossary;
        let first = glossary.first_names.entry(lang.to_owned()).or_default();
        first.entry(thing).or_insert_with(|| name.to_owned());
        if lang == "zh" {
            let name = plain(name);
            glossary.of_chinese.entry(name.clone()).or_insert(thing);
            glossary.of_name.push(thing);
            self.chinese.push(name);
            return;
        }
        let mut in_words = words_of(name, lang);
        if !in_words.is_empty() {
            let first = in_words.remove(0);
            let same = glossary.words.entry(lang.to_owned()).or_default().entry(first).or_default();
            same.push(Name { rest: in_words, thing });
        }
    }

    /// With names of one's own.
    fn joined(mut self, own: &[Own]) -> Draft {
        let of_the_file = self.glossary.tokens.len();
        let last = own.iter().map(|one| one.number).max().unwrap_or_default();
        self.glossary.tokens.extend((1..=last).map(Own::token));
        for one in own {
            let named = one.names.iter().find_map(|(lang, name)| self.glossary.known(lang, name));
            let thing = named.unwrap_or(of_the_file + one.number.saturating_sub(1) as usize);
            for (lang, name) in &one.names {
                if self.glossary.known(lang, name).is_none() {
                    self.add(thing, &primary(lang), name);
                }
            }
        }
        self
    }

    fn finish(self, revision: u64) -> Glossary {
        let Draft { mut glossary, chinese } = self;
        for names in glossary.words.values_mut().flat_map(HashMap::values_mut) {
            // The longest name that fits is the one that is meant.
            names.sort_by_key(|name| std::cmp::Reverse(name.rest.len()));
        }
        glossary.chinese = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::LeftmostLongest)
            .build(&chinese)
            .ok();
        glossary.revision = revision;
        glossary
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
        let draft = Draft::of(concat!(
            r#"{"thing": "rice", "zh": ["水稻", "稻"], "en": ["rice"], "ru": ["рис"], "ar": ["أرز"], "tr": ["pirinç"], "vi": ["lúa"]}"#,
            "\n",
            r#"{"thing": "rice-husk", "zh": ["稻壳"], "en": ["rice husk"], "ru": ["рисовая шелуха"], "tr": ["pirinç kabuğu"]}"#,
            "\n",
            r#"{"thing": "cassava", "zh": ["木薯"], "vi": ["sắn"]}"#,
            "\n",
            r#"{"thing": "led", "zh": ["LED"], "en": ["LED"]}"#,
        ));
        draft.finish(0)
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
        assert!(Glossary::shipped().tokens().len() > 1_500);
    }

    #[test]
    fn letters_inside_a_longer_word_name_nothing() {
        let glossary = glossary();
        assert!(glossary.in_chinese("FILED文件").is_empty());
        assert_eq!(glossary.in_chinese("全彩LED屏").len(), 1);
    }

    #[test]
    fn names_of_ones_own_join_a_thing_that_is_there_or_make_one() {
        let names =
            |names: &[(&str, &str)]| names.iter().map(|(lang, name)| ((*lang).into(), (*name).into())).collect();
        let own = [
            Own { number: 1, names: names(&[("zh", "香蕉"), ("ha", "ayaba"), ("en", "rice")]) },
            Own { number: 4, names: names(&[("zh-Hans", "獼猴桃酵素"), ("uz", "kivi fermenti")]) },
        ];
        let glossary = Glossary::with(&own, 7);
        let of = |text: &str, lang: &str| -> Vec<&str> {
            glossary.things(text, lang).into_iter().filter_map(|thing| glossary.token(thing)).collect()
        };
        assert_eq!(of("Ayaba", "ha-NG"), of("banane", "fr"));
        assert_eq!(of("rice", "en"), of("水稻", "zh"), "rice stays rice");
        assert_eq!(of("猕猴桃酵素", "zh"), ["=own-4"]);
        assert_eq!(of("Kivi fermenti", "uz"), ["=own-4"]);
        assert_eq!(glossary.name("=own-4", "uz"), Some("kivi fermenti"));
        assert_eq!(glossary.tokens().len(), Glossary::shipped().tokens().len() + 4);
        assert_eq!(glossary.thing_named("uz", "KIVI fermenti"), Some("=own-4"));
        assert_eq!(glossary.thing_named("uz", "kivi"), None);
        assert_eq!((glossary.revision(), Glossary::shipped().revision()), (7, 0));
        assert_eq!(plain_name("en", "of the"), "");
    }

    /// What stewards write works as what the file says: one language of it taken out and given as one's own.
    #[test]
    fn a_language_given_as_names_of_ones_own_is_read_as_that_of_the_file() {
        let (mut rest, mut own) = (Vec::new(), Vec::new());
        for (number, line) in (1..).zip(FILE.lines()) {
            let mut thing: serde_json::Map<String, serde_json::Value> = serde_json::from_str(line).unwrap();
            let swahili = thing.remove("sw").unwrap_or_default();
            let names = |lang: &str, names: &serde_json::Value| -> Vec<(String, String)> {
                let names = names.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
                names.map(|name| (lang.to_owned(), name.to_owned())).collect()
            };
            let mut all = names("zh", &thing["zh"]);
            all.extend(names("sw", &swahili));
            own.push(Own { number, names: all });
            rest.push(serde_json::to_string(&thing).unwrap());
        }
        let with = Draft::of(&rest.join("\n")).joined(&own).finish(1);
        let shipped = Glossary::shipped();
        let text = "Mbegu bora za muhogo na migomba, pampu ya maji inayotumia nishati ya jua, mahindi na mpunga";
        assert!(shipped.things(text, "sw").len() > 4);
        assert_eq!(with.things(text, "sw"), shipped.things(text, "sw"));
        for one in &own {
            for (lang, name) in &one.names {
                assert_eq!(with.thing_named(lang, name), shipped.thing_named(lang, name), "{name}");
            }
        }
    }
}
