//! A PostgreSQL of Debian's binaries in a temporary folder, which ends with its owner or with this process. For the
//! benchmark and for the tests; the service itself never starts one.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, ensure};

/// Ends the server when its standard input closes: when this process is gone, however it went.
const WATCH: &str = r#"
    cat >/dev/null
    "$1/pg_ctl" stop --wait --silent --mode fast --pgdata "$2/data"
    rm -rf "$2"
"#;

/// Debian's newest server binaries, which are not in the PATH.
pub fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let folders = versions.filter_map(|version| Some(version.ok()?.path().join("bin")));
    let version = |folder: &PathBuf| -> Option<u32> { folder.parent()?.file_name()?.to_str()?.parse().ok() };
    folders.filter(|folder| folder.join("initdb").exists()).max_by_key(version)
}

/// A running server, reached by the socket in its folder.
pub struct Cluster {
    folder: PathBuf,
    watch: Child,
}

impl Cluster {
    /// Starts one with a setting of its own (`name=value`); it trusts everybody who reaches its socket as `postgres`.
    ///
    /// # Errors
    /// The server does not start; the error has its log.
    pub fn start(binaries: &Path, setting: &str) -> anyhow::Result<Cluster> {
        let folder = tempfile::Builder::new().prefix("siku-pg-").tempdir().context("cannot make a folder")?;
        // The server refuses to run as root; Debian's package brings an account for it.
        let root = std::fs::metadata(folder.path())?.uid() == 0;
        let account = if root { account("postgres") } else { None };
        if let Some((user, group)) = account {
            chown(folder.path(), Some(user), Some(group))?;
        }
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700))?;
        let command = |name: &Path| {
            let mut command = Command::new(name);
            if let Some((user, group)) = account {
                command.uid(user).gid(group);
            }
            command.current_dir("/").stdin(Stdio::null());
            command
        };

        let data = folder.path().join("data");
        let mut initdb = command(&binaries.join("initdb"));
        initdb.args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-locale", "--no-sync", "-D"]);
        let made = initdb.arg(&data).output().context("cannot run initdb")?;
        ensure!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));

        let options = format!("-k {} -c listen_addresses= -c fsync=off -c {setting}", folder.path().display());
        let log = folder.path().join("log");
        let mut control = command(&binaries.join("pg_ctl"));
        control.args(["start", "--wait", "--silent", "--options", &options]).arg("--pgdata").arg(&data);
        // Apart from the terminal: Ctrl-C reaches this process, and its end reaches the server.
        let started = control.arg("--log").arg(&log).process_group(0).status().context("cannot run pg_ctl")?;
        ensure!(started.success(), "PostgreSQL did not start: {}", std::fs::read_to_string(log).unwrap_or_default());

        let mut watch = command(Path::new("sh"));
        watch.args(["-c", WATCH, "sh"]).arg(binaries).arg(folder.path()).stdin(Stdio::piped()).process_group(0);
        let watch = watch.spawn().context("cannot start the shell that ends PostgreSQL")?;
        Ok(Cluster { folder: folder.keep(), watch })
    }

    /// The folder with the server's socket.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        if let Err(error) = self.watch.wait() {
            eprintln!("the temporary PostgreSQL in {} did not end: {error}", self.folder.display());
        }
    }
}

/// User and group number of an account.
fn account(name: &str) -> Option<(u32, u32)> {
    let accounts = std::fs::read_to_string("/etc/passwd").ok()?;
    let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut numbers = line.split(':').skip(2);
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}
