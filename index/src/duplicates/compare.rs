//! Two records to numbers that tell whether they are one.

use crate::corpus::{Model, PartOrigin};
use crate::matching::{Profile, Reason, cosines, joined, part_cosine};

use super::Verdict;
use super::figures::{Agreement, Figures, Series};
use super::names::Names;
use super::wording::Wording;

/// Numbers that a pair has at most.
pub const FEATURES: usize = 17;
/// What a pair says; `None` is neither for nor against.
pub type Features = [Option<f32>; FEATURES];
/// What each of them is, in order: the names of the weights.
pub const NAMES: [&str; FEATURES] = [
    "meaning",
    "title",
    "aligned_least",
    "aligned_most",
    "loneliest",
    "figures",
    "figures_of_more",
    "contradictions",
    "no_figures",
    "names",
    "names_contradict",
    "words",
    "contained",
    "phrases",
    "copied",
    "title_words",
    "length",
];
/// Two sentences this near say the same.
const SAME_SENTENCE: f32 = 0.75;
/// So many figures, half of them shared, are counted beside those that are there.
const DOUBT: f32 = 2.0;
/// From this share of phrases in common on a text is a copy, word by word.
const NEARLY_ALL: f32 = 0.8;

/// What a pair can be compared by; each has weights of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    /// One language, no vectors.
    Words,
    /// One language.
    Within,
    /// Two languages.
    Across,
}

impl Setting {
    pub const ALL: [Setting; 3] = [Setting::Words, Setting::Within, Setting::Across];
}

/// What is read of a record before it is compared with others.
pub struct Reading<'a> {
    profile: &'a Profile,
    compared: Vec<usize>,
    figures: Figures,
    names: Names,
    series: Series,
    wording: Wording,
    title: Wording,
    length: f32,
}

impl<'a> Reading<'a> {
    pub fn of(profile: &'a Profile) -> Reading<'a> {
        let lang = &profile.stored.lang;
        Reading {
            profile,
            compared: compared(profile),
            figures: Figures::of(texts(profile), lang),
            names: Names::of(texts(profile), lang),
            series: Series::of(&profile.stored.title, lang),
            wording: Wording::of(texts(profile), lang),
            title: Wording::of([profile.stored.title.as_str()], lang),
            length: texts(profile).map(weight).sum(),
        }
    }
}

/// A compared pair.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub setting: Setting,
    pub features: Features,
    figures: Agreement,
    /// A model name, or a number of the title, of each that the other has not.
    names: Option<(String, String)>,
    /// Sentences of the shorter record with a sentence in the other that says the same, and all of them.
    sentences: Option<(usize, usize)>,
    /// Share of the words of the shorter record that the other has, within one language.
    contained: f32,
}

/// The nearest sentence of the other record for each sentence of both.
struct Alignment {
    a: Vec<f32>,
    b: Vec<f32>,
}

impl Comparison {
    /// `None` where there is nothing to go by: two languages and no vectors of both.
    pub fn of(a: &Reading<'_>, b: &Reading<'_>) -> Option<Comparison> {
        let alignment = Alignment::of(a, b);
        let one_language = a.profile.stored.lang == b.profile.stored.lang;
        let setting = match (one_language, alignment.is_some()) {
            (true, false) => Setting::Words,
            (true, true) => Setting::Within,
            (false, true) => Setting::Across,
            (false, false) => return None,
        };
        let figures = a.figures.agreement(&b.figures);
        let names = a.names.contradiction(&b.names).or_else(|| a.series.contradiction(&b.series));
        let mut features = [None; FEATURES];
        let mut set = |name: &str, value: Option<f32>| {
            if let Some(place) = NAMES.iter().position(|other| *other == name) {
                features[place] = value;
            }
        };
        if let Some(alignment) = &alignment {
            set("meaning", meaning(a.profile, b.profile));
            set("title", titles(a.profile, b.profile));
            let (mean_a, mean_b) = (mean(&alignment.a), mean(&alignment.b));
            set("aligned_least", Some(mean_a.min(mean_b)));
            set("aligned_most", Some(mean_a.max(mean_b)));
            set("loneliest", alignment.shorter().iter().copied().reduce(f32::min));
        }
        set("figures", (figures.fewer > 0).then(|| share(figures.shared, figures.fewer)));
        set("figures_of_more", (figures.fewer > 0).then(|| share(figures.shared_of_more, figures.more)));
        set("contradictions", (figures.fewer > 0).then(|| (1.0 + figures.contradicting() as f32).ln()));
        set("no_figures", Some(f32::from(u8::from(figures.fewer == 0))));
        set("names", Some(a.names.shared(&b.names).min(2) as f32 / 2.0));
        set("names_contradict", Some(f32::from(u8::from(names.is_some()))));
        if setting != Setting::Across {
            set("words", a.wording.overlap(&b.wording));
            set("contained", a.wording.contained(&b.wording));
            let phrases = a.wording.phrases(&b.wording);
            set("phrases", phrases);
            set("copied", phrases.map(|share| (share - NEARLY_ALL).max(0.0) / (1.0 - NEARLY_ALL)));
            set("title_words", a.title.overlap(&b.title));
        }
        let longer = a.length.max(b.length);
        set("length", (longer > 0.0).then(|| a.length.min(b.length) / longer));
        let sentences = alignment.map(|alignment| {
            let shorter = alignment.shorter();
            (shorter.iter().filter(|cosine| **cosine >= SAME_SENTENCE).count(), shorter.len())
        });
        let contained = a.wording.contained(&b.wording).unwrap_or(0.0);
        Some(Comparison { setting, features, figures, names, sentences, contained })
    }

