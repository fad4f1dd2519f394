//! What matching costs: words indexed, matches by stage, freshness, memory, on a corpus that is made up.
//!
//! The bulk of the vectors is synthetic (seeded clusters): embedding 100,000 records for real takes hours. A sample is
//! embedded for real where the models are there, and the report says how large it was.

mod clock;
mod made_up;
mod plain;
mod recall;

use std::collections::HashSet;
use std::num::NonZero;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;
use chrono::NaiveDate;
use serde::Serialize;

use crate::corpus::{CandidateQuery, Change, Corpus, CorpusOptions, Document, Model, Role, TextEncoder};
use crate::evaluate::{Latency, peak_rss_mb, rss_mb};
use crate::matching::{Matcher, Options, Pair, Profile, Weights, query_vectors, query_words};

pub use clock::process_cpu_ms;
use clock::thread_cpu_ms;
use made_up::{Stream, Writer};
pub use plain::{ANSWERS, Cost, Question, demands, plain_tantivy, technologies, text_of};

/// Records applied at once.
const BATCH: usize = 5_000;
/// Records embedded for real.
const SAMPLE: usize = 40;
/// Open demands that a technology is matched against, at most: their index takes as much disk as that of technologies.
const MOST_DEMANDS: usize = 100_000;
/// New records of which the way to being found is timed.
const FRESH: usize = 30;

/// What the benchmark found. Times in milliseconds, memory and disk in 10⁶ bytes.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    pub technologies: usize,
    pub demands: usize,
    /// Words only, on one core.
    pub index_docs_per_s: f64,
    /// One technology of the sample on one thread: all its texts, and one text of 60 words alone.
    pub embed_ms: EmbedReport,
    pub embedded_for_real: usize,
    /// One request in flight, the embedding of the demand left out: by the clock, and in CPU time of all threads.
    pub match_ms: Latency,
    pub match_cpu_ms: Latency,
    pub stages_ms: Stages,
    /// The other way round: a technology against so many demands of five requirements each.
    pub reverse_cpu_ms: Latency,
    pub reverse_demands: usize,
    /// With `threads` threads asking at once.
    pub matches_per_s: f64,
    pub threads: usize,
    /// Share of the twenty nearest by a comparison of all vectors that the scan of one bit finds.
    pub recall_at_20: f64,
    /// Published to found by words and by the quick model.
    pub freshness_ms: Latency,
    /// While serving: resident after the matches and the embedding, pages of mapped files included.
    pub rss_mb: f64,
    /// The most this process had resident, the building of the index included.
    pub peak_rss_mb: f64,
    pub index_mb: f64,
    /// The words of each demand that are scored, for asking other engines the same.
    #[serde(skip)]
    pub scored_words: Vec<HashSet<String>>,
    pub note: &'static str,
}

/// Embedding by model; nothing where the model is missing.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct EmbedReport {
    #[serde(rename = "use")]
    pub quick: Option<Latency>,
    #[serde(rename = "e5")]
    pub thorough: Option<Latency>,
    pub use_records_per_s: f64,
    pub e5_records_per_s: f64,
}

/// The stages of a match, each timed on its own, in CPU time.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Stages {
    pub bm25: Latency,
    pub vectors: Latency,
    /// Candidates read sentence by sentence and scored.
    pub signals: Latency,
    /// Verdicts and sentences for the twenty that are shown.
    pub coverage: Latency,
}

/// Runs the benchmark in `dir`, which must be empty and is left full.
///
/// # Errors
/// The folder cannot be written.
pub fn bench(
    technologies: usize,
    demands: usize,
    dir: &Path,
    encoder: Option<Arc<dyn TextEncoder>>,
    today: NaiveDate,
    say: &dyn Fn(&str),
) -> anyhow::Result<Report> {
    let index_docs_per_s = build(technologies, dir, say)?;
    let mut report = measure(technologies, demands, dir, encoder, today, say)?;
    report.index_docs_per_s = index_docs_per_s;
    Ok(report)
}

