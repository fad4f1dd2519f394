//! What is new, told to whoever has a page open: how many notices they have not read, that the queue changed, that
//! the case they look at changed. Numbers and addresses of their own only; what changed is on the page.
//!
//! One task per process looks at the database (`look`) for all streams together, and only while there are any; so it
//! makes no difference which process made the change. A stream (`stream`) picks what is for its reader.

pub mod look;
mod news;
mod stream;

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, broadcast, watch};
use uuid::Uuid;

pub use news::Position;
pub use stream::{Asked, Stream};

use look::Look;

/// Looks that a stream may be behind before it is ended; its browser comes back and says what it saw last.
const BEHIND: usize = 16;
/// Streams of one session at once.
const MOST: usize = 32;

/// The streams that are open.
#[derive(Debug)]
pub struct Live {
    watching: Mutex<HashMap<u64, Watcher>>,
    next: AtomicU64,
    looks: broadcast::Sender<Arc<Look>>,
    came: Notify,
    closed: watch::Sender<bool>,
}

/// Who watches.
#[derive(Debug, Clone, Copy)]
struct Watcher {
    session: Uuid,
    user: Uuid,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            watching: Mutex::default(),
            next: AtomicU64::default(),
            looks: broadcast::channel(BEHIND).0,
            came: Notify::new(),
            closed: watch::channel(false).0,
        }
    }
}

impl Live {
    /// Ends every stream, now and from now on.
    pub fn close(&self) {
        self.closed.send_replace(true);
    }

    fn watching(&self) -> MutexGuard<'_, HashMap<u64, Watcher>> {
        // Nothing that holds it can leave it half changed.
        self.watching.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for one more. Browsers go away without a word, which is noticed at the next heartbeat only; so of a
    /// session that has too many the oldest stream ends.
    fn enter(self: &Arc<Self>, watcher: Watcher) -> Place {
        let mut watching = self.watching();
        let key = self.next.fetch_add(1, Ordering::Relaxed);
        let of_session: Vec<u64> =
            watching.iter().filter(|(_, other)| other.session == watcher.session).map(|(key, _)| *key).collect();
        if of_session.len() >= MOST
            && let Some(oldest) = of_session.iter().min()
        {
            watching.remove(oldest);
        }
        watching.insert(key, watcher);
        drop(watching);
        self.came.notify_one();
        Place { live: Arc::clone(self), key }
    }
}

/// A place among those who watch, left when it is dropped.
struct Place {
    live: Arc<Live>,
    key: u64,
}

impl Place {
    fn is_kept(&self) -> bool {
        self.live.watching().contains_key(&self.key)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.live.watching().remove(&self.key);
    }
}
