//! Words of languages that put spaces between them: lower case, no accents, no stop words, stemmed.
//!
//! Accents come off after stemming (stemmers need them), so a word typed without its accent may
//! get another stem; the endings where that is common (-cion, -cao) are given back their accent.

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold;
use super::language::Language;
use super::stopwords::{is_stop_word, is_told_by_accent};
use super::tokens::Tokens;

/// Longest word worth keeping, in bytes: what is longer is an address or a mistake.
const LONGEST: usize = 60;

fn algorithm(language: Language) -> Option<Algorithm> {
    match language {
        Language::En => Some(Algorithm::English),
        Language::Fr => Some(Algorithm::French),
        Language::Ru => Some(Algorithm::Russian),
        Language::Es => Some(Algorithm::Spanish),
        Language::Pt => Some(Algorithm::Portuguese),
        Language::Ar => Some(Algorithm::Arabic),
        Language::Zh | Language::Other => None,
    }
}

/// Words of `text` in order.
pub fn tokenize(text: &str, language: Language, out: &mut Tokens) {
    let composed;
    let text = if text.chars().any(|one| matches!(one, '\u{300}'..='\u{36F}')) {
        composed = text.nfc().collect::<String>();
        composed.as_str()
    } else {
        text
    };
    let mut finish = Finisher::new(language);
    let mut word = String::new();
    let mut wide = String::new();
    for character in text.chars() {
        if character.is_ascii_alphanumeric() {
            word.push(character.to_ascii_lowercase());
        } else if character.is_ascii() {
            finish.end_of_word(&mut word, out);
        } else if language == Language::Ar && fold::is_arabic_mark(character) {
            // not written in everyday text
        } else {
            wide.clear();
            fold::push_wide(character, &mut wide);
            for one in wide.chars() {
                if is_word_character(one) {
                    word.extend(one.to_lowercase().map(|lower| if lower == 'ё' { 'е' } else { lower }));
                } else {
                    finish.end_of_word(&mut word, out);
                }
            }
        }
    }
    finish.end_of_word(&mut word, out);
}

fn is_word_character(character: char) -> bool {
    character.is_alphanumeric() || (!character.is_ascii() && is_combining_mark(character))
}

struct Finisher {
    language: Language,
    stemmer: Option<Stemmer>,
    plain: String,
}

impl Finisher {
    fn new(language: Language) -> Finisher {
        Finisher { language, stemmer: algorithm(language).map(Stemmer::new), plain: String::new() }
    }

    fn end_of_word(&mut self, word: &mut String, out: &mut Tokens) {
        if !word.is_empty() && word.len() <= LONGEST * 4 {
            if !word.is_ascii() && word.chars().any(|one| fold::is_unspaced(one) || fold::is_han(one)) {
                pairs(word, out);
            } else if word.len() <= LONGEST {
                self.push(word, out);
            }
        }
        word.clear();
    }

    fn push(&mut self, word: &mut String, out: &mut Tokens) {
        fold::without_accents(word, &mut self.plain);
        let lonely_digit = word.len() == 1 && word.as_bytes().iter().all(u8::is_ascii_digit);
        let says_nothing = is_stop_word(&self.plain, self.language) && !is_told_by_accent(word, self.language);
        if lonely_digit || says_nothing {
            return;
        }
        let Some(stemmer) = self.stemmer.filter(|_| !word.bytes().any(|byte| byte.is_ascii_digit())) else {
            out.push(&self.plain);
            return;
        };
        restore_accent(word, self.language);
        if self.language == Language::Ar {
            // The stemmer takes the endings for different ones, writers do not.
            *word = without_article(word).chars().map(fold::arabic_ending).collect();
        }
        let stem = stemmer.stem(word);
        if self.language == Language::Ar {
            self.plain.clear();
            self.plain.extend(stem.chars().map(fold::arabic_letter));
        } else {
            fold::without_accents(&stem, &mut self.plain);
        }
        out.push(&self.plain);
    }
}

/// The word without the article and the conjunction or preposition written in one with it (light stemming, Larkey et al.
/// 2007), which the stemmer leaves on short words: للري, بالري and والري are الري, and that is ري. Again where a word only
/// looks as if it had them, so that it loses as much with its article as without: كالسيوم and الكالسيوم.
fn without_article(word: &str) -> &str {
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let after = bare.strip_prefix("لل").or_else(|| bare.strip_prefix(['ب', 'ك']).unwrap_or(bare).strip_prefix("ال"));
    after.filter(|rest| rest.chars().nth(1).is_some()).map_or(word, without_article)
}

