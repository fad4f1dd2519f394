//! Candidates to suggestions: score what was found, keep the best, say why.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;
use uuid::Uuid;

use crate::analyze::glossary::Thing;
use crate::corpus::{Candidate, CandidateQuery, Corpus, ExportControl, Facts, Model, PartOrigin, Stored};
use crate::coverage::{Reading, judge, phrases, questions_of, read, verdicts};
use crate::signals::{Finding, SIGNALS, Signal, Source};
use crate::threads;

use super::{Mode, Pair, Profile, SignalValue, Suggestion, Tables, Weights};

/// How a match is computed.
#[derive(Debug, Clone)]
pub struct Options {
    pub mode: Mode,
    /// Suggestions wanted.
    pub limit: usize,
    /// Candidates taken by words and by meaning, each.
    pub candidates: usize,
    /// Candidates read sentence by sentence; the others keep their first score.
    pub depth: usize,
    /// Records not to suggest: what a person declined.
    pub exclude: HashSet<Uuid>,
    pub today: NaiveDate,
}

impl Options {
    /// What the service uses.
    pub fn new(limit: usize, today: NaiveDate) -> Options {
        Options { mode: Mode::Hybrid, limit, candidates: 100, depth: 50, exclude: HashSet::new(), today }
    }
}

/// A ranked record before its explanation is written out.
#[derive(Debug, Clone)]
pub struct Ranked {
    pub row: u32,
    pub id: Uuid,
    pub logit: f32,
    /// Profile of the other side, with sentences when it was read closely.
    pub profile: Profile,
    /// BM25 of the words in common.
    pub words: f32,
    /// See [`Pair::things`].
    pub things: Option<f32>,
    close: bool,
    /// The two laid side by side, where it was read closely.
    tables: Option<Arc<Tables>>,
    /// What its sentences answer, where they were read for that.
    readings: Option<Vec<Reading>>,
    /// What the signals last said.
    findings: Vec<(&'static Signal, Finding)>,
}

/// Of those read closely, the best this many are read for what they answer.
const READ: usize = 20;

/// Ranks and explains with one set of weights. Cheap to clone.
#[derive(Clone)]
pub struct Matcher {
    weights: Arc<Weights>,
}

/// Which side the question stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    Demand,
    Technology,
}

impl Matcher {
    pub fn new(weights: Weights) -> Matcher {
        Matcher { weights: Arc::new(weights) }
    }

    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Profile of a row of a corpus; `None` when the row has gone.
    ///
    /// # Errors
    /// The corpus cannot be read.
    pub fn profile_of(&self, corpus: &Corpus, row: u32) -> anyhow::Result<Option<Profile>> {
        let (Some(facts), Some(stored)) = (corpus.facts(row), corpus.stored(row)?) else {
            return Ok(None);
        };
        Ok(Some(Profile {
            facts,
            stored,
            vectors: corpus.part_vectors(row)?.unwrap_or_default(),
            record: corpus.record_vectors(row),
            glossary: corpus.glossary(),
        }))
    }

    /// Technologies for a demand, best first, explained.
    ///
    /// # Errors
    /// The corpus cannot be read.
    pub fn technologies_for(
        &self,
        demand: &Profile,
        technologies: &Corpus,
        options: &Options,
    ) -> anyhow::Result<Vec<Suggestion>> {
        let ranked = self.rank(demand, Asking::Demand, technologies, options)?;
        Ok(self.explain(demand, Asking::Demand, ranked, options))
    }

    /// Demands for a technology, best first, explained.
    ///
    /// # Errors
    /// The corpus cannot be read.
    pub fn demands_for(
        &self,
        technology: &Profile,
        demands: &Corpus,
        options: &Options,
    ) -> anyhow::Result<Vec<Suggestion>> {
        let ranked = self.rank(technology, Asking::Technology, demands, options)?;
        Ok(self.explain(technology, Asking::Technology, ranked, options))
    }

    /// Technologies for a demand, best first, without the explanation.
    ///
    /// # Errors
    /// The corpus cannot be read.
    pub fn rank_technologies(
        &self,
        demand: &Profile,
        technologies: &Corpus,
        options: &Options,
    ) -> anyhow::Result<Vec<Ranked>> {
        self.rank(demand, Asking::Demand, technologies, options)
    }

    fn rank(&self, asked: &Profile, asking: Asking, corpus: &Corpus, options: &Options) -> anyhow::Result<Vec<Ranked>> {
        threads::shared_out(|| self.rank_here(asked, asking, corpus, options))
    }

