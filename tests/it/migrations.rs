//! The migrations run up, down and up again on both databases, and fit the rows the service reads and writes.

use crate::support::database::TestDb;
use sea_orm::sea_query::{Query, SqliteQueryBuilder};
use sea_orm::{ConnectionTrait, EntityTrait, Iterable};
use siku::library::{Demands, Institutions, Library, Results, Technologies};
use siku_migrations::{Migrator, MigratorTrait};
use std::collections::BTreeSet;

async fn tables(test: &TestDb) -> Vec<String> {
    let sql = if test.is_postgres() {
        "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
    } else {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    };
    let rows = test.query_all_raw(sea_orm::Statement::from_string(test.get_database_backend(), sql)).await.unwrap();
    let mut names: Vec<String> = rows.iter().map(|row| row.try_get("", "name").unwrap()).collect();
    names.sort();
    names
}

async fn up_down_up(test: &TestDb) {
    Migrator::up(&***test, None).await.unwrap();
    let made = tables(test).await;
    assert!(made.len() > 20, "{made:?}");
    Migrator::down(&***test, None).await.unwrap();
    assert_eq!(tables(test).await, ["seaql_migrations"]);
    Migrator::up(&***test, None).await.unwrap();
    assert_eq!(tables(test).await, made);
    siku::seeds::load(test).await.unwrap();
    siku::seeds::load(test).await.unwrap();
}

#[tokio::test]
async fn migrations_run_up_down_and_up_on_sqlite() {
    up_down_up(&TestDb::empty_sqlite().await).await;
}

#[tokio::test]
async fn migrations_run_up_down_and_up_on_postgres() {
    if let Some(test) = TestDb::empty_postgres().await {
        up_down_up(&test).await;
    }
}

/// Columns of the table as the migration made it.
async fn table_columns(test: &TestDb, table: &str) -> BTreeSet<String> {
    let sql = format!("SELECT name FROM pragma_table_info('{table}')");
    let rows = test.query_all_raw(sea_orm::Statement::from_string(test.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get("", "name").unwrap()).collect()
}

async fn agree<L: Library>(test: &TestDb) {
    let table = table_columns(test, L::KIND.table()).await;
    let mut select = Query::select();
    let row: BTreeSet<String> = <L::Entity as EntityTrait>::Column::iter()
        .map(|column| {
            let sql = select.clear_selects().column(column).to_string(SqliteQueryBuilder);
            sql.trim_start_matches("SELECT ").trim_matches('"').to_owned()
        })
        .collect();
    assert_eq!(table, row, "the table and the row of {} differ", L::KIND);

    let serde_json::Value::Object(schema) = serde_json::to_value(<L::Body as utoipa::PartialSchema>::schema()).unwrap()
    else {
        panic!("the schema of {} is not an object", L::KIND);
    };
    let body: BTreeSet<String> = schema["properties"].as_object().unwrap().keys().cloned().collect();
    for column in L::COLUMNS {
        let is_list = schema["properties"][column.name]["type"] == "array";
        assert_eq!(is_list, column.kind.is_list(), "{} of {}", column.name, L::KIND);
    }
    let listed: BTreeSet<String> = L::COLUMNS.iter().map(|column| column.name.to_owned()).collect();
    assert_eq!(body, listed, "the body and the columns of {} differ", L::KIND);

    let head = [
        "id",
        "number",
        "status",
        "version",
        "owner_organisation_id",
        "provenance",
        "created_at",
        "updated_at",
        "published_at",
        "change_no",
        "text_version",
        "owner_key",
    ];
    let mut stored: BTreeSet<String> = row.into_iter().filter(|name| !head.contains(&name.as_str())).collect();
    stored.insert("translations".to_owned());
    assert_eq!(body, stored, "the body and the row of {} differ", L::KIND);
}

#[tokio::test]
async fn body_columns_row_and_table_of_every_library_agree() {
    let test = TestDb::sqlite().await;
    agree::<Technologies>(&test).await;
    agree::<Demands>(&test).await;
    agree::<Results>(&test).await;
    agree::<Institutions>(&test).await;
}

#[test]
fn no_two_columns_of_a_library_share_a_chinese_header() {
    fn check<L: Library>() {
        let mut seen = BTreeSet::new();
        for column in L::COLUMNS {
            for header in column.zh {
                assert!(seen.insert(*header), "{header} names two columns of {}", L::KIND);
            }
        }
    }
    check::<Technologies>();
    check::<Demands>();
    check::<Results>();
    check::<Institutions>();
}
