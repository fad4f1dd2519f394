use std::sync::atomic::{AtomicUsize, Ordering};

use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;

use super::*;
use crate::analyze::Language;
use crate::analyze::glossary::{InUse, Own};
use crate::matching::Profile;

/// Vectors from the hash of the text; counts the texts it was asked for.
#[derive(Default)]
struct Fake {
    texts: AtomicUsize,
}

impl TextEncoder for Fake {
    fn has(&self, _model: Model) -> bool {
        true
    }

    fn centred(&self, model: Model, _role: Role, _lang: &str, texts: &[&str]) -> anyhow::Result<Vec<Vec<f32>>> {
        self.texts.fetch_add(texts.len(), Ordering::Relaxed);
        Ok(texts.iter().map(|text| vector(model, text)).collect())
    }
}

fn vector(model: Model, text: &str) -> Vec<f32> {
    let mut random = ChaCha8Rng::from_seed(*blake3::hash(text.as_bytes()).as_bytes());
    let values: Vec<f32> = (0..model.dim()).map(|_| random.random_range(-1.0..1.0)).collect();
    let norm = values.iter().map(|value| value * value).sum::<f32>().sqrt();
    values.iter().map(|value| value / norm).collect()
}

fn document(number: u128, lang: &str, title: &str, text: &str) -> Document {
    Document {
        id: Uuid::from_u128(number),
        lang: lang.into(),
        title: title.into(),
        text: text.into(),
        ..Document::default()
    }
}

fn open(dir: &Path) -> Corpus {
    Corpus::open(dir, CorpusOptions::default(), None, None).unwrap()
}

fn open_embedding(dir: &Path, cache: &Arc<EmbeddingCache>, fake: &Arc<Fake>) -> Corpus {
    Corpus::open(dir, CorpusOptions::default(), Some(cache.clone()), Some(fake.clone())).unwrap()
}

fn embed_all(corpus: &Corpus) {
    for model in Model::ALL {
        while corpus.embed_pending(model, 3).unwrap() > 0 {}
    }
}

fn upserts(documents: &[Document]) -> Vec<Change> {
    documents.iter().cloned().map(Change::upsert).collect()
}

fn ids(corpus: &Corpus, rows: impl IntoIterator<Item = u32>) -> Vec<u128> {
    rows.into_iter().map(|row| corpus.id(row).unwrap().as_u128()).collect()
}

fn hits(corpus: &Corpus, text: &str) -> Vec<u128> {
    ids(corpus, corpus.text_hits(text, None, 10).unwrap().iter().map(|hit| hit.row))
}

/// Documents of Zipf-like words that no stemmer changes.
fn random_documents(count: u128, random: &mut ChaCha8Rng) -> Vec<Document> {
    let word = |random: &mut ChaCha8Rng| format!("w{}x", (300.0 * random.random_range(0.0..1.0f64).powi(3)) as usize);
    (1..=count)
        .map(|number| {
            let length = random.random_range(5..80);
            let text = (0..length).map(|_| word(random)).collect::<Vec<_>>().join(" ");
            document(number, "en", "", &text)
        })
        .collect()
}

#[test]
fn the_best_by_words_are_those_of_tantivy() {
    let dir = tempfile::tempdir().unwrap();
    let corpus = open(dir.path());
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let documents = random_documents(900, &mut random);
    for (number, some) in documents.chunks(200).enumerate() {
        corpus.apply(upserts(some), number as u64 + 1).unwrap();
    }
    corpus.apply((1..40).map(|number| Change::Delete(Uuid::from_u128(number * 7))).collect(), 9).unwrap();
    let field = corpus.words.fields.text(Language::En);
    for _ in 0..10 {
        let asked: Vec<String> =
            documents.choose_multiple(&mut random, 1).flat_map(|one| one.text.split(' ').map(str::to_owned)).collect();
        let clauses = asked.iter().map(|word| {
            let term = TermQuery::new(tantivy::Term::from_field_text(field, word), IndexRecordOption::WithFreqs);
            (Occur::Should, Box::new(BoostQuery::new(Box::new(term), 1.5)) as Box<dyn Query>)
        });
        let searcher = corpus.words.searcher();
        let theirs: Vec<f32> = searcher
            .search(&BooleanQuery::new(clauses.collect()), &TopDocs::with_limit(20).order_by_score())
            .unwrap()
            .into_iter()
            .map(|(score, _)| score)
            .collect();
        let text = asked.join(" ");
        let query = CandidateQuery { lang: "en", words: &[(&text, 1.5)], things: &[], vectors: [None, None] };
        let mut weights = corpus.candidates(&query, 20, 0).unwrap();
        weights.sort_by(|a, b| b.words.total_cmp(&a.words));
        // The bridge adds to words like w12x; take it away by asking the text field alone.
        let ours = text_scores(&corpus, &text, 1.5);
        assert_eq!(ours.len(), theirs.len());
        for ((_, ours), theirs) in ours.iter().zip(&theirs) {
            assert!((ours - theirs).abs() < 1e-3 * theirs, "{ours} {theirs}");
        }
        assert!(weights.iter().all(|candidate| !corpus.id(candidate.row).unwrap().as_u128().is_multiple_of(7)
            || corpus.id(candidate.row).unwrap().as_u128() > 273));
    }
}

