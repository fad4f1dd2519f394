//! A figure as a picture: bars from left to right, drawn here, without a script. Colours are attributes, so the picture
//! looks alike in a page and as a file.

use std::fmt::Write;

const WIDTH: usize = 720;
const LABELS: usize = 250;
const NUMBERS: usize = 70;
const BAR: usize = 26;
/// Bars of one picture; the table has every line.
pub const MOST_BARS: usize = 20;
/// Characters of a label; what is longer ends in an ellipsis.
const LONGEST_LABEL: usize = 34;

/// A bar: label, length, and the number as it is written.
pub struct Bar {
    pub label: String,
    pub value: f64,
    pub written: String,
}

/// Draws the first bars.
pub fn svg(title: &str, bars: &[Bar]) -> String {
    let shown = &bars[..bars.len().min(MOST_BARS)];
    let most = shown.iter().map(|bar| bar.value).fold(0.0, f64::max);
    let height = shown.len() * BAR + 8;
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"13\"><title>{}</title>",
        escaped(title)
    );
    let room = (WIDTH - LABELS - NUMBERS) as f64;
    for (at, bar) in shown.iter().enumerate() {
        let (top, line) = (at * BAR + 4, at * BAR + 20);
        let length = if most > 0.0 { (bar.value / most * room).max(0.0) } else { 0.0 };
        let end = LABELS as f64 + length + 6.0;
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{line}\" text-anchor=\"end\" fill=\"currentColor\">{}</text>\
             <rect x=\"{LABELS}\" y=\"{top}\" width=\"{length:.1}\" height=\"{}\" rx=\"2\" fill=\"#3b7c8c\"/>\
             <text x=\"{end:.1}\" y=\"{line}\" fill=\"currentColor\">{}</text>",
            LABELS - 8,
            escaped(&shortened(&bar.label)),
            BAR - 6,
            escaped(&bar.written)
        );
    }
    svg.push_str("</svg>");
    svg
}

fn shortened(label: &str) -> String {
    if label.chars().count() <= LONGEST_LABEL {
        return label.to_owned();
    }
    let mut short: String = label.chars().take(LONGEST_LABEL - 1).collect();
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
        Bar { label: label.to_owned(), value, written: value.to_string() }
    }

    #[test]
    fn the_longest_bar_fills_the_room_and_the_others_are_in_proportion() {
        let drawn = svg("Funnel", &[bar("a", 8.0), bar("b", 2.0), bar("c", 0.0)]);
        for width in ["width=\"400.0\"", "width=\"100.0\"", "width=\"0.0\""] {
            assert!(drawn.contains(width), "{width}: {drawn}");
        }
        assert!(svg("Nothing", &[bar("a", 0.0)]).contains("width=\"0.0\""));
    }

    #[test]
    fn no_label_can_become_markup_and_none_runs_over() {
        let drawn = svg("<i>", &[bar("<script>alert(\"1\")&", 1.0), bar(&"长".repeat(99), 1.0)]);
        assert!(drawn.contains("&lt;script&gt;alert(&quot;1&quot;)&amp;") && !drawn.contains("<script"), "{drawn}");
        assert!(drawn.contains(&format!("{}…", "长".repeat(33))) && !drawn.contains(&"长".repeat(34)), "{drawn}");
    }

    #[test]
    fn there_are_only_so_many_bars() {
        let bars: Vec<Bar> = (0..50).map(|_| bar("a", 1.0)).collect();
        assert_eq!(svg("Many", &bars).matches("<rect").count(), MOST_BARS);
    }
}
