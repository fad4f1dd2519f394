//! Many writers at once: none loses a change, numbers have no gaps.

use crate::on_both_databases;
use crate::support::records::{admin, published, technology};
use siku::db::Db;
use siku::library::store::numbers::last_change;
use siku::library::store::{self, ImportOptions, RowOutcome, StoreError};
use siku::library::{Technologies, Technology};
use siku::outbox::feed::changes_since;
use std::collections::HashSet;

/// Writers of one process and of another one, which share nothing but the database.
async fn writers(db: &Db, other: &Db, count: usize) -> Vec<Db> {
    (0..count).map(|number| if number % 2 == 0 { db.clone() } else { other.clone() }).collect()
}

on_both_databases! {
    async fn of_two_writers_that_saw_the_same_version_one_wins(db: &TestDb) {
        let other = db.opened_again().await;
        let record = store::create::<Technologies>(db, &admin(), technology("a"), published()).await.unwrap();
        let id = record.head.id;
        let tasks: Vec<_> = writers(db, &other, 8)
            .await
            .into_iter()
            .enumerate()
            .map(|(number, db)| {
                tokio::spawn(async move {
                    let body = technology(&format!("by {number}"));
                    store::replace::<Technologies>(&db, &admin(), id, Some(1), body).await
                })
            })
            .collect();
        let mut won = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(record) => {
                    won += 1;
                    assert_eq!(record.head.version, 2);
                }
                Err(error) => assert!(matches!(error, StoreError::Stale { current: 2 }), "{error:?}"),
            }
        }
        assert_eq!(won, 1);
    }

    async fn change_numbers_have_no_gaps_and_are_seen_in_order_under_parallel_writers(db: &TestDb) {
        let other = db.opened_again().await;
        let tasks: Vec<_> = writers(db, &other, 8)
            .await
            .into_iter()
            .map(|db| {
                tokio::spawn(async move {
                    for number in 0..10 {
                        let title = format!("t{number}");
                        store::create::<Technologies>(&db, &admin(), technology(&title), published()).await.unwrap();
                    }
                })
            })
            .collect();
        // A reader that goes on from the last number it saw must see every change, whoever commits when.
        let mut seen = Vec::new();
        while seen.len() < 80 {
            let last = seen.last().copied().unwrap_or(0);
            let changes = changes_since::<Technologies>(&***db, last, 7).await.unwrap();
            seen.extend(changes.iter().map(|record| record.head.change_no));
        }
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(seen, (1..=80).collect::<Vec<i64>>());
        assert_eq!(last_change(&***db).await.unwrap(), 80);
    }

    async fn parallel_imports_of_the_same_rows_make_each_record_once(db: &TestDb) {
        let other = db.opened_again().await;
        let rows: Vec<Technology> = (0..50)
            .map(|number| Technology { external_id: Some(format!("x{number}")), ..technology("same") })
            .collect();
        let tasks: Vec<_> = writers(db, &other, 4)
            .await
            .into_iter()
            .map(|db| {
                let rows = rows.clone();
                tokio::spawn(async move {
                    store::import_batch::<Technologies>(&db, &admin(), rows, &ImportOptions::default()).await.unwrap()
                })
            })
            .collect();
        let mut created = HashSet::new();
        for task in tasks {
            for outcome in task.await.unwrap() {
                if let RowOutcome::Created(head) = outcome {
                    assert!(created.insert(head.number));
                }
            }
        }
        assert_eq!(created.len(), 50);
    }
}
