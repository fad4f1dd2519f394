//! Which text of a document goes to which field of the word index, and how a question is put to
//! those fields.

use super::Document;
use super::bm25::Weights;
use crate::analyze::{self, Glossary, Language, Side, Tokens, glossary::Thing};

/// How often a title counts against the rest of the text.
const TITLE: usize = 2;

/// What the word index gets of a document.
pub(super) struct Wording {
    /// By language: the document's own text, its translations, and what it quotes in another script
    /// (an English abstract in a Chinese record).
    pub texts: Vec<(Language, String)>,
    /// Bridge tokens with spaces between them.
    pub bridge: String,
    /// Tokens of the things named, with spaces between them.
    pub things: String,
}

impl Wording {
    pub fn of(document: &Document, things: &[Thing], glossary: &Glossary) -> Wording {
        let language = Language::from_tag(&document.lang);
        let own = own_text(document);
        let bridge = analyze::bridge(&own, language, Side::Index).join(" ");
        let things = tokens_of(things, glossary).collect::<Vec<_>>().join(" ");
        let mut texts = Vec::with_capacity(1 + document.translations.len());
        texts.extend(quoted(&own, language));
        texts.push((language, own));
        for translated in &document.translations {
            let mut text = String::new();
            (0..TITLE).for_each(|_| line(&mut text, &translated.title));
            line(&mut text, &translated.text);
            texts.push((Language::from_tag(&translated.lang), text));
        }
        Wording { texts, bridge, things }
    }
}

fn own_text(document: &Document) -> String {
    let mut text = String::with_capacity(document.title.len() * TITLE + document.text.len() + document.more.len() + 64);
    (0..TITLE).for_each(|_| line(&mut text, &document.title));
    line(&mut text, &document.summary);
    line(&mut text, &document.text);
    line(&mut text, &document.more);
    document.keywords.iter().for_each(|keyword| line(&mut text, keyword));
    document.requirements.iter().for_each(|requirement| line(&mut text, &requirement.text));
    text
}

fn line(text: &mut String, part: &str) {
    if !part.is_empty() {
        text.push_str(part);
        text.push('\n');
    }
}

/// Text in another script than the document's language, where there is a good deal of it.
fn quoted(text: &str, language: Language) -> Option<(Language, String)> {
    let keep =
        |wanted: fn(char) -> bool| text.chars().map(|one| if wanted(one) { one } else { ' ' }).collect::<String>();
    if language == Language::Zh {
        // A Chinese character takes three bytes.
        let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
        (letters * 4 > text.len() && analyze::latin_share(text) > 0.5).then(|| {
            let latin = keep(|one| one < '\u{250}');
            (Language::from_tag(analyze::detect(&latin)), latin)
        })
    } else {
        (text.chars().any(|one| one >= '\u{4E00}') && analyze::han_share(text) > 0.1)
            .then(|| (Language::Zh, keep(|one| one >= '\u{2E80}')))
    }
}

/// Words of weighted texts, each with the sum of its weights.
pub(super) fn weights(texts: &[(&str, f32)], language: Language) -> Weights {
    let mut weights = Weights::new();
    let mut tokens = Tokens::default();
    for (text, weight) in texts {
        tokens.clear();
        analyze::tokenize(text, language, &mut tokens);
        tokens.iter().for_each(|word| add(&mut weights, word, *weight));
    }
    weights
}

fn tokens_of<'a>(things: &'a [Thing], glossary: &'a Glossary) -> impl Iterator<Item = &'a str> {
    things.iter().filter_map(|thing| glossary.token(*thing))
}

/// Tokens of things, of equal weight.
pub(super) fn thing_weights(things: &[Thing], glossary: &Glossary) -> Weights {
    tokens_of(things, glossary).map(|token| (token.to_owned(), 1.0)).collect()
}

/// Bridge tokens of weighted texts.
pub(super) fn bridge_weights(texts: &[(&str, f32)], language: Language) -> Weights {
    let mut weights = Weights::new();
    for (text, weight) in texts {
        analyze::bridge(text, language, Side::Query).iter().for_each(|word| add(&mut weights, word, *weight));
    }
    weights
}

fn add(weights: &mut Weights, word: &str, weight: f32) {
    match weights.get_mut(word) {
        Some(sum) => *sum += weight,
        None => {
            weights.insert(word.to_owned(), weight);
        }
    }
}

/// Languages whose words a text in a search box may be in: by its script, and the one it is said
/// to be in.
pub(super) fn languages_of(text: &str, said: Option<&str>) -> Vec<Language> {
    let mut languages: Vec<Language> = said.map(Language::from_tag).into_iter().collect();
    let any = |wanted: fn(char) -> bool| text.chars().any(wanted);
    let by_script: [(bool, &[Language]); 4] = [
        (any(|one| ('\u{3400}'..='\u{9FFF}').contains(&one)), &[Language::Zh]),
        (
            any(|one| one.is_alphanumeric() && one < '\u{250}'),
            &[Language::En, Language::Fr, Language::Es, Language::Pt],
        ),
        (any(|one| ('\u{400}'..='\u{52F}').contains(&one)), &[Language::Ru]),
        (any(|one| ('\u{600}'..='\u{6FF}').contains(&one)), &[Language::Ar]),
    ];
    languages.extend(by_script.into_iter().filter(|(there, _)| *there).flat_map(|(_, some)| some));
    languages.push(Language::Other);
    let mut unique = Vec::new();
    for language in languages {
        if !unique.contains(&language) {
            unique.push(language);
        }
    }
    unique
}
