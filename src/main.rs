//! The `siku` program. Everything is in the library so that tests reach it; see `siku::cli`.

use std::process::ExitCode;

/// A match asks for and frees thousands of small pieces and a few large ones. Measured with `siku bench` at 100,000
/// technologies, against the allocator of glibc with large pieces given back at once: a match costs two thirds of the
/// CPU time, and two thirds are resident.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    siku::cli::run()
}
