//! Numbers the service gives out: the one order of changes, and the readable number of each record.

use crate::library::LibraryKind;
use anyhow::Context;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

/// Change numbers, held by one transaction until it ends: the next writer waits, so numbers are given out without
/// gaps and become visible in their order. Whoever reads up to number n has seen every change up to n.
#[derive(Debug)]
pub struct ChangeNumbers {
    last: i64,
}

impl ChangeNumbers {
    /// Waits for the writer before and holds the numbers. The first statement of every transaction that changes
    /// records: what is read after it cannot change under it.
    pub async fn hold(transaction: &DatabaseTransaction) -> Result<Self, DbErr> {
        Ok(Self { last: current(transaction, true).await? })
    }

    /// The next number.
    pub fn take(&mut self) -> i64 {
        self.last += 1;
        self.last
    }

    /// Stores the last number given out; the last statement before the commit.
    pub async fn store(self, transaction: &DatabaseTransaction) -> Result<(), DbErr> {
        let update =
            Query::update().table("change_counter").value("value", self.last).and_where(Expr::col("id").eq(1)).take();
        transaction.execute(&update).await.map(drop)
    }
}

/// The number of the last committed change.
pub async fn last_change(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    current(db, false).await
}

async fn current(db: &impl ConnectionTrait, hold: bool) -> Result<i64, DbErr> {
    let mut select = Query::select();
    select.column("value").from("change_counter").and_where(Expr::col("id").eq(1));
    if hold {
        select.lock_exclusive();
    }
    let row = db.query_one(&select).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound("the change counter has no row".to_owned()))?;
    row.try_get("", "value")
}

/// Gives out `count` readable numbers of a library in a year, in order: `T-2026-000123`.
pub async fn record_numbers(
    transaction: &DatabaseTransaction,
    library: LibraryKind,
    year: i32,
    count: usize,
) -> anyhow::Result<Vec<String>> {
    if count == 0 {
        return Ok(Vec::new());
    }
    let letter = library.letter();
    let step = i64::try_from(count)?;
    let advanced = Expr::col(("number_counters", "value")).add(step);
    let insert = Query::insert()
        .into_table("number_counters")
        .columns(["letter", "year", "value"])
        .values([letter.to_string().into(), year.into(), step.into()])
        .context("cannot number records")?
        .on_conflict(OnConflict::columns(["letter", "year"]).value("value", advanced).to_owned())
        .returning_col("value")
        .take();
    let row = transaction.query_one(&insert).await.context("cannot number records")?;
    let last: i64 = row.context("cannot number records: no number came back")?.try_get("", "value")?;
    Ok((last - step + 1..=last).map(|number| format!("{letter}-{year}-{number:06}")).collect())
}
