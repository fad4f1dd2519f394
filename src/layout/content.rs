//! Texts that authors wrote: in which language a record is shown, and how that is said.
//!
//! A record is shown in the reader's language where a translation exists, marked as one; the
//! original stays one tap away (`?content=original`).

use super::lang::{direction, primary_subtag};

/// A text with its language, which decides font, direction and pronunciation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Text {
    pub text: String,
    /// BCP 47 tag; empty when nobody knows, which leaves the direction to the browser.
    pub lang: String,
}

impl Text {
    pub fn new(text: impl Into<String>, lang: impl Into<String>) -> Self {
        Text { text: text.into(), lang: lang.into() }
    }

    pub fn dir(&self) -> &'static str {
        if self.lang.is_empty() { "auto" } else { direction(&self.lang) }
    }

    /// The paragraphs, split at line breaks.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.text.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// At most `limit` characters, cut at a space or full stop where there is one near, with `…`.
    pub fn shortened(&self, limit: usize) -> Text {
        let Some((end, _)) = self.text.char_indices().nth(limit) else {
            return self.clone();
        };
        let head = &self.text[..end];
        let near = head.char_indices().rev().take(24).find(|(_, c)| c.is_whitespace() || "。；，,.;".contains(*c));
        let kept = near.map_or(head, |(at, _)| &head[..at]);
        Text::new(format!("{}…", kept.trim_end()), self.lang.clone())
    }
}

/// A translation as far as choosing needs it.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    pub lang: &'a str,
    /// A person wrote it, not a machine.
    pub human: bool,
}

/// The position of the translation to show, or `None` for the original: the reader's language,
/// human before machine. `original` is the reader's wish to see what the author wrote.
pub fn choose(reader: &str, record_lang: &str, original: bool, translations: &[Candidate<'_>]) -> Option<usize> {
    let reader = primary_subtag(reader);
    if original || primary_subtag(record_lang) == reader {
        return None;
    }
    let fits = |candidate: &Candidate<'_>| primary_subtag(candidate.lang) == reader;
    translations
        .iter()
        .position(|candidate| fits(candidate) && candidate.human)
        .or_else(|| translations.iter().position(fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_human_translation_in_the_readers_language_is_preferred() {
        let translations = [
            Candidate { lang: "fr", human: true },
            Candidate { lang: "en-GB", human: false },
            Candidate { lang: "en", human: true },
        ];
        assert_eq!(choose("en", "zh", false, &translations), Some(2));
        assert_eq!(choose("zh", "zh-Hans", false, &translations), None);
        assert_eq!(choose("ru", "zh", false, &translations), None);
        assert_eq!(choose("en", "zh", true, &translations), None);
    }

    #[test]
    fn a_text_is_cut_between_words_and_never_inside_a_character() {
        let text = Text::new("The controller waters at night, when it is cool.", "en");
        assert_eq!(text.shortened(20).text, "The controller…");
        let text = Text::new("滴灌控制器在夜间浇水。白天不浇水", "zh");
        assert_eq!(text.shortened(12).text, "滴灌控制器在夜间浇水…");
        assert_eq!(text.shortened(100), text);
    }

    #[test]
    fn a_text_without_language_leaves_its_direction_to_the_browser() {
        assert_eq!(Text::new("نص", "").dir(), "auto");
        assert_eq!(Text::new("نص", "ar").dir(), "rtl");
    }
}
