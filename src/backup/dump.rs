//! Writing a backup.

use std::io::{Seek, Write};

use anyhow::Context;
use chrono::Utc;
use futures_util::TryStreamExt;
use sea_orm::sea_query::{Alias, Order, Query, SelectStatement};
use sea_orm::{DatabaseTransaction, StreamTrait};
use serde_json::Map;
use siku_migrations::{Migrator, MigratorTrait};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::catalogue::{Table, tables};
use super::{FORMAT, MANIFEST, Manifest, SETTINGS, TableRows, entry, value};
use crate::db::Db;
use crate::library::files::export::read_only;

/// Rows between two reports of progress.
const REPORTED: u64 = 1_000;

/// Writes everything in the database to `file`. `settings` goes in beside it, to be read by people.
pub async fn backup<W: Write + Seek>(
    db: &Db,
    file: W,
    settings: &str,
    mut progress: impl FnMut(u64),
) -> anyhow::Result<Manifest> {
    let mut archive = ZipWriter::new(file);
    let options = SimpleFileOptions::default().large_file(true);
    let snapshot = read_only(db).await?;
    let mut written = Vec::new();
    let mut rows = 0;
    for table in tables(&snapshot).await? {
        archive.start_file(entry(&table.name), options)?;
        let before = rows;
        copy(&snapshot, &table, &mut archive, |one| {
            rows += one;
            if rows % REPORTED == 0 {
                progress(rows);
            }
        })
        .await
        .with_context(|| format!("cannot copy table {}", table.name))?;
        written.push(TableRows { name: table.name, rows: rows - before });
    }
    snapshot.rollback().await.context("cannot end reading the database")?;
    let manifest = Manifest {
        format: FORMAT,
        siku: env!("CARGO_PKG_VERSION").to_owned(),
        created_at: Utc::now(),
        migrations: Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect(),
        tables: written,
    };
    archive.start_file(SETTINGS, options)?;
    archive.write_all(settings.as_bytes())?;
    archive.start_file(MANIFEST, options)?;
    archive.write_all(&serde_json::to_vec_pretty(&manifest)?)?;
    archive.finish().context("cannot complete the backup")?.flush()?;
    Ok(manifest)
}

async fn copy(
    snapshot: &DatabaseTransaction,
    table: &Table,
    archive: &mut impl Write,
    mut count: impl FnMut(u64),
) -> anyhow::Result<()> {
    let mut rows = snapshot.stream(&select(table)).await?;
    while let Some(row) = rows.try_next().await? {
        let mut object = Map::with_capacity(table.columns.len());
        for column in &table.columns {
            object.insert(column.name.clone(), value::read(&row, column)?);
        }
        serde_json::to_writer(&mut *archive, &object)?;
        archive.write_all(b"\n")?;
        count(1);
    }
    Ok(())
}

/// Every row in the order of its key: the same database gives the same backup.
fn select(table: &Table) -> SelectStatement {
    let mut select = Query::select();
    select.from(Alias::new(&table.name)).columns(table.columns.iter().map(|column| Alias::new(&column.name)));
    for column in &table.key {
        select.order_by(Alias::new(column), Order::Asc);
    }
    select
}
