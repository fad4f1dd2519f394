//! What a reader sees of a match. ONE function makes it, for everybody: [`Lens::view`]; and one condition says which
//! matches a reader finds at all: [`readable`].
//!
//! | reader | finds | sees |
//! |---|---|---|
//! | broker, steward, admin | all | all, both organisations, and the contacts of those introduced or of their own case |
//! | a broker of one of the two organisations | all | of the other side no more than that side |
//! | a side | its own, from the proposal on | the other side without name, number and contacts until the introduction |
//! | the public, where the operator opens matches | all | the pair, without the people |

use std::collections::{HashMap, HashSet};

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::case::{Sides, is_shown_to_sides};
use super::decide::SideAnswer;
use super::mask::Mask;
use super::states::{Acting, possible};
use crate::accounts::rows::{organisation, user};
use crate::accounts::{Action, Actor, Scope};
use crate::library::{Demands, Library, Record, Technologies};
use crate::matching::rows::matches::{self, Column as C};
use crate::matching::types::{Match, MatchState};

/// How far a match has come, as its reader may know it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CaseView {
    /// Grows by one with every step; the `ETag` names it.
    #[schema(minimum = 1)]
    pub version: i32,
    pub changed_at: DateTime<Utc>,
    /// In what capacity the reader would act.
    pub acting: Acting,
    /// Where the reader can move it from here.
    pub possible: Vec<MatchState>,
    /// Where it goes back to when it is taken off hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_from: Option<MatchState>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_at: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introduced_at: Option<DateTime<Utc>>,
    /// What the demand's side said to the proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demand_answer: Option<SideAnswer>,
    /// What the technology's side said to the proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technology_answer: Option<SideAnswer>,
    /// The broker who works on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broker_id: Option<Uuid>,
    /// Which side has expressed interest, or `both`; for brokers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "technology_side")]
    pub interest: Option<String>,
    /// For brokers and the technology's side, and for both sides once they are introduced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter_of_intent: Option<LetterOfIntent>,
    /// The organisation of the demand, where the reader may know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demand_party: Option<MatchParty>,
    /// The organisation of the technology, where the reader may know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technology_party: Option<MatchParty>,
}

/// The letter of intent that substantive negotiation of a restricted technology needs (技术出口许可意向书).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LetterOfIntent {
    #[schema(example = "2026-0117")]
    pub number: String,
    pub valid_from: NaiveDate,
    pub valid_until: NaiveDate,
}

impl LetterOfIntent {
    /// The letter recorded with a match.
    pub fn of(row: &matches::Model) -> Option<Self> {
        let number = row.letter_number.clone()?;
        Some(Self { number, valid_from: row.letter_valid_from?, valid_until: row.letter_valid_until? })
    }
}

/// The organisation on one side of a match.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MatchParty {
    pub organisation_id: Uuid,
    #[schema(example = "Ambassade de Tunisie")]
    pub name: String,
    #[schema(example = "embassy")]
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "TN")]
    pub country: Option<String>,
    /// Its people; only for the two sides once they are introduced, and for the broker of the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub contacts: Vec<PartyContact>,
}

/// Somebody of an organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PartyContact {
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// The matches an actor finds at all. The public finds them where the operator has opened matches, which is asked
/// before.
pub fn readable(actor: &Actor) -> Condition {
    let nothing = Condition::all().add(Expr::val(1).eq(0));
    match (actor, actor.scope(Action::ReadMatches), actor.organisation_id()) {
        (Actor::Public, ..) | (_, Scope::Any, _) => Condition::all(),
        (_, Scope::Own, Some(mine)) => {
            let own = Condition::any()
                .add(C::DemandId.in_subquery(owned_by::<Demands>(mine)))
                .add(C::TechnologyId.in_subquery(owned_by::<Technologies>(mine)));
            Condition::all().add(C::ProposedAt.is_not_null()).add(own)
        }
        _ => nothing,
    }
}

pub(super) fn owned_by<L: Library>(organisation: Uuid) -> sea_orm::sea_query::SelectStatement {
    let mut records = Query::select();
    records.column("id").from(L::KIND.table()).and_where(Expr::col("owner_organisation_id").eq(organisation));
    records.take()
}

/// All it takes to show some matches to one reader.
pub struct Lens<'a> {
    actor: &'a Actor,
    organisations: HashMap<Uuid, organisation::Model>,
    people: HashMap<Uuid, Vec<PartyContact>>,
}

/// A match with its records, before anything is hidden.
pub struct Seen<'a> {
    pub row: &'a matches::Model,
    pub demand: &'a Record<Demands>,
    pub technology: &'a Record<Technologies>,
    /// Results of its dossier that name the technology as the one they used.
    pub naming: HashSet<Uuid>,
    pub whole: Match,
}

