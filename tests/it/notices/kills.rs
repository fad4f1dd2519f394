//! `kill -9` while decisions are made and mails are sent, again and again: for every decision that was acknowledged
//! there is exactly one mail, and none without a decision.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use siku::db::Db;

use super::{mails, person};
use crate::support::program::{Service, run, siku};

const KILLS: usize = 30;
/// Those who decide at once; the process dies with some of their requests under way.
const DECIDERS: usize = 3;
const PEOPLE: usize = 2;

struct Deciding {
    client: reqwest::Client,
    address: String,
    token: String,
    acknowledged: Arc<Mutex<BTreeSet<String>>>,
}

impl Deciding {
    /// Moves one record to and fro until the service is gone; remembers the versions that were acknowledged.
    async fn go_on(self, record: String, number: String) {
        let place = format!("{}/api/v1/technologies/{record}", self.address);
        loop {
            for status in ["draft", "published"] {
                let sent = self
                    .client
                    .patch(&place)
                    .bearer_auth(&self.token)
                    .header("content-type", "application/merge-patch+json")
                    .header("if-match", "*")
                    .body(json!({ "status": status }).to_string())
                    .send()
                    .await;
                let Ok(answer) = sent else { return };
                assert_eq!(answer.status(), 200);
                let Ok(stored) = answer.json::<Value>().await else { return };
                self.acknowledged.lock().unwrap().insert(format!("{number} {}", stored["version"]));
            }
        }
    }
}

/// The decisions there are: every version of every record after the first.
async fn decided(db: &Db) -> BTreeSet<String> {
    let sql = "SELECT t.number, v.version FROM record_versions v JOIN technologies t ON t.id = v.record_id \
               WHERE v.version > 1";
    let statement = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, sql);
    let rows = sea_orm::ConnectionTrait::query_all_raw(&**db, statement).await.unwrap();
    rows.iter()
        .map(|row| {
            let (number, version): (String, i32) = (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
            format!("{number} {version}")
        })
        .collect()
}

async fn count(db: &Db, sql: &str) -> i64 {
    let statement = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, sql);
    sea_orm::ConnectionTrait::query_one_raw(&**db, statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

fn recipients(folder: &Path) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for mail in mails(folder) {
        let to = mail.lines().find_map(|line| line.strip_prefix("To: ")).unwrap().trim().to_owned();
        *counts.entry(to).or_default() += 1;
    }
    counts
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_decision_is_mailed_once_to_everybody_however_often_the_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let created = run(siku(&folder).args(["user", "create", "--role", "admin"]));
    let token = String::from_utf8(created.stdout).unwrap().trim().to_owned();
    let url = format!("sqlite://{}/data/siku.db?mode=rwc", folder.path().display());
    let db = Db::connect(&url, 2).await.unwrap();
    for name in (0..PEOPLE).map(|number| format!("p{number}")) {
        person(&db, &name, Some("Beijing Drip")).await;
    }
    let rows: String =
        (0..DECIDERS).map(|number| format!("{{\"external_id\":\"t{number}\",\"title\":\"甲{number}\"}}\n")).collect();
    std::fs::write(folder.path().join("t.jsonl"), rows).unwrap();
    run(siku(&folder).args(["import", "technologies", "t.jsonl"]));
    sea_orm::ConnectionTrait::execute_unprepared(
        &*db,
        "UPDATE technologies SET owner_organisation_id = (SELECT id FROM organisations)",
    )
    .await
    .unwrap();

    let acknowledged = Arc::new(Mutex::new(BTreeSet::new()));
    let numbers: Vec<String> = (1..=DECIDERS).map(|number| format!("T-2026-{number:06}")).collect();
    for round in 0..KILLS {
        let service = Service::start_with(&folder, &ENVIRONMENT);
        let deciders: Vec<_> = numbers
            .iter()
            .map(|number| {
                let deciding = Deciding {
                    client: reqwest::Client::new(),
                    address: service.address.clone(),
                    token: token.clone(),
                    acknowledged: Arc::clone(&acknowledged),
                };
                tokio::spawn(deciding.go_on(number.clone(), number.clone()))
            })
            .collect();
        // A different moment each time, counted in decisions, so that it is no matter of the machine's speed.
        let wanted = acknowledged.lock().unwrap().len() + 1 + (round * 5) % 13;
        while acknowledged.lock().unwrap().len() < wanted {
            tokio::task::yield_now().await;
        }
        service.kill();
        for decider in deciders {
            decider.await.unwrap();
        }
    }

    // Left alone, the service sends what is left.
    let service = Service::start_with(&folder, &ENVIRONMENT);
    let open = "SELECT (SELECT COUNT(*) FROM mail_queue WHERE sent_at IS NULL) + \
                (SELECT COUNT(*) FROM notices WHERE mailed_at IS NULL)";
    while count(&db, open).await > 0 {
        tokio::task::yield_now().await;
    }
    service.kill();
    let decided = decided(&db).await;
    let acknowledged = acknowledged.lock().unwrap().clone();
    assert!(acknowledged.len() >= KILLS && acknowledged.is_subset(&decided));
    let folder = folder.path().join("data/mail");
    let expected: BTreeMap<String, usize> =
        (0..PEOPLE).map(|number| (format!("p{number}@example.org"), decided.len())).collect();
    assert_eq!(recipients(&folder), expected, "one mail for each decision, to each person");
    let queued = count(&db, "SELECT COUNT(*) FROM mail_queue").await;
    assert_eq!(usize::try_from(queued).unwrap(), decided.len() * PEOPLE);
    assert_eq!(count(&db, "SELECT COUNT(*) FROM mail_sending WHERE given_up_at IS NOT NULL").await, 0);
}

/// A claim that outlives its process is soon over, and nobody's mails become a digest.
const ENVIRONMENT: [(&str, &str); 2] = [("SIKU_MAIL__CLAIM_SECONDS", "1"), ("SIKU_MAIL__MOST_PER_HOUR", "1000000")];
