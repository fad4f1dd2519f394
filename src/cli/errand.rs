//! Having an errand done, by the service where one runs, and printing what is heard of it.

use std::io::Write;
use std::sync::Arc;

use anyhow::{Context, bail};
use tokio::sync::mpsc::unbounded_channel;

use crate::cli::progress::Progress;
use crate::cli::{Outcome, database};
use crate::config::Settings;
use crate::errands::{Errand, Said, Say, socket};
use crate::matching::{Engine, MatchingWork};
use crate::outbox::worker::drain;

/// Has an errand done.
pub async fn run(settings: &Settings, errand: Errand) -> anyhow::Result<Outcome> {
    let mut printer = Printer::default();
    if !socket::ask(&settings.index.dir, &errand, |said| printer.hear(said)).await? {
        here(settings, errand, &mut printer).await?;
    }
    printer.ended()
}

/// Does it in this process.
async fn here(settings: &Settings, errand: Errand, printer: &mut Printer) -> anyhow::Result<()> {
    let db = database::open(settings).await?;
    let engine = Arc::new(match errand {
        Errand::RebuildIndex => Engine::open_anew(settings)?,
        _ => Engine::open_for(settings, &db).await?,
    });
    let (sender, mut said) = unbounded_channel();
    let all = matches!(errand, Errand::Match { demand: None, .. });
    let running = {
        let (db, engine) = (db.clone(), Arc::clone(&engine));
        tokio::spawn(async move { errand.run(&db, &engine, &Say::new(sender)).await })
    };
    while let Some(said) = said.recv().await {
        printer.hear(said)?;
    }
    running.await.context("the errand was torn down")?;
    if all {
        // There is no worker that would do what else waits.
        drain(&db, &MatchingWork { db: db.clone(), engine }).await?;
    }
    Ok(())
}

/// Prints what is heard: the answer on standard output, progress on standard error.
#[derive(Default)]
pub struct Printer {
    progress: Option<(String, Progress)>,
    end: Option<Said>,
}

impl Printer {
    pub fn hear(&mut self, said: Said) -> anyhow::Result<()> {
        match said {
            Said::Line(line) => {
                let print = || writeln!(std::io::stdout(), "{line}");
                match &self.progress {
                    Some((_, progress)) => progress.pausing(print)?,
                    None => print()?,
                }
            }
            Said::Progress { label, done, total, what } => {
                if self.progress.as_ref().is_none_or(|(shown, _)| *shown != label) {
                    self.finish();
                    self.progress = Some((label.clone(), Progress::new(label)));
                }
                if let Some((_, progress)) = &mut self.progress {
                    progress.show(done, Some(total), &what);
                }
            }
            end => {
                self.finish();
                self.end = Some(end);
            }
        }
        Ok(())
    }

    fn finish(&mut self) {
        if let Some((_, progress)) = self.progress.take() {
            progress.finish();
        }
    }

    fn ended(self) -> anyhow::Result<Outcome> {
        match self.end {
            Some(Said::Done { partly: false }) => Ok(Outcome::Done),
            Some(Said::Done { partly: true }) => Ok(Outcome::Partly),
            Some(Said::Failed(reason)) => bail!(reason),
            _ => bail!("the errand did not say how it ended"),
        }
    }
}
