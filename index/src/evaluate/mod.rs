//! Judged collections: how good is the ranking, how fast, and are the verdicts right?
//!
//! Uses the very code of the service: the collection is indexed into a temporary folder, embedded,
//! and every demand is matched. No database.

mod collection;
mod duplicates;
mod metrics;
mod report;

pub use collection::{Collection, Judged, JudgedCoverage, JudgedRequirement, read_records};
pub use duplicates::{Confusion, DuplicateCollection, Label, LabelledPair};
pub use metrics::{Mean, ndcg, percentile, recall, reciprocal_rank};
pub use report::{CoverageReport, Latency, PairReport, Report, peak_rss_mb, rss_mb};

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;
use chrono::NaiveDate;

use crate::corpus::{Change, Corpus, CorpusOptions, Embedder, EmbeddingCache, Model, Role, TextEncoder};
use crate::matching::{Matcher, Mode, Options, Profile, Ranked, Weights};

use report::Scores;

/// What to evaluate and how.
pub struct Task<'a> {
    pub mode: Mode,
    /// Depth of nDCG and reciprocal rank; the names in the report say 10, as usual.
    pub at: usize,
    pub today: NaiveDate,
    /// Vectors by content, kept from one evaluation to the next; in the temporary folder if `None`.
    pub cache: Option<Arc<EmbeddingCache>>,
    /// Called with (what, done, of) while embedding.
    pub progress: &'a (dyn Fn(&str, usize, usize) + Sync),
}

/// A collection indexed and embedded, ready to be matched.
pub struct Prepared {
    pub collection: Collection,
    pub corpus: Corpus,
    pub matcher: Matcher,
    /// Profiles of the demands, in their order.
    pub demands: Vec<Profile>,
    /// Position of a technology by its row.
    by_row: HashMap<u32, usize>,
    index_docs_per_s: f64,
    // Dropped last: the folder the corpus lies in.
    _dir: tempfile::TempDir,
}

/// How many records are embedded between two reports of progress.
const EMBED_STEP: usize = 32;

impl Prepared {
    /// Indexes and embeds a collection.
    ///
    /// # Errors
    /// The collection does not read, or the temporary folder cannot be written.
    pub fn new(
        collection: Collection,
        encoder: Option<Arc<dyn TextEncoder>>,
        weights: Weights,
        task: &Task<'_>,
    ) -> anyhow::Result<Prepared> {
        let dir = tempfile::tempdir().context("make a temporary folder for the index")?;
        let cache = match &task.cache {
            Some(cache) => Arc::clone(cache),
            None => Arc::new(EmbeddingCache::open(&dir.path().join("embeddings.redb"))?),
        };
        let corpus =
            Corpus::open(&dir.path().join("technologies"), CorpusOptions::default(), Some(cache), encoder.clone())?;
        let started = Instant::now();
        let changes: Vec<Change> =
            collection.technologies.iter().map(|judged| Change::upsert(judged.document.clone())).collect();
        let count = changes.len();
        corpus.apply(changes, count as u64)?;
        let index_docs_per_s = count as f64 / started.elapsed().as_secs_f64().max(1e-9);

        if task.mode != Mode::Lexical {
            for model in Model::ALL {
                let present = encoder.as_ref().is_some_and(|encoder| encoder.has(model));
                while present && corpus.pending(model) > 0 {
                    (task.progress)(model.name(), count - corpus.pending(model), count);
                    corpus.embed_pending(model, EMBED_STEP)?;
                }
            }
        }
        let by_row = collection
            .technologies
            .iter()
            .enumerate()
            .filter_map(|(position, judged)| Some((corpus.row(judged.document.id)?, position)))
            .collect();
        // Lexical is what the ranking is without any model.
        let embedder = if task.mode == Mode::Lexical { Embedder::new(None, None) } else { corpus.embedder().clone() };
        let total = collection.demands.len();
        let embed = |(position, judged): (usize, &Judged)| {
            if position.is_multiple_of(EMBED_STEP) {
                (task.progress)("demands", position, total);
            }
            Profile::of(&judged.document, Role::Query, &embedder)
        };
        let demands = collection.demands.iter().enumerate().map(embed).collect::<Result<_, _>>()?;
        let matcher = Matcher::new(weights);
        Ok(Prepared { collection, corpus, matcher, demands, by_row, index_docs_per_s, _dir: dir })
    }

    /// Position of a ranked technology in the collection.
    pub fn technology_of(&self, ranked: &Ranked) -> Option<usize> {
        self.by_row.get(&ranked.row).copied()
    }

