//! Whether a page speaks one language: `lang` and `dir` are right, no key of a message stands where its text should,
//! and nothing is left of another language where the page does not say so.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use crate::pages::chromium::Chromium;

/// Names that are written this way in every language: of the service, of formats and keys, of models, and of the
/// account that the service was set up with. Abbreviations in capitals are none's.
const NAMES: &[&str] = &["Siku", "Atom", "Enter", "Lines", "Webhook", "use", "admin"];

/// Every text of the page that is not said to be of another language or for machines: text and what is read out or
/// shown in its place. In `[dir=ltr]` without a language stand numbers, addresses and codes.
const TEXTS: &str = "(() => {
    const own = document.documentElement.lang;
    const silent = 'script, style, code, kbd, pre, svg, [data-clock], body [dir=ltr]:not([lang])';
    const ours = (element) => !element.closest(silent) && (element.closest('[lang]').lang || own).split('-')[0] === own;
    const texts = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (ours(walk.currentNode.parentElement)) texts.push(walk.currentNode.data.trim());
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-label', 'data-text', 'data-show', 'data-lost'])
        for (const element of document.querySelectorAll(`[${name}]`))
            if (ours(element)) texts.push(element.getAttribute(name));
    return { lang: own, dir: document.documentElement.dir, texts: texts.filter((text) => text !== '') };
})()";

/// The names of all messages.
fn keys() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en");
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let text = files.collect::<Vec<_>>().join("\n");
    let names = text.lines().filter_map(|line| line.split_once(" =")).map(|(name, _)| name.to_owned());
    names.filter(|name| name.contains('-') && !name.contains(' ')).collect()
}

/// The words of a text, without addresses, codes and units.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let code = |part: &str| part.chars().any(|letter| "@/+".contains(letter) || letter.is_ascii_digit());
    // Between the marks that keep directions apart stand values.
    let parts = text.split(|letter: char| letter.is_whitespace() || ('\u{2066}'..='\u{2069}').contains(&letter));
    let parts = parts.filter(move |part| !part.is_ascii() || !code(part));
    parts.flat_map(|part| part.split(|letter: char| !letter.is_alphabetic()))
}

/// Whether a word is of a script that texts of a language are not written in.
fn strange(lang: &str, word: &str) -> bool {
    let latin = word.chars().all(|letter| letter.is_ascii_alphabetic());
    let name = NAMES.contains(&word) || word.chars().all(|letter| letter.is_ascii_uppercase());
    let han = word.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    let arabic = word.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter));
    match lang {
        "zh" => arabic || latin && !name && word.len() > 2,
        "ar" => han || latin && !name && word.len() > 2,
        _ => han || arabic,
    }
}

/// What the rules are checked with.
pub struct Speech {
    keys: BTreeSet<String>,
}

impl Speech {
    pub fn new() -> Self {
        let keys = keys();
        assert!(keys.contains("sign-in") && keys.len() > 500, "the keys of messages are found");
        Self { keys }
    }

    /// What is wrong with the page that is open, if anything.
    pub async fn faults(&self, browser: &Chromium, lang: &str) -> Vec<String> {
        let page = browser.value(TEXTS).await;
        let direction = if lang == "ar" { "rtl" } else { "ltr" };
        let mut faults = BTreeSet::new();
        if (&page["lang"], &page["dir"]) != (&json!(lang), &json!(direction)) {
            faults.insert(format!("it is in {} and runs {}", page["lang"], page["dir"]));
        }
        let texts = page["texts"].as_array().unwrap();
        assert!(texts.len() > 5, "a page says something: {page}");
        for text in texts.iter().filter_map(Value::as_str) {
            if words(text).any(|word| strange(lang, word)) {
                faults.insert(format!("in another language: {text}"));
            }
            let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_');
            // What has a dash in it is a word of English too: a key with one dash is a key where it stands alone.
            for part in parts.filter(|part| self.keys.contains(*part)) {
                if part == text || part.matches('-').count() > 1 {
                    faults.insert(format!("a key: {text}"));
                }
            }
        }
        faults.into_iter().collect()
    }
}

#[test]
fn a_word_of_another_language_is_noticed_and_a_code_is_not() {
    let noticed = |lang: &str, text: &str| words(text).any(|word| strange(lang, word));
    for (lang, text) in [("zh", "状态 suspended"), ("ar", "الحالة suspended"), ("en", "State 已暂停"), ("zh", "نعم")]
    {
        assert!(noticed(lang, text), "{text}");
    }
    for text in ["T-2026-000001 · TRL 8 · 12 V", "wang@drip.example", "由算法 \u{2068}siku-5+words\u{2069} 计算"]
    {
        assert!(!noticed("zh", text) && !noticed("ar", text.split('由').next().unwrap()), "{text}");
    }
    let speech = Speech::new();
    assert!(speech.keys.contains("form-problem") && !speech.keys.contains("problem"));
}
