//! Fits the weights of the signals and of the verdicts on judged collections.
//!
//! `cargo run --release -p siku-index --example fit -- MODELS OUT [--picture SVG] [--ablation] DIR… [--verdicts DIR…]
//! [--test DIR…]`
//!
//! Prints for each collection what five-fold cross-validation reaches (folds by demand; fitted on the rest of the
//! collection and on the others) and what weights reach that have never seen it (fitted on the other collections), then
//! writes weights fitted on everything to OUT, and the picture of how reliable the held-out scores are. Of a collection after
//! `--verdicts` only sentences and verdicts are learned, one after `--test` is never fitted on. With `--ablation` it is
//! printed instead what the ranking of each collection left out reaches without a signal, and nothing is written. Only the
//! axes of the texts, which know no judgement, are taken once from everything that is fitted on. Deterministic.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, ensure};
use chrono::Utc;
use rayon::prelude::*;
use siku_index::corpus::{EmbeddingCache, Model};
use siku_index::coverage::{Axes, CoverageModel, SentenceModel, judge, questions, read, readings};
use siku_index::embed::Encoders;
use siku_index::evaluate::{Collection, JudgedCoverage, Mean, Prepared, Task, ndcg};
use siku_index::learn::{
    Fitted, List, Reliability, SentenceExample, VerdictExample, calibrate, fit_axes, fit_ranking, fit_sentences,
    fit_verdicts,
};
use siku_index::matching::{Mode, Options, Pair, Ranked, Weight, Weights};
use siku_index::signals::SIGNALS;

/// Signals that the judged collections can teach; the others keep their weight. Words are not among them: most of the
/// judged demands are in another language than the technologies, too few to fit on are in the same. Nor is what speaks only
/// for demands that list no requirements, of which there are none.
const FITTED: [&str; 6] = ["meaning", "brief", "things", "field", "focus", ANSWERS];
/// The signal that rests on the verdicts, which are fitted first.
const ANSWERS: &str = "answers";
const PENALTY: f64 = 2.0;
const SENTENCE_PENALTY: f64 = 2.0;
const VERDICT_PENALTY: f64 = 10.0;
/// 0 counts examples, 1 counts verdicts.
const BALANCE: f64 = 1.0;
const FOLDS: usize = 5;
/// Parts of the judgements for which the verdicts see a sentence model that has not.
const PARTS: usize = 3;

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::read(std::env::args().skip(1))?;
    let mut weights = Weights::shipped()?;
    let encoders: Arc<dyn siku_index::corpus::TextEncoder> = Arc::new(Encoders::open(&arguments.models)?);
    let cache_path = std::env::temp_dir().join("siku-fit-embeddings.redb");
    let task = Task {
        mode: Mode::Hybrid,
        at: 10,
        today: Utc::now().date_naive(),
        cache: Some(Arc::new(EmbeddingCache::open(&cache_path)?)),
        progress: &|what, done, of| eprintln!("{what} {done}/{of}"),
    };

    let mut collections = Vec::new();
    for (dir, teaches) in &arguments.collections {
        eprintln!("reading {}", dir.display());
        let prepared = Prepared::new(Collection::read(dir)?, Some(Arc::clone(&encoders)), weights.clone(), &task)?;
        let lists = lists(&prepared, &task).with_context(|| dir.display().to_string())?;
        collections.push(Judgements { name: name(dir), teaches: *teaches, prepared, lists });
    }
    let axes = axes_of(collections.iter().filter(|one| one.teaches != Teaches::Nothing))?;
    if arguments.ablation {
        return ablation(&collections, &axes, &task);
    }
    let fitted = Both::fit(&collections, |_, _| true, &axes, &task)?;
    weights.coverage = fitted.coverage;
    let fitted = fitted.ranking;
    weights.bias = fitted.bias as f32;
    // What is added wherever words speak is their neutral value, in units of their weight.
    if let Some(words) = weights.signals.get_mut("words").filter(|words| words.weight > 0.0) {
        words.neutral = round(f64::from(words.neutral) - fitted.words / f64::from(words.weight));
        println!("{:14} {:8.3} (neutral {:.3})", "words", words.weight, words.neutral);
    }
    for (index, name) in FITTED.iter().enumerate() {
        let weight =
            Weight { weight: round(fitted.weights[index]), neutral: round(fitted.neutral[index]), fitted: true };
        println!("{name:14} {:8.3} (neutral {:.3})", weight.weight, weight.neutral);
        weights.signals.insert((*name).to_owned(), weight);
    }
    let text = lines_of_numbers(&serde_json::to_string_pretty(&weights)?);
    let out = &arguments.out;
    std::fs::write(out, text).with_context(|| format!("write {}", out.display()))?;
    println!("written to {}", out.display());
    let mut reliability = Reliability::default();
    for collection in &collections {
        // Elsewhere demands share their technologies, so that no fold is really held out.
        if collection.teaches == Teaches::Everything {
            let (mut ranking, mut coverage) = (Ranking::default(), Coverage::default());
            for fold in 0..FOLDS {
                // Everything but the demands of this fold of this collection.
                let kept = |other: &str, demand: usize| other != collection.name || demand % FOLDS != fold;
                let held = |demand: usize| demand % FOLDS == fold;
                let fitted = Both::fit(&collections, kept, &axes, &task)?;
                fitted.measure(collection, held, &task, &mut ranking, &mut coverage)?;
            }
            println!("{}: five-fold {ranking} {coverage}", collection.name);
        }
        let (mut ranking, mut coverage) = (Ranking::default(), Coverage::default());
        let fitted = Both::fit(&collections, |other, _| other != collection.name, &axes, &task)?;
        fitted.measure(collection, |_| true, &task, &mut ranking, &mut coverage)?;
        if collection.prepared.collection.grades.is_empty() {
            println!("{}: left out {coverage}", collection.name);
            continue;
        }
        println!("{}: left out {ranking} {coverage}", collection.name);
        reliability.join(&ranking.reliability);
    }
    println!("scores of collections left out: error {:.3}\n{}", reliability.error(), reliability.table());
    if let Some(picture) = &arguments.picture {
        std::fs::write(picture, reliability.svg()).with_context(|| format!("write {}", picture.display()))?;
    }
    Ok(())
}

