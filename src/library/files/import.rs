//! Records from a file into a library: read in one thread, stored portion by portion in another, so that neither
//! waits and memory stays bounded whatever the size of the file.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sea_orm::{DatabaseTransaction, DbErr};
use serde_json::Value;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::cell;
use super::convert::{Converter, FinishError, Good, Portion, has_external_id};
use super::input::{Input, ReadAs};
use super::mapping::{Mapping, MappingError, find_column};
use super::row::{BadRow, Mended, Problem};
use crate::accounts::Actor;
use crate::db::{Contended, Db};
use crate::library::store::{self, RowOutcome, StoreError, import_batch, import_rows};
use crate::library::vocabulary::Vocabulary;
use crate::library::{Column, Library, taxonomy};

/// Portions that wait between reading and storing.
const WAITING: usize = 2;

/// How a file is imported.
#[derive(Debug, Clone, Default)]
pub struct ImportFile {
    pub read: ReadAs,
    /// Their name of a column and ours.
    pub columns: Vec<(String, String)>,
    /// Their columns that are left out.
    pub ignored: Vec<String>,
    /// Our columns with the value they have where the file has none.
    pub defaults: Vec<(String, String)>,
    /// Cells that were mended since the file was made.
    pub mended: Mended,
    pub mode: Mode,
    pub store: store::ImportOptions,
}

/// What happens when a row is bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The others go in.
    #[default]
    Rows,
    /// None goes in.
    AllOrNothing,
    /// None goes in anyway; the file is only checked.
    DryRun,
}

/// What became of the rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    pub rows: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub skipped: u64,
    /// Rows without `external_id`: importing the file again would add them again.
    pub nameless: u64,
    /// Something was stored: false for a dry run, and for all-or-nothing with a bad row.
    pub stored: bool,
}

impl std::fmt::Display for Summary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { rows, created, updated, unchanged, skipped, .. } = self;
        if self.stored {
            write!(
                formatter,
                "{rows} rows: {created} created, {updated} updated, {unchanged} unchanged, {skipped} skipped"
            )
        } else {
            write!(formatter, "{rows} rows: {} would go in, {skipped} would not; nothing was stored", rows - skipped)
        }
    }
}

/// Who is told what happens while it happens.
pub trait Watch: Send {
    /// The column names of a file that has a header.
    fn header(&mut self, _names: &[Arc<str>]) -> anyhow::Result<()> {
        Ok(())
    }
    /// A row that does not go in.
    fn bad(&mut self, row: &BadRow) -> anyhow::Result<()>;
    /// A guess that was made.
    fn note(&mut self, text: &str);
    /// How far it is: bytes read of all bytes, and rows.
    fn progress(&mut self, read: u64, size: Option<u64>, rows: u64);
}

/// Why an import stopped.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The columns of the file are not ours; nothing was stored.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// `--set` with a value its column cannot have; nothing was stored.
    #[error("the value for every row, {name}={value}: {detail}")]
    Default { name: String, value: String, detail: String },
    /// The file cannot be read (on).
    #[error("{0}")]
    Unreadable(String),
    /// The database failed; what was stored before stays.
    #[error("the database failed after {stored} stored rows: {source}")]
    Store { stored: u64, source: StoreError },
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl From<DbErr> for ImportError {
    fn from(error: DbErr) -> Self {
        StoreError::from(error).into()
    }
}

impl From<StoreError> for ImportError {
    fn from(source: StoreError) -> Self {
        Self::Store { stored: 0, source }
    }
}

impl Contended for ImportError {
    fn is_contended(&self) -> bool {
        matches!(self, Self::Store { source, .. } if source.is_contended())
    }
}