    /// The same, on the thread that the caller stands on.
    fn rank_here(
        &self,
        asked: &Profile,
        asking: Asking,
        corpus: &Corpus,
        options: &Options,
    ) -> anyhow::Result<Vec<Ranked>> {
        let words = query_words(&asked.stored);
        let vectors = if options.mode == Mode::Lexical { [None, None] } else { query_vectors(asked) };
        let (by_words, by_meaning) = match options.mode {
            Mode::Hybrid => (options.candidates, options.candidates),
            Mode::Lexical => (options.candidates, 0),
            Mode::Semantic => (0, options.candidates),
        };
        let query = CandidateQuery { lang: &asked.stored.lang, words: &words, things: &asked.stored.things, vectors };
        let mut candidates = corpus.candidates(&query, by_words, by_meaning)?;
        candidates.sort_by(|a, b| first_look(b).total_cmp(&first_look(a)));

        // What stands behind those that are read closely is never shown, unless more are wanted.
        let wanted = options.depth.max(options.limit);
        let mut chosen = Vec::with_capacity(wanted);
        for candidate in candidates {
            let (Some(id), Some(facts)) = (corpus.id(candidate.row), corpus.facts(candidate.row)) else {
                continue;
            };
            if !options.exclude.contains(&id) && allowed(asked, &facts, options.today) {
                chosen.push((candidate, id, facts));
            }
            if chosen.len() == wanted {
                break;
            }
        }
        let closely = if options.mode == Mode::Lexical { 0 } else { options.depth };
        let rows: Vec<u32> = chosen.iter().take(closely).map(|(candidate, ..)| candidate.row).collect();
        let (texts, vectors) = rayon::join(|| corpus.stored_of(&rows), || corpus.part_vectors_of(&rows));
        let (mut texts, mut vectors) = (texts?.into_iter(), vectors?.into_iter());

        let rarity = corpus.rarity();
        let mut ranked = Vec::with_capacity(chosen.len());
        for (candidate, id, facts) in chosen {
            let vectors = vectors.next().unwrap_or_default();
            let (close, stored) = match texts.next() {
                Some(None) => continue, // gone meanwhile
                Some(Some(stored)) => (true, stored),
                None => (false, Stored::default()),
            };
            let (record, glossary) = (corpus.record_vectors(candidate.row), Arc::clone(&asked.glossary));
            let profile = Profile { facts, stored, vectors, record, glossary };
            let (demand, technology) = match asking {
                Asking::Demand => (&asked.stored, &profile.stored),
                Asking::Technology => (&profile.stored, &asked.stored),
            };
            let things = things_named(&demand.things, &technology.things, &rarity);
            ranked.push(Ranked {
                row: candidate.row,
                id,
                logit: 0.0,
                profile,
                words: candidate.words,
                things,
                close,
                tables: None,
                readings: None,
                findings: Vec::new(),
            });
        }
        ranked.par_iter_mut().for_each(|one| {
            let pair = self.pair(asked, asking, one, options.today);
            let findings = self.findings(&pair, options.mode);
            let tables = pair.tables;
            one.logit = if options.mode == Mode::Lexical { one.words } else { self.logit(&findings) };
            (one.tables, one.findings) = (Some(tables), findings);
        });
        sort(&mut ranked);
        if options.mode != Mode::Lexical {
            let coverage = &self.weights.coverage;
            let parts = |side: Asking, profile: &Profile| {
                let parts = if side == Asking::Demand { profile.wants() } else { profile.evidence() };
                phrases(profile, &parts, &coverage.axes, &asked.stored.things)
            };
            // The side that asks is the same beside every other.
            let asked_parts = parts(asking, asked);
            let read_one = |one: &mut Ranked| -> anyhow::Result<()> {
                let demand = if asking == Asking::Demand { asked } else { &one.profile };
                if !demand.lists_requirements() {
                    corpus.add_pieces(one.row, &mut one.profile.vectors)?;
                }
                let pair = self.pair(asked, asking, one, options.today).aligned();
                let questions = match asking {
                    Asking::Demand => questions_of(&pair, &asked_parts, &parts(Asking::Technology, pair.technology)),
                    Asking::Technology => questions_of(&pair, &parts(Asking::Demand, pair.demand), &asked_parts),
                };
                let readings = read(&pair, &questions, &coverage.sentence);
                let pair = pair.with_answers(&readings, coverage);
                let findings = self.findings(&pair, options.mode);
                (one.logit, one.findings, one.readings) = (self.logit(&findings), findings, Some(readings));
                Ok(())
            };
            let best = ranked.par_iter_mut().take(READ.max(options.limit)).filter(|one| one.close);
            best.try_for_each(read_one)?;
            sort(&mut ranked);
        }
        Ok(ranked)
    }

