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

fn write(folder: &tempfile::TempDir, name: &str, text: &str) {
    std::fs::write(folder.path().join(name), text).unwrap();
}

#[test]
fn an_import_with_a_bad_row_ends_with_1_and_its_corrected_errors_file_with_0() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "t.csv", "编号,标题,描述,成熟度,备注\na,甲,=1+1,8,x\nb,乙,-5 °C 以下,80,y\n");
    let import = |file: &str| {
        let arguments =
            ["import", "technologies", file, "--ignore", "备注", "--column", "编号=external_id", "--errors", "bad.csv"];
        run(siku(&folder).args(arguments))
    };
    let first = import("t.csv");
    assert_eq!(first.status.code(), Some(1), "{}", text(&first.stderr));
    assert!(
        text(&first.stderr).contains("t.csv:3: column 成熟度: must be between 1 and 9 (value \"80\")"),
        "{}",
        text(&first.stderr)
    );
    assert!(
        text(&first.stdout).contains("2 rows: 1 created, 0 updated, 0 unchanged, 1 skipped"),
        "{}",
        text(&first.stdout)
    );
    let corrected = std::fs::read_to_string(folder.path().join("bad.csv")).unwrap().replace(",80,", ",8,");
    write(&folder, "corrected.csv", &corrected);
    let second = import("corrected.csv");
    assert_eq!(second.status.code(), Some(0), "{}", text(&second.stderr));

    let exported = run(siku(&folder).args(["export", "technologies", "-"]));
    let lines: Vec<serde_json::Value> =
        text(&exported.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["description"], &lines[1]["description"]), (&"=1+1".into(), &"-5 °C 以下".into()));

    let sheet = run(siku(&folder).args(["export", "technologies", "out.csv"]));
    assert_eq!(sheet.status.code(), Some(0), "{}", text(&sheet.stderr));
    let sheet = std::fs::read_to_string(folder.path().join("out.csv")).unwrap();
    assert!(sheet.starts_with('\u{FEFF}') && sheet.contains(",'=1+1,"), "{sheet}");
}

#[test]
fn columns_nobody_knows_end_with_1_and_a_wrong_mapping_with_2() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder, "t.csv", "title,colour\na,red\n");
    let refused = run(siku(&folder).args(["import", "technologies", "t.csv"]));
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused.stderr).contains("unknown column colour"), "{}", text(&refused.stderr));
    let wrong = run(siku(&folder).args(["import", "technologies", "t.csv", "--column", "colour=color"]));
    assert_eq!(wrong.status.code(), Some(2), "{}", text(&wrong.stderr));
    assert_eq!(run(siku(&folder).args(["import", "technologies", "t.doc"])).status.code(), Some(2));
    assert_eq!(run(siku(&folder).args(["import", "things", "t.csv"])).status.code(), Some(2));
    assert_eq!(run(siku(&folder).args(["import", "technologies", "missing.csv"])).status.code(), Some(1));
}

#[test]
fn schema_and_openapi_are_printed_without_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let schema = run(siku(&folder).args(["schema", "demands"]));
    let schema: serde_json::Value = serde_json::from_slice(&schema.stdout).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["required"], serde_json::json!(["country"]));
    let openapi = run(siku(&folder).arg("openapi"));
    assert_eq!(openapi.status.code(), Some(0));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is made");
}

#[test]
fn the_token_of_a_new_account_alone_goes_to_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let created = run(siku(&folder).args(["user", "create", "--role", "admin"]));
    assert_eq!(created.status.code(), Some(0), "{}", text(&created.stderr));
    let token = text(&created.stdout);
    assert_eq!(token.split_whitespace().count(), 1, "{token}");
    assert!(!text(&created.stderr).contains(token.trim()));
    let again = run(siku(&folder).args(["user", "create", "--role", "admin"]));
    assert_eq!(again.status.code(), Some(1));
    let reset = run(siku(&folder).args(["user", "reset", "admin"]));
    assert_ne!(text(&reset.stdout), token);
}

#[test]
fn a_backup_restores_on_another_machine_and_never_over_something() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(&here, "t.jsonl", "{\"external_id\":\"a\",\"title\":\"甲\"}\n");
    assert_eq!(run(siku(&here).args(["import", "technologies", "t.jsonl"])).status.code(), Some(0));
    let file = there.path().join("siku.backup");
    let backup = run(siku(&here).arg("backup").arg(&file).env("SIKU_LOG__FILTER", "warn"));
    assert_eq!(backup.status.code(), Some(0), "{}", text(&backup.stderr));
    let restored = run(siku(&there).args(["restore", "siku.backup"]));
    assert_eq!(restored.status.code(), Some(0), "{}", text(&restored.stderr));
    let exported = |folder| text(&run(siku(folder).args(["export", "technologies", "-"])).stdout);
    assert_eq!(exported(&here), exported(&there));
    let again = run(siku(&there).args(["restore", "siku.backup"]));
    assert_eq!(again.status.code(), Some(1));
    assert!(text(&again.stderr).contains("not empty"), "{}", text(&again.stderr));
}
