//! Sending what is queued. A mail is claimed, sent, and marked, each durably before the next:
//!
//! * killed before it was sent: the claim runs out and somebody sends it;
//! * killed after it was sent and before it was marked: it is sent again under the same `Message-ID` (or file name).
//!   Into a folder that is the same file; over SMTP it is the one window in which a reader may get a second copy.

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use lettre::message::Mailbox;
use sea_orm::sea_query::{Cond, Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::message::message;
use super::row;
use super::transport::{Refusal, Transport};
use crate::config::Settings;
use crate::db::Db;

/// Mails looked at in one go.
const PORTION: u64 = 32;
/// How often a mail is tried before it is given up for a person to look at.
const MOST_ATTEMPTS: i32 = 12;
const LONGEST_ERROR: usize = 500;

/// Sends queued mails.
pub struct Sender {
    db: Db,
    transport: Transport,
    from: Mailbox,
    base: String,
    claim: TimeDelta,
}

/// What a look at the queue came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sent {
    pub sent: usize,
    /// Tried again later, or given up.
    pub failed: usize,
}

impl Sender {
    /// The sender of the settings; `None` when mails are off.
    pub fn of(settings: &Settings, db: &Db) -> anyhow::Result<Option<Self>> {
        let Some(transport) = Transport::of(&settings.mail)? else { return Ok(None) };
        let from = settings.mail.from.parse().context("setting mail.from is no address")?;
        let claim = TimeDelta::seconds(settings.mail.claim_seconds.into());
        Ok(Some(Self { db: db.clone(), transport, from, base: settings.base(), claim }))
    }

    /// Sends everything that is due.
    pub async fn send_due(&self, now: DateTime<Utc>) -> anyhow::Result<Sent> {
        let mut all = Sent::default();
        loop {
            let due = self.due(now).await?;
            if due.is_empty() {
                return Ok(all);
            }
            for mail in due {
                let Some(attempt) = self.claim(mail.id, now).await? else { continue };
                match self.send(&mail).await {
                    Ok(()) => {
                        self.mark(mail.id, now).await?;
                        all.sent += 1;
                    }
                    Err(refusal) => {
                        self.put_off(&mail, attempt, &refusal, now).await?;
                        all.failed += 1;
                    }
                }
            }
        }
    }

    async fn send(&self, mail: &row::Model) -> Result<(), Refusal> {
        let message = message(mail, &self.from, &self.base);
        let message = message.map_err(|reason| Refusal { reason, for_good: true })?;
        self.transport.send(&mail.key, message).await
    }

    /// Mails that nobody is sending, the oldest first.
    async fn due(&self, now: DateTime<Utc>) -> anyhow::Result<Vec<row::Model>> {
        let busy = Query::select()
            .expr(Expr::val(1))
            .from("mail_sending")
            .and_where(Expr::col(("mail_sending", "mail_id")).equals(("mail_queue", "id")))
            .cond_where(
                Cond::any()
                    .add(Expr::col(("mail_sending", "claimed_until")).gte(now))
                    .add(Expr::col(("mail_sending", "given_up_at")).is_not_null()),
            )
            .take();
        let select = row::Entity::find()
            .filter(row::Column::SentAt.is_null())
            .filter(Expr::exists(busy).not())
            .order_by_asc(row::Column::Id)
            .limit(PORTION);
        select.all(&*self.db).await.context("cannot look for mails")
    }

    /// Takes a mail on; answers the how-many-eth try this is, or nothing when somebody else was faster.
    async fn claim(&self, id: Uuid, now: DateTime<Utc>) -> anyhow::Result<Option<i32>> {
        let until = now + self.claim;
        let free = Cond::all()
            .add(Expr::col(("mail_sending", "claimed_until")).lt(now))
            .add(Expr::col(("mail_sending", "given_up_at")).is_null());
        let again = OnConflict::column("mail_id")
            .value("attempts", Expr::col(("mail_sending", "attempts")).add(1))
            .value("claimed_until", until)
            .action_cond_where(free)
            .to_owned();
        let insert = &Query::insert()
            .into_table("mail_sending")
            .columns(["mail_id", "attempts", "claimed_until"])
            .values([id.into(), 1.into(), until.into()])?
            .on_conflict(again)
            .returning_col("attempts")
            .take();
        let claimed = self.db.write_send(|transaction| {
            Box::pin(async move {
                // Sent and marked since it was looked at: then it is nobody's any more.
                let open = row::Entity::find_by_id(id).filter(row::Column::SentAt.is_null());
                if open.one(&*transaction).await?.is_none() {
                    return Ok(None);
                }
                let row = transaction.query_one(insert).await?;
                Ok::<_, anyhow::Error>(row.map(|row| row.try_get("", "attempts")).transpose()?)
            })
        });
        claimed.await.context("cannot claim a mail")
    }

    async fn mark(&self, id: Uuid, now: DateTime<Utc>) -> anyhow::Result<()> {
        let marked = self.db.write_send(|transaction| {
            Box::pin(async move {
                // What was sent is in the mail alone: links in it open accounts.
                let update = row::Entity::update_many()
                    .col_expr(row::Column::SentAt, Expr::val(now))
                    .col_expr(row::Column::Values, Expr::val(serde_json::json!({})));
                update.filter(row::Column::Id.eq(id)).exec(&*transaction).await?;
                Ok::<_, anyhow::Error>(())
            })
        });
        marked.await.context("cannot mark a mail as sent")
    }

    async fn put_off(
        &self,
        mail: &row::Model,
        attempt: i32,
        refusal: &Refusal,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let given_up = refusal.for_good || attempt >= MOST_ATTEMPTS;
        tracing::warn!(mail = %mail.id, template = mail.template, attempt, given_up, "a mail was not sent");
        let error: String = refusal.to_string().chars().take(LONGEST_ERROR).collect();
        let update = &Query::update()
            .table("mail_sending")
            .value("claimed_until", now + pause(attempt))
            .value("given_up_at", Expr::val(given_up.then_some(now)))
            .value("last_error", error)
            .and_where(Expr::col("mail_id").eq(mail.id))
            .take();
        let stored = self.db.write_send(|transaction| {
            Box::pin(async move { transaction.execute(update).await.map(drop).map_err(anyhow::Error::from) })
        });
        stored.await.context("cannot put off a mail")
    }
}

/// 1, 2, 4… minutes, at most six hours.
fn pause(attempt: i32) -> TimeDelta {
    let minutes = 1_i64 << attempt.clamp(1, 10).unsigned_abs().saturating_sub(1);
    TimeDelta::minutes(Ord::min(minutes, 360))
}
