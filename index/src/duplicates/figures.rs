//! Figures of two records side by side: which stand in both, which contradict.
//!
//! Two figures are the same when they agree in a common base unit, or, where there is none, in the number as written. A figure that one record has and the other has not says little (the copy may be shorter); figures
//! left over on both sides are what tells a variant.

use crate::analyze::{Language, quantities};

use super::numerals::{ordinals, spelled};

/// A number of a text, with its unit where that is known.
#[derive(Debug, Clone, PartialEq)]
struct Figure {
    /// With what a word behind it multiplies it by.
    number: f64,
    /// Base unit and the value in it.
    canonical: Option<(&'static str, f64)>,
    /// As it is written.
    text: String,
}

/// The figures of a record.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    written: Vec<Figure>,
    spelled: Vec<f64>,
}

/// The figures of a title, and which of a series it names: the 12th team, phase II, 2012–2013.
#[derive(Debug, Clone, Default)]
pub struct Series(Vec<f64>);

impl Series {
    pub fn of(title: &str, lang: &str) -> Series {
        let written = Figures::of([title], lang).written.into_iter().map(|figure| figure.number);
        Series(written.chain(ordinals(title)).collect())
    }

    /// A number of each title that the other has not.
    pub fn contradiction(&self, other: &Series) -> Option<(String, String)> {
        let only = |a: &Series, b: &Series| a.0.iter().copied().find(|one| !b.0.iter().any(|other| near(*one, *other)));
        Some((only(self, other)?.to_string(), only(other, self)?.to_string()))
    }
}

/// How the figures of two records agree.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Agreement {
    /// Of the record that has fewer: how many there are, and how many have a partner.
    pub fewer: usize,
    pub shared: usize,
    /// Of the other record.
    pub more: usize,
    pub shared_of_more: usize,
    /// Figures that stand in one record only, a pair of one unit where there is one.
    pub contradiction: Option<(String, String)>,
}

impl Agreement {
    /// Figures without a partner on both sides.
    pub fn contradicting(&self) -> usize {
        (self.fewer - self.shared).min(self.more - self.shared_of_more)
    }
}

/// Figures this near are the same; a copy may have rounded one.
const ROUNDED: f64 = 0.03;

impl Figures {
    /// The figures of some texts in one language, each once.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>, lang: &str) -> Figures {
        let language = Language::from_tag(lang);
        let mut figures = Figures::default();
        for text in texts {
            let text = text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
            figures.read(&text, language);
            figures.spelled.extend(spelled(&text, language));
        }
        figures
    }

    fn read(&mut self, text: &str, language: Language) {
        for (start, quantity) in quantities(text, language) {
            // the digits of a name: AG40
            let in_a_name = text.get(..start).is_some_and(|before| {
                before.ends_with(|one: char| one.is_ascii_alphabetic() || one == '-' && is_name_before(before))
            });
            if in_a_name {
                continue;
            }
            let number = quantity.number * quantity.multiplier;
            let figure = Figure {
                number,
                canonical: quantity.unit.map(|(base, factor)| (base, number * factor)),
                text: text.get(start..start + quantity.length).unwrap_or_default().trim().to_owned(),
            };
            if !self.written.iter().any(|other| same(other, &figure)) {
                self.written.push(figure);
            }
        }
    }

    pub fn agreement(&self, other: &Figures) -> Agreement {
        let (fewer, more) = if self.written.len() <= other.written.len() { (self, other) } else { (other, self) };
        let lone_of_fewer = fewer.without_partner(more);
        let lone_of_more = more.without_partner(fewer);
        let one_unit = lone_of_fewer.iter().find_map(|one| {
            let base = one.canonical?.0;
            let other = lone_of_more.iter().find(|other| other.canonical.is_some_and(|(other, _)| other == base))?;
            Some((one.text.clone(), other.text.clone()))
        });
        let any = || Some((lone_of_fewer.first()?.text.clone(), lone_of_more.first()?.text.clone()));
        let contradiction = one_unit.or_else(any);
        Agreement {
            fewer: fewer.written.len(),
            shared: fewer.written.len() - lone_of_fewer.len(),
            more: more.written.len(),
            shared_of_more: more.written.len() - lone_of_more.len(),
            contradiction: if std::ptr::eq(fewer, self) {
                contradiction
            } else {
                contradiction.map(|(one, other)| (other, one))
            },
        }
    }

    fn without_partner<'a>(&'a self, other: &Figures) -> Vec<&'a Figure> {
        let has_partner = |figure: &Figure| {
            other.written.iter().any(|one| same(figure, one))
                || other.spelled.iter().any(|value| near(figure.number, *value))
        };
        self.written.iter().filter(|figure| !has_partner(figure)).collect()
    }
}

