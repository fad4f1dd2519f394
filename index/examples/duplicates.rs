//! Measures the detection of duplicates and fits its weights.
//!
//! `cargo run --release -p siku-index --example duplicates -- MODELS DIR [--fit OUT] [--distinct DIR]… [--records FILE]…
//! [--show N]`
//!
//! Prints for each setting (words alone, one language, two languages) how the pairs of DIR that are kept apart are judged,
//! then how many of a record's other versions are found among all records of its part, and what a search costs. With
//! `--fit` the weights are first fitted on the other pairs and written to OUT; five folds by family of records choose the
//! penalty; the records of a judged collection after `--distinct` are known to be all different, so the nearest neighbours
//! there are fitted on too. `--records` searches every record of a file among the others and prints the share that has a near one, and N
//! of the pairs.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, ensure};
use siku_index::corpus::{Change, Corpus, CorpusOptions, Document, Embedder, EmbeddingCache, Model, Role, TextEncoder};
use siku_index::duplicates::{
    Comparison, DuplicateModel, Features, LEAST, NAMES, Reading, Setting, SettingModel, Verdict, find, judge, share,
};
use siku_index::embed::Encoders;
use siku_index::evaluate::{Collection, Confusion, DuplicateCollection, Label, LabelledPair, percentile, read_records};
use siku_index::learn::{DuplicateExample, fit_duplicates};
use siku_index::matching::{Matcher, Profile, Weights};

const PENALTIES: [f64; 5] = [0.3, 1.0, 3.0, 10.0, 30.0];
const FOLDS: usize = 5;
/// How much a pair counts that was made of a judged one.
const MADE: f64 = 0.2;
/// Neighbours taken of each record that is known to be like no other, and how much such a pair counts.
const NEIGHBOURS: usize = 4;
const NEIGHBOUR: f64 = 0.5;

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::read(std::env::args().skip(1))?;
    let encoders: Arc<dyn TextEncoder> = Arc::new(Encoders::open(&arguments.models)?);
    let cache = Arc::new(EmbeddingCache::open(&std::env::temp_dir().join("siku-duplicates.redb"))?);
    let collection = DuplicateCollection::read(&arguments.dir)?;
    let with = collection.profiles(&Embedder::new(Some(Arc::clone(&encoders)), Some(Arc::clone(&cache))))?;
    let without = collection.profiles(&Embedder::new(None, None))?;
    let mut model = DuplicateModel::shipped()?;
    if let Some(out) = &arguments.fit {
        let mut distinct = Vec::new();
        for dir in &arguments.distinct {
            distinct.extend(neighbours(dir, &encoders, &cache)?);
        }
        for setting in Setting::ALL {
            let profiles = if setting == Setting::Words { &without } else { &with };
            let distinct = distinct.iter().map(|one| if setting == Setting::Words { &one.1 } else { &one.0 });
            *model.of_mut(setting) = fit(&collection, profiles, &distinct.collect::<Vec<_>>(), setting);
        }
        std::fs::write(out, serde_json::to_string_pretty(&model)? + "\n")
            .with_context(|| format!("write {}", out.display()))?;
        println!("written to {}\n", out.display());
    }
    for (what, profiles) in [("with models", &with), ("words alone", &without)] {
        for apart in [false, true] {
            let part = if apart { "kept apart" } else { "fitted on" };
            println!("{what}, {part}:\n{}", confusion(&collection, profiles, &model, apart, arguments.show > 0));
        }
    }
    for (what, encoder) in [("with models", Some(encoders.clone())), ("words alone", None)] {
        among_all(&collection, encoder, &cache, &model, what)?;
    }
    for file in &arguments.records {
        real(file, &encoders, &cache, &model, arguments.show)?;
    }
    Ok(())
}

/// What is to be done.
struct Arguments {
    models: PathBuf,
    dir: PathBuf,
    fit: Option<PathBuf>,
    distinct: Vec<PathBuf>,
    records: Vec<PathBuf>,
    show: usize,
}

