//! One reader's stream of server-sent events: what of each look is for them.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Bytes;
use serde_json::json;
use tokio::sync::{broadcast, watch};
use tokio::time::{Instant, Interval, interval_at};
use uuid::Uuid;

use super::look::{self, Look};
use super::news::{News, Position};
use super::{Live, Place, Watcher};
use crate::accounts::sessions::Session;
use crate::db::Db;

/// How often a stream says that it is there, so that nothing between here and the browser takes it for dead.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// How long a browser waits before it reconnects.
const RETRY: &str = "retry: 3000\n\n";

/// What somebody wants to be told of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    /// What they have seen; everything there is where they do not say.
    pub after: Option<Position>,
    /// They work at the desk.
    pub queue: bool,
    /// The case they look at as its broker.
    pub case: Option<Uuid>,
}

/// The stream of one open page.
pub struct Stream {
    db: Db,
    place: Place,
    watcher: Watcher,
    role: String,
    organisation: Option<Uuid>,
    asked: Asked,
    seen: Position,
    unread: Option<u64>,
    looks: broadcast::Receiver<Arc<Look>>,
    closed: watch::Receiver<bool>,
    beat: Interval,
    first: Option<String>,
}

impl Stream {
    /// Opens a stream, which begins with what came after what was seen.
    pub async fn open(db: &Db, live: &Arc<Live>, session: &Session, asked: Asked) -> anyhow::Result<Self> {
        let watcher = Watcher { session: session.id, user: session.user.id };
        // Before looking, so that nothing falls between this look and the next.
        let looks = live.looks.subscribe();
        let place = live.enter(watcher);
        let newest = Position::newest(&**db).await?;
        let seen = match asked.after {
            Some(after) if asked.queue => after,
            // How much others do is not theirs to know.
            Some(after) => Position { notice: after.notice, ..newest },
            None => newest,
        };
        // Of a copy of the database that was put back nobody has seen more than there is.
        let seen = Position {
            audit: seen.audit.min(newest.audit),
            step: seen.step.min(newest.step),
            notice: seen.notice.min(newest.notice),
        };
        let mut stream = Self {
            db: db.clone(),
            place,
            watcher,
            role: session.user.role.clone(),
            organisation: session.user.organisation_id,
            asked,
            seen,
            unread: None,
            looks,
            closed: live.closed.subscribe(),
            beat: interval_at(Instant::now() + HEARTBEAT, HEARTBEAT),
            first: None,
        };
        let (news, unread) = stream.missed().await?;
        stream.first = Some(format!("{RETRY}{}", stream.take(&news, unread)));
        Ok(stream)
    }

    /// What is sent next; `None` at the end.
    pub async fn next(&mut self) -> Option<Bytes> {
        if let Some(first) = self.first.take() {
            return Some(first.into());
        }
        while !*self.closed.borrow() {
            let look = tokio::select! {
                look = self.looks.recv() => look.ok()?,
                _ = self.closed.changed() => return None,
                _ = self.beat.tick() => return Some(Bytes::from_static(b":\n\n")),
            };
            let text = self.events(&look).await?;
            if !text.is_empty() {
                return Some(text.into());
            }
        }
        None
    }

    /// What a look means to this reader; `None` when they have no right to it any more.
    async fn events(&mut self, look: &Look) -> Option<String> {
        if !self.place.is_kept() {
            return None;
        }
        if look.asked.contains(&self.watcher.session) {
            let person = look.open.get(&self.watcher.session)?;
            if person.role != self.role || person.organisation_id != self.organisation {
                return None;
            }
        }
        // Nobody looked at this person's notices yet, or before this stream did; the next look tells.
        let Some(unread) = look.unread.get(&self.watcher.user).copied() else { return Some(String::new()) };
        if look.news.to.is_before(&self.seen) {
            return Some(String::new());
        }
        if !self.seen.is_before(&look.news.from) {
            return Some(self.take(&look.news, unread));
        }
        match self.missed().await {
            Ok((missed, unread)) => Some(self.take(&missed, unread)),
            Err(error) => {
                tracing::warn!(error = format!("{error:#}"), stream = self.place.key, "a stream is cut off");
                None
            }
        }
    }

    /// What came after what was seen, and how much the reader has not read with it.
    async fn missed(&self) -> anyhow::Result<(News, u64)> {
        let user = self.watcher.user;
        let news = News::after(&*self.db, self.seen, Some(user)).await?;
        let unread = look::unread(&*self.db, &HashSet::from([user]), news.to.notice).await?;
        Ok((news, unread.get(&user).copied().unwrap_or_default()))
    }

    /// The events that bring the reader from what they have seen to these news.
    fn take(&mut self, news: &News, unread: u64) -> String {
        let before = self.seen;
        let me = self.watcher.user;
        self.seen = Position {
            audit: before.audit.max(news.to.audit),
            step: before.step.max(news.to.step),
            notice: before.notice.max(news.to.notice),
        };
        let id =
            if self.asked.queue { self.seen } else { Position { notice: self.seen.notice, ..Position::default() } };
        let mut text = String::new();
        let mut event = |name: &str, data: serde_json::Value| {
            text.push_str(&format!("event: {name}\nid: {id}\ndata: {data}\n\n"));
        };
        let mine: Vec<_> = news.told.iter().filter(|told| told.user == me && told.id > before.notice).collect();
        if !mine.is_empty() || self.unread != Some(unread) {
            let links: Vec<&str> = mine.iter().filter_map(|told| told.link.as_deref()).collect();
            event("notices", json!({ "unread": unread, "new": mine.len(), "links": links }));
        }
        // What somebody does themselves is on their page already.
        let others = || news.changes.iter().filter(|change| change.seq > before.audit && change.actor != Some(me));
        let suggested = news.suggested.is_some_and(|step| step > before.step);
        if self.asked.queue && (news.far || suggested || others().any(|change| change.queue)) {
            event("queue", json!({}));
        }
        if let Some(case) = self.asked.case
            && (news.far || others().any(|change| change.case == Some(case)))
        {
            event("case", json!({ "id": case }));
        }
        self.unread = Some(unread);
        text
    }
}
