//! How long the counts beside a list take the first reader after a change: by the database, and by what is kept in
//! memory. `cargo run --release --example counting -- 100000`

use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use rand::prelude::*;
use rand::rngs::StdRng;
use siku::accounts::Actor;
use siku::db::Db;
use siku::library::store::{Counts, ImportOptions, ListQuery, import_batch, list, set_status};
use siku::library::{CodeKind, Status, Technologies, Technology};
use siku::seeds;

/// Changes after each of which every list is asked for once.
const ROUNDS: usize = 10;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let count: usize = match std::env::args().nth(1) {
        Some(written) => written.parse().context("records")?,
        None => 20_000,
    };
    let folder = tempfile::tempdir()?;
    let db = Db::connect(&format!("sqlite://{}?mode=rwc", folder.path().join("siku.db").display()), 4).await?;
    db.migrate().await?;
    seeds::load(&db).await?;
    store(&db, count).await?;
    let counts = Counts::default();
    let start = Instant::now();
    counts.prepare(&db).await?;
    println!("{count} technologies, taken in once in {:.0?}; median ms after a change\n", start.elapsed());
    println!("| list | by the database | in memory |\n|---|---|---|");
    let regions = ["africa", "latin_america"].map(str::to_owned).to_vec();
    let lists = [
        ("all", ListQuery::default()),
        ("of two regions", ListQuery { other: vec![(CodeKind::Region, regions)], ..ListQuery::default() }),
        (
            "of a field and a level",
            ListQuery {
                field: vec!["energy".to_owned()],
                other: vec![(CodeKind::Trl, vec!["7".to_owned()])],
                ..ListQuery::default()
            },
        ),
    ];
    for (name, query) in lists {
        let query = ListQuery { status: Some(Status::Published), limit: 1, ..query };
        let (mut by_database, mut in_memory) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let page =
                list::<Technologies>(&*db, &Actor::Public, &ListQuery { facets: false, ..query.clone() }).await?;
            let changed = page.records.first().context("the list is empty")?.head.id;
            set_status::<Technologies>(&db, &Actor::System, changed, None, Status::Archived, None).await?;
            let asked = ListQuery { facets: true, ..query.clone() };
            let start = Instant::now();
            let kept = counts.list::<Technologies>(&db, &Actor::Public, &asked).await?;
            in_memory.push(start.elapsed());
            let start = Instant::now();
            let counted = list::<Technologies>(&*db, &Actor::Public, &asked).await?;
            by_database.push(start.elapsed());
            ensure!((kept.total, kept.facets) == (counted.total, counted.facets), "{name}: the two differ");
        }
        println!("| {name} | {:.1} | {:.1} |", median(by_database), median(in_memory));
    }
    Ok(())
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times.get(times.len() / 2).map_or(0.0, |time| time.as_secs_f64() * 1e3)
}

async fn store(db: &Db, count: usize) -> anyhow::Result<()> {
    let (fields, countries) = (seeds::fields()?, seeds::countries()?);
    let mut random = StdRng::seed_from_u64(1);
    let mut technology = |number: usize| Technology {
        title: format!("Technology {number}"),
        description: "Made up.".to_owned(),
        lang: ["zh", "en", "fr"].choose(&mut random).map(|lang| (*lang).to_owned()),
        country: "CN".to_owned(),
        fields: fields.choose_multiple(&mut random, 2).map(|field| field.code.clone()).collect(),
        target_countries: countries.choose_multiple(&mut random, 3).map(|country| country.code.clone()).collect(),
        trl: Some(random.random_range(3..10)),
        ..Technology::default()
    };
    let bodies: Vec<Technology> = (0..count).map(&mut technology).collect();
    for portion in bodies.chunks(500) {
        import_batch::<Technologies>(db, &Actor::System, portion.to_vec(), &ImportOptions::default()).await?;
    }
    Ok(())
}
