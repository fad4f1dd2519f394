//! Machine translations of what is published, where an operator has connected a translator (`[translator]`; off as it
//! comes). Follows the change feed like the index does: what lacks a language of the readers, or has one that a machine
//! made of an older text, becomes a job. Jobs have a loop of their own, so that a slow machine holds nothing else up, and
//! one that fails is left alone for pauses that double.
//!
//! Sends title and summary of published records alone: never a draft, never a confidential part. What a person wrote is
//! never replaced.

mod endpoint;
pub mod settings;

use std::time::Duration;

use anyhow::Context;
use chrono::Utc;
use tokio::sync::{Mutex, watch};
use uuid::Uuid;

use crate::accounts::Actor;
use crate::config::Settings;
use crate::db::Db;
use crate::library::body::{Body, Common, UNDETERMINED};
use crate::library::parts::Translation;
use crate::library::store::{StoreError, find_many};
use crate::library::{
    Demands, Institutions, Library, LibraryKind, Origin, Results, Status, Technologies, translations,
};
use crate::outbox::feed::changes_since;
use crate::outbox::worker::rested;
use crate::outbox::{self, Job, Lane, Urgency};
use endpoint::{Endpoint, Parts};

/// Records looked at in one go.
const PORTION: u64 = 200;
/// Jobs that wait; with more of them nothing new is looked for.
const ENOUGH: u64 = 500;
/// Longest summary that is sent, in characters; a longer one stays in its own language.
const LONGEST_SUMMARY: usize = 5_000;
const LONGEST_REST: Duration = Duration::from_secs(3_600);

/// What a round came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Round {
    /// There was nothing to do.
    Idle,
    /// A record was translated, or some were looked at and there are more.
    Done,
    /// The translator failed; the record is tried again.
    Failed,
}

/// Has records translated.
pub struct Translator {
    db: Db,
    endpoint: Endpoint,
    languages: Vec<String>,
    /// The last change of each library that was looked at, in this process.
    looked: Mutex<[i64; 4]>,
}

impl Translator {
    /// As the settings have it; `None` where no translator is connected.
    ///
    /// # Errors
    /// The settings are of no use.
    pub fn of(settings: &Settings, db: &Db) -> anyhow::Result<Option<Self>> {
        let Some(endpoint) = Endpoint::of(&settings.translator)? else { return Ok(None) };
        let languages = settings.translator.languages.clone();
        Ok(Some(Self { db: db.clone(), endpoint, languages, looked: Mutex::default() }))
    }

    /// Looks for what lacks a translation, and has one record translated.
    ///
    /// # Errors
    /// The database failed. A translator that fails is no error but a job that is tried again.
    pub async fn round(&self) -> anyhow::Result<Round> {
        let enough = outbox::waiting_in(&*self.db, Lane::Translating).await? >= ENOUGH;
        let more = !enough && self.look().await?;
        let claimed = outbox::claim_in(&self.db, Lane::Translating, Utc::now(), Urgency::Background, 1).await?;
        let Some(claimed) = claimed.into_iter().next() else {
            return Ok(if more { Round::Done } else { Round::Idle });
        };
        match self.run(&claimed.job).await {
            Ok(()) => {
                outbox::done(&self.db, &[claimed.id], Utc::now()).await?;
                Ok(Round::Done)
            }
            Err(error) => {
                let (job, attempt) = (claimed.id, claimed.attempt);
                tracing::warn!(job, attempt, error = format!("{error:#}"), "a record was not translated");
                outbox::failed(&self.db, &claimed, &error, Utc::now()).await?;
                Ok(Round::Failed)
            }
        }
    }

    /// Rounds until there is nothing to do any more, or the translator fails.
    ///
    /// # Errors
    /// As [`Translator::round`].
    pub async fn finish(&self) -> anyhow::Result<Round> {
        loop {
            match self.round().await? {
                Round::Done => {}
                ended => return Ok(ended),
            }
        }
    }

    /// Makes jobs of what was changed since the last look. After a start everything is looked at once, so that another
    /// list of languages needs nothing else. Answers whether there is more to look at.
    async fn look(&self) -> anyhow::Result<bool> {
        let mut looked = self.looked.lock().await;
        let [technologies, demands, results, institutions] = &mut *looked;
        let more = [
            self.look_at::<Technologies>(technologies).await?,
            self.look_at::<Demands>(demands).await?,
            self.look_at::<Results>(results).await?,
            self.look_at::<Institutions>(institutions).await?,
        ];
        Ok(more.contains(&true))
    }

