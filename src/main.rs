//! The `siku` program. Everything is in the library so that tests reach it; see `siku::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    siku::cli::run()
}
