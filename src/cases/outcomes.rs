//! What became of an agreement: what each side tells when it is asked, months later. The broker takes the figures into
//! the result record, where their writer permits it; the text stays between the writer's side and the broker.

use std::collections::HashMap;

use anyhow::Context;
use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::rows::{outcome, taking};
use super::seat::{Seat, bounded, fault, seat};
use crate::accounts::{Action, Actor, Scope};
use crate::audit::{self, Deed, NewEntry};
use crate::library::closed_set::closed_set;
use crate::library::parts::Outcome;
use crate::library::store::write::merge_patch_in;
use crate::library::store::{StoreError, find_many};
use crate::library::validate::FieldCode;
use crate::library::{Library, Results, Status};
use crate::matching::life::{Acting, LifeError, Side};
use crate::matching::types::MatchState;

/// Longest text, in characters.
const LONGEST: usize = 4_000;
/// The figure of the result record in which jobs are counted.
const JOBS: &str = "jobs";
/// States in which there is something to tell.
pub const ASKED: [MatchState; 2] = [MatchState::Agreed, MatchState::Delivered];

closed_set! {
    /// How it goes.
    pub enum Going {
        #[default]
        Works = "works" [],
        Partly = "partly" [],
        Stopped = "stopped" [],
    }
}

/// What a side tells.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentOutcome {
    /// For which side a broker writes it down; a side need not say.
    #[serde(default)]
    pub side: Option<Side>,
    pub going: Going,
    #[serde(default)]
    #[schema(minimum = 0)]
    pub contract_value: Option<f64>,
    /// ISO 4217; needed with a value.
    #[serde(default)]
    #[schema(example = "USD")]
    pub currency: Option<String>,
    #[serde(default)]
    #[schema(minimum = 0)]
    pub people_trained: Option<i32>,
    /// Jobs that came of it.
    #[serde(default)]
    #[schema(minimum = 0)]
    pub jobs: Option<i32>,
    /// Confidential: read by the broker and the side that wrote it.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub text: Option<String>,
    /// Whether the figures may be published.
    #[serde(default)]
    pub may_publish: bool,
}

/// What a side told.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutcomeReport {
    pub id: Uuid,
    pub side: Side,
    pub going: Going,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_trained: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jobs: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    pub may_publish: bool,
    pub acting: Acting,
    /// Who wrote it; for brokers, and for those of the same side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Uuid>,
    pub at: DateTime<Utc>,
    /// When its figures went into the result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_at: Option<DateTime<Utc>>,
}

impl OutcomeReport {
    fn of(row: outcome::Model, seat: &Seat, taken_at: Option<DateTime<Utc>>) -> Result<Self, LifeError> {
        Ok(Self {
            id: row.id,
            side: row.side.parse().map_err(anyhow::Error::from)?,
            going: row.standing.parse().map_err(anyhow::Error::from)?,
            contract_value: row.contract_value,
            currency: row.currency,
            people_trained: row.people_trained,
            jobs: row.jobs,
            text: row.text,
            may_publish: row.may_publish,
            author: row.author_id.filter(|_| seat.knows(&row.acting)),
            acting: row.acting.parse().map_err(anyhow::Error::from)?,
            at: row.at,
            taken_at,
        })
    }
}

/// The result that figures were taken into.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct TakenInto {
    pub result: Uuid,
    #[schema(example = "R-2026-000001")]
    pub number: String,
}

/// What was told of a match, oldest first: to the broker all of it, to a side what it told itself.
///
/// # Errors
/// See [`LifeError`].
pub async fn list(db: &impl ConnectionTrait, actor: &Actor, id: Uuid) -> Result<Vec<OutcomeReport>, LifeError> {
    of(db, &seat(db, actor, id).await?).await
}

pub(super) async fn of(db: &impl ConnectionTrait, seat: &Seat) -> Result<Vec<OutcomeReport>, LifeError> {
    let mut wanted = outcome::Entity::find().filter(outcome::Column::MatchId.eq(seat.row.id));
    if let Some(side) = seat.side {
        wanted = wanted.filter(outcome::Column::Side.eq(side.as_str()));
    }
    let rows = wanted.order_by_asc(outcome::Column::Id).all(db).await?;
    let ids = rows.iter().map(|row| row.id);
    let taken = taking::Entity::find().filter(taking::Column::ReportId.is_in(ids)).all(db).await?;
    let taken: HashMap<Uuid, DateTime<Utc>> = taken.into_iter().map(|row| (row.report_id, row.at)).collect();
    rows.into_iter().map(|row| OutcomeReport::of(row.clone(), seat, taken.get(&row.id).copied())).collect()
}

