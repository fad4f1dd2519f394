//! The worker's regular look at what is due: matches that wait, export procedures that end, records nobody has changed.
//! Every notice has a key, so a look that is cut off, or made twice, tells nobody the same twice.

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::view::{Pair, exporting, proposed};
use super::waiting::{Stage, idle_warning};
use crate::accounts::Actor;
use crate::cases::reminding::{ask_for_outcomes, late_milestones};
use crate::config::Clocks;
use crate::db::Db;
use crate::library::body::Body;
use crate::library::store::write::EXPIRED;
use crate::library::store::{find_many, set_status};
use crate::library::{Demands, Head, Institutions, Library, Record, Results, Status, Technologies};
use crate::matching::types::MatchState;
use crate::notices::{Kind, Notice, members, tell};

/// Days after a limit on which a look still warns: somebody may have switched the worker off for a while.
const LATEST_WARNING: i64 = 14;
/// Records looked at in one go.
const PORTION: u64 = 200;

/// States in which nobody waits for an export any more.
const CLOSED: [MatchState; 5] =
    [MatchState::Dismissed, MatchState::Declined, MatchState::Lapsed, MatchState::Withdrawn, MatchState::Delivered];

/// Tells everybody what is due at `now`.
pub async fn look(db: &Db, clocks: &Clocks, now: DateTime<Utc>) -> anyhow::Result<()> {
    waiting_matches(db, clocks, now).await.context("cannot look at matches that wait")?;
    export_procedures(db, clocks, now).await.context("cannot look at export procedures")?;
    late_milestones(db, clocks, now).await.context("cannot look at milestones")?;
    ask_for_outcomes(db, clocks, now).await.context("cannot look at what became of agreements")?;
    ending::<Technologies>(db, clocks, now).await.context("cannot look at technologies whose time runs out")?;
    ending::<Demands>(db, clocks, now).await.context("cannot look at demands whose time runs out")?;
    ending::<Results>(db, clocks, now).await.context("cannot look at results whose time runs out")?;
    ending::<Institutions>(db, clocks, now).await.context("cannot look at institutions whose time runs out")?;
    idle::<Technologies>(db, clocks, now).await.context("cannot look at idle technologies")?;
    idle::<Demands>(db, clocks, now).await.context("cannot look at idle demands")
}

async fn waiting_matches(db: &Db, clocks: &Clocks, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut after = None;
    loop {
        let portion = proposed(db, after).await?;
        let Some(last) = portion.last() else { return Ok(()) };
        after = Some(last.row.id);
        let mut notices = Vec::new();
        for pair in &portion {
            let Some(waiting) = pair.waiting(now.date_naive(), clocks)? else { continue };
            let (kind, times) = match waiting.stage {
                Stage::Quiet => continue,
                Stage::Due => (Kind::MatchDue, 0),
                Stage::Overdue => (Kind::MatchOverdue, waiting.overdue_times),
            };
            let key = format!("waiting:{}:{}:{times}", pair.row.id, waiting.since);
            // Who has answered waits as well, and is not asked again.
            let answers = [&pair.row.technology_answer, &pair.row.demand_answer];
            for (side, _) in sides(pair).into_iter().zip(answers).filter(|(_, answer)| answer.is_none()) {
                notices.extend(about(db, side, kind, &key, json!({ "days": waiting.working_days })).await?);
            }
        }
        send(db, now, &notices).await?;
    }
}

async fn export_procedures(db: &Db, clocks: &Clocks, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut after = None;
    loop {
        let portion = exporting(db, after).await?;
        let Some(last) = portion.last() else { return Ok(()) };
        after = Some(last.row.id);
        let mut notices = Vec::new();
        for pair in &portion {
            if CLOSED.iter().any(|state| pair.row.status == state.as_str()) {
                continue;
            }
            let Some(export) = pair.export(now.date_naive(), clocks)? else { continue };
            let Some(end) = export.ends_on.filter(|_| export.working_days_left <= clocks.export_warn_days) else {
                continue;
            };
            let time = if export.working_days_left == 0 { "ends" } else { "soon" };
            let key = format!("export:{}:{end}:{time}", pair.row.id);
            let values = json!({ "date": end, "days": export.working_days_left });
            // The firm's matter alone.
            let [technology, _] = sides(pair);
            notices.extend(about(db, technology, Kind::ExportDue, &key, values).await?);
        }
        send(db, now, &notices).await?;
    }
}

/// What one side may be told of: its own record, never the other's.
fn sides(pair: &Pair) -> [(&Head, &str); 2] {
    [(&pair.technology.head, pair.technology.body.title.as_str()), (&pair.demand.head, pair.demand.body.title.as_str())]
}

async fn about(
    db: &Db,
    (head, title): (&Head, &str),
    kind: Kind,
    key: &str,
    mut values: serde_json::Value,
) -> anyhow::Result<Vec<Notice>> {
    let Some(owner) = head.owner_organisation_id else { return Ok(Vec::new()) };
    values["number"] = head.number.as_str().into();
    values["title"] = title.into();
    let link = Some(format!("/{}/{}", head.library, head.number));
    let notice = |user| Notice { user, kind, key: key.to_owned(), link: link.clone(), values: values.clone() };
    Ok(members(&**db, owner).await?.into_iter().map(notice).collect())
}

