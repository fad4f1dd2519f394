//! Fits the weights of the signals and of the verdicts on judged collections.
//!
//! `cargo run --release -p siku-index --example fit -- MODELS OUT DIR…`
//!
//! Prints for each collection what five-fold cross-validation reaches (folds by demand; fitted on the rest of the
//! collection and on the others), then writes weights fitted on everything to OUT. Deterministic.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use chrono::Utc;
use siku_index::corpus::EmbeddingCache;
use siku_index::coverage::{CoverageModel, judge, read, sentences};
use siku_index::embed::Encoders;
use siku_index::evaluate::{Collection, JudgedCoverage, Mean, Prepared, Task, ndcg};
use siku_index::learn::{
    Fitted, List, SentenceExample, VerdictExample, calibrate, fit_ranking, fit_sentences, fit_verdicts,
};
use siku_index::matching::{Mode, Options, Pair, Weight, Weights};
use siku_index::signals::SIGNALS;

/// Signals that the judged collections can teach; the others keep their weight. Words are not among them: most of the
/// judged demands are in another language than the technologies, too few to fit on are in the same.
const FITTED: [&str; 5] = ["meaning", "brief", "sentences", "title", "field"];
const PENALTY: f64 = 2.0;
const VERDICT_PENALTY: f64 = 1.0;
/// 0 counts examples, 1 counts verdicts.
const BALANCE: f64 = 0.8;
const FOLDS: usize = 5;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [models, out, dirs @ ..] = &arguments[..] else {
        bail!("usage: fit MODELS OUT DIR…");
    };
    let mut weights = match std::fs::read_to_string(out) {
        Ok(text) => Weights::from_json(&text)?,
        Err(_) => Weights::shipped()?,
    };
    let encoders: Arc<dyn siku_index::corpus::TextEncoder> = Arc::new(Encoders::open(models)?);
    let cache_path = std::env::temp_dir().join("siku-fit-embeddings.redb");
    let task = Task {
        mode: Mode::Hybrid,
        at: 10,
        today: Utc::now().date_naive(),
        cache: Some(Arc::new(EmbeddingCache::open(&cache_path)?)),
        progress: &|what, done, of| eprintln!("{what} {done}/{of}"),
    };

    let mut collections = Vec::new();
    for dir in dirs {
        eprintln!("reading {}", dir.display());
        let prepared = Prepared::new(Collection::read(dir)?, Some(Arc::clone(&encoders)), weights.clone(), &task)?;
        let lists = lists(&prepared, &task).with_context(|| dir.display().to_string())?;
        collections.push(Judgements { name: name(dir), prepared, lists });
    }
    let every = |_: usize| true;
    for collection in &collections {
        let mut ranking = Ranking::default();
        let mut coverage = Coverage::default();
        for fold in 0..FOLDS {
            // Everything but the demands of this fold of this collection.
            let kept = |other: &Judgements| {
                let own = other.name == collection.name;
                move |demand: usize| !own || demand % FOLDS != fold
            };
            let lists: Vec<List> = collections
                .iter()
                .flat_map(|other| other.lists.iter().enumerate().filter(|(demand, _)| kept(other)(*demand)))
                .map(|(_, list)| list.clone())
                .collect();
            let fitted = calibrate(&fit_ranking(&lists, FITTED.len(), PENALTY), &lists);
            let held = |demand: usize| demand % FOLDS == fold;
            for (_, list) in collection.lists.iter().enumerate().filter(|(demand, _)| held(*demand)) {
                ranking.add(&fitted, list);
            }
            if !collection.prepared.collection.verdicts.is_empty() {
                let parts = collections.iter().map(|other| (other, kept(other)));
                let model = fit_coverage(parts, &weights.coverage, &task)?;
                coverage.add(&collection.prepared, &model, held, &task)?;
            }
        }
        println!("{}: five-fold {ranking} {coverage}", collection.name);
    }

    let lists: Vec<List> = collections.iter().flat_map(|collection| collection.lists.clone()).collect();
    let fitted = calibrate(&fit_ranking(&lists, FITTED.len(), PENALTY), &lists);
    weights.bias = fitted.bias as f32;
    for (index, name) in FITTED.iter().enumerate() {
        let weight =
            Weight { weight: round(fitted.weights[index]), neutral: round(fitted.neutral[index]), fitted: true };
        println!("{name:14} {:8.3} (neutral {:.3})", weight.weight, weight.neutral);
        weights.signals.insert((*name).to_owned(), weight);
    }
    weights.coverage = fit_coverage(collections.iter().map(|one| (one, every)), &weights.coverage, &task)?;
    std::fs::write(out, serde_json::to_string_pretty(&weights)? + "\n")
        .with_context(|| format!("write {}", out.display()))?;
    println!("written to {}", out.display());
    Ok(())
}

