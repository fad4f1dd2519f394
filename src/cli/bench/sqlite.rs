//! SQLite's full-text search, by the SQLite that the service already has. It works in a thread of its own, so what
//! counts is the CPU time of this process, in which nothing else works meanwhile.

use std::path::Path;

use anyhow::Context;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sea_orm::sqlx::{ConnectOptions, Connection, query, raw_sql};
use siku_index::bench::{ANSWERS, Cost, Question, process_cpu_ms, technologies, text_of};

/// What FTS5 costs, with its database at `file`, for each set of questions.
pub async fn measure(count: usize, asked: &[Vec<Question>], file: &Path) -> anyhow::Result<Vec<Cost>> {
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
    let mut costs = Vec::with_capacity(asked.len());
    for questions in asked {
        // Once without counting, as for Siku: files into the page cache.
        for question in questions {
            search(&mut connection, question).await?;
        }
        let mut times = Vec::with_capacity(questions.len());
        for question in questions {
            let before = process_cpu_ms();
            let found = search(&mut connection, question).await?;
            times.push(process_cpu_ms() - before);
            anyhow::ensure!(found > 0, "SQLite found nothing for a demand");
        }
        costs.push(Cost::of(count, index_ms, times));
    }
    connection.close().await?;
    Ok(costs)
}

async fn search(connection: &mut SqliteConnection, question: &Question) -> anyhow::Result<usize> {
    let words: Vec<String> = question.words().iter().map(|word| format!("\"{word}\"")).collect();
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
        let whole = demands(4).iter().map(Question::whole).collect();
        let costs = measure(300, &[whole], &folder.path().join("fts5.db")).await.unwrap();
        assert!(costs[0].index_docs_per_s > 0.0 && costs[0].match_cpu_ms.p50 > 0.0, "{costs:?}");
    }
}