impl Arguments {
    fn read(given: impl Iterator<Item = String>) -> anyhow::Result<Arguments> {
        let (mut places, mut fit, mut distinct, mut records, mut show) = (Vec::new(), None, Vec::new(), Vec::new(), 0);
        let mut given = given;
        while let Some(argument) = given.next() {
            let mut value = || given.next().with_context(|| format!("{argument} wants a value"));
            match argument.as_str() {
                "--fit" => fit = Some(PathBuf::from(value()?)),
                "--distinct" => distinct.push(PathBuf::from(value()?)),
                "--records" => records.push(PathBuf::from(value()?)),
                "--show" => show = value()?.parse()?,
                place => places.push(PathBuf::from(place)),
            }
        }
        ensure!(places.len() == 2, "usage: duplicates MODELS DIR [--fit OUT] [--records FILE]… [--show N]");
        let dir = places.pop().unwrap_or_default();
        Ok(Arguments { models: places.pop().unwrap_or_default(), dir, fit, distinct, records, show })
    }
}

/// The family of a record: its name without the last letter.
fn family(name: &str) -> &str {
    name.rsplit_once('-').map_or(name, |(family, _)| family)
}

/// Pairs of near neighbours, with vectors and without.
type Neighbours = ([Profile; 2], [Profile; 2]);

/// The nearest records of each record of a judged collection, in its library.
fn neighbours(
    dir: &Path,
    encoders: &Arc<dyn TextEncoder>,
    cache: &Arc<EmbeddingCache>,
) -> anyhow::Result<Vec<Neighbours>> {
    let collection = Collection::read(dir)?;
    let embedder = Embedder::new(Some(Arc::clone(encoders)), Some(Arc::clone(cache)));
    let nothing = Embedder::new(None, None);
    let mut pairs = Vec::new();
    for (records, role) in [(&collection.technologies, Role::Passage), (&collection.demands, Role::Query)] {
        let profiles: Vec<Profile> =
            records.iter().map(|one| Profile::of(&one.document, role, &embedder)).collect::<Result<_, _>>()?;
        for (at, profile) in profiles.iter().enumerate() {
            let nearness = |other: &Profile| {
                let cosine = |model: Model| {
                    let [a, b] = [profile, other].map(|one| one.record[model.position()].as_ref());
                    a.zip(b).map_or(0.0, |(a, b)| a.cosine(b))
                };
                Model::ALL.map(cosine).iter().sum::<f32>()
            };
            let mut order: Vec<usize> = (0..profiles.len()).filter(|other| *other != at).collect();
            order.sort_by(|a, b| nearness(&profiles[*b]).total_cmp(&nearness(&profiles[*a])));
            for other in order.into_iter().take(NEIGHBOURS) {
                let words = |at: usize| Profile::of(&records[at].document, role, &nothing);
                pairs.push(([profile.clone(), profiles[other].clone()], [words(at)?, words(other)?]));
            }
        }
    }
    Ok(pairs)
}

fn fit(
    collection: &DuplicateCollection,
    profiles: &[Profile],
    distinct: &[&[Profile; 2]],
    setting: Setting,
) -> SettingModel {
    let readings: Vec<Reading<'_>> = profiles.iter().map(Reading::of).collect();
    let fitted_on = || collection.pairs.iter().filter(|pair| !pair.apart);
    let mut families: Vec<&str> = Vec::new();
    let mut examples: Vec<(usize, DuplicateExample)> = Vec::new();
    let mut add = |a: usize, b: usize, label: Label, weight: f64| {
        let Some(comparison) = Comparison::of(&readings[a], &readings[b]) else { return };
        if comparison.setting == setting {
            let family = family(&collection.records[a].name);
            let at = families.iter().position(|other| *other == family).unwrap_or_else(|| {
                families.push(family);
                families.len() - 1
            });
            let same = label.verdict() != Verdict::Not;
            examples.push((at % FOLDS, DuplicateExample { features: comparison.features, same, weight }));
            // As if neither had figures, or one that agrees by chance; of variants nothing would be left that tells.
            if label != Label::Variant {
                for features in [with_figures(comparison.features, 0), with_figures(comparison.features, 1)] {
                    examples.push((at % FOLDS, DuplicateExample { features, same, weight: MADE }));
                }
            }
        }
    };
    fitted_on().for_each(|pair| add(pair.a, pair.b, pair.label, 1.0));
    // Word by word copies, of which the collection has none.
    let mut own: Vec<usize> = fitted_on().flat_map(|pair| [pair.a, pair.b]).collect();
    own.sort_unstable();
    own.dedup();
    own.into_iter().for_each(|at| add(at, at, Label::Same, MADE));
    for (at, [a, b]) in distinct.iter().enumerate() {
        let Some(comparison) = Comparison::of(&Reading::of(a), &Reading::of(b)) else { continue };
        if comparison.setting == setting {
            let made = [0, 1].map(|count| (with_figures(comparison.features, count), MADE));
            for (features, weight) in made.into_iter().chain([(comparison.features, NEIGHBOUR)]) {
                examples.push((at % FOLDS, DuplicateExample { features, same: false, weight }));
            }
        }
    }
    let fitted = |penalty: f64, held: Option<usize>| {
        let kept = examples.iter().filter(|(fold, _)| Some(*fold) != held);
        fit_duplicates(&kept.map(|(_, example)| *example).collect::<Vec<_>>(), penalty)
    };
    let held_out = |penalty: f64| -> (f64, usize, usize) {
        let (mut loss, mut wrong, mut judged) = (0.0, 0, 0);
        for fold in 0..FOLDS {
            let model = fitted(penalty, Some(fold));
            for (_, example) in examples.iter().filter(|(other, example)| *other == fold && example.weight == 1.0) {
                let probability = f64::from(model.probability(&example.features)).clamp(1e-6, 1.0 - 1e-6);
                loss -= if example.same { probability.ln() } else { (1.0 - probability).ln() };
                wrong += usize::from((probability >= f64::from(LEAST)) != example.same);
                judged += 1;
            }
        }
        (loss / judged.max(1) as f64, wrong, judged)
    };
    let tried = PENALTIES.map(|penalty| (penalty, held_out(penalty)));
    let best = tried.iter().min_by(|a, b| a.1.0.total_cmp(&b.1.0)).map_or(1.0, |(penalty, _)| *penalty);
    for (penalty, (loss, wrong, judged)) in tried {
        println!("{setting:?}, penalty {penalty}: five-fold loss {loss:.3}, {wrong} of {judged} wrong");
    }
    let model = fitted(best, None);
    println!("  {:?}", model.features);
    model
}

