//! How long pages take: `cargo run --release --example pages -- [--technologies N] [--demands M] [--requests R]`.
//!
//! A database with made-up records and their matches (SQLite; `SIKU_DATABASE__URL` names another, empty one), the real
//! service on a free port, and one request in flight from a client on the same machine, compressed as for a browser.
//! Vectors of records are made up, what is searched for is embedded for real by the models of `SIKU_MODELS__DIR` or `models`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use anyhow::{Context, bail};
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng, rngs::StdRng};
use reqwest::Client;
use reqwest::header::{COOKIE, SET_COOKIE};
use sea_orm::sea_query::Query;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};
use siku::accounts::users::{self, Entry, NewUser};
use siku::accounts::{Actor, Role};
use siku::app;
use siku::config::Settings;
use siku::db::Db;
use siku::layout::url::encode;
use siku::library::parts::Requirement;
use siku::library::store::{ImportOptions, RowOutcome, import_batch};
use siku::library::{Demand, Demands, Library, Status, Technologies, Technology};
use siku::matching::rows::matches;
use siku::matching::{Engine, MatchingWork};
use siku::seeds;
use siku_index::bench;
use siku_index::corpus::{Document, Model, Role as TextRole, TextEncoder};
use siku_index::embed::Encoders;
use siku_index::evaluate::Latency;

const PASSWORD: &str = "cobalt otter sings twice";
/// Addresses of a kind before they come again.
const DIFFERENT: usize = 100;
/// Centres of made-up vectors.
const CENTRES: u64 = 400;
/// Records embedded at once.
const STEP: usize = 2_000;

/// Makes vectors up until the service is asked: embedding 100,000 records takes hours. From then on it embeds for real.
struct HalfMadeUp {
    encoders: Encoders,
    asked: Arc<AtomicBool>,
}

impl TextEncoder for HalfMadeUp {
    fn has(&self, model: Model) -> bool {
        TextEncoder::has(&self.encoders, model)
    }

    fn centred(&self, model: Model, role: TextRole, lang: &str, texts: &[&str]) -> anyhow::Result<Vec<Vec<f32>>> {
        if self.asked.load(Ordering::Relaxed) {
            return TextEncoder::centred(&self.encoders, model, role, lang, texts);
        }
        Ok(texts.iter().map(|text| made_up(text, model.dim())).collect())
    }
}

