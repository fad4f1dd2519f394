//! The deciding sentence of each requirement, and the verdict on it, by two small fitted models.
//!
//! A softmax over the sentences of the technology chooses the one that decides; a multinomial logistic regression over
//! features of the requirement, that sentence and the pair gives the verdict. Both are fitted on judged pairs by
//! `cargo run --example fit`.

use crate::analyze::glossary::Thing;
use crate::corpus::{PartOrigin, Priority};
use crate::matching::{Evidence, Pair, Profile, RequirementCoverage, Tables, priority_weight};
use crate::signals::SIGNALS;

use super::axes::{AXES, Axes, Place};
use super::figures::{self, Figure};
use super::model::{ALL_FEATURES, CoverageModel, FEATURES, SENTENCE_FEATURES, SentenceModel, dot, softmax};
use super::{Cues, Verdict};

/// A place counts this much beside the features that were thought of: it is learned with more restraint.
const RESTRAINT: f32 = 0.1;

/// Where a side names no field, what judged pairs have on average: nothing is said against the pair.
const UNSAID_FIELD: f32 = 0.8;

/// A sentence of the technology beside one requirement.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Part of the technology.
    pub part: usize,
    /// Cosine with the requirement, the models joined.
    pub cosine: f32,
    /// Cosine in either model, how much nearer than to any other requirement, length, denial, limit, being the first,
    /// share of the things the requirement names that it names too.
    pub features: [f32; SENTENCE_FEATURES],
    /// Says that something is not there or not needed.
    pub absence: bool,
    /// What its figures say of the requirement's: 1, −1, or 0 where none can be compared.
    pub figures: f32,
    pub place: Place,
}

/// A requirement with the sentences that may decide it.
pub struct Question {
    pub place: Place,
    /// Asks that something be absent or not needed.
    pub absence: bool,
    /// Share of the things it names that are named anywhere.
    pub things: f32,
    pub sentences: Vec<Sentence>,
}

impl Question {
    /// How much speaks for each sentence.
    fn scores(&self, model: &SentenceModel) -> Vec<f32> {
        let sought = model.sought(&self.place);
        let score = |one: &Sentence| dot(&one.features, &model.plain) + dot(&one.place, &sought);
        self.sentences.iter().map(score).collect()
    }
}

/// A requirement with its deciding sentence and what speaks for each verdict.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Part of the technology; `None` when it has no sentence at all.
    pub evidence: Option<usize>,
    pub features: [f32; ALL_FEATURES],
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

/// A part of a record as it is read, whatever lies beside it.
pub struct Phrase {
    place: Place,
    cues: Cues,
    figures: Vec<Figure>,
    /// What it names.
    things: Vec<Thing>,
    /// Logarithm of its characters.
    length: f32,
}

/// Reads parts of a record beside another; what they name only where the two name anything in common.
pub fn phrases(profile: &Profile, parts: &[usize], axes: &Axes, beside: &[Thing]) -> Vec<Phrase> {
    let lang = &profile.stored.lang;
    let names = profile.stored.things.iter().any(|thing| beside.binary_search(thing).is_ok());
    let phrase = |part: &usize| {
        let text = profile.stored.parts.get(*part).map_or("", String::as_str);
        Phrase {
            place: axes.place(profile, *part),
            cues: Cues::of(text),
            figures: figures::figures(text, lang),
            things: if names { profile.glossary.things(text, lang) } else { Vec::new() },
            length: (text.chars().count().max(1) as f32).ln(),
        }
    };
    parts.iter().map(phrase).collect()
}

/// For every want of a pair, in their order, the sentences that may decide; empty without vectors.
pub fn questions(pair: &Pair<'_>, axes: &Axes) -> Vec<Question> {
    let [asks, says] = [pair.demand, pair.technology].map(|side| &side.stored.things);
    let wanted = phrases(pair.demand, &pair.tables.wants, axes, says);
    questions_of(pair, &wanted, &phrases(pair.technology, &pair.tables.evidence, axes, asks))
}