/// Puts back the accent of the commonest endings when the author left it out.
fn restore_accent(word: &mut String, language: Language) {
    let (plain, accented): (&str, &str) = match language {
        Language::Es if word.ends_with("cion") => ("cion", "ción"),
        Language::Es if word.ends_with("sion") => ("sion", "sión"),
        Language::Pt if word.ends_with("cao") => ("cao", "ção"),
        Language::Pt if word.ends_with("coes") => ("coes", "ções"),
        _ => return,
    };
    word.truncate(word.len() - plain.len());
    word.push_str(accented);
}

/// Scripts without spaces, and Chinese inside other languages: every two neighbours are a word.
fn pairs(run: &str, out: &mut Tokens) {
    let characters: Vec<(usize, char)> = run.char_indices().collect();
    let end_of = |position: usize| characters.get(position).map_or(run.len(), |(start, _)| *start);
    if let [_] = characters.as_slice() {
        out.push(run);
    }
    for position in 0..characters.len().saturating_sub(1) {
        if let Some(pair) = run.get(end_of(position)..end_of(position + 2)) {
            out.push(pair);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, language: Language) -> Vec<String> {
        let mut tokens = Tokens::default();
        tokenize(text, language, &mut tokens);
        tokens.iter().map(str::to_owned).collect()
    }

    #[test]
    fn english_words_are_stemmed_and_function_words_dropped() {
        assert_eq!(
            words("The farmers' low-cost Irrigation systems", Language::En),
            ["farmer", "low", "cost", "irrig", "system"]
        );
    }

    #[test]
    fn french_elisions_and_accents_do_not_hide_a_word() {
        assert_eq!(words("L’économie d'énergie", Language::Fr), words("économie énergie", Language::Fr));
        assert_eq!(words("dessalement de l’eau", Language::Fr).len(), 2);
        assert_eq!(words("le maïs, mais la farine de maïs", Language::Fr), ["mai", "farin", "mai"]);
    }

    #[test]
    fn russian_forms_of_a_word_meet_and_yo_is_ye() {
        assert_eq!(words("орошения", Language::Ru), words("орошение", Language::Ru));
        assert_eq!(words("подъёмный", Language::Ru), words("подъемный", Language::Ru));
    }

    #[test]
    fn spanish_and_portuguese_words_meet_without_their_accents() {
        assert_eq!(words("irrigación", Language::Es), words("irrigacion", Language::Es));
        assert_eq!(words("té verde, te lo doy", Language::Es)[0], "te");
        assert_eq!(words("irrigación", Language::Es), words("irrigaciones", Language::Es));
        assert_eq!(words("irrigação", Language::Pt), words("irrigacao", Language::Pt));
        assert_eq!(words("estações", Language::Pt), words("estacoes", Language::Pt));
    }

    #[test]
    fn arabic_spelling_variants_and_the_article_do_not_matter() {
        assert_eq!(words("الطَّاقَةُ الشَّمْسِيَّة", Language::Ar), words("طاقة شمسية", Language::Ar));
        assert_eq!(words("أنظمة", Language::Ar), words("انظمة", Language::Ar));
        assert_eq!(words("مستشفى", Language::Ar), words("مستشفي", Language::Ar));
        assert_eq!(words("٢٢٠", Language::Ar), ["220"]);
        for (together, alone) in [
            ("للري بالري والري وللري", "ري"),
            ("للمياه والمياه فالمياه", "مياه"),
            ("وبالطاقة", "طاقة"),
            ("الكالسيوم", "كالسيوم"),
            ("البالون", "بالون"),
        ] {
            let alone = words(alone, Language::Ar);
            assert!(words(together, Language::Ar).iter().all(|word| alone.contains(word)), "{together}");
        }
        // Of a word that only begins like one with an article too little would be left.
        assert_ne!(words("الم", Language::Ar), words("م", Language::Ar));
        assert_eq!(words("طاقة مدرسة زراعة", Language::Ar), words("طاقه مدرسه زراعه", Language::Ar));
    }

    #[test]
    fn other_languages_get_folded_words_and_pairs_where_there_are_no_spaces() {
        assert_eq!(words("Điện mặt trời", Language::Other), ["dien", "mat", "troi"]);
        assert_eq!(words("ไฟฟ้า", Language::Other).len(), 4);
    }
}