    /// Figures that stand in both records.
    pub fn figures_in_common(&self) -> usize {
        self.figures.shared
    }

    /// Why, for people: what speaks loudest for the verdict.
    pub fn reason(&self, verdict: Verdict) -> Reason {
        // a space would part a figure from its unit where arguments are lists
        let one_word = |text: &str| text.replace(' ', "\u{a0}");
        let two =
            |code: &str, (one, other): &(String, String)| Reason::new(code).with(one_word(one)).with(one_word(other));
        if verdict == Verdict::Not {
            return match (&self.names, &self.figures.contradiction) {
                (Some(names), _) => two("near-names-differ", names),
                (None, Some(figures)) => two("near-figures-differ", figures),
                (None, None) => Reason::new("near-text-differs"),
            };
        }
        let counted = |part: usize, all: usize| format!("{part}/{all}");
        let reason = match self.sentences {
            Some((same, all)) => Reason::new("near-sentences").with(counted(same, all)),
            None => Reason::new("near-words").with(format!("{:.0}", self.contained * 100.0)),
        };
        reason.with(counted(self.figures.shared, self.figures.fewer))
    }
}

impl Alignment {
    fn of(a: &Reading<'_>, b: &Reading<'_>) -> Option<Alignment> {
        let table = cosines(a.profile, &a.compared, b.profile, &b.compared)?;
        let (rows, columns) = (a.compared.len(), b.compared.len());
        if rows == 0 || columns == 0 {
            return None;
        }
        let best = |values: &mut dyn Iterator<Item = f32>| values.fold(f32::MIN, f32::max);
        Some(Alignment {
            a: table.chunks_exact(columns).map(|row| best(&mut row.iter().copied())).collect(),
            b: (0..columns).map(|column| best(&mut table.iter().skip(column).step_by(columns).copied())).collect(),
        })
    }

    fn shorter(&self) -> &[f32] {
        if self.a.len() <= self.b.len() { &self.a } else { &self.b }
    }
}

/// Positions of the sentences and requirements; the title where there is nothing else.
fn compared(profile: &Profile) -> Vec<usize> {
    let mut parts = profile.parts_of(PartOrigin::Requirement);
    parts.extend(profile.sentences());
    parts
}

/// Everything a record says, once.
fn texts(profile: &Profile) -> impl Iterator<Item = &str> {
    let parts = profile.stored.parts.iter().zip(&profile.stored.origins);
    parts.filter(|(_, origin)| **origin != PartOrigin::Brief).map(|(text, _)| text.as_str())
}

fn meaning(a: &Profile, b: &Profile) -> Option<f32> {
    joined(
        Model::ALL.map(|model| Some(a.record[model.position()].as_ref()?.cosine(b.record[model.position()].as_ref()?))),
    )
}

fn titles(a: &Profile, b: &Profile) -> Option<f32> {
    let title = |profile: &Profile| profile.parts_of(PartOrigin::Title).first().copied();
    part_cosine(a, title(a)?, b, title(b)?)
}

/// The share of figures in common, held back where there are few: one that agrees may be chance.
pub fn share(part: usize, of: usize) -> f32 {
    (part as f32 + DOUBT / 2.0) / (of as f32 + DOUBT)
}

fn mean(values: &[f32]) -> f32 {
    values.iter().sum::<f32>() / values.len().max(1) as f32
}

/// About how much a text says, whatever its script: a Chinese character is three letters.
fn weight(text: &str) -> f32 {
    text.chars().map(|one| if one >= '\u{2E80}' { 3.0 } else { 1.0 }).sum()
}