/// A collection with the signals of its candidates.
struct Judgements {
    name: String,
    prepared: Prepared,
    lists: Vec<List>,
}

fn name(dir: &Path) -> String {
    dir.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn round(value: f64) -> f32 {
    ((value * 1e3).round() / 1e3) as f32
}

/// Signals and grades of the candidates of every demand, as the service finds them.
fn lists(prepared: &Prepared, task: &Task<'_>) -> anyhow::Result<Vec<List>> {
    let options = Options::new(20, task.today);
    let mut lists = Vec::new();
    for (demand, profile) in prepared.demands.iter().enumerate() {
        let mut list = List::default();
        let ranked = prepared.matcher.rank_technologies(profile, &prepared.corpus, &options)?;
        for one in ranked.iter().take(options.depth) {
            let Some(technology) = prepared.technology_of(one) else {
                continue;
            };
            let pair = Pair::new(profile, &one.profile, one.words, task.today);
            let findings = prepared.matcher.findings(&pair, Mode::Hybrid);
            let given = findings.iter().filter(|(signal, _)| !FITTED.contains(&signal.name));
            let weights = prepared.matcher.weights();
            list.given.push(given.map(|(signal, finding)| weights.contribution(signal, finding.value)).sum());
            list.values.push(
                FITTED
                    .iter()
                    .map(|name| {
                        findings.iter().find(|(signal, _)| signal.name == *name).map(|(_, finding)| finding.value)
                    })
                    .collect(),
            );
            let grades = &prepared.collection.grades;
            list.grades.push(grades.get(&(demand, technology)).copied().unwrap_or(0));
        }
        lists.push(list);
    }
    debug_assert!(FITTED.iter().all(|name| SIGNALS.iter().any(|signal| signal.name == *name)));
    Ok(lists)
}

/// Fits both models on the judged requirements of some demands; without any, the model stays as it was.
fn fit_coverage<'a, F: Fn(usize) -> bool>(
    collections: impl Iterator<Item = (&'a Judgements, F)>,
    before: &CoverageModel,
    task: &Task<'_>,
) -> anyhow::Result<CoverageModel> {
    let parts: Vec<_> = collections.collect();
    let mut examples = Vec::new();
    for (one, wanted) in &parts {
        each_pair(&one.prepared, wanted, task, |pair, judged| {
            let of_wants = sentences(pair);
            examples.extend(judged.requirements.iter().filter_map(|truth| {
                let candidates = of_wants.get(truth.requirement)?;
                let evidence = truth.evidence.as_ref()?.trim();
                let text = |part: usize| pair.technology.stored.parts.get(part).map_or("", |text| text.trim());
                let right: Vec<usize> =
                    (0..candidates.len()).filter(|place| text(candidates[*place].part) == evidence).collect();
                let features = candidates.iter().map(|sentence| sentence.features).collect();
                (!right.is_empty()).then_some(SentenceExample { sentences: features, right })
            }));
        })?;
    }
    if examples.is_empty() {
        return Ok(before.clone());
    }
    let mut model = CoverageModel { sentence: fit_sentences(&examples, 1.0), ..before.clone() };
    let mut verdicts = Vec::new();
    for (one, wanted) in &parts {
        each_pair(&one.prepared, wanted, task, |pair, judged| {
            let readings = read(pair, &model);
            verdicts.extend(judged.requirements.iter().filter_map(|truth| {
                let features = readings.get(truth.requirement)?.features;
                Some(VerdictExample { features, verdict: truth.verdict })
            }));
        })?;
    }
    model.weights = fit_verdicts(&verdicts, VERDICT_PENALTY, BALANCE);
    Ok(model)
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
}

impl Ranking {
    fn add(&mut self, fitted: &Fitted, list: &List) {
        let logits = list.logits(fitted);
        let mut order: Vec<usize> = (0..list.grades.len()).collect();
        order.sort_by(|a, b| logits[*b].total_cmp(&logits[*a]));
        let ranked: Vec<u8> = order.iter().map(|index| list.grades[*index]).collect();
        self.ndcg.add(ndcg(&ranked, &list.grades, 10));
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
