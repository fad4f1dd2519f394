//! From text to words, sentences and language: one analyzer per language, the *bridge* tokens that
//! survive translation, a sentence splitter, a language guesser. No ranking, no index.
//!
//! | file | what |
//! |---|---|
//! | `language` | the languages that have an analyzer |
//! | `fold` | different spellings of one character |
//! | `chinese`, `spaced` | the analyzers |
//! | `stopwords` | words without a subject |
//! | `bridge`, `units` | tokens that are the same in every language |
//! | `glossary` | names of things that have one token in every language |
//! | `sentences` | the splitter |
//! | `detect` | which language a text is in |
//! | `tokens` | the door to tantivy |

mod bridge;
mod chinese;
mod detect;
mod fold;
pub mod glossary;
mod language;
mod sentences;
mod spaced;
mod stopwords;
mod tokens;
mod units;

pub use bridge::{Side, bridge};
pub use chinese::{is_word as is_chinese_word, warm_up};
pub use detect::{detect, han_share, latin_share};
pub use glossary::Glossary;
pub use language::{Language, primary};
pub use sentences::{is_heading, sentences};
pub use stopwords::is_stop_word;
pub use tokens::{Analyzer, Ready, Tokens};
pub use units::quantities;

/// Appends the words of `text`, as the index sees them, in order and with repetitions.
pub fn tokenize(text: &str, language: Language, out: &mut Tokens) {
    match language {
        Language::Zh => chinese::tokenize(text, out),
        _ => spaced::tokenize(text, language, out),
    }
}

/// Words of a text as the index sees them, in order, with repetitions.
pub fn words(text: &str, lang: &str) -> Vec<String> {
    let mut tokens = Tokens::default();
    tokenize(text, Language::from_tag(lang), &mut tokens);
    tokens.iter().map(str::to_owned).collect()
}
