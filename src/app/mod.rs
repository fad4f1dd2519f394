//! The running service: what a handler may use ([`App`]) and how everything is started and stopped ([`start`]).
//! Production and tests start the same thing; only the settings differ.

pub mod access_log;
pub mod edge;
pub mod health;
pub mod metrics;

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::{Compress, from_fn};
use actix_web::{HttpServer, web};
use anyhow::Context;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tracing_actix_web::TracingLogger;

use crate::accounts::sealing::Sealing;
use crate::config::Settings;
use crate::db::Db;
use crate::errands::board::Board;
use crate::errands::socket;
use crate::library::store::Counts;
use crate::live::Live;
use crate::matching::worker::{embed_slowly, follow};
use crate::matching::{Engine, MatchingWork};
use crate::notices::worker::Rounds;
use crate::pages::reader::NameCache;
use crate::translating::Translator;
use crate::webhooks::deliver::Deliverer;
use crate::{dashboard, live, notices, outbox, pages, routes, translating, webhooks};

/// Time running requests get to finish when the service stops.
const GRACE_SECONDS: u64 = 20;
const METRICS_UPKEEP: Duration = Duration::from_secs(5);

/// What a handler may use.
#[derive(Clone)]
pub struct App {
    pub settings: Arc<Settings>,
    pub db: Db,
    /// The index and the matcher.
    pub engine: Arc<Engine>,
    /// Address under which others reach the service, without a slash at the end.
    pub public_url: Arc<str>,
    /// Errands that were left on a page.
    pub errands: Arc<Board>,
    /// Tells open pages what is new.
    pub live: Arc<Live>,
    /// The names of fields and countries on pages.
    pub names: Arc<NameCache>,
    /// The counts beside lists.
    pub counts: Arc<Counts>,
    /// The counts of the dashboard.
    pub dashboard: Arc<dashboard::Counter>,
}

impl App {
    /// What seals secrets that are stored.
    pub fn sealing(&self) -> anyhow::Result<Sealing> {
        Sealing::of(&self.settings.accounts.secret_key)
    }

    /// Bytes of the largest document of a case.
    pub fn largest_document(&self) -> usize {
        self.settings.limits.document_mb.saturating_mul(1_000_000)
    }
}

/// A service that answers at `address` until it is stopped.
pub struct Server {
    pub address: SocketAddr,
    pub app: App,
    handle: ServerHandle,
    serving: JoinHandle<std::io::Result<()>>,
    background: Vec<JoinHandle<()>>,
    upkeep: JoinHandle<()>,
    stop: watch::Sender<bool>,
}

/// Starts the service on an open database. Port 0 takes any free port; `Server::address` says which.
pub async fn start(settings: Settings, db: Db, engine: Arc<Engine>) -> anyhow::Result<Server> {
    let rounds = rounds(&settings, &db)?;
    let wanted = settings.server.address.as_str();
    let listener = TcpListener::bind(wanted).with_context(|| format!("cannot listen on {wanted}"))?;
    let address = listener.local_addr().with_context(|| format!("cannot tell the address of {wanted}"))?;
    let public_url = match settings.server.public_url.trim_end_matches('/') {
        "" => format!("http://{address}"),
        given => given.to_owned(),
    };
    let app = App {
        settings: Arc::new(settings),
        db,
        engine,
        public_url: public_url.into(),
        errands: Arc::default(),
        live: Arc::default(),
        names: Arc::default(),
        counts: Arc::default(),
        dashboard: Arc::default(),
    };

    metrics::install();
    let shared = web::Data::new(app.clone());
    let server = HttpServer::new(move || {
        actix_web::App::new()
            .app_data(shared.clone())
            .configure(|config| routes::configure(config, &shared))
            .default_service(web::to(edge::not_found))
            .wrap(from_fn(edge::edge))
            .wrap(from_fn(pages::errors::dress))
            .wrap(Compress::default())
            .wrap(TracingLogger::<access_log::AccessLog>::new())
    })
    .disable_signals()
    // A page goes out in several writes; without this the last one waits for the client's acknowledgement, up to 40 ms.
    .tcp_nodelay(true)
    .shutdown_timeout(GRACE_SECONDS)
    .listen(listener)
    .with_context(|| format!("cannot listen on {address}"))?
    .run();

    let handle = server.handle();
    let serving = tokio::spawn(server);
    let (stop, stopping) = watch::channel(false);
    let mut background = spawn_work(&app.settings, &app.db, &app.engine, rounds, &stopping);
    let poll = Duration::from_secs(app.settings.worker.poll_seconds.max(1));
    background.push(tokio::spawn(live::look::run(app.db.clone(), Arc::clone(&app.live), poll)));
    background.push(tokio::spawn(prepare_counts(app.clone(), stopping.clone())));
    let upkeep = tokio::spawn(metrics_upkeep());
    tracing::info!(%address, "listening");
    Ok(Server { address, app, handle, serving, background, upkeep, stop })
}

