//! An empty, migrated database for one test, on SQLite (a temporary file) or PostgreSQL (a database of its own).

use super::postgres;
use sea_orm::{ConnectionTrait, Database};
use siku::db::Db;
use std::ops::Deref;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// A database that goes when the test does.
pub struct TestDb {
    db: Db,
    url: String,
    _folder: Option<TempDir>,
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl TestDb {
    /// SQLite in a temporary file.
    pub async fn sqlite() -> Self {
        let test = Self::empty_sqlite().await;
        test.migrate().await.unwrap();
        siku::seeds::load(&test).await.unwrap();
        test
    }

    /// SQLite in a temporary file, before any migration.
    pub async fn empty_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/siku.db?mode=rwc", folder.path().display());
        Self { db: Db::connect(&url, 8).await.unwrap(), url, _folder: Some(folder) }
    }

    /// A copy of a migrated PostgreSQL database; `None` where there is no server.
    pub async fn postgres() -> Option<Self> {
        static TEMPLATE: OnceCell<String> = OnceCell::const_new();
        let server = postgres::server()?;
        let template = TEMPLATE
            .get_or_init(|| async {
                let (name, url) = make_database(server, None).await;
                let db = Db::connect(&url, 2).await.unwrap();
                db.migrate().await.unwrap();
                siku::seeds::load(&db).await.unwrap();
                db.close().await.unwrap();
                name
            })
            .await;
        let (_, url) = make_database(server, Some(template)).await;
        Some(Self { db: Db::connect(&url, 8).await.unwrap(), url, _folder: None })
    }

    /// A PostgreSQL database before any migration; `None` where there is no server.
    pub async fn empty_postgres() -> Option<Self> {
        let (_, url) = make_database(postgres::server()?, None).await;
        Some(Self { db: Db::connect(&url, 8).await.unwrap(), url, _folder: None })
    }

    /// The same database, as another process would open it.
    pub async fn opened_again(&self) -> Db {
        Db::connect(&self.url, 4).await.unwrap()
    }
}

async fn make_database(server: &postgres::Server, template: Option<&str>) -> (String, String) {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("siku_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let template = template.map(|template| format!(" TEMPLATE {template}")).unwrap_or_default();
    let admin = Database::connect(server.admin_url()).await.unwrap();
    admin.execute_unprepared(&format!("CREATE DATABASE {name}{template}")).await.unwrap();
    admin.close().await.unwrap();
    let url = server.url(&name);
    (name, url)
}

/// Makes of each test two: one on SQLite, one on PostgreSQL.
#[macro_export]
macro_rules! on_both_databases {
    ($( $(#[$meta:meta])* async fn $name:ident($db:ident: &TestDb) $body:block )+) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            use $crate::support::database::TestDb;

            async fn test($db: &TestDb) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                test(&TestDb::sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                if let Some(db) = TestDb::postgres().await {
                    test(&db).await;
                }
            }
        }
    )+};
}