/// Stores what a side tells, or what a broker was told by it.
///
/// # Errors
/// See [`LifeError`].
pub async fn report_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    sent: SentOutcome,
    now: DateTime<Utc>,
) -> Result<OutcomeReport, LifeError> {
    let now = now.trunc_subsecs(6);
    let seat = seat(transaction, actor, id).await?;
    if actor.scope(Action::WriteInCase) == Scope::Never {
        return Err(LifeError::Forbidden);
    }
    let side = match (seat.side, sent.side) {
        (Some(mine), None) => mine,
        (Some(mine), Some(asked)) if asked == mine => mine,
        (Some(_), Some(_)) => return Err(LifeError::Forbidden),
        (None, Some(side)) => side,
        (None, None) => {
            let detail = format!("say which side told it: {}", Side::CODES.join(" or "));
            return Err(fault("/side", FieldCode::Required, detail));
        }
    };
    if !ASKED.iter().any(|state| seat.row.status == state.as_str()) {
        return Err(LifeError::State("there is no agreement yet of which something could be told".to_owned()));
    }
    let (contract_value, currency) = money(&sent)?;
    for (pointer, count) in [("/people_trained", sent.people_trained), ("/jobs", sent.jobs)] {
        if count.is_some_and(|count| count < 0) {
            return Err(fault(pointer, FieldCode::OutOfRange, "must not be negative"));
        }
    }
    let text = sent.text.filter(|text| !text.trim().is_empty());
    let row = outcome::Model {
        id: Uuid::now_v7(),
        match_id: id,
        side: side.as_str().to_owned(),
        acting: seat.acting().as_str().to_owned(),
        author_id: actor.user_id(),
        standing: sent.going.as_str().to_owned(),
        contract_value,
        currency,
        people_trained: sent.people_trained,
        jobs: sent.jobs,
        text: text.map(|text| bounded("/text", &text, LONGEST)).transpose()?,
        may_publish: sent.may_publish,
        at: now,
    };
    outcome::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let detail = json!({ "report": row.id, "side": side, "acting": row.acting, "may_publish": row.may_publish });
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::OutcomeReported).to(id).with(detail)]).await?;
    OutcomeReport::of(row, &seat, None)
}

/// A value with its currency, in hundredths at most.
fn money(sent: &SentOutcome) -> Result<(Option<f64>, Option<String>), LifeError> {
    let Some(value) = sent.contract_value else { return Ok((None, None)) };
    if !value.is_finite() || value < 0.0 {
        return Err(fault("/contract_value", FieldCode::OutOfRange, "must not be negative"));
    }
    let currency = sent.currency.as_deref().unwrap_or_default().trim().to_ascii_uppercase();
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let detail = "a value needs its currency, three letters (ISO 4217), like CNY";
        return Err(fault("/currency", FieldCode::UnknownCurrency, detail));
    }
    Ok((Some((value * 100.0).round() / 100.0), Some(currency)))
}

/// Takes the figures of a report into the result that the agreement left; what the report does not say stays there.
///
/// # Errors
/// See [`LifeError`].
pub async fn take_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    id: Uuid,
    report: Uuid,
    now: DateTime<Utc>,
) -> Result<TakenInto, LifeError> {
    let now = now.trunc_subsecs(6);
    let seat = seat(transaction, actor, id).await?;
    seat.broker()?;
    let found = outcome::Entity::find_by_id(report).filter(outcome::Column::MatchId.eq(id));
    let row = found.one(transaction).await?.ok_or(LifeError::NotFound)?;
    if !row.may_publish {
        return Err(LifeError::State("its writer does not permit its figures to be published".to_owned()));
    }
    if taking::Entity::find_by_id(report).one(transaction).await?.is_some() {
        return Err(LifeError::State("its figures are in the result already".to_owned()));
    }
    let result = result_of(transaction, id).await?;
    let result = result.ok_or_else(|| LifeError::State("the agreement left no result, or it is gone".to_owned()))?;
    let known = find_many::<Results>(transaction, &Actor::System, &[result]).await.map_err(inner)?;
    let known = known.first().context("a result has gone")?;
    if !matches!(known.head.status, Status::Draft | Status::Submitted | Status::Published) {
        return Err(LifeError::State(format!("the result is {}", known.head.status)));
    }
    let patch = figures(&row, &known.body.outcomes);
    let reason = Some(format!("told in report {report} of match {id}"));
    let stored = merge_patch_in::<Results>(transaction, &Actor::System, result, &patch, reason).await.map_err(inner)?;
    let taken = taking::Model { report_id: report, result_id: result, taken_by: actor.user_id(), at: now };
    taking::Entity::insert(taken.into_active_model()).exec_without_returning(transaction).await?;
    let detail = json!({ "report": report, "result": result });
    audit::record(transaction, vec![NewEntry::new(actor, now, Deed::OutcomeTaken).to(id).with(detail)]).await?;
    Ok(TakenInto { result, number: stored.head.number })
}

/// The columns of a result that a report fills.
fn figures(row: &outcome::Model, present: &[Outcome]) -> Value {
    let mut patch = serde_json::Map::new();
    if let Some(value) = row.contract_value {
        patch.insert("contract_value".to_owned(), json!(value));
        patch.insert("currency".to_owned(), json!(row.currency));
    }
    if let Some(people) = row.people_trained {
        patch.insert("people_trained".to_owned(), json!(people));
    }
    if let Some(jobs) = row.jobs {
        let mut all: Vec<Outcome> = present.iter().filter(|one| one.measure != JOBS).cloned().collect();
        all.push(Outcome { measure: JOBS.to_owned(), value: f64::from(jobs), unit: None });
        patch.insert("outcomes".to_owned(), json!(all));
    }
    Value::Object(patch)
}

/// The result that the agreement of a match left.
pub(super) async fn result_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Uuid>, sea_orm::DbErr> {
    <Results as Library>::Entity::find()
        .select_only()
        .column_as(Expr::col("id"), "id")
        .filter(Expr::col("external_id").eq(format!("match:{id}")))
        .filter(Expr::col("owner_organisation_id").is_null())
        .into_tuple()
        .one(db)
        .await
}

fn inner(error: StoreError) -> LifeError {
    match error {
        StoreError::Database(error) => LifeError::Database(error),
        StoreError::Invalid(faults) => LifeError::Invalid(faults),
        other => LifeError::Other(other.into()),
    }
}
