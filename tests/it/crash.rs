//! `kill -9` while records are written, again and again: nothing that was acknowledged is lost, and the index becomes
//! equal to the database without anybody's help.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::json;

use crate::support::program::{Service, run, siku};

const KILLS: usize = 30;
/// Writers at once; the process dies with some of their requests under way.
const WRITERS: usize = 4;

/// Writes until the service is gone; remembers what was acknowledged.
async fn write(address: String, token: String, names: Arc<AtomicUsize>, acknowledged: Arc<Mutex<Vec<String>>>) {
    let client = reqwest::Client::new();
    loop {
        let name = format!("c{}", names.fetch_add(1, Ordering::Relaxed));
        let body = json!({ "external_id": name, "lang": "zh", "title": format!("滴灌控制器{name}"), "description": "太阳能供电。" });
        let sent = client
            .post(format!("{address}/api/v1/technologies"))
            .bearer_auth(&token)
            .header("Idempotency-Key", &name)
            .json(&body)
            .send()
            .await;
        match sent {
            Ok(response) if response.status() == 201 => acknowledged.lock().unwrap().push(name),
            Ok(response) => panic!("{}: {}", response.status(), response.text().await.unwrap_or_default()),
            Err(_) => return,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_and_the_index_catches_up_however_often_the_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let created = run(siku(&folder).args(["user", "create", "--role", "admin"]));
    let token = String::from_utf8(created.stdout).unwrap().trim().to_owned();
    let names = Arc::new(AtomicUsize::new(0));
    let acknowledged = Arc::new(Mutex::new(Vec::new()));

    for round in 0..KILLS {
        let service = Service::start(&folder);
        let writers: Vec<_> = (0..WRITERS)
            .map(|_| {
                let (names, acknowledged) = (Arc::clone(&names), Arc::clone(&acknowledged));
                tokio::spawn(write(service.address.clone(), token.clone(), names, acknowledged))
            })
            .collect();
        // A different moment each time, counted in writes, so that it is no matter of the machine's speed.
        let wanted = acknowledged.lock().unwrap().len() + 1 + (round * 7) % 23;
        while acknowledged.lock().unwrap().len() < wanted {
            tokio::task::yield_now().await;
        }
        service.kill();
        for writer in writers {
            writer.await.unwrap();
        }
        let checked = run(siku(&folder).args(["index", "check"]));
        let said = String::from_utf8(checked.stdout).unwrap();
        assert!(said.contains("technologies") && said.contains("are equal"), "round {round}: {said}");
    }

    let exported = run(siku(&folder).args(["export", "technologies", "-"]));
    let stored = String::from_utf8(exported.stdout).unwrap();
    let stored: std::collections::HashSet<String> = stored
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["external_id"].as_str().unwrap().to_owned()
        })
        .collect();
    let acknowledged = acknowledged.lock().unwrap();
    let lost: Vec<&String> = acknowledged.iter().filter(|name| !stored.contains(*name)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    assert!(acknowledged.len() >= KILLS);
}
