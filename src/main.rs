//! The `siku` program. Everything is in the library so that tests reach it; see `siku::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    return_memory();
    siku::cli::run()
}

/// Has what was large go back to the system when it is freed: glibc otherwise learns from the first large piece to keep
/// up to 64 MB in each of several heaps. Measured at 100,000 technologies: a quarter less resident, the same speed.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn return_memory() {
    // SAFETY: a number set before there is a second thread.
    unsafe { libc::mallopt(libc::M_MMAP_THRESHOLD, 128 << 10) };
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn return_memory() {}
