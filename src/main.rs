//! The `siku` program. Everything is in the library so that tests reach it; see `siku::cli`.

use std::process::ExitCode;

/// A match asks for and frees thousands of small pieces and a few large ones. While `siku bench` serves 100,000
/// technologies a fifth less is resident than with the allocator of glibc told to give large pieces back at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    siku::cli::run()
}
