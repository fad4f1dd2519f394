//! The audit as JSON Lines with its hashes, so that others can verify it without the database; and that verification.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use anyhow::Context;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::chain::row;
use super::entry::Entry;
use super::list::places;
use super::verify::{PORTION, Verdict, Walk};
use crate::db::Db;
use crate::library::files::export::read_only;
use crate::library::files::target::Target;

/// Writes every entry to `file` (`-` is standard output), in the order of the chain; answers how many.
pub async fn export(db: &Db, file: &Path, mut progress: impl FnMut(u64)) -> anyhow::Result<u64> {
    let target = Target::open(file)?;
    let mut writer = target.file()?;
    let snapshot = read_only(db).await?;
    let (mut last, mut written) = (0, 0);
    loop {
        let select = places().filter(row::Column::Seq.gt(last)).order_by_asc(row::Column::Seq).limit(PORTION);
        let found = select.all(&snapshot).await?;
        if found.is_empty() {
            break;
        }
        for (place, entry) in found {
            last = place.seq;
            // The gap that an entry leaves that is gone is seen by whoever verifies the file.
            let Some(entry) = entry else { continue };
            serde_json::to_writer(&mut writer, &Entry::of(place, entry)).map_err(std::io::Error::from)?;
            writer.write_all(b"\n")?;
            written += 1;
        }
        progress(written);
    }
    snapshot.rollback().await.context("cannot end reading the database")?;
    writer.flush()?;
    drop(writer);
    target.put_in_place()?;
    Ok(written)
}

/// Walks a file that [`export`] wrote.
pub fn verify_file(file: &Path, remembered: Option<&str>) -> anyhow::Result<Verdict> {
    let name = file.display();
    let lines = BufReader::new(File::open(file).with_context(|| format!("cannot open {name}"))?).lines();
    let mut walk = Walk::new(remembered);
    for (number, line) in lines.enumerate() {
        let place = || format!("{name}:{} is no audit entry", number + 1);
        let entry: Entry = serde_json::from_str(&line.with_context(place)?).with_context(place)?;
        if let Some(broken) = walk.step(&entry) {
            return Ok(Verdict::Broken(broken));
        }
    }
    Ok(walk.end())
}