impl<'a> Lens<'a> {
    /// Reads the organisations that own the records of some matches.
    pub async fn load(
        db: &impl ConnectionTrait,
        actor: &'a Actor,
        owners: impl Iterator<Item = Option<Uuid>>,
    ) -> Result<Self, sea_orm::DbErr> {
        let owners: HashSet<Uuid> = owners.flatten().collect();
        if *actor == Actor::Public || owners.is_empty() {
            return Ok(Self { actor, organisations: HashMap::new(), people: HashMap::new() });
        }
        let found = organisation::Entity::find().filter(organisation::Column::Id.is_in(owners.clone())).all(db).await?;
        let organisations = found.into_iter().map(|row| (row.id, row)).collect();
        let members = user::Entity::find()
            .filter(user::Column::OrganisationId.is_in(owners))
            .filter(user::Column::DisabledAt.is_null())
            .filter(user::Column::WaitingSince.is_null())
            .order_by_asc(user::Column::Id)
            .all(db)
            .await?;
        let mut people: HashMap<Uuid, Vec<PartyContact>> = HashMap::new();
        for person in members {
            let Some(organisation) = person.organisation_id else { continue };
            people.entry(organisation).or_default().push(PartyContact { name: person.name, email: person.email });
        }
        Ok(Self { actor, organisations, people })
    }

    /// The match as this reader may see it; `None` when there is none for them.
    pub fn view(&self, seen: Seen<'_>) -> anyhow::Result<Option<Match>> {
        let sides = Sides {
            demand: seen.demand.head.owner_organisation_id,
            technology: seen.technology.head.owner_organisation_id,
        };
        let (acting, hides) = match (self.actor, self.actor.scope(Action::ReadMatches)) {
            (Actor::Public, _) => return Ok(Some(seen.whole)),
            (Actor::System, _) => (Acting::Service, false),
            // A broker of one of the two organisations knows no more of the other than that organisation does.
            (_, Scope::Any) => match sides.seen_from(self.actor) {
                Some(side) => (side, seen.row.introduced_at.is_none()),
                None => (Acting::Broker, false),
            },
            (_, Scope::Own) if is_shown_to_sides(seen.row) => match sides.of_actor(self.actor) {
                Some(side) => (side, seen.row.introduced_at.is_none()),
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
        let case = Some(self.case(seen.row, sides, acting, hides)?);
        let shown = if hides { self.hidden(seen, acting)? } else { seen.whole };
        Ok(Some(Match { case, ..shown }))
    }

    /// How far it has come. `hides`: the two sides do not know one another yet.
    fn case(&self, row: &matches::Model, sides: Sides, acting: Acting, hides: bool) -> anyhow::Result<CaseView> {
        let state = row.status.parse().context("cannot read the state of a match")?;
        let held_from = row.held_from.as_deref().map(str::parse).transpose()?;
        let own_case = row.broker_id.is_some() && row.broker_id == self.actor.user_id();
        let introduced = row.introduced_at.is_some();
        let is_side = matches!(acting, Acting::DemandSide | Acting::TechnologySide);
        let contacts = own_case || (is_side && introduced);
        let party = |side: Acting, organisation: Option<Uuid>| {
            let known = !hides || acting == side;
            organisation.filter(|_| known).and_then(|id| self.party(id, contacts))
        };
        // Nobody decides on a match of their own organisation.
        let runs = self.actor.scope(Action::ReadMatches) == Scope::Any;
        let partial = runs && sides.of_actor(self.actor).is_some();
        let letter = LetterOfIntent::of(row).filter(|_| !hides || acting == Acting::TechnologySide);
        Ok(CaseView {
            version: row.version,
            changed_at: row.updated_at,
            acting,
            possible: if partial { Vec::new() } else { possible(state, held_from, acting) },
            held_from,
            proposed_at: row.proposed_at,
            introduced_at: row.introduced_at,
            demand_answer: row.demand_answer.as_deref().map(str::parse).transpose()?,
            technology_answer: row.technology_answer.as_deref().map(str::parse).transpose()?,
            broker_id: row.broker_id,
            interest: row.interest.clone().filter(|_| acting == Acting::Broker),
            letter_of_intent: letter,
            demand_party: party(Acting::DemandSide, sides.demand),
            technology_party: party(Acting::TechnologySide, sides.technology),
        })
    }

    fn party(&self, id: Uuid, contacts: bool) -> Option<MatchParty> {
        let row = self.organisations.get(&id)?.clone();
        let people = self.people.get(&id).filter(|_| contacts).cloned();
        let contacts = people.unwrap_or_default();
        Some(MatchParty { organisation_id: id, name: row.name, kind: row.kind, country: row.country, contacts })
    }

    /// The match without anything that leads to the other side: no id or number, no result that names its
    /// technology, and no name of its own in any text.
    fn hidden(&self, seen: Seen<'_>, acting: Acting) -> anyhow::Result<Match> {
        let Seen { demand, technology, naming, mut whole, .. } = seen;
        let mut names: Vec<String> = Vec::new();
        let other = if acting == Acting::DemandSide {
            (whole.technology.id, whole.technology.number) = (None, None);
            whole.results.retain(|entry| entry.record.id.is_none_or(|id| !naming.contains(&id)));
            technology.head.owner_organisation_id
        } else {
            (whole.demand.id, whole.demand.number) = (None, None);
            let body = &demand.body;
            names.extend(
                [&body.mandate_holder, &body.end_user, &body.payer, &body.decider].into_iter().flatten().cloned(),
            );
            demand.head.owner_organisation_id
        };
        if let Some(organisation) = other.and_then(|id| self.organisations.get(&id)) {
            names.extend(organisation.all_names());
        }
        let mut written = serde_json::to_value(&whole).context("cannot write a match")?;
        Mask::of(names).hide_in(&mut written);
        serde_json::from_value(written).context("cannot read a match")
    }
}
