//! A PostgreSQL for the tests: the server at `SIKU_TEST_POSTGRES_URL`, or one of Debian's binaries started in a
//! temporary folder for as long as this process lives. No cluster of the system is used or needed.
//!
//! Without either, PostgreSQL tests are left out and say so; `SIKU_NEED_POSTGRES=1` (set by `make test`) makes that
//! a failure.

use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

/// A running server.
pub struct Server {
    /// Address of its maintenance database, without the name of a database at the end when it is ours.
    admin_url: String,
    _watch: Option<Child>,
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
        return Some(Server { admin_url, _watch: None });
    }
    let started = binaries().map(|binaries| start(&binaries));
    if started.is_none() {
        let needed = std::env::var("SIKU_NEED_POSTGRES").is_ok_and(|needed| needed == "1");
        assert!(!needed, "no PostgreSQL: install the package postgresql or set SIKU_TEST_POSTGRES_URL");
        eprintln!("PostgreSQL tests are left out: no server binaries and no SIKU_TEST_POSTGRES_URL");
    }
    started
}

/// Debian's newest server binaries, which are not in the PATH.
fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let folders = versions.filter_map(|version| Some(version.ok()?.path().join("bin")));
    folders.filter(|folder| folder.join("initdb").exists()).max_by_key(|folder| version_of(folder))
}

fn version_of(folder: &Path) -> u32 {
    let version = folder.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    version.and_then(|version| version.parse().ok()).unwrap_or(0)
}

fn start(binaries: &Path) -> Server {
    let folder = tempfile::Builder::new().prefix("siku-pg-").tempdir().expect("a temporary folder").keep();
    // The server refuses to run as root; Debian's package brings an account for it.
    let account = if is_root(&folder) { account("postgres") } else { None };
    if let Some((user, group)) = account {
        chown(&folder, Some(user), Some(group)).expect("the folder can be given to postgres");
    }
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700)).expect("permissions can be set");

    let mut initdb = as_account(Command::new(binaries.join("initdb")), account);
    let arguments = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-locale", "--no-sync", "-D"];
    let made = initdb.args(arguments).arg(folder.join("data")).current_dir(&folder).output().expect("initdb runs");
    assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));

    let options = format!("-k {} -c listen_addresses= -c fsync=off -c max_connections=200", folder.display());
    let mut control = as_account(Command::new(binaries.join("pg_ctl")), account);
    control.args(["start", "--wait", "--silent", "--options", &options]);
    control.arg("--pgdata").arg(folder.join("data")).arg("--log").arg(folder.join("log")).current_dir("/");
    // Apart from the terminal: Ctrl-C reaches the tests, and their end reaches the server.
    let started = control.stdin(Stdio::null()).process_group(0).status().expect("pg_ctl runs");
    let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
    assert!(started.success(), "PostgreSQL did not start: {log}");

    // The shell ends the server when its standard input closes: when this process is gone, however it went.
    let script = r#"
        cat >/dev/null
        "$1/pg_ctl" stop --wait --silent --mode fast --pgdata "$2/data"
        rm -rf "$2"
    "#;
    let mut watch = as_account(Command::new("sh"), account);
    watch.args(["-c", script, "sh"]).arg(binaries).arg(&folder).current_dir("/");
    let watch = watch.stdin(Stdio::piped()).process_group(0).spawn().expect("the shell starts");
    let admin_url = format!("postgres://postgres@localhost/postgres?host={}", folder.display());
    Server { admin_url, _watch: Some(watch) }
}

fn is_root(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(folder).expect("the folder is there").uid() == 0
}

/// User and group number of an account.
fn account(name: &str) -> Option<(u32, u32)> {
    let accounts = std::fs::read_to_string("/etc/passwd").ok()?;
    let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut numbers = line.split(':').skip(2);
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

fn as_account(mut command: Command, account: Option<(u32, u32)>) -> Command {
    if let Some((user, group)) = account {
        command.uid(user).gid(group);
    }
    command
}
