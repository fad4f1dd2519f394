//! A collection of labelled pairs, to fit the detection of duplicates and to measure it: `technologies.jsonl`,
//! `demands.jsonl`, and `pairs.tsv` with a pair, its label and its part a line.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, bail};

use crate::corpus::{Document, Embedder, Role};
use crate::duplicates::Verdict;
use crate::matching::Profile;

use super::collection::{Judged, records};

/// What a person said of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// An edited copy.
    Same,
    /// The same record in another language.
    SameOtherLanguage,
    /// Of one family: another capacity, model or place.
    Variant,
    /// On one topic: another function.
    Similar,
    Unrelated,
}

impl Label {
    pub const ALL: [Label; 5] =
        [Label::Same, Label::SameOtherLanguage, Label::Variant, Label::Similar, Label::Unrelated];

    pub const fn as_str(self) -> &'static str {
        match self {
            Label::Same => "same",
            Label::SameOtherLanguage => "same_other_language",
            Label::Variant => "variant",
            Label::Similar => "similar",
            Label::Unrelated => "unrelated",
        }
    }

    /// What the detection has to answer.
    pub const fn verdict(self) -> Verdict {
        match self {
            Label::Same => Verdict::Duplicate,
            Label::SameOtherLanguage => Verdict::Translation,
            _ => Verdict::Not,
        }
    }
}

impl FromStr for Label {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> anyhow::Result<Label> {
        Label::ALL.into_iter().find(|label| label.as_str() == name).with_context(|| format!("unknown label {name:?}"))
    }
}

/// Two records by their position, and what they are to each other.
#[derive(Debug, Clone, Copy)]
pub struct LabelledPair {
    pub a: usize,
    pub b: usize,
    pub label: Label,
    /// Kept apart from fitting. Records of one family are all in one part.
    pub apart: bool,
}

/// Records and pairs of them.
pub struct DuplicateCollection {
    pub records: Vec<Judged>,
    /// So many of the records are technologies; the others are demands.
    pub technologies: usize,
    pub pairs: Vec<LabelledPair>,
}

impl DuplicateCollection {
    /// Reads a folder.
    ///
    /// # Errors
    /// A missing file, or a line that does not parse or names an unknown record.
    pub fn read(dir: &Path) -> anyhow::Result<DuplicateCollection> {
        let (mut all, mut at) = records(&dir.join("technologies.jsonl"))?;
        let technologies = all.len();
        let (demands, demand_at) = records(&dir.join("demands.jsonl"))?;
        all.extend(demands);
        for (name, position) in demand_at {
            if at.insert(name.clone(), technologies + position).is_some() {
                bail!("{name:?} is a technology and a demand");
            }
        }
        let path = dir.join("pairs.tsv");
        let text = fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
        let pair = |(number, line): (usize, &str)| {
            labelled(line, &at, technologies).with_context(|| format!("{} line {}", path.display(), number + 1))
        };
        let pairs = text.lines().enumerate().map(pair).collect::<anyhow::Result<_>>()?;
        Ok(DuplicateCollection { records: all, technologies, pairs })
    }

    /// Forgets the pairs that weights are fitted on, and the texts of the records that are only in those.
    pub fn keep_apart_only(&mut self) {
        self.pairs.retain(|pair| pair.apart);
        for (position, record) in self.records.iter_mut().enumerate() {
            if !self.pairs.iter().any(|pair| pair.a == position || pair.b == position) {
                record.document = Document::default();
            }
        }
    }

    /// The profiles of the records, in their order, each in the role it has in its library.
    ///
    /// # Errors
    /// The encoder failed.
    pub fn profiles(&self, embedder: &Embedder) -> anyhow::Result<Vec<Profile>> {
        let profile = |(position, judged): (usize, &Judged)| {
            let role = if position < self.technologies { Role::Passage } else { Role::Query };
            Ok(Profile::of(&judged.document, role, embedder)?)
        };
        self.records.iter().enumerate().map(profile).collect()
    }
}

