//! What is done by the clock: looking at what is due, learning from decisions, digests, and sending what is queued.
//! Beside the worker that indexes and matches, so that a slow mail server holds nobody up.

use std::time::Duration;

use anyhow::Context;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use tokio::sync::watch;

use super::dispatch::{digest, dispatch, waits};
use crate::accounts::Actor;
use crate::clocks::look::look;
use crate::config::Settings;
use crate::db::Db;
use crate::mail::{Sender, Sent};
use crate::matching::learning;
use crate::outbox::worker::{rest, rested};
use crate::uploads;

/// One round after the other.
pub struct Rounds {
    db: Db,
    settings: Settings,
    sender: Option<Sender>,
}

impl Rounds {
    /// What the settings ask for.
    pub fn of(settings: &Settings, db: &Db) -> anyhow::Result<Self> {
        Ok(Self { db: db.clone(), settings: settings.clone(), sender: Sender::of(settings, db)? })
    }

    /// Does everything that is due.
    pub async fn round(&self, now: DateTime<Utc>) -> anyhow::Result<Sent> {
        self.look(now).await?;
        self.learn(now).await?;
        uploads::expire(&self.db, now).await?;
        self.instant(now).await?;
        self.daily_digest(now).await?;
        match &self.sender {
            Some(sender) => sender.send_due(now).await,
            None => Ok(Sent::default()),
        }
    }

    /// Several looks at once do no harm: what is told has a key.
    async fn look(&self, now: DateTime<Utc>) -> anyhow::Result<()> {
        if !is_due(&self.db, "clocks", now).await? {
            return Ok(());
        }
        let clocks = &self.settings.clocks;
        let next = now + TimeDelta::minutes(clocks.look_minutes.into());
        let taken =
            self.db.write_send(|transaction| Box::pin(async move { take(&transaction, "clocks", now, next).await }));
        if taken.await? { look(&self.db, clocks, now).await } else { Ok(()) }
    }

    /// Once a night, by whichever worker comes first. What goes wrong with it holds no mail up.
    async fn learn(&self, now: DateTime<Utc>) -> anyhow::Result<()> {
        let settings = &self.settings.learn;
        if !settings.nightly || !is_due(&self.db, "learn", now).await? {
            return Ok(());
        }
        let next = next_day(now, settings.hour);
        let taken =
            self.db.write_send(|transaction| Box::pin(async move { take(&transaction, "learn", now, next).await }));
        if taken.await? {
            match learning::learn(&self.db, settings, &Actor::System, now).await {
                Ok(learned) => tracing::info!("{learned}"),
                Err(error) => tracing::error!(error = format!("{error:#}"), "nothing was learned from decisions"),
            }
        }
        Ok(())
    }

    async fn instant(&self, now: DateTime<Utc>) -> anyhow::Result<()> {
        let mail = &self.settings.mail;
        while waits(&*self.db).await? {
            let queued =
                self.db.write_send(|transaction| Box::pin(async move { dispatch(&transaction, mail, now).await }));
            queued.await?;
        }
        Ok(())
    }

    async fn daily_digest(&self, now: DateTime<Utc>) -> anyhow::Result<()> {
        if !is_due(&self.db, "digest", now).await? {
            return Ok(());
        }
        let mail = &self.settings.mail;
        self.db
            .write_send(|transaction| {
                Box::pin(async move {
                    if take(&transaction, "digest", now, next_day(now, mail.digest_hour)).await? {
                        digest(&transaction, mail, now).await?;
                    }
                    Ok(())
                })
            })
            .await
    }
}

/// The first time after `now` at which it is `hour`.
fn next_day(now: DateTime<Utc>, hour: u32) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(Ord::min(hour, 23), 0, 0).unwrap_or(NaiveTime::MIN);
    let today = now.date_naive().and_time(time).and_utc();
    if today > now { today } else { today + TimeDelta::days(1) }
}

/// Whether a timer has run out, or was never set. A look without a lock: an idle worker disturbs nobody.
pub(crate) async fn is_due(db: &Db, name: &str, now: DateTime<Utc>) -> anyhow::Result<bool> {
    let select = Query::select().column("next_at").from("timers").and_where(Expr::col("name").eq(name)).take();
    let row = db.query_one(&select).await.context("cannot read a timer")?;
    let next: Option<DateTime<Utc>> = row.map(|row| row.try_get("", "next_at")).transpose()?;
    Ok(next.is_none_or(|next| next <= now))
}

/// Takes what a timer is for on, in the transaction that does it: of several workers one gets it, and after a crash it
/// is due again.
pub(crate) async fn take(
    transaction: &DatabaseTransaction,
    name: &str,
    now: DateTime<Utc>,
    next: DateTime<Utc>,
) -> anyhow::Result<bool> {
    let due = OnConflict::column("name")
        .value("next_at", next)
        .action_and_where(Expr::col(("timers", "next_at")).lte(now))
        .to_owned();
    let insert = Query::insert()
        .into_table("timers")
        .columns(["name", "next_at"])
        .values([name.into(), next.into()])?
        .on_conflict(due)
        .take();
    Ok(transaction.execute(&insert).await.context("cannot set a timer")?.rows_affected() > 0)
}

/// Goes round until `stop` says so.
pub async fn run(rounds: Rounds, poll: Duration, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let pause = rest("sending", rounds.round(Utc::now()).await, poll);
        if !rested(pause, &mut stop).await {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_due_at_its_hour_once_a_day() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(next_day(at("2026-11-25T04:59:59Z"), 5), at("2026-11-25T05:00:00Z"));
        assert_eq!(next_day(at("2026-11-25T05:00:00Z"), 5), at("2026-11-26T05:00:00Z"));
        assert_eq!(next_day(at("2026-12-31T23:00:00Z"), 5), at("2027-01-01T05:00:00Z"));
    }
}
