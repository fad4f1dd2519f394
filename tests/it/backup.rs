//! Backup and restore, within and across the two databases.

use std::io::Cursor;

use siku::accounts::{Actor, Role, users};
use siku::backup::{RestoreError, backup, restore};
use siku::db::Db;
use siku::library::store::{ListQuery, Sort, create, list, withdraw};
use siku::library::{Demands, Technologies};

use crate::support::database::TestDb;
use crate::support::records::{admin, demand, organisation, published, published_for, technology};

/// A database in which something has happened: owners, versions, a withdrawal, an account.
async fn used(db: &Db) {
    let owner = organisation(db, "水利研究院").await;
    let mut body = technology("太阳能滴灌控制器");
    body.price_min = Some(0.1);
    body.valid_until = chrono::NaiveDate::from_ymd_opt(2030, 1, 31);
    create::<Technologies>(db, &admin(), body, published_for(owner)).await.unwrap();
    let gone = create::<Technologies>(db, &admin(), technology("gone"), published()).await.unwrap();
    withdraw::<Technologies>(db, &admin(), gone.head.id, None, Some("回收".to_owned())).await.unwrap();
    create::<Demands>(db, &admin(), demand("Irrigation économe en eau"), published()).await.unwrap();
    let new = users::NewUser { name: "admin", role: Role::Admin, organisation: None };
    users::create(db, &new).await.unwrap();
}

async fn archive(db: &Db) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    backup(db, &mut file, "server.address = \"127.0.0.1:8080\"\n", |_| {}).await.unwrap();
    file.into_inner()
}

/// The rows of the tables. Not as text: PostgreSQL puts the members of a JSON object into an order of its own.
fn tables(archive: &[u8]) -> Vec<(String, Vec<serde_json::Value>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let names = archive.file_names().map(|name| name.unwrap().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.starts_with("tables/")).collect();
    names.sort();
    let rows = |name: &String| {
        let text = std::io::read_to_string(archive.by_name(name).unwrap()).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let rows: Vec<Vec<serde_json::Value>> = names.iter().map(rows).collect();
    names.into_iter().zip(rows).collect()
}

async fn goes_from_to(from: &TestDb, into: &TestDb) {
    used(from).await;
    let original = archive(from).await;
    let manifest = restore(into, Cursor::new(&original), |_, _| {}).await.unwrap();
    assert!(manifest.rows() > 300, "the taxonomy and countries are in it");
    let again = archive(into).await;
    for ((name, before), (_, after)) in tables(&original).into_iter().zip(tables(&again)) {
        assert_eq!(before, after, "{name}");
    }
    // It goes on where it was: numbers, counters and sequences are free.
    let next = create::<Technologies>(into, &admin(), technology("next"), published()).await.unwrap();
    assert!(next.head.number.ends_with("000003"), "{}", next.head.number);
    let query = ListQuery { sort: Sort::Oldest, ..ListQuery::default() };
    assert_eq!(list::<Technologies>(&***into, &Actor::System, &query).await.unwrap().records.len(), 3);
    let refused = restore(into, Cursor::new(&original), |_, _| {}).await;
    assert!(matches!(refused, Err(RestoreError::NotEmpty(_))), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_restores_into_sqlite_row_by_row() {
    goes_from_to(&TestDb::sqlite().await, &TestDb::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_of_sqlite_restores_into_postgresql() {
    let Some(into) = TestDb::postgres().await else { return };
    goes_from_to(&TestDb::sqlite().await, &into).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_of_postgresql_restores_into_sqlite() {
    let Some(from) = TestDb::postgres().await else { return };
    goes_from_to(&from, &TestDb::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_of_one_moment_whatever_is_written_meanwhile() {
    let db = TestDb::sqlite().await;
    used(&db).await;
    let writer = {
        let db = Db::clone(&db);
        tokio::spawn(async move {
            for number in 0..40 {
                create::<Technologies>(&db, &admin(), technology(&format!("t{number}")), published()).await.unwrap();
            }
        })
    };
    let mut whole = 0;
    while !writer.is_finished() {
        let tables = tables(&archive(&db).await);
        let rows = |name: &str| tables.iter().find(|(table, _)| table.contains(name)).unwrap().1.len();
        assert_eq!(rows("/technologies") + rows("/cooperation_demands") + 1, rows("/record_versions"));
        whole += 1;
    }
    writer.await.unwrap();
    assert!(whole > 0);
}

#[tokio::test]
async fn what_is_no_backup_is_refused_and_changes_nothing() {
    let db = TestDb::sqlite().await;
    let refused = restore(&db, Cursor::new(b"PK nonsense"), |_, _| {}).await;
    assert!(matches!(refused, Err(RestoreError::NotABackup(_))), "{refused:?}");
    let mut cut = archive(&db).await;
    cut.truncate(cut.len() - 100);
    assert!(restore(&db, Cursor::new(cut), |_, _| {}).await.is_err());
}
