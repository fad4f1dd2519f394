//! The threads that questions share out their work over.
//!
//! They do nothing else: in one pool with the texts that are being embedded, a match would wait behind them for seconds.

use std::sync::LazyLock;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// As many as the machine has cores; none where it gives no threads.
static THREADS: LazyLock<Option<ThreadPool>> =
    LazyLock::new(|| ThreadPoolBuilder::new().thread_name(|number| format!("question-{number}")).build().ok());

/// Runs `work` so that what it gives to rayon is done by these threads.
pub(crate) fn shared_out<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match &*THREADS {
        Some(threads) => threads.install(work),
        None => work(),
    }
}
