//! Documents: what is taken, who sees it, how it is handed out, and that it is in the backup.

use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use siku::backup::{backup, restore};
use siku::db::Db;

use super::Stage;
use crate::on_both_databases;

fn sent(name: &str, content: &[u8]) -> Value {
    json!({"name": name, "content": STANDARD.encode(content)})
}

fn address(document: &Value) -> String {
    format!("documents/{}", document["id"].as_str().unwrap())
}

on_both_databases! {
    async fn a_document_is_seen_by_the_broker_and_by_whom_it_is_for(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        let mine = stage.post("documents", sent("price.txt", b"100"), &stage.firm).await.expect(201).json();
        assert_eq!((&mine["visible_to"], &mine["acting"]), (&json!("technology"), &json!("technology_side")));
        let mut seen = vec![mine];
        for audience in ["broker", "demand", "both"] {
            let mut body = sent("a.txt", audience.as_bytes());
            body["visible_to"] = json!(audience);
            seen.push(stage.post("documents", body, &stage.broker).await.expect(201).json());
        }
        for (token, visible) in [(&stage.firm, [0, 3].as_slice()), (&stage.embassy, &[2, 3]), (&stage.broker, &[0, 1, 2, 3])] {
            let listed: Vec<Value> = stage.records("documents", token).await.iter().map(|one| one["id"].clone()).collect();
            let expected: Vec<Value> = visible.iter().map(|place| seen[*place]["id"].clone()).collect();
            assert_eq!(listed, expected);
            for (place, document) in seen.iter().enumerate() {
                let status = if visible.contains(&place) { 200 } else { 404 };
                stage.get(&address(document), token).await.expect(status);
            }
        }
        let mut across = sent("a.txt", b"a");
        across["visible_to"] = json!("both");
        let refused = stage.post("documents", across, &stage.firm).await;
        assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/visible_to"]);
        stage.get("documents", &stage.stranger).await.expect_problem(404, "not_found");
    }

    async fn a_document_is_handed_out_to_be_saved_and_that_is_written_down(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        let page = "功率：20 W\n".as_bytes();
        let document = stage.post("documents", sent("../意向书.html", page), &stage.firm).await.expect(201).json();
        assert_eq!((&document["name"], &document["media_type"]), (&json!("意向书.html.txt"), &json!("text/plain")));
        let answer = stage.get(&address(&document), &stage.broker).await.expect(200);
        assert_eq!(answer.text.as_bytes(), page);
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("content-security-policy"), "default-src 'none'; sandbox");
        let disposition = answer.header("content-disposition");
        assert!(disposition.starts_with("attachment; ") && disposition.contains("UTF-8''%E6%84%8F"), "{disposition}");
        let audited = stage.audited().await;
        assert_eq!(audited[..2], ["read_document", "document_added"], "{audited:?}");
    }

    async fn what_is_too_large_or_of_no_known_kind_is_refused_by_its_content(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        let large = vec![b'a'; 5_000_001];
        for (name, content) in [("a.pdf", b"MZ\x90\0\x03".as_slice()), ("a.txt", b"\0\x01\x02"), ("a.txt", b""), ("a.txt", b"<!doctype html><script>alert(1)</script>"), ("a.txt", &large)] {
            let refused = stage.post("documents", sent(name, content), &stage.firm).await;
            assert_eq!(refused.expect_problem(422, "invalid_fields"), ["/content"], "{name}");
        }
        let broken = stage.post("documents", json!({"name": "a.txt", "content": "%"}), &stage.firm).await;
        assert_eq!(broken.expect_problem(422, "invalid_fields"), ["/content"]);
        assert!(stage.records("documents", &stage.broker).await.is_empty());
    }

    async fn a_document_is_in_the_backup_and_the_same_after_it(db: &TestDb) {
        let stage = Stage::proposed(db).await;
        let content: Vec<u8> = b"%PDF-1.7\n".iter().copied().chain((0..60_000).map(|byte| (byte % 251) as u8)).collect();
        let first = stage.post("documents", sent("a.pdf", &content), &stage.firm).await.expect(201).json();
        // The same content again is kept once.
        let second = stage.post("documents", sent("b.pdf", &content), &stage.broker).await.expect(201).json();
        assert_eq!(first["sha256"], second["sha256"]);
        let mut file = Cursor::new(Vec::new());
        let manifest = backup(db, &mut file, "", |_| {}).await.unwrap();
        let rows = |name: &str| manifest.tables.iter().find(|table| table.name == name).unwrap().rows;
        assert_eq!((rows("case_documents"), rows("document_contents")), (2, 1));
        let other = TestDb::sqlite().await;
        let restored: &Db = &other;
        restore(restored, file, |_, _| {}).await.unwrap();
        let id = first["id"].as_str().unwrap().parse().unwrap();
        let read = siku::cases::documents::read(restored, &stage.pair.firm, stage.pair.id, id, chrono::Utc::now()).await;
        assert_eq!(read.unwrap().1, content);
    }
}