/// The same of wants and evidence that were read before.
pub fn questions_of(pair: &Pair<'_>, wanted: &[Phrase], said: &[Phrase]) -> Vec<Question> {
    let Tables { evidence, in_model, joined: Some(joined), .. } = &*pair.tables else {
        return Vec::new();
    };
    let columns = evidence.len();
    let [quick, thorough] = in_model.each_ref().map(|table| table.as_ref().unwrap_or(joined));
    let is_title = |column: usize| pair.technology.stored.origins.get(evidence[column]) == Some(&PartOrigin::Title);
    // A title decides nothing where there are sentences.
    let mut eligible: Vec<usize> = (0..columns).filter(|column| !is_title(*column)).collect();
    if eligible.is_empty() {
        eligible = (0..columns).collect();
    }
    let sentence = |want: usize, first: bool, column: usize| {
        let phrase = &said[column];
        let at = |want: usize| want * columns + column;
        let cosine = joined[at(want)];
        let others = (0..wanted.len()).filter(|other| *other != want).map(|other| joined[at(other)]);
        let nearest = others.reduce(f32::max);
        Sentence {
            part: evidence[column],
            cosine,
            features: [
                quick[at(want)],
                thorough[at(want)],
                nearest.map_or(cosine, |nearest| cosine - nearest),
                phrase.length,
                flag(phrase.cues.denial),
                flag(phrase.cues.limit),
                flag(first),
                share(&wanted[want].things, &phrase.things),
            ],
            absence: phrase.cues.absence,
            figures: figures::agreement(&wanted[want].figures, &phrase.figures),
            place: phrase.place,
        }
    };
    let named: Vec<Thing> = said.iter().flat_map(|phrase| &phrase.things).copied().collect();
    wanted
        .iter()
        .enumerate()
        .map(|(want, phrase)| Question {
            place: phrase.place,
            absence: phrase.cues.absence,
            things: share(&phrase.things, &named),
            sentences: (eligible.iter().enumerate())
                .map(|(position, column)| sentence(want, position == 0, *column))
                .collect(),
        })
        .collect()
}

/// Share of the things wanted that are named; 0 where none is wanted.
fn share(wanted: &[Thing], named: &[Thing]) -> f32 {
    wanted.iter().filter(|thing| named.contains(thing)).count() as f32 / wanted.len().max(1) as f32
}

/// Reads every want of a pair; empty without vectors.
pub fn read(pair: &Pair<'_>, questions: &[Question], model: &SentenceModel) -> Vec<Reading> {
    let whole = [("meaning", 0.0), ("brief", 0.0), ("field", UNSAID_FIELD)].map(|(name, unsaid)| {
        let signal = SIGNALS.iter().find(|signal| signal.name == name);
        signal.and_then(|signal| (signal.find)(pair)).map_or(unsaid, |finding| finding.value)
    });
    let [meaning, brief, field] = whole;
    questions
        .iter()
        .zip(&pair.tables.wants)
        .map(|(question, want)| {
            let scores = question.scores(model);
            let chosen = (0..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a)));
            let evidence = chosen.map(|position| &question.sentences[position]);
            let score = chosen.map_or(0.0, |position| scores[position]);
            let share = chosen.map_or(0.0, |position| softmax(&scores)[position]);
            let [quick, thorough, _, length, denial, limit, _, things] =
                evidence.map_or([0.0; SENTENCE_FEATURES], |sentence| sentence.features);
            let cosine = evidence.map_or(0.0, |sentence| sentence.cosine);
            let count = question.sentences.len().max(1) as f32;
            let mean = question.sentences.iter().map(|sentence| sentence.cosine).sum::<f32>() / count;
            let highest = question.sentences.iter().map(|sentence| sentence.features[1]).fold(0.0, f32::max);
            let must = flag(pair.demand.priority(*want) == Priority::Must);
            let said_absent = evidence.is_some_and(|sentence| sentence.absence);
            let thought_of = [
                1.0,
                quick,
                thorough,
                score,
                share,
                mean,
                highest,
                meaning,
                brief,
                field,
                denial,
                limit,
                denial * cosine,
                length,
                must,
                flag(question.absence && said_absent),
                flag(question.absence && !said_absent),
                evidence.map_or(0.0, |sentence| sentence.figures),
                things,
                question.things,
            ];
            let place = evidence.map_or([0.0; AXES], |sentence| sentence.place);
            let mut features = [0.0; ALL_FEATURES];
            features[..FEATURES].copy_from_slice(&thought_of);
            let places = question.place.iter().chain(&place);
            features[FEATURES..].iter_mut().zip(places).for_each(|(feature, value)| *feature = RESTRAINT * value);
            Reading { evidence: evidence.map(|sentence| sentence.part), features }
        })
        .collect()
}