fn text_scores(corpus: &Corpus, text: &str, weight: f32) -> Vec<(u32, f32)> {
    let view = corpus.words.view();
    let weights = wording::weights(&[(text, weight)], Language::En);
    let question =
        bm25::FieldQuestion::new(&view.segments, corpus.words.fields.text(Language::En), &weights, 1000).unwrap();
    let mut scores = vec![0.0; corpus.memory().row_count()];
    question.add_scores(&mut scores, None).unwrap();
    bm25::best(&scores, 20)
}

#[test]
fn killed_between_store_and_words_it_goes_on_from_the_older_and_ends_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let first = [document(1, "en", "Pump", "A solar pump."), document(2, "en", "Filter", "A sand filter.")];
    let mut changed = first[0].clone();
    changed.title = "Turbine".into();
    let second = || {
        vec![
            Change::upsert(changed.clone()),
            Change::Delete(Uuid::from_u128(2)),
            Change::upsert(document(3, "en", "Mill", "A wind mill.")),
        ]
    };
    {
        let corpus = open(dir.path());
        corpus.apply(upserts(&first), 5).unwrap();
        drop(corpus.stage(second(), 8).unwrap());
    }
    {
        let corpus = open(dir.path());
        assert_eq!(corpus.last_change(), 5);
        let inspection = corpus.inspect().unwrap();
        assert_eq!((inspection.records.len(), inspection.without_words.len(), inspection.words_only), (0, 2, 1));
        corpus.apply(second(), 8).unwrap();
        assert_eq!(corpus.last_change(), 8);
    }
    let corpus = open(dir.path());
    let inspection = corpus.inspect().unwrap();
    assert_eq!((inspection.records.len(), inspection.without_words.len(), inspection.words_only), (2, 0, 0));
    assert_eq!((hits(&corpus, "turbine"), hits(&corpus, "filter"), hits(&corpus, "mill")), (vec![1], vec![], vec![3]));
    assert_eq!(corpus.last_change(), 8);
    let mut held = corpus.ids_with_hash().unwrap();
    held.sort();
    assert_eq!(held[0], (Uuid::from_u128(1), changed.content_hash().unwrap()));
}

#[test]
fn a_record_is_found_by_its_last_words_only_and_not_after_its_deletion() {
    let dir = tempfile::tempdir().unwrap();
    let corpus = open(dir.path());
    corpus.apply(upserts(&[document(1, "en", "Pump", ""), document(2, "en", "Pump", "")]), 1).unwrap();
    let row = corpus.row(Uuid::from_u128(1)).unwrap();
    corpus
        .apply(vec![Change::upsert(document(1, "en", "Turbine", "")), Change::upsert(document(1, "en", "Kiln", ""))], 2)
        .unwrap();
    assert_eq!((hits(&corpus, "pump"), hits(&corpus, "turbine"), hits(&corpus, "kiln")), (vec![2], vec![], vec![1]));
    assert_eq!((corpus.len(), corpus.row(Uuid::from_u128(1))), (2, Some(row)));
    corpus.apply(vec![Change::Delete(Uuid::from_u128(1)), Change::Delete(Uuid::from_u128(77))], 3).unwrap();
    assert!(hits(&corpus, "kiln").is_empty() && !corpus.contains(Uuid::from_u128(1)));
    assert_eq!((corpus.id(row), corpus.facts(row), corpus.stored(row).unwrap()), (None, None, None));
    drop(corpus);
    let corpus = open(dir.path());
    corpus.apply(upserts(&[document(4, "en", "Crane", "")]), 4).unwrap();
    assert_eq!(
        (corpus.len(), corpus.row(Uuid::from_u128(4))),
        (2, Some(row)),
        "an emptied row is used again after opening"
    );
}

