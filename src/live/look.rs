//! The one task of a process that looks at the database for all its streams, at the worker's pace.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::news::{News, Position};
use super::{Live, Watcher};
use crate::accounts::rows::user;
use crate::accounts::sessions;
use crate::db::Db;
use crate::library::store::now;
use crate::notices::rows::notice;
use crate::outbox::worker::{rest, rested};

/// What there was at one moment, for all who watch.
#[derive(Debug)]
pub struct Look {
    pub(super) news: News,
    /// How many notices each person has not read.
    pub(super) unread: HashMap<Uuid, u64>,
    /// The sessions that were looked at.
    pub(super) asked: HashSet<Uuid>,
    /// Those of them that are open, and whose they are.
    pub(super) open: HashMap<Uuid, user::Model>,
}

#[derive(FromQueryResult)]
struct Unread {
    user_id: Uuid,
    unread: i64,
}

/// Looks until the streams are closed. While nobody watches it asks the database nothing.
pub async fn run(db: Db, live: Arc<Live>, poll: Duration) {
    let mut closed = live.closed.subscribe();
    let mut seen = None;
    while !*closed.borrow() {
        let watching: Vec<Watcher> = live.watching().values().copied().collect();
        if watching.is_empty() {
            seen = None;
            tokio::select! {
                () = live.came.notified() => {}
                _ = closed.changed() => {}
            }
            continue;
        }
        let looked = look(&db, seen, &watching).await.map(|look| {
            seen = Some(look.news.to);
            // Those who watched may be gone.
            let _ = live.looks.send(Arc::new(look));
        });
        if !rested(rest("the look at what is new", looked, poll), &mut closed).await {
            return;
        }
    }
}

async fn look(db: &Db, seen: Option<Position>, watching: &[Watcher]) -> anyhow::Result<Look> {
    let from = match seen {
        Some(seen) => seen,
        None => Position::newest(&**db).await?,
    };
    let asked: HashSet<Uuid> = watching.iter().map(|watcher| watcher.session).collect();
    let people: HashSet<Uuid> = watching.iter().map(|watcher| watcher.user).collect();
    let news = News::after(&**db, from, None).await?;
    Ok(Look {
        unread: unread(&**db, &people, news.to.notice).await?,
        news,
        open: sessions::open_among(&**db, asked.iter().copied().collect(), now()).await?,
        asked,
    })
}

/// How many notices up to `newest` each of the people has not read. What came after it is counted by the look that
/// tells of it, so that the number and what is new always say the same.
pub async fn unread(
    db: &impl ConnectionTrait,
    people: &HashSet<Uuid>,
    newest: Uuid,
) -> anyhow::Result<HashMap<Uuid, u64>> {
    let counted = notice::Entity::find()
        .select_only()
        .column(notice::Column::UserId)
        .column_as(notice::Column::Id.count(), "unread")
        .filter(notice::Column::UserId.is_in(people.iter().copied()))
        .filter(notice::Column::ReadAt.is_null())
        .filter(notice::Column::Id.lte(newest))
        .group_by(notice::Column::UserId)
        .into_model::<Unread>()
        .all(db)
        .await
        .context("cannot count notices")?;
    let mut all: HashMap<Uuid, u64> = people.iter().map(|person| (*person, 0)).collect();
    all.extend(counted.into_iter().map(|one| (one.user_id, u64::try_from(one.unread).unwrap_or_default())));
    Ok(all)
}
