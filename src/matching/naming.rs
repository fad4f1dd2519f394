//! The terms of this installation in force: the indexes read texts with them, whoever confirmed them, and records that
//! are there already are read again in portions between the changes of the feed.

use std::sync::Arc;

use anyhow::Context;
use chrono::Utc;
use siku_index::analyze::glossary::{Glossary, InUse};

use crate::db::Db;
use crate::library::{Demands, Institutions, LibraryKind, Results, Status, Technologies, terms};
use crate::outbox::feed::changes_since;
use crate::outbox::{Job, Urgency, enqueue_all};

use super::corpora::Corpora;
use super::document::Indexed;
use super::indexing::PORTION;

/// Looks which terms are in force and has texts read with them from now on.
///
/// # Errors
/// The database failed.
pub async fn follow(db: &Db, glossary: &InUse) -> anyhow::Result<()> {
    let revision = terms::revision(&**db).await?;
    if glossary.get().revision() == revision {
        return Ok(());
    }
    let own = terms::in_force(&**db).await?;
    tracing::info!(revision, terms = own.len(), "other terms are in force");
    let with = tokio::task::spawn_blocking(move || Glossary::with(&own, revision)).await;
    glossary.replace(with.context("a worker thread was torn down")?);
    Ok(())
}

/// Reads one portion of each library's records again where they were read with other terms, and has those matched anew
/// that name other things now; answers whether there may be more.
pub async fn read_again(db: &Db, corpora: &Arc<Corpora>) -> anyhow::Result<bool> {
    let more = [
        portion::<Technologies>(db, corpora).await?,
        portion::<Demands>(db, corpora).await?,
        portion::<Results>(db, corpora).await?,
        portion::<Institutions>(db, corpora).await?,
    ];
    Ok(more.contains(&true))
}

async fn portion<L: Indexed>(db: &Db, corpora: &Arc<Corpora>) -> anyhow::Result<bool> {
    let Some(after) = corpora.of(L::KIND).unnamed_after() else {
        return Ok(false);
    };
    let records = changes_since::<L>(&**db, i64::try_from(after)?, PORTION).await?;
    let up_to = records.last().map(|record| u64::try_from(record.head.change_no)).transpose()?;
    let published = records.iter().filter(|record| record.head.status == Status::Published);
    let documents = published.map(L::document).collect();
    let look = move |corpora: &Corpora| Ok(corpora.of(L::KIND).named_otherwise(documents)?);
    let (others, revision) = corpora.blocking(look).await?;
    let job = |id| match L::KIND {
        LibraryKind::Technologies => Some(Job::MatchTechnology { id }),
        LibraryKind::Demands => Some(Job::MatchDemand { id }),
        _ => None,
    };
    // Before they are named: a stop in between has them found once more, and matched at worst twice.
    let jobs: Vec<Job> = others.iter().filter_map(|document| job(document.id)).collect();
    if !jobs.is_empty() {
        let jobs = &jobs;
        db.write_send(|transaction| {
            Box::pin(async move { enqueue_all(&transaction, jobs.clone(), Urgency::Background, Utc::now()).await })
        })
        .await
        .context("cannot have records matched anew")?;
    }
    let (library, renamed) = (L::KIND.as_str(), others.len());
    corpora.blocking(move |corpora| Ok(corpora.of(L::KIND).name_anew(others, revision, up_to)?)).await?;
    let ended = corpora.of(L::KIND).unnamed_after().is_none();
    tracing::info!(library, read = records.len(), renamed, ended, "records were read with the terms in force");
    Ok(true)
}
