//! Interest: a firm is interested in a demand with one of its technologies, an embassy in a technology with one of its
//! demands. It goes to the brokers and never to the other side; the pair is in their queue from then on.

use std::collections::HashMap;

use chrono::{DateTime, SubsecRound, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::case::{Case, StepKind, Told, Why, begin_anew, is_shown_to_sides};
use super::error::LifeError;
use super::states::Acting;
use crate::accounts::{Action, Actor, Role, Scope};
use crate::audit::{self, Deed, NewEntry};
use crate::library::store::numbers::ChangeNumbers;
use crate::library::store::{StoreError, find_many};
use crate::library::validate::{FieldCode, FieldError};
use crate::library::{Demands, Head, Library, Record, Status, Technologies};
use crate::matching::rows::{events, interest, matches};
use crate::matching::suggest::{Evidence, event};
use crate::matching::types::MatchState;
use crate::notices::{Kind, Notice, in_role, tell};

/// Fewest and most characters of each of the two texts.
pub const SHORTEST: usize = 150;
pub const LONGEST: usize = 600;
/// Stands for both sides in the mark of a match.
const BOTH: &str = "both";
/// States from which interest brings a pair back to the brokers.
const CLOSED: [MatchState; 4] =
    [MatchState::Dismissed, MatchState::Declined, MatchState::Lapsed, MatchState::Withdrawn];

/// Interest in a published record of the other side, as it is sent.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SentInterest {
    /// Id or number of the published record of one's own that goes with it.
    #[schema(example = "T-2026-000123")]
    pub own_record: String,
    /// What one's own side offers or needs.
    #[schema(min_length = 150, max_length = 600)]
    pub offer_or_need: String,
    /// Why this record of all.
    #[schema(min_length = 150, max_length = 600)]
    pub why: String,
}

/// The pair that interest is about: the record of one's own, and the other.
#[derive(Debug, Clone, Copy)]
pub struct Between {
    pub demand: Uuid,
    pub technology: Uuid,
    /// The side that is interested.
    pub side: Acting,
}

/// Interest as its reader may see it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Interest {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    /// The side that is interested.
    pub side: Acting,
    /// The organisation that is interested.
    pub organisation_id: Uuid,
    pub demand_id: Uuid,
    #[schema(example = "D-2026-000001")]
    pub demand: String,
    pub technology_id: Uuid,
    #[schema(example = "T-2026-000001")]
    pub technology: String,
    pub offer_or_need: String,
    pub why: String,
    /// The match of the two; for brokers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub match_id: Option<Uuid>,
}

/// Takes interest down, and brings the pair before the brokers. `evidence` is what the matcher says of the pair, for one
/// that was not suggested.
///
/// # Errors
/// See [`LifeError`].
pub async fn express_in(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    between: Between,
    sent: &SentInterest,
    evidence: &Evidence,
    now: DateTime<Utc>,
) -> Result<Interest, LifeError> {
    let now = now.trunc_subsecs(6);
    // One after the other: the same pair is not taken down twice.
    let numbers = ChangeNumbers::hold(transaction).await?;
    let demand = published::<Demands>(transaction, between.demand).await?;
    let technology = published::<Technologies>(transaction, between.technology).await?;
    let (own, other) = match between.side {
        Acting::DemandSide => (&demand.head, &technology.head),
        _ => (&technology.head, &demand.head),
    };
    let mine = own_organisation(actor, own, other)?;
    let texts = checked(sent)?;
    let known = interest::Entity::find()
        .filter(interest::Column::DemandId.eq(between.demand))
        .filter(interest::Column::TechnologyId.eq(between.technology))
        .filter(interest::Column::Side.eq(between.side.as_str()));
    if known.count(transaction).await? > 0 {
        return Err(LifeError::Expressed);
    }
    let match_id = brought_up(transaction, actor, &demand, &technology, between.side, evidence, now).await?;
    let row = interest::Model {
        id: Uuid::now_v7(),
        match_id,
        demand_id: between.demand,
        technology_id: between.technology,
        side: between.side.as_str().to_owned(),
        organisation_id: mine,
        actor_id: actor.user_id(),
        offer_or_need: texts.offer_or_need,
        why: texts.why,
        at: now,
    };
    interest::Entity::insert(row.clone().into_active_model()).exec_without_returning(transaction).await?;
    let detail = json!({ "demand": demand.head.number, "technology": technology.head.number, "match": match_id,
        "side": between.side });
    let entry = NewEntry::new(actor, now, Deed::InterestExpressed);
    let entry = entry.to_record(other.library, other.id, other.version).with(detail);
    audit::record(transaction, vec![entry]).await?;
    let title = if other.library == demand.head.library { &demand.body.title } else { &technology.body.title };
    tell_brokers(transaction, actor, &row, other, title, now).await?;
    numbers.store(transaction).await?;
    let named = HashMap::from([(demand.head.id, demand.head.number), (technology.head.id, technology.head.number)]);
    shown(row, &named, actor)
}

