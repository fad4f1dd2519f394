//! Records of a library to a file, page by page from one consistent view of the database. A file appears under its
//! name only when it is complete.

use std::io::Write;
use std::path::Path;

use anyhow::Context;
use sea_orm::{AccessMode, DbBackend, IsolationLevel, TransactionTrait};
use serde_json::{Map, Value};

use super::input::Format;
use super::target::Target;
use super::write_csv::CsvWriter;
use super::write_xlsx::XlsxWriter;
use crate::accounts::Actor;
use crate::db::Db;
use crate::library::store::{ListQuery, Sort, list};
use crate::library::{Column, Library, Record, Status};

/// Records read at a time.
const PAGE: u64 = 500;

/// Columns of the head that are exported, behind the library's own; read over on import.
pub const HEAD_COLUMNS: [&str; 8] =
    ["id", "number", "status", "version", "provenance", "created_at", "updated_at", "published_at"];

/// What is exported.
#[derive(Debug, Clone, Default)]
pub struct ExportFile {
    /// Drafts, withdrawn and archived records too.
    pub all: bool,
    /// Without contacts and confidential parts.
    pub public: bool,
}

/// Takes records one by one and makes a file of them.
pub trait WriteRecords {
    /// One record, flat, as the API shows it.
    fn record(&mut self, record: &Map<String, Value>) -> anyhow::Result<()>;
    /// Completes the file.
    fn finish(self: Box<Self>) -> anyhow::Result<()>;
}

/// Writes every record of library `L` that `actor` may see to `file` (`-` is standard output); answers how many.
pub async fn export<L: Library>(
    db: &Db,
    actor: &Actor,
    file: &Path,
    format: Format,
    options: &ExportFile,
    mut progress: impl FnMut(u64),
) -> anyhow::Result<u64> {
    let target = Target::open(file)?;
    let mut writer = writer::<L>(&target, format, options)?;
    let snapshot = read_only(db).await?;
    let status = (!options.all).then_some(Status::Published);
    let mut query = ListQuery { status, sort: Sort::Oldest, limit: PAGE, ..ListQuery::default() };
    let mut written = 0;
    loop {
        let page = list::<L>(&snapshot, actor, &query).await?;
        for record in page.records {
            let record = if options.public { record.public() } else { record };
            writer.record(&flat(&record)?).with_context(|| format!("cannot export {}", record.head.number))?;
            written += 1;
        }
        progress(written);
        match page.next_cursor {
            Some(cursor) => query.cursor = Some(cursor),
            None => break,
        }
    }
    snapshot.rollback().await.context("cannot end reading the database")?;
    writer.finish()?;
    target.put_in_place()?;
    Ok(written)
}

/// A transaction that sees the database as it is now, whatever others write meanwhile.
pub async fn read_only(db: &Db) -> anyhow::Result<sea_orm::DatabaseTransaction> {
    let begun = match db.get_database_backend() {
        DbBackend::Postgres => {
            db.begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await
        }
        _ => db.begin().await,
    };
    begun.context("cannot begin reading the database")
}

fn flat<L: Library>(record: &Record<L>) -> anyhow::Result<Map<String, Value>> {
    match serde_json::to_value(record).context("cannot write a record as JSON")? {
        Value::Object(columns) => Ok(columns),
        _ => anyhow::bail!("a record is not a JSON object"),
    }
}

/// The columns a sheet has: the library's, then those of the head.
pub fn sheet_columns<L: Library>(options: &ExportFile) -> Vec<Column> {
    let own = L::COLUMNS.iter().filter(|column| column.public || !options.public).copied();
    own.chain(HEAD_COLUMNS.iter().map(|name| Column::new(name, crate::library::ColumnKind::Text, &[]))).collect()
}

fn writer<L: Library>(
    target: &Target,
    format: Format,
    options: &ExportFile,
) -> anyhow::Result<Box<dyn WriteRecords + Send>> {
    let columns = sheet_columns::<L>(options);
    Ok(match format {
        Format::JsonLines => Box::new(JsonLinesWriter(target.file()?)),
        Format::Csv => Box::new(CsvWriter::new(target.file()?, columns)?),
        Format::Xlsx => {
            let file = target.seekable()?.context("a workbook cannot be written to standard output")?;
            Box::new(XlsxWriter::new(file, columns, L::KIND.as_str())?)
        }
    })
}

struct JsonLinesWriter(Box<dyn Write + Send>);

impl WriteRecords for JsonLinesWriter {
    fn record(&mut self, record: &Map<String, Value>) -> anyhow::Result<()> {
        serde_json::to_writer(&mut self.0, record).map_err(std::io::Error::from)?;
        self.0.write_all(b"\n")?;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> anyhow::Result<()> {
        Ok(self.0.flush()?)
    }
}