/// Makes the index that [`measure`] opens; answers how many records a second were indexed by words alone.
///
/// # Errors
/// The folder cannot be written.
fn build(technologies: usize, dir: &Path, say: &dyn Fn(&str)) -> anyhow::Result<f64> {
    crate::analyze::warm_up();
    say("indexing words");
    let index_docs_per_s = index_words(technologies, &dir.join("words"))?;
    std::fs::remove_dir_all(dir.join("words")).context("remove the index of words")?;

    say("building the index with synthetic vectors");
    let mut writer = Writer::new(Stream::Technologies);
    let corpus = Corpus::open(&dir.join("all"), CorpusOptions::default(), None, None)?;
    for start in (0..technologies).step_by(BATCH) {
        let numbers = start..technologies.min(start + BATCH);
        let batch = numbers.map(|number| (writer.document(number), writer.vectors())).collect();
        corpus.apply_with_vectors(batch, corpus.last_change() + 1)?;
    }
    say("the same of demands");
    let mut writer = Writer::new(Stream::Demands);
    let demands = Corpus::open(&dir.join("demands"), CorpusOptions::default(), None, None)?;
    let count = technologies.min(MOST_DEMANDS);
    for start in (0..count).step_by(BATCH) {
        let numbers = start..count.min(start + BATCH);
        let batch = numbers.map(|number| (writer.demand(number).0, writer.vectors())).collect();
        demands.apply_with_vectors(batch, demands.last_change() + 1)?;
    }
    Ok(index_docs_per_s)
}

/// Opens what [`build`] left in `dir`, and measures everything but the indexing.
///
/// # Errors
/// The folder cannot be read or written.
fn measure(
    technologies: usize,
    demands: usize,
    dir: &Path,
    encoder: Option<Arc<dyn TextEncoder>>,
    today: NaiveDate,
    say: &dyn Fn(&str),
) -> anyhow::Result<Report> {
    let corpus = Corpus::open(&dir.join("all"), CorpusOptions::default(), None, encoder.clone())?;
    say("matching");
    let matcher = Matcher::new(Weights::shipped()?);
    let mut writer = Writer::new(Stream::Demands);
    let asked: Vec<Asked> = (0..demands).map(|number| writer.demand(number)).collect();
    let options = Options::new(20, today);
    let (match_ms, match_cpu_ms) = time_matches(&corpus, &matcher, &asked, &options)?;
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let matches_per_s = time_many(&corpus, &matcher, &asked, &options, threads)?;
    let stages_ms = time_stages(&corpus, &matcher, &asked, &options)?;
    say("matching the other way round");
    let (reverse_cpu_ms, reverse_demands) = time_reverse(&dir.join("demands"), &matcher, demands, &options)?;
    let words_of = |(_, profile): &Asked| {
        let words = corpus.scored_words(&query_words(&profile.stored), &profile.stored.lang)?;
        anyhow::Ok(words.into_iter().collect())
    };
    let scored_words = asked.iter().map(words_of).collect::<Result<_, _>>()?;
    say("comparing all vectors, for their recall");
    let recall_at_20 = recall::recall(&corpus, &asked)?;
    say("embedding a sample for real");
    let embed_ms = time_embedding(encoder.as_ref(), &mut writer)?;
    let rss_mb = rss_mb();
    say("freshness");
    let freshness_ms = match &encoder {
        // A change is found by the quick model first; without it there is nothing to time.
        Some(encoder) if encoder.has(Model::Use) => time_freshness(&corpus, &mut writer, technologies)?,
        _ => Latency::default(),
    };
    Ok(Report {
        technologies,
        demands,
        index_docs_per_s: 0.0,
        embed_ms,
        embedded_for_real: if encoder.is_some_and(|encoder| encoder.has(Model::Use)) { SAMPLE + FRESH } else { 0 },
        match_ms,
        match_cpu_ms,
        stages_ms,
        reverse_cpu_ms,
        reverse_demands,
        matches_per_s,
        threads,
        recall_at_20,
        freshness_ms,
        rss_mb,
        peak_rss_mb: peak_rss_mb(),
        index_mb: corpus.index_bytes() as f64 / 1e6,
        scored_words,
        note: "vectors of the corpus are synthetic (seeded clusters); only the sample is embedded for real",
    })
}

