//! The worker's part. A delivery is claimed, sent and marked, each durably before the next: a process that dies in between
//! leaves a claim that runs out, and the same delivery is sent again under the same `webhook-id`.

use std::time::Duration;

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::join_all;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use tokio::sync::watch;
use uuid::Uuid;

use super::address::{checked, resolve};
use super::client::Client;
use super::event::may_be_told;
use super::failure::Failure;
use super::rows::{delivery, hook};
use super::signature::{opened, sign};
use crate::accounts::sealing::Sealing;
use crate::config::Webhooks;
use crate::db::Db;
use crate::notices::{Kind, Notice, members, tell};
use crate::outbox::worker::{rest, rested};

/// Deliveries under way at once: one slow program holds few others up.
const PORTION: u64 = 8;
/// Beyond the time of one request: then somebody else may try.
const CLAIM: TimeDelta = TimeDelta::seconds(30);
const LONGEST_ERROR: usize = 500;
/// The other side says that it wants no more.
const GONE: u16 = 410;

use delivery::Column as C;

/// Sends what webhooks are told.
pub struct Deliverer {
    db: Db,
    settings: Webhooks,
    client: Client,
    sealing: Sealing,
}

/// What came of one attempt.
struct Outcome {
    status: Option<u16>,
    failure: Option<(Failure, String)>,
}

impl Outcome {
    fn is_good(&self) -> bool {
        self.status.is_some_and(|status| (200..300).contains(&status))
    }
}

impl Deliverer {
    /// As the settings have it.
    ///
    /// # Errors
    /// The encryption cannot be set up.
    pub fn of(settings: &Webhooks, sealing: Sealing, db: &Db) -> anyhow::Result<Self> {
        let client = Client::new(Duration::from_secs(settings.timeout_seconds))?;
        Ok(Self { db: db.clone(), settings: settings.clone(), client, sealing })
    }

    /// Sends everything that is due; answers how many attempts were made.
    ///
    /// # Errors
    /// The database failed.
    pub async fn deliver_due(&self, now: DateTime<Utc>) -> anyhow::Result<usize> {
        let mut attempts = 0;
        loop {
            let due = self.due(now).await?;
            if due.is_empty() {
                return Ok(attempts);
            }
            attempts += due.len();
            for done in join_all(due.into_iter().map(|one| self.attempt(one, now))).await {
                done?;
            }
        }
    }

    async fn due(&self, now: DateTime<Utc>) -> anyhow::Result<Vec<delivery::Model>> {
        let told = Query::select().column(hook::Column::Id).from(hook::Entity).cond_where(may_be_told()).take();
        let free = Condition::any().add(C::ClaimedUntil.is_null()).add(C::ClaimedUntil.lt(now));
        let due = delivery::Entity::find()
            .filter(C::DeliveredAt.is_null())
            .filter(C::GivenUpAt.is_null())
            .filter(C::NextAt.lte(now))
            .filter(free)
            .filter(C::WebhookId.in_subquery(told))
            .order_by_asc(C::NextAt)
            .limit(PORTION);
        due.all(&*self.db).await.context("cannot look for what webhooks are to be told")
    }

    async fn attempt(&self, one: delivery::Model, now: DateTime<Utc>) -> anyhow::Result<()> {
        let Some(hook) = hook::Entity::find_by_id(one.webhook_id).one(&*self.db).await? else { return Ok(()) };
        if !self.claim(&one, now).await? {
            return Ok(());
        }
        let outcome = self.send(&hook, &one, now).await;
        let (one, hook, outcome) = (&one, &hook, &outcome);
        let settings = &self.settings;
        self.db
            .write_send(|transaction| {
                Box::pin(async move { mark(&transaction, settings, hook, one, outcome, now).await })
            })
            .await
    }

    /// Takes a delivery on, unless somebody was faster.
    async fn claim(&self, one: &delivery::Model, now: DateTime<Utc>) -> anyhow::Result<bool> {
        let until = now + CLAIM + TimeDelta::seconds(i64::try_from(self.settings.timeout_seconds).unwrap_or(60));
        let (id, attempts) = (one.id, one.attempts);
        let claimed = self.db.write_send(|transaction| {
            Box::pin(async move {
                let update = delivery::Entity::update_many()
                    .col_expr(C::Attempts, Expr::col(C::Attempts).add(1))
                    .col_expr(C::ClaimedUntil, Expr::val(until))
                    .filter(C::Id.eq(id))
                    .filter(C::Attempts.eq(attempts))
                    .exec(&*transaction)
                    .await;
                anyhow::Ok(update.context("cannot claim a delivery")?.rows_affected == 1)
            })
        });
        claimed.await
    }

