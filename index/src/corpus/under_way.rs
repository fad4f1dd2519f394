//! Texts that are with a model at this moment, so that nobody begins the same a second time.

use std::collections::HashSet;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::cache::Key;

/// Keys that somebody embeds at this moment.
#[derive(Default)]
pub(super) struct UnderWay {
    keys: Mutex<HashSet<Key>>,
    fewer: Condvar,
}

/// One's own part of what is under way; ends when dropped.
pub(super) struct Share<'a> {
    all: &'a UnderWay,
    pub keys: Vec<Key>,
}

impl UnderWay {
    /// Takes up to `most` of the keys that nobody has taken. Where others have all of them it waits for one to end, so
    /// it must not be called while holding a share, nor from a thread that others compute on.
    pub fn take(&self, wanted: &[Key], most: usize) -> Share<'_> {
        let mut taken = self.lock();
        while !wanted.is_empty() && wanted.iter().all(|key| taken.contains(key)) {
            taken = self.fewer.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        let keys = wanted.iter().copied().filter(|key| taken.insert(*key)).take(most).collect();
        Share { all: self, keys }
    }

    fn lock(&self) -> MutexGuard<'_, HashSet<Key>> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        let mut taken = self.all.lock();
        for key in &self.keys {
            taken.remove(key);
        }
        self.all.fewer.notify_all();
    }
}
