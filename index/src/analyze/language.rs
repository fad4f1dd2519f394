//! The languages that have an analyzer of their own.

/// Languages with words of their own in the index; everything else shares `Other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Language {
    Zh,
    En,
    Fr,
    Ru,
    Es,
    Pt,
    Ar,
    Other,
}

/// The primary language of a BCP 47 tag, in small letters: as it is stored and told to the models.
pub fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

impl Language {
    pub const ALL: [Language; 8] = [
        Language::Zh,
        Language::En,
        Language::Fr,
        Language::Ru,
        Language::Es,
        Language::Pt,
        Language::Ar,
        Language::Other,
    ];

    /// From a BCP 47 tag, of which only the primary language counts (`zh-Hant-TW` is `Zh`).
    pub fn from_tag(tag: &str) -> Language {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Language::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
            .unwrap_or(Language::Other)
    }

    /// Two letters, or `other`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::Zh => "zh",
            Language::En => "en",
            Language::Fr => "fr",
            Language::Ru => "ru",
            Language::Es => "es",
            Language::Pt => "pt",
            Language::Ar => "ar",
            Language::Other => "other",
        }
    }

    /// Whether the language is written in Latin letters.
    pub const fn is_latin(self) -> bool {
        matches!(self, Language::En | Language::Fr | Language::Es | Language::Pt)
    }
}