    async fn send(&self, hook: &hook::Model, one: &delivery::Model, now: DateTime<Utc>) -> Outcome {
        match self.ask(hook, one, now).await {
            Ok(status) if (200..300).contains(&status) => Outcome { status: Some(status), failure: None },
            Ok(status) => {
                Outcome { status: Some(status), failure: Some((Failure::NotTaken, format!("answered {status}"))) }
            }
            Err(error) => {
                let words = format!("{error:#}").chars().take(LONGEST_ERROR).collect();
                Outcome { status: None, failure: Some((Failure::of(&error), words)) }
            }
        }
    }

    async fn ask(&self, hook: &hook::Model, one: &delivery::Model, now: DateTime<Utc>) -> anyhow::Result<u16> {
        let url = checked(&hook.url, &self.settings)?;
        let addresses = resolve(&url, &self.settings).await?;
        let before =
            hook.secret_before.as_deref().filter(|_| hook.secret_before_until.is_some_and(|until| until > now));
        let stored = std::iter::once(hook.secret.as_str()).chain(before);
        let secrets =
            stored.map(|secret| opened(&self.sealing, hook.id, secret)).collect::<anyhow::Result<Vec<_>>>()?;
        let timestamp = now.timestamp();
        let headers = [
            ("webhook-id", one.id.to_string()),
            ("webhook-timestamp", timestamp.to_string()),
            ("webhook-signature", sign(&secrets, one.id, timestamp, &one.body)?),
        ];
        self.client.post(&url, &addresses, &headers, &one.body).await
    }
}

/// Writes down what came of an attempt, and disables a webhook that does not work.
async fn mark(
    transaction: &DatabaseTransaction,
    settings: &Webhooks,
    hook: &hook::Model,
    one: &delivery::Model,
    outcome: &Outcome,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let pause = usize::try_from(one.attempts).ok().and_then(|tried| settings.retry_seconds.get(tried).copied());
    let given_up = (!outcome.is_good() && pause.is_none()).then_some(now);
    delivery::Entity::update_many()
        .col_expr(C::ClaimedUntil, Expr::val(None::<DateTime<Utc>>))
        .col_expr(C::DeliveredAt, Expr::val(outcome.is_good().then_some(now)))
        .col_expr(C::GivenUpAt, Expr::val(given_up))
        .col_expr(C::NextAt, Expr::val(now + TimeDelta::seconds(pause.unwrap_or_default())))
        .col_expr(C::ResponseStatus, Expr::val(outcome.status.map(i32::from)))
        .col_expr(C::Failure, Expr::val(outcome.failure.as_ref().map(|(failure, _)| failure.as_str())))
        .col_expr(C::LastError, Expr::val(outcome.failure.as_ref().map(|(_, words)| words.clone())))
        .filter(C::Id.eq(one.id))
        .exec(transaction)
        .await
        .context("cannot mark a delivery")?;
    // Others may count meanwhile: the row itself adds up.
    let failures = if outcome.is_good() { Expr::val(0) } else { Expr::col(hook::Column::Failures).add(1) };
    hook::Entity::update_many()
        .col_expr(hook::Column::Failures, failures)
        .filter(hook::Column::Id.eq(hook.id))
        .exec(transaction)
        .await
        .context("cannot count the failures of a webhook")?;
    let now_at = hook::Entity::find_by_id(hook.id).one(transaction).await?;
    let failed = now_at.filter(|hook| hook.disabled_at.is_none()).map_or(0, |hook| hook.failures);
    if failed > 0 && (failed >= settings.disable_after || outcome.status == Some(GONE)) {
        disable(transaction, hook, now).await?;
    }
    Ok(())
}

async fn disable(transaction: &DatabaseTransaction, hook: &hook::Model, now: DateTime<Utc>) -> anyhow::Result<()> {
    hook::Entity::update_many()
        .col_expr(hook::Column::DisabledAt, Expr::val(now))
        .filter(hook::Column::Id.eq(hook.id))
        .exec(transaction)
        .await
        .context("cannot disable a webhook")?;
    delivery::Entity::update_many()
        .col_expr(C::GivenUpAt, Expr::val(now))
        .filter(C::WebhookId.eq(hook.id))
        .filter(C::DeliveredAt.is_null())
        .exec(transaction)
        .await
        .context("cannot give up what a webhook was to be told")?;
    let people: Vec<Uuid> = match hook.organisation_id {
        Some(organisation) => members(transaction, organisation).await?,
        None => vec![hook.created_by],
    };
    let host = url::Url::parse(&hook.url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let notices = people.into_iter().map(|user| Notice {
        user,
        kind: Kind::WebhookDisabled,
        key: format!("webhook:{}", hook.id),
        link: None,
        values: json!({ "title": host }),
    });
    tell(transaction, now, notices.collect()).await
}

/// Sends until `stop` says so.
pub async fn run(deliverer: Deliverer, poll: Duration, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        let pause = rest("telling webhooks", deliverer.deliver_due(Utc::now()).await, poll);
        if !rested(pause, &mut stop).await {
            return;
        }
    }
}
