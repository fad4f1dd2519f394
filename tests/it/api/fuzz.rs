//! Schemathesis, a fuzzer that reads the OpenAPI document, sends what the document allows and what it forbids to the
//! running program, as everybody who may call it. No answer may be a 5xx or one that the document does not describe.
//!
//! Left out for one reason only: the fuzzer is not installed. `SIKU_NEED_FUZZER=1`, which `make test` sets, makes
//! that an error.

use std::path::PathBuf;
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

#[test]
fn nothing_that_anybody_sends_is_answered_otherwise_than_documented() {
    let Some(fuzzer) = fuzzer() else {
        eprintln!("left out: schemathesis is not installed; `make test` installs it");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let service = Service::run(&folder, "demo", &[]);
    let document = format!("{}/api/openapi.json", service.address);
    for caller in Role::ALL.into_iter().map(Some).chain([None]) {
        let mut command = Command::new(&fuzzer);
        let hooks = format!("{}/tests/fuzz/hooks.py", env!("CARGO_MANIFEST_DIR"));
        command.env("SCHEMATHESIS_HOOKS", hooks);
        command.current_dir(folder.path()).args(["run", &document, "--checks", CHECKS, "--no-color"]);
        // Chance, the same in every run; and every boundary of every schema, nine thousand requests, as the one who may
        // do most and as one who may do something with what is their own.
        let boundaries = matches!(caller, Some(Role::Admin | Role::Firm));
        let phases = if boundaries { "examples,coverage,fuzzing" } else { "examples,fuzzing" };
        command.args(["--phases", phases, "--max-examples", "15", "--seed", "1", "--generation-deterministic"]);
        command.args(["--continue-on-failure", "--warnings", "off"]);
        let token = caller.map(|role| token(&folder, role));
        if let Some(token) = &token {
            command.args(["--header", &format!("Authorization: Bearer {token}")]);
        }
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "as {caller:?}:\n{said}{}", String::from_utf8_lossy(&output.stderr));
        // Nor may the fuzzer have taken its own token back, which would leave it nothing but 401.
        if let Some(token) = token {
            let me = answer(&service, "/api/v1/me", &token);
            assert_eq!(me["role"], caller.unwrap().as_str(), "{me}");
        }
    }
}

fn answer(service: &Service, path: &str, token: &str) -> Value {
    let url = format!("{}{path}", service.address);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        client.get(url).bearer_auth(token).send().await.unwrap().json().await.unwrap()
    })
}