/// As if there were so many figures, all of them the same.
fn with_figures(mut features: Features, count: usize) -> Features {
    let shared = (count > 0).then(|| share(count, count));
    for (value, name) in features.iter_mut().zip(NAMES) {
        match name {
            "figures" | "figures_of_more" => *value = shared,
            "contradictions" => *value = shared.map(|_| 0.0),
            "no_figures" => *value = Some(f32::from(u8::from(count == 0))),
            "names" | "names_contradict" => *value = Some(0.0),
            _ => {}
        }
    }
    features
}

fn confusion(
    collection: &DuplicateCollection,
    profiles: &[Profile],
    model: &DuplicateModel,
    apart: bool,
    show: bool,
) -> Confusion {
    let mut confusion = Confusion::default();
    for LabelledPair { a, b, label, .. } in collection.pairs.iter().filter(|pair| pair.apart == apart) {
        // Without models a pair in two languages cannot be judged, and is not counted.
        let Some(likeness) = judge(&Reading::of(&profiles[*a]), &Reading::of(&profiles[*b]), model) else { continue };
        confusion.count(*label, likeness.verdict);
        if show && apart && likeness.verdict != label.verdict() {
            let names = [a, b].map(|at| collection.records[*at].name.as_str());
            println!("  {names:?} {} {:.2} {:?}", label.as_str(), likeness.probability, likeness.reason);
        }
    }
    confusion
}

