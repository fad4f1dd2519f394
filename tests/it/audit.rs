//! The audit: every write and every confidential read is in it, and nobody alters it unnoticed.

use std::io::Cursor;

use sea_orm::{ConnectionTrait, DbBackend};
use serde_json::json;
use siku::accounts::Role;
use siku::audit::{self, Verdict};
use siku::backup::{backup, restore};
use siku::db::Db;
use siku::library::Technologies;
use siku::library::store::{self, ImportOptions};

use crate::api::{address, technology as posted};
use crate::on_both_databases;
use crate::support::database::TestDb;
use crate::support::program::{run, siku};
use crate::support::records::{admin, published, technology};
use crate::support::service::TestApp;

/// Six entries: an import of four, and two by themselves.
async fn fill(db: &Db) {
    let rows = ["a", "b", "c", "d"].map(technology).to_vec();
    store::import_batch::<Technologies>(db, &admin(), rows, &ImportOptions::default()).await.unwrap();
    for title in ["e", "f"] {
        store::create::<Technologies>(db, &admin(), technology(title), published()).await.unwrap();
    }
}

async fn verdict(db: &Db, head: Option<&str>) -> Verdict {
    audit::verify(db, head, |_| {}).await.unwrap()
}

/// The newest hash of a chain of so many entries that holds.
async fn whole(db: &Db, expected: i64) -> String {
    match verdict(db, None).await {
        Verdict::Whole { entries, head } if entries == expected => head,
        other => panic!("{other:?}"),
    }
}

/// The number at which the chain breaks, and what is said of it.
async fn broken(db: &Db, head: Option<&str>) -> (i64, String) {
    match verdict(db, head).await {
        Verdict::Broken(broken) => (broken.seq, broken.to_string()),
        whole => panic!("{whole:?}"),
    }
}

/// What somebody with the database in their hands can do: the triggers are no obstacle.
async fn tamper(db: &Db, statements: &[&str]) {
    let triggers: Vec<String> = match db.get_database_backend() {
        DbBackend::Postgres => ["audit_entries", "audit_chain"]
            .map(|table| format!("DROP TRIGGER append_only_{table} ON {table}"))
            .to_vec(),
        _ => ["audit_entries", "audit_chain"]
            .iter()
            .flat_map(|table| ["UPDATE", "DELETE"].map(|action| format!("DROP TRIGGER append_only_{table}_{action}")))
            .collect(),
    };
    for sql in triggers.iter().map(String::as_str).chain(statements.iter().copied()) {
        db.execute_unprepared(sql).await.unwrap();
    }
}

const THIRD: &str = "(SELECT entry_id FROM audit_chain WHERE seq = 3)";

