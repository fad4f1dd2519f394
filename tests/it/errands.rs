//! What the command line asks of the process that has the index open: done by the service while it runs, by the
//! command itself otherwise.

use std::collections::BTreeSet;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::program::{Service, run, siku};

fn folder_with_records() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let technologies = [
        r#"{"external_id":"t1","lang":"zh","title":"太阳能滴灌控制器","description":"光伏供电的灌溉控制器。"}"#,
        r#"{"external_id":"t2","lang":"zh","title":"港口起重机","description":"用于集装箱码头。"}"#,
    ];
    let demand = r#"{"external_id":"d1","lang":"zh","country":"TN","title":"光伏灌溉","description":"需要灌溉控制器。","requirements":[{"text":"光伏供电","priority":"must"}]}"#;
    std::fs::write(folder.path().join("technologies.jsonl"), technologies.join("\n")).unwrap();
    std::fs::write(folder.path().join("demands.jsonl"), demand).unwrap();
    for library in ["technologies", "demands"] {
        run(siku(&folder).args(["import", library, &format!("{library}.jsonl")]));
    }
    folder
}

fn index_folders(folder: &TempDir) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder.path().join("data/index")).unwrap().map(|entry| entry.unwrap());
    entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap()).collect()
}

fn said(folder: &TempDir, arguments: &[&str]) -> String {
    String::from_utf8(run(siku(folder).args(arguments)).stdout).unwrap()
}

fn check_rebuild_and_match(folder: &TempDir) {
    assert!(said(folder, &["index", "check"]).contains("technologies: 2 records, index and database are equal"));
    assert_eq!(said(folder, &["index", "rebuild"]), "the new index is in place\n");
    assert!(said(folder, &["index", "check"]).contains("demands: 1 records, index and database are equal"));
    let printed = said(folder, &["match", "--demand", "d1"]);
    assert!(printed.contains("1 must: 光伏供电") && printed.contains("太阳能滴灌控制器"), "{printed}");
    let lines = said(folder, &["match", "--json"]);
    let answer: Value = serde_json::from_str(lines.trim()).unwrap();
    assert_eq!(answer["ranking"]["matches"][0]["technology"]["title"], "太阳能滴灌控制器");
    let unknown = siku(folder).args(["match", "--demand", "d9"]).output().unwrap();
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("there is no demand d9"));
}

#[test]
fn without_a_service_the_commands_open_the_index_themselves() {
    let folder = folder_with_records();
    check_rebuild_and_match(&folder);
    assert_eq!(index_folders(&folder), BTreeSet::from(["b".to_owned()]), "the replaced index is gone");
}

#[tokio::test]
async fn while_a_service_runs_it_does_the_errands_and_goes_on_answering() {
    let folder = folder_with_records();
    let service = Service::start(&folder);
    check_rebuild_and_match(&folder);
    let found = reqwest::get(format!("{}/api/v1/technologies?q=滴灌", service.address)).await.unwrap();
    let found: Value = serde_json::from_str(&found.text().await.unwrap()).unwrap();
    assert_eq!(found["records"][0]["external_id"], "t1", "{found}");
    service.kill();
    // The socket of the killed service is still there and answers nobody.
    assert!(said(&folder, &["index", "check"]).contains("technologies: 2 records, index and database are equal"));
}

#[test]
fn another_rebuild_begins_where_the_last_one_was_cut_off() {
    let folder = folder_with_records();
    assert!(said(&folder, &["index", "check"]).contains("equal"));
    std::fs::create_dir_all(folder.path().join("data/index/b/technologies")).unwrap();
    std::fs::write(folder.path().join("data/index/b/technologies/records.redb"), b"half an index").unwrap();
    assert!(said(&folder, &["index", "check"]).contains("equal"), "what is asked is the other one");
    assert_eq!(said(&folder, &["index", "rebuild"]), "the new index is in place\n");
    assert_eq!(index_folders(&folder), BTreeSet::from(["b".to_owned()]));
}

#[test]
fn an_index_that_cannot_be_used_is_made_again_from_the_database() {
    let folder = folder_with_records();
    check_rebuild_and_match(&folder);
    let records = folder.path().join("data/index/b/technologies/records.redb");
    std::fs::write(&records, b"of another version").unwrap();
    assert!(said(&folder, &["index", "check"]).contains("technologies: 2 records, index and database are equal"));
    assert!(said(&folder, &["match", "--demand", "d1"]).contains("太阳能滴灌控制器"));
}

#[test]
fn the_index_of_another_database_or_of_a_later_state_of_this_one_is_made_anew() {
    let folder = folder_with_records();
    let data = folder.path().join("data");
    let files = ["siku.db", "siku.db-wal", "siku.db-shm"];
    let equal = |records: usize| {
        let answer = said(&folder, &["index", "check"]);
        assert!(answer.contains(&format!("technologies: {records} records, index and database are equal")), "{answer}");
    };
    let remove = || files.iter().for_each(|name| drop(std::fs::remove_file(data.join(name))));
    equal(2);
    for name in files {
        drop(std::fs::copy(data.join(name), folder.path().join(name)));
    }
    let third = r#"{"external_id":"t3","lang":"zh","title":"海水淡化","description":"用于海岛。"}"#;
    std::fs::write(folder.path().join("third.jsonl"), third).unwrap();
    run(siku(&folder).args(["import", "technologies", "third.jsonl"]));
    equal(3);
    remove();
    for name in files {
        drop(std::fs::copy(folder.path().join(name), data.join(name)));
    }
    equal(2);
    // The same records under other ids, with the same numbers of changes.
    remove();
    for library in ["technologies", "demands"] {
        run(siku(&folder).args(["import", library, &format!("{library}.jsonl")]));
    }
    equal(2);
}