/// Prints what the ranking of each collection reaches with weights that have not seen it, without one signal or two.
fn ablation(collections: &[Judgements], axes: &Axes, task: &Task<'_>) -> anyhow::Result<()> {
    let one_by_one = FITTED.iter().map(std::slice::from_ref);
    for collection in collections.iter().filter(|one| one.teaches != Teaches::Verdicts) {
        let kept = |other: &str, _| other != collection.name;
        let coverage = Both::coverage(collections, kept, axes, task)?;
        for without in [[].as_slice()].into_iter().chain(one_by_one.clone()).chain([["focus", ANSWERS].as_slice()]) {
            let fitted = Both::ranking(collections, kept, &coverage, without, task);
            let mut ranking = Ranking::default();
            for (demand, candidates) in collection.lists.iter().enumerate() {
                ranking.add(
                    &fitted,
                    &answered(collection, demand, &coverage[PARTS], without, task),
                    &candidates.judged,
                );
            }
            println!("{}: without {without:?} {ranking}", collection.name);
        }
    }
    Ok(())
}

/// What is to be fitted on what.
struct Arguments {
    models: PathBuf,
    out: PathBuf,
    picture: Option<PathBuf>,
    ablation: bool,
    /// Folders, and what may be fitted on them.
    collections: Vec<(PathBuf, Teaches)>,
}

impl Arguments {
    fn read(mut given: impl Iterator<Item = String>) -> anyhow::Result<Arguments> {
        let usage = "usage: fit MODELS OUT [--picture SVG] [--ablation] DIR… [--verdicts DIR…] [--test DIR…]";
        let (models, out) = (given.next().context(usage)?.into(), given.next().context(usage)?.into());
        let mut read = Arguments { models, out, picture: None, ablation: false, collections: Vec::new() };
        let mut teaches = Teaches::Everything;
        while let Some(one) = given.next() {
            match one.as_str() {
                "--picture" => read.picture = Some(given.next().context(usage)?.into()),
                "--ablation" => read.ablation = true,
                "--verdicts" => teaches = Teaches::Verdicts,
                "--test" => teaches = Teaches::Nothing,
                dir => read.collections.push((dir.into(), teaches)),
            }
        }
        ensure!(read.collections.iter().any(|(_, teaches)| *teaches == Teaches::Everything), usage);
        Ok(read)
    }
}

