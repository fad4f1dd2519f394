//! What the libraries and matches come to, counted from the database: from suggestion to agreement, time in each state,
//! by country, field and month, gaps, institutions by grade.
//!
//! | file | what |
//! |---|---|
//! | `tracked` | matches with the way they took, kept in memory |
//! | `figures` | what is counted of them and of the libraries |
//! | [`chart`] | a figure as a picture |
//! | [`files`] | a figure as CSV and as a workbook |

pub mod chart;
mod figures;
pub mod files;
mod tracked;

use roaring::RoaringBitmap;
use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

use self::tracked::{Ways, count_events};
use crate::db::Db;
use crate::library::closed_set::closed_set;
use crate::library::store::Counts;
use crate::library::{CodeKind, Demands, Institutions, Technologies};

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
    /// Year and month, from 1.
    Month((i32, u32)),
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

/// Counts, from what is kept of matches and libraries in memory.
#[derive(Debug, Default)]
pub struct Counter(RwLock<Ways>);

impl Counter {
    /// Takes in what is stored, so that no reader has to wait for it.
    ///
    /// # Errors
    /// The database failed.
    pub async fn prepare(&self, db: &Db) -> anyhow::Result<()> {
        self.current(db).await.map(drop)
    }

    /// Counts what is there now.
    ///
    /// # Errors
    /// The database failed.
    pub async fn count(&self, db: &Db, counts: &Counts, slice: &Slice) -> anyhow::Result<Dashboard> {
        // Matches before records: the sides of a match are there before it.
        let ways = self.current(db).await?;
        let demands = counts.current::<Demands>(db).await?;
        let technologies = counts.current::<Technologies>(db).await?;
        let institutions = counts.current::<Institutions>(db).await?;
        let in_slice = figures::within(&demands, slice);
        let month = slice.month.as_deref().map(parsed_month);
        let mut matched = RoaringBitmap::new();
        let (mut answered, mut answering) = (RoaringBitmap::new(), RoaringBitmap::new());
        let mut all = Vec::new();
        for one in ways.all() {
            let demand = demands.number(one.demand);
            matched.extend(demand);
            if one.open {
                answered.extend(demand);
                answering.extend(technologies.number(one.technology));
            }
            let is_of_month = month.is_none_or(|month| month == Some(one.month()));
            if is_of_month && demand.is_some_and(|number| in_slice.contains(number)) {
                all.push(one);
            }
        }
        let codes = |kind: CodeKind| {
            let of_matched =
                demands.codes(kind).filter(|(code, having)| !code.is_empty() && !having.is_disjoint(&matched));
            let mut codes: Vec<String> = of_matched.map(|(code, _)| code.to_owned()).collect();
            codes.sort();
            codes
        };
        let figures = vec![
            figures::funnel(&all),
            figures::time(&all),
            figures::spread(&all, &demands),
            figures::unanswered(&demands, &answered, slice),
            figures::idle(&technologies, &answering, slice),
            figures::grades(db, &institutions, slice).await?,
        ];
        Ok(Dashboard { figures, countries: codes(CodeKind::Country), fields: codes(CodeKind::Field) })
    }

    /// The matches with everything that happened to them.
    async fn current(&self, db: &Db) -> anyhow::Result<RwLockReadGuard<'_, Ways>> {
        let events = count_events(db).await?;
        let ways = self.0.read().await;
        if ways.have(events) {
            return Ok(ways);
        }
        drop(ways);
        let mut ways = self.0.write().await;
        ways.move_forward(db).await?;
        Ok(RwLockWriteGuard::downgrade(ways))
    }
}

/// Year and month of `2026-11`.
fn parsed_month(written: &str) -> Option<(i32, u32)> {
    let (year, month) = written.split_once('-')?;
    Some((year.parse().ok()?, month.parse().ok()?))
}

impl Dashboard {
    pub fn figure(&self, subject: Subject) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.subject == subject)
    }
}