async fn published<L: Library>(transaction: &DatabaseTransaction, id: Uuid) -> Result<Record<L>, LifeError> {
    let found = find_many::<L>(transaction, &Actor::System, &[id]).await.map_err(inner)?;
    found.into_iter().next().filter(|record| record.head.status == Status::Published).ok_or(LifeError::NotFound)
}

fn inner(error: StoreError) -> LifeError {
    match error {
        StoreError::Database(error) => LifeError::Database(error),
        other => LifeError::Other(other.into()),
    }
}

/// The organisation that is interested: it owns the one record and not the other.
fn own_organisation(actor: &Actor, own: &Head, other: &Head) -> Result<Uuid, LifeError> {
    let mine = actor.organisation_id().filter(|_| actor.may(Action::ExpressInterest, own.owner_organisation_id));
    match mine {
        Some(mine) if other.owner_organisation_id == Some(mine) => Err(LifeError::ConflictOfInterest),
        Some(mine) => Ok(mine),
        None => Err(LifeError::Forbidden),
    }
}

/// The texts without blanks around them, long enough and not too long. Characters are counted, not bytes.
fn checked(sent: &SentInterest) -> Result<SentInterest, LifeError> {
    let texts = SentInterest {
        own_record: sent.own_record.clone(),
        offer_or_need: sent.offer_or_need.trim().to_owned(),
        why: sent.why.trim().to_owned(),
    };
    let fault = |(pointer, text): (&str, &String)| {
        let count = text.chars().count();
        let detail = format!("must have {SHORTEST} to {LONGEST} characters, has {count}");
        let fault = FieldError { pointer: pointer.to_owned(), code: FieldCode::OutOfRange, detail };
        (!(SHORTEST..=LONGEST).contains(&count)).then_some(fault)
    };
    let named = [("/offer_or_need", &texts.offer_or_need), ("/why", &texts.why)];
    let faults: Vec<FieldError> = named.into_iter().filter_map(fault).collect();
    if faults.is_empty() { Ok(texts) } else { Err(LifeError::Invalid(faults)) }
}

/// The match of the pair, as a suggestion that is marked: made, brought back, or as it is. From then on no run of the
/// matcher touches it.
async fn brought_up(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    demand: &Record<Demands>,
    technology: &Record<Technologies>,
    side: Acting,
    evidence: &Evidence,
    now: DateTime<Utc>,
) -> Result<Uuid, LifeError> {
    let known = matches::Entity::find()
        .filter(matches::Column::DemandId.eq(demand.head.id))
        .filter(matches::Column::TechnologyId.eq(technology.head.id))
        .one(transaction)
        .await?;
    let id = match known {
        Some(row) => row.id,
        None => new_match(transaction, demand, technology, evidence, now).await?,
    };
    let case = Case::open(transaction, &Actor::System, id, None).await?;
    let mut after = case.row.clone();
    if CLOSED.contains(&case.state) {
        case.step(MatchState::Suggested, Acting::Service)?;
        begin_anew(&mut after);
        after.status = MatchState::Suggested.as_str().to_owned();
        after.demand_version = demand.head.version;
        after.technology_version = technology.head.version;
    } else if is_shown_to_sides(&case.row) {
        return Err(LifeError::State("the two have been proposed to one another: answer the proposal".to_owned()));
    }
    after.interest = Some(match &case.row.interest {
        Some(before) if before != side.as_str() => BOTH.to_owned(),
        _ => side.as_str().to_owned(),
    });
    let told = Told { kind: StepKind::Interested, acting: side, why: Why::default(), undoes: None };
    case.store(transaction, actor, after, told, now).await?;
    Ok(id)
}

async fn new_match(
    transaction: &DatabaseTransaction,
    demand: &Record<Demands>,
    technology: &Record<Technologies>,
    evidence: &Evidence,
    now: DateTime<Utc>,
) -> Result<Uuid, LifeError> {
    let said = evidence.suggestion.as_ref();
    let row = matches::Model {
        id: Uuid::now_v7(),
        demand_id: demand.head.id,
        technology_id: technology.head.id,
        status: MatchState::Suggested.as_str().to_owned(),
        score: said.map_or(0.0, |one| f64::from(one.score)),
        rank: 1,
        // As of any other match: the other side is not to see from it how it began.
        algorithm: evidence.algorithm.clone(),
        signals: said.map_or(Ok(json!([])), |one| serde_json::to_value(&one.signals)).map_err(anyhow::Error::from)?,
        coverage: said.map_or(Ok(json!([])), |one| serde_json::to_value(&one.coverage)).map_err(anyhow::Error::from)?,
        results: json!([]),
        institutions: json!([]),
        demand_version: demand.head.version,
        technology_version: technology.head.version,
        created_at: now,
        updated_at: now,
        computed_at: said.map(|_| now),
        version: 1,
        ..matches::Model::default()
    };
    let began = event(&row, None, Some("interest"));
    let id = row.id;
    matches::Entity::insert(row.into_active_model()).exec_without_returning(transaction).await?;
    events::Entity::insert(began).exec_without_returning(transaction).await?;
    Ok(id)
}

