//! What the libraries and matches come to, counted from the database: from suggestion to agreement, time in each state,
//! by country, field and month, gaps, institutions by grade.
//!
//! | file | what |
//! |---|---|
//! | `tracked` | matches with the way they took |
//! | `figures` | what is counted of them and of the libraries |
//! | [`chart`] | a figure as a picture |
//! | [`files`] | a figure as CSV and as a workbook |

pub mod chart;
mod figures;
pub mod files;
mod tracked;

use crate::db::Db;
use crate::library::closed_set::closed_set;

closed_set! {
    /// What is counted.
    pub enum Subject {
        /// How many matches came at least so far.
        #[default]
        Funnel = "funnel" [],
        /// Days that matches stayed in a state.
        Time = "time" [],
        /// Matches by country and field of the demand, and month of the suggestion.
        Spread = "spread" [],
        /// Published demands that nothing answers.
        UnansweredDemands = "unanswered_demands" [],
        /// Published technologies that answer nothing.
        IdleTechnologies = "idle_technologies" [],
        /// Published institutions by grade.
        Grades = "grades" [],
    }
}

/// Of which matches and records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slice {
    /// Country of the demand, or of the record.
    pub country: Option<String>,
    /// Field of the demand, or of the record.
    pub field: Option<String>,
    /// Month in which the match was suggested, `2026-11`.
    pub month: Option<String>,
}

/// What a line of a figure is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    State(String),
    Country(String),
    Field(String),
    Month(String),
    Grade(String),
    /// The record says nothing of it.
    Nothing,
}

/// A figure: lines with labels and numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub subject: Subject,
    /// What the labels are: `state`, `country`, `field`, `month`, `grade`.
    pub heads: &'static [&'static str],
    /// What the numbers are.
    pub measures: &'static [&'static str],
    pub lines: Vec<(Vec<Label>, Vec<f64>)>,
}

/// Everything that is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Dashboard {
    pub figures: Vec<Figure>,
    /// Countries and fields of demands that were ever matched, to choose from.
    pub countries: Vec<String>,
    pub fields: Vec<String>,
}

impl Dashboard {
    /// Counts.
    ///
    /// # Errors
    /// The database failed.
    pub async fn of(db: &Db, slice: &Slice) -> anyhow::Result<Self> {
        let all = tracked::tracked(db).await?;
        let of = |pick: fn(&tracked::Tracked) -> Vec<String>| {
            let mut codes: Vec<String> = all.iter().flat_map(pick).collect();
            codes.sort();
            codes.dedup();
            codes
        };
        let countries = of(|one| one.country.iter().cloned().collect());
        let fields = of(|one| one.fields.clone());
        let within: Vec<&tracked::Tracked> = all.iter().filter(|one| one.is_in(slice)).collect();
        let figures = vec![
            figures::funnel(&within),
            figures::time(&within),
            figures::spread(&within),
            figures::unanswered(db, slice).await?,
            figures::idle(db, slice).await?,
            figures::grades(db, slice).await?,
        ];
        Ok(Self { figures, countries, fields })
    }

    pub fn figure(&self, subject: Subject) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.subject == subject)
    }
}
