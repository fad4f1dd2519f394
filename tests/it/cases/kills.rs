//! `kill -9` while messages are written and documents brought into a case: what was acknowledged is there, what was not
//! is there whole or not at all, and every content is the one its hash names.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use siku::cases::rows::{content, document, message};
use siku::db::Db;
use siku::matching::types::MatchState;
use uuid::Uuid;

use crate::life::{pair, to};
use crate::support::program::{Service, run, siku};

const KILLS: usize = 10;
/// Writers at once, half of messages and half of documents; the process dies with some of their requests under way.
const WRITERS: usize = 4;

/// The content of a document by its number: of many sizes, and no two alike.
fn text(number: usize) -> String {
    format!("{number}: 灌溉\n").repeat(1 + (number * 7_919) % 40_000)
}

fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a writer sends, and what was answered.
#[derive(Default)]
struct Sent {
    numbers: AtomicUsize,
    /// Number, and what was stored of it.
    acknowledged: Mutex<Vec<(usize, Value)>>,
}

/// Writes until the service is gone.
async fn write(place: String, token: String, documents: bool, sent: Arc<Sent>) {
    let client = reqwest::Client::new();
    loop {
        let number = sent.numbers.fetch_add(1, Ordering::Relaxed);
        let (below, body) = if documents {
            let content = STANDARD.encode(text(number));
            ("documents", json!({ "name": format!("{number}.txt"), "content": content, "visible_to": "both" }))
        } else {
            ("messages", json!({ "text": format!("{number}: 能提供样机吗？"), "side": "demand" }))
        };
        let ask = client.post(format!("{place}/{below}")).bearer_auth(&token);
        let ask = ask.header("Idempotency-Key", format!("{below}-{number}")).json(&body);
        // Killed while it answered is as little acknowledged as killed before.
        let Ok(response) = ask.send().await else { return };
        let status = response.status();
        let Ok(answer) = response.bytes().await else { return };
        assert_eq!(status, 201, "{}", String::from_utf8_lossy(&answer));
        sent.acknowledged.lock().unwrap().push((number, serde_json::from_slice(&answer).unwrap()));
    }
}

/// Compares the database with what was acknowledged.
async fn compare(db: &Db, messages: &Sent, documents: &Sent, round: usize) {
    let id = |stored: &Value| -> Uuid { stored["id"].as_str().unwrap().parse().unwrap() };
    let rows = message::Entity::find().all(&**db).await.unwrap();
    let there: HashMap<Uuid, String> = rows.into_iter().map(|row| (row.id, row.text)).collect();
    for (number, stored) in &*messages.acknowledged.lock().unwrap() {
        let expected = format!("{number}: 能提供样机吗？");
        assert_eq!(there.get(&id(stored)), Some(&expected), "round {round}: message {number}");
    }
    let whole: HashSet<&String> = there.values().collect();
    assert_eq!(whole.len(), there.len(), "round {round}: no message is there twice");
    assert!(there.values().all(|text| text.ends_with(": 能提供样机吗？")), "round {round}: every message is whole");

    let contents = content::Entity::find().all(&**db).await.unwrap();
    for one in &contents {
        assert_eq!(sha256(&one.content), one.hash, "round {round}: a content is not the one its hash names");
    }
    let contents: HashSet<String> = contents.into_iter().map(|one| one.hash).collect();
    let rows = document::Entity::find().all(&**db).await.unwrap();
    for row in &rows {
        let number: usize = row.name.strip_suffix(".txt").unwrap().parse().unwrap();
        let expected = text(number);
        assert_eq!((row.hash.as_str(), row.size), (sha256(expected.as_bytes()).as_str(), expected.len() as i64));
        assert!(contents.contains(&row.hash), "round {round}: document {number} without its content");
    }
    assert_eq!(rows.len(), contents.len(), "round {round}: no content without its document");
    let there: HashMap<Uuid, document::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
    for (number, stored) in &*documents.acknowledged.lock().unwrap() {
        let row = there.get(&id(stored)).unwrap_or_else(|| panic!("round {round}: document {number} is lost"));
        assert_eq!(json!(row.hash), stored["sha256"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acknowledged_messages_and_documents_survive_every_kill_and_the_others_are_whole_or_absent() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("data")).unwrap();
    let url = format!("sqlite://{}/data/siku.db?mode=rwc", folder.path().display());
    let case = {
        let db = Db::connect(&url, 2).await.unwrap();
        db.migrate().await.unwrap();
        siku::seeds::load(&db).await.unwrap();
        let pair = pair(&db).await;
        to(&db, &pair.broker, pair.id, MatchState::Proposed).await.unwrap();
        db.close().await.unwrap();
        pair.id
    };
    let created = run(siku(&folder).args(["user", "create", "--role", "admin"]));
    let token = String::from_utf8(created.stdout).unwrap().trim().to_owned();
    let (messages, documents) = (Arc::new(Sent::default()), Arc::new(Sent::default()));
    let acknowledged = || messages.acknowledged.lock().unwrap().len().min(documents.acknowledged.lock().unwrap().len());

    for round in 0..KILLS {
        let service = Service::start(&folder);
        let place = format!("{}/api/v1/matches/{case}", service.address);
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let brings = writer % 2 == 0;
                let sent = Arc::clone(if brings { &documents } else { &messages });
                tokio::spawn(write(place.clone(), token.clone(), brings, sent))
            })
            .collect();
        // A different moment each time, counted in writes, so that it is no matter of the machine's speed.
        let wanted = acknowledged() + 1 + (round * 5) % 9;
        while acknowledged() < wanted {
            assert!(writers.iter().all(|writer| !writer.is_finished()), "the service went away by itself");
            tokio::task::yield_now().await;
        }
        service.kill();
        for writer in writers {
            writer.await.unwrap();
        }
        let db = Db::connect(&url, 2).await.unwrap();
        compare(&db, &messages, &documents, round).await;
        db.close().await.unwrap();
    }

    // Somebody who reads afterwards gets the very bytes.
    let service = Service::start(&folder);
    let client = reqwest::Client::new();
    let (number, stored) = documents.acknowledged.lock().unwrap().last().unwrap().clone();
    let place = format!("{}/api/v1/matches/{case}/documents/{}", service.address, stored["id"].as_str().unwrap());
    let read = client.get(place).bearer_auth(&token).send().await.unwrap().bytes().await.unwrap();
    assert_eq!(read, text(number).as_bytes());
    assert!(acknowledged() >= KILLS);
}