/// What may be fitted on a collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Teaches {
    Everything,
    /// Which sentence decides and how, but not the weights of the ranking.
    Verdicts,
    Nothing,
}

/// JSON with every list of numbers on one line, rounded to four digits.
fn lines_of_numbers(pretty: &str) -> String {
    let mut text = String::with_capacity(pretty.len());
    let mut in_list = false;
    for line in pretty.lines() {
        let word = line.trim();
        let number = word.trim_end_matches(',').parse::<f64>().ok();
        if number.is_none() && !(in_list && word.starts_with(']')) {
            text.push_str(if text.is_empty() { "" } else { "\n" });
            text.push_str(line);
        } else {
            let comma = if word.ends_with(',') { "," } else { "" };
            let short = number.map_or(word.trim_end_matches(',').to_owned(), |number| digits(number).to_string());
            text.push_str(&short);
            text.push_str(comma);
        }
        in_list = number.is_some();
    }
    text + "\n"
}

/// To four significant digits.
fn digits(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

/// A collection with the signals of its candidates.
struct Judgements {
    name: String,
    teaches: Teaches,
    prepared: Prepared,
    lists: Vec<Candidates>,
}

/// The candidates of a demand, as the service finds them.
struct Candidates {
    ranked: Vec<Ranked>,
    list: List,
    /// All grades there are for the demand.
    judged: Vec<u8>,
}

fn name(dir: &Path) -> String {
    dir.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn round(value: f64) -> f32 {
    ((value * 1e3).round() / 1e3) as f32
}

/// Signals and grades of the candidates of every demand; what they answer is added by each model.
fn lists(prepared: &Prepared, task: &Task<'_>) -> anyhow::Result<Vec<Candidates>> {
    let options = Options::new(20, task.today);
    let mut lists = Vec::new();
    for (demand, profile) in prepared.demands.iter().enumerate() {
        let mut list = List::default();
        let mut ranked = prepared.matcher.rank_technologies(profile, &prepared.corpus, &options)?;
        ranked.truncate(options.limit);
        let grades = &prepared.collection.grades;
        for one in &ranked {
            let pair = Pair { things: one.things, ..Pair::new(profile, &one.profile, one.words, task.today) };
            let findings = prepared.matcher.findings(&pair, Mode::Hybrid);
            list.words |= findings.iter().any(|(signal, _)| signal.name == "words");
            let given = findings.iter().filter(|(signal, _)| !FITTED.contains(&signal.name));
            let weights = prepared.matcher.weights();
            list.given.push(given.map(|(signal, finding)| weights.contribution(signal, finding.value)).sum());
            let value = |name: &&str| {
                findings.iter().find(|(signal, _)| signal.name == *name).map(|(_, finding)| finding.value)
            };
            list.values.push(FITTED.iter().map(value).collect());
            let technology = prepared.technology_of(one).context("a ranked technology is not of the collection")?;
            list.grades.push(grades.get(&(demand, technology)).copied().unwrap_or(0));
        }
        let judged = grades.iter().filter(|((of, _), _)| *of == demand).map(|(_, grade)| *grade).collect();
        lists.push(Candidates { ranked, list, judged });
    }
    debug_assert!(FITTED.iter().all(|name| SIGNALS.iter().any(|signal| signal.name == *name)));
    Ok(lists)
}

/// The candidates of a demand with what a model expects them to answer, and without what is not to be looked at.
fn answered(one: &Judgements, demand: usize, model: &CoverageModel, without: &[&str], task: &Task<'_>) -> List {
    let candidates = &one.lists[demand];
    let mut list = candidates.list.clone();
    for (values, ranked) in list.values.iter_mut().zip(&candidates.ranked) {
        let pair = Pair::new(&one.prepared.demands[demand], &ranked.profile, ranked.words, task.today);
        let readings = readings(&pair, model);
        let answers = pair.with_answers(&readings, model).answers;
        for (value, name) in values.iter_mut().zip(FITTED) {
            let found = if name == ANSWERS { answers } else { *value };
            *value = found.filter(|_| !without.contains(&name));
        }
    }
    list
}

/// The axes of the parts of these collections.
fn axes_of<'a>(collections: impl Iterator<Item = &'a Judgements>) -> anyhow::Result<Axes> {
    let mut parts = Vec::new();
    for one in collections {
        let technologies =
            (0..one.prepared.collection.technologies.len()).map(|technology| one.prepared.technology(technology));
        let profiles = technologies.collect::<anyhow::Result<Vec<_>>>()?;
        for profile in profiles.iter().chain(&one.prepared.demands) {
            let part = |part: usize| Model::ALL.map(|model| profile.vectors.get(model, part));
            parts.extend((0..profile.vectors.len()).map(part));
        }
    }
    Ok(fit_axes(&parts))
}

/// What one set of judgements teaches.
struct Both {
    ranking: Fitted,
    coverage: CoverageModel,
}

impl Both {
    /// Fits on the demands that are kept of the collections that may be learned.
    fn fit(
        collections: &[Judgements],
        kept: impl Fn(&str, usize) -> bool,
        axes: &Axes,
        task: &Task<'_>,
    ) -> anyhow::Result<Both> {
        let mut coverage = Self::coverage(collections, &kept, axes, task)?;
        let ranking = Self::ranking(collections, &kept, &coverage, &[], task);
        Ok(Both { ranking, coverage: coverage.pop().context("no model was fitted")? })
    }

    /// A model for each part of the judgements, which has not seen it, and one that has seen all.
    fn coverage(
        collections: &[Judgements],
        kept: impl Fn(&str, usize) -> bool,
        axes: &Axes,
        task: &Task<'_>,
    ) -> anyhow::Result<Vec<CoverageModel>> {
        let learned = || collections.iter().filter(|one| one.teaches != Teaches::Nothing);
        let of = |one: &Judgements, demand: usize| kept(&one.name, demand);
        let each = |with: &mut dyn FnMut(&Pair<'_>, &JudgedCoverage)| {
            learned().try_for_each(|one| each_pair(&one.prepared, |demand| of(one, demand), task, &mut *with))
        };
        let mut examples = Vec::new();
        each(&mut |pair, judged| {
            let questions = questions(pair, axes);
            examples.extend(judged.requirements.iter().filter_map(|truth| {
                let question = questions.get(truth.requirement)?;
                let evidence = truth.evidence.as_ref()?.trim();
                let text = |part: usize| pair.technology.stored.parts.get(part).map_or("", |text| text.trim());
                let candidates = &question.sentences;
                let right: Vec<usize> =
                    (0..candidates.len()).filter(|place| text(candidates[*place].part) == evidence).collect();
                let sentences = candidates.iter().map(|one| (one.features, one.place)).collect();
                let example = SentenceExample { place: question.place, sentences, right };
                (!example.right.is_empty()).then_some((judged.demand % PARTS, example))
            }));
        })?;
        let sentences: Vec<SentenceModel> = (0..=PARTS)
            .into_par_iter()
            .map(|part| {
                let examples = examples.iter().filter(|(one, _)| *one != part).map(|(_, example)| example.clone());
                fit_sentences(&examples.collect::<Vec<_>>(), SENTENCE_PENALTY)
            })
            .collect();
        let mut verdicts = Vec::new();
        each(&mut |pair, judged| {
            let part = judged.demand % PARTS;
            let readings = read(pair, &questions(pair, axes), &sentences[part]);
            verdicts.extend(judged.requirements.iter().filter_map(|truth| {
                let features = readings.get(truth.requirement)?.features;
                Some((part, VerdictExample { features, verdict: truth.verdict }))
            }));
        })?;
        let fit = |(part, sentence)| {
            let examples = verdicts.iter().filter(|(one, _)| *one != part).map(|(_, example)| *example);
            let weights = fit_verdicts(&examples.collect::<Vec<_>>(), VERDICT_PENALTY, BALANCE);
            CoverageModel { axes: axes.clone(), sentence, weights }
        };
        Ok(sentences.into_par_iter().enumerate().map(fit).collect())
    }

    /// Weights of the signals but those in `without`, beside verdicts on each demand by the model that has not seen it.
    fn ranking(
        collections: &[Judgements],
        kept: impl Fn(&str, usize) -> bool,
        coverage: &[CoverageModel],
        without: &[&str],
        task: &Task<'_>,
    ) -> Fitted {
        let mut lists = Vec::new();
        for one in collections.iter().filter(|one| one.teaches == Teaches::Everything) {
            let demands = (0..one.lists.len()).filter(|demand| kept(&one.name, *demand));
            lists.extend(demands.map(|demand| answered(one, demand, &coverage[demand % PARTS], without, task)));
        }
        calibrate(&fit_ranking(&lists, FITTED.len(), PENALTY), &lists)
    }

    /// Adds what it reaches on demands of a collection.
    fn measure(
        &self,
        collection: &Judgements,
        held: impl Fn(usize) -> bool,
        task: &Task<'_>,
        ranking: &mut Ranking,
        coverage: &mut Coverage,
    ) -> anyhow::Result<()> {
        for (demand, candidates) in collection.lists.iter().enumerate().filter(|(demand, _)| held(*demand)) {
            ranking.add(&self.ranking, &answered(collection, demand, &self.coverage, &[], task), &candidates.judged);
        }
        coverage.add(&collection.prepared, &self.coverage, held, task)
    }
}

/// Every judged pair of the wanted demands.
fn each_pair(
    prepared: &Prepared,
    wanted: impl Fn(usize) -> bool,
    task: &Task<'_>,
    mut with: impl FnMut(&Pair<'_>, &JudgedCoverage),
) -> anyhow::Result<()> {
    for judged in prepared.collection.verdicts.iter().filter(|judged| wanted(judged.demand)) {
        let technology = prepared.technology(judged.technology)?;
        with(&Pair::new(&prepared.demands[judged.demand], &technology, 0.0, task.today), judged);
    }
    Ok(())
}

/// Ranking of held-out demands.
#[derive(Default)]
struct Ranking {
    ndcg: Mean,
    first: Mean,
    reliability: Reliability,
}

impl Ranking {
    fn add(&mut self, fitted: &Fitted, list: &List, judged: &[u8]) {
        let logits = list.logits(fitted);
        for (logit, grade) in logits.iter().zip(&list.grades) {
            self.reliability.add(1.0 / (1.0 + (-logit).exp()), *grade >= 2);
        }
        let mut order: Vec<usize> = (0..list.grades.len()).collect();
        order.sort_by(|a, b| logits[*b].total_cmp(&logits[*a]));
        let ranked: Vec<u8> = order.iter().map(|index| list.grades[*index]).collect();
        self.ndcg.add(ndcg(&ranked, judged, 10));
        self.first.add(ranked.first().map(|grade| f64::from(u8::from(*grade == 2))));
    }
}

impl std::fmt::Display for Ranking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "nDCG@10 {:.4}, first is full {:.3}", self.ndcg.get(), self.first.get())
    }
}

