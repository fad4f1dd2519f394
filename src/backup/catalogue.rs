//! Tables and columns as the database's own catalogue lists them.

use anyhow::{Context, bail};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

/// Kept by the migrations themselves.
const MIGRATIONS: &str = "seaql_migrations";

/// A table with its columns.
#[derive(Debug, Clone)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    /// Columns of the primary key, in order.
    pub key: Vec<String>,
}

/// A column and what it holds.
#[derive(Debug, Clone)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
}

/// What a column holds, on either database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Uuid,
    Short,
    Integer,
    Long,
    Double,
    Boolean,
    Moment,
    Day,
    Json,
    Bytes,
}

impl Kind {
    /// The kind of a type by the name the catalogue has for it.
    fn of(declared: &str) -> anyhow::Result<Self> {
        let declared = declared.to_ascii_lowercase();
        let known: [(&str, Self); 15] = [
            ("uuid", Self::Uuid),
            ("json", Self::Json),
            ("timestamp", Self::Moment),
            ("date", Self::Day),
            ("bool", Self::Boolean),
            ("double", Self::Double),
            ("real", Self::Double),
            ("bigint", Self::Long),
            ("smallint", Self::Short),
            ("int", Self::Integer),
            ("char", Self::Text),
            ("text", Self::Text),
            ("serial", Self::Long),
            ("blob", Self::Bytes),
            ("bytea", Self::Bytes),
        ];
        match known.iter().find(|(part, _)| declared.contains(part)) {
            Some((_, kind)) => Ok(*kind),
            None => bail!("no backup of columns of type {declared} is made yet"),
        }
    }
}

/// Every table of ours, in the order in which they were made: what a row refers to is in a table before it.
pub async fn tables(db: &impl ConnectionTrait) -> anyhow::Result<Vec<Table>> {
    let backend = db.get_database_backend();
    let names = match backend {
        DbBackend::Postgres => {
            "SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE c.relkind = 'r' AND n.nspname = current_schema() ORDER BY c.oid"
        }
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid",
    };
    let rows = db.query_all_raw(Statement::from_string(backend, names)).await.context("cannot list the tables")?;
    let mut tables = Vec::new();
    for row in rows {
        let name: String = row.try_get("", "name")?;
        if name != MIGRATIONS {
            let (columns, key) = columns(db, &name).await.with_context(|| format!("table {name}"))?;
            tables.push(Table { name, columns, key });
        }
    }
    Ok(tables)
}

async fn columns(db: &impl ConnectionTrait, table: &str) -> anyhow::Result<(Vec<Column>, Vec<String>)> {
    let backend = db.get_database_backend();
    let query = match backend {
        DbBackend::Postgres => {
            "SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, \
             COALESCE(array_position(i.indkey::int2[], a.attnum)::int8 + 1, 0) AS place \
             FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary \
             WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"
        }
        _ => "SELECT name, type, CAST(pk AS BIGINT) AS place FROM pragma_table_info($1) ORDER BY cid",
    };
    let statement = Statement::from_sql_and_values(backend, query, [table.into()]);
    let mut columns = Vec::new();
    let mut key = Vec::new();
    for row in db.query_all_raw(statement).await.context("cannot list the columns")? {
        let name: String = row.try_get("", "name")?;
        let declared: String = row.try_get("", "type")?;
        let place: i64 = row.try_get("", "place")?;
        if place > 0 {
            key.push((place, name.clone()));
        }
        columns.push(Column { kind: Kind::of(&declared)?, name });
    }
    key.sort();
    Ok((columns, key.into_iter().map(|(_, name)| name).collect()))
}