impl Server {
    /// Serves until the process is asked to stop (Ctrl-C, SIGTERM), then finishes what is running.
    pub async fn run(self) -> anyhow::Result<()> {
        asked_to_stop().await?;
        tracing::info!("stopping");
        self.stop().await
    }

    /// Takes no new request, finishes the running ones, then the background work.
    pub async fn stop(self) -> anyhow::Result<()> {
        // Streams end by themselves only when they are told; nobody is to wait for them.
        self.app.live.close();
        self.handle.stop(true).await;
        self.upkeep.abort();
        // The receivers may be gone already; then there is nobody to tell.
        let _ = self.stop.send(true);
        for task in self.background {
            task.await.context("the worker was torn down")?;
        }
        self.serving.await.context("the web server was torn down")?.context("the web server failed")
    }
}

/// What is done by the clock, what tells webhooks and what translates, where this process is the worker; an error when
/// the settings of mails are wrong.
pub fn rounds(settings: &Settings, db: &Db) -> anyhow::Result<Option<Clockwork>> {
    let all = || {
        Ok(Clockwork {
            rounds: Rounds::of(settings, db)?,
            telling: Deliverer::of(&settings.webhooks, Sealing::of(&settings.accounts.secret_key)?, db)?,
            translating: Translator::of(settings, db)?,
        })
    };
    settings.worker.enabled.then(all).transpose()
}

/// What the worker does besides indexing and matching.
pub struct Clockwork {
    rounds: Rounds,
    telling: Deliverer,
    translating: Option<Translator>,
}

/// Keeps the indexes equal to the database, does the operator's errands, and runs jobs where this process is the worker.
pub fn spawn_work(
    settings: &Settings,
    db: &Db,
    engine: &Arc<Engine>,
    rounds: Option<Clockwork>,
    stop: &watch::Receiver<bool>,
) -> Vec<JoinHandle<()>> {
    let poll = Duration::from_secs(settings.worker.poll_seconds.max(1));
    let work = MatchingWork { db: db.clone(), engine: Arc::clone(engine) };
    let slow = tokio::spawn(embed_slowly(work.clone(), poll, stop.clone()));
    let main = if settings.worker.enabled {
        let (db, stop) = (db.clone(), stop.clone());
        tokio::spawn(async move {
            if let Err(error) = work.begin().await {
                tracing::error!(error = format!("{error:#}"), "demands that another program answered stay as they are");
            }
            outbox::worker::run(db, work, poll, stop).await;
        })
    } else {
        tokio::spawn(follow(work, poll, stop.clone()))
    };
    let errands = socket::listen(&settings.index.dir, db, engine, stop);
    let mut tasks: Vec<JoinHandle<()>> = [main, slow].into_iter().chain(errands).collect();
    if let Some(Clockwork { rounds, telling, translating }) = rounds {
        tasks.push(tokio::spawn(notices::worker::run(rounds, poll, stop.clone())));
        tasks.push(tokio::spawn(webhooks::deliver::run(telling, poll, stop.clone())));
        tasks.extend(translating.map(|one| tokio::spawn(translating::run(one, poll, stop.clone()))));
    }
    tasks
}

/// Readers do not wait for what is stored to be counted; where it fails, the first of them tries again.
async fn prepare_counts(app: App, mut stop: watch::Receiver<bool>) {
    let prepare = async {
        app.counts.prepare(&app.db).await?;
        app.dashboard.prepare(&app.db).await
    };
    tokio::select! {
        _ = stop.changed() => {}
        prepared = prepare => {
            if let Err(error) = prepared {
                tracing::warn!(error = format!("{error:#}"), "nothing is counted ahead of the first reader");
            }
        }
    }
}

async fn metrics_upkeep() {
    let mut clock = tokio::time::interval(METRICS_UPKEEP);
    loop {
        clock.tick().await;
        metrics::upkeep();
    }
}

/// Returns when the process is asked to stop (Ctrl-C, SIGTERM).
pub async fn asked_to_stop() -> anyhow::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for SIGTERM")?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted.context("cannot listen for Ctrl-C"),
        _ = terminate.recv() => Ok(()),
    }
}
