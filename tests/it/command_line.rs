//! The built program from outside: exit codes, settings, what goes to which stream.

use std::process::{Command, Output};

fn siku(folder: &tempfile::TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_siku"));
    command.current_dir(folder.path()).env_clear();
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn run(command: &mut Command) -> Output {
    command.output().expect("the program starts")
}

#[test]
fn wrong_usage_is_exit_code_2_and_help_is_0() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(siku(&folder).arg("no-such-command")).status.code(), Some(2));
    assert_eq!(run(siku(&folder).args(["import", "technologies"])).status.code(), Some(2));
    assert_eq!(run(siku(&folder).arg("--help")).status.code(), Some(0));
}

#[test]
fn config_check_names_each_source_and_masks_the_database_password() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("site.toml"), "[models]\nthreads = 7\n").unwrap();
    let output = run(siku(&folder)
        .args(["config", "check", "--config", "site.toml"])
        .env("SIKU_DATABASE__URL", "postgres://siku:hunter2@db/siku"));
    let printed = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(!printed.contains("hunter2"), "{printed}");
    let line = |key: &str| printed.lines().find(|line| line.starts_with(key)).unwrap_or_default().to_owned();
    assert!(line("database.url").contains("\"postgres://siku:***@db/siku\""), "{printed}");
    assert!(line("database.url").ends_with("# environment SIKU_DATABASE__URL"), "{printed}");
    assert!(
        line("models.threads").contains("= 7") && line("models.threads").ends_with("# file site.toml"),
        "{printed}"
    );
    assert!(line("server.address").ends_with("# default"), "{printed}");
}

#[test]
fn an_unknown_setting_stops_every_command_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [vec!["config", "check"], vec!["migrate"]] {
        let output = run(siku(&folder).args(arguments).env("SIKU_DATABASE_URL", "sqlite://x.db"));
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stderr).contains("SIKU_DATABASE__URL"), "{}", text(&output.stderr));
    }
}
