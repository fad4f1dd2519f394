//! The picture that other sites show beside a link to a record: 1,200 × 630 pixels with its title, drawn with the fonts of
//! this machine.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

use anyhow::Context;
use askama::Template;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, ID};
use resvg::usvg::{FontResolver, Options, Tree};

use super::assets;
use super::content::Text;

pub const WIDTH: u32 = 1_200;
pub const HEIGHT: u32 = 630;
/// Room for text, in pixels.
const ROOM: f32 = 1_020.0;
/// Sizes of the title, the largest first, and the lines that fit.
const SIZES: [(f32, usize); 3] = [(68.0, 3), (56.0, 4), (48.0, 5)];

/// What is said on a picture.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Poster {
    /// The library and the number, in the reader's language.
    pub over: Text,
    pub title: Text,
    /// A few facts, in the reader's language.
    pub under: Text,
}

/// A line of text as the picture has it.
struct Line {
    text: String,
    /// From the top, in pixels.
    y: f32,
}

#[derive(Template)]
#[template(path = "layout/poster.svg", escape = "html")]
struct Drawing<'a> {
    poster: &'a Poster,
    seal: &'a str,
    size: f32,
    lines: Vec<Line>,
}

impl Drawing<'_> {
    /// Where a text begins.
    fn x(&self, text: &Text) -> f32 {
        if text.dir() == "rtl" { 90.0 + ROOM } else { 90.0 }
    }

    /// Which end of a line stands there: the drawing knows left and right only.
    fn anchor(&self, text: &Text) -> &'static str {
        if text.dir() == "rtl" { "end" } else { "start" }
    }

    /// Whole families for a language; what they lack comes from any other font.
    fn family(&self, text: &Text) -> &'static str {
        match text.lang.split('-').next() {
            Some("zh") => "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Zen Hei, sans-serif",
            Some("ar") => "Noto Naskh Arabic, Noto Sans Arabic, DejaVu Sans, sans-serif",
            _ => "Noto Sans, DejaVu Sans, Liberation Sans, sans-serif",
        }
    }
}

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    Arc::new(fonts)
});

/// The picture as PNG; `None` where the machine has no font for one of its letters. Takes some ten milliseconds.
///
/// # Errors
/// The drawing cannot be read or written.
pub fn draw(poster: &Poster) -> anyhow::Result<Option<Vec<u8>>> {
    if FONTS.is_empty() {
        return Ok(None);
    }
    let [over, title, under] = [&poster.over, &poster.title, &poster.under].map(without_controls);
    let fits = |(size, most): &(f32, usize)| {
        let lines = wrap(&title.text, ROOM / size);
        (lines.len() <= *most).then_some((*size, lines))
    };
    let (size, lines) = SIZES.iter().find_map(fits).unwrap_or_else(|| smallest(&title.text));
    let step = size * 1.32;
    let top = 345.0 - step * (lines.len() as f32 - 1.0) / 2.0 + size * 0.35;
    let line = |(text, row): (String, u8)| Line { text: directed(text, &title), y: top + step * f32::from(row) };
    let lines = lines.into_iter().zip(0u8..).map(line).collect();
    let [over, under] = [over, under].map(|text| Text { text: directed(text.text.clone(), &text), ..text });
    let svg = Drawing { poster: &Poster { over, title, under }, seal: &assets::text("seal.svg"), size, lines }
        .render()
        .context("a picture has no drawing")?;

    let unreadable = Arc::new(AtomicBool::new(false));
    let options =
        Options { fontdb: Arc::clone(&FONTS), font_resolver: noticing(Arc::clone(&unreadable)), ..Options::default() };
    let tree = Tree::from_str(&svg, &options).context("a picture cannot be drawn")?;
    if unreadable.load(Ordering::Relaxed) {
        return Ok(None);
    }
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).context("a picture has no pixels")?;
    resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
    Ok(Some(pixels.encode_png().context("a picture cannot be written")?))
}

/// A line that is read from right to left says so: the drawing takes every line for one that is read from left to right.
fn directed(line: String, text: &Text) -> String {
    if text.dir() == "rtl" { format!("\u{202B}{line}\u{202C}") } else { line }
}

