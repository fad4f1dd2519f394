//! Makes different spellings of one thing equal, character by character: full width, traditional
//! script, letter case, accents, the forms of Arabic letters. Length may change.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `simplified.txt` as a table over the basic plane: 0 where the character stays.
static SIMPLIFIED: LazyLock<Box<[u16]>> = LazyLock::new(|| {
    let mut table = vec![0u16; 0x1_0000].into_boxed_slice();
    for line in include_str!("simplified.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut characters = line.chars();
        while let (Some(from), Some(to)) = (characters.next(), characters.next()) {
            if let (Some(slot), Ok(to)) = (table.get_mut(from as usize), u16::try_from(to as u32)) {
                *slot = to;
            }
        }
    }
    table
});

/// The simplified form of a Chinese character; other characters as they are.
pub fn simplified(character: char) -> char {
    match SIMPLIFIED.get(character as usize) {
        Some(&to) if to != 0 => char::from_u32(u32::from(to)).unwrap_or(character),
        _ => character,
    }
}

/// Chinese characters, not kana.
pub fn is_han(character: char) -> bool {
    matches!(character as u32,
        0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x3007 | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

/// Scripts written without spaces between words, Chinese apart.
pub fn is_unspaced(character: char) -> bool {
    matches!(character as u32,
        0x3040..=0x30FF | 0x31F0..=0x31FF          // kana
        | 0x0E00..=0x0EFF                           // Thai, Lao
        | 0x1000..=0x109F | 0x1780..=0x17FF) // Myanmar, Khmer
}

/// Width and compatibility forms (NFKC by the character), Arabic-Indic digits; case stays.
pub fn push_wide(character: char, out: &mut String) {
    match character {
        '\0'..='\x7F' => out.push(character),
        '\u{FF01}'..='\u{FF5E}' => out.push(char::from_u32(character as u32 - 0xFEE0).unwrap_or(character)),
        '\u{3000}' | '\u{A0}' | '\u{202F}' | '\u{2009}' => out.push(' '),
        // what most texts are made of and what has no other form
        '\u{4E00}'..='\u{9FFF}'
        | '\u{3001}'..='\u{3011}'
        | '\u{201C}'
        | '\u{201D}'
        | '\u{E0}'..='\u{17E}'
        | '\u{0400}'..='\u{045F}'
        | '\u{0621}'..='\u{065F}' => out.push(character),
        '\u{0660}'..='\u{0669}' => out.push(digit(character as u32 - 0x0660)),
        '\u{06F0}'..='\u{06F9}' => out.push(digit(character as u32 - 0x06F0)),
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' => {}
        '\u{2010}' | '\u{2011}' => out.push('-'),
        '\u{2019}' => out.push('\''),
        _ => out.extend(std::iter::once(character).nfkc()),
    }
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

/// Width, simplified script and lower case in one: what Chinese text is cut after.
pub fn fold_chinese(text: &str, out: &mut String) {
    out.clear();
    let mut wide = String::new();
    for character in text.chars() {
        if character.is_ascii() {
            out.push(character.to_ascii_lowercase());
        } else if is_han(character) {
            out.push(simplified(character));
        } else {
            wide.clear();
            push_wide(character, &mut wide);
            wide.chars().map(simplified).for_each(|one| push_plain_lower(one, out));
        }
    }
}

/// Lower case without accents.
fn push_plain_lower(character: char, out: &mut String) {
    if character.is_ascii() {
        out.push(character.to_ascii_lowercase());
    } else if character.is_alphabetic() && !is_han(character) {
        let lower = character.to_lowercase();
        out.extend(lower.nfd().filter(|one| !is_combining_mark(*one)));
    } else {
        out.push(character);
    }
}

/// Takes the accents off Latin letters; anything else stays.
pub fn without_accents(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        return;
    }
    for character in word.chars() {
        match character {
            '\0'..='\x7F' => out.push(character),
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            '\u{80}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => {
                out.extend(std::iter::once(character).nfd().filter(|one| !is_combining_mark(*one)));
            }
            // Vietnamese and others may come decomposed.
            '\u{300}'..='\u{36F}' => {}
            _ => out.push(character),
        }
    }
}

/// Signs of Arabic writing that are left out of everyday text: vowel marks and the stretcher.
pub fn is_arabic_mark(character: char) -> bool {
    matches!(character, '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06ED}')
}

/// One form for the letters of Arabic that writers use for each other.
pub fn arabic_letter(character: char) -> char {
    match character {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ة' | 'ۀ' => 'ه',
        'ؤ' => 'و',
        'ک' => 'ك',
        other => other,
    }
}

/// The two endings that many writers do not tell apart, as the stemmer knows them best.
pub fn arabic_ending(character: char) -> char {
    match character {
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_full_width_text_becomes_simplified_and_narrow() {
        let mut out = String::new();
        fold_chinese("ＬＥＤ燈、發電機　２２０Ｖ ㎡ é", &mut out);
        assert_eq!(out, "led灯、发电机 220v m2 e");
    }

    #[test]
    fn accents_come_off_latin_letters_only() {
        let mut out = String::new();
        without_accents("irrigação œuvre Łódź", &mut out);
        assert_eq!(out, "irrigacao oeuvre Łodz");
        without_accents("йод", &mut out);
        assert_eq!(out, "йод");
    }
}
