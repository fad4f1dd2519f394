//! The database: SQLite in one file by default, PostgreSQL by its address. How it is opened, brought to the newest
//! version, and how a change is made: [`Db::write`]. What is stored belongs to the modules that store it.
//!
//! SQLite takes one writer at a time. All writes of this process go through one connection, so they wait in line
//! instead of polling a locked file; readers have their own connections and never wait (WAL).

use anyhow::Context;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, RuntimeErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use siku_migrations::{Migrator, MigratorTrait};
use std::future::Future;
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// How long a connection waits for another process's lock before it says "busy".
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// Pages of the database that each connection to SQLite keeps, in KiB when negative. The 2 MiB of its own default lets
/// every larger query read its index anew.
const SQLITE_CACHE: &str = "-16000";
/// Rows that are read from SQLite ahead of who waits for them: with its own 50 two threads hand over to one another all
/// the time in a query of thousands.
const SQLITE_ROWS: usize = 1_000;
/// How long a caller waits for a free connection.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(30);
/// How often a write that met another one is tried.
const WRITE_ATTEMPTS: u32 = 8;

/// An open database. Reads go straight to it (it derefs to sea-orm's connection); changes go through [`Db::write`].
#[derive(Debug, Clone)]
pub struct Db {
    reads: DatabaseConnection,
    writes: DatabaseConnection,
    changed: Arc<Notify>,
}

impl Deref for Db {
    type Target = DatabaseConnection;

    fn deref(&self) -> &DatabaseConnection {
        &self.reads
    }
}

/// An error that may come from two writers meeting, after which trying again is right.
pub trait Contended {
    /// Whether the same write, begun anew, may succeed.
    fn is_contended(&self) -> bool;
}

impl Contended for DbErr {
    fn is_contended(&self) -> bool {
        let (DbErr::Exec(RuntimeErr::SqlxError(cause))
        | DbErr::Query(RuntimeErr::SqlxError(cause))
        | DbErr::Conn(RuntimeErr::SqlxError(cause))) = self
        else {
            return false;
        };
        let code = cause.as_database_error().and_then(|error| error.code());
        // PostgreSQL: serialisation failure, deadlock. SQLite: busy, locked, busy snapshot.
        matches!(code.as_deref(), Some("40001" | "40P01" | "5" | "6" | "517"))
    }
}

impl Contended for anyhow::Error {
    fn is_contended(&self) -> bool {
        self.chain().any(|cause| cause.downcast_ref::<DbErr>().is_some_and(Contended::is_contended))
    }
}

/// What a change is doing; boxed because closures cannot yet promise that their futures may move between threads.
pub type Changing<'t, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 't>>;

/// The transaction a change runs in. `'a` is how long what the change refers to lives: longer than the transaction.
#[derive(Debug, Clone, Copy)]
pub struct Transaction<'t, 'a> {
    inner: &'t DatabaseTransaction,
    scope: PhantomData<&'t &'a ()>,
}

impl Deref for Transaction<'_, '_> {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        self.inner
    }
}

