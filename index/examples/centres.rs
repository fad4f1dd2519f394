//! Makes `centres.bin` and `pieces.bin` of `index/assets`: `cargo run --release -p siku-index --example centres DIR OUT [MODELS]`.
//!
//! DIR holds the judged collections `ntrex-*` made of NTREX-128 (CC BY-SA 4.0), 1,000 sentences per language: the demands
//! of `ntrex-xx-zh` are in language xx, the technologies of `ntrex-zh-xx` too. OUT/centres.bin gets, per language and then
//! for all together, the mean unit vector of USE, of e5 as query and of e5 as passage (see `embed::centres`), OUT/pieces.bin
//! the directions in which pieces differ most and the place of each language's mean on them (see `embed::pieces`).

use std::path::{Path, PathBuf};

use serde::Deserialize;
use siku_index::embed::centres::LANGUAGES;
use siku_index::embed::{Encoders, Model, Role, pieces};
use siku_index::learn::principal;

#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    title: String,
    #[serde(default)]
    description: String,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [dir, out, rest @ ..] = arguments.as_slice() else { return Err("usage: centres DIR OUT [MODELS]".into()) };
    let encoders = Encoders::open(rest.first().map_or(Path::new("models"), PathBuf::as_path))?;
    let mut rows: Vec<Vec<f32>> = Vec::new();
    let (mut states, mut means) = (Vec::new(), Vec::new());
    for lang in LANGUAGES {
        let texts = sentences(dir, lang)?;
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut row = Vec::new();
        for (model, role) in [(Model::Use, Role::Query), (Model::E5, Role::Query), (Model::E5, Role::Passage)] {
            row.extend(mean(&encoders.encode_parallel(model, role, &texts)?, model.dim()));
        }
        println!("{lang}: {} sentences", texts.len());
        rows.push(row);
        let own = encoders.encode_with_states(Model::E5, Role::Passage, &texts)?;
        let own: Vec<Vec<f32>> = own
            .iter()
            .flat_map(|(_, states)| states.values.chunks_exact(Model::E5.dim()))
            .map(<[f32]>::to_vec)
            .collect();
        let centre = mean(&own, Model::E5.dim());
        // enough to find the directions by
        states.extend(own.iter().step_by(4).map(|state| difference(state, &centre)));
        means.push(centre);
    }
    let width = rows.first().map_or(0, Vec::len);
    rows.push(mean(&rows, width));
    write(&out.join("centres.bin"), &rows.concat())?;

    means.push(mean(&means, Model::E5.dim()));
    let directions = principal(&states, pieces::WIDTH);
    let place = |mean: &Vec<f32>| -> Vec<f32> {
        directions.iter().map(|direction| direction.iter().zip(mean).map(|(a, b)| a * b).sum()).collect()
    };
    let places: Vec<f32> = means.iter().flat_map(place).collect();
    write(&out.join("pieces.bin"), &[directions.concat(), places].concat())?;
    Ok(())
}

fn write(path: &Path, numbers: &[f32]) -> std::io::Result<()> {
    std::fs::write(path, numbers.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>())
}

fn difference(from: &[f32], what: &[f32]) -> Vec<f32> {
    from.iter().zip(what).map(|(from, what)| from - what).collect()
}

fn sentences(dir: &Path, lang: &str) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let file = match lang {
        // Chinese is the other side of every pair
        "zh" => dir.join("ntrex-en-zh/technologies.jsonl"),
        _ => dir.join(format!("ntrex-{lang}-zh/demands.jsonl")),
    };
    let lines = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut sentences = Vec::new();
    for line in lines.lines() {
        let record: Record = serde_json::from_str(line)?;
        sentences.push(format!("{} {}", record.title, record.description).trim().to_owned());
    }
    Ok(sentences)
}

fn mean(vectors: &[Vec<f32>], width: usize) -> Vec<f32> {
    let mut sum = vec![0.0f64; width];
    for vector in vectors {
        sum.iter_mut().zip(vector).for_each(|(sum, value)| *sum += f64::from(*value));
    }
    sum.iter().map(|sum| (sum / vectors.len() as f64) as f32).collect()
}
