//! A side's part of the page of a match: accept, decline with a reason, ask the broker, its own thread and documents.

use uuid::Uuid;

use super::actions::Draft;
use super::milestones::{MilestonePart, milestones};
use super::steps::{Undo, reasons};
use super::thread::{DocumentLine, MessageLine, People, document_line, message_line};
use crate::app::App;
use crate::cases::timeline::Happened;
use crate::cases::whole::Case;
use crate::error::Result;
use crate::layout::components::SelectOption;
use crate::matching::life::{Acting, SideAnswer};
use crate::matching::types::MatchState;
use crate::pages::reader::Reader;

/// All a side can do.
pub struct PartyDesk {
    pub id: Uuid,
    pub version: i32,
    pub may_accept: bool,
    pub may_decline: bool,
    /// What is expected of the side now.
    pub lead: String,
    /// Who the other side is, once they are introduced.
    pub other: Option<Known>,
    pub reasons: Vec<SelectOption>,
    pub undo: Option<Undo>,
    pub messages: Vec<MessageLine>,
    pub draft: String,
    pub documents: Vec<DocumentLine>,
    pub milestones: MilestonePart,
    pub largest_mb: usize,
}

/// The other side after the introduction.
pub struct Known {
    pub name: String,
    /// Names with addresses.
    pub people: Vec<(String, Option<String>)>,
}

/// Puts a side's part together; `None` for who is no side.
pub async fn party(app: &App, reader: &Reader, id: Uuid, whole: &Case, draft: &Draft) -> Result<Option<PartyDesk>> {
    let t = reader.t();
    let Some(case) = &whole.found.case else { return Ok(None) };
    let (mine, other) = match case.acting {
        Acting::DemandSide => (case.demand_answer, &case.technology_party),
        Acting::TechnologySide => (case.technology_answer, &case.demand_party),
        Acting::Broker | Acting::Service => return Ok(None),
    };
    let people = People::of(app, &whole.timeline).await?;
    let accepted = mine == Some(SideAnswer::Accepted);
    let may_accept = case.possible.contains(&MatchState::Accepted) && !accepted;
    let lead = match whole.found.state {
        MatchState::Proposed if accepted => "waiting",
        MatchState::Proposed => "asked",
        MatchState::Accepted => "accepted",
        MatchState::Introduced | MatchState::Negotiating | MatchState::Agreed | MatchState::Delivered => "introduced",
        MatchState::OnHold => "held",
        _ => "over",
    };
    let last = whole.timeline.iter().rev().find_map(|one| match &one.happened {
        Happened::Step(step) => Some(step),
        _ => None,
    });
    let known = |party: &crate::matching::life::view::MatchParty| Known {
        name: party.name.clone(),
        people: party.contacts.iter().map(|person| (person.name.clone(), person.email.clone())).collect(),
    };
    Ok(Some(PartyDesk {
        id,
        version: case.version,
        may_accept,
        may_decline: case.possible.contains(&MatchState::Declined),
        lead: t.code_or_self("case-party", lead),
        other: other.as_ref().filter(|_| case.introduced_at.is_some()).map(known),
        reasons: reasons(reader),
        undo: Undo::of(&whole.found, last, reader),
        messages: whole.messages.iter().map(|one| message_line(one, &people, case.acting, reader)).collect(),
        draft: draft.text.clone(),
        documents: whole.documents.iter().map(|one| document_line(id, one, &people, reader)).collect(),
        milestones: milestones(whole, &people, reader),
        largest_mb: app.settings.limits.document_mb,
    }))
}
