//! Chinese words: jieba in search mode over folded text, with pairs where the dictionary knows no
//! word, so that new terms (the names of new things, mostly) are still found as a whole.

use std::sync::LazyLock;

use jieba_rs::Jieba;

use super::fold;
use super::language::Language;
use super::stopwords::is_stop_word;
use super::tokens::Tokens;

/// One dictionary for the process: 30 MB and a fifth of a second, so not before it is needed.
static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);

/// Loads the dictionary now rather than with the first Chinese text.
pub fn warm_up() {
    LazyLock::force(&JIEBA);
}

/// Whether the dictionary has this word.
pub fn is_word(word: &str) -> bool {
    JIEBA.has_word(word)
}

/// Words of `text` in order; a word's shorter parts come before it.
pub fn tokenize(text: &str, out: &mut Tokens) {
    let mut folded = String::with_capacity(text.len());
    fold::fold_chinese(text, &mut folded);
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let (run, kind) = take_run(rest, first);
        rest = rest.get(run.len()..).unwrap_or_default();
        match kind {
            Kind::Han => cut(run, out),
            Kind::Word => push_word(run, out),
            Kind::Letters => super::spaced::tokenize(run, Language::Other, out),
            Kind::Gap => {}
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Han,
    /// ASCII letters and digits.
    Word,
    /// Letters of other scripts.
    Letters,
    Gap,
}

fn kind(character: char) -> Kind {
    match character {
        'a'..='z' | '0'..='9' => Kind::Word,
        _ if fold::is_han(character) => Kind::Han,
        _ if character.is_alphanumeric() => Kind::Letters,
        _ => Kind::Gap,
    }
}

/// The longest beginning of one kind; a point between two digits belongs to the number.
fn take_run(text: &str, first: char) -> (&str, Kind) {
    let wanted = kind(first);
    let mut previous = first;
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((start, character)) = characters.next() {
        let inside = kind(character) == wanted
            || (wanted == Kind::Word
                && character == '.'
                && previous.is_ascii_digit()
                && characters.peek().is_some_and(|(_, next)| next.is_ascii_digit()));
        if !inside {
            return (text.get(..start).unwrap_or(text), wanted);
        }
        previous = character;
    }
    (text, wanted)
}

/// ASCII words as they are; a lonely digit says nothing.
fn push_word(word: &str, out: &mut Tokens) {
    let lonely_digit = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_digit());
    if !lonely_digit && word.len() <= 60 && !is_stop_word(word, Language::En) {
        out.push(word);
    }
}

fn cut(run: &str, out: &mut Tokens) {
    // start and end of the last character that stood alone
    let mut alone: Option<(usize, usize)> = None;
    for token in JIEBA.cut_for_search(run, false) {
        let is_single = token.end - token.start == 1;
        if is_single {
            if let Some((start, end)) = alone
                && end == token.byte_start
            {
                out.push(run.get(start..token.byte_end).unwrap_or_default());
            }
            alone = (!is_stop_word(token.word, Language::Zh)).then_some((token.byte_start, token.byte_end));
        }
        if !is_stop_word(token.word, Language::Zh) {
            out.push(token.word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut tokens = Tokens::default();
        tokenize(text, &mut tokens);
        tokens.iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_long_word_is_found_by_its_parts_and_as_a_whole() {
        let words = words("太阳能滴灌控制器");
        assert_eq!(words, ["太阳", "太阳能", "滴灌", "控制", "控制器"]);
    }

    #[test]
    fn traditional_and_full_width_text_gives_the_same_words() {
        assert_eq!(words("發電機組，ＬＥＤ燈"), words("发电机组,led灯"));
    }

    #[test]
    fn characters_the_dictionary_leaves_alone_are_joined_in_pairs() {
        let words = words("钒钛氮");
        assert!(words.contains(&"钒钛".to_owned()) || words.contains(&"钛氮".to_owned()), "{words:?}");
    }

    #[test]
    fn numbers_keep_their_point_and_function_words_go() {
        assert_eq!(words("其精度为3.5毫米"), ["精度", "3.5", "毫米"]);
    }
}