/// Verdicts and sentences of held-out demands.
#[derive(Default)]
struct Coverage {
    confusion: [[f64; 4]; 4],
    evidence: Mean,
}

impl Coverage {
    fn add(
        &mut self,
        prepared: &Prepared,
        model: &CoverageModel,
        held: impl Fn(usize) -> bool,
        task: &Task<'_>,
    ) -> anyhow::Result<()> {
        each_pair(prepared, held, task, |pair, judged| {
            let answers = judge(pair, model);
            for truth in &judged.requirements {
                let Some(answer) = answers.get(truth.requirement) else { continue };
                self.confusion[truth.verdict.position()][answer.verdict.position()] += 1.0;
                if let Some(sentence) = &truth.evidence {
                    let right = answer.evidence.as_ref().is_some_and(|named| named.text.trim() == sentence.trim());
                    self.evidence.add(Some(f64::from(u8::from(right))));
                }
            }
        })
    }

    fn macro_f1(&self) -> f64 {
        let f1 = |verdict: usize| {
            let truth: f64 = self.confusion[verdict].iter().sum();
            let answered: f64 = self.confusion.iter().map(|row| row[verdict]).sum();
            2.0 * self.confusion[verdict][verdict] / (truth + answered).max(1.0)
        };
        (0..4).map(f1).sum::<f64>() / 4.0
    }
}

impl std::fmt::Display for Coverage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "verdicts macro-F1 {:.4}, deciding sentence {:.4}", self.macro_f1(), self.evidence.get())
    }
}