    async fn look_at<L: Library>(&self, last: &mut i64) -> anyhow::Result<bool> {
        let changed = changes_since::<L>(&*self.db, *last, PORTION).await?;
        let Some(newest) = changed.last().map(|record| record.head.change_no) else { return Ok(false) };
        let wanting = changed.iter().filter(|record| {
            record.head.status == Status::Published && !self.lacking(&record.body.common()).is_empty()
        });
        let jobs: Vec<Job> =
            wanting.map(|record| Job::TranslateRecord { library: L::KIND, id: record.head.id }).collect();
        let jobs = outbox::not_open(&*self.db, jobs).await?;
        if !jobs.is_empty() {
            let jobs = &jobs;
            self.db
                .write_send(|transaction| {
                    Box::pin(async move {
                        outbox::enqueue_all(&transaction, jobs.clone(), Urgency::Background, Utc::now()).await
                    })
                })
                .await?;
        }
        *last = newest;
        Ok(true)
    }

    async fn run(&self, job: &Job) -> anyhow::Result<()> {
        let Job::TranslateRecord { library, id } = job else { anyhow::bail!("{} is no translation", job.kind()) };
        match library {
            LibraryKind::Technologies => self.translate::<Technologies>(*id).await,
            LibraryKind::Demands => self.translate::<Demands>(*id).await,
            LibraryKind::Results => self.translate::<Results>(*id).await,
            LibraryKind::Institutions => self.translate::<Institutions>(*id).await,
        }
    }

    /// Translates a record into what it lacks, each language stored as it comes: what fails is begun again there.
    async fn translate<L: Library>(&self, id: Uuid) -> anyhow::Result<()> {
        let found = find_many::<L>(&*self.db, &Actor::System, &[id]).await?.pop();
        let Some(record) = found.filter(|record| record.head.status == Status::Published) else { return Ok(()) };
        let common = record.body.common();
        let summary = common.summary.filter(|text| !text.trim().is_empty() && text.chars().count() <= LONGEST_SUMMARY);
        let parts = Parts { title: common.title.to_owned(), summary: summary.map(str::to_owned) };
        for lang in self.lacking(&common) {
            let from = primary(common.lang);
            let translated = self.endpoint.translate(&parts, from, &lang).await;
            let translated = translated.with_context(|| format!("{} into {lang}", record.head.number))?;
            let translation = Translation {
                lang,
                title: translated.title,
                summary: translated.summary,
                origin: Origin::Machine,
                engine: Some(self.endpoint.name().to_owned()),
                ..Translation::default()
            };
            let version = Some(record.head.version);
            match translations::upsert::<L>(&self.db, &Actor::System, id, version, vec![translation]).await {
                // It went, or is a draft again, while the machine was at work.
                Ok(_) | Err(StoreError::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// The languages of readers that a record lacks: it is not written in them, nobody has translated it, and what a
    /// machine made is not of the present text.
    fn lacking(&self, common: &Common<'_>) -> Vec<String> {
        let source = primary(common.lang);
        if source == UNDETERMINED || common.title.trim().is_empty() {
            return Vec::new();
        }
        let is_there = |lang: &str| {
            let mut known = common.translations.iter().filter(|translation| primary(&translation.lang) == lang);
            lang == source || known.any(|one| one.origin == Origin::Human || !one.stale)
        };
        self.languages.iter().filter(|lang| !is_there(lang)).cloned().collect()
    }
}

/// The language of a tag without script and country.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// How long a translator that failed so many times in a row is left alone: 2, 4, 8… seconds, at most an hour.
fn pause(failures: u32) -> Duration {
    Duration::from_secs(2_u64.saturating_pow(failures.min(12))).min(LONGEST_REST)
}

/// Translates until `stop` says so.
pub async fn run(translator: Translator, poll: Duration, mut stop: watch::Receiver<bool>) {
    let mut failures = 0;
    while !*stop.borrow() {
        let rest = match translator.round().await {
            Ok(Round::Done) => {
                failures = 0;
                continue;
            }
            Ok(Round::Idle) => poll,
            Ok(Round::Failed) => {
                failures += 1;
                pause(failures)
            }
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "translating met trouble and goes on");
                pause(1)
            }
        };
        if !rested(rest, &mut stop).await {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translator_that_fails_is_left_alone_twice_as_long_each_time_up_to_an_hour() {
        let seconds: Vec<u64> = [1, 2, 3, 11, 12, 50].map(|failures| pause(failures).as_secs()).to_vec();
        assert_eq!(seconds, [2, 4, 8, 2_048, 3_600, 3_600]);
    }
}
