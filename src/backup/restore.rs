//! Reading a backup into an empty database.

use std::io::{BufRead, BufReader, Read, Seek};

use anyhow::{Context, anyhow};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, Statement};
use serde_json::{Map, Value as Json};
use siku_migrations::{Migrator, MigratorTrait};
use zip::ZipArchive;

use super::catalogue::{Kind, Table, tables};
use super::{FORMAT, MANIFEST, Manifest, entry, value};
use crate::db::{Contended, Db};

/// Rows of these are there before anybody has done anything; a backup brings its own.
const THERE_FROM_THE_START: &[&str] =
    &["taxonomy", "regions", "countries", "change_counter", "number_counters", "audit_head"];
/// Values one statement may hold: SQLite takes 32,766.
const MOST_VALUES: usize = 20_000;
/// Bytes of a backup that wait to be stored in one statement; documents are large.
const MOST_BYTES: usize = 8_000_000;

/// Why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    #[error("the database is not empty: table {0} has rows; restore into a new database")]
    NotEmpty(String),
    #[error("not a backup of Siku: {0}")]
    NotABackup(String),
    #[error(
        "the backup was made by Siku {siku} with other migrations; restore it with that version, then `siku migrate`"
    )]
    OtherVersion { siku: String },
    #[error("the database failed")]
    Database(#[from] DbErr),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

impl Contended for RestoreError {
    fn is_contended(&self) -> bool {
        match self {
            Self::Database(error) => error.is_contended(),
            Self::Other(error) => error.is_contended(),
            _ => false,
        }
    }
}

/// Restores the backup in `file` into `db`, which is at the newest version and holds nothing yet: all of it or nothing.
pub async fn restore<R: Read + Seek>(
    db: &Db,
    file: R,
    mut progress: impl FnMut(u64, u64),
) -> Result<Manifest, RestoreError> {
    let mut archive = ZipArchive::new(file).map_err(|error| RestoreError::NotABackup(error.to_string()))?;
    let manifest = read_manifest(&mut archive)?;
    db.write(async |transaction| {
        let known = tables(transaction).await?;
        make_room(transaction, &known).await?;
        let (total, mut done) = (manifest.rows(), 0);
        for table in &known {
            let Some(listed) = manifest.tables.iter().find(|listed| listed.name == table.name) else { continue };
            let lines = archive.by_name(&entry(&table.name)).map_err(|error| anyhow!("{}: {error}", table.name))?;
            let rows = fill(transaction, table, BufReader::new(lines)).await;
            let rows = rows.with_context(|| format!("cannot restore table {}", table.name))?;
            if rows != listed.rows {
                return Err(
                    anyhow!("table {} has {rows} rows in the backup instead of {}", table.name, listed.rows).into()
                );
            }
            done += rows;
            progress(done, total);
        }
        if done != total {
            return Err(anyhow!("the backup has tables this version does not know").into());
        }
        Ok(manifest.clone())
    })
    .await
}

fn read_manifest<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Manifest, RestoreError> {
    let entry = archive.by_name(MANIFEST).map_err(|error| RestoreError::NotABackup(error.to_string()))?;
    let manifest: Manifest =
        serde_json::from_reader(entry).map_err(|error| RestoreError::NotABackup(error.to_string()))?;
    let ours: Vec<String> = Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    if manifest.format != FORMAT || manifest.migrations != ours {
        return Err(RestoreError::OtherVersion { siku: manifest.siku });
    }
    Ok(manifest)
}

/// Refuses a database somebody has used, and empties what a new one begins with.
async fn make_room(transaction: &DatabaseTransaction, known: &[Table]) -> Result<(), RestoreError> {
    for table in known.iter().rev() {
        let select = Query::select().expr(Expr::val(1)).from(Alias::new(&table.name)).limit(1).take();
        if transaction.query_one(&select).await?.is_none() {
            continue;
        }
        if !THERE_FROM_THE_START.contains(&table.name.as_str()) {
            return Err(RestoreError::NotEmpty(table.name.clone()));
        }
        transaction.execute(&Query::delete().from_table(Alias::new(&table.name)).take()).await?;
    }
    Ok(())
}

async fn fill(transaction: &DatabaseTransaction, table: &Table, lines: impl BufRead) -> anyhow::Result<u64> {
    let portion = (MOST_VALUES / table.columns.len().max(1)).clamp(1, 500);
    let mut waiting = Vec::with_capacity(portion);
    let (mut rows, mut bytes) = (0, 0);
    for line in lines.lines() {
        let line = line?;
        bytes += line.len();
        let row: Map<String, Json> = serde_json::from_str(&line).context("a row is not JSON")?;
        waiting.push(row);
        rows += 1;
        if waiting.len() == portion || bytes > MOST_BYTES {
            bytes = 0;
            insert(transaction, table, std::mem::take(&mut waiting)).await?;
        }
    }
    if !waiting.is_empty() {
        insert(transaction, table, waiting).await?;
    }
    go_on_counting(transaction, table).await?;
    Ok(rows)
}

async fn insert(transaction: &DatabaseTransaction, table: &Table, rows: Vec<Map<String, Json>>) -> anyhow::Result<()> {
    let mut insert = Query::insert();
    insert.into_table(Alias::new(&table.name)).columns(table.columns.iter().map(|column| Alias::new(&column.name)));
    for mut row in rows {
        let values: anyhow::Result<Vec<Expr>> = table
            .columns
            .iter()
            .map(|column| Ok(Expr::val(value::write(row.remove(&column.name).unwrap_or(Json::Null), column)?)))
            .collect();
        if let Some(name) = row.keys().next() {
            anyhow::bail!("the backup has a column {name} this version does not know");
        }
        insert.values(values?)?;
    }
    transaction.execute(&insert).await?;
    Ok(())
}

/// PostgreSQL's sequences do not see the numbers that were restored; SQLite looks at the table itself.
async fn go_on_counting(transaction: &DatabaseTransaction, table: &Table) -> anyhow::Result<()> {
    let backend = transaction.get_database_backend();
    let [key] = table.key.as_slice() else { return Ok(()) };
    let counted =
        table.columns.iter().any(|column| column.name == *key && matches!(column.kind, Kind::Long | Kind::Integer));
    if backend != sea_orm::DbBackend::Postgres || !counted {
        return Ok(());
    }
    let find = "SELECT pg_get_serial_sequence($1, $2) AS name";
    let find = Statement::from_sql_and_values(backend, find, [table.name.clone().into(), key.clone().into()]);
    let found = transaction.query_one_raw(find).await?;
    let sequence: Option<String> = found.map(|row| row.try_get("", "name")).transpose()?.flatten();
    let Some(sequence) = sequence else { return Ok(()) };
    let most = Query::select()
        .expr_as(Expr::col(Alias::new(key)).max().cast_as("BIGINT"), "most")
        .from(Alias::new(&table.name))
        .take();
    let row = transaction.query_one(&most).await?;
    let most: Option<i64> = row.map(|row| row.try_get("", "most")).transpose()?.flatten();
    if let Some(most) = most {
        let set =
            Statement::from_sql_and_values(backend, "SELECT setval($1::regclass, $2)", [sequence.into(), most.into()]);
        transaction.execute_raw(set).await?;
    }
    Ok(())
}
