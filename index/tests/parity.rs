//! No language of demands falls far behind the others on the shared judged collections `dev` and `dev2`, taken together:
//! eight demands of a language in one of them say too little. Needs the collections and both models; without them the test
//! says so on stderr and passes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use siku_index::corpus::TextEncoder;
use siku_index::embed::Encoders;
use siku_index::evaluate::{Task, evaluate};
use siku_index::matching::{Mode, Weights};

/// How far a pair of languages may be behind the mean of the pairs, nDCG@10.
const BEHIND: f64 = 0.05;

#[test]
fn no_pair_of_languages_falls_far_behind_the_mean() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let models = std::env::var_os("SIKU_MODELS__DIR").map_or_else(|| root.join("models"), PathBuf::from);
    let encoders = Encoders::open(&models).unwrap();
    if let Some(missing) = encoders.missing().first() {
        eprintln!("left out: {} is not installed", missing.model.name());
        return;
    }
    let encoder: Arc<dyn TextEncoder> = Arc::new(encoders);
    let mut pairs: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for name in ["dev", "dev2"] {
        let dir = root.join("../shared/data/judged").join(name);
        if !dir.exists() {
            eprintln!("left out: the collection {name} is not beside the repository");
            return;
        }
        let today = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let task = Task { mode: Mode::Hybrid, at: 10, today, cache: None, progress: &|_, _, _| {} };
        let report = evaluate(&dir, Some(Arc::clone(&encoder)), Weights::shipped().unwrap(), &task, None).unwrap();
        for (pair, scores) in report.by_language {
            pairs.entry(pair).or_default().push(scores.ndcg_at_10);
        }
    }
    assert_eq!(pairs.len(), 7, "{pairs:?}");
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let scores: BTreeMap<&str, f64> = pairs.iter().map(|(pair, each)| (pair.as_str(), mean(each))).collect();
    let overall = mean(&scores.values().copied().collect::<Vec<_>>());
    for (pair, score) in &scores {
        println!("{pair}: {score:.3}, {:+.3} from the mean", score - overall);
        assert!(*score > overall - BEHIND, "{pair} has {score:.3} where the mean is {overall:.3}");
    }
}
