//! SQLite's full-text search, by the SQLite that the service already has. It works in a thread of its own, so what
//! counts is the CPU time of this process, in which nothing else works meanwhile.

use std::path::Path;

use anyhow::Context;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sea_orm::sqlx::{ConnectOptions, Connection, query, raw_sql};
use siku_index::bench::{ANSWERS, Cost, asked_of, process_cpu_ms, technologies, text_of};
use siku_index::corpus::Document;

/// What FTS5 costs, with its database at `file`.
pub async fn measure(count: usize, asked: &[Document], file: &Path) -> anyhow::Result<Cost> {
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(true).disable_statement_logging();
    let mut connection = options.connect().await.context("cannot open a database for FTS5")?;
    raw_sql("CREATE VIRTUAL TABLE technologies USING fts5(words, content='', tokenize='unicode61')")
        .execute(&mut connection)
        .await?;
    let mut index_ms = 0.0;
    for batch in technologies(count) {
        let before = process_cpu_ms();
        let mut change = connection.begin().await?;
        for technology in &batch {
            query("INSERT INTO technologies (words) VALUES (?)")
                .bind(text_of(technology))
                .execute(&mut *change)
                .await?;
        }
        change.commit().await?;
        index_ms += process_cpu_ms() - before;
    }
    // Once without counting, as for Siku: files into the page cache.
    for demand in asked {
        search(&mut connection, demand).await?;
    }
    let mut times = Vec::with_capacity(asked.len());
    for demand in asked {
        let before = process_cpu_ms();
        let found = search(&mut connection, demand).await?;
        times.push(process_cpu_ms() - before);
        anyhow::ensure!(found > 0, "SQLite found nothing for a demand");
    }
    connection.close().await?;
    Ok(Cost::of(count, index_ms, times))
}

async fn search(connection: &mut SqliteConnection, demand: &Document) -> anyhow::Result<usize> {
    let words: Vec<String> = asked_of(demand).iter().map(|word| format!("\"{word}\"")).collect();
    let found = query("SELECT rowid FROM technologies WHERE technologies MATCH ? ORDER BY rank LIMIT ?")
        .bind(words.join(" OR "))
        .bind(i64::try_from(ANSWERS)?)
        .fetch_all(connection)
        .await?;
    Ok(found.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use siku_index::bench::demands;

    #[tokio::test]
    async fn sqlite_finds_something_for_every_demand_in_both_languages() {
        let folder = tempfile::tempdir().unwrap();
        let cost = measure(300, &demands(4), &folder.path().join("fts5.db")).await.unwrap();
        assert!(cost.index_docs_per_s > 0.0 && cost.match_cpu_ms.p50 > 0.0, "{cost:?}");
    }
}