fn index_words(technologies: usize, dir: &Path) -> anyhow::Result<f64> {
    let corpus = Corpus::open(dir, CorpusOptions::default(), None, None)?;
    let mut writer = Writer::new(Stream::Technologies);
    let mut cpu = 0.0;
    for (number, start) in (0..technologies).step_by(BATCH).enumerate() {
        let numbers = start..technologies.min(start + BATCH);
        let batch = numbers.map(|number| Change::upsert(writer.document(number))).collect();
        let before = process_cpu_ms();
        corpus.apply(batch, number as u64 + 1)?;
        cpu += process_cpu_ms() - before;
    }
    Ok((technologies as f64 / (cpu / 1e3).max(1e-9)).round())
}

fn latency(mut times: Vec<f64>) -> Latency {
    times.sort_by(f64::total_cmp);
    Latency::of(&times)
}

/// A demand as a document and as matching takes it.
type Asked = (Document, Profile);

/// One match after the other: by the clock on the wall, and in CPU time.
fn time_matches(
    corpus: &Corpus,
    matcher: &Matcher,
    asked: &[Asked],
    options: &Options,
) -> anyhow::Result<(Latency, Latency)> {
    // Once without counting: files into the page cache, buffers to their size.
    for (_, profile) in asked {
        matcher.technologies_for(profile, corpus, options)?;
    }
    let (mut wall, mut cpu) = (Vec::new(), Vec::new());
    for (_, profile) in asked {
        let (before, begin) = (process_cpu_ms(), Instant::now());
        matcher.technologies_for(profile, corpus, options)?;
        wall.push(begin.elapsed().as_secs_f64() * 1e3);
        cpu.push(process_cpu_ms() - before);
    }
    Ok((latency(wall), latency(cpu)))
}