#[test]
fn no_text_is_embedded_twice_not_even_after_a_rebuild() {
    let dir = tempfile::tempdir().unwrap();
    let cache = Arc::new(EmbeddingCache::open(&dir.path().join("embeddings.redb")).unwrap());
    let fake = Arc::new(Fake::default());
    let documents = [
        document(1, "en", "Pump", "It is solar. It is small."),
        document(2, "en", "Pump", "It is solar. It is large."),
    ];
    let corpus = open_embedding(&dir.path().join("a"), &cache, &fake);
    corpus.apply(upserts(&documents), 1).unwrap();
    assert_eq!(corpus.pending(Model::Use), 2);
    embed_all(&corpus);
    // two records, and of their parts: Pump, solar, small, large
    assert_eq!(fake.texts.load(Ordering::Relaxed), 2 * (2 + 4));
    assert_eq!((corpus.pending(Model::Use), corpus.pending(Model::E5)), (0, 0));
    let rebuilt = open_embedding(&dir.path().join("b"), &cache, &fake);
    rebuilt.apply(upserts(&documents), 1).unwrap();
    embed_all(&rebuilt);
    assert_eq!(fake.texts.load(Ordering::Relaxed), 12);
    let row = |corpus: &Corpus| corpus.row(Uuid::from_u128(2)).unwrap();
    assert_eq!(corpus.record_vectors(row(&corpus)), rebuilt.record_vectors(row(&rebuilt)));
    let embedded = corpus.embedder().document(&documents[1], Role::Passage).unwrap();
    assert_eq!((embedded.record, fake.texts.load(Ordering::Relaxed)), (corpus.record_vectors(row(&corpus)), 12));
}

#[test]
fn vectors_stay_with_their_texts_and_come_back_after_opening() {
    let dir = tempfile::tempdir().unwrap();
    let fake = Arc::new(Fake::default());
    let corpus = Corpus::open(dir.path(), CorpusOptions::default(), None, Some(fake.clone())).unwrap();
    let mut one = document(1, "zh", "太阳能水泵", "适合干旱地区。重9公斤。");
    corpus.apply(upserts(&[one.clone(), document(2, "zh", "过滤器", "耐用。")]), 1).unwrap();
    assert_eq!(corpus.embed_pending(Model::Use, 1).unwrap(), 1);
    let newest = corpus.row(Uuid::from_u128(2)).unwrap();
    assert!(corpus.record_vectors(newest)[0].is_some(), "the newest comes first");
    embed_all(&corpus);
    one.facts.trl = Some(7);
    corpus.apply(upserts(&[one.clone()]), 2).unwrap();
    assert_eq!(corpus.pending(Model::Use), 0, "facts are not embedded");
    let row = corpus.row(Uuid::from_u128(1)).unwrap();
    let (stored, vectors) = (corpus.stored(row).unwrap().unwrap(), corpus.part_vectors(row).unwrap().unwrap());
    assert_eq!((stored.parts.len(), vectors.len()), (3, 3));
    let expected = PartVector::new(&vector(Model::E5, &stored.parts[2]));
    assert!(vectors.cosine(Model::E5, 2, &expected).unwrap() > 0.99);
    assert_eq!(vectors.nearest(&[None, Some(expected)]).unwrap().0, 2);
    drop(corpus);
    let corpus = Corpus::open(dir.path(), CorpusOptions::default(), None, Some(fake)).unwrap();
    assert_eq!(
        (corpus.pending(Model::Use), corpus.pending(Model::E5), corpus.facts(row).unwrap().trl),
        (0, 0, Some(7))
    );
    assert!(corpus.record_vectors(row).iter().all(Option::is_some));
    one.text.push_str("更好。");
    corpus.apply(upserts(&[one]), 3).unwrap();
    assert_eq!((corpus.pending(Model::Use), corpus.part_vectors(row).unwrap().is_none()), (1, true));
}

