//! What would become of the rows of a file that was sent, and putting them in: as drafts of the sender's organisation,
//! once, however often it is asked for.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use serde_json::json;

use super::{Outcome, Upload, note, present, rows};
use crate::accounts::Actor;
use crate::audit::Deed;
use crate::db::Db;
use crate::library::files::convert::Good;
use crate::library::files::import::{ImportError, ImportFile, Mode, Summary, Watch, read, store_rows};
use crate::library::files::input::ReadAs;
use crate::library::files::row::{BadRow, Problem};
use crate::library::store::{ImportOptions, Outlook, RowOutcome, StoreError, foresee};
use crate::library::validate::FieldError;
use crate::library::{Body, Library, Status};

/// New records that are named after an import.
const NAMED: usize = 10;

/// What is in a file, and what would become of it.
#[derive(Debug)]
pub struct Looked<L: Library> {
    /// Rows that may go in, with what would become of each.
    pub good: Vec<(Good<L>, Outlook)>,
    /// Rows that may not, in the order of the file.
    pub bad: Vec<BadRow>,
    /// What was guessed about the file.
    pub notes: Vec<String>,
    /// Rows without a name of their own: the same file would add them again.
    pub nameless: u64,
}

/// Keeps what reading tells.
#[derive(Default)]
struct Kept {
    bad: Vec<BadRow>,
    notes: Vec<String>,
}

impl Watch for Kept {
    fn bad(&mut self, row: &BadRow) -> anyhow::Result<()> {
        self.bad.push(row.clone());
        Ok(())
    }

    fn note(&mut self, text: &str) {
        self.notes.push(text.to_owned());
    }

    fn progress(&mut self, _: u64, _: Option<u64>, _: u64) {}
}

/// As a file is imported here.
fn plan(upload: &Upload) -> ImportFile {
    let choices = upload.choices.clone().unwrap_or_default();
    ImportFile {
        read: ReadAs::default(),
        columns: choices.columns,
        ignored: choices.ignored,
        defaults: choices.set,
        mended: upload.mended.clone(),
        mode: Mode::Rows,
        store: ImportOptions {
            status: Status::Draft,
            reason: Some(format!("imported from {}", upload.name)),
            ..ImportOptions::default()
        },
    }
}

async fn taken_apart<L: Library>(db: &Db, upload: &Upload) -> Result<(Vec<Good<L>>, Summary, Kept), ImportError> {
    let mut kept = Kept::default();
    let (rows, summary) = read::<L>(db, upload.input(), &plan(upload), &mut kept).await?;
    Ok((rows, summary, kept))
}

/// Looks a file over; nothing is stored.
///
/// # Errors
/// See [`ImportError`].
pub async fn look<L: Library>(db: &Db, actor: &Actor, upload: &Upload) -> Result<Looked<L>, ImportError> {
    let (rows, summary, Kept { mut bad, notes }) = taken_apart::<L>(db, upload).await?;
    let bodies = rows.iter().map(|row| row.body.clone()).collect();
    let outlooks = foresee::<L>(&**db, actor, bodies, &plan(upload).store).await?;
    let mut good = Vec::with_capacity(rows.len());
    for (row, outlook) in rows.into_iter().zip(outlooks) {
        match outlook {
            Outlook::Refused(errors) => bad.push(refused(row, &errors)),
            outlook => good.push((row, outlook)),
        }
    }
    bad.sort_by_key(|row| row.line);
    Ok(Looked { good, bad, notes, nameless: summary.nameless })
}

fn refused<L: Library>(row: Good<L>, errors: &[FieldError]) -> BadRow {
    let problem = |error: &FieldError| Problem::of_row(&error.detail).of_kind(error.code);
    BadRow { line: row.line, problems: errors.iter().map(problem).collect(), values: row.values, raw: None }
}

/// The rows that did not go in, or would not, to be corrected and sent again.
///
/// # Errors
/// See [`ImportError`].
pub async fn left_out<L: Library>(db: &Db, actor: &Actor, upload: &Upload) -> Result<Vec<BadRow>, ImportError> {
    let Some(outcome) = &upload.outcome else { return Ok(look::<L>(db, actor, upload).await?.bad) };
    let (rows, _, Kept { mut bad, .. }) = taken_apart::<L>(db, upload).await?;
    for row in rows {
        if let Some(said) = outcome.refused.get(&row.line) {
            let problems = said.iter().map(Problem::of_row).collect();
            bad.push(BadRow { line: row.line, problems, values: row.values, raw: None });
        }
    }
    bad.sort_by_key(|row| row.line);
    Ok(bad)
}

/// Puts the good rows in; what became of them when that was done before.
///
/// # Errors
/// See [`ImportError`].
pub async fn import<L: Library>(
    db: &Db,
    actor: &Actor,
    upload: &Upload,
    now: DateTime<Utc>,
) -> Result<Outcome, ImportError> {
    let (rows, summary, _) = taken_apart::<L>(db, upload).await?;
    let (rows, options) = (Arc::new(rows), Arc::new(plan(upload).store));
    db.write(async |transaction| {
        if !claim(transaction, upload, now).await? {
            return Ok(done_before(transaction, upload).await?);
        }
        let outcomes = store_rows::<L>(transaction, actor, &rows, &options).await?;
        let mut done = Outcome { left_out: summary.skipped, ..Outcome::default() };
        for (row, outcome) in rows.iter().zip(outcomes) {
            match outcome {
                RowOutcome::Created(head) => {
                    done.created += 1;
                    if done.first.len() < NAMED {
                        done.first.push((head.number, row.body.common().title.to_owned()));
                    }
                }
                RowOutcome::Updated(_) => done.updated += 1,
                RowOutcome::Unchanged(_) => done.unchanged += 1,
                RowOutcome::Refused(errors) => {
                    done.left_out += 1;
                    done.refused.insert(row.line, errors.into_iter().map(|error| error.detail).collect());
                }
            }
        }
        let stored = serde_json::to_value(&done).map_err(anyhow::Error::from)?;
        let own = rows::Entity::update_many().col_expr(rows::Column::Outcome, Expr::val(stored));
        own.filter(rows::Column::Id.eq(upload.id)).exec(transaction).await?;
        let detail = json!({ "created": done.created, "updated": done.updated, "left_out": done.left_out });
        note(transaction, actor, now, Deed::UploadImported, upload.library, upload.id, detail).await?;
        Ok::<_, ImportError>(done)
    })
    .await
}

/// Takes the file to be imported by this transaction; another one that has it is waited for.
async fn claim(transaction: &DatabaseTransaction, upload: &Upload, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let taken = rows::Entity::update_many()
        .col_expr(rows::Column::ImportedAt, Expr::val(now))
        .filter(rows::Column::Id.eq(upload.id))
        .filter(rows::Column::ImportedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(taken.rows_affected > 0)
}

async fn done_before(transaction: &DatabaseTransaction, upload: &Upload) -> anyhow::Result<Outcome> {
    let row = rows::Entity::find_by_id(upload.id).one(transaction).await?;
    Ok(present(row.and_then(|row| row.outcome))?.unwrap_or_default())
}
