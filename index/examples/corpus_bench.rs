//! What a corpus costs: words indexed a second, a question's candidates, memory.
//!
//! `cargo run --release -p siku-index --example corpus_bench -- [records] [file]`
//!
//! Records are made up (fixed seed; Chinese and English in halves; 200–600 characters; words by
//! Zipf's law), or, with a file of JSON Lines, put together from the sentences of its
//! descriptions. Vectors are made up in clusters: no language model is needed or measured.

use std::time::Instant;

use anyhow::Context;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use siku_index::analyze::sentences;
use siku_index::corpus::{CandidateQuery, Change, Corpus, CorpusOptions, Document, Model, PartVector, Vectors};
use uuid::Uuid;

const BATCH: usize = 5_000;
const QUESTIONS: usize = 300;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let records: usize = arguments.next().map_or(Ok(100_000), |text| text.parse())?;
    let mut writer = Writer::new(arguments.next().as_deref())?;
    let dir = std::env::temp_dir().join(format!("corpus_bench.{}", std::process::id()));
    let answer = run(records, &mut writer, &dir);
    std::fs::remove_dir_all(&dir).context("cannot remove the folder of the benchmark")?;
    answer
}

fn run(records: usize, writer: &mut Writer, dir: &std::path::Path) -> anyhow::Result<()> {
    let documents: Vec<Document> = (0..records).map(|number| writer.document(number)).collect();
    let characters: usize = documents.iter().map(|one| one.text.chars().count()).sum();
    println!(
        "{records} records of {} characters on average; memory before: {} MB",
        characters / records.max(1),
        memory()
    );

    siku_index::analyze::warm_up();
    let corpus = Corpus::open(&dir.join("words"), CorpusOptions::default(), None, None)?;
    let (started, cpu) = (Instant::now(), process_cpu());
    for (number, batch) in documents.chunks(BATCH).enumerate() {
        corpus.apply(batch.iter().cloned().map(Change::upsert).collect(), number as u64 + 1)?;
    }
    let (seconds, cpu) = (started.elapsed().as_secs_f64(), process_cpu() - cpu);
    println!(
        "words only: {:.0} records/s, {:.0} records/s per core ({seconds:.1} s, {cpu:.1} s CPU); {} MB on disk",
        records as f64 / seconds,
        records as f64 / cpu,
        corpus.index_bytes() >> 20
    );
    drop(corpus);

    let corpus = Corpus::open(&dir.join("vectors"), CorpusOptions::default(), None, None)?;
    for (number, batch) in documents.chunks(BATCH).enumerate() {
        let batch = batch.iter().cloned().map(|document| (document, writer.vectors()));
        corpus.apply_with_vectors(batch.collect(), number as u64 + 1)?;
    }
    drop(documents);
    println!("with vectors: {} MB on disk, memory {} MB", corpus.index_bytes() >> 20, memory());
    drop(corpus);
    let opened = Instant::now();
    let corpus = Corpus::open(&dir.join("vectors"), CorpusOptions::default(), None, None)?;
    println!("opened again in {:.2} s, memory {} MB", opened.elapsed().as_secs_f64(), memory());
    let cpu = process_cpu();
    ask(&corpus, writer)?;
    println!("{:.2} ms of CPU a question for all four", (process_cpu() - cpu) * 1e3 / QUESTIONS as f64);
    println!("memory at the end: {} MB", memory());
    Ok(())
}

fn ask(corpus: &Corpus, writer: &mut Writer) -> anyhow::Result<()> {
    let (mut words, mut meaning, mut both, mut close) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for number in 0..QUESTIONS {
        let document = writer.document(number);
        let vectors = writer.vectors().record.map(|vector| vector.map(|vector| vector.to_f32()));
        let texts = [(document.title.as_str(), 2.0), (document.text.as_str(), 1.0)];
        let lexical = CandidateQuery { lang: &document.lang, words: &texts, vectors: [None, None] };
        let semantic = CandidateQuery { lang: &document.lang, words: &[], vectors: vectors.clone() };
        let hybrid = CandidateQuery { vectors, ..lexical.clone() };
        words.push(timed(|| corpus.candidates(&lexical, 200, 0))?.0);
        meaning.push(timed(|| corpus.candidates(&semantic, 0, 200))?.0);
        let (time, found) = timed(|| corpus.candidates(&hybrid, 200, 200))?;
        both.push(time);
        let rows: Vec<u32> = found.iter().map(|one| one.row).take(100).collect();
        let read = || -> siku_index::corpus::Result<()> {
            corpus.part_vectors_of(&rows)?;
            rows.iter().for_each(|row| drop(corpus.facts(*row)));
            Ok(())
        };
        close.push(timed(read)?.0);
    }
    report("candidates by words", words);
    report("candidates by meaning", meaning);
    report("candidates by both", both);
    report("vectors of parts and facts of 100", close);
    Ok(())
}

fn report(what: &str, mut milliseconds: Vec<f64>) {
    milliseconds.sort_by(f64::total_cmp);
    let at = |share: f64| milliseconds.get((milliseconds.len() as f64 * share) as usize).copied().unwrap_or_default();
    println!("{what}: ms p50 {:.2}, p95 {:.2}, p99 {:.2}", at(0.5), at(0.95), at(0.99));
}

/// Milliseconds of one call.
fn timed<T, E: std::error::Error + Send + Sync + 'static>(
    call: impl FnOnce() -> Result<T, E>,
) -> anyhow::Result<(f64, T)> {
    let started = Instant::now();
    let answer = call()?;
    Ok((started.elapsed().as_secs_f64() * 1e3, answer))
}

