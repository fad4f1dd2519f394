//! Many rows at once.

use crate::on_both_databases;
use crate::support::records::{admin, technology};
use siku::accounts::Actor;
use siku::library::store::{self, ImportOptions, ListQuery, RowOutcome, StoreError};
use siku::library::{Technologies, Technology};

fn row(external_id: &str, title: &str) -> Technology {
    Technology { external_id: Some(external_id.to_owned()), ..technology(title) }
}

async fn import(db: &siku::db::Db, rows: Vec<Technology>) -> Vec<String> {
    let outcomes = store::import_batch::<Technologies>(db, &admin(), rows, &ImportOptions::default()).await.unwrap();
    outcomes.iter().map(told).collect()
}

fn told(outcome: &RowOutcome) -> String {
    match outcome {
        RowOutcome::Created(head) => format!("created {}", &head.number[7..]),
        RowOutcome::Updated(head) => format!("updated {} to {}", &head.number[7..], head.version),
        RowOutcome::Unchanged(head) => format!("unchanged {}", &head.number[7..]),
        RowOutcome::Refused(errors) => format!("refused {}", errors[0].pointer),
    }
}

on_both_databases! {
    async fn rows_are_created_updated_or_left_as_they_are(db: &TestDb) {
        let first = import(db, vec![row("a", "1"), row("b", "2")]).await;
        assert_eq!(first, ["created 000001", "created 000002"]);
        let before = siku::library::store::numbers::last_change(&***db).await.unwrap();
        let again = import(db, vec![row("a", "1"), row("b", "2")]).await;
        assert_eq!(again, ["unchanged 000001", "unchanged 000002"]);
        let after = siku::library::store::numbers::last_change(&***db).await.unwrap();
        assert_eq!(after, before, "an unchanged import writes nothing");
        let mixed = import(db, vec![row("b", "two"), row("c", "3"), row("a", "1")]).await;
        assert_eq!(mixed, ["updated 000002 to 2", "created 000003", "unchanged 000001"]);
    }

    async fn a_bad_row_is_named_and_the_rest_goes_in(db: &TestDb) {
        let mut bad = row("b", "x");
        bad.trl = Some(12);
        let told = import(db, vec![row("a", "1"), bad, row("c", "3")]).await;
        assert_eq!(told, ["created 000001", "refused /trl", "created 000002"]);
    }

    async fn a_record_named_twice_in_a_file_takes_the_later_row(db: &TestDb) {
        let told = import(db, vec![row("a", "1"), row("a", "2"), row("a", "2")]).await;
        assert_eq!(told, ["created 000001", "updated 000001 to 2", "unchanged 000001"]);
        let found = store::find::<Technologies>(&***db, &admin(), "a").await.unwrap().unwrap();
        assert_eq!(found.body.title, "2");
    }

    async fn rows_without_an_external_id_are_always_new(db: &TestDb) {
        let told = import(db, vec![technology("1"), technology("1")]).await;
        assert_eq!(told, ["created 000001", "created 000002"]);
    }

    async fn a_failed_file_leaves_nothing_when_all_or_nothing_is_asked_for(db: &TestDb) {
        let outcome = db
            .write_send(|transaction| {
                Box::pin(async move {
                    let options = ImportOptions::default();
                    store::import_rows::<Technologies>(&transaction, &admin(), vec![row("a", "1")], &options).await?;
                    store::import_rows::<Technologies>(&transaction, &admin(), vec![row("b", "2")], &options).await?;
                    Err::<(), _>(StoreError::Other(anyhow::anyhow!("the file ends early")))
                })
            })
            .await;
        assert!(outcome.is_err());
        let page = store::list::<Technologies>(&***db, &admin(), &ListQuery::default()).await.unwrap();
        assert!(page.records.is_empty());
        assert_eq!(import(db, vec![row("a", "1")]).await, ["created 000001"]);
    }

    async fn a_thousand_rows_of_many_columns_go_in_at_once(db: &TestDb) {
        let rows = (0..1000).map(|number| row(&format!("x{number}"), "many")).collect();
        let told = import(db, rows).await;
        assert_eq!(told[999], "created 001000");
    }

    async fn the_public_imports_nothing(db: &TestDb) {
        let rows = vec![technology("1")];
        let outcome =
            store::import_batch::<Technologies>(db, &Actor::Public, rows, &ImportOptions::default()).await;
        assert!(matches!(outcome, Err(StoreError::Forbidden)));
    }
}
