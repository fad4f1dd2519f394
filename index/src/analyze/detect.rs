//! Which language a text is in: by its script, then by its function words, then statistically.

use whatlang::{Detector, Lang};

use super::fold::is_han;
use super::language::Language;
use super::stopwords::languages_of;

/// Letters of a text by script.
#[derive(Default)]
struct Letters {
    han: usize,
    kana: usize,
    hangul: usize,
    latin: usize,
    cyrillic: usize,
    arabic: usize,
    all: usize,
}

fn count(text: &str) -> Letters {
    let mut letters = Letters::default();
    for character in text.chars() {
        if is_han(character) {
            letters.han += 1;
            letters.all += 1;
            continue;
        }
        if !character.is_alphabetic() {
            continue;
        }
        letters.all += 1;
        match character as u32 {
            0x41..=0x7A | 0xC0..=0x24F | 0x1E00..=0x1EFF | 0xFF21..=0xFF5A => letters.latin += 1,
            0x400..=0x52F => letters.cyrillic += 1,
            0x600..=0x77F | 0x8A0..=0x8FF | 0xFB50..=0xFEFC => letters.arabic += 1,
            0x3040..=0x30FF => letters.kana += 1,
            0xAC00..=0xD7AF | 0x1100..=0x11FF => letters.hangul += 1,
            _ => {}
        }
    }
    letters
}

/// Share of Chinese characters among the letters, 0–1.
pub fn han_share(text: &str) -> f32 {
    let letters = count(text);
    if letters.kana * 10 > letters.han { 0.0 } else { letters.han as f32 / letters.all.max(1) as f32 }
}

/// Share of Latin letters among the letters, 0–1.
pub fn latin_share(text: &str) -> f32 {
    let letters = count(text);
    letters.latin as f32 / letters.all.max(1) as f32
}

/// Language of a text as a two-letter tag; `en` when there is nothing to go by.
pub fn detect(text: &str) -> &'static str {
    let letters = count(text);
    // A Chinese character says about as much as three letters.
    let (han, kana) = (letters.han * 3, letters.kana * 3);
    let most = han.max(letters.latin).max(letters.cyrillic).max(letters.arabic).max(letters.hangul);
    match most {
        0 if kana > 0 => "ja",
        0 if letters.all > 0 => whatlang::detect(text).map_or("en", |info| tag(info.lang())),
        0 => "en",
        _ if han + kana >= most && kana * 5 > han => "ja",
        _ if most == han => "zh",
        _ if most == letters.hangul => "ko",
        _ if most == letters.cyrillic => {
            among(text, &[Lang::Rus, Lang::Ukr, Lang::Bul, Lang::Bel, Lang::Srp, Lang::Mkd], letters.cyrillic, "ru")
        }
        _ if most == letters.arabic => among(text, &[Lang::Ara, Lang::Pes, Lang::Urd], letters.arabic, "ar"),
        _ => latin(text, letters.latin),
    }
}

/// A statistical guess only where there is enough to go by.
fn among(text: &str, languages: &[Lang], letters: usize, usual: &'static str) -> &'static str {
    if letters < 24 {
        return usual;
    }
    match Detector::with_allowlist(languages.to_vec()).detect(text) {
        Some(info) if info.confidence() > 0.5 => tag(info.lang()),
        _ => usual,
    }
}

fn latin(text: &str, letters: usize) -> &'static str {
    if letters >= 60
        && let Some(info) = whatlang::detect(text)
        && info.is_reliable()
    {
        return tag(info.lang());
    }
    if let Some(language) = by_function_words(text) {
        return language.code();
    }
    let common = vec![Lang::Eng, Lang::Fra, Lang::Spa, Lang::Por];
    match Detector::with_allowlist(common).detect(text) {
        Some(info) if letters >= 12 && info.confidence() > 0.3 => tag(info.lang()),
        _ => "en",
    }
}

/// The one language that most of the short words, or the special letters, belong to.
fn by_function_words(text: &str) -> Option<Language> {
    let mut points = [0usize; 8];
    let mut plain = String::new();
    for word in text.to_lowercase().split(|one: char| !one.is_alphabetic()).filter(|word| word.len() > 1) {
        super::fold::without_accents(word, &mut plain);
        languages_of(&plain).for_each(|language| points[language as usize % 8] += 2);
        if word.chars().any(|one| matches!(one, 'ñ' | '¿' | '¡')) {
            points[Language::Es as usize] += 2;
        }
        if word.chars().any(|one| matches!(one, 'ã' | 'õ')) {
            points[Language::Pt as usize] += 2;
        }
        if word.chars().any(|one| matches!(one, 'è' | 'ê' | 'œ' | 'û' | 'î')) {
            points[Language::Fr as usize] += 1;
        }
        if word.ends_with("ción") || word.ends_with("ciones") {
            points[Language::Es as usize] += 2;
        }
        if word.ends_with("ção") || word.ends_with("ções") {
            points[Language::Pt as usize] += 2;
        }
    }
    let best = Language::ALL.into_iter().filter(|one| one.is_latin()).max_by_key(|one| points[*one as usize])?;
    let most = points[best as usize];
    let alone = Language::ALL.into_iter().filter(|one| one.is_latin() && points[*one as usize] == most).count() == 1;
    (most >= 2 && alone).then_some(best)
}

/// ISO 639-1 of what whatlang knows.
fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Rus => "ru",
        Lang::Ara => "ar",
        Lang::Cmn => "zh",
        Lang::Ukr => "uk",
        Lang::Bel => "be",
        Lang::Bul => "bg",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Vie => "vi",
        Lang::Deu => "de",
        Lang::Ita => "it",
        Lang::Tur => "tr",
        Lang::Pol => "pl",
        Lang::Nld => "nl",
        Lang::Ind => "id",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Tha => "th",
        Lang::Khm => "km",
        Lang::Mya => "my",
        Lang::Heb => "he",
        Lang::Ell => "el",
        Lang::Kat => "ka",
        Lang::Hye => "hy",
        Lang::Amh => "am",
        Lang::Uzb => "uz",
        Lang::Aze => "az",
        Lang::Ces => "cs",
        Lang::Ron => "ro",
        Lang::Hun => "hu",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Fin => "fi",
        Lang::Cat => "ca",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        _ => "und",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seven_languages_are_told_apart_even_in_short_texts() {
        for (text, lang) in [
            ("太阳能滴灌", "zh"),
            ("LED路灯控制器", "zh"),
            ("太陽光発電のシステム", "ja"),
            ("Solar drip irrigation for small farms", "en"),
            ("Irrigation économe en eau", "fr"),
            ("Riego por goteo para pequeños agricultores", "es"),
            ("Gestão de resíduos sólidos", "pt"),
            ("Опреснение воды", "ru"),
            ("تحلية المياه بالطاقة الشمسية", "ar"),
            ("", "en"),
        ] {
            assert_eq!(detect(text), lang, "{text}");
        }
    }
}
