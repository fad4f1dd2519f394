//! A judged collection as a folder: `technologies.jsonl`, `demands.jsonl`, `qrels.tsv` and perhaps
//! `coverage.jsonl`, in the service's own record format. Columns that matching does not use are
//! left aside; a line that does not parse is an error that names file and line.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::analyze::detect;
use crate::corpus::{Condition, Country, Document, ExportControl, Facts, Mode, Price, Priority, Requirement};
use crate::coverage::Verdict;

/// What is judged: texts, grades and perhaps verdicts.
pub struct Collection {
    pub technologies: Vec<Judged>,
    pub demands: Vec<Judged>,
    /// Grade of a pair by (demand, technology), both by their position; 0 where nothing stands.
    pub grades: HashMap<(usize, usize), u8>,
    pub verdicts: Vec<JudgedCoverage>,
}

/// A record of the collection with its own name.
pub struct Judged {
    pub name: String,
    pub document: Document,
}

/// The verdicts of one pair.
pub struct JudgedCoverage {
    pub demand: usize,
    pub technology: usize,
    pub requirements: Vec<JudgedRequirement>,
}

/// What a person said of one requirement.
#[derive(Debug, Clone, Deserialize)]
pub struct JudgedRequirement {
    /// Position in the demand's list, from 0.
    pub requirement: usize,
    pub verdict: Verdict,
    pub evidence: Option<String>,
}

#[derive(Deserialize)]
struct CoverageLine {
    demand: String,
    technology: String,
    coverage: Vec<JudgedRequirement>,
}

#[derive(Deserialize)]
struct RequirementLine {
    text: String,
    #[serde(default)]
    priority: Priority,
}

#[derive(Deserialize)]
struct ConditionLine {
    quantity: String,
    min: Option<f64>,
    max: Option<f64>,
    #[serde(default)]
    unit: String,
}

/// The columns that matching uses, of either library.
#[derive(Deserialize)]
#[serde(default)]
struct RecordLine {
    external_id: String,
    lang: Option<String>,
    title: String,
    summary: String,
    description: String,
    advantages: String,
    alternative: String,
    economic_comparison: String,
    keywords: Vec<String>,
    requirements: Vec<RequirementLine>,
    fields: Vec<String>,
    country: Option<String>,
    target_countries: Vec<String>,
    cooperation_modes: Vec<String>,
    accepted_modes: Vec<String>,
    trl: Option<u8>,
    min_trl: Option<u8>,
    price_min: Option<f64>,
    price_max: Option<f64>,
    budget_min: Option<f64>,
    budget_max: Option<f64>,
    currency: Option<String>,
    operating_conditions: Vec<ConditionLine>,
    valid_until: Option<NaiveDate>,
    export_control: ExportControl,
}

impl Default for RecordLine {
    fn default() -> Self {
        RecordLine {
            external_id: String::new(),
            lang: None,
            title: String::new(),
            summary: String::new(),
            description: String::new(),
            advantages: String::new(),
            alternative: String::new(),
            economic_comparison: String::new(),
            keywords: Vec::new(),
            requirements: Vec::new(),
            fields: Vec::new(),
            country: None,
            target_countries: Vec::new(),
            cooperation_modes: Vec::new(),
            accepted_modes: Vec::new(),
            trl: None,
            min_trl: None,
            price_min: None,
            price_max: None,
            budget_min: None,
            budget_max: None,
            currency: None,
            operating_conditions: Vec::new(),
            valid_until: None,
            export_control: ExportControl::Unscreened,
        }
    }
}

