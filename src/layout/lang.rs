//! The languages of the interface and how one is chosen; the writing direction of any language.
//!
//! Languages of *content* are open (any BCP 47 tag) and stay strings; see `content`.

use fluent_templates::{LanguageIdentifier, langid};

/// A language the interface is translated into. Adding one: a variant here, a directory in
/// `locales/`, and whatever `match` the compiler then asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    Zh,
    En,
    Fr,
    Ru,
    Ar,
    Es,
    Pt,
}

static ZH: LanguageIdentifier = langid!("zh");
static EN: LanguageIdentifier = langid!("en");
static FR: LanguageIdentifier = langid!("fr");
static RU: LanguageIdentifier = langid!("ru");
static AR: LanguageIdentifier = langid!("ar");
static ES: LanguageIdentifier = langid!("es");
static PT: LanguageIdentifier = langid!("pt");

impl Lang {
    pub const ALL: &'static [Lang] = &[Lang::Zh, Lang::En, Lang::Fr, Lang::Ru, Lang::Ar, Lang::Es, Lang::Pt];
    /// Used when the reader asks for nothing we have.
    pub const DEFAULT: Lang = Lang::En;

    /// BCP 47 tag, also the directory in `locales/`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
            Lang::Fr => "fr",
            Lang::Ru => "ru",
            Lang::Ar => "ar",
            Lang::Es => "es",
            Lang::Pt => "pt",
        }
    }

    /// The language's name in itself, as a language switch shows it.
    pub fn endonym(self) -> &'static str {
        match self {
            Lang::Zh => "中文",
            Lang::En => "English",
            Lang::Fr => "Français",
            Lang::Ru => "Русский",
            Lang::Ar => "العربية",
            Lang::Es => "Español",
            Lang::Pt => "Português",
        }
    }

    pub fn direction(self) -> &'static str {
        direction(self.tag())
    }

    pub(super) fn identifier(self) -> &'static LanguageIdentifier {
        match self {
            Lang::Zh => &ZH,
            Lang::En => &EN,
            Lang::Fr => &FR,
            Lang::Ru => &RU,
            Lang::Ar => &AR,
            Lang::Es => &ES,
            Lang::Pt => &PT,
        }
    }

    /// The interface language for a BCP 47 tag: `zh-Hant-TW` is answered in `zh`.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = primary_subtag(tag);
        Lang::ALL.iter().copied().find(|lang| lang.tag() == primary)
    }

    /// The choice, in order: `?lang=`, the cookie that remembers it, the language of the account, `Accept-Language`,
    /// the default.
    pub fn choose(query: Option<&str>, cookie: Option<&str>, account: Option<&str>, accept: Option<&str>) -> Lang {
        [query, cookie, account]
            .into_iter()
            .find_map(|tag| tag.and_then(Lang::from_tag))
            .or_else(|| accept.and_then(Lang::from_accept_language))
            .unwrap_or(Lang::DEFAULT)
    }

    /// The acceptable language with the highest weight (RFC 9110, 12.5.4); the first of equals.
    pub fn from_accept_language(header: &str) -> Option<Lang> {
        let mut best: Option<(f32, Lang)> = None;
        for range in header.split(',') {
            let mut parts = range.split(';');
            let Some(lang) = parts.next().and_then(|tag| Lang::from_tag(tag.trim())) else {
                continue;
            };
            let weight = parts
                .find_map(|parameter| parameter.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            if weight > 0.0 && best.is_none_or(|(highest, _)| weight > highest) {
                best = Some((weight, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }
}

/// `zh` of `zh-Hans-CN`, in lower case.
pub fn primary_subtag(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// `rtl` for languages written from right to left, else `ltr`; an explicit script decides.
pub fn direction(tag: &str) -> &'static str {
    const RTL_LANGUAGES: &[&str] = &["ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "ug", "ur", "yi"];
    const RTL_SCRIPTS: &[&str] = &["arab", "hebr", "syrc", "thaa", "nkoo", "rohg", "adlm"];
    let script = tag.split(['-', '_']).skip(1).find(|part| part.len() == 4);
    let rtl = match script {
        Some(script) => RTL_SCRIPTS.contains(&script.to_ascii_lowercase().as_str()),
        None => RTL_LANGUAGES.contains(&primary_subtag(tag).as_str()),
    };
    if rtl { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readers_choice_wins_over_the_account_and_the_account_over_the_browser() {
        assert_eq!(Lang::choose(Some("zh"), Some("en"), Some("ru"), Some("en")), Lang::Zh);
        assert_eq!(Lang::choose(Some("xx"), Some("zh"), Some("ru"), Some("en")), Lang::Zh);
        assert_eq!(Lang::choose(None, None, Some("ru"), Some("en")), Lang::Ru);
        assert_eq!(Lang::choose(None, None, Some("de"), Some("zh-CN,zh;q=0.9,en;q=0.8")), Lang::Zh);
        assert_eq!(Lang::choose(None, None, None, Some("de")), Lang::DEFAULT);
    }

    #[test]
    fn the_heaviest_acceptable_language_is_taken_and_weight_zero_never() {
        assert_eq!(Lang::from_accept_language("zh;q=0.2, en-GB;q=0.7, de"), Some(Lang::En));
        assert_eq!(Lang::from_accept_language("zh;q=0, de"), None);
        assert_eq!(Lang::from_accept_language("zh;q=rubbish, en;q=0.1"), Some(Lang::En));
    }

    #[test]
    fn direction_follows_the_script_before_the_language() {
        assert_eq!(direction("ar-EG"), "rtl");
        assert_eq!(direction("ku-Arab"), "rtl");
        assert_eq!(direction("ur-Latn"), "ltr");
        assert_eq!(direction("zh-Hans-CN"), "ltr");
    }
}
