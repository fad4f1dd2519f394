//! Which part of a text a list shows, and which words of it were searched for.
//!
//! Works on the words as the index sees them, so that `irrigating` is marked for `irrigation`
//! where the language's stemmer joins the two. No ranking here.

use std::collections::HashSet;

use super::components::{Excerpt, ExcerptPart};
use super::content::Text;

/// Characters of an excerpt.
const LENGTH: usize = 180;
/// Characters shown before the first marked word.
const LEAD: usize = 40;

/// The searched words, as the index of a language sees them.
#[derive(Debug, Default)]
pub struct Terms {
    /// Written with spaces: compared word by word after stemming.
    spaced: HashSet<String>,
    /// Written without: looked for as they are. Longest first.
    unspaced: Vec<String>,
}

impl Terms {
    /// `words` is the query analysed in the language of the texts that will be shown.
    pub fn new(words: Vec<String>) -> Terms {
        let (mut unspaced, spaced): (Vec<String>, Vec<String>) =
            words.into_iter().filter(|word| !word.is_empty()).partition(|word| word.chars().all(is_unspaced));
        unspaced.sort_by_key(|word| std::cmp::Reverse(word.len()));
        Terms { spaced: spaced.into_iter().collect(), unspaced }
    }

    pub fn is_empty(&self) -> bool {
        self.spaced.is_empty() && self.unspaced.is_empty()
    }

    /// Byte ranges of the searched words, in order, not overlapping.
    fn ranges(&self, text: &str, analyse: impl Fn(&str) -> Vec<String>) -> Vec<(usize, usize)> {
        let mut ranges = Vec::new();
        for (start, run) in runs(text) {
            if run.starts_with(is_unspaced) {
                self.mark_unspaced(start, run, &mut ranges);
            } else if analyse(run).iter().any(|word| self.spaced.contains(word)) {
                ranges.push((start, start + run.len()));
            }
        }
        ranges
    }

    fn mark_unspaced(&self, start: usize, run: &str, ranges: &mut Vec<(usize, usize)>) {
        let mut at = 0;
        while let Some(rest) = run.get(at..).filter(|rest| !rest.is_empty()) {
            match self.unspaced.iter().find(|term| rest.starts_with(term.as_str())) {
                Some(term) => {
                    ranges.push((start + at, start + at + term.len()));
                    at += term.len();
                }
                None => at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
    }
}

/// Scripts written without spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{e00}'..='\u{eff}')
}

/// Runs of letters and digits of one kind of script, with their positions.
fn runs(text: &str) -> Vec<(usize, &str)> {
    let mut runs = Vec::new();
    let mut begin: Option<(usize, bool)> = None;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        let kind = (c.is_alphanumeric()).then(|| is_unspaced(c));
        if let Some((start, unspaced)) = begin
            && kind != Some(unspaced)
        {
            runs.push((start, &text[start..at]));
            begin = None;
        }
        if begin.is_none() {
            begin = kind.map(|unspaced| (at, unspaced));
        }
    }
    runs
}

/// The part of a text around the first searched word; the beginning when there is none. The flag
/// says whether a searched word occurs anywhere in the text.
pub fn excerpt(text: &Text, terms: &Terms, analyse: impl Fn(&str) -> Vec<String>) -> (Excerpt, bool) {
    let ranges = if terms.is_empty() { Vec::new() } else { terms.ranges(&text.text, analyse) };
    let first = ranges.first().map_or(0, |(start, _)| *start);
    let from = if text.text[..first].chars().count() <= LEAD { 0 } else { step_back(&text.text, first) };
    let window = Text::new(&text.text[from..], text.lang.clone()).shortened(LENGTH);
    let to = from + window.text.trim_end_matches('…').len();

    let mut parts = Vec::new();
    let mut push = |text: &str, marked| {
        if !text.is_empty() {
            parts.push(ExcerptPart { text: text.to_owned(), marked });
        }
    };
    if from > 0 {
        push("…", false);
    }
    let mut at = from;
    for (start, end) in ranges.iter().copied().filter(|(start, end)| *start >= from && *end <= to) {
        push(&text.text[at..start], false);
        push(&text.text[start..end], true);
        at = end;
    }
    push(&text.text[at..to], false);
    if to < text.text.trim_end().len() {
        push("…", false);
    }
    (Excerpt { lang: text.lang.clone(), dir: text.dir(), parts }, !ranges.is_empty())
}

/// A place to begin, at most `LEAD` characters before `position`, after a space or stop where there is one.
fn step_back(text: &str, position: usize) -> usize {
    let back: Vec<(usize, char)> = text[..position].char_indices().rev().take(LEAD).collect();
    let boundary = back.iter().rev().find(|(_, c)| c.is_whitespace() || "。；，！？".contains(*c));
    match (boundary, back.last()) {
        (Some((at, c)), _) => at + c.len_utf8(),
        (None, Some((at, _))) => *at,
        (None, None) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lower(text: &str) -> Vec<String> {
        vec![text.to_lowercase()]
    }

    fn marked(text: &str, words: &[&str]) -> (String, bool) {
        let terms = Terms::new(words.iter().map(|word| (*word).to_owned()).collect());
        let (excerpt, found) = excerpt(&Text::new(text, "en"), &terms, lower);
        let print = |part: &ExcerptPart| if part.marked { format!("[{}]", part.text) } else { part.text.clone() };
        (excerpt.parts.iter().map(print).collect(), found)
    }

    #[test]
    fn searched_words_are_marked_in_spaced_and_unspaced_scripts() {
        assert_eq!(marked("Solar drip, DRIP lines", &["drip"]), ("Solar [drip], [DRIP] lines".to_owned(), true));
        assert_eq!(marked("太阳能滴灌控制器A1型", &["滴灌", "a1"]), ("太阳能[滴灌]控制器[A1]型".to_owned(), true));
        assert_eq!(marked("نظام الري بالتنقيط", &["الري"]), ("نظام [الري] بالتنقيط".to_owned(), true));
    }

    #[test]
    fn a_word_inside_another_is_not_marked() {
        assert_eq!(marked("adrip dripping", &["drip"]), ("adrip dripping".to_owned(), false));
    }

    #[test]
    fn the_excerpt_begins_near_the_first_searched_word() {
        let text = format!("{} water is saved. {}", "words ".repeat(50), "more ".repeat(60));
        let (shown, found) = marked(&text, &["water"]);
        assert!(found && shown.starts_with("…words") && shown.contains("[water] is saved") && shown.ends_with('…'));
        assert!(shown.chars().count() < LENGTH + 10, "{shown}");
    }

    #[test]
    fn hostile_and_empty_texts_do_no_harm() {
        assert_eq!(marked("", &["x"]), (String::new(), false));
        let (shown, _) = marked("<script>alert(1)</script>", &["script"]);
        assert_eq!(shown, "<[script]>alert(1)</[script]>");
    }
}
