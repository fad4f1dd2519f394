//! Reasons put into words. The index says *why* as a code with arguments; the messages are `reason-…` in `locales/`.

use siku_index::analyze::Glossary;
use siku_index::matching::Reason;

use crate::layout::Locale;
use crate::library::taxonomy::Names;

/// What reasons are put into words with.
pub struct Words<'a> {
    pub locale: Locale,
    pub names: &'a Names,
}

impl Words<'_> {
    /// The reason as a sentence in the reader's language.
    pub fn sentence(&self, reason: &Reason) -> String {
        let arguments: Vec<String> = reason.arguments.iter().map(|argument| self.named(argument)).collect();
        self.locale.code_with("reason", &reason.code, &arguments).unwrap_or_else(|| reason.code.clone())
    }

    /// Codes stand in the arguments; they are named in the reader's language.
    fn named(&self, argument: &str) -> String {
        let names: Vec<String> = argument.split(' ').map(|code| self.name(code)).collect();
        self.locale.list(&names)
    }

    fn name(&self, code: &str) -> String {
        let lang = self.locale.lang.tag();
        if let Some(name) = self.names.field(code, lang).or_else(|| self.names.country(code, lang)) {
            return name.to_owned();
        }
        let glossary = Glossary::shipped();
        let of_a_thing = glossary.name(code, lang).or_else(|| glossary.name(code, "en"));
        if let Some(name) = of_a_thing.or_else(|| self.names.thing(code, lang)) {
            return name.to_owned();
        }
        let families = ["mode", "quantity", "language"];
        families.iter().find_map(|family| self.locale.code(family, code)).unwrap_or_else(|| code.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Lang;

    /// Every code the signals and the dossier can give, with as many arguments as they come with.
    const CODES: &[(&str, usize)] = &[
        ("meaning", 1),
        ("brief", 1),
        ("focus", 1),
        ("answers", 1),
        ("alignment", 1),
        ("sentences", 1),
        // Until siku-7, in suggestions that are stored.
        ("title", 1),
        ("words", 1),
        ("bridges", 1),
        ("things", 2),
        ("things-none", 0),
        ("field-common", 1),
        ("field-none", 0),
        ("country-target", 1),
        ("country-other", 1),
        ("mode-common", 1),
        ("mode-none", 0),
        ("trl-enough", 2),
        ("trl-below", 2),
        ("price-within", 0),
        ("price-above", 0),
        ("conditions-covered", 1),
        ("conditions-missed", 1),
        ("language-same", 1),
        ("expiry", 1),
        ("dossier-country-field", 1),
        ("dossier-country", 0),
        ("dossier-region-field", 1),
        ("dossier-region", 0),
        ("dossier-field", 1),
        ("dossier-meaning", 0),
        ("dossier-technology", 0),
        ("near-sentences", 2),
        ("near-words", 2),
        ("near-names-differ", 2),
        ("near-figures-differ", 2),
        ("near-text-differs", 0),
    ];

    #[test]
    fn every_reason_has_words_in_every_language() {
        for lang in Lang::ALL {
            for (code, count) in CODES {
                let mut reason = Reason::new(code);
                for index in 0..*count {
                    reason = reason.with(format!("argument{index}"));
                }
                let names = Names::default();
                let text = Words { locale: Locale::new(*lang), names: &names }.sentence(&reason);
                assert_ne!(text, *code, "{lang:?} has no words for {code}");
                for index in 0..*count {
                    assert!(text.contains(&format!("argument{index}")), "{lang:?} {code}: {text}");
                }
            }
        }
    }
}