/// Every want of a pair as a model reads it.
pub fn readings(pair: &Pair<'_>, model: &CoverageModel) -> Vec<Reading> {
    read(pair, &questions(pair, &model.axes), &model.sentence)
}

/// Share of the wants, by priority, that are expected to be met; `None` without vectors.
pub fn expected(pair: &Pair<'_>, readings: &[Reading], model: &CoverageModel) -> Option<f32> {
    let (mut met, mut all) = (0.0, 0.0);
    for (reading, want) in readings.iter().zip(&pair.tables.wants) {
        let weight = priority_weight(pair.demand.priority(*want));
        met += weight * model.probabilities(&reading.features)[Verdict::Met.position()];
        all += weight;
    }
    (all > 0.0).then(|| met / all)
}

/// Verdict, confidence and evidence for every want of the demand, in its order: the sentence that decides, and where the
/// verdict is unknown the one that comes nearest to deciding. Without vectors
/// everything is unknown: words alone decide nothing across languages.
pub fn judge(pair: &Pair<'_>, model: &CoverageModel) -> Vec<RequirementCoverage> {
    verdicts(pair, &readings(pair, model), model)
}

/// The same from readings that are there already.
pub fn verdicts(pair: &Pair<'_>, readings: &[Reading], model: &CoverageModel) -> Vec<RequirementCoverage> {
    pair.tables
        .wants
        .iter()
        .enumerate()
        .map(|(position, want)| {
            let reading = readings.get(position);
            let (verdict, confidence) = reading.map_or((Verdict::Unknown, 1.0), |reading| {
                let probabilities = model.probabilities(&reading.features);
                Verdict::ALL.into_iter().zip(probabilities).fold(
                    (Verdict::Unknown, f32::MIN),
                    |best, (verdict, probability)| {
                        if probability > best.1 { (verdict, probability) } else { best }
                    },
                )
            });
            let evidence = reading
                .and_then(|reading| pair.technology.stored.parts.get(reading.evidence?))
                .map(|text| Evidence { text: text.clone(), lang: pair.technology.stored.lang.clone() });
            RequirementCoverage {
                requirement: position,
                text: pair.demand.stored.parts.get(*want).cloned().unwrap_or_default(),
                priority: pair.demand.priority(*want),
                verdict,
                confidence,
                evidence,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::corpus::{Facts, Stored};

    #[test]
    fn a_record_that_names_no_field_is_not_taken_for_one_of_another() {
        let record = |origin: PartOrigin, fields: &[&str]| Profile {
            stored: Stored { parts: vec!["one".to_owned()], origins: vec![origin], ..Stored::default() },
            facts: Facts { fields: fields.iter().map(|field| (*field).to_owned()).collect(), ..Facts::default() },
            ..Profile::default()
        };
        let field = |wanted: &[&str]| {
            let (demand, technology) = (record(PartOrigin::Requirement, wanted), record(PartOrigin::Text, &["energy"]));
            let pair = Pair::new(&demand, &technology, 0.0, NaiveDate::default());
            let question = Question { place: [0.0; AXES], absence: false, things: 0.0, sentences: Vec::new() };
            read(&pair, &[question], &SentenceModel::default())[0].features[FIELD]
        };
        assert_eq!([field(&["water"]), field(&[]), field(&["energy"])], [0.0, UNSAID_FIELD, 1.0]);
    }

    /// Place of the field among the features that were thought of.
    const FIELD: usize = 9;
}
