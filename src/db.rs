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
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// How long a connection waits for another process's lock before it says "busy".
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
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

impl Db {
    /// Opens the database at `url`: `sqlite://data/siku.db?mode=rwc` or `postgres://user:password@host/name`.
    /// The folder of a SQLite file is made when it is missing.
    pub async fn connect(url: &str, max_connections: u32) -> anyhow::Result<Self> {
        if let Some(file) = url.strip_prefix("sqlite:") {
            let file = file.trim_start_matches("//");
            let path = std::path::Path::new(file.split('?').next().unwrap_or(file));
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
    pub async fn write<T, E, F>(&self, mut change: F) -> Result<T, E>
    where
        F: AsyncFnMut(&DatabaseTransaction) -> Result<T, E>,
        E: Contended + From<DbErr>,
    {
        let mut attempt = 1;
        loop {
            match self.write_once(&mut change).await {
                Err(error) if error.is_contended() && attempt < WRITE_ATTEMPTS => {
                    let pause = Duration::from_millis(u64::from(rand::random_range(1..=5_u32 << attempt)));
                    tokio::time::sleep(pause).await;
                    attempt += 1;
                }
                outcome => return outcome,
            }
        }
    }

    async fn write_once<T, E, F>(&self, change: &mut F) -> Result<T, E>
    where
        F: AsyncFnMut(&DatabaseTransaction) -> Result<T, E>,
        E: From<DbErr>,
    {
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = self.writes.begin_with_options(immediate).await?;
        match change(&transaction).await {
            Ok(value) => {
                transaction.commit().await?;
                self.changed.notify_one();
                Ok(value)
            }
            Err(error) => {
                // The cause matters to the caller; a failed roll-back only repeats it, and dropping rolls back too.
                drop(transaction.rollback().await);
                Err(error)
            }
        }
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
        })
        .map_sqlx_postgres_opts(|postgres: PgConnectOptions| postgres.application_name("siku"));
    options
}
