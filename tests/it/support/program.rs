//! The built program as other processes see it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

/// The program, called in this folder.
pub fn siku(folder: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_siku"));
    // No language model: what is tested is what was written, and words are enough to find it.
    command.current_dir(folder.path()).env_clear().env("SIKU_SERVER__ADDRESS", "127.0.0.1:0");
    command
}

/// Runs to its end, which must be a good one.
#[track_caller]
pub fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// A service in a process of its own.
pub struct Service {
    process: Child,
    pub address: String,
}

impl Service {
    pub fn start(folder: &TempDir) -> Service {
        Self::start_with(folder, &[])
    }

    /// With settings from the environment.
    pub fn start_with(folder: &TempDir, environment: &[(&str, &str)]) -> Service {
        Self::run(folder, "serve", environment)
    }

    /// By one of the commands that serve.
    pub fn run(folder: &TempDir, name: &str, environment: &[(&str, &str)]) -> Service {
        let mut command = siku(folder);
        command.arg(name).envs(environment.iter().copied());
        let mut process = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let address = loop {
            let line = lines.next().expect("the service says where it answers").unwrap();
            if let Some((_, address)) = line.split_once("Siku answers at ") {
                break address.split_whitespace().next().unwrap().to_owned();
            }
        };
        // Somebody has to read on, or the service stands still when the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        Service { process, address }
    }

    /// `kill -9`.
    pub fn kill(self) {
        drop(self);
    }
}

/// A test that fails leaves no service behind either.
impl Drop for Service {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}