impl RecordLine {
    fn judged(self) -> anyhow::Result<Judged> {
        let lang = self.lang.unwrap_or_else(|| detect(&format!("{} {}", self.title, self.description)).to_owned());
        let modes = self.cooperation_modes.iter().chain(&self.accepted_modes);
        let min = self.price_min.or(self.budget_min);
        let max = self.price_max.or(self.budget_max);
        let facts = Facts {
            fields: self.fields,
            country: self.country.map(|code| code.parse()).transpose()?,
            countries: self.target_countries.iter().map(|code| code.parse::<Country>()).collect::<Result<_, _>>()?,
            modes: modes.filter_map(|code| Mode::from_code(code)).collect(),
            trl: self.trl.or(self.min_trl),
            price: (min.is_some() || max.is_some()).then_some(Price {
                min,
                max,
                currency: self.currency.map(|code| code.parse()).transpose()?,
            }),
            conditions: self
                .operating_conditions
                .into_iter()
                .map(|line| Condition { quantity: line.quantity, min: line.min, max: line.max, unit: line.unit })
                .collect(),
            valid_until: self.valid_until,
            export_control: self.export_control,
            ..Facts::default()
        };
        let more = [self.advantages, self.alternative, self.economic_comparison];
        Ok(Judged {
            name: self.external_id,
            document: Document {
                id: Uuid::now_v7(),
                lang,
                title: self.title,
                summary: self.summary,
                text: self.description,
                more: more.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join("\n"),
                keywords: self.keywords,
                requirements: self
                    .requirements
                    .into_iter()
                    .map(|line| Requirement { text: line.text, priority: line.priority })
                    .collect(),
                translations: Vec::new(),
                facts,
            },
        })
    }
}

fn lines<T: DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<T>> {
    let text = fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            serde_json::from_str(line).with_context(|| format!("{} line {}", path.display(), number + 1))
        })
        .collect()
}

pub(super) fn records(path: &Path) -> anyhow::Result<(Vec<Judged>, HashMap<String, usize>)> {
    let records = lines::<RecordLine>(path)?
        .into_iter()
        .map(RecordLine::judged)
        .collect::<anyhow::Result<Vec<_>>>()
        .with_context(|| path.display().to_string())?;
    let positions: HashMap<String, usize> =
        records.iter().enumerate().map(|(position, record)| (record.name.clone(), position)).collect();
    if positions.len() < records.len() {
        bail!("{}: an external_id stands twice", path.display());
    }
    Ok((records, positions))
}

/// The records of one file.
///
/// # Errors
/// A line that does not parse.
pub fn read_records(path: &Path) -> anyhow::Result<Vec<Judged>> {
    Ok(records(path)?.0)
}

impl Collection {
    /// Reads a folder.
    ///
    /// # Errors
    /// A missing file, or a line that does not parse or names an unknown record.
    pub fn read(dir: &Path) -> anyhow::Result<Collection> {
        let (technologies, technology_at) = records(&dir.join("technologies.jsonl"))?;
        let (demands, demand_at) = records(&dir.join("demands.jsonl"))?;
        let pair = |demand: &str, technology: &str| -> anyhow::Result<(usize, usize)> {
            let demand = demand_at.get(demand).with_context(|| format!("unknown demand {demand:?}"))?;
            let technology =
                technology_at.get(technology).with_context(|| format!("unknown technology {technology:?}"))?;
            Ok((*demand, *technology))
        };

        let qrels = dir.join("qrels.tsv");
        let mut grades = HashMap::new();
        for (number, line) in
            fs::read_to_string(&qrels).with_context(|| format!("read {}", qrels.display()))?.lines().enumerate()
        {
            let at = || format!("{} line {}", qrels.display(), number + 1);
            let columns: Vec<&str> = line.split_whitespace().collect();
            let [demand, _, technology, grade] = columns[..] else {
                if columns.is_empty() {
                    continue;
                }
                bail!("{}: four columns wanted", at());
            };
            // TREC grades may be negative for spam; here that is no answer at all.
            let grade: i32 = grade.parse().with_context(at)?;
            grades.insert(pair(demand, technology).with_context(at)?, grade.clamp(0, 9) as u8);
        }

        let path = dir.join("coverage.jsonl");
        let mut verdicts = Vec::new();
        if path.exists() {
            for line in lines::<CoverageLine>(&path)? {
                let (demand, technology) =
                    pair(&line.demand, &line.technology).with_context(|| path.display().to_string())?;
                verdicts.push(JudgedCoverage { demand, technology, requirements: line.coverage });
            }
        }
        Ok(Collection { technologies, demands, grades, verdicts })
    }
}