/// Imports `input` into library `L`.
pub async fn import<L: Library>(
    db: &Db,
    actor: &Actor,
    mut input: Input,
    options: ImportFile,
    watch: &mut dyn Watch,
) -> Result<Summary, ImportError> {
    let plan = Plan::new::<L>(&options, taxonomy::vocabulary(&**db).await?)?;
    if options.mode == Mode::Rows {
        let mut run = Run::<L>::start(plan, input, watch);
        while let Some(portion) = run.next().await? {
            let bodies = portion.iter().map(|good| good.body.clone()).collect();
            let outcomes = import_batch::<L>(db, actor, bodies, &options.store).await;
            let outcomes =
                outcomes.map_err(|source| ImportError::Store { stored: run.summary.stored_rows(), source })?;
            run.count(portion, outcomes)?;
        }
        run.summary.stored = true;
        return Ok(run.summary);
    }
    // Checked as a whole before anything is written, so that no other writer waits while a long file is read.
    let copy =
        input.keep().map_err(|error| ImportError::Unreadable(format!("cannot be copied to be read twice: {error}")))?;
    let input = Arc::new(input);
    let mut run = Run::<L>::start_shared(plan.clone(), Arc::clone(&input), watch);
    while let Some(portion) = run.next().await? {
        run.summary.nameless += portion.iter().filter(|good| !has_external_id(&good.body)).count() as u64;
    }
    let checked = run.summary;
    if options.mode == Mode::DryRun || checked.skipped > 0 {
        return Ok(checked);
    }
    let mut begun = false;
    let summary = db
        .write(async |transaction| {
            if std::mem::replace(&mut begun, true) {
                let advice = "another writer was in the way; nothing was stored, please run it again";
                return Err(ImportError::Unreadable(advice.to_owned()));
            }
            let run = Run::<L>::start_shared(plan.clone(), Arc::clone(&input), watch);
            store_all::<L>(transaction, actor, run, &options.store).await
        })
        .await?;
    drop(copy);
    Ok(summary)
}

/// Reads all of a file and stores nothing: the rows that may go in, and what was counted on the way. For files that
/// are in memory anyway.
pub async fn read<L: Library>(
    db: &Db,
    input: Input,
    options: &ImportFile,
    watch: &mut dyn Watch,
) -> Result<(Vec<Good<L>>, Summary), ImportError> {
    let plan = Plan::new::<L>(options, taxonomy::vocabulary(&**db).await?)?;
    let mut run = Run::<L>::start(plan, input, watch);
    let mut rows = Vec::new();
    while let Some(portion) = run.next().await? {
        rows.extend(portion);
    }
    run.summary.nameless = rows.iter().filter(|good| !has_external_id(&good.body)).count() as u64;
    Ok((rows, run.summary))
}

/// Rows stored by one statement after the other.
const STORED_AT_ONCE: usize = 300;

/// Stores rows that [`read`] answered in a transaction of the caller: what became of each, in order.
pub async fn store_rows<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    rows: &[Good<L>],
    options: &store::ImportOptions,
) -> Result<Vec<RowOutcome>, StoreError> {
    let mut outcomes = Vec::with_capacity(rows.len());
    for portion in rows.chunks(STORED_AT_ONCE) {
        let bodies = portion.iter().map(|row| row.body.clone()).collect();
        outcomes.extend(import_rows::<L>(transaction, actor, bodies, options).await?);
    }
    Ok(outcomes)
}

async fn store_all<L: Library>(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    mut run: Run<'_, L>,
    options: &store::ImportOptions,
) -> Result<Summary, ImportError> {
    while let Some(portion) = run.next().await? {
        let bodies = portion.iter().map(|good| good.body.clone()).collect();
        let outcomes = import_rows::<L>(transaction, actor, bodies, options).await?;
        run.count(portion, outcomes)?;
    }
    if run.summary.skipped > 0 {
        return Err(ImportError::Unreadable("the file changed while it was read; nothing was stored".to_owned()));
    }
    run.summary.stored = true;
    Ok(run.summary)
}

