//! Cuts a text into sentences: the unit in which evidence is shown and vectors are compared.
//!
//! In doubt it does not cut. It never loses text: the pieces are slices of the text, in order, and
//! only white space lies between them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::fold::{is_han, is_unspaced};

/// Longest piece, in characters; what is longer is cut at semicolons, then commas, then spaces.
const LONGEST_DENSE: usize = 300;
const LONGEST_SPACED: usize = 450;

/// Abbreviations that never end a sentence (those that may, like *etc.*, end one before a capital).
static ABBREVIATIONS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    "dr mr mrs ms prof st no nos fig figs eq eqs ref refs vol approx ca cf vs dept jan feb mar apr jun jul aug sep sept oct nov dec \
     pp eds mm mme mlle art bd av env ex sr sra srta dra núm num pág pag págs aprox avda dpto ud uds им ул рис табл см проф ст стр \
     обл кв напр пр тел д-р акад"
        .split_ascii_whitespace()
        .collect()
});

/// Splits a text into sentences.
pub fn sentences<'a>(text: &'a str, lang: &str) -> Vec<&'a str> {
    let splitter = Splitter { characters: text.char_indices().collect(), text };
    let longest = if lang.starts_with("zh") || lang.starts_with("ja") { LONGEST_DENSE } else { LONGEST_SPACED };
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < splitter.len() {
        let end = splitter.end_of_sentence(start);
        splitter.push(start, end, longest, &mut pieces);
        start = end;
    }
    pieces.into_iter().filter_map(|(from, to)| text.get(from..to)).collect()
}

/// A heading in brackets (【主要参数】), which is no sentence.
pub fn is_heading(sentence: &str) -> bool {
    sentence.starts_with('【') && sentence.ends_with('】')
}

struct Splitter<'a> {
    text: &'a str,
    characters: Vec<(usize, char)>,
}