/// Matches a second with as many threads asking, each all the demands.
fn time_many(
    corpus: &Corpus,
    matcher: &Matcher,
    asked: &[Asked],
    options: &Options,
    threads: usize,
) -> anyhow::Result<f64> {
    let ask_all =
        || asked.iter().try_for_each(|(_, profile)| matcher.technologies_for(profile, corpus, options).map(drop));
    let started = Instant::now();
    std::thread::scope(|scope| {
        let asking: Vec<_> = (0..threads).map(|_| scope.spawn(ask_all)).collect();
        asking.into_iter().try_for_each(|thread| match thread.join() {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })?;
    let per_second = (threads * asked.len()) as f64 / started.elapsed().as_secs_f64();
    Ok((per_second * 10.0).round() / 10.0)
}

/// CPU time of technologies against the demands in `dir`, and how many those are.
fn time_reverse(dir: &Path, matcher: &Matcher, count: usize, options: &Options) -> anyhow::Result<(Latency, usize)> {
    let demands = Corpus::open(dir, CorpusOptions::default(), None, None)?;
    let mut writer = Writer::new(Stream::Technologies);
    let asked: Vec<Profile> = (0..count).map(|number| writer.technology(number)).collect();
    for profile in &asked {
        matcher.demands_for(profile, &demands, options)?;
    }
    let mut times = Vec::with_capacity(count);
    for profile in &asked {
        let before = process_cpu_ms();
        matcher.demands_for(profile, &demands, options)?;
        times.push(process_cpu_ms() - before);
    }
    Ok((latency(times), demands.len()))
}

/// The stages of each match, each on its own, in CPU time.
fn time_stages(corpus: &Corpus, matcher: &Matcher, asked: &[Asked], options: &Options) -> anyhow::Result<Stages> {
    let (mut bm25, mut vectors, mut signals, mut coverage) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (_, profile) in asked {
        let words = query_words(&profile.stored);
        let words = CandidateQuery {
            lang: &profile.stored.lang,
            words: &words,
            things: &profile.stored.things,
            vectors: [None, None],
        };
        let meaning = CandidateQuery { words: &[], vectors: query_vectors(profile), ..words.clone() };
        let begin = process_cpu_ms();
        corpus.candidates(&words, options.candidates, 0)?;
        let after_words = process_cpu_ms();
        corpus.candidates(&meaning, 0, options.candidates)?;
        let after_vectors = process_cpu_ms();
        let ranked = matcher.rank_technologies(profile, corpus, options)?;
        let after_rank = process_cpu_ms();
        for one in ranked.iter().take(options.limit) {
            let pair = Pair { things: one.things, ..Pair::new(profile, &one.profile, one.words, options.today) };
            crate::coverage::judge(&pair, &matcher.weights().coverage);
        }
        let end = process_cpu_ms();
        bm25.push(after_words - begin);
        vectors.push(after_vectors - after_words);
        signals.push((after_rank - after_vectors - (after_vectors - begin)).max(0.0));
        coverage.push(end - after_rank);
    }
    Ok(Stages {
        bm25: latency(bm25),
        vectors: latency(vectors),
        signals: latency(signals),
        coverage: latency(coverage),
    })
}

fn time_embedding(encoder: Option<&Arc<dyn TextEncoder>>, writer: &mut Writer) -> anyhow::Result<EmbedReport> {
    let mut report = EmbedReport::default();
    let Some(encoder) = encoder else { return Ok(report) };
    let documents: Vec<_> = (0..SAMPLE).map(|number| writer.document(number)).collect();
    let words = "we look for a small plant that treats brackish water from wells of up to six grams of salt per litre for \
                 about forty villages without a grid connection that two trained people of the village can run and repair \
                 with parts from the local market and that costs less per cubic metre than water brought by truck from the \
                 coast does today in the dry season";
    for model in Model::ALL.into_iter().filter(|model| encoder.has(*model)) {
        let mut times = Vec::new();
        for _ in 0..SAMPLE {
            let begin = thread_cpu_ms();
            encoder.centred(model, Role::Query, "en", &[words])?;
            times.push(thread_cpu_ms() - begin);
        }
        let started = process_cpu_ms();
        for document in &documents {
            encoder.centred(model, Role::Passage, &document.lang, &[&document.text])?;
        }
        let rate = (SAMPLE as f64 / ((process_cpu_ms() - started) / 1e3).max(1e-9) * 10.0).round() / 10.0;
        match model {
            Model::Use => (report.quick, report.use_records_per_s) = (Some(latency(times)), rate),
            Model::E5 => (report.thorough, report.e5_records_per_s) = (Some(latency(times)), rate),
        }
    }
    Ok(report)
}

/// From the published record to the moment it is found by its words and by the quick model.
fn time_freshness(corpus: &Corpus, writer: &mut Writer, from: usize) -> anyhow::Result<Latency> {
    let mut times = Vec::new();
    for number in from..from + FRESH {
        let document = writer.document(number);
        let (id, title) = (document.id, document.title.clone());
        let begin = Instant::now();
        corpus.apply(vec![Change::upsert(document)], corpus.last_change() + 1)?;
        corpus.embed_pending(Model::Use, 1)?;
        let found = corpus.text_hits(&title, None, 50)?.iter().any(|hit| corpus.id(hit.row) == Some(id));
        times.push(begin.elapsed().as_secs_f64() * 1e3);
        anyhow::ensure!(found, "a new record was not found by its title");
    }
    Ok(latency(times))
}
