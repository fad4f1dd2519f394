//! How often the checks before submission find something: `cargo run --example checks -- LIBRARY FILE [--show CODE]`.
//!
//! Prints for each code the share of the records of a JSON Lines file that have it; of records that were published
//! elsewhere most of what names or hides somebody is a false alarm. `--show` prints the passages of one code.

use std::collections::BTreeMap;

use anyhow::{Context, bail};
use siku::library::checks::{Checked, check};
use siku::library::{Demands, Head, Institutions, Results, Technologies, Vocabulary, parse_body};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (library, file, show) = match &arguments[..] {
        [library, file] => (library.as_str(), file.as_str(), None),
        [library, file, flag, code] if flag == "--show" => (library.as_str(), file.as_str(), Some(code.as_str())),
        _ => bail!("usage: checks LIBRARY FILE [--show CODE]"),
    };
    match library {
        "technologies" => count::<Technologies>(file, show),
        "demands" => count::<Demands>(file, show),
        "results" => count::<Results>(file, show),
        "institutions" => count::<Institutions>(file, show),
        other => bail!("unknown library {other:?} (technologies, demands, results or institutions)"),
    }
}

fn count<L: Checked>(file: &str, show: Option<&str>) -> anyhow::Result<()> {
    let vocabulary = Vocabulary::seeded();
    let text = std::fs::read_to_string(file).with_context(|| format!("read {file}"))?;
    let (mut records, mut left_out) = (0usize, 0usize);
    let mut shares: BTreeMap<&str, usize> = BTreeMap::new();
    for line in text.lines() {
        let mut columns: serde_json::Map<String, serde_json::Value> = serde_json::from_str(line)?;
        columns.retain(|name, _| !Head::COLUMNS.contains(&name.as_str()));
        let Ok(mut body) = parse_body::<L>(serde_json::Value::Object(columns)) else {
            left_out += 1;
            continue;
        };
        L::normalise(&mut body, &vocabulary);
        records += 1;
        let found = check::<L>(&body, &[]);
        let mut codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes.into_iter().for_each(|code| *shares.entry(code).or_default() += 1);
        for finding in found.iter().filter(|finding| Some(finding.code) == show) {
            println!("{} {}", finding.pointer, finding.found);
        }
    }
    println!("{file}: {records} records, {left_out} that do not parse");
    for (code, count) in shares {
        println!("  {code:18} {count:5}  {:5.1} %", count as f64 * 100.0 / records.max(1) as f64);
    }
    Ok(())
}
