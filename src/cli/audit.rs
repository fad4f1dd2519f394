//! `siku audit verify` and `siku audit export FILE`.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::audit::{self, Verdict};
use crate::cli::progress::{Progress, thousands};
use crate::cli::{Outcome, database};
use crate::config::Settings;

/// Verify or export who did and saw what
#[derive(Debug, Args)]
pub struct Audit {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Walk the chain; name the first entry that was altered or is missing (exit code 1), or print the newest hash
    Verify {
        /// A hash that was printed before: its entry must still be there
        #[arg(long, value_name = "HASH")]
        head: Option<String>,
        /// Verify a file that `siku audit export` wrote instead of the database
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Write every entry with its hashes, so that others can verify them
    Export {
        /// .jsonl file, or - for standard output
        file: PathBuf,
    },
}

impl Audit {
    pub async fn run(self, settings: Settings) -> anyhow::Result<Outcome> {
        match self.action {
            Action::Verify { head, file } => {
                let head = head.map(|hash| hash.trim().to_ascii_lowercase());
                let verdict = match file {
                    Some(file) => audit::verify_file(&file, head.as_deref())?,
                    None => {
                        let db = database::open(&settings).await?;
                        let mut progress = Progress::new("verifying");
                        let show = |seen| progress.show(seen, None, &format!("{} entries", thousands(seen)));
                        let verdict = audit::verify(&db, head.as_deref(), show).await;
                        progress.finish();
                        verdict?
                    }
                };
                say(&verdict)
            }
            Action::Export { file } => {
                let db = database::open(&settings).await?;
                let mut progress = Progress::new("exporting the audit");
                let show = |written| progress.show(written, None, &format!("{} entries", thousands(written)));
                let written = audit::export(&db, &file, show).await;
                progress.finish();
                eprintln!("{}: {} entries exported", file.display(), thousands(written?));
                Ok(Outcome::Done)
            }
        }
    }
}

/// The hash alone on standard output, so that a script can keep it.
fn say(verdict: &Verdict) -> anyhow::Result<Outcome> {
    match verdict {
        Verdict::Whole { entries, head } => {
            eprintln!("{} entries, nothing altered; keep the newest hash elsewhere", thousands(entries.unsigned_abs()));
            writeln!(std::io::stdout().lock(), "{head}")?;
            Ok(Outcome::Done)
        }
        Verdict::Broken(broken) => {
            eprintln!("the audit was tampered with: {broken}");
            Ok(Outcome::Partly)
        }
    }
}
