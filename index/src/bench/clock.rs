//! CPU time, exactly: what a thread or the whole process was given, whoever else uses the machine.

use rustix::time::{ClockId, clock_gettime};

/// CPU time of this thread so far, in milliseconds.
pub(super) fn thread_cpu_ms() -> f64 {
    milliseconds(ClockId::ThreadCPUTime)
}

/// CPU time of this process so far, ended threads included, in milliseconds.
pub fn process_cpu_ms() -> f64 {
    milliseconds(ClockId::ProcessCPUTime)
}

fn milliseconds(clock: ClockId) -> f64 {
    let time = clock_gettime(clock);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}
