//! Schemathesis, a fuzzer that reads the OpenAPI document, sends what the document allows and what it forbids to the
//! running program, as everybody who may call it. No answer may be a 5xx or one that the document does not describe.
//!
//! Left out for one reason only: the fuzzer is not installed. `SIKU_NEED_FUZZER=1`, which `make test` sets, makes
//! that an error.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use siku::accounts::Role;
use tempfile::TempDir;

use crate::support::program::{Service, run, siku};

/// What every answer is held against.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_schema_conformance,response_headers_conformance";

/// `make test` puts it there.
fn fuzzer() -> Option<PathBuf> {
    let place = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/schemathesis/bin/schemathesis");
    let found = place.is_file().then_some(place);
    assert!(found.is_some() || std::env::var_os("SIKU_NEED_FUZZER").is_none(), "schemathesis is not installed");
    found
}

/// The token of a new account in the organisation that the demo records of its kind belong to.
fn token(folder: &TempDir, role: Role) -> String {
    let (organisation, name) = (format!("Demo {role} organisation"), format!("fuzzing {role}"));
    let made =
        run(siku(folder).args(["user", "create", "--role", role.as_str(), "--organisation", &organisation, &name]));
    let printed = [made.stdout, made.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    printed.split_whitespace().find(|word| word.starts_with("siku_")).unwrap().to_owned()
}

// Each in a service of its own, so that they can run beside one another.

#[test]
fn nothing_that_an_administrator_sends_is_answered_otherwise_than_documented() {
    fuzz(&[Some(Role::Admin)]);
}

#[test]
fn nothing_that_a_firm_sends_is_answered_otherwise_than_documented() {
    fuzz(&[Some(Role::Firm)]);
}

#[test]
fn nothing_that_anybody_else_sends_is_answered_otherwise_than_documented() {
    let others = Role::ALL.into_iter().filter(|role| !matches!(role, Role::Admin | Role::Firm));
    fuzz(&others.map(Some).chain([None]).collect::<Vec<_>>());
}

/// Sends what each of these may send to one service.
fn fuzz(callers: &[Option<Role>]) {
    let Some(fuzzer) = fuzzer() else {
        eprintln!("left out: schemathesis is not installed; `make test` installs it");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let service = Service::run(&folder, "demo", &[]);
    let document = format!("{}/api/openapi.json", service.address);
    for caller in callers {
        let token = caller.map(|role| token(&folder, role));
        let send = |what: &[&str; 3]| {
            let (sent, said) = send(&fuzzer, &folder, &document, token.as_deref(), what);
            assert!(sent, "{} as {caller:?}:\n{said}", what[0]);
        };
        // Chance, the same in every run; and every boundary of every schema, nine thousand requests, as the one who may
        // do most and as one who may do something with what is their own.
        let both = matches!(caller, Some(Role::Admin | Role::Firm));
        // Before that, for afterwards a firm has as many of everything as it may have, the same two take what was answered
        // into the next request: what was made is looked at, changed and removed. That what was made is there and what is
        // gone is gone is not asked: an answer that is repeated for its key may name what is gone since, and a record that
        // is removed stays for its owner to read.
        if both {
            send(&["stateful", CHECKS, "200"]);
        }
        send(&[if both { "examples,coverage,fuzzing" } else { "examples,fuzzing" }, CHECKS, "15"]);
        // Nor may the fuzzer have taken its own token back, which would leave it nothing but 401.
        if let Some(token) = token {
            let me = answer(&service, "/api/v1/me", &token);
            assert_eq!(me["role"], caller.unwrap().as_str(), "{me}");
        }
    }
}

/// Runs phases of the fuzzer, with what answers are held against and how often chance is tried; answers whether nothing
/// was found, and what it says.
fn send(
    fuzzer: &Path,
    folder: &TempDir,
    document: &str,
    token: Option<&str>,
    [phases, checks, examples]: &[&str; 3],
) -> (bool, String) {
    let mut command = Command::new(fuzzer);
    command.env("SCHEMATHESIS_HOOKS", format!("{}/tests/fuzz/hooks.py", env!("CARGO_MANIFEST_DIR")));
    command.current_dir(folder.path()).args(["run", document, "--checks", checks, "--no-color"]);
    command.args(["--phases", phases, "--max-examples", examples, "--seed", "1", "--generation-deterministic"]);
    command.args(["--continue-on-failure", "--warnings", "off"]);
    if let Some(token) = token {
        command.args(["--header", &format!("Authorization: Bearer {token}")]);
    }
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    (output.status.success(), said)
}

fn answer(service: &Service, path: &str, token: &str) -> Value {
    let url = format!("{}{path}", service.address);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        client.get(url).bearer_auth(token).send().await.unwrap().json().await.unwrap()
    })
}
