//! The detection of duplicates on the pairs that its weights have not seen, and on exact copies.
//!
//! With models (in `models/`, or `SIKU_MODELS__DIR`) also across languages; without them that part says so and passes.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise, also in its helpers")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use siku_index::corpus::Embedder;
use siku_index::duplicates::{DuplicateModel, Reading, Verdict, judge};
use siku_index::embed::Encoders;
use siku_index::evaluate::{Confusion, DuplicateCollection, Label};
use siku_index::matching::Profile;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn collection() -> DuplicateCollection {
    DuplicateCollection::read(&root().join("index/collections/duplicates")).unwrap()
}

/// The pairs that are kept apart, judged.
fn judged(collection: &DuplicateCollection, profiles: &[Profile]) -> Confusion {
    let model = DuplicateModel::shipped().unwrap();
    let readings: Vec<Reading<'_>> = profiles.iter().map(Reading::of).collect();
    let mut confusion = Confusion::default();
    for pair in collection.pairs.iter().filter(|pair| pair.apart) {
        if let Some(likeness) = judge(&readings[pair.a], &readings[pair.b], &model) {
            confusion.count(pair.label, likeness.verdict);
        }
    }
    confusion
}

#[test]
fn the_collection_has_every_label_in_both_parts_and_no_family_in_two() {
    let collection = collection();
    assert!(collection.records.len() >= 150 && collection.pairs.len() >= 200);
    let family = |at: usize| collection.records[at].name.rsplit_once('-').unwrap().0.to_owned();
    for label in Label::ALL {
        for apart in [false, true] {
            let count = collection.pairs.iter().filter(|pair| pair.label == label && pair.apart == apart).count();
            assert!(count >= 30, "{label:?} {apart}: {count}");
        }
    }
    for apart in &collection.pairs {
        let mixed = collection
            .pairs
            .iter()
            .any(|other| other.apart != apart.apart && [family(other.a), family(other.b)].contains(&family(apart.a)));
        assert!(!mixed, "{} is in both parts", family(apart.a));
        let (a, b) = (&collection.records[apart.a].document, &collection.records[apart.b].document);
        match apart.label {
            Label::Same => assert_eq!(a.lang, b.lang),
            Label::SameOtherLanguage => assert_ne!(a.lang, b.lang),
            _ => {}
        }
    }
}

#[test]
fn copies_in_one_language_are_found_by_words_alone() {
    let collection = collection();
    let profiles = collection.profiles(&Embedder::new(None, None)).unwrap();
    let confusion = judged(&collection, &profiles);
    let [precision, recall, _] = confusion.quality(Verdict::Duplicate);
    assert!(precision >= 0.9 && recall >= 0.9, "{confusion}");
}

#[test]
fn an_exact_copy_is_a_duplicate_also_where_there_is_no_figure() {
    let collection = collection();
    let model = DuplicateModel::shipped().unwrap();
    for record in collection.records {
        let mut document = record.document;
        for with_figures in [true, false] {
            if !with_figures {
                document.text = document.text.replace(|one: char| one.is_ascii_digit(), "");
                document.title = document.title.replace(|one: char| one.is_ascii_digit(), "");
                document.requirements.clear();
            }
            let profile =
                Profile::of(&document, siku_index::corpus::Role::Passage, &Embedder::new(None, None)).unwrap();
            let reading = Reading::of(&profile);
            let likeness = judge(&reading, &reading, &model).unwrap();
            assert_eq!(likeness.verdict, Verdict::Duplicate, "{} {with_figures}: {likeness:?}", record.name);
        }
    }
}

#[test]
fn copies_and_translations_are_told_from_variants_by_meaning() {
    let dir = std::env::var_os("SIKU_MODELS__DIR").map_or_else(|| root().join("models"), PathBuf::from);
    let encoders = Encoders::open(&dir).unwrap();
    if !encoders.missing().is_empty() {
        eprintln!("LEFT OUT: the language models are not installed in {}", dir.display());
        return;
    }
    let mut collection = collection();
    collection.keep_apart_only();
    let profiles = collection.profiles(&Embedder::new(Some(Arc::new(encoders)), None)).unwrap();
    let confusion = judged(&collection, &profiles);
    for verdict in [Verdict::Duplicate, Verdict::Translation] {
        let [precision, recall, _] = confusion.quality(verdict);
        assert!(precision >= 0.9 && recall >= 0.9, "{confusion}");
    }
}
