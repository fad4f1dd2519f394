//! How often a pair with a score is a full answer: a table of ten bands, and its picture.

use std::fmt::Write;

/// Pairs by score, in ten bands of 0.1.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reliability {
    /// Sum of scores, full answers and pairs of each band.
    bands: [(f64, f64, f64); 10],
}

impl Reliability {
    pub fn add(&mut self, score: f64, full: bool) {
        let band = &mut self.bands[((score * 10.0) as usize).min(9)];
        band.0 += score;
        band.1 += f64::from(u8::from(full));
        band.2 += 1.0;
    }

    /// Takes in the pairs of another.
    pub fn join(&mut self, other: &Reliability) {
        for (band, more) in self.bands.iter_mut().zip(other.bands) {
            *band = (band.0 + more.0, band.1 + more.1, band.2 + more.2);
        }
    }

    /// Mean score, share of full answers and number of pairs of the bands that have any.
    pub fn bands(&self) -> impl Iterator<Item = (f64, f64, f64)> {
        self.bands
            .iter()
            .filter(|band| band.2 > 0.0)
            .map(|(scores, full, pairs)| (scores / pairs, full / pairs, *pairs))
    }

    /// Mean distance of score and share, by pairs (expected calibration error, Naeini et al. 2015).
    pub fn error(&self) -> f64 {
        let pairs: f64 = self.bands.iter().map(|band| band.2).sum();
        self.bands().map(|(score, share, count)| (score - share).abs() * count).sum::<f64>() / pairs.max(1.0)
    }

    /// A diagram: the diagonal is a score that says what it means, the size of a circle how many pairs.
    pub fn svg(&self) -> String {
        let (left, top, side) = (46.0, 14.0, 260.0);
        let (x, y) = (|score: f64| left + side * score, |share: f64| top + side * (1.0 - share));
        let mut svg = String::from(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 318\" width=\"480\" font-family=\"sans-serif\" font-size=\"11\">\n\
             <title>Share of full answers by score</title>\n<rect width=\"320\" height=\"318\" fill=\"#fff\"/>\n",
        );
        let mut line = |text: String| {
            svg.push_str(&text);
            svg.push('\n');
        };
        line(format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{side}\" height=\"{side}\" fill=\"none\" stroke=\"#999\"/>"
        ));
        let diagonal = [x(0.0), y(0.0), x(1.0), y(1.0)];
        let [x1, y1, x2, y2] = diagonal;
        line(format!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"#999\" stroke-dasharray=\"4 3\"/>"
        ));
        for tenth in [0, 2, 4, 6, 8, 10] {
            let value = f64::from(tenth) / 10.0;
            let (across, up) = (x(value), y(value) + 4.0);
            line(format!("<text x=\"{across:.0}\" y=\"290\" text-anchor=\"middle\">{value:.1}</text>"));
            line(format!("<text x=\"40\" y=\"{up:.0}\" text-anchor=\"end\">{value:.1}</text>"));
        }
        line("<text x=\"176\" y=\"308\" text-anchor=\"middle\">score</text>".into());
        line("<text x=\"12\" y=\"144\" text-anchor=\"middle\" transform=\"rotate(-90 12 144)\">share of full answers</text>".into());
        for (score, share, pairs) in self.bands() {
            let size = 2.0 + pairs.ln().max(0.0);
            line(format!(
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{size:.1}\" fill=\"#1c5d99\" fill-opacity=\"0.8\"/>",
                x(score),
                y(share)
            ));
        }
        svg.push_str("</svg>\n");
        svg
    }

    /// The bands as a Markdown table.
    pub fn table(&self) -> String {
        let mut table = String::from("| mean score | full answers | pairs |\n|---|---|---|\n");
        for (score, share, pairs) in self.bands() {
            let _ = writeln!(table, "| {score:.2} | {share:.2} | {pairs:.0} |");
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_that_says_what_it_means_has_no_error_and_one_that_boasts_has() {
        let mut honest = Reliability::default();
        let mut boasting = Reliability::default();
        for index in 0..100 {
            honest.add(0.25, index % 4 == 0);
            boasting.add(0.95, index % 4 == 0);
        }
        assert!(honest.error() < 1e-9);
        assert!((boasting.error() - 0.7).abs() < 1e-9);
        assert_eq!(honest.bands().count(), 1);
        assert!(boasting.svg().contains("<circle") && boasting.table().contains("| 0.95 | 0.25 | 100 |"));
    }
}