fn labelled(line: &str, at: &HashMap<String, usize>, technologies: usize) -> anyhow::Result<LabelledPair> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [a, b, label, part] = columns[..] else { bail!("four columns wanted") };
    let position = |name: &str| at.get(name).copied().with_context(|| format!("unknown record {name:?}"));
    let (a, b) = (position(a)?, position(b)?);
    if a == b || (a < technologies) != (b < technologies) {
        bail!("two records of one library wanted");
    }
    let apart = match part {
        "fit" => false,
        "apart" => true,
        _ => bail!("unknown part {part:?} (fit or apart)"),
    };
    Ok(LabelledPair { a, b, label: label.parse()?, apart })
}

/// Verdicts counted against labels.
#[derive(Debug, Clone, Default)]
pub struct Confusion(HashMap<(Label, Verdict), usize>);

impl Confusion {
    pub fn count(&mut self, label: Label, verdict: Verdict) {
        *self.0.entry((label, verdict)).or_default() += 1;
    }

    pub fn of(&self, label: Label, verdict: Verdict) -> usize {
        self.0.get(&(label, verdict)).copied().unwrap_or(0)
    }

    /// Precision, recall and F1 of a verdict; 0 where nothing was said or there was nothing to say.
    pub fn quality(&self, verdict: Verdict) -> [f64; 3] {
        let sum = |wanted: &dyn Fn(Label, Verdict) -> bool| -> f64 {
            self.0.iter().filter(|((label, said), _)| wanted(*label, *said)).map(|(_, count)| *count).sum::<usize>()
                as f64
        };
        let right = sum(&|label, said| said == verdict && label.verdict() == verdict);
        let precision = right / sum(&|_, said| said == verdict).max(1.0);
        let recall = right / sum(&|label, _| label.verdict() == verdict).max(1.0);
        [precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9)]
    }
}

impl fmt::Display for Confusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:20} {:>9} {:>11} {:>5}", "label", "duplicate", "translation", "not")?;
        for label in Label::ALL {
            let [duplicate, translation, not] = Verdict::ALL.map(|verdict| self.of(label, verdict));
            writeln!(f, "{:20} {duplicate:9} {translation:11} {not:5}", label.as_str())?;
        }
        for verdict in Verdict::ALL {
            let [precision, recall, f1] = self.quality(verdict);
            writeln!(f, "{:12} precision {precision:.3} recall {recall:.3} F1 {f1:.3}", verdict.as_str())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quality_counts_what_was_said_and_what_was_missed() {
        let mut confusion = Confusion::default();
        for (label, verdict) in [
            (Label::Same, Verdict::Duplicate),
            (Label::Same, Verdict::Not),
            (Label::Variant, Verdict::Duplicate),
            (Label::Variant, Verdict::Not),
        ] {
            confusion.count(label, verdict);
        }
        assert_eq!(confusion.quality(Verdict::Duplicate), [0.5, 0.5, 0.5]);
        assert_eq!(confusion.quality(Verdict::Translation), [0.0, 0.0, 0.0]);
    }

    #[test]
    fn a_line_that_names_no_record_or_mixes_libraries_is_refused() {
        let at = HashMap::from([("t".to_owned(), 0), ("u".to_owned(), 1), ("d".to_owned(), 2)]);
        let read = |line: &str| labelled(line, &at, 2).map_err(|error| error.to_string());
        assert!(read("t\tu\tvariant\tapart").is_ok_and(|pair| pair.apart && pair.label == Label::Variant));
        assert_eq!(read("t\tx\tsame\tfit").unwrap_err(), "unknown record \"x\"");
        assert_eq!(read("t\td\tsame\tfit").unwrap_err(), "two records of one library wanted");
        assert_eq!(read("t\tu\tsame\ttest").unwrap_err(), "unknown part \"test\" (fit or apart)");
        assert_eq!(read("t\tu\tequal\tfit").unwrap_err(), "unknown label \"equal\"");
    }
}
