//! Fits the weights of the signals and of the verdicts on judged collections.
//!
//! `cargo run --release -p siku-index --example fit -- MODELS OUT DIR…`
//!
//! Prints what five-fold cross-validation (folds by demand) reaches with the weights it would
//! write, then writes weights fitted on everything to OUT. Deterministic.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use chrono::Utc;
use siku_index::corpus::EmbeddingCache;
use siku_index::coverage::read;
use siku_index::embed::Encoders;
use siku_index::evaluate::{Collection, Mean, Prepared, Task, ndcg};
use siku_index::learn::{Fitted, List, VerdictExample, calibrate, fit_ranking, fit_verdicts};
use siku_index::matching::{Mode, Options, Pair, Weight, Weights};
use siku_index::signals::SIGNALS;

/// Signals that the judged collections can teach; the others keep their weight. Words are not among them: most of the
/// judged demands are in another language than the technologies, too few to fit on are in the same.
const FITTED: [&str; 5] = ["meaning", "brief", "sentences", "title", "field"];
const PENALTY: f64 = 2.0;
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
        let verdicts = verdicts(&prepared, &task)?;
        collections.push((name(dir), lists, verdicts));
    }

    for (name, lists, verdicts) in &collections {
        cross_validate(name, lists);
        cross_validate_verdicts(name, verdicts);
    }
    let lists: Vec<List> = collections.iter().flat_map(|(_, lists, _)| lists.clone()).collect();
    let fitted = calibrate(&fit_ranking(&lists, FITTED.len(), PENALTY), &lists);
    weights.bias = fitted.bias as f32;
    for (index, name) in FITTED.iter().enumerate() {
        let weight =
            Weight { weight: round(fitted.weights[index]), neutral: round(fitted.neutral[index]), fitted: true };
        println!("{name:14} {:8.3} (neutral {:.3})", weight.weight, weight.neutral);
        weights.signals.insert((*name).to_owned(), weight);
    }
    let verdicts: Vec<VerdictExample> =
        collections.iter().flat_map(|(_, _, verdicts)| verdicts.iter().flatten().copied()).collect();
    if !verdicts.is_empty() {
        weights.coverage = fit_verdicts(&verdicts, 1.0, 0.7);
    }
    std::fs::write(out, serde_json::to_string_pretty(&weights)? + "\n")
        .with_context(|| format!("write {}", out.display()))?;
    println!("written to {}", out.display());
    Ok(())
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

/// Judged requirements, grouped by demand.
fn verdicts(prepared: &Prepared, task: &Task<'_>) -> anyhow::Result<Vec<Vec<VerdictExample>>> {
    let mut groups = vec![Vec::new(); prepared.demands.len()];
    for judged in &prepared.collection.verdicts {
        let technology = prepared.technology(judged.technology)?;
        let pair = Pair::new(&prepared.demands[judged.demand], &technology, 0.0, task.today);
        let readings = read(&pair);
        for truth in &judged.requirements {
            if let Some(reading) = readings.get(truth.requirement) {
                groups[judged.demand].push(VerdictExample { features: reading.features, verdict: truth.verdict });
            }
        }
    }
    Ok(groups)
}

fn measure(fitted: &Fitted, lists: &[&List]) -> (f64, f64) {
    let (mut mean, mut first) = (Mean::default(), Mean::default());
    for list in lists {
        let logits = list.logits(fitted);
        let mut order: Vec<usize> = (0..list.grades.len()).collect();
        order.sort_by(|a, b| logits[*b].total_cmp(&logits[*a]));
        let ranked: Vec<u8> = order.iter().map(|index| list.grades[*index]).collect();
        mean.add(ndcg(&ranked, &list.grades, 10));
        first.add(ranked.first().map(|grade| f64::from(u8::from(*grade == 2))));
    }
    (mean.get(), first.get())
}

fn cross_validate(name: &str, lists: &[List]) {
    let (mut ndcg, mut first) = (0.0, 0.0);
    for fold in 0..FOLDS {
        let (held, kept): (Vec<_>, Vec<_>) = lists.iter().enumerate().partition(|(index, _)| index % FOLDS == fold);
        let kept: Vec<List> = kept.into_iter().map(|(_, list)| list.clone()).collect();
        let held: Vec<&List> = held.into_iter().map(|(_, list)| list).collect();
        let fitted = calibrate(&fit_ranking(&kept, FITTED.len(), PENALTY), &kept);
        let (fold_ndcg, fold_first) = measure(&fitted, &held);
        ndcg += fold_ndcg * held.len() as f64;
        first += fold_first * held.len() as f64;
    }
    let count = lists.len().max(1) as f64;
    println!("{name}: five-fold nDCG@10 {:.4}, first is full {:.3}", ndcg / count, first / count);
}

fn cross_validate_verdicts(name: &str, groups: &[Vec<VerdictExample>]) {
    let mut confusion = [[0.0f64; 4]; 4];
    for fold in 0..FOLDS {
        let (held, kept): (Vec<_>, Vec<_>) = groups.iter().enumerate().partition(|(index, _)| index % FOLDS == fold);
        let kept: Vec<VerdictExample> = kept.into_iter().flat_map(|(_, group)| group.clone()).collect();
        if kept.is_empty() {
            return;
        }
        let model = fit_verdicts(&kept, 1.0, 0.7);
        for example in held.into_iter().flat_map(|(_, group)| group) {
            let probabilities = model.probabilities(&example.features);
            let best = (0..4).max_by(|a, b| probabilities[*a].total_cmp(&probabilities[*b])).unwrap_or(3);
            confusion[example.verdict.position()][best] += 1.0;
        }
    }
    let f1 = (0..4)
        .map(|verdict| {
            let truth: f64 = confusion[verdict].iter().sum();
            let answered: f64 = confusion.iter().map(|row| row[verdict]).sum();
            2.0 * confusion[verdict][verdict] / (truth + answered).max(1.0)
        })
        .sum::<f64>()
        / 4.0;
    println!("{name}: five-fold verdicts macro-F1 {f1:.4}");
}