/// Each record that is kept apart, looked for among all of its library: candidates and judgement together.
fn among_all(
    collection: &DuplicateCollection,
    encoder: Option<Arc<dyn TextEncoder>>,
    cache: &Arc<EmbeddingCache>,
    model: &DuplicateModel,
    what: &str,
) -> anyhow::Result<()> {
    let words_only = encoder.is_none();
    let (mut right, mut said, mut wanted) = (0usize, 0usize, 0usize);
    let mut times = Vec::new();
    for technologies in [true, false] {
        let of_library = |at: usize| (at < collection.technologies) == technologies;
        let here: Vec<usize> = (0..collection.records.len()).filter(|at| of_library(*at)).collect();
        let documents: Vec<Document> = here.iter().map(|at| collection.records[*at].document.clone()).collect();
        let options = if technologies { CorpusOptions::default() } else { CorpusOptions::demands() };
        let dir = tempfile::tempdir()?;
        let corpus = indexed(dir.path(), options, documents, encoder.clone(), cache)?;
        let pairs = || collection.pairs.iter().filter(|pair| pair.apart && of_library(pair.a));
        let same: HashSet<(usize, usize)> = pairs()
            .filter(|pair| pair.label.verdict() != Verdict::Not)
            .filter(|pair| !words_only || pair.label.verdict() == Verdict::Duplicate)
            .flat_map(|pair| [(pair.a, pair.b), (pair.b, pair.a)])
            .collect();
        let asked: HashSet<usize> = pairs().flat_map(|pair| [pair.a, pair.b]).collect();
        wanted += same.len();
        for at in asked {
            let id = collection.records[at].document.id;
            let profile = profile(&corpus, id)?;
            let started = Instant::now();
            let found = find(&corpus, &profile, Some(id), None, model)?.found;
            times.push(started.elapsed().as_secs_f64() * 1e3);
            said += found.len();
            let at_of = |id| here.iter().copied().find(|at| collection.records[*at].document.id == id);
            right +=
                found.iter().filter_map(|near| at_of(near.id)).filter(|other| same.contains(&(at, *other))).count();
        }
    }
    times.sort_by(f64::total_cmp);
    println!(
        "{what}, looked for among all: precision {:.3} ({right} of {said}), recall {:.3} (of {wanted}); p50 {:.2} ms, p95 {:.2} ms",
        right as f64 / said.max(1) as f64,
        right as f64 / wanted.max(1) as f64,
        percentile(&times, 0.5),
        percentile(&times, 0.95),
    );
    Ok(())
}

fn profile(corpus: &Corpus, id: uuid::Uuid) -> anyhow::Result<Profile> {
    let row = corpus.row(id).context("a record is not indexed")?;
    Matcher::new(Weights::shipped()?).profile_of(corpus, row)?.context("a record has gone")
}

fn indexed(
    dir: &Path,
    options: CorpusOptions,
    documents: Vec<Document>,
    encoder: Option<Arc<dyn TextEncoder>>,
    cache: &Arc<EmbeddingCache>,
) -> anyhow::Result<Corpus> {
    let corpus = Corpus::open(dir, options, Some(Arc::clone(cache)), encoder)?;
    let count = documents.len() as u64;
    corpus.apply(documents.into_iter().map(Change::upsert).collect(), count)?;
    for model in Model::ALL.into_iter().filter(|model| corpus.embedder().has(*model)) {
        while corpus.pending(model) > 0 {
            corpus.embed_pending(model, 64)?;
            eprint!("\r{} {} left      ", model.name(), corpus.pending(model));
        }
    }
    eprintln!();
    Ok(corpus)
}

/// Every record of a file among the others.
fn real(
    file: &Path,
    encoder: &Arc<dyn TextEncoder>,
    cache: &Arc<EmbeddingCache>,
    model: &DuplicateModel,
    show: usize,
) -> anyhow::Result<()> {
    let records = read_records(file)?;
    let dir = tempfile::tempdir()?;
    let documents = records.iter().map(|record| record.document.clone()).collect();
    let corpus = indexed(dir.path(), CorpusOptions::default(), documents, Some(Arc::clone(encoder)), cache)?;
    let mut pairs = Vec::new();
    let mut times = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let profile = profile(&corpus, record.document.id)?;
        let started = Instant::now();
        let found = find(&corpus, &profile, Some(record.document.id), None, model)?.found;
        times.push(started.elapsed().as_secs_f64() * 1e3);
        for near in found {
            let other = records.iter().position(|other| other.document.id == near.id).unwrap_or(at);
            if !pairs.iter().any(|(a, b, _)| (*a, *b) == (other, at)) {
                pairs.push((at, other, near.likeness));
            }
        }
    }
    times.sort_by(f64::total_cmp);
    let concerned: HashSet<usize> = pairs.iter().flat_map(|(a, b, _)| [*a, *b]).collect();
    println!(
        "{}: {} records, {} pairs from {LEAST}, {} records in one; p50 {:.2} ms, p95 {:.2} ms",
        file.display(),
        records.len(),
        pairs.len(),
        concerned.len(),
        percentile(&times, 0.5),
        percentile(&times, 0.95),
    );
    let step = (pairs.len() / show.max(1)).max(1);
    for (a, b, likeness) in pairs.iter().step_by(step).take(show) {
        println!("  {:.2} {:?}", likeness.probability, likeness.reason);
        for at in [a, b] {
            let record = &records[*at];
            println!("    {} | {} | {}", record.name, record.document.title, record.document.text.replace('\n', " "));
        }
    }
    Ok(())
}