on_both_databases! {
    async fn every_write_is_bound_to_the_one_before_and_the_database_refuses_changes(db: &TestDb) {
        fill(db).await;
        whole(db, 6).await;
        for sql in ["UPDATE audit_chain SET hash = 'x'", "DELETE FROM audit_chain"] {
            let error = db.execute_unprepared(sql).await.unwrap_err().to_string();
            assert!(error.contains("append-only"), "{sql}: {error}");
        }
    }

    async fn an_altered_entry_is_named_with_its_number_and_time(db: &TestDb) {
        fill(db).await;
        tamper(db, &[&format!("UPDATE audit_entries SET action = 'read' WHERE id = {THIRD}")]).await;
        let (seq, said) = broken(db, None).await;
        assert_eq!(seq, 3);
        assert!(said.contains("entry 3: was altered") && said.contains("(20"), "{said}");
    }

    async fn a_removed_entry_is_named_whether_or_not_its_place_went_too(db: &TestDb) {
        fill(db).await;
        tamper(db, &[&format!("DELETE FROM audit_entries WHERE id = {THIRD}")]).await;
        let (seq, said) = broken(db, None).await;
        assert!(seq == 3 && said.contains("is gone"), "{said}");
        db.execute_unprepared("DELETE FROM audit_chain WHERE seq = 3").await.unwrap();
        let (seq, said) = broken(db, None).await;
        assert!(seq == 3 && said.contains("is missing; the next one there is 4"), "{said}");
        // Closing the gap does not help either.
        db.execute_unprepared("UPDATE audit_chain SET seq = 3 WHERE seq = 4").await.unwrap();
        let (seq, said) = broken(db, None).await;
        assert!(seq == 3 && said.contains("does not follow"), "{said}");
    }

    async fn swapped_entries_are_noticed_at_the_first_of_them(db: &TestDb) {
        fill(db).await;
        let moves = [
            "UPDATE audit_chain SET seq = 100 WHERE seq = 2",
            "UPDATE audit_chain SET seq = 2 WHERE seq = 4",
            "UPDATE audit_chain SET seq = 4 WHERE seq = 100",
        ];
        tamper(db, &moves).await;
        assert_eq!(broken(db, None).await.0, 2);
    }

    async fn an_entry_written_past_the_chain_is_noticed(db: &TestDb) {
        fill(db).await;
        let copy = "INSERT INTO audit_entries (id, at, action) SELECT record_id, at, 'read' FROM audit_entries LIMIT 1";
        db.execute_unprepared(copy).await.unwrap();
        let (seq, said) = broken(db, None).await;
        assert!(seq == 7 && said.contains("written past it"), "{said}");
    }

    async fn a_cut_off_end_is_noticed_and_even_a_forged_one_by_whoever_remembers_the_head(db: &TestDb) {
        fill(db).await;
        let remembered = whole(db, 6).await;
        tamper(db, &["DELETE FROM audit_entries WHERE id IN (SELECT entry_id FROM audit_chain WHERE seq > 4)",
            "DELETE FROM audit_chain WHERE seq > 4"]).await;
        let (seq, said) = broken(db, None).await;
        assert!(seq == 5 && said.contains("6 entries were written"), "{said}");
        let forge = "UPDATE audit_head SET seq = 4, hash = (SELECT hash FROM audit_chain WHERE seq = 4)";
        db.execute_unprepared(forge).await.unwrap();
        let older = whole(db, 4).await;
        let (seq, said) = broken(db, Some(&remembered)).await;
        assert!(seq == 5 && said.contains(&remembered), "{said}");
        store::create::<Technologies>(db, &admin(), technology("g"), published()).await.unwrap();
        assert!(matches!(verdict(db, Some(&older)).await, Verdict::Whole { entries: 5, .. }));
    }

    async fn entries_older_than_the_chain_become_its_beginning(db: &TestDb) {
        fill(db).await;
        let start = audit::START;
        tamper(db, &["DELETE FROM audit_chain", &format!("UPDATE audit_head SET seq = 0, hash = '{start}'")]).await;
        assert!(broken(db, None).await.1.contains("not in the chain"));
        audit::adopt(db).await.unwrap();
        let head = whole(db, 6).await;
        audit::adopt(db).await.unwrap();
        assert_eq!(whole(db, 6).await, head, "once is enough");
        // The first writer does the same where nobody has before.
        tamper_again(db, start).await;
        store::create::<Technologies>(db, &admin(), technology("g"), published()).await.unwrap();
        whole(db, 7).await;
    }

    async fn writers_of_several_processes_keep_the_chain_whole(db: &TestDb) {
        let other = db.opened_again().await;
        let reader = admin();
        let record = {
            let mut body = technology("secret");
            body.confidential = Some("the recipe".to_owned());
            store::create::<Technologies>(db, &reader, body, published()).await.unwrap()
        };
        let tasks: Vec<_> = (0..8)
            .map(|number| {
                let db = if number % 2 == 0 { Db::clone(db) } else { other.clone() };
                let record = record.clone();
                tokio::spawn(async move {
                    for round in 0..6 {
                        let title = format!("t{number}-{round}");
                        store::create::<Technologies>(&db, &admin(), technology(&title), published()).await.unwrap();
                        audit::disclosed(&db, &admin(), "record", [&record]).await.unwrap();
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        whole(db, 1 + 8 * 6 * 2).await;
    }

    async fn whoever_is_shown_something_confidential_is_written_down_and_nobody_else(db: &TestDb) {
        let app = TestApp::on(db).await;
        let mut body = posted("甲");
        body["confidential"] = "the recipe".into();
        let secret = app.add("technologies", &body).await;
        let plain = app.add("technologies", &posted("乙")).await;
        let centre = json!({"title": "Centre", "lang": "en", "kind": "technology_transfer_centre", "country": "CN",
            "contacts": [{"name": "Wang", "email": "wang@example.org"}]});
        let centre = app.add("institutions", &centre).await;
        let reads = async || {
            let asked = "/api/v1/audit?action=read_confidential&limit=100";
            let page = app.get(asked).send().await.expect(200).json();
            page["records"].as_array().unwrap().clone()
        };
        // Every address that shows a record, as an administrator: what has the secret in it leaves an entry.
        let mut expected = 0;
        for (record, word) in [(&secret, "the recipe"), (&plain, "the recipe"), (&centre, "wang@example.org")] {
            let place = address(record);
            let library = format!("/api/v1/{}", record["library"].as_str().unwrap());
            let addresses = ["", "/versions", "/versions/1", "/translations"].map(|end| format!("{place}{end}"));
            for asked in addresses.iter().chain([&library]) {
                let shown = app.get(asked).send().await.expect(200).text.contains(word);
                expected += usize::from(shown);
                assert_eq!(reads().await.len(), expected, "{asked}");
            }
            app.get(&place).anonymous().send().await.expect(200);
        }
        assert_eq!(expected, 3 + 1 + 1 + 4, "three addresses and the list of technologies twice, of institutions once");
        let changed = app.patch(&address(&secret), &json!({"title": "丙"})).header("if-match", "*").send().await;
        assert!(changed.expect(200).text.contains("the recipe"));
        let entries = reads().await;
        assert_eq!(entries.len(), expected + 1);
        let newest = &entries[0];
        assert_eq!((&newest["record_id"], &newest["version"]), (&secret["id"], &json!(2)));
        assert_eq!(newest["detail"]["columns"], json!(["confidential"]));
        assert!(newest["actor_id"].is_string() && !newest.to_string().contains("recipe"), "{newest}");
        let unchanged = app.get(&address(&secret)).send().await.expect(200);
        let again = app.get(&address(&secret)).header("if-none-match", unchanged.header("etag")).send().await;
        again.expect(304);
        assert_eq!(reads().await.len(), expected + 2, "an answer without a body shows nothing");
        let Verdict::Whole { .. } = verdict(db, None).await else { panic!("the chain broke") };
    }

    async fn the_audit_is_filtered_paged_and_for_administrators(db: &TestDb) {
        let app = TestApp::on(db).await;
        let one = app.add("technologies", &posted("甲")).await;
        let two = app.add("technologies", &posted("乙")).await;
        let steward = app.token_of("steward", Role::Steward, None).await;
        app.get("/api/v1/audit").token(&steward).send().await.expect_problem(403, "forbidden");
        app.get("/api/v1/audit").anonymous().send().await.expect_problem(401, "unauthenticated");
        let list = async |query: &str| {
            app.get(&format!("/api/v1/audit?{query}")).send().await.expect(200).json()
        };
        let of_one = list(&format!("record={}", one["id"].as_str().unwrap())).await;
        assert_eq!(of_one["records"].as_array().unwrap().len(), 1);
        let created = list("action=created").await["records"].as_array().unwrap().clone();
        assert_eq!((&created[0]["record_id"], &created[1]["record_id"]), (&two["id"], &one["id"]));
        let actor = created[0]["actor_id"].as_str().unwrap();
        assert_eq!(list(&format!("actor={actor}")).await["records"].as_array().unwrap().len(), 2);
        let accounts = list("action=account_created").await;
        assert_eq!(accounts["records"][0]["detail"], json!({"name": "steward", "role": "steward"}));
        let (first, second) = (created[1]["at"].as_str().unwrap(), created[0]["at"].as_str().unwrap());
        let between = list(&format!("action=created&from={first}&to={second}")).await;
        assert_eq!(between["records"][0]["record_id"], one["id"]);
        assert_eq!(between["records"].as_array().unwrap().len(), 1);
        let mut seen = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = list(&format!("limit=1{cursor}")).await;
            seen.push(page["records"][0]["seq"].as_i64().unwrap());
            let Some(next) = page["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(seen, [4, 3, 2, 1]);
        let wrong = app.get("/api/v1/audit?from=yesterday&cursor=x&actor=me").send().await;
        assert_eq!(wrong.expect_problem(400, "invalid_parameter"), ["actor", "from", "cursor"]);
    }
}

async fn tamper_again(db: &Db, start: &str) {
    db.execute_unprepared("DELETE FROM audit_chain").await.unwrap();
    db.execute_unprepared(&format!("UPDATE audit_head SET seq = 0, hash = '{start}'")).await.unwrap();
}

async fn moves_from_to(from: &TestDb, into: &TestDb) {
    fill(from).await;
    let head = whole(from, 6).await;
    let mut file = Cursor::new(Vec::new());
    backup(from, &mut file, "", |_| {}).await.unwrap();
    restore(into, file, |_, _| {}).await.unwrap();
    assert_eq!(whole(into, 6).await, head);
    store::create::<Technologies>(into, &admin(), technology("g"), published()).await.unwrap();
    assert!(matches!(verdict(into, Some(&head)).await, Verdict::Whole { entries: 7, .. }));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_keeps_the_chain_whole_from_either_database_to_the_other() {
    moves_from_to(&TestDb::sqlite().await, &TestDb::sqlite().await).await;
    if let (Some(one), Some(other)) = (TestDb::postgres().await, TestDb::postgres().await) {
        moves_from_to(&TestDb::sqlite().await, &one).await;
        moves_from_to(&other, &TestDb::sqlite().await).await;
    }
}

#[test]
fn the_command_line_prints_the_head_exports_and_names_what_was_altered() {
    let folder = tempfile::tempdir().unwrap();
    run(siku(&folder).args(["user", "create", "one", "--role", "firm"]));
    let verified = run(siku(&folder).args(["audit", "verify"]));
    let head = String::from_utf8(verified.stdout).unwrap().trim().to_owned();
    assert_eq!(head.len(), 64);
    run(siku(&folder).args(["user", "reset", "one"]));
    // Contacts and confidential parts that leave by the command line leave an entry too.
    run(siku(&folder).args(["export", "technologies", "all.jsonl"]));
    run(siku(&folder).args(["export", "technologies", "public.jsonl", "--public"]));
    run(siku(&folder).args(["audit", "export", "audit.jsonl"]));
    let newest = run(siku(&folder).args(["audit", "verify", "--head", &head])).stdout;
    let of_file = run(siku(&folder).args(["audit", "verify", "--head", &head, "--file", "audit.jsonl"])).stdout;
    assert_eq!(newest, of_file);
    let path = folder.path().join("audit.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.lines().count(), 3);
    std::fs::write(&path, text.replace("account_reset", "account_asked")).unwrap();
    let refused = siku(&folder).args(["audit", "verify", "--file", "audit.jsonl"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("entry 2: was altered"), "{said}");
    std::fs::write(&path, text.lines().next().unwrap()).unwrap();
    let newest = String::from_utf8(newest).unwrap();
    let cut = siku(&folder).args(["audit", "verify", "--file", "audit.jsonl", "--head", newest.trim()]).output();
    assert_eq!(cut.unwrap().status.code(), Some(1));
}