impl Db {
    /// Opens the database at `url`: `sqlite://data/siku.db?mode=rwc` or `postgres://user:password@host/name`.
    /// The folder of a SQLite file is made when it is missing.
    pub async fn connect(url: &str, max_connections: u32) -> anyhow::Result<Self> {
        if let Some(file) = url.strip_prefix("sqlite:") {
            let file = file.trim_start_matches("//");
            let path = std::path::Path::new(file.split('?').next().unwrap_or(file));
            // Readers and the writer would each see a database of their own.
            anyhow::ensure!(
                path.as_os_str() != ":memory:" && !file.contains("mode=memory"),
                "the database must be a file: {url} is in memory"
            );
            if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                std::fs::create_dir_all(folder)
                    .with_context(|| format!("cannot make the database folder {}", folder.display()))?;
            }
            let writes = Database::connect(options(url, 1)).await.context("cannot open the database for writing")?;
            let reads = Database::connect(options(url, max_connections)).await.context("cannot open the database")?;
            return Ok(Self { reads, writes, changed: Arc::default() });
        }
        let reads = Database::connect(options(url, max_connections)).await.context("cannot connect to the database")?;
        Ok(Self { writes: reads.clone(), reads, changed: Arc::default() })
    }

    /// Brings the database to the newest version.
    pub async fn migrate(&self) -> anyhow::Result<()> {
        Migrator::up(&self.writes, None).await.context("cannot bring the database to the newest version")
    }

    /// Names of the migrations that have not run yet.
    pub async fn pending_migrations(&self) -> anyhow::Result<Vec<String>> {
        let pending = Migrator::get_pending_migrations(&self.writes).await.context("cannot read the migrations")?;
        Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
    }

    /// Whether it is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.reads.get_database_backend() == DbBackend::Postgres
    }

    /// Runs `change` in one transaction: all of it is stored durably, or nothing. When another writer was in the way
    /// it runs again from the start, so it must do nothing but use the transaction.
    ///
    /// For handlers and commands, whose futures stay on their thread; [`Db::write_send`] does the same elsewhere.
    pub async fn write<T, E, F>(&self, mut change: F) -> Result<T, E>
    where
        F: AsyncFnMut(&DatabaseTransaction) -> Result<T, E>,
        E: Contended + From<DbErr>,
    {
        let mut attempt = 1;
        loop {
            let transaction = self.begin().await?;
            let outcome = change(&transaction).await;
            let outcome = self.end(transaction, outcome).await;
            if !again(&outcome, &mut attempt).await {
                return outcome;
            }
        }
    }

    /// [`Db::write`] in futures that may move between threads, which async closures cannot promise yet:
    ///
    /// ```ignore
    /// db.write_send(|transaction| Box::pin(async move { row.insert(&*transaction).await })).await
    /// ```
    pub async fn write_send<'a, T, E, F>(&self, mut change: F) -> Result<T, E>
    where
        F: for<'t> FnMut(Transaction<'t, 'a>) -> Changing<'t, T, E> + Send,
        T: Send,
        E: Contended + From<DbErr> + Send,
    {
        let mut attempt = 1;
        loop {
            let transaction = self.begin().await?;
            let outcome = change(Transaction { inner: &transaction, scope: PhantomData }).await;
            let outcome = self.end(transaction, outcome).await;
            if !again(&outcome, &mut attempt).await {
                return outcome;
            }
        }
    }

    async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        self.writes.begin_with_options(immediate).await
    }

    async fn end<T, E: From<DbErr>>(&self, transaction: DatabaseTransaction, outcome: Result<T, E>) -> Result<T, E> {
        if outcome.is_err() {
            // The cause matters to the caller; a failed roll-back only repeats it, and dropping rolls back too.
            drop(transaction.rollback().await);
            return outcome;
        }
        transaction.commit().await?;
        self.changed.notify_one();
        outcome
    }

    /// Rings after every committed write of this process; wakes the worker.
    pub fn changed(&self) -> &Notify {
        &self.changed
    }

    /// Closes every connection.
    pub async fn close(self) -> anyhow::Result<()> {
        self.writes.close().await.context("cannot close the database")?;
        self.reads.close().await.context("cannot close the database")
    }
}

/// Whether a change met another writer and runs again; pauses so that the same two do not meet again.
async fn again<T, E: Contended>(outcome: &Result<T, E>, attempt: &mut u32) -> bool {
    if *attempt >= WRITE_ATTEMPTS || !outcome.as_ref().is_err_and(Contended::is_contended) {
        return false;
    }
    let milliseconds = rand::random_range(1..=5_u32 << *attempt);
    *attempt += 1;
    tokio::time::sleep(Duration::from_millis(milliseconds.into())).await;
    true
}

fn options(url: &str, max_connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(max_connections.max(1))
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite: SqliteConnectOptions| {
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(BUSY_TIMEOUT)
                .foreign_keys(true)
                .pragma("cache_size", SQLITE_CACHE)
                .row_buffer_size(SQLITE_ROWS)
        })
        .map_sqlx_postgres_opts(|postgres: PgConnectOptions| postgres.application_name("siku"));
    options
}
