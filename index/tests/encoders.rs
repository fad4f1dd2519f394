//! The encoders against vectors that the Python packages computed.
//!
//! Two collections: a few texts of our own beside this file, and the larger one of the shared data when it is there. Both
//! need the models (in `models/`, or `SIKU_MODELS__DIR`); without them the tests say so on stderr and pass.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise, also in its helpers")]

use std::path::{Path, PathBuf};

use serde::Deserialize;
use siku_index::embed::{Encoders, Model, Role, centre};

#[derive(Deserialize)]
struct Reference {
    text: String,
    #[serde(rename = "use")]
    quick: Vec<f32>,
    e5_query: Vec<f32>,
    e5_passage: Vec<f32>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn encoders() -> Option<Encoders> {
    let dir = std::env::var_os("SIKU_MODELS__DIR").map_or_else(|| root().join("models"), PathBuf::from);
    let encoders = Encoders::open(&dir).unwrap();
    for missing in encoders.missing() {
        eprintln!("left out: {} is not installed ({} not found)", missing.model.name(), missing.file.display());
    }
    encoders.has(Model::Use).then_some(encoders).filter(|encoders| encoders.has(Model::E5))
}

fn references(path: &Path) -> Vec<Reference> {
    let Ok(lines) = std::fs::read_to_string(path) else {
        eprintln!("left out: {} not found", path.display());
        return Vec::new();
    };
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn cosine(a: &[f32], b: &[f32]) -> f64 {
    assert_eq!(a.len(), b.len());
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum::<f64>();
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
}

/// Least cosine per model and role, each text alone and all in one batch.
fn least(encoders: &Encoders, references: &[Reference]) -> Vec<(Model, Role, f64)> {
    let texts: Vec<&str> = references.iter().map(|reference| reference.text.as_str()).collect();
    let mut out = Vec::new();
    for (model, role) in [(Model::Use, Role::Query), (Model::E5, Role::Query), (Model::E5, Role::Passage)] {
        let batch = encoders.encode_parallel(model, role, &texts).unwrap();
        let mut worst = 1.0f64;
        for (reference, vector) in references.iter().zip(batch) {
            let alone = &encoders.encode(model, role, &[&reference.text]).unwrap()[0];
            let right = match (model, role) {
                (Model::Use, _) => &reference.quick,
                (Model::E5, Role::Query) => &reference.e5_query,
                (Model::E5, Role::Passage) => &reference.e5_passage,
            };
            assert!(cosine(alone, &vector) > 0.999_999, "a batch changes {:?}", reference.text);
            let length = alone.iter().map(|value| value * value).sum::<f32>();
            assert!((length - 1.0).abs() < 1e-4);
            let similar = cosine(alone, right);
            assert!(similar >= 0.9995, "{model:?} {role:?} {similar} for {:?}", reference.text);
            worst = worst.min(similar);
        }
        out.push((model, role, worst));
    }
    out
}

#[test]
fn the_vectors_are_those_of_the_packages() {
    let Some(encoders) = encoders() else { return };
    let own = references(&root().join("index/tests/reference.jsonl"));
    assert!(own.len() >= 10);
    eprintln!("own texts, least cosine: {:?}", least(&encoders, &own));
}

#[test]
fn the_vectors_are_those_of_the_shared_reference() {
    let Some(encoders) = encoders() else { return };
    let shared = references(&root().join("../shared/data/models/reference.jsonl"));
    if !shared.is_empty() {
        eprintln!("shared texts, least cosine: {:?}", least(&encoders, &shared));
    }
}

#[test]
fn a_translation_is_nearer_than_another_topic_once_centred() {
    let Some(encoders) = encoders() else { return };
    for model in Model::ALL {
        let one = |lang: &str, role: Role, text: &str| encoders.centred(model, role, lang, &[text]).unwrap().remove(0);
        let demand =
            one("pt", Role::Query, "Precisamos de bombas solares para irrigação em aldeias sem rede elétrica.");
        let right = one("zh", Role::Passage, "适用于无电网村庄的太阳能灌溉水泵。");
        let same_language = one("pt", Role::Passage, "Produção de vacinas contra a febre aftosa em bovinos.");
        assert!(cosine(&demand, &right) > cosine(&demand, &same_language) + 0.1, "{model:?}");
    }
}

#[test]
fn centring_afterwards_is_the_same_as_centring_at_once() {
    let Some(encoders) = encoders() else { return };
    let texts = ["solar pump", "milk cooling tank"];
    let mut vectors = encoders.encode(Model::E5, Role::Query, &texts).unwrap();
    centre(Model::E5, Role::Query, "en", &mut vectors);
    assert_eq!(vectors, encoders.centred(Model::E5, Role::Query, "en", &texts).unwrap());
}

#[test]
fn pieces_come_with_the_very_same_vectors_and_only_of_what_may_answer() {
    let Some(encoders) = encoders() else { return };
    let texts = ["solar pump for villages", "milk cooling tank", "cold"];
    let both = encoders.centred_with_pieces(Model::E5, Role::Passage, "en", &texts).unwrap();
    let vectors: Vec<_> = both.iter().map(|(vector, _)| vector.clone()).collect();
    assert_eq!(vectors, encoders.centred(Model::E5, Role::Passage, "en", &texts).unwrap());
    for ((_, pieces), text) in both.iter().zip(texts) {
        // less the marks at both ends and the prefix
        assert_eq!(pieces.len(), encoders.pieces(Model::E5, Role::Passage, text).unwrap() - 4, "{text}");
    }
    for (model, role) in [(Model::E5, Role::Query), (Model::Use, Role::Passage)] {
        let without = encoders.centred_with_pieces(model, role, "en", &texts).unwrap();
        assert!(without.iter().all(|(vector, pieces)| vector.len() == model.dim() && pieces.is_empty()));
    }
}

#[test]
fn a_text_of_many_windows_is_encoded_whole() {
    let Some(encoders) = encoders() else { return };
    let long = "Secado solar de café para cooperativas de montaña. ".repeat(200);
    for model in Model::ALL {
        assert!(encoders.pieces(model, Role::Passage, &long).unwrap() > 1500);
        let [one, many] =
            [&long[..51], &long].map(|text| encoders.encode(model, Role::Passage, &[text]).unwrap().remove(0));
        assert!(cosine(&one, &many) > 0.5, "{model:?} {}", cosine(&one, &many));
    }
}

#[test]
fn a_missing_folder_is_reported_and_no_error() {
    let folder = tempfile::tempdir().unwrap();
    let encoders = Encoders::open(folder.path()).unwrap();
    assert_eq!(encoders.missing().len(), 2);
    let message = encoders.encode(Model::E5, Role::Query, &["x"]).unwrap_err().to_string();
    assert_eq!(message, "language model e5 is not installed");
}

#[test]
fn a_damaged_model_file_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("e5")).unwrap();
    std::fs::write(folder.path().join("e5/e5-small-q4.bin"), b"E5S1 and not much more").unwrap();
    let message = Encoders::open(folder.path()).map(|_| ()).unwrap_err().to_string();
    assert!(message.contains("e5-small-q4.bin") && message.contains("22 bytes"), "{message}");
}
