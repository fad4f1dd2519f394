//! Many records at once, out of a file that is in memory: read as `siku import` reads it, and stored together.

use sea_orm::DatabaseTransaction;
use serde::Serialize;
use utoipa::ToSchema;

use crate::accounts::Actor;
use crate::app::App;
use crate::error::{Code, Error, Fault, Problem, Result};
use crate::library::Library;
use crate::library::files::convert::Good;
use crate::library::files::import::{ImportError, ImportFile, Mode, Watch, read};
use crate::library::files::input::{Content, Format, Input};
use crate::library::files::row::BadRow;
use crate::library::store::{RowOutcome, import_rows};

/// Rows stored by one statement after the other.
const PORTION: usize = 300;
/// Most bad rows that are described; all are counted.
const MOST_DESCRIBED: usize = 500;

/// What became of a file.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Imported {
    pub rows: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    /// Rows that did not go in.
    pub skipped: u64,
    /// Rows without `external_id`: the same file would add them again.
    pub nameless: u64,
    /// Whether the good rows went in: not after a dry run, nor after all-or-nothing with a bad row.
    pub stored: bool,
    /// The first 500 of the rows that are not as they should be.
    pub bad: Vec<Bad>,
    /// What was guessed about the file.
    pub notes: Vec<String>,
}

/// A row that is not as it should be.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Bad {
    /// Line of a text file, row of a sheet, from 1.
    #[schema(minimum = 1)]
    pub line: u64,
    pub problems: Vec<BadValue>,
}

/// One thing that is wrong with a row.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BadValue {
    /// The column, as the file calls it; absent where the row as a whole is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "trl")]
    pub column: Option<String>,
    #[schema(example = "must be between 1 and 9")]
    pub detail: String,
    /// The beginning of the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "\"12\"")]
    pub value: Option<String>,
}

impl Watch for Imported {
    fn bad(&mut self, row: &BadRow) -> anyhow::Result<()> {
        if self.bad.len() < MOST_DESCRIBED {
            let problems = row.problems.iter().cloned();
            let problems = problems.map(|one| BadValue { column: one.column, detail: one.detail, value: one.value });
            self.bad.push(Bad { line: row.line, problems: problems.collect() });
        }
        Ok(())
    }

    fn note(&mut self, text: &str) {
        self.notes.push(text.to_owned());
    }

    fn progress(&mut self, _: u64, _: Option<u64>, _: u64) {}
}

/// A file that was read.
pub struct File<L: Library> {
    asked: ImportFile,
    rows: Vec<Good<L>>,
    found: Imported,
}

impl<L: Library> File<L> {
    pub async fn read(app: &App, asked: ImportFile, format: Format, content: Vec<u8>) -> Result<Self> {
        let mut found = Imported::default();
        let input = Input { name: "the file".to_owned(), format, content: Content::Memory(content.into()) };
        let (rows, read) = read::<L>(&app.db, input, &asked, &mut found).await.map_err(refusal)?;
        let found = Imported { rows: read.rows, skipped: read.skipped, nameless: read.nameless, ..found };
        Ok(Self { asked, rows, found })
    }

    /// Stores the rows that may go in.
    pub async fn store_in(&self, transaction: &DatabaseTransaction, caller: &Actor) -> Result<Imported> {
        let (asked, found) = (&self.asked, &self.found);
        let stores = match asked.mode {
            Mode::Rows => true,
            Mode::AllOrNothing => found.skipped == 0,
            Mode::DryRun => false,
        };
        let mut done = Imported { bad: Vec::new(), notes: found.notes.clone(), stored: stores, ..*found };
        let mut refused = Vec::new();
        for portion in self.rows.chunks(PORTION).take_while(|_| stores) {
            let bodies = portion.iter().map(|row| row.body.clone()).collect();
            let outcomes = import_rows::<L>(transaction, caller, bodies, &asked.store).await?;
            for (row, outcome) in portion.iter().zip(outcomes) {
                match outcome {
                    RowOutcome::Created(_) => done.created += 1,
                    RowOutcome::Updated(_) => done.updated += 1,
                    RowOutcome::Unchanged(_) => done.unchanged += 1,
                    RowOutcome::Refused(errors) => {
                        let problem = |detail: String| BadValue { column: None, detail, value: None };
                        let problems = errors.into_iter().map(|error| problem(error.to_string())).collect();
                        refused.push(Bad { line: row.line, problems });
                    }
                }
            }
        }
        if asked.mode == Mode::AllOrNothing
            && let Some(first) = refused.first()
        {
            let said: Vec<&str> = first.problems.iter().map(|problem| problem.detail.as_str()).collect();
            let detail = format!("line {}: {}; nothing was stored", first.line, said.join("; "));
            return Err(Problem::new(Code::InvalidFields, detail).into());
        }
        done.skipped += refused.len() as u64;
        done.bad = found.bad.iter().cloned().chain(refused).take(MOST_DESCRIBED).collect();
        done.bad.sort_by_key(|bad| bad.line);
        Ok(done)
    }
}

/// A file that cannot be taken at all.
fn refusal(error: ImportError) -> Error {
    match error {
        // the command line calls them options
        ImportError::Mapping(error) => Problem::new(Code::InvalidFields, error.to_string().replace("--", "")).into(),
        ImportError::Default { name, value, detail } => {
            let fault = Fault::parameter("set", "invalid", format!("{name}={value}: {detail}"));
            Problem::from(Code::InvalidParameter).with([fault]).into()
        }
        ImportError::Unreadable(reason) => Problem::new(Code::MalformedRequest, format!("the file: {reason}")).into(),
        ImportError::Store { source, .. } => source.into(),
        ImportError::Other(error) => error.into(),
    }
}