/// A hyphen inside a name: SL-60, but not a range or a minus sign.
fn is_name_before(before: &str) -> bool {
    before.trim_end_matches('-').ends_with(|one: char| one.is_ascii_uppercase())
}

fn near(a: f64, b: f64) -> bool {
    let is_year = |value: f64| value.fract() == 0.0 && (1900.0..=2100.0).contains(&value);
    a == b || !(is_year(a) && is_year(b)) && (a - b).abs() <= ROUNDED * a.abs().max(b.abs())
}

fn same(a: &Figure, b: &Figure) -> bool {
    match (a.canonical, b.canonical) {
        (Some((base, a)), Some((other, b))) if base == other => near(a, b),
        // "90 m3" and "90 metros cúbicos", "38 °C" and "38度": a unit that was misread is likelier than a coincidence
        (Some(_), Some(_)) => a.number == b.number,
        _ => near(a.number, b.number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreement(a: (&str, &str), b: (&str, &str)) -> Agreement {
        Figures::of([a.0], a.1).agreement(&Figures::of([b.0], b.1))
    }

    #[test]
    fn figures_agree_across_units_and_languages() {
        let found = agreement(
            ("额定功率2.2千瓦，扬程80米，质保三年", "zh"),
            ("2200 W, lifts water 80 m, warranty 3 years", "en"),
        );
        assert_eq!((found.fewer, found.shared, found.contradicting()), (2, 2, 0));
        assert_eq!(found.contradiction, None);
    }

    #[test]
    fn another_capacity_is_a_contradiction_that_names_both_figures() {
        let found = agreement(("额定功率2.2千瓦，扬程80米", "zh"), ("额定功率7.5千瓦，扬程80米", "zh"));
        assert_eq!((found.shared, found.contradicting()), (1, 1));
        assert_eq!(found.contradiction, Some(("2.2千瓦".to_owned(), "7.5千瓦".to_owned())));
    }

    #[test]
    fn a_figure_more_in_the_longer_record_contradicts_nothing() {
        assert_eq!(agreement(("60 W, 9600 lm", "en"), ("60 W, 9600 lm, 512 Wh", "en")).contradicting(), 0);
    }

    #[test]
    fn a_number_whose_unit_is_read_otherwise_is_the_same_and_a_range_of_units_is_not_mixed() {
        assert_eq!(agreement(("90 m3", "es"), ("90 metros cúbicos", "es")).shared, 1);
        assert_eq!(agreement(("2 t", "en"), ("2000 kg", "en")).shared, 1);
        assert_eq!(agreement(("2 t", "en"), ("2000 m", "en")).shared, 0);
    }

    #[test]
    fn another_one_of_a_series_is_told_by_its_title() {
        let contradiction = |a, b| Series::of(a, "en").contradiction(&Series::of(b, "en")).is_some();
        assert!(contradiction("12th medical team to Senegal", "15th medical team to Senegal"));
        assert!(contradiction("Family health [2010-2011]", "Family health [2012-2013]"));
        assert!(contradiction("Livelihoods, Phase II", "Livelihoods, Phase III"));
        assert!(!contradiction("12th medical team to Senegal", "Medical team to Senegal"));
        assert!(!contradiction("Plants for 40 hospitals", "40 plants"));
    }

    #[test]
    fn the_digits_of_a_model_name_are_no_figure() {
        assert_eq!(agreement(("AG40, SL-60: 9 m", "en"), ("AG20, SL-100: 9 m", "en")).contradicting(), 0);
    }
}
