//! How fast the encoders are here: `cargo run --release -p siku-index --example embed_bench [MODELS]`.
//!
//! Prints, on one thread: the time to open, milliseconds per text at 16, 64 and 256 pieces (median), records of 300
//! characters per second in a batch, a demand of 60 words, and resident memory.

use std::path::PathBuf;
use std::time::Instant;

use siku_index::embed::{Encoders, Model, Role};

const WORDS: &str = "We need a low cost solar powered drip irrigation controller for small farms without grid access that \
    reduces water use by at least forty percent and can be repaired locally with common tools while technicians receive \
    training in the regional language and spare parts are delivered within two weeks under a three year guarantee from \
    the supplier or its partner in the country";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = std::env::args().nth(1).map_or_else(|| PathBuf::from("models"), PathBuf::from);
    let before = resident();
    let start = Instant::now();
    let encoders = Encoders::open(&dir)?;
    println!("open {:.0} ms, resident {:.1} MB (before {:.1} MB)", milliseconds(start), resident(), before);
    for missing in encoders.missing() {
        println!("missing: {}", missing.file.display());
    }
    let single = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    for model in Model::ALL.into_iter().filter(|&model| encoders.has(model)) {
        for pieces in [16, 64, 256] {
            let text = text_of(&encoders, model, pieces)?;
            println!("{} {pieces} pieces: {:.2} ms", model.name(), median(&encoders, model, &text)?);
        }
        let demand = WORDS.split(' ').take(60).collect::<Vec<_>>().join(" ");
        println!("{} demand of 60 words: {:.2} ms", model.name(), median(&encoders, model, &demand)?);
        for (label, sample) in [("en", WORDS.repeat(4)), ("zh", CHINESE.repeat(12))] {
            let letters: Vec<char> = sample.chars().collect();
            let records: Vec<String> = (0..200).map(|i| letters[i..i + 300].iter().collect()).collect();
            let texts: Vec<&str> = records.iter().map(String::as_str).collect();
            let start = Instant::now();
            single.install(|| encoders.encode_parallel(model, Role::Passage, &texts))?;
            let rate = texts.len() as f64 * 1000.0 / milliseconds(start);
            println!("{} batch, {label}, 300 characters: {rate:.0} records/s", model.name());
        }
        println!("resident {:.1} MB", resident());
    }
    Ok(())
}

const CHINESE: &str = "采用太阳能供电的滴灌控制器可在无电网地区运行，节水率达到百分之四十五以上，适合小型农场使用。";

fn text_of(encoders: &Encoders, model: Model, pieces: usize) -> Result<String, Box<dyn std::error::Error>> {
    let mut text = String::new();
    for word in WORDS.split(' ').cycle() {
        let longer = format!("{text} {word}");
        if encoders.pieces(model, Role::Query, &longer)? > pieces {
            break;
        }
        text = longer;
    }
    Ok(text)
}

fn median(encoders: &Encoders, model: Model, text: &str) -> Result<f64, Box<dyn std::error::Error>> {
    let mut times = Vec::new();
    for _ in 0..21 {
        let start = Instant::now();
        encoders.encode(model, Role::Query, &[text])?;
        times.push(milliseconds(start));
    }
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

/// Resident memory in megabytes; 0 where there is no /proc.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|rest| rest.trim().split(' ').next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
