//! What a person was shown that is not for everybody. Whoever answers a record calls [`disclosed`] before it answers:
//! what could not be written down is not shown.

use serde_json::{Value, json};

use super::chain::{NewEntry, record};
use super::deed::Deed;
use crate::accounts::Actor;
use crate::db::Db;
use crate::library::store::now;
use crate::library::store::rows::body_columns;
use crate::library::versions::Version;
use crate::library::{Head, Library, Record};

/// Writes down that `actor` is shown `records`, as they are shown: an entry for each that has anything confidential
/// left in it, all in one transaction. `through` says where: `record` or `list`.
pub async fn disclosed<L: Library>(
    db: &Db,
    actor: &Actor,
    through: &str,
    records: impl IntoIterator<Item = &Record<L>>,
) -> anyhow::Result<()> {
    let shown = records.into_iter().map(|record| (&record.head, record.head.version, &record.body));
    write_down::<L>(db, actor, through, shown).await
}

/// The same of earlier versions of one record.
pub async fn disclosed_versions<L: Library>(
    db: &Db,
    actor: &Actor,
    head: &Head,
    versions: impl IntoIterator<Item = &Version<L::Body>>,
) -> anyhow::Result<()> {
    let shown = versions.into_iter().map(|version| (head, version.version, &version.body));
    write_down::<L>(db, actor, "version", shown).await
}

async fn write_down<'a, L: Library>(
    db: &Db,
    actor: &Actor,
    through: &str,
    shown: impl Iterator<Item = (&'a Head, i32, &'a L::Body)>,
) -> anyhow::Result<()> {
    if actor.user_id().is_none() || L::COLUMNS.iter().all(|column| column.public) {
        return Ok(());
    }
    let mut entries = Vec::new();
    for (head, version, body) in shown {
        let columns = confidential_columns::<L>(body)?;
        if columns.is_empty() {
            continue;
        }
        let detail = json!({ "number": head.number, "columns": columns, "through": through });
        let entry = NewEntry::new(actor, now(), Deed::ReadConfidential);
        entries.push(entry.to_record(L::KIND, head.id, version).with(detail));
    }
    if entries.is_empty() {
        return Ok(());
    }
    let entries = &entries;
    db.write_send(|transaction| Box::pin(async move { record(&transaction, entries.clone()).await })).await
}

/// The columns not everybody may see that have something in them.
fn confidential_columns<L: Library>(body: &L::Body) -> anyhow::Result<Vec<&'static str>> {
    let values = body_columns(body)?;
    let filled = |name: &str| match values.get(name) {
        None | Some(Value::Null) => false,
        Some(Value::Array(values)) => !values.is_empty(),
        Some(_) => true,
    };
    Ok(L::COLUMNS.iter().filter(|column| !column.public && filled(column.name)).map(|column| column.name).collect())
}
