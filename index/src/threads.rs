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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_from_many_threads_and_within_questions_are_all_answered() {
        let ask = |number: usize| {
            let within = || shared_out(|| rayon::join(|| number, || number + 1));
            shared_out(|| rayon::join(within, || number + 2))
        };
        let more = 4 * rayon::current_num_threads();
        std::thread::scope(|scope| {
            let asking: Vec<_> = (0..more).map(|number| scope.spawn(move || ask(number))).collect();
            for (number, asked) in asking.into_iter().enumerate() {
                assert_eq!(asked.join().unwrap(), ((number, number + 1), number + 2));
            }
        });
    }
}