/// A unit vector that follows from the text, near one of some hundred centres, so that demands have matches.
fn made_up(text: &str, width: usize) -> Vec<f32> {
    let seed = text.bytes().fold(7u64, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let (mut centre, mut noise) = (StdRng::seed_from_u64(seed % CENTRES), StdRng::seed_from_u64(seed));
    let mut value = || centre.random_range(-1.0..1.0f32) + noise.random_range(-0.5..0.5f32);
    let vector: Vec<f32> = (0..width).map(|_| value()).collect();
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
    vector.into_iter().map(|value| value / length).collect()
}

struct Sizes {
    technologies: usize,
    demands: usize,
    requests: usize,
}

fn sizes() -> anyhow::Result<Sizes> {
    let mut sizes = Sizes { technologies: 100_000, demands: 5_000, requests: 300 };
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for pair in arguments.chunks(2) {
        let [name, number] = pair else { bail!("{} has no number", pair.concat()) };
        let number = number.parse().with_context(|| format!("{name} {number}"))?;
        match name.as_str() {
            "--technologies" => sizes.technologies = number,
            "--demands" => sizes.demands = number,
            "--requests" => sizes.requests = number,
            other => bail!("unknown option {other}"),
        }
    }
    Ok(sizes)
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let sizes = sizes()?;
    let folder = tempfile::tempdir()?;
    let mut settings = Settings::load(None)?;
    settings.index.dir = folder.path().join("index");
    settings.server.address = "127.0.0.1:0".to_owned();
    settings.worker.enabled = false;
    let encoders = Encoders::open(&settings.models.dir)?;
    if let Some(missing) = encoders.missing().first() {
        bail!("{} is not there: searches would not be embedded", missing.file.display());
    }
    let url = std::env::var("SIKU_DATABASE__URL");
    let url = url.unwrap_or_else(|_| format!("sqlite://{}?mode=rwc", folder.path().join("siku.db").display()));
    let db = Db::connect(&url, settings.database.max_connections).await?;
    db.migrate().await?;
    siku::audit::adopt(&db).await?;
    seeds::load(&db).await?;
    let asked = Arc::new(AtomicBool::new(false));
    let engine = Arc::new(Engine::open_with(&settings, Arc::new(HalfMadeUp { encoders, asked: Arc::clone(&asked) }))?);
    let work = MatchingWork { db: db.clone(), engine: Arc::clone(&engine) };
    let start = Instant::now();
    store_technologies(&db, sizes.technologies).await?;
    // There is no demand yet that a technology could answer.
    db.execute(&Query::delete().from_table("outbox_jobs").take()).await?;
    eprintln!("{} technologies stored after {:.0?}", sizes.technologies, start.elapsed());
    take_in(&work).await?;
    eprintln!("indexed after {:.0?}", start.elapsed());
    store_demands(&db, sizes.demands).await?;
    take_in(&work).await?;
    eprintln!("{} demands matched after {:.0?}", sizes.demands, start.elapsed());

    let entry = Entry { email: Some("broker@example.org"), password: Some(PASSWORD) };
    users::create_with(&db, &NewUser { name: "broker", role: Role::Broker, organisation: Some("Brokers") }, entry)
        .await?;
    let cases: Vec<uuid::Uuid> = matches::Entity::find()
        .select_only()
        .column(matches::Column::Id)
        .limit(DIFFERENT as u64)
        .into_tuple()
        .all(&*db)
        .await?;
    asked.store(true, Ordering::Relaxed);
    let server = app::start(settings, db, engine).await?;
    let base = format!("http://{}", server.address);
    let session = sign_in(&base).await?;
    println!("{} technologies, {} demands; ms, one request in flight", sizes.technologies, sizes.demands);
    println!("| page | p50 | p95 | p99 |\n|---|---|---|---|");
    for (name, addresses) in addresses(&sizes, &cases) {
        anyhow::ensure!(!addresses.is_empty(), "there is no {name} to ask for");
        let times = measure(&base, &session, &addresses, sizes.requests).await.context(name)?;
        println!("| {name} | {:.1} | {:.1} | {:.1} |", times.p50, times.p95, times.p99);
    }
    server.stop().await
}

async fn store<L: Library>(db: &Db, bodies: Vec<L::Body>) -> anyhow::Result<()> {
    let options = ImportOptions { status: Status::Published, ..ImportOptions::default() };
    for outcome in import_batch::<L>(db, &Actor::System, bodies, &options).await? {
        if let RowOutcome::Refused(errors) = outcome {
            bail!("a made-up record is refused: {errors:?}");
        }
    }
    Ok(())
}

async fn store_technologies(db: &Db, count: usize) -> anyhow::Result<()> {
    let fields = seeds::fields()?;
    let mut random = StdRng::seed_from_u64(1);
    let mut technology = |document: Document| Technology {
        title: document.title,
        description: document.text,
        lang: Some(document.lang),
        country: "CN".to_owned(),
        fields: fields.choose(&mut random).into_iter().map(|field| field.code.clone()).collect(),
        trl: Some(random.random_range(3..10)),
        ..Technology::default()
    };
    for batch in bench::technologies(count) {
        let bodies: Vec<Technology> = batch.into_iter().map(&mut technology).collect();
        for portion in bodies.chunks(500) {
            store::<Technologies>(db, portion.to_vec()).await?;
        }
    }
    Ok(())
}

async fn store_demands(db: &Db, count: usize) -> anyhow::Result<()> {
    let (fields, countries) = (seeds::fields()?, seeds::countries()?);
    let mut random = StdRng::seed_from_u64(2);
    let mut demand = |document: Document| Demand {
        title: document.title,
        description: document.text,
        lang: Some(document.lang),
        country: countries.choose(&mut random).map(|country| country.code.clone()).unwrap_or_default(),
        fields: fields.choose(&mut random).into_iter().map(|field| field.code.clone()).collect(),
        requirements: document
            .requirements
            .into_iter()
            .map(|one| Requirement { text: one.text, ..Requirement::default() })
            .collect(),
        ..Demand::default()
    };
    let bodies: Vec<Demand> = bench::demands(count).into_iter().map(&mut demand).collect();
    for portion in bodies.chunks(500) {
        store::<Demands>(db, portion.to_vec()).await?;
    }
    Ok(())
}

/// Index, vectors, and what follows from them.
async fn take_in(work: &MatchingWork) -> anyhow::Result<()> {
    let corpora = work.engine.corpora();
    while siku::matching::indexing::take_in(&work.db, &corpora).await? {}
    for model in Model::ALL {
        while corpora.blocking(move |corpora| corpora.embed_some(model, STEP)).await? > 0 {}
    }
    work.finish().await?;
    Ok(())
}

/// The pages that people open most, each with many addresses.
fn addresses(sizes: &Sizes, cases: &[uuid::Uuid]) -> Vec<(&'static str, Vec<String>)> {
    let mut random = StdRng::seed_from_u64(3);
    let year = chrono::Datelike::year(&chrono::Utc::now());
    let mut record = |path: &str, letter: char, count: usize| -> Vec<String> {
        let number = |_| format!("{path}/{letter}-{year}-{:06}", random.random_range(1..=count));
        (0..DIFFERENT).map(number).collect()
    };
    let technologies = record("/technologies", 'T', sizes.technologies);
    let demands = record("/demands", 'D', sizes.demands);
    let words: Vec<String> =
        bench::demands(DIFFERENT).into_iter().map(|one| one.title.chars().take(30).collect()).collect();
    let searched = |path: &str| words.iter().map(|words| format!("{path}?q={}", encode(words))).collect::<Vec<_>>();
    let fields = |path: &str| {
        seeds::fields()
            .unwrap_or_default()
            .iter()
            .map(|field| format!("{path}?field={}", field.code))
            .collect::<Vec<_>>()
    };
    vec![
        ("home", vec!["/".to_owned()]),
        ("technologies", vec!["/technologies".to_owned()]),
        ("technologies of a field", fields("/technologies")),
        ("technologies, searched (embedded)", searched("/technologies")),
        ("technology", technologies),
        ("demands", vec!["/demands".to_owned()]),
        ("demands of a field", fields("/demands")),
        ("demand with its matches", demands),
        ("search of all libraries (embedded)", searched("/search")),
        (
            "search of all libraries, narrowed",
            searched("/search").iter().map(|path| format!("{path}&language=en")).collect(),
        ),
        ("dossier of a match", cases.iter().map(|id| format!("/matches/{id}")).collect()),
        ("a broker's queue", vec!["/desk".to_owned()]),
        ("a broker's cases", vec!["/desk/cases".to_owned()]),
        ("notices", vec!["/notices".to_owned()]),
        ("dashboard", vec!["/dashboard".to_owned()]),
        ("dashboard of a field", fields("/dashboard")),
    ]
}

/// The broker's session as a cookie.
async fn sign_in(base: &str) -> anyhow::Result<String> {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let page = client.get(format!("{base}/sign-in")).send().await?;
    let cookies = |answer: &reqwest::Response| -> Vec<String> {
        let each = answer.headers().get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
        each.filter_map(|cookie| cookie.split(';').next().map(str::to_owned)).collect()
    };
    let before = cookies(&page).join("; ");
    let text = page.text().await?;
    let token =
        text.split("name=\"form_token\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).context("no form")?;
    let body = format!("form_token={}&account=broker%40example.org&password={}", encode(token), encode(PASSWORD));
    let form = client.post(format!("{base}/sign-in")).header(COOKIE, before).body(body);
    let answer = form.header("content-type", "application/x-www-form-urlencoded").send().await?;
    anyhow::ensure!(answer.status() == 303, "signing in answered {}", answer.status());
    Ok(cookies(&answer).join("; "))
}

/// Asks one after the other; the first few are not counted.
async fn measure(base: &str, session: &str, addresses: &[String], requests: usize) -> anyhow::Result<Latency> {
    let client = Client::new();
    let mut times = Vec::with_capacity(requests);
    for (at, address) in addresses.iter().cycle().take(requests + 5).enumerate() {
        let start = Instant::now();
        let ask = client.get(format!("{base}{address}")).header(COOKIE, session).header("accept-encoding", "gzip");
        let answer = ask.send().await?;
        anyhow::ensure!(answer.status() == 200, "{address} answered {}", answer.status());
        answer.bytes().await?;
        if at >= 5 {
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
    }
    times.sort_by(f64::total_cmp);
    Ok(Latency::of(&times))
}