/// What reading needs to know; made once, used for each reading of the file.
#[derive(Clone)]
struct Plan {
    mapping: Arc<Mapping>,
    vocabulary: Arc<Vocabulary>,
    defaults: Arc<Vec<(&'static Column, Value)>>,
    mended: Arc<Mended>,
    read: ReadAs,
}

impl Plan {
    fn new<L: Library>(options: &ImportFile, vocabulary: Arc<Vocabulary>) -> Result<Self, ImportError> {
        let mapping = Arc::new(Mapping::new::<L>(&options.columns, &options.ignored)?);
        let mut defaults = Vec::new();
        for (name, value) in &options.defaults {
            let column = find_column::<L>(name, name)?;
            match cell::read(column, Value::from(value.as_str())) {
                Ok(Some(read)) => defaults.push((column, read)),
                Ok(None) => {}
                Err(detail) => {
                    return Err(ImportError::Default { name: name.clone(), value: value.clone(), detail });
                }
            }
        }
        let mended = Arc::new(options.mended.clone());
        Ok(Self { mapping, vocabulary, defaults: Arc::new(defaults), mended, read: options.read.clone() })
    }
}

/// One reading of a file: the thread that reads, and what has come out of it so far.
struct Run<'a, L: Library> {
    portions: mpsc::Receiver<Portion<L>>,
    reader: Option<JoinHandle<Result<(), FinishError>>>,
    position: Arc<AtomicU64>,
    size: Option<u64>,
    watch: &'a mut dyn Watch,
    summary: Summary,
}

impl<'a, L: Library> Run<'a, L> {
    fn start(plan: Plan, input: Input, watch: &'a mut dyn Watch) -> Self {
        Self::start_shared(plan, Arc::new(input), watch)
    }

    fn start_shared(plan: Plan, input: Arc<Input>, watch: &'a mut dyn Watch) -> Self {
        let position = Arc::new(AtomicU64::new(0));
        let size = input.size();
        let (sender, portions) = mpsc::channel::<Portion<L>>(WAITING);
        let reached = Arc::clone(&position);
        let reader = tokio::task::spawn_blocking(move || {
            let pass_on = |portion| sender.blocking_send(portion).is_ok();
            let mut converter = Converter::<L, _>::new(&plan.mapping, &plan.vocabulary, &plan.defaults, pass_on);
            converter.mended = Some(&plan.mended);
            let read = input.read(&plan.read, &reached, &mut converter);
            converter.finish(read)
        });
        Self { portions, reader: Some(reader), position, size, watch, summary: Summary::default() }
    }

    /// The next rows that may be stored; bad ones are told and counted on the way. `None` at the end of the file.
    async fn next(&mut self) -> Result<Option<Vec<Good<L>>>, ImportError> {
        let Some(portion) = self.portions.recv().await else {
            let Some(reader) = self.reader.take() else { return Ok(None) };
            let outcome = reader.await.map_err(|error| anyhow::anyhow!("the reading thread failed: {error}"))?;
            return match outcome {
                Ok(()) => Ok(None),
                Err(FinishError::Mapping(refusal)) => Err(refusal.into()),
                Err(FinishError::Unreadable(reason)) => Err(ImportError::Unreadable(reason)),
            };
        };
        for note in &portion.notes {
            self.watch.note(note);
        }
        if let Some(names) = &portion.header {
            self.watch.header(names)?;
        }
        for row in &portion.bad {
            self.watch.bad(row)?;
        }
        self.summary.rows += (portion.good.len() + portion.bad.len()) as u64;
        self.summary.skipped += portion.bad.len() as u64;
        self.watch.progress(self.position.load(Ordering::Relaxed), self.size, self.summary.rows);
        Ok(Some(portion.good))
    }

    /// Counts what became of rows; what the store refused after all is told like any bad row.
    fn count(&mut self, rows: Vec<Good<L>>, outcomes: Vec<RowOutcome>) -> Result<(), ImportError> {
        for (row, outcome) in rows.into_iter().zip(outcomes) {
            self.summary.nameless += u64::from(!has_external_id(&row.body));
            match outcome {
                RowOutcome::Created(_) => self.summary.created += 1,
                RowOutcome::Updated(_) => self.summary.updated += 1,
                RowOutcome::Unchanged(_) => self.summary.unchanged += 1,
                RowOutcome::Refused(errors) => {
                    self.summary.skipped += 1;
                    let problems = errors.iter().map(Problem::of_finding).collect();
                    self.watch.bad(&BadRow { line: row.line, problems, values: row.values, raw: None })?;
                }
            }
        }
        Ok(())
    }
}

impl Summary {
    fn stored_rows(&self) -> u64 {
        self.created + self.updated + self.unchanged
    }
}