#[test]
fn candidates_join_words_and_meaning_and_know_every_value_of_each() {
    let dir = tempfile::tempdir().unwrap();
    let fake = Arc::new(Fake::default());
    let corpus = Corpus::open(dir.path(), CorpusOptions::default(), None, Some(fake)).unwrap();
    let documents: Vec<Document> =
        (1..40).map(|number| document(number, "en", &format!("machine {number}"), "Works.")).collect();
    corpus.apply(upserts(&documents), 1).unwrap();
    embed_all(&corpus);
    let asked = vector(Model::Use, &documents[20].embedded_text());
    let query = CandidateQuery { lang: "en", words: &[("machine 17", 1.0)], things: &[], vectors: [Some(asked), None] };
    let candidates = corpus.candidates(&query, 3, 2).unwrap();
    let by_id = |number: u128| candidates.iter().find(|one| corpus.id(one.row) == Some(Uuid::from_u128(number)));
    assert!(candidates.len() == 5 || candidates.len() == 4, "{candidates:?}");
    let (words, meaning) = (by_id(17).unwrap(), by_id(21).unwrap());
    assert!(words.words > meaning.words && meaning.words > 0.0);
    assert!(meaning.cosine[0].unwrap() > 0.99 && words.cosine[0].is_some() && words.cosine[1].is_none());
}

#[test]
fn a_search_finds_its_words_in_any_of_the_languages() {
    let dir = tempfile::tempdir().unwrap();
    let corpus = open(dir.path());
    let mut translated = document(5, "zh", "海水淡化装置", "日产500吨。");
    translated.translations.push(Translated {
        lang: "ar".into(),
        title: "وحدة تحلية المياه".into(),
        text: String::new(),
    });
    let documents = [
        document(1, "zh", "太阳能发电机", "功率120千瓦，符合ISO 9001。"),
        document(2, "fr", "Économie d’eau", "Irrigation goutte à goutte."),
        document(3, "ru", "Опреснение", "Установка опреснения морской воды."),
        document(4, "en", "Street lights", "LED lamps of 120 kW in all. 中文名称：路灯。"),
        translated,
    ];
    corpus.apply(upserts(&documents), 1).unwrap();
    assert_eq!(hits(&corpus, "發電機"), [1]);
    assert_eq!(hits(&corpus, "economie eau"), [2]);
    assert_eq!(hits(&corpus, "морская вода"), [3]);
    assert_eq!(hits(&corpus, "street light"), [4]);
    assert_eq!(hits(&corpus, "تحلية"), [5]);
    assert_eq!(hits(&corpus, "路灯"), [4]);
    assert_eq!(hits(&corpus, "ISO 9001"), [1]);
    let query =
        CandidateQuery { lang: "ru", words: &[("лампы 120 кВт", 1.0)], things: &[], vectors: [None, None] };
    let mut found = ids(&corpus, corpus.candidates(&query, 9, 0).unwrap().iter().map(|one| one.row));
    found.sort_unstable();
    assert_eq!(found, [1, 4], "120 kW is the same in every language");
}

#[test]
fn vectors_made_elsewhere_are_taken_in_for_benchmarks() {
    let dir = tempfile::tempdir().unwrap();
    let corpus = open(dir.path());
    let made =
        Vectors { record: Model::ALL.map(|model| Some(PartVector::new(&vector(model, "x")))), parts: [None, None] };
    corpus.apply_with_vectors(vec![(document(1, "en", "Pump", "It runs."), made)], 1).unwrap();
    assert_eq!((corpus.pending(Model::Use), corpus.pending(Model::E5)), (0, 0));
    let query = CandidateQuery { lang: "en", words: &[], things: &[], vectors: [Some(vector(Model::Use, "x")), None] };
    assert_eq!(corpus.candidates(&query, 5, 5).unwrap().len(), 1);
    assert!(corpus.index_bytes() > 0);
}

#[test]
fn a_folder_in_use_or_of_another_format_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let corpus = open(dir.path());
    let again = Corpus::open(dir.path(), CorpusOptions::default(), None, None);
    assert!(matches!(again, Err(CorpusError::Locked { .. })));
    drop(corpus);
    let records = dir.path().join("records.redb");
    std::fs::write(&records, b"something else entirely").unwrap();
    let again = Corpus::open(dir.path(), CorpusOptions::default(), None, None);
    assert!(matches!(again, Err(CorpusError::Unusable { .. })));
    // What cannot be opened is not taken for damaged.
    std::fs::remove_file(&records).unwrap();
    std::fs::create_dir(&records).unwrap();
    let again = Corpus::open(dir.path(), CorpusOptions::default(), None, None);
    assert!(matches!(again, Err(CorpusError::Storage(_))));
}

