//! A PostgreSQL for the tests: the server at `SIKU_TEST_POSTGRES_URL`, or one of Debian's binaries started in a
//! temporary folder for as long as this process lives. No cluster of the system is used or needed.
//!
//! Without either, PostgreSQL tests are left out and say so; `SIKU_NEED_POSTGRES=1` (set by `make test`) makes that
//! a failure.

use std::sync::OnceLock;

use siku::cli::bench::cluster::{Cluster, binaries};

/// A running server.
pub struct Server {
    /// Address of its maintenance database, without the name of a database at the end when it is ours.
    admin_url: String,
    _cluster: Option<Cluster>,
}

impl Server {
    /// Address of the database called `name`.
    pub fn url(&self, name: &str) -> String {
        let (start, parameters) = match self.admin_url.split_once('?') {
            Some((start, parameters)) => (start, format!("?{parameters}")),
            None => (self.admin_url.as_str(), String::new()),
        };
        let (server, _) = start.rsplit_once('/').expect("the address of PostgreSQL ends in a database");
        format!("{server}/{name}{parameters}")
    }

    /// Address of the database that makes others.
    pub fn admin_url(&self) -> &str {
        &self.admin_url
    }
}

/// The server of this process, if there can be one.
pub fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(find_or_start).as_ref()
}

fn find_or_start() -> Option<Server> {
    if let Ok(admin_url) = std::env::var("SIKU_TEST_POSTGRES_URL") {
        return Some(Server { admin_url, _cluster: None });
    }
    let started = binaries().map(|binaries| {
        let cluster = Cluster::start(&binaries, "max_connections=200").expect("PostgreSQL starts");
        let admin_url = format!("postgres://postgres@localhost/postgres?host={}", cluster.folder().display());
        Server { admin_url, _cluster: Some(cluster) }
    });
    if started.is_none() {
        let needed = std::env::var("SIKU_NEED_POSTGRES").is_ok_and(|needed| needed == "1");
        assert!(!needed, "no PostgreSQL: install the package postgresql or set SIKU_TEST_POSTGRES_URL");
        eprintln!("PostgreSQL tests are left out: no server binaries and no SIKU_TEST_POSTGRES_URL");
    }
    started
}