/// Every broker who does not belong to a side.
async fn tell_brokers(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    row: &interest::Model,
    other: &Head,
    title: &str,
    now: DateTime<Utc>,
) -> Result<(), LifeError> {
    let sides = [Some(row.organisation_id), other.owner_organisation_id];
    let brokers = in_role(transaction, Role::Broker).await?;
    let impartial =
        brokers.into_iter().filter(|one| one.organisation_id.is_none() || !sides.contains(&one.organisation_id));
    let told = impartial.filter(|one| Some(one.id) != actor.user_id()).map(|one| Notice {
        user: one.id,
        kind: Kind::InterestReceived,
        key: format!("interest:{}", row.id),
        link: Some(format!("/matches/{}", row.match_id)),
        values: json!({ "number": other.number, "title": title }),
    });
    Ok(tell(transaction, now, told.collect()).await?)
}

/// Which interests are asked for.
#[derive(Debug, Clone, Default)]
pub struct InterestQuery {
    pub match_id: Option<Uuid>,
    /// Only those before this one.
    pub before: Option<Uuid>,
    pub limit: u64,
}

/// The interests an actor finds: those of their own organisation, or all but those in what their own organisation owns.
fn readable(actor: &Actor) -> Condition {
    match (actor.scope(Action::ReadInterests), actor.organisation_id()) {
        (Scope::Any, None) => Condition::all(),
        (Scope::Any, Some(mine)) => {
            let of_others = Condition::all()
                .add(interest::Column::DemandId.not_in_subquery(super::view::owned_by::<Demands>(mine)))
                .add(interest::Column::TechnologyId.not_in_subquery(super::view::owned_by::<Technologies>(mine)));
            Condition::any().add(interest::Column::OrganisationId.eq(mine)).add(of_others)
        }
        (Scope::Own, Some(mine)) => Condition::all().add(interest::Column::OrganisationId.eq(mine)),
        _ => Condition::all().add(interest::Column::Id.is_null()),
    }
}

/// Interests, the newest first.
///
/// # Errors
/// The database failed.
pub async fn interests(
    db: &impl ConnectionTrait,
    actor: &Actor,
    query: &InterestQuery,
) -> Result<Vec<Interest>, LifeError> {
    let mut wanted = Condition::all().add(readable(actor));
    if let Some(id) = query.match_id.filter(|_| actor.scope(Action::ReadInterests) == Scope::Any) {
        wanted = wanted.add(interest::Column::MatchId.eq(id));
    }
    if let Some(before) = query.before {
        wanted = wanted.add(interest::Column::Id.lt(before));
    }
    let select = interest::Entity::find().filter(wanted).order_by_desc(interest::Column::Id);
    let rows = select.limit(query.limit).all(db).await?;
    let demands: Vec<Uuid> = rows.iter().map(|row| row.demand_id).collect();
    let technologies: Vec<Uuid> = rows.iter().map(|row| row.technology_id).collect();
    let mut named = HashMap::new();
    for record in find_many::<Demands>(db, &Actor::System, &demands).await.map_err(inner)? {
        named.insert(record.head.id, record.head.number);
    }
    for record in find_many::<Technologies>(db, &Actor::System, &technologies).await.map_err(inner)? {
        named.insert(record.head.id, record.head.number);
    }
    rows.into_iter().map(|row| shown(row, &named, actor)).collect()
}

fn shown(row: interest::Model, named: &HashMap<Uuid, String>, actor: &Actor) -> Result<Interest, LifeError> {
    let number = |id: &Uuid| named.get(id).cloned().unwrap_or_default();
    Ok(Interest {
        id: row.id,
        at: row.at,
        side: row.side.parse().map_err(anyhow::Error::from)?,
        organisation_id: row.organisation_id,
        demand_id: row.demand_id,
        demand: number(&row.demand_id),
        technology_id: row.technology_id,
        technology: number(&row.technology_id),
        offer_or_need: row.offer_or_need,
        why: row.why,
        match_id: (actor.scope(Action::ReadInterests) == Scope::Any).then_some(row.match_id),
    })
}