/// The usual choice of fonts, which tells when no font has a letter.
fn noticing(unreadable: Arc<AtomicBool>) -> FontResolver<'static> {
    let usual = FontResolver::default_fallback_selector();
    FontResolver {
        select_font: FontResolver::default_font_selector(),
        select_fallback: Box::new(move |letter: char, tried: &[ID], fonts: &mut Arc<Database>| {
            let found = usual(letter, tried, fonts);
            if found.is_none() && !letter.is_whitespace() && !matches!(letter, '\u{202B}' | '\u{202C}') {
                unreadable.store(true, Ordering::Relaxed);
            }
            found
        }),
    }
}

/// What XML cannot hold.
fn without_controls(text: &Text) -> Text {
    let kept = |letter: &char| !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    Text::new(text.text.chars().filter(kept).collect::<String>(), text.lang.clone())
}

/// A title that is too long even in small letters is cut.
fn smallest(title: &str) -> (f32, Vec<String>) {
    let [.., (size, most)] = SIZES;
    let mut lines = wrap(title, ROOM / size);
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        last.pop();
        last.push('…');
    }
    (size, lines)
}

/// Lines of at most `room`, in sizes of the font, broken between words, between Chinese characters, and within a word that
/// is longer than a line.
fn wrap(text: &str, room: f32) -> Vec<String> {
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0.0);
    for piece in pieces(text) {
        let wide: f32 = piece.trim_end().chars().map(width).sum();
        if used + wide > room && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        for letter in piece.chars() {
            if used + width(letter) > room && !letter.is_whitespace() {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            used += width(letter);
            line.push(letter);
        }
    }
    lines.push(line);
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// What stays together: a word with the space after it, a wide character with the stops after it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut open = false;
    for letter in text.chars() {
        let stays = letter.is_whitespace() || "，。、；：！？）》」』”’%".contains(letter);
        if (open && !is_wide(letter)) || stays {
            match pieces.last_mut() {
                Some(piece) => piece.push(letter),
                None => pieces.push(letter.into()),
            }
        } else {
            pieces.push(letter.into());
        }
        open = !letter.is_whitespace() && !is_wide(letter) && !stays;
    }
    pieces
}

fn is_wide(letter: char) -> bool {
    matches!(letter as u32, 0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFF60 | 0x20000..=0x3FFFF)
}

/// About how wide a letter is, in sizes of the font.
fn width(letter: char) -> f32 {
    match letter {
        _ if is_wide(letter) => 1.0,
        'i' | 'j' | 'l' | '.' | ',' | '\'' | ' ' | ':' | ';' | '|' => 0.3,
        'm' | 'w' | 'M' | 'W' => 0.95,
        '\u{600}'..='\u{6FF}' => 0.5,
        _ if letter.is_uppercase() => 0.72,
        _ => 0.6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_anywhere_in_chinese_but_not_before_a_stop() {
        assert_eq!(wrap("solar pumps for farms", 7.0), ["solar pumps", "for farms"]);
        assert_eq!(wrap("太阳能水泵，灌溉", 5.0), ["太阳能水", "泵，灌溉"]);
        assert_eq!(wrap("Donaudampfschifffahrt", 6.0).concat(), "Donaudampfschifffahrt");
    }

    #[test]
    fn a_title_of_any_length_is_drawn_in_the_size_of_such_pictures() {
        if FONTS.is_empty() {
            eprintln!("left out: this machine has no fonts");
            return;
        }
        for title in ["Pump", "<b>&amp; \u{1}", &"Solar irrigation of small farms ".repeat(30), ""] {
            let text = |text: &str| Text::new(text, "en");
            let poster = Poster { over: text("Demands"), title: text(title), under: text("Kenya") };
            let png = draw(&poster).unwrap().unwrap();
            let edge = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
            assert_eq!((edge(16), edge(20)), (WIDTH, HEIGHT), "{title}");
        }
    }

    #[test]
    fn a_letter_that_no_font_has_is_not_drawn_as_a_box() {
        let text = |text: &str| Text::new(text, "en");
        // A private letter.
        let title = text("\u{F8FE}\u{10FFFD}");
        let poster = Poster { over: text("Demands"), title, under: text("Kenya") };
        assert!(draw(&poster).unwrap().is_none());
    }
}