impl Splitter<'_> {
    fn len(&self) -> usize {
        self.characters.len()
    }

    fn at(&self, position: usize) -> Option<char> {
        self.characters.get(position).map(|(_, character)| *character)
    }

    fn byte(&self, position: usize) -> usize {
        self.characters.get(position).map_or(self.text.len(), |(byte, _)| *byte)
    }

    fn before(&self, position: usize) -> Option<char> {
        position.checked_sub(1).and_then(|before| self.at(before))
    }

    /// Position of the first character at or after `position` that is no white space.
    fn after_space(&self, position: usize) -> usize {
        (position..self.len()).find(|here| !self.at(*here).is_some_and(char::is_whitespace)).unwrap_or(self.len())
    }

    fn end_of_sentence(&self, start: usize) -> usize {
        let first = self.after_space(start);
        if let Some(end) = self.end_of_heading(first) {
            return end;
        }
        for position in first..self.len() {
            let Some(character) = self.at(position) else {
                break;
            };
            let ends = match character {
                '。' | '！' | '？' | '｡' | '؟' | '۔' | '।' | '॥' => true,
                '!' | '?' => self.is_followed_by_gap(position),
                '.' | '．' => self.is_full_stop(first, position),
                '…' => self.is_followed_by_gap(position) && self.begins_anew(position + 1),
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => self.is_line_end(position),
                '【' => {
                    position > first && self.end_of_heading(position).is_some() && self.ends_before_heading(position)
                }
                _ => false,
            };
            match ends {
                true if character == '【' => return position,
                true => return self.after_closers(position + 1),
                false => {}
            }
        }
        self.len()
    }

    /// A heading 【…】 of at most 20 characters.
    fn end_of_heading(&self, start: usize) -> Option<usize> {
        if self.at(start) != Some('【') {
            return None;
        }
        (start + 1..self.len().min(start + 22)).find(|here| self.at(*here) == Some('】')).map(|close| close + 1)
    }

    /// Brackets inside a sentence are no heading: before one, something has ended.
    fn ends_before_heading(&self, position: usize) -> bool {
        self.before(position)
            .is_some_and(|before| matches!(before, '；' | ';' | '：' | ':' | '】') || before.is_whitespace())
    }

    /// Takes in further marks and closing quotes and brackets.
    fn after_closers(&self, position: usize) -> usize {
        let belongs = |character: char| {
            matches!(
                character,
                '。' | '！'
                    | '？'
                    | '!'
                    | '?'
                    | '؟'
                    | '…'
                    | '.'
                    | '”'
                    | '’'
                    | '"'
                    | '\''
                    | '」'
                    | '』'
                    | '）'
                    | ')'
                    | '】'
                    | '》'
                    | ']'
                    | '»'
            )
        };
        (position..self.len()).find(|here| !self.at(*here).is_some_and(belongs)).unwrap_or(self.len())
    }

    fn is_followed_by_gap(&self, position: usize) -> bool {
        match self.at(self.after_closers(position + 1)) {
            None => true,
            Some(next) => next.is_whitespace() || is_han(next) || is_unspaced(next),
        }
    }

    /// Whether the next word may be the first of a sentence.
    fn begins_anew(&self, position: usize) -> bool {
        let next = self.at(self.after_space(self.after_closers(position)));
        !next.is_some_and(|character| {
            character.is_lowercase() || matches!(character, ',' | ';' | ':' | '，' | '；' | '、' | ')' | '）')
        })
    }

    /// A line ends a sentence, unless the text was merely wrapped.
    fn is_line_end(&self, position: usize) -> bool {
        let next = self.after_space(position);
        let blank_line = (position..next).filter(|here| self.at(*here) == Some('\n')).count() > 1;
        blank_line || !self.at(next).is_some_and(char::is_lowercase)
    }

    fn is_full_stop(&self, first: usize, position: usize) -> bool {
        let (Some(before), next) = (self.before(position), self.at(position + 1)) else {
            return false;
        };
        if position == first
            || next.is_some_and(|next| next == '.' || next.is_lowercase())
            || self.is_list_marker(first, position)
        {
            return false;
        }
        if is_han(before) || is_unspaced(before) {
            return self.begins_anew(position + 1);
        }
        if next.is_some_and(|next| is_han(next) && !is_han(before)) {
            return !before.is_ascii_digit() && !self.is_abbreviation(position);
        }
        self.is_followed_by_gap(position) && self.begins_anew(position + 1) && !self.is_abbreviation(position)
    }

    /// `1.`, `12.`, `a.`, `(3).` at the beginning of a sentence.
    fn is_list_marker(&self, first: usize, position: usize) -> bool {
        let bracketed =
            |character: char| character.is_numeric() || matches!(character, '(' | ')' | '（' | '）' | '.' | '．');
        let length = position - first;
        let marker = (first..position).all(|here| self.at(here).is_some_and(bracketed));
        length <= 5 && marker || length == 1 && self.at(first).is_some_and(char::is_alphabetic)
    }

    /// The word before the point is an abbreviation or somebody's initial.
    fn is_abbreviation(&self, position: usize) -> bool {
        let is_letter =
            |here: &usize| self.at(*here).is_some_and(|character| character.is_alphabetic() && !is_han(character));
        let start = (0..position).rev().take_while(is_letter).last().unwrap_or(position);
        let Some(word) = self.text.get(self.byte(start)..self.byte(position)) else {
            return false;
        };
        match position - start {
            0 => false,
            1 => word.chars().all(char::is_uppercase),
            _ => ABBREVIATIONS.contains(word.to_lowercase().as_str()),
        }
    }

    fn push(&self, start: usize, end: usize, longest: usize, pieces: &mut Vec<(usize, usize)>) {
        let mut from = start;
        while end - from > longest {
            let cut = self.cut(from, longest);
            self.push_trimmed(from, cut, pieces);
            from = cut;
        }
        self.push_trimmed(from, end, pieces);
    }

    /// The best place to cut within `longest` characters.
    fn cut(&self, from: usize, longest: usize) -> usize {
        let end = self.len().min(from + longest);
        let earliest = from + longest / 4;
        let last = |wanted: fn(char) -> bool| {
            (earliest..end).rev().find(|here| {
                self.at(*here).is_some_and(wanted) && !self.at(here + 1).is_some_and(|next| next.is_ascii_digit())
            })
        };
        last(|character| matches!(character, '；' | ';' | '؛'))
            .or_else(|| last(|character| matches!(character, '，' | ',' | '、' | '،' | '：' | ':')))
            .or_else(|| last(char::is_whitespace))
            .map_or(end, |position| position + 1)
    }

    /// Adds a piece without the white space around it; one without a letter joins its neighbour.
    fn push_trimmed(&self, start: usize, end: usize, pieces: &mut Vec<(usize, usize)>) {
        let (from, to) = (self.byte(start), self.byte(end));
        let Some(raw) = self.text.get(from..to) else {
            return;
        };
        let piece = raw.trim();
        if piece.is_empty() {
            return;
        }
        let from = from + (raw.len() - raw.trim_start().len());
        let to = from + piece.len();
        match pieces.last_mut() {
            Some((_, last)) if !piece.chars().any(char::is_alphanumeric) => *last = to,
            _ => pieces.push((from, to)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chinese_sentences_end_at_their_full_stop_and_not_at_a_semicolon() {
        assert_eq!(
            sentences("【技术简介】精度3.5毫米；可靠。“好用！”用户说。重9公斤", "zh"),
            ["【技术简介】", "精度3.5毫米；可靠。", "“好用！”", "用户说。", "重9公斤"]
        );
    }

    #[test]
    fn a_western_point_ends_a_chinese_sentence_but_not_a_number() {
        assert_eq!(
            sentences("提出了新方法.仿真表明误差为0.5.效果好.", "zh"),
            ["提出了新方法.", "仿真表明误差为0.5.效果好."]
        );
    }

    #[test]
    fn abbreviations_initials_and_decimals_do_not_end_a_sentence() {
        assert_eq!(
            sentences("Dr. J. Smith measured 3.5 m approx. 20 times. It works, e.g. in Fig. 3. 12 units sold!", "en"),
            ["Dr. J. Smith measured 3.5 m approx. 20 times.", "It works, e.g. in Fig. 3.", "12 units sold!"]
        );
        assert_eq!(sentences("Завод им. Ленина построен в 2010 г. Проект завершён.", "ru").len(), 2);
        assert_eq!(sentences("Sistema p. ej. solar del Sr. Pérez. ¿Funciona? Sí.", "es").len(), 3);
    }

    #[test]
    fn arabic_question_marks_and_points_end_sentences() {
        assert_eq!(sentences("هل يعمل النظام؟ نعم. يعمل بالطاقة الشمسية.", "ar").len(), 3);
    }

    #[test]
    fn list_items_are_sentences_with_their_markers() {
        assert_eq!(sentences("1. Pump\n2. Filter\n- Valve", "en"), ["1. Pump", "2. Filter", "- Valve"]);
        assert_eq!(sentences("a line that is\nmerely wrapped. Next", "en").len(), 2);
    }

    #[test]
    fn a_very_long_sentence_is_cut_at_semicolons_or_commas() {
        let text = "水泵运行稳定，".repeat(60);
        let pieces = sentences(&text, "zh");
        assert!(pieces.len() > 1 && pieces.iter().all(|piece| piece.chars().count() <= 300 && piece.ends_with('，')));
    }

    #[test]
    fn every_piece_of_judged_evidence_is_one_sentence() {
        let judged = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/judged");
        for set in ["dev", "dev2"] {
            let Some((found, all)) = judged_evidence(&judged.join(set)) else {
                return;
            };
            assert!(found * 1000 >= all * 995, "{set}: {found} of {all}");
        }
    }

    /// How many pieces of evidence are exactly one sentence of their technology.
    fn judged_evidence(dir: &std::path::Path) -> Option<(usize, usize)> {
        let lines = |name: &str| -> Option<Vec<serde_json::Value>> {
            let text = std::fs::read_to_string(dir.join(name)).ok()?;
            text.lines().map(|line| serde_json::from_str(line).ok()).collect()
        };
        let technologies: std::collections::HashMap<String, String> = lines("technologies.jsonl")?
            .into_iter()
            .map(|one| {
                (one["external_id"].as_str().unwrap().to_owned(), one["description"].as_str().unwrap().to_owned())
            })
            .collect();
        let (mut found, mut all) = (0, 0);
        for pair in lines("coverage.jsonl")? {
            let pieces = sentences(&technologies[pair["technology"].as_str().unwrap()], "zh");
            for evidence in pair["coverage"].as_array().unwrap().iter().filter_map(|one| one["evidence"].as_str()) {
                all += 1;
                found += usize::from(pieces.contains(&evidence));
            }
        }
        Some((found, all))
    }

    proptest! {
        #[test]
        fn no_text_is_lost(text in "[a-zA-Z0-9 .,;!?。；，！？【】“”\\n\\u{4e00}-\\u{4e20}\\u{627}-\\u{64a}а-я…؟().]{0,900}", lang in "zh|en|ar|ru") {
            let pieces = sentences(&text, &lang);
            let without_space = |text: &str| text.chars().filter(|one| !one.is_whitespace()).collect::<String>();
            prop_assert_eq!(without_space(&pieces.concat()), without_space(&text));
            prop_assert!(pieces.iter().all(|piece| !piece.trim().is_empty() && piece.trim() == *piece));
        }
    }
}