#[test]
fn a_text_that_two_ask_for_at_once_is_embedded_once() {
    let dir = tempfile::tempdir().unwrap();
    let cache = Arc::new(EmbeddingCache::open(&dir.path().join("embeddings.redb")).unwrap());
    let fake = Arc::new(Fake::default());
    let embedder = Embedder::new(Some(fake.clone()), Some(cache));
    let asked = document(1, "en", "Pump", "It is solar. It is small.");
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| embedder.document(&asked, Role::Query).unwrap());
        }
    });
    // for each model the record and three parts
    assert_eq!(fake.texts.load(Ordering::Relaxed), 2 * (1 + 3));
}

#[test]
fn a_demand_that_is_matched_before_its_vectors_are_stored_is_embedded_once() {
    let dir = tempfile::tempdir().unwrap();
    let cache = Arc::new(EmbeddingCache::open(&dir.path().join("embeddings.redb")).unwrap());
    let fake = Arc::new(Fake::default());
    let corpus =
        Corpus::open(&dir.path().join("d"), CorpusOptions::demands(), Some(cache), Some(fake.clone())).unwrap();
    let mut asked = document(1, "fr", "Pompe", "Elle est solaire.");
    asked.requirements = vec![Requirement { text: "Moins de 9 kg".into(), priority: Priority::Must }];
    let profile = Profile::of(&asked, Role::Query, corpus.embedder()).unwrap();
    let once = fake.texts.load(Ordering::Relaxed);
    assert!(once > 0);
    corpus.apply(upserts(&[asked.clone()]), 1).unwrap();
    embed_all(&corpus);
    Profile::of(&asked, Role::Query, corpus.embedder()).unwrap();
    assert_eq!(fake.texts.load(Ordering::Relaxed), once, "nothing was embedded again");
    let row = corpus.row(asked.id).unwrap();
    assert_eq!(profile.record, corpus.record_vectors(row));
    let stored = corpus.part_vectors(row).unwrap().unwrap();
    assert!(
        profile.stored.parts.len() == 4
            && (0..4).all(|part| stored.get(Model::E5, part) == profile.vectors.get(Model::E5, part))
    );
}

#[test]
fn a_word_index_whose_folder_goes_away_refuses_changes_and_takes_them_again_when_it_is_back() {
    let dir = tempfile::tempdir().unwrap();
    let corpus = open(dir.path());
    corpus.apply(upserts(&[document(1, "en", "Pump", "")]), 1).unwrap();
    let (words, away) = (dir.path().join("words"), dir.path().join("away"));
    std::fs::rename(&words, &away).unwrap();
    // What failed cannot be taken back either. The second time there was a panic that said that no lock is held.
    for _ in 0..3 {
        assert!(corpus.apply(upserts(&[document(2, "en", "Filter", "")]), 2).is_err());
    }
    assert_eq!(corpus.last_change(), 1);
    std::fs::rename(&away, &words).unwrap();
    corpus.apply(upserts(&[document(2, "en", "Filter", ""), document(3, "en", "Filter", "")]), 3).unwrap();
    assert_eq!((hits(&corpus, "pump"), hits(&corpus, "filter").len()), (vec![1], 2));
    let inspection = corpus.inspect().unwrap();
    assert_eq!((inspection.records.len(), inspection.without_words.len(), inspection.words_only), (3, 0, 0));
    drop(corpus);
    assert_eq!(hits(&open(dir.path()), "pump"), [1], "the lock was given back");
}