    /// Profile of a technology of the collection.
    ///
    /// # Errors
    /// The corpus cannot be read.
    pub fn technology(&self, position: usize) -> anyhow::Result<Profile> {
        let id = self.collection.technologies[position].document.id;
        let row = self.corpus.row(id).context("technology is not indexed")?;
        self.matcher.profile_of(&self.corpus, row)?.context("technology has gone")
    }

    fn options(&self, task: &Task<'_>) -> Options {
        Options { mode: task.mode, ..Options::new(20, task.today) }
    }
}

/// Evaluates a folder. `run` receives the TREC run lines when given.
///
/// # Errors
/// The collection does not read, or the temporary folder cannot be written.
pub fn evaluate(
    dir: &Path,
    encoder: Option<Arc<dyn TextEncoder>>,
    weights: Weights,
    task: &Task<'_>,
    mut run: Option<&mut String>,
) -> anyhow::Result<Report> {
    let prepared = Prepared::new(Collection::read(dir)?, encoder, weights, task)?;
    let options = prepared.options(task);
    let mut all = Scores::default();
    let mut by_language: std::collections::BTreeMap<String, Scores> = Default::default();
    let mut times = Vec::new();

    for (position, profile) in prepared.demands.iter().enumerate() {
        let started = Instant::now();
        let ranked = prepared.matcher.rank_technologies(profile, &prepared.corpus, &options)?;
        times.push(started.elapsed().as_secs_f64() * 1e3);

        let grade = |technology: usize| prepared.collection.grades.get(&(position, technology)).copied().unwrap_or(0);
        let order: Vec<usize> = ranked.iter().filter_map(|one| prepared.technology_of(one)).collect();
        let grades: Vec<u8> = order.iter().map(|technology| grade(*technology)).collect();
        let judged: Vec<(usize, u8)> = prepared
            .collection
            .grades
            .iter()
            .filter(|((demand, _), _)| *demand == position)
            .map(|((_, technology), grade)| (*technology, *grade))
            .collect();
        all.add(&grades, &judged.iter().map(|(_, grade)| *grade).collect::<Vec<_>>(), task.at);
        by_pair_of_languages(&prepared, position, &order, &judged, task.at, &mut by_language);

        if let Some(run) = run.as_deref_mut() {
            let demand = &prepared.collection.demands[position].name;
            for (rank, one) in ranked.iter().enumerate() {
                if let Some(technology) = prepared.technology_of(one) {
                    let name = &prepared.collection.technologies[technology].name;
                    run.push_str(&format!(
                        "{demand} Q0 {name} {} {:.6} siku-{}\n",
                        rank + 1,
                        one.logit,
                        task.mode.as_str()
                    ));
                }
            }
        }
    }

    let coverage =
        if prepared.collection.verdicts.is_empty() { None } else { Some(report::coverage(&prepared, task)?) };
    times.sort_by(f64::total_cmp);
    Ok(Report {
        mode: task.mode,
        technologies: prepared.collection.technologies.len(),
        demands: prepared.collection.demands.len(),
        overall: all.report(),
        by_language: by_language.into_iter().map(|(pair, scores)| (pair, scores.report())).collect(),
        index_docs_per_s: prepared.index_docs_per_s.round(),
        latency_ms: Latency::of(&times),
        peak_rss_mb: report::peak_rss_mb(),
        coverage,
    })
}

/// Scores for each pair of languages: only technologies of that language count as answers, in the
/// order in which they stand among all.
fn by_pair_of_languages(
    prepared: &Prepared,
    demand: usize,
    order: &[usize],
    judged: &[(usize, u8)],
    at: usize,
    scores: &mut std::collections::BTreeMap<String, Scores>,
) {
    let lang = |technology: usize| prepared.collection.technologies[technology].document.lang.as_str();
    let mut languages: Vec<&str> =
        judged.iter().filter(|(_, grade)| *grade > 0).map(|(technology, _)| lang(*technology)).collect();
    languages.sort_unstable();
    languages.dedup();
    let from = &prepared.collection.demands[demand].document.lang;
    for to in languages {
        let counts = |technology: usize| lang(technology) == to;
        let grade = |technology: usize| {
            let judged = prepared.collection.grades.get(&(demand, technology));
            judged.copied().filter(|_| counts(technology)).unwrap_or(0)
        };
        let ranked: Vec<u8> = order.iter().map(|technology| grade(*technology)).collect();
        let judged: Vec<u8> =
            judged.iter().filter(|(technology, _)| counts(*technology)).map(|(_, grade)| *grade).collect();
        scores.entry(format!("{from}→{to}")).or_default().add(&ranked, &judged, at);
    }
}