    fn logit(&self, findings: &[(&'static Signal, Finding)]) -> f32 {
        let contributions = findings.iter();
        contributions.map(|(signal, finding)| self.weights.contribution(signal, finding.value)).sum::<f32>()
            + self.weights.bias
    }

    fn pair<'a>(&self, asked: &'a Profile, asking: Asking, one: &'a Ranked, today: NaiveDate) -> Pair<'a> {
        let (demand, technology) = match asking {
            Asking::Demand => (asked, &one.profile),
            Asking::Technology => (&one.profile, asked),
        };
        let pair = match &one.tables {
            Some(tables) => Pair::beside(demand, technology, tables.clone(), one.words, today),
            None => Pair::new(demand, technology, one.words, today),
        };
        Pair { things: one.things, ..pair }
    }

    /// What every signal that counts in this mode says of a pair.
    pub fn findings(&self, pair: &Pair<'_>, mode: Mode) -> Vec<(&'static Signal, Finding)> {
        SIGNALS
            .iter()
            .filter(|signal| match mode {
                Mode::Hybrid => true,
                Mode::Lexical => signal.source == Source::Words,
                Mode::Semantic => signal.source == Source::Meaning,
            })
            .filter_map(|signal| Some((signal, (signal.find)(pair)?)))
            .collect()
    }

    fn explain(&self, asked: &Profile, asking: Asking, ranked: Vec<Ranked>, options: &Options) -> Vec<Suggestion> {
        ranked
            .into_iter()
            .take(options.limit)
            .map(|mut one| {
                let findings = std::mem::take(&mut one.findings);
                let pair = self.pair(asked, asking, &one, options.today);
                let signals = findings
                    .into_iter()
                    .map(|(signal, finding)| SignalValue {
                        name: signal.name.to_owned(),
                        value: finding.value,
                        contribution: self.weights.contribution(signal, finding.value),
                        reason: finding.reason,
                    })
                    .collect();
                Suggestion {
                    id: one.id,
                    score: 1.0 / (1.0 + (-one.logit).exp()),
                    signals,
                    coverage: match &one.readings {
                        Some(readings) => verdicts(&pair, readings, &self.weights.coverage),
                        None => judge(&pair, &self.weights.coverage),
                    },
                }
            })
            .collect()
    }
}

/// What was looked at more closely stands before what was not: their scores have different grounds.
fn sort(ranked: &mut [Ranked]) {
    let key = |one: &Ranked| (one.readings.is_some(), one.close, one.logit);
    ranked.sort_by(|a, b| key(b).partial_cmp(&key(a)).unwrap_or(std::cmp::Ordering::Equal));
}

/// Share of the things wanted, by how rare they are, that are named; `None` where none is wanted.
fn things_named(wanted: &[Thing], named: &[Thing], rarity: &[f32]) -> Option<f32> {
    let rarity = |thing: &&Thing| rarity.get(usize::from(**thing)).copied().unwrap_or(0.0);
    let all: f32 = wanted.iter().map(|thing| rarity(&thing)).sum();
    let both: f32 = wanted.iter().filter(|thing| named.binary_search(thing).is_ok()).map(|thing| rarity(&thing)).sum();
    (all > 0.0).then(|| both / all)
}

/// How much things count beside the cosine.
const THINGS_AT_FIRST: f32 = 0.2;

/// Order in which candidates are read closely: meaning, helped by words and things.
fn first_look(candidate: &Candidate) -> f32 {
    let words = candidate.words / (candidate.words + 30.0);
    candidate.meaning().unwrap_or(0.0) + 0.3 * words + THINGS_AT_FIRST * candidate.things
}

/// Expired records and prohibited technologies are not suggested.
fn allowed(asked: &Profile, other: &Facts, today: NaiveDate) -> bool {
    let prohibited = ExportControl::Prohibited;
    other.valid_until.is_none_or(|date| date >= today)
        && other.export_control != prohibited
        && asked.facts.export_control != prohibited
}

/// The words asked for: the title counts twice, a long description half.
pub(crate) fn query_words(stored: &Stored) -> Vec<(&str, f32)> {
    stored
        .parts
        .iter()
        .zip(&stored.origins)
        .filter_map(|(text, origin)| {
            let weight = match origin {
                PartOrigin::Title => 2.0,
                PartOrigin::Requirement => 1.0,
                PartOrigin::Summary | PartOrigin::Text => 0.5,
                PartOrigin::More => 0.25,
                PartOrigin::Brief => return None,
            };
            Some((text.as_str(), weight))
        })
        .collect()
}

/// One vector per model to find candidates with: the record and its requirements in equal parts.
pub(crate) fn query_vectors(asked: &Profile) -> [Option<Vec<f32>>; 2] {
    let brief = asked.parts_of(PartOrigin::Brief).first().copied();
    Model::ALL.map(|model| {
        let mut sum = asked.record[model.position()].as_ref()?.to_f32();
        if let Some(part) = brief.and_then(|part| asked.vectors.get(model, part)) {
            for (value, other) in sum.iter_mut().zip(part.to_f32()) {
                *value += other;
            }
        }
        let norm = sum.iter().map(|value| value * value).sum::<f32>().sqrt();
        if norm > 0.0 {
            sum.iter_mut().for_each(|value| *value /= norm);
        }
        Some(sum)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rare_counts_more_and_who_names_nothing_asks_for_nothing() {
        let rarity = [1.0, 3.0, 9.0];
        assert_eq!(things_named(&[0, 1], &[1, 2], &rarity), Some(0.75));
        assert_eq!(things_named(&[0, 1], &[], &rarity), Some(0.0));
        assert_eq!(things_named(&[], &[1, 2], &rarity), None);
    }
}