/// CPU seconds of this process.
fn process_cpu() -> f64 {
    let line = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<f64> =
        line.rsplit(") ").next().unwrap_or_default().split(' ').filter_map(|field| field.parse().ok()).collect();
    // state is no number, so utime and stime are the 11th and 12th of the numbers
    (fields.get(10).unwrap_or(&0.0) + fields.get(11).unwrap_or(&0.0)) / 100.0
}

fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or_default() / 1024
}

/// Makes records up.
struct Writer {
    random: ChaCha8Rng,
    sentences: Vec<(String, String)>,
    vocabularies: [Vec<String>; 2],
    centres: Vec<[Vec<f32>; 2]>,
}

impl Writer {
    fn new(file: Option<&str>) -> anyhow::Result<Writer> {
        let mut random = ChaCha8Rng::seed_from_u64(20_260_101);
        let mut quoted = Vec::new();
        for line in file.map(std::fs::read_to_string).transpose()?.iter().flat_map(|text| text.lines()) {
            let record: serde_json::Value = serde_json::from_str(line)?;
            let (lang, text) =
                (record["lang"].as_str().unwrap_or("zh"), record["description"].as_str().unwrap_or_default());
            quoted.extend(sentences(text, lang).into_iter().map(|sentence| (lang.to_owned(), sentence.to_owned())));
        }
        let han: Vec<char> = "水电机系统技术能源太阳光风力发控制器环境保护处理设备材料新型高效节农业灌溉土壤种植物生产工艺过滤膜分离净化污染监测\
            数据网络智能传感算法模型平台信息安全通道路桥梁隧车辆轨交运输船舶海洋港口地质矿山冶金属钢铁铜铝锂池储氢燃料油气管压缩泵阀\
            热冷温度湿干燥食品加养殖渔牧医疗药物诊断检验病毒菌疫苗康复建筑结构混凝防震火灾预警应急无人飞行航空卫星遥感测绘图像"
            .chars()
            .filter(|one| !one.is_whitespace())
            .collect();
        let chinese = (0..30_000).map(|_| {
            let length = if random.random_bool(0.75) { 2 } else { 3 };
            (0..length).map(|_| han[random.random_range(0..han.len())]).collect()
        });
        let chinese: Vec<String> = chinese.collect();
        let syllables = [
            "ba", "con", "dri", "el", "fil", "gra", "hy", "ir", "ka", "lo", "mem", "nor", "op", "pro", "ra", "sol",
            "tur", "ver", "wa", "zin",
        ];
        let english = (0..30_000).map(|_| {
            let length = random.random_range(2..5);
            (0..length).map(|_| syllables[random.random_range(0..syllables.len())]).collect()
        });
        let english: Vec<String> = english.collect();
        let centres = (0..400)
            .map(|_| Model::ALL.map(|model| (0..model.dim()).map(|_| random.random_range(-1.0..1.0f32)).collect()))
            .collect();
        Ok(Writer { random, sentences: quoted, vocabularies: [chinese, english], centres })
    }

    fn document(&mut self, number: usize) -> Document {
        let chinese = number.is_multiple_of(2);
        let length = self.random.random_range(200..600);
        let (lang, text) = if self.sentences.is_empty() {
            (if chinese { "zh" } else { "en" }.to_owned(), self.text(length, chinese))
        } else {
            self.quote(length)
        };
        let title = text.chars().take(if lang == "zh" { 15 } else { 50 }).collect();
        Document { id: Uuid::from_u128((7 << 64) + number as u128), lang, title, text, ..Document::default() }
    }

    fn quote(&mut self, length: usize) -> (String, String) {
        let (lang, mut text) = self.sentences[self.random.random_range(0..self.sentences.len())].clone();
        while text.chars().count() < length {
            let (other, sentence) = &self.sentences[self.random.random_range(0..self.sentences.len())];
            if *other == lang {
                text.push_str(sentence);
            }
        }
        (lang, text)
    }

    fn text(&mut self, length: usize, chinese: bool) -> String {
        let mut text = String::new();
        let (mut used, mut in_sentence) = (0, 0);
        while used < length {
            let vocabulary = &self.vocabularies[usize::from(!chinese)];
            // Zipf's law by the inverse of its distribution
            let rank = (vocabulary.len() as f64).powf(self.random.random_range(0.0..1.0f64)) as usize;
            let word = &vocabulary[(rank - 1).min(vocabulary.len() - 1)];
            text.push_str(word);
            used += word.chars().count();
            in_sentence += 1;
            let ends = in_sentence > 12;
            text.push_str(match (chinese, ends) {
                (true, true) => "。",
                (true, false) => "",
                (false, true) => ". ",
                (false, false) => " ",
            });
            if ends {
                in_sentence = 0;
            }
        }
        text
    }

    fn vectors(&mut self) -> Vectors {
        let centre = self.random.random_range(0..self.centres.len());
        let pair = Model::ALL.map(|model| self.noisy(centre, model));
        let parts = pair.clone().map(|vector| Some(vec![vector; 8]));
        Vectors { record: pair.map(Some), parts }
    }

    fn noisy(&mut self, centre: usize, model: Model) -> PartVector {
        let Writer { random, centres, .. } = self;
        let mut vector: Vec<f32> =
            centres[centre][model.position()].iter().map(|value| value + random.random_range(-1.5..1.5f32)).collect();
        let norm = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
        vector.iter_mut().for_each(|value| *value /= norm);
        PartVector::new(&vector)
    }
}
