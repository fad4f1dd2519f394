//! Opening the database for a command.

use anyhow::bail;
use secrecy::ExposeSecret;
use siku_migrations::{Migrator, MigratorTrait};

use crate::audit;
use crate::config::Settings;
use crate::db::Db;
use crate::seeds;

/// The database of the settings, at the newest version. A new one is set up; an older one is left alone until
/// somebody says `siku migrate`, because that cannot always be undone.
pub async fn open(settings: &Settings) -> anyhow::Result<Db> {
    let db = connect(settings).await?;
    let pending = db.pending_migrations().await?;
    if pending.len() == Migrator::migrations().len() {
        bring_up(&db).await?;
    } else if !pending.is_empty() {
        bail!("the database is {} migrations behind; run `siku migrate` first (after a backup)", pending.len());
    }
    Ok(db)
}

/// The database of the settings, whatever its version.
pub async fn connect(settings: &Settings) -> anyhow::Result<Db> {
    Db::connect(settings.database.url.expose_secret(), settings.database.max_connections).await
}

/// The newest version, with the taxonomy, countries and regions in it.
pub async fn bring_up(db: &Db) -> anyhow::Result<()> {
    db.migrate().await?;
    audit::adopt(db).await?;
    seeds::load(db).await
}