#[test]
fn a_thing_is_found_by_its_name_in_any_language() {
    let dir = tempfile::tempdir().unwrap();
    let corpus = open(dir.path());
    let french = document(1, "fr", "Maladie du bananier", "Des plants sains pour les parcelles contaminées.");
    let swahili = document(2, "sw", "Mihogo", "Mbegu bora za muhogo.");
    let other = document(3, "fr", "Pompe solaire", "Elle marche sans réseau.");
    let onions = document(4, "zh", "洋葱与甜椒", "通风贮藏。");
    let english = document(5, "en", "Mill", "It grinds paprika.");
    corpus.apply(upserts(&[french, swahili, other, onions, english]), 1).unwrap();
    let found = |text: &str, lang: Option<&str>| -> Vec<Uuid> {
        corpus.text_hits(text, lang, 10).unwrap().iter().filter_map(|hit| corpus.id(hit.row)).collect()
    };
    assert_eq!(found("香蕉", None), [Uuid::from_u128(1)]);
    assert_eq!(found("банан", Some("ru")), [Uuid::from_u128(1)]);
    assert_eq!(found("cassava", None), [Uuid::from_u128(2)]);
    assert_eq!(found("kitunguu maji", None), [Uuid::from_u128(4)], "in a language whose words nobody here has");
    assert_eq!(found("paprika", None), [Uuid::from_u128(5)], "in English the spice, in Indonesian the fruit");
    assert!(found("paprika", Some("id")).contains(&Uuid::from_u128(4)));
    assert!(found("钢琴", None).is_empty());

    let asked = Stored::of(&document(6, "zh", "香蕉与木薯", ""), &corpus.glossary());
    assert_eq!(asked.things.len(), 2);
    let query = CandidateQuery { lang: "zh", words: &[], things: &asked.things, vectors: [None, None] };
    let mut candidates = corpus.candidates(&query, 10, 0).unwrap();
    candidates.sort_by_key(|candidate| candidate.row);
    // Both are equally rare here.
    let shares: Vec<f32> = candidates.iter().map(|candidate| candidate.things).collect();
    assert_eq!(shares, [0.5, 0.5]);
    let rarity = corpus.rarity();
    assert!(asked.things.iter().all(|thing| rarity[usize::from(*thing)] > 0.0));
}

#[test]
fn names_of_ones_own_reach_the_records_that_are_there_and_a_stop_loses_none() {
    let dir = tempfile::tempdir().unwrap();
    let documents = [
        document(1, "ha", "Ayaba", "Shuka mai lafiya."),
        document(2, "fr", "Maladie du bananier", "Des plants sains."),
        document(3, "ha", "Famfo", "Yana aiki da rana."),
    ];
    let own = Own { number: 1, names: vec![("zh".into(), "香蕉".into()), ("ha".into(), "ayaba".into())] };
    let open_with = |glossary: &InUse| {
        let options = CorpusOptions { glossary: glossary.clone(), ..CorpusOptions::default() };
        Corpus::open(dir.path(), options, None, None).unwrap()
    };
    let name_anew = |corpus: &Corpus, documents: &[Document], up_to: Option<u64>| -> Vec<Uuid> {
        let (others, revision) = corpus.named_otherwise(documents.to_vec()).unwrap();
        let ids = others.iter().map(|document| document.id).collect();
        corpus.name_anew(others, revision, up_to).unwrap();
        ids
    };
    let found = |corpus: &Corpus| -> Vec<Uuid> {
        let hits = corpus.text_hits("香蕉", Some("zh"), 10).unwrap();
        let mut ids: Vec<Uuid> = hits.iter().filter_map(|hit| corpus.id(hit.row)).collect();
        ids.sort();
        ids
    };
    let [hausa, french] = [1, 2].map(Uuid::from_u128);
    let in_use = InUse::default();
    {
        let corpus = open_with(&in_use);
        corpus.apply(upserts(&documents), 3).unwrap();
        assert_eq!(corpus.unnamed_after(), None);
        in_use.replace(Glossary::with(std::slice::from_ref(&own), 2));
        assert_eq!((corpus.unnamed_after(), found(&corpus)), (Some(0), vec![french]));
        // The first portion, and then the stop.
        assert_eq!(name_anew(&corpus, &documents[1..2], Some(2)), Vec::<Uuid>::new());
        assert_eq!(corpus.unnamed_after(), Some(2));
    }
    let corpus = open_with(&in_use);
    assert_eq!(corpus.unnamed_after(), Some(0), "begins again");
    assert_eq!(name_anew(&corpus, &documents, Some(3)), [hausa]);
    assert_eq!((corpus.unnamed_after(), found(&corpus)), (None, vec![hausa, french]));
    assert_eq!(corpus.last_change(), 3);
    // Taken back again, with the words that came meanwhile.
    in_use.replace(Glossary::with(&[], 3));
    corpus.apply(upserts(&[document(4, "ha", "Ayaba", "")]), 4).unwrap();
    assert_eq!(name_anew(&corpus, &documents, None), [hausa]);
    assert_eq!((corpus.unnamed_after(), found(&corpus)), (None, vec![french]));
    drop(corpus);
    assert_eq!(open_with(&in_use).unnamed_after(), None, "that all were read is known after a stop");
}
