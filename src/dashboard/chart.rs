//! A figure as a picture: bars in the direction of the reader's language, drawn here, without a script. Colours are attributes, so the picture
//! looks alike in a page and as a file.

use std::fmt::Write;

const WIDTH: usize = 440;
/// Room for the number behind the longest bar.
const NUMBERS: usize = 70;
/// A line for the label and one for the bar.
const STEP: usize = 40;
const BAR: usize = 14;
/// Bars of one picture; the table has every line.
pub const MOST_BARS: usize = 20;
/// Width of the labels of a bar in halves of a Chinese character; where they are wider, the widest is cut.
const LONGEST_LABEL: usize = 60;
const BETWEEN: &str = " · ";

/// A bar: what it is of, length, and the number as it is written.
pub struct Bar {
    pub labels: Vec<String>,
    pub value: f64,
    pub written: String,
}

/// Draws the first bars, each below its label, so that they can be read on a phone; `direction` is that of the language.
pub fn svg(title: &str, bars: &[Bar], direction: &str) -> String {
    let shown = &bars[..bars.len().min(MOST_BARS)];
    let most = shown.iter().map(|bar| bar.value).fold(0.0, f64::max);
    let height = shown.len() * STEP + 8;
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         role=\"img\" direction=\"{direction}\" font-family=\"system-ui, sans-serif\" font-size=\"14\"><title>{}</title>",
        escaped(title)
    );
    let room = (WIDTH - NUMBERS) as f64;
    // Where something of a width begins that is so far from the side on which reading begins.
    let place = |from: f64, width: f64| if direction == "rtl" { WIDTH as f64 - from - width } else { from };
    for (at, bar) in shown.iter().enumerate() {
        let (label, top, number) = (at * STEP + 15, at * STEP + 21, at * STEP + 33);
        let length = if most > 0.0 { (bar.value / most * room).max(0.0) } else { 0.0 };
        let (start, begin, end) = (place(0.0, 0.0), place(0.0, length), place(length + 6.0, 0.0));
        let _ = write!(
            svg,
            "<text x=\"{start}\" y=\"{label}\" fill=\"currentColor\">{}</text>\
             <rect x=\"{begin:.1}\" y=\"{top}\" width=\"{length:.1}\" height=\"{BAR}\" rx=\"2\" fill=\"#3b7c8c\"/>\
             <text x=\"{end:.1}\" y=\"{number}\" fill=\"currentColor\">{}</text>",
            escaped(&joined(&bar.labels, direction)),
            escaped(&bar.written)
        );
    }
    svg.push_str("</svg>");
    svg
}

/// The labels beside one another: country, field, month. What is cut is not the last of them, but the widest.
fn joined(labels: &[String], direction: &str) -> String {
    let widths: Vec<usize> = labels.iter().map(|label| label.chars().map(width).sum()).collect();
    let over = (widths.iter().sum::<usize>() + between(labels.len())).saturating_sub(LONGEST_LABEL);
    let widest = widths.iter().enumerate().max_by_key(|(_, width)| **width).map(|(at, _)| at);
    let shown = labels.iter().zip(&widths).enumerate().map(|(at, (label, width))| {
        let label = if over > 0 && Some(at) == widest { cut(label, width.saturating_sub(over)) } else { label.clone() };
        // Beside Arabic the parts of a date would change places: each label keeps to itself.
        if direction == "rtl" { format!("\u{2068}{label}\u{2069}") } else { label }
    });
    shown.collect::<Vec<_>>().join(BETWEEN)
}

fn between(labels: usize) -> usize {
    labels.saturating_sub(1) * BETWEEN.chars().map(width).sum::<usize>()
}

fn width(character: char) -> usize {
    if character < '\u{1100}' { 1 } else { 2 }
}

/// As much of a text as fits, and an ellipsis.
fn cut(text: &str, room: usize) -> String {
    let mut used = 0;
    let fits = |character: &char| {
        used += width(*character);
        used < room
    };
    let mut short: String = text.chars().take_while(fits).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, value: f64) -> Bar {
        Bar { labels: vec![label.to_owned()], value, written: value.to_string() }
    }

    #[test]
    fn the_longest_bar_fills_the_room_and_the_others_are_in_proportion() {
        let drawn = svg("Funnel", &[bar("a", 8.0), bar("b", 2.0), bar("c", 0.0)], "ltr");
        for width in ["width=\"370.0\"", "width=\"92.5\"", "width=\"0.0\""] {
            assert!(drawn.contains(width), "{width}: {drawn}");
        }
        assert!(svg("Nothing", &[bar("a", 0.0)], "ltr").contains("width=\"0.0\""));
    }

    #[test]
    fn no_label_can_become_markup_and_none_runs_over() {
        let drawn = svg("<i>", &[bar("<script>alert(\"1\")&", 1.0), bar(&"长".repeat(99), 1.0)], "ltr");
        assert!(drawn.contains("&lt;script&gt;alert(&quot;1&quot;)&amp;") && !drawn.contains("<script"), "{drawn}");
        assert!(drawn.contains(&format!("{}…", "长".repeat(29))) && !drawn.contains(&"长".repeat(30)), "{drawn}");
    }

    #[test]
    fn the_widest_label_of_a_bar_is_cut_and_the_month_after_it_stays_whole() {
        let labels = ["Belarus", "Industrial solid waste and recycled resources", "November 2026"].map(str::to_owned);
        let shown = joined(&labels, "ltr");
        assert_eq!(shown, "Belarus · Industrial solid waste and recycl… · November 2026");
        assert_eq!(joined(&labels[..2], "ltr"), "Belarus · Industrial solid waste and recycled resources");
        let apart = ["الأردن", "نوفمبر 2026"].map(str::to_owned);
        assert_eq!(joined(&apart, "rtl"), "\u{2068}الأردن\u{2069} · \u{2068}نوفمبر 2026\u{2069}");
    }

    #[test]
    fn where_reading_begins_on_the_right_bars_begin_there() {
        let drawn = svg("قمع", &[bar("أ", 8.0), bar("ب", 2.0)], "rtl");
        for place in ["direction=\"rtl\"", "<text x=\"440\"", "<rect x=\"70.0\"", "<rect x=\"347.5\""] {
            assert!(drawn.contains(place), "{place}: {drawn}");
        }
    }

    #[test]
    fn there_are_only_so_many_bars() {
        let bars: Vec<Bar> = (0..50).map(|_| bar("a", 1.0)).collect();
        assert_eq!(svg("Many", &bars, "ltr").matches("<rect").count(), MOST_BARS);
    }
}