async fn send(db: &Db, now: DateTime<Utc>, notices: &[Notice]) -> anyhow::Result<()> {
    if notices.is_empty() {
        return Ok(());
    }
    db.write_send(|transaction| Box::pin(async move { tell(&transaction, now, notices.to_vec()).await })).await
}

/// Asks the owners of records whose time runs out to renew them, and archives those whose last day is over.
async fn ending<L: Library>(db: &Db, clocks: &Clocks, now: DateTime<Utc>) -> anyhow::Result<()> {
    let today = now.date_naive();
    let soon = (now + TimeDelta::days(clocks.expire_warn_days)).date_naive();
    let valid_until = || Expr::col("valid_until");
    for record in
        published_where::<L>(db, Condition::all().add(valid_until().gte(today)).add(valid_until().lte(soon))).await?
    {
        let Some(end) = record.body.common().valid_until else { continue };
        let key = format!("expiring:{}:{end}", record.head.id);
        send(db, now, &of_record(db, &record, Kind::RecordExpiring, key, json!({ "date": end })).await?).await?;
    }
    for record in published_where::<L>(db, Condition::all().add(valid_until().lt(today))).await? {
        archive(db, &record, EXPIRED.to_owned()).await;
    }
    Ok(())
}

/// Warns the owners of records that nobody has changed, and archives those that had every warning. Records without an
/// owner are the operator's and stay.
async fn idle<L: Library>(db: &Db, clocks: &Clocks, now: DateTime<Utc>) -> anyhow::Result<()> {
    let days = |days: i64| now - TimeDelta::days(days);
    for limit in clocks.idle_warn_days.iter().copied().filter(|limit| *limit < clocks.idle_archive_days) {
        for record in unchanged::<L>(db, days(limit + LATEST_WARNING), days(limit)).await? {
            let age = (now - record.head.updated_at).num_days();
            // Only the longest warning it has reached.
            if idle_warning(age, clocks) == Some(limit) {
                let values = json!({ "days": age, "limit": clocks.idle_archive_days });
                let key = format!("idle:{}:{}:{limit}", record.head.id, record.head.version);
                send(db, now, &of_record(db, &record, Kind::RecordIdle, key, values).await?).await?;
            }
        }
    }
    for record in unchanged::<L>(db, DateTime::UNIX_EPOCH, days(clocks.idle_archive_days)).await? {
        archive(db, &record, format!("nobody changed it for {} days", clocks.idle_archive_days)).await;
    }
    Ok(())
}

/// Archives a record as it was read; one that has changed since stays.
async fn archive<L: Library>(db: &Db, record: &Record<L>, reason: String) {
    let head = &record.head;
    let status = Status::Archived;
    let archived = set_status::<L>(db, &Actor::System, head.id, Some(head.version), status, Some(reason)).await;
    if let Err(error) = archived {
        tracing::info!(number = head.number, %error, "a record was not archived");
    }
}

/// Published records with an owner, last changed between two moments.
async fn unchanged<L: Library>(db: &Db, from: DateTime<Utc>, to: DateTime<Utc>) -> anyhow::Result<Vec<Record<L>>> {
    let changed = || Expr::col("updated_at");
    published_where(db, Condition::all().add(changed().gt(from)).add(changed().lte(to))).await
}

/// Published records with an owner of which something holds.
async fn published_where<L: Library>(db: &Db, wanted: Condition) -> anyhow::Result<Vec<Record<L>>> {
    let mut all = Vec::new();
    let mut after = Uuid::nil();
    loop {
        let ids: Vec<Uuid> = L::Entity::find()
            .select_only()
            .column_as(Expr::col("id"), "id")
            .filter(Expr::col("status").eq(Status::Published.as_str()))
            .filter(Expr::col("owner_organisation_id").is_not_null())
            .filter(wanted.clone())
            .filter(Expr::col("id").gt(after))
            .order_by_asc(Expr::col("id"))
            .limit(PORTION)
            .into_tuple()
            .all(&**db)
            .await?;
        let Some(last) = ids.last() else { return Ok(all) };
        after = *last;
        all.extend(find_many::<L>(&**db, &Actor::System, &ids).await?);
    }
}

async fn of_record<L: Library>(
    db: &Db,
    record: &Record<L>,
    kind: Kind,
    key: String,
    mut values: serde_json::Value,
) -> anyhow::Result<Vec<Notice>> {
    let head = &record.head;
    let Some(owner) = head.owner_organisation_id else { return Ok(Vec::new()) };
    values["number"] = head.number.as_str().into();
    values["title"] = record.body.common().title.into();
    let link = Some(format!("/{}/{}", L::KIND, head.number));
    let notice = |user| Notice { user, kind, key: key.clone(), link: link.clone(), values: values.clone() };
    Ok(members(&**db, owner).await?.into_iter().map(notice).collect())
}
