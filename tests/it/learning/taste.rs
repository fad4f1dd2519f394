//! A broker who is made up: their records, and what they like. Their taste is a function of what stands in two records,
//! with noise; it knows nothing of signals, weights or scores.

use serde_json::{Value, json};
use siku::matching::life::Reason;
use siku_index::signals::units::Interval;

use super::roll;

/// Offers of each technology of the demo, and demands for each of its demands: the same text on other terms.
const OFFERS: usize = 4;
const VARIANTS: usize = 5;
const MODES: [&str; 9] = [
    "licence",
    "assignment",
    "sale",
    "joint_rd",
    "joint_venture",
    "technical_service",
    "turnkey",
    "demonstration",
    "training",
];
/// Countries that technologies of the demo are often meant for.
const COUNTRIES: [&str; 12] = ["KE", "EG", "UZ", "KZ", "ET", "SN", "NP", "SA", "MN", "RS", "CL", "ZM"];

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn name(record: &Value) -> &str {
    record["external_id"].as_str().unwrap()
}

/// Each record of a file several times; all but the first vary.
fn several(text: &str, count: usize, vary: impl Fn(&mut Value)) -> Vec<Value> {
    let mut all = Vec::new();
    for record in lines(text) {
        for variant in 0..count {
            let mut one = record.clone();
            one["external_id"] = format!("{}-{variant}", name(&record)).into();
            if variant > 0 {
                vary(&mut one);
            }
            all.push(one);
        }
    }
    all
}

/// The technologies of the demo, each offered by several firms on terms of their own.
pub fn technologies() -> Vec<Value> {
    several(include_str!("../../../seeds/technologies.jsonl"), OFFERS, vary_offer)
}

/// The demands of the demo, each from several countries on terms of their own.
pub fn demands() -> Vec<Value> {
    several(include_str!("../../../seeds/demands.jsonl"), VARIANTS, vary_demand)
}

/// With another temperature range beside the other conditions.
fn at(record: &Value, cold: i64, hot: i64) -> Value {
    let others = record["operating_conditions"].as_array().cloned().unwrap_or_default();
    let mut conditions = vec![json!({"quantity": "temperature", "min": cold, "max": hot, "unit": "°C"})];
    conditions.extend(others.into_iter().filter(|one| one["quantity"] != "temperature"));
    conditions.into()
}

fn vary_offer(technology: &mut Value) {
    let name = name(technology).to_owned();
    let pick = |what: &str, below: usize| roll(&[what, &name], below as u64) as usize;
    technology["trl"] = json!(4 + pick("trl", 6));
    technology["cooperation_modes"] = json!([MODES[pick("mode", 9)], MODES[pick("other mode", 9)]]);
    let served = COUNTRIES.iter().copied().filter(|code| pick(code, 3) == 0);
    technology["target_countries"] = served.collect();
    technology["operating_conditions"] =
        at(technology, [-40, -20, 0, 5][pick("cold", 4)], [40, 50, 60, 70][pick("hot", 4)]);
}

fn vary_demand(demand: &mut Value) {
    let name = name(demand).to_owned();
    let pick = |what: &str, below: usize| roll(&[what, &name], below as u64) as usize;
    demand["country"] = COUNTRIES[pick("country", COUNTRIES.len())].into();
    demand["accepted_modes"] = json!([MODES[pick("mode", 9)], MODES[pick("other mode", 9)]]);
    demand["min_trl"] = json!(4 + pick("trl", 6));
    demand["operating_conditions"] = at(demand, [-35, -20, -5, 5][pick("cold", 4)], [35, 45, 50, 60][pick("hot", 4)]);
}

/// What a broker does with a pair on a day: takes it up, or dismisses it and says why. The day makes the noise.
pub fn verdict(demand: &Value, technology: &Value, day: &str) -> Option<Reason> {
    let parts = [
        (covers(demand, technology), Reason::RequirementMissed),
        (modes(demand, technology), Reason::OffTopic),
        (country(demand, technology), Reason::CountryNotServed),
        (readiness(demand, technology), Reason::TooEarly),
        (field(demand, technology), Reason::OffTopic),
    ];
    let names = [name(demand), name(technology)];
    // The sum of three dice is nearly normal: mean 0, deviation 0.87.
    let dice: f64 =
        (0..3).map(|die| roll(&[&format!("{die}{day}"), names[0], names[1]], 1_001) as f64 / 500.0 - 1.0).sum();
    let liking = parts.iter().map(|(points, _)| points).sum::<f64>() + 0.87 * dice - 2.2;
    if liking > 0.0 {
        return None;
    }
    // Some of the time nobody says what it was about.
    if roll(&[&format!("silent{day}"), names[0], names[1]], 12) == 0 {
        return Some(Reason::NotNow);
    }
    parts.iter().min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, reason)| *reason)
}

/// Every operating condition that both name has to hold; a miss is a bad thing.
fn covers(demand: &Value, technology: &Value) -> f64 {
    let interval = |one: &Value| Interval::new(one["min"].as_f64(), one["max"].as_f64(), one["unit"].as_str()?);
    let list = |record: &Value| record["operating_conditions"].as_array().cloned().unwrap_or_default();
    let (mut held, mut missed) = (0, 0);
    for wanted in list(demand) {
        for offered in list(technology).iter().filter(|one| one["quantity"] == wanted["quantity"]) {
            let (Some(wanted), Some(offered)) = (interval(&wanted), interval(offered)) else { continue };
            match offered.contains_share(&wanted) {
                Some(share) if share > 0.9 => held += 1,
                Some(_) => missed += 1,
                None => {}
            }
        }
    }
    match (held, missed) {
        (0, 0) => 0.0,
        (_, 0) => 1.5,
        (_, 1) => -1.0,
        _ => -2.0,
    }
}

fn texts(record: &Value, column: &str) -> Vec<String> {
    let list = record[column].as_array().cloned().unwrap_or_default();
    list.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn modes(demand: &Value, technology: &Value) -> f64 {
    let offered = texts(technology, "cooperation_modes");
    if texts(demand, "accepted_modes").iter().any(|mode| offered.contains(mode)) { 1.2 } else { -1.2 }
}

fn country(demand: &Value, technology: &Value) -> f64 {
    let served = texts(technology, "target_countries");
    if served.iter().any(|code| demand["country"] == code.as_str()) { 1.5 } else { -0.5 }
}

fn readiness(demand: &Value, technology: &Value) -> f64 {
    let level = |value: &Value| value.as_f64().unwrap();
    let margin = level(&technology["trl"]) - level(&demand["min_trl"]);
    if margin >= 0.0 { 0.6 } else { (0.9 * margin).max(-2.7) }
}

fn field(demand: &Value, technology: &Value) -> f64 {
    let first = |code: &String| code.split('.').next().unwrap_or_default().to_owned();
    let offered: Vec<String> = texts(technology, "fields").iter().map(first).collect();
    if texts(demand, "fields").iter().any(|code| offered.contains(&first(code))) { 0.5 } else { -0.5 }
}
