//! What sea-orm-migration's schema helpers lack: named indexes in one line, foreign keys by the names used here,
//! append-only tables on both databases.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// `CREATE INDEX ix_TABLE_COLUMNS`.
pub(crate) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut statement = Index::create();
    statement.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        statement.col(*column);
    }
    statement
}

/// `CREATE UNIQUE INDEX ux_TABLE_COLUMNS`.
pub(crate) fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut statement = index(table, columns);
    statement.name(format!("ux_{table}_{}", columns.join("_"))).unique();
    statement
}

/// `COLUMN REFERENCES target (id)`; rows that are referred to cannot go.
pub(crate) fn refers(table: &'static str, column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    let mut statement = ForeignKey::create();
    statement.name(format!("fk_{table}_{column}")).from(table, column).to(target, "id");
    statement
}

/// Composite primary key.
pub(crate) fn primary_key(columns: &[&'static str]) -> IndexCreateStatement {
    let mut statement = Index::create();
    for column in columns {
        statement.col(*column);
    }
    statement.primary();
    statement
}

/// Creates a table and its indexes.
pub(crate) async fn create(
    manager: &SchemaManager<'_>,
    mut table: TableCreateStatement,
    indexes: Vec<IndexCreateStatement>,
) -> Result<(), DbErr> {
    manager.create_table(table.take()).await?;
    for statement in indexes {
        manager.create_index(statement).await?;
    }
    Ok(())
}

/// Drops tables, the last created first.
pub(crate) async fn drop(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables.iter().rev() {
        manager.drop_table(Table::drop().table(*table).take()).await?;
    }
    Ok(())
}

/// Makes the database itself refuse to change or remove rows of a table. Dropping the table drops the triggers.
pub(crate) async fn append_only(manager: &SchemaManager<'_>, table: &'static str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        connection
            .execute_unprepared(
                "CREATE OR REPLACE FUNCTION siku_append_only() RETURNS trigger LANGUAGE plpgsql AS \
                 $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$",
            )
            .await?;
        connection
            .execute_unprepared(&format!(
                "CREATE TRIGGER append_only_{table} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} \
                 FOR EACH STATEMENT EXECUTE FUNCTION siku_append_only()"
            ))
            .await?;
        return Ok(());
    }
    for action in ["UPDATE", "DELETE"] {
        connection
            .execute_unprepared(&format!(
                "CREATE TRIGGER append_only_{table}_{action} BEFORE {action} ON {table} \
                 BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            ))
            .await?;
    }
    Ok(())
}

/// Removes the function behind [`append_only`] once no trigger uses it.
pub(crate) async fn forget_append_only(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Postgres {
        manager.get_connection().execute_unprepared("DROP FUNCTION IF EXISTS siku_append_only()").await?;
    }
    Ok(())
}
