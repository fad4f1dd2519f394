//! PostgreSQL's full-text search in a temporary cluster. What counts is the CPU time of this process and of the one
//! backend that serves it, which the kernel tells in nanoseconds in `/proc/PID/schedstat`.

use std::path::Path;

use anyhow::Context;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgConnection};
use sea_orm::sqlx::{ConnectOptions, Connection, query, query_scalar, raw_sql};
use siku_index::bench::{ANSWERS, Cost, Question, process_cpu_ms, technologies, text_of};

use super::cluster::Cluster;

/// Memory for pages, which the machine's usual setting would not leave it.
const MEMORY: &str = "shared_buffers=512MB";

/// What full text costs in a cluster that ends with this function, for each set of questions.
pub async fn measure(count: usize, asked: &[Vec<Question>], binaries: &Path) -> anyhow::Result<Vec<Cost>> {
    let cluster = Cluster::start(binaries, MEMORY)?;
    let options = PgConnectOptions::new().socket(cluster.folder()).username("postgres").database("postgres");
    let mut connection =
        options.disable_statement_logging().connect().await.context("cannot connect to the temporary PostgreSQL")?;
    let backend: i32 = query_scalar("SELECT pg_backend_pid()").fetch_one(&mut connection).await?;
    let cpu_ms = || anyhow::Ok(process_cpu_ms() + backend_cpu_ms(backend)?);

    raw_sql(
        "SET max_parallel_workers_per_gather = 0; SET max_parallel_maintenance_workers = 0; SET jit = off; \
         SET work_mem = '64MB'; SET maintenance_work_mem = '256MB'; \
         CREATE TABLE technologies (id bigserial PRIMARY KEY, words tsvector NOT NULL)",
    )
    .execute(&mut connection)
    .await?;
    let mut index_ms = 0.0;
    for batch in technologies(count) {
        let before = cpu_ms()?;
        let texts: Vec<String> = batch.iter().map(text_of).collect();
        query("INSERT INTO technologies (words) SELECT to_tsvector('simple', line) FROM unnest($1::text[]) AS line")
            .bind(texts)
            .execute(&mut connection)
            .await?;
        index_ms += cpu_ms()? - before;
    }
    let before = cpu_ms()?;
    raw_sql("CREATE INDEX technologies_words ON technologies USING gin (words)").execute(&mut connection).await?;
    raw_sql("VACUUM ANALYZE technologies").execute(&mut connection).await?;
    index_ms += cpu_ms()? - before;

    let mut costs = Vec::with_capacity(asked.len());
    for questions in asked {
        // One demand without counting fills the caches: each reads nearly the whole table.
        if let Some(first) = questions.first() {
            search(&mut connection, first).await?;
        }
        let mut times = Vec::with_capacity(questions.len());
        for question in questions {
            let before = cpu_ms()?;
            let found = search(&mut connection, question).await?;
            times.push(cpu_ms()? - before);
            anyhow::ensure!(found > 0, "PostgreSQL found nothing for a demand");
        }
        costs.push(Cost::of(count, index_ms, times));
    }
    connection.close().await?;
    Ok(costs)
}

async fn search(connection: &mut PgConnection, question: &Question) -> anyhow::Result<usize> {
    let words: Vec<String> = question.words().iter().map(|word| format!("'{}'", word.replace('\'', "''"))).collect();
    let found = query(
        "SELECT id FROM technologies, to_tsquery('simple', $1) AS asked WHERE words @@ asked \
         ORDER BY ts_rank(words, asked) DESC LIMIT $2",
    )
    .bind(words.join(" | "))
    .bind(i64::try_from(ANSWERS)?)
    .fetch_all(connection)
    .await?;
    Ok(found.len())
}

/// CPU time of a process with one thread so far.
fn backend_cpu_ms(process: i32) -> anyhow::Result<f64> {
    let file = format!("/proc/{process}/schedstat");
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {file}"))?;
    let nanoseconds: f64 =
        text.split_ascii_whitespace().next().unwrap_or_default().parse().with_context(|| format!("{file}: {text}"))?;
    Ok(nanoseconds / 1e6)
}

#[cfg(test)]
mod tests {
    use super::super::cluster::binaries;
    use super::*;
    use siku_index::bench::demands;

    #[tokio::test]
    async fn postgresql_finds_something_for_every_demand_and_leaves_nothing_behind() {
        let Some(binaries) = binaries() else {
            assert!(!std::env::var("SIKU_NEED_POSTGRES").is_ok_and(|needed| needed == "1"), "no PostgreSQL");
            eprintln!("left out: no PostgreSQL binaries");
            return;
        };
        let whole = demands(4).iter().map(Question::whole).collect();
        let costs = measure(300, &[whole], &binaries).await.unwrap();
        assert!(costs[0].index_docs_per_s > 0.0 && costs[0].match_cpu_ms.p50 > 0.0, "{costs:?}");
        let cluster = Cluster::start(&binaries, MEMORY).unwrap();
        let folder = cluster.folder().to_owned();
        assert!(folder.join("data/postmaster.pid").exists());
        drop(cluster);
        assert!(!folder.exists());
    }
}
